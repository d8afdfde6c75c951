"""Letters put together by hand, for what is done with a letter once it has been read."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import Any

from tildeling.letter import (
    Assignment,
    Attachment,
    Authorisation,
    Body,
    BudgetRow,
    BudgetTable,
    CommonRequirement,
    Deadline,
    Evidence,
    FinancingLine,
    Finding,
    Goal,
    Indicator,
    Letter,
    Payment,
    Reference,
    Renumbering,
    ReportingRequirement,
    Section,
    Signatory,
    Source,
    Target,
    Within,
)


def at(page: int | None, text: str = "") -> tuple[Evidence, ...]:
    """Evidence on one page."""
    box = None if page is None else (70.0, 100.0 + 10 * page, 300.0, 112.0 + 10 * page)
    return (Evidence(page=page, bbox=box, text=text),)


def letter(**changes: Any) -> Letter:
    """An addendum with nothing in it but what is asked for."""
    plain: dict[str, Any] = {
        "source": Source(
            name="tillegg.pdf", sha256="0" * 64, pages=16, producer="Word", text_source="pdf"
        ),
        "kind": "addendum",
        "addendum_number": 4,
        "title": "Tillegg nr. 4 til tildelingsbrev for 2026 til Vegtilsynet",
        "budget_year": 2026,
        "language": "nb",
    }
    return Letter(**plain | changes)


def dated(day: str, **changes: Any) -> Deadline:
    """A deadline on a day, "2026-06-01"."""
    plain: dict[str, Any] = {
        "date": dt.date.fromisoformat(day),
        "precision": "day",
        "status": "dated",
        "text": day,
        "evidence": at(2),
    }
    return Deadline(**plain | changes)


def assignment(**changes: Any) -> Assignment:
    """An assignment with a number and a title."""
    plain: dict[str, Any] = {"number": "2026-07", "title": "Ny veileder", "evidence": at(2)}
    return Assignment(**plain | changes)


def line(**changes: Any) -> FinancingLine:
    """A line of financing that grants money."""
    plain: dict[str, Any] = {"kind": "grant", "text": "Det stilles midler til disposisjon."}
    return FinancingLine(**plain | {"evidence": at(5)} | changes)


def table(*rows: BudgetRow, columns: tuple[str, ...] = ("Bevilgning",)) -> BudgetTable:
    """A table that was printed in thousands."""
    return BudgetTable(
        title="Tildeling i 2026",
        unit=1000,
        unit_text="(i 1 000 kroner)",
        unit_basis="stated",
        columns=columns,
        column_roles=(None,) * len(columns),
        rows=rows,
        evidence=at(6),
    )


def row(*amounts: int | None, **changes: Any) -> BudgetRow:
    """A row of a post."""
    plain: dict[str, Any] = {"chapter": 291, "post": 21, "name": "Driftsutgifter", "kind": "post"}
    return BudgetRow(**plain | {"amounts": amounts, "evidence": at(6)} | changes)


def indicator(**changes: Any) -> Indicator:
    """An indicator of the letter's first goal, with last year's result and a target."""
    plain: dict[str, Any] = {
        "number": "a",
        "text": "Andel søknader avgjort innen fristen",
        "goal": 0,
        "targets": (
            target(text="81,5 pst.", value=Decimal("81.5"), year=2025, role="result"),
            target(
                text="minst 85 pst. innen 4 uker",
                comparison="at_least",
                within=Within(value=Decimal(4), unit="weeks"),
            ),
        ),
        "evidence": at(11),
    }
    return Indicator(**plain | changes)


def target(**changes: Any) -> Target:
    """A share to be reached in 2026."""
    plain: dict[str, Any] = {"text": "85 pst.", "value": Decimal(85), "unit": "percent"}
    return Target(**plain | {"year": 2026, "evidence": at(11)} | changes)


def reporting(**changes: Any) -> ReportingRequirement:
    """Something for the annual report."""
    plain: dict[str, Any] = {
        "text": "Vegtilsynet skal rapportere om tilsyn i årsrapporten.",
        "document": "annual_report",
        "documents": ("annual_report",),
        "deadlines": (dated("2027-03-15"),),
        "goal": 0,
        "section": "5",
        "evidence": at(12),
    }
    return ReportingRequirement(**plain | changes)


def authorisation(**changes: Any) -> Authorisation:
    """Leave to spend more than the grant, against more revenue."""
    plain: dict[str, Any] = {
        "kind": "additional_revenue",
        "chapter": 291,
        "post": 1,
        "counter_chapter": 3291,
        "counter_post": 2,
        "text": "overskride bevilgningen mot tilsvarende merinntekter",
        "evidence": at(13),
    }
    return Authorisation(**plain | changes)


def payment(**changes: Any) -> Payment:
    """A payment on a day."""
    plain: dict[str, Any] = {
        "date": dt.date(2026, 4, 15),
        "precision": "day",
        "amount": 12_500_000,
        "chapter": 291,
        "post": 70,
        "text": "15. april: 12,5 mill. kroner",
        "evidence": at(14),
    }
    return Payment(**plain | changes)


def full_letter() -> Letter:
    """A letter with one of everything, each on a page of its own."""
    return letter(
        agency=Body(name="Vegtilsynet", abbreviation="VT"),
        ministry=Body(name="Samferdselsdepartementet"),
        date=dt.date(2026, 3, 16),
        case_number="26/118-4",
        sections=(Section(number="1", title="Oppdrag", level=1, page=1, evidence=at(1)),),
        assignments=(
            assignment(
                deadlines=(dated("2026-06-01", evidence=at(2)),),
                financing=(line(amount=1_000_000, chapter=291, post=21, evidence=at(2)),),
            ),
        ),
        renumberings=(Renumbering(old="2026-02", new="2026-05", evidence=at(3)),),
        deadlines=(dated("2027-03-15", label="Frist for årsrapport", evidence=at(4)),),
        financing=(line(kind="increase", amount=2_400_000, chapter=291, post=1, evidence=at(5)),),
        budget_tables=(table(row(1_334_273_000)),),
        goals=(Goal(number="1", title="Sikker veg for alle", evidence=at(10)),),
        indicators=(indicator(),),
        reporting=(reporting(),),
        authorisations=(authorisation(),),
        payments=(payment(),),
        common_requirements=(
            CommonRequirement(
                title="Lærlinger",
                text="Virksomheten skal ha lærlinger.",
                section="4",
                evidence=at(15),
            ),
        ),
        attachments=(Attachment(number="1", title="Styringskalender", page=16, evidence=at(16)),),
        references=(Reference(kind="proposition", number="1 S", text="Prop. 1 S", evidence=at(7)),),
        signatories=(Signatory(name="Kari Vik", title="avdelingsdirektør", evidence=at(8)),),
        findings=(
            Finding(
                code="row_arithmetic",
                severity="error",
                key="291/21",
                message="Raden stemmer ikke.",
                evidence=at(9),
            ),
        ),
    )
