"""Puts the anchors of comments around words: where each begins and ends in the bytes of the part.

An anchor stands among the runs of a paragraph of the running text. What is drawn there (a text box
with its own paragraphs), the result of a field, and what else holds runs of its own is anchored
around the outermost run, since no comment may stand inside.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from lxml.etree import _Element
from msgspec import Struct
from msgspec.structs import replace

from gxcheck.document.docx.names import FIELD_CHAR, FIELD_CHAR_TYPE, WRAPPERS, P, R
from gxcheck.document.docx.places import Place, Point, run_text
from gxcheck.output.docx.splitting import Split, Splitter
from gxcheck.output.docx.tagged import Edit, Naming, Tagged

__all__ = ["Anchor", "Anchors", "Edge", "anchored"]


class Edge(Struct, frozen=True):
    """One end of an anchor: a place in the bytes, inside of a run where it parts it."""

    at: int
    beside: _Element
    split: Split | None = None


class Anchor(Struct, frozen=True):
    """Where a comment is anchored. `exact` tells whether at the very words."""

    start: Edge
    end: Edge
    exact: bool = True


@dataclass(slots=True)
class _Spot:
    """What is put in at one place, in this order."""

    edge: Edge
    ends: list[str] = field(default_factory=list)
    points: list[str] = field(default_factory=list)
    starts: list[str] = field(default_factory=list)


class Anchors:
    """Finds anchors in the main part."""

    def __init__(self, tagged: Tagged) -> None:
        self.tagged = tagged
        self._paragraphs = list(tagged.all(P))
        self._splitter = Splitter(tagged)
        self._contents: dict[_Element, tuple[list[_Element], list[tuple[int, int]]]] = {}

    def at(self, place: Place) -> Anchor | None:
        """The anchor for a place of this part, None where the part has no such place."""
        start, end = self._edge(place.start, after=False), self._edge(place.end, after=True)
        if start is None or end is None:
            return None
        (first, begins), (last, ends) = start, end
        if last.at < first.at:  # out of one field, or of one drawing: around the first alone
            return None
        return Anchor(first, last, begins and ends)

    def around(self, element: _Element) -> Anchor:
        """The anchor around an element of a paragraph, or around what that is drawn in."""
        outer = _outermost(element)
        tagged = self.tagged
        return Anchor(Edge(tagged.start(outer), outer), Edge(tagged.end(outer), outer))

    def first(self) -> Anchor | None:
        """An anchor in the first paragraph of the part."""
        return self.in_paragraph(self._paragraphs[0]) if self._paragraphs else None

    def in_paragraph(self, paragraph: _Element) -> Anchor:
        """An anchor of no width at the end of a paragraph."""
        outer = _outermost(paragraph)
        if outer is not paragraph:
            return replace(self.around(outer), exact=False)
        tagged = self.tagged
        edge = Edge(tagged.close(paragraph), paragraph)
        return Anchor(edge, edge)

    def _edge(self, point: Point, *, after: bool) -> tuple[Edge, bool] | None:
        """The edge at a point, and whether it is exact."""
        if point.paragraph >= len(self._paragraphs):
            return None
        paragraph = self._paragraphs[point.paragraph]
        if point.run is None:
            anchor = self.in_paragraph(paragraph)
            return (anchor.end if after else anchor.start), anchor.exact
        runs, fields = self._content(paragraph)
        if point.run >= len(runs):
            return None
        run = runs[point.run]
        around = next((one for one in fields if one[0] <= point.run <= one[1]), None)
        outer = _outermost(runs[around[after]] if around else run)
        if outer is not run:
            return self._beside(outer, after=after), False
        if 0 < point.offset < len(run_text(run)):
            split = self._splitter.at(run, point.offset)
            if split is not None:
                return Edge(split.at, run, split), True
            return self._beside(run, after=after), False
        return self._beside(run, after=point.offset > 0), True

    def _content(self, paragraph: _Element) -> tuple[list[_Element], list[tuple[int, int]]]:
        """The runs of a paragraph, and the first and last of those of each field in it."""
        if paragraph not in self._contents:
            runs = list(paragraph.iter(R))
            self._contents[paragraph] = (runs, list(_fields(runs)))
        return self._contents[paragraph]

    def _beside(self, element: _Element, *, after: bool) -> Edge:
        at = self.tagged.end(element) if after else self.tagged.start(element)
        return Edge(at, element)


def anchored(tagged: Tagged, anchors: Iterable[tuple[int, Anchor]]) -> list[Edit]:
    """The edits that put in the anchors of comments, told by their ids."""
    spots: dict[int, _Spot] = {}
    for number, anchor in anchors:
        naming = tagged.naming(anchor.start.beside)
        opening = _mark("commentRangeStart", number, naming)
        naming = tagged.naming(anchor.end.beside)
        closing = _mark("commentRangeEnd", number, naming) + _reference(number, naming)
        first = spots.setdefault(anchor.start.at, _Spot(anchor.start))
        if anchor.start.at == anchor.end.at:
            first.points.append(opening + closing)
        else:
            first.starts.append(opening)
            spots.setdefault(anchor.end.at, _Spot(anchor.end)).ends.append(closing)
    texts = {edit for spot in spots.values() if spot.edge.split for edit in spot.edge.split.edits}
    return [*(_edit(tagged, spot) for spot in spots.values()), *texts]


def _edit(tagged: Tagged, spot: _Spot) -> Edit:
    edge = spot.edge
    new = tagged.encoded("".join([*spot.ends, *spot.points, *spot.starts]))
    if edge.split is not None:
        new = edge.split.close + new + edge.split.open
    if edge.beside.tag == P:
        return tagged.append(edge.beside, new)
    return Edit(edge.at, edge.at, new)


def _fields(runs: list[_Element]) -> Iterator[tuple[int, int]]:
    """The outermost fields that begin and end among these runs."""
    begun: list[int] = []
    for number, run in enumerate(runs):
        for mark in run.iterchildren(FIELD_CHAR):
            kind = mark.get(FIELD_CHAR_TYPE)
            if kind == "begin":
                begun.append(number)
            elif kind == "end" and begun:
                first = begun.pop()
                if not begun:
                    yield first, number


def _mark(name: str, number: int, naming: Naming) -> str:
    prefix, declaration = naming
    return f'<{prefix}:{name}{declaration} {prefix}:id="{number}"/>'


def _reference(number: int, naming: Naming) -> str:
    """The run that refers to a comment: as small as Word makes it, so that no line grows."""
    prefix, declaration = naming
    size = f'<{prefix}:sz {prefix}:val="16"/><{prefix}:szCs {prefix}:val="16"/>'
    properties = f"<{prefix}:rPr>{size}</{prefix}:rPr>"
    reference = f'<{prefix}:commentReference {prefix}:id="{number}"/>'
    return f"<{prefix}:r{declaration}>{properties}{reference}</{prefix}:r>"


def _outermost(element: _Element) -> _Element:
    """What stands for an element among the runs of the running text: itself, or what it is in."""
    above = [element, *element.iterancestors()]
    paragraphs = [n for n, one in enumerate(above) if one.tag == P]
    if not paragraphs:
        return element
    inside = above[: paragraphs[-1]]
    return next((one for one in reversed(inside) if one.tag not in WRAPPERS), element)
