"""What all tests share: the way to what lies beside the checkout."""

from __future__ import annotations

import gc
import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from conversion import Office
from shell import Shell

if TYPE_CHECKING:
    from selenium.webdriver.chrome.webdriver import WebDriver

SHARED = Path(__file__).resolve().parents[2] / "shared"


def pytest_collection_finish() -> None:
    """What was collected stays to the end: Python need not look through it again and again."""
    gc.collect()
    gc.freeze()


def _missing(what: str, where: str = f"in {SHARED}") -> None:
    """In CI the test fails; on a stranger's machine it is left out and says why."""
    reason = f"{what} is not {where}"
    if os.environ.get("CI"):
        pytest.fail(reason)
    pytest.skip(reason)


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of others' material beside the checkout."""
    if not SHARED.is_dir():
        _missing("others' material")
    return SHARED


@pytest.fixture(scope="session")
def seed_path() -> Callable[[str], Path]:
    """The path of a real report by its name or number; they are others' and not kept here."""

    def path(stem: str) -> Path:
        found = sorted((SHARED / "seeds").glob(f"{stem}*.txt"))
        if len(found) != 1:
            _missing(f"the real report {stem}")
        return found[0]

    return path


@pytest.fixture(scope="session")
def browser() -> Iterator[WebDriver]:
    """Headless Chromium, steered by its own driver; nothing in it reaches beyond this machine."""
    if not (shutil.which("chromium") and shutil.which("chromedriver")):
        _missing("chromium with chromedriver", "on this machine")
    from selenium import webdriver
    from selenium.webdriver.chrome.service import Service

    options = webdriver.ChromeOptions()
    options.binary_location = shutil.which("chromium") or ""
    for flag in (
        "headless",
        "no-sandbox",
        "disable-gpu",
        "disable-quic",
        "no-first-run",
        "disable-background-networking",
        "disable-component-update",
        "disable-sync",
        "window-size=1400,1000",
    ):
        options.add_argument(f"--{flag}")
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    driver = webdriver.Chrome(options, Service(shutil.which("chromedriver")))
    yield driver
    driver.quit()


@pytest.fixture(scope="session")
def program() -> Callable[..., str]:
    """The path of a program that tests make files with, by any of its names."""

    def path(*names: str) -> str:
        found = next(filter(None, map(shutil.which, names)), None)
        if found is None:
            _missing(names[0], "the path of programs")
        return found or ""

    return path


@pytest.fixture
def shell(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Shell:
    """Runs commands and scripts, and tells what they have shown."""
    return Shell(monkeypatch, capsys)


@pytest.fixture(scope="session")
def office(
    program: Callable[..., str], tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Office]:
    """An office that opens what we write and makes files of other formats of it."""
    opened = Office(program("soffice", "libreoffice"), tmp_path_factory.mktemp("office"))
    yield opened
    opened.close()
