"""The tags that may stand in a plain table, by one letter each; what else stands there is odd.

A letter in lower case is a start tag, in upper case an end tag: r row, c cell, g group of rows,
k columns, p and d blocks, s what only dresses text. b is a line end, l a column, n a comment, which
have no end tags. Tags with the same letter are alike to the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence, Set
from functools import lru_cache
from typing import NamedTuple

from gxcheck.document.html.signs import CELL, LINE, PARAGRAPH, ROW, SPACE
from gxcheck.document.html.spans import ONE, Span, span_of
from gxcheck.document.html.words import page_words

__all__ = ["CELL_TAG", "RUNS", "Tags", "innermost", "tags_of"]

_DRESS = ("span", "font", "b", "strong", "u", "i", "em", "o:p", "sup", "sub", "big", "small")
_PARTS = {"tr": "r", "td": "c", "th": "c", "tbody": "g", "thead": "g", "colgroup": "k"}
_PAIRS = {**_PARTS, "p": "p", "div": "d", **dict.fromkeys(_DRESS, "s")}
_SINGLES = {"br": "b", "col": "l"}
_SIGNS = {"r": ROW, "c": CELL, "b": LINE, **dict.fromkeys("pPdD", PARAGRAPH)}
_LONG, _USUAL = 500, 2000  # characters of a tag, and of tags together, that are kept

CELL_TAG = re.compile(r"<[tT][dDhH]\b[^>]*>")
"""The start tag of a cell, if it is one: it may stand in a comment."""

# What most often follows comes first; the rest is the same behind white space, and the end.
RUNS = re.compile(rf">(?!<[/a-zA-Z!?])(?![{SPACE}]*(?:<(?:[a-zA-Z/!?]|\Z)|\Z))")
"""The end of each tag that text follows."""

_VALUE = rf"""(?:"([^">]*)"|'([^'>]*)'|([^{SPACE}"'=`/>]+))"""
_NAME = "[a-z_][a-z0-9_:.-]*"
_ATTRIBUTE = re.compile(rf"[{SPACE}]+({_NAME})(?:[{SPACE}]*=[{SPACE}]*{_VALUE})?")
_START = re.compile(rf"([a-z0-9:]+)((?:{_ATTRIBUTE.pattern})*)[{SPACE}]*(?P<closed>/?)>")
_END = re.compile(rf"/([a-z0-9:]+)[{SPACE}]*>")
_COMMENT = re.compile(r"!--[^->]*-->|!\[(?:if [^\[\]>]*|endif)\]>")
# What hides an element, and references, in which anything could be written.
_ODD = re.compile("&|display|visibility|hidden")


class Tags(NamedTuple):
    """Tags that stand together: their letters, and the signs for them with the space between.

    `spans` has those of their cells, `cells` where the content of each begins, counted from the
    first tag; `names` the ids and classes, in lower case.
    """

    letters: str
    signs: str
    spans: Sequence[Span]
    cells: Sequence[int]
    names: Set[str]


class _Tag(NamedTuple):
    """A tag with the white space behind it: its letter, its sign and that space, and the rest."""

    letter: str
    sign: str
    span: Span = ONE
    names: Set[str] = frozenset()


def _tags_of(source: str) -> Tags | None:
    """What `tags_of` tells, read anew."""
    before, *pieces = source.split("<")
    found = [_tag(piece) if len(piece) < _LONG else _read(piece) for piece in pieces]
    tags = [tag for tag in found if tag]
    if len(tags) < len(found) or before.strip(SPACE):
        return None
    letters = "".join([tag.letter for tag in tags])
    return Tags(
        letters,
        "".join([before, *(tag.sign for tag in tags)]),
        [tag.span for tag in tags if tag.letter == "c"],
        [found.end() for found in CELL_TAG.finditer(source)] if "c" in letters else (),
        frozenset(name for tag in tags if tag.names for name in tag.names),
    )


# What stands between the texts of a table is mostly alike, and so it is on the pages of a site.
_usual_tags_of = lru_cache(1024)(_tags_of)


def tags_of(source: str) -> Tags | None:
    """The tags in a piece of source that has only white space beside them; None if any is odd.

    Odd are attributes that hide too, and names by which parts of a page are known.
    """
    return _usual_tags_of(source) if len(source) < _USUAL else _tags_of(source)


def innermost(text: str, name: str, behind: int, last: int) -> Iterator[tuple[int, int]]:
    """From where to where the elements of a name reach, in a stretch, that hold no other."""
    while (end := text.find(f"</{name}", behind, last)) >= 0:
        begin = text.rfind(f"<{name}", behind, end)
        start = text.find(">", begin, end) + 1 if begin >= 0 else 0
        behind = text.find(">", end, last) + 1 or last
        if start and _begins(text[begin:start], name) and _ends(text[end:behind], name):
            yield start, end


def _begins(tag: str, name: str) -> bool:
    """Whether this is the start tag of an element, up to its end and no further."""
    start = _START.fullmatch(tag[1:].lower())
    return bool(start and start[1] == name.lower() and not start["closed"])


def _ends(tag: str, name: str) -> bool:
    end = _END.fullmatch(tag[1:].lower())
    return bool(end and end[1] == name.lower())


def _read(piece: str) -> _Tag | None:
    """The tag behind a "<"."""
    tag = piece.rstrip(SPACE)
    low, space = tag.lower(), piece[len(tag) :]
    start = _START.fullmatch(low)
    if start:
        return None if _ODD.search(low) else _start(start, space)
    end = _END.fullmatch(low)
    if end:
        letter = _PAIRS.get(end[1], "").upper()
        return _Tag(letter, _SIGNS.get(letter, "") + space) if letter else None
    return _Tag("n", space) if _COMMENT.fullmatch(low) else None


# The tags of a table, and of the pages of a site, are mostly alike.
_tag = lru_cache(1024)(_read)


def _start(start: re.Match[str], space: str) -> _Tag | None:
    name, told = start[1], _told(start[2])
    letter = _SINGLES.get(name) or _PAIRS.get(name)
    names = frozenset(f"{told.get('id', '')} {told.get('class', '')}".split())
    if letter is None or (start["closed"] and name not in _SINGLES):
        return None
    if not names.isdisjoint(page_words().names):
        return None
    span = span_of(told.get("rowspan"), told.get("colspan"))
    return _Tag(letter, _SIGNS.get(letter, "") + space, span, names)


def _told(attributes: str) -> Mapping[str, str]:
    """The attributes of a tag; of one that is there twice the first counts."""
    told: dict[str, str] = {}
    for name, *values in _ATTRIBUTE.findall(attributes):
        told.setdefault(name, next(filter(None, values), ""))
    return told
