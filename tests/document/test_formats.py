import io
import zipfile

import pytest

from gxcheck.document import detect


def zipped(name: str, content: str = "x") -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr(name, content)
    return file.getvalue()


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"", "text"),
        ("一、概述".encode(), "text"),
        ("一、概述".encode("gb18030"), "text"),
        (b"%PDF-1.7\n", "pdf"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1rest", "ole"),
        (b"{\\rtf1\\ansi}", "rtf"),
        (b"\x89PNG\r\n\x1a\n", "image"),
        (b"\xff\xd8\xff\xe0", "image"),
        (b"Rar!\x1a\x07\x00", "archive"),
        (zipped("word/document.xml"), "docx"),
        (zipped("xl/workbook.xml"), "xlsx"),
        (zipped("OFD.xml"), "ofd"),
        (zipped("mimetype", "application/vnd.oasis.opendocument.text"), "odt"),
        (zipped("报告.txt"), "archive"),
        (b"<!DOCTYPE html><p>", "html"),
        (b"\xef\xbb\xbf \n<HTML lang=zh>", "html"),
        (b'<?xml version="1.0"?>\n<html>', "html"),
        (b"<!-- saved -->\n<div>", "html"),
        (b'<?xml version="1.0"?><note/>', "xml"),
        ("\ufeff<html>".encode("utf-16-le"), "html"),
        (b'{"edition": 2021}', "json"),
        (b'\xef\xbb\xbf\n {\n  "edition": 2021}', "json"),
        ('\ufeff{"a": 1}'.encode("utf-16-le"), "json"),
        (b"{}", "json"),
        ("{占位}一、概述".encode(), "text"),
        ("<附件> 一、概述".encode(), "text"),
        ("见 %PDF-1.7".encode(), "text"),
    ],
)
def test_the_format_shows_in_the_content(data, expected):
    assert detect(data) == expected
