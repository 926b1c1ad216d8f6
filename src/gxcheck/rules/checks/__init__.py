"""The registry of the named checks: what no expression can say is written in Python.

A rule calls one by `call: {check: NAME, with: {…}}`. A check is a function

    def NAME(report: Report, options: Mapping[str, Any], context: Context) -> Iterable[Violation]

that yields a `Violation` for each place where the rule does not hold, and raises `NotApplicable`
or `NotEvaluated` (`gxcheck.rules.model`) rather than guess. It is imported when first used.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import cache
from importlib import import_module
from typing import Any, TypeAlias, cast

from gxcheck.report.model import Report
from gxcheck.rules.context import Context
from gxcheck.rules.model import Violation

__all__ = ["CHECKS", "Check", "find_check"]

Check: TypeAlias = Callable[[Report, Mapping[str, Any], Context], Iterable[Violation]]

CHECKS: dict[str, str] = {}
"""`"module:function"` by the name of the check."""


@cache
def find_check(name: str) -> Check:
    """The check of that name; KeyError where there is none."""
    module, _, function = CHECKS[name].partition(":")
    return cast("Check", getattr(import_module(module), function))
