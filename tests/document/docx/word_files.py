"""Word files of our own making: the XML of paragraphs and tables, and the zip around it."""

import io
import zipfile
from collections.abc import Mapping, Sequence
from xml.sax.saxutils import escape

from gxcheck.document.docx import read_docx
from gxcheck.document.model import Document, Paragraph

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_SPACES = (
    f'xmlns:w="{WORD}" xmlns:r="{OFFICE}"'
    ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
    ' xmlns:v="urn:schemas-microsoft-com:vml"'
    ' xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
)


def t(text: str) -> str:
    return f'<w:t xml:space="preserve">{escape(text)}</w:t>'


def r(*content: str, props: str = "") -> str:
    """A run of XML; what is no XML is its text."""
    inner = "".join(part if part.startswith("<") else t(part) for part in content)
    return f"<w:r><w:rPr>{props}</w:rPr>{inner}</w:r>" if props else f"<w:r>{inner}</w:r>"


def p(*content: str, props: str = "") -> str:
    """A paragraph of XML; what is no XML is a run of text."""
    inner = "".join(part if part.startswith("<") else r(part) for part in content)
    return f"<w:p><w:pPr>{props}</w:pPr>{inner}</w:p>" if props else f"<w:p>{inner}</w:p>"


def tc(*content: str, span: int = 1, merge: str = "", width: int = 0, props: str = "") -> str:
    """A cell of paragraphs; what is no XML is a paragraph of text."""
    inner = "".join(part if part.startswith("<") else p(part) for part in content) or p()
    told = f'<w:tcW w:w="{width}" w:type="dxa"/>' if width else ""
    told += f'<w:gridSpan w:val="{span}"/>' if span != 1 else ""
    told += {"": "", "go on": "<w:vMerge/>"}.get(merge, f'<w:vMerge w:val="{merge}"/>')
    return f"<w:tc><w:tcPr>{told}{props}</w:tcPr>{inner}</w:tc>"


def tr(*cells: str, props: str = "") -> str:
    inner = "".join(cell if cell.startswith("<") else tc(cell) for cell in cells)
    return f"<w:tr><w:trPr>{props}</w:trPr>{inner}</w:tr>" if props else f"<w:tr>{inner}</w:tr>"


def tbl(*rows: str | Sequence[str], grid: Sequence[int] = ()) -> str:
    inner = "".join(row if isinstance(row, str) else tr(*row) for row in rows)
    columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in grid)
    return f"<w:tbl><w:tblPr/><w:tblGrid>{columns}</w:tblGrid>{inner}</w:tbl>"


def field(instruction: str, result: str) -> str:
    """A complex field: what it is asked to show, and what it showed last."""
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f"<w:r><w:instrText> {instruction} </w:instrText></w:r>"
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        f'{r(result)}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def part(element: str, content: str) -> str:
    return f'<?xml version="1.0" encoding="UTF-8"?><w:{element} {_SPACES}>{content}</w:{element}>'


def docx(*body: str, parts: Mapping[str, str] | None = None, section: str = "") -> bytes:
    """A file with this body; `parts` by their names (styles, header1), each a relation too."""
    content = "".join(one if one.startswith("<") else p(one) for one in body)
    files = {
        "word/document.xml": part("document", f"<w:body>{content}{section}</w:body>"),
        "_rels/.rels": _relations({"rId1": ("officeDocument", "word/document.xml")}),
    }
    relations: dict[str, tuple[str, str]] = {}
    for name, xml in (parts or {}).items():
        files[f"word/{name}.xml"] = xml
        relations[name] = (name.rstrip("0123456789"), f"{name}.xml")
    files["word/_rels/document.xml.rels"] = _relations(relations)
    return zipped(files)


def _relations(relations: Mapping[str, tuple[str, str]]) -> str:
    inner = "".join(
        f'<Relationship Id="{key}" Type="{OFFICE}/{kind}" Target="{target}"/>'
        for key, (kind, target) in relations.items()
    )
    return f'<Relationships xmlns="{PACKAGE}/relationships">{inner}</Relationships>'


def zipped(files: Mapping[str, str | bytes]) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
    return file.getvalue()


def unzipped(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def texts(*body: str, **more: object) -> list[str]:
    """The paragraphs of a file with this body; there must be no table."""
    document = read_docx(docx(*body, **more))
    assert not document.tables
    return [block.text for block in document.paragraphs]


def outline(document: Document) -> list[object]:
    """The paragraphs as text, the tables as lists of rows of text."""
    return [
        block.text
        if isinstance(block, Paragraph)
        else [[cell.text for cell in row] for row in block.rows]
        for block in document.blocks
    ]


def spans(data: bytes) -> list[tuple[str, int, int, int, int]]:
    """The cells of the only table: text, row, column, rows and columns covered."""
    (table,) = read_docx(data).tables
    return [
        (cell.text, cell.row, cell.column, cell.row_span, cell.column_span)
        for row in table.rows
        for cell in row
    ]
