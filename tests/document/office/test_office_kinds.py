"""What is refused before LibreOffice is asked at all."""

import random
import struct

import pytest
from compound_files import MAGIC, SECTOR, compound, word_head

from gxcheck import ReadError
from gxcheck.document import read
from gxcheck.document.office import kind, reader
from gxcheck.document.office.kind import refused_as

TABLE = {"1Table": b"table"}
WORD = compound({"WordDocument": word_head(), **TABLE})


@pytest.mark.parametrize(
    ("data", "key"),
    [
        (WORD, None),
        (compound({"WordDocument": word_head(flags=0), "0Table": b""}), None),
        (compound({"WordDocument": word_head(flags=0x0300), **TABLE}), "encrypted"),
        (compound({"WordDocument": word_head(version=0x65), **TABLE}), "office_older"),
        (compound({"WordDocument": word_head(ident=0xA5DC), **TABLE}), "office_older"),
        (compound({"WordDocument": word_head(ident=0), **TABLE}), "office_damaged"),
        (compound({"WordDocument": word_head(), "0Table": b""}), "office_damaged"),
        (compound({"EncryptionInfo": b"", "EncryptedPackage": b""}), "encrypted"),
        (compound({"Workbook": b""}), "office_workbook"),
        (compound({"Book": b""}), "office_workbook"),
        (compound({"PowerPoint Document": b""}), "office_slides"),
        (compound({"\u4840\u3b3f": b"a database of an installer"}), "ole"),
        (compound({}), "ole"),
        (MAGIC, "office_damaged"),
        (MAGIC + random.Random(1).randbytes(20_000), "office_damaged"),
        (MAGIC + bytes(20_000), "office_damaged"),
    ],
)
def test_the_kind_of_a_file(data, key):
    assert refused_as(data) == key


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (compound({"EncryptedPackage": b""}), "密码"),
        (compound({"Workbook": b""}), "表格"),
        (compound({"PowerPoint Document": b""}), "演示文稿"),
        (compound({"Other": b""}), "不是Word文档"),
        (MAGIC + b"x" * 5000, "损坏"),
    ],
)
def test_words_for_each(data, words, monkeypatch):
    monkeypatch.setattr(reader, "find_soffice", lambda: pytest.fail("LibreOffice was asked"))
    with pytest.raises(ReadError, match=words) as caught:
        read(data, name="年报.doc")
    assert "年报.doc" in str(caught.value)
    assert caught.value.english.replace("年报.doc", "").isascii()


def test_a_truncated_file_is_damaged():
    lengths = range(0, len(WORD) - SECTOR + 1, 97)
    keys = {refused_as(WORD[:length]) for length in lengths}
    assert keys == {"office_damaged"}


def test_five_hundred_mutations_are_told_from_a_document_or_pass_for_one():
    source = random.Random(20)
    seen = set()
    for _ in range(500):
        data = bytearray(WORD)
        for _ in range(source.randint(1, 12)):
            # the header, the directory and the table of sectors are what can lead astray
            place = source.choice((source.randrange(8, 560), source.randrange(16 * 512, len(data))))
            data[place] = source.choice((0, 1, 0xFE, 0xFF, source.randrange(256)))
        seen.add(refused_as(bytes(data)))
    assert seen <= {None, "office_damaged", "office_older", "encrypted", "ole"}
    assert {None, "office_damaged"} <= seen


def test_chains_that_go_in_circles_end():
    data = bytearray(WORD)
    table = len(data) - SECTOR
    for number in range(20):
        struct.pack_into("<I", data, table + 4 * number, 0)
    assert refused_as(bytes(data)) == "office_damaged"


def test_a_word_document_inside_another_file_does_not_make_it_one():
    names = compound({"Workbook": b"", "ObjectPool": b""})
    assert kind.refused_as(names) == "office_workbook"
