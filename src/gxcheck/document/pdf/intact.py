"""Whether the bytes of a PDF are as they were written, as far as that can be told.

PDFium mends what it can, and may show a wrong number for it or none. A packed stream carries a
checksum: where that of a font or of anything that may be text does not agree, or the end of the
file is missing, the file is damaged. Where only its table of contents is wrong, as sloppy
producers write it, it is mended. Pictures are left out: they are most of many files, and no text.
"""

from __future__ import annotations

import base64
import re
import zlib
from itertools import islice
from typing import Literal, TypeAlias

__all__ = ["Condition", "condition"]

Condition: TypeAlias = Literal["intact", "mended", "damaged"]

# What a stream begins with, and what its dictionary says of it.
_STREAM = re.compile(rb">>\s*stream\r?\n")
_FILTER = re.compile(rb"/Filter\s*(?:\[([^\]]*)\]|(/\w+))")
_PICTURE = re.compile(rb"/Subtype\s*/Image")
# The first bytes of what zlib has packed.
_PACKED = (b"x\x01", b"x^", b"x\x9c", b"x\xda")
_FILTERS = frozenset(
    b"FlateDecode Fl LZWDecode LZW ASCII85Decode A85 ASCIIHexDecode AHx RunLengthDecode RL "
    b"DCTDecode DCT JPXDecode CCITTFaxDecode CCF JBIG2Decode Crypt".split()
)
_END = b"endstream"
_DICTIONARY = 2000  # bytes before a stream in which its dictionary begins
_TAIL = 4096  # bytes
_MOST = 64 * 1024 * 1024  # unpacked bytes that are looked into
_PIECE = 1 << 20  # bytes that are unpacked at once
# Where the table of contents begins, what it looks like, and a part of it.
_START = re.compile(rb"startxref\s+(\d+)\s+%%EOF")
_CONTENTS = re.compile(rb"xref\s+((?:\d+\s+\d+\s+(?:\d{10} \d{5} [nf]\s{1,2})+)+)")
_PART = re.compile(rb"(\d+)\s+(\d+)\s+((?:\d{10} \d{5} [nf]\s{1,2})+)")
_OBJECT = re.compile(rb"\s*\d+\s+\d+\s+obj\b")
_MOST_OBJECTS = 20_000  # whose places are looked up


def condition(data: bytes) -> Condition:
    """How a file stands; its streams are not looked into where it is encrypted."""
    tail = data[-_TAIL:]
    if b"%%EOF" not in tail:
        return "damaged"
    if b"/Encrypt" not in data and not _are_streams_whole(data):
        return "damaged"
    starts = _START.findall(tail)
    return "intact" if starts and _is_contents(data, int(starts[-1])) else "mended"


def _are_streams_whole(data: bytes) -> bool:
    """Whether all packed streams that may be text can be unpacked."""
    budget = _MOST
    for found in _STREAM.finditer(data):
        start, end = found.end(), data.find(_END, found.end())
        head = data[max(found.start() - _DICTIONARY, 0) : found.start() + 2]
        head = head[head.rfind(b" obj") + 1 :]
        packing = _FILTER.search(head)
        if end < 0 or (packing is None and data[start : start + 2] in _PACKED):
            return False
        if packing is None or _PICTURE.search(head):
            continue
        filters = [one.strip() for one in (packing[1] or packing[2]).split(b"/")[1:]]
        size = _unpacked(data[start:end], filters, budget)
        if size < 0 or not _FILTERS.issuperset(filters):
            return False
        budget -= size
        if budget <= 0:
            break
    return True


def _unpacked(packed: bytes, filters: list[bytes], most: int) -> int:
    """How many bytes a stream unpacks to, -1 where it does not, 0 for other ways of packing."""
    try:
        if filters[:1] == [b"ASCII85Decode"]:
            packed = base64.a85decode(b"<~" + packed.strip(), adobe=True)
            filters = filters[1:]
        if filters[:1] not in ([b"FlateDecode"], [b"Fl"]):
            return 0
        unpacker = zlib.decompressobj()
        size = 0
        while packed and not unpacker.eof:
            size += len(unpacker.decompress(packed, _PIECE))
            if size > most:
                return size
            packed = unpacker.unconsumed_tail
    except (ValueError, zlib.error):
        return -1
    return size if unpacker.eof else -1


def _is_contents(data: bytes, start: int) -> bool:
    """Whether the file's table of contents is where it should be, and each object where it says.

    `start` counts from where the file says that it is a PDF.
    """
    start += max(data.find(b"%PDF-", 0, 1024), 0)
    found = _CONTENTS.match(data, start)
    if found is None:
        return _OBJECT.match(data, start) is not None
    begin = start - int(_START.findall(data[-_TAIL:])[-1])
    for part in islice(_PART.finditer(found[1]), _MOST_OBJECTS):
        first, lines = int(part[1]), part[3].split()
        for place in range(0, min(len(lines), 3 * _MOST_OBJECTS), 3):
            number = first + place // 3
            if lines[place + 2] == b"n":
                at = begin + int(lines[place])
                if not re.match(rb"\s*0*%d\s+\d+\s+obj\b" % number, data[at : at + 40]):
                    return False
    return True
