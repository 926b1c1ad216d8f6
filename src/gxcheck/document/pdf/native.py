"""The functions of PDFium that are called once for every character or object, bound anew.

The package's own bindings make an object of every handle and let other threads run at every call;
a report has ten thousand such calls. Here handles are addresses, and results are written to
arrays of floats. Only called in the child process, which has one thread.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable, Sequence
from ctypes import PYFUNCTYPE, c_int, c_uint, c_void_p, cast
from typing import Any, TypeAlias

import pypdfium2_raw as pdfium

__all__ = [
    "Buffer",
    "address",
    "bounds_of",
    "box_at",
    "codes_of",
    "count_in_form",
    "ink_of",
    "is_unmapped",
    "kind_of",
    "mode_of",
    "object_at",
    "object_in_form",
    "object_of",
    "origin_at",
]

Address: TypeAlias = "int | None"


def _bound(function: Any, result: Any, *arguments: Any) -> Callable[..., Any]:
    bound: Callable[..., Any] = PYFUNCTYPE(result, *arguments)(cast(function, c_void_p).value or 0)
    return bound


def address(handle: Any) -> int:
    """The address behind a handle of the package's bindings."""
    return cast(handle, c_void_p).value or 0


class Buffer:
    """Floats that PDFium writes to: `at` is their address, `values` what was written."""

    def __init__(self, kind: str, count: int) -> None:
        self.values = array(kind, [0.0] * count)
        self.at = self.values.buffer_info()[0]


def codes_of(text: int, count: int) -> Sequence[int]:
    """The codes of the first `count` characters; all at once where each takes a single unit."""
    units = array("H", bytes(4 * count + 4))
    if _text_of(text, 0, count, units.buffer_info()[0]) == count + 1:
        return units[:count]
    return [_code_at(text, index) for index in range(count)]


_text_of: Callable[[int, int, int, int], int] = _bound(
    pdfium.FPDFText_GetText, c_int, c_void_p, c_int, c_int, c_void_p
)
_code_at: Callable[[int, int], int] = _bound(pdfium.FPDFText_GetUnicode, c_uint, c_void_p, c_int)
box_at: Callable[[int, int, int], int] = _bound(
    pdfium.FPDFText_GetLooseCharBox, c_int, c_void_p, c_int, c_void_p
)
origin_at: Callable[[int, int, int, int], int] = _bound(
    pdfium.FPDFText_GetCharOrigin, c_int, c_void_p, c_int, c_void_p, c_void_p
)
is_unmapped: Callable[[int, int], int] = _bound(
    pdfium.FPDFText_HasUnicodeMapError, c_int, c_void_p, c_int
)
object_of: Callable[[int, int], Address] = _bound(
    pdfium.FPDFText_GetTextObject, c_void_p, c_void_p, c_int
)
object_at: Callable[[int, int], Address] = _bound(
    pdfium.FPDFPage_GetObject, c_void_p, c_void_p, c_int
)
object_in_form: Callable[[int, int], Address] = _bound(
    pdfium.FPDFFormObj_GetObject, c_void_p, c_void_p, c_int
)
count_in_form: Callable[[int], int] = _bound(pdfium.FPDFFormObj_CountObjects, c_int, c_void_p)
kind_of: Callable[[Address], int] = _bound(pdfium.FPDFPageObj_GetType, c_int, c_void_p)
mode_of: Callable[[int], int] = _bound(pdfium.FPDFTextObj_GetTextRenderMode, c_int, c_void_p)
ink_of: Callable[[int, int, int, int, int], int] = _bound(
    pdfium.FPDFPageObj_GetFillColor, c_int, *[c_void_p] * 5
)
bounds_of: Callable[[int, int, int, int, int], int] = _bound(
    pdfium.FPDFPageObj_GetBounds, c_int, *[c_void_p] * 5
)
