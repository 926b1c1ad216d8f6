"""What an old Office file is: a Word document that can be read, or the reason why it is none."""

from __future__ import annotations

import struct

from gxcheck.document.office.compound import Compound, CompoundError

__all__ = ["refused_as"]

_WORD = "WordDocument"
_TABLES = ("0Table", "1Table")
_OTHERS = {
    "EncryptedPackage": "encrypted",
    "\tDRMContent": "encrypted",
    "Workbook": "office_workbook",
    "Book": "office_workbook",
    "PowerPoint Document": "office_slides",
}
# [MS-DOC] 2.5.1, the first bytes of the document's stream: what they begin with, the version from
# which Word 97 on is told, and the flags.
_IDENT = 0xA5EC
_WORD_97 = 0x00C1
_ENCRYPTED, _SECOND_TABLE = 0x0100, 0x0200


def refused_as(data: bytes) -> str | None:
    """The key of rules/reading.yml by which a file is refused; None for a Word document."""
    try:
        compound = Compound(data)
        if _WORD not in compound.names:
            found = (key for name, key in _OTHERS.items() if name in compound.names)
            return next(found, "ole")
        return _word(compound)
    except CompoundError:
        return "office_damaged"


def _word(compound: Compound) -> str | None:
    """The same of a file with a document's stream; both streams that its text needs are read."""
    head = compound.stream(_WORD)
    if len(head) < 32:
        return "office_damaged"
    ident, version = struct.unpack_from("<HH", head, 0)
    (flags,) = struct.unpack_from("<H", head, 10)
    if ident != _IDENT:
        return "office_damaged" if ident >> 8 != _IDENT >> 8 else "office_older"
    if flags & _ENCRYPTED:
        return "encrypted"
    if version < _WORD_97:
        return "office_older"
    compound.stream(_TABLES[bool(flags & _SECOND_TABLE)])
    return None
