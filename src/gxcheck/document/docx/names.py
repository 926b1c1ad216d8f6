"""The names of WordprocessingML (ISO/IEC 29500) that are read, as lxml has them."""

from __future__ import annotations

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_COMPATIBILITY = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_DRAWING_PLACE = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_VML = "{urn:schemas-microsoft-com:vml}"
_RELATIONSHIPS = "{http://schemas.openxmlformats.org/package/2006/relationships}"


def w(name: str) -> str:
    """The full name of an element or attribute in the main namespace."""
    return f"{{{WORD}}}{name}"


BODY = w("body")
P, P_PR, R, R_PR, T = w("p"), w("pPr"), w("r"), w("rPr"), w("t")
TBL, TR, TR_PR, TC, TC_PR = w("tbl"), w("tr"), w("trPr"), w("tc"), w("tcPr")
GRID_SPAN, GRID_BEFORE, GRID_AFTER = w("gridSpan"), w("gridBefore"), w("gridAfter")
V_MERGE, H_MERGE, CELL_MERGE, TC_W = w("vMerge"), w("hMerge"), w("cellMerge"), w("tcW")
WIDTH_BEFORE, CELL_DELETED = w("wBefore"), w("cellDel")
DELETED, MOVED_AWAY, HIDDEN_ROW = w("del"), w("moveFrom"), w("hidden")
VANISH, R_STYLE, P_STYLE, NUM_PR = w("vanish"), w("rStyle"), w("pStyle"), w("numPr")
ILVL, NUM_ID = w("ilvl"), w("numId")
TAB, PTAB, BREAK, RETURN = w("tab"), w("ptab"), w("br"), w("cr")
NO_BREAK_HYPHEN, SYMBOL = w("noBreakHyphen"), w("sym")
FIELD_CHAR, FIELD_CHAR_TYPE, FIELD_SIMPLE = w("fldChar"), w("fldCharType"), w("fldSimple")
INSTRUCTION = w("instrText")
FOOTNOTE_MARK, ENDNOTE_MARK = w("footnoteReference"), w("endnoteReference")
RUBY, RUBY_BASE = w("ruby"), w("rubyBase")
TEXT_BOX = w("txbxContent")
DRAWN = frozenset((w("drawing"), w("pict"), w("object")))
EXTENT, PICTURE_DATA = _DRAWING_PLACE + "extent", _VML + "imagedata"
PICTURE = _DRAWING + "blip"
DRAWN_WORDS = _VML + "textpath"
EMBEDDED = frozenset((w("altChunk"), w("subDoc")))
SECTION, HEADER_MARK, FOOTER_MARK = w("sectPr"), w("headerReference"), w("footerReference")
TITLE_PAGE, EVEN_AND_ODD = w("titlePg"), w("evenAndOddHeaders")

ALTERNATE = _COMPATIBILITY + "AlternateContent"
CHOICE, FALLBACK = _COMPATIBILITY + "Choice", _COMPATIBILITY + "Fallback"
MATHS = frozenset((_MATH + "oMath", _MATH + "oMathPara"))
MATH_TEXT = _MATH + "t"
RELATIONSHIP = _RELATIONSHIPS + "Relationship"

VAL, ID, TYPE, W, FONT, CHAR = w("val"), w("id"), w("type"), w("w"), w("font"), w("char")
SPACE = "{http://www.w3.org/XML/1998/namespace}space"
REFERENCE = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"

# What stands around content and is no content itself: it is read as if it were not there.
WRAPPERS = frozenset(
    w(name)
    for name in (
        *("sdt", "sdtContent", "customXml", "smartTag", "hyperlink"),
        *("ins", "moveTo", "dir", "bdo"),
    )
)
