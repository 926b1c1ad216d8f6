import datetime

import pytest

import gxcheck
from gxcheck.document.model import Location
from gxcheck.report.front.years import YearVoices
from gxcheck.report.model import DateMention, Period, Signature, Title

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
        ((title(2017), period(2018), ["新收申请5件,2017年度结转2件"], signature(2019)), 2018),
        ((title(2017), period(2018), ["比2017年增加22条"], signature(2019)), 2018),
        ((title(2017), period(2018), ["加上2017年转入的3件"], signature(2019)), 2018),
        ((None, None, ["2018年,我局认真贯彻落实《条例》"], None), 2018),
        ((None, None, ["根据《条例》,现公布2018年度报告"], None), 2018),
        ((None, None, [], signature(2019)), 2018),
        ((title(2017), period(2018), [], signature(2019)), 2018),
        ((title(2018), period(2017), ["2018年,我局"], None), 2018),
        ((title(2018), period(2018), [], signature(2018)), 2018),
        ((title(2018), period(2017), [], None), 2018),
        ((title(2019), period(2018), ["根据《条例》", "(一)公开情况\n2018年,我局"], None), 2018),
        ((title(2019), period(2018), ["2019年起,2018年度,2018年"], signature(2019)), 2018),
        ((None, None, ["落实《2017年政务公开工作要点》,2018年公开85条"], None), 2018),
        ((None, None, ["按《关于编制2018年政府信息公开工作年度报告的通知》要求"], None), 2018),
        ((None, None, ["我局"], None), None),
        ((None, None, ["2018年5月11日召开会议"], None), None),
    ],
)
def test_the_year_that_most_statements_name(voices, year):
    assert YearVoices(*voices).year() == year


def test_what_speaks_for_each_of_two_years():
    voices = YearVoices(title(2019), period(2018), ["2018年,我局。2019年,将"], signature(2019))
    assert voices.weight(2018) == (3, 1)
    assert voices.weight(2019) == (1, 1)
    assert voices.weight(2017) == (0, 0)


def test_of_a_report_that_has_been_read():
    text = "甲市财政局2019年政府信息公开工作年度报告\n一、总体情况\n2018年，我局公开信息9条。\n"
    voices = YearVoices.of(gxcheck.parse_text(text))
    assert voices.weight(2019) == (1, 0)
    assert voices.weight(2018) == (1, 1)
