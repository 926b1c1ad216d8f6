"""One set of figures in every layout and every way to write none: the same cells are read."""

import itertools
import random
from decimal import Decimal
from functools import cache

import pytest

import gxcheck
from gxcheck.report.model import Report
from gxcheck.rules.values import figures_of
from official_tables import (
    APPLICANTS,
    OUTCOMES,
    PROACTIVE,
    Rows,
    applications,
    litigation,
    proactive,
)
from table_layouts import (
    LAYOUTS,
    WITH_BLANKS,
    Layout,
    cell_lines,
    commas,
    full_grid,
    spaces,
    tab_separated,
    tabs,
)
from table_variants import VARIANTS, Variant, broken

YEARS = {2019: 2020, 2021: 2023}
STATES = {"0": "number", "": "blank"}
MARKS = ("0", "/", "-", "—", "无")


@cache
def numbers(edition: int, seed: int) -> dict[str, str]:
    """Some figures that are not none, by path, as the report prints them."""
    dice = random.Random(edition * 100 + seed)
    paths = [path for path in figures_of(_empty(edition)) if not path.startswith("annex.")]
    chosen = [path for path in paths if dice.random() < 0.4]
    return {path: _number(path, dice) for path in chosen}


def _number(path: str, dice: random.Random) -> str:
    if path in ("proactive.fees.amount", "proactive.procurement.amount"):
        return dice.choice(["12.5", "96171.6", "1234"])
    number = dice.choice([1, 2, 17, dice.randint(3, 999), dice.randint(1000, 99999)])
    return dice.choice([str(number), f"{number:,}"])


@cache
def _empty(edition: int) -> Report:
    return gxcheck.parse_text(text(edition, LAYOUTS[0], {}, "0"))


class Figures(dict):
    """The figures, with the report's way to write none for all others."""

    def __init__(self, figures: dict[str, str], none: str) -> None:
        super().__init__(figures)
        self.none = none

    def get(self, path: str, _: str = "") -> str:
        return super().get(path, self.none)


def text(edition: int, layout: Layout, figures: dict[str, str], none: str) -> str:
    """A whole report with the three tables in that layout."""
    year, cells = YEARS[edition], Figures(figures, none)

    return f"""临江县水利局{year}年政府信息公开工作年度报告

根据《中华人民共和国政府信息公开条例》编制本报告，统计期限为{year}年1月1日至12月31日。

一、总体情况
{year}年，主动公开政府信息312条。
二、主动公开政府信息情况
{layout(proactive(edition, cells))}
三、收到和处理政府信息公开申请情况
{layout(applications(edition, cells))}
四、政府信息公开行政复议、行政诉讼情况
{layout(litigation(cells))}
五、存在的主要问题及改进情况
公开不够及时，下一步将加强督促。
六、其他需要报告的事项
本年度未收取信息处理费。

临江县水利局
{year + 1}年1月18日
"""


def wrong_cells(edition: int, layout: Layout, none: str, seed: int) -> dict[str, object]:
    """The figures that are not read as they were written."""
    figures = numbers(edition, seed)
    read = figures_of(gxcheck.parse_text(text(edition, layout, figures, none)))
    state = STATES.get(none, "none_mark")
    wrong: dict[str, object] = {}
    for path, figure in read.items():
        if path.startswith("annex."):
            continue
        told = figures.get(path)
        if told is None:
            good = figure.state == state and figure.value == (0 if none == "0" else None)
        else:
            good = figure.value == Decimal(told.replace(",", ""))
        if not good:
            wrong[path] = (told, figure.state, figure.raw)
    return wrong


def named(layout: Layout) -> str:
    return layout.__name__


@pytest.mark.parametrize("edition", YEARS)
@pytest.mark.parametrize("layout", LAYOUTS, ids=named)
def test_every_cell_is_read_in_every_layout(layout, edition):
    wrong = {mark: wrong_cells(edition, layout, mark, seed) for seed, mark in enumerate(MARKS)}
    assert wrong == {mark: {} for mark in MARKS}


@pytest.mark.parametrize("edition", YEARS)
@pytest.mark.parametrize("layout", WITH_BLANKS, ids=named)
def test_blank_cells_move_no_figure(layout, edition):
    assert [wrong_cells(edition, layout, "", seed) for seed in range(3)] == [{}, {}, {}]


@pytest.mark.parametrize("words", ["若干", "0?", "5.", "#REF!", "＃VALUE!", "见附件"])
@pytest.mark.parametrize("layout", LAYOUTS, ids=named)
def test_words_in_the_place_of_a_figure_move_no_other(layout, words):
    """One in each of three tables."""
    paths = ("applications.disclosed.total", "reviews.upheld", "proactive.regulations.repealed")
    figures = {**numbers(2021, 0), **dict.fromkeys(paths, words)}
    read = figures_of(gxcheck.parse_text(text(2021, layout, figures, "0")))
    assert [(read[path].state, read[path].raw.strip()) for path in paths] == [("text", words)] * 3
    tables = tuple(path.partition(".")[0] + "." for path in paths)
    others = {one for key, one in read.items() if key.startswith(tables) and key not in paths}
    assert {figure.state for figure in others} == {"number"}


def stripped(rows: Rows) -> str:
    """Tab-separated rows whose blank cells at the end an editor has cut off."""
    return "\n".join(line.rstrip() for line in tab_separated(rows).split("\n"))


def without_empty_lines(rows: Rows) -> str:
    """A cell a line, blank ones lost."""
    return "\n".join(filter(None, cell_lines(rows).split("\n")))


def in_a_line(rows: Rows) -> str:
    """All cells in one line, blank ones lost."""
    return " ".join(filter(None, cell_lines(rows).split("\n")))


@pytest.mark.parametrize("edition", YEARS)
@pytest.mark.parametrize("layout", [stripped, spaces, without_empty_lines, in_a_line], ids=named)
def test_blank_cells_that_leave_no_trace_move_no_figure(layout, edition):
    for seed in range(3):
        wrong = wrong_cells(edition, layout, "", seed)
        assert {state for _, state, _ in wrong.values()} <= {"absent"}


def varied(layout: Layout, variant: Variant) -> Layout:
    return lambda rows: layout(variant(rows))


@pytest.mark.parametrize("edition", YEARS)
@pytest.mark.parametrize("layout", [tabs, tab_separated, full_grid, commas], ids=named)
@pytest.mark.parametrize("variant", VARIANTS)
def test_labels_and_orders_of_another_kind(variant, layout, edition):
    assert wrong_cells(edition, varied(layout, VARIANTS[variant]), "0", 0) == {}


@pytest.mark.parametrize("edition", YEARS)
@pytest.mark.parametrize("layout", LAYOUTS, ids=named)
def test_no_variant_moves_a_figure(layout, edition):
    variants = {**VARIANTS, "broken": broken}
    for (name, variant), none in itertools.product(variants.items(), ("0", "")):
        wrong = wrong_cells(edition, varied(layout, variant), none, 1)
        assert {state for _, state, _ in wrong.values()} <= {"absent"}, (name, none)


def test_the_tables_here_have_every_figure_of_the_forms():
    assert len(APPLICANTS) * 25 + len(OUTCOMES) * 3 + 10 == len(
        [path for path in figures_of(_empty(2021)) if not path.startswith("annex.")]
    )
    assert set(PROACTIVE) == set(YEARS)
