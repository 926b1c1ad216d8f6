"""The typed parts of a report, built from figures by path.

Each part's shape is read once from its class: which paths it holds, and for which of them the
edition's form has a field. Parts are built without validation, since every value is ours.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import Any, get_args

from msgspec import Struct

from gxcheck.lazy import lazy
from gxcheck.report.figures import Annex, Applications, Figure, Outcomes, Proactive
from gxcheck.report.fixed import Fixed, made_of
from gxcheck.report.form_set import FormSet, shipped_forms
from gxcheck.report.forms import Form
from gxcheck.report.lineage import Edition

__all__ = ["ABSENT", "figure_paths", "part_classes", "typed_parts"]

ABSENT = Figure()

part_classes: Mapping[str, type[Fixed]] = {
    "proactive": Proactive,
    "applications": Applications,
    "reviews": Outcomes,
    "direct_suits": Outcomes,
    "suits_after_review": Outcomes,
    "annex": Annex,
}


class _Plan(Struct, frozen=True, eq=False, dict=True):
    """How to build one class: each field's name with a path, a plan, or None for no such field."""

    model: type[Fixed]
    fields: tuple[tuple[str, str | _Plan | None], ...]

    @lazy
    def paths(self) -> frozenset[str]:
        """The paths of all figures that the class holds."""
        sources = (source for _, source in self.fields if source is not None)
        return frozenset[str]().union(
            *({one} if isinstance(one, str) else one.paths for one in sources)
        )

    @lazy
    def absent(self) -> Fixed:
        """The part whose figures are all absent, which all such reports share."""
        return _built(self, {})


def typed_parts(
    edition: Edition, figures: Mapping[str, Figure], forms: FormSet | None = None
) -> dict[str, Fixed | None]:
    """The parts of a report of `edition` by their names, with the figures found.

    A part that the form has is there even if its table is lost; then its figures are absent.
    Figures that only another edition's form has (the annex in a later report, the undivided
    其他处理 of 2019) are kept where they were found.
    """
    of = (forms or shipped_forms())[edition]
    extra = frozenset([path for path in figures if path not in of.fields])
    return {name: _build(plan, figures) if plan else None for name, plan in _plans(of, extra)}


def figure_paths(model: type[Fixed], prefix: str) -> list[str]:
    """Every path of a figure in a class of the model, below `prefix`."""
    paths: list[str] = []
    for name, info in model.model_fields.items():
        path = f"{prefix}.{name}"
        inner = _inner(info.annotation)
        paths.extend([path] if inner is Figure else figure_paths(inner, path))
    return paths


@lru_cache(maxsize=64)
def _plans(of: Form, extra: frozenset[str]) -> tuple[tuple[str, _Plan | None], ...]:
    own = extra.union(of.fields)
    return tuple(
        (name, _plan_of(model, name, own) if _holds(own, name) else None)
        for name, model in part_classes.items()
    )


def _holds(paths: frozenset[str], prefix: str) -> bool:
    return any(path.startswith(f"{prefix}.") for path in paths)


def _plan_of(model: type[Fixed], prefix: str, own: frozenset[str]) -> _Plan:
    fields: list[tuple[str, str | _Plan | None]] = []
    for name, info in model.model_fields.items():
        path = f"{prefix}.{name}"
        inner = _inner(info.annotation)
        optional = type(None) in get_args(info.annotation)
        if inner is Figure:
            fields.append((name, path if path in own or not optional else None))
        elif optional and not _holds(own, path):
            fields.append((name, None))
        else:
            fields.append((name, _plan_of(inner, path, own)))
    return _Plan(model, tuple(fields))


def _inner(annotation: Any) -> Any:
    """The class of a field, without its `| None`."""
    inner = [one for one in get_args(annotation) if one is not type(None)]
    return inner[0] if inner else annotation


def _build(plan: _Plan, figures: Mapping[str, Figure]) -> Fixed:
    return plan.absent if figures.keys().isdisjoint(plan.paths) else _built(plan, figures)


def _built(plan: _Plan, figures: Mapping[str, Figure]) -> Fixed:
    values: dict[str, Any] = {}
    for name, source in plan.fields:
        if source is None:
            values[name] = None
        elif isinstance(source, str):
            values[name] = figures.get(source, ABSENT)
        else:
            values[name] = _build(source, figures)
    return made_of(plan.model, values)
