"""The functions of PDFium that are called once for every character or object, bound anew.

The package's own bindings look into every argument and let other threads run at every call; a
report has ten thousand such calls. Here arguments go as they are: handles, whole numbers, and
places to write to. Only called in the child process, which has one thread.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterator, Sequence
from ctypes import (
    PYFUNCTYPE,
    addressof,
    byref,
    c_byte,
    c_float,
    c_int,
    c_uint,
    c_ushort,
    c_void_p,
    cast,
)
from itertools import repeat
from typing import Any, TypeAlias

import pypdfium2_raw as pdfium

__all__ = [
    "Bounds",
    "Handle",
    "Slots",
    "address",
    "angle_at",
    "bounds_of",
    "boxes_of",
    "code_at",
    "codes_of",
    "colors_of",
    "draw_mode_of",
    "is_closed",
    "is_unmapped",
    "kind_of",
    "matrix_of",
    "mode_of",
    "object_of",
    "objects_in_form",
    "objects_of",
    "origin_at",
    "point_of",
    "segment_at",
    "segment_kind_of",
    "segments_in",
]

_AT_ONCE = 250

Bounds: TypeAlias = "tuple[float, float, float, float]"
Place: TypeAlias = Any
Handle: TypeAlias = Any
Color: TypeAlias = "tuple[int, int, int, int]"


class Slots:
    """Numbers that PDFium writes to: `values` are what was written to `places`."""

    def __init__(self, kind: str, count: int) -> None:
        self.values = array(kind, [0]) * count
        size = self.values.itemsize
        shared = (c_byte * (size * count)).from_buffer(self.values)
        self.places = [byref(shared, size * number) for number in range(count)]

    def tuples(self, count: int, width: int) -> Iterator[tuple[Any, ...]]:
        """The first `count` groups of so many numbers."""
        numbers = iter(self.values[: count * width].tolist())
        return zip(*[numbers] * width, strict=True)


def address(handle: Handle) -> int:
    """Where what a handle stands for is: two handles of it agree in that."""
    return addressof(handle.contents)


def _bound(function: Any, result: Any = c_int) -> Callable[..., Any]:
    """A function whose arguments are not looked into: no number may be a pointer."""
    bound: Callable[..., Any] = PYFUNCTYPE(result)(cast(function, c_void_p).value or 0)
    return bound


_object_at = _bound(pdfium.FPDFPage_GetObject, pdfium.FPDF_PAGEOBJECT)
_object_in_form = _bound(pdfium.FPDFFormObj_GetObject, pdfium.FPDF_PAGEOBJECT)
_count_on_page = _bound(pdfium.FPDFPage_CountObjects)
_count_in_form = _bound(pdfium.FPDFFormObj_CountObjects)
_text_of = _bound(pdfium.FPDFText_GetText)
_box_at = _bound(pdfium.FPDFText_GetLooseCharBox)
_color_of = _bound(pdfium.FPDFPageObj_GetFillColor)
_bounds_of = _bound(pdfium.FPDFPageObj_GetBounds)
_matrix_of = _bound(pdfium.FPDFPageObj_GetMatrix)

code_at: Callable[[Any, int], int] = _bound(pdfium.FPDFText_GetUnicode, c_uint)
angle_at: Callable[[Any, int], float] = _bound(pdfium.FPDFText_GetCharAngle, c_float)
origin_at: Callable[[Any, int, Place, Place], int] = _bound(pdfium.FPDFText_GetCharOrigin)
is_unmapped: Callable[[Any, int], int] = _bound(pdfium.FPDFText_HasUnicodeMapError)
object_of: Callable[[Any, int], int | None] = _bound(pdfium.FPDFText_GetTextObject, c_void_p)
kind_of: Callable[[Handle], int] = _bound(pdfium.FPDFPageObj_GetType)
mode_of: Callable[[Handle], int] = _bound(pdfium.FPDFTextObj_GetTextRenderMode)
draw_mode_of: Callable[[Handle, Place, Place], int] = _bound(pdfium.FPDFPath_GetDrawMode)
segments_in: Callable[[Handle], int] = _bound(pdfium.FPDFPath_CountSegments)
segment_at: Callable[[Handle, int], Handle] = _bound(
    pdfium.FPDFPath_GetPathSegment, pdfium.FPDF_PATHSEGMENT
)
segment_kind_of: Callable[[Handle], int] = _bound(pdfium.FPDFPathSegment_GetType)
is_closed: Callable[[Handle], int] = _bound(pdfium.FPDFPathSegment_GetClose)
point_of: Callable[[Handle, Place, Place], int] = _bound(pdfium.FPDFPathSegment_GetPoint)


def objects_of(page: Any) -> Iterator[list[Handle]]:
    """The objects of a page in their order, many at once."""
    return _objects(_object_at, page, _count_on_page(page))


def objects_in_form(form: Handle) -> Iterator[list[Handle]]:
    """Those of a form."""
    return _objects(_object_in_form, form, _count_in_form(form))


def _objects(get: Callable[..., Any], holder: Any, count: int) -> Iterator[list[Handle]]:
    for places in _parts(count):
        yield list(filter(None, map(get, repeat(holder), places)))


def _parts(count: int) -> Iterator[range]:
    for first in range(0, count, _AT_ONCE):
        yield range(first, min(first + _AT_ONCE, count))


def codes_of(text: Any, count: int) -> Sequence[int]:
    """The codes of the first `count` characters; all at once where each takes a single unit."""
    units = array("H", bytes(4 * count + 4))
    place = (c_ushort * len(units)).from_buffer(units)
    if _text_of(text, 0, count, place) == count + 1:
        return units[:count]
    return [code_at(text, index) for index in range(count)]


_edges = Slots("f", 4 * _AT_ONCE)
_lefts = _edges.places[::4]


def boxes_of(text: Any, count: int) -> Iterator[Bounds | None]:
    """The left, top, right and bottom edges of characters, whatever their shape."""
    for places in _parts(count):
        yield from _filled(list(map(_box_at, repeat(text), places, _lefts)), _edges, 4)


_colors = Slots("I", 4 * _AT_ONCE)
_channels = [_colors.places[number::4] for number in range(4)]


def colors_of(items: Sequence[Handle]) -> list[Color | None]:
    """Red, green, blue and cover of what objects are filled with; None for nothing."""
    found: list[Color | None] = []
    for places in _parts(len(items)):
        some = map(_color_of, items[places.start : places.stop], *_channels)
        found += _filled(list(some), _colors, 4)
    return found


def _filled(found: Sequence[int], slots: Slots, width: int) -> Iterator[Any]:
    """The groups of numbers that were written, None for one that was not."""
    groups = slots.tuples(len(found), width)
    if all(found):
        return groups
    return (group if is_found else None for is_found, group in zip(found, groups, strict=True))


_numbers = Slots("f", 6)


def bounds_of(item: Handle) -> Bounds | None:
    """The left, bottom, right and top edges of an object."""
    if not _bounds_of(item, *_numbers.places[:4]):
        return None
    left, bottom, right, top = _numbers.values[:4]
    return left, bottom, right, top


def matrix_of(item: Handle) -> Sequence[float] | None:
    """The six numbers of an object's matrix."""
    return _numbers.values.tolist() if _matrix_of(item, _numbers.places[0]) else None
