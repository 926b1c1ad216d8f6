"""The author's own Word file with the findings as comments, as the registry asks for it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import BinaryIO

from gxcheck.checking import Review
from gxcheck.errors import GxcheckError
from gxcheck.output import Checked
from gxcheck.output.docx.commenting import commented
from gxcheck.output.words import words
from gxcheck.rules.model import Lang

__all__ = ["write_docx"]

_WORD = ("docx", "doc")


def write_docx(checked: Sequence[Checked], stream: BinaryIO, lang: Lang) -> None:
    """Write the commented file of one report. Raises GxcheckError where it is no Word file."""
    (one,) = checked
    if not isinstance(one.result, Review):
        raise one.result
    if one.content is None or one.result.report.document.source.format not in _WORD:
        raise GxcheckError(words("comments", "no_docx", lang, file=one.name))
    stream.write(commented(one.content, one.result, lang))
