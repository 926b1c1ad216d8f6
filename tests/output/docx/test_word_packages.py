"""Files that are unlike others, or broken, and yet can be read: they can be commented too."""

import pytest
from commented_files import AT, TYPES, anchored_words, comments_of, find, finding, parts_of
from commented_files import commented_at as commented_words
from word_files import OFFICE, PACKAGE, WORD, docx, p, part, r, zipped

from gxcheck.checking import Review
from gxcheck.document import read
from gxcheck.output.docx import commented
from gxcheck.report import recognise

FILE = docx(p("收到", r("申请", props="<w:b/>"), "三件"))
COMMENTS = f'Type="{OFFICE}/comments"'
EMPTY = f'<w:comments xmlns:w="{WORD}"/>'


def rels(*relations: str) -> str:
    return f'<Relationships xmlns="{PACKAGE}/relationships">{"".join(relations)}</Relationships>'


def with_parts(**changed: str | bytes | None) -> bytes:
    """The file with parts changed, added or taken away; `__` stands for the folder."""
    names = {
        "types": "[Content_Types].xml",
        "rels": "word/_rels/document.xml.rels",
        "main": "word/document.xml",
        "comments": "word/comments.xml",
    }
    parts: dict[str, str | bytes] = {"[Content_Types].xml": TYPES, **parts_of(FILE)}
    for key, value in changed.items():
        parts.pop(names[key], None)
        if value is not None:
            parts[names[key]] = value
    return zipped(parts)


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (with_parts(), "word/comments.xml"),
        (with_parts(rels=None), "word/comments.xml"),
        (with_parts(types=None), "word/comments.xml"),
        (with_parts(rels=rels(f'<Relationship Id="x" {COMMENTS} Target="a.xml"/>')), "word/a.xml"),
        (with_parts(rels=rels('<Relationship Id="rId1"/>')), "word/comments.xml"),
        (
            with_parts(
                rels=rels(f'<Relationship Id="rId3" {COMMENTS} Target="a" TargetMode="External"/>')
            ),
            "word/comments.xml",
        ),
        (with_parts(comments=EMPTY), "word/comments.xml"),
        (with_parts(comments="<other/>"), "word/comments1.xml"),
    ],
)
def test_relations_that_are_lost_or_broken(data, name):
    new = commented_words(data, "到申")
    assert comments_of(new, name)[1][0].endswith("rule-0")
    assert anchored_words(new)[1] == "到申"
    relations = parts_of(new)["word/_rels/document.xml.rels"].decode()
    assert f'Target="{name.removeprefix("word/")}"' in relations
    types = parts_of(new)["[Content_Types].xml"].decode()
    assert f'PartName="/{name}"' in types
    again = commented_words(new, "到申")
    assert parts_of(again).keys() == parts_of(new).keys()
    assert anchored_words(again) == anchored_words(new)


def test_a_file_in_utf_16():
    main = parts_of(FILE)["word/document.xml"].decode()
    data = with_parts(main=main.replace("UTF-8", "UTF-16").encode("utf-16"))
    assert anchored_words(commented_words(data, "到申"))[1] == "到申"


def test_a_part_in_another_encoding():
    main = parts_of(FILE)["word/document.xml"].decode()
    data = with_parts(main=main.replace("UTF-8", "GB18030").encode("gb18030"))
    new = commented_words(data, "请三")
    assert anchored_words(new)[1] == "请三"
    assert "GB18030" in parts_of(new)["word/document.xml"].decode("gb18030")


def test_the_strict_variant():
    strict = "http://purl.oclc.org/ooxml/"
    parts = {
        name: xml.decode()
        .replace(WORD, f"{strict}wordprocessingml/main")
        .replace(OFFICE, f"{strict}officeDocument/relationships")
        for name, xml in parts_of(with_parts(rels=rels())).items()
    }
    data = zipped(parts)
    review = Review(report=recognise(read(data)), findings=(finding(find(data, "到申")),))
    new = parts_of(commented(data, review, at=AT))
    assert b'<w:commentRangeStart w:id="1"/>' in new["word/document.xml"]
    assert WORD.encode() not in new["word/document.xml"]


@pytest.mark.parametrize("prefix", ["ns0", ""])
def test_another_prefix_or_none(prefix):
    main = parts_of(FILE)["word/document.xml"].decode()
    before = f"{prefix}:" if prefix else ""
    space = f'xmlns:{prefix}="{WORD}"' if prefix else f'xmlns="{WORD}"'
    main = main.replace(f'xmlns:w="{WORD}"', space).replace("<w:", f"<{before}")
    data = with_parts(main=main.replace("</w:", f"</{before}"))
    new = commented_words(data, "到申")
    assert anchored_words(new)[1] == "到申"
    assert commented_words(new, "到申") == new


def test_markup_among_the_words():
    text = "<w:t>收<!-- > -->到</w:t><w:t><![CDATA[申<请]]></w:t><w:t>三&lt;件</w:t>"
    data = docx(p(f"<w:r>{text}</w:r>", "<?pi > ?>", '<w:r w:a=">"><w:t>办结</w:t></w:r>'))
    new = anchored_words(commented_words(data, "三<", "结", "申<请"))
    assert (new[1], new[2], new[3]) == ("三<", "结", "申<请")


def test_a_main_part_elsewhere():
    root = f'<Relationship Id="r" Type="{OFFICE}/officeDocument" Target="/word/sub/main.xml"/>'
    parts = {"_rels/.rels": rels(root), "word/sub/main.xml": parts_of(FILE)["word/document.xml"]}
    new = parts_of(commented_words(zipped({"[Content_Types].xml": TYPES, **parts}), "到申"))
    assert {"word/sub/comments.xml", "word/sub/_rels/main.xml.rels"} < new.keys()
    assert b'PartName="/word/sub/comments.xml"' in new["[Content_Types].xml"]


def test_entries_of_one_name_leave_the_one_that_is_read():
    import io
    import warnings
    import zipfile

    file = io.BytesIO(with_parts())
    with zipfile.ZipFile(file, "a") as archive, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        archive.writestr("word/document.xml", part("document", f"<w:body>{p('新文')}</w:body>"))
    assert anchored_words(commented_words(file.getvalue(), "新"))[1] == "新"
