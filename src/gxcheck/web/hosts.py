"""By which names browsers may address the service.

A page elsewhere can have its own name point to this machine, and its scripts then reach what
listens here (DNS rebinding). They come with that name, never with an address in figures.
"""

from __future__ import annotations

import re
from ipaddress import ip_address

from gxcheck.web.settings import Settings

__all__ = ["is_allowed"]

_HOST = re.compile(r"(\[[^\]]*\]|[^:\[\]]*)(?::[0-9]*)?")


def is_allowed(host: str, settings: Settings) -> bool:
    """Whether a request's Host is one of the service's names, or any address where that will do."""
    found = _HOST.fullmatch(host.strip().lower())
    if found is None:
        return False
    name = found[1]
    allowed = any(_is_named(name, one.lower()) for one in settings.hosts)
    return allowed or (settings.any_address and _is_address(name))


def _is_named(name: str, allowed: str) -> bool:
    """Whether a name is the one allowed; `*.` at its head stands for any name below."""
    return allowed in ("*", name) or (allowed.startswith("*.") and name.endswith(allowed[1:]))


def _is_address(name: str) -> bool:
    try:
        ip_address(name.strip("[]"))
    except ValueError:
        return False
    return True
