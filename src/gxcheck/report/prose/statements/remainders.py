"""Totals of which some are excepted or done and the rest is told: 1224项，除8项外，其余1216项."""

from __future__ import annotations

import re
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
    text = sketch.text
    for way in statement_words("remainders").values():
        if way["mark"] not in text:
            continue
        for found in filled(way["told"]).finditer(text):
            start = after_last(text, STOPS, found.start())
            if not holds_any(text[start : found.start()], way.get("besides", ())):
                yield from _remainder(sketch, found)


def _remainder(sketch: Sketch, found: re.Match[str]) -> Iterator[ToldSum]:
    """The sum that a match tells; none where a list of parts stands, or numbers of two kinds."""
    lists = list_words()
    total, *parts = (sketch.quantities[at] for at in sketch.within(*found.span()))
    if parts[-1].unit != total.unit or any(one.hedge or one.unit == "%" for one in (total, *parts)):
        return
    added: Number = sum(one.value for one in parts)
    if abs(Decimal(added - total.value)) > total.value * Decimal(str(lists.slip)):
        return
    if filled(lists.divided).match(sketch.text, found.start()):
        return
    told = [told_number(sketch, one, "") for one in parts]
    whole = told_number(sketch, total, "")
    place = span(sketch, *found.span())
    yield told_sum(*place, whole, told, exhaustive=True, ceiling=total.high)
