"""The editions of the official form, each a file under rules/forms/, and which extends which.

What rules and word lists say of an edition holds for those that extend it too, unless they are
told of on their own: a new edition of the form is one new file.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from functools import cache
from typing import TypeAlias, TypeVar

from gxcheck.data import names_in, read_yaml

__all__ = ["EDITIONS", "Edition", "applies", "extended", "known_edition", "told_for"]

Edition: TypeAlias = int
T = TypeVar("T")

EDITIONS: tuple[Edition, ...] = tuple(sorted(map(int, names_in("forms"))))


def known_edition(edition: int) -> Edition:
    """The edition itself. Raises ValueError where there is no form of it."""
    if edition not in EDITIONS:
        raise ValueError(f"no edition {edition}: there are {', '.join(map(str, EDITIONS))}")
    return edition


def extended(edition: Edition) -> Edition | None:
    """The edition whose form this one changes, if any."""
    base: Edition | None = read_yaml(f"forms/{edition}.yml").get("extends")
    return base


@cache
def _lineage(edition: Edition) -> tuple[Edition, ...]:
    """The edition and those that it extends, the nearest first."""
    base = extended(edition)
    return (edition,) if base is None else (edition, *_lineage(base))


def applies(edition: Edition, editions: Collection[Edition]) -> bool:
    """Whether what is told of some editions holds for this one."""
    return any(one in editions for one in _lineage(edition))


def told_for(edition: Edition, told: Mapping[str, T], otherwise: T) -> T:
    """What holds for an edition of what is told by edition; `otherwise` where nothing does."""
    names = (str(one) for one in _lineage(edition))
    return next((told[name] for name in names if name in told), otherwise)
