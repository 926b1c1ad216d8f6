"""What our comments say: one on each finding, and one on the whole at the title."""

from __future__ import annotations

from collections.abc import Iterator
from unicodedata import category

from msgspec import Struct

from gxcheck.checking import Review
from gxcheck.output.facts import check_name
from gxcheck.output.lines import advice_line, basis_line, report_line, undecided_lines
from gxcheck.output.summary import summary_of
from gxcheck.output.words import words
from gxcheck.rules.model import Finding, Lang

__all__ = ["Remark", "remark_of", "summary_remark"]

_LONGEST = 1000  # characters of a line; a comment is no place to read more
_MOST_OPEN = 8
_UNSEEN = ("Cc", "Cf", "Cs")


class Remark(Struct, frozen=True):
    """A comment before it is anchored: its heading, the lines below, what it is known by."""

    heading: str
    lines: tuple[str, ...]
    key: str


def remark_of(finding: Finding, lang: Lang, *, exact: bool = True) -> Remark:
    """The remark on a finding; where it cannot stand at the very words it tells them."""
    heading = _words("heading", lang, level=_level(finding, lang), rule=finding.rule)
    lines = tuple(map(_shown, _lines(finding, lang, exact)))
    return Remark(_shown(heading), lines, finding.fingerprint)


def summary_remark(review: Review, lang: Lang) -> Remark:
    """The remark on the whole: counts, what was checked, what could not be decided."""
    summary = summary_of(review)
    levels = {str(level): count for level, count in summary.levels.items()}
    lines = [
        report_line(review, lang),
        words("console", "counts" if review.findings else "clean", lang, **levels),
        words("console", "checked", lang, total=summary.checks, **summary.verdicts),
    ]
    lines += undecided_lines(
        summary, lang, _MOST_OPEN, lambda check: check_name(check, review, lang)
    )
    if len(summary.undecided) > _MOST_OPEN:
        lines.append(_words("more", lang, count=len(summary.undecided) - _MOST_OPEN))
    if review.accepted:
        lines.append(words("console", "accepted", lang, count=len(review.accepted)))
    return Remark(_words("summary", lang), tuple(map(_shown, lines)), "summary")


def _lines(finding: Finding, lang: Lang, exact: bool) -> Iterator[str]:
    yield finding.message
    label = finding.location.label if finding.location else ""
    if not exact and (label or finding.quote):
        yield _words("place", lang, label=label, quote=finding.quote)
    yield from filter(None, (advice_line(finding, lang), basis_line(finding, lang)))


def _level(finding: Finding, lang: Lang) -> str:
    return words("levels", finding.level, lang)


def _words(key: str, lang: Lang, **values: object) -> str:
    return words("comments", key, lang, **values)


def _shown(text: str) -> str:
    """A text as one line of a comment, without what XML cannot hold or nobody can see."""
    line = " ".join("".join(filter(_is_shown, text[: 2 * _LONGEST])).split())
    return line if len(line) <= _LONGEST else line[:_LONGEST] + "…"


def _is_shown(character: str) -> bool:
    if character.isspace():
        return True
    return category(character) not in _UNSEEN and ord(character) & 0xFFFE != 0xFFFE
