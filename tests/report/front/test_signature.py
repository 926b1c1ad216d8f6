import pytest
from front_helpers import document, quote

from gxcheck.report.front.signature import read_signature


def blocks(text):
    return document(text).blocks


def told(section, end="", front=""):
    signature = read_signature(blocks(section), blocks(end), blocks(front))
    organ, date = signature.organ, signature.date
    return (organ and organ.text, date and str(date.date))


@pytest.mark.parametrize(
    ("end", "expected"),
    [
        (
            "附件：政务公开情况统计表\n临江市行政审批管理办公室\n\n      2017年3月26日 \n附件",
            ("临江市行政审批管理办公室", "2017-03-26"),
        ),
        ("2018年1月25日\n相关文档:", (None, "2018-01-25")),
        ("临江市民政局\n2021年1月19日", ("临江市民政局", "2021-01-19")),
        ("2021年1月19日\n临江市民政局", ("临江市民政局", "2021-01-19")),
        ("临江市民政局2021年1月19日", ("临江市民政局", "2021-01-19")),
        ("        临江市民政局        2021年1月19日", ("临江市民政局", "2021-01-19")),
        ("清河县人民政府（盖章）\n二〇一八年一月二十五日", ("清河县人民政府", "2018-01-25")),
        ("河东镇人民政府\n2021-01-19", ("河东镇人民政府", "2021-01-19")),
        ("大榭街道办事处\n2021 年 1 月 19 日\n打印 关闭", ("大榭街道办事处", "2021-01-19")),
        ("临江市民政局 2021年1月19日 【打印】【关闭】", ("临江市民政局", "2021-01-19")),
        ("临江市民政局\n2021年1月19日 上一篇：没有了", ("临江市民政局", "2021-01-19")),
        ("临江市民政局\n2021年2月30日", ("临江市民政局", "None")),
        ("临江市民政局\n（2021年1月19日）", ("临江市民政局", "2021-01-19")),
        ("临江市民政局\n日期：2021年1月19日", ("临江市民政局", "2021-01-19")),
        ("单位（盖章）：临江市民政局\n2021年1月19日", ("临江市民政局", "2021-01-19")),
        ("填报单位：临江市民政局 填报日期：2021年1月19日", ("临江市民政局", "2021-01-19")),
        ("临江市民政局，2021年元月19号", ("临江市民政局", "2021-01-19")),
        ("临江市民政局\n2021年1月19日印发", ("临江市民政局", "2021-01-19")),
        ("日期：2021-01-19 浏览次数：3", (None, None)),
        ("临江市民政局", ("临江市民政局", None)),
        ("打印 关闭", (None, None)),
        ("发布时间：2021年1月19日", (None, None)),
        ("10\n14", (None, None)),
        ("主办：临江市人民政府办公室", (None, None)),
    ],
)
def test_after_the_text(end, expected):
    assert told("无。", end) == expected


@pytest.mark.parametrize(
    ("section", "expected"),
    [
        ("本年度无其他需要报告的事项。", (None, None)),
        ("无\n临江市民政局", ("临江市民政局", None)),
        ("收取信息处理费0元。临江市民政局 2021年1月19日", ("临江市民政局", "2021-01-19")),
        ("2020年1月1日，我局主动公开信息12条。", (None, None)),
        (
            "没有需要报告的其他事项，全年各项工作有序开展，信息公开平台运行平稳，群众满意度不断提升，"
            "并将继续做好公开工作，推动公开工作再上新台阶。 临江市民政局 2021年1月19日",
            ("临江市民政局", "2021-01-19"),
        ),
    ],
)
def test_in_the_last_section(section, expected):
    assert told(section) == expected


@pytest.mark.parametrize(
    ("front", "expected"),
    [
        ("清河县2017年政府信息公开工作年度报告\n（2018年1月25日）", (None, "2018-01-25")),
        (
            "清河县2017年政府信息公开工作年度报告\n清河县人民政府办公室\n2018年1月25日",
            ("清河县人民政府办公室", "2018-01-25"),
        ),
        ("清河县2017年政府信息公开工作年度报告\n2018年1月25日)", (None, "2018-01-25")),
        ("清河县2017年政府信息公开工作年度报告\n发布日期：2018-01-25", (None, None)),
        ("清河县2017年政府信息公开工作年度报告\n2018-01-25", (None, None)),
        ("清河县2017年政府信息公开工作年度报告\n2018年1月25日", (None, "2018-01-25")),
        ("2018年1月26日\n清河县2017年政府信息公开工作年度报告", (None, None)),
        ("清河县2017年政府信息公开工作年度报告\n发布时间：2018年1月25日", (None, None)),
    ],
)
def test_below_the_title(front, expected):
    assert told("无。", "", front) == expected


def test_place():
    text = "无。\n   临江市 民政局（章）   二〇一八年 一月二十五日  "
    signature = read_signature(blocks(text))
    assert quote(text, signature.organ.location) == "临江市 民政局"
    assert quote(text, signature.date.location) == "二〇一八年 一月二十五日"


@pytest.mark.parametrize("blank", ["（落款日期）", "2024年XX月XX日", "年  月  日"])
def test_an_organ_above_a_date_that_is_still_to_be_written_signs(blank):
    assert told(f"无。\n清溪县教育局\n{blank}\n") == ("清溪县教育局", None)


@pytest.mark.parametrize("date", ["2021年1月", "二〇二一年一月", "2021年元月"])
def test_a_month_is_a_date_without_its_day(date):
    signed = read_signature(blocks("无。"), blocks(f"临江市民政局\n{date}")).date
    assert (signed.text, signed.year, signed.month) == (date, 2021, 1)
    assert (signed.day, signed.date) == (None, None)


@pytest.mark.parametrize(
    ("title", "end", "organ"),
    [
        ("临江市人民政府河东街道办事处2020年", "临江市人民政府\n河东街道办事处", None),
        ("临江市人民政府河东街道办事处2020年", "临江市人民政府河东街道\n办事处", None),
        ("临江市国有资产监督管理委员会2020年", "临江市国有资产监督管\n理委员会", None),
        ("临江市人民政府2020年", "临江市人民政府\n办公室", "办公室"),
        ("2020年", "临江市人民政府\n河东街道办事处", "河东街道办事处"),
    ],
)
def test_an_organ_whose_name_takes_two_lines(title, end, organ):
    """The title tells that both are one name; without it they may be two."""
    text = blocks(f"六、其他需要报告的事项\n无。\n{end}\n2021年1月19日")
    found = read_signature(text, title=f"{title}政府信息公开工作年度报告").organ
    whole = end.replace("\n", "")
    assert (found and found.text) == (organ or whole)
