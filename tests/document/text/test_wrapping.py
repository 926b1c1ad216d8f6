import pytest
from reading import paragraphs

from gxcheck.document import read_text
from gxcheck.document.normalise import normalise

PDF = """        甲市2021年政府信息公开
            工作年度报告
    根据《中华人民共和国政府信息公开条例》和《国务院办公厅政府
信息与政务公开办公室通知》要求，编制本报告。本报告所列数据的
统计期限自2021年1月1日起至2021年12月31日止。
    一、总体情况
    2021年，我市认真贯彻落实党中央决策部署，坚持以人民为中心
深入推进政务公开工作，全年主动公开政府信息12345条，其中规范
性文件12件。
    （一）主动公开。围绕重点领域加大公开力度，公开各类信息共
计100条。
甲市人民政府办公室
2022年1月20日
"""


def test_a_text_with_a_right_margin():
    assert [text.replace("\n", "") for text in paragraphs(PDF)] == [
        "甲市2021年政府信息公开",
        "工作年度报告",
        "根据《中华人民共和国政府信息公开条例》和《国务院办公厅政府信息与政务公开办公室通知》"
        "要求，编制本报告。本报告所列数据的统计期限自2021年1月1日起至2021年12月31日止。",
        "一、总体情况",
        "2021年，我市认真贯彻落实党中央决策部署，坚持以人民为中心深入推进政务公开工作，"
        "全年主动公开政府信息12345条，其中规范性文件12件。",
        "（一）主动公开。围绕重点领域加大公开力度，公开各类信息共计100条。",
        "甲市人民政府办公室",
        "2022年1月20日",
    ]


INDENTED = """甲市2021年政府信息公开工作年度报告

　　根据《中华人民共和国政府信息公开条例》要求，编制本报告。报告由总体情况
主动公开情况和其他事项组成，统计期限自2021年1月1日起至2021年12月31日止。联系
电话：0574-87187042，地址：甲市中心城区
甲路1号。
　　一、行政机关主动公开政府信息的情况
　　2021年，我市各级行政机关主动公开政府信息
12345条，其中规范性文件以及政策解读信息共
12件。
"""


def test_indented_paragraphs_with_lines_of_any_length():
    assert [text.replace("\n", "") for text in paragraphs(INDENTED)] == [
        "甲市2021年政府信息公开工作年度报告",
        "根据《中华人民共和国政府信息公开条例》要求，编制本报告。报告由总体情况主动公开情况和其他"
        "事项组成，统计期限自2021年1月1日起至2021年12月31日止。联系电话：0574-87187042，地址：甲市中心城区"
        "甲路1号。",
        "一、行政机关主动公开政府信息的情况",
        "2021年，我市各级行政机关主动公开政府信息12345条，其中规范性文件以及政策解读信息共12件。",
    ]


def test_headings_alone_are_indented():
    works = {"一": "主动公开", "二": "申请", "三": "复议、诉讼", "四": "监督保障"}
    text = "\n".join(
        f"　　{number}、行政机关{work}政府信息公开工作的有关情况\n2021年，我局{work * 9}。"
        for number, work in works.items()
    )
    assert paragraphs(text) == [line.strip() for line in text.split("\n")]


@pytest.mark.parametrize("number", ["- 3 -", "—4—", "第 3 页 共 9 页", "第3页"])
def test_a_page_number_inside_a_sentence(number):
    text = f"全年公开信息共计120条，其中重点领域信息\n\n{number}\n\n，公开60条。"
    document = read_text(text)
    first, footer = document.paragraphs
    assert first.normal == "全年公开信息共计120条,其中重点领域信息,公开60条。"
    assert (footer.text, footer.role) == (number, "footer")
    place = first.locate(first.normal.index("60"), first.normal.index("60") + 2)
    assert text[place.offset :].startswith("60条")
    assert (place.line, place.column) == (5, 4)


def test_a_break_inside_a_sentence_of_a_text_without_margin():
    text = "（一）夯实基础。一是始终保持\n有力机制。根据实际，及时更新。\n（二）抓实重点。"
    assert paragraphs(text) == [
        "（一）夯实基础。一是始终保持\n有力机制。根据实际，及时更新。",
        "（二）抓实重点。",
    ]


def test_an_open_bracket_or_comma_goes_on():
    assert paragraphs("按照《政府信息公开\n条例》办理。") == ["按照《政府信息公开\n条例》办理。"]
    assert paragraphs("联系地址：甲路1号，\n邮编315000。") == ["联系地址：甲路1号，\n邮编315000。"]


@pytest.mark.parametrize(
    "text",
    [
        "甲市审管办2017年政务公开\n工作报告",
        "（一）夯实基础，提升水平\n2020年，我局按照要求，推进工作。",
        "一、概述\n二、主动公开情况",
        "1.门户网站：http://a.gov.cn\n2.服务中心：http://b.gov.cn",
        "无\n附件：统计表\n甲市行政审批办公室",
        "本年度工作圆满完成。特此报告\n甲市财政局\n2021年1月20日",
        "公开信息100条；\n重点公开规划。",
        "做好公开。联系电话：0574-87180001\n2017年，我局推进工作。",
        "\t\n　　一是公开不够广泛，深度不足\n　　我局将加强学习，提高认识。",
    ],
)
def test_separate_lines_stay_separate(text):
    assert paragraphs(text) == [line.strip() for line in text.strip().split("\n")]


COLON = """　　本报告依据有关规定编制，所列数据均为全年数据。如对报告有疑问，请联系云
岭市司法局，地址：云岭市人民路1号，邮政编码：
313200，电话：0572-8062713。
"""
BRACKET = """公众如对本报告有疑问，请联系云岭市人民政府办公室政务公开科（电话：
0572-8062713；地址：人民路1号）。
"""
LABELS = """如有疑问，请与云岭市司法局办公室联系，联系方式：
地址：云岭市人民路1号
"""


def test_a_full_line_that_ends_with_a_label():
    assert next(text.replace("\n", "") for text in paragraphs(COLON)).endswith("8062713。")
    assert len(paragraphs(COLON)) == len(paragraphs(BRACKET)) == 1


def test_a_number_that_a_line_end_cuts():
    text = """本报告依据有关规定编制，所列数据的统计期限自2023年1月1日起至2023年1
2月31日止，报告可在云岭市人民政府网站查阅，网址为http://www.yunl
ing.gov.cn。联系电话0572-8062713
2023年，我局主动公开信息12条。
"""
    first, second = paragraphs(text)
    assert first.count("\n") == 2
    assert second.startswith("2023年")


def test_a_colon_that_ends_a_paragraph():
    assert len(paragraphs(LABELS)) == 2


PREAMBLE = (
    "本报告依据《中华人民共和国政府信息公开条例》有关要求编制，由总体情况、主动公开政府信息情况等"
    "六部分组成，统计期限自2021年1月1日起至2021年12月31日止。如有疑问，请与云岭市司法局办公室联系，"
    "地址：云岭市人民路1号，电话：0572-8062713，电子邮箱：sfj@yunling.gov.cn。"
)
OVERVIEW = "2021年，我局认真落实各项要求，" + "围绕群众关心的事项主动公开信息，" * 9 + "效果明显。"


@pytest.mark.parametrize("width", [*range(18, 27), *range(28, 60)])  # at 27 a sentence ends a line
@pytest.mark.parametrize("indent", ["", "　　"])
def test_a_passage_alone_that_a_margin_broke(width, indent):
    text = indent + PREAMBLE
    lines = [text[at : at + width] for at in range(0, len(text), width)]
    report = [
        "云岭市司法局2021年政府信息公开工作年度报告",
        "",
        *lines,
        "",
        "一、总体情况",
        OVERVIEW,
    ]
    found = [paragraph.normal.replace(" ", "") for paragraph in read_text("\n".join(report)).blocks]
    _, preamble, heading, overview = found
    assert preamble == normalise(PREAMBLE).text
    assert (heading, overview) == ("一、总体情况", normalise(OVERVIEW).text)


EVEN_LINES = """白石镇人民政府党政综合办公室电话
青溪镇人民政府党政综合办公室电话
南湖镇人民政府党政综合办公室电话
各镇的电话如有变动，以网站为准。"""
LIST = """（一）围绕重点领域推进政府信息主动公开工作
2021年，我局公开信息120条，其中规划计划类信息
12条、财政预决算类信息8条，其他信息100条。"""
TITLE = """云岭市水务局2021年政府信息公开工作年度报告
根据《中华人民共和国政府信息公开条例》有关规定
要求，编制本报告，统计期限为2021年全年，联系电话
0572-8062713。"""


def test_even_lines_without_a_sentence_stay_separate():
    assert len(paragraphs(EVEN_LINES)) == 4


@pytest.mark.parametrize("text", [LIST, TITLE])
def test_a_heading_as_wide_as_the_lines_below_it(text):
    heading, below = paragraphs(text)
    assert heading == text.split("\n")[0]
    assert below.endswith(text.split("\n")[-1])


def test_a_title_as_long_as_the_first_line_below_it():
    title = "云岭市2023年政府信息公开工作年度报告\n根据《条例》要求，编制本报告，公布于下。"
    assert paragraphs(title) == title.split("\n")


def test_a_date_that_a_line_end_cuts():
    text = "本报告所列数据的统计期限为，自2022年1月\n1日起至2022年12月31日止。"
    assert paragraphs(text) == [text]


@pytest.mark.parametrize(
    "text",
    [
        "所列数据截止年底。统计期为2019年1月1日至\n2019年12月31日。",
        "本报告的电子版可在网站查阅（http://www.abc\n29.gov.cn）。",
        "如有疑问请与我局办公室联系，地址在新河路一号，邮箱：xxgk\n@126.com，欢迎来信。",
    ],
)
def test_a_line_that_ends_in_a_connector_or_an_address(text):
    assert paragraphs(text) == [text]
