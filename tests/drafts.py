"""A clean report's text while faults are seeded into it."""

from dataclasses import dataclass
from typing import Any

from clean_reports import expectations


class NotHereError(Exception):
    """The report has nothing that an edit could change."""


@dataclass
class Draft:
    """A clean report's text while it is edited; `at` is where the first edit stands."""

    name: str
    text: str
    at: int | None = None

    def put(self, start: int, end: int, words: str) -> None:
        self.text = self.text[:start] + words + self.text[end:]
        if self.at is None:
            self.at = start
        elif start < self.at:
            self.at += len(words) - (end - start)

    @property
    def line(self) -> int:
        """The line of the first edit, from 1."""
        return self.text.count("\n", 0, self.at or 0) + 1

    @property
    def facts(self) -> dict[str, Any]:
        return expectations()[self.name]
