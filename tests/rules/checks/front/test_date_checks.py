"""The period, the report's own date and its deadline, and work of last year."""

import pytest
from front_reports import PERIOD, findings, text_with, told

import gxcheck

PERIOD_RULES = ["period-missing", "period-reversed", "period-year", "period-partial"]
DATE_RULES = ["date-invalid", "date-missing", "signature-missing", "date-before-period-end"]


def rules(found):
    return [rule for rule, _ in found]


@pytest.mark.parametrize(
    ("period", "expected"),
    [
        ("统计期限为2022年1月1日至12月31日", []),
        ("统计时限从2022年1月1日到2022年12月31日止", []),
        ("由各科室提供", ["period-missing"]),
        ("统计期限为2022年1月1日至2021年12月31日", ["period-reversed"]),
        ("统计期限为2021年1月1日至2021年12月31日", ["period-year"]),
        ("统计期限为2022年1月1日至2023年12月31日", ["period-year"]),
        ("统计期限为2022年1月1日至2022年12月30日", ["period-partial"]),
        ("统计期限为2022年2月1日至2022年6月30日", ["period-partial"]),
        ("统计期限为2022年1月1日至2022年12月32日", []),
    ],
)
def test_period(period, expected):
    assert rules(told(PERIOD_RULES, period=period)) == expected


def test_the_first_year_may_begin_in_may():
    period = "统计期限自2008年5月1日起至2008年12月31日止"
    text = text_with(period=period).replace("2022", "2008").replace("2023", "2009")
    assert findings(PERIOD_RULES, text) == []


@pytest.mark.parametrize(
    ("date", "expected"),
    [
        ("2023年1月18日", []),
        ("二〇二三年一月十八日", []),
        ("2022年1月18日", ["date-before-period-end"]),
        ("2023年2月30日", ["date-invalid"]),
        ("2023年4月1日", ["deadline"]),
        ("2023年2月1日", ["deadline"]),
        ("2023年1月31日", []),
        ("", ["date-missing"]),
    ],
)
def test_date(date, expected):
    assert rules(told([*DATE_RULES, "deadline"], date=date)) == expected


@pytest.mark.parametrize(
    ("organ", "date", "late"),
    [
        ("杭州市人民政府", "2023年3月31日", False),
        ("杭州市人民政府", "2023年4月1日", True),
        ("杭州市上城区笕桥街道办事处", "2023年6月1日", False),
        ("杭州市上城区笕桥街道办事处", "2024年1月5日", True),
    ],
)
def test_deadline_by_kind_of_organ(organ, date, late):
    assert bool(told(["deadline"], organ=organ, date=date)) is late


def test_deadline_is_told():
    (found,) = findings(["deadline"], text_with(date="2023年2月3日"))
    assert found.message == "落款日期2023-02-03晚于公布期限2023-01-31，超期3天"


@pytest.mark.parametrize(
    "sentence",
    [
        "2021年，我局主动公开信息100条",
        "截至2021年12月31日，累计公开信息300条",
        "2021年度，全市教育系统共收到申请12件，同比增长5%",
        "2021年通过网站公开信息50条",
        "2021年杭州市教育局公开信息50条",
        "2021年1月1日至12月31日，共受理申请5件",
        "2021年度共主动公开信息12条，其中机构职能信息7条",
    ],
)
def test_work_of_last_year(sentence):
    for lead in ("", "（一）主动公开。", "一是", "（二）依申请公开"):
        assert told(["year-leftover"], body=f"{lead}{sentence}。") == [("year-leftover", sentence)]


def test_work_of_the_year_before_last():
    body = "2020年，杭州市信息公开工作进展顺利。2020年，我局被确定为试点单位。"
    told_of = told(["year-leftover"], body=body.replace("杭州市", "全市政府"))
    assert told_of == [("year-leftover", "2020年，全市政府信息公开工作进展顺利")]


@pytest.mark.parametrize(
    "caption",
    [
        "附件：杭州市教育局2021年度政府信息公开情况统计表",
        "附表：政府信息公开情况统计表（2021年度）",
        "政府信息公开情况统计表\n（2021年度）",
    ],
)
def test_the_caption_of_the_annex_may_bear_last_year(caption):
    assert len(told(["year-leftover"], body=f"公开信息12条。\n{caption}")) == 1
    assert told(["year-leftover"], body=f"公开信息12条。\n{caption.replace('2021', '2022')}") == []


def test_last_year_may_come_after_other_words():
    body = "一年来，按照部署，截至2021年底，共受理申请12件。"
    assert told(["year-leftover"], body=body) == [("year-leftover", "截至2021年底，共受理申请12件")]


def test_last_year_may_open_a_later_clause_that_only_a_report_has():
    wrong = "坚持以公开为常态，2021年主动公开政府信息120条。"
    assert told(["year-leftover"], body=wrong) == [("year-leftover", "2021年主动公开政府信息120条")]
    assert not told(["year-leftover"], body="公众号2020年开通，2021年共推送信息360条。")


def test_this_year_after_it_is_a_comparison_where_it_tells_of_the_same():
    told_of = told(["year-leftover"], body="2021年我局共收到申请12件。2022年度发生行政复议1件。")
    assert told_of == [("year-leftover", "2021年我局共收到申请12件")]
    assert not told(["year-leftover"], body="2021年我局共收到申请12件。2022年收到申请15件。")


def test_the_organ_may_come_first():
    body = "我局2021年未收到申请。杭州市教育局2021年度主动公开信息3条。"
    quotes = ["2021年未收到申请", "2021年度主动公开信息3条"]
    assert [quote for _, quote in told(["year-leftover"], body=body)] == quotes


@pytest.mark.parametrize(
    "sentence",
    [
        "公开数量比2021年增长3.1%",
        "与2021年相比，增加5条",
        "自2021年投入以来运行平稳",
        "2021年部门决算于8月公开",
        "2021年以来，共公开信息500条",
        "2021年的12件申请均已办结",
        "2021年共受理申请12件，2022年共受理15件",
        "2021年12月，平台建成",
        "2021年政府信息公开工作年度报告于1月公布",
        "2021年度全市政务公开考评中，我局名列前茅",
        "2021年，国务院办公厅印发了有关文件",
        "按照《2021年政务公开工作要点》开展工作",
        "2023年，我局将继续努力",
        "我局2021年部门决算已公开",
        "我局2021年制定的制度继续执行",
    ],
)
def test_other_mentions_of_a_year(sentence):
    assert told(["year-leftover"], body=f"{sentence}。") == []


@pytest.mark.parametrize(
    "date",
    [
        "6月31日",
        "2月30日",
        "11月31日",
        "九月三十一日",
        "十一月三十一日",
        "4月1日至31日",
        "11月1—31日",
        "4月32日",
        "2022年13月",
        "13月5日",
    ],
)
def test_no_year_has_the_day(date):
    assert told(["date-invalid"], body=f"于{date}举办培训。") == [("date-invalid", date)]


@pytest.mark.parametrize(
    "sentence",
    [
        "1月31日、3月31日、5月31日、7月31日、8月31日、10月31日和12月31日分别通报",
        "2月29日前报送，十二月三十一日完成，一月三十一日总结",
        "公示期为12月25日至31日，征求意见期为10月8日至31日",
        "工期24月31日，第6号令第31条",
        "会议纪要6月31号文",
    ],
)
def test_what_is_no_impossible_date(sentence):
    assert told(["date-invalid"], body=f"{sentence}。") == []


@pytest.mark.parametrize(
    "date", ["202023年3月5日", "20233年3月5日", "20023年3月5日", "202年3月5日", "2203年3月5日"]
)
def test_a_year_that_is_none_of_ours(date):
    assert told(["date-invalid"], body=f"于{date}举办培训。") == [("date-invalid", date)]


def test_a_period_of_another_thousand_years_is_one_finding():
    period = "统计期限为20221年1月1日至2021年12月31日"
    assert rules(told([*PERIOD_RULES, "date-invalid"], period=period)) == ["date-invalid"]


def test_figures_before_a_year_are_another_number():
    assert told(["date-invalid"], body="编号1,2023年3月5日印发，第12020年期货合约另算。") == []


def test_a_whole_date_is_told_once():
    body = "2022年6月31日完成，二〇二二年九月三十一日验收。"
    expected = [("date-invalid", "2022年6月31日"), ("date-invalid", "二〇二二年九月三十一日")]
    assert told(["date-invalid"], body=body) == expected


@pytest.mark.parametrize(
    ("sentence", "quotes"),
    [
        ("以上数据统计自2021年1月1日至2021年12月31日", ["2021年1月1日至2021年12月31日"]),
        ("上述数据的统计期限为2021年1月1日至12月31日", ["2021年1月1日至12月31日"]),
        ("以上数据统计自2022年1月1日至2022年12月31日", []),
        ("上年度报告的数据统计自2021年1月1日至2021年12月31日", []),
        ("审计期间为2021年1月1日至2021年12月31日", []),
    ],
)
def test_the_period_may_be_told_again(sentence, quotes):
    assert [quote for _, quote in told(["period-year"], body=f"{sentence}。")] == quotes


def test_a_pack_s_words_for_reports_are_words_whatever_signs_they_have(tmp_path):
    pack = tmp_path / "ours.yml"
    pack.write_text("pack: ours\nextends: gxcheck\nwords: {leftover_reports: [年报(]}\n", "utf-8")
    text = text_with(period=f"编制了《2021年年报(》。{PERIOD}")
    review = gxcheck.review(text.encode(), rules=gxcheck.load_rules(pack))
    (outcome,) = [one for one in review.outcomes if one.rule == "year-leftover"]
    assert outcome.verdict == "violated"
