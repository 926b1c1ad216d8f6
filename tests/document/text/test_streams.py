import pytest
from reading import outline, paragraphs, rows

FORM = """二、主动公开情况
信息内容
本年制发件数
现行有效件数
规章
0
3
规范性文件
1
12
三、收到和处理申请情况
（勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）
自然人
总计
一、本年新收申请数量
3
3
二、上年结转申请数量
0
0
三、本年度办理结果
（一）予以公开
3
3
四、结转下年度继续办理
0
0
四、行政复议情况
结果维持
总计
0
0
0
五、存在的主要问题
无"""


def test_a_cell_a_line_between_the_headings_of_sections():
    found = outline(FORM)
    assert [block for block in found if isinstance(block, str)] == [
        "二、主动公开情况",
        "三、收到和处理申请情况",
        "四、行政复议情况",
        "五、存在的主要问题",
        "无",
    ]
    proactive, applications, reviews = (block for block in found if isinstance(block, list))
    assert proactive == [FORM.split("\n")[1:10]]
    assert applications == [FORM.split("\n")[11:27]]
    assert reviews == [["结果维持", "总计", "0", "0", "0"]]


@pytest.mark.parametrize(
    "marks", [["贰、", "叁、", "肆、", "伍、"], [f"第{number}部分 " for number in "二三四五"]]
)
def test_headings_numbered_otherwise(marks):
    titles = ["主动公开情况", "收到和处理申请情况", "行政复议情况", "存在的主要问题"]
    text = FORM
    for plain, mark, title in zip("二三四五", marks, titles, strict=True):
        text = text.replace(f"{plain}、{title}", mark + title)
    assert list(map(type, outline(text))) == list(map(type, outline(FORM)))


def test_the_last_row_may_be_missing():
    text = FORM.replace("四、结转下年度继续办理\n0\n0\n", "")
    assert "四、行政复议情况" in outline(text)


def test_empty_lines_between_cells():
    text = "二、主动公开\n\n内容\n\n件数\n\n规章\n\n0\n\n\n\n3\n\n文件\n\n1\n\n2\n\n4\n\n三、申请\n"
    assert outline(text) == [
        "二、主动公开",
        [["内容", "件数", "规章", "0", "", "3", "文件", "1", "2", "4"]],
        "三、申请",
    ]


@pytest.mark.parametrize("between", [2, 3])
def test_several_empty_lines_between_all_cells(between):
    text = FORM.replace("\n", "\n" * (between + 1))
    assert outline(text) == outline(FORM)


def test_rows_with_blanks_between():
    text = "信息内容 本年制发件数 现行有效件数\n规章 0 3\n规范性文件 1 1,200\n说明如下。"
    assert outline(text) == [
        [
            ["信息内容", "本年制发件数", "现行有效件数"],
            ["规章", "0", "3"],
            ["规范性文件", "1", "1,200"],
        ],
        "说明如下。",
    ]


@pytest.mark.parametrize("row", ["", "规范性文件  1  0  详见目录\n"])
def test_one_row_of_figures_below_as_many_words(row):
    header = "信息内容  制发件数  废止件数  有效件数"
    text = f"说明。\n{header}\n规章  0  0  3\n{row}信息内容  数量\n许可  7\n"
    cells = [line.split() for line in text.splitlines()[1:]]
    assert outline(text) == ["说明。", cells]


ANNEX = """附件
统计指标
单位
统计数
一、主动公开情况
——
（一）公开数
条
2904
（二）发文数
件
9
二、复议数量
件
4
三、诉讼数量
件
2
四、投诉数量
件
1"""


def test_rows_of_an_attachment_go_on_with_no_section():
    body = "一、概述\n我局工作有序。\n二、公开\n公开及时。\n其他\n没有其他事项。\n"
    after = "一、概述\n又是一份报告，从头说起。\n二、公开\n公开及时。\n"
    found = outline(f"{body}{ANNEX}\n{after}")
    assert found[6:] == ["附件", [ANNEX.split("\n")[1:]], *after.split()]


def test_a_label_wrapped_above_its_figures():
    text = "（二）部分公开（只计这一情形，\n不计其他情形） 0 1\n（三）总计 0 1\n"
    assert rows(text) == [
        ["（二）部分公开（只计这一情形，\n不计其他情形）", "0", "1"],
        ["（三）总计", "0", "1"],
    ]


def test_figures_below_their_label():
    assert rows("一、新收申请数量\n1 0 0 1\n二、结转申请数量\n2 0 0 2\n") == [
        ["一、新收申请数量", "1", "0", "0", "1"],
        ["二、结转申请数量", "2", "0", "0", "2"],
    ]


def test_labels_units_and_figures():
    lines = [f"{n}.公开数 条 {n}" for n in range(1, 7)]
    assert rows("\n".join(lines)) == [[f"{n}.公开数", "条", str(n)] for n in range(1, 7)]


def test_tables_in_one_line():
    line = (
        "根据规定编制本报告。 一、总体情况 2021年，我局共公开信息 12 条。"
        + "我局认真做好各项工作。" * 15
        + " 二、主动公开 内容 制发件数 有效件数 规章 0 0 3 文件 1 0 2 三、其他事项 无"
    )
    assert outline(line)[-4:] == [
        "二、主动公开",
        [["内容", "制发件数", "有效件数", "规章", "0", "0", "3", "文件", "1", "0", "2"]],
        "三、其他事项",
        "无",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "10\n14",
        "一、概述\n无\n二、公开\n无\n三、申请\n无\n四、收费\n0",
        "共受理申请\n12\n件，办结\n10\n件，结转\n2\n件，占\n16\n。",
        "地址：甲路1号\n邮编：315000\n电话：0574-87180001\n传真：87180002",
        "目录\n一、概述 1\n二、公开 2\n三、申请 3",
        "2021年 1 月 20 日\n2022年 1 月 20 日\n2023年 1 月 20 日",
        "全年公开信息 120 条，\n其中文件 12 件，\n办理申请 3 件，\n办结 3 件。",
    ],
)
def test_prose_is_no_table(text):
    paragraphs(text)


def test_a_numbered_row_with_its_unit_is_no_heading():
    told = ["三、收到申请数", "件", "4", "（一）当面申请数", "件", "1"]
    told += [
        "四、行政复议数量",
        "件",
        "0",
        "（一）维持数",
        "件",
        "0",
        "五、行政诉讼数量",
        "件",
        "2",
    ]
    for gap in ("\n", "\n\n"):
        head = "附件：统计表\n统计指标\n单位\n统计数"
        found = rows(f"{head}\n{gap.join(told)}\n某局\n")
        assert [cell for row in found for cell in row][-len(told) :] == told


@pytest.mark.parametrize("date", ["2015.3.27", "2015-3-27", "2015/3/27", "2015年3月27日"])
def test_a_date_above_a_table_is_none_of_its_cells(date):
    table = FORM.partition("\n")[2]
    found = outline(f"附件：统计表\n某局\n{date}\n附件\n{table}")
    assert found[:4] == ["附件：统计表", "某局", date, "附件"]


def test_a_row_numbered_in_full_width_digits_is_no_heading():
    row = "３.其他\n０\n０\n０\n０\n０\n０\n０\n（七）总计\n３\n０\n０\n０\n０\n０\n３"
    text = FORM.replace("四、结转下年度继续办理\n0\n0", row + "\n四、结转下年度继续办理\n0\n0")
    assert "３.其他" not in outline(text)


@pytest.mark.parametrize("blanks", ["  ", "\u3000\u3000"])
def test_letters_set_apart_are_one_label(blanks):
    text = FORM.replace("总计", f"总{blanks}计").replace("规章", f"规{blanks}章")
    tables = (block for block in outline(text) if isinstance(block, list))
    cells = [cell for table in tables for row in table for cell in row]
    assert cells.count(f"总{blanks}计") == 2
    assert f"规{blanks}章" in cells


def test_letters_set_apart_among_cells_set_apart():
    text = FORM.replace("结果维持\n总计", "结果维持  总  计")
    (*_, cells) = (row for block in outline(text) if isinstance(block, list) for row in block)
    assert cells[:2] == ["结果维持", "总  计"]
