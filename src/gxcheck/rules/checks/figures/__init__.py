"""Checks of the figures beyond sums: misplaced or mistyped ones, and those that cannot be."""
