"""The types of the report's paths, taken from the annotations of its model."""

from __future__ import annotations

import datetime
import inspect
import types
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import is_dataclass
from decimal import Decimal
from functools import cache
from typing import Annotated, Any, Literal, TypeAlias, Union, cast, get_args, get_origin

from msgspec import Struct
from msgspec.structs import replace
from pydantic import BaseModel

from gxcheck.document.model import Document
from gxcheck.refusals import Told, told
from gxcheck.report.figures import Figure
from gxcheck.value import Value

__all__ = [
    "DATE",
    "FIGURE",
    "NUMBER",
    "TEXT",
    "TRUTH",
    "Kind",
    "UnknownPathError",
    "fields_of_class",
    "follow",
]

Sort: TypeAlias = Literal["number", "text", "date", "truth", "figure", "part", "list", "opaque"]


class Kind(Struct, frozen=True):
    """What stands at the end of a path.

    `part` is the class of a part, or of the parts of a list; `of` the kind of a list's items;
    `choices` the only texts that can stand there, where they are known.
    """

    sort: Sort
    optional: bool = False
    part: type[Any] | None = None
    of: Kind | None = None
    choices: tuple[str, ...] = ()

    @property
    def name(self) -> Told:
        """The kind in the words of an error."""
        return told("kinds", "list", of=self.of.name) if self.of else told("kinds", self.sort)


NUMBER = Kind("number")
TEXT = Kind("text")
DATE = Kind("date")
TRUTH = Kind("truth")
FIGURE = Kind("figure", part=Figure)
_PLAIN: Mapping[object, Kind] = {
    int: NUMBER,
    Decimal: NUMBER,
    float: NUMBER,
    str: TEXT,
    bool: TRUTH,
    datetime.date: DATE,
}
_HIDDEN = frozenset({"document", "blocks"})


class UnknownPathError(Exception):
    """A path that the model does not have: the word that is wrong, and the right ones."""

    def __init__(self, word: str, choices: Sequence[str]) -> None:
        self.word = word
        self.choices = tuple(choices)
        super().__init__(word)


def follow(start: type[Any], names: Sequence[str]) -> Kind:
    """The kind at the end of a path from an instance of `start`; raises `UnknownPathError`."""
    kind = Kind("part", part=start)
    optional = through_list = False
    for name in names:
        item = kind.of if kind.of else kind
        through_list = through_list or kind.of is not None
        choices = _names(item)
        if name not in choices:
            raise UnknownPathError(name, tuple(choices))
        optional = optional or item.optional
        kind = choices[name]
    if through_list:
        inner = kind.of or kind
        return Kind("list", part=inner.part, of=inner)
    return replace(kind, optional=optional or kind.optional)


def _names(kind: Kind) -> Mapping[str, Kind]:
    if kind.sort == "part" and kind.part is not None:
        return fields_of_class(cast("Hashable", kind.part))
    if kind.sort == "date":
        return {"year": NUMBER, "month": NUMBER, "day": NUMBER}
    return {}


@cache
def fields_of_class(owner: Hashable) -> Mapping[str, Kind]:
    """The fields of a part of the report with their kinds."""
    found: dict[str, Kind] = {}
    for klass in reversed(cast("type[Any]", owner).__mro__):
        if klass.__module__.startswith("gxcheck."):
            annotations = inspect.get_annotations(klass, eval_str=True)
            found |= {name: _kind(hint) for name, hint in annotations.items()}
    return {
        name: kind
        for name, kind in found.items()
        if name not in _HIDDEN and not name.startswith("_") and name != "model_config"
    }


def _kind(hint: Any) -> Kind:
    origin = get_origin(hint)
    if origin is Annotated:
        return _kind(get_args(hint)[0])
    if origin in (Union, types.UnionType):
        return _union([part for part in get_args(hint) if part is not type(None)], hint)
    if origin is Literal:
        words = tuple(word for word in get_args(hint) if isinstance(word, str))
        return Kind("text", choices=words) if words else NUMBER
    if origin is tuple:
        inner = _kind(get_args(hint)[0])
        return Kind("list", part=inner.part, of=inner)
    if hint is Figure:
        return FIGURE
    if inspect.isclass(hint) and hint not in (Document,):
        if issubclass(hint, (BaseModel, Value)) or is_dataclass(hint):
            return Kind("part", part=hint)
        return _PLAIN.get(hint, Kind("opaque"))
    return Kind("opaque")


def _union(parts: Sequence[Any], hint: Any) -> Kind:
    kinds = {_kind(part) for part in parts}
    first = kinds.pop()
    if kinds:
        return Kind("opaque")
    return replace(first, optional=type(None) in get_args(hint))
