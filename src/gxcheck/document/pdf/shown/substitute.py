"""The font that stands in for those that a PDF names and does not bring along.

PDFium looks for them on the machine, and drops a character that no font there has a shape for:
on a server without Chinese fonts a page set in SimSun would be blank. Nothing is drawn here, so
one square for all characters will do, and every machine reads the same. Only called in the child.
"""

from __future__ import annotations

import ctypes
import struct
from typing import Any

import pypdfium2_raw as pdfium

__all__ = ["square_font", "use_substitute"]

_EM = 1000
# As Windows counts them: none given, Japanese, Korean (two), simplified and traditional Chinese.
_CHARSETS = frozenset((1, 128, 129, 130, 134, 136))
_CHINESE = 134
_HANDLE = 1
_FIRST, _LAST = 0x21, 0x3FFFF


def square_font() -> bytes:
    """A TrueType font that has one square for all characters."""
    square = struct.pack(">hhhhhH", 1, 50, -50, 950, 850, 3) + struct.pack(">H", 0)
    square += bytes((1, 1, 1, 1))
    square += struct.pack(">hhhh", 50, 900, 0, -900) + struct.pack(">hhhh", -50, 0, 900, 0)
    square += bytes(-len(square) % 4)
    group = struct.pack(">LLL", _FIRST, _LAST, 1)
    cmap = struct.pack(">HHHHL", 0, 1, 3, 10, 12)
    cmap += struct.pack(">HHLLL", 13, 0, 16 + len(group), 0, 1) + group
    head = struct.pack(
        ">LLLLHHQQhhhhHHhhh",
        *(0x00010000, 0x00010000, 0, 0x5F0F3CF5, 0, _EM, 0, 0),
        *(50, -50, 950, 850, 0, 8, 2, 1, 0),
    )
    hhea = struct.pack(">LhhhHhhhhhhhhhhhH", 0x00010000, 880, -120, 0, _EM, *[0] * 11, 2)
    maxp = struct.pack(">LHHHHHHHHHHHHHH", 0x00010000, 2, 4, 1, 0, 0, 2, *[0] * 8)
    return _file(
        {
            b"cmap": cmap,
            b"glyf": square,
            b"head": head,
            b"hhea": hhea,
            b"hmtx": struct.pack(">HhHh", _EM, 0, _EM, 50),
            b"loca": struct.pack(">LLL", 0, 0, len(square)),
            b"maxp": maxp,
        }
    )


def _file(tables: dict[bytes, bytes]) -> bytes:
    """The tables behind their directory, each at a multiple of four bytes."""
    start = 12 + 16 * len(tables)
    directory = struct.pack(">LHHHH", 0x00010000, len(tables), 64, 2, 16 * len(tables) - 64)
    body = b""
    for tag, table in tables.items():
        directory += tag + struct.pack(">LLL", 0, start + len(body), len(table))
        body += table + bytes(-len(table) % 4)
    return directory + body


class _Fonts:
    """What PDFium calls when it looks for a font of the machine."""

    def __init__(self) -> None:
        data = square_font()
        types = dict(pdfium.FPDF_SYSFONTINFO._fields_)

        def find(_self: Any, _weight: int, _italic: int, charset: int, *_: Any) -> int | None:
            return _HANDLE if charset in _CHARSETS else None

        def read(_self: Any, _font: Any, table: int, buffer: Any, size: int) -> int:
            if table:
                return 0
            if buffer and size >= len(data):
                ctypes.memmove(buffer, data, len(data))
            return len(data)

        self.calls = {
            "MapFont": types["MapFont"](find),
            "GetFontData": types["GetFontData"](read),
            "GetFaceName": types["GetFaceName"](lambda *_: 0),
            "GetFontCharset": types["GetFontCharset"](lambda *_: _CHINESE),
            "DeleteFont": types["DeleteFont"](lambda *_: None),
            "EnumFonts": types["EnumFonts"](lambda *_: None),
        }
        self.info = pdfium.FPDF_SYSFONTINFO(version=1, **self.calls)


_fonts: list[_Fonts] = []


def use_substitute() -> None:
    """Let PDFium take the square font for all East Asian fonts that a file does not bring along.

    To be called once the library is initialised. PDFium keeps what it is given.
    """
    _fonts.append(_Fonts())
    pdfium.FPDF_SetSystemFontInfo(ctypes.pointer(_fonts[-1].info))
