"""A part made without validation is the same value as one that pydantic made."""

import copy
import pickle

import pytest
from pydantic import ValidationError

from gxcheck.report.fixed import made_of
from gxcheck.report.model import Organ

GIVEN = {"kind": "department", "name": "某局"}


def test_it_equals_a_validated_part_in_all_that_pydantic_knows():
    made, validated = Organ.model_construct(**GIVEN), Organ(**GIVEN)
    assert made == validated
    assert repr(made) == repr(validated)
    assert made.model_dump_json() == validated.model_dump_json()
    assert made.model_fields_set == validated.model_fields_set == set(GIVEN)
    assert made.model_dump(exclude_unset=True) == validated.model_dump(exclude_unset=True)


def test_its_fields_stand_in_the_order_of_the_class():
    assert list(Organ.model_construct(**GIVEN).model_dump()) == ["name", "kind", "special", "names"]


def test_it_may_be_copied_and_pickled_and_not_changed():
    made = Organ.model_construct(**GIVEN)
    assert copy.deepcopy(made) == pickle.loads(pickle.dumps(made)) == made
    assert made.model_copy(update={"name": "某厅"}).name == "某厅"
    assert made.name == "某局"
    with pytest.raises(ValidationError):
        made.name = "某厅"  # type: ignore[misc]


def test_parts_do_not_share_their_values():
    first, second = Organ.model_construct(**GIVEN), Organ.model_construct(name="某厅")
    assert (first.name, second.name) == ("某局", "某厅")
    assert Organ.model_construct({"name"}, **GIVEN).model_fields_set == {"name"}


def test_one_that_is_given_all_its_values_equals_a_validated_one_too():
    given = {"name": "某局", "kind": "department", "special": None, "names": ()}
    made, validated = Organ.model_construct(**given), Organ(**given)
    assert made == validated
    assert made.model_fields_set == validated.model_fields_set == set(given)
    assert Organ.model_construct({"name"}, **given).model_fields_set == {"name"}
    assert made.model_copy(update={"kind": "township"}).kind == "township"
    assert made.kind == "department"


def test_a_part_of_all_its_values_is_the_same():
    values = {"name": "某局", "kind": "department", "special": None, "names": ()}
    made, validated = made_of(Organ, values), Organ(**values)
    assert made == validated
    assert made.model_fields_set == validated.model_fields_set == set(values)
