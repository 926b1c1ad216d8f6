"""A quick constructor for the frozen dataclasses of which a report holds a thousand.

The library's own sets each field through `object.__setattr__`; to write them into the instance's
dictionary takes a third of the time: 0.45 µs against 1.3 for a `Location`.
"""

from __future__ import annotations

from dataclasses import MISSING, fields
from typing import Any, TypeVar

__all__ = ["quick"]

T = TypeVar("T", bound=type[Any])


def quick(owner: T) -> T:
    """Decorates a frozen dataclass without slots, default factories and `__post_init__`."""
    positional, by_name = ["self"], list[str]()
    values: dict[str, Any] = {}
    for field in fields(owner):
        parameters = by_name if field.kw_only else positional
        if field.default is MISSING:
            parameters.append(field.name)
        else:
            values[f"_{field.name}"] = field.default
            parameters.append(f"{field.name}=_{field.name}")
    parameters = [*positional, "*", *by_name] if by_name else positional
    lines = [f" own[{field.name!r}] = {field.name}" for field in fields(owner)]
    source = "\n".join([f"def __init__({', '.join(parameters)}):", " own = self.__dict__", *lines])
    exec(source, values)  # noqa: S102  # as dataclasses do: the names are those of our fields
    owner.__init__ = values["__init__"]
    return owner
