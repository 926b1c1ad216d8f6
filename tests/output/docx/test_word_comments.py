"""Comments in the author's Word file: at the exact words, and nothing else changed."""

import re

import pytest
from commented_files import (
    AT,
    TYPES,
    anchored_words,
    commented_at,
    comments_of,
    find,
    finding,
    letters,
    parts_of,
    passages,
    review_of,
    words_by_rule,
)
from word_files import docx, field, p, part, r, tbl, tc, zipped

import gxcheck
from gxcheck.errors import GxcheckError
from gxcheck.output.docx import commented
from gxcheck.output.docx.remarks import remark_of
from gxcheck.rules.model import Finding

BOX = f"<w:pict><w:txbxContent>{p('框里', '的字')}</w:txbxContent></w:pict>"
REPORT = docx(
    p("　　一、", r("总体", props="<w:b/>"), "情况 "),
    p("收到", r("申请", "<w:tab/>", "3", "<w:br/>", "件 & <b>"), "。"),
    p('<w:r><w:t>  两端 有空 </w:t></w:r><w:r w:rsidR="00A1"><w:t>接&#x7740;&amp;写</w:t></w:r>'),
    tbl(
        [tc("商业", "企业"), tc(p("甲", "乙"), merge="restart")],
        [tc(p(" 12 ")), tc(merge="go on")],
    ),
)


def test_a_comment_stands_at_the_exact_words_wherever_they_begin_and_end():
    count = 0
    for passage in passages(REPORT):
        for start in range(len(passage.text)):
            for end in range(start + 1, len(passage.text) + 1):
                quote = passage.text[start:end]
                if quote.strip("\n") == quote:
                    found = finding(passage.place(start, end))
                    new = commented(REPORT, review_of(REPORT, found), at=AT)
                    assert words_by_rule(new)["some-rule"] == quote.replace("\n", "") or (
                        "件" in passage.text and words_by_rule(new)["some-rule"] == quote
                    )
                    assert letters(new) == letters(REPORT)
                    count += 1
    assert count > 100


def unmarked(xml: bytes) -> bytes:
    """The XML without anchors, and with runs of no formatting joined where they meet."""
    for mark in (
        rb"<w:commentRange\w+ [^>]*/>",
        rb"<w:r><w:rPr>(?:(?!</w:r>).)*<w:commentReference.*?</w:r>",
        rb'</w:t></w:r><w:r><w:t xml:space="preserve">',
        rb"</w:r><w:r>",
    ):
        xml = re.sub(mark, b"", xml)
    return xml


def test_only_comments_and_their_anchors_differ():
    data = zipped({"[Content_Types].xml": TYPES, **parts_of(REPORT), "custom/一.bin": b"\x00" * 9})
    new = commented_at(data, "收到申请", "12")
    before, after = parts_of(data), parts_of(new)
    changed = {name for name in after if before.get(name) != after[name]}
    assert list(after) == [*before, "word/comments.xml"]
    assert changed == {
        *("word/document.xml", "word/comments.xml"),
        *("word/_rels/document.xml.rels", "[Content_Types].xml"),
    }
    assert unmarked(after["word/document.xml"]) == unmarked(before["word/document.xml"])


def test_what_a_comment_says():
    data = docx("甲县2024年政府信息公开工作年度报告", "收到申请3件")
    place = find(data, "3件")
    told = finding(place, message="相差 1", advice="核对台账", basis=("甲令", "乙令"))
    lines = comments_of(commented(data, review_of(data, told), at=AT))
    assert lines[1] == ["警告 · some-rule", "相差 1", "建议：核对台账", "依据：甲令；乙令"]
    assert lines[0][0] == "审校概要 · gxcheck"
    assert "0 个错误，1 个警告，0 条提示。" in lines[0]
    english = comments_of(commented(data, review_of(data, told), "en", at=AT))
    assert english[1][0] == "warning · some-rule"
    assert "Advice: 核对台账" in english[1]


def test_the_summary_stands_at_the_title_and_the_rest_at_its_section():
    data = docx("甲县2024年政府信息公开工作年度报告", "一、总体情况", "工作平稳。")
    nowhere = finding(None, "nowhere")
    section = finding(None, "section", place="overview")
    words = words_by_rule(commented(data, review_of(data, nowhere, section), at=AT))
    assert words["gxcheck"] == words["nowhere"] == "甲县2024年政府信息公开工作年度报告"
    assert words["section"] == "一、总体情况"


def test_a_text_without_title_bears_the_summary_at_its_first_words():
    data = docx("", "今天开会。")
    assert words_by_rule(commented(data, review_of(data), at=AT)) == {"gxcheck": "今天开会。"}


def test_blank_cells_and_paragraphs_without_runs():
    data = docx("前", tbl(["甲", tc("<w:p/>")], ["", "1"], [tc('<w:p a="1" />'), "2"]))
    blank = [one for one in passages(data) if not one.text]
    found = [finding(one.location, f"rule-{n}") for n, one in enumerate(blank)]
    new = commented(data, review_of(data, *found), at=AT)
    assert len(blank) == 3
    assert [words_by_rule(new)[f"rule-{n}"] for n in range(3)] == ["", "", ""]
    assert [one.text for one in passages(new)] == [one.text for one in passages(data)]


def test_overlapping_and_equal_places():
    data = docx(p("甲乙", r("丙丁", props="<w:i/>"), "戊己"))
    words = ["乙丙", "丙丁戊", "乙丙", "甲乙丙丁戊己", "丁", "戊"]
    new = commented_at(data, *words)
    assert [words_by_rule(new)[f"rule-{n}"] for n in range(len(words))] == words
    assert letters(new) == letters(data)


@pytest.mark.parametrize(
    ("body", "words", "at"),
    [
        (p("甲", field("REF a", "乙丙"), "丁"), "丙", "乙丙"),
        (p("甲", f'<w:fldSimple w:instr="REF a">{r("乙丙")}</w:fldSimple>'), "乙", ""),
        (p("甲", f"<w:hyperlink>{r('乙丙')}</w:hyperlink>"), "丙", "丙"),
        (p("甲", f'<w:ins w:author="a">{r("乙丙")}</w:ins>'), "乙", "乙"),
        (p("甲", f"<w:sdt><w:sdtContent>{r('乙丙')}</w:sdtContent></w:sdt>"), "丙", "丙"),
        (
            p("甲", r(f"<w:ruby><w:rt>{r('y')}</w:rt><w:rubyBase>{r('乙')}</w:rubyBase></w:ruby>")),
            *("乙", ""),
        ),
        (p("甲", f'<w:del w:author="a">{r("旧")}</w:del>', "乙丙"), "丙", "丙"),
    ],
)
def test_fields_links_changes_and_content_controls(body, words, at):
    data = docx(body)
    new = commented_at(data, words)
    if at:
        assert words_by_rule(new)["rule-0"] == at
    else:
        assert anchored_words(new)[1] is not None
    assert [one.text for one in passages(new)] == [one.text for one in passages(data)]


def test_a_field_over_several_paragraphs_is_commented_inside():
    begin = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>TOC</w:instrText></w:r>'
    begin += '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    data = docx(p(begin, "一、甲"), p("二、乙", '<w:r><w:fldChar w:fldCharType="end"/></w:r>'))
    assert words_by_rule(commented_at(data, "甲", "二、"))["rule-0"] == "甲"


def test_in_a_box_the_comment_stands_around_it_and_quotes_the_words():
    data = docx("前", p("框外", r(BOX), "之后"))
    found = finding(find(data, "里的"), quote="里的")
    new = commented(data, review_of(data, found), at=AT)
    number = next(n for n, lines in comments_of(new).items() if "some-rule" in lines[0])
    assert any("里的" in line for line in comments_of(new)[number])
    assert [one.text for one in passages(new)] == [one.text for one in passages(data)]
    words = parts_of(new)["word/document.xml"]
    assert b"comment" not in words[words.index(b"<w:txbxContent>") : words.index(b"</w:pict>")]


def test_footnotes_are_commented_at_their_mark_and_footers_at_the_title():
    note = f'<w:footnote w:id="7">{p("注里的话")}</w:footnote>'
    data = docx(
        "甲县2024年政府信息公开工作年度报告",
        p("收到", r('<w:footnoteReference w:id="7"/>'), "申请"),
        parts={"footnotes": part("footnotes", note), "footer1": part("ftr", p("脚上的话"))},
        section='<w:sectPr><w:footerReference w:type="default" r:id="footer1"/></w:sectPr>',
    )
    new = commented_at(data, "里的", "脚上")
    main = parts_of(new)["word/document.xml"]
    before, _, after = main.partition(b"<w:footnoteReference")
    assert before.endswith(b'<w:commentRangeStart w:id="1"/><w:r>')
    assert after.startswith(b' w:id="7"/></w:r><w:commentRangeEnd w:id="1"/>')
    assert words_by_rule(new)["rule-1"] == "甲县2024年政府信息公开工作年度报告"
    for name in ("word/footnotes.xml", "word/footer1.xml"):
        assert parts_of(new)[name] == parts_of(data)[name]


def test_five_hundred_findings():
    data = docx(*(p(f"第{n}件", "事情") for n in range(500)))
    lines = list(passages(data))
    found = [finding(one.place(0, len(one.text) - 2), f"rule-{n}") for n, one in enumerate(lines)]
    words = words_by_rule(commented(data, review_of(data, *found), at=AT))
    assert all(words[f"rule-{n}"] == f"第{n}件" for n in range(500))


def test_hundreds_of_findings_in_one_long_paragraph():
    data = docx("事情办理完毕，" * 15000)
    (line,) = passages(data)
    found = [finding(line.place(7 * n, 7 * n + 2), f"rule-{n}") for n in range(300)]
    words = words_by_rule(commented(data, review_of(data, *found), at=AT))
    assert len(words) == 301
    assert all(words[f"rule-{n}"] == "事情" for n in range(300))


def test_hostile_words_stay_words():
    data = docx("收到申请")
    hostile = "</w:t><script>&\x00\x08\u202e\ufffe]]>" + "长" * 1_000_000
    found = finding(find(data, "收到"), message=hostile, advice="=HYPERLINK(1)")
    lines = comments_of(commented(data, review_of(data, found), at=AT))[1]
    assert lines[1].startswith("</w:t><script>&]]>长")
    assert len(lines[1]) < 2000
    assert lines[2] == "建议：=HYPERLINK(1)"


def test_what_is_no_word_file_is_refused_with_advice():
    review = gxcheck.review(b"\xe7\x94\xb2" * 9)
    with pytest.raises(GxcheckError, match=r"\.docx"):
        commented("甲县".encode(), review)


def test_comments_of_a_real_form_stand_where_its_findings_do(shared):
    data = (shared / "reports" / "template-2021.docx").read_bytes()
    review = gxcheck.review(data)
    new = commented(data, review, at=AT)
    assert len(comments_of(new)) == len(review.findings) + 1
    assert words_by_rule(new)["placeholder"] == "（文字描述）"
    assert [one.text for one in passages(new)] == [one.text for one in passages(data)]
    fingerprints = [one.fingerprint for one in review.findings]
    assert [one.fingerprint for one in gxcheck.review(new).findings] == fingerprints


def test_a_remark_shows_line_ends_as_blanks_and_nothing_unseen():
    told = Finding(rule="some-rule", level="info", message="甲\n乙\u200b丙\t丁")
    assert remark_of(told, "zh").lines == ("甲 乙丙 丁",)


def test_what_stands_below_a_title_over_two_paragraphs_is_found_at_its_place():
    title = ("四、政府信息公开行政复议、", "行政诉讼情况")
    data = docx("一、总体情况", *map(p, title), "本年度没有行政复议。")
    review = review_of(data)
    heading, last = review.report.document.paragraphs[1:]
    assert heading.normal == "".join(title)
    found = [finding(heading.location, "title"), finding(last.place(3, 5), "word")]
    new = commented(data, gxcheck.Review(report=review.report, findings=found), at=AT)
    words = words_by_rule(new)
    assert (words["title"], words["word"]) == ("".join(title), "没有")
