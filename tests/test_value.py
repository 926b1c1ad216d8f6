"""A value is like any other frozen dataclass, to its users and to pydantic."""

from dataclasses import asdict, dataclass, fields, is_dataclass, replace
from pickle import dumps, loads

import pytest
from pydantic import BaseModel, TypeAdapter, ValidationError

from gxcheck.value import Value


class Base(Value, frozen=True):
    """What it is."""

    first: int
    second: str = "b"


class Below(Base, frozen=True):
    third: tuple[float, ...] | None = None
    inner: Base | None = None
    other: Base | None = None


@dataclass(frozen=True)
class Alike:
    """What it is."""

    first: int
    second: str = "b"


BELOW = Below(1, "c", (0.5,), Base(2), Base(3))


def test_values_and_defaults():
    assert Base(1) == Base(1, "b")
    assert Below(first=1, second="c", third=(0.5,), inner=Base(2), other=Base(3)) == BELOW
    assert repr(Base(1)) == "Base(first=1, second='b')"


def test_it_is_frozen_and_can_be_hashed_and_pickled():
    with pytest.raises(AttributeError):
        Base(1).first = 2
    assert len({Base(1), Base(1), Base(2)}) == 2
    assert loads(dumps(BELOW)) == BELOW


def test_dataclasses_take_it():
    assert is_dataclass(Below)
    assert [one.name for one in fields(BELOW)] == ["first", "second", "third", "inner", "other"]
    assert replace(BELOW, second="d").second == "d"
    assert asdict(BELOW)["inner"] == {"first": 2, "second": "b"}


def test_its_json_schema_is_that_of_a_dataclass():
    ours, theirs = (TypeAdapter(one).json_schema() for one in (Base, Alike))
    assert ours == theirs | {"title": "Base"}


def test_it_is_written_as_json_and_read_again():
    shown = TypeAdapter(Below)
    assert shown.validate_json(shown.dump_json(BELOW)) == BELOW
    assert shown.validate_python(BELOW) is BELOW


class Holder(BaseModel):
    first: Base
    others: tuple[Base, ...]


def test_wherever_a_model_holds_it_it_is_read():
    held = Holder(first=Base(1), others=(Base(2), Base(3)))
    assert Holder.model_validate_json(held.model_dump_json()) == held
    assert Holder.model_json_schema()["properties"]["first"] == {"$ref": "#/$defs/Base"}


def test_of_several_kinds_the_right_one_is_read():
    either = TypeAdapter(tuple[Below | Alike, ...])
    both = (BELOW, Alike(1))
    assert either.dump_python(both) == (asdict(BELOW), asdict(Alike(1)))
    assert either.validate_python([asdict(BELOW), Alike(1)]) == both


@pytest.mark.parametrize("wrong", [{}, {"first": "x"}, {"first": 1, "inner": {}}, 3])
def test_wrong_values_are_refused(wrong):
    with pytest.raises(ValidationError):
        TypeAdapter(Below).validate_python(wrong)


@pytest.mark.parametrize("arguments", [(), (1, "b", None, None, None, 5)])
def test_wrong_arguments_are_refused(arguments):
    with pytest.raises(TypeError):
        Below(*arguments)
