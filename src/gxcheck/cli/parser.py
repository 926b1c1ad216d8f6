"""A parser of arguments that helps in the user's language, with the words of rules/usage.yml."""

from __future__ import annotations

import argparse
import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Any, NoReturn

from gxcheck.data import read_yaml

__all__ = ["Parser", "Told"]

_USAGE = "usage: "  # with what argparse begins a usage, in colors or not
_OF_ARGUMENT = re.compile(r"argument (?P<name>\S+): (?P<wrong>.+)", re.DOTALL)
_COULD_NOT = 2


class Told:
    """The words of the help, in the language that the arguments ask for.

    They are read only when someone asks for help or errs: else the keys stand in their place.
    """

    def __init__(self, given: Sequence[str]) -> None:
        self._lang = _language(given)
        self._wanted = not {"-h", "--help"}.isdisjoint(given)

    def __call__(self, key: str) -> str:
        """The help under a key."""
        return self.words("help", key) if self._wanted else key

    def words(self, group: str, key: str, **values: str) -> str:
        """The words under a key of a group, filled with the values."""
        template: str = read_yaml("usage.yml")[group][key][self._lang]
        return template.format(**values)

    def error(self, message: str) -> str:
        """What argparse says of the arguments, as this language says it."""
        of_argument = _OF_ARGUMENT.fullmatch(message)
        if of_argument is None:
            return self._said(message)
        wrong = self._said(of_argument["wrong"])
        return self.words("words", "argument", name=of_argument["name"], wrong=wrong)

    def _said(self, english: str) -> str:
        for known in read_yaml("usage.yml")["errors"]:
            found = re.fullmatch(known["english"], english, re.DOTALL)
            if found and self._lang in known:
                template: str = known[self._lang]
                return template.format(**found.groupdict())
        return english


def _language(given: Sequence[str]) -> str:
    """What `--lang` names, looked for before the arguments are understood; Chinese by default."""
    english = "--lang=en" in given or ("--lang", "en") in pairwise(given)
    return "en" if english else "zh"


class Parser(argparse.ArgumentParser):
    """A parser whose help and errors are told in one language.

    `about` is the key of what it is for; the keyword arguments are argparse's.
    """

    def __init__(self, *, told: Told, about: str, **given: Any) -> None:
        super().__init__(add_help=False, description=told(about), **given)
        self._told = told
        self._arguments = self.add_argument_group(told("arguments"))
        self._choices = self.add_argument_group(told("options"))
        self.option("-h", "--help", about="help", action="help")

    def argument(self, name: str, about: str, **given: Any) -> None:
        """Take an argument that is told by its place; `about` is the key of its help."""
        self._arguments.add_argument(name, help=self._told(about), **given)

    def option(self, *names: str, about: str, **given: Any) -> None:
        """Take an option; `about` is the key of its help."""
        self._choices.add_argument(*names, help=self._told(about), **given)

    def format_usage(self) -> str:
        """The lines that show what can be given."""
        return self._in_language(super().format_usage())

    def format_help(self) -> str:
        """The whole help."""
        return self._in_language(super().format_help())

    def error(self, message: str) -> NoReturn:
        """End with exit code 2, told what can be given and what is wrong with what was."""
        told = self._told.words("words", "error") + self._told.error(message)
        self.exit(_COULD_NOT, f"{self.format_usage()}{self.prog}{told}\n")

    def _in_language(self, text: str) -> str:
        return self._told.words("words", "usage") + text.replace(_USAGE, "", 1)
