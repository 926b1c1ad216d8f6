"""The text of a rule pack: read within limits, with the line of every value for errors."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, NamedTuple, TypeAlias

from gxcheck.data import load_yaml_text
from gxcheck.errors import RuleError
from gxcheck.lazy import lazy
from gxcheck.refusals import Told, told

__all__ = ["Complaint", "PackSource", "YamlPath"]

_BYTES = 1_000_000
_DEPTH = 40
_TOLD = 50


YamlPath: TypeAlias = "tuple[str | int, ...]"


class Complaint(NamedTuple):
    """What is wrong with a value of a file, and the path that leads to it, or to its key."""

    why: Told
    path: YamlPath


class PackSource:
    """One file of rules, as it stands on the disk."""

    def __init__(self, text: str, file: str, error: type[RuleError] = RuleError) -> None:
        self.file = file
        self._text = text
        self._error = error

    @classmethod
    def read(cls, path: Path, error: type[RuleError] = RuleError) -> PackSource:
        """The file at `path`; raises `error` where it cannot be read, and for all else."""
        try:
            with path.open("rb") as stream:
                data = stream.read(_BYTES + 1)
        except OSError as reason:
            raise error(*told("file", "unread", why=reason.strerror), file=str(path)) from None
        if len(data) > _BYTES:
            raise error(*told("file", "too_large", most=_BYTES), file=str(path))
        try:
            return cls(data.decode("utf-8-sig"), str(path), error)
        except UnicodeDecodeError:
            raise error(*told("file", "no_text"), file=str(path)) from None

    def load(self) -> Any:
        """What the file says; raises `RuleError` with the line where it is no YAML."""
        import yaml

        try:
            self._check_depth()
            values = load_yaml_text(self._text)
            self._check_keys()
            return values
        except yaml.MarkedYAMLError as error:
            mark = error.problem_mark
            line = mark.line + 1 if mark else None
            raise self._wrong("no_yaml", line, why=error.problem) from None
        except (yaml.YAMLError, ValueError) as error:
            raise self._wrong("no_yaml", None, why=error) from None

    def _check_depth(self) -> None:
        import yaml

        depth = 0
        for event in yaml.parse(self._text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader)):
            if isinstance(event, (yaml.MappingStartEvent, yaml.SequenceStartEvent)):
                depth += 1
                if depth > _DEPTH:
                    line = event.start_mark.line + 1 if event.start_mark else None
                    raise self._wrong("too_deep", line, most=_DEPTH)
            elif isinstance(event, (yaml.MappingEndEvent, yaml.SequenceEndEvent)):
                depth -= 1

    def _check_keys(self) -> None:
        """Refuse a key that stands twice in one place: of what it says the first would be lost."""
        waiting = [self._root]
        while waiting:
            node = waiting.pop()
            if node is None or node.id == "scalar":
                continue
            if node.id == "sequence":
                waiting += node.value
                continue
            seen: set[str] = set()
            for key, value in node.value:
                if key.id == "scalar" and key.value in seen:
                    raise self._wrong("key_twice", key.start_mark.line + 1, key=key.value)
                seen.add(str(key.value))
                waiting.append(value)

    @lazy
    def _root(self) -> Any:
        """The nodes of the text, which know their lines; None for an empty one."""
        import yaml

        return yaml.compose(self._text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))

    def error(
        self, why: Told, path: Sequence[str | int], others: Sequence[RuleError] = ()
    ) -> RuleError:
        """The error about the value, or the key, at the end of a path."""
        return self._error(*why, file=self.file, line=self.line(path), others=others)

    def check(self, complaints: Iterable[Complaint]) -> None:
        """Raise the error that tells the complaints, in the order of the file, if any.

        Of very many only the first are told.
        """
        found = sorted(complaints, key=lambda one: self.line(one.path) or 0)[:_TOLD]
        if found:
            first, *others = found
            raise self.error(*first, [self.error(*one) for one in others])

    def _wrong(self, key: str, line: int | None, /, **values: object) -> RuleError:
        """The error about the file itself."""
        return self._error(*told("file", key, **values), file=self.file, line=line)

    def line(self, path: Sequence[str | int]) -> int | None:
        """The line, from 1, of what stands at a path, or of the last part of it that is there."""
        node = self._root
        line = None
        for step in path:
            found = _child(node, step)
            if found is None:
                break
            line, node = found
        return line


def _child(node: Any, step: str | int) -> tuple[int, Any] | None:
    """The line and the node one step further; the line of a value in a mapping is its key's."""
    if node.id == "sequence":
        inside = isinstance(step, int) and 0 <= step < len(node.value)
        return (node.value[step].start_mark.line + 1, node.value[step]) if inside else None
    for key, value in node.value if node.id == "mapping" else ():
        if key.value == str(step):
            return key.start_mark.line + 1, value
    return None
