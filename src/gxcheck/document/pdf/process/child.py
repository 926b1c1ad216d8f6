"""The child process that reads PDFs: a request on standard input, its answer on standard output.

Here is where PDFium runs, and all that works on a stranger's file: a crash, a hang or a flood of
memory ends this process and nothing else.
"""

from __future__ import annotations

import contextlib
import gc
import os
import sys
from math import ceil

from gxcheck.document.pdf.drafts import CellDraft, Remark, TableDraft, TextDraft
from gxcheck.document.pdf.protocol import (
    Answer,
    Found,
    Refusal,
    Refused,
    Request,
    SentBox,
    SentCell,
    SentRemark,
    SentTable,
    SentText,
    pack,
    read_request,
)
from gxcheck.document.pdf.remarks import is_scan
from gxcheck.document.pdf.shown.page import Box, Page

__all__ = ["main"]

_FEW = 12  # characters a page, below which a file with scans has no text
_GARBLED = 0.1  # share of characters that nobody knows


def main() -> None:
    """Answer requests until there are no more."""
    source, target = os.dup(0), os.dup(1)
    _silence()
    gc.disable()
    while True:
        request = read_request(lambda size: os.read(source, size))
        if request is None:
            return
        data = _data(source, request.length)
        _limit(request.memory, request.seconds)
        _write(target, pack(_answer(data, request)))
        _limit(0, 0)
        gc.collect()
        gc.freeze()


def _silence() -> None:
    """Let nothing that a library prints get between the answers."""
    nowhere = os.open(os.devnull, os.O_RDWR)
    for number in (0, 1, 2):
        os.dup2(nowhere, number)


def _data(source: int, length: int) -> bytes:
    data = bytearray()
    while len(data) < length:
        piece = os.read(source, min(length - len(data), 1 << 20))
        if not piece:
            sys.exit(0)
        data += piece
    return bytes(data)


def _write(target: int, data: bytes) -> None:
    view = memoryview(data)
    while view:
        view = view[os.write(target, view) :]


def _limit(memory: int, seconds: int) -> None:
    """Let the system end this process beyond its limits, also if the parent is gone."""
    with contextlib.suppress(ImportError, AttributeError, ValueError, OSError):
        import resource
        import signal

        if memory:
            _, most = resource.getrlimit(resource.RLIMIT_AS)
            resource.setrlimit(resource.RLIMIT_AS, (memory, most))
            signal.signal(signal.SIGALRM, signal.SIG_DFL)
        signal.alarm(ceil(seconds) + 1 if seconds else 0)


def _answer(data: bytes, request: Request) -> Answer:
    try:
        return _read(data, request)
    except Refused as refused:
        return refused.refusal
    except MemoryError:
        return Refusal("pdf_too_much")
    except RecursionError:
        return Refusal("pdf_damaged")


def _read(data: bytes, request: Request) -> Found:
    from gxcheck.document.pdf.layout import lay_out
    from gxcheck.document.pdf.shown.extract import pages

    found = list(pages(data, request.pages, request.characters))
    _check_text(found)
    layout = lay_out(found)
    blocks = [
        _table(draft) if isinstance(draft, TableDraft) else _text(draft) for draft in layout.drafts
    ]
    return Found(blocks, [_remark(remark) for remark in layout.remarks])


def _check_text(pages: list[Page]) -> None:
    """Refuse what has no text, or text that nobody can tell: it is a scan, or as good as one."""
    characters = sum(len(page.glyphs) for page in pages)
    scans = sum(map(is_scan, pages))
    if scans * 2 > len(pages) or (scans and characters < _FEW * len(pages)):
        raise Refused("pdf_scan")
    if not characters:
        raise Refused("pdf_scan" if any(page.pictures for page in pages) else "pdf_empty")
    if sum(page.unmapped for page in pages) > _GARBLED * characters:
        raise Refused("pdf_garbled")


def _text(draft: TextDraft) -> SentText:
    return SentText(draft.text, draft.page, _box(draft.box), draft.role)


def _table(table: TableDraft) -> SentTable:
    cells = [_cell(cell) for cell in sorted(table.cells, key=lambda c: (c.row, c.column))]
    return SentTable(table.height, table.page, _box(table.box), table.ruled, cells)


def _cell(cell: CellDraft) -> SentCell:
    spans = cell.row_span, cell.column_span
    return SentCell(cell.text, cell.row, cell.column, *spans, cell.page, _box(cell.box))


def _remark(remark: Remark) -> SentRemark:
    return SentRemark(remark.key, remark.page, _box(remark.box) if remark.box else None)


def _box(box: Box) -> SentBox:
    left, top, right, bottom = (round(edge, 1) for edge in box)
    return left, top, right, bottom


if __name__ == "__main__":
    main()
