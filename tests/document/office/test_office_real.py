"""Old Word files that LibreOffice itself made, from our own reports."""

import random
import threading
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest

import form_files
from form_reports import REPORTS
from gxcheck import ReadError
from gxcheck.document import read
from gxcheck.report import recognise
from gxcheck.rules.values import figures_of

NAMES = ("department-2019", "government-2021-faults")


@pytest.fixture(scope="session")
def old(office):
    """The reports as .doc."""
    files = {f"{name}.docx": form_files.docx(REPORTS[name]()) for name in NAMES}
    return office.converted(files, "doc:MS Word 97")


@pytest.mark.parametrize("name", NAMES)
def test_every_cell(old, name):
    report = REPORTS[name]()
    told, found = (read(data) for data in (form_files.docx(report), old[name]))
    assert found.source.format == "doc"
    assert [block.normal for block in found.paragraphs] == [b.normal for b in told.paragraphs]
    assert [_cells(table) for table in found.tables] == [_cells(table) for table in told.tables]
    raw = {path: figure.raw for path, figure in figures_of(recognise(found)).items()}
    assert raw == {p: f.raw for p, f in figures_of(recognise(told)).items()}


def _cells(table):
    return [(c.normal, c.row, c.column, c.row_span, c.column_span) for r in table.rows for c in r]


def test_mutations_are_read_or_refused(old):
    source = random.Random(4)
    for length in (5_000, len(old[NAMES[0]]) - 3_000):
        with pytest.raises(ReadError, match="损坏"):
            read(old[NAMES[0]][:length])
    for _ in range(3):
        data = bytearray(old[NAMES[0]])
        for _ in range(40):
            data[source.randrange(512, len(data))] = source.randrange(256)
        try:
            found = read(bytes(data)).blocks
        except ReadError:
            continue
        assert found


def test_nothing_is_fetched_from_the_net(office):
    asked: list[str] = []

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self):
            asked.append(self.path)
            self.send_error(404)

        do_HEAD = do_OPTIONS = do_PROPFIND = do_GET  # noqa: N815  # named by the protocol

        def log_message(self, *_):
            pass

    server = HTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    address = f"http://127.0.0.1:{server.server_port}/picture.png"
    page = f'<p>一、总体情况</p><img src="{address}" width=90 height=90><p>完</p>'.encode()
    made = office.converted({"p.html": page}, "doc:MS Word 97", reads="HTML (StarWriter)")
    assert asked, "the link does not stand in the file"
    asked.clear()
    assert [block.text for block in read(made["p"]).paragraphs] == ["一、总体情况", "完"]
    server.shutdown()
    server.server_close()
    assert asked == []
