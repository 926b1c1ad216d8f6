"""Check for figures that the text points to and that are not there."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from gxcheck.report.model import Report
from gxcheck.rules.checks.wordings import at, holds, pattern, words
from gxcheck.rules.context import Context
from gxcheck.rules.model import NotApplicable, Violation

__all__ = ["figure_missing"]


def figure_missing(
    report: Report, options: Mapping[str, Any], context: Context
) -> Iterator[Violation]:
    """Every figure that the text points to (如图1所示) bears its number somewhere.

    Not judged in the formats of option `without`, which have no pictures. Value: `number`.
    """
    if report.document.source.format in options["without"]:
        raise NotApplicable("no-pictures", format=report.document.source.format)
    scope = context.scopes.scope("document")
    if not holds(scope.words, words("figure_mark")):
        return
    captions = [pattern("figure_caption").match(passage.normal) for passage in scope.texts]
    there = {found["number"] for found in captions if found}
    for found in pattern("figure_named").finditer(scope.words):
        number = next(value for value in found.groups() if value)
        if number not in there:
            (passage, place), start, end = at(context, *found.span())
            yield Violation(
                passage.locate(start, end),
                quote=passage.quote(start, end),
                values={"number": number},
                place=place,
            )
