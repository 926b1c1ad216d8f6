"""Checks for what was put in twice: a sentence, a punctuation mark."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Any

from gxcheck.report.model import Report
from gxcheck.rules.checks.wording.halves import lower_halves
from gxcheck.rules.checks.wordings import Spot, at
from gxcheck.rules.context import Context
from gxcheck.rules.model import Violation

__all__ = ["punctuation_doubled", "sentence_repeated"]

_TWO = b"\1\1"


def sentence_repeated(
    report: Report, options: Mapping[str, Any], context: Context
) -> Iterator[Violation]:
    """No sentence stands twice in one section. Value: `sentence`.

    Options: `end`, the mark that ends a sentence, and `least`, how many characters it has. Of
    sentences that were put in again one after the other the first is told. What stands in two
    sections may be right: each tells of what it is about.
    """
    end, least = options["end"], options["least"]
    pieces = context.scopes.scope("document").words.split(end)
    sentences = [piece.rpartition("\n")[2] for piece in pieces if len(piece) >= least]
    if len(set(sentences)) < len(sentences):
        yield from _repeated(context, pieces, end, least)


def _repeated(context: Context, pieces: Sequence[str], end: str, least: int) -> Iterator[Violation]:
    """The sentences that stand there again; of those that are as far from the first, one."""
    first_at: dict[str, int] = {}
    start, last_apart = 0, 0
    for piece in pieces:
        stop = start + len(piece)
        sentence = piece.rpartition("\n")[2]
        if len(sentence) >= least:
            apart = stop - first_at.setdefault(sentence, stop)
            if apart and apart != last_apart:
                yield from _again(context, stop - len(sentence), apart, stop)
            last_apart = apart
        start = stop + len(end)


def _again(context: Context, start: int, apart: int, stop: int) -> Iterator[Violation]:
    """The sentence from `start` to `stop`, if it stands in the section where it did before."""
    (passage, place), first, last = at(context, start, stop)
    earlier = at(context, start - apart, stop - apart)
    if place == earlier.placed.place:
        yield Violation(
            passage.locate(first, last),
            quote=passage.quote(first, last),
            values={"sentence": passage.quote(first, last)},
            related=(earlier.placed.passage.locate(earlier.start, earlier.end),),
            place=place,
        )


def punctuation_doubled(
    report: Report, options: Mapping[str, Any], context: Context
) -> Iterator[Violation]:
    """No mark stands beside another that it cannot stand beside: ，。 Value: `marks`.

    Options: `marks`, and `right`, pairs of them that may stand so.
    """
    text = context.scopes.scope("document").words
    marks, right = options["marks"], frozenset(options["right"])
    looked = context.once(lower_halves).translate(_table(marks))
    place = looked.find(_TWO)
    while place >= 0:
        pair = text[place : place + 2]
        if pair[0] in marks and pair[1] in marks and pair not in right:
            yield _doubled(at(context, place, place + 2))
        place = looked.find(_TWO, place + 1)


@cache
def _table(marks: str) -> bytes:
    """What turns the lower halves of some marks into 1, and all others into 0."""
    halves = bytes(ord(mark) & 0xFF for mark in marks)
    return bytes(byte in halves for byte in range(256))


def _doubled(spot: Spot) -> Violation:
    (passage, place), start, end = spot
    quote = passage.quote(start, end)
    return Violation(passage.locate(start, end), quote=quote, values={"marks": quote}, place=place)
