"""The names of what Word keeps of comments (ISO/IEC 29500-1, 17.13.4; MS-DOCX 2.2)."""

from __future__ import annotations

from gxcheck.document.docx.names import w

__all__ = [
    "AUTHOR",
    "COMMENT",
    "DURABLE_ID",
    "EXTENDED",
    "EXTENSIBLE",
    "IDS",
    "MARKS",
    "NOTED_ID",
    "OURS",
    "PARAGRAPH_ID",
    "PARENT",
    "REFERENCE",
    "W14",
]

OURS = "gxcheck"
"""The author of our comments, by which they are known again."""
COMMENT, AUTHOR = w("comment"), w("author")
MARKS = (w("commentRangeStart"), w("commentRangeEnd"))
REFERENCE = w("commentReference")

W14 = "http://schemas.microsoft.com/office/word/2010/wordml"
_W15 = "{http://schemas.microsoft.com/office/word/2012/wordml}"
_W16_IDS = "{http://schemas.microsoft.com/office/word/2016/wordml/cid}"
_W16_EXTENSIBLE = "{http://schemas.microsoft.com/office/word/2018/wordml/cex}"
PARAGRAPH_ID = f"{{{W14}}}paraId"
NOTED_ID = (f"{_W15}paraId", f"{_W16_IDS}paraId")
PARENT = f"{_W15}paraIdParent"
EXTENDED, IDS, EXTENSIBLE = "commentsExtended", "commentsIds", "commentsExtensible"
DURABLE_ID = (f"{_W16_IDS}durableId", f"{_W16_EXTENSIBLE}durableId")
