"""Reports as text for the tests of checks: sound ones, changed as a test asks."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

import gxcheck
from gxcheck.rules.model import Finding, Lang
from gxcheck.rules.packs.loader import shipped_rules
from gxcheck.rules.ruleset import RuleSet

_PACKS = ("title", "sections", "numbering", "contents", "problems")

NEW = {
    "一、总体情况": (
        "（一）主动公开。全年公开政府信息312条，其中政策解读8篇。\n"
        "（二）依申请公开。收到政府信息公开申请3件，均已按时答复。\n"
        "（三）政府信息管理。发布前严格执行保密审查，清理文件2件。\n"
        "（四）平台建设。门户网站新设栏目2个。\n"
        "（五）监督保障。政务公开纳入年度考核，开展社会评议，未发生责任追究情形。"
    ),
    "二、主动公开政府信息情况": "本机关2023年没有制发规章和行政规范性文件。",
    "三、收到和处理政府信息公开申请情况": "本机关2023年收到的申请均已办结，没有结转下年度的申请。",
    "四、政府信息公开行政复议、行政诉讼情况": "本机关2023年没有发生有关的行政复议和行政诉讼。",
    "五、存在的主要问题及改进情况": (
        "2023年存在以下问题：一是公开内容不够全面；二是解读形式单一。\n"
        "下一步，一是扩大公开范围；二是丰富解读形式。"
    ),
    "六、其他需要报告的事项": "本年度未收取政府信息公开信息处理费。",
}
OLD = {
    "一、概述": "2013年，本机关认真贯彻执行条例，各项工作有序开展。",
    "二、主动公开政府信息的情况": "全年主动公开政府信息120条，主要是规划计划和财政预决算。",
    "三、依申请公开政府信息和不予公开政府信息的情况": "全年没有收到要求公开政府信息的申请。",
    "四、政府信息公开的收费及减免情况": "全年没有向申请人收取任何费用，也没有减免。",
    "五、因政府信息公开申请行政复议、提起行政诉讼的情况": "全年没有发生行政复议和行政诉讼。",
    "六、政府信息公开工作存在的主要问题及改进情况": "信息更新不够及时，下一步将加强督促检查。",
    "七、其他需要报告的事项": "本年度没有其他需要报告的事项。",
}
PREAMBLE = (
    "根据《中华人民共和国政府信息公开条例》规定，现公布云岭市司法局2023年政府信息公开工作年度报告。"
    "统计期限自2023年1月1日起至2023年12月31日止。"
)
OLD_PREAMBLE = PREAMBLE.replace("2023", "2013")
SIGNATURE = "云岭市司法局\n2024年1月15日"
TITLE = "云岭市司法局2023年政府信息公开工作年度报告"


def text(
    sections: Mapping[str, str] = NEW,
    *,
    title: str = TITLE,
    preamble: str = PREAMBLE,
    signature: str = SIGNATURE,
) -> str:
    """A report on 2023 with these sections."""
    below = [f"{heading}\n{content}" for heading, content in sections.items()]
    return "\n\n".join(part for part in (title, preamble, *below, signature) if part) + "\n"


def old_text(sections: Mapping[str, str] = OLD, *, preamble: str = OLD_PREAMBLE) -> str:
    """A report on 2013 with these sections."""
    return text(
        sections,
        title=TITLE.replace("2023", "2013"),
        preamble=preamble,
        signature=SIGNATURE.replace("2024", "2014"),
    )


def without(sections: Mapping[str, str], *words: str) -> dict[str, str]:
    """The sections but those whose heading has one of the words."""
    kept = {h: c for h, c in sections.items() if not any(word in h for word in words)}
    assert len(kept) == len(sections) - len(words)
    return kept


def changed(sections: Mapping[str, str], word: str, content: str) -> dict[str, str]:
    """The sections, with other content for the one whose heading has the word."""
    (heading,) = [heading for heading in sections if word in heading]
    return {**sections, heading: content}


def renamed(sections: Mapping[str, str], **headings: str) -> dict[str, str]:
    """The sections under other headings, by a word of the old one."""
    found = {}
    for heading, content in sections.items():
        new = next((new for old, new in headings.items() if old in heading), heading)
        found[new] = content
    return found


def findings(rule: str, report: str, lang: Lang = "zh") -> list[Finding]:
    """What a rule finds in a text; the rules that it yields to run besides."""
    found = gxcheck.check(gxcheck.parse_text(report), rules=_rules(rule), lang=lang)
    return [finding for finding in found if finding.rule == rule]


def all_findings(report: str) -> set[str]:
    """The ids of all shipped rules about titles and sections that find something, above info."""
    rules = [rule for rule in shipped_rules().rules if rule.pack in _PACKS]
    chosen = RuleSet(tuple(rules), shipped_rules().words)
    found = gxcheck.check(gxcheck.parse_text(report), rules=chosen)
    return {finding.rule for finding in found if finding.level != "info"}


@cache
def _rules(name: str) -> RuleSet:
    shipped = shipped_rules()
    rule = shipped.get(name)
    others = tuple(shipped.get(other) for other in rule.yields_to)
    return RuleSet((rule, *others), shipped.words)
