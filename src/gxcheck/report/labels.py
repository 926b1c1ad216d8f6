"""Labels of a form as they are compared: by what they say, not by how they are set.

Numbering, notes in brackets, punctuation, spaces and width of characters are left aside.
"""

from __future__ import annotations

from gxcheck.document.normalise import normalise
from gxcheck.document.numerals import DIGITS
from gxcheck.lazy import kept
from gxcheck.patterns import own_pattern

__all__ = ["label_key", "label_number", "normal_key"]

_NOTE = own_pattern(r"\([^()]*\)|(?<=.)\([^()]*$")  # one that is cut off has no end
_NUMERAL = f"[{DIGITS}]{{1,3}}"
_NUMBER = own_pattern(
    rf"^(?:[(\[]?(?:{_NUMERAL}|\d{{1,2}})[)\]][、.]?"
    rf"|(?:第?{_NUMERAL}|\d{{1,2}})[、.:,](?!\d)|[①-⑳])+"
    r"|^\d{1,2}(?=[\u4e00-\u9fff])"
)
_MARKS = own_pattern(r"[^\w]+")


def label_key(label: str) -> str:
    """The words of a label in normal dress, without number, notes and punctuation."""
    return normal_key(normalise(label).text)


@kept  # the labels of the forms come again in every report
def normal_key(normal: str) -> str:
    """The same for a label that is in normal dress already."""
    words = _NUMBER.sub("", normal)
    if "(" in words:
        words = _NOTE.sub("", words)
    return _MARKS.sub("", words)


def label_number(normal: str) -> str:
    """The number that a label in normal dress begins with, as printed; empty without one."""
    found = _NUMBER.match(normal)
    return found[0] if found else ""
