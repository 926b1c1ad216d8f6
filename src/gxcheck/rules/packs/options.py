"""What named checks take as their options, from rules/schemas/checks.json.

The file has a JSON Schema for the options of each check, whose references lead into that of rule
files. Beyond their shape, some texts in it have a `format`: a pattern, a word that is looked for, a
figure of a report, the name of a word list.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple, TypeAlias

from gxcheck.data import read_json

__all__ = ["Formatted", "call_schema", "formatted"]

Schema: TypeAlias = Mapping[str, Any]
Path: TypeAlias = "tuple[str | int, ...]"


class Formatted(NamedTuple):
    """A text among the options of a check that has to be more than a text, and where it is."""

    format: str
    text: str
    path: Path


def call_schema(call: Schema) -> Schema:
    """The schema of a call, with the options of every check."""
    return {**call, "allOf": [_taken(name, options) for name, options in _checks().items()]}


def _taken(check: str, options: Schema) -> Schema:
    """The part of the schema that is for the calls of one check."""
    named = {"required": ["check"], "properties": {"check": {"const": check}}}
    needed = {"required": ["with"]} if "required" in options else {}
    return {"if": named, "then": {**needed, "properties": {"with": _closed(options)}}}


def _closed(options: Schema) -> Schema:
    return {"type": "object", "additionalProperties": False, "properties": {}, **options}


def _checks() -> Mapping[str, Schema]:
    found: Mapping[str, Schema] = read_json("schemas/checks.json")
    return found


def formatted(check: str, options: Mapping[str, Any]) -> Iterator[Formatted]:
    """The texts with a format among the options of a check, which have the right shape already."""
    definitions: Mapping[str, Schema] = read_json("schemas/rules.json")["$defs"]
    waiting: list[tuple[Schema, object, Path]] = [(_checks().get(check, {}), options, ())]
    while waiting:
        schema, value, path = waiting.pop()
        if "$ref" in schema:
            schema = definitions[schema["$ref"].rpartition("/")[2]]
        if isinstance(value, str):
            if "format" in schema:
                yield Formatted(schema["format"], value, path)
        elif isinstance(value, Mapping):
            named = schema.get("properties", {})
            others = schema.get("additionalProperties", {})
            waiting += [(named.get(key, others), one, (*path, key)) for key, one in value.items()]
        elif isinstance(value, list):
            items = schema.get("items", {})
            waiting += [(items, one, (*path, place)) for place, one in enumerate(value)]
