"""The encoding of a text file: by its byte order mark, as UTF-8, or by what makes Chinese of it.

Strict UTF-8 is all but never right by chance. Among the older encodings the bytes alone do not
decide, so the text that reads as Chinese wins: the one most of whose characters are common ones.
"""

from __future__ import annotations

import codecs
from functools import cache
from typing import NamedTuple

from gxcheck.data import read_yaml
from gxcheck.document.refusal import refusal

__all__ = ["Decoded", "decode"]

_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_OLDER = ("gb18030", "utf-16-le", "utf-16-be", "big5")
_SAMPLE = 100_000  # characters that are looked at
_PLAUSIBLE = 0.15  # share of common characters from which a text may be Chinese
_MOST_ZEROS = 5  # one character in so many may be a zero byte in UTF-8
_DAMAGED = 0.3  # share from which it is, and only damaged


class Decoded(NamedTuple):
    """A text without its byte order mark, and the encoding that it was in."""

    text: str
    encoding: str


def decode(data: bytes, name: str | None = None) -> Decoded:
    """The text of `data`. Raises `ReadError` where it is damaged or no encoding fits.

    `name` is what the file is called in messages.
    """
    for mark, encoding in _BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return _strict(data[len(mark) :], encoding, name, len(mark))
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        return _older(data, error, name)
    # In bytes it is found ten times as fast, and mostly there is none to count.
    if b"\x00" in data and data.count(b"\x00") * _MOST_ZEROS > len(text):
        wide = _best(data, ("utf-16-le", "utf-16-be"))
        return wide or Decoded(text, "utf-8")
    return Decoded(text, "utf-8")


def _strict(data: bytes, encoding: str, name: str | None, skipped: int) -> Decoded:
    try:
        return Decoded(data.decode(encoding), encoding)
    except UnicodeDecodeError as error:
        raise refusal(
            "damaged", name, encoding=encoding.upper(), byte=skipped + error.start + 1
        ) from error


def _older(data: bytes, error: UnicodeDecodeError, name: str | None) -> Decoded:
    found = _best(data, _OLDER)
    if found:
        return found
    # Where one of them would make sense but for some bytes, it tells which these are.
    for encoding in ("utf-8", *_OLDER):
        sense = _sense(data[:_SAMPLE].decode(encoding, "replace"))
        if sense > _DAMAGED and b"\x00" not in data:
            _strict(data, encoding, name, 0)
    raise refusal("unknown_encoding", name) from error


def _best(data: bytes, encodings: tuple[str, ...]) -> Decoded | None:
    best: Decoded | None = None
    most = _PLAUSIBLE
    for encoding in encodings:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        sense = _sense(text[:_SAMPLE])
        if sense > most:
            best, most = Decoded(text, encoding), sense
    return best


def _sense(text: str) -> float:
    """The share of common characters of Chinese among all that are no plain ASCII."""
    common = _common()
    foreign = [mark for mark in text if not " " <= mark <= "~" and mark not in "\t\r\n"]
    if not foreign:
        return 1.0 if text.strip() else 0.0
    return sum(mark in common for mark in foreign) / len(foreign)


@cache
def _common() -> frozenset[str]:
    return frozenset(read_yaml("text.yml")["common"]) - {" "}
