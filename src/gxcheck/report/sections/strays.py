"""Headings that are no section's: of a table of contents, repeats, labels, items of lists."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from gxcheck.report.sections.found import Found, Series, is_own

__all__ = ["without_strays"]

_NUMBERED = 3  # headings with numbers show that those of sections have them
_SHORTEST_CONTENTS = 3  # headings in a row that repeat later are a table of contents


def without_strays(found: Sequence[Found]) -> list[Found]:
    """The headings of a document without those that are no section's."""
    once = _without_repeats(_without_contents(found))
    return _without_items(_without_labels(once))


def _without_contents(found: Sequence[Found]) -> list[Found]:
    """The headings without those of a table of contents before the body."""
    keys = [one.key.rstrip("0123456789") for one in found]
    last = {key: at for at, key in enumerate(keys)}
    if len(keys) - len(last) < _SHORTEST_CONTENTS:
        return list(found)
    kept: list[Found] = []
    for start, end in _unbroken(found, keys):
        repeated = sum(last[key] >= end for key in keys[start:end])
        if repeated < _SHORTEST_CONTENTS or 2 * repeated < end - start:
            kept.extend(found[start:end])
    return kept


def _unbroken(found: Sequence[Found], keys: Sequence[str]) -> Iterator[tuple[int, int]]:
    """The stretches of headings that follow each other without text, none twice in one."""
    start, seen = 0, set[str]()
    for at, one in enumerate(found):
        before = found[at - 1]
        text = at > start and (one.block > before.block + 1 or not before.paged)
        if text or keys[at] in seen:
            yield start, at
            start, seen = at, set()
        seen.add(keys[at])
    yield start, len(found)


def _without_repeats(found: Sequence[Found]) -> list[Found]:
    """The headings without those of a section that stands twice, with its number and title.

    Many that come again are those of another report.
    """
    seen: set[tuple[Series, int, str]] = set()
    kept = list[Found]()
    for one in found:
        ordinal = one.bounds.mark.ordinal
        if ordinal and is_own(one):
            heading = (one.series, ordinal, one.key)
            if heading in seen:
                continue
            seen.add(heading)
        kept.append(one)
    return kept if len(found) - len(kept) < _SHORTEST_CONTENTS else list(found)


def _without_labels(found: Sequence[Found]) -> list[Found]:
    """The headings without labels inside a section: words without a number before running text.

    Only a form's official title lacks but its number there; where hardly any heading has one,
    they may be headings as well.
    """
    numbered = sum(one.known is not None and one.bounds.mark.style != "" for one in found)
    if numbered < _NUMBERED:
        return list(found)
    return [one for one in found if not _is_label(one)]


def _is_label(one: Found) -> bool:
    if one.alone or one.bounds.mark.style or one.known is None:
        return False
    return one.known.likeness != "official"


def _without_items(found: Sequence[Found]) -> list[Found]:
    """The headings without items of a list that bear a section's number: （一）, 二、, （三）."""
    around = zip([None, *found], found, [*found[1:], None], strict=False)
    return [one for before, one, after in around if not _is_item(before, one, after)]


def _is_item(before: Found | None, one: Found, after: Found | None) -> bool:
    """Whether the number of a heading is the one missing in the list around it."""
    if not before or not after or before.series != after.series or is_own(one):
        return False
    first, last = before.bounds.mark.ordinal, after.bounds.mark.ordinal
    if not first or not last or one.series.level >= before.series.level:
        return False
    return (first + 1, last - 1) == (one.bounds.mark.ordinal,) * 2
