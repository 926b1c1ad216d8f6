"""The text of a page's bytes: as all text is decoded, and with a damaged character here and there.

What a page says of its own encoding is often wrong and not needed where its bytes make sense. It
helps where they break somewhere, as where a script was written in another encoding: a browser
shows such a page all the same.
"""

from __future__ import annotations

import codecs
import re

from gxcheck.document.encoding import Decoded, decode
from gxcheck.document.html.words import page_words
from gxcheck.errors import ReadError

__all__ = ["decode_page"]

_CHARSET = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([\w.:-]{1,40})""", re.IGNORECASE)
_HEAD = 4096  # bytes
_OLDER = frozenset(("gb2312", "gbk"))
_CHINESE = "gb18030"
_DAMAGE = 500  # characters, of which one may be damaged


def decode_page(data: bytes, told: str | None, name: str | None) -> Decoded:
    """The text of a page; `told` is the encoding that an archive tells of it.

    Raises `ReadError` where no encoding makes sense of all but a five-hundredth of its text.
    """
    declared = _declared(data)
    if declared == _CHINESE:
        chinese = _as_chinese(data)
        if chinese:
            return chinese
    try:
        return decode(data, name)
    except ReadError:
        for encoding in (_known(told), declared, "utf-8", _CHINESE):
            text = _tolerant(data, encoding)
            if text is not None:
                return Decoded(text, encoding)
        raise


def _declared(data: bytes) -> str:
    found = _CHARSET.search(data[:_HEAD])
    return _known(found[1].decode("ascii", "replace")) if found else ""


def _as_chinese(data: bytes) -> Decoded | None:
    """The text where a page is what it says; to find out what else it is takes longer."""
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        pass
    else:
        return None
    try:
        text = data.decode(_CHINESE)
    except UnicodeDecodeError:
        return None
    marks = page_words().sentence_marks
    return Decoded(text, _CHINESE) if any(m in text for m in marks if not m.isascii()) else None


def _known(encoding: str | None) -> str:
    """Python's name of an encoding; for the older ones of Chinese the one that holds them."""
    try:
        known = codecs.lookup(encoding or "").name
    except LookupError:
        return ""
    return _CHINESE if known in _OLDER else known


def _tolerant(data: bytes, encoding: str) -> str | None:
    """The text with a few damaged characters; None where there are many."""
    if not encoding.startswith(("utf", "gb", "big5", "hz")):
        return None
    text = data.decode(encoding, "replace")
    lost = text.count("\ufffd")
    return text if lost * _DAMAGE < len(text) and "\x00" not in text else None
