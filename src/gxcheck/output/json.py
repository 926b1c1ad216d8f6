"""The review of one or several files as JSON, and its schema."""

from __future__ import annotations

from typing import Any, TextIO

from pydantic import BaseModel, ConfigDict

from gxcheck.checking import Review
from gxcheck.report.model import OrganKind
from gxcheck.rules.model import Finding, Outcome

__all__ = [
    "CheckedFile",
    "CheckedFiles",
    "ReportSummary",
    "checked_file",
    "findings_schema",
    "write_json",
]


class _Shape(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class ReportSummary(_Shape):
    """Which report was checked."""

    title: str | None
    organ: str | None
    kind: OrganKind
    year: int | None
    edition: int


class CheckedFile(_Shape):
    """What came of one file. `error` says why it could not be checked; then the rest is empty."""

    file: str
    error: str | None = None
    report: ReportSummary | None = None
    findings: tuple[Finding, ...] = ()
    accepted: tuple[Finding, ...] = ()
    outcomes: tuple[Outcome, ...] = ()


class CheckedFiles(_Shape):
    """The output of `gxcheck check --format json`."""

    files: tuple[CheckedFile, ...]


def checked_file(name: str, review: Review) -> CheckedFile:
    """The review of the file `name`."""
    report = review.report
    summary = ReportSummary(
        title=report.title.text if report.title else None,
        organ=report.organ.name,
        kind=report.organ.kind,
        year=report.year,
        edition=report.edition,
    )
    return CheckedFile(
        file=name,
        report=summary,
        findings=review.findings,
        accepted=review.accepted,
        outcomes=review.outcomes,
    )


def write_json(files: list[CheckedFile], stream: TextIO) -> None:
    """Write the results of all files, indented, as one JSON object."""
    stream.write(CheckedFiles(files=tuple(files)).model_dump_json(indent=2) + "\n")


def findings_schema() -> dict[str, Any]:
    """The JSON Schema of the output."""
    return CheckedFiles.model_json_schema(mode="serialization")
