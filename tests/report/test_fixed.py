"""A part made without validation is the same value as one that pydantic made."""

import copy
import pickle

import pytest
from pydantic import ValidationError

from gxcheck.document.model import Location
from gxcheck.report.model import Title

GIVEN = {"location": Location(2), "text": "年度报告", "year": 2021}


def test_it_equals_a_validated_part_in_all_that_pydantic_knows():
    made, validated = Title.model_construct(**GIVEN), Title(**GIVEN)
    assert made == validated
    assert repr(made) == repr(validated)
    assert made.model_dump_json() == validated.model_dump_json()
    assert made.model_fields_set == validated.model_fields_set == set(GIVEN)
    assert made.model_dump(exclude_unset=True) == validated.model_dump(exclude_unset=True)


def test_its_fields_stand_in_the_order_of_the_class():
    assert list(Title.model_construct(**GIVEN).model_dump()) == [
        "text",
        "location",
        "year",
        "organ",
    ]


def test_it_may_be_copied_and_pickled_and_not_changed():
    made = Title.model_construct(**GIVEN)
    assert copy.deepcopy(made) == pickle.loads(pickle.dumps(made)) == made
    assert made.model_copy(update={"organ": "某局"}).organ == "某局"
    assert made.organ is None
    with pytest.raises(ValidationError):
        made.year = 2020  # type: ignore[misc]


def test_parts_do_not_share_their_values():
    first, second = Title.model_construct(**GIVEN), Title.model_construct(**{**GIVEN, "year": 1})
    assert (first.year, second.year) == (2021, 1)
    assert Title.model_construct({"text"}, **GIVEN).model_fields_set == {"text"}


def test_one_that_is_given_all_its_values_equals_a_validated_one_too():
    given = {"text": "年度报告", "location": Location(2), "year": 2021, "organ": "某局"}
    made, validated = Title.model_construct(**given), Title(**given)
    assert made == validated
    assert made.model_fields_set == validated.model_fields_set == set(given)
    assert Title.model_construct({"text"}, **given).model_fields_set == {"text"}
    assert made.model_copy(update={"year": 1}).year == 1
    assert made.year == 2021
