"""The scripts of a page, which nobody reads: what is in them need not be given to the parser.

In the place of each stands a sign. If a parser finds that sign alone in a <script>, it had come to
where the script begins as it would have with all of it, and goes on behind it in the same way.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from msgspec import Struct

from gxcheck.document.html.signs import SCRIPT

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

__all__ = ["Script", "are_scripts", "outside", "scripts_of"]

_LEAST = 80  # characters of a script that is worth leaving out
# The end of a script in another dress, and what makes parsers differ on where it ends.
_ODD = re.compile("<(?:!--|/[sS][cC][rR][iI][pP][tT])")


class Script(Struct, frozen=True):
    """From where to where what is in a script reaches."""

    start: int
    end: int


def scripts_of(text: str) -> list[Script]:
    """The scripts of a page's source of which it is sure where they end, in its order."""
    found = []
    at = text.find("<script")
    while at >= 0:
        start = text.find(">", at) + 1
        end = text.find("</script", start) if start else -1
        if end < 0:
            break
        if end - start >= _LEAST and not _ODD.search(text, start, end):
            found.append(Script(start, end))
        at = text.find("<script", end)
    return found


def outside(text: str, scripts: Sequence[Script]) -> list[tuple[int, int]]:
    """From where to where a page's source reaches before, between and behind its scripts."""
    starts = [0, *(script.end for script in scripts)]
    ends = [*(script.start for script in scripts), len(text)]
    return list(zip(starts, ends, strict=True))


def are_scripts(root: Element, scripts: Sequence[Script]) -> bool:
    """Whether all of these are scripts of a page's tree too, and not in a comment or a text."""
    return sum(script.text == SCRIPT for script in root.iter("script")) == len(scripts)
