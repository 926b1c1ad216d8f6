"""How much of an input is read at most, so that no input fills memory or takes for ever."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["DEFAULT_LIMITS", "Limits"]


@dataclass(frozen=True)
class Limits:
    """Bounds of one input; beyond them reading is refused with a `ReadError`.

    `bytes` of the file as it comes, `characters` of its text, `blocks` (paragraphs and tables)
    and `cells` of the document. A report of a province has about 60,000 characters, 500 blocks
    and 500 cells.
    """

    bytes: int = 64 * 1024 * 1024
    characters: int = 4_000_000
    blocks: int = 200_000
    cells: int = 200_000


DEFAULT_LIMITS = Limits()
