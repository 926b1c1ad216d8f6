"""Writes comments into the part of a Word file that holds them, after those that are there."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from hashlib import sha256
from xml.sax.saxutils import escape

from msgspec import Struct

from gxcheck.document.docx.names import ID, WORD
from gxcheck.document.docx.package import Part
from gxcheck.output.docx.names import COMMENT, MARKS, OURS, PARAGRAPH_ID, REFERENCE, W14
from gxcheck.output.docx.remarks import Remark
from gxcheck.output.docx.tagged import Naming, Tagged, edited

__all__ = ["Added", "added", "first_id"]

_COMPATIBILITY = "http://schemas.openxmlformats.org/markup-compatibility/2006"
_EMPTY = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    f'<w:comments xmlns:w="{WORD}" xmlns:w14="{W14}"'
    f' xmlns:mc="{_COMPATIBILITY}" mc:Ignorable="w14">%s</w:comments>'
)
_GREATEST = 0x80000000  # paragraph ids are below it (MS-DOCX 2.5.1.9)
_SPACE = ' xml:space="preserve"'


class Added(Struct, frozen=True):
    """The part with the new comments, and the ids by which other parts will know these."""

    data: bytes
    threads: frozenset[str]


def first_id(part: Part | None, main: Tagged) -> int:
    """The first id that neither a comment nor an anchor has."""
    found = [one.get(ID, "") for one in main.root.iter(*MARKS, REFERENCE)]
    found += [one.get(ID, "") for one in part.root.iter(COMMENT)] if part else []
    numbers = [int(one) for one in found if one.isascii() and one.isdecimal()]
    return max(numbers, default=-1) + 1


def added(part: Part | None, remarks: Sequence[tuple[int, Remark]], at: datetime) -> Added:
    """The part with these remarks, each with its id, at its end; a new one where there is none.

    They are dated `at`, in local time, as Word dates them.
    """
    tagged = Tagged(part) if part else None
    naming = tagged.naming(tagged.root) if tagged else Naming("w")
    prefixes = {uri: key for key, uri in tagged.root.nsmap.items()} if tagged else {W14: "w14"}
    prefix = prefixes.get(W14)
    taken = {one.get(PARAGRAPH_ID, "").upper() for one in tagged.root.iter()} if tagged else set()
    threads: set[str] = set()
    comments = []
    for number, remark in remarks:
        thread = _thread(remark.key, taken) if prefix else ""
        threads |= {thread} - {""}
        told = f' {prefix}:paraId="{thread}"' if prefix else ""
        comments.append(_comment(number, remark, naming, told, at))
    new = "".join(comments)
    if tagged is None:
        return Added((_EMPTY % new).encode(), frozenset(threads))
    append = tagged.append(tagged.root, tagged.encoded(new))
    return Added(edited(tagged.data, [append]), frozenset(threads))


def _thread(key: str, taken: set[str]) -> str:
    """An id made of what a remark is known by: the same whenever it is made again."""
    number = int.from_bytes(sha256(key.encode()).digest()[:4], "big")
    while True:
        thread = f"{number % (_GREATEST - 1) + 1:08X}"
        if thread not in taken:
            taken.add(thread)
            return thread
        number += 1


def _comment(number: int, remark: Remark, naming: Naming, thread: str, at: datetime) -> str:
    prefix, declaration = naming
    w = f"{prefix}:"
    last = len(remark.lines)
    paragraphs = "".join(
        _paragraph(line, w, bold=n == 0, more=thread if n == last else "")
        for n, line in enumerate((remark.heading, *remark.lines))
    )
    told = f'{w}id="{number}" {w}author="{OURS}" {w}initials="gx" {w}date="{at:%Y-%m-%dT%H:%M:%SZ}"'
    return f"<{w}comment{declaration} {told}>{paragraphs}</{w}comment>"


def _paragraph(line: str, w: str, *, bold: bool, more: str) -> str:
    """A line, in a dress of its own: what the file's styles say is made for its running text."""
    indent = f'<{w}ind {w}left="0" {w}firstLine="0" {w}firstLineChars="0"/>'
    spacing = f'<{w}spacing {w}before="0" {w}after="0" {w}line="240" {w}lineRule="auto"/>'
    head = f'<{w}pPr>{spacing}{indent}<{w}jc {w}val="left"/></{w}pPr>'
    size = f'<{w}sz {w}val="20"/><{w}szCs {w}val="20"/>'
    reference = f"<{w}r><{w}annotationRef/></{w}r>" if bold else ""
    run = f"<{w}rPr>{f'<{w}b/>' if bold else ''}{size}</{w}rPr><{w}t{_SPACE}>{escape(line)}</{w}t>"
    return f"<{w}p{more}>{head}{reference}<{w}r>{run}</{w}r></{w}p>"
