"""A quick dataclass is like any other frozen one."""

from dataclasses import FrozenInstanceError, dataclass, field, replace

import pytest

from gxcheck.quick import quick


@quick
@dataclass(frozen=True)
class Base:
    first: int
    second: str = "b"
    last: int | None = field(default=None, kw_only=True)


@quick
@dataclass(frozen=True)
class Below(Base):
    third: int = 3


def test_values_and_defaults():
    assert Base(1) == Base(1, "b", last=None)
    assert Below(1, "c", 4, last=5) == Below(first=1, second="c", third=4, last=5)
    assert repr(Below(1)) == "Below(first=1, second='b', last=None, third=3)"


def test_it_is_frozen_and_can_be_replaced_and_hashed():
    with pytest.raises(FrozenInstanceError):
        Base(1).first = 2
    assert replace(Below(1), third=9) == Below(1, third=9)
    assert len({Base(1), Base(1), Base(2)}) == 2


@pytest.mark.parametrize("arguments", [(), (1, "b", 3), (1, 2, 3, 4)])
def test_wrong_arguments_are_refused(arguments):
    with pytest.raises(TypeError):
        Base(*arguments)
