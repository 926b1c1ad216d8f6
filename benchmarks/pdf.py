"""How long a PDF takes, its warm child process included, beside pdfplumber on the same pages."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path

import pdfplumber

from benchmarks.timing import milliseconds, show
from gxcheck.checking import check
from gxcheck.document import read
from gxcheck.document.pdf.process.children import idle_children

__all__ = ["run"]


def run(reports: Sequence[Path]) -> None:
    """Time the reading of every report, compare the figures, and show the memory of a check."""
    rows = [("report", "ours   pdfplumber   ratio   figures: ours, theirs, shared")]
    rows.extend((path.name, _row(path)) for path in reports)
    show("PDF, ms a report (goal: at least 8 times faster)", rows)
    if reports:
        check(reports[0])
        show("Memory of a full check, MB (goal: 150 in all)", [("all processes", _memory())])


def _row(path: Path) -> str:
    times = milliseconds({"ours": lambda: read(path), "theirs": lambda: _tables(path)}, rounds=7)
    ours = Counter(c.normal for t in read(path).tables for row in t.rows for c in row)
    theirs = Counter("".join((cell or "").split()) for cell in _cells(path))
    for figures in (ours, theirs):
        for text in [text for text in figures if not text.replace(".", "").isdecimal()]:
            del figures[text]
    return (
        f"{times['ours']:5.1f}  {times['theirs']:10.1f}  {times['theirs'] / times['ours']:6.1f}"
        f"   {ours.total()}, {theirs.total()}, {(ours & theirs).total()}"
    )


def _tables(path: Path) -> list[list[list[list[str | None]]]]:
    with pdfplumber.open(path) as document:
        return [page.extract_tables() for page in document.pages]


def _cells(path: Path) -> Iterable[str | None]:
    return (cell for page in _tables(path) for table in page for row in table for cell in row)


def _memory() -> str:
    """The most memory that this process and its idle children have had."""
    sizes = [_peak(process) for process in (os.getpid(), *idle_children())]
    return f"{sum(sizes):6.1f}   ({' + '.join(f'{size:.1f}' for size in sizes)})"


def _peak(process: int) -> float:
    status = Path(f"/proc/{process}/status")
    lines = status.read_text("ascii").splitlines() if status.exists() else []
    return sum(int(line.split()[1]) for line in lines if line.startswith("VmHWM")) / 1024
