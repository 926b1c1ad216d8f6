"""A review as Markdown, for merge requests and tickets: what to mend, by section of the report."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TextIO

from gxcheck.checking import Review
from gxcheck.output import Checked
from gxcheck.output.excerpts import CellExcerpt, cells_of, passage_of
from gxcheck.output.facts import label_of
from gxcheck.output.grouping import by_section
from gxcheck.output.harmless import markdown_text, shortened
from gxcheck.output.lines import advice_line, basis_line, report_line, stale_line, undecided_lines
from gxcheck.output.summary import summary_of
from gxcheck.output.words import words
from gxcheck.rules.model import LEVELS, Finding, Lang

__all__ = ["write_markdown"]


def write_markdown(checked: Sequence[Checked], stream: TextIO, lang: Lang) -> None:
    """Write a part for each file."""
    parts = ("\n".join(_part(one, lang)) for one in checked)
    stream.write("\n".join(parts) + "\n" if checked else "")


def _part(one: Checked, lang: Lang) -> Iterator[str]:
    yield from (f"# {markdown_text(one.name)}", "")
    if isinstance(one.result, Review):
        yield from _Writer(one.result, lang).lines()
    else:
        told = words("markdown", "unread", lang, reason=one.result.told(lang))
        yield from (markdown_text(told), "")


class _Writer:
    """Writes one review."""

    def __init__(self, review: Review, lang: Lang) -> None:
        self._review = review
        self._lang = lang

    def lines(self) -> Iterator[str]:
        """The review's lines."""
        yield from (markdown_text(report_line(self._review, self._lang)), "")
        yield from self._counts()
        for heading, findings in by_section(self._review, self._lang):
            yield from (f"## {markdown_text(shortened(heading))}", "")
            for finding in findings:
                yield from self._finding(finding)
        yield from self._summary()

    def _counts(self) -> Iterator[str]:
        counts = summary_of(self._review).levels
        names = [self._words("levels", level) for level in LEVELS]
        yield from _table([names, [str(counts[level]) for level in LEVELS]], right=3)
        if not self._review.findings:
            yield from (self._told("console", "clean"), "")

    def _finding(self, finding: Finding) -> Iterator[str]:
        level = self._words("levels", finding.level)
        yield f"- **{markdown_text(level)}** {markdown_text(shortened(finding.message, 2000))}  "
        label = markdown_text(label_of(finding))
        yield f"  `{finding.rule}`{f' · {label}' if label else ''}  "
        if advice := advice_line(finding, self._lang):
            yield f"  {markdown_text(advice)}  "
        if basis := basis_line(finding, self._lang):
            yield f"  {markdown_text(basis)}"
        yield ""
        yield from (f"  {line}" if line else "" for line in self._excerpt(finding))

    def _excerpt(self, finding: Finding) -> Iterable[str]:
        """The cells that a finding looks at, or the words that it quotes in their sentence."""
        cells = cells_of(self._review.report, finding, self._lang)
        if cells:
            return _table(list(_cells(cells)), right=len(cells.columns))
        passage = passage_of(self._review.report, finding)
        if passage is None:
            return ()
        before, quoted, after = (markdown_text(shortened(part)) for part in passage)
        return (f"> {before}【{quoted}】{after}" if quoted else f"> {before}{after}", "")

    def _summary(self) -> Iterator[str]:
        review, summary = self._review, summary_of(self._review)
        yield from (f"## {self._told('markdown', 'summary')}", "")
        yield "- " + self._told("console", "checked", total=summary.checks, **summary.verdicts)
        for line in undecided_lines(summary, self._lang):
            yield "- " + markdown_text(line)
        if review.accepted:
            yield "- " + self._told("console", "accepted", count=len(review.accepted))
        for stale in review.stale:
            yield "- " + markdown_text(stale_line(stale, self._lang))
        yield ""

    def _words(self, group: str, key: str, **values: object) -> str:
        return words(group, key, self._lang, **values)

    def _told(self, group: str, key: str, **values: object) -> str:
        return markdown_text(self._words(group, key, **values))


def _cells(cells: CellExcerpt) -> Iterator[list[str]]:
    """The cells of an excerpt, the header first, the finding's own in bold."""
    yield ["", *map(markdown_text, cells.columns)]
    for row, (name, values) in enumerate(zip(cells.rows, cells.cells, strict=True)):
        yield [
            markdown_text(name),
            *(
                f"**{markdown_text(shortened(value or ''))}**"
                if (row, column) in cells.marked and value
                else markdown_text(shortened(value or ""))
                for column, value in enumerate(values)
            ),
        ]


def _table(rows: Sequence[Sequence[str]], right: int) -> Iterator[str]:
    """A table of cells that are escaped already; its last `right` columns hold figures."""
    header, *body = rows
    marks = ["---"] * (len(header) - right) + ["---:"] * right
    for row in (header, marks, *body):
        yield f"| {' | '.join(row)} |"
    yield ""
