"""Assignments letter by letter: amended, renumbered, cancelled, their numbers used again."""

from typing import Any

import pytest

from made_letters import assignment, at, dated, letter, line
from tildeling.compare.ledger import AssignmentLedger
from tildeling.comparison import ConsolidatedAssignment
from tildeling.letter import Assignment, Letter, Renumbering


def base(*given: Assignment) -> Letter:
    return letter(kind="base", addendum_number=None, assignments=given)


def addendum(*given: Assignment, **changes: Any) -> Letter:
    return letter(assignments=given, **changes)


def renumbering(old: str, new: str, sentence: str = "") -> Renumbering:
    return Renumbering(old=old, new=new, evidence=at(1, sentence))


def folded(*letters: Letter) -> list[ConsolidatedAssignment]:
    ledger = AssignmentLedger()
    for place, one in enumerate(letters):
        ledger.fold(one, place)
    return [entry.consolidated() for entry in ledger.entries]


def told(*letters: Letter) -> list[tuple[str, str | None]]:
    ledger = AssignmentLedger()
    for place, one in enumerate(letters):
        ledger.fold(one, place)
    return [(finding.code, finding.key) for finding in ledger.findings]


def days(entry: ConsolidatedAssignment) -> list[str]:
    return [str(one.date) for one in entry.assignment.deadlines]


def test_a_clarification_adds_its_words_and_moves_the_deadline() -> None:
    given = assignment(description="Lag en veileder.", deadlines=(dated("2026-06-01"),))
    (entry,) = folded(
        base(given),
        addendum(
            assignment(
                status="amended",
                description="Veilederen skal gjelde kommunene.",
                deadlines=(dated("2026-09-01"),),
            )
        ),
    )
    assert entry.assignment.description == "Lag en veileder.\n\nVeilederen skal gjelde kommunene."
    assert days(entry) == ["2026-09-01"]
    assert [step.event for step in entry.history] == ["added", "amended"]
    assert {change.kind for change in entry.history[1].changes} == {
        "assignment_changed",
        "deadline_changed",
    }


@pytest.mark.parametrize(
    "words",
    [
        "Departementet endrer fristen for oppdraget.",
        "Departementet endrar fristen for oppdraget.",
        "Det vises til oppdrag 2026-07 i tildelingsbrevet. Fristen flyttes.",
        "Fristen for oppdraget blir utsett til 1. september 2026.",
    ],
)
def test_words_that_only_announce_a_new_deadline_are_no_new_task(words: str) -> None:
    given = assignment(description="Lag en veileder.", deadlines=(dated("2026-06-01"),))
    (entry,) = folded(
        base(given),
        addendum(assignment(status="amended", description=words, deadlines=(dated("2026-09-01"),))),
    )
    assert entry.assignment.description == "Lag en veileder."
    assert [change.kind for change in entry.history[1].changes] == ["deadline_changed"]


def test_deliveries_that_are_part_of_an_assignment_come_on_top() -> None:
    (entry,) = folded(
        base(assignment(deadlines=(dated("2026-06-01"),))),
        addendum(
            assignment(
                status="amended",
                description="Følgende delleveranse bes levert som en del av det:",
                deadlines=(dated("2026-04-01"),),
            )
        ),
    )
    assert days(entry) == ["2026-06-01", "2026-04-01"]


def test_a_deadline_with_a_label_moves_only_its_own() -> None:
    (entry,) = folded(
        base(
            assignment(
                deadlines=(
                    dated("2026-06-01", label="Frist for utkastet"),
                    dated("2026-09-01", label="Frist for rapporten"),
                )
            )
        ),
        addendum(
            assignment(
                status="amended", deadlines=(dated("2026-10-01", label="Frist for rapporten:"),)
            )
        ),
    )
    assert days(entry) == ["2026-06-01", "2026-10-01"]


def test_a_sentence_about_the_deadline_moves_all_that_have_no_label() -> None:
    (entry,) = folded(
        base(assignment(deadlines=(dated("2026-06-01"), dated("2026-09-01")))),
        addendum(assignment(title=None, status="amended", deadlines=(dated("2026-10-01"),))),
    )
    assert days(entry) == ["2026-10-01"]
    assert entry.assignment.title == "Ny veileder"


def test_money_given_besides_replaces_none() -> None:
    more = line(amount=2_000_000, text="Det stilles ytterligere 2 mill. kroner til disposisjon.")
    (entry,) = folded(
        base(assignment(financing=(line(amount=1_000_000),))),
        addendum(assignment(status="amended", financing=(more,))),
    )
    assert [one.amount for one in entry.assignment.financing] == [1_000_000, 2_000_000]


def test_silence_removes_nothing() -> None:
    given = assignment(
        description="Lag en veileder.",
        tasks=("Spør kommunene.",),
        deadlines=(dated("2026-06-01"),),
        financing=(line(amount=1_000_000, chapter=291, post=21),),
    )
    (entry,) = folded(base(given), addendum(assignment(status="amended", responsible="DIG")))
    assert entry.assignment == given.model_copy(update={"status": "amended", "responsible": "DIG"})


def test_an_assignment_given_again_unchanged_has_no_new_step() -> None:
    (entry,) = folded(base(assignment()), addendum(assignment(number="2026-007")))
    assert [step.event for step in entry.history] == ["added"]


def test_cancelled_is_no_longer_in_force() -> None:
    (entry,) = folded(base(assignment()), addendum(assignment(title=None, status="cancelled")))
    assert entry.assignment.status == "cancelled"
    assert entry.assignment.title == "Ny veileder"
    assert [step.event for step in entry.history] == ["added", "cancelled"]


def test_a_number_given_anew_after_it_was_cancelled_is_a_second_entry() -> None:
    entries = folded(
        base(assignment()),
        addendum(assignment(title=None, status="cancelled")),
        addendum(assignment(title="Ny portal")),
    )
    assert [(one.number, one.assignment.title, one.assignment.status) for one in entries] == [
        ("2026-07", "Ny veileder", "cancelled"),
        ("2026-07", "Ny portal", "new"),
    ]


def test_a_renumbered_assignment_gives_its_number_to_another_in_the_same_letter() -> None:
    entries = folded(
        base(assignment()),
        addendum(assignment(title="Ny portal"), renumberings=(renumbering("2026-07", "2026-08"),)),
    )
    assert [(one.number, one.former_numbers, one.assignment.title) for one in entries] == [
        ("2026-08", ("2026-07",), "Ny veileder"),
        ("2026-07", (), "Ny portal"),
    ]


def test_a_renumbered_assignment_is_found_by_its_former_number() -> None:
    (entry,) = folded(
        base(assignment(deadlines=(dated("2026-06-01"),))),
        addendum(renumberings=(renumbering("2026-07", "2026-08"),)),
        addendum(assignment(title=None, status="amended", deadlines=(dated("2026-10-01"),))),
    )
    assert entry.number == "2026-08"
    assert days(entry) == ["2026-10-01"]


def test_of_two_with_one_number_the_sentence_renumbers_the_one_it_names() -> None:
    sentence = "I tillegg nr. 1 ble oppdraget om ny portal nummerert 2026-07. Nummereringen endres."
    entries = folded(
        base(assignment()),
        addendum(assignment(title="Ny portal")),
        addendum(renumberings=(renumbering("2026-07", "2026-08", sentence),)),
    )
    assert [(one.number, one.assignment.title) for one in entries] == [
        ("2026-07", "Ny veileder"),
        ("2026-08", "Ny portal"),
    ]


def test_a_renumbering_told_twice_happens_once() -> None:
    (entry,) = folded(
        base(assignment()),
        addendum(renumberings=(renumbering("2026-07", "2026-08"),)),
        addendum(renumberings=(renumbering("2026-07", "2026-08"),)),
    )
    assert entry.former_numbers == ("2026-07",)


def test_two_paddings_are_one_number() -> None:
    (entry,) = folded(
        base(assignment(number="2026-7")),
        addendum(assignment(number="2026-007", status="amended", responsible="DIG")),
    )
    assert entry.number == "2026-7"


def test_an_assignment_without_a_number_is_known_by_its_title() -> None:
    (entry,) = folded(
        base(assignment(number=None, title="Ny veileder for vei")),
        addendum(
            assignment(
                number=None, title="Ny  veileder for vei", status="amended", responsible="DIG"
            )
        ),
    )
    assert entry.assignment.responsible == "DIG"


def test_a_withheld_assignment_may_get_its_title_later() -> None:
    (entry,) = folded(
        base(assignment(title=None, withheld=True)), addendum(assignment(title="Ny portal"))
    )
    assert (entry.assignment.title, entry.assignment.withheld) == ("Ny portal", False)


def test_a_change_of_what_no_letter_gave_is_a_finding() -> None:
    unknown = addendum(assignment(number="2026-99", status="amended", responsible="DIG"))
    assert told(base(), unknown) == [("dangling_reference", "2026-99")]


def test_without_the_base_letter_nothing_is_said_of_what_it_may_have_given() -> None:
    assert told(addendum(assignment(number="2026-99", status="amended", responsible="DIG"))) == []
