"""What the styles of a Word file say of text that is read: which is hidden, which is numbered."""

from __future__ import annotations

from lxml.etree import _Element
from msgspec import Struct

from gxcheck.document.docx.markup import is_on, value
from gxcheck.document.docx.names import ILVL, NUM_ID, NUM_PR, P_PR, R_PR, TYPE, VANISH, w

__all__ = ["NumberedAs", "Styles", "numbered_as"]

_STYLE, _STYLE_ID, _BASED_ON, _DEFAULT = w("style"), w("styleId"), w("basedOn"), w("default")
_DEPTH = 30  # styles that are based on each other


class NumberedAs(Struct, frozen=True):
    """The list and the level that a paragraph or a style names, as far as it names them.

    `style` is that which names the list; there the list may tell the level.
    """

    list: str | None = None
    level: str | None = None
    style: str | None = None


def numbered_as(properties: _Element | None) -> NumberedAs:
    """What the properties of a paragraph say of its numbering."""
    if properties is None:
        return NumberedAs()
    numbering = next(properties.iterchildren(NUM_PR), None)
    if numbering is None:
        return NumberedAs()
    return NumberedAs(value(numbering, NUM_ID), value(numbering, ILVL))


class Styles:
    """The styles by their ids; `root` is None where the file has none that matter here."""

    def __init__(self, root: _Element | None) -> None:
        self._styles: dict[str, _Element] = {}
        self._numbered: dict[str, NumberedAs] = {}
        self._hidden: dict[str, bool] = {}
        self.default = ""
        for style in () if root is None else root.iterchildren(_STYLE):
            key = style.get(_STYLE_ID, "")
            self._styles[key] = style
            if style.get(TYPE) == "paragraph" and style.get(_DEFAULT) in ("1", "true", "on"):
                self.default = key

    def numbered(self, key: str | None) -> NumberedAs:
        """How paragraphs of a style are numbered, by itself or by what it is based on."""
        key = key or self.default
        if key not in self._numbered:
            self._numbered[key] = self._find_numbered(key)
        return self._numbered[key]

    def hides(self, key: str | None) -> bool:
        """Whether a style of paragraphs or characters hides its text."""
        key = key or self.default
        if key not in self._hidden:
            self._hidden[key] = self._find_hidden(key)
        return self._hidden[key]

    def _find_numbered(self, key: str) -> NumberedAs:
        found = NumberedAs()
        for name, style in self._line(key):
            own = numbered_as(next(style.iterchildren(P_PR), None))
            level = found.level or own.level
            if own.list:
                return NumberedAs(own.list, level, name)
            found = NumberedAs(None, level, None)
        return found

    def _find_hidden(self, key: str) -> bool:
        for _, style in self._line(key):
            properties = next(style.iterchildren(R_PR), None)
            own = None if properties is None else next(properties.iterchildren(VANISH), None)
            if own is not None:
                return is_on(own)
        return False

    def _line(self, key: str) -> list[tuple[str, _Element]]:
        """A style and those that it is based on, the nearest first."""
        line: list[tuple[str, _Element]] = []
        while key in self._styles and len(line) < _DEPTH:
            style = self._styles[key]
            line.append((key, style))
            key = value(style, _BASED_ON) or ""
        return line
