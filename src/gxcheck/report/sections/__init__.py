"""The sections of a report: its headings, their numbering and their roles."""
