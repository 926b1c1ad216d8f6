"""Patterns that keep to a line: what they find in a text is what they find in each of its lines."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from functools import cache
from importlib import import_module
from typing import Any

from gxcheck.data import built

__all__ = ["keeps_to_line", "never_leaves_line"]

_END = ord("\n")
_BRANCHING = ("BRANCH", "ASSERT", "ASSERT_NOT")
_REPEATING = ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT")


def keeps_to_line(pattern: str) -> bool:
    """Whether a pattern for `re` keeps to a line, which the wheel knows of the shipped ones."""
    return pattern in _shipped()


@cache
def _shipped() -> frozenset[str]:
    return getattr(built(), "IN_LINE", frozenset())


def never_leaves_line(pattern: str) -> bool:
    """Whether no part of a pattern for `re` matches a line's end or asks for an end of the text.

    Then it matters nowhere whether a line is followed by its end and another line, or by nothing.
    """
    parser = import_module("re._parser" if sys.version_info >= (3, 11) else "sre_parse")
    try:
        tree = parser.parse(pattern)
    except Exception:  # noqa: BLE001  # what only `regex` understands
        return False
    return not tree.state.flags & parser.SRE_FLAG_DOTALL and _all_stay(tree)


def _all_stay(items: Iterable[Any]) -> bool:
    return all(_stays(str(name), argument) for name, argument in items)


def _stays(name: str, argument: Any) -> bool:
    if name == "LITERAL":
        return bool(argument != _END)
    if name == "IN":
        return all(_leaves_out_end(str(kind), part) for kind, part in argument)
    if name == "SUBPATTERN":
        _, added, removed, items = argument
        return not added and not removed and _all_stay(items)
    if name in _REPEATING:
        return _all_stay(argument[2])
    if name in _BRANCHING:
        inner = argument[1]
        return all(map(_all_stay, inner)) if name == "BRANCH" else _all_stay(inner)
    return name == "ANY" or (name == "AT" and str(argument) == "AT_BOUNDARY")


def _leaves_out_end(kind: str, part: Any) -> bool:
    """Whether a part of a class of characters has no line end."""
    if kind == "RANGE":
        return not part[0] <= _END <= part[1]
    if kind == "CATEGORY":
        return str(part) in ("CATEGORY_DIGIT", "CATEGORY_WORD")
    return kind == "LITERAL" and part != _END
