"""The base of all parts of a report, and of what the rules say of it."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from pydantic import BaseModel, ConfigDict

if TYPE_CHECKING:
    from typing_extensions import Self

__all__ = ["Fixed"]


class Fixed(BaseModel):
    """The base of all parts of a report and of findings: frozen, and strict about its names."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    @classmethod
    def model_construct(cls, _fields_set: set[str] | None = None, **values: Any) -> Self:
        """A part of values that need no validation; all that have no default must be given.

        Pydantic's own looks for aliases and extra names besides, which takes 2.2 µs against 1.4;
        a report has some three hundred parts.
        """
        part = cls.__new__(cls)
        set_in = object.__setattr__
        set_in(part, "__dict__", {**_defaults(cls), **values})
        set_in(part, "__pydantic_fields_set__", _fields_set or set(values))
        set_in(part, "__pydantic_extra__", None)
        set_in(part, "__pydantic_private__", None)
        return part


@cache
def _defaults(part: type[Fixed]) -> dict[str, Any]:
    """The fields of a part in their order, with their defaults, all of which are immutable."""
    return {name: info.default for name, info in part.model_fields.items()}
