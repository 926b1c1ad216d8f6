"""Tables without ruling lines: the columns and rows that their words form."""
