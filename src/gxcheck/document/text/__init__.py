"""Plain text into a `Document`: its lines, and tables in every way that text prints them."""
