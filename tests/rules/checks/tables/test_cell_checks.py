"""What stands in the cells: blanks, words, marks for none, units, fractions."""

import pytest
from builders import findings, findings_of, grid, places, relabelled, report, with_row

from gxcheck.rules.model import Finding


def of(rule: str, rows: list[list[str]], table: str = "applications") -> list[Finding]:
    return findings(rule, report(2021, {table: rows}))


def row(*cells: object, label: str = "（一）予以公开") -> list[list[str]]:
    return with_row(grid(2021, "applications"), label, cells)


def test_blanks_are_one_finding_a_table_with_the_cells_named():
    (found,) = of("cell-blank", row(0, "", "", 0, 0, 0, 0))
    assert found.place == "applications"
    assert "2 个" in found.message
    assert "“（一）予以公开”行“商业企业”列" in found.message
    assert found.location.cell == 2
    assert len(found.related) == 1


def test_many_blanks_are_counted():
    (found,) = of("cell-blank", row(*[""] * 7))
    assert "7 个" in found.message
    assert "等" in found.message


def test_an_unfilled_form_is_one_finding_for_each_table():
    blank = [
        [row[0], *[""] * (len(row) - 1)] if row[0].startswith(("一", "二", "（", "四")) else row
        for row in grid(2021, "applications")
    ]
    blank = [[text if not text.isdigit() else "" for text in row] for row in blank]
    found = findings_of(["cell-blank", "all-zero"], report(2021, {"applications": blank}))
    assert [f.rule for f in found if f.rule == "cell-blank"] == ["cell-blank"]
    assert "一个数也没有填写" in found[-1].message
    assert found[-1].related == ()


def test_a_mark_for_none_is_no_blank():
    assert of("cell-blank", row("/", "-", "无", 0, 0, 0, 0)) == []


@pytest.mark.parametrize("text", ["约3", "O", "3件左右", "1 2", "见附件", "三"])
def test_words_are_no_number(text):
    (found,) = of("cell-not-a-number", row(text, 0, 0, 0, 0, 0, 0))
    assert found.quote == text
    assert f"“{text}”" in found.message


def test_a_long_text_is_quoted_short():
    text = "本年度共收到申请三件，其中自然人两件，商业企业一件，均已按期答复。\n另有一件补正。"
    (found,) = of("cell-not-a-number", row(text, 0, 0, 0, 0, 0, 0))
    assert len(found.quote) <= 30
    assert text.startswith(found.quote)
    assert "…" in found.message


@pytest.mark.parametrize("text", ["0", "", "/", "3件", "1,234", "３", "3.0", "-"])
def test_numbers_blanks_and_marks_are_no_words(text):
    cells = [text, *"000000"]
    assert of("cell-not-a-number", row(*cells)) == []
    assert of("cell-not-whole", row(*cells)) == []


def test_a_fraction_of_a_count():
    assert places("cell-not-whole", report(2021, {"applications": row("3.5", *"000000")})) == [
        "applications.disclosed.natural_person"
    ]
    money = grid(2021, "proactive", {"proactive.fees.amount": "96171.6"})
    assert of("cell-not-whole", money, "proactive") == []


def test_negative_counts():
    assert places("cell-negative", report(2021, {"applications": row("-3", *"000000")})) == [
        "applications.disclosed.natural_person"
    ]
    change = grid(2019, "proactive", {"proactive.licences.change": "-8"})
    assert findings("cell-negative", report(2019, {"proactive": change})) == []


def test_units_beside_numbers_are_one_finding_a_table():
    (found,) = of("cell-unit", row("3件", "0件", 0, 0, 0, 0, "3件"))
    assert "3 个" in found.message
    assert found.quote == "3件"
    assert of("unit-wrong", row("3件", *"000000")) == []


def test_units_of_the_annex():
    rows = grid(2008, "annex", {"annex.disclosed": "1802条", "annex.funding": "270000"})
    rows = [[*row[:1], "元", *row[2:]] if "专项经费" in row[0] else row for row in rows]
    found = findings_of(["cell-unit", "unit-wrong"], report(2008, {"annex": rows}))
    assert [(f.rule, f.place) for f in found] == [
        ("cell-unit", "annex"),
        ("unit-wrong", "annex.funding"),
    ]
    assert "“元”" in found[1].message
    assert "“万元”" in found[1].message


def test_a_wrong_unit_is_told_once_for_all_its_rows():
    rows = [[text if text != "件" else "条" for text in row] for row in grid(2008, "annex")]
    (found,) = findings("unit-wrong", report(2008, {"annex": rows}))
    assert found.values["count"] > 20
    assert found.values["unit"] == "条"


def test_thousands_in_a_multiplied_unit_are_right():
    rows = grid(2008, "annex", {"annex.disclosed": "1.2万条"})
    assert findings("unit-wrong", report(2008, {"annex": rows})) == []


def test_a_fee_in_yuan():
    rows = relabelled(
        grid(2021, "proactive"), "本年收费金额（单位：万元）", "本年收费金额（单位：元）"
    )
    (found,) = of("unit-wrong", rows, "proactive")
    assert found.place == "proactive.fees.amount"
    assert "换算" in found.advice


def test_none_is_written_one_way():
    (found,) = of("cell-none-mark", row("/", "-", 0, 0, 0, 0, 0))
    assert found.level == "info"
    assert "“-”、“/”" in found.message
    of_one_mark = {
        name: [["/" if text == "0" else text for text in row] for row in grid(2021, name)]
        for name in ("proactive", "applications", "litigation")
    }
    assert findings("cell-none-mark", report(2021, of_one_mark)) == []


def test_all_zero():
    assert places("all-zero", report(2021)) == ["figures"]
    assert places("all-zero", report(2021, {"applications": row(*"1000001")})) == []
    assert places("all-zero", report(2021, {"applications": row("一", *"000000")})) == []
