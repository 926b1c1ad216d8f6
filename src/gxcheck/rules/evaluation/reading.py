"""What the rules share while they look at one report: figures, items, texts, gathered once."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import cast

from gxcheck.document.model import Location, Passage
from gxcheck.lazy import lazy
from gxcheck.report.form_set import FormSet, shipped_forms
from gxcheck.report.model import Report, Section, Words
from gxcheck.rules.context import Context
from gxcheck.rules.language.intervals import Number
from gxcheck.rules.language.scopes import FigureFacts, figure_facts
from gxcheck.rules.language.trial import step_along
from gxcheck.rules.model import Lang
from gxcheck.rules.search.words import WordLists
from gxcheck.rules.values import MaybeFigure, row_for_sums

__all__ = ["Reading", "location_of"]


class Reading:
    """One report under evaluation; not shared between threads."""

    def __init__(
        self,
        report: Report,
        lang: Lang,
        words: WordLists,
        previous: Report | None = None,
        forms: FormSet | None = None,
    ) -> None:
        self.report = report
        self.lang = lang
        forms = forms or shipped_forms()
        self.context = Context(report, forms[report.edition], lang, words, previous, forms)
        self._items: dict[str, Sequence[object]] = {}

    @lazy
    def figures(self) -> list[MaybeFigure]:
        """All figures in the order of the form."""
        return self.context.row

    @lazy
    def row(self) -> Sequence[MaybeFigure]:
        """The figures as sums take them."""
        return row_for_sums(self.report, self.figures)

    @lazy
    def values(self) -> Sequence[Number | None]:
        """The values of `row`; None for all that is no number."""
        return [None if figure is None else figure.value for figure in self.row]

    def any_figure(self, places: Iterable[int]) -> bool:
        """Whether the report has any of the figures at some places of the row."""
        for place in places:
            figure = self.row[place]
            if figure is not None and figure.state != "absent":
                return True
        return False

    def items(self, each: str) -> Sequence[object]:
        """The items that a rule looks at one by one."""
        items = self._items.get(each)
        if items is None:
            items = self._items[each] = self._gather(each)
        return items

    def _gather(self, each: str) -> Sequence[object]:
        if each == "figures":
            pairs = zip(self.figures, figure_facts(self.report.edition), strict=True)
            return [pair for pair in pairs if pair[0] is not None]
        if each == "paragraphs":
            return self.context.passages("paragraphs")
        found = step_along(self.report, each.split("."))
        if found is None:
            return ()
        return found if isinstance(found, tuple) else (found,)

    def item_label(self, item: object) -> str:
        """What an item is called in messages."""
        if isinstance(item, tuple):
            about = item[1]
            if isinstance(about, FigureFacts):
                return self.context.label(about.path)
        if isinstance(item, Section):
            return item.heading.text
        if isinstance(item, Words):
            return item.text
        location = location_of(item)
        return self.context.place_label(location) if location else ""


def location_of(item: object) -> Location | None:
    """Where an item stands."""
    if isinstance(item, tuple):
        item = cast("tuple[object, ...]", item)[0]
    if isinstance(item, Section):
        return item.heading.location
    if isinstance(item, Passage):
        return item.location
    found = getattr(item, "location", None)
    return found if isinstance(found, Location) else None
