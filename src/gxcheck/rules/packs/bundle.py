"""What the wheel carries besides: the rules as JSON and as functions, and the patterns' code.

Reading YAML and compiling all that takes a tenth of a second, which nobody should wait for.
"""

from __future__ import annotations

import json
import re
from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from importlib import import_module
from pkgutil import walk_packages
from typing import Any
from unittest.mock import patch

from msgspec import msgpack

import gxcheck
from gxcheck.data import load_yaml_text, rules_folder
from gxcheck.document.model import Location, Paragraph
from gxcheck.document.typography import typography
from gxcheck.patterns import Code, engine, kind_of_python, made, own_pattern
from gxcheck.report.front.organ_names import fields_of
from gxcheck.report.front.vocabulary import all_patterns
from gxcheck.report.lineage import EDITIONS
from gxcheck.report.prose.claims.words import MADE, claim_words, made_words
from gxcheck.report.prose.statements.reader import all_patterns as statements
from gxcheck.report.sections.headings import read_mark, unnumbered_bounds
from gxcheck.report.sections.roles import role_of_title
from gxcheck.report.sections.structure import structure
from gxcheck.report.tables.cells import unit_in_label
from gxcheck.rules.checks.wordings import all_patterns as wordings
from gxcheck.rules.language.compile import PRELUDE
from gxcheck.rules.language.functions import drafts
from gxcheck.rules.packs.loader import shipped_rules
from gxcheck.rules.rule import Rule
from gxcheck.rules.search.lines import never_leaves_line
from gxcheck.rules.search.literals import required_words
from gxcheck.rules.search.rarity import is_common
from gxcheck.rules.search.translate import for_re

__all__ = ["json_files", "made_files", "module_source", "pattern_file"]

_META = re.compile(r"[\\\[(|^$*+?]")


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


def made_files() -> Mapping[str, str]:
    """The JSON of what is made from those files, by the name it is asked for."""
    return {MADE: json.dumps(made_words(), ensure_ascii=False, separators=(",", ":"))}


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
    patterns = {*map(for_re, _patterns(rules)), *(p.pattern for p in wordings())}
    words = {pattern: required_words(pattern) for pattern in sorted(patterns)}
    lines = sorted(filter(never_leaves_line, patterns))
    return (
        f"{PRELUDE}{functions}\n\nQUICK = {{\n{table}}}\n"
        f"FIRST_WORDS = {words!r}\nSOUGHT = {_sought(rules)!r}\n"
        f"IN_LINE = frozenset({lines!r})\n"
    )


def _sought(rules: Iterable[Rule]) -> Sequence[str]:
    """The words by which whole documents are passed over by the patterns looked for in them.

    Where one of a pattern's words is common few reports are, so all are left aside.
    """
    needed = [required_words(for_re(pattern))[:1] for pattern in _wide_patterns(rules)]
    groups = [words for groups in needed for words, _, _ in groups]
    return sorted({w for words in groups if not any(map(_is_frequent, words)) for w in words})


def _wide_patterns(rules: Iterable[Rule]) -> Iterator[str]:
    for rule in rules:
        if "document" in rule.search.scopes:
            yield from (rule.search.patterns or {}).values()
        if rule.call:
            yield from filter(_META.search, _texts(rule.call.options.get("patterns", ())))


def _is_frequent(word: str) -> bool:
    """Whether reports have a word often: a common character, or two that make an everyday word."""
    return is_common(word) and (len(word) == 1 or (len(word) == 2 and word.isalpha()))


def _patterns(rules: Iterable[Rule]) -> list[str]:
    """The patterns of rules, and whatever may be one in the options of the checks they call."""
    found = {p for rule in rules for p in (rule.search.patterns or {}).values()}
    options = (text for rule in rules if rule.call for text in _texts(rule.call.options))
    return sorted(found.union(filter(_META.search, options)))


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        yield from _texts(list(value.values()))
    elif isinstance(value, Iterable):
        for item in value:
            yield from _texts(item)


def pattern_file() -> bytes:
    """The file of `gxcheck.patterns` for the Python that runs this."""
    _make_patterns()
    for pattern in _patterns(shipped_rules().rules):
        with suppress(re.error):  # what only `regex` understands
            own_pattern(for_re(pattern))
    codes = {pattern: _code(pattern) for pattern in made()}
    return msgpack.encode({"for": kind_of_python(), "patterns": codes})


def _make_patterns() -> None:
    """Have all patterns compiled: those of the modules, and those of the files they read."""
    for module in walk_packages(gxcheck.__path__, "gxcheck."):
        with suppress(ImportError):  # what needs a package that is not installed here
            if not module.name.endswith("__main__"):
                import_module(module.name)
    typography()
    structure()
    all_patterns()
    wordings()
    statements()
    claim_words()
    read_mark("1.")
    unnumbered_bounds(Paragraph("1", Location(0)))
    unit_in_label("")
    fields_of("")
    role_of_title("")


def _code(pattern: str) -> Code:
    """What `re` hands to its engine when it compiles a pattern."""
    re.purge()
    with patch.object(engine(), "compile", wraps=engine().compile) as handed:
        re.compile(pattern)
    _, flags, steps, groups, names, order = handed.call_args.args
    return flags, array("I", steps).tobytes(), groups, dict(names), list(order)
