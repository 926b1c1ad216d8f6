"""What the parent and its child process say to each other, in values of known shape.

A message is JSON behind its length in eight bytes, a request besides with the bytes of the file.
The parent does not trust what comes back: it must have the shape of an answer, and be short enough.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal, TypeAlias, TypeVar

from msgspec import Struct, json

__all__ = [
    "Answer",
    "Found",
    "Refusal",
    "Refused",
    "Request",
    "SentBox",
    "SentCell",
    "SentRemark",
    "SentTable",
    "SentText",
    "pack",
    "read_answer",
    "read_request",
]

M = TypeVar("M")
SentBox: TypeAlias = tuple[float, float, float, float]
"""The left, top, right and bottom edge on a page, in points."""
_Read: TypeAlias = Callable[[int], bytes]

_LENGTH = 8  # bytes
_PIECE = 1 << 20  # bytes that are read at once
_LONGEST_REQUEST = 4096  # bytes
_LONGEST_ANSWER = 256 * 1024 * 1024  # bytes


class Request(Struct, frozen=True):
    """To read a file of so many bytes, which follow, within the bounds of `Limits`."""

    length: int
    pages: int
    characters: int
    memory: int
    seconds: int


class SentText(Struct, frozen=True, array_like=True, tag="text"):
    """A paragraph, with the page and the box where it begins."""

    text: str
    page: int
    box: SentBox
    role: Literal["body", "header", "footer", "footnote"]


class SentCell(Struct, frozen=True, array_like=True):
    """A cell of a table, with the page and the box where it begins."""

    text: str
    row: int
    column: int
    row_span: int
    column_span: int
    page: int
    box: SentBox


class SentTable(Struct, frozen=True, array_like=True, tag="table"):
    """A table of `height` rows; `ruled` where lines show how its cells are merged."""

    height: int
    page: int
    box: SentBox
    ruled: bool
    cells: list[SentCell]


class SentRemark(Struct, frozen=True, array_like=True):
    """Something that could not be read: a kind of rules/notes.yml, and where."""

    key: str
    page: int
    box: SentBox | None = None


class Found(Struct, frozen=True, tag="found"):
    """What a file shows, in reading order, and remarks on gaps."""

    blocks: list[SentText | SentTable]
    remarks: list[SentRemark]


class Refusal(Struct, frozen=True, tag="refusal"):
    """Why a file cannot be read: a `key` of rules/reading.yml and what its words need."""

    key: str
    value: int = 0


Answer: TypeAlias = Found | Refusal


class Refused(Exception):  # noqa: N818  # it is an answer
    """The file cannot be read, as `refusal` says."""

    def __init__(self, key: str, value: int = 0) -> None:
        super().__init__(key)
        self.refusal = Refusal(key, value)


_request = json.Decoder(Request).decode
_answer = json.Decoder(Answer).decode


def pack(message: Request | Answer, data: bytes = b"") -> bytes:
    """A message and the bytes that go with it, ready to be written."""
    head = json.encode(message)
    return len(head).to_bytes(_LENGTH, "big") + head + data


def read_request(read: _Read) -> Request | None:
    """The next request of what `read` gives; None at the end. Raises `ValueError` for nonsense."""
    return _unpacked(read, _LONGEST_REQUEST, _request)


def read_answer(read: _Read) -> Answer | None:
    """The next answer of what `read` gives; None at the end. Raises `ValueError` for nonsense."""
    return _unpacked(read, _LONGEST_ANSWER, _answer)


def _unpacked(read: _Read, most: int, decode: Callable[[bytes], M]) -> M | None:
    head = _exactly(read, _LENGTH)
    if head is None:
        return None
    length = int.from_bytes(head, "big")
    if length > most:
        raise ValueError("too long a message")
    body = _exactly(read, length)
    return None if body is None else decode(body)


def _exactly(read: _Read, length: int) -> bytes | None:
    """So many bytes; None where there are fewer."""
    pieces = []
    while length:
        piece = read(min(length, _PIECE))
        if not piece:
            return None
        pieces.append(piece)
        length -= len(piece)
    return b"".join(pieces)
