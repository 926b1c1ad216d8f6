"""The review as one page for the browser: the report with its marks, the findings beside it."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from importlib.resources import files

from jinja2 import Environment, FunctionLoader, StrictUndefined
from markupsafe import Markup
from msgspec import Struct

from gxcheck import __version__
from gxcheck.checking import Review
from gxcheck.output.facts import check_name
from gxcheck.output.grouping import by_section
from gxcheck.output.html.blocks import TableView, View, views
from gxcheck.output.html.lines import shown
from gxcheck.output.lines import advice_line, basis_line, report_line
from gxcheck.output.summary import summary_of
from gxcheck.output.words import clean, words
from gxcheck.rules.model import Finding, Lang

__all__ = ["Card", "Group", "review_page", "review_policy"]


class Card(Struct, frozen=True):
    """A finding as the list shows it; `placed` where the page has a mark to lead to."""

    number: int
    finding: Finding
    placed: bool
    label: str
    message: str
    quote: str
    advice: str
    basis: str


class Group(Struct, frozen=True):
    """The findings of one part of the report."""

    name: str
    cards: tuple[Card, ...]


def review_page(name: str, review: Review, lang: Lang) -> str:
    """The page for the review of the file `name`: self-contained, nothing in it runs but ours."""
    blocks = tuple(views(review))
    groups = tuple(_groups(review, lang, _placed(blocks)))
    summary = summary_of(review)
    report = review.report
    return (
        _environment()
        .get_template("review.html.jinja")
        .render(
            lang=lang,
            name=name,
            version=__version__,
            heading=report.title.text if report.title else name,
            about=report_line(review, lang),
            summary=summary,
            checked=words("console", "checked", lang, total=summary.checks, **summary.verdicts),
            clean_words=words("console", "clean", lang),
            groups=groups,
            accepted=review.accepted,
            stale=review.stale,
            views=blocks,
            refs=_references(review.findings),
            check_name=lambda check: check_name(check, review, lang),
            say=lambda key, **values: words("page", key, lang, **values),
            level_name=lambda level: words("levels", level, lang),
            style=Markup(_asset("review.css")),
            script=Markup(_asset("review.js")),
            policy=review_policy(),
        )
    )


def _groups(review: Review, lang: Lang, placed: frozenset[int]) -> Iterator[Group]:
    number_of = {id(finding): number for number, finding in enumerate(review.findings, 1)}
    for name, findings in by_section(review, lang):
        cards = [_card(number_of[id(f)], f, lang, placed) for f in findings]
        yield Group(name, tuple(cards))


def _card(number: int, finding: Finding, lang: Lang, placed: frozenset[int]) -> Card:
    return Card(
        number=number,
        finding=finding,
        placed=number in placed,
        label=finding.location.label if finding.location else "",
        message=finding.message,
        quote=shown(finding.quote) if _in_prose(finding) else "",
        advice=advice_line(finding, lang),
        basis=basis_line(finding, lang),
    )


def _in_prose(finding: Finding) -> bool:
    """Whether the quote says more than the cell that is marked."""
    return finding.location is None or finding.location.row is None


def _placed(blocks: Sequence[View]) -> frozenset[int]:
    """The findings that have a place on the page."""
    return frozenset(number for block in blocks for number in _ends(block))


def _ends(block: View) -> Iterator[int]:
    yield from block.whole
    if isinstance(block, TableView):
        yield from (number for row in block.rows for cell in row for number in cell.ends)
    else:
        yield from (number for part in block.stretches for number in part.ends)


def _references(findings: Sequence[Finding]) -> Callable[[Sequence[int]], Markup]:
    """What writes the small numbers that lead from a place to its findings."""
    link = Markup(
        '<a class="ref {level}" id="place-{number}" href="#finding-{number}" '
        'data-level="{level}" data-findings="{number}">{number}</a>'
    )

    def references(numbers: Sequence[int]) -> Markup:
        return Markup("").join(
            link.format(number=number, level=findings[number - 1].level) for number in numbers
        )

    return references


def review_policy() -> str:
    """What the page may load and run: its own style and script, known by their digests."""
    style, script = _digest("review.css"), _digest("review.js")
    return (
        f"default-src 'none'; style-src 'sha256-{style}'; script-src 'sha256-{script}'; "
        "base-uri 'none'; form-action 'none'"
    )


def _digest(name: str) -> str:
    return base64.b64encode(hashlib.sha256(_asset(name).encode()).digest()).decode()


@cache
def _asset(name: str) -> str:
    return files(__package__).joinpath(name).read_text("utf-8")


@cache
def _environment() -> Environment:
    return Environment(
        loader=FunctionLoader(_asset),
        autoescape=True,
        finalize=_harmless,
        undefined=StrictUndefined,
    )


def _harmless(value: object) -> object:
    """Text of a report without what steers a display; our own markup stays as it is."""
    return clean(value) if isinstance(value, str) and not isinstance(value, Markup) else value
