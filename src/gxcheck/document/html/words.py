"""What is known of web pages, from rules/html.yml."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from msgspec import Struct

from gxcheck.data import read_yaml

__all__ = ["PageWords", "page_words"]


class PageWords(Struct, frozen=True):
    """The words of rules/html.yml; patterns are compiled, names are in lower case.

    `unseen`, `blocks`, `paragraphs` and `around` are tags; `contents`, `chrome`, `title_named` and
    the `box_…` are ids and classes. The `…_share` are of what reads like text, the `longest_…` in
    characters.
    """

    unseen: tuple[str, ...]
    blocks: frozenset[str]
    paragraphs: frozenset[str]
    around: frozenset[str]
    contents: frozenset[str]
    named_share: float
    step_share: float
    copy_share: float
    sentence_marks: str
    heading_line: re.Pattern[str]
    text_line: re.Pattern[str]
    chrome: frozenset[str]
    box_rows: frozenset[str]
    box_cells: frozenset[str]
    box_groups: frozenset[str]
    menu_links: int
    menu_share: float
    particulars: frozenset[str]
    least_particulars: int
    around_line: re.Pattern[str]
    foot_line: re.Pattern[str]
    longest_around: int
    prose: int
    title_meta: tuple[str, ...]
    title_named: frozenset[str]
    title_parted: re.Pattern[str]
    document: re.Pattern[str]
    longest_title: int
    title_lines: int

    @property
    def names(self) -> frozenset[str]:
        """All ids and classes that are known."""
        return self.contents | self.chrome | self.title_named | self.box_rows


@cache
def page_words() -> PageWords:
    """The shipped words."""
    data = read_yaml("html.yml")
    lines, titles, particulars = data["around_lines"], data["titles"], data["particulars"]
    return PageWords(
        unseen=tuple(data["unseen"]),
        blocks=frozenset(data["blocks"]),
        paragraphs=frozenset(data["paragraphs"]),
        around=frozenset(data["around"]),
        contents=frozenset(data["contents"]),
        named_share=data["share"]["named"],
        step_share=data["share"]["step"],
        copy_share=data["share"]["copy"],
        sentence_marks=data["sentence_marks"],
        heading_line=_in_text(data["heading_lines"]),
        text_line=_in_text([*data["heading_lines"], *data["end_lines"]]),
        chrome=frozenset(data["chrome"]),
        box_rows=frozenset(data["boxes"]["rows"]),
        box_cells=frozenset(data["boxes"]["cells"]),
        box_groups=frozenset(data["boxes"]["groups"]),
        menu_links=data["menu"]["links"],
        menu_share=data["menu"]["share"],
        particulars=frozenset(particulars["labels"]),
        least_particulars=particulars["least"],
        around_line=_either([*lines["patterns"], *lines["foot"]]),
        foot_line=_either(lines["foot"]),
        longest_around=lines["longest"],
        prose=lines["prose"],
        title_meta=tuple(titles["meta"]),
        title_named=frozenset(titles["named"]),
        title_parted=re.compile(titles["parted"]),
        document=re.compile(titles["document"]),
        longest_title=titles["longest"],
        title_lines=titles["lines"],
    )


def _either(patterns: Iterable[str]) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{pattern})" for pattern in patterns), re.IGNORECASE)


def _in_text(patterns: Iterable[str]) -> re.Pattern[str]:
    """For the beginning of a run of a page's text, behind its stamp, up to the next one."""
    return re.compile(rf"[\U000f0000-\U0010ffff]\s*(?:{'|'.join(patterns)})")
