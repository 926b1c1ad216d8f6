"""Blanks left to fill, and what only looks like one."""

import pytest
from front_reports import told


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("收到申请XX件", "XX"),
        ("收到申请Ｘ件", "Ｘ"),
        ("截至XX年XX月XX日", "XX年XX月XX"),
        ("由××县人民政府负责", "××"),
        ("×月×日印发", "×月×"),
        ("按照〔20XX〕5号文件", "20XX"),
        ("收到申请＊＊件", "＊＊"),
        ("全年公开＿＿＿条", "＿＿＿"),
        ("情况如下（文字描述）", "（文字描述）"),
        ("由（此处填写单位名称）负责", "（此处填写单位名称）"),
        ("参训（）人次", "（）"),
        ("培训共  人参加", "训共  人"),
        ("相关数据待补充", "待补充"),
        ("○○年印发", "○○"),
        ("致电0571-XXXXXXXX", "0571-XXXXXXXX"),
        ("发邮件至xxx@xxx.com", "xxx@xxx.com"),
    ],
)
def test_blanks(text, quote):
    assert told(["placeholder"], body=f"{text}。") == [("placeholder", quote)]


@pytest.mark.parametrize(
    "text",
    [
        "二○○八年起施行",
        "未收到王××、李XX等人的申请",
        "推出“XX一件事”专栏",
        "A、B类事项",
        "3×5矩阵",
        "5*5",
        "＊数据来源于统计部门",
        "XXL号、MAX值",
        "邮箱xxgk@example.gov.cn",
        "网址http://xx.example.gov.cn/xxgk_1.html",
        "内容有待补充",
        "电话057****58",
        "电话057********58",
    ],
)
def test_no_blanks(text):
    assert told(["placeholder"], body=f"{text}。") == []


def test_distant_blanks_are_two():
    body = "收到申请XX件，均在法定期限内予以答复，办结率百分之百，答复XX件。"
    assert len(told(["placeholder"], body=body)) == 2
