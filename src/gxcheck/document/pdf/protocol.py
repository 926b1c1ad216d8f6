"""What the parent and its child process say to each other: plain data, each with its length.

A message is JSON behind its length in eight bytes, a request besides with the bytes of the file.
The parent does not trust what comes back: it is data of known shape, and short enough.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

from msgspec import json

__all__ = ["Message", "Refused", "pack", "unpack"]

Message: TypeAlias = "dict[str, object]"

_LENGTH = 8
_PIECE = 1 << 20
_decode = json.Decoder(dict[str, object]).decode


class Refused(Exception):  # noqa: N818  # it is an answer
    """The file cannot be read: a `key` of rules/reading.yml and what its words need."""

    def __init__(self, key: str, value: int = 0) -> None:
        super().__init__(key)
        self.key = key
        self.value = value


def pack(message: Message, data: bytes = b"") -> bytes:
    """A message and the bytes that go with it, ready to be written."""
    head = json.encode(message)
    return len(head).to_bytes(_LENGTH, "big") + head + data


def unpack(read: Callable[[int], bytes], most: int) -> Message | None:
    """The next message of what `read` gives; None at the end. Raises `ValueError` for nonsense."""
    head = _exactly(read, _LENGTH)
    if head is None:
        return None
    length = int.from_bytes(head, "big")
    if length > most:
        raise ValueError("too long a message")
    body = _exactly(read, length)
    return None if body is None else _decode(body)


def _exactly(read: Callable[[int], bytes], length: int) -> bytes | None:
    pieces = []
    while length:
        piece = read(min(length, _PIECE))
        if not piece:
            return None
        pieces.append(piece)
        length -= len(piece)
    return b"".join(pieces)
