"""The numbers of prose: their values, units, hedges, and what is none of them."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gxcheck.document.model import Location, Passage
from gxcheck.report.prose.numbers.numerals import numeral_value
from gxcheck.report.prose.numbers.quantities import Quantity, quantities


def read(text: str) -> list[Quantity]:
    return list(quantities(Passage(text, Location(0))))


def one(text: str) -> Quantity:
    (found,) = read(text)
    return found


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("受理申请3,456件", 3456, "件"),
        ("受理申请３，４５６件", 3456, "件"),
        ("受理申请３４５６件", 3456, "件"),
        ("受理申请3 456件", 3456, "件"),
        ("受理申请31\n19件", 3119, "件"),
        ("受理申请三千四百五十六件", 3456, "件"),
        ("受理申请一百二十件", 120, "件"),
        ("受理申请两件", 2, "件"),
        ("受理申请十件", 10, "件"),
        ("点击1.17万次", 11700, "次"),
        ("阅读量842.13万", 8421300, ""),
        ("公开两万条", 20000, "条"),
        ("占百分之五", 5, "%"),
        ("占百分之三点五", Decimal("3.5"), "%"),
        ("占12.50%", Decimal("12.50"), "%"),
        ("收费3940元", 3940, "元"),
        ("经费27万元", 27, "万元"),
        ("资金1.2亿元", 12000, "万元"),
        ("提高3个百分点", 3, "个百分点"),
        ("是上年的2倍", 2, "倍"),
        ("数量为零。", 0, ""),
        ("收到申请72", 72, ""),
        ("1.12家单位公开", 12, "家"),
    ],
)
def test_value_and_unit(text, value, unit):
    found = one(text)
    assert (found.value, found.unit) == (value, unit)


@pytest.mark.parametrize(
    ("text", "hedge", "low", "high"),
    [
        ("5500余条", "over", 5500, 5600),
        ("30000余条", "over", 30000, 40000),
        ("80余万次", "over", 800000, 900000),
        ("二十余件", "over", 20, 30),
        ("百余件", "over", 100, 200),
        ("约300条", "about", 270, 330),
        ("300条左右", "about", 270, 330),
        ("超过50万次", "over", 500000, Decimal("Infinity")),
        ("98%以上", "over", 98, Decimal("Infinity")),
        ("近100件", "under", 80, 102),
        ("1.17万条", "", 11650, 11750),
        ("45.8%", "", Decimal("45.75"), Decimal("45.85")),
        ("63%", "", Decimal("62.5"), Decimal("63.5")),
        ("45件", "", 45, 45),
        ("节约3万元", "", Decimal("2.5"), Decimal("3.5")),
        ("预约300人次", "", 300, 300),
    ],
)
def test_hedges_and_precision_leave_room(text, hedge, low, high):
    found = one(text)
    assert (found.hedge, found.low, found.high) == (hedge, low, high)


@pytest.mark.parametrize(
    "text",
    [
        "2024年1月5日至12月31日",
        "国务院令第711号",
        "国办公开办函〔2019〕60号",
        "《条例》第二十条第（一）项",
        "第5、6、9条",
        "电话：0574-87187042，邮编：315066",
        "拨打12345热线",
        "一是加强领导，二是加强培训",
        "两微一端、三公经费、十四五规划、五公开",
        "一件事一次办、最多跑一次",
        "占我市总数的1/3",
        "三至五件",
        "3~5件",
        "3～5件",
        "两三件、三五个、七八百条、十三四份",
        "10:30至11:30",
        "PM2.5、5G、V2.0",
        "政务服务2.0建设",
        "3+N+X机制",
        "1.加强领导",
        "2、主动公开",
        "（1）当面申请",
        "-3-",
        "12",
        "一个窗口受理",
        "由七部分组成",
        "进一步统一标准",
        "数百条、几十件",
        "最近3年、3个月、15个工作日",
        "2020年度",
        "零件申请被受理",
        "收取的费用（万元）",
        "亿元以上项目",
        "省十四届人大四次会议、市八届人民代表大会三次会议",
    ],
)
def test_no_quantity(text):
    assert read(text) == []


def test_parts_of_a_list_have_their_own_numbers():
    found = read("网络、信函、当面申请分别为50、40、30件")
    assert [(one.value, one.unit) for one in found] == [(50, ""), (40, ""), (30, "件")]


def test_spans_hold_the_words():
    text = "全年约5500余条信息"
    (found,) = read(text)
    assert text[found.start : found.end] == "约5500余条"
    assert text[slice(*found.number)] == "5500"


@pytest.mark.parametrize("text", ["收到{}件", "占百分之{}", "收到{}余件"])
@pytest.mark.parametrize("sign", ["9", "九"])
def test_endless_figures_are_no_number(text, sign):
    assert not read(text.format(sign * 5000))


def test_quantities_are_read_once():
    passage = Passage("受理申请72件", Location(0))
    assert quantities(passage) is quantities(passage)


@given(st.integers(0, 99_999_999))
def test_every_numeral_is_read_back(value):
    assert numeral_value(spoken(value)) == value


@given(st.text(alphabet="0123456789零一二十百千万亿,. 余约%件\n年第、-（）", max_size=40))
def test_whatever_stands_there_is_read_without_error(text):
    for found in read(text):
        assert found.low <= found.value <= found.high or found.hedge == "under"


def spoken(value: int) -> str:
    """A number in Chinese numerals."""
    if value >= 10_000:
        high, low = divmod(value, 10_000)
        zero = "零" if 0 < low < 1000 else ""
        return f"{spoken(high)}万{zero}{spoken(low) if low else ''}"
    words = ""
    for unit, sign in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit, value = divmod(value, unit)
        if digit:
            words += "零一二三四五六七八九"[digit] + sign
        elif words and value and not words.endswith("零"):
            words += "零"
    return words or "零"
