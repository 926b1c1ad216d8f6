"""Writes paragraphs and tables as WordprocessingML (ISO/IEC 29500-1, 17)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from xml.sax.saxutils import escape

from gxcheck.output.form.tables import Cell, Grid
from gxcheck.output.form.words import setting, styles
from gxcheck.patterns import own_pattern

__all__ = ["XML_UNFIT", "paragraph", "style_sheet", "table"]

XML_UNFIT = "[\x00-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]"
"""A pattern of what cannot stand in XML or would turn the direction of the text."""
_BORDERS = ("top", "left", "bottom", "right", "insideH", "insideV")
_MARGIN = 57  # twentieths of a point on each side of a cell, as on the official form


@cache
def _hints() -> re.Pattern[str]:
    return own_pattern(f"({setting('hints')})")


def paragraph(words: str, style: str, *, keep: bool = False) -> str:
    """A paragraph in a style of rules/drafts.yml; hints stand out. `keep` it with the next one."""
    told = f'<w:pStyle w:val="{style}"/>' + ("<w:keepNext/>" if keep else "")
    pieces = _hints().split(words)
    runs = "".join(_run(piece, hint=place % 2 == 1) for place, piece in enumerate(pieces) if piece)
    return f"<w:p><w:pPr>{told}</w:pPr>{runs}</w:p>"


def _run(words: str, *, hint: bool) -> str:
    dress = f'<w:rPr><w:color w:val="{setting("hint")}"/></w:rPr>' if hint else ""
    lines = (f'<w:t xml:space="preserve">{escape(line)}</w:t>' for line in words.split("\n"))
    return f"<w:r>{dress}{'<w:br/>'.join(lines)}</w:r>"


def table(grid: Grid) -> str:
    """A table with lines around every cell, as wide as its columns, in the middle of the page."""
    lines = "".join(f'<w:{side} w:val="single" w:sz="8" w:space="0"/>' for side in _BORDERS)
    margins = "".join(f'<w:{side} w:w="{_MARGIN}" w:type="dxa"/>' for side in ("left", "right"))
    told = (
        f'<w:tblW w:w="{sum(grid.widths)}" w:type="dxa"/><w:jc w:val="center"/>'
        f"<w:tblBorders>{lines}</w:tblBorders>"
        f'<w:tblLayout w:type="fixed"/><w:tblCellMar>{margins}</w:tblCellMar>'
    )
    columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in grid.widths)
    rows = "".join(_rows(grid))
    return f"<w:tbl><w:tblPr>{told}</w:tblPr><w:tblGrid>{columns}</w:tblGrid>{rows}</w:tbl>"


def _rows(grid: Grid) -> Iterator[str]:
    """The rows; a cell that goes on from the row above is written again, empty."""
    open_: dict[int, tuple[Cell, int]] = {}
    last = len(grid.rows) - 1
    for number, row in enumerate(grid.rows):
        waiting = list(row)
        cells = []
        column = 0
        while column < len(grid.widths):
            above, left = open_.pop(column, (None, 0))
            cell = above or waiting.pop(0)
            text = "" if above else cell.text
            words = paragraph(text, _style(grid, cell), keep=grid.whole and number < last)
            cells.append(_cell(grid, cell, column, words, goes_on=above is not None))
            rows = left if above else cell.rows
            if rows > 1:
                open_[column] = (cell, rows - 1)
            column += cell.columns
        header = "<w:tblHeader/>" if number < grid.header else ""
        yield f"<w:tr><w:trPr><w:cantSplit/>{header}</w:trPr>{''.join(cells)}</w:tr>"


def _cell(grid: Grid, cell: Cell, column: int, words: str, *, goes_on: bool) -> str:
    width = sum(grid.widths[column : column + cell.columns])
    told = f'<w:tcW w:w="{width}" w:type="dxa"/>'
    told += f'<w:gridSpan w:val="{cell.columns}"/>' if cell.columns > 1 else ""
    if cell.rows > 1:
        told += "<w:vMerge/>" if goes_on else '<w:vMerge w:val="restart"/>'
    if cell.kind == "band":
        told += f'<w:shd w:val="clear" w:color="auto" w:fill="{setting("shade")}"/>'
    return f'<w:tc><w:tcPr>{told}<w:vAlign w:val="center"/></w:tcPr>{words}</w:tc>'


def _style(grid: Grid, cell: Cell) -> str:
    if cell.kind in ("label", "band"):
        return "small_label" if grid.small else "label"
    return "small" if grid.small else "cell"


def style_sheet() -> str:
    """The styles of the paragraphs, each complete in itself."""
    latin = escape(setting("latin"))
    language = '<w:lang w:val="en-US" w:eastAsia="zh-CN"/>'
    fonts = f'<w:rFonts w:ascii="{latin}" w:hAnsi="{latin}" w:cs="{latin}" w:eastAsia="%s"/>'
    defaults = fonts % escape(styles()["body"].font)
    sheet = f"<w:docDefaults><w:rPrDefault><w:rPr>{defaults}{language}</w:rPr></w:rPrDefault>"
    sheet += "<w:pPrDefault/></w:docDefaults>"
    normal = '<w:name w:val="Normal"/><w:qFormat/>'
    sheet += f'<w:style w:type="paragraph" w:default="1" w:styleId="a">{normal}</w:style>'
    for name, style in styles().items():
        size = f'<w:sz w:val="{style.size}"/><w:szCs w:val="{style.size}"/>'
        line = f' w:line="{style.line}" w:lineRule="exact"' if style.line else ""
        told = "<w:pageBreakBefore/>" if style.new_page else ""
        told += f'<w:spacing w:before="{style.before}" w:after="{style.after}"{line}/>'
        indent = style.indent * style.size * 10
        if indent:
            told += f'<w:ind w:firstLineChars="{style.indent * 100}" w:firstLine="{indent}"/>'
        told += f'<w:jc w:val="{style.align}"/>'
        told += "" if style.outline is None else f'<w:outlineLvl w:val="{style.outline}"/>'
        sheet += (
            f'<w:style w:type="paragraph" w:customStyle="1" w:styleId="{name}">'
            f'<w:name w:val="gxcheck {name}"/><w:basedOn w:val="a"/><w:qFormat/>'
            f"<w:pPr>{told}</w:pPr><w:rPr>{fonts % escape(style.font)}{size}</w:rPr></w:style>"
        )
    return sheet
