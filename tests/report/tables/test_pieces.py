"""Tables copied out of a page: labels in pieces, one below the other, parted by blanks."""

import pytest

import gxcheck
from gxcheck.rules.values import figure_row, figures_of

HEAD = """云岭市水务局2023年政府信息公开工作年度报告
一、总体情况
2023年，我局收到申请8件。
三、收到和处理政府信息公开申请情况
"""
COLUMNS = """申请人情况
（本列数据的勾稽关系为：第一项加第二项之和， 法人或其他组织
自 社会 法律 总
等于第三项加第四项之和） 然 商业 科研 公益 服务 其他 计
人 企业 机构 组织 机构
"""
ROWS = """一、本年新收政府信息公开申请数量 4 1 0 2 0 1 8
二、上年结转政府信息公开申请数量 1 0 0 0 0 0 1
（一）予以公开 3 0 0 2 0 1 6
（二）部分公开（区分处理的，只计这一
1 1 0 0 0 0 2
情形，不计其他情形）
三、 （三）不 1.属于国家秘密 0 0 0 0 0 0 0
本 予公开 2.其他法律行政法规禁止公开 0 0 0 0 0 0 0
3.危及“三安全一稳定” 0 0 0 0 0 0 0
年 4.保护第三方合法权益 0 0 0 0 0 0 0
5.属于三类内部事务信息 0 0 0 0 0 0 0
度 6.属于四类过程性信息 0 0 0 0 0 0 0
7.属于行政执法案卷 0 0 0 0 0 0 0
办 8.属于行政查询事项 0 0 0 0 0 0 0
（四）无 1.本机关不掌握相关政府信息 0 0 0 0 0 0 0
法提供 2.没有现成信息需要另行制作 0 0 0 0 0 0 0
理 3.补正后申请内容仍不明确 0 0 0 0 0 0 0
1.信访举报投诉类申请 0 0 0 0 0 0 0
结 （五）不 2.重复申请 0 0 0 0 0 0 0
予处理 3.要求提供公开出版物 0 0 0 0 0 0 0
4.无正当理由大量反复申请 0 0 0 0 0 0 0
果 5.要求行政机关确认或重新出
具已获取信息 0 0 0 0 0 0 0
1.申请人无正当理由逾期不补正、行政
机关不再处理其政府
信息公开申请 1 0 0 0 0 0 1
（六）其 2.申请人逾期未按收费通知要求缴
他处理
纳费用、行政机关不再处理 0 0 0 0 0 0 0
其政府信息公开申请
3.其他 0 0 0 0 0 0 0
（七）总计 5 1 0 2 0 1 9
四、结转下年度继续办理 0 0 0 0 0 0 0
"""
OUTCOMES = """四、政府信息公开行政复议、行政诉讼情况
行政复议 行政诉讼
未经复议直接起诉 复议后起诉
结 结 其 尚
结 结 其 尚 结 结 其 尚
果 果 他 未
总计 果 果 他 未 总 果 果 他 未 总
维 纠 结 审
维 纠 结 审 计 维 纠 结 审 计
持 正 果 结
持 正 果 结 持 正 果 结
1 2 3 4 10 0 1 0 0 1 5 0 0 6 11
五、存在的主要问题及改进情况
公开不够及时，下一步将加强督促。
"""
LABELS = {"table-label", "table-row-missing", "table-column-missing", "table-missing"}


def figures(text):
    report = gxcheck.parse_text(text)
    return figures_of(report, figure_row(report))


def row(found, path):
    return [figure.value for name, figure in found.items() if name.startswith(f"{path}.")]


def test_the_columns_of_applications():
    found = figures(HEAD + COLUMNS + ROWS + OUTCOMES)
    assert row(found, "applications.received") == [4, 1, 0, 2, 0, 1, 8]
    assert row(found, "applications.partly_disclosed") == [1, 1, 0, 0, 0, 0, 2]
    assert row(found, "applications.closed") == [5, 1, 0, 2, 0, 1, 9]


@pytest.mark.parametrize(
    ("group", "values"),
    [
        ("reviews", [1, 2, 3, 4, 10]),
        ("direct_suits", [0, 1, 0, 0, 1]),
        ("suits_after_review", [5, 0, 0, 6, 11]),
    ],
)
def test_the_outcomes_of_each_group(group, values):
    assert row(figures(HEAD + COLUMNS + ROWS + OUTCOMES), group) == values


def test_labels_that_go_on_above_or_below_their_figures():
    found = figures(HEAD + COLUMNS + ROWS + OUTCOMES)
    assert row(found, "applications.other.correction_overdue") == [1, 0, 0, 0, 0, 0, 1]
    states = {figure.state for name, figure in found.items() if name.startswith("applications.")}
    assert states == {"number"}


def test_pieces_of_labels_are_no_other_words():
    findings = gxcheck.check(gxcheck.parse_text(HEAD + COLUMNS + ROWS + OUTCOMES))
    told = {finding.rule for finding in findings if "表一" not in finding.message}
    assert told & LABELS <= {"table-missing"}


def test_the_place_of_a_label_in_pieces_is_that_of_the_first():
    text = HEAD + COLUMNS + ROWS
    (table,) = [one for one in gxcheck.parse_text(text).tables if one.table == "applications"]
    first = table.columns[0]
    assert (first.text, first.likeness) == ("自然人", "official")
    assert text[first.location.offset] == "自"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("人 企业 机构 组织 机构", "人 企业 组织 机构"),
        ("自 社会 法律 总", "自 法律 社会 总"),
        ("然 商业 科研 公益 服务 其他 计", "商业 然 科研 公益 服务 其他 计"),
    ],
)
def test_pieces_that_give_no_label_or_another_order_place_no_figure(old, new):
    found = figures(HEAD + COLUMNS.replace(old, new) + ROWS)
    assert {figure.state for figure in found.values()} == {"absent"}


def test_a_cell_a_line_whose_header_tells_the_total_before_its_parts():
    pieces = "自然人 法人或其他组织 商业企 业 科研机 构 总计 社会公益 组织 法律服务 其他 机构 "
    found = figures(HEAD + (pieces + ROWS).replace(" ", "\n"))
    assert row(found, "applications.received") == [4, 1, 0, 2, 0, 1, 8]
    assert row(found, "applications.closed") == [5, 1, 0, 2, 0, 1, 9]


HEADER_OF_TWO_LINES = """申请人情况
（本列数据的勾稽关系为：第一项加第二项之和） 自然人 法人或其他组织 总计
商业企业 科研机构 社会公益组织 法律服务机构 其他
"""
TOTAL_FIRST = HEADER_OF_TWO_LINES.replace(
    " 自然人 法人或其他组织 总计", " 总计 自然人 法人或其他组织"
)


def test_a_total_above_the_columns_of_its_group_is_the_last_column():
    found = figures(HEAD + HEADER_OF_TWO_LINES + ROWS)
    assert row(found, "applications.received") == [4, 1, 0, 2, 0, 1, 8]


def test_a_total_before_all_others_is_not_taken_for_the_last_column():
    found = figures(HEAD + TOTAL_FIRST + ROWS)
    assert found["applications.received.total"].value != 8


def test_numerals_written_as_radicals():
    radicals = str.maketrans("一二六八十", "\u2f00\u2f06\uf9d1\u2f0b\u2f17")
    found = figures((HEAD + COLUMNS + ROWS + OUTCOMES).translate(radicals))
    assert row(found, "applications.received") == [4, 1, 0, 2, 0, 1, 8]
    assert row(found, "reviews") == [1, 2, 3, 4, 10]


def test_a_unit_apart_from_its_figure():
    text = """二、主动公开政府信息情况
第二十条第（一）项
信息内容 本年新制作数量 本年新公开数量 对外公开总数量
规章 0 0 0
规范性文件 1 1 5
第二十条第（九）项
信息内容 采购项目数量 采购总金额
政府集中采购 2 35.6 万元
"""
    found = figures(
        HEAD.replace("2023", "2020").replace("三、收到和处理政府信息公开申请情况\n", text)
    )
    amount = found["proactive.procurement.amount"]
    assert (str(amount.value), amount.unit) == ("35.6", "万元")
