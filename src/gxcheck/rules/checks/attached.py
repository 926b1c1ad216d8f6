"""Check that the attachments which a report names are there."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from gxcheck.report.model import Report
from gxcheck.rules.context import Context
from gxcheck.rules.model import NotApplicable, Violation

__all__ = ["attachment_missing"]


def attachment_missing(
    report: Report, options: Mapping[str, Any], context: Context
) -> Iterator[Violation]:
    """Every attachment that is named follows. Value: `title`."""
    if not report.attachments:
        raise NotApplicable("nothing")
    for attachment in report.attachments:
        if not attachment.present:
            yield Violation(
                attachment.location,
                quote=attachment.title,
                values={"title": attachment.title},
                place="attachments",
            )
