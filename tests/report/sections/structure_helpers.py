"""Documents of a few lines for the tests of structure: a line is a paragraph, a tab a table."""

from collections.abc import Sequence

from gxcheck.document.model import Block, Cell, Document, Location, Paragraph, Table

TITLES = {
    "o": "总体情况",
    "p": "主动公开政府信息情况",
    "a": "收到和处理政府信息公开申请情况",
    "r": "政府信息公开行政复议、行政诉讼情况",
    "q": "存在的主要问题及改进情况",
    "z": "其他需要报告的事项",
}
SIX = ["overview", "proactive", "applications", "reviews", "problems", "other"]
CHINESE = [f"{numeral}、" for numeral in "一二三四五六七八九"]
OLD_TITLES = [
    "概述",
    "主动公开政府信息的情况",
    "依申请公开政府信息和不予公开政府信息的情况",
    "政府信息公开的收费及减免情况",
    "因政府信息公开申请行政复议、提起行政诉讼的情况",
    "政府信息公开工作存在的主要问题及改进情况",
    "其他需要报告的事项",
]
BODY = "本年度，我局有序推进政府信息公开各项任务，社会各界反映良好。"


def document(text: str) -> Document:
    """The document whose lines are paragraphs; a line that begins with a tab is a table's cell."""
    blocks: list[Block] = []
    offset = 0
    for number, line in enumerate(text.split("\n"), 1):
        index = len(blocks)
        if line.startswith("\t"):
            cell = Cell(line[1:], Location(index, 0, len(line) - 1, 0, 0))
            blocks.append(Table(((cell,),), Location(index)))
        elif line.strip():
            where = Location(index, 0, len(line), offset=offset, line=number, column=1)
            blocks.append(Paragraph(line, where))
        offset += len(line) + 1
    return Document(tuple(blocks))


def paragraph(text: str) -> Paragraph:
    """One paragraph by itself."""
    return Paragraph(text, Location(0, 0, len(text), offset=0, line=1, column=1))


def report(numbers: Sequence[str], titles: Sequence[str] = "oparqz", body: str = BODY) -> str:
    """Sections of the given numbers; a title is a letter of TITLES or its own words."""
    pairs = zip(numbers, titles, strict=False)
    return "\n".join(f"{number}{TITLES.get(title, title)}\n{body}" for number, title in pairs)
