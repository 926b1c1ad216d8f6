"""How much of an input is read at most, so that no input fills memory or takes for ever."""

from __future__ import annotations

from gxcheck.value import Value

__all__ = ["DEFAULT_LIMITS", "Limits"]


class Limits(Value, frozen=True):
    """Bounds of one input; beyond them reading is refused with a `ReadError`.

    `bytes` of the file as it comes, `characters` of its text, `blocks` (paragraphs and tables)
    and `cells` of the document. A report of a province has about 60,000 characters, 500 blocks
    and 500 cells.

    Of a container (Word): its `entries`, the bytes that they have when `unpacked`, and of one
    `part`; the `ratio` of unpacked to packed bytes, `slack` packed bytes being given free; the
    `markup` of a part, which is how many tags and attributes it has. A province's report has
    about 20 entries, 20 megabytes with its pictures, 100,000 tags, and a ratio of 10.

    Of a PDF: its `pages`, the `seconds` that reading it may take, and the address space, in bytes
    of `memory`, of the process that does it (where the system can bound that).

    Of an old Word file: the seconds that its `conversion` may take, and the address space, in
    bytes of `conversion_memory`, of the program that does it.

    Of a web page: its `elements`, counted by "<". A large page has 20,000.
    """

    bytes: int = 64 * 1024 * 1024
    characters: int = 4_000_000
    blocks: int = 200_000
    cells: int = 200_000
    entries: int = 10_000
    unpacked: int = 512 * 1024 * 1024
    part: int = 32 * 1024 * 1024
    ratio: int = 200
    slack: int = 64 * 1024
    markup: int = 2_000_000
    elements: int = 200_000
    pages: int = 500
    seconds: float = 20.0
    memory: int = 1024 * 1024 * 1024
    conversion: float = 60.0
    conversion_memory: int = 4 * 1024 * 1024 * 1024


DEFAULT_LIMITS = Limits()
