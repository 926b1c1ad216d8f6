import io

import pytest

from gxcheck import ReadError
from gxcheck.document import Limits, read, read_string, read_text

TEXT = "一、概述\n无。"


def test_every_kind_of_source(tmp_path):
    path = tmp_path / "年报.txt"
    path.write_text(TEXT, encoding="utf-8")
    data = TEXT.encode()
    sources = [path, str(path), data, io.BytesIO(data), io.StringIO(TEXT)]
    documents = [read(source) for source in sources]
    assert all(document.blocks == documents[0].blocks for document in documents)
    assert documents[0].source.name == "年报.txt"
    assert documents[2].source.name == ""
    assert read(data, name="草稿").source.name == "草稿"


def test_what_is_not_there(tmp_path):
    with pytest.raises(ReadError, match=r"找不到“没有\.txt”"):
        read(tmp_path / "没有.txt")
    with pytest.raises(ReadError, match="文件夹"):
        read(tmp_path)
    for name in ("a\x00b", "\ud800", "长" * 5000):
        with pytest.raises(ReadError):
            read(name)


def test_no_permission(tmp_path, monkeypatch):
    path = tmp_path / "秘密.txt"
    path.write_text(TEXT)

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("builtins.open", refuse)
    monkeypatch.setattr("pathlib.Path.open", refuse)
    with pytest.raises(ReadError, match="权限"):
        read(path)


@pytest.mark.parametrize("data", [b"", b" \r\n\t\n", b"\xef\xbb\xbf", "　\n".encode(), b"\x00\x00"])
def test_an_empty_file_is_said_to_be_empty(data):
    with pytest.raises(ReadError, match="空的") as caught:
        read(data)
    assert "empty" in caught.value.english


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"%PDF-1.4", "PDF"),
        (b"PK\x03\x04rest", "压缩包"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "损坏"),
        (b"\x89PNG\r\n\x1a\n", "图片"),
        (b"<html></html>", "网页"),
        (b'{"edition": 2021}', "JSON"),
        (b"\x01\x02\x03\x04\x05\x06\x07\x08 text", "二进制"),
    ],
)
def test_other_formats_are_named(data, words):
    with pytest.raises(ReadError, match=words):
        read(data)


def test_half_a_character_is_told_with_its_place():
    with pytest.raises(ReadError, match="第2行第3列"):
        read_text("一、概述\n共有\ud83d条")


def test_a_stray_nul_is_kept():
    document = read_text("共受理\x00申请3件。")
    assert document.paragraphs[0].text == "共受理\x00申请3件。"


@pytest.mark.parametrize(
    ("limits", "words"),
    [
        (Limits(bytes=10), "字节"),
        (Limits(characters=3), "字符"),
        (Limits(blocks=1), "段落"),
        (Limits(cells=2), "单元格"),
    ],
)
def test_limits(limits, words):
    with pytest.raises(ReadError, match=words):
        read("一、概述\n\t甲\n\t1\n\t2\n\n二、".encode(), limits=limits)


def test_fifty_megabytes_are_refused_at_once():
    with pytest.raises(ReadError, match="字符"):
        read("政府信息".encode() * 4_500_000)


def test_an_open_file_that_gives_neither_text_nor_bytes():
    class Odd:
        def read(self, size):
            return 3

    with pytest.raises(ReadError):
        read(Odd())


@pytest.mark.parametrize("charset", ["utf-8", "gb2312"])
def test_the_source_of_a_web_page_in_memory(charset):
    page = (
        f'<html><head><meta charset="{charset}"></head><body><p>共受理申请3件。</p></body></html>'
    )
    (paragraph,) = read_string(page).paragraphs
    assert paragraph.text == "共受理申请3件。"
    assert page[paragraph.location.offset :].startswith("共受理")
    assert read(io.StringIO(page)).source.format == "html"


def test_a_text_that_begins_with_an_angle_bracket_is_a_text():
    assert read_string("<条例>第四十九条").paragraphs[0].text == "<条例>第四十九条"


def test_a_folder_without_a_name_of_its_own_is_named_as_given(monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)
    with pytest.raises(ReadError, match=r"^“\.”是文件夹"):
        read(".")
