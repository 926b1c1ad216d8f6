"""A draft of an annual report in the official form of an edition, as a Word file."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from gxcheck.errors import GxcheckError
from gxcheck.output.form.carried import carried_figures
from gxcheck.output.form.package import packed
from gxcheck.output.form.tables import table_grid
from gxcheck.output.form.wordml import XML_UNFIT, paragraph, table
from gxcheck.output.form.words import EditionWords, edition_words, setting, text
from gxcheck.output.words import words
from gxcheck.report.forms import Form, SectionForm, form
from gxcheck.report.lineage import Edition
from gxcheck.report.model import Report
from gxcheck.rules.model import Lang
from gxcheck.rules.values import figures_of

__all__ = ["draft"]


def draft(
    edition: Edition,
    *,
    year: int,
    organ: str | None = None,
    previous: Report | None = None,
    lang: Lang = "zh",
) -> bytes:
    """The Word file: title, preamble, sections and tables, with hints at what is to be written.

    What last year's report carried forward is filled in, and its organ unless another is told.
    Raises `GxcheckError` where the edition has no report on that year, or `previous` is on
    another year than the one before; `lang` is the language of its text.
    """
    official = form(edition)
    if not official.first_year <= year <= official.last_year:
        raise GxcheckError(words("drafts", "year", lang, edition=edition, year=year))
    if previous is not None and previous.year != year - 1:
        values = {"found": previous.year, "wanted": year - 1}
        raise GxcheckError(words("drafts", "previous", lang, **values))
    named = re.sub(XML_UNFIT, "", organ or (previous.organ.name if previous else "") or "").strip()
    figures = carried_figures(official, previous, figures_of(previous)) if previous else {}
    return packed("".join(_Draft(official, year, named, figures).body()))


class _Draft:
    """Writes one draft."""

    def __init__(self, official: Form, year: int, organ: str, figures: Mapping[str, str]) -> None:
        self._form = official
        self._figures = figures
        self._words: EditionWords = edition_words(official.edition)
        titles = [section.title for section in official.sections]
        self._values: dict[str, object] = {
            "organ": organ or setting("organ"),
            "signer": organ or setting("signer"),
            "year": year,
            "norm": official.norm,
            "titles": "、".join(titles),
            "count": setting("numerals")[len(titles)],
        }
        self._values["contact"] = text("contact", **self._values)
        annex = official.tables.get("annex")
        self._annex = annex if annex and year >= annex.first_year else None

    def body(self) -> Iterator[str]:
        """The paragraphs and tables of the draft."""
        yield self._line(self._words.title, "title")
        for line in self._words.preamble:
            yield self._line(line, "body")
        for number, section in enumerate(self._form.sections, 1):
            yield from self._section(number, section)
        if self._annex:
            yield self._line(setting("annex_named"), "body")
        yield paragraph("", "body")
        for line in setting("signature"):
            yield self._line(line, "right")
        if self._annex:
            mark, title = setting("annex")
            yield self._line(mark, "left")
            yield self._line(title, "title")
            yield table(table_grid(self._annex, self._figures))
            yield paragraph("", "small_label")  # a file must not end in a table

    def _section(self, number: int, section: SectionForm) -> Iterator[str]:
        numeral = setting("numerals")[number]
        yield paragraph(f"{numeral}、{section.title}", "heading", keep=True)
        for line in self._words.sections.get(section.role, ()):
            yield self._line(line, "body")
        if section.table:
            yield table(table_grid(self._form.tables[section.table], self._figures))
            yield paragraph("", "body")

    def _line(self, line: str, style: str) -> str:
        return paragraph(line.format(**self._values), style)
