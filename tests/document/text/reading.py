"""Short forms of documents, to compare them with."""

from gxcheck.document import read_text
from gxcheck.document.model import Document, Paragraph

__all__ = ["outline", "paragraphs", "rows"]


def outline(text: str) -> list[object]:
    """The paragraphs as text, the tables as lists of rows."""
    return [
        block.text if isinstance(block, Paragraph) else _rows(block)
        for block in read_text(text).blocks
    ]


def paragraphs(text: str) -> list[str]:
    """The paragraphs of running text; there must be no table."""
    document = read_text(text)
    assert not document.tables
    return [block.text for block in document.paragraphs if block.role == "body"]


def rows(text: str) -> list[list[str]]:
    """The rows of the only table."""
    return _only(read_text(text))


def _only(document: Document) -> list[list[str]]:
    (table,) = document.tables
    return _rows(table)


def _rows(table) -> list[list[str]]:
    return [[cell.text for cell in row] for row in table.rows]
