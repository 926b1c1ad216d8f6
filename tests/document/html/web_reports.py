"""Reports of our own writing, as a list of parts, to be set as web pages."""

from typing import NamedTuple

from web_forms import Grid, Numbers, tables

__all__ = ["CHROME", "Part", "WebReport", "report"]

CHROME = (
    "网站地图",
    "无障碍浏览",
    "政务服务",
    "打印本页",
    "备案号",
    "扫一扫",
    "浏览次数",
    "索引号",
    "当前位置",
    "上一篇",
    "var menu",
    "font-family",
)


class Part(NamedTuple):
    """A heading, a paragraph, a line of the signature, or a table."""

    kind: str
    text: str = ""
    grid: Grid | None = None


class WebReport(NamedTuple):
    """A report, and what must be read of it."""

    edition: int
    title: str
    parts: list[Part]
    figures: dict[str, int]
    roles: list[str]
    phone: str

    @property
    def prose(self) -> list[str]:
        return [part.text for part in self.parts if part.kind != "table"]


SECTIONS = {
    2021: {
        "overview": "总体情况",
        "proactive": "主动公开政府信息情况",
        "applications": "收到和处理政府信息公开申请情况",
        "reviews": "政府信息公开行政复议、行政诉讼情况",
        "problems": "存在的主要问题及改进情况",
        "other": "其他需要报告的事项",
    },
    2008: {
        "overview": "概述",
        "proactive": "主动公开政府信息的情况",
        "applications": "依申请公开政府信息和不予公开政府信息的情况",
        "fees": "政府信息公开的收费及减免情况",
        "reviews": "因政府信息公开申请行政复议、提起行政诉讼的情况",
        "problems": "政府信息公开工作存在的主要问题及改进情况",
        "other": "其他需要报告的事项",
    },
}
PROSE = {
    "overview": [
        "今年以来，我局坚持以公开促落实、促规范，不断提高政务公开的质量，各项任务按期完成。",
        "（一）主动公开情况。通过门户网站公开信息317条，其中政策解读26条；答复网民留言48件。",
        "（二）监督保障情况。召开专题会议2次，举办培训1期，未发生责任追究的情形。",
    ],
    "problems": [
        "存在的问题：一是公开内容不够全面，更新不够及时；二是解读形式比较单一。",
        "改进措施：一是完善内部审核流程，明确专人负责；二是丰富解读形式，采用图文、视频等方式。",
    ],
    "other": ["本年度没有收取信息处理费，无其他需要报告的事项。"],
    "fees": ["本年度未收取检索、复制、邮寄等费用。"],
    "applications": ["本年度共收到申请12件，均已按期答复。"],
    "reviews": ["本年度没有因政府信息公开被申请行政复议、提起行政诉讼的情形。"],
    "proactive": ["本年度主动公开政府信息317条，全文电子化率达100%。"],
}
NUMERALS = "一二三四五六七"


def report(edition: int, first: int = 1001) -> WebReport:
    """A report of an edition whose figures count up from `first`."""
    numbers = Numbers(first)
    grids = tables(edition, numbers)
    year = {2008: 2016, 2019: 2020, 2021: 2023}[edition]
    title = f"青岩市水利局{year}年政府信息公开工作年度报告"
    sections = SECTIONS[2008 if edition == 2008 else 2021]
    phone = "0817-6655012"
    parts = [Part("text", _preamble(year, phone, list(sections.values())))]
    for numeral, (role, name) in zip(NUMERALS, sections.items(), strict=False):
        parts.append(Part("heading", f"{numeral}、{name}"))
        if role in grids:
            parts.append(Part("table", grid=grids[role]))
        else:
            parts += [Part("text", words) for words in PROSE[role]]
    parts += [Part("sign", "青岩市水利局"), Part("sign", f"{year + 1}年1月18日")]
    if "annex" in grids:
        parts += [Part("text", "附件：政府信息公开情况统计表"), Part("table", grid=grids["annex"])]
    return WebReport(edition, title, parts, numbers.given, list(sections), phone)


def _preamble(year: int, phone: str, sections: list[str]) -> str:
    return (
        "根据《中华人民共和国政府信息公开条例》（以下简称《条例》）的规定，现公布青岩市水利局"
        f"{year}年政府信息公开工作年度报告。本报告由{'、'.join(sections)}等部分组成，"
        f"所列数据的统计期限自{year}年1月1日起，至{year}年12月31日止。如对本报告有疑问，"
        f"请与青岩市水利局办公室联系（地址：青岩市沿江路21号，邮编：637105，电话：{phone}）。"
    )
