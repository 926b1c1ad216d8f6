"""What holds for any text: it is read or refused, nothing is lost, and every place is right."""

import contextlib
import re

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from gxcheck import ReadError
from gxcheck.document import Limits, read, read_text
from gxcheck.document.model import Document, Passage

WORDS = """一、概述 （一） 1. 一是 附件 2020年，我局 公开信息 规章 0 12 3,456 / —— 无 件 。 ，
    ： 《 》 （ ） “ ” - ---|--- |---| :-: \\| \\ ||| [bookmark: # ## 第3页 2021年1月20日 a http://a.b
    +--+--+ +==+ ├──┼──┤ │ -- --- === == ---------- {| |} |- |+
    我局认真做好政府信息公开的各项工作"""
BLANKS = ["\n", "\n", "\n", "\n\n", " ", "  ", "\t", "\t", "|", "|", "\r\n", "\r", "\u3000", "\f"]
ODD = ["[bookmark: x]", "[bookmark:\u00a0a]", "- 3 -", "\x00", "\ufeff", "\u200b", "\ufdd0"]
PIECES = st.sampled_from([*WORDS.split(), *BLANKS, *ODD])
TEXTS = st.one_of(st.text(max_size=60), st.lists(PIECES, max_size=40).map("".join))
BORDERS = "|#:-=+{}│├┼┤─"
LINE_END = re.compile(r"\r{0,2}\n|\r")
MARK = re.compile(r"\[bookmark:[^\]\r\n]*\]|\\(?=[.\-_*#()\[\]+!>~])")


def passages(document: Document) -> list[Passage]:
    found: list[Passage] = []
    for block in document.blocks:
        found += [cell for row in block.rows for cell in row] if hasattr(block, "rows") else [block]
    return found


def offsets_of(passage: Passage) -> list[int]:
    start = passage.location.offset
    if passage.offsets:
        return list(passage.offsets[:-1])
    return list(range(start, start + len(passage.text)))


def document_of(text: str) -> Document | None:
    try:
        return read_text(text)
    except ReadError:
        return None


@given(TEXTS)
@example("0 [bookmark:] 0、")
@example("\t\n0")
@example("1\\. \\-")
@settings(max_examples=400, deadline=None)
def test_every_character_stands_where_its_passage_says(text):
    document = document_of(text)
    for passage in passages(document) if document else ():
        found = "".join(text[at] for at in offsets_of(passage))
        assert re.sub(r"\r(?!\r?\n)", "\n", found) == re.sub(r"\r(?!\r?\n)", "\n", passage.text)
        assert passage.location.end == len(passage.text)
        assert passage.text == passage.text.strip()


@given(TEXTS)
@example("1\\.")
@example(":|\r||:\r||||||0")
@settings(max_examples=400, deadline=None)
def test_nothing_is_lost_but_white_space_pipes_rules_and_marks(text):
    document = document_of(text)
    if document is None:
        return
    seen = [at for passage in passages(document) for at in offsets_of(passage)]
    assert len(seen) == len(set(seen))
    marks = {at for mark in MARK.finditer(text) for at in range(*mark.span())}
    for at in set(range(len(text))) - set(seen) - marks:
        assert text[at].isspace() or text[at] in BORDERS


@given(TEXTS)
@settings(max_examples=200, deadline=None)
def test_passages_come_in_the_order_of_the_text(text):
    document = document_of(text)
    starts = [block.location.offset for block in document.blocks] if document else []
    assert starts == sorted(starts)
    for table in document.tables if document else ():
        cells = [cell.location.offset for row in table.rows for cell in row if cell.text]
        assert cells == sorted(cells)


@pytest.mark.parametrize(
    "text", ["0|||\\\n件\t|||\u3000", "（|---|1.\n1.|||0|", "甲|公开\r\n信息|0|3|"]
)
def test_cells_after_one_that_is_broken_over_lines_stand_in_the_line_below(text):
    (table,) = read_text(text).tables
    for cell in (cell for row in table.rows for cell in row):
        before = text[: cell.location.offset]
        assert cell.location.line == before.count("\n") + 1
        assert cell.location.column == len(before) - before.rfind("\n")


@given(TEXTS, st.data())
@settings(max_examples=300, deadline=None)
def test_lines_and_columns_of_any_part(text, data):
    document = document_of(text)
    if document is None:
        return
    passage = data.draw(st.sampled_from(passages(document)))
    start = data.draw(st.integers(0, max(len(passage.text) - 1, 0)))
    place = passage.place(start, start)
    begins = [0, *(end.end() for end in LINE_END.finditer(text))]
    line = sum(begin <= place.offset for begin in begins)
    assert (place.line, place.column) == (line, place.offset - begins[line - 1] + 1)
    normal = passage.normal
    if normal:
        at = data.draw(st.integers(0, len(normal) - 1))
        first, last = passage.original(at, at + 1)
        assert passage.locate(at, at + 1) == passage.place(first, last)


@given(st.binary(max_size=200))
@settings(max_examples=200, deadline=None)
def test_any_bytes_are_read_or_refused(data):
    with contextlib.suppress(ReadError):
        assert read(data).blocks


LARGE = {
    "prose": "2020年，我市认真做好工作，共公开信息 12 条。（一）深化改革\n" * 8_000,
    "one line": "一、总体情况 2020年，我市做好工作，共公开信息 12 条。 " * 4_000,
    "digits": "1" * 1_000_000,
    "digits apart": "1 " * 40_000,
    "figures": "1\n" * 20_000,
    "empty lines": "\n" * 100_000 + "字",
    "tabs": "\t" * 100_000 + "字",
    "tab lines": "\t\n" * 100_000 + "字",
    "tabs here and there": "字\n字\n字\t1\n" * 8_000,
    "pipes": "|" * 1_000_000 + "字",
    "pipe lines": "|\n" * 40_000 + "字",
    "pipe cells": "字|" * 200_000,
    "pipe rows": "字|1|\n" * 12_000,
    "open marks": "[bookmark:" * 50_000,
    "open brackets": "《（“" * 100_000,
    "blanks": "字" + " " * 1_000_000 + "字",
    "enumerations": "一、" * 200_000,
    "enumerated lines": "".join(f"{n}、规章\n{n}\n" for n in range(1, 12_000)),
    "quoted lines": '"字\n字"\t1\t2\n' * 12_000,
    "quoted words": '"字\n字"\t字\t字\n' * 12_000,
    "open quotes": ',"\n' * 40_000 + '"字\n字"\t',
    "doubled quotes": '"字""\n' * 40_000 + '\n"字\n字"\t',
    "rows of quotes": '"字\n字",字,字\n' * 12_000,
    "margin": ("我" * 38 + "\n") * 20_000,
}


@pytest.mark.parametrize("text", LARGE.values(), ids=LARGE)
def test_a_large_text_is_read_to_its_end(text):
    limits = Limits(10**9, 10**9, 10**9, 10**9)
    assert read_text(text, limits=limits).blocks
