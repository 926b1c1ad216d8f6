"""What rules/forms/ declares of each edition, and how one declaration is laid over another."""

from __future__ import annotations

from copy import deepcopy
from functools import cache
from typing import Any, TypeAlias, cast

from gxcheck.data import read_yaml
from gxcheck.report.lineage import Edition, extended

__all__ = ["Declaration", "declaration", "merged"]

Declaration: TypeAlias = "dict[str, Any]"


@cache
def declaration(edition: Edition) -> Declaration:
    """The whole declaration of an edition's form. Callers must not change it."""
    own = cast("Declaration", read_yaml(f"forms/{edition}.yml"))
    base = extended(edition)
    return own if base is None else cast("Declaration", merged(declaration(base), own))


def merged(base: Any, change: Any) -> Any:
    """A declaration with another laid over it: mappings by key, sections by role, words joined."""
    if isinstance(base, dict) and isinstance(change, dict):
        both = {key: value for key, value in base.items() if change.get(key, "") is not None}
        for key, value in change.items():
            if value is not None:
                both[key] = merged(base[key], value) if key in base else value
        return both
    if isinstance(base, list) and isinstance(change, list):
        if any(isinstance(one, dict) for one in (*base, *change)):
            by_name = {_name_of(one): one for one in base}
            for one in change:
                by_name[_name_of(one)] = merged(by_name.get(_name_of(one), {}), one)
            return list(by_name.values())
        return list(dict.fromkeys((*base, *change)))
    return deepcopy(change)


def _name_of(item: Declaration) -> object:
    """What tells a section or a block of rows from the others of its list."""
    return item.get("role") or item.get("header")
