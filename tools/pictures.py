"""Takes the pictures of the guide from the real thing: python -m tools.pictures.

It needs Chromium with its driver, LibreOffice and poppler's pdftoppm, and the extra `test`.
"""

from __future__ import annotations

import shutil
import socket
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import uvicorn
from selenium import webdriver
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.support.ui import WebDriverWait

from gxcheck.web.app import create_app
from tools.margin import margin_page

ROOT = Path(__file__).resolve().parents[1]
PICTURES = ROOT / "docs" / "pictures"
REPORTS = ROOT / "examples" / "reports"
_FLAGS = "headless no-sandbox disable-gpu disable-quic no-first-run disable-sync hide-scrollbars"
_FIRST_PAGE = 'pdf:writer_pdf_Export:{"PageRange":{"type":"string","value":"1"}}'


def main() -> None:
    """Take all pictures."""
    with tempfile.TemporaryDirectory() as folder, _browser() as browser, _service() as address:
        page = Path(folder) / "review.html"
        _gxcheck("check", str(REPORTS / "faulty.txt"), "--format", "html", "-o", str(page))
        _review(browser, page)
        _identity(browser, page)
        _serve(browser, address)
        _comments(browser, Path(folder))


def _review(browser: webdriver.Chrome, page: Path) -> None:
    browser.set_window_size(1400, 1050)
    browser.get(page.as_uri())
    browser.save_screenshot(str(PICTURES / "review.png"))


def _identity(browser: webdriver.Chrome, page: Path) -> None:
    """A broken identity, with its cells lit."""
    browser.get(page.as_uri())
    browser.execute_script(
        "const card = [...document.querySelectorAll('.card')]"
        ".find((one) => one.querySelector('code').textContent === 'reviews-total');"
        "document.getElementById('place-' + card.dataset.finding)"
        ".scrollIntoView({block: 'center', behavior: 'instant'}); card.focus();"
    )
    time.sleep(1)
    browser.save_screenshot(str(PICTURES / "identity.png"))


def _serve(browser: webdriver.Chrome, address: str) -> None:
    browser.set_window_size(1200, 900)
    browser.get(address)
    files = [REPORTS / "faulty.txt", REPORTS / "sound.txt"]
    browser.find_element("id", "files").send_keys("\n".join(map(str, files)))
    WebDriverWait(browser, 60).until(
        lambda _: len(browser.find_elements("css selector", "[data-review]")) == len(files)
    )
    time.sleep(1)
    browser.save_screenshot(str(PICTURES / "serve.png"))


def _comments(browser: webdriver.Chrome, folder: Path) -> None:
    """A draft in Word with its comments in the margin."""
    draft, commented = folder / "draft.docx", folder / "commented.docx"
    _gxcheck("form", "2021", "--year", "2025", "--organ", "青禾县水务局", "-o", str(draft))
    _gxcheck("check", str(draft), "--format", "docx", "-o", str(commented))
    profile = (folder / "profile").as_uri()
    office = ["soffice", f"-env:UserInstallation={profile}", "--headless"]
    convert = ["--convert-to", _FIRST_PAGE, "--outdir", str(folder), str(commented)]
    subprocess.run([*office, *convert], check=True)
    page = folder / "margin.html"
    page.write_text(margin_page(folder / "commented.pdf"), "utf-8")
    browser.set_window_size(1130, 1130)
    browser.get(page.as_uri())
    browser.save_screenshot(str(PICTURES / "comments.png"))


def _gxcheck(*arguments: str) -> None:
    subprocess.run([sys.executable, "-m", "gxcheck", *arguments], check=False)


@contextmanager
def _browser() -> Iterator[webdriver.Chrome]:
    options = webdriver.ChromeOptions()
    options.binary_location = shutil.which("chromium") or ""
    for flag in _FLAGS.split():
        options.add_argument(f"--{flag}")
    browser = webdriver.Chrome(options, Service(shutil.which("chromedriver")))
    yield browser
    browser.quit()


@contextmanager
def _service() -> Iterator[str]:
    listener = socket.create_server(("127.0.0.1", 0))
    server = uvicorn.Server(uvicorn.Config(create_app(), log_level="critical"))
    thread = threading.Thread(target=server.run, args=([listener],), daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{listener.getsockname()[1]}/"
    server.should_exit = True
    thread.join(10)


if __name__ == "__main__":
    main()
