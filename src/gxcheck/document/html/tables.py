"""Takes the tables of a page out of its tree, save those that only arrange it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from typing import TYPE_CHECKING

from lxml import etree

from gxcheck.document.html.marks import mark_ends, mark_ends_in_cells
from gxcheck.document.html.nodes import cells_of, number, remove, strings, text_of
from gxcheck.document.html.plain import PlainTable, plain_at, read_plain, unfold
from gxcheck.document.html.rows import RawTable, is_regular, read_any, read_regular
from gxcheck.document.html.signs import TABLE
from gxcheck.document.html.words import page_words

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

__all__ = ["take_tables"]

_LONG_CELLS = etree.XPath("count(.//td[string-length() > 300][.//p or .//div or .//br])")
_STRAY = [
    etree.XPath(path, smart_strings=False)
    for path in ("text()", "*/text()", "*/tr/text()", "caption//text()")
]
_FEW_INNER = 4  # cells of tables in a table that arranges them
_FEW_BESIDE_TEXT = 12  # cells of a table that arranges running text
_PARTS = ("table", "tr", "td", "th")
# What stands most often in cells. lxml takes all of it out at once, which leaves a cell's text.
_WITHIN = ("p", "span", "font", "div", "br", "b", "strong", "u", "i", "em", "a", "o:p")


def take_tables(content: Element, plain: Mapping[str, PlainTable]) -> list[RawTable]:
    """Take the tables out of the tree, save those that only arrange the page.

    The sign TABLE stands in the place of each; text in a table but in no cell comes before it.
    `plain` has the plain tables by the stamps they begin with.
    """
    tables = []
    inside: set[Element] = set()
    found = list(content.iter("table"))
    own = _own_cells(content) if any(_has_tables(table) for table in found) else {}
    for table in found:
        if table in inside:
            continue
        known = plain_at(table, plain)
        if known:
            tables.append(read_plain(table, known))
            remove(table, TABLE)
        elif not _is_layout(table, own.get(table)):
            inner = list(table.iterdescendants("table"))
            inside.update(inner)
            tables.append(_take_nested(table, inner, plain) if inner else _take_single(table))
    return tables


def _take_nested(
    table: Element, inner: Sequence[Element], plain: Mapping[str, PlainTable]
) -> RawTable:
    for one in inner:
        known = plain_at(one, plain)
        if known:
            unfold(one, known)
    mark_ends(table, page_words().blocks.union(_PARTS))
    _set_right(table)
    raw = read_any(table)
    remove(table, _stray(table) + TABLE)
    return raw


def _take_single(table: Element) -> RawTable:
    _set_right(table)
    regular = is_regular(table)
    stray = _stray(table)
    blocks = page_words().blocks
    if regular and not stray.strip():
        mark_ends_in_cells(table, blocks)
    else:
        mark_ends(table, blocks)
        stray = _stray(table)
    etree.strip_tags(table, *_WITHIN)
    raw = read_regular(table) if regular else read_any(table)
    remove(table, stray + TABLE)
    return raw


def _set_right(table: Element) -> None:
    """Put the foot of a table, which may come first, behind its other rows."""
    for last in list(table.iterchildren("tfoot")):
        table.append(last)


def _stray(table: Element) -> str:
    """The text in a table but in no cell; mostly it is white space, in any order."""
    text = "".join([text for path in _STRAY for text in strings(path, table)])
    return "".join(_stray_in_order(table)) if text.strip() else text


def _stray_in_order(table: Element) -> Iterator[str]:
    yield table.text or ""
    for part in table:
        if part.tag == "caption":
            yield text_of(part)
        else:
            yield part.text or ""
            yield from map(_stray_of, part)
        yield part.tail or ""


def _stray_of(row: Element) -> str:
    """The text beside the cells of a row, and behind it; of a cell only what is behind it."""
    beside = [row.text or "", *(cell.tail or "" for cell in row)] if row.tag == "tr" else []
    return "".join([*beside, row.tail or ""])


def _has_tables(table: Element) -> bool:
    return next(table.iterdescendants("table"), None) is not None


def _own_cells(content: Element) -> Mapping[Element, int]:
    """How many cells each table has without those of tables inside it."""
    return Counter(
        table
        for cell in content.iter("td", "th")
        for table in islice(cell.iterancestors("table"), 1)
    )


def _is_layout(table: Element, own: int | None) -> bool:
    """Whether a table only arranges a page: it holds tables, or hardly more than running text.

    `own` are its cells without those of tables inside it, None if there are none inside.
    """
    cells = cells_of(table)
    own = cells if own is None else own
    if cells <= 1 or (cells - own >= _FEW_INNER and own <= cells - own):
        return True
    return own <= _FEW_BESIDE_TEXT and number(_LONG_CELLS, table) > 0
