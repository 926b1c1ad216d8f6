"""What the wheel carries of the rules: each YAML file as JSON, and one module of functions.

Reading YAML and compiling rules takes a tenth of a second, which nobody should wait for.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any

from gxcheck.data import load_yaml_text, rules_folder
from gxcheck.report.forms import EDITIONS
from gxcheck.rules.compile import PRELUDE
from gxcheck.rules.functions import drafts
from gxcheck.rules.literals import required_words
from gxcheck.rules.loader import shipped_rules
from gxcheck.rules.rule import Rule

__all__ = ["json_files", "module_source"]


def json_files() -> Mapping[str, str]:
    """The JSON of every YAML file below the rules folder, by its path there.

    Raises `ValueError` where JSON would change what the file says.
    """
    folder = rules_folder()
    files: dict[str, str] = {}
    for path in sorted(folder.rglob("*.yml")):
        name = path.relative_to(folder).as_posix()
        files[name] = _json(load_yaml_text(path.read_text("utf-8")), name)
    return files


def _json(value: Any, name: str) -> str:
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"), default=repr)
    if json.loads(text) != value:
        raise ValueError(f"{name} holds what JSON has not: keys must be texts, numbers plain")
    return text


def module_source() -> str:
    """The source of `gxcheck._compiled`: the functions of all shipped rules."""
    rules = shipped_rules().rules
    found = {
        key: draft
        for edition in EDITIONS
        for key, draft in drafts([r for r in rules if edition in r.editions], edition).items()
    }
    functions = "".join(draft.source for draft in found.values())
    table = "".join(
        f"    {key!r}: ({draft.name}, {draft.lines!r}, {draft.places!r}),\n"
        for key, draft in found.items()
    )
    words = "".join(f"    {p!r}: {required_words(p)!r},\n" for p in _patterns(rules))
    return f"{PRELUDE}{functions}\n\nQUICK = {{\n{table}}}\nFIRST_WORDS = {{\n{words}}}\n"


def _patterns(rules: Iterable[Rule]) -> list[str]:
    return sorted({p for rule in rules for p in (rule.search.patterns or {}).values()})
