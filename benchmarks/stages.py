"""How long the stages take for one report: read, recognise, evaluate."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from gxcheck.checking import review

from benchmarks.timing import milliseconds, show
from gxcheck.document import read
from gxcheck.report import recognise
from gxcheck.rules import load_rules

__all__ = ["run"]


def run(reports: Sequence[Path]) -> None:
    """Time every stage of every report."""
    rules = load_rules()
    rows: list[tuple[str, str]] = [("report", "characters    read  recognise  evaluate   a second")]
    for path in reports:
        data = path.read_bytes()
        document = read(data)
        report = recognise(document)
        times = milliseconds(
            {
                "read": lambda data=data: read(data),
                "recognise": lambda data=data: recognise(read(data)),
                "evaluate": lambda report=report: rules.evaluate(report),
                "whole": lambda data=data: review(data, rules=rules),
            }
        )
        recognising = times["recognise"] - times["read"]
        rows.append(
            (
                path.name,
                f"{len(data.decode('utf-8', 'replace')):10}  {times['read']:6.2f}"
                f"  {recognising:9.2f}  {times['evaluate']:8.2f}  {1000 / times['whole']:9.0f}",
            )
        )
    show(
        "Stages, ms a report (goals: read and recognise 3.5, evaluate 3, 150 a second)",
        rows,
    )
