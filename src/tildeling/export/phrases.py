"""A letter's parts in a few words: sums, posts, deadlines, pages.

Plain text from a letter is passed on as it is: whoever shows it escapes it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from tildeling.letter import (
    Assignment,
    AssignmentStatus,
    Body,
    BudgetTable,
    Deadline,
    Evidence,
    FinancingKind,
    FinancingLine,
    Finding,
    Letter,
    Severity,
    Side,
    Source,
    WrittenLanguage,
)
from tildeling.words import Words, to_count, to_say

STATUSES: dict[AssignmentStatus, str] = {
    "new": "",
    "amended": to_say("amended"),
    "cancelled": to_say("cancelled"),
}

WITHHELD = to_say("withheld from the public")
UNTITLED = to_say("Untitled")

# Characters of an assignment's text that are shown where it has no title: two lines of a terminal's
# column.
OPENING = 80

# What stands instead of a date. A dated deadline without one names a day that does not exist, or a
# time that is no day: "før sommerferien".
DEADLINE_STATUSES: dict[str, str] = {
    "dated": to_say("no exact date"),
    "immediate": to_say("as soon as possible"),
    "ongoing": to_say("ongoing"),
    "to_be_agreed": to_say("to be agreed"),
    "conditional": to_say("conditional"),
}

RECURRENCES: dict[str, str] = {
    "yearly": to_say("every year"),
    "half_yearly": to_say("every half-year"),
    "tertially": to_say("every four months"),
    "quarterly": to_say("every quarter"),
    "monthly": to_say("every month"),
}

FINANCING_KINDS: dict[FinancingKind, str] = {
    "grant": to_say("grant"),
    "increase": to_say("increase"),
    "decrease": to_say("decrease"),
    "within_budget": to_say("within the budget"),
    "other_budget": to_say("over another budget"),
    "see_section": to_say("mentioned"),
    "total": to_say("in all"),
    "correction": to_say("corrected to"),
}

SIGNS = {"increase": "+", "decrease": "-"}

# The gravest first.
SEVERITIES: dict[Severity, str] = {
    "error": to_say("Error"),
    "warning": to_say("Warning"),
    "info": to_say("Note"),
}
SEVERITY_COUNTS: dict[Severity, tuple[str, str]] = {
    "error": to_count("{n} error", "{n} errors"),
    "warning": to_count("{n} warning", "{n} warnings"),
    "info": to_count("{n} note", "{n} notes"),
}

LANGUAGES: dict[WrittenLanguage, str] = {"nb": "bokmål", "nn": "nynorsk"}

SIDES: dict[Side, str] = {"expenditure": to_say("expenditure"), "revenue": to_say("revenue")}

# What one printed unit of a budget table is called, where it is not the krone.
UNITS = {1_000: to_say("1 000 kroner"), 1_000_000: to_say("million kroner")}

STAR = "*"
STAR_MEANS = to_say("* The letter does not give the year.")

# Characters of running text that are shown of one item; the letter itself has the rest.
LONG_TEXT = 160


def named(assignment: Assignment, words: Words) -> str:
    """What an assignment is called: its title, or the first words of what it asks.

    Most assignments without a number have no title either.
    """
    if assignment.title or assignment.withheld:
        return assignment.title or words.say(UNTITLED)
    return shortened(assignment.description or assignment.text or words.say(UNTITLED), OPENING)


def short_kroner(amount: int, words: Words) -> str:
    r"""The sum as letters write it: in millions where one or two decimals say all of it.

    >>> from tildeling.words import words_in
    >>> short_kroner(1_000_000, words_in("nb")), short_kroner(56_230_000, words_in("en"))
    ('1,0 mill. kr', 'NOK 56.23 million')
    >>> short_kroner(1_234_567, words_in("nb"))
    '1\xa0234\xa0567 kr'
    """
    if amount < 1_000_000 or amount % 10_000:
        return words.say("NOK {amount}", amount=words.number(amount))
    decimals = 1 if amount % 100_000 == 0 else 2
    millions = Decimal(amount).scaleb(-6).quantize(Decimal(1).scaleb(-decimals))
    return words.say("NOK {amount} million", amount=words.number(millions))


def facts_of(letter: Letter, words: Words, kind: str) -> Iterator[tuple[str, str]]:
    """What the head of a letter says, each with its name; `kind` is what the letter is called."""
    facts = {
        words.say("To"): body_name(letter.agency) if letter.agency else "",
        words.say("From"): body_name(letter.ministry) if letter.ministry else "",
        words.say("Date"): words.date(letter.date) if letter.date else "",
        words.say("Case number"): letter.case_number or "",
        words.say("Budget year"): str(letter.budget_year or ""),
        words.say("Kind of letter"): kind,
        words.say("File"): letter.source.name,
    }
    yield from ((name, fact) for name, fact in facts.items() if fact)


def kroner_cell(amount: int | None, words: Words) -> str:
    """Kroner; empty where there is no amount."""
    return "" if amount is None else words.number(amount)


def signed_cell(amount: int | None, words: Words) -> str:
    """Kroner more or less, with its sign; empty where there is no amount."""
    return "" if amount is None else words.signed(amount)


def budget_post(chapter: int | None, post: int | None, words: Words, sub: str | None = None) -> str:
    """Chapter, post and sub-post as "291/21" or "291/72.1"; what is missing is left out.

    >>> from tildeling.words import words_in
    >>> nb = words_in("nb")
    >>> budget_post(291, 1, nb), budget_post(291, None, nb), budget_post(None, 21, nb)
    ('291/1', 'kap. 291', 'post 21')
    """
    printed = f"{post}" if sub is None else f"{post}.{sub}"
    if chapter is not None and post is not None:
        return f"{chapter}/{printed}"
    if chapter is not None:
        return words.say("chapter {chapter}", chapter=chapter)
    return "" if post is None else words.say("post {post}", post=printed)


def grave(findings: Iterable[Finding]) -> list[Finding]:
    """The findings that something is wrong; the others are only good to know."""
    return [finding for finding in findings if finding.severity != "info"]


def counted_findings(findings: Iterable[Finding], words: Words) -> str:
    """How many there are of each severity: "1 feil, 4 advarsler"; empty where there are none."""
    counted = Counter(finding.severity for finding in findings)
    return ", ".join(
        words.counted(*forms, counted[severity])
        for severity, forms in SEVERITY_COUNTS.items()
        if counted[severity]
    )


def unit_words(table: BudgetTable, words: Words) -> str:
    """What the amounts of a budget table are, and how that is known where it is not printed."""
    if table.unit_basis == "assumed":
        told = words.say("amounts as they stand in the letter, which does not give their unit")
    elif table.unit_basis == "derived":
        unit = words.say(UNITS.get(table.unit, "kroner"))
        told = words.say(
            "amounts in whole kroner ({unit} by other amounts of the letter)", unit=unit
        )
    elif table.unit in UNITS:
        unit = words.say(UNITS[table.unit])
        told = words.say("amounts in whole kroner (in the letter: {unit})", unit=unit)
    else:
        told = words.say("amounts in whole kroner")
    told = told if table.side is None else f"{words.say(SIDES[table.side])}, {told}"
    return told[0].upper() + told[1:]


def pages(evidence: Iterable[Evidence], words: Words) -> str:
    """The pages as "s. 4", "s. 4-5" or "s. 4, 7"; empty for plain text.

    >>> from tildeling.words import words_in
    >>> at = lambda page: Evidence(page=page, bbox=None, text="")
    >>> pages([at(4)], words_in("nb")), pages([at(5), at(4)], words_in("en"))
    ('s. 4', 'pp. 4-5')
    """
    return page_numbers({piece.page for piece in evidence if piece.page is not None}, words)


def page_numbers(pages: Iterable[int], words: Words) -> str:
    """The same of numbers.

    >>> from tildeling.words import words_in
    >>> page_numbers([4, 7], words_in("nb")), page_numbers([], words_in("nb"))
    ('s. 4, 7', '')
    """
    numbers = sorted(set(pages))
    if not numbers:
        return ""
    told = ", ".join(map(str, numbers))
    if len(numbers) > 1 and numbers[-1] - numbers[0] == len(numbers) - 1:
        told = f"{numbers[0]}-{numbers[-1]}"
    return words.counted("p. {pages}", "pp. {pages}", len(numbers), pages=told)


def read_off(source: Source, words: Words) -> str:
    """What was read off pictures, after a comma; empty for a letter born as text.

    >>> from tildeling.words import words_in
    >>> source = Source(name="", sha256="", pages=3, producer=None, text_source="mixed")
    >>> nb = words_in("nb")
    >>> read_off(source.model_copy(update={"ocr_pages": (2, 3)}), nb), read_off(source, nb)
    (', s. 2-3 lest fra bilde', '')
    """
    if not source.ocr_pages:
        return ""
    if source.text_source == "ocr":
        return ", " + words.say("read from pictures")
    return ", " + words.say(
        "{pages} read from pictures", pages=page_numbers(source.ocr_pages, words)
    )


def due(deadline: Deadline, words: Words) -> str:
    """When it falls due: "15.03.2026, årlig"; with a star where the letter prints no year."""
    if deadline.date is not None:
        when = words.date(deadline.date) + (STAR if deadline.year_inferred else "")
    elif deadline.status in ("dated", "conditional"):
        when = f"{words.say(DEADLINE_STATUSES[deadline.status])}: {shortened(deadline.text)}"
    else:
        when = words.say(DEADLINE_STATUSES[deadline.status])
    if deadline.recurrence is None:
        return when
    return f"{when}, {words.say(RECURRENCES[deadline.recurrence])}"


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


def financed(line: FinancingLine, words: Words) -> str:
    """How something is paid for: "1,0 mill. kr, 291/21, se pkt. 5.1"."""
    amount = "" if line.amount is None else short_kroner(line.amount, words)
    post = budget_post(line.chapter, line.post, words)
    section = _section(line, words)
    kind = words.say(FINANCING_KINDS[line.kind])
    # A sum or a place says enough by itself of money that is given or told of there.
    if (line.kind == "grant" and amount) or (line.kind == "see_section" and section):
        kind = ""
    return ", ".join(filter(None, (f"{kind} {amount}".strip(), post, section)))


def _section(line: FinancingLine, words: Words) -> str:
    """The section that a line of money points to."""
    number = line.section_reference
    return "" if number is None else words.say("see section {number}", number=number)


def signed(line: FinancingLine, words: Words) -> str:
    """The line's kroner, with a sign where it adds or takes: "+2 400 000"."""
    return "" if line.amount is None else SIGNS.get(line.kind, "") + words.number(line.amount)


def movement(line: FinancingLine, words: Words) -> str:
    """What the line does to the money, the other side of a move, the sum it is a part of."""
    told = [words.say(FINANCING_KINDS[line.kind]), _section(line, words)]
    if line.replaces is not None:
        told.append(words.say("before: {amount}", amount=words.number(line.replaces)))
    if line.part_of is not None:
        told.append(words.say("part of {amount}", amount=words.number(line.part_of)))
    if counter := budget_post(line.counter_chapter, line.counter_post, words):
        told.append(words.say("against {post}", post=counter))
    return ", ".join(filter(None, told))


def body_name(body: Body) -> str:
    """The name, with the abbreviation that the letter uses: "Vegtilsynet (VT)"."""
    return body.name if body.abbreviation is None else f"{body.name} ({body.abbreviation})"


def marks(assignment: Assignment, words: Words) -> list[str]:
    """What is to be said of an assignment that is not plainly new: "utgår"."""
    told = (STATUSES[assignment.status], WITHHELD if assignment.withheld else "")
    return [words.say(mark) for mark in told if mark]


def letter_type(letter: Letter, words: Words) -> str:
    """Whether the letter is the year's first or changes it: "tillegg nr. 4"."""
    if letter.kind == "base":
        return words.say("base letter of the year")
    if letter.addendum_number is None:
        return words.say("addendum without a number")
    return words.say("addendum no. {number}", number=letter.addendum_number)


def shortened(text: str, longest: int = LONG_TEXT) -> str:
    """At most `longest` characters, cut between words where there is a space.

    >>> shortened("Kort."), len(shortened("ord " * 100)) <= LONG_TEXT
    ('Kort.', True)
    """
    if len(text) <= longest:
        return text
    return text[: longest - 4].rsplit(" ", 1)[0] + " ..."
