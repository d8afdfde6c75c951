"""What of the deadlines outside assignments is in force after a chain of letters."""

from __future__ import annotations

import datetime as dt

import tildeling
from tildeling.comparison import ConsolidatedDeadline
from tildeling.export.report_html import report_html
from tildeling.letter import Letter

BASE = (
    "Tildelingsbrev 2026 til Vegtilsynet\n\n"
    "1 Rapportering\n\n"
    "Årsrapporten skal sendes departementet innen 15. mars 2026.\n\n"
    "Tertialrapporten skal sendes departementet innen 1. oktober 2026.\n"
)


def base(text: str = BASE) -> Letter:
    return tildeling.parse_text(text)


def addendum(*paragraphs: str, number: int = 1) -> Letter:
    head = f"Tillegg nr. {number} til tildelingsbrev for 2026 til Vegtilsynet"
    return tildeling.parse_text("\n\n".join((head, "1 Rapportering", *paragraphs)) + "\n")


def after(*letters: Letter) -> tuple[ConsolidatedDeadline, ...]:
    return tildeling.consolidate(letters).deadlines


def days(*letters: Letter) -> list[dt.date | None]:
    return [one.deadline.date for one in after(*letters) if one.in_force]


def test_a_letter_gives_its_own_deadlines() -> None:
    found = after(base())
    assert [one.deadline for one in found] == list(base().deadlines)
    assert [step.event for one in found for step in one.history] == ["added", "added"]


def test_an_addendum_adds_to_them() -> None:
    more = addendum("Budsjettinnspillet skal sendes departementet innen 1. november 2026.")
    assert days(base(), more) == [
        dt.date(2026, 3, 15),
        dt.date(2026, 10, 1),
        dt.date(2026, 11, 1),
    ]


def test_one_that_is_given_again_stands_once() -> None:
    again = addendum("Årsrapporten skal sendes departementet innen 15. mars 2026.")
    assert days(base(), again) == days(base())


def test_one_that_moves_takes_the_place_of_the_earlier_one() -> None:
    moves = addendum("Fristen for årsrapporten utsettes til 1. april 2026.")
    found = after(base(), moves)
    assert [one.deadline.date for one in found] == [dt.date(2026, 4, 1), dt.date(2026, 10, 1)]
    step = found[0].history[-1]
    assert (step.event, step.letter) == ("amended", 1)
    assert [change.old for change in step.changes] == [base().deadlines[0]]


def test_one_that_moves_by_the_day_it_had() -> None:
    moves = addendum("Fristen endres fra 1. oktober til 15. oktober 2026.")
    assert days(base(), moves) == [dt.date(2026, 3, 15), dt.date(2026, 10, 15)]


def test_one_that_does_not_say_which_it_moves_moves_none() -> None:
    moves = addendum("Ny frist er 15. oktober 2026.")
    assert set(days(base())) <= set(days(base(), moves))


def test_a_letter_issued_again_takes_the_place_of_the_first() -> None:
    again = base(
        BASE.replace("Tildelingsbrev", "Revidert tildelingsbrev")
        .replace("15. mars", "20. mars")
        .replace("Tertialrapporten skal sendes departementet innen 1. oktober 2026.\n", "")
    )
    found = after(base(), again)
    assert [(one.deadline.date, one.in_force) for one in found] == [
        (dt.date(2026, 3, 20), True),
        (dt.date(2026, 10, 1), False),
    ]


def test_a_diff_tells_the_same_move() -> None:
    moves = addendum("Fristen for årsrapporten utsettes til 1. april 2026.")
    changes = [one for one in tildeling.diff(base(), moves).changes if one.outside]
    assert [(one.kind, one.old) for one in changes] == [("deadline_changed", base().deadlines[0])]


def test_the_report_shows_each_with_its_letter_and_what_it_was() -> None:
    moves = addendum("Fristen for årsrapporten utsettes til 1. april 2026.")
    page = report_html(tildeling.consolidate([base(), moves]), "nb")
    shown = page[page.index('id="fristene"') :]
    shown = shown[: shown.index("</table>")]
    assert "Tillegg nr. 1, flyttet fra 15.03.2026" in shown
    assert "01.10.2026" in shown
    assert shown.count("15.03.2026") == 1


REPORTS = (
    "Innen 1. oktober 2026 skal Vegtilsynet rapportere om:\n"
    "- ulykker på riksvegene\n"
    "- bruken av tilskudd til kommunene"
)
REPORTED = f"Tildelingsbrev 2026 til Vegtilsynet\n\n1 Rapportering\n\n{REPORTS}\n"


def test_the_deadline_of_reports_that_are_taken_back_falls() -> None:
    ends = addendum(REPORTS.replace("riksvegene", "riksvegene (utgår)") + " (utgår)")
    found = after(base(REPORTED), ends)
    assert [(one.deadline.date, one.in_force) for one in found] == [(dt.date(2026, 10, 1), False)]


def test_a_deadline_that_another_report_has_too_stands() -> None:
    ends = addendum(REPORTS.replace("riksvegene", "riksvegene (utgår)"))
    assert days(base(REPORTED), ends) == [dt.date(2026, 10, 1)]
