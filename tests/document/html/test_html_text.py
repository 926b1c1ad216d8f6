"""The text of a page: its paragraphs, and nothing of what stands around."""

import pytest
from web_pages import framed, page

from gxcheck.document import read
from gxcheck.document.html.charset import decode_page

PROSE = "根据条例的规定，现公布本机关的年度报告，所列数据截至年底，如有疑问，请与办公室联系。"
HEADINGS = ["一、总体情况", "二、主动公开政府信息情况", "三、其他需要报告的事项"]
TEXT = "".join(f"<p>{line}</p><p>{PROSE}</p>" for line in HEADINGS)
LINES = [line for heading in HEADINGS for line in (heading, PROSE)]
TITLE = "青岩市水利局2023年政府信息公开工作年度报告"


def lines(html: str | bytes) -> list[str]:
    data = html if isinstance(html, bytes) else html.encode()
    return [paragraph.text for paragraph in read(data).paragraphs]


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<p>一、概述<p>无。", ["一、概述", "无。"]),
        ("<p>一、概述<br>无。</p>", ["一、概述", "无。"]),
        ("<p>答复了申请，都按<br>期办结。</p>", ["答复了申请，都按\n期办结。"]),
        ("<p>答复了申请，都按<br><br>期办结。</p>", ["答复了申请，都按", "期办结。"]),
        ("<p>答复了申请，都按<br>　　期办结。</p>", ["答复了申请，都按", "期办结。"]),
        ("<p>答复了申请，都按<br>2023年1月5日</p>", ["答复了申请，都按", "2023年1月5日"]),
        ("<p>甲局<br/>2023年度报告</p>", ["甲局", "2023年度报告"]),
        ("<p>  共收到\n\t申请 3 件。 </p>", ["共收到 申请 3 件。"]),
        ("<p>&nbsp;&emsp;　共收到&nbsp;3&nbsp;件。&nbsp;</p>", ["共收到\xa03\xa0件。"]),
        ("<p><font>共</font><span>收<b>到</b></span> <i>3</i>件</p>", ["共收到 3件"]),
        ("<div>甲，<p>乙，</p>丙，<div>丁，</div></div>", ["甲，", "乙，", "丙，", "丁，"]),
        ("<span>甲，<div>乙，</div></span><span>丙</span>", ["甲，", "乙，", "丙"]),
        ("<h3>标题</h3>正文，<hr>其后，", ["标题", "正文，", "其后，"]),
        ("<ol><li>甲，<li>乙，</ol>", ["1. 甲，", "2. 乙，"]),
        ("<ol start=3><li><p>甲，</p></li><li value=9>乙，</ol>", ["3. 甲，", "9. 乙，"]),
        (
            "<ol type=a><li>甲，<ol type=I><li>乙，</ol><li>丙，</ol>",
            ["a. 甲，", "I. 乙，", "b. 丙，"],
        ),
        (
            "<ol style='list-style-type: cjk-ideographic' start=9><li>甲，<li>乙，<li>丙，</ol>",
            ["九、甲，", "十、乙，", "十一、丙，"],
        ),
        ("<ul><li>甲，<li>乙，</ul>", ["甲，", "乙，"]),
        ("<pre>甲，。\n乙，。\n\n丙，。</pre>", ["甲，。", "乙，。", "丙，。"]),
        ("<p>见《<关于公开的通知>》，执行。</p>", ["见《<关于公开的通知>》，执行。"]),
        ("<p>共&bogus;件&amp;&lt;，</p>", ["共&bogus;件&<，"]),
        ("<p>甲，<![CDATA[x]]>乙</p>", None),
        ("<p>甲，\x00乙，\x08丙</p>", None),
        ("<P ALIGN=CENTER>甲，</P><DIV>乙，</DIV>", ["甲，", "乙，"]),
        (
            "<p>甲，<!-- 乙 --><!--[if gte mso 9]>丙<![endif]--><![if !x]>丁<![endif]></p>",
            ["甲，丁"],
        ),
    ],
)
def test_paragraphs(html, expected):
    found = lines(html)
    assert found
    assert expected is None or found == expected


@pytest.mark.parametrize(
    "around",
    [
        "<script>document.write('<p>假的，内容。</p>')</script>{}",
        "<style>.a,.gone , #x{{margin:0;display : none}}</style><p class='b gone'>假的，</p>{}"
        "<p id=x>假的，</p>",
        "<div hidden>假的，内容。</div>{}",
        "<div HIDDEN>假的，内容。</div>{}",
        "<style>.phone{{display:none}}</style><div class=phone>假的，内容。</div>{}",
        "<p><del>假的，</del><s>内容。</s><strike>假的</strike></p>{}",
        "<style>p.phone{{display:none}}</style>{}<p class=phone>假的，内容。</p>",
        "<p style='color:red;DISPLAY : NONE'>假的，</p>{}<p style='visibility:hidden'>假的，</p>",
        "<noscript>假的，</noscript><template><p>假的，</p></template>{}<select><option>假的，</select>",
        "<nav>假的，</nav><aside>假的，</aside>{}<footer>假的，版权，所有，。</footer>",
        "<div class='bdsharebuttonbox'>假的</div>{}<div id=footer>假的，</div>",
        "<p>当前位置：首页 > 假的 > 正文</p>{}<p>上一篇：假的</p>",
        "<p>【字体：大 中 小】 假的</p><p>来源：假的</p><p>2024-01-05 来源：假的</p>{}",
        "{}<p>责任编辑：假的</p><p>打印本页 关闭窗口</p><p>浏览次数：118次</p>",
        "<ul><li><a>假的</a><li><a>假的</a><li><a>假的</a><li><a>假的</a></ul>{}",
        "<table><tr><td>索引号</td><td>假的</td></tr><tr><td>发布机构</td><td>假的</td></tr></table>{}",
        "<div>索 引 号：假的</div><div>主题分类：假的</div><div>{}</div>",
        "<div id=zoom>{}</div><p>假的，相关的，新闻，。</p>",
        "<div><div><div>{}</div></div></div><div>主办：假的 ICP备00000000号</div>",
        "{}<div><p>版权所有：假的</p><p>假的路1号 邮编：000000</p><p>电话：010-00000000</p></div>",
        "<table><tr><td><table><tr><td><a>假的</a><td><a>假的</a><td><a>假的</a><td><a>假的</a></table>"
        "<td>{}</table>",
    ],
)
def test_what_stands_around_is_left_out(around):
    assert lines(around.format(TEXT)) == LINES
    assert lines(page(around.format(TEXT))) == LINES


def test_a_style_that_shows_again_what_a_sheet_hides():
    sheet = "<style>@media print{.x{display:none}} /* .y{display:none} */ .z{display:none}</style>"
    shown = f"<div class=z style='display: block'>{TEXT}</div>"
    assert lines(f"{sheet}<div class=x><div class=y>{shown}</div></div>") == LINES


@pytest.mark.parametrize(
    "html",
    [
        "<style>.tab{display:none} .tab.now{display:block}</style>"
        f"<div class='tab now'>{TEXT}</div>",
        f"<div class=print><div class=share>{TEXT}</div></div>",
        f"<aside>{TEXT}</aside>",
    ],
)
def test_a_text_is_not_taken_for_what_stands_around(html):
    assert lines(html) == LINES
    assert lines(framed(html)) == LINES


@pytest.mark.parametrize(
    "line",
    [
        "主办建议12件。",
        "访问量1180人次。",
        "无。",
        "地址：沿江路21号",
        "附件：统计表.docx",
        "（盖章）",
    ],
)
def test_short_lines_of_the_text_are_kept(line):
    assert lines(framed(f"<div id=zoom>{TEXT}<p>{line}</p></div>")) == [*LINES, line]
    assert lines(framed(f"<div>{TEXT}<p>{line}</p></div>")) == [*LINES, line]


@pytest.mark.parametrize(
    "html",
    [
        "<div class=wide>{0}</div><div class=small>{0}</div>",
        "<style>.small{{display:none}}</style><div class=wide>{0}</div><div class=small>{0}</div>",
        "<div><h2>公开</h2><div id=zoom>{0}</div></div><div><div>{0}</div><p>打印</p></div>",
    ],
)
def test_a_text_that_is_there_for_two_screens_is_read_once(html):
    assert lines(page(html.format(TEXT))) == LINES


def test_two_texts_are_both_read():
    html = f"<div>{TEXT}</div><div>{TEXT.replace('总体', '基本')}</div>"
    assert len(lines(page(html))) == 2 * len(LINES)


def test_what_a_named_element_does_not_hold_is_not_lost():
    first, *rest = HEADINGS
    html = f"<div id=zoom><p>{first}</p><p>{PROSE}</p></div>" + "".join(
        f"<div><p>{line}</p><p>{PROSE}</p></div>" for line in rest
    )
    assert lines(framed(html)) == LINES


def test_a_signature_below_the_content_is_kept():
    html = f"<div id=zoom>{TEXT}</div><div>青岩市水利局</div><div>2024年1月18日</div>"
    assert lines(page(f"<div class=c>{html}</div>")) == [*LINES, "青岩市水利局", "2024年1月18日"]


@pytest.mark.parametrize(
    "html",
    [
        f"<h1>{TITLE}</h1><div id=zoom>{TEXT}</div>",
        f"<div class=Article-Title>{TITLE}</div><div id=zoom>{TEXT}</div>",
        f'<meta name="ArticleTitle" content="{TITLE}"><div id=zoom>{TEXT}</div>',
        f'<meta property="og:title" content="{TITLE}"><div id=zoom>{TEXT}</div>',
        f"<title>{TITLE}</title><div id=zoom>{TEXT}</div>",
        f"<title>{TITLE} - 年度报告 - 青岩市人民政府</title><div id=zoom>{TEXT}</div>",
        f"<title>青岩市人民政府_{TITLE}</title><div id=zoom>{TEXT}</div>",
        f"<title>青岩市年报</title><div id=zoom><h2>{TITLE}</h2>{TEXT}</div>",
        f"<h1>关于年报的通知</h1><div id=zoom><p>{TITLE}</p>{TEXT}</div>",
    ],
)
def test_the_title_is_there_once(html):
    document = read(html.encode())
    assert [paragraph.text for paragraph in document.paragraphs] == [TITLE, *LINES]
    offset = document.paragraphs[0].location.offset
    assert html[offset:].startswith(TITLE)


def test_the_name_of_a_site_is_no_title():
    html = f"<title>青岩市人民政府</title><h1>青岩市水利局</h1><div id=zoom>{TEXT}</div>"
    assert lines(html) == LINES


def test_places_across_entities_lines_and_tags():
    html = "<div>\r\n<p>共&ldquo;收到&rdquo;\r\n  <b>3</b>&nbsp;件，<br>如下。</p></div>"
    paragraph = read(html.encode()).paragraphs[0]
    assert paragraph.text == "共“收到” 3\xa0件，\n如下。"
    at = [paragraph.place(place, place + 1) for place in range(len(paragraph.text))]
    marks = [html[place.offset] for place in at]
    assert marks == [*"共&收到&\r3&件，<如下。"]
    assert [place.line for place in at] == [2] * 6 + [3] * 8
    assert [(at[0].column), (at[6].column)] == [4, 6]
    found = paragraph.normal.index("3")
    assert html[paragraph.locate(found, found + 1).offset] == "3"


@pytest.mark.parametrize(
    "sign", ["&#983040;", "&#xF0000;", "&#X10fffd;", "&#01048576;", "&#xfdd1;", "&#64976;", "\x00"]
)
def test_signs_that_no_page_uses_are_not_taken_for_our_own(sign):
    source = f"<p>一、概述{sign}如下。</p><table><tr><td>甲<td>1{sign}2</table>"
    document = read(source.encode())
    first, second = document.paragraphs[0], document.tables[0].rows[0][1]
    assert (first.text[:5], first.text[-3:]) == ("一、概述\ufffd", "如下。")
    assert (second.text[:2], second.text[-1]) == ("1\ufffd", "2")
    for passage in (first, second):
        end = passage.place(len(passage.text) - 1, len(passage.text)).offset
        assert end is not None
        assert source[end] == passage.text[-1]


@pytest.mark.parametrize(
    ("declared", "encoding"),
    [
        ("utf-8", "utf-8"),
        ("gb2312", "utf-8"),
        ("utf-8", "gb18030"),
        ("gbk", "gb18030"),
        ("", "gb18030"),
        ("iso-8859-1", "gb18030"),
        ("big5", "big5"),
        ("gb2312", "utf-16"),
        ("utf-8", "utf-8-sig"),
    ],
)
def test_encodings_by_bytes_more_than_by_word(declared, encoding):
    text = TEXT if encoding != "big5" else TEXT.replace("与", "與").replace("办", "辦")
    if encoding == "big5":
        text = "<p>" + "根據條例的規定，現公布本機關的年度報告，所列數據截至年底。" * 4 + "</p>"
    html = f"<html><head><meta charset={declared}></head><body>{text}</body></html>"
    found = lines(html.encode(encoding))
    assert found == (LINES if encoding != "big5" else [text[3:-4]])


def test_a_few_damaged_characters_do_not_spoil_a_page():
    html = page(TEXT * 9).encode()
    broken = html.replace(b"var menu", b"// \xd6\xd0\nvar menu", 1)
    assert lines(broken) == LINES * 9
    text, encoding = decode_page(broken, None, None)
    assert encoding == "utf-8"
    assert text.count("\ufffd") == 2
