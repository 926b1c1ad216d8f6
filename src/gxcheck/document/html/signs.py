"""The characters that stand in a page's tree for what its text alone does not show.

No page has them: they are private or no characters at all, and `PageSource` takes them out of a
text before it puts in its own. Those of plain tables are among the stamps, so that whatever is
asked of the text of a page takes them for the beginning of another run.
"""

from __future__ import annotations

import re

__all__ = [
    "CELL",
    "INSTEAD",
    "LINE",
    "LINE_END",
    "PARAGRAPH",
    "PARAGRAPH_END",
    "ROW",
    "SCRIPT",
    "SPACE",
    "STAMP",
    "STAMPS",
    "TABLE",
    "page_of_signs",
    "without_stamps",
    "without_table_signs",
]

SPACE = " \t\r\n\f"
"""White space as a parser of pages takes it."""

STAMP = "\U000f0000"
"""The first stamp. Stamps are of the two planes of Unicode for private use, each without its last
two places."""

STAMPS = re.compile("([\U000f0000-\U0010ffff])")
"""A stamp, or a sign of plain tables."""

INSTEAD = "\ufffd"
"""What a page has where it had one of these signs itself."""

LINE_END = "\u2028"
PARAGRAPH_END = "\ufdd0"

SCRIPT = PARAGRAPH_END
"""Stands for what is in a script, where the tree has no paragraphs yet."""

TABLE = "\ufdd1"
"""Stands in the tree for a table that was taken out."""

# The last two places of each plane of stamps.
ROW, CELL, PARAGRAPH, LINE = "\U000ffffe", "\U000fffff", "\U0010fffe", "\U0010ffff"
"""Stand in the text of a plain table where a row, a cell, a paragraph begins, and for <br>. Before
all of them stands a stamp of the table's own."""

# References to our signs, of which a parser would make them: planes 15 and 16, U+FDD0, U+FDD1.
_FOREIGN_REFERENCE = re.compile(
    rb"&(?=#0*(?:98[3-9]\d{3}|99\d{4}|1[01]\d{5}|6497[67])(?!\d)"
    rb"|#[xX]0*(?:[fF][0-9a-fA-F]{4}|10[0-9a-fA-F]{4}|[fF][dD][dD][01])(?![0-9a-fA-F]))"
)
_OF_TABLES = str.maketrans("", "", ROW + CELL + PARAGRAPH + LINE)


def without_stamps(text: str) -> str:
    """A text of the tree without stamps and signs of plain tables."""
    return STAMPS.sub("", text)


def without_table_signs(text: str) -> str:
    """A text of the tree without the signs of plain tables, as it is where they are elements."""
    return text.translate(_OF_TABLES)


def page_of_signs(text: str) -> bytes:
    """What is to be parsed of a source with signs: without references to others."""
    instead = INSTEAD.encode()
    page = text.encode().replace(b"\x00", instead)
    return _FOREIGN_REFERENCE.sub(instead, page)
