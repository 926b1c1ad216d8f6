"""The pictures in a Word file that are large enough to hold a table, as notes."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from lxml.etree import _Element

from gxcheck.data import read_yaml
from gxcheck.document.docx.drafts import Draft, Line
from gxcheck.document.docx.names import EXTENT, PICTURE, PICTURE_DATA, P
from gxcheck.document.docx.package import Part
from gxcheck.document.model import Location, Note
from gxcheck.patterns import own_pattern

__all__ = ["has_pictures", "picture_notes"]

_EMU = 12_700  # to a point
_SIZE = own_pattern(r"(?:^|;)\s*(width|height):\s*([\d.]+)(pt|in|cm|mm|px)?")
_UNITS = {"pt": 1.0, "in": 72.0, "cm": 28.35, "mm": 2.835, "px": 0.75}  # points


def has_pictures(part: Part) -> bool:
    """Whether a part has a picture at all."""
    return bool(part.outline.all(PICTURE, PICTURE_DATA))


def picture_notes(drafts: list[tuple[Draft, bool]]) -> Iterator[Note]:
    """Notes on the pictures, each at the block before it; told with a draft is if it is kept."""
    block = -1
    for draft, kept in drafts:
        block += kept
        if any(map(_may_hold_table, _pictures(draft))):
            yield Note("picture", Location(max(block, 0)))


def _pictures(draft: Draft) -> Iterator[_Element]:
    if isinstance(draft, Line):
        paragraphs = [draft.paragraph]
    else:
        paragraphs = [line.paragraph for row in draft.rows for cell in row for line in cell.lines]
    return chain.from_iterable(one.iter(PICTURE, PICTURE_DATA) for one in paragraphs)


def _may_hold_table(picture: _Element) -> bool:
    """Whether a picture is as large as a table; where its size is not told, it may be."""
    least = read_yaml("notes.yml")["least"]["points"]
    width, height = _size(picture)
    return bool(width >= least["width"] and height >= least["height"])


def _size(picture: _Element) -> tuple[float, float]:
    """Width and height in points."""
    for around in picture.iterancestors():
        extent = next(around.iterchildren(EXTENT), None)
        if extent is not None:
            return _number(extent.get("cx")) / _EMU, _number(extent.get("cy")) / _EMU
        sizes = {
            name: _number(value) * _UNITS[unit or "pt"]
            for name, value, unit in _SIZE.findall(around.get("style", ""))
        }
        if len(sizes) == 2:
            return sizes["width"], sizes["height"]
        if around.tag == P:
            break
    return float("inf"), float("inf")


def _number(value: str | None) -> float:
    try:
        return float(value or "")
    except ValueError:
        return 0.0
