"""Damaged files, by hundreds: a document or a `ReadError`, and no number that is not the file's."""

import random
from collections.abc import Iterator
from pathlib import Path

import pytest
from pdf_files import Sheets

from gxcheck.document import read
from gxcheck.document.model import Document
from gxcheck.errors import ReadError

XS = (80.0, 200.0, 300.0, 400.0, 500.0)
ROUNDS = {"own": 350, "real": 90}


def report() -> bytes:
    sheets = Sheets()
    for page in range(2):
        sheets.prose(80, "全年主动公开政府信息五千余条，制发行政规范性文件八件。")
        rows = [
            (f"第{page}项", *(str(1000 * page + 10 * row + k) for k in range(3)))
            for row in range(8)
        ]
        sheets.grid(XS, [150 + 30 * row for row in range(9)], rows)
        sheets.next_page()
    return sheets.bytes()


def mutations(data: bytes, count: int) -> Iterator[bytes]:
    """Cut off, with bits turned, with bytes overwritten, removed or doubled; always the same."""
    chance = random.Random(20260131)
    for number in range(count):
        kind = number % 5
        changed = bytearray(data)
        at = chance.randrange(len(data))
        if kind == 0:
            del changed[at:]
        elif kind == 1:
            for _ in range(chance.randint(1, 8)):
                changed[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
        elif kind == 2:
            changed[at : at + 16] = chance.randbytes(16)
        elif kind == 3:
            del changed[at : at + chance.randint(1, 64)]
        else:
            changed[at:at] = changed[at : at + chance.randint(1, 64)]
        yield bytes(changed)


def figures(document: Document) -> set[str]:
    cells = (cell for table in document.tables for row in table.rows for cell in row)
    return {cell.normal for cell in cells if cell.normal.isdecimal()}


def survive(data: bytes, count: int) -> tuple[int, int]:
    """How many mutations were read, and how many of them show a figure the original has not."""
    known = figures(read(data))
    readable = invented = crashes = 0
    for changed in mutations(data, count):
        try:
            document = read(changed)
        except ReadError as error:
            crashes += "reading process" in error.english
            continue
        readable += 1
        invented += not figures(document) <= known
    assert not crashes
    return readable, invented


@pytest.mark.parametrize("source", ["own", "real"])
def test_mutations(source: str, request: pytest.FixtureRequest) -> None:
    if source == "own":
        data = report()
    else:
        shared: Path = request.getfixturevalue("shared")
        data = (shared / "reports/huaian-2024.pdf").read_bytes()
    readable, invented = survive(data, ROUNDS[source])
    assert readable > 0
    assert invented <= 1
