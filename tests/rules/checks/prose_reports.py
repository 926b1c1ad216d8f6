"""A sound report with a passage in it, and what the rules on wording and privacy tell."""

from texts import NEW, text

import gxcheck
from gxcheck.rules.packs.loader import shipped_rules

PACKS = ("wording", "privacy")


def told(body, *rules):
    """The findings of some rules, or of both packs, in a sound report with `body` in it."""
    report = text(NEW | {"六、其他需要报告的事项": body + "\n本年度未收取政府信息公开信息处理费。"})
    wanted = set(rules) or {rule.id for rule in shipped_rules().rules if rule.pack in PACKS}
    return [finding for finding in gxcheck.check(report.encode()) if finding.rule in wanted]


def quotes(body, *rules):
    return [(finding.rule, finding.quote) for finding in told(body, *rules)]
