"""Whether a sentence goes on after a line end that somebody set within a paragraph.

Pages and Word files set a whole report with line ends alone as well as titles and addresses.
"""

from __future__ import annotations

from gxcheck.document.typography import Typography

__all__ = ["goes_on"]

_INDENT = 2  # characters of white space


def goes_on(upper: str, lower: str, words: Typography) -> bool:
    """Whether a sentence that breaks off in one line goes on in the next one.

    A blank line, an indent or a mark that opens an item always begins another paragraph.
    """
    above, below = upper.rstrip(), lower.lstrip()
    if not above or not below or len(lower) - len(below) >= _INDENT:
        return False
    last = above[-1]
    if last in words.stops or words.mark.match(below) or words.date.match(below):
        return False
    if last in words.commas or below[0] in words.commas or below[0] in words.closers:
        return True
    return not words.mark.match(above) and any(mark in words.breaks for mark in above)
