"""How the time for prose grows with its length: double the text, double the time, up to 1 MB."""

from __future__ import annotations

import time
from typing import TypeAlias

from benchmarks.timing import show
from gxcheck.document.model import Document, Location, Paragraph
from gxcheck.report import recognise
from gxcheck.report.prose.claims.reader import read_claims
from gxcheck.report.prose.statements.reader import read_statements
from gxcheck.rules import RuleSet, load_rules

__all__ = ["run"]

_TITLE = "某县水利局2023年政府信息公开工作年度报告"
_HEADING = "一、总体情况"
_Times: TypeAlias = tuple[float, float, float]
_SHAPES = {
    "sentences": "全年新收政府信息公开申请12件，上年结转1件，均已答复，未发生行政复议、行政诉讼。",
    "one sentence": "全年公开信息120条，其中政策80条、动态40条，",
    "numbers": "12件、",
    "brackets": "（其中12件（",
    "quotes": "“公开”《条例》、",
    "shares": "网络80件，占66.7%；",
    "growth": "受理120件，比上年的100件增长20%，",
    "changes": "58个，较上年减少7个，其中微信8个，",
    "denials": "未收到申请、未发生行政复议，",
    "applicants": "自然人申请5件、",
}
_SIZES = (16_000, 32_000, 64_000, 128_000, 256_000)
_MOST = 1_000_000


def run() -> None:
    """Time prose of several shapes and lengths: its claims, its statements, and all rules."""
    rules = load_rules()
    rows = [("shape", "characters   claims s   statements s   rules s   (beside half the text)")]
    for name, shape in _SHAPES.items():
        before: _Times | None = None
        sizes = (*_SIZES, _MOST) if name == "sentences" else _SIZES
        for size in sizes:
            times = _times(shape * (size // len(shape)), rules)
            rows.append((name, _row(size, times, before if size != _MOST else None)))
            before = times
    show("Prose of growing length (goal: double the text, double the time)", rows)


def _times(text: str, rules: RuleSet) -> _Times:
    lines = (_TITLE, _HEADING, text)
    blocks = tuple(Paragraph(line, Location(at, 0, len(line))) for at, line in enumerate(lines))
    report = recognise(Document(blocks))
    rules.evaluate(report)
    start = time.perf_counter()
    read_claims(report)
    claimed = time.perf_counter()
    for passage in report.document.paragraphs:
        passage.__dict__.pop("_quantities", None)
    middle = time.perf_counter()
    read_statements(report.preamble, report.sections)
    stated = time.perf_counter()
    rules.evaluate(report)
    return claimed - start, stated - middle, time.perf_counter() - stated


def _row(size: int, times: _Times, before: _Times | None) -> str:
    ratios = (
        ""
        if before is None
        else "  ".join(f"{t / b:5.2f}" for t, b in zip(times, before, strict=True))
    )
    return f"{size:10} {times[0]:10.3f} {times[1]:14.3f} {times[2]:9.3f}   {ratios}"
