"""What is computed when first asked for and kept: of an instance, or for the texts that come again.

Both do less than the library's own. Up to Python 3.11 `cached_property` takes a lock at each first
read, which costs more than most of what is computed here; `lru_cache` keeps an order of use, which
costs more than to look a value up. The values are pure, so two threads that race compute the same.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Generic, TypeVar, overload

__all__ = ["Kept", "kept", "lazy"]

T = TypeVar("T")
K = TypeVar("K")


class lazy(Generic[T]):  # noqa: N801  # used as a decorator, like property
    """Decorates a method without arguments of a class whose instances have a `__dict__`."""

    def __init__(self, compute: Callable[[Any], T]) -> None:
        self._compute = compute
        self._name = compute.__name__
        self.__doc__ = compute.__doc__

    @overload
    def __get__(self, instance: None, owner: type) -> lazy[T]: ...
    @overload
    def __get__(self, instance: object, owner: type) -> T: ...
    def __get__(self, instance: object | None, owner: type) -> lazy[T] | T:
        if instance is None:
            return self
        value = instance.__dict__[self._name] = self._compute(instance)
        return value


def kept(compute: Callable[[K], T], *, most: int = 4096) -> Callable[[K], T]:
    """`compute` with its values kept, as `Kept` has them."""
    return Kept(compute, most=most).__getitem__


class Kept(dict[K, T]):
    """Values by what they are computed of. Of more than `most` all are forgotten."""

    def __init__(self, compute: Callable[[K], T], *, most: int = 4096) -> None:
        self.compute, self._most = compute, most

    def __missing__(self, key: K) -> T:
        value = self.compute(key)
        if len(self) >= self._most:
            self.clear()
        self[key] = value
        return value
