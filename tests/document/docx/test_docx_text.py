"""The text of paragraphs as the page shows it."""

import pytest
from word_files import docx, field, outline, p, part, r, tbl, texts, unzipped, zipped

from gxcheck import ReadError
from gxcheck.document import read
from gxcheck.document.docx import read_docx

DELETED = '<w:del w:id="1" w:author="甲"><w:r><w:delText>旧</w:delText></w:r></w:del>'


def test_runs_are_joined_and_blank_paragraphs_left_out():
    assert texts(p("一、总", "体", "情况"), p(), p("　"), p("　　无。 ")) == [
        "一、总体情况",
        "无。",
    ]


def test_the_format_is_told_from_the_content():
    document = read(docx("一、总体情况"), name="年报.txt")
    assert [block.text for block in document.blocks] == ["一、总体情况"]
    assert (document.source.name, document.source.format) == ("年报.txt", "docx")


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (r("甲", "<w:tab/>", "乙"), "甲\t乙"),
        (r("甲，", "<w:br/>", "乙"), "甲，\n乙"),
        (r("甲，", '<w:br w:type="page"/>', "乙"), "甲，\n乙"),
        (r("甲，", "<w:cr/>", "乙"), "甲，\n乙"),
        (r("0517", "<w:noBreakHyphen/>", "8361"), "0517-8361"),
        (r("公", "<w:softHyphen/>", "开"), "公开"),
        (r("选", '<w:sym w:font="Wingdings" w:char="F0FE"/>'), "选☑"),
        (r("选", '<w:sym w:font="Wingdings 2" w:char="F052"/>'), "选☑"),
        (r("点", '<w:sym w:font="Unknown" w:char="F0B7"/>'), "点•"),
        (r("字", '<w:sym w:font="Arial" w:char="4E00"/>'), "字一"),
        (r("坏", '<w:sym w:font="Arial" w:char="zz"/>'), "坏"),
        (r("<w:t>  甲 </w:t>", "<w:t>乙</w:t>"), "甲乙"),
        (r("<w:t>甲\n乙</w:t>"), "甲 乙"),
        (r("甲", "<w:lastRenderedPageBreak/>", "乙"), "甲乙"),
        ("<w:hyperlink><w:r><w:t>网站</w:t></w:r></w:hyperlink>", "网站"),
        (f"<w:smartTag><w:customXml>{r('甲')}</w:customXml></w:smartTag>", "甲"),
        (f"<w:sdt><w:sdtPr/><w:sdtContent>{r('机关')}</w:sdtContent></w:sdt>", "机关"),
        ("<m:oMath><m:r><m:t>1+1</m:t></m:r></m:oMath>", "1+1"),
        (
            r(f"<w:ruby><w:rt>{r('gōng')}</w:rt><w:rubyBase>{r('公')}</w:rubyBase></w:ruby>"),
            "公",
        ),
        (r("甲") + '<w:r><w:commentReference w:id="0"/></w:r>', "甲"),
    ],
)
def test_what_stands_in_a_paragraph(content, expected):
    assert texts(p(content)) == [expected]


def test_line_ends_part_what_is_no_sentence():
    text = (
        "一、总体情况\n全年公开信息5条，\n其中网站4条。\n（一）主动公开。更新12次。\n2024年1月9日"
    )
    inner = r(*[piece for line in text.split("\n") for piece in (line, "<w:br/>")])
    assert texts(p(inner), p(r("落款"))) == [
        "一、总体情况",
        "全年公开信息5条，\n其中网站4条。",
        "（一）主动公开。更新12次。",
        "2024年1月9日",
        "落款",
    ]


def test_fields_show_their_result_alone():
    simple = f'<w:fldSimple w:instr=" DATE ">{r("2025年")}</w:fldSimple>'
    nested = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>IF </w:instrText></w:r>'
        + field("DOCPROPERTY X", "1")
        + '<w:r><w:instrText>=1</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        + field("REF b", "共3件")
        + '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    assert texts(p(simple), p("新收", field("=SUM(A1)", "12"), "件"), p(nested)) == [
        *("2025年", "新收12件", "共3件")
    ]


def test_a_field_over_many_paragraphs_or_left_open_hides_nothing_after_it():
    begin, separate, end = (
        f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end")
    )
    toc = "<w:r><w:instrText>TOC</w:instrText></w:r>"
    body = (p(begin, toc, separate, "一、概述"), p("二、情况", end, separate), p("正文", begin))
    assert texts(*body, "无。") == ["一、概述", "二、情况", "正文", "无。"]


def test_changes_are_read_as_accepted():
    inserted = f'<w:ins w:id="2" w:author="甲">{r("新")}</w:ins>'
    moved = (
        f'<w:moveFrom w:id="3" w:author="甲">{r("去")}</w:moveFrom>'
        f'<w:moveTo w:id="4" w:author="甲">{r("来")}</w:moveTo>'
    )
    former = (
        '<w:pPrChange w:id="5" w:author="甲"><w:pPr><w:pStyle w:val="x"/></w:pPr></w:pPrChange>'
    )
    assert texts(p("收到", DELETED, inserted, moved, "件", props=former)) == ["收到新来件"]


def test_a_deleted_paragraph_mark_joins_two_paragraphs():
    gone = '<w:rPr><w:del w:id="1" w:author="甲"/></w:rPr>'
    assert texts(p("收到", props=gone), p("申请"), p(DELETED, props=gone), p("无。")) == [
        *("收到申请", "无。")
    ]
    assert texts(p("末段", props=gone)) == ["末段"]
    document = read_docx(docx(p("前", props=gone), tbl(["甲", "乙"])))
    assert outline(document) == ["前", [["甲", "乙"]]]


def style(key: str, kind: str, props: str, based: str = "") -> str:
    parent = f'<w:basedOn w:val="{based}"/>' if based else ""
    return f'<w:style w:type="{kind}" w:styleId="{key}">{parent}<w:rPr>{props}</w:rPr></w:style>'


def test_hidden_text_is_left_out():
    styles = part(
        "styles",
        style("hid", "character", "<w:vanish/>")
        + style("son", "character", "", "hid")
        + style("loop", "character", "", "loop")
        + style("secret", "paragraph", "<w:vanish/>"),
    )
    son, off = '<w:rStyle w:val="son"/>', '<w:vanish w:val="0"/>'
    body = [
        p("甲", r("藏", props="<w:vanish/>"), r("乙", props=off), r("隐", props=son)),
        p(r("丙", props=son + off), r("丁", props='<w:rStyle w:val="loop"/>')),
        p("不见", r("见", props=off), r("亦见", props=son), props='<w:pStyle w:val="secret"/>'),
    ]
    assert texts(*body, parts={"styles": styles}) == ["甲乙", "丙丁", "见亦见"]


def test_a_hidden_paragraph_mark_lets_a_heading_run_on():
    hidden = "<w:rPr><w:vanish/><w:specVanish/></w:rPr>"
    assert texts(p("（一）主动公开。", props=hidden), p("共3件。")) == ["（一）主动公开。共3件。"]


def box(*paragraphs: str) -> str:
    return f"<w:txbxContent>{''.join(paragraphs)}</w:txbxContent>"


def test_text_boxes_are_read_once():
    new = f"<wps:wsp><wps:txbx>{box(p('标题'), p('副题'))}</wps:txbx></wps:wsp>"
    drawn = f"<w:drawing>{new}</w:drawing>"
    old = f"<w:pict><v:shape><v:textbox>{box(p('标题'))}</v:textbox></v:shape></w:pict>"
    both = (
        f'<mc:AlternateContent><mc:Choice Requires="wps">{drawn}</mc:Choice>'
        f"<mc:Fallback>{old}</mc:Fallback></mc:AlternateContent>"
    )
    assert texts(p("前", r(both), "后")) == ["前后", "标题", "副题"]
    assert texts(p(r(old)), "正文") == ["标题", "正文"]
    only = f"<mc:AlternateContent><mc:Fallback>{old}</mc:Fallback></mc:AlternateContent>"
    blank = (
        '<mc:AlternateContent><mc:Choice Requires="x"><w:drawing/></mc:Choice>'
        f"<mc:Fallback>{old}</mc:Fallback></mc:AlternateContent>"
    )
    assert texts(p(r(only)), p(r(blank))) == ["标题", "标题"]


def test_words_drawn_as_a_picture():
    kind = '<v:shapetype id="_x0000_t136"><v:textpath on="t"/></v:shapetype>'
    words = '<v:shape id="{}"><v:textpath style="" string="政府信息公开年报"/></v:shape>'
    drawn = f"<w:pict>{kind}{words.format('_x0000_i1025')}</w:pict>"
    assert texts(p(r(drawn)), p("正文")) == ["政府信息公开年报", "正文"]
    across = f"<w:pict>{kind}{words.format('PowerPlusWaterMarkObject1')}</w:pict>"
    assert texts(p(r(across)), p("正文")) == ["正文"]


def test_boxes_within_boxes_and_groups():
    inner = f"<w:pict><v:shape><v:textbox>{box(p('内'))}</v:textbox></v:shape></w:pict>"
    outer = box(p("外", r(inner)), tbl(["甲", "乙"]))
    group = f"<w:pict><v:group><v:shape><v:textbox>{outer}</v:textbox></v:shape></v:group></w:pict>"
    assert outline(read_docx(docx(p(r(group))))) == ["外", "内", [["甲", "乙"]]]


def test_blocks_in_content_controls():
    control = f"<w:sdt><w:sdtContent>{p('一、概述')}{tbl(['甲', '乙'])}</w:sdtContent></w:sdt>"
    assert outline(read_docx(docx(control))) == ["一、概述", [["甲", "乙"]]]


def test_the_strict_variant_and_other_prefixes_are_read():
    strict = (
        '<d:document xmlns:d="http://purl.oclc.org/ooxml/wordprocessingml/main">'
        "<d:body><d:p><d:r><d:t>一、概述</d:t></d:r></d:p></d:body></d:document>"
    )
    assert read_docx(replaced(strict)).paragraphs[0].text == "一、概述"
    assert read_docx(replaced(strict.encode("utf-16"))).paragraphs[0].text == "一、概述"
    wide = '<?xml version="1.0" encoding="UTF-16"?>' + strict
    assert read_docx(replaced(wide.encode("utf-16"))).paragraphs[0].text == "一、概述"


def replaced(document: str | bytes) -> bytes:
    return zipped({**unzipped(docx("x")), "word/document.xml": document})


def test_a_file_without_text_is_said_to_have_none():
    for body in (p(), p(r("<w:drawing/>")), tbl(["", ""])):
        with pytest.raises(ReadError, match="没有文字"):
            read_docx(docx(body))


def test_embedded_documents_are_not_passed_over():
    with pytest.raises(ReadError, match="并入正文"):
        read_docx(docx("甲", '<w:altChunk r:id="rId9"/>'))


def test_text_keeps_full_width_and_inner_spaces():
    assert texts(p("邮 编：２２３")) == ["邮 编：２２３"]
