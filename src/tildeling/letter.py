"""The typed objects that a letter becomes: the contract, schema version 2.

Every other module opens on this one. Names and meanings are fixed: adding a field is fine,
renaming,
dropping or changing the meaning of one is a new schema version. Models are frozen, and kroner are
integers.
"""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import Annotated, Any, ClassVar, Literal, Self, get_args

from pydantic import (
    BaseModel,
    ConfigDict,
    Field,
    PrivateAttr,
    ValidationError,
    WithJsonSchema,
    field_validator,
)

from tildeling.errors import other_version, unknown_value
from tildeling.methods import LetterMethods, Shown
from tildeling.origin import NOWHERE, Extent, Origin

SCHEMA_VERSION = "2"

TextSource = Literal["pdf", "text", "ocr", "mixed"]
LetterKind = Literal["base", "addendum"]
WrittenLanguage = Literal["nb", "nn"]
AssignmentStatus = Literal["new", "amended", "cancelled"]
Precision = Literal["day", "week", "month", "quarter", "tertial", "half_year", "season", "year"]
DeadlineStatus = Literal["dated", "immediate", "ongoing", "to_be_agreed", "conditional"]
Recurrence = Literal["yearly", "half_yearly", "tertially", "quarterly", "monthly"]
FinancingKind = Literal[
    "grant",
    "increase",
    "decrease",
    "within_budget",
    "other_budget",
    "see_section",
    "total",
    "correction",
]
ColumnRole = Literal["previous", "change", "new"]
UnitBasis = Literal["stated", "derived", "assumed"]
Side = Literal["expenditure", "revenue"]
CommonWording = Literal["verbatim", "near", "reworded", "mentioned"]
RowKind = Literal["post", "chapter", "sum"]
ReferenceKind = Literal[
    "proposition", "recommendation", "white_paper", "circular", "law", "letter", "section"
]
Comparison = Literal["at_least", "at_most", "equal", "between", "increase", "decrease", "maintain"]
Unit = Literal[
    "percent",
    "percentage_points",
    "count",
    "kroner",
    "days",
    "weeks",
    "months",
    "years",
    "hours",
    "minutes",
    "score",
]
TargetRole = Literal["target", "result"]
ReportDocument = Literal[
    "annual_report",
    "tertial_report",
    "half_year_report",
    "quarterly_report",
    "monthly_report",
    "separate",
]
AuthorisationKind = Literal[
    "additional_revenue",
    "overspend",
    "commitment",
    "transferable",
    "use_under",
    "estimate",
    "net_budgeting",
    "lease",
    "charge",
    "reallocate",
    "staff",
    "property",
    "other",
]
Severity = Literal["error", "warning", "info"]
FindingCode = Literal[
    "row_arithmetic",
    "sum_mismatch",
    "change_not_in_table",
    "chapter_mismatch",
    "dangling_reference",
    "duplicate_number",
    "impossible_date",
    "deadline_before_letter",
    "missing_letter",
    "missing_part",
    "previous_amount_mismatch",
    "hidden_text",
    "not_sure_a_letter",
    "ocr_uncertain",
    "several_letters",
    "unclaimed_amount",
    "unit_doubt",
    "unread",
    "wrong_order",
]


def _is_empty(value: tuple[int, ...]) -> bool:
    return not value


class Model(Shown, BaseModel):
    """What all parts of a letter share: frozen; fields of a newer version are passed over."""

    model_config = ConfigDict(frozen=True, extra="ignore")


class Versioned(Model):
    """What is written as a file of its own, with the version of its schema."""

    schema_version: Literal["2"] = Field(default="2", description="Version of this schema.")

    @field_validator("schema_version", mode="before")
    @classmethod
    def _of_this_version(cls, version: object) -> object:
        """Raises `SchemaVersionError` for data that this release cannot tell the meaning of."""
        if isinstance(version, str) and version != SCHEMA_VERSION:
            raise other_version(version, SCHEMA_VERSION)
        return version

    @classmethod
    def model_validate_json(cls, json_data: str | bytes | bytearray, **options: Any) -> Self:
        """See pydantic. Raises `SchemaVersionError` for words that a later release brought."""
        try:
            return super().model_validate_json(json_data, **options)
        except ValidationError as error:
            wrongs = error.errors()
            if all(one["type"] == "literal_error" for one in wrongs):
                place = ".".join(map(str, wrongs[0]["loc"]))
                raise unknown_value(place, wrongs[0]["input"]) from error
            raise


class Evidence(Model):
    """Where something was read: one place on one page."""

    page: int | None = Field(description="Page, from 1; null for plain text.")
    bbox: tuple[float, float, float, float] | None = Field(
        description="x0, top, x1, bottom in points from the page's top left; null for plain text."
    )
    text: str = Field(description="The words it was read from.")

    # What was read has one of its own in its `__dict__`, beside the fields. As a private attribute
    # it would take most of the time of reading a letter's JSON: one call for each evidence.
    _extent: ClassVar[Extent] = NOWHERE

    @classmethod
    def _as_read(
        cls,
        page: int | None,
        bbox: tuple[float, float, float, float] | None,
        text: str,
        extent: Extent,
    ) -> Evidence:
        """What the package has read itself, as pydantic makes it, without the checks of a foreign
        value: a letter has 150 of these, and checking them takes 1 % of `parse`.
        """
        evidence = cls.__new__(cls)
        put = object.__setattr__
        put(evidence, "__dict__", {"page": page, "bbox": bbox, "text": text, "_extent": extent})
        put(evidence, "__pydantic_fields_set__", {"page", "bbox", "text"})
        put(evidence, "__pydantic_extra__", None)
        put(evidence, "__pydantic_private__", None)
        return evidence


class Evidenced(Model):
    """An extracted item; one that spans pages has one evidence a page."""

    evidence: tuple[Evidence, ...] = Field(
        default=(), description="Where it was read, one a page, in reading order."
    )


class Source(Model):
    """The file a letter was read from."""

    name: str = Field(description="File name, without folders; '' where only bytes were given.")
    sha256: str = Field(description="SHA-256 of the file, in hexadecimal.")
    pages: int | None = Field(description="Number of pages; null for plain text.")
    producer: str | None = Field(description="The program that wrote the PDF, as it says itself.")
    text_source: TextSource = Field(description="Where the words came from.")
    ocr_pages: tuple[int, ...] = Field(
        default=(),
        exclude_if=_is_empty,
        description="Pages whose words were read off a picture: what evidence on them says may be "
        "misread. Left out where there are none.",
    )


class Body(Model):
    """An agency (virksomhet) or a ministry (departement)."""

    name: str = Field(description="Name as printed.")
    abbreviation: str | None = Field(
        default=None, description="Short form that the letter uses; null where it uses none."
    )
    key: str | None = Field(
        default=None,
        description="One stable short name however it is written, 'imdi'; null where unknown.",
    )


class Section(Evidenced):
    """A heading of the letter's outline."""

    number: str | None = Field(description="'5.1', without a full stop at its end; null without.")
    title: str = Field(description="The heading without its number, lines joined.")
    level: int = Field(ge=1, description="Depth in the outline, from 1.")
    page: int | None = Field(description="Page it stands on, from 1; null for plain text.")


class Deadline(Evidenced):
    """A deadline (frist) that binds the recipient."""

    date: dt.date | None = Field(description="The last day on which it is still met.")
    start: dt.date | None = Field(default=None, description="First day of the stated period.")
    precision: Precision | None = Field(default=None, description="How exactly it is stated.")
    status: DeadlineStatus = Field(description="What kind of deadline it is.")
    label: str | None = Field(
        default=None, description="What falls due, where a label or table cell prints it."
    )
    text: str = Field(description="The expression as printed.")
    sentence: str | None = Field(
        default=None,
        description="The sentence, list item or table row it stands in, verbatim: what falls due.",
    )
    recurrence: Recurrence | None = Field(default=None, description="How often it comes back.")
    year_inferred: bool = Field(
        default=False, description="True where the letter printed no year for it."
    )


class FinancingLine(Evidenced):
    """One statement of how something is paid for (finansiering)."""

    kind: FinancingKind = Field(description="What the statement does to the money.")
    amount: int | None = Field(default=None, ge=0, description="Whole kroner, positive.")
    chapter: int | None = Field(default=None, description="Budget chapter (kapittel).")
    post: int | None = Field(default=None, description="Budget post under the chapter.")
    counter_chapter: int | None = Field(
        default=None, description="Chapter of the other side of a move."
    )
    counter_post: int | None = Field(default=None, description="Post of the other side of a move.")
    section_reference: str | None = Field(
        default=None, description="Section that is pointed to, '5.1'."
    )
    part_of: int | None = Field(
        default=None, description="The sum, in kroner, of which this is one part: do not add both."
    )
    replaces: int | None = Field(
        default=None, description="On a correction, the wrong amount that was given before."
    )
    budget_lines: tuple[int, ...] = Field(
        default=(),
        description="On a line that points to a section: which of the letter's `financing` lines "
        "it means, by their position from 0; empty where that cannot be told.",
    )
    text: str = Field(description="The sentence or line it was read from.")


class Assignment(Evidenced):
    """An assignment (oppdrag) to the agency."""

    number: str | None = Field(
        description="Canonical: no spaces, every dash '-', prefix and zero padding as printed."
    )
    number_text: str | None = Field(default=None, description="The number as printed.")
    title: str | None = Field(description="Heading without the number; null where withheld.")
    section: str | None = Field(default=None, description="Number of the section it stands in.")
    background: str | None = Field(default=None, description="Bakgrunn, paragraphs joined.")
    description: str | None = Field(
        default=None, description="Beskrivelse, and what stands without a label."
    )
    tasks: tuple[str, ...] = Field(
        default=(), description="Numbered or bulleted items, without their markers."
    )
    financing: tuple[FinancingLine, ...] = Field(default=(), description="How it is paid for.")
    deadlines: tuple[Deadline, ...] = Field(default=(), description="Its deadlines.")
    participants: tuple[str, ...] = Field(
        default=(), description="Other bodies named as taking part."
    )
    responsible: str | None = Field(
        default=None, description="The ministry's own department for it: 'DIG'."
    )
    status: AssignmentStatus = Field(default="new", description="New, amended or cancelled.")
    withheld: bool = Field(default=False, description="True for 'unntatt offentlighet'.")
    text: str | None = Field(
        default=None,
        description="The whole body verbatim, paragraphs and list items a line each; null where "
        "it has none.",
    )


class Renumbering(Evidenced):
    """An assignment given in an earlier letter gets a new number."""

    old: str = Field(description="The number it had, canonical.")
    new: str = Field(description="The number it has from now on, canonical.")
    letter: str | None = Field(default=None, description="The letter where the old one was given.")


class BudgetRow(Evidenced):
    """One row of a budget table."""

    chapter: int | None = Field(description="Budget chapter; null on a sum over chapters.")
    post: int | None = Field(description="Budget post; null on a chapter or sum row.")
    sub: str | None = Field(
        default=None, description="Sub-post: '1' for a row that prints '72.1'; null without."
    )
    name: str | None = Field(description="Name as printed; null where the table prints none.")
    amounts: tuple[int | None, ...] = Field(
        description="Whole kroner, one for each amount column; null for an empty cell."
    )
    kind: RowKind = Field(description="A post, a chapter's heading row, or a sum.")
    comment: str | None = Field(
        default=None,
        description="What its comment, remark or purpose column says, list items a line each.",
    )


class BudgetTable(Evidenced):
    """A table of what may be spent on each budget post."""

    title: str | None = Field(description="Caption, introducing sentence or heading over it.")
    unit: Literal[1, 1000, 1000000] = Field(description="Kroner in one printed unit.")
    unit_text: str | None = Field(
        default=None, description="Where the unit is printed, '(i 1 000 kroner)'; null if nowhere."
    )
    unit_basis: UnitBasis = Field(
        description="stated: printed; derived: follows from a sum printed elsewhere; assumed: "
        "neither, so amounts are as printed and must not be added to others."
    )
    side: Side | None = Field(
        default=None, description="Expenditure or revenue; null where both stand in it."
    )
    columns: tuple[str, ...] = Field(description="Printed headings of the amount columns.")
    column_roles: tuple[ColumnRole | None, ...] = Field(
        description="What each amount column holds; by arithmetic where the columns allow it."
    )
    rows: tuple[BudgetRow, ...] = Field(description="Rows in reading order.")


class Goal(Evidenced):
    """What the agency's work, grant or field is to reach (mål)."""

    number: str | None = Field(
        description="As printed, without 'Mål' and the full stop: '1', '2.1', 'A'; null without."
    )
    title: str = Field(description="The goal's own words, its label removed.")
    level: int = Field(default=1, ge=1, description="1; 2 for one printed under another, and on.")
    parent: int | None = Field(
        default=None, description="Position in the letter's `goals` of the one over it, from 0."
    )


class Within(Model):
    """The time within which a share is to be reached: "85 pst. innen 4 uker"."""

    value: Decimal = Field(description="A decimal: '4'.")
    unit: Unit = Field(description="What it counts: 'weeks'.")


class Target(Evidenced):
    """A figure, trend or state to be reached on an indicator (krav), or a past year's result."""

    text: str = Field(description="As printed.")
    comparison: Comparison | None = Field(
        default=None, description="How result and value compare; null where it only describes."
    )
    value: Decimal | None = Field(
        default=None, description="A decimal: '85', '4.2'; null for a trend or state."
    )
    value_to: Decimal | None = Field(default=None, description="Of `between` the upper value.")
    unit: Unit | None = Field(default=None, description="What the value counts; null unknown.")
    within: Within | None = Field(default=None, description="Of '85 % within 4 weeks' the weeks.")
    year: int | None = Field(default=None, description="The year it is for; null where not said.")
    role: TargetRole = Field(default="target", description="A target, or a past year's result.")


class Indicator(Evidenced):
    """What is measured to tell whether a goal is reached (styringsparameter)."""

    number: str | None = Field(description="As printed, 'a', '1'; null without.")
    text: str = Field(description="What is measured, as printed, marker removed.")
    goal: int | None = Field(
        default=None, description="Position in the letter's `goals`, from 0; null where none."
    )
    targets: tuple[Target, ...] = Field(
        default=(), description="Requirements on it and past results, in reading order."
    )


class ReportingRequirement(Evidenced):
    """Something that the agency is told to report, account for or hand over (rapporteringskrav)."""

    text: str = Field(description="The sentence, list item or table row's subject, verbatim.")
    document: ReportDocument | None = Field(
        default=None, description="The document it goes into, the first that is named."
    )
    documents: tuple[ReportDocument, ...] = Field(
        default=(), description="All documents that are named."
    )
    deadlines: tuple[Deadline, ...] = Field(
        default=(),
        description="When it is due; these stand in the letter's or assignment's list as well.",
    )
    assignment: int | None = Field(
        default=None, description="Position in the letter's `assignments`, from 0; null outside."
    )
    goal: int | None = Field(
        default=None, description="Position in the letter's `goals`, from 0; null outside."
    )
    section: str | None = Field(default=None, description="Number of the section it stands in.")


class Authorisation(Evidenced):
    """Something that the agency may do with a post beyond spending it (fullmakt, stikkord)."""

    kind: AuthorisationKind = Field(description="What may be done.")
    chapter: int | None = Field(default=None, description="Budget chapter it is given for.")
    post: int | None = Field(default=None, description="Budget post it is given for.")
    counter_chapter: int | None = Field(
        default=None, description="Chapter of the other side: of the revenue, of the post used."
    )
    counter_post: int | None = Field(default=None, description="Post of the other side.")
    amount: int | None = Field(default=None, ge=0, description="Its ceiling in whole kroner.")
    text: str = Field(description="The words it was read from.")


class Payment(Evidenced):
    """An instalment of a grant (utbetaling)."""

    date: dt.date | None = Field(default=None, description="The last day on which it is paid.")
    start: dt.date | None = Field(default=None, description="First day of the stated period.")
    precision: Precision | None = Field(default=None, description="How exactly it is stated.")
    amount: int | None = Field(default=None, ge=0, description="Whole kroner.")
    chapter: int | None = Field(default=None, description="Budget chapter.")
    post: int | None = Field(default=None, description="Budget post under the chapter.")
    text: str = Field(description="The words it was read from.")


class WordDifference(Model):
    """Words of a circular that a letter prints otherwise."""

    prescribed: str = Field(description="The circular's words; '' where the letter adds some.")
    printed: str = Field(description="The letter's words; '' where it leaves some out.")


class CommonRequirement(Evidenced):
    """What the government asks of all agencies that year (fellesføring)."""

    title: str | None = Field(description="Heading of its own; null without.")
    text: str = Field(description="Its paragraphs verbatim, a line each.")
    section: str | None = Field(default=None, description="Number of the section it stands in.")
    wording: CommonWording | None = Field(
        default=None,
        description="verbatim: the words of the government's circular for that year; near: a few "
        "differ; reworded: the same matter in other words; mentioned: named and not put as a "
        "duty; null where the circular's words are not known.",
    )
    differences: tuple[WordDifference, ...] = Field(
        default=(), description="Of `near` wording, what is printed otherwise."
    )


class Attachment(Evidenced):
    """Something that the letter says is attached, or that stands after its signature (vedlegg)."""

    number: str | None = Field(description="'1' of 'Vedlegg 1'; null without.")
    title: str | None = Field(description="What it is called; null without.")
    page: int | None = Field(
        default=None, description="Page it begins on in this file; null where only announced."
    )


class Reference(Evidenced):
    """A document or a place that the letter points to."""

    kind: ReferenceKind = Field(description="What is pointed to.")
    number: str | None = Field(description="'127 S', '8/2020', '5.1', or a law's name.")
    session: str | None = Field(
        default=None, description="Parliamentary session, '2019-2020'; null where none is printed."
    )
    text: str = Field(description="The reference as printed.")


class Signatory(Evidenced):
    """Someone who signed the letter."""

    name: str = Field(description="Name as printed.")
    title: str | None = Field(default=None, description="Title printed under the name.")


class Finding(Evidenced):
    """Something that contradicts itself or could not be read."""

    # A later release finds what this one does not know: such a finding is kept as it is.
    code: Annotated[
        FindingCode | str, WithJsonSchema({"enum": list(get_args(FindingCode)), "type": "string"})
    ] = Field(description="What is wrong.")
    severity: Severity = Field(description="error: beyond doubt; warning: likely; info: to know.")
    key: str | None = Field(default=None, description="What it is about: '291/45', '2020-017'.")
    message: str = Field(description="In words, for a person; bokmål.")
    rule: str | None = Field(
        default=None, description="The rule that found it, as `tildeling check --rules` names them."
    )
    values: dict[str, str] = Field(
        default_factory=dict,
        description="What the message names, so that it can be put in other words.",
    )


class Letter(LetterMethods, Versioned):
    """An allocation letter (tildelingsbrev) or an addendum to one (tillegg)."""

    source: Source = Field(description="The file it was read from.")
    kind: LetterKind = Field(description="A year's first letter, or one that changes it.")
    addendum_number: int | None = Field(default=None, description="4 for 'Tillegg nr. 4'.")
    title: str = Field(description="As printed, lines joined.")
    budget_year: int | None = Field(default=None, description="The year the money is for.")
    agency: Body | None = Field(default=None, description="The recipient.")
    ministry: Body | None = Field(default=None, description="The sender.")
    date: dt.date | None = Field(default=None, description="The letter's own date.")
    case_number: str | None = Field(default=None, description="Vår ref.")
    language: WrittenLanguage = Field(description="Bokmål (nb) or nynorsk (nn).")
    sections: tuple[Section, ...] = Field(default=(), description="The outline, flat.")
    assignments: tuple[Assignment, ...] = Field(default=(), description="In reading order.")
    renumberings: tuple[Renumbering, ...] = Field(default=(), description="Numbers changed.")
    deadlines: tuple[Deadline, ...] = Field(default=(), description="Those outside any assignment.")
    financing: tuple[FinancingLine, ...] = Field(
        default=(), description="Lines outside any assignment: the budget section."
    )
    budget_tables: tuple[BudgetTable, ...] = Field(default=(), description="In reading order.")
    goals: tuple[Goal, ...] = Field(default=(), description="In reading order.")
    indicators: tuple[Indicator, ...] = Field(default=(), description="In reading order.")
    reporting: tuple[ReportingRequirement, ...] = Field(default=(), description="In reading order.")
    authorisations: tuple[Authorisation, ...] = Field(default=(), description="In reading order.")
    payments: tuple[Payment, ...] = Field(default=(), description="In reading order.")
    common_requirements: tuple[CommonRequirement, ...] = Field(
        default=(), description="In reading order."
    )
    attachments: tuple[Attachment, ...] = Field(default=(), description="In reading order.")
    references: tuple[Reference, ...] = Field(default=(), description="In reading order.")
    signatories: tuple[Signatory, ...] = Field(default=(), description="Who signed.")
    copies: tuple[str, ...] = Field(default=(), description="Copy recipients.")
    findings: tuple[Finding, ...] = Field(
        default=(), description="What contradicts itself or could not be read."
    )

    _origin: Origin = PrivateAttr(default_factory=Origin)
