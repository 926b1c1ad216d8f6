"""Personal numbers and names, attachments and figures."""

import pytest
from prose_reports import quotes
from texts import PREAMBLE, text

import gxcheck
from gxcheck.rules.evaluation.evaluate import prepare
from gxcheck.rules.packs.loader import shipped_rules
from gxcheck.rules.proving.partial import partial_report

ALL = ("privacy-id-number", "privacy-mobile", "privacy-bank-card", "privacy-applicant")


@pytest.mark.parametrize(
    ("wrong", "rule", "quote"),
    [
        ("身份证号11010519491231002X已核对。", "privacy-id-number", "11010519491231002X"),
        ("身份证号110105 19491231 002x。", "privacy-id-number", "110105 19491231 002x"),
        ("手机１３８００１３８０００已回访。", "privacy-mobile", "１３８００１３８０００"),
        ("手机138 0013 8000已回访。", "privacy-mobile", "138 0013 8000"),
        ("手机+86 13800138000已回访。", "privacy-mobile", "86 13800138000"),
        ("退至6222021234567890128。", "privacy-bank-card", "6222021234567890128"),
        ("退至4111-1111-1111-1111。", "privacy-bank-card", "4111-1111-1111-1111"),
        ("限制了方某某、夏某某的申请权。", "privacy-applicant", "方某某、夏某某"),
        ("收到李某提出的申请。", "privacy-applicant", "李某"),
        ("申请人欧阳明不服答复。", "privacy-applicant", "欧阳明"),
        ("申请人：李晓明，申请内容为征地批文。", "privacy-applicant", "李晓明"),
        ("已答复张三（申请人）。", "privacy-applicant", "张三"),
        ("王某某诉县政府信息公开案已审结。", "privacy-applicant", "王某某"),
        ("刘强诉县人民政府信息公开案已审结。", "privacy-applicant", "刘强"),
        ("村民赵小平等5人申请公开征地信息。", "privacy-applicant", "赵小平"),
        ("受理陈海燕提交的信息公开申请。", "privacy-applicant", "陈海燕"),
    ],
)
def test_what_tells_of_a_person(wrong, rule, quote):
    assert quotes(wrong, *ALL) == [(rule, quote)]


@pytest.mark.parametrize(
    "right",
    [
        "编号110105194912310021，证号110105********002X。",
        "编号110105194913310020，代码91530000000000000X。",
        "采购金额13800138000元，来电13800138001次。",
        "网址http://a.gov.cn/13800138000.html，邮箱13800138000@163.com。",
        "电话0571-85000000，文号20230101000123456，票号6222021234567890123。",
        "局长张某某主持，副县长李建国出席，联系人王芳。",
        "申请人何时提出、申请人高度关注的问题均已说明，申请人程序权利有保障。",
        "对方某公司、某些申请人、某镇某村的情况不便公开。",
        "受理高新区的申请，收到江苏省的申请，答复马庄村的申请。",
        "原告不服提起上诉，公民依法申请，村民代表参加，群众投诉、起诉渠道畅通。",
        "申请人李庄村村民委员会、第三人江北公司不服。",
    ],
)
def test_what_tells_of_nobody(right):
    assert quotes(right, *ALL) == []


def test_the_contact_may_be_a_mobile_number_wherever_it_stands():
    asked = PREAMBLE + "如有疑问，请与云岭市司法局办公室联系，电话：13800138000。"
    found = {finding.rule for finding in gxcheck.check(text(preamble=asked).encode())}
    assert "privacy-mobile" not in found
    assert "contact-mobile" in found
    again = text(preamble=asked, signature="云岭市司法局（电话13800138000）\n2024年1月15日")
    assert "privacy-mobile" not in {finding.rule for finding in gxcheck.check(again.encode())}


def of_partial(rule, values):
    chosen = [one for one in shipped_rules().rules if one.id == rule]
    program = prepare(chosen, 2021, shipped_rules().words)
    return program.evaluate(partial_report(values, 2021), "zh")


def test_an_attachment_that_does_not_follow():
    named = "云岭市司法局\n2024年1月15日\n附件：公开培训情况一览表"
    (finding,) = [
        f for f in gxcheck.check(text(signature=named).encode()) if f.rule == "attachment-missing"
    ]
    assert finding.quote == "公开培训情况一览表"
    there = named + "\n公开培训情况一览表\n培训2次，参加60人次。"
    assert "attachment-missing" not in {
        f.rule for f in gxcheck.check(text(signature=there).encode())
    }


def test_figures_are_not_judged_in_plain_text():
    words = "各类占比如图1所示，趋势见图2。"
    assert quotes(words, "figure-missing") == []
    section = {"role": "overview", "number": "一、", "title": "总体情况", "text": words}
    found = of_partial("figure-missing", {"sections": [section]})
    assert [finding.quote for finding in found.findings] == ["如图1", "见图2"]
    section["text"] += "\n图1 各类占比\n（图2）趋势"
    assert not of_partial("figure-missing", {"sections": [section]}).findings
