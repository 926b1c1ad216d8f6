"""The container of a Word file: a zip of XML parts, whose size is checked first."""

from __future__ import annotations

import posixpath
import struct
import zlib
from codecs import BOM_UTF16_BE, BOM_UTF16_LE
from collections.abc import Iterator, Mapping
from io import BytesIO
from urllib.parse import unquote
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from lxml.etree import _Element
from msgspec import Struct

from gxcheck.document.docx.markup import parse
from gxcheck.document.docx.names import RELATIONSHIP
from gxcheck.document.docx.outline import Outline
from gxcheck.document.limits import Limits
from gxcheck.document.refusal import refusal
from gxcheck.lazy import lazy
from gxcheck.patterns import own_pattern

__all__ = ["Package", "Part"]

_MAIN = "word/document.xml"
_ENCRYPTED = 0x1  # flag of a zip's entry
_DECLARED = own_pattern(r"^\ufeff?<\?xml[^>]*\?>")
_BROKEN = (BadZipFile, EOFError, NotImplementedError, OSError, RuntimeError, ValueError)
_DAMAGED = (*_BROKEN, zlib.error, struct.error, LookupError, OverflowError)


class Part(Struct, frozen=True, dict=True):
    """One part of the package: its name in the zip, its XML, and the bytes of that."""

    name: str
    root: _Element
    data: bytes

    @lazy
    def outline(self) -> Outline:
        """What stands where in it."""
        return Outline(self.root)


class Package:
    """The parts of a Word file; `name` is what the file is called in messages.

    Nothing outside the file is ever followed, and each part is read once at most. Raises
    `ReadError` where the file is no whole zip, is protected, or is larger than `limits` allow.
    """

    def __init__(self, data: bytes, limits: Limits, name: str | None) -> None:
        self.limits = limits
        self.name = name
        try:
            self._zip = ZipFile(BytesIO(data))
            entries = self._zip.infolist()
        except _DAMAGED as error:
            raise refusal("docx_damaged", name) from error
        self._check(entries)
        self._entries = {entry.filename.lstrip("/").lower(): entry for entry in entries}
        self._relations: dict[str, Mapping[str, tuple[str, str]]] = {}
        self.main = self._main_part()

    def _check(self, entries: list[ZipInfo]) -> None:
        """Refuse by what the zip's directory tells."""
        limits = self.limits
        if len(entries) > limits.entries:
            raise refusal("docx_too_many_parts", self.name, limit=limits.entries)
        if any(entry.flag_bits & _ENCRYPTED for entry in entries):
            raise refusal("encrypted", self.name)
        unpacked = sum(entry.file_size for entry in entries)
        packed = sum(entry.compress_size for entry in entries)
        if unpacked > limits.unpacked or unpacked > limits.ratio * (packed + limits.slack):
            raise refusal("docx_bomb", self.name, size=unpacked)

    def part(self, name: str) -> Part | None:
        """A part by its name in the zip, None where there is none."""
        entry = self._entries.get(name.lower())
        if entry is None:
            return None
        data = self._as_utf8(self._unpacked(entry), entry.filename)
        return Part(name, parse(data, self.limits, self.name, name), data)

    def related(self, kind: str) -> Part | None:
        """The part that the main one names by the last word of its relation (styles, footnotes).

        Where the relations are lost it is looked for under its usual name.
        """
        relations = self._relations_of(self.main.name)
        found = [target for type_, target in relations.values() if type_ == kind]
        usual = posixpath.join(posixpath.dirname(self.main.name), f"{kind}.xml")
        return self.part(found[0] if found else usual)

    def target(self, reference: str) -> str | None:
        """The name of the part that a reference of the main part leads to, if it is inside."""
        relation = self._relations_of(self.main.name).get(reference)
        return relation[1] if relation else None

    def _main_part(self) -> Part:
        relations = self._relations_of("").values()
        names = [target for type_, target in relations if type_ == "officeDocument"]
        for name in (*names, _MAIN):
            part = self.part(name)
            if part is not None:
                return part
        raise refusal("docx_no_document", self.name)

    def _unpacked(self, entry: ZipInfo) -> bytes:
        """The bytes of an entry, never more of them than the zip's directory says."""
        limit = self.limits.part
        if entry.file_size > limit:
            raise refusal("docx_part_too_long", self.name, part=entry.filename, limit=limit)
        if entry.compress_type not in (ZIP_STORED, ZIP_DEFLATED):
            raise refusal("docx_damaged", self.name)
        try:
            with self._zip.open(entry) as file:
                data = file.read(entry.file_size)
        except _DAMAGED as error:
            raise refusal("docx_damaged", self.name) from error
        if len(data) < entry.file_size:
            raise refusal("docx_damaged", self.name)
        return data

    def _as_utf8(self, data: bytes, name: str) -> bytes:
        """The XML in UTF-8, so that its bytes can be searched; the other encoding is UTF-16."""
        if not data.startswith((BOM_UTF16_LE, BOM_UTF16_BE)):
            return data
        try:
            return _DECLARED.sub("", data.decode("utf-16"), count=1).encode()
        except UnicodeError as error:
            raise refusal("docx_broken_xml", self.name, part=name) from error

    def _relations_of(self, name: str) -> Mapping[str, tuple[str, str]]:
        """The relations of a part by their ids: the last word of the type, and the target."""
        if name not in self._relations:
            folder, file = posixpath.split(name)
            part = self.part(posixpath.join(folder, "_rels", f"{file}.rels"))
            self._relations[name] = dict(_relations(part.root, folder)) if part else {}
        return self._relations[name]


def _relations(root: _Element, folder: str) -> Iterator[tuple[str, tuple[str, str]]]:
    for relation in root.iter(RELATIONSHIP):
        target = relation.get("Target")
        if target and relation.get("TargetMode") != "External":
            path = posixpath.normpath(posixpath.join("/", folder, unquote(target))).lstrip("/")
            type_ = relation.get("Type", "").rpartition("/")[2]
            yield relation.get("Id", ""), (type_, path)
