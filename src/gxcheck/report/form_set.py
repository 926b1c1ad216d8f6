"""The forms of all editions together, by which a report is read, and what is made of them once."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from typing import TypeVar, cast

from gxcheck.report.forms import Form, form
from gxcheck.report.lineage import EDITIONS, Edition

__all__ = ["FormSet", "shipped_forms"]

T = TypeVar("T")


class FormSet:
    """A form for each edition. It may be shared between threads; nobody changes it."""

    def __init__(self, forms: Mapping[Edition, Form]) -> None:
        self._forms = forms
        self._made: dict[Callable[[FormSet], object], object] = {}

    def __getitem__(self, edition: Edition) -> Form:
        return self._forms[edition]

    @property
    def forms(self) -> tuple[Form, ...]:
        """All of them, the oldest first."""
        return tuple(self._forms[edition] for edition in EDITIONS)

    def of_year(self, year: int) -> Form:
        """The form in force for reports on a year; the oldest for the years before it."""
        in_force = (of for of in reversed(self.forms) if year >= of.first_year)
        return next(in_force, self.forms[0])

    def once(self, make: Callable[[FormSet], T]) -> T:
        """What `make` makes of these forms: made when first asked for, and then kept."""
        if make not in self._made:
            self._made[make] = make(self)
        return cast("T", self._made[make])


@cache
def shipped_forms() -> FormSet:
    """The forms that gxcheck ships."""
    return FormSet({edition: form(edition) for edition in EDITIONS})
