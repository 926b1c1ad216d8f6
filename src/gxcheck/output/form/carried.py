"""What a new report takes over from last year's."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from gxcheck.report.figures import Figure
from gxcheck.report.forms import Form
from gxcheck.report.model import Report

__all__ = ["carried_figures"]

_FORWARD, _CARRIED = "applications.carried_forward.", "applications.carried."
_PREVIOUS, _CHANGE = ".previous_items", ".change"


def carried_figures(new: Form, previous: Report, figures: Mapping[str, Figure]) -> dict[str, str]:
    """The figures of a new form that are known from last year's report, by their paths.

    结转下年度 of last year is 上年结转 of this; in the form of 2019 last year's number of items
    and its change make 上一年项目数量. `figures` are those of `previous`.
    """
    found: dict[str, str] = {}
    for path in new.fields:
        if path.startswith(_CARRIED):
            value = _value(figures, _FORWARD + path.removeprefix(_CARRIED))
        elif path.endswith(_PREVIOUS) and previous.edition == new.edition:
            before = _value(figures, path)
            change = _value(figures, path.removesuffix(_PREVIOUS) + _CHANGE)
            value = None if before is None or change is None else before + change
        else:
            continue
        if value is not None and value >= 0:
            found[path] = str(value)
    return found


def _value(figures: Mapping[str, Figure], path: str) -> int | Decimal | None:
    figure = figures.get(path)
    return figure.value if figure else None
