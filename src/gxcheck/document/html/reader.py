"""Reads a saved web page into a document.

Offsets, lines and columns are those of the page's text as decoded; of a web archive (mhtml) they
are those of the page inside.
"""

from __future__ import annotations

from collections.abc import Set
from typing import TYPE_CHECKING

from gxcheck.document.html.archive import page_of
from gxcheck.document.html.around import without_surroundings
from gxcheck.document.html.blocks import Builder
from gxcheck.document.html.boxes import set_tables
from gxcheck.document.html.charset import decode_page
from gxcheck.document.html.content import find_content, remove_chrome, remove_menus
from gxcheck.document.html.hidden import hidden_names, remove_hidden
from gxcheck.document.html.links import are_lists, unfold, unfold_readable
from gxcheck.document.html.nodes import Names
from gxcheck.document.html.paragraphs import paragraphs_of
from gxcheck.document.html.pictures import picture_notes
from gxcheck.document.html.plain import stand_in
from gxcheck.document.html.scripts import are_scripts
from gxcheck.document.html.source import PageSource
from gxcheck.document.html.title import page_title, told_titles
from gxcheck.document.html.tree import parse_page
from gxcheck.document.html.typed import with_typed_drafts
from gxcheck.document.html.walk import walk
from gxcheck.document.limits import DEFAULT_LIMITS, Limits
from gxcheck.document.model import Document, Source
from gxcheck.document.refusal import refusal

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

__all__ = ["read_html"]


def read_html(data: bytes, limits: Limits = DEFAULT_LIMITS, name: str | None = None) -> Document:
    """The document of a page's bytes.

    Raises `ReadError` where it is no page, has no text, or has more than `limits` allow.
    """
    page, charset = page_of(data, name)
    text, encoding = decode_page(page, charset, name)
    utf8 = page if encoding == "utf-8" else text.encode("utf-8", "surrogatepass")
    source, root = _parsed(text, utf8, limits, name)
    names = Names(root)
    remove_hidden(root, names, source)
    set_tables(root, names, source.low)
    told = told_titles(root, names)
    content = find_content(root, names)
    remove_chrome(content, names)
    unfold(content, source.lists)
    remove_menus(content)
    drafts = without_surroundings(list(paragraphs_of(walk(content, source))))
    drafts = with_typed_drafts(drafts)
    title = page_title(told, source, drafts)
    if title:
        drafts.insert(0, title)
    if not drafts:
        raise refusal("page_without_text", name)
    blocks = Builder(source, limits, name).blocks(drafts)
    notes = tuple(picture_notes(source, blocks))
    return Document(blocks, Source(name or "", "html", encoding), notes)


def _parsed(text: str, utf8: bytes, limits: Limits, name: str | None) -> tuple[PageSource, Element]:
    """The source and the tree of a page; of what can be left out if it is in the tree as told."""
    source = PageSource(text, utf8)
    root = parse_page(source, limits, name)
    hidden = hidden_names(root, source)
    if not (_are_plain(source, root, hidden) and are_lists(root, source.lists)):
        source = PageSource(text, utf8, short=False)
        root = parse_page(source, limits, name)
    unfold_readable(root, source.lists, hidden)
    return source, root


def _are_plain(source: PageSource, root: Element, hidden: Set[str]) -> bool:
    """Whether scripts and plain tables of a source are such in the tree, and all that is shown."""
    tables = source.plain
    return (
        are_scripts(root, source.scripts)
        and (not tables or stand_in(root, tables))
        and all(hidden.isdisjoint(table.names) for table in tables.values())
    )
