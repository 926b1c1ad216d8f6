"""Packs the body of a draft as a Word file: styles, fonts, page, page numbers."""

from __future__ import annotations

from io import BytesIO
from xml.sax.saxutils import quoteattr
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from gxcheck.document.docx.names import WORD
from gxcheck.output.form.wordml import style_sheet
from gxcheck.output.form.words import setting

__all__ = ["packed"]

_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_PACKAGE_TYPE = "application/vnd.openxmlformats-package"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_KINDS = {"document": "document.main", "styles": "styles", "fontTable": "fontTable"}
_KINDS |= {"settings": "settings", "footer1": "footer"}
_FIELD = (
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r>'
    '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
)


def packed(body: str) -> bytes:
    """The file with this body; the same bytes for the same body."""
    parts = {
        "[Content_Types].xml": _types(),
        "_rels/.rels": _relations({"rId1": ("officeDocument", "word/document.xml")}),
        "word/document.xml": _part("document", f"<w:body>{body}{_page()}</w:body>"),
        "word/_rels/document.xml.rels": _relations(
            {
                f"rId{number}": (name.rstrip("1"), f"{name}.xml")
                for number, name in enumerate(list(_KINDS)[1:], 1)
            }
        ),
        "word/styles.xml": _part("styles", style_sheet()),
        "word/fontTable.xml": _part("fonts", _fonts()),
        "word/settings.xml": _part("settings", _settings()),
        "word/footer1.xml": _part("ftr", _footer()),
    }
    into = BytesIO()
    with ZipFile(into, "w") as archive:
        for name, xml in parts.items():
            archive.writestr(ZipInfo(name), xml.encode(), ZIP_DEFLATED)
    return into.getvalue()


def _part(element: str, content: str) -> str:
    spaces = f'xmlns:w="{WORD}" xmlns:r="{_OFFICE}"'
    return f"{_HEAD}<w:{element} {spaces}>{content}</w:{element}>"


def _page() -> str:
    page = setting("page")
    sides = " ".join(f'w:{side}="{page[side]}"' for side in ("top", "right", "bottom", "left"))
    number = list(_KINDS).index("footer1")
    return (
        f'<w:sectPr><w:footerReference w:type="default" r:id="rId{number}"/>'
        f'<w:pgSz w:w="{page["width"]}" w:h="{page["height"]}"/>'
        f'<w:pgMar {sides} w:header="851" w:footer="{page["footer"]}" w:gutter="0"/></w:sectPr>'
    )


def _footer() -> str:
    before, after = (
        f'<w:r><w:t xml:space="preserve">{words}</w:t></w:r>' for words in setting("page_number")
    )
    return f'<w:p><w:pPr><w:pStyle w:val="number"/></w:pPr>{before}{_FIELD}{after}</w:p>'


def _fonts() -> str:
    """The fonts, each with the one that a machine without it shall take."""
    return "".join(
        f"<w:font w:name={quoteattr(name)}><w:altName w:val={quoteattr(other)}/>"
        '<w:charset w:val="86"/></w:font>'
        for name, other in setting("fonts").items()
    )


def _settings() -> str:
    modern = (
        '<w:compat><w:compatSetting w:name="compatibilityMode" '
        'w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>'
    )
    return f'<w:defaultTabStop w:val="420"/>{modern}'


def _types() -> str:
    inner = (
        f'<Default Extension="rels" ContentType="{_PACKAGE_TYPE}.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
    )
    inner += "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{_TYPE}.{kind}+xml"/>'
        for name, kind in _KINDS.items()
    )
    return f'{_HEAD}<Types xmlns="{_PACKAGE}/content-types">{inner}</Types>'


def _relations(relations: dict[str, tuple[str, str]]) -> str:
    inner = "".join(
        f'<Relationship Id="{key}" Type="{_OFFICE}/{kind}" Target="{target}"/>'
        for key, (kind, target) in relations.items()
    )
    return f'{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships">{inner}</Relationships>'
