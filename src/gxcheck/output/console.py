"""Findings on the terminal: grouped by section, readable at 80 columns and without colour."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TextIO

from rich.console import Console
from rich.text import Text

from gxcheck.checking import Review
from gxcheck.errors import ReadError
from gxcheck.output import Checked
from gxcheck.output.excerpts import CellExcerpt, Passage, cells_of, passage_of
from gxcheck.output.grouping import by_section
from gxcheck.output.layout import Page
from gxcheck.output.lines import advice_line, basis_line, report_line, stale_line, undecided_lines
from gxcheck.output.summary import Summary, summary_of
from gxcheck.output.words import clean, words
from gxcheck.rules.model import Finding, Lang

__all__ = ["write_console"]

_STYLES = {"error": "bold red", "warning": "bold yellow", "info": "bold blue"}
_MOST_OPEN = 8
_INDENT = 4


def write_console(checked: Sequence[Checked], stream: TextIO, lang: Lang) -> None:
    """Write the reviews of the files that could be checked."""
    for place, one in enumerate(checked):
        if isinstance(one.result, Review):
            if place:
                stream.write("\n")
            _write_review(one.name, one.result, stream, lang)
    if len(checked) > 1:
        stream.write("\n" + _all_files([one.result for one in checked], lang) + "\n")


def _all_files(results: Sequence[Review | ReadError], lang: Lang) -> str:
    """What became of several files, in a line."""
    unread = sum(isinstance(one, ReadError) for one in results)
    reviews = [one for one in results if isinstance(one, Review)]
    wrong = sum(any(f.level == "error" for f in one.findings) for one in reviews)
    return words("console", "files", lang, files=len(results), error=wrong, unread=unread)


def _write_review(name: str, review: Review, stream: TextIO, lang: Lang) -> None:
    console = Console(file=stream, highlight=False, markup=False, emoji=False, legacy_windows=False)
    page = Page(console)
    _Writer(page, review, lang).write(name)
    page.print()


class _Writer:
    """Writes one review on a page."""

    def __init__(self, page: Page, review: Review, lang: Lang) -> None:
        self.page = page
        self.review = review
        self.lang = lang

    def write(self, name: str) -> None:
        self._line(name, "bold")
        self._line(report_line(self.review, self.lang), "dim")
        for heading, findings in by_section(self.review, self.lang):
            self.page.gap()
            self.page.rule(clean(heading), "dim")
            for place, finding in enumerate(findings):
                if place:
                    self.page.gap()
                self._finding(finding)
        self.page.gap()
        self._summary()

    def _finding(self, finding: Finding) -> None:
        level = (words("levels", finding.level, self.lang), _STYLES[finding.level])
        head = Text.assemble(level, "  ")
        label = finding.location.label if finding.location else ""
        self.page.write(Text(clean(finding.message)), head.cell_len, head)
        self._indented(f"{finding.rule}  {label}".rstrip(), "dim")
        cells = cells_of(self.review.report, finding, self.lang)
        passage = None if cells else passage_of(self.review.report, finding)
        if cells:
            self.page.table(_cell_table(cells), _INDENT, header=any(cells.columns))
        elif passage:
            self.page.write(_passage_text(passage), _INDENT)
        if advice := advice_line(finding, self.lang):
            self._indented(advice)
        if basis := basis_line(finding, self.lang):
            self._indented(basis, "dim")

    def _summary(self) -> None:
        review, summary = self.review, summary_of(self.review)
        if not review.findings:
            self._line(words("console", "clean", self.lang), "green")
        counts = {str(level): count for level, count in summary.levels.items()}
        self._line(words("console", "counts", self.lang, **counts), "bold")
        verdicts = {"total": summary.checks, **summary.verdicts}
        self._line(words("console", "checked", self.lang, **verdicts))
        self._open(summary)
        if review.accepted:
            self._line(words("console", "accepted", self.lang, count=len(review.accepted)))
        for stale in review.stale:
            self._line(stale_line(stale, self.lang), "yellow")

    def _open(self, summary: Summary) -> None:
        """What could not be decided, a line for each reason."""
        for line in undecided_lines(summary, self.lang, _MOST_OPEN):
            self._line(line, "dim")
        more = len(summary.undecided) - _MOST_OPEN
        if more > 0:
            self._line(words("console", "more", self.lang, count=more), "dim")

    def _line(self, text: str, style: str = "") -> None:
        self.page.write(Text(clean(text), style))

    def _indented(self, text: str, style: str = "") -> None:
        self.page.write(Text(clean(text), style), _INDENT)


def _passage_text(passage: Passage) -> Text:
    text = Text(clean(passage.before))
    text.append(f"【{clean(passage.quote)}】", "bold")
    text.append(clean(passage.after))
    return text


def _cell_table(cells: CellExcerpt) -> list[list[Text]]:
    table = [[Text(), *(Text(clean(column), "bold") for column in cells.columns)]]
    for row, (name, values) in enumerate(zip(cells.rows, cells.cells, strict=True)):
        marked = [
            _cell_text(value, (row, column) in cells.marked) for column, value in enumerate(values)
        ]
        table.append([Text(clean(name)), *marked])
    return table if any(cells.columns) else table[1:]


def _cell_text(value: str | None, marked: bool) -> Text:
    text = clean(value or "")
    return Text(f"[{text}]", "bold red") if marked else Text(text)
