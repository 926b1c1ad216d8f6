"""How text is set, from rules/text.yml: the marks that open items, end sentences, number pages."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from msgspec import Struct

from gxcheck.data import read_yaml
from gxcheck.patterns import own_pattern

__all__ = ["Typography", "typography"]

_BAD_FIGURE = 8  # characters of what stands in the place of a figure


class Typography(Struct, frozen=True):
    """Compiled patterns (for `match`) and sets of characters."""

    heading: re.Pattern[str]
    mark: re.Pattern[str]
    lists: tuple[re.Pattern[str], ...]
    attachment: re.Pattern[str]
    numerals: str
    date: re.Pattern[str]
    date_in_figures: re.Pattern[str]
    year: re.Pattern[str]
    day: re.Pattern[str]
    page_number: re.Pattern[str]
    table_goes_on: re.Pattern[str]
    page_end: re.Pattern[str]
    marks: re.Pattern[str]
    mark_signs: tuple[str, ...]
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


@cache
def typography() -> Typography:
    """The facts of rules/text.yml and, for numbers and their units, of rules/figures.yml."""
    data, figures = read_yaml("text.yml"), read_yaml("figures.yml")
    plain, formal = data["numerals"], data["numerals_formal"]
    numeral = f"[{plain}{data['numerals_from_pdf']}{formal}]"

    def either(*patterns: Iterable[str]) -> str:
        return "|".join(f"(?:{pattern})" for group in patterns for pattern in group)

    def compiled(pattern: str) -> re.Pattern[str]:
        return own_pattern(pattern.replace("{n}", numeral + "{1,3}"))

    units = "|".join(map(re.escape, sorted(figures["units"], key=len, reverse=True)))
    return Typography(
        heading=compiled(either(data["headings"])),
        mark=compiled(either(data["headings"], data["items"])),
        lists=tuple(map(compiled, data["lists"])),
        attachment=compiled(data["attachment"]),
        numerals=plain + formal,
        date=compiled(data["date"]),
        date_in_figures=compiled(data["date_in_figures"]),
        year=compiled(data["year"]),
        day=compiled(data["day"]),
        page_number=compiled(either(data["page_numbers"])),
        table_goes_on=compiled(data["table_goes_on"]),
        page_end=compiled(either(data["page_ends"])),
        marks=compiled(data["marks"]),
        mark_signs=tuple(data["mark_signs"]),
        ends=frozenset(data["ends"]),
        stops=frozenset(data["ends"] + data["stops"]),
        commas=frozenset(data["commas"]),
        connectors=frozenset(data["connectors"]),
        breaks=frozenset(data["ends"] + data["breaks"]),
        openers=frozenset(data["openers"]),
        closers=frozenset(data["closers"]),
        none=frozenset(data["none"]),
        number=own_pattern(rf"[-+−－＋]?\d[\d,，.．]*[%％]?\s*(?:{units})?"),
        units=frozenset(figures["units"]),
        none_marks=frozenset(figures["none_marks"] + figures["doubt_marks"]),
    )
