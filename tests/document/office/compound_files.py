"""Containers of old Office files of our own making, with streams of any name."""

import struct
from collections.abc import Mapping

SECTOR = 512
END, FREE, FAT, NONE = 0xFFFFFFFE, 0xFFFFFFFF, 0xFFFFFFFD, 0xFFFFFFFF
MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def compound(streams: Mapping[str, bytes]) -> bytes:
    """A container of these streams, each long enough to stand in sectors of its own."""
    contents = [data.ljust(4096, b"\0") for data in streams.values()]
    contents = [data.ljust(-(-len(data) // SECTOR) * SECTOR, b"\0") for data in contents]
    entries = [_entry("Root Entry", 5, child=1 if streams else NONE)]
    at = 0
    for number, (name, data) in enumerate(zip(streams, contents, strict=True), 1):
        right = number + 1 if number < len(streams) else NONE
        entries.append(_entry(name, 2, right=right, start=at, size=len(data)))
        at += len(data) // SECTOR
    directory = b"".join(entries).ljust(-(-len(entries) // 4) * SECTOR, b"\0")
    chains = [*map(len, contents), len(directory)]
    table: list[int] = []
    for length in chains:
        first, count = len(table), length // SECTOR
        table += [*range(first + 1, first + count), END]
    body = b"".join(contents) + directory
    assert len(table) < 126
    fat = struct.pack("<128I", *table, FAT, *[FREE] * (127 - len(table)))
    start = at
    return _header(start, len(table)) + body + fat


def _entry(
    name: str, kind: int, right: int = NONE, child: int = NONE, start: int = END, size: int = 0
) -> bytes:
    words = name.encode("utf-16-le")
    head = words.ljust(64, b"\0") + struct.pack("<HBB", len(words) + 2, kind, 1)
    return head + struct.pack("<3I36xIII", NONE, right, child, start, size, 0)


def _header(directory: int, fat: int) -> bytes:
    head = MAGIC + bytes(16) + struct.pack("<5H6x", 0x3E, 3, 0xFFFE, 9, 6)
    head += struct.pack("<9I", 0, 1, directory, 0, 4096, END, 0, END, 0)
    return head + struct.pack("<109I", fat, *[FREE] * 108)


def word_head(ident: int = 0xA5EC, version: int = 0x00C1, flags: int = 0x0200) -> bytes:
    """The beginning of a Word document's stream; the flags name 1Table and no password."""
    return struct.pack("<HH6xH", ident, version, flags).ljust(4096, b"\0")
