"""The pictures among the text of a page that may hold a table, as notes."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import accumulate

from gxcheck.data import read_yaml
from gxcheck.document.html.source import PageSource
from gxcheck.document.model import Block, Location, Note
from gxcheck.patterns import own_pattern

__all__ = ["picture_notes"]

_PICTURE = re.compile(r"<img\b([^>]*)>", re.IGNORECASE)
_SIDE = re.compile(r"\b(width|height)\s*[=:]\s*[\"']?\s*(\d+(?:\.\d+)?)(?![\d.%])", re.IGNORECASE)
_FILE = re.compile(r"\bsrc\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s>]+))", re.IGNORECASE)


def picture_notes(source: PageSource, blocks: Sequence[Block]) -> Iterator[Note]:
    """Notes on the pictures after the first block, each at the block before it."""
    if b"<img" not in source.low:
        return
    starts = list(accumulate((block.location.offset or 0 for block in blocks), max))
    for found in _PICTURE.finditer(source.text, starts[0]):
        block = bisect_right(starts, found.start()) - 1
        if block >= 0 and _may_hold_table(found[1]):
            line, column = source.place(found.start())
            place = Location(block, offset=found.start(), line=line, column=column)
            yield Note("picture", place)


def _may_hold_table(attributes: str) -> bool:
    """Whether a picture is no sign, and large enough as far as the page tells its size."""
    least = read_yaml("notes.yml")["least"]["pixels"]
    sides = {name.lower(): float(value) for name, value in _SIDE.findall(attributes)}
    if any(value < least[name] for name, value in sides.items()):
        return False
    file = _FILE.search(attributes)
    path = next(filter(None, file.groups()), "") if file else ""
    return bool(path) and (path.startswith("data:") or not _signs().search(path))


@cache
def _signs() -> re.Pattern[str]:
    return own_pattern(read_yaml("notes.yml")["signs"])
