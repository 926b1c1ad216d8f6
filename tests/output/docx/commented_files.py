"""What stands in a commented Word file: the words of each anchor, the text of each comment."""

import datetime
import io
import zipfile

from lxml import etree
from word_files import PACKAGE, WORD

from gxcheck.checking import Review
from gxcheck.document import read
from gxcheck.document.docx.runs import run_text
from gxcheck.document.model import Location, Table
from gxcheck.output.docx import commented
from gxcheck.report import recognise
from gxcheck.rules.model import Finding

W = f"{{{WORD}}}"
AT = datetime.datetime(2025, 1, 20, 9, 30)
TYPES = (
    f'<?xml version="1.0"?><Types xmlns="{PACKAGE}/content-types">'
    '<Default Extension="rels" '
    'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    '<Override PartName="/word/document.xml" ContentType="application/'
    'vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
)


def passages(data: bytes):
    for block in read(data).blocks:
        if isinstance(block, Table):
            yield from (cell for row in block.rows for cell in row)
        else:
            yield block


def find(data: bytes, words: str) -> Location:
    """The place of some words in a file, at their first occurrence."""
    passage = next(one for one in passages(data) if words in one.text)
    start = passage.text.index(words)
    return passage.place(start, start + len(words))


def finding(location: Location | None, rule: str = "some-rule", **more) -> Finding:
    told = {"level": "warning", "message": f"{rule} 说明", "fingerprint": rule, **more}
    return Finding(rule=rule, location=location, **told)


def review_of(data: bytes, *findings: Finding) -> Review:
    return Review(report=recognise(read(data)), findings=findings)


def commented_at(data: bytes, *words: str) -> bytes:
    """The file with a comment at each of these words, by rules called after their number."""
    findings = [finding(find(data, one), f"rule-{n}") for n, one in enumerate(words)]
    return commented(data, review_of(data, *findings), at=AT)


def parts_of(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name) for name in archive.namelist()}


def root_of(data: bytes, part: str = "word/document.xml"):
    return etree.fromstring(parts_of(data)[part])


def anchored_words(data: bytes) -> dict[int, str]:
    """The words between the marks of each comment, by its id; each mark must be there once."""
    open_, words, referred = [], {}, []
    for element in root_of(data).iter(f"{W}*"):
        name, number = element.tag.removeprefix(W), int(element.get(f"{W}id", "-1"))
        if name == "commentRangeStart":
            assert number not in words
            words[number] = ""
            open_.append(number)
        elif name == "commentRangeEnd":
            open_.remove(number)
        elif name == "commentReference":
            assert number in words
            assert number not in open_
            referred.append(number)
        elif name == "r" and not any(one.tag == f"{W}r" for one in element.iterancestors()):
            for one in open_:
                words[one] += run_text(element)
    assert not open_
    assert sorted(referred) == sorted(words)
    return words


def comments_of(data: bytes, part: str = "word/comments.xml") -> dict[int, list[str]]:
    """The lines of each comment by its id."""
    return {
        int(comment.get(f"{W}id")): [
            "".join(text.text or "" for text in paragraph.iter(f"{W}t"))
            for paragraph in comment.iter(f"{W}p")
        ]
        for comment in root_of(data, part)
    }


def words_by_rule(data: bytes) -> dict[str, str]:
    """The words that each comment on a finding is anchored at, by the rule's name."""
    words = anchored_words(data)
    return {
        lines[0].split(" · ")[1]: words[number]
        for number, lines in comments_of(data).items()
        if number in words
    }


def letters(data: bytes) -> list[tuple[str, str]]:
    """Every character of the running text with the formatting of its run."""
    found = []
    for run in root_of(data).iter(f"{W}r"):
        if run.find(f"{W}commentReference") is None:
            properties = run.find(f"{W}rPr")
            dress = "" if properties is None else etree.tostring(properties).decode()
            found += [(letter, dress) for letter in run_text(run)]
    return found
