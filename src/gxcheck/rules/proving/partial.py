"""Reports made from a few nested values, as the examples of rules write them.

    edition: 2021
    applications: {received: 10, carried: {natural_person: 2, total: 2}}
    title: {text: 某市2023年政府信息公开工作年度报告, year: 2023}
    sections: [{role: overview, number: 一、, title: 总体情况, text: 全年…}]
    notes: [{key: pdf_page_without_text, page: 2}]

A number for a row of applications sets its total; text where a figure belongs is read as a cell.
Words are put into a document, each a paragraph, so that they have a place. What is not mentioned
is absent.
"""

from __future__ import annotations

import datetime
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from functools import cache
from typing import Any, cast

from msgspec.structs import asdict, fields

from gxcheck.document.model import Block, Cell, Document, Location, Note, Paragraph, Source
from gxcheck.document.normalise import normalise
from gxcheck.patterns import own_pattern
from gxcheck.refusals import RefusedError, nearest
from gxcheck.report.figures import Figure
from gxcheck.report.forms import form
from gxcheck.report.front.dates import calendar_date
from gxcheck.report.lineage import Edition
from gxcheck.report.model import (
    DateMention,
    Heading,
    Preamble,
    Report,
    Section,
)
from gxcheck.report.prose.claims.reader import read_claims
from gxcheck.report.prose.statements.reader import read_statements
from gxcheck.report.sections.headings import read_heading
from gxcheck.report.tables.build import figure_paths, part_classes, typed_parts
from gxcheck.report.tables.cells import read_figure
from gxcheck.rules.language.paths import Kind, UnknownPathError, fields_of_class, follow
from gxcheck.value import Value

__all__ = ["PartialError", "partial_report"]

_DAY = own_pattern(r"(\d{4})-(\d{1,2})-(\d{1,2})")


class PartialError(RefusedError):
    """Values that make no report, and why."""

    group = "example"


def partial_report(values: Mapping[str, Any], edition: Edition) -> Report:
    """The report that `values` tell of; `edition` unless they name their own."""
    own: Edition = values.get("edition", edition)
    builder = _Builder()
    parts: dict[str, Any] = {"year": _year(own), "form_found": True}
    figures: dict[str, Figure] = {}
    notes: tuple[Note, ...] = ()
    for name, value in values.items():
        if name in part_classes:
            figures.update(_figures(value, name))
        elif name == "notes":
            notes = tuple(map(_note, _checked(name, value, list)))
        elif name != "edition":
            parts[name] = builder.part(Report, name, value)
    document = Document(tuple(builder.blocks), Source(format="values"), notes)
    parts |= typed_parts(own, figures)
    told = read_statements(parts.get("preamble"), parts.get("sections", ()))
    parts = {**asdict(told), **parts}
    report = Report.model_construct(edition=own, document=document, **parts)
    if "claims" in parts:
        return report
    return Report.model_construct(**{**report.__dict__, "claims": read_claims(report)})


def _year(edition: Edition) -> int:
    """A year of the edition: the last, or the third where it is still in use."""
    own = form(edition)
    return min(own.first_year + 2, own.last_year)


def _figures(value: object, path: str) -> Iterator[tuple[str, Figure]]:
    if isinstance(value, Mapping):
        for name, inner in value.items():
            yield from _figures(inner, f"{path}.{name}")
        return
    if path not in _all_paths():
        path = f"{path}.total"
    if path not in _all_paths():
        wrong = path.removesuffix(".total")
        own = [known for known in _all_paths() if known.split(".")[0] == path.split(".")[0]]
        raise PartialError("unknown_figure", name=wrong, hint=nearest(wrong, own))
    yield path, _figure(value)


@cache
def _all_paths() -> frozenset[str]:
    return frozenset(
        path for name, model in part_classes.items() for path in figure_paths(model, name)
    )


def _figure(value: object) -> Figure:
    if isinstance(value, float):
        value = Decimal(repr(value))
    if isinstance(value, (int, Decimal)):
        return Figure(value, str(value), "number")
    text = "" if value is None else str(value)
    figure = read_figure(Cell(text, Location(0, 0, len(text))))
    return Figure(figure.value, figure.raw, figure.state, figure.unit)


class _Builder:
    """Makes the parts of one report, and the paragraphs that their words stand in."""

    def __init__(self) -> None:
        self.blocks: list[Block] = []

    def part(self, owner: type[Any], name: str, value: object) -> object:
        """The value of a field."""
        try:
            kind = follow(owner, [name])
        except UnknownPathError as error:
            hint = nearest(str(name), error.choices)
            raise PartialError("unknown_part", name=name, hint=hint) from None
        return self._of_kind(kind, name, value)

    def _of_kind(self, kind: Kind, name: str, value: Any) -> object:
        if value is None:
            return None
        _checked(name, value, *_WRITTEN.get(kind.sort, (object,)))
        if kind.sort == "list":
            return tuple(self._of_kind(cast("Kind", kind.of), name, item) for item in value)
        if kind.sort == "part" and kind.part is not None:
            return self._instance(kind.part, value)
        if kind.sort == "date":
            return _date(name, value)
        return normalise(value).text if isinstance(value, str) else value

    def _instance(self, owner: type[Any], value: Any) -> object:
        if isinstance(value, str):
            value = {"text": value}
        if owner is Section:
            return self._section(value)
        if owner is Heading:
            return self._heading(_checked("text", value.get("text"), str))
        if owner is Preamble:
            value = {"blocks" if key == "text" else key: item for key, item in value.items()}
        if owner is DateMention:
            value = {**_date_parts(_checked("text", value.get("text"), str)), **value}
        given = {name: self._field(owner, name, item) for name, item in value.items()}
        make = owner if issubclass(owner, Value) else owner.model_construct
        return make(**{**self._defaults(owner, value), **given})

    def _field(self, owner: type[Any], name: str, value: object) -> object:
        if name == "blocks":
            return self._paragraphs(_texts(name, {name: value}, ""))
        return self.part(owner, name, value)

    def _defaults(self, owner: type[Any], value: Mapping[str, Any]) -> Mapping[str, object]:
        """What a part must have and its author did not write."""
        defaults: dict[str, object] = {}
        required = _required(cast("Hashable", owner))
        for name, kind in fields_of_class(cast("Hashable", owner)).items():
            if name not in value and name in required:
                defaults[name] = _EMPTY.get(kind.sort) if not kind.optional else None
        if "location" in required:
            text = _checked("text", value.get("text", ""), str)
            defaults["location"] = self._paragraph(text).location
        if issubclass(owner, Preamble):
            defaults.setdefault("blocks", ())
        return defaults

    def _section(self, value: Mapping[str, Any]) -> Section:
        number, title = (_checked(key, value.get(key, ""), str) for key in ("number", "title"))
        heading = self._heading(f"{number}{title}")
        return Section.model_construct(
            role=_checked("role", value.get("role", ""), str) or None,
            likeness=_checked("likeness", value.get("likeness", "official"), str),
            heading=heading,
            blocks=self._paragraphs(_texts("text", value, "")),
            subheadings=tuple(map(self._heading, _texts("subheadings", value, ()))),
        )

    def _heading(self, text: str) -> Heading:
        paragraph = self._paragraph(text)
        normal = normalise(text).text
        plain = Heading(
            text=normal,
            location=paragraph.location,
            number="",
            style="",
            ordinal=None,
            title=normal,
        )
        return read_heading(paragraph) or plain

    def _paragraphs(self, texts: Iterable[str]) -> tuple[Paragraph, ...]:
        return tuple(self._paragraph(text) for text in texts if text)

    def _paragraph(self, text: str) -> Paragraph:
        index = len(self.blocks)
        paragraph = Paragraph(text, Location(index, 0, len(text), line=index + 1, column=1))
        self.blocks.append(paragraph)
        return paragraph


@cache
def _required(owner: Any) -> frozenset[str]:
    """The fields that a part of the report must have."""
    if issubclass(owner, Value):
        return frozenset(field.name for field in fields(owner) if field.required)
    return frozenset(name for name, info in owner.model_fields.items() if info.is_required())


_WRITTEN: Mapping[str, tuple[type[Any], ...]] = {
    "text": (str,),
    "number": (int, float),
    "date": (str,),
    "truth": (bool,),
    "list": (list,),
    "part": (Mapping, str),
}


def _checked(name: str, value: object, *kinds: type[Any]) -> Any:
    """A value of what it may be. Raises `PartialError`."""
    if not isinstance(value, kinds):
        raise PartialError("wrong_value", name=name, value=value)
    return value


def _texts(name: str, values: Mapping[str, Any], default: Sequence[str]) -> Sequence[str]:
    """Texts that are written as a list, or as lines of one text."""
    value = _checked(name, values.get(name, default), str, list, tuple)
    texts = value.split("\n") if isinstance(value, str) else value
    return [_checked(name, text, str) for text in texts]


def _note(value: object) -> Note:
    note = _checked("notes", value, Mapping)
    key = _checked("key", note.get("key"), str)
    return Note(key, Location(0, page=note.get("page")))


_EMPTY: Mapping[str, object] = {"text": "", "number": 0, "list": (), "truth": False}


def _date_parts(text: str) -> Mapping[str, object]:
    written = _DAY.fullmatch(text)
    if written is None:
        raise PartialError("wrong_value", name="text", value=text)
    year, month, day = map(int, written.groups())
    date = calendar_date(year, month, day)
    return {"year": year, "month": month, "day": day, "date": date and date.isoformat()}


def _date(name: str, text: str) -> datetime.date:
    try:
        return datetime.date.fromisoformat(text)
    except ValueError:
        raise PartialError("wrong_value", name=name, value=text) from None
