"""Tabs that pad columns part no more cells than one tab would."""

from reading import rows

from gxcheck.document import read_text

GRID = [["内容", "制发", "废止"], ["规章", "", "2"], ["文件", "3", ""], ["其他", "4", "5"]]


def joined(tabs: int) -> str:
    return "\n".join(("\t" * tabs).join(row) for row in GRID)


def test_as_many_tabs_between_all_cells_are_one():
    assert rows(joined(1)) == rows(joined(2)) == rows(joined(3)) == GRID


def test_tabs_before_and_behind_every_cell():
    text = "\n".join("\t".join(f"\t{cell}\t" for cell in row) for row in GRID)
    assert rows(text) == GRID


def test_where_labels_are_padded_otherwise_blank_cells_do_not_show():
    lines = ["内容\t制发\t废止", *(f"规章之{n}\t3\t\t{n}" for n in range(12)), "文件\t\t\t\t5"]
    (table,) = read_text("\n".join(lines)).tables
    assert not table.blanks_shown
    assert [cell.text for cell in table.rows[-1]] == ["文件", "5"]
    assert [cell.text for cell in table.rows[1]] == ["规章之0", "3", "0"]


def test_two_tabs_here_and_there_stand_around_a_blank_cell():
    assert rows("甲\t乙\t丙\n子\t\t1\n丑\t2\t3\n")[1] == ["子", "", "1"]
