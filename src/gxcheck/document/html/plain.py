"""Tables that are plain in a page's source: rows of cells with text, dressed at most.

Most tables of a report are such, and they are most of its page: hundreds of cells, of each of
which a parser makes elements that are all that it takes long to read. So the tags of a plain table
are not given to the parser. In their place stand signs (`signs.py`) in the text of its <table>,
which goes with all other text through what is asked of a page, until its rows are read off it.

A table is plain if all its tags are known (`tags.py`) and nested as they should be, so that there
is nothing to repair and only one way to read it. Small ones, which may only arrange a page, are
left to the parser; so are those that hold others.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence, Set
from itertools import accumulate
from typing import TYPE_CHECKING

from lxml import etree
from msgspec import Struct

from gxcheck.document.html.nodes import NOT_ALLOWED, set_text
from gxcheck.document.html.rows import RawRow, RawTable
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
from gxcheck.document.html.tags import Tags, begins_table, ends_table, tags_of

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

__all__ = ["PlainTable", "plain_at", "plain_tables", "read_plain", "stand_in", "unfold"]

# A text, and what stands before it.
_TEXT = re.compile(rf">([{SPACE}]*[^<{SPACE}][^<]*)")
_ROWS = "(?:r(?:c[tbspdSPD]*C)*R)*"
_SHAPE = re.compile(f"(?:kl*K|l*)(?:(?:g{_ROWS}G)*|{_ROWS})")
_PAIRS = ("sS", "pP", "dD")
_DEEPEST = 8
_FEWEST_CELLS = 13
# What a parser makes of some references, but lxml takes for no text.
_ODD = re.compile(
    "&#0*(?:[0-9]|[12][0-9]|3[01]|5[5-7][0-9]{3}|6553[45])(?![0-9])"
    "|&#[xX]0*(?:1?[0-9a-fA-F]|[dD][89a-fA-F]..|[fF]{3}[eEfF])(?![0-9a-fA-F])"
)
_ALL_BUT_PAIRS = str.maketrans("", "", "tblrRcCgGkK")
_EDGES = SPACE + PARAGRAPH_END + LINE_END


class PlainTable(Struct, frozen=True):
    """A plain table, from behind its start tag to its end tag.

    `texts` are its runs of text, which begin in the source at `places`; `signs` stands for the
    tags before, between and behind them. `names` are the ids and classes in it, in lower case.
    """

    start: int
    end: int
    texts: Sequence[str]
    places: Sequence[int]
    signs: Sequence[str]
    spans: Sequence[Span]
    groups: Sequence[int]
    names: Set[str]


def plain_tables(text: str) -> list[PlainTable]:
    """The plain tables of a page's source, in its order."""
    inner = sorted([*_inner(text, "table"), *_inner(text, "TABLE")])
    tables = (_plain(text, start, end) for start, end in inner)
    return [table for table in tables if table]


def _inner(text: str, name: str) -> Iterator[tuple[int, int]]:
    """From where to where the tables reach that hold no other."""
    behind = 0
    while (end := text.find(f"</{name}", behind)) >= 0:
        begin = text.rfind(f"<{name}", behind, end)
        start = text.find(">", begin, end) + 1 if begin >= 0 else 0
        behind = text.find(">", end) + 1 or len(text)
        if start and begins_table(text[begin:start]) and ends_table(text[end:behind]):
            yield start, end


def _plain(text: str, start: int, end: int) -> PlainTable | None:
    """The table between two places; None if it is small or not plain."""
    parts = _TEXT.split(text[start:end])
    parts[:-1:2] = [f"{part}>" for part in parts[:-1:2]]
    texts, between = parts[1::2], parts[::2]
    if not all(map(_is_text, texts)):
        return None
    known = _known(between)
    if known is None:
        return None
    shape = "t".join([known[tags].letters for tags in between]).replace("n", "")
    if shape.count("c") < _FEWEST_CELLS or not _is_plain(shape):
        return None
    return PlainTable(
        start,
        end,
        texts,
        list(accumulate(map(len, parts[:-1]), initial=start))[1::2],
        [known[tags].signs for tags in between],
        [span for tags in between for span in known[tags].spans],
        _groups(shape),
        {name for tags in known.values() for name in tags.names},
    )


def _known(between: Sequence[str]) -> Mapping[str, Tags] | None:
    """What the tags are that stand between texts; None if any is odd. Most stand there often."""
    known = {}
    for part in set(between):
        tags = tags_of(part)
        if tags is None:
            return None
        known[part] = tags
    return known


def _is_text(text: str) -> bool:
    if ">" in text or ("&#" in text and _ODD.search(text)):
        return False
    return text.isprintable() or not NOT_ALLOWED.search(text)


def _is_plain(shape: str) -> bool:
    """Whether tags and texts stand where they should and are nested; not for ever, however deep."""
    if not _SHAPE.fullmatch(shape):
        return False
    left = shape.translate(_ALL_BUT_PAIRS)
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
    """The rows of a plain table."""
    text = (table.text or "").replace(PARAGRAPH, PARAGRAPH_END).replace(LINE, LINE_END)
    raw = RawTable(groups=[*plain.groups])
    start = 0
    for row in text.split(ROW)[1:]:
        texts = [words.strip(_EDGES) for words in row.split(CELL)[1:]]
        end = start + len(texts)
        raw.rows.append(RawRow(texts, [*plain.spans[start:end]]))
        start = end
    return raw


def unfold(table: Element, plain: PlainTable) -> None:
    """Make elements of a plain table's rows and cells, as of those of any table."""
    raw = read_plain(table, plain)
    table.text = None
    for row in raw.rows:
        element = etree.SubElement(table, "tr")
        for text in row.texts:
            set_text(etree.SubElement(element, "td"), text)
