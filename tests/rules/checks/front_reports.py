"""Reports for the tests of contact, regulations and dates: a sound text, changed as a test asks."""

from gxcheck.document import read_text
from gxcheck.report import recognise
from gxcheck.rules.evaluation.evaluate import prepare
from gxcheck.rules.model import Finding
from gxcheck.rules.packs.loader import shipped_rules

PHONE = "0571-85255100"
POSTCODE = "310016"
EMAIL = "zwgk@example.gov.cn"
ADDRESS = "杭州市上城区城星路9号"
WEBSITE = "http://www.example.gov.cn"
PERIOD = "统计期限自2022年1月1日起至2022年12月31日止"

_TEXT = """{organ}2022年政府信息公开工作年度报告

根据《中华人民共和国政府信息公开条例》（以下简称《条例》）要求，编制本报告。本报告所列数据{period}。报告电子版可在市政府网站（{website}）查阅。如有疑问，请与{organ}办公室联系（地址：{address}，邮编：{postcode}，电话：{phone}，电子邮箱：{email}）。

一、总体情况
2022年，我局贯彻落实《条例》，主动公开政府信息120条。{body}
二、主动公开政府信息情况
无。
三、收到和处理政府信息公开申请情况
2022年共收到申请3件，均已答复。
四、政府信息公开行政复议、行政诉讼情况
无。
五、存在的主要问题及改进情况
更新不够及时，下一步将加强培训。
六、其他需要报告的事项
无。

{organ}
{date}
"""


def text_with(**changes: str) -> str:
    """The sound text with other details: phone, postcode, email, address, website, period, …"""
    details = {
        "organ": "杭州市教育局",
        "phone": PHONE,
        "postcode": POSTCODE,
        "email": EMAIL,
        "address": ADDRESS,
        "website": WEBSITE,
        "period": PERIOD,
        "body": "",
        "date": "2023年1月18日",
    }
    assert changes.keys() <= details.keys()
    return _TEXT.format(**{**details, **changes})


def findings(rules: list[str], text: str) -> list[Finding]:
    """What some shipped rules find together in a text; none of them may fail."""
    shipped = shipped_rules()
    chosen = [shipped.get(name) for name in rules]
    assert None not in chosen, rules
    report = recognise(read_text(text))
    program = prepare(chosen, report.edition, shipped.words)
    found, outcomes = program.evaluate(report, "zh")
    assert "rule_error" not in {outcome.verdict for outcome in outcomes}, found
    return list(found)


def told(rules: list[str], **changes: str) -> list[tuple[str, str]]:
    """The findings of some rules in the sound text with other details: rule and quote."""
    return [(finding.rule, finding.quote) for finding in findings(rules, text_with(**changes))]
