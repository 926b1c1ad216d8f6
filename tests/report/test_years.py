import datetime

import pytest

from gxcheck.document.model import Location
from gxcheck.report.model import DateMention, Period, Signature, Title
from gxcheck.report.years import report_year

PLACE = Location(0)


def title(year):
    return Title(text="", location=PLACE, year=year)


def period(year):
    return Period(
        text="",
        location=PLACE,
        start=datetime.date(year, 1, 1),
        end=datetime.date(year, 12, 31),
    )


def signature(year):
    date = datetime.date(year, 1, 20)
    return Signature(
        date=DateMention(text="", location=PLACE, year=year, month=1, day=20, date=date)
    )


@pytest.mark.parametrize(
    ("voices", "year"),
    [
        ((title(2018), period(2018), [], signature(2019)), 2018),
        ((title(2018), None, [], None), 2018),
        ((title(None), period(2018), [], None), 2018),
        ((None, None, ["2018年,我局认真贯彻落实《条例》"], None), 2018),
        ((None, None, ["根据《条例》,现公布2018年度报告"], None), 2018),
        ((None, None, [], signature(2019)), 2018),
        ((title(2017), period(2018), [], signature(2019)), 2018),
        ((title(2018), period(2017), ["2018年,我局"], None), 2018),
        ((title(2018), period(2018), [], signature(2018)), 2018),
        ((title(2018), period(2017), [], None), 2018),
        ((None, None, ["我局"], None), None),
        ((None, None, ["2018年5月11日召开会议"], None), None),
    ],
)
def test_the_year_that_most_statements_name(voices, year):
    assert report_year(*voices) == year
