"""What a report shows and nobody could read: pages and pictures, as its reader noted them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from gxcheck.data import read_yaml
from gxcheck.document.model import Note
from gxcheck.report.model import Report, Section
from gxcheck.rules.checks.tables.found import is_lost
from gxcheck.rules.context import Context
from gxcheck.rules.model import Violation

__all__ = ["picture_in", "unread"]


def unread(report: Report, options: Mapping[str, Any], context: Context) -> Iterator[Violation]:
    """Each note of the kinds that rules/notes.yml has told, save of a table told as a picture."""
    if not report.document.notes:
        return
    told = read_yaml("notes.yml")["told"]
    elsewhere = list(_tables_as_pictures(report, context))
    for note in report.document.notes:
        if note.key in told and note not in elsewhere:
            page = "" if note.location.page is None else str(note.location.page)
            yield Violation(
                note.location,
                values={"page": page},
                place=f"document.{note.key}.{page}",
                variant=note.key,
            )


def picture_in(report: Report, section: Section) -> Note | None:
    """What stands in a section and may be a picture of its table."""
    kinds = read_yaml("notes.yml")["pictures"]
    start = section.heading.location.block
    later = [s.heading.location.block for s in report.sections]
    end = min((block for block in later if block > start), default=len(report.document.blocks))
    return next(
        (n for n in report.document.notes if n.key in kinds and start <= n.location.block < end),
        None,
    )


def _tables_as_pictures(report: Report, context: Context) -> Iterator[Note]:
    """The notes that tell where a lost table is."""
    for wanted in context.form.sections:
        section = report.section(wanted.role)
        lost = wanted.table and is_lost(context.form.tables[wanted.table], context)
        note = picture_in(report, section) if section and lost else None
        if note:
            yield note
