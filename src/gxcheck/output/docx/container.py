"""The zip of a Word file with some of its parts replaced or added, all others as they were."""

from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

__all__ = ["repacked"]


def repacked(content: bytes, parts: Mapping[str, bytes]) -> bytes:
    """The file with these parts, by their names in the zip; new ones come last.

    The order, dates and attributes of the entries stay. Of entries with one name only the last
    counts for readers, and only it is kept.
    """
    left = {_key(name): (name, data) for name, data in parts.items()}
    into = BytesIO()
    with ZipFile(BytesIO(content)) as old, ZipFile(into, "w", ZIP_DEFLATED) as new:
        new.comment = old.comment
        last = {_key(entry.filename): entry for entry in old.infolist()}
        for entry in last.values():
            replaced = left.pop(_key(entry.filename), None)
            data = old.read(entry) if replaced is None else replaced[1]
            new.writestr(_like(entry), data, entry.compress_type)
        for name, data in left.values():
            new.writestr(ZipInfo(name), data, ZIP_DEFLATED)
    return into.getvalue()


def _key(name: str) -> str:
    return name.lstrip("/").lower()


def _like(entry: ZipInfo) -> ZipInfo:
    """An entry with what of another one does not depend on how it is packed."""
    info = ZipInfo(entry.filename, entry.date_time)
    info.external_attr = entry.external_attr
    info.create_system = entry.create_system
    info.comment = entry.comment
    return info
