"""Where a full line's end cuts a number or an address, and where it does not."""

import pytest

from gxcheck.document import read_text
from gxcheck.document.model import Location, Passage
from gxcheck.document.normalise import normalise
from gxcheck.report.front.cuts import cuts_in
from gxcheck.report.front.flow import Flow

FULL = "统计期限等内容如上所述，公众如对本报告有疑问，请与云岭市司法局办公室联系"


def flow_of(text):
    return Flow.of(read_text(text).blocks).text


@pytest.mark.parametrize(
    ("upper", "lower"),
    [
        ("（电话：0", "572-8062713，邮编：313200）。"),
        ("（电话：0572-", "8062713，邮编：313200）。"),
        ("（邮编：3132", "00，电话：0572-8062713）。"),
        ("，统计至2023年1", "2月31日止。"),
        ("（邮箱：dqs", "lj@163.com，电话：0572-8062713）。"),
        ("，网站（ht", "tps://www.dq.gov.cn/）。"),
        ("，网站（www", ".dq.gov.cn）。"),
    ],
)
def test_one_number_or_address(upper, lower):
    flow = flow_of(f"{FULL}{upper}\n{lower}")
    assert normalise(upper + lower).text in flow


@pytest.mark.parametrize(
    ("upper", "lower"),
    [
        ("（邮编：313200", "0572-8062713）。"),
        ("（电话：0572-8062713", "0572-8062714）。"),
        ("，电话8062713", "8062714，均可联系。"),
    ],
)
def test_two_numbers(upper, lower):
    flow = flow_of(f"{FULL}{upper}\n{lower}")
    assert normalise(upper + lower).text not in flow


def test_a_short_line_was_broken_on_purpose():
    passage = Passage("（电话：12\n34）", Location(0, 0, 10))
    assert list(cuts_in(passage)) == []


@pytest.mark.parametrize("width", range(18, 24))
def test_a_narrow_line_cuts_a_telephone_number(width):
    upper = "如有疑问，请与云岭市司法局办公室联系，电话：0572-80"[-width:]
    passage = Passage(f"{upper}\n62713。", Location(0, 0, width + 7))
    assert list(cuts_in(passage)) == [width]
