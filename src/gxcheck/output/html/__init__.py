"""The review as a page for the browser: one self-contained file, printable, without network."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import PurePath
from typing import TYPE_CHECKING, TextIO

from gxcheck.output.html.page import review_page, review_policy

if TYPE_CHECKING:
    from gxcheck.output import Checked
    from gxcheck.rules.model import Lang

__all__ = ["review_page", "review_policy", "write_html"]


def write_html(checked: Sequence[Checked], stream: TextIO, lang: Lang) -> None:
    """Write the page of the one review in `checked`; of its name without the folder."""
    for one in checked:
        if not isinstance(one.result, Exception):
            stream.write(review_page(PurePath(one.name).name, one.result, lang))
