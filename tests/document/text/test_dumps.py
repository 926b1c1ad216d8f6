import pytest
from reading import outline, paragraphs


def test_headings_inside_a_line():
    line = (
        "本报告由六个部分组成。 一、总体情况 2020年,我市认真做好各项工作。 "
        "(一)聚焦年度任务,夯实基础 一是细化责任。明确分工。二是完善机制。 二、主动公开情况"
    )
    assert paragraphs(line) == [
        "本报告由六个部分组成。",
        "一、总体情况",
        "2020年,我市认真做好各项工作。",
        "(一)聚焦年度任务,夯实基础",
        "一是细化责任。明确分工。二是完善机制。",
        "二、主动公开情况",
    ]


def test_a_heading_with_spaced_signs():
    line = (
        "如有疑问,请联系本局。 一、概 述 根据有关规定的要求,本局开始开展公开工作。 "
        "二、其 他 事 项 2020年,没有需要报告的其他事项。"
    )
    assert paragraphs(line) == [
        "如有疑问,请联系本局。",
        "一、概 述",
        "根据有关规定的要求,本局开始开展公开工作。",
        "二、其 他 事 项",
        "2020年,没有需要报告的其他事项。",
    ]


def test_menu_title_preamble_signature():
    line = (
        "首页 > 公开 甲市财政局2021年度工作年度报告 根据《条例》要求，编制本报告。 "
        "一、其他事项 无 甲市财政局 2022年1月20日"
    )
    assert paragraphs(line) == [
        "首页 > 公开",
        "甲市财政局2021年度工作年度报告",
        "根据《条例》要求，编制本报告。",
        "一、其他事项",
        "无",
        "甲市财政局",
        "2022年1月20日",
    ]


@pytest.mark.parametrize(
    "after",
    [
        ["打印", "关闭", "上一篇：甲市财政局2020年度报告", "下一篇：没有了"],
        ["【打印本页】", "【关闭窗口】"],
        ["扫一扫在手机打开当前页", "分享到：微信"],
        ["附件：统计表"],
        ["责任编辑：办公室", "版权所有：甲市人民政府"],
    ],
)
def test_what_a_page_prints_below_the_signature(after):
    text = ["一、其他事项", "无。", "甲市财政局", "2022年1月20日"]
    assert paragraphs(" ".join(["编制本报告。", *text, *after])) == ["编制本报告。", *text, *after]


@pytest.mark.parametrize(
    "line",
    [
        "一、 总体情况",
        "1、 总体情况",
        "一、概　　述",
        "二、主动公开 政府信息情况",
        "推进 “最多跑一次” 改革，减费用 ”，总数 12 件 ，同比增长 2.1% 。",
        "第二十条 第（一）项",
        "（二）抓实重点。一是推进改革。做好我市 “最多跑一次”事项公开，先后公布两批事项，成效明显。",
        "（一）深化“最多跑一次” 改革。今年以来，我局坚持以群众需求为导向，不断优化服务。",
        "打印 关闭",
        "参见 第五、 六、 九条",
    ],
)
def test_stray_blanks_part_nothing(line):
    assert paragraphs(line) == [line]


def test_a_heading_and_its_short_answer():
    assert paragraphs("六、其他需要报告的事项 无。") == ["六、其他需要报告的事项", "无。"]


def test_each_part_stands_where_it_stood():
    document = outline("前言如下。 一、概述 2020年，我局做了工作。")
    assert document == ["前言如下。", "一、概述", "2020年，我局做了工作。"]
