"""Tables set as text by other programs; table_layouts.py has what reports mostly show."""

import re
from collections.abc import Iterator

from official_tables import Rows
from ruled_layouts import MergedGrid, broken, lines_of, ruled_grid, width, widths
from table_layouts import Layout, full, full_grid, leading_pipes, markdown, quoted_tabs


def grid(rows: Rows) -> str:
    """As Pandoc prints tables: long cells are broken, rules between all rows."""
    return ruled_grid(full(rows), "++-|", every=True)


def merged_grid(rows: Rows) -> str:
    """As reStructuredText has them: merged cells interrupt the rules."""
    return str(MergedGrid(rows))


def drawn_merged_grid(rows: Rows) -> str:
    """The same with drawn borders, which some fonts show as narrow as letters."""
    return str(MergedGrid(rows)).translate(str.maketrans("+-|", "┼─│"))


def drawn_grid(rows: Rows) -> str:
    return ruled_grid(full(rows), "├┼─│", every=True)


def headed_grid(rows: Rows) -> str:
    """As databases print tables: rules around the first row and below the last."""
    return ruled_grid(full(rows), "++-|", every=False)


def org(rows: Rows) -> str:
    return ruled_grid(full(rows), "|+-|", every=True)


def headed_org(rows: Rows) -> str:
    _, *rest = ruled_grid(full(rows), "|+-|", every=False).split("\n")
    return "\n".join(rest[:-1])


def _row_of_dashes(sizes: list[int], mark: str, between: str) -> str:
    return between.join(mark * size for size in sizes)


def multiline(rows: Rows) -> str:
    """As Pandoc prints tables with long cells: an empty line after each row."""
    first, *rest = full(rows)
    sizes = widths([first, *rest])
    edge = "-" * (sum(sizes) + len(sizes) - 1)
    body = "\n\n".join("\n".join(lines_of(row, sizes, " ")) for row in rest)
    head = "\n".join(lines_of(first, sizes, " "))
    return f"{edge}\n{head}\n{_row_of_dashes(sizes, '-', ' ')}\n{body}\n{edge}\n"


def simple(rows: Rows) -> str:
    """The same with short cells: a row a line, indented, dashes below the first."""
    grid = full(rows)
    sizes = widths(grid, 100)
    first, *rest = (line for row in grid for line in lines_of(row, sizes, " "))
    return "\n".join(f"  {line}" for line in (first, _row_of_dashes(sizes, "-", " "), *rest))


def double_dashes(rows: Rows) -> str:
    """The simple tables of reStructuredText."""
    grid = full(rows)
    sizes = widths(grid, 100)
    first, *rest = (line for row in grid for line in lines_of(row, sizes, "  "))
    rule = _row_of_dashes(sizes, "=", "  ")
    return "\n".join([rule, first, rule, *rest, rule])


def _attributes(across: int, down: int) -> str:
    told = [("colspan", across), ("rowspan", down)]
    return "".join(f'{name}="{count}" ' for name, count in told if count > 1)


def _wiki_cells(row: list[tuple[str, int, int]]) -> Iterator[str]:
    for text, across, down in row:
        told = _attributes(across, down)
        yield f"{told}| {text}" if told else text


def wiki(rows: Rows) -> str:
    """A row a line."""
    lines = [f"|-\n| {' || '.join(_wiki_cells(row))}" for row in rows]
    return "\n".join(['{| class="wikitable"', *lines, "|}"])


def wiki_cells(rows: Rows) -> str:
    """A cell a line."""
    lines = ["\n".join(["|-", *(f"| {cell}" for cell in _wiki_cells(row))]) for row in rows]
    return "\n".join(["{|", "|+ '''统计表'''", *lines, "|}"])


def _folded(text: str, size: int) -> str:
    """Long lines folded at blanks, as editors do."""
    lines = [""]
    for word in text.replace("\n", " \n ").split(" "):
        if word == "\n" or width(f"{lines[-1]} {word}") > size:
            lines.append("")
        if word != "\n":
            lines[-1] += f" {word}" if lines[-1] else word
    return "\n".join(filter(None, lines))


def folded_markdown(rows: Rows) -> str:
    return _folded(markdown(rows), 80)


def folded_grid(rows: Rows) -> str:
    """The same of a padded grid: blank cells are folded too."""
    sizes = widths(full(rows), 100)
    lines = [f"| {line} |" for row in full(rows) for line in lines_of(row, sizes, " | ")]
    return _folded("\n".join(lines), 80)


def _broken(rows: Rows, size: int, line_end: str) -> Rows:
    """Labels with line ends of the file's, which Markdown does not know."""

    def text_of(text: str) -> str:
        return text if text[:1].isdigit() else line_end.join(broken(text, size))

    return [[(text_of(text), *spans) for text, *spans in row] for row in rows]


def _cells(rows: Rows) -> Iterator[list[tuple[str, int, int]]]:
    for row in full(rows):
        yield [(text, 1, 1) for text in row]


def broken_markdown(rows: Rows) -> str:
    first, *rest = (full_grid([row]) for row in _cells(_broken(rows, 10, "\n")))
    return "\n".join([first, "|" + " --- |" * len(full(rows)[0]), *rest])


def loosely_broken_grid(rows: Rows) -> str:
    return full_grid(_broken(rows, 20, "\n\n"))


def broken_rows(rows: Rows) -> str:
    """The same with rows of unlike length."""
    return leading_pipes(_broken(rows, 16, "\n"))


def spaced_markdown(rows: Rows) -> str:
    return markdown(rows).replace("\n", "\n\n")


def _parted(mark: str) -> Layout:
    """A row a line, the mark between its cells."""

    def layout(rows: Rows) -> str:
        return "\n".join(mark.join(row) for row in full(rows))

    layout.__name__ = f"parted by {mark.strip()}"
    return layout


def ended_rows(rows: Rows) -> str:
    return "\n".join(f"{'；'.join(row)}；" for row in full(rows))


def quoted_cells(rows: Rows) -> str:
    return "\n".join("\t".join(f'"{text}"' for text in row) for row in full(rows))


def quoted_semicolons(rows: Rows) -> str:
    """As a spreadsheet saves cells that hold line ends."""
    return quoted_tabs(rows).replace("\t", ";")


def open_rows(rows: Rows) -> str:
    """As databases print tables: a rule of dashes below the first row, no borders around."""
    first, *rest = full(rows)
    sizes = widths([first, *rest], 100)
    head, *body = (line for row in (first, *rest) for line in lines_of(row, sizes, " | "))
    return "\n".join([head, "-+-".join("-" * size for size in sizes), *body])


def bold_markdown(rows: Rows) -> str:
    return re.sub(r"(?<=\| )([^|\d\s-][^|]*)(?= \|)", r"**\1**", markdown(rows))


def rows_apart(rows: Rows) -> str:
    """A cell a line, an empty line between cells and one more between rows."""
    return "\n\n\n".join("\n\n".join(text for text, _, _ in row) for row in rows)


FURTHER: tuple[Layout, ...] = (
    grid,
    merged_grid,
    drawn_merged_grid,
    drawn_grid,
    headed_grid,
    org,
    headed_org,
    multiline,
    simple,
    double_dashes,
    wiki,
    wiki_cells,
    folded_markdown,
    folded_grid,
    broken_markdown,
    loosely_broken_grid,
    broken_rows,
    spaced_markdown,
    *map(_parted, ("；", "：", " / ", " - ", " → ")),
    ended_rows,
    quoted_cells,
    quoted_semicolons,
    open_rows,
    bold_markdown,
)
