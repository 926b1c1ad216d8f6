"""How reviews are shown: one writer a format, each loaded when it is first used."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import TYPE_CHECKING, BinaryIO, TextIO

if TYPE_CHECKING:
    from gxcheck.checking import Review
    from gxcheck.errors import ReadError
    from gxcheck.rules.model import Lang

from msgspec import Struct

__all__ = ["WRITERS", "Checked", "Writer", "format_of", "rendered", "write"]

_OFFICE = "application/vnd.openxmlformats-officedocument"


class Checked(Struct, frozen=True):
    """One input and what became of it.

    `name` is what people know it by. `content` has its bytes where the writer asks for them.
    """

    name: str
    content: bytes | None
    result: Review | ReadError


class Writer(Struct, frozen=True):
    """Where a format's writer is, `function(checked, stream, lang)`, and what it makes.

    `suffix` is that of its files, `media_type` that of its content. A `binary` one writes bytes.
    A `single` one takes one input that could be read, no more; one that `needs_content` takes its
    bytes too.
    """

    module: str
    function: str
    suffix: str
    media_type: str
    binary: bool = False
    single: bool = False
    needs_content: bool = False


WRITERS: Mapping[str, Writer] = MappingProxyType(
    {
        "console": Writer("console", "write_console", ".txt", "text/plain"),
        "json": Writer("json", "write_json", ".json", "application/json"),
        "jsonl": Writer("jsonl", "write_jsonl", ".jsonl", "application/jsonl"),
        "sarif": Writer("sarif", "write_sarif", ".sarif", "application/sarif+json"),
        "markdown": Writer("markdown", "write_markdown", ".md", "text/markdown"),
        "junit": Writer("junit", "write_junit", ".xml", "application/xml"),
        "html": Writer("html", "write_html", ".html", "text/html", single=True),
        "docx": Writer(
            "docx.writer",
            "write_docx",
            ".docx",
            f"{_OFFICE}.wordprocessingml.document",
            binary=True,
            single=True,
            needs_content=True,
        ),
        "xlsx": Writer(
            "excel", "write_excel", ".xlsx", f"{_OFFICE}.spreadsheetml.sheet", binary=True
        ),
    }
)


def write(
    format: str, checked: Sequence[Checked], stream: TextIO | BinaryIO, lang: Lang = "zh"
) -> None:
    """Write what became of the inputs, in a format of `WRITERS`.

    `stream` takes bytes where the writer is binary, else text. Raises `GxcheckError` where the
    format cannot show these inputs, or needs a package that is not installed.
    """
    from importlib import import_module

    writer = WRITERS[format]
    module = import_module(f"gxcheck.output.{writer.module}")
    getattr(module, writer.function)(checked, stream, lang)


def rendered(format: str, checked: Sequence[Checked], lang: Lang = "zh") -> bytes:
    """The same as bytes, text in UTF-8."""
    import io

    if WRITERS[format].binary:
        into = io.BytesIO()
        write(format, checked, into, lang)
        return into.getvalue()
    text = io.StringIO()
    write(format, checked, text, lang)
    return text.getvalue().encode("utf-8", "backslashreplace")


def format_of(path: str) -> str | None:
    """The format whose files are named like `path`; None where there is none."""
    lower = path.lower()
    return next((name for name, one in WRITERS.items() if lower.endswith(one.suffix)), None)
