"""Blank official forms in Word, ready to be filled in."""

from gxcheck.output.form.draft import draft

__all__ = ["draft"]
