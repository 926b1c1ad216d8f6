"""Sections whose title joins two contents of the form: 收费情况和行政复议、行政诉讼情况.

Where a norm prescribes contents and no titles (国务院令第492号 第32条), both are there.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from gxcheck.document.normalise import normalise
from gxcheck.report.lineage import applies
from gxcheck.report.model import Section
from gxcheck.report.sections.roles import role_of_title
from gxcheck.rules.context import Context

__all__ = ["joint_roles"]


def joint_roles(section: Section, options: Mapping[str, Any], context: Context) -> frozenset[str]:
    """The roles of the contents that a section's title joins; empty where it tells only one.

    `joint` of the options has the editions in which titles may be joined.
    """
    of = context.form
    if section.likeness != "similar" or not applies(of.edition, options.get("joint", ())):
        return frozenset()
    parts = _parts(section.heading.title, context.words("title_joints"))
    roles = {role.role for role in map(role_of_title, parts) if role}
    joined = roles.intersection(one.role for one in of.sections)
    return frozenset(joined) if len(joined) > 1 else frozenset()


def _parts(title: str, words: Sequence[str]) -> list[str]:
    return re.split("|".join(map(re.escape, words)), normalise(title).text)
