"""Patterns as their authors write them, made ready for text in normal dress."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import TYPE_CHECKING

from msgspec import Struct

from gxcheck.document.normalise import normalise
from gxcheck.patterns import own_pattern, wheel_pattern
from gxcheck.refusals import RefusedError
from gxcheck.rules.search.lines import keeps_to_line

if TYPE_CHECKING:
    import regex

__all__ = [
    "PatternError",
    "Span",
    "compiled",
    "for_re",
    "found_in",
    "found_in_lines",
    "half_width",
    "normalise_letters",
]

_LENGTH = 1000
_SHORT = 2000
_TRY = 8  # characters that are gone through in the time that a match is tried at one place
_REPEATS = 20_000
_KEEP = "keep_from_here"
_LEAST = own_pattern(r"\{(\d+)(?:,\d*)?\}")


class Span(Struct, frozen=True):
    """A match of a pattern, and the words of its named groups."""

    start: int
    end: int
    groups: Mapping[str, str | None]


class PatternError(RefusedError):
    """A pattern that cannot be used, and why."""

    group = "pattern"


@cache
def half_width(pattern: str) -> str:
    """The pattern with its full-width marks as they stand in normal dress, taken literally.

    So an author may write （ for a bracket and ： for a colon.
    """
    if pattern.isascii():
        return pattern
    pieces: list[str] = []
    escaped = False
    for char in pattern:
        plain = chr(ord(char) - 0xFEE0) if "！" <= char <= "～" else char
        literal = plain != char and not plain.isalnum() and not escaped
        pieces.append(f"\\{plain}" if literal else plain)
        escaped = char == "\\" and not escaped
    return normalise_letters("".join(pieces))


def normalise_letters(pattern: str) -> str:
    """Letters of other dress than the normal one (Kangxi radicals), replaced."""
    return "".join(normalise(char).text if "⺀" <= char <= "⿟" else char for char in pattern)


@cache
def compiled(pattern: str) -> regex.Pattern[str]:
    """The pattern, compiled; raises `PatternError`."""
    import regex

    if len(pattern) > _LENGTH:
        raise PatternError("too_long", most=_LENGTH)
    translated = half_width(pattern)
    _check_counts(translated)
    try:
        return regex.compile(translated)
    except (regex.error, RecursionError, OverflowError, ValueError) as error:
        raise PatternError("bad", pattern=pattern, why=error) from None


def found_in(
    pattern: str, text: str, seconds: float, starts: Sequence[int] | None = None
) -> Iterable[Span]:
    """The matches of a pattern; raises TimeoutError, at once or while they are gone through.

    Where it is known at which places a match may begin, `starts` has them in their order.
    Patterns that the wheel has compiled are trusted: in short texts they need no clock, and so not
    the `regex` package, whose import and compiling are a tenth of a first report's time.
    """
    quick = _trusted(pattern) if len(text) <= _SHORT else None
    if quick is None:
        return _timed(pattern, text, seconds)
    if starts is not None and len(starts) * _TRY < len(text):
        return _at(quick, text, starts)
    first = quick.search(text)  # mostly there is none, and then no iterator is made
    return map(_span, quick.finditer(text, first.start())) if first else ()


def found_in_lines(
    pattern: str, text: str, longest: int, starts: Sequence[int]
) -> Iterable[Span] | None:
    """The matches in a text of several lines; None where each line must be searched by itself.

    `starts` are the places at which a match may begin, `longest` is the length of a line.
    """
    quick = _trusted(pattern) if longest <= _SHORT and keeps_to_line(for_re(pattern)) else None
    return None if quick is None else _at(quick, text, starts)


def _timed(pattern: str, text: str, seconds: float) -> Iterator[Span]:
    for found in compiled(pattern).finditer(text, timeout=seconds):
        yield Span(*found.span(), found.groupdict())


def _at(pattern: re.Pattern[str], text: str, starts: Sequence[int]) -> Iterable[Span]:
    """The matches, none of them empty, that begin at some places."""
    found: list[Span] = []
    end = 0
    for start in starts:
        match = pattern.match(text, start) if start >= end else None
        if match:
            end = match.end()
            found.append(_span(match))
    return found


def _span(match: re.Match[str]) -> Span:
    groups = match.groupdict()
    kept = match.start(_KEEP) if groups.pop(_KEEP, None) is not None else match.start()
    return Span(kept, match.end(), groups)


@cache
def _trusted(pattern: str) -> re.Pattern[str] | None:
    return wheel_pattern(for_re(pattern))


@cache
def for_re(pattern: str) -> str:
    r"""The pattern as `re` takes it: an empty group where \K tells a match to begin."""
    return half_width(pattern).replace(r"\K", f"(?P<{_KEEP}>)")


def _check_counts(pattern: str) -> None:
    """Refuse large repeats, one in another: what is repeated is written out when it is compiled.

    Only the least number counts; what may come more often is not written out.
    """
    product = 1
    for least in _LEAST.findall(pattern):
        product *= max(int(least), 1)
        if product > _REPEATS:
            raise PatternError("large_repeats", pattern=pattern[:40])
