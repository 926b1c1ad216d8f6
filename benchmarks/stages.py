"""How long the stages take for one report: read, recognise, evaluate."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from benchmarks.timing import Work, milliseconds, show
from gxcheck.checking import review
from gxcheck.document import read
from gxcheck.report import recognise
from gxcheck.rules import RuleSet, load_rules

__all__ = ["run"]


def run(reports: Sequence[Path]) -> None:
    """Time every stage of every report."""
    rules = load_rules()
    rows = [("report", "characters    read  recognise  evaluate   a second")]
    rows.extend((path.name, _row(path.read_bytes(), rules)) for path in reports)
    show("Stages, ms a report (goals: read and recognise 3.5, evaluate 3, 150 a second)", rows)


def _row(data: bytes, rules: RuleSet) -> str:
    report = recognise(read(data))
    works: dict[str, Work] = {
        "read": lambda: read(data),
        "recognise": lambda: recognise(read(data)),
        "evaluate": lambda: rules.evaluate(report),
        "whole": lambda: review(data, rules=rules),
    }
    times = milliseconds(works)
    recognising = times["recognise"] - times["read"]
    return (
        f"{len(data.decode('utf-8', 'replace')):10}  {times['read']:6.2f}  {recognising:9.2f}"
        f"  {times['evaluate']:8.2f}  {1000 / times['whole']:9.0f}"
    )
