"""Sixty identities over the figures of one report: ours, bare Python, and ISO Schematron.

The bare side is what a programmer would write by hand: one compiled function that takes the numbers
from the parsed report and compares. Schematron is lxml's, over the same numbers as XML attributes.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from lxml import etree
from lxml.isoschematron import Schematron

from benchmarks.timing import milliseconds, show
from gxcheck.checking import parse
from gxcheck.report.forms import form
from gxcheck.report.model import Report
from gxcheck.rules import RuleSet, load_rules
from gxcheck.rules.values import figures_of

__all__ = ["run"]

RULES = (
    "applications-balance",
    "applications-closed",
    "applications-row-total",
    "reviews-total",
    "direct-suits-total",
    "suits-after-review-total",
    "carried-forward-exceeds",
    "closed-exceeds",
)
Equation = tuple[Sequence[str], str, Sequence[str]]


def run(path: Path) -> None:
    """Time all three on the report at `path`."""
    report = parse(path)
    equations = _equations(report)
    shipped = load_rules()
    ours = RuleSet(tuple(rule for rule in shipped.rules if rule.id in RULES), shipped.words)
    bare = _bare(equations)
    schema, xml = _schematron(report, equations)
    assert all(bare(report))
    assert schema.validate(xml)
    times = milliseconds(
        {
            "ours": lambda: ours.evaluate(report),
            "bare": lambda: bare(report),
            "schematron": lambda: schema.validate(xml),
        },
        rounds=25,
    )
    show(
        f"{len(equations)} identities over {len(figures_of(report))} numbers",
        [
            ("gxcheck, with outcomes", f"{times['ours']:8.4f} ms"),
            ("bare compiled Python", f"{times['bare']:8.4f} ms"),
            ("lxml ISO Schematron", f"{times['schematron']:8.4f} ms"),
            ("gxcheck against bare", f"{times['ours'] / times['bare']:8.2f} ×  (goal: at most 3)"),
            (
                "Schematron against gxcheck",
                f"{times['schematron'] / times['ours']:8.2f} ×  (goal: at least 5)",
            ),
        ],
    )


def _equations(report: Report) -> list[Equation]:
    """The identities and inequalities of the tables of sections three and four."""
    table = form(report.edition).tables["applications"]
    rows = [row.key for row in table.rows]
    columns = [column.key for column in table.blocks[0].columns]
    results = [
        row for row in rows if row not in ("received", "carried", "closed", "carried_forward")
    ]
    found: list[Equation] = []
    for column in columns:

        def cell(row: str, column: str = column) -> str:
            return f"applications.{row}.{column}"

        came = [cell("received"), cell("carried")]
        found.append((came, "==", [cell("closed"), cell("carried_forward")]))
        found.append(([cell("closed")], "==", [cell(row) for row in results]))
        found.append(([cell("carried_forward")], "<=", came))
        found.append(([cell("closed")], "<=", came))
    for row in rows:
        cells = [f"applications.{row}.{column}" for column in columns]
        found.append((cells[-1:], "==", cells[:-1]))
    for block in ("reviews", "direct_suits", "suits_after_review"):
        parts = [f"{block}.{outcome}" for outcome in ("upheld", "corrected", "other", "pending")]
        found.append((parts, "==", [f"{block}.total"]))
    return found


def _bare(equations: Sequence[Equation]) -> Callable[[Report], list[bool]]:
    def side(paths: Sequence[str]) -> str:
        return "+".join(f"r.{path}.value" for path in paths)

    code = ",".join(f"{side(left)}{sign}{side(right)}" for left, sign, right in equations)
    function: Callable[[Report], list[bool]] = eval(f"lambda r: [{code}]")  # noqa: S307
    return function


def _schematron(report: Report, equations: Sequence[Equation]) -> tuple[Schematron, etree._Element]:
    root = etree.Element("report")
    for path, figure in figures_of(report).items():
        root.set(path, str(figure.value))

    def side(paths: Sequence[str]) -> str:
        return "+".join(f"@{path}" for path in paths)

    def assertion(equation: Equation) -> str:
        left, sign, right = equation
        test = f"{side(left)} {sign.replace('==', '=').replace('<', '&lt;')} {side(right)}"
        return f'<assert test="{test}">wrong</assert>'

    rules = "".join(map(assertion, equations))
    schema = (
        '<schema xmlns="http://purl.oclc.org/dsdl/schematron"><pattern><rule context="report">'
        f"{rules}</rule></pattern></schema>"
    )
    return Schematron(etree.fromstring(schema)), root
