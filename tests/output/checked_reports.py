"""Reviews that the writers' tests show: of a small report by rules of our own, and hostile ones."""

import os
from functools import cache
from pathlib import Path

import gxcheck
from gxcheck.acceptances import Acceptance
from gxcheck.config import Config
from gxcheck.errors import ReadError
from gxcheck.output import WRITERS, Checked, rendered

DATA = Path(__file__).with_name("data")
GOLDEN = Path(__file__).with_name("golden")
SMALL = DATA / "small.txt"
ACCEPTED = "our-signature"
HOSTILE = '<script>x()</script> ]]> =HYPERLINK("http://x.cn","y") \u202e倒\u202c &amp; | `a` \x07'
BOUND = [name for name, writer in WRITERS.items() if not writer.needs_content]
"""The formats that show any input."""


@cache
def review(lang="zh"):
    """The small report with one finding accepted and one acceptance stale."""
    rules = gxcheck.load_rules(DATA / "pack.yml")
    found = gxcheck.check(SMALL, rules=rules)
    accepted = next(one.fingerprint for one in found if one.rule == ACCEPTED)
    acceptances = (Acceptance(accepted, "尚未签发"), Acceptance("0" * 16, "早已改正"))
    return gxcheck.review(SMALL, rules=rules, config=Config(acceptances=acceptances), lang=lang)


def unread():
    return ReadError("文件是空的。请重新保存。", "The file is empty. Save it again.")


def checked(lang="zh"):
    """What the golden files show: a report, and a file that could not be read."""
    return [Checked("drafts/柳河 馆.txt", None, review(lang)), Checked("空.docx", None, unread())]


@cache
def hostile():
    """A review whose report, findings and name are full of markup and longer than any cell."""
    text = SMALL.read_text("utf-8").replace("柳河县文化馆", f"柳河县{HOSTILE}馆")
    text = text.replace("人手不足", f"人手不足{'很' * 1_000_000}{HOSTILE}")
    found = gxcheck.review(gxcheck.parse_text(text), rules=gxcheck.load_rules(DATA / "pack.yml"))
    wild = {"message": HOSTILE, "quote": HOSTILE + "啊" * 1_000_000, "advice": "=1+1\ud800"}
    findings = tuple(finding.model_copy(update=wild) for finding in found.findings)
    return [Checked(f"a\udc80{HOSTILE}.txt", None, found.model_copy(update={"findings": findings}))]


def golden(name: str, written: str) -> None:
    """Compare with a golden file; where GXCHECK_GOLDEN is set, make it instead."""
    path = GOLDEN / name
    if os.environ.get("GXCHECK_GOLDEN"):
        path.parent.mkdir(exist_ok=True)
        path.write_text(written, "utf-8", newline="\n")
    assert path.read_text("utf-8") == written


def text(format, given=None, lang="zh"):
    """What a writer makes of the small report, or of what is given."""
    return rendered(format, checked(lang) if given is None else given, lang).decode("utf-8")
