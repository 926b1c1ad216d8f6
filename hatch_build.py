"""Adds to the wheel what is made from the rules when it is built."""

from __future__ import annotations

import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CustomBuildHook(BuildHookInterface):  # type: ignore[type-arg]
    """Writes the rules as JSON and as Python functions, and the patterns' code, into the wheel."""

    _folder: TemporaryDirectory[str] | None = None

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Make the files, unless the wheel is an editable one, which reads the YAML."""
        if self.target_name != "wheel" or version == "editable":
            return
        sys.path.insert(0, str(Path(self.root) / "src"))
        from gxcheck.patterns import FILE
        from gxcheck.rules.packs.bundle import json_files, made_files, module_source, pattern_file

        self._folder = TemporaryDirectory(prefix="gxcheck-")
        files = {**json_files(), **made_files()}
        made = {f"_rules/compiled/{name}.json": text for name, text in files.items()}
        made["_compiled.py"] = module_source()
        contents = {name: text.encode("utf-8") for name, text in made.items()}
        contents[FILE] = pattern_file()
        for name, content in contents.items():
            path = Path(self._folder.name) / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
            build_data["force_include"][str(path)] = f"gxcheck/{name}"

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:  # noqa: ARG002
        """Remove what was made."""
        if self._folder:
            self._folder.cleanup()
