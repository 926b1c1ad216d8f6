"""All that the prose of a report says of its own numbers."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from msgspec import Struct

from gxcheck.document.model import Block
from gxcheck.report.model import Preamble, Section
from gxcheck.report.passages import passages_of
from gxcheck.report.prose.numbers.quantities import quantities
from gxcheck.report.prose.numbers.words import number_words
from gxcheck.report.prose.stated import ToldCount, ToldGrowth, ToldShare, ToldSum
from gxcheck.report.prose.statements.counts import announced_in, count_words, counts_in, named_in
from gxcheck.report.prose.statements.growths import growth_words, growths_in
from gxcheck.report.prose.statements.lists import list_words
from gxcheck.report.prose.statements.rates import rates_in
from gxcheck.report.prose.statements.remainders import remainders_in
from gxcheck.report.prose.statements.shares import share_words, shares_in, shares_of
from gxcheck.report.prose.statements.siblings import families_in, item_lists
from gxcheck.report.prose.statements.sketches import filled, sketch_of, statement_words
from gxcheck.report.prose.statements.sums import sums_in
from gxcheck.report.prose.statements.totals import totals_in

__all__ = ["Statements", "all_patterns", "read_statements"]

_LEAST = 2  # numbers without which nothing is said of them


def all_patterns() -> tuple[re.Pattern[str], ...]:
    """Every pattern of numbers and statements."""
    counts, shares, lists = count_words(), share_words(), list_words()
    sums = (lists.totals, lists.divided, lists.organs_summed, lists.halves, lists.of_ways)
    return (
        *(number_words().number, number_words().idioms),
        *map(filled, sums),
        *(filled(way["told"]) for way in statement_words("remainders").values()),
        *growth_words().patterns,
        *growth_words().hints,
        *(counts.ordinals, counts.item, counts.announced, counts.quoted, counts.named),
        *(shares.share, shares.between, shares.rate, shares.respectively, shares.total),
    )


class Statements(Struct, frozen=True):
    """The statements of a report, by the names that they have in `Report`."""

    sums: tuple[ToldSum, ...]
    shares: tuple[ToldShare, ...]
    growths: tuple[ToldGrowth, ...]
    counts: tuple[ToldCount, ...]


def read_statements(preamble: Preamble | None, sections: Iterable[Section]) -> Statements:
    """What the preamble and the sections of a report say of their own numbers."""
    opening: list[Sequence[Block]] = [preamble.blocks] if preamble else []
    return _read([*opening, *(section.blocks for section in sections)])


def _read(parts: Iterable[Sequence[Block]]) -> Statements:
    """The statements of passages, part by part of the report."""
    sums: list[ToldSum] = []
    shares: list[ToldShare] = []
    growths: list[ToldGrowth] = []
    counts: list[ToldCount] = []
    for blocks in parts:
        passages = list(passages_of(blocks))
        sketches = [sketch_of(passage) for passage in passages if quantities(passage)]
        for passage in passages:
            counts += counts_in(passage)
        counts += announced_in(passages)
        told = [shares_of(sketch) for sketch in sketches]
        for sketch, shares_told in zip(sketches, told, strict=True):
            counts += named_in(sketch)
            if len(sketch.quantities) >= _LEAST:
                sums += sums_in(sketch)
                sums += totals_in(sketch)
                sums += remainders_in(sketch)
                shares += shares_in(sketch, shares_told)
                shares += rates_in(sketch)
                growths += growths_in(sketch)
        sums += item_lists(sketches)
        for family in families_in(sketches, told):
            sums.append(family.sum)
            shares += family.shares
    return Statements(tuple(sums), tuple(shares), tuple(growths), tuple(counts))
