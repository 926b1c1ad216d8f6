"""Adds an acceptance to the text of a configuration; everything else in it stays as it is."""

from __future__ import annotations

import json
from typing import Any

from msgspec.structs import asdict

from gxcheck.config import Acceptance
from gxcheck.data import load_yaml_text
from gxcheck.output.words import clean

__all__ = ["CannotAmend", "amended"]

_KEY = "acceptances"
_INDENT = 2


class CannotAmend(Exception):  # noqa: N818  # says what to do instead
    """The text is laid out in a way that nothing can be added to; `entry` is what to add."""

    def __init__(self, entry: str) -> None:
        self.entry = entry
        super().__init__(entry)


def amended(text: str, acceptance: Acceptance, comment: str) -> str:
    """The text of a configuration with one more acceptance, and a comment above it.

    Raises `CannotAmend` where the outcome would say anything but that.
    """
    line_end = "\r\n" if "\r\n" in text else "\n"
    try:
        before = load_yaml_text(text) or {}
        changed = _changed(text, acceptance, comment).replace("\r\n", "\n")
        after = load_yaml_text(changed)
    except Exception:  # noqa: BLE001  # whatever is wrong with it: it is not for us to mend
        raise CannotAmend(_entry(acceptance, comment, 0)) from None
    expected = {**before, _KEY: [*(before.get(_KEY) or ()), _facts(acceptance)]}
    if after != expected:
        raise CannotAmend(_entry(acceptance, comment, 0))
    return changed if line_end == "\n" else changed.replace("\n", line_end)


def _changed(text: str, acceptance: Acceptance, comment: str) -> str:
    lines = text.replace("\r\n", "\n").splitlines(keepends=True)
    if lines and not lines[-1].endswith("\n"):
        lines[-1] += "\n"
    found = _list_node("".join(lines))
    if found is None:
        return "".join([*lines, f"{_KEY}:\n", _entry(acceptance, comment, _INDENT)])
    key, value = found
    if value.id == "sequence" and value.value:
        if value.flow_style:
            return _in_flow("".join(lines), value, acceptance)
        indent, place = value.start_mark.column, _end(value)
    else:
        indent, place = key.start_mark.column + _INDENT, key.start_mark.line + 1
        line = lines[place - 1]
        start, end = value.start_mark.column, value.end_mark.column
        lines[place - 1] = line[:start].rstrip() + line[end:] if end > start else line
    lines.insert(place, _entry(acceptance, comment, indent))
    return "".join(lines)


def _list_node(text: str) -> tuple[Any, Any] | None:
    """The nodes of the key and the value of the list of acceptances."""
    import yaml

    root: Any = yaml.compose(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    pairs = root.value if root is not None and root.id == "mapping" else ()
    return next((pair for pair in pairs if pair[0].value == _KEY), None)


def _end(node: Any) -> int:
    """The index of the first line below a block list."""
    while node.id != "scalar" and node.value and not node.flow_style:
        last = node.value[-1]
        node = last[1] if isinstance(last, tuple) else last
    mark = node.end_mark
    return int(mark.line + (mark.column > 0))


def _in_flow(text: str, value: Any, acceptance: Acceptance) -> str:
    place = value.end_mark.index - 1
    before = text[:place].rstrip().removesuffix(",")
    entry = json.dumps(_facts(acceptance), ensure_ascii=False)
    return f"{before}, {entry}{text[place:]}"


def _facts(acceptance: Acceptance) -> dict[str, Any]:
    facts = {**asdict(acceptance)}
    facts["until"] = acceptance.until.isoformat() if acceptance.until else None
    return {name: value for name, value in facts.items() if value is not None}


def _entry(acceptance: Acceptance, comment: str, indent: int) -> str:
    margin = " " * indent
    told = " ".join(clean(comment).split())
    lines = [f"{margin}# {told}"]
    for place, (name, value) in enumerate(_facts(acceptance).items()):
        written = json.dumps(value, ensure_ascii=False)
        lines.append(f"{margin}{'- ' if place == 0 else '  '}{name}: {written}")
    return "\n".join(lines) + "\n"
