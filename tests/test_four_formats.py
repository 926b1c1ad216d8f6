"""One report, four formats, one answer: Word, PDF, page and text of it give the same values.

PDFs are made by LibreOffice, in several settings, and by Chromium from the page.
"""

import dataclasses
from collections.abc import Callable, Iterator
from functools import cache
from typing import Any

import pytest

import form_files
import gxcheck
from conversion import printed
from form_reports import REPORTS, FormReport
from gxcheck.document.model import Block, Paragraph, Table
from gxcheck.document.normalise import normalise
from gxcheck.rules.values import figures_of

LATER = [name for name in REPORTS if name != "department-2008"]
NOT_COMPARED = {"document", "location", "raw", "quote"}


@cache
def made(name: str) -> FormReport:
    return REPORTS[name]()


def simple(value: Any) -> Any:
    """A value of the model as plain data in normal dress, without places and raw text."""
    if isinstance(value, str):
        return normalise(value).text
    if isinstance(value, tuple) and value and isinstance(value[0], (Paragraph, Table)):
        return list(contents(value))
    if isinstance(value, tuple) and not hasattr(value, "_fields"):
        return [simple(one) for one in value]
    names = fields(value)
    if not names:
        return value
    return {name: simple(getattr(value, name)) for name in names if name not in NOT_COMPARED}


def fields(value: Any) -> tuple[str, ...]:
    if hasattr(value, "_fields"):
        return value._fields
    if dataclasses.is_dataclass(value):
        return tuple(field.name for field in dataclasses.fields(value))
    return tuple(getattr(type(value), "model_fields", ()))


def contents(blocks: tuple[Block, ...]) -> Iterator[object]:
    """All words of the paragraphs, then of each table those of its cells, in any order."""
    body = [one for one in blocks if isinstance(one, Paragraph) and one.role == "body"]
    yield "".join(paragraph.normal for paragraph in body)
    for block in blocks:
        if isinstance(block, Table):
            yield sorted(cell.normal for row in block.rows for cell in row if cell.normal)


def answer(data: bytes) -> tuple[dict[str, Any], list[tuple[str, str]]]:
    review = gxcheck.review(data)
    return simple(review.report), [(one.rule, one.fingerprint) for one in review.findings]


@cache
def expected(name: str) -> tuple[dict[str, Any], list[tuple[str, str]]]:
    return answer(form_files.text(made(name)))


def differences(found: Any, told: Any, path: str = "") -> Iterator[str]:
    """The paths at which two values differ, with both."""
    if isinstance(found, dict) and isinstance(told, dict):
        for key in told:
            yield from differences(found.get(key), told[key], f"{path}.{key}")
    elif isinstance(found, list) and isinstance(told, list) and len(found) == len(told):
        for number, (one, other) in enumerate(zip(found, told, strict=True)):
            yield from differences(one, other, f"{path}[{number}]")
    elif found != told:
        yield f"{path}: {found!r} instead of {told!r}"[:300]


def assert_same(data: bytes, name: str) -> None:
    values, findings = answer(data)
    told, alarms = expected(name)
    assert list(differences(values, told)) == []
    assert findings == alarms


@pytest.fixture(scope="session")
def as_pdf(office) -> Callable[[str], bytes]:
    """PDFs that LibreOffice makes of all Word files in one run, by report and setting."""
    files = {
        f"{name}-{setting.name}.docx": form_files.docx(made(name), setting)
        for name in REPORTS
        for setting in (*form_files.SETTINGS, *form_files.UNRULED)
    }
    return office.converted(files, "pdf").__getitem__


@pytest.mark.parametrize("name", REPORTS)
def test_every_figure_is_read_as_written(name):
    report = made(name)
    figures = figures_of(gxcheck.parse(form_files.docx(report)))
    gone = [path for path, figure in figures.items() if figure.state == "absent"]
    written = {path: words for path, words in report.figures.items() if path not in gone}
    assert {path: figures[path].raw for path in written} == written
    lost = {".coercive_measures.", ".repeated."} if report.without else set()
    assert all(any(part in path for part in lost) for path in gone)


@pytest.mark.parametrize("name", LATER)
def test_the_text_tells_what_is_wrong_and_nothing_else(name):
    rules = {rule for rule, _ in expected(name)[1]}
    faults = {
        "applications-balance",
        "applications-row-total",
        "cell-blank",
        "cell-not-a-number",
        "contact-phone-invalid",
        "reviews-total",
        "table-row-missing",
        "title-year",
    }
    small = {"range"} if name.startswith("department") else set()
    assert rules - small == (faults if name.endswith("faults") else set())


@pytest.mark.parametrize("setting", form_files.SETTINGS, ids=lambda setting: setting.name)
@pytest.mark.parametrize("name", REPORTS)
def test_word(name, setting):
    assert_same(form_files.docx(made(name), setting), name)


@pytest.mark.parametrize("name", REPORTS)
def test_web_page(name):
    assert_same(form_files.web_page(made(name)), name)


@pytest.mark.parametrize("setting", form_files.SETTINGS, ids=lambda setting: setting.name)
@pytest.mark.parametrize("name", REPORTS)
def test_pdf_of_libreoffice(name, setting, as_pdf):
    assert_same(as_pdf(f"{name}-{setting.name}"), name)


@pytest.mark.parametrize("setting", form_files.UNRULED, ids=lambda setting: setting.name)
@pytest.mark.parametrize("name", REPORTS)
def test_pdf_without_ruling_lines(name, setting, as_pdf):
    """What is read is right, and hardly anything is missed; no number is at a wrong place."""
    told = figures_of(gxcheck.parse(form_files.docx(made(name), setting)))
    found = figures_of(gxcheck.parse(as_pdf(f"{name}-{setting.name}")))
    there = {path: figure for path, figure in told.items() if figure.state != "absent"}
    read = {path: figure for path, figure in found.items() if figure.state != "absent"}
    assert {path: simple(f) for path, f in read.items()} == {p: simple(told[p]) for p in read}
    assert len(read) > 0.94 * len(there)


@pytest.mark.parametrize("name", ["department-2019-faults", "government-2021"])
def test_pdf_of_chromium(name, program, tmp_path):
    chromium = program("chromium", "chromium-browser", "google-chrome")
    assert_same(printed(chromium, tmp_path, form_files.web_page(made(name), around=False)), name)
