"""The registry of the named checks: what no expression can say is written in Python.

A rule calls one by `call: {check: NAME, with: {…}}`. A check is a function

    def NAME(report: Report, options: Mapping[str, Any], context: Context) -> Iterable[Violation]

that yields a `Violation` for each place where the rule does not hold, and raises `NotApplicable`
or `NotEvaluated` (`gxcheck.rules.model`) rather than guess. It is imported when first used. Its
options are declared in rules/schemas/checks.json, by which those of a rule are checked.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import cache
from importlib import import_module
from typing import Any, TypeAlias, cast

from gxcheck.report.model import Report
from gxcheck.rules.context import Context
from gxcheck.rules.model import Violation

__all__ = ["CHECKS", "Check", "find_check"]

Check: TypeAlias = Callable[[Report, Mapping[str, Any], Context], Iterable[Violation]]

CHECKS: dict[str, str] = {
    "all-zero": "gxcheck.rules.checks.tables.cells:all_zero",
    "annex-missing": "gxcheck.rules.checks.tables.tables:annex_missing",
    "applicant-named": "gxcheck.rules.checks.privacy.applicants:applicant_named",
    "attachment-missing": "gxcheck.rules.checks.structure.attached:attachment_missing",
    "bank-card": "gxcheck.rules.checks.privacy.personal_numbers:bank_card",
    "blanks": "gxcheck.rules.checks.wording.blanks:blanks",
    "brackets-unbalanced": "gxcheck.rules.checks.wording.balance:brackets_unbalanced",
    "carried-over": "gxcheck.rules.checks.years.two_years:carried_over",
    "cell-blank": "gxcheck.rules.checks.tables.cells:blank",
    "cell-none-mark": "gxcheck.rules.checks.tables.cells:none_mark",
    "cell-not-a-number": "gxcheck.rules.checks.tables.cells:not_a_number",
    "cell-not-whole": "gxcheck.rules.checks.tables.cells:not_whole",
    "cell-unit": "gxcheck.rules.checks.tables.units:unit_in_cell",
    "cells-shifted": "gxcheck.rules.checks.figures.shifts:cells_shifted",
    "contact-changed": "gxcheck.rules.checks.years.reuse:contact_changed",
    "contact-region": "gxcheck.rules.checks.front.region:contact_region",
    "conversion-residue": "gxcheck.rules.checks.wording.residue:conversion_residue",
    "dates-exist": "gxcheck.rules.checks.front.dates:dates_exist",
    "deadline": "gxcheck.rules.checks.front.deadline:deadline",
    "edition-of-year": "gxcheck.rules.checks.structure.edition:edition_of_year",
    "email-format": "gxcheck.rules.checks.front.emails:email_format",
    "empty-sections": "gxcheck.rules.checks.structure.sections:empty_sections",
    "extra-sections": "gxcheck.rules.checks.structure.sections:extra_sections",
    "fee-contradicted": "gxcheck.rules.checks.prose.fees:fee_contradicted",
    "figure-mismatch": "gxcheck.rules.checks.prose.claimed:figure_mismatch",
    "figure-missing": "gxcheck.rules.checks.structure.pictures:figure_missing",
    "figures-jumped": "gxcheck.rules.checks.years.two_years:figures_jumped",
    "figures-unchanged": "gxcheck.rules.checks.years.two_years:figures_unchanged",
    "identity-number": "gxcheck.rules.checks.privacy.personal_numbers:identity_number",
    "issuer-name": "gxcheck.rules.checks.front.organs:issuer_name",
    "known-typo": "gxcheck.rules.checks.wording.slips:known_typo",
    "missing-sections": "gxcheck.rules.checks.structure.sections:missing_sections",
    "mobile-number": "gxcheck.rules.checks.privacy.personal_numbers:mobile_number",
    "near-words": "gxcheck.rules.checks.prose.near:near_words",
    "neighbours": "gxcheck.rules.checks.figures.neighbours:neighbours",
    "none-contradicted": "gxcheck.rules.checks.prose.claimed:none_contradicted",
    "other-handling-split": "gxcheck.rules.checks.tables.tables:other_handling",
    "part-exceeds-total": "gxcheck.rules.checks.figures.parts:part_exceeds",
    "period-year": "gxcheck.rules.checks.front.dates:period_year",
    "phone-area-code": "gxcheck.rules.checks.front.phones:phone_area_code",
    "phone-possible": "gxcheck.rules.checks.front.phones:phone_possible",
    "problems-unpaired": "gxcheck.rules.checks.structure.pairing:problems_unpaired",
    "prose-balance": "gxcheck.rules.checks.prose.balance:prose_balance",
    "prose-growth": "gxcheck.rules.checks.prose.grown:prose_growth",
    "prose-repeat": "gxcheck.rules.checks.prose.retold:prose_repeat",
    "punctuation-doubled": "gxcheck.rules.checks.wording.doubled:punctuation_doubled",
    "punctuation-halfwidth": "gxcheck.rules.checks.wording.punctuation:punctuation_halfwidth",
    "quotes-unbalanced": "gxcheck.rules.checks.wording.balance:quotes_unbalanced",
    "range": "gxcheck.rules.checks.figures.ranges:out_of_range",
    "regulation-name": "gxcheck.rules.checks.wording.regulations:regulation_name",
    "regulation-number": "gxcheck.rules.checks.wording.regulations:regulation_number",
    "repeated-word": "gxcheck.rules.checks.wording.repeats:repeated_word",
    "rolled-forward": "gxcheck.rules.checks.years.two_years:rolled_forward",
    "rules-by-department": "gxcheck.rules.checks.figures.powers:rules_without_power",
    "section-count": "gxcheck.rules.checks.structure.declared:section_count",
    "section-declared": "gxcheck.rules.checks.structure.declared:section_declared",
    "section-numbering": "gxcheck.rules.checks.structure.numbering:section_numbering",
    "section-order": "gxcheck.rules.checks.structure.sections:section_order",
    "section-titles": "gxcheck.rules.checks.structure.sections:section_titles",
    "sentence-repeated": "gxcheck.rules.checks.wording.doubled:sentence_repeated",
    "split-sections": "gxcheck.rules.checks.structure.sections:split_sections",
    "straight-quotes": "gxcheck.rules.checks.wording.punctuation:straight_quotes",
    "subheading-numbering": "gxcheck.rules.checks.structure.subheadings:subheading_numbering",
    "superseded-norm": "gxcheck.rules.checks.wording.regulations:superseded_norm",
    "table-column-missing": "gxcheck.rules.checks.tables.tables:column_missing",
    "table-label": "gxcheck.rules.checks.tables.official_labels:labels",
    "table-missing": "gxcheck.rules.checks.tables.tables:table_missing",
    "table-row-extra": "gxcheck.rules.checks.tables.tables:row_extra",
    "table-row-missing": "gxcheck.rules.checks.tables.tables:row_missing",
    "text-reused": "gxcheck.rules.checks.years.reuse:text_reused",
    "title-missing": "gxcheck.rules.checks.front.titles:title_missing",
    "title-year": "gxcheck.rules.checks.front.titles:title_year",
    "told-in-section": "gxcheck.rules.checks.structure.contents:told_in_section",
    "topics-told": "gxcheck.rules.checks.structure.contents:topics_told",
    "unit-wrong": "gxcheck.rules.checks.tables.units:unit_wrong",
    "unread": "gxcheck.rules.checks.tables.unread:unread",
    "website-format": "gxcheck.rules.checks.front.websites:website_format",
    "year-leftover": "gxcheck.rules.checks.years.leftover:year_leftover",
}
"""`"module:function"` by the name of the check."""


@cache
def find_check(name: str) -> Check:
    """The check of that name; KeyError where there is none."""
    module, _, function = CHECKS[name].partition(":")
    return cast("Check", getattr(import_module(module), function))
