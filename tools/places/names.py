"""Names of places beside the full one: short, everyday, and those that are common words too."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable

from tools.places.gazetteer import Row

# Stems of names that are common words too (会同县财政局, 合作市级): chosen by reading all names.
COMMON_WORDS = (
    "会同|共和|兴国|富民|同心|和平|平安|振兴|新兴|前进|向阳|友好|开平|双城|安定|光明|新建|通道|合作|"
    "公安|南部|港口|河口|老边|民和|互助|文成|大名|工农|东风|兴业|永新|和政|中方|万全|海港|分宜|应城"
)


def tidy_short(short: str, name: str) -> str:
    """The short name; the name itself where shortening would leave another's name."""
    autonomous = re.fullmatch(r"(鄂伦春|鄂温克|东乡)族?自治[县旗]", name)
    if autonomous:
        return autonomous.group(1)
    if name == "克孜勒苏柯尔克孜自治州":
        return "克孜勒苏"
    banner = name.endswith("旗") and "自治" not in name
    keep = banner or name.endswith("矿区") or name == "河南蒙古族自治县" or len(short) < 2
    return name if keep else short


def aliases(places: Iterable[Row]) -> dict[str, str]:
    """The everyday names of autonomous places (恩施州, 湘西自治州, 景宁县)."""
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


def weak(names: Iterable[str]) -> list[str]:
    """The names that common words also make: 市中区, 成县 (形成县级), 海城市 (沿海城市)."""
    shape = re.compile(
        r".[县区市]|.城市|[东南西北中新老市城郊上下]{2}[区县]|[东西南北中青千名横明连]山区"
        rf"|[古平满望增水海清源顺相龙云历江]城区|({COMMON_WORDS})[区县市]"
    )
    return sorted({n for n in names if shape.fullmatch(n)})
