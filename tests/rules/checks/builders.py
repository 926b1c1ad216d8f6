"""Reports for the tests of checks: the official tables, filled with 0 and changed as a test asks.

A grid is a list of rows of texts. It goes through the real recognition, so that what a test sees
is what a report would give.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from gxcheck.document.model import Block, Cell, Document, Location, Paragraph, Table
from gxcheck.report import recognise
from gxcheck.report.forms import TableForm, form
from gxcheck.report.lineage import Edition
from gxcheck.report.model import Report
from gxcheck.rules.evaluation.evaluate import prepare
from gxcheck.rules.model import Finding, Lang, Outcome
from gxcheck.rules.packs.loader import shipped_rules

Grid = list[list[str]]
YEARS: dict[Edition, int] = {2008: 2016, 2019: 2020, 2021: 2023}
ROLES = {"proactive": "proactive", "applications": "applications", "litigation": "reviews"}


def grid(edition: Edition, name: str, figures: Mapping[str, object] | None = None) -> Grid:
    """A table of the form; `figures` by path take the place of zeros."""
    table = form(edition).tables[name]
    texts = {path: str(value) for path, value in (figures or {}).items()}
    unknown = texts.keys() - table.fields.keys()
    assert not unknown, unknown
    if name == "litigation":
        return _litigation(table, texts)
    if name == "annex":
        rows = [[row.label, row.unit or "", _text(table, texts, row.key)] for row in table.rows]
        return [["统计指标", "单位", "统计数"], *rows]
    rows = []
    for block in table.blocks:
        if block.header:
            rows.append([block.header])
        rows.append(["信息内容" if block.header else "项目", *(c.label for c in block.columns)])
        for row in block.rows:
            figures_of_row = (_text(table, texts, row.key, c.key) for c in block.columns)
            rows.append([row.label, *figures_of_row])
    return rows


def _litigation(table: TableForm, texts: Mapping[str, str]) -> Grid:
    outcomes = table.blocks[0].columns
    groups = [row.label for row in table.rows]
    figures = [_text(table, texts, row.key, c.key) for row in table.rows for c in outcomes]
    return [groups, [c.label for c in outcomes] * len(groups), figures]


def _text(table: TableForm, texts: Mapping[str, str], row: str, column: str = "") -> str:
    return texts.get(table.path(row, column), "0")


def without_row(rows: Grid, label: str) -> Grid:
    """The grid without the rows that bear a label."""
    kept = [row for row in rows if label not in row[0]]
    assert len(kept) < len(rows), label
    return kept


def without_column(rows: Grid, label: str, upto: str = "") -> Grid:
    """The grid without a column, or without its cells up to the row that bears `upto`."""
    header = next(row for row in rows if label in row)
    at = header.index(label)
    end = next((n for n, row in enumerate(rows) if upto and upto in row[0]), len(rows))
    start = rows.index(header)
    return [
        row[:at] + row[at + 1 :] if start <= n < end and len(row) > at else row
        for n, row in enumerate(rows)
    ]


def relabelled(rows: Grid, old: str, new: str) -> Grid:
    """The grid with other words for a label."""
    assert any(old in row for row in rows), old
    return [[new if text == old else text for text in row] for row in rows]


def with_row(rows: Grid, label: str, cells: Iterable[object]) -> Grid:
    """The grid with other cells in the row of a label."""
    assert any(row[0] == label for row in rows), label
    return [[label, *map(str, cells)] if row[0] == label else row for row in rows]


def report(
    edition: Edition,
    tables: Mapping[str, Grid] | None = None,
    *,
    year: int | None = None,
    organ: str = "云阳县林业局",
    without: Iterable[str] = (),
) -> Report:
    """A report with the sections and tables of a form; `tables` by name replace the blank ones.

    The tables named in `without` are left out.
    """
    year = year or YEARS[edition]
    blocks: list[Block] = []
    _say(blocks, f"{organ}{year}年政府信息公开工作年度报告")
    for number, section in enumerate(form(edition).sections):
        _say(blocks, f"{'一二三四五六七'[number]}、{section.title}")
        if section.table and section.table not in without:
            _show(blocks, (tables or {}).get(section.table) or grid(edition, section.table))
        elif not section.table:
            _say(blocks, "我局按照条例要求做好有关工作，公开内容还需充实，今后将继续改进。")
    if edition == 2008 and "annex" not in without:
        _show(blocks, (tables or {}).get("annex") or grid(edition, "annex"))
    return recognise(Document(tuple(blocks)))


def _say(blocks: list[Block], text: str) -> None:
    blocks.append(Paragraph(text, Location(len(blocks), 0, len(text))))


def _show(blocks: list[Block], rows: Grid) -> None:
    block = len(blocks)
    cells = (
        tuple(Cell(text, Location(block, 0, len(text), n, m)) for m, text in enumerate(row))
        for n, row in enumerate(rows)
    )
    blocks.append(Table(tuple(cells), Location(block), spans_known=False))


def findings(rule: str, of: Report, lang: Lang = "zh") -> list[Finding]:
    """What one rule finds in a report, alone; it must not fail."""
    found, outcomes = _evaluate([rule], of, lang)
    assert "rule_error" not in {outcome.verdict for outcome in outcomes}, found
    return found


def findings_of(rules: Iterable[str], of: Report) -> list[Finding]:
    """What several rules find together, so that one may yield to another."""
    return _evaluate(list(rules), of, "zh")[0]


def places(rule: str, of: Report) -> list[str]:
    """The places, by meaning, where one rule finds something."""
    return [finding.place for finding in findings(rule, of)]


def _evaluate(ids: list[str], of: Report, lang: Lang) -> tuple[list[Finding], list[Outcome]]:
    shipped = shipped_rules()
    rules = [rule for rule in shipped.rules if rule.id in ids]
    assert len(rules) == len(ids), ids
    program = prepare(rules, of.edition, shipped.words)
    found, outcomes = program.evaluate(of, lang)
    return list(found), list(outcomes)
