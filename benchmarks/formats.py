"""Seconds a report in each format, beside the bare parse of the same bytes and beside peers.

Word files and pages are made of one of our own reports as real ones are made (`pages.py`); the
official form and PDFs are used where they lie beside the checkout.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import docx
import lxml.html
import mammoth
import pdfplumber
from bs4 import BeautifulSoup
from lxml import etree

from benchmarks.pages import web_page, word_file
from benchmarks.timing import Work, milliseconds, show
from gxcheck.document import read

__all__ = ["run"]

Peers = Mapping[str, Callable[[bytes], object]]
_PARTS = tuple(
    f"word/{name}"
    for name in ("document", "styles", "numbering", "settings", "footnotes", "header", "footer")
)


def run(text: Path, words: Sequence[Path], pdfs: Sequence[Path]) -> None:
    """Time all formats; `text` is the report that Word files and pages are made of."""
    document = read(text)
    files = {"our report": word_file(document)}
    files |= {path.name: path.read_bytes() for path in words}
    peers: Peers = {"lxml": _parts, "python-docx": _python_docx, "mammoth": _mammoth}
    _show("Word (goal: at most 3 × lxml's parse of the same parts)", files, peers)
    pages = {
        f"{name}, {len(page) // 1024} KB": page
        for name, page in (
            ("plain", web_page(document, False, 100)),
            ("of Word's spans", web_page(document, True, 40)),
            ("with long menus", web_page(document, True, 200)),
        )
    }
    peers = {"lxml": lxml.html.fromstring, "BeautifulSoup": _soup}
    _show("HTML (goal: at most 3 × lxml's parse of the same page)", pages, peers)
    files = {path.name: path.read_bytes() for path in pdfs}
    _show("PDF (goal: at least 8 × faster than pdfplumber)", files, {"pdfplumber": _plumber})


def _show(title: str, files: Mapping[str, bytes], peers: Peers) -> None:
    """Print seconds a report, ours and the peers', and how ours stands to each."""
    rows = [(name, _row(data, peers)) for name, data in files.items()]
    show(f"{title}: seconds a report", rows)


def _row(data: bytes, peers: Peers) -> str:
    works: dict[str, Work] = {"gxcheck": lambda: read(data)}
    works |= {name: _work(peer, data) for name, peer in peers.items()}
    times = milliseconds(works, rounds=7)
    told = [f"gxcheck {times['gxcheck'] / 1000:.4f}"]
    told += [
        f"{name} {times[name] / 1000:.4f} (ours {times['gxcheck'] / times[name]:.2f} ×)"
        for name in peers
    ]
    return "   ".join(told)


def _work(peer: Callable[[bytes], object], data: bytes) -> Work:
    return lambda: peer(data)


def _parts(data: bytes) -> list[object]:
    """The bare parse of the parts that have text or say how it is set."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        names = [name for name in archive.namelist() if name.startswith(_PARTS)]
        return [etree.fromstring(archive.read(name)) for name in names]


def _python_docx(data: bytes) -> list[list[str]]:
    document = docx.Document(io.BytesIO(data))
    cells = [[cell.text for row in table.rows for cell in row.cells] for table in document.tables]
    return [[paragraph.text for paragraph in document.paragraphs], *cells]


def _mammoth(data: bytes) -> str:
    converted: str = mammoth.convert_to_html(io.BytesIO(data)).value
    return converted


def _soup(data: bytes) -> list[list[str]]:
    soup = BeautifulSoup(data, "lxml")
    return [
        [cell.get_text() for cell in table.find_all(["td", "th"])]
        for table in soup.find_all("table")
    ]


def _plumber(data: bytes) -> list[list[list[list[str | None]]]]:
    with pdfplumber.open(io.BytesIO(data)) as document:
        return [page.extract_tables() for page in document.pages]
