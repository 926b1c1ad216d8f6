"""The labelled items of contact details: telephones, faxes, addresses, postcodes, e-mails.

A value is told by its label, so that a malformed one is read as it is written.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal, TypeAlias, cast

from msgspec import Struct

from gxcheck.report.front.flow import Flow
from gxcheck.report.front.vocabulary import pattern, words

__all__ = ["SERVES", "Item", "Kind", "Value", "address_in", "bare_phones", "items_in"]

Kind: TypeAlias = Literal["phone", "fax", "phone_fax", "address", "postcode", "email"]

SERVES: dict[Kind, tuple[Kind, ...]] = {
    "phone": ("phone",),
    "fax": ("fax",),
    "phone_fax": ("phone", "fax"),
    "address": ("address",),
    "postcode": ("postcode",),
    "email": ("email",),
}
"""What a value of each kind is for: one number may be of a telephone and of a fax."""
_LABEL_BEFORE, _LABEL_AFTER = 4, 16  # characters of a label around its anchor
_CLOSING = "。;),"
_LONGEST_ADDRESS = 60
_SHORTEST_ADDRESS = 3
_SHORTEST_NUMBER, _SURE_NUMBER = 3, 7  # digits behind a label, and of a number that has none
_LONGEST_NUMBER = 48  # characters, with all that parts its digits
_OTHER_BEFORE = 12  # characters before a label in which it may be told whose number it is


_NUMBERED: tuple[Kind, ...] = ("phone", "fax", "phone_fax")


class Value(Struct, frozen=True):
    """A span of the flow that holds one value. `extension` is one told in words."""

    start: int
    end: int
    kind: Kind
    extension: str | None = None


class Item(Struct, frozen=True):
    """A label with its values, which a colon parts if `sure`; then none may be told (邮编:____)."""

    start: int
    end: int
    kind: Kind
    values: tuple[Value, ...]
    sure: bool


class _Label(Struct, frozen=True):
    start: int
    end: int
    kind: Kind


def items_in(flow: Flow) -> list[Item]:
    """Every label that a value or a colon follows, in reading order."""
    text = flow.text
    labels = _labels(flow)
    ends = [*(label.start for label in labels[1:]), len(text)]
    return [
        item for label, end in zip(labels, ends, strict=False) if (item := _item(text, label, end))
    ]


def bare_phones(flow: Flow, start: int, end: int) -> list[Value]:
    """Telephone numbers without a label in a span, and faxes marked as such after the number."""
    found = []
    for number in pattern("bare_phone").finditer(flow.text, start, end):
        kind: Kind = "fax" if pattern("fax_mark").match(flow.text, number.end()) else "phone"
        found.append(Value(*number.span("number"), kind))
    return found


def _labels(flow: Flow) -> list[_Label]:
    found: dict[int, _Label] = {}
    covered = pattern("label")
    for at in flow.places(*words("label_anchors")):
        label = _label_at(covered, flow.text, at)
        if label:
            known = found.get(label.end)
            if known is None or label.start < known.start:
                found[label.end] = label
    return _apart([found[end] for end in sorted(found, key=lambda end: found[end].start)])


def _label_at(label: re.Pattern[str], text: str, at: int) -> _Label | None:
    """The longest label that covers the anchor at `at`."""
    for start in range(max(0, at - _LABEL_BEFORE), at + 1):
        found = label.match(text, start, at + _LABEL_AFTER)
        if found and found.end() > at:
            return _Label(start, found.end(), cast("Kind", found.lastgroup))
    return None


def _apart(labels: list[_Label]) -> list[_Label]:
    """The labels without those that lie inside another."""
    kept: list[_Label] = []
    for label in labels:
        if not kept or label.start >= kept[-1].end:
            kept.append(label)
    return kept


def _item(text: str, label: _Label, limit: int) -> Item | None:
    colon = pattern("colon").match(text, label.end)
    start = colon.end() if colon else label.end
    values = _values(text, label, start, limit, sure=colon is not None)
    if not values and colon is None:
        return None
    end = values[-1].end if values else _unread(text, start, limit)
    return Item(label.start, end, label.kind, tuple(values), colon is not None)


def _unread(text: str, start: int, limit: int) -> int:
    """Where what stands in a value's place and is none ends."""
    stop = pattern("item_end").search(text, start, min(limit, start + _LABEL_AFTER))
    return stop.start() if stop else start


def _values(text: str, label: _Label, start: int, limit: int, *, sure: bool) -> list[Value]:
    if label.kind in _NUMBERED:
        if pattern("other_phone").search(text, max(0, label.start - _OTHER_BEFORE), label.start):
            return []
        numbers = list(_numbers(text, start, label.kind, sure=sure))
        if sure and text[label.start : label.end].endswith(words("open_labels")):
            return numbers + _unlabelled(text, numbers[-1].end if numbers else start, limit)
        return numbers
    if label.kind == "postcode":
        found = pattern("postcode_value").match(text, start)
        return [Value(*found.span(), "postcode")] if found else []
    if label.kind == "email":
        return _email(text, start, sure=sure)
    return _address(text, start, limit)


def _unlabelled(text: str, start: int, limit: int) -> list[Value]:
    """Telephones, addresses and postcodes that are listed without labels, up to a full stop."""
    found: list[Value] = []
    stop = pattern("list_end").search(text, start, limit)
    for part in pattern("listed").finditer(text, start, stop.start() if stop else limit):
        if found and part.start() < found[-1].end:
            continue
        if pattern("address_alone").search(part.group()):
            found.append(Value(*part.span(), "address"))
        elif pattern("postcode_alone").fullmatch(part.group()):
            found.append(Value(*part.span(), "postcode"))
        else:
            found += _numbers(text, part.start(), "phone", sure=False)
    return found


def _numbers(text: str, at: int, kind: Kind, *, sure: bool) -> Iterator[Value]:
    """The numbers from `at` on, however many are listed."""
    first, shortest = True, _SHORTEST_NUMBER if sure else _SURE_NUMBER
    while number := pattern("phone_number").match(text, at, at + _LONGEST_NUMBER):
        digits = sum(map(str.isdecimal, number.group()))
        digits += len(pattern("masked").findall(number.group()))
        if digits < shortest or pattern("counted").match(text, number.end()):
            return
        own, at = _kind_by_mark(text, number.end(), kind, first=first)
        extension = number["extension"] or number["inner"]
        for start, end in _single_numbers(text, *number.span()):
            yield Value(start, end, own, extension)
        following = pattern("phone_next").match(text, at)
        if not following:
            return
        at, first, shortest = following.end(), False, _SURE_NUMBER


def _kind_by_mark(text: str, at: int, kind: Kind, *, first: bool) -> tuple[Kind, int]:
    """What a mark after a number makes of it: （兼传真）, （传真）; and where the mark ends."""
    both = pattern("phone_is_fax").match(text, at)
    if both:
        return "phone_fax", both.end()
    fax = pattern("fax_mark").match(text, at)
    if fax and kind == "phone":
        return "phone_fax" if first else "fax", fax.end()
    return kind, at


def _single_numbers(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The spans of numbers that only a space parts: 0574 87187042 86780264 are two."""
    begin = start
    for gap in re.finditer(" ", text[start:end]):
        at = start + gap.start()
        left = sum(map(str.isdecimal, text[begin:at]))
        right = text[at + 1 : end].partition(" ")[0]
        size = len(right) if right.isdecimal() else 0
        if left >= _SURE_NUMBER and (size >= _SURE_NUMBER or text[at + 1] == "0"):
            yield begin, at
            begin = at + 1
    yield begin, end


def _email(text: str, start: int, *, sure: bool) -> list[Value]:
    found = pattern("email_in_words").match(text, start) if sure else None
    found = found or pattern("email_value").match(text, start)
    if not found or found.group().lower().startswith(("http", "www")):
        return []
    value = address_in(found)
    told = sure or "@" in value or pattern("email_like").search(value)
    return [Value(start, start + len(value), "email")] if told else []


def address_in(found: re.Match[str]) -> str:
    """The e-mail address in a match, without what ends a sentence, unless another mark follows."""
    value = found.group()
    follows = found.string[found.end() : found.end() + 1]
    doubled = value.endswith(".") and follows != "" and follows in _CLOSING
    return value if doubled else value.rstrip(".-")


def _address(text: str, start: int, limit: int) -> list[Value]:
    """An address: up to the next label, where that is near, else to the next mark."""
    if pattern("address_never").match(text[start : start + 8]):
        return []
    line_end = text.find("\n", start)
    stop = min(limit, line_end if line_end >= 0 else len(text))
    value = text[start:stop]
    if stop < limit or stop == len(text) or len(value) > _LONGEST_ADDRESS or "。" in value:
        value = value[: _end_of_address(value)]
    for after in ("other_label", "postcode_bare"):
        found = pattern(after).search(value)
        value = value[: found.start()] if found else value
    value = value.rstrip(",;。、:.|([")
    value = value[:-1] if value.endswith(")") and "(" not in value else value
    return [Value(start, start + len(value), "address")] if len(value) >= _SHORTEST_ADDRESS else []


def _end_of_address(value: str) -> int:
    """Where an address ends: at a comma or stop, or at a bracket that it did not open."""
    depth = 0
    for at, mark in enumerate(value):
        if mark in "([":
            depth += 1
        elif mark in ")]" and depth:
            depth -= 1
        elif mark in ",;。)]|\n" and not depth:
            return at
    return len(value)
