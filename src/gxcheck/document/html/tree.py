"""The tree of a page.

lxml parses without a network and without entities from elsewhere; what could keep it busy for
long is refused before: too many tags, or a tag of too many attributes, whose cost is quadratic.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lxml import etree

from gxcheck.document.html.nodes import page_parser
from gxcheck.document.html.source import PageSource
from gxcheck.document.limits import Limits
from gxcheck.document.refusal import refusal

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

__all__ = ["parse_page"]

_TAG = re.compile(r"""<[a-zA-Z](?:[^>"']+|"[^"]*"|'[^']*')*""")
_COUNTS_DEPTH = (2, 14)  # version of libxml2 that refuses what is too deep
_DEEPEST = 2048  # elements within elements
_SIGNS = 20_000  # signs of attributes in a whole page
_LONG_TAG = 32_000  # characters
_MOST_ATTRIBUTES = 8_000  # of one tag


def parse_page(source: PageSource, limits: Limits, name: str | None) -> Element:
    """The root of the page.

    Raises `ReadError` where there is nothing in it, or more than `limits` allow.
    """
    text, most = source.text, limits.elements
    if source.stamped is None or (len(text) > most and text.count("<") > most):
        raise refusal("too_many_elements", name, limit=most)
    if _may_be_monstrous(source.stamped) and any(map(_is_monstrous, _TAG.findall(text))):
        raise refusal("too_many_elements", name, limit=most)
    parser = page_parser()
    try:
        root = etree.fromstring(source.stamped, parser)
    except etree.LxmlError:
        root = None
    if root is None:
        raise refusal("page_without_text", name)
    if any(entry.level == etree.ErrorLevels.FATAL for entry in parser.error_log):
        raise refusal("too_deep", name)
    if etree.LIBXML_VERSION < _COUNTS_DEPTH and _is_too_deep(root):
        raise refusal("too_deep", name)
    return root


def _is_too_deep(root: Element) -> bool:
    """What newer parsers find by themselves."""
    level, depth = [root], 0
    while level and depth <= _DEEPEST:
        level = [child for element in level for child in element]
        depth += 1
    return bool(level)


def _may_be_monstrous(page: bytes) -> bool:
    """Whether all tags together have enough attributes for one with too many among them."""
    return len(page) > _LONG_TAG and len(page) - len(page.translate(None, b"=/ \t\n\f\r")) > _SIGNS


def _is_monstrous(tag: str) -> bool:
    if len(tag) < _LONG_TAG:
        return False
    return len(tag.split()) + tag.count("=") + tag.count("/") > _MOST_ATTRIBUTES
