"""Text made harmless, whatever it is."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from gxcheck.output.harmless import cell_text, json_text, markdown_text, shortened, xml_text

ANY = st.text(st.characters(codec=None))


@given(ANY)
def test_json_is_json_and_comes_back(text):
    written = json_text({"a": [text]})
    written.encode("utf-8")
    assert json.loads(written) == {"a": [text]}


@given(ANY)
def test_xml_is_xml(text):
    root = etree.fromstring(f'<a b="{xml_text(text)}">{xml_text(text)}</a>'.encode())
    assert len(root) == 0
    assert root.get("b") == (root.text or "")


@given(ANY)
def test_markdown_is_one_line(text):
    assert len(markdown_text(text).splitlines()) <= 1


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("a*b_c", "a\\*b\\_c"),
        ("<b>|x|", "\\<b\\>\\|x\\|"),
        ("https://x.cn", "https\\://x.cn"),
        ("1. a", "1\\. a"),
        ("第1.5万件", "第1.5万件"),
        ("a\n\n# b", "a \\# b"),
    ],
)
def test_markdown_is_escaped(text, told):
    assert markdown_text(text) == told


@given(ANY)
def test_no_cell_is_a_formula(text):
    told = cell_text(text)
    assert not told.lstrip().startswith(("=", "@", "＝"))
    assert len(told) <= 32_767


def test_long_text_is_shortened():
    assert shortened("啊" * 10, 5) == "啊啊啊啊…"
    assert shortened("啊" * 5, 5) == "啊" * 5
