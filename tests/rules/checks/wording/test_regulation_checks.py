"""How the Regulation and the norms around it are cited."""

import pytest
from front_reports import findings, text_with, told

RULES = ["regulation-name", "regulation-number", "superseded-norm"]


@pytest.mark.parametrize(
    "cited",
    [
        "《政府信息公开条例》《条例》",
        "《中华人民共和国政府信息公开条例（修订）》",
        "《中华人民共和国政府信息公开条例》（国务院令第711号）",
        "《中华人民共和国政府信息公开条例》（国令第711号，由国务院令第492号修订）",
        "《中华人民共和国政府信息公开条例》（国务院第711号令）",
        "《优化营商环境条例》（国务院令第722号）",
        "《浙江省政府信息公开条例》《广东省政务公开条例》《湖南省行政程序规定》",
        "《中国共产党党务公开条例（试行）》《中华人民共和国海关政府信息公开办法》",
        "《中华人民共和国政府信息公开工作年度报告格式》（国办公开办函〔2021〕30号）",
        "信息公开条例、新条例",
        "条例（以下简称《信息公开条例》）和《信息公开条例》第五十条",
        "国办公开办函〔2021〕30号，国办公开办函〔2019〕60号同时废止",
    ],
)
def test_right_citations(cited):
    assert told(RULES, body=f"认真学习{cited}。") == []


@pytest.mark.parametrize(
    ("cited", "rule", "quote"),
    [
        ("《中华人民共和国政务公开条例》", "regulation-name", "《中华人民共和国政务公开条例》"),
        ("《中华人民共和国信息公开条例》", "regulation-name", "《中华人民共和国信息公开条例》"),
        ("《中华人民共和国政府信息公开法》", "regulation-name", "《中华人民共和国政府信息公开法》"),
        ("《政府信息公开工作条例》", "regulation-name", "《政府信息公开工作条例》"),
        ("《信息公开\n条例》", "regulation-name", "《信息公开\n条例》"),
        ("条例（国务院令第492号）", "regulation-number", "国务院令第492号"),
        ("《政府信息公开条例》（国务院令第771号）", "regulation-number", "国务院令第771号"),
        ("国办公开办函〔2019〕60号", "superseded-norm", "国办公开办函〔2019〕60号"),
        ("国办公开办函[2019] 60号", "superseded-norm", "国办公开办函[2019] 60号"),
    ],
)
def test_wrong_citations(cited, rule, quote):
    assert told(RULES, body=f"认真学习{cited}。") == [(rule, quote)]


def test_each_citation_is_told():
    body = "落实《政务公开条例》。学习《政务公开条例》。"
    assert len(told(RULES, body=body)) == 2


def test_the_decree_of_an_earlier_year():
    text = text_with(body="学习条例（国务院令第711号）。").replace("2022", "2016")
    (found,) = findings(RULES, text.replace("2023", "2017"))
    assert found.message == "2016年的报告应引用国务院令第492号，文中写的是第711号"
