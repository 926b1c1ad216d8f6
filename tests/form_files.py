"""Sets a report of form_reports.py as Word, HTML and text files."""

import html
import io
import zipfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import accumulate
from xml.sax.saxutils import escape

import table_layouts
from form_reports import FormReport
from official_tables import Rows

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
TYPES = "application/vnd.openxmlformats-officedocument.wordprocessingml"
PORTRAIT, LANDSCAPE = (11906, 16838), (16838, 11906)
MARGIN = 1134
UPRIGHT = "三、本年度办理结果"


@dataclass(frozen=True)
class Setting:
    """How a Word file is set: sizes in half points, landscape tables, page numbers, rows kept."""

    name: str
    size: int = 28
    cell_size: int = 18
    landscape: bool = False
    running: bool = False
    upright: bool = False
    whole_rows: bool = True
    ruled: bool = True


SETTINGS = (
    Setting("portrait", running=True),
    Setting("landscape", landscape=True, cell_size=21),
    Setting("small", size=21, cell_size=13, upright=True),
    Setting("broken", size=32, cell_size=24, whole_rows=False, running=True, upright=True),
    Setting("cut header", cell_size=28, whole_rows=False, upright=True),
)
UNRULED = (
    Setting("unruled", landscape=True, ruled=False, cell_size=16),
    Setting("unruled-narrow", ruled=False, cell_size=15, running=True),
)


def docx(report: FormReport, setting: Setting = SETTINGS[0]) -> bytes:
    """The report as a Word file that any program opens."""
    body: list[str] = []
    ordinary = _section(setting, landscape=False)
    titles = len(report.title)
    for number, part in enumerate(report.parts()):
        if isinstance(part, str):
            align = "center" if number < titles else "both"
            if part in report.signature:
                align = "right"
            body.append(_paragraph(part, setting.size, align, indent=align == "both"))
        elif setting.landscape:
            body.append(f"<w:p><w:pPr>{ordinary}</w:pPr></w:p>")
            body.append(_table(part, setting))
            body.append(f"<w:p><w:pPr>{_section(setting, landscape=True)}</w:pPr></w:p>")
        else:
            body.append(_table(part, setting))
    return _package("".join(body) + ordinary, setting)


def _run(text: str, size: int) -> str:
    fonts = '<w:rFonts w:ascii="Noto Serif CJK SC" w:eastAsia="Noto Serif CJK SC"/>'
    inner = f'<w:rPr>{fonts}<w:sz w:val="{size}"/></w:rPr><w:t>{escape(text)}</w:t>'
    return f"<w:r>{inner}</w:r>" if text else ""


def _paragraph(text: str, size: int, align: str, indent: bool = False) -> str:
    first = f'<w:ind w:firstLine="{size * 20}"/>' if indent else ""
    return f'<w:p><w:pPr>{first}<w:jc w:val="{align}"/></w:pPr>{_run(text, size)}</w:p>'


def _widths(rows: Rows, setting: Setting) -> list[int]:
    """The columns' widths: those of labels wide, those of figures alike."""
    page = LANDSCAPE if setting.landscape else PORTRAIT
    room = page[0] - 2 * MARGIN
    columns = sum(across for _, across, _ in rows[0])
    if columns != 10:
        return [room // columns] * columns
    labels = [room * share // 100 for share in (7, 10, 20)]
    return [*labels, *[(room - sum(labels)) // 7] * 7]


def _table(rows: Rows, setting: Setting) -> str:
    widths = _widths(rows, setting)
    edges = [0, *accumulate(widths)]
    border = "single" if setting.ruled else "none"
    borders = "".join(
        f'<w:{side} w:val="{border}" w:sz="4" w:space="0" w:color="000000"/>'
        for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    kept = "<w:trPr><w:cantSplit/></w:trPr>" if setting.whole_rows else ""
    lines = []
    for line in _merged(rows):
        heads = not any(text.isdigit() for text, *_ in line)
        cells = "".join(
            _cell(text, edges[at + across] - edges[at], across, merge, setting, heads)
            for text, at, across, merge in line
        )
        lines.append(f"<w:tr>{kept}{cells}</w:tr>")
    layout = '<w:tblLayout w:type="fixed"/>'
    told = f'<w:tblPr><w:tblW w:w="{edges[-1]}" w:type="dxa"/>'
    told += f"<w:tblBorders>{borders}</w:tblBorders>{layout}</w:tblPr>"
    return f"<w:tbl>{told}<w:tblGrid>{grid}</w:tblGrid>{''.join(lines)}</w:tbl>"


def _cell(text: str, width: int, across: int, merge: str, setting: Setting, heads: bool) -> str:
    told = f'<w:tcW w:w="{width}" w:type="dxa"/>'
    told += f'<w:gridSpan w:val="{across}"/>' if across > 1 else ""
    told += {"": "", "begin": '<w:vMerge w:val="restart"/>', "go on": "<w:vMerge/>"}[merge]
    told += '<w:textDirection w:val="tbRlV"/>' if setting.upright and text == UPRIGHT else ""
    told += '<w:vAlign w:val="center"/>'
    align = "center" if heads or text.isdigit() else "left"
    inner = _paragraph(text, setting.cell_size, align)
    return f"<w:tc><w:tcPr>{told}</w:tcPr>{inner}</w:tc>"


def _merged(rows: Rows) -> list[list[tuple[str, int, int, str]]]:
    """Each row's cells with their column, their columns, and whether they go on."""
    running: dict[tuple[int, int], int] = {}
    lines = []
    for number, row in enumerate(rows):
        line: list[tuple[str, int, int, str]] = []
        cells, at = iter(row), 0
        while at < sum(across for _, across, _ in rows[0]):
            across = running.get((number, at))
            if across:
                line.append(("", at, across, "go on"))
            else:
                text, across, down = next(cells)
                running |= {(number + step, at): across for step in range(1, down)}
                line.append((text, at, across, "begin" if down > 1 else ""))
            at += across
        lines.append(line)
    return lines


def _section(setting: Setting, landscape: bool) -> str:
    width, height = LANDSCAPE if landscape else PORTRAIT
    turned = ' w:orient="landscape"' if landscape else ""
    marks = "".join(
        f'<w:{kind}Reference w:type="default" r:id="{kind}"/>' for kind in ("header", "footer")
    )
    return (
        f"<w:sectPr>{marks if setting.running else ''}"
        f'<w:pgSz w:w="{width}" w:h="{height}"{turned}/><w:pgMar w:top="{MARGIN}" '
        f'w:right="{MARGIN}" w:bottom="{MARGIN}" w:left="{MARGIN}" w:header="500" w:footer="500"/>'
        "</w:sectPr>"
    )


def _package(body: str, setting: Setting) -> bytes:
    number = '<w:fldSimple w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple>'
    parts = {
        "document": f"<w:body>{body}</w:body>",
        "header": _paragraph("政府信息公开工作年度报告", 18, "center"),
        "footer": f'<w:p><w:pPr><w:jc w:val="center"/></w:pPr>{_run("— ", 18)}{number}'
        f"{_run(' —', 18)}</w:p>",
    }
    tags = {"document": "document", "header": "hdr", "footer": "ftr"}
    types = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{TYPES}.{kind}+xml"/>'
        for name, kind in (
            ("document", "document.main"),
            ("header", "header"),
            ("footer", "footer"),
        )
    )
    files = {
        "[Content_Types].xml": f'<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{types}</Types>',
        "_rels/.rels": _relations({"rId1": ("officeDocument", "word/document.xml")}),
        "word/_rels/document.xml.rels": _relations(
            {kind: (kind, f"{kind}.xml") for kind in ("header", "footer")}
        ),
        **{
            f"word/{name}.xml": f'<?xml version="1.0" encoding="UTF-8"?><w:{tags[name]} '
            f'xmlns:w="{WORD}" xmlns:r="{OFFICE}">{xml}</w:{tags[name]}>'
            for name, xml in parts.items()
            if name == "document" or setting.running
        },
    }
    if not setting.running:
        files["[Content_Types].xml"] = files["[Content_Types].xml"].replace(
            types, types[: types.index("/>") + 2]
        )
        files["word/_rels/document.xml.rels"] = _relations({})
    return _zipped(files)


def _relations(relations: dict[str, tuple[str, str]]) -> str:
    inner = "".join(
        f'<Relationship Id="{key}" Type="{OFFICE}/{kind}" Target="{target}"/>'
        for key, (kind, target) in relations.items()
    )
    return f'<Relationships xmlns="{PACKAGE}/relationships">{inner}</Relationships>'


def _zipped(files: dict[str, str]) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
    return file.getvalue()


def edited(data: bytes, edit: Callable[[str], str]) -> bytes:
    """A Word file with its main part changed."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        files = {name: archive.read(name).decode() for name in archive.namelist()}
    files["word/document.xml"] = edit(files["word/document.xml"])
    return _zipped(files)


def web_page(report: FormReport, around: bool = True) -> bytes:
    """The report as a page, menus `around` it; tables of merged cells."""
    menu = "".join(f'<li><a href="/{n}/">栏目{n}</a></li>' for n in range(12))
    body = [f'<div class="nav"><ul>{menu}</ul></div>' * around, '<div id="zoom">']
    titles = len(report.title)
    for number, part in enumerate(report.parts()):
        if isinstance(part, str):
            style = "text-align:center" if number < titles else "text-indent:2em"
            body.append(f'<p style="{style}"><span>{html.escape(part)}</span></p>')
        else:
            body.append(_web_table(part))
    body.append("</div>" + '<div class="footer">版权所有 网站地图</div>' * around)
    style = "<style>body{font-family:'Noto Sans CJK SC'} table{border-collapse:collapse}</style>"
    head = f'<head><meta charset="utf-8"><title>公开</title>{style}</head>'
    return f"<!DOCTYPE html><html>{head}<body>{''.join(body)}</body></html>".encode()


def _web_table(rows: Rows) -> str:
    lines = [
        "".join(
            f"<td{f' colspan={across}' * (across > 1)}{f' rowspan={down}' * (down > 1)}>"
            f"<p>{html.escape(text) or '&nbsp;'}</p></td>"
            for text, across, down in row
        )
        for row in rows
    ]
    inner = "".join(f"<tr>{line}</tr>" for line in lines)
    return f'<table border="1" cellspacing="0">{inner}</table>'


def text(report: FormReport) -> bytes:
    """The report as plain text, its tables in the dialect of tabs."""
    parts: Sequence[object] = report.parts()
    written = [part if isinstance(part, str) else table_layouts.tabs(part) for part in parts]
    return "\n".join(written).encode()
