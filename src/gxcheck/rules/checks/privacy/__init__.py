"""Checks for what no report may publish of persons: their numbers and their names."""
