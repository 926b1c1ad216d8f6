"""Soft line ends of a text taken out for a page that breaks its lines itself."""

from __future__ import annotations

from gxcheck.output.words import clean
from gxcheck.patterns import own_pattern

__all__ = ["shown"]

_BETWEEN_LATIN = own_pattern(r"(?<=[!-~])\s*\n\s*(?=[!-~])")
_LINE_END = own_pattern(r"[ \t\u3000]*\n[ \t\u3000]*")


def shown(text: str) -> str:
    """The text without line ends (a blank between Latin words), and harmless to a display."""
    return _LINE_END.sub("", _BETWEEN_LATIN.sub(" ", clean(text)))
