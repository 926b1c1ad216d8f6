"""Every figure of a report whose tables are set in an odd dress."""

import pytest
from test_html_pages import figures
from web_forms import Box, Grid
from web_pages import framed, paragraphs, plain
from web_reports import report

import gxcheck


def rows(grid: Grid, cell=plain, heads: int = 0, longer: int = 0) -> list[str]:
    """The rows of a table, the first ones of header cells; row spans reach too far by `longer`."""

    def tag(row: int, box: Box) -> str:
        name = "th" if row < heads else "td"
        down = box.down + longer * (box.down > 1)
        return f'<{name} rowspan="{down}" colspan="{box.across}">{cell(box.words)}</{name}>'

    return [
        f"<tr>{''.join(tag(number, box) for box in row)}</tr>" for number, row in enumerate(grid)
    ]


def table(grid: Grid, cell=plain, heads: int = 0, longer: int = 0) -> str:
    return f"<table>{''.join(rows(grid, cell, heads, longer))}</table>"


def field(words: str) -> str:
    return f"<input type=text value='{words}' readonly>" if words.isdigit() else plain(words)


def parted(grid: Grid) -> str:
    first, *others = rows(grid, heads=1)
    return f"<table><thead>{first}</thead><tbody>{''.join(others)}</tbody></table>"


def with_widths(grid: Grid) -> str:
    widths = "<tr height=0>" + "<td width=50></td>" * 9 + "</tr>"
    return table(grid).replace("</table>", f"<![if !x]>{widths}<![endif]></table>")


def boxes(grid: Grid) -> str:
    """Boxes cannot span, so that what a cell covers is lost."""
    lines = ("".join(f"<div class=td>{plain(box.words)}</div>" for box in row) for row in grid)
    return "".join(f"<div class=tr>{line}</div>" for line in lines)


DRESSES = {
    "header cells": lambda grid: table(grid, heads=2),
    "a head": parted,
    "spans that reach too far": lambda grid: table(grid, longer=4),
    "tables for layout": lambda grid: (
        f"<table><tr><td><table><tr><td>{table(grid)}</table></table>"
    ),
    "blank rows": lambda grid: f"<table>{'<tr></tr>'.join(rows(grid))}</table>",
    "widths at the end": with_widths,
    "cells never shown": lambda g: table(g).replace(
        "</tr>", "<td style='display:none'>7</td></tr>"
    ),
    "blank last cells": lambda grid: table(grid).replace("</tr>", "<td></td></tr>"),
    "rows in paragraphs": lambda g: (
        table(g).replace("<tr>", "<p><tr>").replace("</tr>", "</tr></p>")
    ),
    "no end tags": lambda grid: table(grid).replace("</td>", "").replace("</tr>", ""),
    "double tags": lambda grid: (
        table(grid).replace("<tr>", "<tr><tr>").replace("</td>", "</td></td>")
    ),
    "a form": lambda grid: table(grid).replace("<table>", "<table><form>"),
    "fields": lambda grid: table(grid, field),
    "one table a cell": lambda grid: table(grid, lambda w: f"<table><tr><td>{plain(w)}</table>"),
    "preformatted": lambda grid: table(grid, lambda words: f"<pre>{plain(words)}\n</pre>"),
    "confetti": lambda g: table(g, lambda w: "".join(f"<font><b>{plain(m)}</b></font>" for m in w)),
    "corrected": lambda grid: table(grid, lambda words: f"<s>9</s><ins>{plain(words)}</ins>"),
    "names of places": lambda grid: table(grid, lambda words: f"<a name=x>{plain(words)}</a>"),
    "soft hyphens": lambda grid: table(grid, lambda words: "&shy;".join(plain(words))),
    "boxes": boxes,
}


@pytest.mark.parametrize("name", DRESSES)
@pytest.mark.parametrize("edition", [2008, 2019, 2021])
def test_tables_are_read_in_any_dress(name, edition):
    web = report(edition)
    body = paragraphs(web, grid=DRESSES[name])
    found = gxcheck.parse(framed(f"<div id=zoom><h2>{web.title}</h2>{body}</div>").encode())
    assert figures(found, web.figures) == web.figures
    assert [section.role for section in found.sections] == web.roles
