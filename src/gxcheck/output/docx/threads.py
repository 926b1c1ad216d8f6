"""Keeps in step what Word notes of comments elsewhere: who answers whom, what is resolved.

Three parts know a comment by the id of its last paragraph, or by one that another of them gives.
What they note of a comment that is gone goes too; an answer to it stays, as a comment of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Set

from lxml.etree import _Element

from gxcheck.document.docx.package import Package
from gxcheck.output.docx.names import DURABLE_ID, EXTENDED, EXTENSIBLE, IDS, NOTED_ID, PARENT
from gxcheck.output.docx.tagged import Edit, Tagged, edited

__all__ = ["kept_in_step"]

_PARENT = re.compile(rb"\s+[^\s=<>\"']*\bparaIdParent\s*=\s*(?:\"[^\"]*\"|'[^']*')")


def kept_in_step(package: Package, gone: Set[str]) -> dict[str, bytes]:
    """The parts that must change when comments go, known by the ids of their last paragraphs."""
    changed: dict[str, bytes] = {}
    durable: set[str] = set()
    for kind in (EXTENDED, IDS, EXTENSIBLE):
        part = package.related(kind) if gone else None
        if part is None:
            continue
        tagged = Tagged(part, package.name)
        edits: list[Edit] = []
        for entry in tagged.root:
            if _paragraph(entry) in gone or _durable(entry) in durable:
                durable |= {_durable(entry)} - {""}
                edits.append(tagged.remove(entry))
            elif entry.get(PARENT, "").upper() in gone:
                edits += _orphaned(tagged, entry)
        if edits:
            changed[part.name] = edited(tagged.data, edits)
    return changed


def _paragraph(entry: _Element) -> str:
    return next((entry.get(name, "").upper() for name in NOTED_ID if entry.get(name)), "")


def _durable(entry: _Element) -> str:
    return next((entry.get(name, "").upper() for name in DURABLE_ID if entry.get(name)), "")


def _orphaned(tagged: Tagged, entry: _Element) -> Iterator[Edit]:
    """The edit that makes an answer a comment of its own."""
    found = _PARENT.search(tagged.tag(entry))
    if found:
        start = tagged.start(entry)
        yield Edit(start + found.start(), start + found.end(), b"")
