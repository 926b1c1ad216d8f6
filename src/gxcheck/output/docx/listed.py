"""How a package learns of a new part: the relation of the main part to it, and its type."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from urllib.parse import unquote
from xml.sax.saxutils import quoteattr

from lxml.etree import _Element
from msgspec import Struct

from gxcheck.document.docx.names import RELATIONSHIP
from gxcheck.document.docx.package import Package, Part
from gxcheck.output.docx.tagged import Tagged, edited

__all__ = ["Listing", "comments_part", "listing"]

_TYPES = "[Content_Types].xml"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_COMMENTS = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_RELATIONS = "application/vnd.openxmlformats-package.relationships+xml"
_TRANSITIONAL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_STRICT = "http://purl.oclc.org/ooxml/officeDocument/relationships"
_KIND, _USUAL = "comments", "comments.xml"


class Listing(Struct, frozen=True):
    """The comments part: its name in the zip, and the parts that must change to list it."""

    comments: str
    changed: dict[str, bytes]


def listing(package: Package) -> Listing:
    """Where the comments of a file are or shall be, and what tells readers so."""
    main = package.main.name
    folder = posixpath.dirname(main)
    rels = package.part(_rels(main))
    existing = comments_part(package)
    related = list(_targets(rels, folder))
    # A relation that leads nowhere is mended by putting the part there.
    lost = (name for name in related if package.part(name) is None)
    comments = existing.name if existing else next(lost, None) or _free(package, folder)
    changed: dict[str, bytes] = {}
    if comments.lower() not in (name.lower() for name in related):
        target = posixpath.relpath(comments, folder or ".")
        changed[_rels(main)] = _related(rels, package.main.data, target)
    types = _typed(package.part(_TYPES), comments, main)
    if types is not None:
        changed[_TYPES] = types
    return Listing(comments, changed)


def comments_part(package: Package) -> Part | None:
    """The comments of a file, related or under their usual name; None where it has none."""
    main = package.main.name
    folder = posixpath.dirname(main)
    names = [*_targets(package.part(_rels(main)), folder), posixpath.join(folder, _USUAL)]
    parts = (package.part(name) for name in names)
    return next((one for one in parts if one and _local(one.root.tag) == _KIND), None)


def _rels(main: str) -> str:
    folder, file = posixpath.split(main)
    return posixpath.join(folder, "_rels", f"{file}.rels")


def _targets(rels: Part | None, folder: str) -> Iterator[str]:
    """What the main part names as its comments, as names in the zip."""
    if rels is None:
        return
    for relation in rels.root.iter(RELATIONSHIP):
        kind = relation.get("Type", "").rpartition("/")[2]
        target = unquote(relation.get("Target", ""))
        if kind == _KIND and target and relation.get("TargetMode") != "External":
            yield posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")


def _local(tag: str) -> str:
    return tag.rpartition("}")[2]


def _free(package: Package, folder: str) -> str:
    names = (posixpath.join(folder, f"{_KIND}{n or ''}.xml") for n in range(1000))
    return next(name for name in names if package.part(name) is None)


def _related(rels: Part | None, main: bytes, target: str) -> bytes:
    """The relations with one to the comments."""
    told = rels.data if rels else main
    base = _STRICT if _STRICT.encode() in told else _TRANSITIONAL
    attributes = f'Type="{base}/{_KIND}" Target={quoteattr(target)}'
    if rels is None:
        inner = f'<Relationship Id="rId1" {attributes}/>'
        uri = f"{_PACKAGE}/relationships"
        return f'{_HEAD}<Relationships xmlns="{uri}">{inner}</Relationships>'.encode()
    tagged = Tagged(rels)
    taken = [re.fullmatch(r"rId(\d{1,9})", one.get("Id", "")) for one in tagged.root]
    number = max((int(found[1]) for found in taken if found), default=0) + 1
    new = f'<{_prefix(tagged.root)}Relationship Id="rId{number}" {attributes}/>'
    return edited(tagged.data, [tagged.append(tagged.root, tagged.encoded(new))])


def _typed(types: Part | None, comments: str, main: str) -> bytes | None:
    """The content types with that of the comments; None where they tell it already."""
    if types is None:
        inner = f'<Default Extension="rels" ContentType="{_RELATIONS}"/>'
        inner += '<Default Extension="xml" ContentType="application/xml"/>'
        inner += _override("", main, _MAIN) + _override("", comments, _COMMENTS)
        return f'{_HEAD}<Types xmlns="{_PACKAGE}/content-types">{inner}</Types>'.encode()
    tagged = Tagged(types)
    named = (one.get("PartName", "").lstrip("/").lower() for one in tagged.root)
    if comments.lstrip("/").lower() in named:
        return None
    new = tagged.encoded(_override(_prefix(tagged.root), comments, _COMMENTS))
    return edited(tagged.data, [tagged.append(tagged.root, new)])


def _override(prefix: str, part: str, kind: str) -> str:
    name = quoteattr("/" + part.lstrip("/"))
    return f'<{prefix}Override PartName={name} ContentType="{kind}"/>'


def _prefix(element: _Element) -> str:
    return f"{element.prefix}:" if element.prefix else ""
