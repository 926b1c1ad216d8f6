"""The marks that part the cells of rows in plain text: commas, colons, strokes between blanks.

A comma inside brackets or quotation marks parts no cells.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec import Struct

from gxcheck.patterns import own_pattern

__all__ = ["COMMAS", "OTHERS", "CellMarks"]

_QUOTED = r'"((?:[^"\n]|"")*)"'
_FIGURE = r"""[ ]?["']?[\d./—-]{0,9}["']?"""
_ROWS = 2
_NARROW_ROWS = 6


class CellMarks(Struct, frozen=True):
    """Marks any of which parts two cells.

    `figures` finds for each mark two figures between such marks, or one behind it that ends a line.
    `field` matches a cell with the mark behind it: its groups are a quoted text, another text, the
    mark. `alone` finds such marks where they stand for none in a table whose cells blanks part.
    """

    field: re.Pattern[str]
    figures: dict[str, re.Pattern[str]]
    alone: re.Pattern[str] | None = None

    def may_part(self, text: str) -> bool:
        """Whether figures stand between such marks, or behind many of them, in several places."""
        rows = narrow = 0
        for mark, figures in self.figures.items():
            if mark.strip() not in text:  # one character is found fifty times as fast
                continue
            for found in figures.finditer(text):
                rows += not found["end"]
                narrow += found["end"] is not None
                if rows == _ROWS or narrow == _NARROW_ROWS:
                    return True
        return False


# A pattern that begins with one character is looked for ten times as fast as one of a set, and an
# ideograph is what mostly follows.
def _figures(mark: str, marks: str) -> re.Pattern[str]:
    end = r"(?P<end>[;；]?(?: ?\\\\)?[\r\n])"
    return own_pattern(rf"{mark}(?![\u2e80-\u9fff]){_FIGURE}(?:{marks}{_FIGURE}(?={marks})|{end})")


def _signs(marks: str) -> CellMarks:
    plain = rf'(?:[（(][^（()）\n]*[）)]|[^{marks}\n"])*'
    blank = r"[ \t\u3000]*"
    field = own_pattern(rf"{blank}(?:{_QUOTED}|({plain})){blank}(?:([{marks}])|$)")
    return CellMarks(field, {mark: _figures(mark, f"[{marks}]") for mark in marks})


def _between_blanks(mark: str) -> CellMarks:
    """A mark with a blank before and behind it: it may stand for none in a cell of its own.

    TeX ends a row with two backslashes.
    """
    border = rf"(?:( {mark} | {mark}$)|(?: ?\\\\)?$)"
    field = own_pattern(rf"(?:{_QUOTED}|(.*?)){border}")
    alone = own_pattern(rf"[^\s{mark}] {{2,}}{mark}(?!\S)")
    return CellMarks(field, {f" {mark} ": _figures(f" {mark} ", f" {mark} ")}, alone)


COMMAS: Sequence[CellMarks] = (_signs(";；"), _signs(",，"))
OTHERS: Sequence[CellMarks] = (_signs(":："), *map(_between_blanks, "/-—→&"))
