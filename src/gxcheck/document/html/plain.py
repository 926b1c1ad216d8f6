"""Tables that are plain in a page's source: rows of cells with text, dressed at most.

Most tables of a report are such, and they are most of its page: hundreds of cells, of each of
which a parser makes elements that are all that it takes long to read. So the tags of a plain table
are not given to the parser. In their place stand signs (`signs.py`) in the text of its <table>,
which goes with all other text through what is asked of a page. What its cells are is known before:
only those that hold references or several texts are read off the tree.

A table is plain if all its tags are known (`tags.py`) and nested as they should be, so that there
is nothing to repair and only one way to read it. Small ones, which may only arrange a page, are
left to the parser; so are those that hold others.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence, Set
from itertools import accumulate, chain, compress, count, islice
from operator import add
from typing import TYPE_CHECKING

from lxml import etree
from msgspec import Struct

from gxcheck.document.html.nodes import NOT_ALLOWED, set_text
from gxcheck.document.html.rows import RawTable
from gxcheck.document.html.signs import (
    CELL,
    LINE,
    LINE_END,
    PARAGRAPH,
    PARAGRAPH_END,
    ROW,
    SPACE,
)
from gxcheck.document.html.spans import Span
from gxcheck.document.html.tags import Tags, innermost, tags_of

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

__all__ = ["PlainTable", "plain_at", "plain_tables", "read_plain", "stand_in", "unfold"]

# A text, and what stands before it.
_TEXT = re.compile(rf">(?!<)([{SPACE}]*[^<{SPACE}][^<]*)")
_ROWS = "(?:r(?:c[tbspdSPD]*C)*R)*"
_SHAPE = re.compile(f"(?:kl*K|l*)(?:(?:g{_ROWS}G)*|{_ROWS})")
_PAIRS = ("sS", "pP", "dD")
_DEEPEST = 8  # tags within tags of one cell
_FEWEST_CELLS = 13  # more than a table has that arranges a page
# What a parser makes of some references, but lxml takes for no text.
_ODD = re.compile(
    "&#0*(?:[0-9]|[12][0-9]|3[01]|5[5-7][0-9]{3}|6553[45])(?![0-9])"
    "|&#[xX]0*(?:1?[0-9a-fA-F]|[dD][89a-fA-F]..|[fF]{3}[eEfF])(?![0-9a-fA-F])"
)
_LETTERS = "tblrRcCgGkKsSpPdD"
_ALL_BUT = {
    kept: str.maketrans("", "", _LETTERS.translate(str.maketrans("", "", kept)))
    for kept in ("ct", "rc", "".join(_PAIRS))
}
_EDGES = SPACE + PARAGRAPH_END + LINE_END


class PlainTable(Struct, frozen=True):
    """A plain table, from behind its start tag to its end tag.

    `texts` are its runs of text, which begin in the source at `places`; `signs` stands for the
    tags before, between and behind them. `runs` has how many of them are in each cell, `cells`
    where the content of each begins, `sizes` how many cells are in each row, `groups` the rows at
    which a group of rows begins. `names` are the ids and classes in the table, in lower case.
    """

    start: int
    end: int
    texts: Sequence[str]
    places: Sequence[int]
    signs: Sequence[str]
    runs: Sequence[int]
    cells: Sequence[int]
    spans: Sequence[Span]
    sizes: Sequence[int]
    groups: Sequence[int]
    names: Set[str]


def plain_tables(text: str, stretches: Iterable[tuple[int, int]]) -> list[PlainTable]:
    """The plain tables in stretches of a page's source, in its order.

    Of a page that has both, those that are called "TABLE" are left to the parser.
    """
    stretches = list(stretches)
    for name in ("table", "TABLE"):
        inner = [place for stretch in stretches for place in innermost(text, name, *stretch)]
        if inner:
            tables = (_plain(text, start, end) for start, end in inner)
            return [table for table in tables if table]
    return []


def _plain(text: str, start: int, end: int) -> PlainTable | None:
    """The table between two places; None if it is small or not plain."""
    parts = _TEXT.split(text[start:end])
    texts, tags = parts[1::2], _tags(parts)
    if tags is None or not _are_texts(texts):
        return None
    letters, signs, spans, cells, names = zip(*tags, strict=True)
    shape = "t".join(letters).replace("n", "")
    if shape.count("c") < _FEWEST_CELLS or not _is_plain(shape):
        return None
    places = list(accumulate(map(len, parts), initial=start))
    begins = map(add, places[:-1:2], count())  # a ">" is lost at each text
    return PlainTable(
        start,
        end,
        texts,
        list(map(add, places[1:-1:2], count(1))),
        signs,
        _counts(shape, "c", "t"),
        [begin + cell for begin, found in zip(begins, cells, strict=True) for cell in found],
        list(chain.from_iterable(spans)),
        _counts(shape, "r", "c"),
        _groups(shape),
        frozenset().union(*set(names)),
    )


def _tags(parts: Sequence[str]) -> list[Tags] | None:
    """The tags before, between and behind texts; None if any is odd. Most are there often."""
    *between, last = parts[::2]
    kinds = set(between)
    known = {kind: tags for kind in kinds if (tags := tags_of(f"{kind}>"))}
    behind = tags_of(last)
    if behind is None or len(known) < len(kinds):
        return None
    return [*map(known.__getitem__, between), behind]


def _are_texts(texts: Sequence[str]) -> bool:
    text = "".join(set(texts))
    if ">" in text or ("&#" in text and _ODD.search(text)):
        return False
    return text.isprintable() or not NOT_ALLOWED.search(text)


def _counts(shape: str, whole: str, part: str) -> list[int]:
    """How many letters of a kind follow each letter of another."""
    both = shape.translate(_ALL_BUT[whole + part])
    return list(map(len, both.split(whole)[1:]))


def _is_plain(shape: str) -> bool:
    """Whether tags and texts stand where they should and are nested; not for ever, however deep."""
    if not _SHAPE.fullmatch(shape):
        return False
    left = shape.translate(_ALL_BUT["".join(_PAIRS)])
    for _ in range(_DEEPEST):
        for pair in _PAIRS:
            left = left.replace(pair, "")
    return not left


def _groups(shape: str) -> list[int]:
    """The rows at which a group of rows begins."""
    groups, rows = [], 0
    for group in shape.split("g"):
        count = group.count("r")
        if count:
            groups.append(rows)
        rows += count
    return groups


def stand_in(root: Element, tables: Mapping[str, PlainTable]) -> bool:
    """Whether all plain tables are tables of a page's tree too, where they are read as such.

    What looks like one may stand in a comment or in a script.
    """
    found = [table for table in root.iter("table") if plain_at(table, tables)]
    return len(found) == len(tables) and not any(
        len(table) or next(table.iterancestors("ol"), None) is not None for table in found
    )


def plain_at(table: Element, tables: Mapping[str, PlainTable]) -> PlainTable | None:
    """The plain table that an element of the tree stands for, if it does."""
    return tables.get((table.text or "")[:1])


def read_plain(table: Element, plain: PlainTable) -> RawTable:
    """The cells of a plain table. Most texts are as they stand in the source, and taken of it."""
    shown = {text: _shown(text) for text in set(plain.texts)}
    runs, places = plain.runs, plain.places
    texts, starts = [""] * len(runs), [*plain.cells]
    odd = []
    firsts = compress(accumulate(runs, initial=0), runs)
    for cell, first in zip(compress(count(), runs), firsts, strict=True):
        text, indent = shown[plain.texts[first]]
        texts[cell], starts[cell] = text, places[first] + indent
        if runs[cell] > 1 or not text:
            odd.append(cell)
    words = _words(table) if odd else []
    for cell in odd:
        texts[cell], starts[cell] = words[cell].strip(_EDGES), -1
    return RawTable(texts, starts, [*plain.spans], [*plain.sizes], [*plain.groups])


def _shown(text: str) -> tuple[str, int]:
    """A text of the source as it is shown, and its indent; no text if the tree must tell that."""
    bare = text.strip()
    if "&" in bare or "  " in bare or not bare.isprintable():
        return "", 0
    return bare, len(text) - len(text.lstrip())


def _words(table: Element) -> Sequence[str]:
    """What is in the cells of a plain table by the tree, with white space and signs around it."""
    text = table.text or ""
    return (
        text.replace(ROW, "")
        .replace(PARAGRAPH, PARAGRAPH_END)
        .replace(LINE, LINE_END)
        .split(CELL)[1:]
    )


def unfold(table: Element, plain: PlainTable) -> None:
    """Make elements of a plain table's rows and cells, as of those of any table."""
    words = iter(_words(table))
    table.text = None
    for size in plain.sizes:
        row = etree.SubElement(table, "tr")
        for text in islice(words, size):
            set_text(etree.SubElement(row, "td"), text.strip(_EDGES))
