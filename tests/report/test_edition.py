"""Which edition a report uses, and whether a text is a report at all."""

import pytest

from gxcheck.document.model import Location
from gxcheck.report.edition import read_edition, table_labels
from gxcheck.report.genre import is_report
from gxcheck.report.labels import label_key
from gxcheck.report.model import Section, Title
from gxcheck.report.sections.reader import read_sections
from report.sections.structure_helpers import BODY, CHINESE, OLD_TITLES, TITLES, document, report

NEW = frozenset(map(label_key, ["本年制发件数", "本年废止件数", "现行有效件数", "规章", "自然人"]))
MIDDLE = frozenset(map(label_key, ["本年新制作数量", "上一年项目数量", "政府集中采购", "规章"]))
SHARED_ROWS = frozenset(map(label_key, ["自然人", "商业企业", "3.危及“三安全一稳定”", "结果维持"]))
ANNEX = frozenset(map(label_key, ["统计指标", "统计数", "政府公报公开政府信息数", "举报投诉数量"]))


def sections(titles="oparqz") -> tuple[Section, ...]:
    return read_sections(document(report(CHINESE, titles))).sections


@pytest.mark.parametrize(
    ("labels", "titles", "year", "expected"),
    [
        (NEW, "oparqz", 2022, (2021, True)),
        (NEW, "oparqz", 2016, (2021, True)),
        (MIDDLE, "oparqz", 2022, (2019, True)),
        (MIDDLE | ANNEX, "oparqz", 2020, (2019, True)),
        (MIDDLE | ANNEX, "oparqz", 2021, (2019, True)),
        (NEW | ANNEX, OLD_TITLES, 2021, (2021, True)),
        (SHARED_ROWS, "oparqz", 2020, (2019, True)),
        (SHARED_ROWS, "oparqz", 2023, (2021, True)),
        (SHARED_ROWS, "oparqz", 2017, (2019, True)),
        (frozenset(), OLD_TITLES, 2021, (2008, True)),
        (frozenset(), OLD_TITLES, 2016, (2008, True)),
        (ANNEX, OLD_TITLES, 2020, (2008, True)),
        (ANNEX, "oparqz", 2020, (2019, False)),
        (ANNEX, ["加强领导"], 2016, (2008, True)),
        (ANNEX, "", None, (2008, True)),
        (frozenset(), "oparqz", 2020, (2019, False)),
        (frozenset(), "oparqz", 2024, (2021, False)),
        (frozenset(), "oparqz", 2015, (2008, False)),
        (frozenset(), "oparqz", None, (2021, False)),
        (frozenset(), [*"opa", "政府信息公开的收费及减免情况", *"rqz"], 2021, (2021, False)),
        (frozenset(), [*"op", "依申请公开办理情况", "收费情况", "问题", "z"], 2019, (2008, True)),
        (ANNEX, [*"opa", "政府信息公开的收费及减免情况", *"rqz"], 2019, (2008, True)),
        (MIDDLE | ANNEX, [*"opa", "收费情况", *"rqz"], 2019, (2019, True)),
        (frozenset(), ["概述", *"paqz"], 2021, (2021, False)),
        (frozenset(), ["概述", "主动公开情况", "依申请公开情况", "收费情况"], 2020, (2008, True)),
    ],
)
def test_edition(labels, titles, year, expected):
    assert read_edition(labels, sections(titles), year) == expected


def test_labels_of_the_editions():
    assert label_key("本年新公开数量") in table_labels(2019) - table_labels(2021)
    assert label_key("申请人无正当理由逾期不补正") in table_labels(2021) - table_labels(2019)
    assert "" not in table_labels(2008)


SIX = report(CHINESE)
TITLED = "某某县水利局2021年政府信息公开工作年度报告\n"
REPORTS = {
    "whole": TITLED + SIX,
    "without title": SIX,
    "half": report(CHINESE[2:5], "arq"),
    "another title": "某某县水利局2021年工作总结\n" + SIX,
    "of 2008": report(CHINESE, OLD_TITLES),
    "under a covering notice": "关于公布年度报告的通知\n" + TITLED + SIX,
    "headings lost": TITLED + "本年度报告根据条例编制，统计期限为全年。\n" + BODY,
    "two sections and a period": report(CHINESE, "op") + "\n统计期限自1月1日起。",
}
OTHERS = {
    "nothing": "",
    "prose": "今天天气很好。",
    "title alone": TITLED,
    "notice": "关于做好2021年政府信息公开工作年度报告编制工作的通知\n各单位：\n" + SIX,
    "notice without its form": (
        "关于做好政府信息公开工作年度报告编制工作的通知\n一、编制内容\n"
        f"报告包括{'、'.join(TITLES.values())}。\n二、时间要求\n三、发布要求"
    ),
    "news": f"县水利局发布{TITLED}近日，县水利局发布报告，统计期限自1月1日起。",
    "plan": "2022年政务公开工作要点\n一、加强主动公开\n做。\n二、规范依申请公开\n做。\n三、监督",
    "regulation": (
        "中华人民共和国政府信息公开条例\n第一章 总则\n第二章 公开的主体和范围\n第三章 主动公开\n"
        "第四章 依申请公开\n第五章 监督和保障\n第六章 附则"
    ),
    "budget": "2021年部门预算公开说明\n一、部门概况\n二、收支情况\n三、其他事项",
    "essay": "浅谈政府信息公开\n一、政府信息公开的概述\n二、政府信息公开存在的问题\n三、改进措施",
    "reading aid": "【文稿解读】2021年政府信息公开工作年度报告解读\n一、统计期限\n本年度报告。",
    "guide": "政府信息公开指南\n一、主动公开\n（一）公开范围\n二、依申请公开\n三、监督方式",
}


def genre(text: str) -> bool:
    found = document(text)
    return is_report(found, read_sections(found).sections)


@pytest.mark.parametrize("text", REPORTS.values(), ids=REPORTS)
def test_reports(text):
    assert genre(text)


@pytest.mark.parametrize("text", OTHERS.values(), ids=OTHERS)
def test_other_texts(text):
    assert not genre(text)


def test_title_and_tables_tell():
    found = document(BODY)
    title = Title(text="某某局2021年政府信息公开工作年度报告", location=Location(0))
    assert not is_report(found, (), title)
    assert not is_report(found, (), None, table_labels(2021))
    assert is_report(found, (), title, table_labels(2021))


@pytest.mark.parametrize("end", ["年度报告(文字版)", "信息公开报告"])
def test_what_a_title_calls_itself(end):
    title = Title(text=f"某某局2021年政府信息公开{end}", location=Location(0))
    assert is_report(document(BODY), (), title, table_labels(2021))
