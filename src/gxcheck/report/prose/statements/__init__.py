"""Statements: sums, shares, growth and counts that sentences tell of themselves."""
