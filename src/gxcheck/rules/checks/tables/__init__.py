"""Checks of the official tables as they stand there: lines, labels, units, and cells."""
