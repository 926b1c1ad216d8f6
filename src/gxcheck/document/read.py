"""Reads an input of any kind into a document; its format is told from its content."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import BinaryIO, TextIO, TypeAlias

from gxcheck.document.encoding import decode
from gxcheck.document.formats import BEFORE_CONTENT, Format, detect
from gxcheck.document.limits import DEFAULT_LIMITS, Limits
from gxcheck.document.model import Document
from gxcheck.document.refusal import refusal
from gxcheck.document.text.reader import read_text

__all__ = ["READERS", "Readable", "Reader", "load", "read", "read_string"]

_LONGEST_NAME = 255  # characters of one part of a path
_HEAD = 256  # characters within which a web page begins, after white space

Readable: TypeAlias = "str | os.PathLike[str] | bytes | BinaryIO | TextIO"
Reader: TypeAlias = Callable[[bytes, Limits, "str | None"], Document]


def read(source: Readable, *, limits: Limits = DEFAULT_LIMITS, name: str | None = None) -> Document:
    """The document of a file (by its path), of its bytes or of an open file.

    `name` is what it is called in messages; a path has one. Raises `ReadError` where it cannot be
    read, with what to do about it.
    """
    content, name = load(source, limits=limits, name=name)
    if isinstance(content, str):
        return read_string(content, limits=limits, name=name)
    found = detect(content)
    reader = READERS.get(found)
    if reader is None:
        raise refusal(found, name)
    return reader(content, limits, name)


def read_string(text: str, *, limits: Limits = DEFAULT_LIMITS, name: str | None = None) -> Document:
    """The document of a text in memory, which may be the source of a web page.

    Offsets count its characters. Raises `ReadError` as `read` does.
    """
    if not text[:_HEAD].lstrip(BEFORE_CONTENT).startswith("<"):
        return read_text(text, limits=limits, name=name)
    data = text.encode("utf-8-sig", "replace")
    if detect(data) == "html":
        return _read_html(data, limits, name)
    return read_text(text, limits=limits, name=name)


def load(
    source: Readable, *, limits: Limits = DEFAULT_LIMITS, name: str | None = None
) -> tuple[bytes | str, str | None]:
    """The content of a source, as text only where an open file gives text, and its name.

    Raises `ReadError` where it cannot be had, or is longer than `limits` allow, and `TypeError` for
    what is no source.
    """
    if isinstance(source, (bytes, bytearray, memoryview)):
        content: bytes | str = bytes(source)
    elif isinstance(source, (str, os.PathLike)):
        path = Path(source)
        name = name or path.name or str(path)
        content = _file(path, limits, name)
    elif hasattr(source, "read"):
        content = _stream(source, limits, name)
    else:
        kind = type(source).__name__
        raise TypeError(f"a report is read from a path, bytes or an open file, not from {kind}")
    bound = limits.bytes if isinstance(content, bytes) else limits.characters
    if len(content) > bound:
        key = "too_long" if isinstance(content, bytes) else "too_many_characters"
        raise refusal(key, name, limit=bound)
    return content, name


def _file(path: Path, limits: Limits, name: str) -> bytes:
    try:
        if path.is_dir():
            raise refusal("folder", name)
        with path.open("rb") as file:
            return file.read(limits.bytes + 1)
    except FileNotFoundError as error:
        raise refusal("no_path" if _is_text(path) else "missing", name) from error
    except PermissionError as error:
        raise refusal("forbidden", name) from error
    except (OSError, ValueError) as error:
        key = "no_path" if _is_text(path) else "unreadable"
        raise refusal(key, _printable(name), reason=_reason(error)) from error


def _is_text(path: Path) -> bool:
    """Whether a path that leads nowhere is rather a text: of several lines, or too long a name."""
    return "\n" in str(path) or any(len(part) > _LONGEST_NAME for part in path.parts)


def _stream(source: BinaryIO | TextIO, limits: Limits, name: str | None) -> bytes | str:
    try:
        content: object = source.read(max(limits.bytes, limits.characters) + 1)
    except (OSError, ValueError) as error:
        raise refusal("unreadable", name, reason=_reason(error)) from error
    if not isinstance(content, (bytes, str)):
        raise refusal("not_bytes", name)
    return content


def _reason(error: Exception) -> str:
    return getattr(error, "strerror", None) or type(error).__name__


def _printable(name: str) -> str:
    return name.encode("utf-8", "replace").decode("utf-8").replace("\x00", "\ufffd")


def _read_plain(data: bytes, limits: Limits, name: str | None) -> Document:
    if not data.strip(b"\x00 \t\r\n\v\f"):
        raise refusal("empty", name)
    text, encoding = decode(data, name)
    utf8 = data if encoding == "utf-8" else None
    return read_text(text, limits=limits, name=name, encoding=encoding, utf8=utf8)


def _read_docx(data: bytes, limits: Limits, name: str | None) -> Document:
    from gxcheck.document.docx import read_docx

    return read_docx(data, limits, name)


def _read_html(data: bytes, limits: Limits, name: str | None) -> Document:
    from gxcheck.document.html import read_html

    return read_html(data, limits, name)


def _read_pdf(data: bytes, limits: Limits, name: str | None) -> Document:
    from gxcheck.document.pdf import read_pdf

    return read_pdf(data, limits, name)


def _read_office(data: bytes, limits: Limits, name: str | None) -> Document:
    from gxcheck.document.office import read_office

    return read_office(data, limits, name)


READERS: Mapping[Format, Reader] = {
    "text": _read_plain,
    "docx": _read_docx,
    "html": _read_html,
    "ole": _read_office,
    "pdf": _read_pdf,
}
