"""Documents of a few paragraphs: one a line, each with its place, as a text reader makes them."""

from gxcheck.document.model import Document, Location, Paragraph
from gxcheck.report.front.flow import Flow


def document(text: str) -> Document:
    blocks = []
    offset = 0
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip():
            place = Location(len(blocks), 0, len(line), offset=offset, line=number, column=1)
            blocks.append(Paragraph(line, place))
        offset += len(line) + 1
    return Document(tuple(blocks))


def flow(text: str) -> Flow:
    return Flow.of(document(text).blocks)


def quote(text: str, location) -> str:
    """What stands at a location in the text that a document was made of."""
    length = location.end - location.start
    return text[location.offset : location.offset + length]
