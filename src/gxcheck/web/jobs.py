"""What a worker does: check one upload and write the outcome in one format."""

from __future__ import annotations

from functools import cache

from msgspec import Struct

from gxcheck.checking import parse, review
from gxcheck.config import Config, load_config
from gxcheck.errors import ReadError
from gxcheck.output import WRITERS, Checked, rendered
from gxcheck.output.docx import is_word
from gxcheck.output.json import CheckedFile, checked_file
from gxcheck.rules.model import Lang

__all__ = ["SUMMARY", "CheckedUpload", "Job", "perform", "warm_up"]

SUMMARY = "summary"
_SHOWN = ("html", "docx", "xlsx", "json", "markdown", "sarif")


class Job(Struct, frozen=True):
    """An upload and what to make of it: `SUMMARY`, or a format of the writers.

    `previous` has last year's report, if it was sent too.
    """

    name: str
    content: bytes
    format: str
    lang: Lang
    config: str | None
    previous: bytes | None = None


class CheckedUpload(CheckedFile):
    """What came of one upload. `review` names it for as long as it is kept, with its `formats`."""

    review: str | None = None
    formats: tuple[str, ...] = ()


def perform(job: Job) -> bytes:
    """The outcome, written. Raises GxcheckError where the format cannot show it."""
    config = _config(job.config)
    try:
        report = parse(job.content, config=config, name=job.name)
        result = review(report, previous=job.previous, config=config, lang=job.lang)
    except ReadError as error:
        if job.format == SUMMARY:
            return _json(CheckedUpload(file=job.name, error=error.told(job.lang)))
        raise
    if job.format != SUMMARY:
        return rendered(job.format, [Checked(job.name, job.content, result)], job.lang)
    word = is_word(job.content)
    formats = tuple(name for name in _SHOWN if word or not WRITERS[name].needs_content)
    found = checked_file(job.name, result)
    return _json(CheckedUpload(**{**dict(found), "formats": formats}))


def warm_up() -> None:
    """Load what the first job will need."""
    perform(Job("", "。".encode(), SUMMARY, "zh", None))


@cache
def _config(path: str | None) -> Config | None:
    return load_config(path) if path else None


def _json(outcome: CheckedUpload) -> bytes:
    return outcome.model_dump_json().encode("utf-8", "backslashreplace")
