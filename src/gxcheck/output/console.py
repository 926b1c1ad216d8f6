"""Findings on the terminal: grouped by section, readable at 80 columns and without colour."""

from __future__ import annotations

from collections import Counter
from typing import TextIO

from rich import box
from rich.console import Console
from rich.padding import Padding
from rich.table import Column, Table
from rich.text import Text

from gxcheck.checking import Review
from gxcheck.output.excerpts import CellExcerpt, Passage, cells_of, passage_of
from gxcheck.output.grouping import by_section
from gxcheck.output.words import clean, words
from gxcheck.patterns import own_pattern
from gxcheck.rules.model import Finding, Lang

__all__ = ["write_console"]

_STYLES = {"error": "bold red", "warning": "bold yellow", "info": "bold blue"}
_MOST_OPEN = 8
_TRAILING = own_pattern(r"(?m) +$")
_INSET = (0, 0, 0, 4)


def write_console(name: str, review: Review, stream: TextIO, lang: Lang) -> None:
    """Write the review of the file `name` to `stream`."""
    console = Console(file=stream, highlight=False, markup=False, emoji=False, legacy_windows=False)
    with console.capture() as page:
        _Page(console, review, lang).write(name)
    stream.write(_TRAILING.sub("", page.get()))


class _Page:
    """One review on a console."""

    def __init__(self, console: Console, review: Review, lang: Lang) -> None:
        self.console = console
        self.review = review
        self.lang = lang

    def write(self, name: str) -> None:
        self._line(name, "bold")
        self._line(self._report_line(), "dim")
        for heading, findings in by_section(self.review, self.lang):
            self.console.print()
            self.console.rule(Text(clean(heading)), align="left", characters="─", style="dim")
            for place, finding in enumerate(findings):
                if place:
                    self.console.print()
                self._finding(finding)
        self.console.print()
        self._summary()

    def _report_line(self) -> str:
        report = self.review.report
        unknown = words("console", "unknown", self.lang)
        return words(
            "console",
            "report",
            self.lang,
            year=report.year or unknown,
            edition=report.edition,
            organ=report.organ.name or unknown,
            kind=words("kinds", report.organ.kind, self.lang),
        )

    def _finding(self, finding: Finding) -> None:
        level = words("levels", finding.level, self.lang)
        label = finding.location.label if finding.location else ""
        head = Table.grid("", Column(overflow="fold"), padding=(0, 2, 0, 0))
        head.add_row(Text(level, _STYLES[finding.level]), Text(clean(finding.message)))
        self.console.print(head)
        self._indented(f"{finding.rule}  {label}".rstrip(), "dim")
        cells = cells_of(self.review.report, finding, self.lang)
        passage = None if cells else passage_of(self.review.report, finding)
        if cells:
            self._inset(_cell_table(cells))
        elif passage:
            self._inset(_passage_text(passage))
        if finding.advice:
            self._indented(words("console", "advice", self.lang, advice=finding.advice))
        if finding.basis:
            separator = words("console", "basis_separator", self.lang)
            basis = separator.join(finding.basis)
            self._indented(words("console", "basis", self.lang, basis=basis), "dim")

    def _summary(self) -> None:
        review = self.review
        if not review.findings:
            self._line(words("console", "clean", self.lang), "green")
        levels = Counter(finding.level for finding in review.findings)
        counts = {level: levels[level] for level in ("error", "warning", "info")}
        self._line(words("console", "counts", self.lang, **counts), "bold")
        self._line(words("console", "checked", self.lang, **self._verdicts()))
        self._open()
        if review.accepted:
            self._line(words("console", "accepted", self.lang, count=len(review.accepted)))

    def _verdicts(self) -> dict[str, int]:
        verdicts: Counter[str] = Counter()
        for outcome in self.review.outcomes:
            verdicts[outcome.verdict] += outcome.count
        names = ("satisfied", "violated", "not_evaluated")
        return {name: verdicts[name] for name in names} | {
            "total": sum(verdicts[name] for name in names)
        }

    def _open(self) -> None:
        """What could not be decided, a line for each reason."""
        reasons: dict[str, dict[str, None]] = {}
        for outcome in self.review.outcomes:
            if outcome.verdict == "not_evaluated" and outcome.reason:
                named = f"{outcome.rule} {outcome.each}" if outcome.each else outcome.rule
                reasons.setdefault(outcome.reason, {})[named] = None
        comma = words("console", "comma", self.lang)
        for reason, rules in list(reasons.items())[:_MOST_OPEN]:
            told = words("console", "open", self.lang, rules=comma.join(rules), reason=reason)
            self._line(told, "dim")
        if len(reasons) > _MOST_OPEN:
            self._line(words("console", "more", self.lang, count=len(reasons) - _MOST_OPEN), "dim")

    def _line(self, text: str, style: str = "") -> None:
        self.console.print(Text(clean(text), style))

    def _indented(self, text: str, style: str = "") -> None:
        self._inset(Text(clean(text), style))

    def _inset(self, content: Text | Table) -> None:
        self.console.print(Padding(content, _INSET, expand=False))


def _passage_text(passage: Passage) -> Text:
    text = Text(clean(passage.before))
    text.append(f"【{clean(passage.quote)}】", "bold")
    text.append(clean(passage.after))
    return text


def _cell_table(cells: CellExcerpt) -> Table:
    table = Table(box=box.ASCII, show_header=any(cells.columns), padding=(0, 1))
    table.add_column("")
    for column in cells.columns:
        table.add_column(Text(clean(column)), justify="right")
    for row, (name, values) in enumerate(zip(cells.rows, cells.cells, strict=True)):
        marked = [
            _cell_text(value, (row, column) in cells.marked) for column, value in enumerate(values)
        ]
        table.add_row(Text(clean(name)), *marked)
    return table


def _cell_text(value: str | None, marked: bool) -> Text:
    text = clean(value or "")
    return Text(f"[{text}]", "bold red") if marked else Text(text)
