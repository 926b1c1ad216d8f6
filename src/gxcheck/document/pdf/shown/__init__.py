"""What a page shows, through PDFium: characters put together to lines, ruling lines, pictures."""
