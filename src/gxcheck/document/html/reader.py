"""Reads a saved web page into a document.

Offsets, lines and columns are those of the page's text as decoded; of a web archive (mhtml) they
are those of the page inside.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from gxcheck.document.html.archive import page_of
from gxcheck.document.html.around import without_surroundings
from gxcheck.document.html.blocks import Builder
from gxcheck.document.html.charset import decode_page
from gxcheck.document.html.content import find_content, remove_chrome
from gxcheck.document.html.hidden import hidden_names, remove_hidden
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
    source, root = _parsed(text, limits, name)
    names = Names(root)
    remove_hidden(root, names, source.low)
    told = told_titles(root, names)
    content = find_content(root, names)
    remove_chrome(content, names)
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


def _parsed(text: str, limits: Limits, name: str | None) -> tuple[PageSource, Element]:
    """The source and the tree of a page; of what can be left out if it is in the tree as told."""
    source = PageSource(text)
    root = parse_page(source, limits, name)
    if not are_scripts(root, source.scripts) or not _are_plain(source, root):
        source = PageSource(text, short=False)
        root = parse_page(source, limits, name)
    return source, root


def _are_plain(source: PageSource, root: Element) -> bool:
    """Whether the plain tables of a source are tables in the tree, and all of them is shown."""
    if not source.plain:
        return True
    names = {name for table in source.plain.values() for name in table.names}
    return stand_in(root, source.plain) and not (names and names & hidden_names(root, source.low))
