import pytest
from front_helpers import document, quote
from hypothesis import given, settings
from hypothesis import strategies as st

from gxcheck.document.text.reader import read_text
from gxcheck.report.front.reader import Front, read_front
from gxcheck.report.sections.reader import read_sections

REPORT = """当前位置：首页 > 政府信息公开年报
清河县水利局
2018年度政府信息公开工作年度报告
发布时间：2019-01-20
根据《中华人民共和国政府信息公开条例》，现公布清河县水利局2018年度政府信息公开工作年度报告。\
所列数据的统计期限自2018年1月1日起至2018年12月31日止。电子版可在县政府网站（http://www.qinghe.gov.cn）下载。\
如对本报告有疑问，请与清河县水利局办公室联系（\
地址：清河县河滨路6号，邮编：315800，电话：0574-86780264）。
一、概述
2018年，县水利局认真落实《条例》，政策咨询热线电话12345全年接听2300次。
二、主动公开政府信息的情况
主动公开政府信息120条。
三、依申请公开政府信息和不予公开政府信息的情况
未收到申请。
四、政府信息公开的收费及减免情况
未收取费用。
五、因政府信息公开申请行政复议、提起行政诉讼的情况
未发生。
六、政府信息公开工作存在的主要问题及改进情况
一是更新不够及时。下一步将加强培训。
七、其他需要报告的事项
无。

清河县水利局
2019年1月18日
打印 关闭
"""


def front(text: str) -> Front:
    page = read_text(text)
    return read_front(page, read_sections(page))


def test_a_whole_report():
    found = front(REPORT)
    assert found.title.text == "清河县水利局2018年度政府信息公开工作年度报告"
    assert (found.year, found.organ.name, found.organ.kind) == (2018, "清河县水利局", "department")
    assert [name.place for name in found.organ.names] == [
        "title",
        "preamble",
        "contact",
        "signature",
    ]
    assert str(found.period.end) == "2018-12-31"
    assert found.contact.place == "preamble"
    assert found.contact.phones[0].number == "86780264"
    assert [link.text for link in found.website] == ["http://www.qinghe.gov.cn"]
    assert [one.text for one in found.preamble.basis] == ["《中华人民共和国政府信息公开条例》"]
    assert len(found.preamble.blocks) == 1
    assert str(found.signature.date.date) == "2019-01-18"
    assert quote(REPORT, found.signature.organ.location) == "清河县水利局"
    assert found.titles == ()


@pytest.mark.parametrize(
    ("title", "period", "special"),
    [
        ("清河大学2019-2020学年信息公开工作年度报告", "", "school"),
        ("清河大学2020年信息公开工作年度报告", "2019年9月1日至2020年8月31日", "school"),
        ("清河大学2020年信息公开工作年度报告", "2020年1月1日至2020年12月31日", None),
        ("清河县水利局2020年信息公开工作年度报告", "2019年9月1日至2020年8月31日", None),
        ("清河县人民医院2020年信息公开工作年度报告", "2019年9月1日至2020年8月31日", None),
        ("清河高新区管委会2020年信息公开工作年度报告", "2020年1月1日至2020年12月31日", "zone"),
    ],
)
def test_of_zones_and_schools_by_school_year_less_is_asked(title, period, special):
    assert front(f"{title}\n编制本报告，统计期限为{period}。").organ.special == special


def test_a_preamble_inside_the_first_section():
    opening, rest = REPORT.split("根据《", 1)
    preamble, rest = rest.split("一、概述\n", 1)
    found = front(f"{opening}一、概述\n根据《{preamble}{rest}")
    assert found.preamble is None
    assert found.contact.place == "section"
    assert str(found.period.start) == "2018-01-01"


def test_two_reports_in_one_file():
    found = front(REPORT + "\n" + REPORT.replace("水利", "教育").replace("2018", "2017"))
    assert found.organ.name == "清河县水利局"
    assert [title.organ for title in found.titles] == ["清河县教育局"]
    assert {date.year for date in found.dates} == {2018, 2019}


def test_nothing_is_found_in_nothing():
    found = front("今天天气很好。")
    assert (found.title, found.period, found.contact, found.year) == (None, None, None, None)
    assert found.organ.names == ()


WORDS = st.sampled_from(
    """
电话：0574-87187042|请与|联系|年报|2018年|1月1日|至|12月31日|统计期限|邮编|地址：（|）|。|http://|www.|@
政府信息公开|报告|清河县|水利局|一、概述|疑问|二〇一八年|-|—|，|月|日
""".strip()
    .replace("\n", "|")
    .split("|")
)


@settings(max_examples=150, deadline=None)
@given(st.lists(WORDS | st.just("\n") | st.text(max_size=6), max_size=40))
def test_no_text_makes_it_fail_and_all_places_are_in_the_text(words):
    text = "".join(words)
    page = document(text)
    found = read_front(page, read_sections(page))
    places = [one.location for one in (*found.dates, *found.website, *found.organ.names)]
    places += [one.location for one in (found.title, found.period, found.contact) if one]
    for place in places:
        assert 0 <= place.start <= place.end
        assert place.offset is None or place.offset <= len(text)
