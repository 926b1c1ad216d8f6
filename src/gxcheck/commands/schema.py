"""`gxcheck schema`: print the JSON Schema of what gxcheck reads or writes."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable
from typing import Any

__all__ = ["run"]


def run(options: argparse.Namespace) -> int:
    """Print the schema named."""
    schema = _SCHEMAS[options.name]()
    sys.stdout.write(json.dumps(schema, ensure_ascii=False, indent=2) + "\n")
    return 0


def _report() -> dict[str, Any]:
    from gxcheck.report.model import Report

    return Report.model_json_schema()


def _findings() -> dict[str, Any]:
    from gxcheck.output.json import findings_schema

    return findings_schema()


def _rules() -> dict[str, Any]:
    from gxcheck.rules.packs.schema import rules_schema

    return rules_schema()


def _config() -> dict[str, Any]:
    from gxcheck.config import config_schema

    return config_schema()


def _form() -> dict[str, Any]:
    from gxcheck.rules.packs.schema import form_schema

    return form_schema()


_SCHEMAS: dict[str, Callable[[], dict[str, Any]]] = {
    "report": _report,
    "findings": _findings,
    "rules": _rules,
    "config": _config,
    "form": _form,
}
