"""Fills in a draft as its author would in Word: numbers into cells, words for the hints."""

import io
import re
import zipfile
from collections.abc import Mapping
from xml.sax.saxutils import escape

from gxcheck.checking import parse
from gxcheck.document.docx.places import Places
from gxcheck.rules.values import figures_of

PARAGRAPH = re.compile(r"<w:p>.*?</w:p>")


def filled(
    draft: bytes, figures: Mapping[str, object], hints: Mapping[str, str] | None = None
) -> bytes:
    """The draft with figures by their paths, and other words for each of its hints."""
    places = Places(draft)
    cells = {}
    for path, figure in figures_of(parse(draft)).items():
        if figure.location is not None and path in figures:
            cells[places.find(figure.location).start.paragraph] = str(figures[path])
    with zipfile.ZipFile(io.BytesIO(draft)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    xml = parts["word/document.xml"].decode()
    numbers = iter(range(xml.count("<w:p>")))

    def paragraph(found: re.Match[str]) -> str:
        words = cells.get(next(numbers))
        if words is None:
            return found[0]
        assert "<w:t" not in found[0]
        return found[0].replace("</w:p>", f"<w:r><w:t>{words}</w:t></w:r></w:p>")

    xml = PARAGRAPH.sub(paragraph, xml)
    for hint, words in (hints or {}).items():
        assert escape(hint) in xml, hint
        xml = xml.replace(escape(hint), escape(words), 1)
    parts["word/document.xml"] = xml.encode()
    into = io.BytesIO()
    with zipfile.ZipFile(into, "w") as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return into.getvalue()
