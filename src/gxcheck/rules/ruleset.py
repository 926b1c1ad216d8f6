"""A set of rules, ready to be run over reports."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec import Struct, field

from gxcheck.lazy import lazy
from gxcheck.report.form_set import FormSet
from gxcheck.report.lineage import Edition
from gxcheck.report.model import Report
from gxcheck.rules.evaluation.evaluate import Evaluation, Program, prepare
from gxcheck.rules.model import Lang
from gxcheck.rules.rule import Rule
from gxcheck.rules.search.words import WordLists

__all__ = ["RuleSet"]


class RuleSet(Struct, frozen=True, dict=True):
    """Rules and the word lists that they name. It may be shared between threads."""

    rules: tuple[Rule, ...]
    words: WordLists = field(default_factory=WordLists)

    def get(self, rule: str) -> Rule | None:
        """The rule of that id."""
        return self._by_id.get(rule)

    @lazy
    def _by_id(self) -> Mapping[str, Rule]:
        return {rule.id: rule for rule in self.rules}

    @lazy
    def _programs(self) -> dict[Edition, Program]:
        return {}

    @property
    def ids(self) -> Sequence[str]:
        """The ids of all rules, in their order."""
        return [rule.id for rule in self.rules]

    def evaluate(
        self,
        report: Report,
        lang: Lang = "zh",
        previous: Report | None = None,
        forms: FormSet | None = None,
    ) -> Evaluation:
        """The findings, in document order, and the outcomes of all rules for a report.

        `previous` is last year's report, for the rules that compare the two. `forms` are those
        by which the report was read, if they are not those shipped.
        """
        return self.program(report.edition).evaluate(report, lang, previous, forms)

    def program(self, edition: Edition) -> Program:
        """The rules made ready for one edition; made once, and good for every report."""
        program = self._programs.get(edition)
        if program is None:
            program = prepare(self.rules, edition, self.words)
            self._programs[edition] = program
        return program
