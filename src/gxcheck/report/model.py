"""What the report says: the typed, frozen value that all rules look at."""

# Annotations are evaluated here: as texts they would cost pydantic a quarter of the import more.

import datetime
from decimal import Decimal
from typing import Annotated, Literal, TypeAlias

from pydantic import AfterValidator, Field

from gxcheck.document.model import Block, Document, Location
from gxcheck.report.figures import Annex, Applications, Outcomes, Proactive
from gxcheck.report.fixed import Fixed
from gxcheck.report.lineage import EDITIONS, Edition, known_edition
from gxcheck.report.prose.stated import Hedge, ToldCount, ToldGrowth, ToldShare, ToldSum
from gxcheck.value import Value

__all__ = [
    "Attachment",
    "Claim",
    "Contact",
    "DateMention",
    "DeclaredSections",
    "Extent",
    "Heading",
    "LabelReading",
    "Likeness",
    "Organ",
    "OrganKind",
    "OrganName",
    "Period",
    "Phone",
    "Preamble",
    "Report",
    "Section",
    "Signature",
    "SpecialOrgan",
    "TableName",
    "TableReading",
    "Title",
    "UnitReading",
    "Words",
]

OrganKind: TypeAlias = Literal["government", "department", "township", "other"]
SpecialOrgan: TypeAlias = Literal["zone", "school"]
TableName: TypeAlias = Literal["proactive", "applications", "litigation", "annex"]
Likeness: TypeAlias = Literal["official", "synonym", "similar"]
Extent: TypeAlias = Literal["whole", "own", "behalf", "filed", "part"]


class Words(Value, frozen=True, forbid_unknown_fields=True):
    """Words of the report and where they stand. `text` is normalised (half width, no spaces)."""

    text: str
    location: Location


class Title(Words, frozen=True):
    """The title, over several lines where it is broken; `year` as it names it."""

    year: int | None = None
    organ: str | None = None


class OrganName(Words, frozen=True):
    """One mention of the reporting organ. `place` says where it stands."""

    place: Literal["title", "preamble", "contact", "signature"]


class Organ(Fixed):
    """Whose report it is.

    `name` as fully as the report gives it; `names` all mentions of it as the reporting organ
    (title, preamble, contact, signature), in that order. `special` are those of whom less is asked
    than of others of their kind: the committee of a zone (管委会), which counts as a government,
    and a school that reports by school year.
    """

    name: str | None = None
    kind: OrganKind = "other"
    special: SpecialOrgan | None = None
    names: tuple[OrganName, ...] = ()


class DateMention(Words, frozen=True):
    """A date that the report writes. `date` is None where the calendar does not have it.

    `day` is None in a signature that tells only the month.
    """

    year: int
    month: int
    day: int | None
    date: datetime.date | None


class Period(Words, frozen=True):
    """The statistical period. A bound is None where it is not told or not in the calendar."""

    start: datetime.date | None
    end: datetime.date | None


class Phone(Words, frozen=True):
    """One telephone or fax number. `text` as written; `area_code`, `number` digits only."""

    area_code: str | None
    number: str
    extension: str | None = None


class Contact(Fixed):
    """How to reach the organ, wherever in the report it stands."""

    place: Literal["preamble", "section", "end"]
    location: Location
    organ: Words | None = None
    phones: tuple[Phone, ...] = ()
    faxes: tuple[Phone, ...] = ()
    addresses: tuple[Words, ...] = ()
    postcodes: tuple[Words, ...] = ()
    emails: tuple[Words, ...] = ()


class DeclaredSections(Words, frozen=True):
    """The report's own list of its parts: the count it tells and the titles it lists."""

    count: int | None
    titles: tuple[Words, ...]


class Preamble(Fixed):
    """What stands between the title and the first section."""

    blocks: tuple[Block, ...]
    basis: tuple[Words, ...] = ()


class Heading(Words, frozen=True):
    """A heading: `number` as printed, `style` of its numbering, `ordinal` its value.

    Styles: "一、" "（一）" "1." "（1）" "一是" "第一" or "" for none, in normal dress. `title` is
    the heading without number and closing punctuation.
    """

    number: str
    style: str
    ordinal: int | None
    title: str


class Section(Fixed):
    """A top-level section.

    `role` is the form's name for it, or that of a known local addition; None where the section is
    neither. `blocks` is what stands below the heading.
    """

    role: str | None
    likeness: Likeness
    heading: Heading
    blocks: tuple[Block, ...]
    subheadings: tuple[Heading, ...] = ()


class Signature(Fixed):
    """Who signs, and when. `date` is the date that stands with the signature."""

    organ: Words | None = None
    date: DateMention | None = None


class Attachment(Words, frozen=True):
    """An attachment that the report names. `present` where its text or table follows."""

    title: str
    present: bool


class LabelReading(Words, frozen=True):
    """A label of a form as the report prints it. `field` is the path of the row or column."""

    field: str
    official: str
    likeness: Likeness


class UnitReading(Words, frozen=True):
    """A unit as printed for the figure `field`, and the form's own."""

    field: str
    official: str


class TableReading(Fixed):
    """What was found of one table of a form, beside its figures."""

    table: TableName
    location: Location
    rows: tuple[LabelReading, ...]
    columns: tuple[LabelReading, ...]
    units: tuple[UnitReading, ...] = ()
    extra_rows: tuple[Words, ...] = ()


class Claim(Words, frozen=True, kw_only=True):
    """A figure that the prose states, or that it says is none, and what it speaks of.

    `about` names the fact as rules/claims.yml does. `fields` are the figures whose sum it is, by
    path, and `readings` other sums that the same words may mean; both are empty where it is bound
    to none. `value` is the number told (money in 元), from `low` to `high` what the words can mean:
    余, 约 and 万 leave room, and 超过 sets no bound above (None). `unit` is that printed, `hedge`
    the direction of an approximation.
    `kind`: a number, a plain denial (未收到, 无), or all of what was told before (均已答复).
    `scope` has the words that say whose figure it is, `extent` what they mean: of all that the
    report is on, of the organ's own, on behalf of another (代表区政府), of what was filed (备案),
    or of a part. `year` is the year it speaks of, None where it is counted over several. `quote`
    has the original words.
    """

    about: str
    fields: tuple[str, ...] = ()
    readings: tuple[tuple[str, ...], ...] = ()
    value: int | Decimal
    low: int | Decimal
    high: int | Decimal | None
    unit: str = ""
    hedge: Hedge = ""
    kind: Literal["number", "none", "all"] = "number"
    scope: str = ""
    extent: Extent = "whole"
    year: int | None = None
    section: str | None = None
    quote: str


class Report(Fixed):
    """An annual report, read. Every part leads back to its place in `document`.

    `edition` is the form that was found; by the year where no form is recognisable. `is_report` is
    False where the text is no annual report of this kind at all; the parts are then empty.
    `titles` holds the titles of further reports in the same file.
    """

    is_report: bool = True
    edition: Annotated[
        Edition, AfterValidator(known_edition), Field(json_schema_extra={"enum": [*EDITIONS]})
    ]
    form_found: bool = False
    year: Annotated[int | None, Field(ge=1900, le=2200)] = None
    title: Title | None = None
    titles: tuple[Title, ...] = ()
    organ: Organ = Organ.model_construct()
    period: Period | None = None
    contact: Contact | None = None
    website: tuple[Words, ...] = ()
    preamble: Preamble | None = None
    declared: DeclaredSections | None = None
    sections: tuple[Section, ...] = ()
    signature: Signature = Signature.model_construct()
    attachments: tuple[Attachment, ...] = ()
    dates: tuple[DateMention, ...] = ()
    proactive: Proactive | None = None
    applications: Applications | None = None
    reviews: Outcomes | None = None
    direct_suits: Outcomes | None = None
    suits_after_review: Outcomes | None = None
    annex: Annex | None = None
    tables: tuple[TableReading, ...] = ()
    claims: tuple[Claim, ...] = ()
    sums: tuple[ToldSum, ...] = ()
    shares: tuple[ToldShare, ...] = ()
    growths: tuple[ToldGrowth, ...] = ()
    counts: tuple[ToldCount, ...] = ()
    document: Document

    def section(self, role: str) -> Section | None:
        """The first section of that role."""
        return next((section for section in self.sections if section.role == role), None)
