"""Small declarative edits that seed a fault into a clean report.

An edit is a mapping, told in tests/faults/*.yml; those of tables are in table_edits.py.
`NotHereError` is raised where a report has nothing to edit.
"""

import re
from typing import Any

from clean_reports import text_of
from drafts import Draft, NotHereError
from table_edits import cells, drop_column, drop_row, drop_table, zero

NUMERALS = "一二三四五六七八九十"


def seed(name: str, edits: list[dict[str, Any]]) -> Draft:
    """The report with all the edits made."""
    draft = Draft(name, text_of(name))
    for edit in edits:
        EDITS[next(key for key in edit if key in EDITS)](draft, edit)
    if draft.text == text_of(name):
        raise NotHereError
    return draft


def _span(draft: Draft, where: str) -> tuple[int, int]:
    """Where the passage stands that `where` names: text, preamble, a word, a heading or a body."""
    if where == "text":
        return 0, len(draft.text)
    if where == "preamble":
        end = _heading(draft, 0)[0]
        title = draft.facts["words"].get("title", "")
        return draft.text.index(title) + len(title), end
    if where.startswith("heading."):
        return _heading(draft, _index(draft, where[8:]))
    if where.startswith("body."):
        index = _index(draft, where[5:])
        return _heading(draft, index)[1], _section(draft, index)[1]
    words = draft.facts["words"].get(where)
    if words is None or words not in draft.text:
        raise NotHereError
    at = draft.text.index(words)
    if where in ("signature", "date"):
        date = draft.text.rindex(draft.facts["words"]["date"])
        at = date if where == "date" else draft.text.rindex(words, 0, date)
    return at, at + len(words)


def _index(draft: Draft, role: str) -> int:
    roles = [section["role"] for section in draft.facts["sections"]]
    if role not in roles:
        raise NotHereError
    return roles.index(role)


def _heading(draft: Draft, index: int) -> tuple[int, int]:
    """The span of the heading of a section, number and title."""
    section = draft.facts["sections"][index]
    title = r"\s*".join(map(re.escape, section["title"]))
    number = section["number"]
    if number:
        pattern = rf"[（(]?{number}[）)]?[、．.]?\s*{title}(?![，、；])"
    else:
        pattern = rf"(?<=\n){title}(?=[。：]?\n)"
    found = re.search(pattern, draft.text)
    if not found:
        raise NotHereError
    return found.span()


def _section(draft: Draft, index: int) -> tuple[int, int]:
    """The span of a whole section: up to the next heading, or to what follows the last one."""
    start = _heading(draft, index)[0]
    sections = draft.facts["sections"]
    if index + 1 < len(sections):
        return start, _heading(draft, index + 1)[0]
    ending = draft.facts["words"].get("ending")
    if ending is None:
        raise NotHereError
    return start, draft.text.index(ending)


def replace(draft: Draft, edit: dict[str, Any]) -> None:
    """{in: place, replace: pattern, by: words, all: true}; without `replace` the whole place."""
    start, end = _span(draft, edit["in"])
    pattern = edit.get("replace", r"(?s)\A.*\S")
    by = filled(draft, edit.get("by", ""))
    found = list(re.finditer(pattern, draft.text[start:end]))
    if not found:
        raise NotHereError
    chosen = found if edit.get("all") else found[:1]
    for match in reversed(chosen):
        draft.put(start + match.start(), start + match.end(), match.expand(by))


def insert(draft: Draft, edit: dict[str, Any]) -> None:
    """{insert: words, before: place} or {insert: words, after: place}."""
    words = filled(draft, edit["insert"])
    side = "before" if "before" in edit else "after"
    at = _span(draft, edit[side])[0 if side == "before" else 1]
    draft.put(at, at, words.replace("\\n", "\n"))


def filled(draft: Draft, words: str) -> str:
    """{year}, {last}, {next} are years around the report's own."""
    year = draft.facts["year"]
    for key, value in {"{year}": year, "{last}": year - 1, "{next}": year + 1}.items():
        words = words.replace(key, str(value))
    return words


def drop_section(draft: Draft, edit: dict[str, Any]) -> None:
    """{drop_section: role, renumber: true}."""
    index = _index(draft, edit["drop_section"])
    draft.put(*_section(draft, index), "")
    if edit.get("renumber"):
        at = draft.at
        _renumber(draft, index + 1, -1)
        draft.at = at


def _renumber(draft: Draft, first: int, step: int) -> None:
    for index in range(len(draft.facts["sections"]) - 1, first - 1, -1):
        start, _ = _heading(draft, index)
        number = draft.facts["sections"][index]["number"]
        if number:
            at = draft.text.index(number, start)
            draft.put(at, at + len(number), _moved(number, step))


def _moved(number: str, step: int) -> str:
    if number.isdigit():
        return str(int(number) + step)
    return NUMERALS[NUMERALS.index(number) + step]


def renumber(draft: Draft, edit: dict[str, Any]) -> None:
    """{renumber: role, step: 1}: from that section on. Its heading keeps its title."""
    at = draft.at
    _renumber(draft, _index(draft, edit["renumber"]), edit["step"])
    draft.at = at


def empty_section(draft: Draft, edit: dict[str, Any]) -> None:
    """{empty_section: role}: the heading stays alone."""
    index = _index(draft, edit["empty_section"])
    heading = _heading(draft, index)
    end = _section(draft, index)[1]
    gap = "\n" if "\n" in draft.text.strip() else " "
    draft.put(heading[1], end, gap)
    draft.at = heading[0]


def swap_sections(draft: Draft, edit: dict[str, Any]) -> None:
    """{swap_sections: [role, role], numbers: stay | move}; the roles follow each other."""
    first, second = (_index(draft, role) for role in edit["swap_sections"])
    a, b = _section(draft, first), _section(draft, second)
    one, two = draft.text[slice(*a)], draft.text[slice(*b)]
    if edit.get("numbers", "stay") == "stay":
        numbers = [draft.facts["sections"][i]["number"] for i in (first, second)]
        one = one.replace(numbers[0], numbers[1], 1)
        two = two.replace(numbers[1], numbers[0], 1)
    draft.put(a[0], b[1], two.rstrip("\n") + "\n" + one)


def drop_subheading(draft: Draft, edit: dict[str, Any]) -> None:
    """{drop_subheading: n, of: role}: the n-th (from 0; -1 the last) with what stands below it."""
    index = _index(draft, edit["of"])
    titles = draft.facts["sections"][index]["subheadings"]
    if len(titles) < 2:
        raise NotHereError
    body, end = _heading(draft, index)[1], _section(draft, index)[1]
    starts = []
    for title in titles:
        found = re.compile(rf"[^\s。]{{0,4}}{re.escape(title)}").search(draft.text, body)
        if not found:
            raise NotHereError
        starts.append(found.start())
        body = found.end()
    starts.append(end)
    nth = edit["drop_subheading"] % len(titles)
    draft.put(starts[nth], starts[nth + 1], "")


def shift_years(draft: Draft, edit: dict[str, Any]) -> None:
    """{shift_years: n}: every year of the text that stands near the report's own."""
    year, step = draft.facts["year"], edit["shift_years"]

    def moved(match: re.Match[str]) -> str:
        told = int(match[0])
        return str(told + step) if year - 1 <= told <= year + 1 else match[0]

    text = re.sub(r"(?<![\d〔])20\d\d(?!\d|〕)", moved, draft.text)
    draft.put(0, len(draft.text), text)


EDITS = {
    "in": replace,
    "insert": insert,
    "drop_section": drop_section,
    "renumber": renumber,
    "empty_section": empty_section,
    "swap_sections": swap_sections,
    "drop_subheading": drop_subheading,
    "shift_years": shift_years,
    "cells": cells,
    "drop_row": drop_row,
    "drop_column": drop_column,
    "drop_table": drop_table,
    "zero": zero,
}
