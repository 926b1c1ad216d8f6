"""The way back from a location in a document to the paragraph, run and character of the file.

A writer needs it to put a comment at the exact words. Paragraphs are counted as `root.iter(w:p)`
goes through their part, runs as `paragraph.iter(w:r)` goes through them, both from 0, and the
characters of a run as `run_text` gives them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lxml.etree import _Element

from gxcheck.document.docx.drafts import Grid, GridCell, Line, Piece
from gxcheck.document.docx.names import P, R
from gxcheck.document.docx.package import Part
from gxcheck.document.docx.parting import between
from gxcheck.document.docx.reader import BLANKS, PlacedDraft, drafts_of
from gxcheck.document.docx.runs import run_text
from gxcheck.document.limits import DEFAULT_LIMITS, Limits
from gxcheck.document.model import Block, Document, Location, Paragraph

__all__ = ["Place", "Places", "Point", "run_text"]


@dataclass(frozen=True, slots=True)
class Point:
    """A point in a part: before the character at `offset` of a run of a paragraph.

    `run` is None where the paragraph has no run to point at, as in a blank cell.
    """

    paragraph: int
    run: int | None
    offset: int = 0


@dataclass(frozen=True, slots=True)
class Place:
    """A span of characters in a part (named as in the zip), from one point to another."""

    part: str
    start: Point
    end: Point


@dataclass(frozen=True, slots=True)
class _Character:
    """A character of a document's text, and the run it stands in, if any."""

    line: Line
    run: _Element | None
    at: int


class Places:
    """The places of the document that is read from the same bytes with the same limits.

    `document` is the same one with some neighbouring paragraphs made one, as a report has it.
    """

    def __init__(
        self,
        data: bytes,
        limits: Limits = DEFAULT_LIMITS,
        name: str | None = None,
        document: Document | None = None,
    ) -> None:
        placed = drafts_of(data, limits, name)
        self._placed = placed if document is None else list(_joined(placed, document.blocks))
        self._paragraphs: dict[str, dict[_Element, int]] = {}
        self._spelled: tuple[Sequence[Line], list[_Character]] = ([], [])

    def find(self, location: Location) -> Place | None:
        """The place of a location, None where it points to nothing in the file.

        What is in no run, as an automatic number is, is taken with the characters beside it.
        """
        if not 0 <= location.block < len(self._placed):
            return None
        placed = self._placed[location.block]
        part, draft = placed.part, placed.draft
        lines = [draft] if isinstance(draft, Line) else _lines(draft, location)
        if not lines:
            return None
        span = self._characters(lines)[location.start : location.end]
        written = [one for one in span if one.run is not None]
        if not written:
            line = span[0].line if span else lines[0]
            return self._whole(part, line) or self._bare(part, line)
        first, last = written[0], written[-1]
        return Place(
            part.name, self._point(part, first, first.at), self._point(part, last, last.at + 1)
        )

    def _characters(self, lines: Sequence[Line]) -> list[_Character]:
        """The characters of some lines, kept until those of others are asked for."""
        if not self._spelled[0] or self._spelled[0][0] is not lines[0]:
            self._spelled = (lines, _characters(lines))
        return self._spelled[1]

    def _whole(self, part: Part, line: Line) -> Place | None:
        """All that a line has in runs."""
        runs = [piece for piece in line.pieces if piece.run is not None]
        if not runs:
            return None
        first, last = runs[0], runs[-1]
        start = _Character(line, first.run, first.at)
        end = _Character(line, last.run, last.at + len(last.text))
        return Place(part.name, self._point(part, start, start.at), self._point(part, end, end.at))

    def _bare(self, part: Part, line: Line) -> Place:
        point = Point(self._index(part, line.paragraph), None)
        return Place(part.name, point, point)

    def _point(self, part: Part, character: _Character, offset: int) -> Point:
        run = character.run
        paragraph = None if run is None else next(run.iterancestors(P), None)
        if run is None or paragraph is None:
            return Point(self._index(part, character.line.paragraph), None)
        number = next(n for n, other in enumerate(paragraph.iter(R)) if other is run)
        return Point(self._index(part, paragraph), number, offset)

    def _index(self, part: Part, paragraph: _Element) -> int:
        if part.name not in self._paragraphs:
            elements = part.root.iter(P)
            self._paragraphs[part.name] = {element: n for n, element in enumerate(elements)}
        return self._paragraphs[part.name][paragraph]


def _joined(placed: Sequence[PlacedDraft], blocks: Sequence[Block]) -> Iterator[PlacedDraft]:
    """The drafts of some blocks, of which each is one of the file's or two paragraphs of it."""
    rest = iter(placed)
    for block, one in zip(blocks, rest, strict=False):
        upper = one.draft
        if isinstance(upper, Line) and _bare(upper).text != _text(block):
            lower = next(rest, one).draft
            below = _bare(lower).pieces if isinstance(lower, Line) else []
            upper = Line(upper.paragraph, [*_bare(upper).pieces, Piece("\n"), *below])
        yield PlacedDraft(one.part, one.role, upper)


def _text(block: Block) -> str:
    return block.text if isinstance(block, Paragraph) else ""


def _bare(line: Line) -> Line:
    """A line without the blanks around its text."""
    text = line.text
    start = len(text) - len(text.lstrip(BLANKS))
    return between(line, start, start + len(text.strip(BLANKS)))


def _lines(grid: Grid, location: Location) -> Sequence[Line]:
    """The lines of the cell at a location; for a table as a whole, of its first cell with any."""
    return next((cell.lines for cell in _cells(grid, location) if cell.lines), [])


def _cells(grid: Grid, location: Location) -> Iterator[GridCell]:
    for row in grid.rows:
        for cell in row:
            if location.row is None or (cell.row, cell.column) == (location.row, location.cell):
                yield cell


def _characters(lines: Sequence[Line]) -> list[_Character]:
    """The characters of a passage made of these lines, one by one."""
    found: list[_Character] = []
    for line in lines:
        if line is not lines[0]:
            found.append(_Character(line, None, 0))
        for piece in line.pieces:
            places = range(piece.at, piece.at + len(piece.text))
            found += [_Character(line, piece.run, at) for at in places]
    text = "\n".join([line.text for line in lines])
    start = len(text) - len(text.lstrip(BLANKS))
    return found[start : start + len(text.strip(BLANKS))]
