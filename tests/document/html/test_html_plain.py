"""Plain tables are read by their tags alone, what is in scripts and the tags of lists of links are
not given to the parser, and everything comes out as by the tree of the whole page.
"""

import random
import re
import time
from unittest.mock import patch

import pytest
from test_html_limits import mutated
from web_pages import PAGES, framed
from web_reports import report

from gxcheck import ReadError
from gxcheck.document import read
from gxcheck.document.html.plain import plain_tables
from gxcheck.document.html.scripts import scripts_of

ROW = "<tr>" + "<td>数</td>" * 7 + "</tr>"
TAGS = re.compile(r"<[^<>]*>")
PIECES = re.split(
    r"\|",
    "<td>|</td>|<tr>|</tr>|<p>|</p>|<span>|</span>|<div>|</div>|<b>|</b>|<br>|<br/>|<tbody>|</tbody>"
    "|<table>|</table>|<th>|</th>|<TD>|</TR>|<p/>|<ol>|<pre>|<xmp>|<!-- 注 -->|<!-- <td> -->|<!--"
    "|<![CDATA[x]]>|<![if !x]>|<![endif]>|-->|<td rowspan=0>|<td colspan='99999'>|<td rowspan=3 x>"
    "|<td hidden>|<td class=c>|<td title='a>b'>|<td title='>|<td style='display:none'>|<td id=zoom>"
    "|<del>|&nbsp;|&nbsp|&lt;td&gt;|&#14;|&#xF0000;|\x0e|\U0010fffe|\U000fffff| |\n|　|甲|<|>|a > b"
    "|<tfoot>|<caption>表|<colgroup><col></colgroup>|<a href=1>|<input>|<script>1<2</script>",
)


def outcome(data):
    """All that is read of a page, or the words of the refusal."""
    try:
        document = read(data)
    except ReadError as error:
        return str(error)
    return repr(document.blocks), document.notes, document.source


def both_ways(data):
    source = "gxcheck.document.html.source"
    with (
        patch(f"{source}.plain_tables", return_value=[]),
        patch(f"{source}.scripts_of", return_value=[]),
        patch(f"{source}.link_lists", return_value=[]),
    ):
        by_tree = outcome(data)
    return outcome(data), by_tree


def found_in(text):
    return plain_tables(text, [(0, len(text))])


def changed(text: str, chance: random.Random) -> str:
    """The text with a tag left out, doubled, moved or replaced, or with a piece put in."""
    tags = list(TAGS.finditer(text, text.find("<table")))
    tag = chance.choice(tags)
    kind = chance.randrange(4)
    if kind == 0:
        return text[: tag.start()] + text[tag.end() :]
    if kind == 1:
        return text[: tag.end()] + tag[0] + text[tag.end() :]
    piece = chance.choice(PIECES)
    if kind == 2:
        return text[: tag.start()] + piece + text[tag.end() :]
    at = chance.randrange(tag.start(), len(text))
    return text[:at] + piece + text[at:]


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize("edition", [2008, 2021])
def test_a_page_is_read_alike_both_ways(name, edition):
    plain, by_tree = both_ways(PAGES[name](report(edition)))
    assert plain == by_tree


@pytest.mark.parametrize("name", ["trs", "word", "confetti", "layout_tables", "heads_and_spans"])
def test_damaged_pages_are_read_alike_both_ways(name):
    chance = random.Random(name)
    page = PAGES[name](report(2019))
    text = page.decode("gb18030" if name == "word" else "utf-8")
    for _ in range(15):
        data = changed(text, chance).encode()
        for one in (data, mutated(data, chance)):
            plain, by_tree = both_ways(one)
            assert plain == by_tree


def test_tables_of_random_cells_are_read_alike_both_ways():
    chance = random.Random(3)
    words = ("<p>数</p>", "数", "<br>", " ", "<b>1</b>", "<div>数<br>数</div>", "&nbsp;", "\n")
    for _ in range(120):
        cells = ["".join(chance.choices(words, k=chance.randrange(4))) for _ in range(20)]
        rows = "".join(f"<td>{cell}</td>" + "</tr><tr>" * chance.randrange(2) for cell in cells)
        text = framed(f"<div id=zoom><p>一、如下。</p><table><tr>{rows}</tr></table>。</div>")
        for _ in range(chance.randrange(3)):
            text = changed(text, chance)
        plain, by_tree = both_ways(text.encode())
        assert plain == by_tree


@pytest.mark.parametrize(
    "table",
    [
        f"<table>{ROW * 2}</table>",
        f"<TABLE border=1>\n{ROW.upper() * 2}\n</TABLE>",
        f"<table><thead></thead><tbody>{ROW}</tbody><tbody>{ROW}</tbody></table>",
        f"<table class='c'><colgroup><col width=9></colgroup>{ROW * 2}</table >",
        f"<table>{ROW.replace('数', '<p align=center><span>数<b>1</b></span></p>') * 2}</table>",
        f"<table>{ROW.replace('数', '甲<br/>乙<!--注--><o:p></o:p>') * 2}</table>",
    ],
)
def test_plain_tables_are_found(table):
    (found,) = found_in(f"<p>甲</p>{table}<p>乙</p>")
    assert len(found.cells) == 14
    plain, by_tree = both_ways(framed(f"<div id=zoom><p>如下，</p>{table}</div>").encode())
    assert plain == by_tree


@pytest.mark.parametrize(
    "odd",
    [
        "<td>甲",
        "<td hidden>甲</td>",
        "<td style='DISPLAY: none'>甲</td>",
        "<td class='Zoom c'>甲</td>",
        "<td>甲</td>乙",
        "<td><a href=1>甲</a></td>",
        "<td title='>'>甲</td>",
        "<td><span><p>甲</span></p></td>",
        "<td>甲 > 乙</td>",
        "<td/>",
        "<td>&#14;</td>",
        "<td><img src=1.png></td>",
    ],
)
def test_what_is_odd_is_left_to_the_parser(odd):
    table = f"<table>{ROW * 2}<tr>{odd}</tr></table>"
    assert found_in(table) == []
    plain, by_tree = both_ways(framed(f"<div id=zoom><p>如下，</p>{table}</div>").encode())
    assert plain == by_tree


@pytest.mark.parametrize(
    "frame",
    [
        "<!-- {} --><p>一、总体情况，如下。</p>",
        "<p>一、总体情况，如下。</p><script>var a = '{}';</script>",
        "<xmp>{}</xmp><p>一、总体情况，如下。</p>",
        "<p title='{}'>一、总体情况，如下。</p>",
        "<ol><li>{}</li></ol><p>一、总体情况，如下。</p>",
        "<pre>{}</pre><p>一、总体情况，如下。</p>",
        "<div class=titlebox>{}</div><p>一、总体情况，如下。</p>",
        "<style>.c{{display:none}}</style><p>一、总体情况，如下。</p>{}",
        "<table><tr>" + "<td>甲</td>" * 20 + "<td>{}</td></tr></table>",
        "<table><tr><td>{}</td><td>{}</td></tr></table>",
    ],
)
def test_a_table_is_what_it_is_in_the_tree(frame):
    row = ROW.replace("<td>", "<td class=c>\n")
    page = framed(frame.replace("{}", f"<table>{row * 3}</table>").replace("{{", "{"))
    plain, by_tree = both_ways(page.replace("}}", "}").encode())
    assert plain == by_tree


LONG = "var f = 'a' + 1;" * 20


@pytest.mark.parametrize(
    "frame",
    [
        "<script>{}</script><p>一、总体情况，如下。</p>",
        "<script type='a>b'>{}</script><p>一、总体情况，如下。</p>",
        "<!-- <script>{}</script> --><p>一、总体情况，如下。</p>",
        "<script>{}<!-- <script></script> --></script><p>一、总体情况，如下。</p>",
        "<script>{}</SCRIPT><p>一、总体情况，如下。</p><script></script>",
        "<script>{}'<table>" + ROW * 3 + "</table>'</script><p>一、总体情况，如下。</p>",
        "<p title='<script>'>一、总体情况，如下。</p><p title='{}</script>'>二、公开</p>",
        "<textarea><script></textarea><p>一、总体情况，如下。{}</p><script></script>",
        "<scripts>{}</script><p>一、总体情况，如下。</p>",
        "<p>一、总体情况，如下。</p><script>{}",
        "<style>.c{color:red}</style><script>{}</script ><p>一、总体情况，如下。</p>",
    ],
)
def test_a_script_is_what_it_is_in_the_tree(frame):
    page = framed(frame.replace("{}", LONG)).encode()
    short, whole = both_ways(page)
    assert short == whole


@pytest.mark.parametrize(
    "text",
    [
        "<script" * 140_000,
        "<script></script>" * 60_000,
        f"<script>{LONG}</script>" * 3_000,
        "<script>" + "</scripts" * 110_000,
    ],
    ids=lambda text: text[:12] + text[-12:],
)
def test_looking_for_scripts_takes_linear_time(text):
    start = time.process_time()
    scripts_of(text)
    assert time.process_time() - start < 3


@pytest.mark.parametrize(
    "text",
    [
        "<table" * 180_000,
        "<table></table>" * 60_000,
        "<table>" + "<td>" * 180_000 + "</table>",
        "<table><tr>" + "<td>1</td>" * 90_000 + "</tr></table>",
        "<table><tr><td>" + "<b>" * 90_000 + "</b>" * 90_000 + "</td></tr></table>",
        "<table><td" + " a" * 500_000 + "</table>",
        "<table><td" + " " * 1_000_000 + "=></table>",
        "<table " + "'" * 1_000_000 + "></table>",
        "<table>" + "</table x" * 100_000,
    ],
    ids=lambda text: text[:12] + text[-12:],
)
def test_looking_for_plain_tables_takes_linear_time(text):
    start = time.process_time()
    found_in(text)
    assert time.process_time() - start < 3


def test_a_blank_first_cell_stands_in_its_own_tag_within_a_layout():
    table = f"<table><tr><td class=own></td><td>甲</td></tr>{ROW * 2}</table>"
    page = framed(f"<p>一、如下。</p><table><tr><td align=center>{table}</td></tr></table>")
    (found,) = read(page.encode()).tables
    assert page[: found.rows[0][0].location.offset].endswith("<td class=own>")
