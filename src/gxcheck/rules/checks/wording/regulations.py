"""Checks of how the Regulation and the norms around it are cited."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from gxcheck.report.model import Report
from gxcheck.rules.checks.matching import matches
from gxcheck.rules.checks.wordings import pattern
from gxcheck.rules.context import Context
from gxcheck.rules.model import NotEvaluated, Violation
from gxcheck.rules.search.passages import Placed, Scope
from gxcheck.rules.search.searching import Match
from gxcheck.rules.search.starting import matches as matches_at_words
from gxcheck.rules.search.words import spots_of

__all__ = ["regulation_name", "regulation_number", "superseded_norm"]

_AHEAD = 8
_NEAR = 24


def regulation_name(
    report: Report, options: Mapping[str, Any], context: Context
) -> Iterator[Violation]:
    """No name in 《》 means the Regulation and is not its own. Values: `name`.

    Options name word lists: `names` (the right ones), `misnomers` (wrong ones, whole), `states`
    and `kinds` (what begins with one of the first and ends with one of the second is meant for the
    Regulation, if it holds a word of `about`), `short` (words before a short name that the report
    gives itself, which is no misnomer).
    """
    lists = {key: context.words(name) for key, name in options.items()}
    document = context.scopes.scope("document")
    wrong = {
        found[0]: found[1].partition("(")[0]
        for found in matches_at_words(document.index, pattern("cited_name"))
        if _is_misnomer(found[1].partition("(")[0], lists)
    }
    own = set(_short_names(document, lists["short"])) if wrong else set()
    for cited, name in wrong.items():
        if name not in own:
            for index in document.holding(cited):
                yield from _misnomers(document.placed(document.texts[index]), cited, name)


def _is_misnomer(name: str, lists: Mapping[str, tuple[str, ...]]) -> bool:
    if name in lists["names"]:
        return False
    if name in lists["misnomers"]:
        return True
    return (
        name.startswith(lists["states"])
        and name.endswith(lists["kinds"])
        and any(word in name for word in lists["about"])
    )


def _misnomers(placed: Placed, cited: str, name: str) -> Iterator[Violation]:
    passage, place = placed
    for at in spots_of(cited, passage.normal):
        yield Violation(
            location=passage.locate(at, at + len(cited)),
            quote=passage.quote(at, at + len(cited)),
            values={"name": name},
            place=place,
        )


def _short_names(document: Scope, marks: Iterable[str]) -> Iterator[str]:
    """The names that the report says it uses for short."""
    for mark in marks:
        for at in spots_of(mark, document.words):
            found = pattern("cited_name").search(document.words, at + len(mark))
            if found and found.start() <= at + len(mark) + _AHEAD:
                yield found[1]


def regulation_number(
    report: Report, options: Mapping[str, Any], context: Context
) -> Iterator[Violation]:
    """The decree cited with the Regulation is the one in force in the report's year.

    Options: `patterns` of a decree, with a group `number`; `decrees`, each number of the
    Regulation's own with the years of reports (`since`, `until`) that it is right for; the words
    `before` or `after` which any other number is taken for the Regulation's too. Where the right
    number stands close by, the passage tells history. Values: `number`, `right`, `year`.
    """
    year = _year(report)
    own = {str(number): years for number, years in options["decrees"].items()}
    right = next((number for number, years in own.items() if _holds(years, year)), "")
    for match in matches(context, "document", options["patterns"]):
        text, number = match.placed.passage.normal, match.values["number"]
        before, after = text[: match.start], text[match.end :]
        meant = number in own or before.endswith(tuple(options["before"]))
        if not meant and not after.startswith(tuple(options["after"])):
            continue
        if number != right and right not in before[-_NEAR:] + after[:_NEAR]:
            values = {"number": number, "right": right, "year": year}
            yield _cited(match, values)


def superseded_norm(
    report: Report, options: Mapping[str, Any], context: Context
) -> Iterator[Violation]:
    """No norm is cited that another had replaced by the report's year.

    Options: `norms`, each with `name`, `pattern`, `since` (the first year of reports for which it
    is replaced) and `by`; `history`, words beside which the citation is no mistake. Values: `norm`,
    `by`, `year`.
    """
    year = _year(report)
    for norm in options["norms"]:
        if year < norm["since"]:
            continue
        for match in matches(context, "document", {"": norm["pattern"]}):
            text = match.placed.passage.normal
            around = text[max(0, match.start - _NEAR) : match.end + _NEAR]
            if not any(word in around for word in options["history"]):
                values = {"norm": norm["name"], "by": norm["by"], "year": year}
                yield _cited(match, values)


def _year(report: Report) -> int:
    if report.year is None:
        raise NotEvaluated("unknown-value", names=["year"])
    return report.year


def _holds(years: Mapping[str, int], year: int) -> bool:
    return years.get("since", year) <= year <= years.get("until", year)


def _cited(match: Match, values: Mapping[str, object]) -> Violation:
    passage, place = match.placed
    return Violation(
        location=passage.locate(match.start, match.end),
        quote=passage.quote(match.start, match.end),
        values=values,
        place=place,
    )
