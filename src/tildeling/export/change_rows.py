"""Changes as rows for a person, in Norwegian: what about, the wording before and after, pages.

Text from letters is passed on as it is: the renderers for terminal, Markdown and HTML escape it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Literal

from tildeling.comparison import AssignmentField, Change, ChangeKind, LetterIdentity, Value
from tildeling.export.phrases import WITHHELD, due, financed, what_is_due
from tildeling.find.kroner import kroner, signed_kroner
from tildeling.letter import Assignment, Deadline, Evidence, FinancingLine

Sign = Literal["+", "-", "~"]

FIELDS: dict[AssignmentField, str] = {
    "title": "Tittel",
    "background": "Bakgrunn",
    "description": "Beskrivelse",
    "tasks": "Oppgaver",
    "participants": "Deltakere",
    "responsible": "Ansvarlig avdeling",
    "withheld": "Offentlighet",
}
KINDS: dict[ChangeKind, tuple[str, str]] = {
    "assignment_added": ("nytt oppdrag", "nye oppdrag"),
    "assignment_removed": ("oppdrag ikke lenger med", "oppdrag ikke lenger med"),
    "assignment_cancelled": ("oppdrag utgår", "oppdrag utgår"),
    "assignment_renumbered": ("oppdrag med nytt nummer", "oppdrag med nytt nummer"),
    "assignment_changed": ("endret oppdrag", "endrede oppdrag"),
    "deadline_added": ("ny frist", "nye frister"),
    "deadline_removed": ("frist bortfalt", "frister bortfalt"),
    "deadline_changed": ("endret frist", "endrede frister"),
    "financing_added": ("ny linje om penger", "nye linjer om penger"),
    "financing_removed": ("linje om penger bortfalt", "linjer om penger bortfalt"),
    "financing_changed": ("endret linje om penger", "endrede linjer om penger"),
    "budget_row_added": ("ny budsjettpost", "nye budsjettposter"),
    "budget_row_removed": ("budsjettpost ikke lenger med", "budsjettposter ikke lenger med"),
    "budget_row_changed": ("endret budsjettpost", "endrede budsjettposter"),
    "goal_added": ("nytt mål", "nye mål"),
    "goal_removed": ("mål ikke lenger med", "mål ikke lenger med"),
    "goal_changed": ("endret mål", "endrede mål"),
    "indicator_added": ("ny styringsparameter", "nye styringsparametere"),
    "indicator_removed": (
        "styringsparameter ikke lenger med",
        "styringsparametere ikke lenger med",
    ),
    "indicator_changed": ("endret styringsparameter", "endrede styringsparametere"),
    "target_added": ("nytt resultatkrav", "nye resultatkrav"),
    "target_removed": ("resultatkrav ikke lenger med", "resultatkrav ikke lenger med"),
    "target_changed": ("endret resultatkrav", "endrede resultatkrav"),
    "reporting_added": ("nytt rapporteringskrav", "nye rapporteringskrav"),
    "reporting_removed": (
        "rapporteringskrav ikke lenger med",
        "rapporteringskrav ikke lenger med",
    ),
    "reporting_changed": ("endret rapporteringskrav", "endrede rapporteringskrav"),
    "authorisation_added": ("ny fullmakt", "nye fullmakter"),
    "authorisation_removed": ("fullmakt ikke lenger med", "fullmakter ikke lenger med"),
    "authorisation_changed": ("endret fullmakt", "endrede fullmakter"),
}
"""What a change is called, for one and for several."""

NOTHING_CHANGED = "Ingen endringer."


@dataclass(frozen=True, slots=True)
class Row:
    """One wording before and after; None where there is none on that side, or it is not known."""

    sign: Sign
    what: str
    old: str | None
    new: str | None
    old_pages: tuple[int, ...] = ()
    new_pages: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Group:
    """What is changed of one thing: an assignment, say."""

    sign: Sign
    heading: str
    rows: tuple[Row, ...]


def letter_name(letter: LetterIdentity) -> str:
    """The letter in a few words: "Tillegg nr. 4", "Hovedbrevet"."""
    if letter.number == 0:
        return "Hovedbrevet"
    if letter.number is not None:
        return f"Tillegg nr. {letter.number}"
    return f"Tillegg {letter.date:%d.%m.%Y}" if letter.date else "Tillegg uten nummer"


def counted(changes: Iterable[Change]) -> list[str]:
    """How many changes of each kind; an assignment changed in several fields counts once."""
    once = {
        (change.kind, change.key, change.label)
        if change.kind == "assignment_changed"
        else (change.kind, place)
        for place, change in enumerate(changes)
    }
    numbers = Counter(kind for kind, *_ in once)
    return [
        f"{numbers[kind]} {words[numbers[kind] > 1]}"
        for kind, words in KINDS.items()
        if numbers[kind]
    ]


def assignment_groups(changes: Sequence[Change]) -> list[Group]:
    """The changes of assignments, one group an assignment, in the order given."""
    about = [
        change
        for change in changes
        if not change.outside and change.kind.startswith(("assignment", "deadline", "financing"))
    ]
    return [
        _group(list(together))
        for _, together in groupby(about, key=lambda change: (change.key, change.label))
    ]


def outside_deadlines(changes: Sequence[Change]) -> list[Group]:
    """Deadlines outside any assignment, one group each."""
    return [
        Group(sign_of(change), what_is_due(one), tuple(rows_of(change)))
        for change in changes
        if change.outside and isinstance(one := _one(change), Deadline)
    ]


def outside_money(changes: Sequence[Change]) -> list[Group]:
    """Money outside any assignment: the lines of one post together."""
    about = [
        change for change in changes if change.outside and isinstance(_one(change), FinancingLine)
    ]
    groups: list[Group] = []
    for key, together in groupby(about, key=lambda change: change.key):
        lines = list(together)
        signs = {sign_of(change) for change in lines}
        rows = tuple(
            _sentence_row(list(of_one))
            for _, of_one in groupby(lines, key=lambda change: (sign_of(change), *_texts(change)))
        )
        groups.append(Group(signs.pop() if len(signs) == 1 else "~", key or "Uten post", rows))
    return groups


def _sentence_row(changes: list[Change]) -> Row:
    """The lines of one sentence as one row: its sums, and the sentence once."""
    first = changes[0]
    sums = (
        financed(one.model_copy(update={"chapter": None, "post": None}))
        for one in map(_one, changes)
        if isinstance(one, FinancingLine)
    )
    what = "; ".join(filter(None, sums))
    pages = pages_of(first.evidence_old), pages_of(first.evidence_new)
    return Row(sign_of(first), capital(what) or "Penger", *_texts(first), *pages)


def _texts(change: Change) -> tuple[str | None, str | None]:
    """A line's own words before and after."""
    old, new = (
        one.text if isinstance(one, FinancingLine) else None for one in (change.old, change.new)
    )
    return old, new


def _one(change: Change) -> Value | None:
    return change.old if change.new is None else change.new


def capital(words: str) -> str:
    """The words with a capital letter, as a row or heading begins."""
    return words[:1].upper() + words[1:]


@dataclass(frozen=True, slots=True)
class PostRow:
    """A budget post before and after, in words; empty where the letters do not say.

    `after` is what the new letter says; where that does not follow, `computed` and `off` tell what
    would, and how far off it is.
    """

    key: str
    name: str
    before: str
    change: str
    after: str
    computed: str
    off: str
    pages: tuple[int, ...]


def post_rows(changes: Sequence[Change]) -> list[PostRow]:
    """The changed budget posts."""
    return [
        PostRow(
            change.key or "",
            change.label or "",
            kroner(change.old) if isinstance(change.old, int) else "",
            "" if change.delta is None else signed_kroner(change.delta),
            "" if (after := after_letter(change)) is None else kroner(after),
            *disagreement(change.stated, change.computed),
            pages_of(change.evidence_new or change.evidence_old),
        )
        for change in budget_changes(changes)
    ]


def after_letter(change: Change) -> int | None:
    """What a budget post is after a letter: what the letter says, else what was computed."""
    if change.stated is not None:
        return change.stated
    return change.new if isinstance(change.new, int) else None


def disagreement(stated: int | None, computed: int | None) -> tuple[str, str]:
    """What is computed, and how far what a letter says is off; both empty where one is missing."""
    if stated is None or computed is None:
        return "", ""
    return kroner(computed), signed_kroner(stated - computed)


def budget_changes(changes: Sequence[Change]) -> list[Change]:
    """Those of budget posts."""
    return [change for change in changes if change.kind.startswith("budget_row")]


def _group(changes: list[Change]) -> Group:
    first = changes[0]
    signs = {sign_of(change) for change in changes if change.kind.startswith("assignment")}
    sign: Sign = signs.pop() if len(signs) == 1 else "~"
    number = first.key if first.key != first.label else "Uten nummer"
    if first.kind == "assignment_renumbered":
        number = f"{first.old} → {first.new}"
    title = first.label or _title_of(first)
    return Group(
        sign,
        " ".join(filter(None, (number, title))),
        tuple(row for change in changes for row in rows_of(change)),
    )


def _title_of(change: Change) -> str:
    """What stands where a title is missing."""
    one = _one(change)
    return f"({WITHHELD})" if isinstance(one, Assignment) and one.withheld else ""


def sign_of(change: Change) -> Sign:
    """Whether something came, went or changed."""
    if change.kind.endswith("_added"):
        return "+"
    return "-" if change.kind.endswith(("_removed", "_cancelled")) else "~"


def rows_of(change: Change) -> Iterator[Row]:
    """A change as one row, or several for a whole assignment."""
    sign = sign_of(change)
    old_pages, new_pages = pages_of(change.evidence_old), pages_of(change.evidence_new)
    if change.kind == "assignment_added" and isinstance(change.new, Assignment):
        yield Row(sign, "Nytt oppdrag", None, wording_of(change.new), (), new_pages)
        yield from _parts(change.new, sign)
    elif change.kind == "assignment_removed" and isinstance(change.old, Assignment):
        yield Row(sign, "Ikke lenger med", wording_of(change.old), None, old_pages)
    elif change.kind == "assignment_cancelled":
        words = change.new.description if isinstance(change.new, Assignment) else None
        was = wording_of(change.old) if isinstance(change.old, Assignment) else None
        yield Row(sign, "Utgår", was, words or "Oppdraget utgår.", old_pages, new_pages)
    else:
        old, new = _words(change.old), _words(change.new)
        if change.field == "tasks":
            old, new = _listed(old), _listed(new)
        yield Row(sign, _what(change), old, new, old_pages, new_pages)


def _what(change: Change) -> str:
    if change.field is not None:
        return FIELDS[change.field]
    if change.kind == "assignment_renumbered":
        return "Nytt nummer"
    one = _one(change)
    return (one.label or "Frist") if isinstance(one, Deadline) else "Finansiering"


def _words(value: Value | None) -> str | None:
    if isinstance(value, Deadline):
        return due(value)
    if isinstance(value, FinancingLine):
        return financed(value) or value.text
    if isinstance(value, Assignment):
        return wording_of(value)
    return None if value is None else str(value)


def _listed(tasks: str | None) -> str | None:
    """Tasks, one a line, with a dash before each."""
    return tasks and "\n".join(f"– {task}" for task in tasks.split("\n"))


def wording_of(assignment: Assignment) -> str:
    """What is asked for: description and tasks, each task on a line of its own."""
    tasks = _listed("\n".join(assignment.tasks))
    words = "\n\n".join(filter(None, (assignment.description, tasks)))
    return words or (WITHHELD if assignment.withheld else assignment.title or "")


def _parts(assignment: Assignment, sign: Sign) -> Iterator[Row]:
    """The deadlines and the money of a new assignment."""
    for deadline in assignment.deadlines:
        what = deadline.label or "Frist"
        yield Row(sign, what, None, due(deadline), (), pages_of(deadline.evidence))
    for line in assignment.financing:
        words = financed(line) or line.text
        yield Row(sign, "Finansiering", None, words, (), pages_of(line.evidence))


def pages_of(evidence: Iterable[Evidence]) -> tuple[int, ...]:
    """The pages that something stands on, each once."""
    return tuple(sorted({piece.page for piece in evidence if piece.page is not None}))
