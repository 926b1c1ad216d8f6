"""Prose of any length and shape is read for claims in a time that grows with it alone."""

import time

import pytest

from gxcheck.document.model import Location, Paragraph
from gxcheck.report.prose.claim_words import claim_words
from gxcheck.report.prose.claims import read_claims
from gxcheck.rules.partial import partial_report

SENTENCE = "全年新收政府信息公开申请12件，上年结转1件，均已答复，未发生行政复议、行政诉讼。"
SHAPES = {
    "sentences": SENTENCE,
    "one sentence": "收到申请12件，其中予以公开3件、",
    "numbers": "12件、",
    "bare numbers": "申请分别为1、2、",
    "brackets": "（申请12件（",
    "denials": "未收到无没有",
    "denied": "未发生行政复议、",
    "all": "均已全部",
    "nouns": "政府信息公开申请",
    "years": "2022年结转",
    "scopes": "全市各部门",
}


def report_of(text):
    report = partial_report({"sections": [{"role": "applications", "text": "无"}]}, 2021)
    section = report.sections[0]
    paragraph = Paragraph(text, Location(0, 0, len(text)))
    changed = type(section).model_construct(**{**section.__dict__, "blocks": (paragraph,)})
    return type(report).model_construct(**{**report.__dict__, "sections": (changed,)})


def seconds(text):
    best = 1e9
    for _ in range(3):
        report = report_of(text)
        begin = time.process_time()
        read_claims(report)
        best = min(best, time.process_time() - begin)
    return best


@pytest.mark.parametrize("name", SHAPES)
def test_double_the_text_takes_double_the_time(name):
    claim_words()
    shape = SHAPES[name]
    times = 20_000 // len(shape)
    once, twice = seconds(shape * times), seconds(shape * times * 2)
    assert twice < 3.5 * once + 0.02


@pytest.mark.parametrize("name", ["sentences", "one sentence", "numbers"])
def test_a_hundred_thousand_characters_end_soon(name):
    shape = SHAPES[name]
    assert seconds(shape * (100_000 // len(shape))) < 3
