"""Totals of which some are excepted or done and the rest is told: 1224项，除8项外，其余1216项."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from gxcheck.report.prose.numbers.numerals import Number
from gxcheck.report.prose.stated import ToldSum
from gxcheck.report.prose.statements.lists import list_words
from gxcheck.report.prose.statements.sketches import Sketch, filled, statement_words
from gxcheck.report.prose.statements.sums import STOPS, after_last
from gxcheck.report.prose.statements.telling import span, told_number, told_sum
from gxcheck.report.seek import holds_any

__all__ = ["remainders_in"]


def remainders_in(sketch: Sketch) -> Iterator[ToldSum]:
    """The remainders of a passage, as sums of what is excepted or done and what remains.

    Those after 中, are lists of parts like any other. Where the numbers are far from each other
    they are not of one kind: 10个县，除3个县外，其余50个乡镇.
    """
    lists = list_words()
    ways = [way for way in statement_words("remainders").values() if way["mark"] in sketch.text]
    for way, found in (
        (w, found) for w in ways for found in filled(w["told"]).finditer(sketch.text)
    ):
        start = after_last(sketch.text, STOPS, found.start())
        if holds_any(sketch.text[start : found.start()], way.get("besides", ())):
            continue
        total, *excepted, rest = (sketch.quantities[at] for at in sketch.within(*found.span()))
        parts = (*excepted, rest)
        if rest.unit != total.unit or any(one.hedge or one.unit == "%" for one in (total, *parts)):
            continue
        added: Number = sum(one.value for one in parts)
        if abs(Decimal(added - total.value)) > total.value * Decimal(str(lists.slip)):
            continue
        if filled(lists.divided).match(sketch.text, found.start()):
            continue
        text, location = span(sketch, *found.span())
        told = [told_number(sketch, one, "") for one in parts]
        whole = told_number(sketch, total, "")
        yield told_sum(text, location, whole, told, exhaustive=True, ceiling=total.high)
