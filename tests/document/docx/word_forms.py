"""The official tables of 2019 and 2021 as Word files set them, a number of its own in every cell.

Merged cells, and header cells of several paragraphs, are those of the blank official form.
"""

from collections.abc import Iterator, Mapping

from word_files import docx, p, tbl, tc

from official_tables import NOT_HANDLED, OTHER, OUTCOMES, PROACTIVE, REFUSED, UNAVAILABLE

COLUMNS = {
    "natural_person": ("自然人",),
    "commercial_enterprise": ("商业", "企业"),
    "research_institution": ("科研", "机构"),
    "public_welfare_organisation": ("社会公益组织",),
    "legal_service_organisation": ("法律服务机构",),
    "other_organisation": ("其他",),
    "total": ("总计",),
}


class Numbers:
    """Hands out a number for each figure and remembers it."""

    def __init__(self) -> None:
        self.given: dict[str, int] = {}

    def __call__(self, path: str) -> str:
        self.given[path] = 1001 + len(self.given)
        return str(self.given[path])


def form(edition: int) -> tuple[bytes, Mapping[str, int]]:
    """A filled-in form of an edition, and the figure of each path."""
    numbers = Numbers()
    body = (
        *(p("一、总体情况"), p("二、主动公开政府信息情况"), proactive(edition, numbers)),
        *(p("三、收到和处理政府信息公开申请情况"), applications(edition, numbers)),
        *(p("四、政府信息公开行政复议、行政诉讼情况"), litigation(numbers), p("五、问题"), p("无")),
    )
    return docx(*body), numbers.given


def proactive(edition: int, numbers: Numbers) -> str:
    """Three figures a row, or as many as there are, the last one over the columns that are left."""
    rows = []
    for title, columns, lines in PROACTIVE[edition]:
        last = 4 - len(columns)
        rows.append([tc(title, span=4)])
        labels = list(columns.values())
        rows.append(["信息内容", *labels[:-1], tc(labels[-1], span=last)])
        for row, label in lines.items():
            cells = [numbers(f"proactive.{row}.{column}") for column in columns]
            rows.append([label, *cells[:-1], tc(cells[-1], span=last)])
    return tbl(*rows)


def applications(edition: int, numbers: Numbers) -> str:
    first, *middle, last = (tc(*words) for words in COLUMNS.values())
    note = "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）"
    header = [
        [tc(note, span=3, merge="restart"), tc("申请人情况", span=7)],
        [
            tc(span=3, merge="go on"),
            first.replace("<w:tcPr>", '<w:tcPr><w:vMerge w:val="restart"/>'),
            tc("法人或其他组织", span=5),
            last.replace("<w:tcPr>", '<w:tcPr><w:vMerge w:val="restart"/>'),
        ],
        [tc(span=3, merge="go on"), tc(merge="go on"), *middle, tc(merge="go on")],
    ]
    return tbl(*header, *application_rows(edition, numbers))


def application_rows(edition: int, numbers: Numbers) -> Iterator[list[str]]:
    def figures(row: str) -> list[str]:
        return [numbers(f"applications.{row}.{column}") for column in COLUMNS]

    yield [tc("一、本年新收政府信息公开申请数量", span=3), *figures("received")]
    yield [tc("二、上年结转政府信息公开申请数量", span=3), *figures("carried")]
    results = tc("三、本年度办理结果", merge="restart")
    yield [results, tc("（一）予以公开", span=2), *figures("disclosed")]
    below = tc(merge="go on")
    partly = "（二）部分公开（区分处理的，只计这一情形，不计其他情形）"
    yield [below, tc(partly, span=2), *figures("partly_disclosed")]
    groups = {
        "refused": ("（三）不予公开", REFUSED),
        "unavailable": ("（四）无法提供", UNAVAILABLE),
        "not_handled": ("（五）不予处理", NOT_HANDLED),
    }
    if edition == 2021:
        groups["other"] = ("（六）其他处理", OTHER)
    for key, (title, lines) in groups.items():
        group = tc(title, merge="restart")
        for row, label in lines.items():
            yield [below, group, label, *figures(f"{key}.{row}")]
            group = tc(merge="go on")
    if edition == 2019:
        yield [below, tc("（六）其他处理", span=2), *figures("other.undivided")]
    yield [below, tc("（七）总计", span=2), *figures("closed")]
    yield [tc("四、结转下年度继续办理", span=3), *figures("carried_forward")]


def litigation(numbers: Numbers) -> str:
    outcomes = list(OUTCOMES.values())
    blocks = ("reviews", "direct_suits", "suits_after_review")
    return tbl(
        [tc("行政复议", span=5), tc("行政诉讼", span=10)],
        [
            *(tc(label, merge="restart") for label in outcomes),
            *(tc("未经复议直接起诉", span=5), tc("复议后起诉", span=5)),
        ],
        [*(tc(merge="go on") for _ in outcomes), *outcomes, *outcomes],
        [numbers(f"{block}.{outcome}") for block in blocks for outcome in OUTCOMES],
    )
