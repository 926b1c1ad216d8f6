"""What the tests of the engine share."""

import textwrap

from gxcheck.rules import load_rules
from gxcheck.rules.proving.partial import partial_report

RULE = {
    "title": "{zh: 例, en: example}",
    "level": "error",
    "editions": "[2021]",
    "basis": "[practice]",
    "message": "{zh: 有误, en: wrong}",
    "examples": "{fails: [{}], passes: [{}]}",
}


def rule_text(rule_id="own-rule", **keys):
    """A rule in YAML; `keys` replace or add what is asked for, None leaves a key out."""
    lines = [f"- id: {rule_id}"]
    for key, value in {**RULE, **keys}.items():
        if value is not None:
            lines.append(f"  {key}: {value}")
    return "\n".join(lines)


def pack_text(*rules, head=""):
    """A pack of such rules."""
    body = textwrap.indent("\n".join(rules), "  ")
    return f"{head}\nrules:\n{body}\n" if rules else head


def write_pack(folder, *rules, head="", name="own.yml"):
    """Write a pack and give its path."""
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(pack_text(*rules, head=head), "utf-8")
    return path


def evaluate(folder, report, *rules, head="", lang="zh", edition=2021):
    """The evaluation of a pack of rules over a report, or over the values of a partial one."""
    if isinstance(report, dict):
        report = partial_report(report, edition)
    return load_rules(write_pack(folder, *rules, head=head)).evaluate(report, lang)
