"""Checks of this year's report beside last year's, and of what was left over from it."""
