"""Landline numbers as phonenumbers knows them: their pattern, lengths and area codes' places."""

from __future__ import annotations

import ast
import re
import zipfile
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path

from tools.places.curated import CURATED_LENGTHS
from tools.places.sources import archive, member


def landline_pattern(folder: Path) -> re.Pattern[str]:
    """The pattern of landline numbers, area code without its 0 included."""
    text = member(archive(folder, "geo"), "phonenumbers/data/region_CN.py")
    found = re.search(r"fixed_line=PhoneNumberDesc\(national_number_pattern=('[^\n]*?'), ", text)
    assert found
    return re.compile(ast.literal_eval(found.group(1)))


def landline_lengths(folder: Path, codes: Iterable[str]) -> dict[str, str]:
    """Lengths to the area codes whose subscriber numbers have them.

    By the fixed-line pattern; those of `CURATED_LENGTHS` go before.
    """
    pattern = landline_pattern(folder)
    groups: dict[str, list[str]] = defaultdict(list)
    for code in sorted(codes):
        found = (n for n in (7, 8) if pattern.fullmatch(code[1:] + "6" + "2" * (n - 1)))
        lengths = CURATED_LENGTHS.get(code, (" ".join(map(str, found)),))[0]
        if lengths:
            groups[lengths].append(code)
    return {lengths: " ".join(members) for lengths, members in sorted(groups.items())}


def geocoder(folder: Path, source: str) -> dict[str, str]:
    """Area code to place names, as phonenumbers' Chinese geocoder has them."""
    pattern = landline_pattern(folder)
    line = re.compile(r"^ '86(10|[2-9]\d{1,2})':\{.*'zh': u\(('[^']*')\)", re.MULTILINE)
    found: dict[str, str] = {}
    with zipfile.ZipFile(archive(folder, source)) as wheel:
        for name in wheel.namelist():
            if re.search(r"geodata/data\d+\.py$", name):
                for digits, literal in line.findall(wheel.read(name).decode("utf-8")):
                    for whole in expand(digits, pattern):
                        found["0" + whole] = ast.literal_eval(literal)
    return found


def expand(digits: str, landline: re.Pattern[str]) -> list[str]:
    """The area codes of a geocoder's prefix: it writes 33 where 335 alone is in use."""
    if len(digits) == 3 or re.fullmatch("10|2[0-57-9]", digits):
        return [digits]
    return [digits + d for d in "0123456789" if landline.fullmatch(digits + d + "6222222")]
