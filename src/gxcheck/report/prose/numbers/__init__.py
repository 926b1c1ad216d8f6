"""Numbers as sentences write them, with what they count."""
