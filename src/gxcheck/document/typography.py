"""How text is set, from rules/text.yml: the marks that open items, end sentences, number pages."""

from __future__ import annotations

import re
from functools import cache

from msgspec import Struct

from gxcheck.data import read_yaml
from gxcheck.patterns import own_pattern

__all__ = ["Typography", "typography"]

_BAD_FIGURE = 8  # characters of what stands in the place of a figure


class Typography(Struct, frozen=True):
    """Compiled patterns (for `match`) and sets of characters, for text as it is read.

    Patterns: `heading` and `mark` open a heading, and any numbered item; `lists` number one list
    each, with the numeral as their group. `attachment` opens an attachment; `date` stands for
    itself, as under a signature, `year` begins a sentence, `day` is a date that no line end should
    cut. `page_number` is a line that numbers a page, `table_goes_on` one that tells just that,
    `page_end` begins what a web page prints below a text; `marks` are of a markup, and no text.

    Signs: `ends` end a sentence, `stops` a sentence or a line, `breaks` show that there is a
    sentence; `commas` and `connectors` tell that it goes on; `openers` and `closers` are brackets
    and quotation marks; `none` are whole texts that say that there is nothing to say; all `marks`
    have one of `mark_signs`.

    `number` is a figure with or without unit, `none_marks` stand in its place for none.
    """

    heading: re.Pattern[str]
    mark: re.Pattern[str]
    lists: tuple[re.Pattern[str], ...]
    attachment: re.Pattern[str]
    date: re.Pattern[str]
    date_in_figures: re.Pattern[str]
    year: re.Pattern[str]
    day: re.Pattern[str]
    page_number: re.Pattern[str]
    table_goes_on: re.Pattern[str]
    page_end: re.Pattern[str]
    marks: re.Pattern[str]
    mark_signs: frozenset[str]
    ends: frozenset[str]
    stops: frozenset[str]
    commas: frozenset[str]
    connectors: frozenset[str]
    breaks: frozenset[str]
    openers: frozenset[str]
    closers: frozenset[str]
    none: frozenset[str]
    number: re.Pattern[str]
    units: frozenset[str]
    none_marks: frozenset[str]

    def is_bad_figure(self, text: str) -> bool:
        """Whether what ends like a sentence stands in a figure's place: 0?, #REF!."""
        return 0 < len(text) <= _BAD_FIGURE and text[-1] in self.stops and not text[0].isalpha()


class _Source:
    """The facts of rules/text.yml, with the numerals that {n} stands for in its patterns."""

    def __init__(self) -> None:
        self._data = read_yaml("text.yml")
        names = ("numerals", "numerals_from_pdf", "numerals_formal")
        self._numeral = f"[{''.join(self._data[name] for name in names)}]{{1,3}}"

    def pattern(self, *names: str) -> re.Pattern[str]:
        """The pattern of that name, or whatever those of lists of patterns find."""
        told = [self._data[name] for name in names]
        if isinstance(told[0], str):
            return self._compiled(told[0])
        return self._compiled("|".join(f"(?:{one})" for each in told for one in each))

    def patterns(self, name: str) -> tuple[re.Pattern[str], ...]:
        """The patterns of a list, each by itself."""
        return tuple(map(self._compiled, self._data[name]))

    def signs(self, *names: str) -> frozenset[str]:
        """The characters, or the words, of some lists."""
        return frozenset(sign for name in names for sign in self._data[name])

    def _compiled(self, pattern: str) -> re.Pattern[str]:
        return own_pattern(pattern.replace("{n}", self._numeral))


@cache
def typography() -> Typography:
    """The facts of rules/text.yml and, for numbers and their units, of rules/figures.yml."""
    text, figures = _Source(), read_yaml("figures.yml")
    units = "|".join(map(re.escape, sorted(figures["units"], key=len, reverse=True)))
    return Typography(
        heading=text.pattern("headings"),
        mark=text.pattern("headings", "items"),
        lists=text.patterns("lists"),
        attachment=text.pattern("attachment"),
        date=text.pattern("date"),
        date_in_figures=text.pattern("date_in_figures"),
        year=text.pattern("year"),
        day=text.pattern("day"),
        page_number=text.pattern("page_numbers"),
        table_goes_on=text.pattern("table_goes_on"),
        page_end=text.pattern("page_ends"),
        marks=text.pattern("marks"),
        mark_signs=text.signs("mark_signs"),
        ends=text.signs("ends"),
        stops=text.signs("ends", "stops"),
        commas=text.signs("commas"),
        connectors=text.signs("connectors"),
        breaks=text.signs("ends", "breaks"),
        openers=text.signs("openers"),
        closers=text.signs("closers"),
        none=text.signs("none"),
        number=own_pattern(rf"[-+−－＋]?\d[\d,，.．]*[%％]?\s*(?:{units})?"),
        units=frozenset(figures["units"]),
        none_marks=frozenset(figures["none_marks"] + figures["doubt_marks"]),
    )
