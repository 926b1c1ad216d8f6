"""Filled-in forms of our own: every figure sound, no number twice, prose in our own words.

Faults are seeded by changing the figures or the prose, so that each stands in every format alike.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import count
from random import Random

from gxcheck.report.forms import form
from official_tables import (
    APPLICANTS,
    NOT_HANDLED,
    OTHER,
    OUTCOMES,
    PROACTIVE,
    REFUSED,
    UNAVAILABLE,
    Rows,
    applications,
    litigation,
    proactive,
)

Part = str | Rows
TITLES = {
    "overview": "一、总体情况",
    "proactive": "二、主动公开政府信息情况",
    "applications": "三、收到和处理政府信息公开申请情况",
    "reviews": "四、政府信息公开行政复议、行政诉讼情况",
    "problems": "五、存在的主要问题及改进情况",
    "other": "六、其他需要报告的事项",
}


@dataclass(frozen=True)
class FormReport:
    """A report: its title, its paragraphs by section, its figures by path, who signs it when."""

    name: str
    edition: int
    title: tuple[str, ...]
    preamble: str
    prose: Mapping[str, tuple[str, ...]]
    figures: Mapping[str, str]
    signature: tuple[str, str]
    without: tuple[str, ...] = ()

    def parts(self) -> list[Part]:
        """All of it in its order: paragraphs and tables."""
        if self.edition == 2008:
            return [*self._of_2008()]
        tables = {
            "proactive": proactive(self.edition, self.figures),
            "applications": applications(self.edition, self.figures),
            "reviews": litigation(self.figures),
        }
        parts: list[Part] = [*self.title, self.preamble]
        for role, title in TITLES.items():
            parts.append(title)
            parts += self.prose.get(role, ())
            if role in tables:
                parts.append(list(self._kept(tables[role])))
        return [*parts, *self.signature]

    def _of_2008(self) -> Iterator[Part]:
        """The same of the older form, whose one table stands behind the signature."""
        yield from (*self.title, self.preamble)
        for title, paragraphs in self.prose.items():
            yield from (title, *paragraphs)
        yield from self.signature
        yield "附件：政府信息公开情况统计表"
        yield list(self._kept(annex(self.figures)))

    def _kept(self, rows: Rows) -> Iterator[list[tuple[str, int, int]]]:
        """The rows but for those whose label is left out; what covers them covers one less."""
        gone = [n for n, row in enumerate(rows) if any(c[0] in self.without for c in row)]
        for number, row in enumerate(rows):
            if number not in gone:
                yield [
                    (text, across, down - sum(number < g < number + down for g in gone))
                    for text, across, down in row
                ]


def _result_rows(edition: int) -> list[str]:
    groups = {"refused": REFUSED, "unavailable": UNAVAILABLE, "not_handled": NOT_HANDLED}
    rows = ["disclosed", "partly_disclosed"]
    rows += [f"{group}.{key}" for group, keys in groups.items() for key in keys]
    return rows + ([f"other.{key}" for key in OTHER] if edition == 2021 else ["other.undivided"])


def sound_figures(edition: int, seed: int) -> dict[str, str]:
    """A number of its own in every cell, all identities true; the first draw that is so."""
    for attempt in count(seed * 1000):
        figures = dict(_draw(edition, Random(attempt)))
        if len(set(figures.values())) == len(figures):
            return {path: str(value) for path, value in figures.items()}
    raise AssertionError


def _draw(edition: int, random: Random) -> Iterator[tuple[str, int]]:
    numbers = random.sample(range(2, 240), 200)
    columns = list(APPLICANTS)[:-1]
    rows = {row: [numbers.pop() for _ in columns] for row in _result_rows(edition)}
    rows["closed"] = [sum(values) for values in zip(*rows.values(), strict=True)]
    rows["carried"] = [numbers.pop() for _ in columns]
    rows["carried_forward"] = [numbers.pop() for _ in columns]
    ends = zip(rows["closed"], rows["carried_forward"], rows["carried"], strict=True)
    rows["received"] = [closed + left - carried for closed, left, carried in ends]
    for row, values in rows.items():
        for column, value in zip(APPLICANTS, [*values, sum(values)], strict=True):
            yield f"applications.{row}.{column}", value
    for block in ("reviews", "direct_suits", "suits_after_review"):
        parts = [numbers.pop() for _ in range(4)]
        for outcome, value in zip(OUTCOMES, [*parts, sum(parts)], strict=True):
            yield f"{block}.{outcome}", value
    others = random.sample(range(260, 400), 30)
    for _, block_columns, lines in PROACTIVE[edition]:
        for row in lines:
            for column in block_columns:
                in_all = column in ("in_force", "total")
                yield f"proactive.{row}.{column}", others.pop() + 400 * in_all


def department() -> FormReport:
    """A department's report in the form of 2019."""
    return FormReport(
        name="department-2019",
        edition=2019,
        title=("曲阳县水利局2020年", "政府信息公开工作年度报告"),
        preamble=(
            "根据《中华人民共和国政府信息公开条例》的规定，编制本报告。报告所列数据的统计期限自"
            "2020年1月1日起至2020年12月31日止。本报告电子版可在曲阳县人民政府网站"
            "（http://www.quyang.gov.cn）查阅。如有疑问，请与曲阳县水利局办公室联系（地址：曲阳县"
            "恒山东路7号，邮政编码：073100，电话：0312-4212316，电子邮箱：qyslj@example.com）。"
        ),
        prose={
            "overview": (
                "2020年，我局把公开贯穿于河湖治理、供水保障和工程建设，群众关心的事项及时公布。",
                "（一）主动公开。通过县政府网站发布水旱灾害防御、饮水工程等信息，更新栏目内容。",
                "（二）依申请公开。规范接收、登记、审核、答复各环节，答复文书由专人校对。",
                "（三）监督保障。由分管负责同志牵头，办公室具体落实，全年组织业务学习两次。",
            ),
            "problems": (
                "存在的问题：一是工程建设领域的公开不够细致；二是解读方式比较单一。",
                "改进措施：一是细化工程项目的公开内容和时限；二是多用图表和短片解读。",
            ),
            "other": ("无其他需要报告的事项。",),
        },
        figures=sound_figures(2019, 1),
        signature=("曲阳县水利局", "2021年1月16日"),
    )


def government() -> FormReport:
    """A city government's report in the form of 2021."""
    return FormReport(
        name="government-2021",
        edition=2021,
        title=("桂林市人民政府2023年政府信息公开工作年度报告",),
        preamble=(
            "按照《中华人民共和国政府信息公开条例》要求，现公布桂林市人民政府2023年政府信息公开工作"
            "年度报告。本报告由总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况、"
            "政府信息公开行政复议、行政诉讼情况、存在的主要问题及改进情况、其他需要报告的事项六部分"
            "组成。数据统计期限为2023年1月1日至2023年12月31日。本报告可在桂林市人民政府网站"
            "（http://www.guilin.gov.cn）下载。联系地址：桂林市临桂区西城中路69号，邮编：541199，"
            "联系电话：0773-2812345，电子邮箱：glsxxgk@example.com。"
        ),
        prose={
            "overview": (
                "2023年，市政府以群众需求为导向，推进重点领域信息公开，公开的质量有所提升。",
                "（一）主动公开。围绕稳增长、惠民生和财政资金，及时发布权威信息并加以解读。",
                "（二）依申请公开。健全受理、会商、审核机制，答复文书由专人校对。",
                "（三）政府信息管理。起草文件时同步确定公开属性，集中公开行政规范性文件。",
                "（四）平台建设。改版门户网站公开专栏，办好政务新媒体和政府公报。",
                "（五）监督保障。把公开工作纳入年度考核，组织社会评议，全年没有责任追究情形。",
            ),
            "problems": (
                "存在的问题：一是部分县区的栏目更新不及时；二是工作人员变动较大，业务不够熟练。",
                "改进措施：一是按月检查栏目更新情况并通报；二是组织专题培训，编印办理规范。",
            ),
            "other": ("2023年度没有收取信息处理费。",),
        },
        figures=sound_figures(2021, 2),
        signature=("桂林市人民政府", "2024年3月12日"),
    )


def annex(figures: Mapping[str, str]) -> Rows:
    """The statistical table: words of the form, unit, figure."""
    rows: Rows = [[("统计指标", 1, 1), ("单位", 1, 1), ("统计数", 1, 1)]]
    for row in form(2008).tables["annex"].rows:
        figure = figures[f"annex.{row.key}"]
        rows.append([(row.label, 1, 1), (row.unit or "", 1, 1), (figure, 1, 1)])
    return rows


def annex_report() -> FormReport:
    """A department's report in the form of 2008, with the statistical table of 2014."""
    rows = form(2008).tables["annex"].rows
    return FormReport(
        name="department-2008",
        edition=2008,
        title=("林口县水务局2016年", "政府信息公开工作年度报告"),
        preamble=(
            "根据《中华人民共和国政府信息公开条例》和《林口县政府信息公开规定》，编制本报告。数据的"
            "统计期限自2016年1月1日起至2016年12月31日止。本报告可在林口县人民政府网站"
            "（http://www.linkou.gov.cn）查阅。联系人单位：林口县水务局办公室，地址：林口县林口镇"
            "站前街12号，邮编：157600，电话：0453-3525112，电子邮箱：lkswj@example.com。"
        ),
        prose={
            "一、概述": ("2016年，我局把公开工作与防汛抗旱、农田水利建设一同部署，栏目及时更新。",),
            "二、主动公开政府信息情况": ("通过县政府网站、公告栏公布工程招标、水质监测等信息。",),
            "三、依申请公开政府信息情况": ("申请的受理、登记、答复由办公室专人负责，均依法办理。",),
            "四、政府信息公开的收费及减免情况": ("按照规定的标准收取复制和邮寄的成本费用。",),
            "五、因政府信息公开申请行政复议、提起行政诉讼的情况": ("具体数据见附件。",),
            "六、存在的主要问题及改进情况": (
                "存在的问题：一是公开的内容还不够全面；二是人员业务水平有待提高。",
                "改进措施：一是对照目录逐项补齐；二是安排业务培训和交流。",
            ),
        },
        figures={f"annex.{row.key}": str(1001 + n) for n, row in enumerate(rows)},
        signature=("林口县水务局", "2017年2月20日"),
    )


def with_faults(report: FormReport) -> FormReport:
    """The same with several: a balance, a sum, blank cells, a lost row, the year, a telephone."""
    figures = dict(report.figures)

    def change(path: str, by: int) -> None:
        figures[path] = str(int(figures[path]) + by)

    change("applications.received.research_institution", 5)
    change("applications.refused.third_party_rights.natural_person", 3)
    change("reviews.total", -1)
    figures["applications.unavailable.not_held.commercial_enterprise"] = ""
    figures["direct_suits.other"] = ""
    figures["proactive.penalties.decisions"] = "约30"
    year = int(report.title[0][report.title[0].index("20") :][:4])
    return replace(
        report,
        name=f"{report.name}-faults",
        title=tuple(line.replace(str(year), str(year - 1)) for line in report.title),
        preamble=report.preamble.replace("0773-28", "0773-8").replace("0312-42", "0312-4"),
        figures=figures,
        without=("2.重复申请", "行政强制"),
    )


REPORTS: Mapping[str, Callable[[], FormReport]] = {
    "department-2008": annex_report,
    "department-2019": department,
    "government-2021": government,
    "department-2019-faults": lambda: with_faults(department()),
    "government-2021-faults": lambda: with_faults(government()),
}
