"""The lower halves of a report's characters: a small text to look over for what stands twice."""

from __future__ import annotations

from gxcheck.rules.context import Context

__all__ = ["lower_halves"]


def lower_halves(context: Context) -> bytes:
    """The lower byte of each character of the document's words.

    One byte for all of the rarer characters, which take four bytes. Other characters may share
    theirs: what is found here is looked at again in the words.
    """
    return context.scopes.scope("document").index.units[1::2]
