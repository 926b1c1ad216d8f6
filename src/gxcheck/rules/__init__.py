"""What must hold: rules in YAML, loaded, compiled and run over a report."""

from __future__ import annotations

from gxcheck.rules.model import Finding, Outcome, Violation
from gxcheck.rules.packs.loader import load_rules
from gxcheck.rules.ruleset import RuleSet

__all__ = ["Finding", "Outcome", "RuleSet", "Violation", "load_rules"]
