"""The places by code and name, and how to find one by its name as some source writes it."""

from __future__ import annotations

from dataclasses import dataclass, field

MUNICIPALITIES = ("11", "12", "31", "50")


@dataclass
class Row:
    """One place under one name: a code and a name, while both were in use."""

    code: str
    name: str
    short: str
    parent: str
    last: int
    identity: str
    parents: set[str] = field(default_factory=set)


@dataclass
class Gazetteer:
    """All rows, with the means to find a place by its name as some source writes it."""

    rows: dict[tuple[str, str], Row]
    current: dict[str, Row]
    by_name: dict[str, list[Row]]

    @property
    def codes(self) -> set[str]:
        """The codes of all places, present and former."""
        return {code for code, _ in self.rows}

    def now(self, row: Row) -> str:
        """The current code of what the row names, or its own where there is none."""
        for code in (row.identity, row.code):
            if code in self.current:
                return code
        return row.code

    def find(self, name: str, within: str = "") -> list[Row]:
        """The rows of a full, former or short name under a province's or a place's code."""
        found = [r for r in self.by_name.get(name, []) if r.code.startswith(within)]
        exact = [r for r in found if r.name == name]
        city = [r for r in found if r.name == name + "市" and r.code.endswith("00")]
        found = exact or city or found
        for ending in ("0000", "00"):
            highest = [r for r in found if r.code.endswith(ending)]
            if highest:
                return highest
        return found
