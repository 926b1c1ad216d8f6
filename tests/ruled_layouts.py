"""Tables set in columns of characters, as tools for Markdown, reStructuredText and Org print them.

An ideograph takes two columns; long cells are broken into lines.
"""

from collections.abc import Iterator
from unicodedata import east_asian_width

from official_tables import Rows

_NARROWEST, _WIDEST = 4, 14


def width(text: str) -> int:
    return sum(2 if east_asian_width(mark) in "WFA" else 1 for mark in text)


def padded(text: str, size: int) -> str:
    return text + " " * (size - width(text))


def broken(text: str, size: int) -> list[str]:
    lines = [""]
    for mark in text.replace("\n", ""):
        if width(lines[-1] + mark) > size:
            lines.append("")
        lines[-1] += mark
    return lines


def widths(full: list[list[str]], widest: int = _WIDEST) -> list[int]:
    return [
        max(_NARROWEST, min(widest, max(map(width, column)))) for column in zip(*full, strict=True)
    ]


def lines_of(row: list[str], sizes: list[int], between: str) -> Iterator[str]:
    cells = [broken(text, size) for text, size in zip(row, sizes, strict=True)]
    for number in range(max(map(len, cells))):
        texts = [cell[number] if number < len(cell) else "" for cell in cells]
        yield between.join(padded(text, size) for text, size in zip(texts, sizes, strict=True))


def ruled_grid(full: list[list[str]], marks: str, every: bool) -> str:
    """The whole grid between rules, made of the marks in "++-|", or below the first row alone."""
    edge, corner, bar, upright = marks
    sizes = widths(full, _WIDEST if every else 100)
    rule = edge + corner.join(bar * (size + 2) for size in sizes) + edge
    lines = [rule]
    for number, row in enumerate(full):
        lines += [f"{upright} {line} {upright}" for line in lines_of(row, sizes, f" {upright} ")]
        lines += [rule] if every or number == 0 else []
    return "\n".join(lines if every else [*lines, rule])


class MergedGrid:
    """A grid whose merged cells interrupt the rules; each cell's text stands at its top."""

    def __init__(self, rows: Rows) -> None:
        self._across = sum(columns for _, columns, _ in rows[0])
        self._owners: list[list[int]] = [[-1] * self._across for _ in rows]
        self._texts: list[str] = []
        self._sizes = [_NARROWEST] * self._across
        self._place(rows)
        self._heights = list(self._needed())

    def _place(self, rows: Rows) -> None:
        for number, row in enumerate(rows):
            for text, across, down in row:
                column = self._owners[number].index(-1)
                if across == 1:
                    self._sizes[column] = max(self._sizes[column], min(_WIDEST, width(text)))
                for line in self._owners[number : number + down]:
                    line[column : column + across] = [len(self._texts)] * across
                self._texts.append(text)

    def _lines(self, owner: int) -> list[str]:
        line = next(line for line in self._owners if owner in line)
        sizes = [size for size, one in zip(self._sizes, line, strict=True) if one == owner]
        return broken(self._texts[owner], sum(sizes) + 3 * len(sizes) - 3)

    def _needed(self) -> Iterator[int]:
        """The lines of each row; a cell over several rows needs them in its last."""
        above: dict[int, int] = {}
        for number, line in enumerate(self._owners):
            ends = {
                one
                for column, one in enumerate(line)
                if number + 1 == len(self._owners) or self._owners[number + 1][column] != one
            }
            height = max([1, *(len(self._lines(one)) - above.get(one, 0) for one in ends)])
            above = {one: above.get(one, 0) + height + 1 for one in line}
            yield height

    def __str__(self) -> str:
        left = {owner: self._lines(owner) for line in self._owners for owner in line}
        text = [self._rule([-1] * self._across, self._owners[0], {})]
        for number, line in enumerate(self._owners):
            below = self._owners[number + 1] if number + 1 < len(self._owners) else None
            text += [self._text(line, left) for _ in range(self._heights[number])]
            text.append(self._rule(line, below or [-1] * self._across, left))
        return "\n".join(text)

    def _runs(self, line: list[int]) -> Iterator[tuple[int, int]]:
        """Each cell of a row, and how wide it is."""
        for owner in dict.fromkeys(line):
            sizes = [size for size, one in zip(self._sizes, line, strict=True) if one == owner]
            yield owner, sum(sizes) + 3 * len(sizes) - 3

    def _text(self, line: list[int], left: dict[int, list[str]]) -> str:
        texts = [
            padded(left[owner].pop(0) if left[owner] else "", size)
            for owner, size in self._runs(line)
        ]
        return f"| {' | '.join(texts)} |"

    def _rule(self, upper: list[int], lower: list[int], left: dict[int, list[str]]) -> str:
        """Dashes where a cell ends, its text where it goes on; a corner where borders meet."""
        text, column = "", 0
        while column < self._across:
            goes_on = upper[column] == lower[column]
            text += (
                "|" if goes_on and (column == 0 or upper[column - 1] == lower[column - 1]) else "+"
            )
            first = column
            column += 1
            while goes_on and column < self._across and upper[column] == upper[first]:
                column += 1
            size = sum(self._sizes[first:column]) + 3 * (column - first) - 3
            lines = left.get(upper[first], [])
            line = lines.pop(0) if goes_on and lines else ""
            text += f" {padded(line, size)} " if goes_on else "-" * (size + 2)
        return text + ("|" if upper[-1] == lower[-1] else "+")
