"""What of a part is not shown: hidden text, and paragraph marks that are hidden or deleted."""

from __future__ import annotations

from collections.abc import Callable

from lxml.etree import _Element

from gxcheck.document.docx.markup import is_on
from gxcheck.document.docx.names import DELETED, MOVED_AWAY, R_PR, R_STYLE, VAL, VANISH
from gxcheck.document.docx.styles import Styles

__all__ = ["hidden_runs", "is_joined"]


def hidden_runs(styles: Styles, style: str | None) -> Callable[[_Element], bool]:
    """Tells of a run in a paragraph of some style whether it is hidden.

    Of styles that say it both, of the paragraph and of the characters, one undoes the other
    (ISO/IEC 29500-1, 17.7.3); what is said of the run itself decides.
    """
    by_paragraph = styles.hides(style)

    def hidden(run: _Element) -> bool:
        properties = next(run.iterchildren(R_PR), None)
        if properties is None:
            return by_paragraph
        own = next(properties.iterchildren(VANISH), None)
        if own is not None:
            return is_on(own)
        named = next(properties.iterchildren(R_STYLE), None)
        if named is None:
            return by_paragraph
        return by_paragraph != styles.hides(named.get(VAL) or " ")

    return hidden


def is_joined(mark: _Element | None) -> bool:
    """Whether a paragraph goes on in the next: its mark (its `w:rPr`) is deleted or hidden."""
    if mark is None:
        return False
    removed = next(mark.iterchildren(DELETED, MOVED_AWAY), None)
    return removed is not None or is_on(next(mark.iterchildren(VANISH), None))
