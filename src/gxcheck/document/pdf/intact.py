"""Whether the bytes of a PDF are as they were written, as far as that can be told.

PDFium mends what it can, and may show a wrong number for it. A packed stream carries a checksum:
where one does not agree, or the end of the file is missing, the file is called damaged.
Pictures and fonts are left out: they are most of a file, and no text.
"""

from __future__ import annotations

import re
import zlib

__all__ = ["is_damaged"]

_STREAM = re.compile(rb">>\s*stream\r?\n")
_DICTIONARY = 1500
_TAIL = 2048
_MOST = 64 * 1024 * 1024
_PIECE = 1 << 20
_OTHER = re.compile(
    rb"/Subtype\s*/(?:Image|Type1C|CIDFontType0C|OpenType)|/Length1\b|/Crypt\b"
)
_FLATE = re.compile(rb"/Filter\s*\[?\s*/(?:FlateDecode|Fl)\b\s*(?:\]|/|>|\s)")


def is_damaged(data: bytes) -> bool:
    """Whether the file is cut off, or a stream in it that may hold text is not as written."""
    if b"%%EOF" not in data[-_TAIL:]:
        return True
    if b"/Encrypt" in data:
        return False
    budget = _MOST
    for found in _STREAM.finditer(data):
        begin = max(found.start() - _DICTIONARY, 0)
        head = data[begin : found.start() + 2]
        head = head[head.rfind(b" obj") + 1 :]
        if not _FLATE.search(head) or _OTHER.search(head):
            continue
        size = _unpacked(data, found.end(), budget)
        if size < 0:
            return True
        budget -= size
        if budget <= 0:
            return False
    return False


def _unpacked(data: bytes, start: int, most: int) -> int:
    """How many bytes a stream unpacks to, -1 where it does not."""
    end = data.find(b"endstream", start)
    if end < 0:
        return -1
    packed = data[start:end]
    unpacker = zlib.decompressobj()
    size = 0
    try:
        while packed and not unpacker.eof:
            size += len(unpacker.decompress(packed, _PIECE))
            if size > most:
                return size
            packed = unpacker.unconsumed_tail
    except zlib.error:
        return -1
    return size if unpacker.eof else -1
