"""Compiles patterns; those of gxcheck itself come compiled in the wheel, as byte code does.

To compile them takes longer than all else that is done for a first report: 45 of 200 ms. What they
are compiled to suits only the kind of Python that did it, so any other compiles them as usual.
"""

from __future__ import annotations

import re
import sys
from array import array
from collections.abc import Mapping
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Any, cast

from msgspec import msgpack

__all__ = ["FILE", "Code", "engine", "kind_of_python", "made", "own_pattern", "wheel_pattern"]

FILE = "_patterns.msgpack"
"""The file in the wheel: for which kind of Python it is, and what patterns are compiled to."""
Code = tuple[int, bytes, int, dict[str, int], list["str | None"]]
"""What the engine of `re` takes beside a pattern: flags, code, groups and their names."""

_made: dict[str, re.Pattern[str]] = {}


def own_pattern(pattern: str) -> re.Pattern[str]:
    """`re.compile` for a pattern of gxcheck's own: no other may be given, since all are kept."""
    found = _made.get(pattern)
    if found is None:
        found = _made[pattern] = wheel_pattern(pattern) or re.compile(pattern)
    return found


def made() -> tuple[str, ...]:
    """The patterns that were asked for until now."""
    return tuple(_made)


def engine() -> Any:
    """The engine of `re`, which has no public name."""
    return import_module("_sre")


def kind_of_python() -> str:
    """What must be the same for a compiled pattern to be good: Python, its engine, the machine."""
    tag = sys.implementation.cache_tag
    return f"{tag} {engine().MAGIC} {engine().CODESIZE} {sys.byteorder}"


def wheel_pattern(pattern: str) -> re.Pattern[str] | None:
    """The pattern as the wheel has it compiled; None where it has not."""
    code = _codes().get(pattern)
    if code is None:
        return None
    flags, numbers, groups, names, order = code
    steps = array("I", numbers).tolist()
    return cast(
        "re.Pattern[str]",
        engine().compile(pattern, flags, steps, groups, names, tuple(order)),
    )


@cache
def _codes() -> Mapping[str, Code]:
    """The compiled patterns of the wheel; none in a checkout, or for another Python."""
    file = Path(__file__).with_name(FILE)
    if not file.is_file():
        return {}
    found: dict[str, Any] = msgpack.decode(file.read_bytes())
    codes: dict[str, Code] = found["patterns"] if found["for"] == kind_of_python() else {}
    return codes
