"""Tables in plain text, in every way that text prints them."""
