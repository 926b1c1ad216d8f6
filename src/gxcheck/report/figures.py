"""The figures of the official forms, typed to the last cell.

The names are those of the forms' rows and columns. A field that the edition's form does not have
is None; one that the form has and the report has not is a `Figure` in state "absent". Sources of
the fields: 国办公开办函〔2019〕60号 and 〔2021〕30号 (sections two to four); the annex is that of
国办发〔2014〕32号.
"""

# Annotations are evaluated here: as texts they would cost pydantic a quarter of the import more.

from decimal import Decimal
from typing import Literal, TypeAlias

from gxcheck.document.model import Location
from gxcheck.report.fixed import Fixed
from gxcheck.value import Value

__all__ = [
    "Annex",
    "AnnexApplications",
    "Applications",
    "ByApplicant",
    "Channels",
    "Decisions",
    "Documents",
    "Fees",
    "Figure",
    "Litigation",
    "NotHandled",
    "OtherHandling",
    "Outcomes",
    "Proactive",
    "Procurement",
    "Refused",
    "RefusedReplies",
    "Replies",
    "Responses",
    "Staff",
    "State",
    "Unavailable",
]

State: TypeAlias = Literal["number", "blank", "none_mark", "text", "absent"]


class Figure(Value, frozen=True):
    """One cell of a form. `value` is exact: int where written whole, else Decimal.

    `raw` is the cell as read, `unit` the unit printed for it. `state` keeps apart what is often
    confused: a number, a blank cell, a mark for none (/, -, 无), other text, and an absent cell.
    Only a number has a value.
    """

    value: int | Decimal | None = None
    raw: str = ""
    state: State = "absent"
    unit: str | None = None
    location: Location | None = None


class ByApplicant(Fixed):
    """One row of the table of section three: a count of applications by kind of applicant."""

    natural_person: Figure
    commercial_enterprise: Figure
    research_institution: Figure
    public_welfare_organisation: Figure
    legal_service_organisation: Figure
    other_organisation: Figure
    total: Figure


class Refused(Fixed):
    """（三）不予公开 and its eight grounds."""

    state_secret: ByApplicant
    forbidden_by_law: ByApplicant
    security_and_stability: ByApplicant
    third_party_rights: ByApplicant
    internal_affairs: ByApplicant
    process_information: ByApplicant
    enforcement_file: ByApplicant
    administrative_query: ByApplicant


class Unavailable(Fixed):
    """（四）无法提供."""

    not_held: ByApplicant
    must_be_created: ByApplicant
    still_unclear: ByApplicant


class NotHandled(Fixed):
    """（五）不予处理."""

    petition_or_complaint: ByApplicant
    repeated: ByApplicant
    publication: ByApplicant
    excessive: ByApplicant
    confirmation: ByApplicant


class OtherHandling(Fixed):
    """（六）其他处理: three rows since 2021, one undivided row in 2019 and 2020."""

    correction_overdue: ByApplicant | None = None
    fee_overdue: ByApplicant | None = None
    other: ByApplicant | None = None
    undivided: ByApplicant | None = None


class Applications(Fixed):
    """Section three: applications received and how they were handled (件)."""

    received: ByApplicant
    carried: ByApplicant
    disclosed: ByApplicant
    partly_disclosed: ByApplicant
    refused: Refused
    unavailable: Unavailable
    not_handled: NotHandled
    other: OtherHandling
    closed: ByApplicant
    carried_forward: ByApplicant


class Outcomes(Fixed):
    """Section four: one block of reviews or lawsuits by outcome (件)."""

    upheld: Figure
    corrected: Figure
    other: Figure
    pending: Figure
    total: Figure


class Documents(Fixed):
    """A row of 第二十条第（一）项: 2021 issued, repealed, in_force; 2019 made, disclosed, total."""

    issued: Figure | None = None
    repealed: Figure | None = None
    in_force: Figure | None = None
    made: Figure | None = None
    disclosed: Figure | None = None
    total: Figure | None = None


class Decisions(Fixed):
    """A row of 第（五）项 or 第（六）项. `change` (2019) may be negative."""

    decisions: Figure
    previous_items: Figure | None = None
    change: Figure | None = None


class Fees(Fixed):
    """行政事业性收费: `amount` in 万元 (2021); items of last year and their change (2019)."""

    amount: Figure | None = None
    previous_items: Figure | None = None
    change: Figure | None = None


class Procurement(Fixed):
    """政府集中采购 (2019): items, and the amount in 元."""

    items: Figure
    amount: Figure


class Proactive(Fixed):
    """Section two: what was disclosed on the organ's own motion."""

    regulations: Documents
    normative_documents: Documents
    licences: Decisions
    penalties: Decisions
    coercive_measures: Decisions
    fees: Fees
    other_services: Decisions | None = None
    procurement: Procurement | None = None


class Channels(Fixed):
    """Information disclosed by channel (条)."""

    gazette: Figure | None = None
    website: Figure | None = None
    weibo: Figure | None = None
    wechat: Figure | None = None
    other: Figure | None = None


class Responses(Fixed):
    """回应解读 (次; interpretations in 篇). `_led`: attended by the principal leader."""

    topics: Figure | None = None
    press_conferences: Figure | None = None
    press_conferences_led: Figure | None = None
    interviews: Figure | None = None
    interviews_led: Figure | None = None
    interpretations: Figure | None = None
    weibo_wechat: Figure | None = None
    other: Figure | None = None


class AnnexApplications(Fixed):
    """依申请公开 in the annex: by way of arrival, and closed by time (件)."""

    received: Figure | None = None
    in_person: Figure | None = None
    fax: Figure | None = None
    online: Figure | None = None
    letter: Figure | None = None
    closed: Figure | None = None
    on_time: Figure | None = None
    extended: Figure | None = None


class RefusedReplies(Fixed):
    """不同意公开答复数 and its six reasons (件)."""

    total: Figure | None = None
    state_secret: Figure | None = None
    trade_secret: Figure | None = None
    privacy: Figure | None = None
    security_and_stability: Figure | None = None
    not_government_information: Figure | None = None
    other: Figure | None = None


class Replies(Fixed):
    """申请答复数 and its eight kinds (件)."""

    total: Figure | None = None
    already_public: Figure | None = None
    disclosed: Figure | None = None
    partly_disclosed: Figure | None = None
    refused: RefusedReplies
    not_this_organ: Figure | None = None
    not_held: Figure | None = None
    to_be_amended: Figure | None = None
    other_channel: Figure | None = None


class Litigation(Fixed):
    """Reviews or lawsuits in the annex (件); there is no row for the undecided."""

    total: Figure | None = None
    upheld: Figure | None = None
    corrected: Figure | None = None
    other: Figure | None = None


class Staff(Fixed):
    """从事政府信息公开工作人员数 (人)."""

    total: Figure | None = None
    full_time: Figure | None = None
    part_time: Figure | None = None


class Annex(Fixed):
    """The 政府信息公开情况统计表. `fees` and `funding` in 万元, `trainees` in 人次."""

    disclosed: Figure | None = None
    normative_disclosed: Figure | None = None
    normative_issued: Figure | None = None
    channels: Channels
    responses: Responses
    applications: AnnexApplications
    replies: Replies
    reviews: Litigation
    lawsuits: Litigation
    complaints: Figure | None = None
    fees: Figure | None = None
    offices: Figure | None = None
    reading_points: Figure | None = None
    staff: Staff
    funding: Figure | None = None
    meetings: Figure | None = None
    training_courses: Figure | None = None
    trainees: Figure | None = None
