"""The norms that findings cite, from rules/basis.yml."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import Any, cast

from gxcheck.data import read_yaml
from gxcheck.report.lineage import Edition, applies
from gxcheck.rules.model import Lang

__all__ = ["basis_codes", "basis_names"]


def basis_codes() -> Mapping[str, Mapping[str, Any]]:
    """What is known of each norm by its code."""
    return cast("Mapping[str, Mapping[str, Any]]", read_yaml("basis.yml"))


@lru_cache(maxsize=1024)
def basis_names(
    codes: tuple[str, ...], edition: Edition, lang: Lang, part: str | None = None
) -> tuple[str, ...]:
    """The names of the norms in force for an edition. A code may name an article: R19 第50条.

    With the `part` of a report, such as "annex", norms on another part alone are left out.
    """
    names = []
    for code in codes:
        key, _, article = code.partition(" ")
        norm = basis_codes()[key]
        concerned = part is None or norm.get("part", part) == part
        if concerned and applies(edition, norm["editions"]):
            own = article or norm.get("article", {}).get(lang, "")
            space = " " if own and lang == "en" else ""
            names.append(f"{norm['name'][lang]}{space}{own}")
    return tuple(names)
