"""Runs the corpus of prose: passages with what is to be read in them, and traps.

A file of a corpus is YAML:

    corpus: claims                 # its name
    packs: [prose]                 # the packs whose rules look at the passages; all if left out
    passages:
    - text: 全年收到政府信息公开申请12件，均已答复。
      figures: {applications: {received: 13}}
      claims: [{about: applications.received, value: 12}]
      findings: [{rule: figure-mismatch, quote: 收到政府信息公开申请12件}]

Each passage is a small report, as `partial` makes it: `edition`, `year`, `organ` as
there, `figures` the cells of its tables, `text` the words of one section (`section` names its role,
else it is the overview) or `sections` several. `claims` are all claims of the passage, `findings`
all its findings at warning or above; without `claims` those are not looked at. Notes of level info
are looked at only where a finding of that rule is expected. `tables` of the file may hold sets of
figures by name, for passages whose `figures` are such a name; `edition` there is that of passages
without one of their own, which is the newest otherwise.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import chain
from pathlib import Path
from typing import Any

from msgspec import Struct

from gxcheck.data import read_yaml, rules_folder
from gxcheck.document.normalise import normalise
from gxcheck.refusals import nearest, told
from gxcheck.report.lineage import EDITIONS
from gxcheck.report.model import Claim, Report
from gxcheck.rules.evaluation.evaluate import prepare
from gxcheck.rules.model import Finding
from gxcheck.rules.packs.schema import shape_complaints
from gxcheck.rules.packs.source import Complaint, PackSource
from gxcheck.rules.proving.partial import PartialError, partial_report
from gxcheck.rules.rule import Rule
from gxcheck.rules.ruleset import RuleSet

__all__ = ["Corpus", "Score", "corpora", "run_corpus"]

FOLDER = "corpus"
_KEYS = frozenset({"text", "section", "sections", "figures", "claims", "findings", "note"})


class Corpus(Struct, frozen=True):
    """The passages of one file."""

    name: str
    packs: Sequence[str]
    passages: Sequence[Mapping[str, Any]]


@dataclass(frozen=True)
class Score:
    """What became of a corpus.

    `expected`, `right` and `false` count what was to be found, what was, and what was besides;
    `wrong` tells each false claim or finding, `missed` each that was not found.
    """

    name: str
    passages: int
    traps: int
    expected: Mapping[str, int]
    right: Mapping[str, int]
    false: Mapping[str, int]
    wrong: Sequence[str]
    missed: Sequence[str]

    def precision(self, of: str) -> float:
        """The share of what was found that is right."""
        found = self.right[of] + self.false[of]
        return self.right[of] / found if found else 1.0

    def recall(self, of: str) -> float:
        """The share of what was to be found that was found."""
        return self.right[of] / self.expected[of] if self.expected[of] else 1.0


def corpora(folder: Path | None = None, rules: RuleSet | None = None) -> list[Corpus]:
    """The corpora of the folder `corpus` beside a pack; without folder those that gxcheck ships.

    `rules` are those that they may name. Raises `RuleError` for a file that is none.
    """
    if folder is None:
        shipped = sorted((rules_folder() / FOLDER).glob("*.yml"))
        return [_corpus(path, read_yaml(f"{FOLDER}/{path.name}")) for path in shipped]
    files = sorted((folder / FOLDER).glob("*.yml"))
    return [_corpus(path, _checked(path, rules)) for path in files]


def _checked(path: Path, rules: RuleSet | None) -> Mapping[str, Any]:
    """What a file says, if it is a corpus."""
    source = PackSource.read(path)
    content: Mapping[str, Any] = source.load()
    source.check(shape_complaints(content, "corpus"))
    source.check(chain(_unknown_tables(content), _unknown_names(content, rules) if rules else ()))
    return content


def _unknown_tables(content: Mapping[str, Any]) -> Iterator[Complaint]:
    tables = content.get("tables", {})
    for number, passage in enumerate(content["passages"]):
        name = passage.get("figures")
        if isinstance(name, str) and name not in tables:
            why = told("pack", "no_tables", name=name, hint=nearest(name, tables))
            yield Complaint(why, ("passages", number, "figures"))


def _unknown_names(content: Mapping[str, Any], rules: RuleSet) -> Iterator[Complaint]:
    """The packs and rules named that there are none of: nothing would be looked at."""
    packs = {rule.pack for rule in rules.rules}
    for place, name in enumerate(content.get("packs", ())):
        if name not in packs:
            why = told("pack", "unknown_pack", name=name, hint=nearest(name, packs))
            yield Complaint(why, ("packs", place))
    for number, passage in enumerate(content["passages"]):
        for place, finding in enumerate(passage.get("findings", ())):
            name = finding["rule"]
            if rules.get(name) is None:
                why = told("rule", "unknown_rule", name=name, hint=nearest(name, rules.ids))
                yield Complaint(why, ("passages", number, "findings", place, "rule"))


def _corpus(path: Path, content: Mapping[str, Any]) -> Corpus:
    tables = content.get("tables", {})
    shared = {"edition": content["edition"]} if "edition" in content else {}
    passages = [{**shared, **_with_figures(passage, tables)} for passage in content["passages"]]
    return Corpus(content.get("corpus", path.stem), content.get("packs", ()), passages)


def _with_figures(passage: Mapping[str, Any], tables: Mapping[str, Any]) -> Mapping[str, Any]:
    """A passage with the figures that it names."""
    figures = passage.get("figures")
    return {**passage, "figures": tables[figures]} if isinstance(figures, str) else passage


def run_corpus(corpus: Corpus, rules: RuleSet) -> Score:
    """Look at every passage with the rules of the corpus's packs."""
    chosen = [r for r in rules.rules if not corpus.packs or r.pack in corpus.packs]
    tally = _Tally()
    for index, passage in enumerate(corpus.passages):
        tally.add(f"{corpus.name}[{index}]", passage, chosen, rules)
    traps = sum(not p.get("findings") for p in corpus.passages)
    expected, right, false = tally.counts
    return Score(
        corpus.name,
        len(corpus.passages),
        traps,
        expected=expected,
        right=right,
        false=false,
        wrong=tally.wrong,
        missed=tally.missed,
    )


class _Tally:
    """Counts what is right, false and missed."""

    def __init__(self) -> None:
        self.counts: tuple[dict[str, int], ...] = tuple(
            {"claims": 0, "findings": 0} for _ in range(3)
        )
        self.wrong: list[str] = []
        self.missed: list[str] = []

    def add(
        self, name: str, passage: Mapping[str, Any], rules: Sequence[Rule], of: RuleSet
    ) -> None:
        """Look at one passage."""
        try:
            report = _report(passage)
        except PartialError as error:
            self.wrong.append(f"{name}: {error}")
            return
        if "claims" in passage:
            self._compare("claims", name, map(_told, passage["claims"]), map(_read, report.claims))
        wanted = passage.get("findings", ())
        expected = {finding["rule"] for finding in wanted}
        here = [rule for rule in rules if report.edition in rule.editions]
        found = prepare(here, report.edition, of.words).evaluate(report, "zh").findings
        told = [f for f in found if f.level != "info" or f.rule in expected]
        self._compare("findings", name, map(_wanted, wanted), map(_found, told))

    def _compare(
        self, kind: str, name: str, wanted: Iterator[_Fact], found: Iterator[_Fact]
    ) -> None:
        expected, right, false = self.counts
        left = list(wanted)
        expected[kind] += len(left)
        for fact in found:
            match = next((one for one in left if one.fits(fact)), None)
            if match:
                left.remove(match)
                right[kind] += 1
            else:
                false[kind] += 1
                self.wrong.append(f"{name}: {fact.told}")
        self.missed += [f"{name}: {fact.told}" for fact in left]


class _Fact(Struct, frozen=True):
    """A claim or a finding, as it is compared."""

    about: str
    values: Mapping[str, Any]
    quote: str

    def fits(self, other: _Fact) -> bool:
        """Whether what was found is what was expected."""
        if self.about != other.about or self.quote not in other.quote:
            return False
        return all(other.values.get(name) == value for name, value in self.values.items())

    @property
    def told(self) -> str:
        """The fact in a line."""
        values = " ".join(f"{name}={value}" for name, value in self.values.items())
        return " ".join(part for part in (self.about, values, f"“{self.quote}”") if part)


def _report(passage: Mapping[str, Any]) -> Report:
    own = {name: value for name, value in passage.items() if name not in _KEYS}
    role = passage.get("section", "overview")
    sections = passage.get("sections") or [{"role": role, "text": passage["text"]}]
    values = {**own, **passage.get("figures", {}), "sections": sections}
    return partial_report(values, EDITIONS[-1])


def _told(claim: Mapping[str, Any]) -> _Fact:
    values = {n: _plain(v) for n, v in claim.items() if n not in ("about", "quote")}
    return _Fact(claim["about"], values, _dress(claim.get("quote", "")))


def _read(claim: Claim) -> _Fact:
    values = {name: _plain(getattr(claim, name)) for name in claim.__struct_fields__}
    shown = {n: values[n] for n in ("value", "fields", "scope", "year", "hedge") if values[n]}
    return _Fact(claim.about, {**values, **shown}, _dress(claim.quote))


def _wanted(finding: Mapping[str, Any]) -> _Fact:
    return _Fact(finding["rule"], {}, _dress(finding.get("quote", "")))


def _found(finding: Finding) -> _Fact:
    return _Fact(finding.rule, {"message": finding.message}, _dress(finding.quote))


def _plain(value: object) -> object:
    if isinstance(value, float):
        return Decimal(repr(value))
    return list(value) if isinstance(value, tuple) else value


def _dress(words: str) -> str:
    return normalise(words).text
