"""Check of website addresses: whether they are well-formed, never whether they can be reached."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from gxcheck.patterns import own_pattern
from gxcheck.report.model import Report, Words
from gxcheck.rules.context import Context
from gxcheck.rules.model import NotApplicable, Violation
from gxcheck.rules.search.passages import passage_at

__all__ = ["website_format"]

_HOST = r"(?:[a-z0-9_](?:[a-z0-9_-]*[a-z0-9])?\.)+[a-z]{2,}|\d{1,3}(?:\.\d{1,3}){3}"
_URL = own_pattern(rf"(?i)(?:https?://)?(?P<host>{_HOST})(?::\d{{1,5}})?(?:[/?#][\x21-\x7e]*)?")
_BLANK = own_pattern(r"(?<=[^\s])[ \t\u3000\u00a0]+(?=[^\s])")
_SCHEMES = ("http://", "https://")
_WWW = "www."
_MISSPELT_WWW = own_pattern(r"w{2}\.|w{4,}|www[a-vx-z]")
# The end of a Chinese government's host where the last part is lost, or letters are turned round.
_MISSPELT_END = own_pattern(
    r"\.gov(?:\.(?:c|n|nc|cm|cnn|com|con|net|org))?\Z|\.(?:gvo|ogv|gob|gv)\.cn\Z"
)
_LABELS = 3


def website_format(
    report: Report, options: Mapping[str, Any], context: Context
) -> Iterator[Violation]:
    """Every website address of the report is well-formed.

    Variants: `marks` for full-width marks in it, `blank` for a space, `default` for all else.
    Values: `url`, as printed.
    """
    if not report.website:
        raise NotApplicable("nothing")
    for words in report.website:
        printed = passage_at(report.document, words.location).text or words.text
        variant = _fault(words, printed)
        if variant:
            yield Violation(
                location=words.location,
                quote=printed,
                values={"url": printed},
                place="website",
                variant=variant,
            )


def _fault(words: Words, printed: str) -> str:
    """What is wrong with an address: the variant of the message, empty for nothing."""
    if words.text.lower() in _SCHEMES:
        return ""  # a name in Chinese follows, which is not read
    if not _well_formed(words.text):
        return "default"
    if any(sign.isprintable() and not sign.isascii() for sign in printed):
        return "marks"  # signs that nobody sees are no marks
    return "blank" if _BLANK.search(printed) else ""


def _well_formed(url: str) -> bool:
    found = _URL.fullmatch(url)
    if found is None:
        return False
    host = found["host"].lower()
    if _MISSPELT_WWW.match(host) or _MISSPELT_END.search(host):
        return False
    return not host.startswith(_WWW) or host.count(".") + 1 >= _LABELS
