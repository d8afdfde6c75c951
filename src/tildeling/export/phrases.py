"""A letter's parts in a few Norwegian words: sums, posts, deadlines, pages.

Plain text from a letter is passed on as it is: whoever shows it escapes it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from tildeling.find.kroner import kroner
from tildeling.letter import (
    Assignment,
    AssignmentStatus,
    Body,
    BudgetTable,
    Deadline,
    DeadlineStatus,
    Evidence,
    FinancingKind,
    FinancingLine,
    Finding,
    Letter,
    Recurrence,
    Severity,
    Side,
    Source,
    WrittenLanguage,
)

STATUSES: dict[AssignmentStatus, str] = {"new": "", "amended": "presisert", "cancelled": "utgår"}

WITHHELD = "unntatt offentlighet"

OPENING = 80
"""Characters of an assignment's text that are shown where it has no title: two lines of a
terminal's column."""

DEADLINE_STATUSES: dict[DeadlineStatus, str] = {
    "dated": "uten gyldig dato",
    "immediate": "snarest",
    "ongoing": "løpende",
    "to_be_agreed": "avtales",
    "conditional": "på vilkår",
}
"""What stands instead of a date. A dated deadline without one names a day that does
not exist, or a time that is no day: "før sommerferien"."""

RECURRENCES: dict[Recurrence, str] = {
    "yearly": "årlig",
    "half_yearly": "hvert halvår",
    "tertially": "hvert tertial",
    "quarterly": "hvert kvartal",
    "monthly": "hver måned",
}

FINANCING_KINDS: dict[FinancingKind, str] = {
    "grant": "tildeling",
    "increase": "økning",
    "decrease": "reduksjon",
    "within_budget": "innenfor rammen",
    "other_budget": "over annet budsjett",
    "see_section": "omtalt",
    "total": "samlet",
    "correction": "rettet til",
}

SIGNS = {"increase": "+", "decrease": "-"}

SEVERITIES: dict[Severity, str] = {
    "error": "feil",
    "warning": "advarsel",
    "info": "til orientering",
}

LANGUAGES: dict[WrittenLanguage, str] = {"nb": "bokmål", "nn": "nynorsk"}

SIDES: dict[Side, str] = {"expenditure": "utgifter", "revenue": "inntekter"}

UNITS = {1_000: "1 000 kroner", 1_000_000: "millioner kroner"}
"""What one printed unit of a budget table is called, where it is not the krone."""

STAR = "*"
STAR_MEANS = f"{STAR} Brevet oppgir ikke årstallet."

LONG_TEXT = 160
"""Characters of running text that are shown of one item; the letter itself has the rest."""


def named(assignment: Assignment) -> str:
    """What an assignment is called: its title, or the first words of what it asks.

    Most assignments without a number have no title either.
    """
    if assignment.title or assignment.withheld:
        return assignment.title or "Uten tittel"
    return shortened(assignment.description or assignment.text or "Uten tittel", OPENING)


def short_kroner(amount: int) -> str:
    """The sum as letters write it: in millions where one or two decimals say all of it.

    >>> short_kroner(1_000_000), short_kroner(56_230_000), short_kroner(1_234_567)
    ('1,0 mill. kr', '56,23 mill. kr', '1 234 567 kr')
    """
    millions, rest = divmod(amount, 1_000_000)
    if not millions or rest % 10_000:
        return f"{kroner(amount)} kr"
    decimals = f"{rest // 10_000:02}".removesuffix("0")
    return f"{kroner(millions)},{decimals} mill. kr"


def budget_post(chapter: int | None, post: int | None, sub: str | None = None) -> str:
    """Chapter, post and sub-post as "291/21" or "291/72.1"; what is missing is left out.

    >>> budget_post(291, 1), budget_post(291, None), budget_post(None, 21), budget_post(None, None)
    ('291/1', 'kap. 291', 'post 21', '')
    """
    printed = f"{post}" if sub is None else f"{post}.{sub}"
    if chapter is not None and post is not None:
        return f"{chapter}/{printed}"
    if chapter is not None:
        return f"kap. {chapter}"
    return "" if post is None else f"post {printed}"


def grave(findings: Iterable[Finding]) -> list[Finding]:
    """The findings that something is wrong; the others are only good to know."""
    return [finding for finding in findings if finding.severity != "info"]


def unit_words(table: BudgetTable) -> str:
    """What the amounts of a budget table are, and how that is known where it is not printed."""
    if table.unit_basis == "assumed":
        words = "beløp som trykt: brevet sier ikke hvilken enhet de er i"
    else:
        printed = UNITS.get(table.unit)
        words = "beløp i hele kroner" + (f" (trykt i {printed})" if printed else "")
        if table.unit_basis == "derived":
            derived = printed or "kroner"
            words = f"beløp i hele kroner (enheten er ikke trykt: {derived} følger av andre beløp)"
    words = words if table.side is None else f"{SIDES[table.side]}, {words}"
    return words[0].upper() + words[1:]


def pages(evidence: Iterable[Evidence]) -> str:
    """The pages as "s. 4", "s. 4-5" or "s. 4, 7"; empty for plain text.

    >>> at = lambda page: Evidence(page=page, bbox=None, text="")
    >>> pages([at(4)]), pages([at(5), at(4)]), pages([at(4), at(7)]), pages([at(None)])
    ('s. 4', 's. 4-5', 's. 4, 7', '')
    """
    return page_numbers({piece.page for piece in evidence if piece.page is not None})


def page_numbers(pages: Iterable[int]) -> str:
    """The same of numbers."""
    numbers = sorted(pages)
    if not numbers:
        return ""
    if len(numbers) > 1 and numbers[-1] - numbers[0] == len(numbers) - 1:
        return f"s. {numbers[0]}-{numbers[-1]}"
    return "s. " + ", ".join(map(str, numbers))


def read_off(source: Source) -> str:
    """What was read off pictures, after a comma; empty for a letter born as text.

    >>> source = Source(name="", sha256="", pages=3, producer=None, text_source="mixed")
    >>> read_off(source.model_copy(update={"ocr_pages": (2, 3)})), read_off(source)
    (', s. 2-3 lest fra bilde', '')
    """
    if not source.ocr_pages:
        return ""
    which = "tekst" if source.text_source == "ocr" else page_numbers(source.ocr_pages)
    return f", {which} lest fra bilde"


def due(deadline: Deadline) -> str:
    """When it falls due: "15.03.2026, årlig"; with a star where the letter prints no year."""
    if deadline.date is not None:
        when = f"{deadline.date:%d.%m.%Y}" + (STAR if deadline.year_inferred else "")
    elif deadline.status in ("dated", "conditional"):
        when = f"{DEADLINE_STATUSES[deadline.status]}: {shortened(deadline.text)}"
    else:
        when = DEADLINE_STATUSES[deadline.status]
    return when if deadline.recurrence is None else f"{when}, {RECURRENCES[deadline.recurrence]}"


def what_is_due(deadline: Deadline) -> str:
    """What falls due: its label, else the sentence that it stands in, else its own words."""
    return shortened(deadline.label or deadline.sentence or deadline.text)


def next_deadline(deadlines: Sequence[Deadline]) -> Deadline | None:
    """The one with the earliest date, whatever day it is; without dates, the most pressing."""
    pressing = list(DEADLINE_STATUSES)
    return min(
        deadlines,
        key=lambda deadline: (
            deadline.date is None,
            deadline.date.toordinal() if deadline.date else pressing.index(deadline.status),
        ),
        default=None,
    )


def financed(line: FinancingLine) -> str:
    """How something is paid for: "1,0 mill. kr, 291/21, se pkt. 5.1"."""
    amount = "" if line.amount is None else short_kroner(line.amount)
    post = budget_post(line.chapter, line.post)
    section = "" if line.section_reference is None else f"se pkt. {line.section_reference}"
    kind = FINANCING_KINDS[line.kind]
    # A sum or a place says enough by itself of money that is given or told of there.
    if (line.kind == "grant" and amount) or (line.kind == "see_section" and section):
        kind = ""
    return ", ".join(filter(None, (f"{kind} {amount}".strip(), post, section)))


def signed(line: FinancingLine) -> str:
    """The line's kroner, with a sign where it adds or takes: "+2 400 000"."""
    return "" if line.amount is None else SIGNS.get(line.kind, "") + kroner(line.amount)


def movement(line: FinancingLine) -> str:
    """What the line does to the money, the other side of a move, the sum it is a part of."""
    words = FINANCING_KINDS[line.kind]
    if line.section_reference is not None:
        words += f", se pkt. {line.section_reference}"
    if line.replaces is not None:
        words += f", før {kroner(line.replaces)}"
    if line.part_of is not None:
        words += f", del av {kroner(line.part_of)}"
    counter = budget_post(line.counter_chapter, line.counter_post)
    return f"{words}, mot {counter}" if counter else words


def body_name(body: Body) -> str:
    """The name, with the abbreviation that the letter uses: "Vegtilsynet (VT)"."""
    return body.name if body.abbreviation is None else f"{body.name} ({body.abbreviation})"


def marks(assignment: Assignment) -> list[str]:
    """What is to be said of an assignment that is not plainly new: "utgår"."""
    status = STATUSES[assignment.status]
    return [mark for mark in (status, WITHHELD if assignment.withheld else "") if mark]


def letter_type(letter: Letter) -> str:
    """Whether the letter is the year's first or changes it: "tillegg nr. 4"."""
    if letter.kind == "base":
        return "hovedbrev for året"
    number = letter.addendum_number
    return "tillegg uten nummer" if number is None else f"tillegg nr. {number}"


def shortened(text: str, longest: int = LONG_TEXT) -> str:
    """At most `longest` characters, cut between words where there is a space.

    >>> shortened("Kort."), len(shortened("ord " * 100)) <= LONG_TEXT
    ('Kort.', True)
    """
    if len(text) <= longest:
        return text
    return text[: longest - 4].rsplit(" ", 1)[0] + " ..."
