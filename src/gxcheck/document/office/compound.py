"""The container of old Office files: a file system of streams in sectors ([MS-CFB]).

Only what tells the kind of a file, and whether it is whole, is read: the directory and the chains
of sectors. LibreOffice opens whatever it is given and reports success, so this is asked first.
"""

from __future__ import annotations

import struct
from array import array
from collections.abc import Iterator

from msgspec import Struct

__all__ = ["MAGIC", "Compound", "CompoundError"]

MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_HEADER, _ENTRY, _SHORT_SECTOR = 512, 128, 64  # sizes in bytes
# Where things stand in the header ([MS-CFB] 2.2) and in an entry of the directory (2.6).
_SECTOR_SHIFT, _DIRECTORY, _CUTOFF, _SHORT_TABLE, _MORE_TABLE, _TABLE = 30, 48, 56, 60, 68, 76
_NAME_SIZE, _BESIDE, _CONTENT = 64, 68, 116
_SECTORS_OF_TABLE = 109  # that the header lists itself
_SECTOR_SHIFTS = (9, 12)  # sectors have 512 or 4096 bytes
_FREE, _END = 0xFFFFFFFF, 0xFFFFFFFE  # no sector, and the end of a chain
_NONE = 0xFFFFFFFF  # no entry
_STREAM = 2  # the kind of an entry that has content


class CompoundError(ValueError):
    """The container is incomplete or contradicts itself."""


class _Entry(Struct, frozen=True):
    """A stream or folder of the directory, and the entries beside and below it."""

    name: str
    kind: int
    left: int
    right: int
    child: int
    start: int
    size: int


class Compound:
    """The streams at the top of a container. Raises `CompoundError` where it is damaged."""

    def __init__(self, data: bytes) -> None:
        if len(data) < _HEADER or not data.startswith(MAGIC):
            raise CompoundError("no header")
        self._data = data
        (shift,) = struct.unpack_from("<H", data, _SECTOR_SHIFT)
        if shift not in _SECTOR_SHIFTS:
            raise CompoundError("sector size")
        self._sector = 1 << shift
        self._sectors = len(data) // self._sector
        self._table = self._allocation()
        entries = self._entries()
        self._root = entries[0]
        self._streams = dict(_below(entries, entries[0].child))
        (self._cutoff,) = struct.unpack_from("<I", data, _CUTOFF)

    @property
    def names(self) -> frozenset[str]:
        """The names of what stands at the top."""
        return frozenset(self._streams)

    def stream(self, name: str) -> bytes:
        """The content of a stream; short ones stand together in one of their own."""
        entry = self._streams.get(name)
        if entry is None or entry.kind != _STREAM:
            raise CompoundError("no such stream")
        if entry.size >= self._cutoff:
            return self._content(entry)
        (first,) = struct.unpack_from("<I", self._data, _SHORT_TABLE)
        small = array("I", self._joined(self._chain(first)))
        _little(small)
        whole, content, sector = self._content(self._root), bytearray(), entry.start
        while len(content) < entry.size:
            start = _SHORT_SECTOR * sector
            if sector >= len(small) or start + _SHORT_SECTOR > len(whole):
                raise CompoundError("a short stream breaks off")
            content += whole[start : start + _SHORT_SECTOR]
            sector = small[sector]
        return bytes(content[: entry.size])

    def _content(self, entry: _Entry) -> bytes:
        content = self._joined(self._chain(entry.start))
        if len(content) < entry.size:
            raise CompoundError("a stream breaks off")
        return content[: entry.size]

    def _joined(self, chain: Iterator[int]) -> bytes:
        return b"".join([self._at(number) for number in chain])

    def _at(self, number: int) -> bytes:
        """A sector by its number; the header stands before the first one."""
        start = (number + 1) * self._sector
        content = self._data[start : start + self._sector]
        if len(content) < self._sector and start + len(content) < len(self._data):
            raise CompoundError("a sector breaks off")
        if not content:
            raise CompoundError("a sector is not there")
        return content.ljust(self._sector, b"\0")

    def _chain(self, number: int) -> Iterator[int]:
        """The sectors that follow each other from a first one."""
        for _ in range(self._sectors + 1):
            if number == _END:
                return
            yield number
            if number >= len(self._table):
                raise CompoundError("a chain leads nowhere")
            number = self._table[number]
        raise CompoundError("a chain does not end")

    def _allocation(self) -> array[int]:
        """For each sector the one that follows it."""
        listed = list(struct.unpack_from(f"<{_SECTORS_OF_TABLE}I", self._data, _TABLE))
        (number,) = struct.unpack_from("<I", self._data, _MORE_TABLE)
        for _ in range(self._sectors):
            if number in (_END, _FREE):
                break
            more = array("I", self._at(number))
            _little(more)
            listed += more[:-1]
            number = more[-1]
        table = array("I")
        for sector in listed:
            if sector != _FREE:
                table.frombytes(self._at(sector))
            if len(table) > 2 * self._sectors + self._sector:
                raise CompoundError("too long a table")
        _little(table)
        return table

    def _entries(self) -> list[_Entry]:
        (first,) = struct.unpack_from("<I", self._data, _DIRECTORY)
        listed = self._joined(self._chain(first))
        entries = [_entry(listed[at : at + _ENTRY]) for at in range(0, len(listed), _ENTRY)]
        if not entries:
            raise CompoundError("no directory")
        return entries


def _entry(data: bytes) -> _Entry:
    length, kind = struct.unpack_from("<HB", data, _NAME_SIZE)
    left, right, child = struct.unpack_from("<3I", data, _BESIDE)
    start, size = struct.unpack_from("<II", data, _CONTENT)
    name = data[: max(min(length, _NAME_SIZE) - 2, 0)].decode("utf-16-le", "replace")
    return _Entry(name, kind, left, right, child, start, size)


def _below(entries: list[_Entry], first: int) -> Iterator[tuple[str, _Entry]]:
    """The entries of the tree that a folder points to, by their names."""
    waiting, seen = [first], set[int]()
    while waiting:
        number = waiting.pop()
        if number == _NONE or number in seen:
            continue
        if number >= len(entries):
            raise CompoundError("the directory leads nowhere")
        seen.add(number)
        entry = entries[number]
        yield entry.name, entry
        waiting += [entry.left, entry.right]


def _little(numbers: array[int]) -> None:
    """Turn numbers as they stand in the file into the machine's own."""
    if struct.pack("=H", 1) != struct.pack("<H", 1):
        numbers.byteswap()
