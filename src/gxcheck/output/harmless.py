"""Text of a report made harmless to the format that it goes into."""

from __future__ import annotations

import json

from gxcheck.output.words import clean
from gxcheck.patterns import own_pattern

__all__ = ["cell_text", "json_text", "markdown_text", "seen", "shortened", "xml_text"]

_MOST_IN_CELL = 32_000  # characters; a cell of a spreadsheet holds 32,767 units of UTF-16
_LONGEST_QUOTE = 400
_UNSEEN = own_pattern(r"[\x7f-\x9f\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
_MARKUP = own_pattern(r"[\\`*_{}\[\]()<>#+!|~&$^=-]|(?<=\d)[.](?=\s|$)|:(?=//)|(?<=www)\.|@")
_NOT_XML = own_pattern(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_BIDI = own_pattern(r"[\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_FORMULA = own_pattern(r"^[\s\ufeff]*[=+@|%\uff1d\uff0b\uff20-]")
_PLAIN = own_pattern(r"^[-+]?[\d,.\s%-]*$")
_ENTITIES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"})
_NAMED = str.maketrans({"\n": "&#10;", "\t": "&#9;", "\r": "&#13;"})


def json_text(value: object, indent: int | None = None) -> str:
    """A value as JSON; what cannot be seen in strings, or not be encoded, is escaped."""
    return seen(json.dumps(value, ensure_ascii=False, indent=indent))


def seen(text: str) -> str:
    """JSON in which what cannot be seen in strings, or not be encoded, is escaped."""
    return _UNSEEN.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


def markdown_text(text: str) -> str:
    """Text as it stands in a line of Markdown: no markup, no links, no line ends."""
    one_line = " ".join(clean(text).split())
    return _MARKUP.sub(lambda found: f"\\{found[0]}", one_line)


def xml_text(text: str) -> str:
    """Text for an element or an attribute of XML; what XML cannot hold is dropped."""
    seen = _BIDI.sub("", _NOT_XML.sub("", text))
    return seen.translate(_ENTITIES).translate(_NAMED)


def cell_text(text: str) -> str:
    """Text for a cell of a spreadsheet, which no program takes for a formula.

    An apostrophe goes before what could be one: it stays when the sheet is saved as CSV.
    """
    told = shortened(clean(text), _MOST_IN_CELL)
    return f"'{told}" if _FORMULA.match(told) and not _PLAIN.match(told) else told


def shortened(text: str, most: int = _LONGEST_QUOTE) -> str:
    """The beginning of a long text, with … at its end."""
    return text if len(text) <= most else text[: most - 1] + "…"
