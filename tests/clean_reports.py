"""The clean reports of our own (tests/reports/clean/), with what a careful reader finds in each."""

from functools import cache
from pathlib import Path
from typing import Any

import yaml

import gxcheck
from gxcheck.document.normalise import normalise

FOLDER = Path(__file__).parent / "reports"


@cache
def expectations() -> dict[str, dict[str, Any]]:
    """What each report holds, by the name of its file."""
    return yaml.load((FOLDER / "clean.yml").read_text("utf-8"), yaml.CSafeLoader)


def path_of(name: str) -> Path:
    return FOLDER / "clean" / f"{name}.txt"


@cache
def text_of(name: str) -> str:
    return path_of(name).read_text("utf-8")


@cache
def review_of(name: str) -> gxcheck.Review:
    return gxcheck.review(path_of(name))


def plain(text: str) -> str:
    """Normal dress, as the model keeps words."""
    return normalise(text).text
