import pytest

from gxcheck import ReadError
from gxcheck.document import read

TEXT = "一、总体情况\n2021年，我局认真做好政府信息公开工作，共公开信息120条。\n"
TRADITIONAL = "一、總體情況\n本局認真做好政府資訊公開工作，處理申請三件，並無行政訴訟。\n"


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (TEXT.encode(), "utf-8"),
        (TEXT.encode("utf-8-sig"), "utf-8"),
        (TEXT.encode("gb18030"), "gb18030"),
        (TEXT.encode("utf-16"), "utf-16-le"),
        (b"\xfe\xff" + TEXT.encode("utf-16-be"), "utf-16-be"),
        (TEXT.encode("utf-16-le"), "utf-16-le"),
        (TEXT.encode("utf-16-be"), "utf-16-be"),
        (b"\xff\xfe\x00\x00" + TEXT.encode("utf-32-le"), "utf-32-le"),
    ],
)
def test_the_same_text_in_every_encoding(data, encoding):
    document = read(data)
    assert [block.text for block in document.blocks] == TEXT.strip().split("\n")
    assert document.source.encoding == encoding
    assert document.blocks[1].location.offset == 7  # a byte order mark does not count


def test_big5():
    document = read(TRADITIONAL.encode("big5"))
    assert document.source.encoding == "big5"
    assert document.blocks[0].text == "一、總體情況"


def test_ascii_in_utf_16_without_byte_order_mark():
    assert read("annual report".encode("utf-16-le")).blocks[0].text == "annual report"


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030"])
def test_damage_is_told_with_its_place(encoding):
    data = (TEXT * 3).encode(encoding)
    damaged = data[:30] + b"\xff\xff" + data[30:]
    with pytest.raises(ReadError, match="损坏") as caught:
        read(damaged, name="年报.txt")
    assert "年报.txt" in str(caught.value)
    assert "byte" in caught.value.english


def test_a_cut_file_is_damaged():
    with pytest.raises(ReadError, match="损坏"):
        read(TEXT.encode()[:-3])


def test_bytes_that_make_no_sense():
    with pytest.raises(ReadError):
        read(bytes(range(128, 256)) * 4)
