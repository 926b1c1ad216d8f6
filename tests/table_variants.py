"""The official tables as some reports change them: other labels, other orders, other headers."""

import random
import re
from collections.abc import Callable

from official_tables import Rows

Variant = Callable[[Rows], Rows]
COLUMNS = ["自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计"]
OUTCOMES = 5


def relabelled(change: Callable[[str], str]) -> Variant:
    return lambda rows: [[(change(text), *spans) for text, *spans in row] for row in rows]


def numbered(style: str) -> Variant:
    """Rows numbered in another style; `#` stands for the number."""
    return relabelled(lambda t: re.sub(r"^(\d)\.(?=\D)", lambda n: style.replace("#", n[1]), t))


def unnumbered(rows: Rows) -> Rows:
    numbers = r"^(?:\d\.(?=\D)|（[一二三四五六七]）|[一二三四]、)"
    return relabelled(lambda text: re.sub(numbers, "", text))(rows)


def _is_applications(rows: Rows) -> bool:
    return len(rows) > 20


def with_groups(rows: Rows) -> Rows:
    """A label a row, with its group before it: （三）不予公开-1.属于国家秘密."""
    if not _is_applications(rows):
        return rows
    changed, group = rows[:3], ""
    for row in rows[3:]:
        labels = [text for text, _, _ in row[:-7] if not text.startswith("三、")]
        if len(labels) == 2:
            group = labels[0]
        own = labels[-1]
        changed.append([(f"{group}-{own}" if own[0].isdigit() else own, 3, 1), *row[-7:]])
    return changed


def _simple(rows: Rows, names: list[str]) -> Rows:
    """One row of headers, one label a row."""
    header = [(name, 1, 1) for name in ("项目", *names)]
    return [header, *([(row[0][0], 1, 1), *row[1:]] for row in with_groups(rows)[3:])]


def one_header(rows: Rows) -> Rows:
    return _simple(rows, COLUMNS) if _is_applications(rows) else rows


def header_with_group(rows: Rows) -> Rows:
    """Each column below a group tells the group as well."""
    names = [*COLUMNS[:1], *(f"法人或其他组织-{name}" for name in COLUMNS[1:-1]), COLUMNS[-1]]
    return _simple(rows, names) if _is_applications(rows) else rows


def total_first(rows: Rows) -> Rows:
    if not _is_applications(rows):
        return rows
    return [[label, last, *others] for label, *others, last in one_header(rows)]


def other_order(rows: Rows) -> Rows:
    if not _is_applications(rows):
        return rows
    header, *lines = one_header(rows)
    random.Random(1).shuffle(lines)
    return [header, *lines]


def turned(rows: Rows) -> Rows:
    """Rows as columns."""
    if not _is_applications(rows):
        return rows
    return [list(row) for row in zip(*one_header(rows), strict=True)]


def a_row_a_group(rows: Rows) -> Rows:
    """Reviews and the two kinds of lawsuits below each other."""
    if rows[0][0][0] != "行政复议":
        return rows
    names = ("行政复议", "未经复议直接起诉", "复议后起诉")
    lines = [
        [(name, 1, 1), *rows[3][place * OUTCOMES : (place + 1) * OUTCOMES]]
        for place, name in enumerate(names)
    ]
    return [[("类别", 1, 1), *rows[2][:OUTCOMES]], *lines]


def broken(rows: Rows) -> Rows:
    """Long labels over two lines."""
    return relabelled(lambda t: f"{t[:6]}\n{t[6:]}" if len(t) > 9 and not t[-1].isdigit() else t)(
        rows
    )


VARIANTS: dict[str, Variant] = {
    "1、": numbered("#、"),
    "1．": numbered("#．"),
    "（1）": numbered("（#）"),
    "1 ": numbered("# "),
    "no number": unnumbered,
    "groups": with_groups,
    "one header": one_header,
    "header with group": header_with_group,
    "total first": total_first,
    "other order": other_order,
    "turned": turned,
    "a row a group": a_row_a_group,
}
