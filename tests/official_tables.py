"""The official tables of 2019 and 2021 as the forms print them: rows of cells with their spans.

Written from the forms, not from rules/forms/: a test that renders them tests those as well.
A cell is `(text, columns it covers, rows it covers)`.
"""

from collections.abc import Mapping

Span = tuple[str, int, int]
Rows = list[list[Span]]
Figures = Mapping[str, str]  # by path; every figure that is not in it is "0"

APPLICANTS = {
    "natural_person": "自然人",
    "commercial_enterprise": "商业企业",
    "research_institution": "科研机构",
    "public_welfare_organisation": "社会公益组织",
    "legal_service_organisation": "法律服务机构",
    "other_organisation": "其他",
    "total": "总计",
}
REFUSED = {
    "state_secret": "1.属于国家秘密",
    "forbidden_by_law": "2.其他法律行政法规禁止公开",
    "security_and_stability": "3.危及“三安全一稳定”",
    "third_party_rights": "4.保护第三方合法权益",
    "internal_affairs": "5.属于三类内部事务信息",
    "process_information": "6.属于四类过程性信息",
    "enforcement_file": "7.属于行政执法案卷",
    "administrative_query": "8.属于行政查询事项",
}
UNAVAILABLE = {
    "not_held": "1.本机关不掌握相关政府信息",
    "must_be_created": "2.没有现成信息需要另行制作",
    "still_unclear": "3.补正后申请内容仍不明确",
}
NOT_HANDLED = {
    "petition_or_complaint": "1.信访举报投诉类申请",
    "repeated": "2.重复申请",
    "publication": "3.要求提供公开出版物",
    "excessive": "4.无正当理由大量反复申请",
    "confirmation": "5.要求行政机关确认或重新出具已获取信息",
}
OTHER = {
    "correction_overdue": "1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请",
    "fee_overdue": "2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请",
    "other": "3.其他",
}
PARTLY = "（二）部分公开（区分处理的，只计这一情形，不计其他情形）"
PRINTED = "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）"
OUTCOMES = {
    "upheld": "结果维持",
    "corrected": "结果纠正",
    "other": "其他结果",
    "pending": "尚未审结",
    "total": "总计",
}
DOCUMENTS_2019 = {
    "made": "本年新制作数量",
    "disclosed": "本年新公开数量",
    "total": "对外公开总数量",
}
ITEMS_2019 = {
    "previous_items": "上一年项目数量",
    "change": "本年增/减",
    "decisions": "处理决定数量",
}
PROACTIVE = {
    2021: [
        (
            "第二十条第（一）项",
            {"issued": "本年制发件数", "repealed": "本年废止件数", "in_force": "现行有效件数"},
            {"regulations": "规章", "normative_documents": "行政规范性文件"},
        ),
        ("第二十条第（五）项", {"decisions": "本年处理决定数量"}, {"licences": "行政许可"}),
        (
            "第二十条第（六）项",
            {"decisions": "本年处理决定数量"},
            {"penalties": "行政处罚", "coercive_measures": "行政强制"},
        ),
        (
            "第二十条第（八）项",
            {"amount": "本年收费金额（单位：万元）"},
            {"fees": "行政事业性收费"},
        ),
    ],
    2019: [
        (
            "第二十条第（一）项",
            DOCUMENTS_2019,
            {"regulations": "规章", "normative_documents": "规范性文件"},
        ),
        (
            "第二十条第（五）项",
            ITEMS_2019,
            {"licences": "行政许可", "other_services": "其他对外管理服务事项"},
        ),
        (
            "第二十条第（六）项",
            ITEMS_2019,
            {"penalties": "行政处罚", "coercive_measures": "行政强制"},
        ),
        (
            "第二十条第（八）项",
            {key: ITEMS_2019[key] for key in ("previous_items", "change")},
            {"fees": "行政事业性收费"},
        ),
        (
            "第二十条第（九）项",
            {"items": "采购项目数量", "amount": "采购总金额（元）"},
            {"procurement": "政府集中采购"},
        ),
    ],
}


def proactive(edition: int, figures: Figures) -> Rows:
    """Table one; the last cell of a row covers what is left of the four columns."""
    rows: Rows = []
    for header, columns, lines in PROACTIVE[edition]:
        rows.append([(header, 4, 1)])
        texts = [["信息内容", *columns.values()]]
        for key, label in lines.items():
            paths = [f"proactive.{key}.{column}" for column in columns]
            texts.append([label, *(figures.get(path, "0") for path in paths)])
        for *first, last in texts:
            rows.append([*((text, 1, 1) for text in first), (last, 4 - len(first), 1)])
    return rows


def applications(edition: int, figures: Figures) -> Rows:
    """Table two: three columns of labels, seven of figures."""

    def line(key: str, *labels: Span) -> list[Span]:
        paths = [f"applications.{key}.{column}" for column in APPLICANTS]
        return [*labels, *((figures.get(path, "0"), 1, 1) for path in paths)]

    def group(name: str, label: str, lines: Mapping[str, str]) -> Rows:
        rows = [line(f"{name}.{key}", (text, 1, 1)) for key, text in lines.items()]
        rows[0].insert(0, (label, 1, len(lines)))
        return rows

    _, *organisations, _ = APPLICANTS.values()
    handled = [
        line("disclosed", ("（一）予以公开", 2, 1)),
        line("partly_disclosed", (PARTLY, 2, 1)),
        *group("refused", "（三）不予公开", REFUSED),
        *group("unavailable", "（四）无法提供", UNAVAILABLE),
        *group("not_handled", "（五）不予处理", NOT_HANDLED),
        *(
            group("other", "（六）其他处理", OTHER)
            if edition == 2021
            else [line("other.undivided", ("（六）其他处理", 2, 1))]
        ),
        line("closed", ("（七）总计", 2, 1)),
    ]
    handled[0].insert(0, ("三、本年度办理结果", 1, len(handled)))
    return [
        [(PRINTED, 3, 3), ("申请人情况", 7, 1)],
        [("自然人", 1, 2), ("法人或其他组织", 5, 1), ("总计", 1, 2)],
        [(label, 1, 1) for label in organisations],
        line("received", ("一、本年新收政府信息公开申请数量", 3, 1)),
        line("carried", ("二、上年结转政府信息公开申请数量", 3, 1)),
        *handled,
        line("carried_forward", ("四、结转下年度继续办理", 3, 1)),
    ]


def litigation(figures: Figures) -> Rows:
    """Table three: fifteen figures in one row."""
    groups = ("reviews", "direct_suits", "suits_after_review")
    paths = [f"{group}.{outcome}" for group in groups for outcome in OUTCOMES]
    return [
        [("行政复议", 5, 2), ("行政诉讼", 10, 1)],
        [("未经复议直接起诉", 5, 1), ("复议后起诉", 5, 1)],
        [(label, 1, 1) for label in OUTCOMES.values()] * 3,
        [(figures.get(path, "0"), 1, 1) for path in paths],
    ]
