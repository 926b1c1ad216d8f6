"""The tags of lists of links are left out of what is parsed, and everything comes out the same."""

import random
import time

import pytest
from test_html_limits import mutated
from test_html_plain import both_ways, changed
from web_pages import framed

from gxcheck.document import read
from gxcheck.document.html.links import link_lists
from gxcheck.document.html.source import PageSource

ITEM = '<li class="c{n}"><a href="/art/{n}.html?id={n}&amp;a=b" title="栏目{n}">栏目{n}</a></li>\n'
ITEMS = "".join(ITEM.replace("{n}", str(n)) for n in range(12))
MENU = f"<ul>\n{ITEMS}</ul>"
TEXT = (
    "<p>一、总体情况</p><p>今年我局公开信息3条，均按期。</p><p>二、公开情况</p><p>共5件；其他3件。"
)


def lists_in(text):
    return link_lists(text, [(0, len(text))])


@pytest.mark.parametrize(
    "source",
    [
        MENU,
        MENU.replace("<a ", "<b>新</b><a  ").replace(">栏目3<", '><span class="s">栏目3</span>，<'),
        MENU.replace('"', "'"),
        f"<ul class=x id=y style='display:none'>{ITEMS}</ul >",
        f"<div><ul><li>甲<ul>{ITEMS}</ul></li></ul></div>",
    ],
)
def test_lists_of_links_are_found(source):
    (found,) = lists_in(f"<p>甲</p>{source}<p>乙</p>")
    assert "栏目11" in found.source
    assert len(found.shape.texts) == len(found.shape.runs) + 1
    assert not any("<" in text or ">" in text for text in found.shape.texts)


@pytest.mark.parametrize(
    ("before", "instead"),
    [
        ("</a></li>", "</li></a>"),
        ("</li>", ""),
        ("<a ", "<abbr "),
        ("栏目5<", "<b>栏目5</a></b><"),
        ('title="', 'title="a>b '),
        ('title="栏目5"', 'title="栏目5'),
        ("<li ", '<li style="display:none" '),
        ("<a ", "<a hidden "),
        ('class="c1"', 'class="c1 Zoom"'),
        ('class="c1"', 'class="z&#111;om"'),
        ("</a>", "<img src=1.png></a>"),
        ("</a>", "<br></a>"),
        ("<li", "甲<li"),
        ("</li>", "<p>甲</p></li>"),
        ("<a ", "<a" + " a='1'" * 30 + " "),
    ],
)
def test_what_is_odd_is_left_to_the_parser(before, instead):
    source = MENU.replace(before, instead)
    assert source != MENU
    assert lists_in(source) == []


@pytest.mark.parametrize(
    "frame",
    [
        f"{{}}<div id=zoom>{TEXT}</div>",
        f"<div id=zoom>{TEXT}{{}}</div>",
        f"<div id=zoom>{TEXT}<div class=nav>{{}}</div>甲</div>{{}}",
        f"<div class=x>{{}}{TEXT}</div>",
        f"<!-- {{}} -->{TEXT}",
        f"<textarea>{{}}</textarea>{TEXT}",
        f"<p title='{{}}'>甲</p>{TEXT}",
        f"<script>var a = '{{}}';</script>{TEXT}",
        f"<style>.c3 {{display:none}}</style>{{}}<div>{TEXT}</div>",
        f"<h1>{{}}</h1><div>{TEXT}</div>",
        f"<table><tr><td>{{}}</td><td>{TEXT}</td></tr></table>",
        f"<ol><li>{{}}</li></ol>{TEXT}",
        f"<pre>{{}}</pre>{TEXT}",
        "<ul>{}</ul>一、总体情况",
        f"<title>{{}}</title>{TEXT}",
        f"<a href=1>{{}}<p>甲</a>{TEXT}",
    ],
)
@pytest.mark.parametrize(
    "menu",
    [
        MENU,
        MENU.replace("栏目5<", "一、总体情况，如下。<"),
        MENU.replace("栏目5<", "&lt;5<b>&nbsp;甲</b>\n乙<").replace("'", '"'),
        MENU.replace(">栏目", "> 三、栏目"),
    ],
    ids=["menu", "readable", "references", "headings"],
)
def test_a_list_is_what_it_is_in_the_tree(frame, menu):
    folded, by_tree = both_ways(framed(frame.replace("{}", menu)).encode())
    assert folded == by_tree


def test_damaged_lists_are_read_alike_both_ways():
    chance = random.Random(5)
    text = framed(f"{MENU}<div id=zoom>{TEXT}{MENU}<table><tr><td>甲</table></div>{MENU}")
    for _ in range(150):
        one = changed(text, chance) if chance.random() < 0.7 else text
        data = one.encode()
        for page in (data, mutated(data, chance)):
            folded, by_tree = both_ways(page)
            assert folded == by_tree


def test_the_tags_of_a_list_are_not_parsed():
    page = framed(f"{MENU}<div id=zoom>{TEXT}</div>")
    source = PageSource(page, page.encode())
    assert b"art/3.html" not in source.stamped
    assert any("art/3.html" in folded.source for folded in source.lists.values())


def test_links_in_the_text_stand_where_they_are():
    page = framed(f"<div id=zoom>{TEXT}<ul><li>{'附件如下' * 100}</li>{ITEMS[:100]}</ul></div>")
    (found,) = (p for p in read(page.encode()).paragraphs if p.text.startswith("附件"))
    assert page[found.location.offset :].startswith(found.text)


@pytest.mark.parametrize(
    "text",
    [
        "<ul" * 300_000,
        "<ul></ul>" * 100_000,
        "<ul><li" + " a" * 400_000 + "</ul>",
        "<ul><li" + " " * 1_000_000 + "=></ul>",
        "<ul>" + "<li><a>甲</a></li>" * 60_000 + "</ul>",
        f"<ul>{'<li><a>甲</a></li>' * 5_000}<li></ul>" * 12,
        "<ul>" + "</ul x" * 150_000,
    ],
    ids=lambda text: text[:12] + text[-12:],
)
def test_looking_for_lists_takes_linear_time(text):
    start = time.process_time()
    lists_in(text)
    assert time.process_time() - start < 3
