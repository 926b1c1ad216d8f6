"""The shape of a rule file: its JSON Schema, for editors and for packs of others."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import TYPE_CHECKING, Any, Literal, TypeAlias, cast

from gxcheck.data import read_json
from gxcheck.refusals import meant, nearest, nearest_word, told
from gxcheck.report.lineage import EDITIONS
from gxcheck.rules.language.scopes import section_roles
from gxcheck.rules.packs.options import call_schema
from gxcheck.rules.packs.source import Complaint

if TYPE_CHECKING:
    from jsonschema import Draft202012Validator
    from jsonschema.exceptions import ValidationError

__all__ = ["config_schema", "form_schema", "rules_schema", "shape_complaints"]

Kind: TypeAlias = Literal["rules", "config", "form", "corpus"]
Reason: TypeAlias = tuple[str, Mapping[str, object]]

_VERBS = ("assert", "require", "forbid", "call")


def rules_schema() -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of a rule file. Callers must not change it."""
    return _schema("rules")


def config_schema() -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of a configuration file. Callers must not change it."""
    return _schema("config")


def form_schema() -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of a form. Callers must not change it."""
    return _schema("form")


@cache
def _schema(kind: Kind) -> dict[str, Any]:
    """The schema as its file has it, with what forms and checks there are."""
    schema: dict[str, Any] = read_json(f"schemas/{kind}.json")
    known: dict[str, object] = {"edition": {"enum": [*EDITIONS]}}
    if kind == "rules":
        known["role"] = {"enum": [*section_roles()]}
        known["call"] = call_schema(schema["$defs"]["call"])
    return {**schema, "$defs": {**schema["$defs"], **known}}


def shape_complaints(value: object, kind: Kind = "rules") -> Sequence[Complaint]:
    """What is wrong with a file's shape."""
    errors = (part for error in _validator(kind).iter_errors(value) for part in _deepest(error))
    found = (complaint for error in errors for complaint in _complaints(error))
    return list(dict.fromkeys(found))  # each key that is missing comes as often as there are some


@cache
def _validator(kind: Kind) -> Draft202012Validator:
    from jsonschema import Draft202012Validator

    return Draft202012Validator(_schema(kind))


def _deepest(error: ValidationError) -> Iterator[ValidationError]:
    """The alternative that came furthest says most; one for other values altogether says least."""
    if not error.context or _is_choice_of_verb(error):
        yield error
        return
    best = max(
        error.context,
        key=lambda part: (part.validator not in ("type", "const"), len(part.absolute_path)),
    )
    for part in error.context:
        if part.schema_path[0] == best.schema_path[0]:  # of the same alternative
            yield from _deepest(part)


def _is_choice_of_verb(error: ValidationError) -> bool:
    choices = error.validator_value
    return isinstance(choices, list) and {"required": ["assert"]} in choices


def _properties(error: ValidationError) -> Mapping[str, Any]:
    schema = error.schema
    return schema.get("properties", {}) if isinstance(schema, Mapping) else {}


def _complaints(error: ValidationError) -> Iterator[Complaint]:
    """What is wrong with a value; what only follows from keys that are misspelt is not told."""
    path, misspelt = tuple(error.absolute_path), _misspelt(error)
    if error.validator == "additionalProperties":
        for key, word in misspelt.items():
            why = told("shape", "unknown_key", key=key, hint=meant(word))
            yield Complaint(why, (*path, key))
    elif error.validator == "required":
        there = {*cast("Mapping[str, object]", error.instance), *misspelt.values()}
        for key in cast("Sequence[str]", error.validator_value):
            if key not in there:
                yield Complaint(told("shape", "missing", key=key), path)
    elif not _is_choice_of_verb(error) or set(_VERBS).isdisjoint(misspelt.values()):
        name, values = _reason(error)
        yield Complaint(told("shape", name, **values), path)


def _misspelt(error: ValidationError) -> Mapping[str, str | None]:
    """The keys of a mapping that are unknown, and which may be meant by each."""
    if not isinstance(error.instance, Mapping):
        return {}
    known = _properties(error)
    return {str(key): nearest_word(str(key), known) for key in error.instance if key not in known}


def _reason(error: ValidationError) -> Reason:
    """A key of the words of shape in rules/refusals.yml, and what fills them."""
    if isinstance(error.instance, dict) and _is_choice_of_verb(error):
        here = ", ".join(verb for verb in _VERBS if verb in error.instance)
        return "verbs", {"verbs": ", ".join(_VERBS), "here": here or told("values", "none")}
    if error.validator in ("enum", "const"):
        wanted = error.validator_value if error.validator == "enum" else [error.validator_value]
        choices = list(map(str, cast("Iterable[object]", wanted)))
        hint = nearest(str(error.instance), choices)
        told_choices = ", ".join(choices)
        return "no_choice", {"value": error.instance, "choices": told_choices, "hint": hint}
    return _plain_reason(error)


def _plain_reason(error: ValidationError) -> Reason:
    """What is wrong with one value, in words for people who do not know JSON Schema."""
    value, wanted = error.instance, error.validator_value
    schema = error.schema if isinstance(error.schema, Mapping) else {}
    match error.validator:
        case "type" if value is None:
            return "nothing", {"kind": told("values", str(wanted))}
        case "type":
            return "wrong_kind", {"value": str(value)[:80], "kind": told("values", str(wanted))}
        case "minItems" | "minLength" | "minProperties":
            return "empty", {}
        case "maxItems" | "maxLength" | "maxProperties":
            return "too_long", {"most": wanted}
        case "minimum":
            return "too_small", {"value": value, "least": wanted}
        case "uniqueItems":
            return "twice", {}
        case "pattern":
            return "unlike", {"value": value, "wanted": told("wanted", schema["x-wanted"])}
    return "other", {"why": str(error.message)[:300]}
