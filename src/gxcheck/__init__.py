"""gxcheck tells what is wrong with a 政府信息公开工作年度报告 before the public sees it.

    >>> import gxcheck
    >>> findings = gxcheck.check("年报.txt")            # doctest: +SKIP
    >>> report = gxcheck.parse("年报.txt")              # doctest: +SKIP
    >>> report.applications.received.total.value        # doctest: +SKIP
    12

Everything here is pure and thread-safe: no global state, no network, nothing written. What a name
needs is loaded when the name is first used.
"""

from __future__ import annotations

TYPE_CHECKING = False  # as of `typing`, whose import would cost more than all of this
__version__ = "0.1.0"

_HOMES = {
    "Config": "gxcheck.config",
    "ConfigError": "gxcheck.errors",
    "Document": "gxcheck.document.model",
    "Figure": "gxcheck.report.figures",
    "Finding": "gxcheck.rules.model",
    "GxcheckError": "gxcheck.errors",
    "Limits": "gxcheck.document",
    "Location": "gxcheck.document.model",
    "Outcome": "gxcheck.rules.model",
    "ReadError": "gxcheck.errors",
    "Report": "gxcheck.report.model",
    "Review": "gxcheck.checking",
    "RuleError": "gxcheck.errors",
    "RuleSet": "gxcheck.rules",
    "check": "gxcheck.checking",
    "load_config": "gxcheck.config",
    "load_rules": "gxcheck.rules",
    "parse": "gxcheck.checking",
    "parse_text": "gxcheck.checking",
    "review": "gxcheck.checking",
}

if TYPE_CHECKING:
    from gxcheck.checking import Review, check, parse, parse_text, review
    from gxcheck.config import Config, load_config
    from gxcheck.document import Limits
    from gxcheck.document.model import Document, Location
    from gxcheck.errors import ConfigError, GxcheckError, ReadError, RuleError
    from gxcheck.report.figures import Figure
    from gxcheck.report.model import Report
    from gxcheck.rules import RuleSet, load_rules
    from gxcheck.rules.model import Finding, Outcome

__all__ = [
    "Config",
    "ConfigError",
    "Document",
    "Figure",
    "Finding",
    "GxcheckError",
    "Limits",
    "Location",
    "Outcome",
    "ReadError",
    "Report",
    "Review",
    "RuleError",
    "RuleSet",
    "__version__",
    "check",
    "load_config",
    "load_rules",
    "parse",
    "parse_text",
    "review",
]


def __getattr__(name: str) -> object:
    home = _HOMES.get(name)
    if home is None:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    value = globals()[name] = getattr(import_module(home), name)
    return value


def __dir__() -> list[str]:
    return sorted(__all__)
