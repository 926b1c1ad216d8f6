"""Automatic numbers made visible."""

import pytest
from word_files import docx, p, part, tbl, tc, texts

from gxcheck.document.docx import read_docx
from gxcheck.document.docx.numerals import written


def level(at: int, form: str, text: str, more: str = "", start: int = 1, gap: str = "") -> str:
    suffix = f'<w:suff w:val="{gap}"/>' if gap else ""
    return (
        f'<w:lvl w:ilvl="{at}"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/>{more}'
        f'{suffix}<w:lvlText w:val="{text}"/></w:lvl>'
    )


def abstract(key: int, *levels: str) -> str:
    return f'<w:abstractNum w:abstractNumId="{key}">{"".join(levels)}</w:abstractNum>'


def num(key: int, of: int, overrides: str = "") -> str:
    return f'<w:num w:numId="{key}"><w:abstractNumId w:val="{of}"/>{overrides}</w:num>'


def numbering(*content: str) -> dict[str, str]:
    return {"numbering": part("numbering", "".join(content))}


def item(text: str, key: int = 1, at: int = 0) -> str:
    return p(text, props=f'<w:numPr><w:ilvl w:val="{at}"/><w:numId w:val="{key}"/></w:numPr>')


OUTLINE = abstract(
    0,
    level(0, "chineseCountingThousand", "%1、", gap="nothing"),
    level(1, "chineseCounting", "（%2）", gap="nothing"),
    level(2, "decimal", "%3.", gap="space"),
    level(3, "decimal", "%3.%4"),
)


def test_headings_over_levels_start_again_below_each():
    body = [
        *(item("总体情况"), item("主动公开", at=1), item("数量", at=2), item("其中", at=3)),
        *(item("依申请公开", at=1), item("数量", at=2), p("无。")),
        *(item("主动公开情况"), item("管理", at=1)),
    ]
    assert texts(*body, parts=numbering(OUTLINE, num(1, 0))) == [
        *("一、总体情况", "（一）主动公开", "1. 数量", "1.1 其中"),
        *("（二）依申请公开", "1. 数量", "无。", "二、主动公开情况", "（一）管理"),
    ]


def test_a_number_may_start_anywhere_and_go_on_in_another_list():
    parts = numbering(
        abstract(0, level(0, "decimal", "%1)", start=3)),
        num(1, 0),
        num(2, 0),
        num(3, 0, '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="7"/></w:lvlOverride>'),
        num(4, 0, f'<w:lvlOverride w:ilvl="0">{level(0, "upperRoman", "%1.")}</w:lvlOverride>'),
    )
    body = [item("a"), item("b", 2), item("c", 3), item("d", 3), item("e", 4), item("f", 99)]
    assert texts(*body, parts=parts) == ["3) a", "4) b", "7) c", "8) d", "IX. e", "f"]


def test_levels_that_restart_otherwise():
    never = '<w:lvlRestart w:val="0"/>'
    parts = numbering(
        abstract(0, level(0, "decimal", "%1."), level(1, "decimal", "%1.%2", never)), num(1, 0)
    )
    body = [item("a"), item("b", at=1), item("c"), item("d", at=1)]
    assert texts(*body, parts=parts) == ["1. a", "1.1 b", "2. c", "2.2 d"]


def test_a_level_without_the_one_above_and_legal_numbers():
    legal = level(1, "decimal", "%1.%2", "<w:isLgl/>")
    parts = numbering(abstract(0, level(0, "chineseCounting", "%1"), legal), num(1, 0))
    assert texts(item("甲", at=1), item("乙", at=1), parts=parts) == ["1.1 甲", "1.2 乙"]


def test_styles_number_their_paragraphs():
    styles = part(
        "styles",
        '<w:style w:type="paragraph" w:styleId="1"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr>'
        '</w:pPr></w:style><w:style w:type="paragraph" w:styleId="2"><w:basedOn w:val="1"/>'
        '<w:pPr><w:numPr><w:ilvl w:val="1"/></w:numPr></w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="3"><w:pPr><w:numPr><w:numId w:val="2"/></w:numPr>'
        "</w:pPr></w:style>",
    )
    named = level(1, "decimal", "[%2]", '<w:pStyle w:val="3"/>')
    parts = numbering(OUTLINE, abstract(1, level(0, "decimal", "-"), named), num(1, 0), num(2, 1))
    body = [
        p("甲", props='<w:pStyle w:val="1"/>'),
        p("乙", props='<w:pStyle w:val="2"/>'),
        p("丙", props='<w:pStyle w:val="1"/><w:numPr><w:numId w:val="0"/></w:numPr>'),
        p("丁", props='<w:pStyle w:val="1"/><w:numPr><w:ilvl w:val="2"/></w:numPr>'),
        p("戊", props='<w:pStyle w:val="3"/>'),
    ]
    read = texts(*body, parts={**parts, "styles": styles})
    assert read == ["一、甲", "（一）乙", "丙", "1. 丁", "[1] 戊"]


def test_a_list_that_leads_to_a_style_of_lists():
    leading = '<w:abstractNum w:abstractNumId="1"><w:numStyleLink w:val="s"/></w:abstractNum>'
    led = OUTLINE.replace("<w:lvl ", '<w:styleLink w:val="s"/><w:lvl ', 1)
    parts = numbering(led, leading, num(1, 1))
    assert texts(item("甲"), parts=parts) == ["一、甲"]


def test_bullets_formats_of_alternatives_and_hidden_numbers():
    font = '<w:rPr><w:rFonts w:ascii="Wingdings"/></w:rPr>'
    bullet = level(0, "bullet", "\uf0d8").replace("</w:lvl>", f"{font}</w:lvl>")
    other = level(0, "bullet", "\uf001")
    custom = level(0, "decimal", "%1.").replace(
        '<w:numFmt w:val="decimal"/>',
        '<mc:AlternateContent><mc:Choice Requires="w14"><w:numFmt w:val="custom"/></mc:Choice>'
        '<mc:Fallback><w:numFmt w:val="decimalZero"/></mc:Fallback></mc:AlternateContent>',
    )
    hidden = level(0, "decimal", "%1").replace("</w:lvl>", "<w:rPr><w:vanish/></w:rPr></w:lvl>")
    levels = [bullet, other, custom, hidden, level(0, "none", "%1")]
    parts = numbering(
        *(abstract(key, one) for key, one in enumerate(levels)),
        *(num(key, key) for key in range(len(levels))),
    )
    body = [item("甲", key) for key in range(1, len(levels))]
    assert texts(*body, parts=parts) == ["• 甲", "01. 甲", "甲", "甲"]
    with_bullet = numbering(abstract(0, bullet), num(1, 0))
    assert texts(item("甲"), parts=with_bullet) == ["➢ 甲"]


def test_blank_cells_may_be_numbered_and_what_was_deleted_is_not():
    parts = numbering(OUTLINE, num(1, 0))
    (table,) = read_docx(docx(tbl([tc(item("")), tc("甲")]), parts=parts)).tables
    assert [cell.text for cell in table.rows[0]] == ["一、", "甲"]
    gone = item("").replace("</w:numPr>", '</w:numPr><w:rPr><w:del w:author="甲"/></w:rPr>')
    assert texts(gone, item("甲"), parts=parts) == ["一、甲"]


@pytest.mark.parametrize(
    ("form", "number", "expected"),
    [
        *(
            ("chineseCounting", n, s)
            for n, s in ((1, "一"), (10, "十"), (11, "十一"), (20, "二十"))
        ),
        ("chineseCountingThousand", 101, "一百零一"),
        ("chineseCountingThousand", 110, "一百一十"),
        ("chineseCountingThousand", 2025, "二千零二十五"),
        ("chineseLegalSimplified", 12, "壹拾贰"),
        ("ideographTraditional", 3, "丙"),
        ("ideographTraditional", 11, "11"),
        ("ideographDigital", 25, "二五"),
        ("japaneseCounting", 15, "十五"),
        ("decimalEnclosedCircle", 3, "③"),
        ("decimalFullWidth", 12, "１２"),
        ("numberInDash", 3, "- 3 -"),
        ("decimalZero", 3, "03"),
        ("upperRoman", 14, "XIV"),
        ("lowerLetter", 28, "bb"),
        ("upperRoman", 2**31, "2147483648"),
        ("lowerLetter", 10**9, "1000000000"),
        ("chineseCounting", 10**5, "100000"),
        ("none", 3, ""),
        ("unheard-of", 3, "3"),
        ("chineseCounting", 0, "〇"),
        ("ideographDigital", -3, "三"),
    ],
)
def test_number_formats(form, number, expected):
    assert written(number, form) == expected
