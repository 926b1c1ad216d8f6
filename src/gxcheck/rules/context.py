"""What a named check may ask the engine for, beside the report itself."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TypeVar, cast, get_args

from msgspec import Struct, field

from gxcheck.document.model import Location
from gxcheck.lazy import lazy
from gxcheck.report.figures import Figure, State
from gxcheck.report.form_set import FormSet, shipped_forms
from gxcheck.report.forms import Field, Form
from gxcheck.report.model import Report
from gxcheck.rules.model import Lang
from gxcheck.rules.search.passages import Passages, Placed
from gxcheck.rules.search.words import WordLists
from gxcheck.rules.telling.labels import figure_label
from gxcheck.rules.telling.places import Places
from gxcheck.rules.values import MaybeFigure, fields_of, figure_row, figures_at, figures_of

__all__ = ["Context"]

T = TypeVar("T")


class Context(Struct, frozen=True, dict=True):
    """The surroundings of a check: the report's form, the language, the word lists.

    `previous` is last year's report, where it is at hand. `forms` are those of all editions by
    which the report was read; `form` is one of them.
    """

    report: Report
    form: Form
    lang: Lang = "zh"
    word_lists: WordLists = field(default_factory=WordLists)
    previous: Report | None = None
    forms: FormSet = field(default_factory=shipped_forms)

    def words(self, name: str) -> tuple[str, ...]:
        """The words of a list of rules/words.yml, in normal dress. KeyError where there is none."""
        return self.word_lists.words(name)

    def replacements(self, name: str) -> Mapping[str, str]:
        """The list `name` as wrong word → right word (right is "" where the list has none)."""
        return self.word_lists.replacements(name)

    def label(self, path: str) -> str:
        """A figure's place for people: 表二“（七）总计”行“自然人”列."""
        return figure_label(self.form, path, self.lang)

    def place_label(self, location: Location) -> str:
        """A location for people: 第3页 表二“（七）总计”行“自然人”列, 第12行 “一、…”一节."""
        return self.places.label(location, self.lang)

    def once(self, make: Callable[[Context], T]) -> T:
        """What `make` makes of this context: made when first asked for, and then kept."""
        if make not in self._made:
            self._made[make] = make(self)
        return cast("T", self._made[make])

    @lazy
    def _made(self) -> dict[Callable[[Context], object], object]:
        return {}

    @lazy
    def row(self) -> list[MaybeFigure]:
        """All figures in the order of the form."""
        return figure_row(self.report)

    @lazy
    def figures(self) -> Mapping[str, Figure]:
        """Every figure that the report's form has, by its path; absent ones too."""
        found = self._own_figures
        known = fields_of(self.form.edition)
        more = [path for path in self.form.fields if path not in known]
        return {**found, **figures_at(self.report, more)} if more else found

    @lazy
    def _own_figures(self) -> Mapping[str, Figure]:
        return figures_of(self.report, self.row)

    @lazy
    def by_state(self) -> Mapping[State, Mapping[str, Figure]]:
        """The same by what stands in their cells."""
        found: dict[State, dict[str, Figure]] = {state: {} for state in get_args(State)}
        for path, figure in self.figures.items():
            found[figure.state][path] = figure
        return found

    @lazy
    def fields(self) -> Mapping[str, Field]:
        """What the form says of each figure of `figures`: labels, unit, kind."""
        own = fields_of(self.form.edition)
        return own if self.forms is shipped_forms() else {**own, **self.form.fields}

    @lazy
    def places(self) -> Places:
        """The map of the report."""
        return Places(self.report, self.form, self._own_figures)

    @lazy
    def scopes(self) -> Passages:
        """The texts of the report by scope."""
        return Passages(self.report, self.places)

    def passages(self, scope: str) -> tuple[Placed, ...]:
        """The texts of a scope, each a `(passage, place)`.

        Scopes: `document` (all paragraphs and cells), `paragraphs` (the running text), `cells`,
        `headings`, `title`, `preamble`, `contact`, `signature`, `sections`, `sections.<role>`, or
        a path of the report to words (`website`, `contact.phones`).
        """
        return self.scopes.of(scope)

    def place(self, location: Location) -> str:
        """The place by meaning: a figure's path, a section's role, "title", "preamble"…"""
        return self.places.place(location)
