"""Seeded faults: each is found under its id, at its place, and nothing else is alarmed.

tests/faults/*.yml tells the faults as small edits; each is made in every clean report
(tests/reports/clean/) that has something to edit.
"""

import os
from functools import cache
from pathlib import Path
from typing import Any
from zlib import crc32

import pytest
import yaml

import gxcheck
from clean_reports import expectations, plain, review_of
from drafts import Draft, NotHereError
from fault_edits import filled, seed
from gxcheck.rules.model import Finding

FAULTS = Path(__file__).parent / "faults"
# In how many reports each fault is seeded, other ones for every fault; GXCHECK_BASES=99 is all.
BASES = int(os.environ.get("GXCHECK_BASES", "5"))


@cache
def told() -> list[dict[str, Any]]:
    """Every variant of every fault, with what its rule tells for all of them."""
    variants = []
    for path in sorted(FAULTS.glob("*.yml")):
        for fault in yaml.load(path.read_text("utf-8"), yaml.CSafeLoader):
            common = {key: value for key, value in fault.items() if key != "variants"}
            for variant in fault["variants"]:
                both = {key: common.get(key, []) + variant.get(key, []) for key in ("may", "not")}
                variants.append(common | variant | both)
    return variants


def name_of(fault: dict[str, Any]) -> str:
    return f"{fault['rule']}:{fault['name']}"


def fits(fault: dict[str, Any], name: str) -> bool:
    """Whether the fault is one for this report at all."""
    facts = expectations()[name]
    edition, kind = facts["edition"], facts["organ"]["kind"]
    return (
        edition in fault.get("editions", [edition])
        and kind in fault.get("kinds", [kind])
        and name in fault.get("only", [name])
        and name not in fault["not"]
    )


def drafts(fault: dict[str, Any], most: int = BASES) -> list[Draft]:
    """Clean reports with the fault in them: so many of those that have something to edit."""
    made: list[Draft] = []
    for name in sorted(expectations(), key=lambda name: crc32((name + fault["name"]).encode())):
        if not fits(fault, name):
            continue
        try:
            made.append(seed(name, fault["edit"]))
        except NotHereError:
            continue
        if len(made) == most:
            break
    return made


def consequences(fault: dict[str, Any]) -> set[str]:
    """What an edit of cells makes wrong besides: the prose that tells of them."""
    edited = any({"cells", "zero"} & set(edit) for edit in fault["edit"])
    return {"figure-mismatch", "none-contradicted"} if edited else set()


def complaint(draft: Draft, fault: dict[str, Any]) -> str | None:
    """What gxcheck gets wrong about the seeded fault."""
    findings = gxcheck.check(draft.text.encode())
    own = [finding for finding in findings if finding.rule == fault["rule"]]
    clean = {(finding.rule, plain(finding.quote)) for finding in review_of(draft.name).findings}
    others = [
        finding
        for finding in findings
        if finding.level != "info"
        and finding.rule not in {fault["rule"], *fault["may"], *consequences(fault)}
        and (finding.rule, plain(finding.quote)) not in clean
    ]
    if not own:
        return f"missed (line {draft.line}); found {[f.rule for f in findings]}"
    if not any(stands(finding, draft, fault) for finding in own):
        places = [(f.location.line if f.location else None, f.quote) for f in own]
        return f"found at {places}, not at line {draft.line} with {fault.get('quote')}"
    if others:
        return f"false alarms {[(f.rule, f.quote or f.message) for f in others]}"
    return None


def stands(finding: Finding, draft: Draft, fault: dict[str, Any]) -> bool:
    """Whether the finding is at the place of the fault, in its words."""
    if plain(filled(draft, fault.get("quote", ""))) not in plain(finding.quote):
        return False
    at = fault.get("at", "edit")
    if at == "any":
        return True
    if finding.location is None or finding.location.line is None:
        return False
    first = finding.location.line
    if at == "title":  # over several lines
        return draft.line - first <= draft.facts["words"]["title"].count("\n")
    return first <= draft.line <= first + finding.quote.count("\n")


def test_every_kind_of_fault_has_its_own_name():
    names = [name_of(fault) for fault in told()]
    assert len(names) == len(set(names))
    assert len(names) >= 110


@pytest.mark.parametrize("fault", told(), ids=name_of)
def test_fault_is_found_and_nothing_else(fault):
    made = drafts(fault)
    assert made, "no report to seed it in"
    wrong = {draft.name: complaint(draft, fault) for draft in made}
    wrong = {name: words for name, words in wrong.items() if words}
    assert not wrong, "\n" + "\n".join(f"{name}: {words}" for name, words in wrong.items())
