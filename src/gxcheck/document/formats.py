"""The format of an input, told from its content and never from its name; and usual names."""

from __future__ import annotations

import codecs
from typing import Literal, TypeAlias

from gxcheck.patterns import own_pattern

__all__ = ["BEFORE_CONTENT", "SUFFIXES", "Format", "detect"]

Format: TypeAlias = Literal[
    "text", "json", "html", "xml", "pdf", "docx", "xlsx", "ofd", "odt", "archive", "ole", "rtf",
    "image", "encrypted",
]  # fmt: skip
BEFORE_CONTENT = "\ufeff \t\r\n\f\v\u3000"
"""A byte order mark and white space, which may stand before the content of any text."""

SUFFIXES = (
    ".docx", ".doc", ".wps", ".pdf", ".html", ".htm", ".mhtml", ".mht", ".txt", ".md", ".json",
)  # fmt: skip
"""How files that may be reports are named, for those who choose among files."""

_MAGIC: tuple[tuple[bytes, Format], ...] = (
    (b"%PDF-", "pdf"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "ole"),
    (b"{\\rtf", "rtf"),
    (b"\x89PNG\r\n\x1a\n", "image"),
    (b"\xff\xd8\xff", "image"),
    (b"GIF8", "image"),
    (b"II*\x00", "image"),
    (b"MM\x00*", "image"),
    (b"Rar!\x1a\x07", "archive"),
    (b"7z\xbc\xaf\x27\x1c", "archive"),
    (b"\x1f\x8b\x08", "archive"),
)
_ZIPPED: tuple[tuple[bytes, Format], ...] = (
    (b"word/", "docx"),
    (b"xl/", "xlsx"),
    (b"OFD.xml", "ofd"),
    (b"application/vnd.oasis.opendocument", "odt"),
)
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_HEAD = 4096  # bytes in which a format shows
_HTML = own_pattern(
    r"(?is)(?:<\?xml[^>]*>\s*|<!--.*?-->\s*)*"
    r"<(?:!--|!doctype\s+html|(?:html|head|body|meta|title|table|div|p|h[1-6]|span|script|style|link"
    r"|center|font|b|strong|em|i|u|pre|form|label|nav|blockquote|caption|img|iframe"
    r"|noscript|aside|section|article|main|header|ul|ol|dl|a|br|hr|tbody|tr|td|base)\b)"
)
_HEADER = own_pattern(r"(?i)[a-z-]")
_ARCHIVE = own_pattern(r"(?i)(?:[a-z-]{2,40}:[^\n]*\n(?:[ \t][^\n]*\n)*){0,30}mime-version:")
_JSON = own_pattern(r'\{\s*(?:"|\}\s*$|$)')


def detect(data: bytes) -> Format:
    """What `data` is.

    An Office document under a password is called encrypted, whatever it holds. A byte order mark
    and white space before the content do not matter. What is none of these is called text; whether
    it is one is found when it is decoded.
    """
    head = data[:_HEAD]
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _zipped(data)
    for magic, name in _MAGIC:
        if head.startswith(magic):
            return "encrypted" if name == "ole" and _ENCRYPTED in data else name
    if b"%PDF-" in head[:1024] and b"\x00" not in head[:8]:
        return "pdf" if head.lstrip().startswith(b"%PDF-") else "text"
    return _written(_plain(head).lstrip(BEFORE_CONTENT))


def _zipped(data: bytes) -> Format:
    """The kind of a zip container, by the names in its first headers and its directory."""
    ends = data[: 4 * _HEAD] + data[-16 * _HEAD :]
    return next((name for mark, name in _ZIPPED if mark in ends), "archive")


def _plain(head: bytes) -> str:
    """Enough of the beginning to see what it is; characters beyond ASCII may come out wrong."""
    for mark in (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE):
        if head.startswith(mark):
            return head.decode("utf-16", "replace")
    return head.decode("utf-8", "replace")


def _written(text: str) -> Format:
    """What a text is by its first characters."""
    if text.startswith("{") and _JSON.match(text):
        return "json"
    if text.startswith("<"):
        if _HTML.match(text):
            return "html"
        if text.startswith("<?xml"):
            return "xml"
    if _HEADER.match(text) and "mime-version:" in text.lower() and _ARCHIVE.match(text):
        return "html"
    return "text"
