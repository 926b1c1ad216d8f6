"""Names a finding by what it says, so that it can be accepted and found again.

The name depends on the rule, the place by meaning, the words quoted and the numbers, and on
neither language, format, offsets, nor what else is in the report.
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from gxcheck.document.normalise import normalise
from gxcheck.report.figures import Figure

__all__ = ["Fingerprints"]


class Fingerprints:
    """Makes the fingerprints of one review: of equal findings, the second and later are counted."""

    def __init__(self) -> None:
        self._seen: dict[str, int] = {}

    def of(
        self, rule: str, place: str, variant: str, quote: str, values: Mapping[str, object]
    ) -> str:
        """The fingerprint of a finding: 16 hexadecimal digits."""
        import hashlib  # not free, and not needed for a report without findings

        facts = [rule, place, variant, normalise(quote).text.replace(" ", "")]
        for name in sorted(values):
            number = _number(values[name])
            if number:
                facts.append(f"{name}={number}")
        words = "\n".join(facts)
        before = self._seen.get(words, 0)
        self._seen[words] = before + 1
        if before:
            words += f"\n#{before + 1}"
        return hashlib.sha256(words.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def _number(value: object) -> str:
    """A number in one dress; "" for all else, which may depend on the language."""
    if isinstance(value, Figure):
        return value.state if value.value is None else _number(value.value)
    if isinstance(value, Decimal):
        return f"{value.normalize():f}"
    return str(value) if isinstance(value, int) and not isinstance(value, bool) else ""
