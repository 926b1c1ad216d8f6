"""A page of a Word file with its comments in the margin, as a web page to take a picture of.

LibreOffice shows comments in the margin only in its windows; into a PDF it writes them as notes,
whose words and places are all that is needed here.
"""

from __future__ import annotations

import base64
import subprocess
from collections import Counter
from collections.abc import Iterator, Sequence
from html import escape
from pathlib import Path
from typing import NamedTuple

import pdfplumber
from pdfminer.pdftypes import resolve1
from pdfminer.utils import decode_text

__all__ = ["margin_page"]

_DOTS = 96  # an inch, as browsers count
_POINTS = 72
_MARK = 16  # the width of a number on the page, with the gap beside it
_STYLE = """
body { margin: 0; display: flex; background: #fff; font: 13px/1.45 'Noto Sans CJK SC', sans-serif }
main { position: relative } main img { display: block }
aside { width: 300px; padding: 24px 16px; background: #f3f4f6 }
mark { position: absolute; width: 14px; height: 14px; border-radius: 8px; color: #fff;
  background: #b3541e; font-size: 10px; line-height: 14px; text-align: center }
p { margin: 0 0 10px; padding: 6px 10px; background: #fff; border-left: 3px solid #b3541e;
  white-space: pre-line } b { display: block }
"""


class _Note(NamedTuple):
    """A comment: where it stands on the page, in points from its top left corner, and its words."""

    left: float
    top: float
    words: str


def margin_page(pdf: Path) -> str:
    """The first page of a PDF as HTML, the notes on it numbered and written out beside it."""
    picture = ["pdftoppm", "-r", str(_DOTS), "-f", "1", "-l", "1", "-png", "-hide-annotations"]
    image = subprocess.run([*picture, str(pdf)], check=True, capture_output=True).stdout
    notes = sorted(_notes(pdf), key=lambda note: (note.top, note.left))
    marks = "".join(_marks(notes))
    cards = "".join(_card(number, note) for number, note in enumerate(notes, 1))
    shown = f'<img src="data:image/png;base64,{base64.b64encode(image).decode()}">'
    return (
        f'<!doctype html><meta charset="utf-8"><style>{_STYLE}</style>'
        f"<main>{shown}{marks}</main><aside>{cards}</aside>"
    )


def _notes(pdf: Path) -> Iterator[_Note]:
    with pdfplumber.open(pdf) as file:
        page = file.pages[0]
        for reference in page.page_obj.annots or ():
            note = resolve1(reference)
            if "Rect" in note and "Contents" in note:
                left, _, _, top = note["Rect"]
                yield _Note(left, float(page.height) - top, decode_text(note["Contents"]))


def _marks(notes: Sequence[_Note]) -> Iterator[str]:
    """The numbers on the page; those of one place stand side by side."""
    places: Counter[tuple[int, int]] = Counter()
    for number, note in enumerate(notes, 1):
        left, top = round(note.left * _DOTS / _POINTS), round(note.top * _DOTS / _POINTS)
        aside = places[left, top] * _MARK
        places[left, top] += 1
        yield f'<mark style="left:{left + aside}px;top:{top - 4}px">{number}</mark>'


def _card(number: int, note: _Note) -> str:
    heading, _, rest = note.words.partition("\n")
    return f"<p><b>{number} {escape(heading)}</b>{escape(rest)}</p>"
