"""Checks of how a report is worded: punctuation, slips, debris, blanks, and norms cited."""
