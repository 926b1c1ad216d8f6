"""Check of e-mail addresses: their syntax, as `email-validator` has it, without asking the net."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from gxcheck.patterns import own_pattern
from gxcheck.report.model import Report
from gxcheck.rules.checks.matching import first_match
from gxcheck.rules.context import Context
from gxcheck.rules.model import NotApplicable, Violation

__all__ = ["email_format"]

# What is plainly right needs no library, nor do names for local networks, which it would refuse.
_PLAIN = own_pattern(
    r"[A-Za-z0-9_]+(?:[._-][A-Za-z0-9_]+)*"
    r"@(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z]{2,24}"
)


def email_format(
    report: Report, options: Mapping[str, Any], context: Context
) -> Iterator[Violation]:
    """Every e-mail address of the contact is well-formed. Values: `email`.

    Option: `misspelt`, a pattern of what the ends of addresses are misprinted as.
    """
    if report.contact is None or not report.contact.emails:
        raise NotApplicable("nothing")
    for email in report.contact.emails:
        plain = _PLAIN.fullmatch(email.text) or _well_formed(email.text)
        if not plain or first_match(options["misspelt"], email.text):
            yield Violation(
                location=email.location, values={"email": email.text}, place="contact.email"
            )


def _well_formed(address: str) -> bool:
    import email_validator

    try:
        email_validator.validate_email(address, check_deliverability=False, allow_smtputf8=False)
    except email_validator.EmailSyntaxError:
        return False
    return True
