"""Typed parts have the figures found; the others are absent, or None where the form lacks them."""

from gxcheck.report.figures import Applications, Figure, Outcomes, Proactive
from gxcheck.report.tables.build import ABSENT, figure_paths, typed_parts

ONE = Figure(7, "7", "number")


def test_a_part_has_the_figures_found_and_the_others_are_absent():
    applications = typed_parts(2021, {"applications.refused.state_secret.total": ONE})[
        "applications"
    ]
    assert isinstance(applications, Applications)
    assert applications.refused.state_secret.total is ONE
    assert applications.refused.state_secret.natural_person is ABSENT
    assert applications.unavailable.not_held.total is ABSENT
    assert applications.other.undivided is None


def test_parts_without_figures_are_the_same_value_as_parts_built_by_hand():
    reviews = typed_parts(2021, {"direct_suits.total": ONE})["reviews"]
    names = ("upheld", "corrected", "other", "pending", "total")
    assert reviews == Outcomes(**dict.fromkeys(names, ABSENT))
    assert reviews is typed_parts(2021, {})["reviews"]


def test_figures_of_another_edition_are_kept_where_they_were_found():
    proactive = typed_parts(2021, {"proactive.procurement.items": ONE})["proactive"]
    assert isinstance(proactive, Proactive)
    assert proactive.procurement
    assert proactive.procurement.items is ONE
    assert typed_parts(2021, {})["annex"] is None
    assert typed_parts(2021, {"annex.fees": ONE})["annex"]


def test_every_path_has_its_place():
    paths = figure_paths(Applications, "applications")
    figures = {path: Figure(place, "", "number") for place, path in enumerate(paths)}
    part: object = typed_parts(2021, figures)["applications"]
    for place, path in enumerate(paths):
        one: object = part
        for name in path.split(".")[1:]:
            one = getattr(one, name)
        assert one == Figure(place, "", "number")
