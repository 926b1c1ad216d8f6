"""What the text of one cell may be: a figure, a unit, a label of some form.

The same texts come again in every table, so each is judged once and what was found is kept.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from msgspec import Struct

from gxcheck.document.model import Cell, Passage
from gxcheck.document.normalise import normalise
from gxcheck.document.numerals import DIGITS
from gxcheck.lazy import Kept
from gxcheck.patterns import own_pattern
from gxcheck.report.form_set import FormSet, shipped_forms
from gxcheck.report.tables.cells import is_unit, is_value
from gxcheck.report.tables.words import TableWords, table_words

__all__ = ["BLANK", "VALUE", "Sense", "Senses", "senses_of"]

_NUMBERED = own_pattern(rf"^\(?(?:\d{{1,2}}|[{DIGITS}]{{1,3}})[).、][^\d.,]")
_WORDS = 6  # characters from which unknown words in a stream are a label, not a bad figure
_KEPT = 80  # characters of the longest text whose sense is kept


class Sense(Struct, frozen=True, eq=False):
    """What a cell may be. All blank cells share one, and all figures; it is compared as itself.

    `label` is True for the label of a row, a column or a group of some form, `row` for that of a
    row, `own_row` for that of a row which can be no column's label. `numbered` words begin with a
    number, `long` ones can hardly be a bad figure.
    """

    key: str = ""
    unit: bool = False
    label: bool = False
    row: bool = False
    own_row: bool = False
    numbered: bool = False
    long: bool = False


BLANK = Sense()
VALUE = Sense()


class _Known(Kept[str, Sense]):
    """The senses of texts; those of long ones, which hardly come again, are not kept."""

    def __missing__(self, text: str) -> Sense:
        return super().__missing__(text) if len(text) <= _KEPT else self.compute(text)


class Senses:
    """The senses of cells by the words of some forms."""

    def __init__(self, words: TableWords) -> None:
        self.words = words
        self._known = _Known(self._judged)

    def of(self, cell: Passage) -> Sense:
        """The sense of a cell, or of a line that may be one."""
        return self._known[cell.text]

    def of_text(self, text: str) -> Sense:
        """The sense of the text of a cell."""
        return self._known[text]

    def of_all(self, cells: Iterable[Passage]) -> tuple[Sense, ...]:
        """The senses of cells."""
        known = self._known
        return tuple([known[cell.text] for cell in cells])

    def figures(self, cells: Sequence[Cell]) -> int:
        """How many of some cells are figures, or marks for none."""
        return sum([self.of(cell) is VALUE for cell in cells])

    def words_before(self, cells: Sequence[Cell]) -> Sequence[Cell]:
        """The cells before the first that is a figure or blank."""
        for place, cell in enumerate(cells):
            sense = self.of(cell)
            if sense is BLANK or sense is VALUE:
                return cells[:place]
        return cells

    def _judged(self, text: str) -> Sense:
        """What a text may be, found anew."""
        normal = normalise(text).text
        if not normal:
            return BLANK
        if is_value(text, normal):
            return VALUE
        words = self.words
        numbered = _NUMBERED.match(normal) is not None
        return Sense(
            key=words.key(normal),
            unit=is_unit(normal),
            label=words.is_label(normal),
            row=words.is_row(normal),
            own_row=words.is_own_row(normal, numbered=numbered),
            numbered=numbered,
            long=len(normal) >= _WORDS and (numbered or normal[0].isalpha()),
        )


def senses_of(forms: FormSet | None = None) -> Senses:
    """The senses of cells by the words of the forms; without any of those shipped."""
    return (forms or shipped_forms()).once(_senses)


def _senses(forms: FormSet) -> Senses:
    return Senses(table_words(forms))
