"""The errors that gxcheck raises: each says what is wrong, where, and what would be right."""

from __future__ import annotations

__all__ = ["ConfigError", "GxcheckError", "ReadError", "RuleError"]


class GxcheckError(Exception):
    """Whatever gxcheck raises on purpose derives from this."""


class ReadError(GxcheckError):
    """An input that cannot be read; the text says what to do about it.

    `english` says the same in English.
    """

    def __init__(self, message: str, english: str | None = None) -> None:
        super().__init__(message)
        self.english = message if english is None else english


class RuleError(GxcheckError):
    """A rule pack that cannot be used: names the file, the line and the nearest right word.

    `file` is a path or a label of the source; `line` counts from 1 and is None where unknown.
    """

    def __init__(self, message: str, *, file: str | None = None, line: int | None = None) -> None:
        self.message = message
        self.file = file
        self.line = line
        where = ":".join(str(part) for part in (file, line) if part is not None)
        super().__init__(f"{where}: {message}" if where else message)


class ConfigError(RuleError):
    """A configuration file that cannot be used."""
