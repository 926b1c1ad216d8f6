"""The author's own Word file with a comment on each finding, and in all else as it was."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from lxml.etree import _Element
from msgspec.structs import replace

from gxcheck.checking import Review
from gxcheck.document import detect
from gxcheck.document.docx.names import ENDNOTE_MARK, FOOTNOTE_MARK, ID, P, w
from gxcheck.document.docx.package import Package
from gxcheck.document.docx.places import Place, Places
from gxcheck.document.limits import DEFAULT_LIMITS
from gxcheck.document.model import Document, Location
from gxcheck.document.office import to_docx
from gxcheck.errors import GxcheckError
from gxcheck.output.docx.anchors import Anchor, Anchors, anchored
from gxcheck.output.docx.comments import added, first_id
from gxcheck.output.docx.container import repacked
from gxcheck.output.docx.former import Former
from gxcheck.output.docx.listed import listing
from gxcheck.output.docx.remarks import Remark, remark_of, summary_remark
from gxcheck.output.docx.tagged import Tagged, edited
from gxcheck.output.docx.threads import kept_in_step
from gxcheck.output.words import words
from gxcheck.rules.model import Finding, Lang

__all__ = ["commented", "is_word"]

_NOTES = {w("footnote"): FOOTNOTE_MARK, w("endnote"): ENDNOTE_MARK}


def commented(
    content: bytes, review: Review, lang: Lang = "zh", *, at: datetime | None = None
) -> bytes:
    """The Word file `content` with the findings of its `review` as comments by "gxcheck".

    Comments that gxcheck left there before are replaced, those of others stay. The review must be
    of this very file. An old Word file (.doc, .wps) is made a .docx one first. The comments are
    dated `at`, which is now unless told (local time). Raises `GxcheckError` where `content` is no
    Word file.
    """
    content = _as_docx(content, review.report.document.source.name, lang)
    former = Former(Package(content, DEFAULT_LIMITS, None))
    content = repacked(content, former.parts) if former.parts else content
    package = Package(content, DEFAULT_LIMITS, None)
    listed = listing(package)
    main = Tagged(package.main)
    comments = package.part(listed.comments)
    remarks = list(
        enumerate(_Remarks(content, main, package, review.report.document).of(review, lang))
    )
    start = first_id(comments, main)
    new = added(comments, [(start + n, one) for n, (one, _) in remarks], at or datetime.now())
    anchors = [(start + n, anchor) for n, (_, anchor) in remarks if anchor]
    return repacked(
        content,
        {
            **kept_in_step(package, former.gone - new.threads),
            **listed.changed,
            listed.comments: new.data,
            main.name: edited(main.data, anchored(main, anchors)),
        },
    )


def is_word(content: bytes) -> bool:
    """Whether `content` is a Word file, new or old, that can bear comments."""
    return detect(content) in ("docx", "ole")


def _as_docx(content: bytes, name: str, lang: Lang) -> bytes:
    if not is_word(content):
        raise GxcheckError(words("comments", "no_docx", lang, file=name or "-"))
    return to_docx(content) if detect(content) == "ole" else content


class _Remarks:
    """The remarks on a file, each with its anchor."""

    def __init__(self, content: bytes, main: Tagged, package: Package, document: Document) -> None:
        self._main = main
        self._package = package
        self._places = Places(content, document=document)
        self._anchors = Anchors(main)
        self._paragraphs: dict[str, list[_Element]] = {}

    def of(self, review: Review, lang: Lang) -> Iterator[tuple[Remark, Anchor | None]]:
        """The one on the whole, then one on each finding in their order."""
        title = self._title(review)
        yield summary_remark(review, lang), title
        for finding in review.findings:
            found = self._at(finding.location) if finding.location else None
            anchor = found or self._section(finding, review) or title
            exact = found is not None and found.exact
            yield remark_of(finding, lang, exact=exact), anchor

    def _title(self, review: Review) -> Anchor | None:
        """Where what concerns the whole is said: the title, else the first words that are there."""
        title = review.report.title
        places = [title.location] if title else []
        places += [block.location for block in review.report.document.blocks[:1]]
        found = (self._at(place) for place in places)
        return next((one for one in found if one), None) or self._anchors.first()

    def _section(self, finding: Finding, review: Review) -> Anchor | None:
        """The heading of the section that a finding without a place is about."""
        role = finding.place.partition(".")[0]
        section = review.report.section(role) if role else None
        return self._at(section.heading.location) if section else None

    def _at(self, location: Location) -> Anchor | None:
        place = self._places.find(location)
        if place is None:
            return None
        if place.part == self._main.name:
            return self._anchors.at(place)
        mark = self._note_mark(place)
        return None if mark is None else replace(self._anchors.around(mark), exact=False)

    def _note_mark(self, place: Place) -> _Element | None:
        """The mark in the running text of the note that a place is in; None for other parts."""
        if place.part not in self._paragraphs:
            part = self._package.part(place.part)
            self._paragraphs[place.part] = list(part.root.iter(P)) if part else []
        for above in self._paragraphs[place.part][place.start.paragraph].iterancestors(*_NOTES):
            marks = self._main.all(_NOTES[above.tag])
            return next((one for one in marks if one.get(ID) == above.get(ID)), None)
        return None
