"""A review as an Excel workbook for supervisors: findings, figures, outcomes, to be filtered."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, BinaryIO, TypeAlias

from msgspec import Struct

from gxcheck.checking import Review
from gxcheck.errors import GxcheckError
from gxcheck.output import Checked
from gxcheck.output.facts import label_of, title_of
from gxcheck.output.harmless import cell_text, shortened
from gxcheck.output.words import words
from gxcheck.report.forms import form
from gxcheck.rules.model import Finding, Lang
from gxcheck.rules.telling.labels import table_of
from gxcheck.rules.telling.phrases import phrase
from gxcheck.rules.telling.places import Places
from gxcheck.rules.values import figures_of

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.format import Format

__all__ = ["write_excel"]

Value: TypeAlias = "str | int | Decimal | None"

_EXACT = 10**15  # beyond it a spreadsheet's numbers are not exact
_ROWS = 1_000_000  # of a sheet, which holds 1,048,576
_LONGEST_NAME = 31  # of a sheet


class _Sheet(Struct, frozen=True):
    """The name of a sheet in the words, and its columns with their widths in characters."""

    name: str
    columns: Sequence[tuple[str, int]]


_FINDINGS = _Sheet(
    "findings",
    [
        ("file", 24), ("organ", 24), ("year", 8), ("level", 8), ("place", 36), ("message", 60),
        ("advice", 40), ("quote", 36), ("basis", 40), ("rule", 28), ("title", 28), ("status", 12),
        ("fingerprint", 20),
    ],
)  # fmt: skip
_FIGURES = _Sheet(
    "figures",
    [
        ("file", 24), ("organ", 24), ("year", 8), ("table", 10), ("row", 40), ("column", 24),
        ("value", 12), ("unit", 8), ("printed", 14), ("state", 12), ("place", 20), ("field", 44),
    ],
)  # fmt: skip
_OUTCOMES = _Sheet(
    "outcomes",
    [
        ("file", 24), ("organ", 24), ("year", 8), ("rule", 28), ("title", 32), ("each", 36),
        ("verdict", 14), ("count", 8), ("reason", 44), ("assumed_zero", 36),
    ],
)  # fmt: skip


def write_excel(checked: Sequence[Checked], stream: BinaryIO, lang: Lang) -> None:
    """Write the workbook. Raises GxcheckError where the package `xlsxwriter` is missing."""
    try:
        from xlsxwriter import Workbook
    except ImportError:
        raise GxcheckError(words("errors", "no_xlsxwriter", lang)) from None
    whole = io.BytesIO()  # the package goes back and forth in it, which a pipe does not allow
    workbook = Workbook(
        whole,
        {
            "in_memory": True,
            "strings_to_formulas": False,
            "strings_to_urls": False,
            "strings_to_numbers": False,
        },
    )
    book = _Book(workbook, lang)
    book.write(_FINDINGS, (row for one in checked for row in _findings(one, lang)))
    book.write(_FIGURES, (row for one in checked for row in _figures(one, lang)))
    book.write(_OUTCOMES, (row for one in checked for row in _outcomes(one, lang)))
    workbook.close()
    stream.write(whole.getvalue())


class _Book:
    """Writes sheets: a bold first line that stays in sight, widths, filters."""

    def __init__(self, workbook: Workbook, lang: Lang) -> None:
        self._workbook = workbook
        self._lang = lang
        self._head: Format = workbook.add_format(
            {"bold": True, "bg_color": "#DDE6F0", "border": 1, "valign": "vcenter"}
        )
        self._text: Format = workbook.add_format({"text_wrap": True, "valign": "top"})

    def write(self, sheet: _Sheet, rows: Iterator[Sequence[Value]]) -> None:
        """Write the rows; what does not fit goes on in a further sheet."""
        number, left = 1, self._write_some(sheet, rows, 1)
        while left is not None:
            number += 1
            left = self._write_some(sheet, _with_first(left, rows), number)

    def _write_some(
        self, sheet: _Sheet, rows: Iterator[Sequence[Value]], number: int
    ) -> Sequence[Value] | None:
        """Write one sheet; the first row that did not fit, None where all did."""
        name = words("sheets", sheet.name, self._lang)
        name = name if number == 1 else f"{name} {number}"
        page = self._workbook.add_worksheet(name[:_LONGEST_NAME])
        for column, (key, width) in enumerate(sheet.columns):
            page.set_column(column, column, width, self._text)
            page.write_string(0, column, words("columns", key, self._lang), self._head)
        page.freeze_panes(1, 1)
        line, left = 0, None
        for row in rows:
            if line == _ROWS:
                left = row
                break
            line += 1
            for column, value in enumerate(row):
                if isinstance(value, str) and value:
                    page.write_string(line, column, cell_text(value))
                elif value is not None and value != "":
                    page.write_number(line, column, value)
        page.autofilter(0, 0, max(line, 1), len(sheet.columns) - 1)
        return left


def _with_first(
    first: Sequence[Value], rest: Iterator[Sequence[Value]]
) -> Iterator[Sequence[Value]]:
    yield first
    yield from rest


def _head(one: Checked, review: Review) -> tuple[Value, ...]:
    return (one.name, review.report.organ.name, review.report.year)


def _findings(one: Checked, lang: Lang) -> Iterator[Sequence[Value]]:
    result = one.result
    if not isinstance(result, Review):
        told = result.told(lang)
        unread = words("status", "unread", lang)
        yield (one.name, "", None, "", "", told, "", "", "", "", "", unread, "")
        return
    for status, findings in (("open", result.findings), ("accepted", result.accepted)):
        for finding in findings:
            yield (*_head(one, result), *_finding(finding, result, status, lang))


def _finding(finding: Finding, review: Review, status: str, lang: Lang) -> Iterator[Value]:
    yield words("levels", finding.level, lang)
    yield label_of(finding)
    yield finding.message
    yield finding.advice
    yield shortened(finding.quote, 1000)
    yield words("console", "basis_separator", lang).join(finding.basis)
    yield finding.rule
    yield title_of(finding.rule, review, lang)
    yield words("status", status, lang)
    yield finding.fingerprint


def _figures(one: Checked, lang: Lang) -> Iterator[Sequence[Value]]:
    result = one.result
    if not isinstance(result, Review):
        return
    of, places = form(result.report.edition), Places(result.report)
    for path, figure in figures_of(result.report).items():
        found = table_of(of, path)
        if found is None or (found[0].name not in of.tables and figure.state == "absent"):
            continue
        table, field = found
        row, _, column = field.english.rpartition(", ")
        labels = (field.row, field.column) if lang == "zh" else (row or field.english, column)
        state = words("states", figure.state, lang)
        place = places.label(figure.location, lang) if figure.location else ""
        value = _number(figure.value)
        yield (
            *(*_head(one, result), table.label[lang], *labels),
            *(value, field.unit, shortened(figure.raw, 200), state, place, path),
        )


def _number(value: int | Decimal | None) -> Value:
    """A number as a number where the spreadsheet keeps it exact, else in digits."""
    return value if value is None or -_EXACT < value < _EXACT else f"{Decimal(value):f}"


def _outcomes(one: Checked, lang: Lang) -> Iterator[Sequence[Value]]:
    result = one.result
    if not isinstance(result, Review):
        return
    for outcome in result.outcomes:
        yield (
            *_head(one, result),
            outcome.rule,
            title_of(outcome.rule, result, lang),
            outcome.each,
            phrase("verdicts", outcome.verdict, lang),
            outcome.count,
            outcome.reason,
            words("console", "comma", lang).join(outcome.assumed_zero),
        )
