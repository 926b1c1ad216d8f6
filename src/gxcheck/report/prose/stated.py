"""What prose says of its own numbers: sums, shares, growth and counts.

Spans are those of the words that tell them. Whatever is in doubt is not among them, or is marked
so that no rule judges it.
"""

# Annotations are evaluated here: as texts they would cost pydantic a quarter of the import more.

from decimal import Decimal
from typing import Literal, TypeAlias

from gxcheck.document.model import Location
from gxcheck.value import Value

__all__ = [
    "Hedge",
    "Number",
    "Stated",
    "ToldCount",
    "ToldGrowth",
    "ToldNumber",
    "ToldShare",
    "ToldSum",
]

Number: TypeAlias = int | Decimal
Hedge: TypeAlias = Literal["", "about", "over", "under"]
"""The direction of an approximation: 约, 余 and 超过, 近 and 不足; "" for none."""


class Stated(Value, frozen=True, forbid_unknown_fields=True):
    """Words that tell something, in normal dress, and where they stand."""

    text: str
    location: Location


class ToldNumber(Stated, frozen=True):
    """One number: `label` is what it counts; `low` and `high` what its precision leaves open.

    Where a hedge leaves it open without end (超过50万), `high` is the number itself.
    """

    label: str
    value: Number
    low: Number
    high: Number
    unit: str


class ToldSum(Stated, frozen=True):
    """A total and its parts.

    `terms` writes the parts as a sum, `added` is its value, which lies between `least` and `most`,
    and `gap` its distance from the total.
    `exhaustive` says that the parts must make up the total; a list with 等, a single 其中, or parts
    that may overlap are not. `largest` is the largest part, `ceiling` the most that a total told
    before the parts can be.
    """

    total: ToldNumber
    parts: tuple[ToldNumber, ...]
    terms: str
    added: Number
    gap: Number
    least: Number
    most: Number
    exhaustive: bool
    largest: Number
    ceiling: Number


class ToldShare(Stated, frozen=True):
    """A part of a whole in percent.

    `exact` is the percentage at the precision of the one that is `told`; every one between `least`
    and `most` is right.
    """

    part: ToldNumber
    whole: ToldNumber
    told: Number
    exact: Number
    least: Number
    most: Number


class ToldGrowth(Stated, frozen=True):
    """A change against the year before, `told` in percent, or as a number if `unit` is not %.

    A fall is negative. `exact` is what the values give at the precision told; all between `least`
    and `most` is right. `now` or `before` is worked out from the other where only the change is
    told beside it.
    """

    now: Number
    before: Number
    told: Number
    unit: str
    exact: Number
    least: Number
    most: Number


class ToldCount(Stated, frozen=True):
    """How many are told, and how many are named. `open` says that more may exist than are named."""

    told: int
    found: int
    items: tuple[str, ...]
    open: bool
