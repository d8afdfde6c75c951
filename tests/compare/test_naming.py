"""How a later letter names an assignment that has no number."""

from typing import Any

import pytest

from made_letters import assignment, dated, letter
from tildeling.compare.ledger import AssignmentLedger
from tildeling.compare.naming import core_title
from tildeling.comparison import ConsolidatedAssignment
from tildeling.letter import Assignment

KAI = "Tilsynet skal kartlegge kaier som er eldre enn førti år, og foreslå hvilke som rustes opp."


def unnumbered(title: str | None, **changes: Any) -> Assignment:
    return assignment(number=None, title=title, **changes)


GIVEN = (
    unnumbered("Felles mottak for kvitteringer", section="3.1"),
    unnumbered("Rasteplasser langs fylkesveier", section="3.2"),
    unnumbered("Skilt for turister", section="3.2"),
    unnumbered(None, section="3.3", description=KAI, deadlines=(dated("2026-10-01"),)),
)


def after(*later: Assignment, given: tuple[Assignment, ...] = GIVEN) -> AssignmentLedger:
    ledger = AssignmentLedger()
    ledger.fold(letter(kind="base", addendum_number=None, assignments=given), 0)
    ledger.fold(letter(addendum_number=1, assignments=later), 1)
    return ledger


def touched(ledger: AssignmentLedger) -> list[str | None]:
    """Titles of those given in the base letter that the addendum did something with."""
    return [
        entry.assignment.title
        for entry in ledger.entries
        if [step.place for step in entry.steps] == [0, 1]
    ]


def told(ledger: AssignmentLedger) -> list[tuple[str, str | None]]:
    return [(finding.code, finding.key) for finding in ledger.findings]


def entries(ledger: AssignmentLedger) -> list[ConsolidatedAssignment]:
    return [entry.consolidated() for entry in ledger.entries]


@pytest.mark.parametrize(
    ("title", "status"),
    [
        ("Felles mottak for kvitteringer", "amended"),
        ("Felles mottak for kvitteringer – endret frist", "amended"),
        ("Felles mottak for kvitteringer - endra frist", "amended"),
        ("Felles mottak for kvitteringer (utgår)", "cancelled"),
        ("Felles mottak for kvitteringer (går ut)", "cancelled"),
        ("Felles mottak for kvitteringer (punkt 3.1 i tildelingsbrevet)", "amended"),
        ("Punkt 3.1 Felles mottak for kvitteringer", "amended"),
        ("3.1 Felles mottak for kvitteringer", "amended"),
        ("Oppdraget om felles mottak for kvitteringer", "amended"),
        ("Oppdraget «Felles mottak for kvitteringer»", "amended"),
        ("Oppdraget om felles mottak for kvitteringar", "amended"),
        ("Oppdrag om mottak for kvitteringer", "amended"),
        ("Presisering av oppdrag om felles mottak for kvitteringer", "amended"),
        ("Ny frist for oppdraget om felles mottak for kvitteringer", "amended"),
        ("Felles mottak for kvitteringer: presisering", "amended"),
    ],
)
def test_a_heading_names_the_assignment_whatever_it_says_beside_the_title(
    title: str, status: str
) -> None:
    ledger = after(unnumbered(title, status=status, description="Noe nytt."))
    assert touched(ledger) == ["Felles mottak for kvitteringer"]
    assert len(ledger.entries) == len(GIVEN)
    assert told(ledger) == []


@pytest.mark.parametrize(
    "title", ["Plan – del 2", "Endring av forskrift om kabler", "E-læring – tillegg om språk"]
)
def test_a_title_keeps_the_words_that_are_its_own(title: str) -> None:
    assert core_title(title) == title


@pytest.mark.parametrize(
    "sentence",
    [
        "Fristen for oppdraget om felles mottak for kvitteringar blir flytta til 1. september.",
        "Oppdraget i tildelingsbrevet om felles mottak for kvitteringer forlenges.",
        "Vi presiserer at oppdraget om felles mottak for kvitteringer også gjelder bobiler.",
    ],
)
def test_a_sentence_names_the_assignment_whose_title_it_holds(sentence: str) -> None:
    ledger = after(unnumbered(None, status="amended", description=sentence, responsible="DIG"))
    assert touched(ledger) == ["Felles mottak for kvitteringer"]
    assert told(ledger) == []


def test_a_sentence_that_holds_a_part_of_a_title_is_told_and_changes_none() -> None:
    ledger = after(unnumbered(None, status="amended", description="Oppdraget om skilt utvides."))
    assert touched(ledger) == []
    assert [code for code, _ in told(ledger)] == ["dangling_reference"]


def test_a_point_of_the_first_letter_means_the_one_assignment_that_stands_there() -> None:
    ledger = after(unnumbered(None, status="cancelled", description="Oppdraget i punkt 3.3 utgår."))
    assert [entry.assignment.status for entry in ledger.entries][3] == "cancelled"
    assert told(ledger) == []


def test_the_first_letter_may_be_named_before_its_point() -> None:
    words = "I tildelingsbrevet pkt. 3.3 går det fram at kaier kartlegges. Fristen er 1. mai."
    ledger = after(unnumbered(None, status="amended", description=words, responsible="DIG"))
    assert [len(entry.steps) for entry in ledger.entries] == [1, 1, 1, 2]
    assert told(ledger) == []


def test_a_point_with_two_assignments_is_told_and_changes_none() -> None:
    words = "Oppdraget i punkt 3.2 i tildelingsbrevet presiseres."
    ledger = after(unnumbered(None, status="amended", description=words))
    assert touched(ledger) == []
    assert told(ledger) == [("dangling_reference", words)]
    assert "«Rasteplasser langs fylkesveier», «Skilt" in ledger.findings[0].message


def test_a_point_whose_heading_is_another_is_told_and_changes_none() -> None:
    ledger = after(
        unnumbered("Vinterdrift", status="amended", description="Oppdraget i punkt 3.1 utvides.")
    )
    assert touched(ledger) == []
    assert told(ledger) == [("dangling_reference", "Vinterdrift")]


def test_an_amendment_without_title_is_never_that_of_another_without_title() -> None:
    ledger = after(unnumbered(None, status="amended", description="Fristen flyttes."))
    assert len(ledger.entries) == len(GIVEN) + 1
    assert told(ledger) == [("dangling_reference", "Fristen flyttes.")]


def test_nearly_the_same_words_are_the_same_assignment() -> None:
    ledger = after(unnumbered(None, description=KAI.replace("førti", "femti")))
    assert len(ledger.entries) == len(GIVEN)
    assert len(ledger.entries[3].steps) == 2


def test_two_of_one_letter_without_number_are_two() -> None:
    twice = (unnumbered("Rapport om kaier", description="En."), unnumbered("Rapport om kaier"))
    assert len(after(given=twice).entries) == 2


def test_two_with_one_title_are_told_and_not_guessed() -> None:
    twice = (
        unnumbered("Rapport om kaier", section="2"),
        unnumbered("Rapport om kaier", section="3"),
    )
    which = unnumbered("Rapport om kaier", status="cancelled")
    assert told(after(which, given=twice)) == [("dangling_reference", "Rapport om kaier")]
    pointed = which.model_copy(update={"description": "Oppdraget i punkt 3 utgår."})
    ledger = after(pointed, given=twice)
    assert [entry.in_force for entry in ledger.entries] == [True, False]


def test_an_addendum_names_a_numbered_assignment_by_title_and_gives_an_unnumbered_its_number() -> (
    None
):
    given = (assignment(number="TB27-02", title="Tilsyn med havner"), GIVEN[0])
    ledger = after(
        unnumbered("Oppdraget om tilsyn med havner", status="amended", description="Også kaier."),
        assignment(
            number="TB27-09", title=GIVEN[0].title, status="amended", description="Nå nummerert."
        ),
        given=given,
    )
    assert [entry.number for entry in entries(ledger)] == ["TB27-02", "TB27-09"]
    assert told(ledger) == []


def test_two_numbers_are_two_assignments_whatever_their_titles() -> None:
    given = (assignment(number="2026-01", title="Tilsyn med havner"),)
    ledger = after(assignment(number="2026-02", title="Tilsyn med havner"), given=given)
    assert len(ledger.entries) == 2


def test_a_naming_heading_does_not_become_the_title() -> None:
    ledger = after(
        unnumbered("Oppdraget om skilt for turister – ny frist", status="amended", description="X.")
    )
    assert entries(ledger)[2].assignment.title == "Skilt for turister"
    changes = [change for step in ledger.entries[2].steps[1:] for change in step.changes]
    assert [(change.field, change.key) for change in changes] == [
        ("description", "Skilt for turister")
    ]
