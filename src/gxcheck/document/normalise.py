"""One dress for the text of many hands, with the way back to the original.

Full-width letters, digits and punctuation become half-width, Kangxi radicals and compatibility
ideographs (which some PDF producers write for the usual ones) become those, and white space that
stands inside words, as spaced letters or soft line ends do, is taken out. White space between two
ASCII letters or digits stays as one space: "3 119" may be one number or two, and that is not
decided here.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterable

from msgspec import Struct

from gxcheck.document.words import words_of
from gxcheck.lazy import kept
from gxcheck.patterns import own_pattern

__all__ = ["Normalised", "dressed", "normalise"]


class Normalised(Struct, frozen=True):
    """Normalised text. `offsets` has the original place of each character, None if unmoved."""

    text: str
    offsets: tuple[int, ...] | None = None

    def original(self, start: int, end: int) -> tuple[int, int]:
        """The span of the original that the span `start:end` was made from."""
        if self.offsets is None:
            return start, end
        if end <= start:
            at = self.offsets[start] if start < len(self.offsets) else self._end
            return at, at
        return self.offsets[start], self.offsets[end - 1] + 1

    def normal(self, offset: int) -> int:
        """The place in `text` of the original character at `offset`, or of the next one kept."""
        return offset if self.offsets is None else bisect_left(self.offsets, offset)

    @property
    def _end(self) -> int:
        return self.offsets[-1] + 1 if self.offsets else 0


_CONTROLS = r"\x00-\x08\x0e-\x1f\x7f-\x9f"
_INVISIBLE = "\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufe00-\ufe0f\ufeff"
_KEPT = own_pattern(rf"[^\s{_CONTROLS}{_INVISIBLE}]+")
_WORD = frozenset("0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ")


def _one_to_one() -> dict[str, str]:
    table = {chr(code): chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)}
    for code in (*range(0x2E80, 0x2FE0), *range(0xF900, 0xFB00)):
        plain = unicodedata.normalize("NFKC", chr(code))
        if len(plain) == 1 and plain != chr(code):
            table[chr(code)] = plain
    # Variants of glyphs are the only marks to drop that count as printable.
    return table | dict.fromkeys(map(chr, range(0xFE00, 0xFE10)), "\u200b")


_TABLE = _one_to_one()
_UNDRESSED = own_pattern(f"[{''.join(map(re.escape, _TABLE))}]")
_COMMON = tuple((mark, _TABLE[mark]) for mark in "，（）：；")
_OTHER_BLOCKS = bytes({*range(0x100)} - {ord(mark) >> 8 for mark in _TABLE})
_SHORT = 80  # characters of a text that may well come again, as labels do
_IDEOGRAPHS = own_pattern("[\u4e00-\u9fa5]+")


def normalise(text: str) -> Normalised:
    """`text` in one dress; the offsets lead back to it."""
    return _normalise_label(text) if len(text) <= _SHORT else _normalise(text)


def dressed(words: Iterable[str]) -> tuple[str, ...]:
    """Words in one dress, in their order."""
    return tuple(normalise(word).text for word in words)


def _normalise(text: str) -> Normalised:
    if _IDEOGRAPHS.fullmatch(text):  # as most words of the rules are, thousands at a start
        return Normalised(text)
    plain = text if text.isascii() else _plain(text)
    if plain.isprintable() and " " not in plain:
        return Normalised(plain)
    return _closed_up(plain)


def _plain(text: str) -> str:
    """A text with plain characters for others; what is dropped later may stay or change.

    A pattern takes ten times as long to look for such characters as to see in the high bytes of a
    text that it has none beside the common ones.
    """
    for mark, plain in _COMMON:
        text = text.replace(mark, plain)
    high = text.encode("utf-16-le", "surrogatepass")[1::2]
    if high.translate(None, _OTHER_BLOCKS):
        return _UNDRESSED.sub(lambda mark: _TABLE[mark[0]], text)
    return text


def _closed_up(plain: str) -> Normalised:
    """A text without white space and invisible marks, save one space between words."""
    if "".join(plain.split()).isprintable():
        kept = words_of(plain)
    else:
        kept = [found.span() for found in _KEPT.finditer(plain)]
    pieces: list[str] = []
    offsets: list[int] = []
    end = 0
    for start, stop in kept:
        between_words = end > 0 and plain[end - 1] in _WORD and plain[start] in _WORD
        if between_words and any(map(str.isspace, plain[end:start])):
            pieces.append(" ")
            offsets.append(end)
        pieces.append(plain[start:stop])
        offsets.extend(range(start, stop))
        end = stop
    return Normalised("".join(pieces), tuple(offsets))


# The labels of the forms come again in every report.
_normalise_label = kept(_normalise)
