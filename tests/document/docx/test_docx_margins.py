"""Headers, footers and footnotes: after the body, and known as such."""

from word_files import docx, field, p, part, r, tbl

from gxcheck.document.docx import read_docx

MARK = '<w:{kind}Reference w:type="{type}" r:id="{key}"/>'


def section(*marks: tuple[str, str, str], more: str = "") -> str:
    """The section of a file: header or footer, for which pages, in which part."""
    inner = "".join(MARK.format(kind=kind, type=type_, key=key) for kind, type_, key in marks)
    return f"<w:sectPr>{inner}{more}</w:sectPr>"


def roles(data: bytes) -> list[tuple[str, str]]:
    return [(block.text, block.role) for block in read_docx(data).paragraphs]


def header(text: str) -> str:
    return part("hdr", p(text))


def test_they_stand_after_the_body():
    parts = {
        "header1": header("某某县政府信息公开"),
        "footer1": part("ftr", p("内部资料", field("PAGE", "1"))),
        "header9": header("无人用"),
    }
    marks = section(("header", "default", "header1"), ("footer", "default", "footer1"))
    assert roles(docx("正文", parts=parts, section=marks)) == [
        ("正文", "body"),
        ("某某县政府信息公开", "header"),
        ("内部资料1", "footer"),
    ]


def test_page_numbers_are_no_text():
    simple = f'<w:fldSimple w:instr="PAGE \\* MERGEFORMAT">{r("3")}</w:fldSimple>'
    feet = [
        p(field("PAGE", "12")),
        p("- ", simple, " -"),
        p("第", field("PAGE", "1"), "页 共", field("NUMPAGES", "9"), "页"),
        p("— 7 —"),
        p("12"),
        f"<w:sdt><w:sdtContent>{p(field('PAGE', '1'))}</w:sdtContent></w:sdt>",
    ]
    parts = {"footer1": part("ftr", "".join(feet))}
    data = docx("正文", parts=parts, section=section(("footer", "default", "footer1")))
    assert roles(data) == [("正文", "body")]


def test_those_that_no_page_shows_are_left_out():
    parts = {"header1": header("首页"), "header2": header("偶数页")}
    first, even = ("header", "first", "header1"), ("header", "even", "header2")
    assert roles(docx("甲", parts=parts, section=section(first, even))) == [("甲", "body")]
    on = section(first, even, more="<w:titlePg/>")
    parts["settings"] = part("settings", "<w:evenAndOddHeaders/>")
    found = roles(docx("甲", parts=parts, section=on))
    assert found == [("甲", "body"), ("首页", "header"), ("偶数页", "header")]
    former = f'<w:sectPr><w:sectPrChange w:author="a">{on}</w:sectPrChange></w:sectPr>'
    assert roles(docx("甲", parts=parts, section=former)) == [("甲", "body")]


def test_the_same_header_of_two_sections_is_read_once():
    parts = {"header1": header("页眉"), "header2": header("页眉")}
    upper = p(props=section(("header", "default", "header1")))
    lower = section(("header", "default", "header2"), ("header", "default", "header1"))
    assert roles(docx("甲", upper, parts=parts, section=lower)) == [
        ("甲", "body"),
        ("页眉", "header"),
    ]


def test_a_table_in_a_header_stays_a_table():
    parts = {"header1": part("hdr", tbl(["机关", "年度"]))}
    document = read_docx(docx("甲", parts=parts, section=section(("header", "default", "header1"))))
    assert [cell.text for cell in document.tables[0].rows[0]] == ["机关", "年度"]


def note(kind: str, key: int, text: str) -> str:
    return f'<w:{kind} w:id="{key}">{p(r("<w:footnoteRef/>"), " " + text)}</w:{kind}>'


def mark(kind: str, key: int) -> str:
    return f'<w:r><w:{kind}Reference w:id="{key}"/></w:r>'


def test_notes_come_in_the_order_of_their_marks_and_leave_no_digit_behind():
    parts = {
        "footnotes": part(
            "footnotes",
            note("footnote", 0, "分隔") + note("footnote", 1, "甲注") + note("footnote", 2, "乙注"),
        ),
        "endnotes": part("endnotes", note("endnote", 1, "尾注")),
    }
    two, one, end = mark("footnote", 2), mark("footnote", 1), mark("endnote", 1)
    data = docx(p("新收3", two, "件", end), p("办结", one, two), parts=parts)
    assert roles(data) == [
        *(("新收3件", "body"), ("办结", "body")),
        *(("乙注", "footnote"), ("甲注", "footnote"), ("尾注", "footnote")),
    ]


def test_what_is_outside_the_file_or_lost_is_not_looked_for():
    marks = section(("header", "default", "lost"), ("footer", "default", "footer1"))
    data = docx(p("甲", mark("footnote", 1)), parts={}, section=marks)
    assert roles(data) == [("甲", "body")]
