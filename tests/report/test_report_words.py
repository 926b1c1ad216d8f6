"""Words with their place are values: read from JSON as strictly as the parts that hold them."""

import pytest
from pydantic import TypeAdapter, ValidationError

from gxcheck.document.model import Location
from gxcheck.report.model import Heading, Words

HEADING = Heading(
    text="一、总体情况",
    location=Location(3),
    number="一、",
    style="一、",
    ordinal=1,
    title="总体情况",
)


def test_json_and_back():
    adapter = TypeAdapter(Heading)
    assert adapter.validate_json(adapter.dump_json(HEADING)) == HEADING


def test_no_unknown_name_is_read():
    given = TypeAdapter(Heading).dump_python(HEADING)
    with pytest.raises(ValidationError, match="unknown field `level`"):
        TypeAdapter(Heading).validate_python({**given, "level": 1})


def test_they_are_frozen_and_compared_by_value():
    words = Words(text="某局", location=Location(0))
    assert words == Words(text="某局", location=Location(0))
    with pytest.raises(AttributeError):
        words.text = "某厅"  # type: ignore[misc]
