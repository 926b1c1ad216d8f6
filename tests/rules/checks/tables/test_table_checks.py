"""Tables that are lost, cut, renamed, or of another year."""

import pytest
from builders import (
    findings,
    findings_of,
    grid,
    places,
    relabelled,
    report,
    with_row,
    without_column,
    without_row,
)

from gxcheck.report.forms import form

RULES = [
    *("annex-missing", "table-missing", "table-row-missing", "table-column-missing"),
    *("table-row-extra", "table-label", "other-handling-split", "cell-blank", "cell-not-a-number"),
    *("cell-negative", "cell-not-whole", "cell-unit", "cell-none-mark", "unit-wrong"),
    *("cells-shifted", "range", "carried-forward-exceeds", "closed-exceeds"),
    *("part-exceeds-total", "neighbours", "documents-in-force", "rules-by-department"),
]


@pytest.mark.parametrize("edition", [2008, 2019, 2021])
@pytest.mark.parametrize("organ", ["云阳县林业局", "云阳县人民政府", "云阳县凤鸣镇人民政府"])
def test_the_official_tables_are_clean(edition, organ):
    assert findings_of(RULES, report(edition, organ=organ)) == []


@pytest.mark.parametrize("edition", [2019, 2021])
@pytest.mark.parametrize(
    ("table", "role"),
    [("proactive", "proactive"), ("applications", "applications"), ("litigation", "reviews")],
)
def test_a_lost_table_is_one_finding_at_its_heading(edition, table, role):
    found = findings_of([*RULES, "applications-balance"], report(edition, without=[table]))
    assert [(f.rule, f.place) for f in found] == [("table-missing", f"sections.{role}")]
    assert found[0].quote == next(
        s.heading.text for s in report(edition).sections if s.role == role
    )


def test_a_table_of_which_little_is_left_counts_as_lost():
    scraps = grid(2021, "applications")[:3]
    found = findings_of(RULES, report(2021, {"applications": scraps}))
    assert [f.rule for f in found] == ["table-missing"]
    assert "175" in found[0].message
    assert "14" in found[0].message


def test_the_annex_is_asked_for_since_2014():
    assert places("annex-missing", report(2008, without=["annex"])) == ["annex"]
    assert places("annex-missing", report(2008, without=["annex"], year=2013)) == []
    assert places("annex-missing", report(2008)) == []


def test_each_lost_row_is_named():
    rows = without_row(grid(2021, "applications"), "重复申请")
    rows = without_row(rows, "上年结转")
    found = findings("table-row-missing", report(2021, {"applications": rows}))
    assert [f.place for f in found] == ["applications.carried", "applications.not_handled.repeated"]
    assert "“2.重复申请”" in found[1].message
    assert (
        "repeated"
        in findings("table-row-missing", report(2021, {"applications": rows}), "en")[1].message
    )


def test_where_most_rows_are_lost_one_finding_says_so():
    rows = grid(2021, "applications")
    found = findings("table-row-missing", report(2021, {"applications": rows[:6]}))
    assert len(found) == 1
    assert "20" in found[0].message


def test_a_lost_row_of_the_annex():
    rows = without_row(grid(2008, "annex"), "传真申请数")
    assert places("table-row-missing", report(2008, {"annex": rows})) == ["annex.applications.fax"]
    assert places("table-row-missing", report(2008, {"annex": rows}, year=2012)) == []


def test_local_tables_of_the_annex_in_later_reports_are_not_on_trial():
    rows = without_row(grid(2019, "proactive"), "规范性文件")
    local = [*rows, ["统计指标", "单位", "统计数"], ["主动公开政府信息数", "条", "8"]]
    found = findings_of(RULES, report(2019, {"proactive": local}))
    assert [(f.rule, f.place) for f in found] == [
        ("table-row-missing", "proactive.normative_documents")
    ]


@pytest.mark.parametrize("label", ["自然人", "科研机构", "总计"])
def test_a_lost_column_of_applications(label):
    rows = without_column(grid(2021, "applications"), label)
    found = findings_of(RULES, report(2021, {"applications": rows}))
    assert [f.rule for f in found] == ["table-column-missing"]
    assert f"“{label}”" in found[0].message


@pytest.mark.parametrize(
    ("label", "upto", "place"),
    [
        ("现行有效件数", "第二十条第（五）项", "proactive.regulations.in_force"),
        ("本年废止件数", "第二十条第（五）项", "proactive.regulations.repealed"),
    ],
)
def test_a_lost_column_of_documents(label, upto, place):
    rows = without_column(grid(2021, "proactive"), label, upto)
    found = findings_of(RULES, report(2021, {"proactive": rows}))
    assert [(f.rule, f.place) for f in found] == [("table-column-missing", place)]


def test_a_lost_outcome_of_one_group_and_a_lost_group():
    rows = [row[:3] + row[4:] if len(row) > 5 else row for row in grid(2021, "litigation")]
    found = findings_of(RULES, report(2021, {"litigation": rows}))
    assert [(f.rule, f.place) for f in found] == [("table-column-missing", "reviews.pending")]
    rows = [row[:-5] if len(row) > 5 else row[:-1] for row in grid(2021, "litigation")]
    found = findings_of(RULES, report(2021, {"litigation": rows}))
    assert [(f.rule, f.place) for f in found] == [("table-column-missing", "suits_after_review")]


def test_rows_of_another_form_are_not_missing():
    of = report(2021, {"proactive": grid(2019, "proactive")})
    assert of.edition == 2019
    assert findings_of(RULES, of) == []


def test_rows_beyond_the_form():
    rows = grid(2021, "applications")
    rows.insert(-1, ["9.申请人自愿撤回的案件", *"0000000"])
    found = findings("table-row-extra", report(2021, {"applications": rows}))
    assert [f.quote for f in found] == ["9.申请人自愿撤回的案件"]


@pytest.mark.parametrize(
    ("edition", "name", "label"),
    [
        (2021, "applications", "2.重复申请"),
        (2021, "proactive", "行政处罚"),
        (2019, "proactive", "规章"),
        (2008, "annex", "六、举报投诉数量"),
    ],
)
@pytest.mark.parametrize("figures", ["0", "3"])
def test_a_row_that_stands_twice(edition, name, label, figures):
    rows = grid(edition, name)
    at = next(n for n, row in enumerate(rows) if row[0] == label)
    rows.insert(at + 1, [text.replace("0", figures) for text in rows[at]])
    found = findings("table-row-extra", report(edition, {name: rows}))
    assert [(f.quote, "重复出现" in f.message) for f in found] == [(label, True)]


def test_a_table_that_stands_twice_has_no_row_too_many():
    rows = grid(2021, "applications")
    assert not findings("table-row-extra", report(2021, {"applications": [*rows, *rows]}))


def test_altered_labels_are_told_with_the_official_words():
    rows = relabelled(grid(2021, "applications"), "社会公益组织", "社会公益机构")
    rows = relabelled(rows, "2.重复申请", "2.重复的申请")
    found = findings("table-label", report(2021, {"applications": rows}))
    assert [f.values["official"] for f in found] == ["社会公益组织", "2.重复申请"]
    assert [f.place for f in found] == [
        "applications.public_welfare_organisation",
        "applications.not_handled.repeated",
    ]


def test_labels_that_are_cut_alike_are_one_finding():
    rows = relabelled(grid(2019, "proactive"), "本年新制作数量", "本年新")
    rows = relabelled(rows, "本年新公开数量", "本年新")
    (found,) = findings("table-label", report(2019, {"proactive": rows}))
    assert "“本年新制作数量”“本年新公开数量”" in found.message


GROUPED = {
    "disclosed": "三、本年度办理结果",
    "refused": "（三）不予公开",
    "unavailable": "（四）无法提供",
}


def grouped(**changed: str) -> list[list[str]]:
    """The table of applications with groups before its rows, as it is printed."""
    table = form(2021).tables["applications"]
    rows = grid(2021, "applications")
    header = [["项目", "自然人", "法人或其他组织", "总计"], ["", *rows[0][2:-1]]]
    labels = {**GROUPED, **changed}
    groups = [labels.get(line.key.split(".")[0], "") for line in table.rows]
    firsts = [group if group not in groups[:n] else "" for n, group in enumerate(groups)]
    return [*header, *([group, *row] for group, row in zip(firsts, rows[1:], strict=True))]


def test_an_altered_group_is_told_as_well():
    assert findings_of(RULES, report(2021, {"applications": grouped()})) == []
    rows = grouped(refused="（三）不公开的")
    (found,) = findings_of(RULES, report(2021, {"applications": rows}))
    assert found.rule == "table-label"
    assert found.values["official"] == "（三）不予公开"


def test_the_item_that_heads_a_block_is_a_label():
    rows = relabelled(grid(2021, "proactive"), "第二十条第（五）项", "第二十条第（四）项")
    (found,) = findings_of(RULES, report(2021, {"proactive": rows}))
    assert (found.rule, found.values["official"]) == ("table-label", "第二十条第（五）项")
    rows = relabelled(grid(2021, "proactive"), "第二十条第（五）项", "第二十条  第（五）项")
    assert findings_of(RULES, report(2021, {"proactive": rows})) == []


def test_words_of_an_older_form_are_altered_labels_too():
    rows = relabelled(grouped(refused="（三）不同意公开"), "1.属于国家秘密", "1.涉及国家秘密")
    found = findings_of(RULES, report(2021, {"applications": rows}))
    assert [(f.rule, f.values["official"]) for f in found] == [
        ("table-label", "（三）不予公开"),
        ("table-label", "1.属于国家秘密"),
    ]


def test_the_first_column_in_wholly_other_words():
    rows = relabelled(grid(2021, "applications"), "自然人", "个人")
    (found,) = findings_of(RULES, report(2021, {"applications": rows}))
    assert (found.rule, found.values["official"]) == ("table-label", "自然人")


@pytest.mark.parametrize("words", ["未复议直接起诉", "未经复议起诉"])
def test_an_altered_group_of_outcomes(words):
    rows = relabelled(grid(2021, "litigation"), "未经复议直接起诉", words)
    (found,) = findings_of(RULES, report(2021, {"litigation": rows}))
    assert (found.rule, found.values["official"]) == ("table-label", "未经复议直接起诉")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("规章", "规 章"),
        ("行政规范性文件", "规范性文件"),
        ("第二十条第（一）项", "第二十条 第(一)项"),
        ("本年收费金额（单位：万元）", "本年收费金额"),
    ],
)
def test_labels_that_mean_the_same_are_left_alone(old, new):
    rows = relabelled(grid(2021, "proactive"), old, new)
    assert findings_of(RULES, report(2021, {"proactive": rows})) == []


def test_one_row_of_other_handling_replaces_three_missing_ones():
    split = ("1.申请人", "2.申请人", "3.其他")
    rows = [row for row in grid(2021, "applications") if not row[0].startswith(split)]
    rows.insert(-2, ["（六）其他处理", *"0000000"])
    found = findings_of(RULES, report(2021, {"applications": rows}))
    assert [(f.rule, f.place) for f in found] == [("other-handling-split", "applications.other")]
    assert found[0].quote == "（六）其他处理"


def test_a_group_of_other_handling_above_its_three_rows_is_right():
    rows = grid(2021, "applications")
    at = next(n for n, row in enumerate(rows) if row[0].startswith("1.申请人"))
    rows.insert(at, ["（六）其他处理", *[""] * 7])
    assert findings_of(RULES, report(2021, {"applications": rows})) == []


def test_a_short_row_is_a_cell_without_figure():
    rows = with_row(grid(2021, "proactive"), "行政规范性文件", [1, 0])
    found = findings_of(RULES, report(2021, {"proactive": rows}))
    assert [(f.rule, f.place) for f in found] == [
        ("cell-blank", "proactive.normative_documents.in_force")
    ]
