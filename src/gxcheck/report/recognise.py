"""What a document says as an annual report: the whole of recognition, in its order.

The outline first, since everything else is told apart by where it stands; then front and end
matter, tables, and which edition's form it is; last the typed parts of that form.
"""

from __future__ import annotations

from typing import Any

from msgspec.structs import asdict

from gxcheck.document.model import Document
from gxcheck.report.edition import read_edition
from gxcheck.report.fixed import made_of
from gxcheck.report.form_set import FormSet, shipped_forms
from gxcheck.report.front.reader import read_front
from gxcheck.report.genre import is_report
from gxcheck.report.lineage import Edition
from gxcheck.report.model import DeclaredSections, Report
from gxcheck.report.prose.claims.reader import read_claims
from gxcheck.report.prose.statements.reader import read_statements
from gxcheck.report.sections.attachments import read_attachments
from gxcheck.report.sections.broken_titles import rejoined
from gxcheck.report.sections.declared import read_declared
from gxcheck.report.sections.reader import Outline, in_form, read_sections
from gxcheck.report.sections.roles import is_required, role_of_title
from gxcheck.report.sections.separate import separated
from gxcheck.report.tables.build import typed_parts
from gxcheck.report.tables.found import FoundTables
from gxcheck.report.tables.reader import read_tables
from gxcheck.report.tables.readings import table_readings
from gxcheck.report.tables.senses import Senses, senses_of

__all__ = ["recognise"]

_OPENING = 3  # paragraphs of the first section among which the report may list its parts
_LISTED = 3  # required parts from which a list there is taken for that of the report's


def recognise(
    document: Document, edition: Edition | None = None, forms: FormSet | None = None
) -> Report:
    """The report that a document holds; never raises.

    `edition` is the form to read it by; None to find it. `forms` are those of all editions, by
    default the shipped. Where the document holds several reports it is the first one; the titles
    of the others are in `titles`. A document that is no annual report gives a report with
    `is_report` False and what could be read all the same.
    """
    forms = forms or shipped_forms()
    document = rejoined(separated(document, forms))
    outline = read_sections(document, forms)
    own = _first_report(document, outline)
    front = read_front(document, outline)
    found = read_tables(own, forms)
    labels = _labels(own, senses_of(forms))
    told, form_found = read_edition(labels, outline.sections, front.year, forms)
    edition = edition or told
    parts: dict[str, Any] = {
        **asdict(front),
        **asdict(read_statements(front.preamble, outline.sections)),
        **typed_parts(edition, found.figures, forms),
    }
    report = Report.model_construct(
        is_report=is_report(own, outline.sections, front.title, labels),
        edition=edition,
        form_found=form_found,
        declared=_declared(own, outline),
        sections=in_form(outline.sections, forms[edition]),
        attachments=read_attachments(own, outline.first),
        tables=table_readings(edition, found, forms),
        document=document,
        **parts,
    )
    claims = read_claims(report, _tabled(found))
    return made_of(Report, {**report.__dict__, "claims": claims})


def _first_report(document: Document, outline: Outline) -> Document:
    """The part of a document before its second report; itself if it has but one."""
    if not outline.further:
        return document
    return Document(document.blocks[: outline.further[0]], document.source)


def _tabled(found: FoundTables) -> frozenset[int]:
    """The blocks that figures were read from."""
    places = {figure.location.block for figure in found.figures.values() if figure.location}
    return frozenset(places)


def _declared(document: Document, outline: Outline) -> DeclaredSections | None:
    """The list of parts in the preamble, or in the first section where it opens the report."""
    opening = Document(document.blocks[: outline.first]).paragraphs
    found = read_declared(opening)
    if found or not outline.sections:
        return found
    first = Document(outline.sections[0].blocks[:_OPENING]).paragraphs
    found = read_declared(first)
    roles = {role_of_title(title.text) for title in found.titles} if found else set()
    required = {role.role for role in roles if role and is_required(role.role)}
    return found if len(required) >= _LISTED else None


def _labels(document: Document, senses: Senses) -> set[str]:
    """The keys of the cells and lines of a document, as those of labels."""
    cells = {cell.text for table in document.tables for row in table.rows for cell in row}
    lines = {paragraph.normal for paragraph in document.paragraphs}
    return {senses.of_text(cell).key for cell in cells}.union(map(senses.words.key, lines))
