"""The shape of a rule file: its JSON Schema, for editors and for packs of others."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import TYPE_CHECKING, Any, Literal, TypeAlias, cast

from gxcheck.data import read_json
from gxcheck.report.lineage import EDITIONS
from gxcheck.rules.nearest import nearest

if TYPE_CHECKING:
    from jsonschema import Draft202012Validator
    from jsonschema.exceptions import ValidationError

__all__ = ["ShapeError", "check_shape", "config_schema", "form_schema", "rules_schema"]

Kind: TypeAlias = Literal["rules", "config", "form"]

_KINDS = {
    "array": "a list",
    "boolean": "true or false",
    "integer": "a whole number",
    "number": "a number",
    "object": "a mapping of keys to values",
    "string": "a text",
}
_VERBS = ("assert", "require", "forbid", "call")


class ShapeError(Exception):
    """A rule file of the wrong shape. `path` leads to the value, or to the key where it is one."""

    def __init__(self, message: str, path: Sequence[str | int]) -> None:
        self.message = message
        self.path = tuple(path)
        super().__init__(message)


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
        raise ShapeError(_words(error, unknown), path)


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


def _words(error: ValidationError, unknown: Sequence[str]) -> str:
    if unknown:
        return f"unknown key {unknown[0]!r}{nearest(unknown[0], _properties(error))}"
    if isinstance(error.instance, dict) and _is_choice_of_verb(error):
        verbs = [verb for verb in _VERBS if verb in error.instance]
        return f"a rule has exactly one of {', '.join(_VERBS)}; here: {', '.join(verbs) or 'none'}"
    if error.validator == "enum":
        choices = list(map(str, cast("Iterable[object]", error.validator_value)))
        return f"{error.instance!r} is none of {', '.join(choices)}" + nearest(
            str(error.instance), choices
        )
    return _plain_words(error)


def _plain_words(error: ValidationError) -> str:
    """What is wrong with one value, in words for people who do not know JSON Schema."""
    value, wanted = error.instance, error.validator_value
    schema = error.schema if isinstance(error.schema, Mapping) else {}
    match error.validator:
        case "required":
            there = cast("Mapping[str, object]", value)
            missing = (name for name in cast("Sequence[str]", wanted) if name not in there)
            return f"{next(missing)!r} is missing"
        case "type" if value is None:
            return f"nothing stands here; it must be {_KINDS[str(wanted)]}"
        case "type":
            return f"{str(value)[:80]!r} is not {_KINDS[str(wanted)]}"
        case "minItems" | "minLength" | "minProperties":
            return "it must not be empty"
        case "pattern":
            return f"{value!r} does not match: {schema.get('description', wanted)}"
    return str(error.message)[:300]
