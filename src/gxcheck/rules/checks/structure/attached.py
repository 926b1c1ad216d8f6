"""Check that the attachments which a report names are there."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from gxcheck.report.model import Report
from gxcheck.rules.checks.matching import matches
from gxcheck.rules.context import Context
from gxcheck.rules.model import Violation

__all__ = ["attachment_missing"]


def attachment_missing(
    report: Report, options: Mapping[str, Any], context: Context
) -> Iterator[Violation]:
    """Every attachment that is named follows. Value: `title`.

    Where none is named by a line of its own, the text may point to one. Options: `patterns` of
    such words, with `title`; `tables`, how it calls one that may be any table of the report.
    """
    for attachment in report.attachments:
        if not attachment.present:
            yield Violation(
                attachment.location,
                quote=attachment.title,
                values={"title": attachment.title},
                place="attachments",
            )
    if report.attachments or report.annex:
        return
    for match in matches(context, "paragraphs", options["patterns"]):
        title = match.values["title"]
        if not (report.tables and title.startswith(options["tables"])):
            passage, _ = match.placed
            location = passage.locate(match.start, match.end)
            yield Violation(location, passage.quote(match.start, match.end), {"title": title})
