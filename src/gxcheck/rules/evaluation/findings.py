"""Makes findings of violations: message, advice, basis, place and fingerprint."""

from __future__ import annotations

from collections.abc import Mapping

from gxcheck.document.model import Location
from gxcheck.report.figures import Figure
from gxcheck.rules.evaluation.fingerprint import Fingerprints
from gxcheck.rules.evaluation.reading import Reading
from gxcheck.rules.model import Finding, Value, Violation
from gxcheck.rules.rule import Rule, Texts
from gxcheck.rules.search.passages import passage_at
from gxcheck.rules.telling.basis import basis_names
from gxcheck.rules.telling.phrases import fill, phrase, value_text

__all__ = ["FindingMaker", "document_order"]


class FindingMaker:
    """Makes the findings of one review."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._fingerprints = Fingerprints()

    def finding(self, rule: Rule, violation: Violation) -> Finding:
        """The finding that tells a violation of a rule."""
        reading, location = self._reading, violation.location
        quote = violation.quote or self._words_at(location)
        place = violation.place or (reading.context.place(location) if location else "")
        values = {"quote": quote, **violation.values}
        edition, part = reading.report.edition, place.partition(".")[0]
        return Finding.model_construct(
            rule=rule.id,
            level=rule.level,
            message=self._text(rule, rule.messages, violation.variant, values),
            advice=self._text(rule, rule.advice, violation.variant, values),
            basis=basis_names(rule.basis, edition, reading.lang, part),
            quote=quote,
            location=self._labelled(location),
            related=tuple(map(self._labelled_surely, violation.related)),
            values=self._values(violation.values),
            place=place,
            fingerprint=self._fingerprints.of(
                rule.id, place, violation.variant, quote, violation.values
            ),
        )

    def crash(self, rule: Rule, error: BaseException) -> Finding:
        """The finding that a rule failed."""
        lang = self._reading.lang
        values: dict[str, object] = {"rule": rule.id, "error": type(error).__name__}
        return Finding.model_construct(
            rule=rule.id,
            level="warning",
            message=phrase("crash", "message", lang, **values),
            advice=phrase("crash", "advice", lang),
            basis=(),
            quote="",
            location=None,
            related=(),
            values=self._values(values),
            place="",
            fingerprint=self._fingerprints.of(rule.id, "", "crash", type(error).__name__, {}),
        )

    def _text(self, rule: Rule, texts: Texts, variant: str, values: Mapping[str, object]) -> str:
        lang = self._reading.lang
        return fill(rule.text(texts, variant, lang), values, lang)

    def _words_at(self, location: Location | None) -> str:
        return passage_at(self._reading.report.document, location).text if location else ""

    def _labelled(self, location: Location | None) -> Location | None:
        return None if location is None else self._labelled_surely(location)

    def _labelled_surely(self, location: Location) -> Location:
        return self._reading.context.places.labelled(location, self._reading.lang)

    def _values(self, values: Mapping[str, object]) -> dict[str, Value]:
        return {name: _value(value, self._reading) for name, value in values.items()}


def _value(value: object, reading: Reading) -> Value:
    if isinstance(value, str) or type(value) is int:
        return value
    if value is None:
        return ""
    if isinstance(value, Figure) and value.value is not None:
        value = value.value
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    return value_text(value, reading.lang)


def document_order(finding: Finding) -> tuple[int, int, int, int]:
    """The key by which findings stand as their places do; those without place come first."""
    at = finding.location
    if at is None:
        return (-1, -1, -1, -1)
    row = -1 if at.row is None else at.row
    return (at.block, row, -1 if at.cell is None else at.cell, at.start)
