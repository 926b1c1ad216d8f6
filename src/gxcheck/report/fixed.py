"""The base of all parts of a report, and of what the rules say of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

from msgspec import Struct
from pydantic import BaseModel, ConfigDict

if TYPE_CHECKING:
    from typing_extensions import Self

__all__ = ["Fixed", "made_of"]

_set_values, _set_given, _set_extra, _set_private = (
    BaseModel.__dict__[slot].__set__
    for slot in (
        "__dict__",
        "__pydantic_fields_set__",
        "__pydantic_extra__",
        "__pydantic_private__",
    )
)


class Fixed(BaseModel):
    """The base of all parts of a report and of findings: frozen, and strict about its names."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    @classmethod
    def model_construct(cls, _fields_set: set[str] | None = None, /, **values: Any) -> Self:
        """A part of values that need no validation; all that have no default must be given.

        Pydantic's own looks for aliases and extra names besides, which takes three times as long.
        """
        shape = _shapes[cls]
        if tuple(values) == shape.names:  # as they mostly are
            return made_of(cls, values, _fields_set)
        return made_of(cls, shape.defaults | values, _fields_set or set(values))


P = TypeVar("P", bound=Fixed)


def made_of(kind: type[P], values: dict[str, Any], given: set[str] | None = None) -> P:
    """A part of values for all its fields, in their order; the mapping becomes its own.

    A report has some thirty such parts. Their slots are set by their own descriptors, since a
    frozen class forbids it and `object.__setattr__` looks each of them up.
    """
    part = object.__new__(kind)
    _set_values(part, values)
    _set_given(part, given or _shapes[kind].given)
    _set_extra(part, None)
    _set_private(part, None)
    return part


class _Shape(Struct, frozen=True):
    """The fields of a kind of part in their order; the defaults are all immutable.

    `given` is the set of all of them, which the parts that are given all of them share.
    """

    names: tuple[str, ...]
    defaults: dict[str, Any]
    given: set[str]


class _Shapes(dict[type[Fixed], _Shape]):
    """The shape of each kind of part, found when first one is made."""

    def __missing__(self, part: type[Fixed]) -> _Shape:
        defaults = {name: info.default for name, info in part.model_fields.items()}
        shape = self[part] = _Shape(tuple(defaults), defaults, set(defaults))
        return shape


_shapes = _Shapes()
