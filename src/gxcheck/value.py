"""The base of the frozen values of which a report holds a thousand: structs, made in no time.

A `Location` takes 0.08 µs as a struct, 1.3 as a frozen dataclass. To its users it is a dataclass
all the same: `dataclasses.replace`, `fields` and `asdict` take it, and pydantic writes it as JSON
and describes it in JSON Schema like any other.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import MISSING, Field, field, make_dataclass
from functools import cache
from typing import TYPE_CHECKING, Any, ClassVar, cast

from msgspec import NODEFAULT, Struct, convert
from msgspec.structs import fields

if TYPE_CHECKING:
    from pydantic import GetCoreSchemaHandler
    from pydantic_core import CoreSchema

__all__ = ["Value"]

Fields = dict[str, Field[Any]]


class _AsDataclass:
    """The fields of a struct as those of a dataclass, made when somebody asks for them."""

    def __get__(self, instance: Value | None, owner: type[Value]) -> Fields:
        return _fields_of(owner)


@cache
def _fields_of(owner: type[Value]) -> Fields:
    own = [
        (one.name, one.type, field(default=MISSING if one.default is NODEFAULT else one.default))
        for one in fields(owner)
    ]
    alike: Any = make_dataclass(owner.__name__, own, init=False, repr=False, eq=False)
    return dict(alike.__dataclass_fields__)


class Value(Struct, frozen=True):
    """A struct that passes for a frozen dataclass."""

    __dataclass_fields__: ClassVar[Fields] = cast(Fields, _AsDataclass())

    @classmethod
    def __get_pydantic_core_schema__(
        cls, source: type[Value], handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        """That of a dataclass; but what is read from JSON is made by msgspec."""
        from pydantic_core.core_schema import no_info_before_validator_function

        def made(value: object) -> object:
            return convert(value, cls) if isinstance(value, Mapping) else value

        shown: dict[str, Any] = {**handler.resolve_ref_schema(handler(source))}
        name = shown.pop("ref")  # for the whole, so that others refer to this schema
        return no_info_before_validator_function(made, cast("CoreSchema", shown), ref=name)
