"""Reads a Word file into drafts, part by part, and makes the document of them."""

from __future__ import annotations

from itertools import takewhile
from typing import NamedTuple

from gxcheck.document.docx.drafts import Draft, Grid, GridCell, Line
from gxcheck.document.docx.margins import headers_and_footers, notes
from gxcheck.document.docx.names import BODY, VANISH
from gxcheck.document.docx.numbering import Numbering
from gxcheck.document.docx.package import Package, Part
from gxcheck.document.docx.parting import parted
from gxcheck.document.docx.pictures import has_pictures, picture_notes
from gxcheck.document.docx.story import Lists, Story
from gxcheck.document.docx.styles import Styles
from gxcheck.document.docx.typed import with_typed_grids
from gxcheck.document.limits import DEFAULT_LIMITS, Limits
from gxcheck.document.model import (
    Block,
    Cell,
    Document,
    Location,
    Note,
    Paragraph,
    Role,
    Source,
    Table,
)
from gxcheck.document.refusal import refusal

__all__ = ["BLANKS", "PlacedDraft", "drafts_of", "read_docx"]

BLANKS = " \t\r\n\v\f\u3000\u00a0"


class PlacedDraft(NamedTuple):
    """What becomes one block of the document, where it stands in the file and on the page."""

    part: Part
    role: Role
    draft: Draft


def read_docx(data: bytes, limits: Limits = DEFAULT_LIMITS, name: str | None = None) -> Document:
    """The document of a Word file: its body, then footnotes, headers and footers.

    Raises `ReadError` where it is damaged, protected, empty, or more than `limits` allow.
    """
    every = _every_draft(data, limits, name)
    placed = _kept(every)
    if len(placed) > limits.blocks:
        raise refusal("too_many_blocks", name, limit=limits.blocks)
    blocks = tuple(_block(one, number) for number, one in enumerate(placed))
    if sum(map(_length, blocks)) > limits.characters:
        raise refusal("too_many_characters", name, limit=limits.characters)
    if not any(map(_length, blocks)):
        raise refusal("docx_empty", name)
    return Document(blocks, Source(name or "", "docx"), _notes(every))


def drafts_of(data: bytes, limits: Limits, name: str | None) -> list[PlacedDraft]:
    """What the blocks of the document are made of, one for each, in their order."""
    return _kept(_every_draft(data, limits, name))


def _every_draft(data: bytes, limits: Limits, name: str | None) -> list[PlacedDraft]:
    """The same with those that are blank."""
    try:
        return _drafts(Package(data, limits, name), limits, name)
    except RecursionError as error:
        raise refusal("docx_too_deep", name) from error


def _drafts(package: Package, limits: Limits, name: str | None) -> list[PlacedDraft]:
    """The drafts of all parts: the body, the notes that it points to, headers and footers."""
    styles = package.related("styles")
    numbering = package.related("numbering")
    lists = Lists(
        Styles(None if styles is None else styles.root),
        None if numbering is None else Numbering(numbering.root),
        styles is not None and next(styles.root.iter(VANISH), None) is not None,
        limits,
        name,
    )
    main = package.main
    story = Story(main, lists)
    body = [draft for body in main.root.iterchildren(BODY) for draft in story.read(body)]
    placed = [PlacedDraft(main, "body", draft) for draft in with_typed_grids(parted(body))]
    margins = (*notes(package, lists, story.notes), *headers_and_footers(package, lists))
    for part, role, draft in margins:
        drafts = [draft] if isinstance(draft, Line) else parted([draft])
        placed += [PlacedDraft(part, role, one) for one in drafts]
    return placed


def _kept(every: list[PlacedDraft]) -> list[PlacedDraft]:
    return [one for one in every if _is_kept(one.draft)]


def _notes(every: list[PlacedDraft]) -> tuple[Note, ...]:
    """Notes on the pictures of the body, which comes first."""
    main = every[0].part
    if not has_pictures(main):
        return ()
    body = takewhile(lambda one: one.part is main, every)
    return tuple(picture_notes([(one.draft, _is_kept(one.draft)) for one in body]))


def _is_kept(draft: Draft) -> bool:
    """Whether it has text; tables stay though they are blank."""
    if isinstance(draft, Grid):
        return bool(draft.rows)
    return any(piece.text.strip(BLANKS) for piece in draft.pieces)


def _length(block: Block) -> int:
    if isinstance(block, Paragraph):
        return len(block.text)
    return sum([len(cell.text) for row in block.rows for cell in row])


def _block(placed: PlacedDraft, number: int) -> Block:
    draft = placed.draft
    if isinstance(draft, Line):
        text = draft.text.strip(BLANKS)
        return Paragraph(text, Location(number, 0, len(text)), role=placed.role)
    rows = tuple([tuple([_cell(cell, number) for cell in row]) for row in draft.rows])
    return Table(rows, Location(number), not draft.typed, draft.blanks_shown)


def _cell(cell: GridCell, number: int) -> Cell:
    text = cell.text.strip(BLANKS)
    location = Location(number, 0, len(text), cell.row, cell.column)
    return Cell(text, location, row_span=cell.row_span, column_span=cell.column_span)
