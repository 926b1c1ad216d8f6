"""Takes away the comments that gxcheck itself left in a file, and nobody else's."""

from __future__ import annotations

from collections.abc import Iterator

from lxml.etree import _Element

from gxcheck.document.docx.names import ID, R_PR, P, R
from gxcheck.document.docx.package import Package
from gxcheck.output.docx.listed import comments_part
from gxcheck.output.docx.names import AUTHOR, COMMENT, MARKS, OURS, PARAGRAPH_ID, REFERENCE
from gxcheck.output.docx.tagged import Edit, Tagged, edited

__all__ = ["Former", "thread_id"]


class Former:
    """What is left of a file without our comments.

    `parts` has the parts that changed by their names in the zip, `gone` the ids by which other
    parts know the comments that were taken away.
    """

    def __init__(self, package: Package) -> None:
        self.parts: dict[str, bytes] = {}
        self.gone: frozenset[str] = frozenset()
        comments = comments_part(package)
        ours = list(_ours(comments.root)) if comments else []
        if comments is None or not ours:
            return
        tagged = Tagged(comments, package.name)
        self.parts[comments.name] = edited(tagged.data, map(tagged.remove, ours))
        self.gone = frozenset(filter(None, map(thread_id, ours)))
        ids = {one.get(ID) for one in ours}
        main = Tagged(package.main, package.name)
        self.parts[main.name] = edited(main.data, _anchors(main, ids))


def _ours(root: _Element) -> Iterator[_Element]:
    return (one for one in root.iter(COMMENT) if one.get(AUTHOR) == OURS)


def thread_id(comment: _Element) -> str:
    """The id by which other parts know a comment: that of its last paragraph, "" for none."""
    paragraphs = list(comment.iter(P))
    return paragraphs[-1].get(PARAGRAPH_ID, "").upper() if paragraphs else ""


def _anchors(tagged: Tagged, ids: set[str | None]) -> Iterator[Edit]:
    """The edits that take the anchors of comments away."""
    for mark in tagged.root.iter(*MARKS):
        if mark.get(ID) in ids:
            yield tagged.remove(mark)
    for reference in tagged.all(REFERENCE):
        if reference.get(ID) in ids:
            run = reference.getparent()
            alone = run is not None and run.tag == R and _holds_only(run, reference)
            yield tagged.remove(run if run is not None and alone else reference)


def _holds_only(run: _Element, child: _Element) -> bool:
    return all(one is child or one.tag == R_PR for one in run)
