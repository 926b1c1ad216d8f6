"""Web pages and Word files to measure with, made of our own example reports as real ones are made.

A government page of 60 to 200 kilobytes is mostly not the report: menus, scripts, styles, lists of
related pages. And in the report each few words stand in a span of their own, as Word saves them.
"""

from __future__ import annotations

import html
import io
import zipfile
from collections.abc import Iterator
from xml.sax.saxutils import escape

from gxcheck.document.model import Cell, Document, Paragraph, Table

__all__ = ["web_page", "word_file"]

_SCRIPT = "function f{n}(a,b){{if(a<b&&b>0){{return a+'<div>'+b+'</div>';}}var c=[{n},2,3];}}\n"
_STYLE = ".c{n}{{color:#333;font:12px/1.5 宋体;margin:0 {n}px}}.c{n} a:hover{{color:red}}\n"
_SPAN = "mso-spacerun:'yes';font-family:仿宋_GB2312;mso-hansi-font-family:宋体;font-size:16pt"
_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
_FONTS = '<w:rFonts w:hint="eastAsia" w:ascii="仿宋" w:eastAsia="仿宋" w:hAnsi="仿宋"/>'
_RUN = f'<w:rPr>{_FONTS}<w:sz w:val="32"/></w:rPr>'


def web_page(document: Document, confetti: bool, surroundings: int) -> bytes:
    """A page with the document in it; `surroundings` is how many links stand around it."""
    links = "".join(
        f'<li class="m{n % 7}"><a href="/art/2024/1/{n}/art_{n}.html" target="_blank" '
        f'title="栏目{n}">政务公开栏目{n}</a></li>\n'
        for n in range(surroundings)
    )
    scripts = "".join(_SCRIPT.format(n=n) for n in range(surroundings * 2))
    styles = "".join(_STYLE.format(n=n) for n in range(surroundings))
    body = "".join(_web_blocks(document, confetti))
    particulars = "".join(
        f"<td>{label}：</td><td>2024-0{n}</td>"
        for n, label in enumerate(("索引号", "发布机构", "发文日期", "文号"))
    )
    return (
        '<!DOCTYPE html>\n<html><head><meta charset="utf-8"><title>政府信息公开</title>\n'
        f"<style>{styles}</style><script>{scripts}</script></head><body>\n"
        f'<div class="nav"><ul>{links}</ul></div><div class="dqwz">当前位置：首页 &gt; 年报</div>'
        f'<table class="xxgk"><tr>{particulars}</tr></table>\n<div id="zoom">{body}</div>\n'
        f'<div class="related"><ul>{links}</ul></div><div id="footer">版权所有</div>'
        f"<script>{scripts}</script></body></html>"
    ).encode()


def _web_blocks(document: Document, confetti: bool) -> Iterator[str]:
    for block in document.blocks:
        if isinstance(block, Paragraph):
            words = _spans(block.text) if confetti else html.escape(block.text)
            yield f'<p style="text-indent:2em">{words}</p>\n'
        else:
            rows = ("".join(_web_cell(c, confetti) for c in row) for row in block.rows)
            yield f'<table border="1">{"".join(f"<tr>{row}</tr>" for row in rows)}</table>\n'


def _web_cell(cell: Cell, confetti: bool) -> str:
    words = _spans(cell.text) if confetti else html.escape(cell.text)
    style = f' style="width:39pt;padding:0 5.4pt;{_SPAN}" valign="center"' if confetti else ""
    spans = f' rowspan="{cell.row_span}"' * (cell.row_span > 1)
    spans += f' colspan="{cell.column_span}"' * (cell.column_span > 1)
    return f'<td{spans}{style}><p align="center">{words}</p></td>'


def _spans(text: str, size: int = 9) -> str:
    pieces = (text[at : at + size] for at in range(0, len(text), size))
    return "".join(f'<span style="{_SPAN}">{html.escape(piece)}</span>' for piece in pieces)


def word_file(document: Document) -> bytes:
    """The document as a Word file, with the properties that Word writes at every run."""
    body = "".join(
        _word_paragraph(block.text) if isinstance(block, Paragraph) else _word_table(block)
        for block in document.blocks
    )
    files = {
        "_rels/.rels": f'<Relationships xmlns="{_PACKAGE}"><Relationship Id="rId1" '
        f'Type="{_OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>',
        "word/document.xml": f'<w:document xmlns:w="{_WORD}"><w:body>{body}</w:body></w:document>',
        "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/'
        'content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-'
        'package.relationships+xml"/><Override PartName="/word/document.xml" ContentType='
        '"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>'
        "</Types>",
    }
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return file.getvalue()


def _word_paragraph(text: str) -> str:
    pieces = (text[at : at + 15] for at in range(0, len(text), 15))
    runs = "".join(f"<w:r>{_RUN}<w:t>{escape(piece)}</w:t></w:r>" for piece in pieces)
    return f'<w:p><w:pPr><w:spacing w:line="560"/><w:jc w:val="both"/></w:pPr>{runs}</w:p>'


def _word_table(table: Table) -> str:
    rows = []
    for number, line in enumerate(table.grid):
        cells, done = [], set[int]()
        for cell in line:
            if cell is None or id(cell) in done:
                continue
            done.add(id(cell))
            merged = "" if cell.row_span == 1 else "<w:vMerge/>"
            if cell.row_span > 1 and cell.row == number:
                merged = '<w:vMerge w:val="restart"/>'
            words = _word_paragraph(cell.text if cell.row == number else "")
            span = f'<w:gridSpan w:val="{cell.column_span}"/>' if cell.column_span > 1 else ""
            told = f'<w:tcW w:w="900" w:type="dxa"/>{span}{merged}<w:vAlign w:val="center"/>'
            cells.append(f"<w:tc><w:tcPr>{told}</w:tcPr>{words}</w:tc>")
        rows.append(f"<w:tr>{''.join(cells)}</w:tr>")
    return f"<w:tbl><w:tblPr/>{''.join(rows)}</w:tbl>"
