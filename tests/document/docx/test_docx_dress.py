"""Filled-in forms as offices really save them: whatever surrounds a figure, each is found."""

import random
from collections.abc import Callable

import pytest
from lxml import etree
from lxml.etree import _Element
from word_files import WORD, unzipped, zipped
from word_forms import form

from gxcheck.document import read
from gxcheck.report.tables.reader import read_tables

Dress = Callable[[_Element], None]
AUTHOR = {"id": "1", "author": "甲"}


def element(name: str, *children: _Element, text: str = "", **values: str) -> _Element:
    made = etree.Element(f"{{{WORD}}}{name}")
    made.text = text or None
    for key, value in values.items():
        made.set(f"{{{WORD}}}{key}", value)
    made.extend(children)
    return made


def wrapped(inner: _Element, *names: str, **values: str) -> None:
    """Put elements around one, the last name next to it."""
    parent = inner.getparent()
    at = parent.index(inner)
    for name in reversed(names):
        inner = element(name, inner, **values)
    parent.insert(at, inner)


def runs(cell: _Element) -> list[_Element]:
    return [run for run in cell.iter("{*}r") if run.find("{*}t") is not None]


def in_control(cell: _Element) -> None:
    wrapped(cell, "sdt", "sdtContent")


def row_in_control(cell: _Element) -> None:
    wrapped(next(cell.iterancestors("{*}tr")), "sdt", "sdtContent")


def linked(cell: _Element) -> None:
    for run in runs(cell):
        wrapped(run, "hyperlink", "smartTag")


def tracked(cell: _Element) -> None:
    for run in runs(cell):
        old = element("r", element("delText", text="777"))
        run.addprevious(element("del", old, **AUTHOR))
        wrapped(run, "ins", **AUTHOR)


def in_changed_form(cell: _Element) -> None:
    former = element("tcPr", element("gridSpan", val="4"), element("vMerge"))
    cell.find("{*}tcPr").append(element("tcPrChange", former, **AUTHOR))


def with_hidden_text(cell: _Element) -> None:
    hidden = element("rPr", element("vanish"))
    cell.find("{*}p").append(element("r", hidden, element("t", text="99")))


def in_box(cell: _Element) -> None:
    for run in runs(cell):
        paragraph = run.getparent()
        box = element("txbxContent", element("p", run))
        paragraph.append(element("r", element("pict", box)))


def nested(cell: _Element) -> None:
    inner = element("tc", element("tcPr"), *cell.findall("{*}p"))
    cell.extend([element("tbl", element("tr", inner)), element("p")])


def computed(cell: _Element) -> None:
    for run in runs(cell):
        begin, separate, end = (
            element("r", element("fldChar", fldCharType=kind))
            for kind in ("begin", "separate", "end")
        )
        told = element("r", element("instrText", text=" =SUM(LEFT) "))
        for one in (begin, told, separate):
            run.addprevious(one)
        run.addnext(end)


def with_note(cell: _Element) -> None:
    cell.find("{*}p").append(element("r", element("footnoteReference", id="2")))


def beside_deleted(cell: _Element) -> None:
    gone = element("tcPr", element("cellDel", **AUTHOR))
    cell.addnext(element("tc", gone, element("p", element("r", element("t", text="666")))))


def after_deleted_row(cell: _Element) -> None:
    gone = element("tc", element("p", element("r", element("t", text="555"))))
    told = element("trPr", element("del", **AUTHOR))
    next(cell.iterancestors("{*}tr")).addprevious(element("tr", told, gone))


DRESSES: tuple[Dress, ...] = (
    *(in_control, row_in_control, linked, tracked, in_changed_form, with_hidden_text, in_box),
    *(nested, computed, with_note, beside_deleted, after_deleted_row),
)


@pytest.mark.parametrize("edition", [2019, 2021])
@pytest.mark.parametrize("dress", DRESSES)
def test_every_number_of_a_dressed_form(edition, dress):
    data, given = form(edition)
    parts = unzipped(data)
    root = etree.fromstring(parts["word/document.xml"])
    chance = random.Random(dress.__name__)
    for cell in list(root.iter("{*}tc")):
        if chance.random() < 0.4:
            dress(cell)
    document = read(zipped({**parts, "word/document.xml": etree.tostring(root)}))
    found = read_tables(document).figures
    assert {path: figure.value for path, figure in found.items()} == given
