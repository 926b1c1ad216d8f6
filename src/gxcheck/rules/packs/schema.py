"""The shape of a rule file: its JSON Schema, for editors and for packs of others."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import TYPE_CHECKING, Any, Literal, TypeAlias, cast

from gxcheck.data import read_json
from gxcheck.refusals import RefusedError, nearest, told
from gxcheck.report.lineage import EDITIONS

if TYPE_CHECKING:
    from jsonschema import Draft202012Validator
    from jsonschema.exceptions import ValidationError

__all__ = ["ShapeError", "check_shape", "config_schema", "form_schema", "rules_schema"]

Kind: TypeAlias = Literal["rules", "config", "form"]
Reason: TypeAlias = tuple[str, Mapping[str, object]]
"""A key of the words of shape in rules/refusals.yml, and what fills them."""

_VERBS = ("assert", "require", "forbid", "call")


class ShapeError(RefusedError):
    """A rule file of the wrong shape. `path` leads to the value, or to the key where it is one."""

    group = "shape"

    def __init__(self, key: str, path: Sequence[str | int], /, **values: object) -> None:
        self.path = tuple(path)
        super().__init__(key, **values)


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
    """The schema as its file has it, with the editions that there are forms of."""
    schema: dict[str, Any] = read_json(f"schemas/{kind}.json")
    return {**schema, "$defs": {**schema["$defs"], "edition": {"enum": [*EDITIONS]}}}


def check_shape(value: object, kind: Kind = "rules") -> None:
    """Raise `ShapeError` for the first thing that is wrong with a file's shape."""
    found = _validator(kind).iter_errors(value)
    errors = sorted(found, key=lambda error: [str(part) for part in error.path])
    if errors:
        error = _deepest(errors[0])
        path = list(error.absolute_path)
        unknown = _unknown_keys(error)
        if unknown:
            path.append(unknown[0])
        key, values = _reason(error, unknown)
        raise ShapeError(key, path, **values)


@cache
def _validator(kind: Kind) -> Draft202012Validator:
    from jsonschema import Draft202012Validator

    return Draft202012Validator(_schema(kind))


def _deepest(error: ValidationError) -> ValidationError:
    """The alternative that came furthest says most; one of another type says least."""
    while error.context and not _is_choice_of_verb(error):
        error = max(
            error.context, key=lambda part: (part.validator != "type", len(part.absolute_path))
        )
    return error


def _is_choice_of_verb(error: ValidationError) -> bool:
    choices = error.validator_value
    return isinstance(choices, list) and {"required": ["assert"]} in choices


def _properties(error: ValidationError) -> Mapping[str, Any]:
    schema = error.schema
    return schema.get("properties", {}) if isinstance(schema, Mapping) else {}


def _unknown_keys(error: ValidationError) -> list[str]:
    if error.validator != "additionalProperties":
        return []
    return [key for key in cast("Iterable[str]", error.instance) if key not in _properties(error)]


def _reason(error: ValidationError, unknown: Sequence[str]) -> Reason:
    if unknown:
        hint = nearest(unknown[0], _properties(error))
        return "unknown_key", {"key": unknown[0], "hint": hint}
    if isinstance(error.instance, dict) and _is_choice_of_verb(error):
        here = ", ".join(verb for verb in _VERBS if verb in error.instance)
        return "verbs", {"verbs": ", ".join(_VERBS), "here": here or told("values", "none")}
    if error.validator == "enum":
        choices = list(map(str, cast("Iterable[object]", error.validator_value)))
        hint = nearest(str(error.instance), choices)
        told_choices = ", ".join(choices)
        return "no_choice", {"value": error.instance, "choices": told_choices, "hint": hint}
    return _plain_reason(error)


def _plain_reason(error: ValidationError) -> Reason:
    """What is wrong with one value, in words for people who do not know JSON Schema."""
    value, wanted = error.instance, error.validator_value
    schema = error.schema if isinstance(error.schema, Mapping) else {}
    match error.validator:
        case "required":
            there = cast("Mapping[str, object]", value)
            missing = (name for name in cast("Sequence[str]", wanted) if name not in there)
            return "missing", {"key": next(missing)}
        case "type" if value is None:
            return "nothing", {"kind": told("values", str(wanted))}
        case "type":
            return "wrong_kind", {"value": str(value)[:80], "kind": told("values", str(wanted))}
        case "minItems" | "minLength" | "minProperties":
            return "empty", {}
        case "pattern":
            return "unlike", {"value": value, "wanted": schema.get("description", wanted)}
    return "other", {"why": str(error.message)[:300]}
