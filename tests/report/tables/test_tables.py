"""Tables in many layouts give the same figures; what is not there is not invented."""

from dataclasses import replace

import pytest

from gxcheck.document import read_text
from gxcheck.document.model import Cell, Document, Location, Table
from gxcheck.report.tables.found import FoundTables
from gxcheck.report.tables.reader import read_tables

COLUMNS = ["自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计"]
KEYS = [
    "natural_person",
    "commercial_enterprise",
    "research_institution",
    "public_welfare_organisation",
    "legal_service_organisation",
    "other_organisation",
    "total",
]
OUTCOME_WORDS = ["结果维持", "结果纠正", "其他结果", "尚未审结", "总计"]
IN_ANNEX = ["total", "upheld", "corrected", "other"]


def table(rows: list[list[str]], block: int = 0) -> Table:
    """A table whose spans are not known, as plain text shows it."""
    cells = [
        tuple(
            Cell(text, Location(block, 0, len(text), row, column))
            for column, text in enumerate(texts)
        )
        for row, texts in enumerate(rows)
    ]
    return Table(tuple(cells), Location(block), spans_known=False)


def spanned(rows: list[list[tuple[str, int, int, int]]]) -> Table:
    """A table of cells (text, column, rows spanned, columns spanned)."""
    cells = [
        tuple(
            Cell(text, Location(0, 0, len(text), row, column), row_span=down, column_span=across)
            for text, column, down, across in texts
        )
        for row, texts in enumerate(rows)
    ]
    return Table(tuple(cells), Location(0))


def read(*tables: Table) -> FoundTables:
    return read_tables(Document(tables))


def values(found: FoundTables, prefix: str = "") -> dict[str, object]:
    return {
        path.removeprefix(prefix): figure.value if figure.state == "number" else figure.state
        for path, figure in found.figures.items()
        if path.startswith(prefix)
    }


TAB = [
    ["（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）", "申请人情况"],
    ["", "自然人", "法人或其他组织", "总计"],
    ["", "", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", ""],
]
PIPES = [
    [*TAB[0], "", "", "", "", "", "", "", ""],
    ["自然人", "法人或其他组织", "总计", "", "", "", ""],
    ["商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "", ""],
]
FLAT = [["项目", *COLUMNS]]


@pytest.mark.parametrize("header", [TAB, PIPES, FLAT])
@pytest.mark.parametrize("padding", [[], ["", "", ""]])
def test_columns_are_found_in_every_layout_of_the_header(header, padding):
    found = read(table([*header, ["一、本年新收政府信息公开申请数量", *"1234567", *padding]]))
    assert values(found, "applications.received.") == dict(zip(KEYS, range(1, 8), strict=True))


@pytest.mark.parametrize("padding", [[], ["", ""]])
def test_the_first_column_may_be_misnamed(padding):
    header = [[cell.replace("自然人", "个人") for cell in row] for row in PIPES]
    found = read(table([*header, ["一、本年新收政府信息公开申请数量", *"1234567", *padding]]))
    assert values(found, "applications.received.") == dict(zip(KEYS, range(1, 8), strict=True))


def test_a_cell_a_line():
    cells = [text for row in TAB for text in row if text]
    cells += [
        "一、本年新收政府信息公开申请数量",
        *"1234567",
        "三、本年度办理结果",
        "（一）予以公开",
        *"0000000",
    ]
    cells += ["（三）不予公开", "1.属于国家秘密", *"7654321", "四、结转下年度继续办理", *"1111111"]
    found = values(read(table([cells])), "applications.")
    assert [found[f"received.{key}"] for key in KEYS] == [1, 2, 3, 4, 5, 6, 7]
    assert [found[f"refused.state_secret.{key}"] for key in KEYS] == [7, 6, 5, 4, 3, 2, 1]
    assert found["carried_forward.total"] == 1
    assert len(found) == 28


def test_order_of_columns_and_rows_does_not_matter():
    header = ["项目", *reversed(COLUMNS)]
    rows = [
        ["四、结转下年度继续办理", *"1234567"],
        ["二、上年结转政府信息公开申请数量", *"7654321"],
    ]
    found = values(read(table([header, *rows])), "applications.")
    assert found["carried_forward.total"] == 1
    assert found["carried_forward.natural_person"] == 7
    assert found["carried.natural_person"] == 1


def test_a_lost_column_is_absent_and_shifts_nothing():
    header = [text for text in FLAT[0] if text != "科研机构"]
    found = values(read(table([header, ["（一）予以公开", *"123456"]])), "applications.disclosed.")
    assert "research_institution" not in found
    assert found["public_welfare_organisation"] == 3
    assert found["total"] == 6


def test_a_column_label_with_a_slip_is_found_by_likeness():
    header = [
        "项目" if text == "项目" else text.replace("社会公益组织", "社会公益机构")
        for text in FLAT[0]
    ]
    found = read(table([header, ["（一）予以公开", *"1234567"]]))
    assert values(found, "applications.disclosed.")["public_welfare_organisation"] == 4
    assert [label.key for label in found.tables["applications"].columns if label.similar] == [
        "public_welfare_organisation"
    ]


def test_columns_of_which_a_page_keeps_the_first_words():
    header = ["信息内容", "本年新", "本年新", "对外公开总数量"]
    found = read(table([header, ["规章", *"123"], ["规范性文件", *"456"]]))
    assert values(found, "proactive.regulations.") == {"made": 1, "disclosed": 2, "total": 3}
    similar = [label.key for label in found.tables["proactive"].columns if label.similar]
    assert similar == ["made", "disclosed"]


def test_first_words_that_may_be_those_of_either_column_are_no_columns():
    found = read(table([["信息内容", "本年新", "对外公开总数量"], ["规章", *"13"]]))
    assert values(found, "proactive.regulations.") == {"total": 3}


def test_a_blank_cell_for_all_columns_but_the_total():
    found = read(table([*PIPES[1:], ["（一）予以公开", "", "7"]]))
    states = {key: one.state for key, one in found.figures.items() if "disclosed" in key}
    assert values(found, "applications.disclosed.")["total"] == 7
    assert sorted(states.values()) == ["blank"] * 6 + ["number"]


def test_a_row_label_with_a_slip_is_found_by_likeness_and_a_stranger_is_extra():
    rows = [
        ["（一）予以公开", *"0000000"],
        ["（三）不予公开", "1.属于国家机密", *"1000001"],
        ["", "2.其他法律行政法规禁止公开", *"0000000"],
        ["", "9.申请人自愿撤回的案件", *"0000000"],
    ]
    found = read(table([*FLAT, *rows]))
    assert values(found, "applications.refused.state_secret.")["total"] == 1
    similar = [label.key for label in found.tables["applications"].rows if label.similar]
    assert similar == ["refused.state_secret"]
    extra = [cell.text for cell in found.tables["applications"].extra_rows]
    assert extra == ["9.申请人自愿撤回的案件"]


def test_blank_cells_at_the_left_of_a_part_on_another_page():
    """It has no header, and its columns are counted by themselves."""
    header = table(
        [["项目", "说明", *COLUMNS], ["一、本年新收政府信息公开申请数量", "", *"1234567"]]
    )
    below = table([["（七）总计", "", "54", "", "3", "", "5", "9"]] * 2, block=1)
    rows = tuple(
        tuple(replace(cell, location=replace(cell.location, page=2)) for cell in row)
        for row in below.rows
    )
    found = values(read(header, replace(below, rows=rows)))
    assert found["applications.closed.commercial_enterprise"] == 54
    assert found["applications.closed.total"] == 9


def test_cells_keep_their_states():
    row = ["（一）予以公开", "", "/", "无", "1,234", "约3", "５件", "-2"]
    found = read(table([*FLAT, row]))
    figures = [found.figures[f"applications.disclosed.{key}"] for key in KEYS]
    assert [figure.state for figure in figures] == [
        "blank",
        "none_mark",
        "none_mark",
        "number",
        "text",
        "number",
        "number",
    ]
    assert [figure.value for figure in figures] == [None, None, None, 1234, None, 5, -2]
    assert figures[5].unit == "件"


def test_words_for_signs():
    row = ["（一）予以公开", "增3", "减4", "新增2", "减少1件", "增加1,200", "增幅5", "增"]
    found = read(table([*FLAT, row]))
    figures = [found.figures[f"applications.disclosed.{key}"] for key in KEYS]
    assert [figure.value for figure in figures] == [3, -4, 2, -1, 1200, None, None]


@pytest.mark.parametrize("text", ["-3", "－3", "−3", "—3", "–3", "负3"])
def test_all_signs_of_a_negative_figure(text):
    found = read(table([*FLAT, ["（一）予以公开", text, *"234567"]]))
    assert found.figures["applications.disclosed.natural_person"].value == -3


@pytest.mark.parametrize("words", ["O", "3..5"])
def test_words_in_the_place_of_a_figure_stay_in_their_column(words):
    row = ["（一）予以公开", words, *"234567"]
    found = values(read(table([*FLAT, row])), "applications.disclosed.")
    assert [found[key] for key in KEYS] == ["text", 2, 3, 4, 5, 6, 7]


def test_blank_rows_of_an_unfilled_form_are_blank_not_absent():
    found = values(read(table([*TAB, ["（七）总计", *[""] * 7], ["", "", "3.其他", *[""] * 7]])))
    assert {path for path, value in found.items() if value == "blank"} == {
        f"applications.{row}.{key}" for row in ("closed", "other.other") for key in KEYS
    }


def test_other_handling_that_heads_its_parts_in_lines_has_no_figures():
    first = "1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请"
    second = "2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请"
    parts = ["（六）其他处理", first, *"0000011", second, *"0000000", "3.其他", *"2000002"]
    found = read(table([[*(text for row in TAB for text in row if text), *parts]]))
    assert values(found)["applications.other.other.total"] == 2
    assert not any("undivided" in path for path in values(found))
    assert len(found.tables["applications"].rows) == 3


def test_other_handling_is_a_row_in_2019_and_a_group_in_2021():
    old = values(read(table([*FLAT, ["（六）其他处理", *"0000011"]])))
    assert old["applications.other.undivided.total"] == 1
    rows = [
        [
            "",
            "（六）其他处理",
            "1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请",
            *"0000011",
        ],
        ["", "", "3.其他", *"2000002"],
    ]
    new = values(read(table([*FLAT, *rows])))
    assert new["applications.other.correction_overdue.total"] == 1
    assert new["applications.other.other.total"] == 2
    assert not any("undivided" in path for path in new)


OUTCOMES = ["结果维持", "结果纠正", "其他结果", "尚未审结", "总计"]
FIFTEEN = [str(number) for number in range(101, 116)]
PARTS = [
    f"{group}.{outcome}"
    for group in ("reviews", "direct_suits", "suits_after_review")
    for outcome in ("upheld", "corrected", "other", "pending", "total")
]


@pytest.mark.parametrize(
    "rows",
    [
        [["行政复议", "行政诉讼"], ["", "未经复议直接起诉", "复议后起诉"], OUTCOMES * 3, FIFTEEN],
        [
            ["行政复议", "行政诉讼", "", ""],
            ["未经复议直接起诉", "复议后起诉", ""],
            OUTCOMES * 3,
            FIFTEEN,
        ],
        [["行政复议", "行政诉讼", "未经复议直接起诉", "复议后起诉", *OUTCOMES * 3, *FIFTEEN]],
        [
            ["", *OUTCOMES],
            ["行政复议", *FIFTEEN[:5]],
            ["未经复议直接起诉", *FIFTEEN[5:10]],
            ["复议后起诉", *FIFTEEN[10:]],
        ],
    ],
)
def test_reviews_and_lawsuits_in_every_layout(rows):
    assert values(read(table(rows))) == dict(zip(PARTS, range(101, 116), strict=True))


@pytest.mark.parametrize(
    "tables",
    [
        [
            [["行政复议"], OUTCOMES, FIFTEEN[:5]],
            [
                ["行政诉讼"],
                ["未经复议直接起诉", "复议后起诉"],
                OUTCOMES * 2,
                FIFTEEN[5:],
            ],
        ],
        [
            [["行政复议"], OUTCOMES, FIFTEEN[:5]],
            [["行政诉讼"], ["未经复议直接起诉"], OUTCOMES, FIFTEEN[5:10]],
            [["行政诉讼"], ["复议后起诉"], OUTCOMES, FIFTEEN[10:]],
        ],
    ],
)
def test_reviews_and_lawsuits_in_several_tables(tables):
    found = read(*(table(rows, block) for block, rows in enumerate(tables)))
    assert values(found) == dict(zip(PARTS, range(101, 116), strict=True))


def test_merged_cells_that_were_filled_again():
    """As a spreadsheet or a converter leaves them: the words in every place of the cell."""
    groups = [name for name in ("行政复议", "未经复议直接起诉", "复议后起诉") for _ in OUTCOMES]
    note = ["（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）"] * 3
    reviews = [["行政复议"] * 5 + ["行政诉讼"] * 10, groups, OUTCOMES * 3, FIFTEEN]
    applications = [
        [*note, *["申请人情况"] * 7],
        [*note, "自然人", *["法人或其他组织"] * 5, "总计"],
        [*note, *COLUMNS],
        [*["一、本年新收政府信息公开申请数量"] * 3, *(str(n) for n in range(201, 208))],
    ]
    tables = [
        spanned([[(word, n, 1, 1) for n, word in enumerate(row)] for row in rows])
        for rows in (reviews, applications)
    ]
    found = values(read(*tables))
    assert {path: found[path] for path in PARTS} == dict(zip(PARTS, range(101, 116), strict=True))
    assert [found[f"applications.received.{key}"] for key in KEYS] == list(range(201, 208))


def test_groups_of_outcomes_are_found_by_name_not_by_place():
    rows = [["行政诉讼", "行政复议"], ["复议后起诉", "未经复议直接起诉"], OUTCOMES * 3, FIFTEEN]
    rows[0], rows[1] = ["复议后起诉", "未经复议直接起诉", "行政复议"], []
    found = values(read(table(rows)))
    assert found["suits_after_review.upheld"] == 101
    assert found["reviews.total"] == 115


def test_a_lost_group_of_outcomes_is_absent():
    found = values(read(table([["行政复议"], ["未经复议直接起诉"], OUTCOMES * 3, FIFTEEN])))
    assert found["direct_suits.total"] == 110
    assert not any(path.startswith("suits_after_review") for path in found)


def test_a_lost_first_group_does_not_give_its_figures_to_another():
    rows = [["未经复议直接起诉", "复议后起诉"], OUTCOMES * 3, FIFTEEN]
    assert values(read(table(rows))) == dict(zip(PARTS[5:], range(106, 116), strict=True))
    rows = [["未经复议直接起诉"], OUTCOMES * 2, FIFTEEN[:10]]
    assert values(read(table(rows))) == {}


def test_section_two_of_2021():
    rows = [
        ["第二十条 第（一）项", "", "", ""],
        ["信息内容", "本年制发件数", "本年废止件数", "现行有效件数"],
        ["规章", "1", "0", "11"],
        ["行政规范性文件", "8", "26", "66"],
        ["第二十条第（五）项"],
        ["信息内容", "本年处理决定数量", "", ""],
        ["行政许可", "447228", "", ""],
        ["第二十条第（六）项"],
        ["信息内容", "本年处理决定数量", "", ""],
        ["行政处罚", "3985758", "", ""],
        ["行政强制", "", "88283", ""],
        ["第二十条第（八）项"],
        ["信息内容", "本年收费金额（单位：万元）"],
        ["行政事业性收费", "96171.6"],
    ]
    found = read(table(rows))
    assert {path: str(value) for path, value in values(found, "proactive.").items()} == {
        "regulations.issued": "1",
        "regulations.repealed": "0",
        "regulations.in_force": "11",
        "normative_documents.issued": "8",
        "normative_documents.repealed": "26",
        "normative_documents.in_force": "66",
        "licences.decisions": "447228",
        "penalties.decisions": "3985758",
        "coercive_measures.decisions": "88283",
        "fees.amount": "96171.6",
    }
    assert found.units["proactive.fees.amount"][0] == "万元"


def test_section_two_a_cell_a_line():
    cells = [
        "第二十条第（一）项",
        "信息内容",
        "本年制发件数",
        "本年废止件数",
        "现行有效件数",
        "规章",
        *"001",
    ]
    cells += [
        "行政规范性文件",
        *"345",
        "第二十条第（五）项",
        "信息内容",
        "本年处理决定数量",
        "行政许可",
        "9",
    ]
    found = values(read(table([cells])), "proactive.")
    assert found["normative_documents.in_force"] == 5
    assert found["licences.decisions"] == 9


def test_a_table_of_licences_that_is_not_the_form_gives_nothing():
    assert not read(table([["项目", "数量"], ["行政许可", "35"], ["公共服务", "12"]])).figures


def test_merged_cells_with_known_spans():
    rows = [
        [("（本列数据的勾稽关系为…）", 0, 3, 3), ("申请人情况", 3, 1, 7)],
        [("自然人", 3, 2, 1), ("法人或其他组织", 4, 1, 5), ("总计", 9, 2, 1)],
        [(text, 4 + place, 1, 1) for place, text in enumerate(COLUMNS[1:6])],
        [
            ("一、本年新收政府信息公开申请数量", 0, 1, 3),
            *((str(n), 2 + n, 1, 1) for n in range(1, 8)),
        ],
        [
            ("三、本年度办理结果", 0, 2, 1),
            ("（三）不予公开", 1, 2, 1),
            ("1.属于国家秘密", 2, 1, 1),
            ("5", 3, 1, 1),
            ("", 4, 1, 5),
            ("5", 9, 1, 1),
        ],
        [("2.其他法律行政法规禁止公开", 2, 1, 1), *((str(n), 2 + n, 1, 1) for n in range(1, 8))],
    ]
    found = values(read(spanned(rows)), "applications.")
    assert [found[f"received.{key}"] for key in KEYS] == list(range(1, 8))
    assert [found[f"refused.forbidden_by_law.{key}"] for key in KEYS] == list(range(1, 8))
    secret = [found[f"refused.state_secret.{key}"] for key in KEYS]
    assert secret == [5, "blank", "blank", "blank", "blank", "blank", 5]


LABEL = "一、本年新收政府信息公开申请数量"


@pytest.mark.parametrize(
    ("cells", "told"),
    [
        ([("5", 1, 1, 7)], {"total": 5}),
        ([("0", 1, 1, 7)], dict.fromkeys(KEYS, 0)),
        ([("无", 1, 1, 7)], dict.fromkeys(KEYS, "none_mark")),
        ([("4", 1, 1, 6), ("4", 7, 1, 1)], {"total": 4}),
        (
            [("3", 1, 1, 1), ("2", 2, 1, 2), ("", 4, 1, 3), ("5", 7, 1, 1)],
            {KEYS[0]: 3, **dict.fromkeys(KEYS[3:6], "blank"), "total": 5},
        ),
    ],
)
def test_a_cell_over_several_columns_tells_their_total_or_none_of_them(cells, told):
    header = [("", 0, 1, 1), *((text, n, 1, 1) for n, text in enumerate(COLUMNS, 1))]
    found = values(read(spanned([header, [(LABEL, 0, 1, 1), *cells]])), "applications.received.")
    assert found == told


@pytest.mark.parametrize(("only", "told"), [("5", {"total": 5}), ("0", dict.fromkeys(KEYS, 0))])
def test_the_only_cell_of_a_row_stands_for_all_columns(only, told):
    rows = [["", *COLUMNS], [LABEL, only], ["二、上年结转政府信息公开申请数量", *"0000000"]]
    text = "\n\n".join("\n".join(f"\t{cell}" for cell in row) for row in rows)
    found = read_tables(read_text(text))
    assert values(found, "applications.received.") == told
    row_a_line = "\n".join("\t".join(row) for row in rows)
    first = {"natural_person": int(only)}
    assert values(read_tables(read_text(row_a_line)), "applications.received.") == first


def test_the_annex_with_units_beside_or_with_the_number():
    rows = [
        ["统　计　指　标", "单位", "统计数"],
        ["一、主动公开情况", "——", ""],
        ["（一）主动公开政府信息数\n（不同渠道和方式公开相同信息计1条）", "1802条", ""],
        ["其中：主动公开规范性文件数", "条", "3"],
        ["四、行政复议数量", "件", "5"],
        ["（二）被依法纠错数", "件", "1"],
        ["五、行政诉讼数量", "件", "7"],
        ["（二）被依法纠错数", "件", "2"],
        ["（四）政府信息公开专项经费（不包括…的经费）", "万元", ""],
        ["（三）接受培训人员数", "人次", "/"],
    ]
    found = read(table(rows))
    assert values(found, "annex.") == {
        "disclosed": 1802,
        "normative_disclosed": 3,
        "reviews.total": 5,
        "reviews.corrected": 1,
        "lawsuits.total": 7,
        "lawsuits.corrected": 2,
        "funding": "blank",
        "trainees": "none_mark",
    }
    assert found.figures["annex.disclosed"].unit == "条"
    assert found.units["annex.trainees"][0] == "人次"
    assert not found.tables["annex"].extra_rows


def test_the_annex_in_two_columns_side_by_side():
    rows = [
        ["统计指标", "单位", "统计数", "统计指标", "单位", "统计数"],
        ["（一）收到申请数", "件", "4", "（二）申请办结数", "件", "3"],
    ]
    found = values(read(table(rows)), "annex.")
    assert found == {"applications.received": 4, "applications.closed": 3}


def test_reviews_and_lawsuits_of_the_annex_side_by_side():
    rows = [
        ["政府信息公开情况统计表"],
        ["统计指标", "单位", "统计数"] * 2,
        ["四、行政复议数量", "件", "9", "五、行政诉讼数量", "件", "8"],
        [
            "（一）维持具体行政行为数",
            "件",
            "2",
            "（一）维持具体行政行为或者驳回原告诉讼请求数",
            "件",
            "3",
        ],
        ["（二）被依法纠错数", "件", "4", "（二）被依法纠错数", "件", "0"],
        ["（三）其他情形数", "件", "3", "（三）其他情形数", "件", "5"],
    ]
    found = values(read(table(rows)), "annex.")
    assert found == {
        **{f"reviews.{key}": n for key, n in zip(IN_ANNEX, (9, 2, 4, 3), strict=True)},
        **{f"lawsuits.{key}": n for key, n in zip(IN_ANNEX, (8, 3, 0, 5), strict=True)},
    }


def test_a_figure_left_blank_in_a_stream_of_cells():
    header = ["信息内容", "", "本年处理决定数量", ""]
    last = ["行政强制", "0", ""]
    cells = [*header, "行政许可", "5", "", *header, "行政处罚", "", "", *last]
    found = values(read(table([cells])))
    assert found["proactive.licences.decisions"] == 5
    assert found["proactive.penalties.decisions"] == "blank"
    assert found["proactive.coercive_measures.decisions"] == 0
    found = values(read(table([["信息内容", "本年处理决定数量", "行政处罚", "", *last, *last]])))
    assert found["proactive.penalties.decisions"] == "blank"


OUTCOMES = ["结果维持", "结果纠正", "其他结果", "尚未审结", "总计"]
GROUPS = ["行政复议", "", "", "", "", "未经复议直接起诉", "", "", "", "", "复议后起诉"]


def test_outcomes_whose_row_of_figures_left_no_trace_are_blank():
    found = values(read(table([GROUPS, OUTCOMES * 3])))
    assert len(found) == 15
    assert set(found.values()) == {"blank"}
    assert not values(read(table([GROUPS, OUTCOMES * 2])))
    figures = values(read(table([GROUPS, OUTCOMES * 3, [*"10012", *"00000", *"00303"]])))
    assert figures["reviews.total"] == 2
    assert "blank" not in figures.values()


@pytest.mark.parametrize(
    "group",
    [
        [("法人或其他组织 机构及其余", 2, 1, 5)],
        [("法人或其他组", 2, 1, 3), ("织", 5, 1, 2)],
    ],
)
def test_a_header_cell_of_unknown_words_over_columns_shifts_none(group) -> None:
    """Such are a group's words that others ran into; columns stand where they are printed."""
    header = [[("", 0, 3, 1), ("申请人情况", 1, 1, 7)]]
    header.append([("自然人", 1, 2, 1), *group, ("总计", 7, 2, 1)])
    header.append([(text, 2 + place, 1, 1) for place, text in enumerate(COLUMNS[1:-1])])
    label = "一、本年新收政府信息公开申请数量"
    row = [(label, 0, 1, 1), *((str(n), n, 1, 1) for n in range(1, 8))]
    found = values(read(spanned([*header, row])), "applications.received.")
    assert found == {key: place for place, key in enumerate(KEYS, 1)}


def test_a_blank_row_between_the_outcomes_and_their_figures():
    header = [(outcome, n, 1, 1) for n, outcome in enumerate(OUTCOME_WORDS * 3)]
    rows = [
        [("行政复议", 0, 1, 5), ("未经复议直接起诉", 5, 1, 5), ("复议后起诉", 10, 1, 5)],
        header,
        [("", 0, 1, 15)],
        [(str(n), n, 1, 1) for n in range(15)],
    ]
    assert list(values(read(spanned(rows))).values()) == list(range(15))


FIGURES = [1, 2, 3, 4, 5, 6, 7]


@pytest.mark.parametrize(
    ("cells", "told"),
    [
        (["1", "2", "3", "4", "5 6", "7"], FIGURES),
        (["1", "2", "3", "4 5 6", "7"], FIGURES),
        (["1", "2", "3", "4", "5", "6", "7 815"], [1, 2, 3, 4, 5, 6, 7815]),
        (["1", "2", "3", "4", "5 6", "7", "法律行政法规禁止公开"], FIGURES),
        (["1", "2", "3", "4", "5", "6", "处理"], []),
        (["1", "2", "3", "理", "4", "5", "6"], []),
        (["1", "2", "3", "4", "5", "6", "若干"], [1, 2, 3, 4, 5, 6, "text"]),
    ],
)
def test_figures_in_one_line_and_pieces_of_labels(cells, told):
    """As `pdftotext` has them; where a row has lost a figure none of them is sure."""
    other = ["（二）部分公开", *"0000000"]
    found = values(read(table([*FLAT, ["（一）予以公开", *cells], other])))
    assert [v for path, v in found.items() if path.startswith("applications.disclosed.")] == told


def test_figures_that_were_told_apart_know_their_places():
    row = ["（一）予以公开", "1", "2", "3", "4", "5 6", "7"]
    figures = read(table([*FLAT, row])).figures
    fifth, sixth = (figures[f"applications.disclosed.{key}"].location for key in KEYS[4:6])
    assert (fifth.start, fifth.end, sixth.start, sixth.end) == (0, 1, 2, 3)
    assert fifth.cell == sixth.cell == 5
