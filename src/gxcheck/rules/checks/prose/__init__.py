"""Checks of what the prose states: against the figures, and against what it states elsewhere."""
