"""Loads what lies under rules/: the declarative facts that gxcheck ships."""

from __future__ import annotations

import os
from functools import cache
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import Any

from msgspec import json

__all__ = [
    "built",
    "load_yaml_text",
    "names_in",
    "read_compiled",
    "read_json",
    "read_yaml",
    "rules_folder",
]


@cache
def built() -> ModuleType | None:
    """The module that is generated from the rules when the wheel is built; None in a checkout."""
    try:
        return import_module("gxcheck._compiled")
    except ModuleNotFoundError:
        return None


@cache
def rules_folder() -> Path:
    """The folder of the shipped rules: inside the wheel, or beside `src/` in a checkout."""
    here = Path(__file__).resolve().parent
    shipped = here / "_rules"
    return shipped if shipped.is_dir() else here.parents[1] / "rules"


@cache
def _compiled_folder() -> str | None:
    """Where the wheel has the rules ready made; None in a checkout."""
    folder = rules_folder() / "compiled"
    return str(folder) if folder.is_dir() else None


def names_in(folder: str) -> tuple[str, ...]:
    """The names of the YAML files in a folder below the rules folder, without their ending."""
    names = os.listdir(rules_folder() / folder)
    return tuple(sorted(name[:-4] for name in names if name.endswith(".yml")))


@cache
def read_json(name: str) -> Any:
    """The JSON file `name` (a path below the rules folder). Callers must not change it."""
    return json.decode((rules_folder() / name).read_bytes())


def read_compiled(name: str) -> Any:
    """What the wheel carries ready made under a name; None in a checkout."""
    folder = _compiled_folder()
    if folder is None:
        return None
    with open(f"{folder}/{name}.json", "rb") as file:
        return json.decode(file.read())


@cache
def read_yaml(name: str) -> Any:
    """The YAML file `name` (a path below the rules folder). Callers must not change it.

    A wheel carries every such file as JSON besides, which is read a hundred times faster.
    """
    compiled = read_compiled(name)
    if compiled is not None:
        return compiled
    return load_yaml_text((rules_folder() / name).read_text("utf-8"))


def load_yaml_text(text: str) -> Any:
    """YAML with the scalars of YAML 1.2: `yes` and `12:30` stay text, `012` is 12.

    Aliases are refused, since a few lines of them unfold to gigabytes.
    Raises `yaml.YAMLError`.
    """
    import yaml

    if "*" in text:
        for event in yaml.parse(text, Loader=_loader()):
            if isinstance(event, yaml.AliasEvent):
                mark: Any = event.start_mark
                raise yaml.MarkedYAMLError(problem="aliases are not allowed", problem_mark=mark)
    return yaml.load(text, Loader=_loader())


@cache
def _loader() -> Any:
    import re

    import yaml

    base: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

    class Loader(base):  # type: ignore[misc]  # the C class has no types
        """PyYAML's safe loader with the scalars of YAML 1.2."""

    scalars = {
        "bool": (r"^(?:true|True|TRUE|false|False|FALSE)$", "tTfF"),
        "int": (r"^[-+]?[0-9]+$", "-+0123456789"),
        "float": (
            r"^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?$",
            "-+0123456789.",
        ),
        "null": (r"^(?:~|null|Null|NULL|)$", ["~", "n", "N", ""]),
    }
    Loader.yaml_implicit_resolvers = {}
    for kind, (pattern, first) in scalars.items():
        Loader.add_implicit_resolver(f"tag:yaml.org,2002:{kind}", re.compile(pattern), list(first))
    Loader.add_constructor("tag:yaml.org,2002:int", lambda _, node: int(node.value))
    return Loader
