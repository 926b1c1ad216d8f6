"""`gxcheck rules`: list the rules, explain one, run their examples and the corpus of prose."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from gxcheck.errors import GxcheckError
from gxcheck.output.words import clean, words
from gxcheck.refusals import nearest_word
from gxcheck.rules import load_rules
from gxcheck.rules.model import Lang
from gxcheck.rules.telling.explain import Explanation, explain

if TYPE_CHECKING:
    from gxcheck.rules.proving.corpus import Score
    from gxcheck.rules.ruleset import RuleSet

__all__ = ["run"]


def run(options: argparse.Namespace) -> int:
    """Do what was asked; 1 if an example of a rule does not hold or a corpus has a false alarm.

    Raises RuleError for a pack and GxcheckError for a rule that does not exist.
    """
    return {"list": _list, "explain": _explain, "test": _test}[options.action](options)


def _list(options: argparse.Namespace) -> int:
    for rule in load_rules(options.pack).rules:
        level = words("levels", rule.level, options.lang)
        _tell(f"{rule.id:34} {level}  {rule.title[options.lang]}")
    return 0


def _explain(options: argparse.Namespace) -> int:
    rules = load_rules(options.pack)
    rule = rules.get(options.id)
    if rule is None:
        close = nearest_word(options.id, rules.ids)
        told = words(
            "rules", "unlike" if close else "unknown", options.lang, id=options.id, nearest=close
        )
        raise GxcheckError(told)
    for line in _explanation(explain(rule, options.lang), options.lang):
        _tell(line)
    return 0


def _explanation(of: Explanation, lang: Lang) -> Iterable[str]:
    yield f"{of.id} · {words('levels', of.level, lang)} · {of.title}"
    yield _line("editions", ", ".join(map(str, of.editions)), lang)
    if of.kinds:
        yield _line("kinds", ", ".join(words("kinds", kind, lang) for kind in of.kinds), lang)
    if of.spares:
        spared = ", ".join(words("special", organ, lang) for organ in of.spares)
        yield _line("spares", spared, lang)
    for edition, norms in of.basis.items():
        yield _line("basis", "; ".join(norms), lang, edition=edition)
    if of.looks_at:
        yield _line("each", of.looks_at, lang)
    if of.condition:
        yield _line("when", of.condition, lang)
    yield f"  {of.verb}: {of.body}"
    for message in of.messages:
        yield _line("message", message, lang)
    for advice in of.advice:
        yield _line("advice", advice, lang)
    yield from _examples("fails", of.fails, lang)
    yield from _examples("passes", of.passes, lang)


def _line(key: str, value: str, lang: Lang, **values: object) -> str:
    return "  " + words("rules", key, lang, value=value, **values)


def _examples(key: str, examples: Iterable[Mapping[str, Any]], lang: Lang) -> Iterable[str]:
    for example in examples:
        told = example["text"] if set(example) == {"text"} else _written(example)
        yield _line(key, told.strip().replace("\n", "\n      "), lang)


def _written(example: Mapping[str, Any]) -> str:
    """An example as it stands in the rule, in one line."""
    import yaml

    line = yaml.safe_dump(
        dict(example), default_flow_style=True, allow_unicode=True, sort_keys=False, width=10**6
    )
    return line.strip()[1:-1]


def _test(options: argparse.Namespace) -> int:
    from gxcheck.rules.proving.examples import run_examples

    rules = load_rules(options.pack)
    results = run_examples(rules, options.lang)
    wrong = [result for result in results if not result.ok]
    for result in wrong:
        place = f"examples.{result.kind}[{result.index}]"
        _tell(f"{result.rule}: {place}: {result.detail}")
    tested = len({result.rule for result in results})
    counts = {"rules": tested, "examples": len(results), "wrong": len(wrong)}
    _tell(words("rules", "tested", options.lang, **counts))
    return int(_test_corpora(options, rules) or bool(wrong))


def _test_corpora(options: argparse.Namespace, rules: RuleSet) -> bool:
    """Whether a corpus beside the pack has a false claim or a false alarm."""
    from gxcheck.rules.proving.corpus import corpora, run_corpus

    folder = Path(options.pack).parent if options.pack else None
    scores = [run_corpus(corpus, rules) for corpus in corpora(folder, rules)]
    for score in scores:
        for key, told in (("false", score.wrong), ("missed", score.missed)):
            for fact in told:
                _tell(words("rules", key, options.lang, value=fact))
        _tell(_score(score, options.lang))
    return any(score.wrong for score in scores)


def _score(score: Score, lang: Lang) -> str:
    shares = {
        f"{of}_{name}": f"{share:.3f}"
        for of in ("claims", "findings")
        for name, share in (("precision", score.precision(of)), ("recall", score.recall(of)))
    }
    values = {"name": score.name, "passages": score.passages, "traps": score.traps, **shares}
    return words("rules", "corpus", lang, **values)


def _tell(line: str) -> None:
    """Print a line; a pack may be a stranger's."""
    sys.stdout.write(clean(line) + "\n")
