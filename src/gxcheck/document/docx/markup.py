"""The XML of a part, read so that nothing in it can reach out, unfold or fill memory."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree
from lxml.etree import _Element

from gxcheck.document.docx.names import ALTERNATE, CHOICE, FALLBACK, TEXT_BOX, VAL, WRAPPERS, T
from gxcheck.document.limits import Limits
from gxcheck.document.refusal import refusal

__all__ = ["chosen", "flat", "is_on", "number", "parse", "properties", "value"]

# The strict variant of the format (ISO/IEC 29500) has other namespaces and the same names.
_STRICT = b"http://purl.oclc.org/ooxml/"
_TRANSITIONAL = (
    (b"wordprocessingml/main", b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"),
    (b"officeDocument/", b"http://schemas.openxmlformats.org/officeDocument/2006/"),
)
_OFF = frozenset(("0", "false", "off"))
_GREATEST = 2**31


def parse(data: bytes, limits: Limits, name: str | None, part: str) -> _Element:
    """The root of a part's XML. Raises `ReadError` where it is broken or not harmless."""
    bound = limits.markup
    if len(data) > bound and data.count(b"<") + data.count(b"=") > bound:
        raise refusal("docx_part_too_long", name, part=part, limit=bound)
    if b"!" in data and b"<!DOCTYPE" in data:  # a single byte is found soonest
        raise refusal("docx_doctype", name, part=part)
    try:
        root = etree.fromstring(_transitional(data), _parser())
    except (etree.XMLSyntaxError, ValueError) as error:
        raise refusal("docx_broken_xml", name, part=part) from error
    if root.getroottree().docinfo.internalDTD is not None:
        raise refusal("docx_doctype", name, part=part)
    return root


def _transitional(data: bytes) -> bytes:
    """The XML with the names of the usual variant of the format."""
    if _STRICT in data:
        for strict, transitional in _TRANSITIONAL:
            data = data.replace(_STRICT + strict, transitional)
    return data


def _parser() -> etree.XMLParser:
    return etree.XMLParser(
        resolve_entities=False,
        load_dtd=False,
        no_network=True,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
        collect_ids=False,
    )


def flat(parent: _Element) -> Iterator[_Element]:
    """The children of an element, those that stand in wrappers among them.

    Of alternatives the one is taken that Word shows. What was deleted or moved away stands in
    elements of its own, which nobody here reads.
    """
    for child in parent:
        tag = child.tag
        if tag in WRAPPERS:
            yield from flat(child)
        elif tag == ALTERNATE:
            branch = chosen(child)
            if branch is not None:
                yield from flat(branch)
        else:
            yield child


def chosen(alternate: _Element) -> _Element | None:
    """The branch of alternatives that is read: the first choice, if it has words, else the rest."""
    choice = next(alternate.iterchildren(CHOICE), None)
    fallback = next(alternate.iterchildren(FALLBACK), None)
    if choice is None or fallback is None:
        return choice if fallback is None else fallback
    return choice if next(choice.iter(TEXT_BOX, T), None) is not None else fallback


def properties(element: _Element, tag: str) -> _Element | None:
    """The child with the properties of an element: its first one, if it has any."""
    try:
        first = element[0]
    except IndexError:
        return None
    return first if first.tag == tag else next(element.iterchildren(tag), None)


def value(parent: _Element, tag: str) -> str | None:
    """The value of a child that is a mere property, None where there is no such child."""
    child = next(parent.iterchildren(tag), None)
    return None if child is None else child.get(VAL)


def is_on(element: _Element | None) -> bool:
    """Whether a property that is a switch is there and on."""
    return element is not None and element.get(VAL) not in _OFF


def number(text: str | None, default: int) -> int:
    """A whole number of an attribute; `default` where it is none or beyond all measure."""
    if text is None:
        return default
    try:
        found = int(text)
    except ValueError:
        return default
    return found if abs(found) < _GREATEST else default
