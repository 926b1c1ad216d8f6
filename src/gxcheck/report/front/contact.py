"""How to reach the organ about the report, wherever in it that stands.

The sentence that invites questions decides, then the preamble, then a block of labelled lines.
A telephone that the prose of a section mentions, as a hotline, is not the contact.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Literal

from msgspec import Struct

from gxcheck.document.model import Location
from gxcheck.report.front.contact_items import (
    SERVES,
    Item,
    Value,
    address_in,
    bare_phones,
    items_in,
)
from gxcheck.report.front.flow import Flow
from gxcheck.report.front.phones import phone_parts
from gxcheck.report.front.vocabulary import pattern, patterns, words
from gxcheck.report.model import Contact, Phone, Words

__all__ = ["Zones", "read_contact"]

_NEAR = 70  # characters between two items of one contact
_ASK_AHEAD = 12  # characters from the end of a sentence that asks to the first item
_PREAMBLE, _ASKED, _TAIL = 3, 6, 1  # points for where items stand, and for a sentence that asks
_BLOCK = 3  # kinds of details that make a contact without colons


class Zones(Struct, frozen=True):
    """Where in the flow the first section and the signature begin."""

    sections: int
    tail: int

    def place(self, at: int) -> Literal["preamble", "section", "end"]:
        """The part of the report that a character of the flow stands in."""
        if at < self.sections:
            return "preamble"
        return "section" if at < self.tail else "end"


class _Ask(Struct, frozen=True):
    """A sentence that invites questions: its span, the organ named, whether it surely asks."""

    start: int
    end: int
    organ: tuple[int, int] | None
    sure: bool


class _Cluster(Struct, frozen=True):
    """Items that stand together, with the sentence that belongs to them."""

    items: tuple[Item, ...]
    ask: _Ask | None

    @property
    def start(self) -> int:
        return min(self.items[0].start, self.ask.start if self.ask else self.items[0].start)

    @property
    def end(self) -> int:
        return max(self.items[-1].end, self.ask.organ[1] if self.ask and self.ask.organ else 0)


def read_contact(flow: Flow, zones: Zones) -> Contact | None:
    """The contact details; None where the report has none."""
    asks = list(_asks(flow))
    clusters = [
        _Cluster(items, _ask_of(items, asks)) for items in _clustered(flow, items_in(flow), zones)
    ]
    best = max(clusters, key=lambda one: _rank(one, zones), default=None)
    if best and _rank(best, zones) > 0:
        return _contact(flow, best.items, best.ask, zones)
    return _from_sentence(flow, asks, zones)


def _asks(flow: Flow) -> Iterator[_Ask]:
    """The sentences that tell whom to ask."""
    seen = set()
    for anchor in words("ask_anchors"):
        end = 0
        for at in flow.places(anchor):
            if at < end:
                continue
            start, end = flow.sentence(at)
            if start not in seen:
                seen.add(start)
                sentence = flow.text[start:end]
                if pattern("ask_about").search(sentence):
                    organ = _organ(flow.text, start, end)
                    sure = bool(pattern("ask_sure").match(sentence))
                    yield _Ask(start, end, organ, sure)


def _organ(text: str, start: int, end: int) -> tuple[int, int] | None:
    """The span of the organ that is to be asked."""
    for source in patterns("ask_organ"):
        found = source.search(text, start, end)
        if found:
            first, last = found.span("organ")
            label = pattern("labels_all").search(text[first:last])
            last = first + label.start() if label else last
            if text[first:last].endswith(words("organ_ends")):
                return first, last
    return None


def _clustered(flow: Flow, items: Sequence[Item], zones: Zones) -> Iterator[tuple[Item, ...]]:
    """The items in groups that stand together."""
    group: list[Item] = []
    for item in items:
        if group and not _together(flow, group[-1], item, zones):
            yield tuple(group)
            group = []
        group.append(item)
    if group:
        yield tuple(group)


def _together(flow: Flow, item: Item, following: Item, zones: Zones) -> bool:
    gap = flow.text[item.end : following.start]
    if len(gap) > _NEAR or zones.place(item.start) != zones.place(following.start):
        return False
    return gap.count("。") + gap.count("\n") <= 1 or len(gap) <= _ASK_AHEAD


def _ask_of(items: Sequence[Item], asks: Iterable[_Ask]) -> _Ask | None:
    """The sentence that the items stand in, or right after."""
    start, end = items[0].start, items[-1].end
    near = [ask for ask in asks if ask.start <= end and start <= ask.end + _ASK_AHEAD]
    return max(near, key=lambda ask: (ask.sure, ask.organ is not None, -ask.start), default=None)


def _rank(cluster: _Cluster, zones: Zones) -> int:
    """How surely the items are the contact; 0 if they are something else."""
    place = zones.place(cluster.items[0].start)
    told = [item for item in cluster.items if item.values]
    kinds = {item.kind for item in told if item.sure or item.kind != "address"}
    if not kinds or (kinds == {"address"} and cluster.ask is None):
        return 0
    if cluster.ask:
        sure = cluster.ask.sure or place == "preamble"
        return len(kinds) + (_ASKED if sure else _TAIL) + (_PREAMBLE if place == "preamble" else 0)
    if place == "preamble":
        return len(kinds) + _PREAMBLE
    labelled = sum(item.sure for item in cluster.items)
    block = len(kinds) > 1 and (labelled > 1 or len(kinds) >= _BLOCK)
    return len(kinds) + (place == "end") * _TAIL if block else 0


def _from_sentence(flow: Flow, asks: Sequence[_Ask], zones: Zones) -> Contact | None:
    """A contact without labelled items: the organ alone, or a bare number with it."""
    for ask in asks:
        numbers = bare_phones(flow, ask.start, ask.end)
        if ask.sure and (ask.organ or numbers):
            return _contact(flow, (), ask, zones)
    return None


def _contact(flow: Flow, items: Sequence[Item], ask: _Ask | None, zones: Zones) -> Contact:
    """The contact that items and a sentence make, with what stands among them without a label."""
    values = [value for item in items for value in item.values]
    if ask and not any("phone" in SERVES[value.kind] for value in values):
        taken = {value.start for value in values}
        bare = bare_phones(flow, ask.start, ask.end)
        values += [value for value in bare if value.start not in taken]
    values += _loose_emails(flow, items, ask, values)
    values += _loose_addresses(flow, ask, values)
    values += _loose_postcodes(flow, values)
    start = _begin(items, ask)
    ends = [value.end for value in values] + ([ask.organ[1]] if ask and ask.organ else [])
    return Contact.model_construct(
        place=zones.place(start),
        location=_location(flow, start, max(ends)),
        organ=_words(flow, *ask.organ) if ask and ask.organ else None,
        phones=_phones(flow, values, "phone"),
        faxes=_phones(flow, values, "fax"),
        addresses=_all(flow, values, "address"),
        postcodes=_all(flow, values, "postcode"),
        emails=_all(flow, values, "email"),
    )


def _begin(items: Sequence[Item], ask: _Ask | None) -> int:
    """Where the first of the items, or the sentence that belongs to them, begins."""
    return min([item.start for item in items] + ([ask.start] if ask else []))


def _loose_emails(
    flow: Flow, items: Sequence[Item], ask: _Ask | None, values: Sequence[Value]
) -> list[Value]:
    """E-mail addresses without a label, among the items or in the sentence."""
    if any(value.kind == "email" for value in values):
        return []
    start = _begin(items, ask)
    end = flow.sentence(max([item.end for item in items] + ([ask.end] if ask else [])))[1]
    found = pattern("email_alone").finditer(flow.text, start, end)
    return [Value(one.start(), one.start() + len(address_in(one)), "email") for one in found]


def _loose_addresses(flow: Flow, ask: _Ask | None, values: Sequence[Value]) -> Iterator[Value]:
    """The address that stands without a label in brackets after the organ: 联系(人民路1号,…)."""
    if ask is None or ask.organ is None or any(value.kind == "address" for value in values):
        return
    opened = pattern("ask_bracket").match(flow.text, ask.organ[1], ask.end)
    if opened and pattern("address_alone").search(opened["first"]):
        yield Value(*opened.span("first"), "address")


def _loose_postcodes(flow: Flow, values: Sequence[Value]) -> list[Value]:
    """The postcode that stands without a label right after an address: 人民路1号(266700)."""
    if any(value.kind == "postcode" for value in values):
        return []
    ends = [value.end for value in values if value.kind == "address"]
    found = (pattern("postcode_bare").match(flow.text, end) for end in ends)
    return [Value(*one.span("postcode"), "postcode") for one in found if one]


def _location(flow: Flow, start: int, end: int) -> Location:
    """From the sentence to the last detail, within the passage that it begins in."""
    line_end = flow.text.find("\n", start, end)
    return flow.locate(start, end if line_end < 0 else line_end)


def _all(flow: Flow, values: Iterable[Value], kind: str) -> tuple[Words, ...]:
    return tuple(_words(flow, one.start, one.end) for one in values if one.kind == kind)


def _words(flow: Flow, start: int, end: int) -> Words:
    text = flow.text[start:end].replace(" ", "")
    return Words(text=text, location=flow.locate(start, end))


def _phones(flow: Flow, values: Iterable[Value], kind: str) -> tuple[Phone, ...]:
    return tuple(_phone(flow, one) for one in values if kind in SERVES[one.kind])


def _phone(flow: Flow, value: Value) -> Phone:
    text = flow.text[value.start : value.end]
    digits = text[: text.rfind(value.extension)] if value.extension else text
    parts = phone_parts(digits, value.extension)
    return Phone(
        text=text,
        location=flow.locate(value.start, value.end),
        area_code=parts.area_code,
        number=parts.number,
        extension=parts.extension,
    )
