"""The official tables in further shapes that saved pages and Word files have.

Each shape takes the rows of a table, which it tells by their labels, and leaves other tables as
they are.
"""

from collections.abc import Callable

from official_tables import Rows
from table_variants import relabelled

Shape = Callable[[Rows], Rows]


def _is_applications(rows: Rows) -> bool:
    return len(rows) > 20


def _is_litigation(rows: Rows) -> bool:
    return len(rows) == 4


def called(official: str, other: str) -> Shape:
    """Another word in the place of a label."""
    return relabelled(lambda text: other if text == official else text)


def merged_headers_filled(rows: Rows) -> Rows:
    """Headers over several columns stand over each of them."""
    return [
        [
            cell
            for text, across, down in row
            for cell in ([(text, across, down)] if text.isdigit() else [(text, 1, down)] * across)
        ]
        for row in rows
    ]


def with_total_alone(rows: Rows) -> Rows:
    """The figures of all applicants merged to one blank cell."""
    if not _is_applications(rows):
        return rows
    return [*rows[:3], *([*row[:-7], ("", 6, 1), row[-1]] for row in rows[3:])]


def with_some_totals_alone(rows: Rows) -> Rows:
    """The same in a few rows."""
    merged = with_total_alone(rows)
    return [merged[n] if n in (3, 5, 9) else row for n, row in enumerate(rows)]


def with_remarks(words: str) -> Shape:
    """A column of remarks behind the figures."""

    def shape(rows: Rows) -> Rows:
        if _is_applications(rows):
            lines = [[*row, (words, 1, 1)] for row in rows[3:]]
            return [[*rows[0], ("备注", 1, 3)], *rows[1:3], *lines]
        return rows

    return shape


def with_units(rows: Rows) -> Rows:
    """A column of units before the figures."""
    if not _is_applications(rows):
        return rows
    lines = [[*row[:-7], ("件", 1, 1), *row[-7:]] for row in rows[3:]]
    return [[rows[0][0], ("单位", 1, 3), *rows[0][1:]], *rows[1:3], *lines]


def with_figures_named(rows: Rows) -> Rows:
    """The row of reviews and lawsuits has a label of its own."""
    if not _is_litigation(rows):
        return rows
    return [[("项目", 1, 3), *rows[0]], *rows[1:3], [("数量", 1, 1), *rows[3]]]


def with_lawsuits_first(rows: Rows) -> Rows:
    """The two kinds of lawsuits, and the reviews behind them."""
    if not _is_litigation(rows):
        return rows
    groups, kinds, *lines = rows
    return [groups[::-1], kinds, *([*line[5:], *line[:5]] for line in lines)]


def with_an_extra_row(rows: Rows) -> Rows:
    """A row of no form behind the one on coercive measures."""
    return [
        line
        for row in rows
        for line in ([row, [("行政检查", 1, 1), *row[1:]]] if row[0][0] == "行政强制" else [row])
    ]


def with_notes_on_filling_in(rows: Rows) -> Rows:
    """Labels of rows with long notes on what is counted there."""
    notes = {
        "行政规范性文件": "（填以本机关或者本机关办公室的名义印发、带有“办法”“细则”等字样的文件，"
        "不含人事任免、表彰奖励、会议通知之类的公文，县、乡两级都要填写，没有的填零，"
        "已经废止的不计入现行有效件数）",
        "行政强制": "（含冻结存款、查封场所、扣押财物，数量按作出决定的文书计算，"
        "一案有几份文书的分别计算，当场采取的也计算在内，由法院执行的不算）",
    }
    return relabelled(lambda text: text + notes.get(text, ""))(rows)


SHAPES: dict[str, Shape] = {
    "another word for total": called("总计", "合计"),
    "another word in a group": called("社会公益组织", "社会团体"),
    "another word for the only column": called("本年处理决定数量", "本年办理数量"),
    "a doubled word": called("本年废止件数", "本年制发件数"),
    "merged headers filled": merged_headers_filled,
    "remarks": with_remarks("已核对"),
    "blank remarks": with_remarks(""),
    "units": with_units,
    "figures named": with_figures_named,
    "notes on filling in": with_notes_on_filling_in,
}
