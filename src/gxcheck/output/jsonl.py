"""Findings one a line, as JSON, for tools that go through them line by line."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TextIO

from gxcheck.checking import Review
from gxcheck.output import Checked
from gxcheck.output.harmless import json_text
from gxcheck.rules.model import Lang

__all__ = ["write_jsonl"]


def write_jsonl(checked: Sequence[Checked], stream: TextIO, lang: Lang) -> None:
    """Write a line for every finding, and one for every file that could not be checked.

    `status` is "open", "accepted" or "unread"; the last has `error` and nothing of a finding.
    """
    for one in checked:
        for line in _lines(one, lang):
            stream.write(json_text(line) + "\n")


def _lines(one: Checked, lang: Lang) -> Iterator[dict[str, object]]:
    result = one.result
    if not isinstance(result, Review):
        yield {"file": one.name, "status": "unread", "error": result.told(lang)}
        return
    for status, findings in (("open", result.findings), ("accepted", result.accepted)):
        for finding in findings:
            yield {"file": one.name, "status": status, **finding.model_dump(mode="json")}
