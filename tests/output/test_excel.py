"""The workbook: read back by openpyxl, opened by LibreOffice, without a formula in it."""

import builtins
import csv
import io
import zipfile
from functools import cache

import pytest
from checked_reports import checked, golden, hostile, review
from openpyxl import load_workbook

import gxcheck
from gxcheck.errors import GxcheckError
from gxcheck.output import Checked, rendered
from gxcheck.report.figures import Figure


@cache
def data(lang="zh"):
    return rendered("xlsx", checked(lang), lang)


def book(content):
    return load_workbook(io.BytesIO(content))


def rows(sheet):
    return [list(row) for row in sheet.iter_rows(values_only=True)]


def as_csv(table):
    into = io.StringIO()
    csv.writer(into, lineterminator="\n").writerows(table)
    return into.getvalue()


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_golden(lang):
    absent = {"缺失", "absent"}
    there = {
        sheet.title: [r for r in rows(sheet) if not absent & {*r}] for sheet in book(data(lang))
    }
    sheets = [f"[{title}]\n{as_csv(found)}" for title, found in there.items()]
    golden(f"small.{lang}.xlsx.csv", "\n".join(sheets))


def test_every_sheet_has_a_frozen_header_widths_and_a_filter():
    for sheet in book(data()):
        assert sheet.freeze_panes == "B2"
        assert sheet.auto_filter.ref == f"A1:{sheet.dimensions.partition(':')[2]}"
        assert all(sheet.column_dimensions[cell.column_letter].width for cell in sheet[1])


def test_figures_are_numbers_and_blanks_are_not():
    figures = {row[11]: row for row in rows(book(data())["数据"])}
    assert figures["reviews.total"][6:10] == [2, "件", "2", "数字"]
    assert figures["suits_after_review.upheld"][6:10] == [None, "件", None, "空白"]
    assert figures["suits_after_review.other"][8:10] == ["/", "无此项标记"]


def test_hostile_text_is_no_formula_and_no_link():
    content = rendered("xlsx", hostile())
    for sheet in book(content):
        for row in sheet.iter_rows():
            for cell in row:
                assert cell.data_type != "f"
                assert cell.hyperlink is None
                assert len(str(cell.value)) < 32_767
    advice = {row[6] for row in rows(book(content)["问题"])[1:]}
    assert advice == {"'=1+1\ufffd"}
    parts = zipfile.ZipFile(io.BytesIO(content))
    assert not any(b"<f>" in parts.read(name) for name in parts.namelist())


@pytest.mark.parametrize(
    "value", ["=1", "+cmd|' /C calc'!A0", "@SUM(1)", "-2+3+cmd|x", "\t=1", "＝1"]
)
def test_what_could_be_a_formula_is_text(value):
    finding = review().findings[0].model_copy(update={"quote": value})
    one = review().model_copy(update={"findings": (finding,)})
    quote = rows(book(rendered("xlsx", [Checked("a", None, one)]))["问题"])[1][7]
    assert quote.startswith("'")


@pytest.mark.parametrize("value", ["-5", "-", "——", "12%", "+3.5", "无"])
def test_plain_figures_and_marks_stay_as_they_are(value):
    finding = review().findings[0].model_copy(update={"quote": value})
    one = review().model_copy(update={"findings": (finding,)})
    assert rows(book(rendered("xlsx", [Checked("a", None, one)]))["问题"])[1][7] == value


def test_a_number_too_long_for_a_spreadsheet_is_told_in_digits():
    report = review().report
    huge = Figure(10**20, raw=str(10**20), state="number")
    reviews = report.reviews.model_copy(update={"total": huge})
    found = gxcheck.review(report.model_copy(update={"reviews": reviews}))
    content = rendered("xlsx", [Checked("a", None, found)])
    figures = {row[11]: row for row in rows(book(content)["数据"])}
    assert figures["reviews.total"][6] == str(10**20)


def test_libreoffice_opens_it(office):
    review = {"review.xlsx": rendered("xlsx", [*checked(), *hostile()])}
    sheets = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1"
    findings = office.converted(review, sheets)["review-问题"]
    told = list(csv.reader(findings.decode().splitlines()))
    assert told[0][:4] == ["文件", "机关", "年度", "级别"]
    assert told[1][9] == "our-words"
    assert not any(cell.startswith("=") for row in told for cell in row)


def test_without_the_package_it_says_what_to_install(monkeypatch):
    real = builtins.__import__

    def missing(name, *rest, **named):
        if name == "xlsxwriter":
            raise ImportError(name)
        return real(name, *rest, **named)

    monkeypatch.setattr(builtins, "__import__", missing)
    with pytest.raises(GxcheckError, match=r"gxcheck\[xlsx\]"):
        rendered("xlsx", checked())
