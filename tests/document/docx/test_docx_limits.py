"""What is hostile, damaged or no Word file is refused in words, and nothing else ever happens."""

import random
import re
import struct

import pytest
from word_files import docx, p, part, r, tbl, tc, unzipped, zipped
from word_forms import form

from gxcheck import ReadError
from gxcheck.document import Limits, read
from gxcheck.document.docx import read_docx
from gxcheck.document.docx.places import Places
from gxcheck.document.model import Document

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def refused(data: bytes, words: str, **limits: int) -> None:
    with pytest.raises(ReadError, match=words) as caught:
        read(data, limits=Limits(**limits), name="年报.docx")
    assert "年报.docx" in caught.value.english


def with_part(name: str, content: str | bytes, data: bytes | None = None) -> bytes:
    return zipped({**unzipped(data or docx("正文")), name: content})


def test_a_password():
    stream = "EncryptedPackage".encode("utf-16-le")
    refused(OLE + b"\x00" * 600 + stream, "密码")
    locked = bytearray(docx("正文"))
    entry = locked.index(b"PK\x01\x02")
    locked[entry + 8] |= 1
    refused(bytes(locked), "密码")


def test_parts_that_are_not_there():
    files = unzipped(docx("正文"))
    without = {name: data for name, data in files.items() if name != "word/document.xml"}
    refused(zipped(without), "没有Word正文")
    loose = {name: data for name, data in files.items() if not name.endswith(".rels")}
    assert read(zipped(loose)).paragraphs[0].text == "正文"


def test_the_main_part_under_another_name():
    files = unzipped(docx("正文"))
    files["word/other.xml"] = files.pop("word/document.xml")
    files["_rels/.rels"] = files["_rels/.rels"].replace(b"word/document.xml", b"/word/Other.xml")
    assert read(zipped(files)).paragraphs[0].text == "正文"


@pytest.mark.parametrize("kind", ["docm", "dotx", "dotm"])
def test_templates_and_files_with_macros(kind):
    types = f"application/vnd.openxmlformats-officedocument.{kind}.main+xml"
    data = with_part("[Content_Types].xml", f"<Types><Override ContentType='{types}'/></Types>")
    assert read(data, name=f"年报.{kind}").paragraphs[0].text == "正文"


def test_a_zip_that_is_cut_or_no_zip_within():
    data = docx("正文")
    refused(data[:-40], "损坏")
    refused(data[:200], "损坏|压缩包")
    refused(b"PK\x03\x04 word/ and nothing more", "损坏")


def test_broken_xml_is_not_guessed_at():
    whole = unzipped(docx("正文"))["word/document.xml"]
    refused(with_part("word/document.xml", whole[:-30]), r"word/document\.xml")
    refused(with_part("word/document.xml", b""), r"word/document\.xml")
    refused(with_part("word/document.xml", b"\xff\xfe<\x00a"), r"word/document\.xml")
    styles = docx("正文", parts={"styles": "<w:styles"})
    refused(styles, r"word/styles\.xml")


def test_entities_and_document_types():
    evil = '<!DOCTYPE w:document [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>'
    whole = unzipped(docx("正文"))["word/document.xml"].decode()
    bomb = whole.replace("?>", "?>" + evil).replace("正文", "&b;")
    refused(with_part("word/document.xml", bomb), "DOCTYPE")
    wide = bomb.replace("UTF-8", "UTF-16").encode("utf-16")
    refused(with_part("word/document.xml", wide), "DOCTYPE")
    seven = bomb.replace("UTF-8", "UTF-7").replace("<!DOCTYPE", "+ADwAIQ-DOCTYPE")
    refused(with_part("word/document.xml", seven), "DOCTYPE|损坏")
    outside = '<!DOCTYPE a SYSTEM "file:///etc/passwd">'
    refused(with_part("word/document.xml", whole.replace("?>", "?>" + outside)), "DOCTYPE")
    refused(with_part("word/document.xml", whole.replace("正文", "&x;")), "损坏")


def test_what_lies_outside_is_never_followed(tmp_path):
    secret = tmp_path / "secret.xml"
    secret.write_text(part("hdr", p("秘密")))
    mark = '<w:sectPr><w:headerReference w:type="default" r:id="header1"/></w:sectPr>'
    data = docx("正文", parts={"header1": part("hdr", p("页眉"))}, section=mark)
    rels = unzipped(data)["word/_rels/document.xml.rels"].decode()
    for target in (secret.as_uri(), f"/../../../../../..{secret}", str(secret)):
        changed = rels.replace('Target="header1.xml"', f'Target="{target}"')
        found = read(with_part("word/_rels/document.xml.rels", changed, data))
        assert [block.text for block in found.paragraphs] == ["正文"]
    linked = rels.replace('Target="header1.xml"', 'Target="header1.xml" TargetMode="External"')
    assert len(read(with_part("word/_rels/document.xml.rels", linked, data)).paragraphs) == 1


def test_a_bomb_is_seen_before_it_unpacks():
    bomb = with_part("word/media/image1.bmp", b"\x00" * 40_000_000)
    assert len(bomb) < 100_000
    refused(bomb, "解压后")
    refused(docx("正文"), "解压后", unpacked=100)
    assert read(with_part("word/media/image1.bmp", b"\x00" * 5_000_000)).paragraphs


def test_a_directory_that_lies_about_sizes():
    data = bytearray(with_part("word/document.xml", part("document", " " * 3_000_000)))
    while (entry := data.find(b"PK\x01\x02")) >= 0:
        size = struct.unpack_from("<L", data, entry + 24)[0]
        if size > 1_000_000:
            struct.pack_into("<L", data, entry + 24, 500)
        data[entry : entry + 4] = b"PK\x01\x00"
    refused(bytes(data.replace(b"PK\x01\x00", b"PK\x01\x02")), "损坏")


def test_many_parts_long_parts_and_much_markup():
    many = zipped({**unzipped(docx("正文")), **{f"word/{n}.xml": "" for n in range(50)}})
    refused(many, "超过40个", entries=40)
    assert read(many).paragraphs
    refused(docx("正文" * 1000), "太大", part=5000)
    refused(docx(*[p()] * 2000), "太大", markup=3000)


def test_long_texts_and_large_tables():
    refused(docx("正文" * 100), "字符", characters=150)
    refused(docx(*["正文"] * 20), "段落", blocks=10)
    refused(docx(tbl(*[["甲", "乙"]] * 20)), "单元格", cells=30)


def test_numbers_cannot_swell_a_small_file():
    swollen = part(
        "numbering",
        '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="2147483647"/>'
        f'<w:numFmt w:val="lowerRoman"/><w:lvlText w:val="{"%1" * 100_000}"/></w:lvl>'
        '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>',
    )
    numbered = p(props='<w:numPr><w:numId w:val="1"/></w:numPr>')
    data = docx(*[numbered] * 2000, parts={"numbering": swollen})
    refused(data, "字符", characters=100_000)
    assert max(len(block.text) for block in read(data).paragraphs) < 1000


def nested(depth: int) -> list[str]:
    tables = p("内")
    boxes = p("内")
    for _ in range(depth):
        tables = tbl([tc(tables)])
        boxes = p(r(f"<w:pict><w:txbxContent>{boxes}</w:txbxContent></w:pict>"))
    controls = "<w:sdt><w:sdtContent>" * depth + p("内") + "</w:sdtContent></w:sdt>" * depth
    return [tables, boxes, controls]


@pytest.mark.parametrize("depth", [1, 20, 40])
def test_deep_nesting_is_read(depth):
    for body in nested(depth):
        assert [block.text for block in read(docx(body)).paragraphs] == ["内"]


@pytest.mark.parametrize("depth", [300, 2000])
def test_absurd_nesting_is_refused(depth):
    for body in nested(depth):
        refused(docx(body), "嵌套太深|损坏")


def mutations(count: int):
    """Files with something wrong, each time in the same way: seeded."""
    chance = random.Random(2021)
    styles = part("styles", '<w:style w:type="paragraph" w:default="1" w:styleId="1"/>')
    marks = '<w:sectPr><w:footerReference w:type="default" r:id="footer1"/></w:sectPr>'
    small = docx(
        p("一、总体情况", props='<w:pStyle w:val="1"/><w:numPr><w:numId w:val="1"/></w:numPr>'),
        p(r("甲", "<w:br/>", props="<w:vanish/>"), f'<w:ins w:author="a">{r("乙")}</w:ins>'),
        tbl([tc("甲", span=2, merge="restart", width=900), "1"], [tc(merge="go on", span=2), "2"]),
        parts={"styles": styles, "footer1": part("ftr", p("页脚"))},
        section=marks,
    )
    whole = [small, form(2021)[0]]
    for number in range(count):
        data = whole[number % 3 == 2]
        yield KINDS[number % len(KINDS)](data, chance)


def truncated(data: bytes, chance: random.Random) -> bytes:
    return data[: chance.randrange(len(data))]


def flipped(data: bytes, chance: random.Random) -> bytes:
    changed = bytearray(data)
    for _ in range(chance.choice((1, 3, 30))):
        changed[chance.randrange(len(changed))] ^= 1 << chance.randrange(8)
    return bytes(changed)


def without_part(data: bytes, chance: random.Random) -> bytes:
    files = unzipped(data)
    del files[chance.choice(sorted(files))]
    return zipped(files)


def inside(change):
    """Changes one part and zips it anew, so that the sums of the zip are right."""

    def changed(data: bytes, chance: random.Random) -> bytes:
        files = unzipped(data)
        name = chance.choice([*sorted(files), *["word/document.xml"] * 3])
        return zipped({**files, name: change(files[name], chance)})

    return changed


def without_element(data: bytes, chance: random.Random) -> bytes:
    tags = list(re.finditer(rb"<(w:\w+)[ >/]", data))
    if not tags:
        return b""
    name = chance.choice(tags)[1]
    return re.sub(rb"</?" + name + rb"(?=[ />])[^>]*>", b"", data)


def swapped_names(data: bytes, chance: random.Random) -> bytes:
    names = sorted(set(re.findall(rb"(?<=<)w:\w+", data)))
    if len(names) < 2:
        return data
    one, other = chance.sample(names, 2)
    return re.sub(rb"(?<=[</])" + one + rb"(?=[ />])", other, data)


def odd_values(data: bytes, chance: random.Random) -> bytes:
    odd = chance.choice((b"", b"-1", b"99999999999999999999", "一".encode(), b"1e9", b"0x7"))
    return re.sub(rb'(?<=w:val=")[^"]*', odd, data)


KINDS = [
    *(truncated, flipped, without_part, inside(truncated), inside(flipped)),
    *(inside(without_element), inside(swapped_names), inside(odd_values)),
]


def outcome(data: bytes) -> Document | ReadError:
    try:
        return read_docx(data)
    except ReadError as error:
        return error


def test_mutations_end_in_a_document_or_in_words():
    documents = 0
    for data in mutations(480):
        document = outcome(data)
        if isinstance(document, ReadError):
            assert str(document) != document.english
            continue
        documents += 1
        assert all(len(table.grid) == len(table.rows) for table in document.tables)
        places = Places(data)
        for block in document.blocks:
            places.find(block.location)
    assert 60 < documents < 360
