"""One rule as it is declared."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Literal, TypeAlias, cast

from msgspec import Struct

from gxcheck.report.lineage import EDITIONS, Edition, applies
from gxcheck.report.model import OrganKind, SpecialOrgan
from gxcheck.rules.model import Level

__all__ = ["VERBS", "Call", "Rule", "Search", "Text", "Texts", "Verb", "rule_from"]

Text: TypeAlias = Mapping[str, str]
Texts: TypeAlias = Mapping[str, Text]
Verb: TypeAlias = Literal["assert", "require", "forbid", "call"]
VERBS: tuple[Verb, ...] = ("assert", "require", "forbid", "call")


class Search(Struct, frozen=True):
    """What `require` and `forbid` look for, and where.

    `patterns` by name; `words` a list, or the name of one; `exceptions` the words within which a
    match is right. `scopes` is empty where the item at hand is searched. `part` is a path that
    must be present.
    """

    part: str = ""
    patterns: Mapping[str, str] | None = None
    words: str | tuple[str, ...] = ()
    exceptions: str | tuple[str, ...] = ()
    scopes: tuple[str, ...] = ()


class Call(Struct, frozen=True):
    """A named check and its options."""

    check: str
    options: Mapping[str, Any]


class Rule(Struct, frozen=True):
    """A rule. Exactly one of `assertion`, `search`, `call` is what `verb` does.

    `messages` and `advice` hold a text in each language by variant. `shipped` tells the rules of
    gxcheck from those of others.
    """

    id: str
    title: Text
    level: Level
    editions: tuple[Edition, ...]
    every_edition: bool
    basis: tuple[str, ...]
    verb: Verb
    messages: Texts
    advice: Texts
    examples: Mapping[str, Sequence[Mapping[str, Any]]]
    kinds: tuple[OrganKind, ...] = ()
    spares: tuple[SpecialOrgan, ...] = ()
    each: str = ""
    when: str = ""
    assertion: str = ""
    search: Search = Search()
    call: Call | None = None
    at: str = ""
    exclusive: bool = False
    yields_to: tuple[str, ...] = ()
    pack: str = ""
    shipped: bool = False

    def text(self, texts: Texts, variant: str, lang: str) -> str:
        """The text of a variant; that of the default where there is no such variant."""
        chosen = texts.get(variant) or texts.get("default")
        return chosen[lang] if chosen else ""


def rule_from(item: Mapping[str, Any], pack: str, *, shipped: bool) -> Rule:
    """A rule from its declaration, which has the right shape already."""
    verb = next(verb for verb in VERBS if verb in item)
    body = item[verb]
    return Rule(
        id=item["id"],
        title=item["title"],
        level=item["level"],
        editions=_editions(item["editions"]),
        every_edition=item["editions"] == "all",
        basis=tuple(item["basis"]),
        verb=verb,
        messages=_texts(item["message"]),
        advice=_texts(item.get("advice", {})),
        examples=item["examples"],
        kinds=tuple(item.get("kinds", ())),
        spares=tuple(item.get("spares", ())),
        each=item.get("each", ""),
        when=item.get("when", ""),
        assertion=_assertion(verb, body),
        search=_search(body) if verb in ("require", "forbid") else Search(),
        call=Call(body["check"], body.get("with", {})) if verb == "call" else None,
        at=item.get("at", ""),
        exclusive=item.get("exclusive", False),
        yields_to=tuple(item.get("yields_to", ())),
        pack=pack,
        shipped=shipped,
    )


def _editions(told: Literal["all"] | Sequence[Edition]) -> tuple[Edition, ...]:
    """The editions that a rule names, and those that extend them."""
    return tuple(one for one in EDITIONS if told == "all" or applies(one, told))


def _assertion(verb: Verb, body: Any) -> str:
    """What must hold: the assertion as written, or that a required part is there."""
    if verb == "require" and "part" in body:
        return f"present({body['part']})"
    return cast("str", body) if verb == "assert" else ""


def _texts(item: Mapping[str, Any]) -> Texts:
    return {"default": item} if "zh" in item else item


def _search(body: Mapping[str, Any]) -> Search:
    patterns = {"": body["pattern"]} if "pattern" in body else body.get("patterns")
    scopes = body.get("in", ())
    return Search(
        part=body.get("part", ""),
        patterns=patterns,
        words=_words(body.get("words", ())),
        exceptions=_words(body.get("except", ())),
        scopes=(scopes,) if isinstance(scopes, str) else tuple(scopes),
    )


def _words(words: object) -> str | tuple[str, ...]:
    return words if isinstance(words, str) else tuple(cast("Sequence[str]", words))
