"""The preamble: what stands between the title and the first section, and the norms it cites."""

from __future__ import annotations

from collections.abc import Sequence

from gxcheck.document.model import Block, Paragraph, Table
from gxcheck.report.front.flow import Flow
from gxcheck.report.front.title import FoundTitle, is_chrome
from gxcheck.report.front.vocabulary import pattern
from gxcheck.report.model import Preamble, Words

__all__ = ["read_basis", "read_preamble"]


def read_preamble(
    blocks: Sequence[Block],
    title: FoundTitle | None,
) -> Preamble | None:
    """The preamble among `blocks`, which stand before the first section; None without one.

    Lines of the page, of the organ and of dates are no preamble, nor is a heading such as 引言.
    """
    rest = _after(blocks, title)
    first = next((index for index, block in enumerate(rest) if _is_prose(block)), None)
    if first is None:
        return None
    kept = tuple(block for block in rest[first:] if not _is_page_line(block))
    return Preamble.model_construct(blocks=kept, basis=read_basis(Flow.of(kept)))


def read_basis(flow: Flow) -> tuple[Words, ...]:
    """The regulations on disclosure and the letters on the form that are cited, as written."""
    return tuple(
        Words(text=cited.group(), location=flow.locate(*cited.span()))
        for cited in pattern("basis").finditer(flow.text)
    )


def _after(blocks: Sequence[Block], title: FoundTitle | None) -> list[Block]:
    """The blocks after the title; where prose follows it in its own paragraph, that part."""
    if title is None:
        return list(blocks)
    last = title.lines[-1].location
    rest: list[Block] = []
    for block in blocks:
        own = block.location
        if own.block > last.block or (own.block == last.block and own.start >= last.end):
            rest.append(block)
        elif own.block == last.block and isinstance(block, Paragraph):
            rest.extend(_tail(block, last.end - own.start))
    return rest


def _tail(paragraph: Paragraph, start: int) -> list[Paragraph]:
    """What follows the character `start` of a paragraph's text."""
    size = len(paragraph.normal)
    starts = (at for at in range(size) if paragraph.original(at, at + 1)[0] >= start)
    begin = next(starts, size)
    return [paragraph.part(begin, size)] if begin < size else []


def _is_prose(block: Block) -> bool:
    return (
        isinstance(block, Paragraph)
        and block.role == "body"
        and bool(pattern("prose").search(block.normal))
        and not is_chrome(block.normal)
    )


def _is_page_line(block: Block) -> bool:
    return isinstance(block, Table) or block.role != "body" or is_chrome(block.normal)
