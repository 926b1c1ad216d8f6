from reading import outline

from gxcheck.document import read_text


def test_marks_of_a_word_processor_are_taken_off():
    text = "[bookmark: _GoBack]2020年，\n\n\t[bookmark: a]规章\n\t1[bookmark: b]2\n"
    document = read_text(text)
    assert outline(text) == ["2020年，", [["规章", "12"]]]
    assert document.paragraphs[0].location.column == 20
    cell = document.tables[0].rows[0][1]
    assert [text[at] for at in cell.offsets[:2]] == ["1", "2"]
    assert cell.place(1, 2).offset == text.index("2\n")
    assert cell.place(1, 2).column == text.split("\n")[3].index("2") + 1


def test_marks_that_markdown_escapes_stand_for_themselves():
    text = "1\\. 总体情况\n| 规章 | \\-2 |\n| 文件 | \\ |\n| 其他 | 0 |\n"
    document = read_text(text)
    assert outline(text) == ["1. 总体情况", [["规章", "-2"], ["文件", "\\"], ["其他", "0"]]]
    title = document.paragraphs[0]
    assert title.place(3, 4).offset == text.index("总")
    assert document.tables[0].rows[0][1].place(1, 2).offset == text.index("2 |")


def test_hashes_of_markdown_headings_are_taken_off():
    assert outline("## 一、概述\n#12 楼\n") == ["一、概述", "#12 楼"]


def test_line_ends_of_all_systems():
    for end in ("\n", "\r\n", "\r", "\r\r\n"):
        document = read_text(f"一、概述{end}{end}\t规章{end}\t3{end}")
        heading, table = document.blocks
        assert heading.text == "一、概述"
        cell = table.rows[0][1]
        assert (cell.text, cell.location.line, cell.location.column) == ("3", 4, 2)


def test_all_dialects_in_one_text():
    text = "一、甲\n\t规章\n\t3\n\n二、乙\n| 文件 | 1 |\n| 其他 | 2 |\n三、丙\n"
    text += "许可 1 2\n处罚 0 3\n无。"
    assert outline(text) == [
        "一、甲",
        [["规章", "3"]],
        "二、乙",
        [["文件", "1"], ["其他", "2"]],
        "三、丙",
        [["许可", "1", "2"], ["处罚", "0", "3"]],
        "无。",
    ]
    assert [block.location.block for block in read_text(text).blocks] == list(range(7))
