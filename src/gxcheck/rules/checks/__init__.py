"""The registry of the named checks: what no expression can say is written in Python.

A rule calls one by `call: {check: NAME, with: {…}}`. A check is a function

    def NAME(report: Report, options: Mapping[str, Any], context: Context) -> Iterable[Violation]

that yields a `Violation` for each place where the rule does not hold, and raises `NotApplicable`
or `NotEvaluated` (`gxcheck.rules.model`) rather than guess. It is imported when first used.
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
    "all-zero": "gxcheck.rules.checks.cells:all_zero",
    "annex-missing": "gxcheck.rules.checks.tables:annex_missing",
    "applicant-named": "gxcheck.rules.checks.applicants:applicant_named",
    "attachment-missing": "gxcheck.rules.checks.attached:attachment_missing",
    "bank-card": "gxcheck.rules.checks.personal_numbers:bank_card",
    "blanks": "gxcheck.rules.checks.blanks:blanks",
    "brackets-unbalanced": "gxcheck.rules.checks.balance:brackets_unbalanced",
    "carried-over": "gxcheck.rules.checks.two_years:carried_over",
    "cell-blank": "gxcheck.rules.checks.cells:blank",
    "cell-none-mark": "gxcheck.rules.checks.cells:none_mark",
    "cell-not-a-number": "gxcheck.rules.checks.cells:not_a_number",
    "cell-not-whole": "gxcheck.rules.checks.cells:not_whole",
    "cell-unit": "gxcheck.rules.checks.units:unit_in_cell",
    "cells-shifted": "gxcheck.rules.checks.shifts:cells_shifted",
    "contact-changed": "gxcheck.rules.checks.reuse:contact_changed",
    "contact-region": "gxcheck.rules.checks.region:contact_region",
    "conversion-residue": "gxcheck.rules.checks.residue:conversion_residue",
    "dates-exist": "gxcheck.rules.checks.dates:dates_exist",
    "deadline": "gxcheck.rules.checks.deadline:deadline",
    "edition-of-year": "gxcheck.rules.checks.edition:edition_of_year",
    "email-format": "gxcheck.rules.checks.emails:email_format",
    "empty-sections": "gxcheck.rules.checks.sections:empty_sections",
    "extra-sections": "gxcheck.rules.checks.sections:extra_sections",
    "fee-contradicted": "gxcheck.rules.checks.retold:fee_contradicted",
    "figure-mismatch": "gxcheck.rules.checks.claimed:figure_mismatch",
    "figure-missing": "gxcheck.rules.checks.pictures:figure_missing",
    "figures-jumped": "gxcheck.rules.checks.two_years:figures_jumped",
    "figures-unchanged": "gxcheck.rules.checks.two_years:figures_unchanged",
    "identity-number": "gxcheck.rules.checks.personal_numbers:identity_number",
    "issuer-name": "gxcheck.rules.checks.organs:issuer_name",
    "known-typo": "gxcheck.rules.checks.slips:known_typo",
    "missing-sections": "gxcheck.rules.checks.sections:missing_sections",
    "mobile-number": "gxcheck.rules.checks.personal_numbers:mobile_number",
    "near-words": "gxcheck.rules.checks.near:near_words",
    "neighbours": "gxcheck.rules.checks.neighbours:neighbours",
    "none-contradicted": "gxcheck.rules.checks.claimed:none_contradicted",
    "other-handling-split": "gxcheck.rules.checks.tables:other_handling",
    "part-exceeds-total": "gxcheck.rules.checks.parts:part_exceeds",
    "period-year": "gxcheck.rules.checks.dates:period_year",
    "phone-area-code": "gxcheck.rules.checks.phones:phone_area_code",
    "phone-possible": "gxcheck.rules.checks.phones:phone_possible",
    "problems-unpaired": "gxcheck.rules.checks.pairing:problems_unpaired",
    "prose-balance": "gxcheck.rules.checks.retold:prose_balance",
    "prose-growth": "gxcheck.rules.checks.grown:prose_growth",
    "prose-repeat": "gxcheck.rules.checks.retold:prose_repeat",
    "punctuation-halfwidth": "gxcheck.rules.checks.punctuation:punctuation_halfwidth",
    "quotes-unbalanced": "gxcheck.rules.checks.balance:quotes_unbalanced",
    "range": "gxcheck.rules.checks.ranges:out_of_range",
    "regulation-name": "gxcheck.rules.checks.regulations:regulation_name",
    "regulation-number": "gxcheck.rules.checks.regulations:regulation_number",
    "repeated-word": "gxcheck.rules.checks.repeats:repeated_word",
    "rolled-forward": "gxcheck.rules.checks.two_years:rolled_forward",
    "rules-by-department": "gxcheck.rules.checks.powers:rules_without_power",
    "section-count": "gxcheck.rules.checks.declared:section_count",
    "section-declared": "gxcheck.rules.checks.declared:section_declared",
    "section-numbering": "gxcheck.rules.checks.numbering:section_numbering",
    "section-order": "gxcheck.rules.checks.sections:section_order",
    "section-titles": "gxcheck.rules.checks.sections:section_titles",
    "split-sections": "gxcheck.rules.checks.sections:split_sections",
    "straight-quotes": "gxcheck.rules.checks.punctuation:straight_quotes",
    "subheading-numbering": "gxcheck.rules.checks.subheadings:subheading_numbering",
    "superseded-norm": "gxcheck.rules.checks.regulations:superseded_norm",
    "table-column-missing": "gxcheck.rules.checks.tables:column_missing",
    "table-label": "gxcheck.rules.checks.official_labels:labels",
    "table-missing": "gxcheck.rules.checks.tables:table_missing",
    "table-row-extra": "gxcheck.rules.checks.tables:row_extra",
    "table-row-missing": "gxcheck.rules.checks.tables:row_missing",
    "text-reused": "gxcheck.rules.checks.reuse:text_reused",
    "title-missing": "gxcheck.rules.checks.titles:title_missing",
    "title-year": "gxcheck.rules.checks.titles:title_year",
    "told-in-section": "gxcheck.rules.checks.contents:told_in_section",
    "topics-told": "gxcheck.rules.checks.contents:topics_told",
    "unit-wrong": "gxcheck.rules.checks.units:unit_wrong",
    "unread": "gxcheck.rules.checks.unread:unread",
    "website-format": "gxcheck.rules.checks.websites:website_format",
    "year-leftover": "gxcheck.rules.checks.leftover:year_leftover",
}
"""`"module:function"` by the name of the check."""


@cache
def find_check(name: str) -> Check:
    """The check of that name; KeyError where there is none."""
    module, _, function = CHECKS[name].partition(":")
    return cast("Check", getattr(import_module(module), function))
