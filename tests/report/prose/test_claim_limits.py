"""Prose of any length and shape is read for claims; benchmarks/prose.py shows how time grows."""

import pytest

from gxcheck.document.model import Location, Paragraph
from gxcheck.report.prose.claims.reader import read_claims
from gxcheck.rules.proving.partial import partial_report

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
    "applicants": "自然人申请5件、",
    "months": "3月收到申请5件，",
}


def claims_of(text):
    report = partial_report({"sections": [{"role": "applications", "text": "无"}]}, 2021)
    section = report.sections[0]
    paragraph = Paragraph(text, Location(0, 0, len(text)))
    changed = type(section).model_construct(**{**section.__dict__, "blocks": (paragraph,)})
    return read_claims(type(report).model_construct(**{**report.__dict__, "sections": (changed,)}))


@pytest.mark.parametrize("name", SHAPES)
def test_prose_of_any_shape_is_read(name):
    shape = SHAPES[name]
    text = shape * (10_000 // len(shape))
    for claim in claims_of(text):
        assert 0 <= claim.location.start < claim.location.end <= len(text)


@pytest.mark.parametrize("times", [1, 10, 2_000])
def test_every_sentence_is_read(times):
    once = claims_of(SENTENCE)
    assert len(once) == 4
    found = claims_of(SENTENCE * times)
    assert [(claim.about, claim.value) for claim in found] == times * [
        (claim.about, claim.value) for claim in once
    ]
