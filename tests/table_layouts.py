"""Tables set as text, in the layouts that real files show; official_tables.py has the rows."""

import re
from collections.abc import Callable

from official_tables import Rows


def _width(rows: Rows) -> int:
    return sum(columns for _, columns, _ in rows[0])


def _grid(rows: Rows) -> list[list[tuple[str, int]]]:
    """Each row's cells with the columns they cover; a cell from a row above comes back empty."""
    running: dict[tuple[int, int], int] = {}
    lines = []
    for number, row in enumerate(rows):
        line: list[tuple[str, int]] = []
        column = 0
        cells = iter(row)
        while column < _width(rows):
            covered = running.get((number, column))
            if covered is None:
                text, covered, down = next(cells)
                running |= {(number + step, column): covered for step in range(1, down)}
                line.append((text, covered))
            else:
                line.append(("", covered))
            column += covered
        lines.append(line)
    return lines


def full(rows: Rows) -> list[list[str]]:
    """Every place of the grid: a merged cell is its text and then empty ones."""
    return [[t for text, n in line for t in (text, *[""] * (n - 1))] for line in _grid(rows)]


def _filled(rows: Rows) -> list[list[str]]:
    """Every place of the grid with the text of the cell that covers it."""
    lines = [[""] * _width(rows) for _ in rows]
    for number, row in enumerate(rows):
        column = 0
        running = [place for place, text in enumerate(lines[number]) if text]
        for text, across, down in row:
            while column in running:
                column += 1
            for below in lines[number : number + down]:
                below[column : column + across] = [text] * across
            column += across
    return lines


def _own(rows: Rows) -> list[list[str]]:
    """The cells that begin in each row, and no others."""
    return [[text for text, _, _ in row] for row in rows]


def tabs(rows: Rows) -> str:
    """A cell is a line that begins with a tab; an empty line ends a row."""
    return "\n\n".join("\n".join(f"\t{text}" for text, _ in line) for line in _grid(rows))


def full_grid(rows: Rows) -> str:
    return "\n".join("| " + " | ".join(row) + " |" for row in full(rows))


def markdown(rows: Rows) -> str:
    first, *rest = full_grid(rows).split("\n")
    return "\n".join([first, "|" + " --- |" * _width(rows), *rest])


def markdown_lines(rows: Rows) -> str:
    """The same with the mark for a line end within long labels."""
    return "\n".join(
        re.sub(r"(?<=\| \S{6})(?=[^|\d]{4})", "<br>", line) for line in markdown(rows).split("\n")
    )


def pipes(rows: Rows) -> str:
    return "\n".join(" | ".join(row) + " |" for row in _own(rows))


def leading_pipes(rows: Rows) -> str:
    return "\n".join("| " + " | ".join(row) + " |" for row in _own(rows))


def _pad(rows: Rows, row: list[str]) -> str:
    return "|" * (_width(rows) - len(row))


def padded_pipes(rows: Rows) -> str:
    """As one tool saves pages: a pipe more for every column that the row's cells are too few."""
    return "\n".join(f"{' | '.join(row)} | {_pad(rows, row)}".rstrip() for row in _own(rows))


def cell_pipes(rows: Rows) -> str:
    """A cell a line, closed by a pipe; the pads are a line of their own."""
    lines = []
    for row in _own(rows):
        lines += [f"{text} |" if text else "|" for text in row]
        lines += [_pad(rows, row)] if _pad(rows, row) else []
    return "\n".join(lines)


def opened_rows(rows: Rows) -> str:
    """The same, with a pipe in a line of its own before every row."""
    lines = []
    for *first, last in _own(rows):
        cells = [f"{text} |" if text else "|" for text in first]
        lines += ["|", *cells, f"{last} | {_pad(rows, [*first, last])}".strip()]
    return "\n".join(lines)


def blank_lines(rows: Rows) -> str:
    """Rows with a pipe behind each cell; a blank one holds the end of a line."""
    cells = ["".join(f" {text} |" if text else "\n|" for text in row) for row in _own(rows)]
    return "\n".join(row.removeprefix(" ") for row in cells)


def cell_lines(rows: Rows) -> str:
    return "\n".join(text for row in _own(rows) for text in row)


def spaced_cell_lines(rows: Rows) -> str:
    """A cell a line, an empty line between."""
    return "\n\n".join(text for row in _own(rows) for text in row)


def loose_cell_lines(rows: Rows) -> str:
    """The same, but a blank cell is one more empty line and no more."""
    return "".join(f"{text}\n\n" if text else "\n" for row in _own(rows) for text in row)


def indented_cell_pipes(rows: Rows) -> str:
    """A cell a line, indented, with empty lines and pipes around, the pads below."""
    lines = []
    for row in _own(rows):
        cells = "\n\n".join(f"    {text}  |" for text in row)
        lines.append(f"|\n{cells}\n   {_pad(rows, row)}")
    return "\n".join(lines)


def pipes_below(rows: Rows) -> str:
    """A cell a line, and a pipe in a line of its own below each."""
    return "\n".join(f"{text}\n|".lstrip() for row in _own(rows) for text in row)


def airy_pipes(rows: Rows) -> str:
    """The same with a pipe before every row as well, and empty lines around cells and pipes."""
    lines = [piece for row in _own(rows) for piece in ("|", *(f"{t}\n\n|" for t in row))]
    return "\n\n" + "\n\n".join(line.strip() for line in lines)


def inner_pipes(rows: Rows) -> str:
    """A row a line, pipes between its cells alone."""
    return "\n".join(" | ".join(row).strip() for row in _own(rows))


def full_inner_pipes(rows: Rows) -> str:
    """The same of the whole grid."""
    return "\n".join(" | ".join(row).strip() for row in full(rows))


def dashed(rows: Rows) -> str:
    """Markdown with pipes between cells alone; of merged cells only the first is there."""
    first, *rest = ("| ".join(row) for row in _own(rows))
    return "\n".join([first, "|".join(["---"] * len(rows[0])), *rest]) + "\n"


def across_pipes(rows: Rows) -> str:
    """A row a line; a cell over several columns is followed by blank ones, one over rows is not."""
    lines = ["".join(f" {text} |" + " |" * (n - 1) for text, n, _ in row) for row in rows]
    return "\n".join(f"|{line}" for line in lines)


def spaces(rows: Rows) -> str:
    return "\n".join("  ".join(row) for row in _own(rows))


def tab_separated(rows: Rows) -> str:
    """A row a line, as copied out of a spreadsheet."""
    return "\n".join("\t".join(row) for row in full(rows))


def parted_tabs(rows: Rows) -> str:
    """The same with an empty line after every row."""
    return "\n\n".join("\t".join(row) for row in full(rows))


def doubled_tabs(rows: Rows) -> str:
    """The same with two tabs between cells, as tables are padded by hand."""
    return "\n".join("\t\t".join(row) for row in full(rows))


def tabs_around(rows: Rows) -> str:
    """Tabs on both sides of each cell."""
    return "\n".join("\t".join(f"\t{text}\t" for text in row) for row in full(rows))


def filled_tabs(rows: Rows) -> str:
    """A row a line; a merged cell stands at each of its places."""
    return "\n".join("\t".join(row) for row in _filled(rows))


def commas(rows: Rows) -> str:
    """As a spreadsheet saves it; figures with commas of their own are quoted."""
    return "\n".join(
        ",".join(f'"{text}"' if "," in text else text for text in row) for row in full(rows)
    )


def _in_quotes(text: str) -> str:
    """A label as a cell with a line end, as a spreadsheet quotes it."""
    half = len(text) // 2
    if "\n" not in text and half > 1 and text[-1].isalpha():
        text = f"{text[:half]}\n{text[half:]}"
    return f'"{text}"' if "\n" in text or "," in text else text


def quoted_tabs(rows: Rows) -> str:
    """A row a line, as copied out of a spreadsheet whose labels hold line ends."""
    return "\n".join("\t".join(map(_in_quotes, row)) for row in full(rows))


def quoted_commas(rows: Rows) -> str:
    """The same as a spreadsheet saves it."""
    return "\n".join(",".join(map(_in_quotes, row)) for row in full(rows))


def boxes(rows: Rows) -> str:
    grid = ["│" + "│".join(row) + "│" for row in full(rows)]
    bars = ["──"] * _width(rows)
    rule = "\n├" + "┼".join(bars) + "┤\n"
    return "┌" + "┬".join(bars) + "┐\n" + rule.join(grid) + "\n└" + "┴".join(bars) + "┘"


def ruled(rows: Rows) -> str:
    rule = "+" + "-----+" * _width(rows)
    lines = [f"| {' | '.join(row)} |\n{rule}" for row in full(rows)]
    return "\n".join([rule, *lines])


def double_pipes(rows: Rows) -> str:
    return "\n".join("|| " + " || ".join(row) + " ||" for row in full(rows))


Layout = Callable[[Rows], str]
# Where an empty cell can be seen.
WITH_BLANKS: tuple[Layout, ...] = (
    tabs,
    full_grid,
    markdown,
    markdown_lines,
    pipes,
    leading_pipes,
    padded_pipes,
    cell_pipes,
    opened_rows,
    indented_cell_pipes,
    pipes_below,
    airy_pipes,
    inner_pipes,
    full_inner_pipes,
    dashed,
    across_pipes,
    blank_lines,
    tab_separated,
    parted_tabs,
    doubled_tabs,
    tabs_around,
    filled_tabs,
    commas,
    quoted_tabs,
    quoted_commas,
    boxes,
    ruled,
    double_pipes,
    cell_lines,
    spaced_cell_lines,
    loose_cell_lines,
)
LAYOUTS: tuple[Layout, ...] = (*WITH_BLANKS, spaces)
