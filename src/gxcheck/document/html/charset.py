"""The text of a page's bytes: as all text is decoded, and with a damaged character here and there.

What a page says of its own encoding is often wrong and not needed where its bytes make sense. It
helps where they break somewhere, as where a script was written in another encoding: a browser
shows such a page all the same.
"""

from __future__ import annotations

import codecs
import re

from gxcheck.document.encoding import Decoded, decode
from gxcheck.errors import ReadError

__all__ = ["decode_page"]

_CHARSET = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([\w.:-]{1,40})""", re.IGNORECASE)
_HEAD = 4096
_OLDER = frozenset(("gb2312", "gbk", "gb_2312-80", "x-gbk", "cp936", "ms936"))
_DAMAGE = 500


def decode_page(data: bytes, told: str | None, name: str | None) -> Decoded:
    """The text of a page; `told` is the encoding that an archive tells of it.

    Raises `ReadError` where no encoding makes sense of all but a five-hundredth of its text.
    """
    try:
        return decode(data, name)
    except ReadError:
        found = _CHARSET.search(data[:_HEAD])
        declared = found[1].decode("ascii", "replace") if found else None
        for encoding in (told, declared, "utf-8", "gb18030"):
            text = _tolerant(data, encoding)
            if text is not None:
                return Decoded(text, _known(encoding or ""))
        raise


def _known(encoding: str) -> str:
    """Python's name of an encoding, the older ones of Chinese taken for the one that holds them."""
    try:
        known = codecs.lookup(encoding).name
    except LookupError:
        return ""
    return "gb18030" if known in _OLDER else known


def _tolerant(data: bytes, encoding: str | None) -> str | None:
    """The text with a few damaged characters; None where there are many."""
    known = _known(encoding or "")
    if not known.startswith(("utf", "gb", "big5", "hz")):
        return None
    text = data.decode(known, "replace")
    lost = text.count("\ufffd")
    return text if lost * _DAMAGE < len(text) and "\x00" not in text else None
