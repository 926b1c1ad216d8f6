"""Checks for what was put in twice: a sentence, a punctuation mark."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from gxcheck.report.model import Report
from gxcheck.rules.checks.wording.halves import lower_halves
from gxcheck.rules.checks.wordings import Spot, at
from gxcheck.rules.context import Context
from gxcheck.rules.model import Violation

__all__ = ["punctuation_doubled", "sentence_repeated"]

_NO, _YES = b"\0", b"\1"


def sentence_repeated(
    report: Report, options: Mapping[str, Any], context: Context
) -> Iterator[Violation]:
    """No sentence stands twice in one section. Value: `sentence`.

    Options: `end`, the mark that ends a sentence, and `least`, how many characters it has. Of
    sentences that were put in again one after the other the first is told. What stands in two
    sections may be right: each tells of what it is about.
    """
    end, least = options["end"], options["least"]
    first_at: dict[str, int] = {}
    start, told = 0, 0
    for piece in context.scopes.scope("document").words.split(end):
        sentence = piece.rpartition("\n")[2]
        stop = start + len(piece)
        before = first_at.setdefault(sentence, stop) if len(sentence) >= least else stop
        if before < stop:
            if told != stop - before:
                yield from _again(context, stop - len(sentence), before - len(sentence), stop)
            told = stop - before
        elif len(sentence) >= least:
            told = 0
        start = stop + len(end)


def _again(context: Context, start: int, before: int, stop: int) -> Iterator[Violation]:
    """The sentence from `start` on, if it stands in the same section as it did before."""
    (passage, place), first, last = at(context, start, stop)
    earlier = at(context, before, before + stop - start)
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
    halves = bytes(ord(mark) & 0xFF for mark in marks)
    table = bytes(byte in halves for byte in range(256))
    looked = context.once(lower_halves).translate(table)
    place = looked.find(_YES + _YES)
    while place >= 0:
        pair = text[place : place + 2]
        if pair[0] in marks and pair[1] in marks and pair not in right:
            yield _doubled(at(context, place, place + 2))
        place = looked.find(_YES + _YES, place + 1)


def _doubled(spot: Spot) -> Violation:
    (passage, place), start, end = spot
    quote = passage.quote(start, end)
    return Violation(passage.locate(start, end), quote=quote, values={"marks": quote}, place=place)
