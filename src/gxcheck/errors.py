"""The errors that gxcheck raises: each says what is wrong, where, and what would be right."""

from __future__ import annotations

from collections.abc import Sequence

__all__ = ["ConfigError", "GxcheckError", "ReadError", "RuleError"]


class GxcheckError(Exception):
    """Whatever gxcheck raises on purpose derives from this.

    `english` says the same in English.
    """

    def __init__(self, message: str, english: str | None = None) -> None:
        super().__init__(message)
        self.english = message if english is None else english

    def told(self, lang: str) -> str:
        """What is wrong, in the language asked for: "zh" or "en"."""
        return self.english if lang == "en" else str(self)


class ReadError(GxcheckError):
    """An input that cannot be read; the text says what to do about it."""


class RuleError(GxcheckError):
    """A rule pack that cannot be used: names the file, the line and the nearest right word.

    `file` is a path or a label of the source; `line` counts from 1 and is None where unknown.
    `message` is the text without them. `others` are what else is wrong with the file, in its
    order; the text tells them too, each in a line of its own.
    """

    def __init__(
        self,
        message: str,
        english: str | None = None,
        *,
        file: str | None = None,
        line: int | None = None,
        others: Sequence[RuleError] = (),
    ) -> None:
        self.message = message
        self.file = file
        self.line = line
        self.others = tuple(others)
        place = ":".join(str(part) for part in (file, line) if part is not None)
        where = f"{place}: " if place else ""
        told = [where + message, *map(str, others)]
        english_told = [where + (english or message), *(one.english for one in others)]
        super().__init__("\n".join(told), "\n".join(english_told))


class ConfigError(RuleError):
    """A configuration file that cannot be used."""
