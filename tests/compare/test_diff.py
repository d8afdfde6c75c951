"""What one letter changes against another: the pairs a case officer meets."""

from pathlib import Path
from typing import Any

import pytest

from made_letters import assignment, at, dated, full_letter, letter, line, row, table
from tildeling import Letter, LetterDiff, diff, parse
from tildeling.comparison import Change
from tildeling.letter import Renumbering

LETTERS = Path(__file__).parents[1] / "fixtures" / "letters"
FILES = sorted(LETTERS.rglob("*.pdf"))


def base(**changes: Any) -> Letter:
    return letter(kind="base", addendum_number=None, **changes)


def kinds(old: Letter, new: Letter) -> list[tuple[str, str | None]]:
    return [(change.kind, change.key) for change in diff(old, new).changes]


def only(old: Letter, new: Letter) -> Change:
    (change,) = diff(old, new).changes
    return change


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_letter_changes_nothing_against_itself(path: Path) -> None:
    one = parse(path)
    assert diff(one, one).changes == ()


def test_a_base_letter_and_its_addendum() -> None:
    kjede = LETTERS / "kjede"
    old, new = parse(kjede / "0-tildelingsbrev.pdf"), parse(kjede / "2-tillegg.pdf")
    moved, cancelled = diff(old, new).changes
    assert (moved.kind, moved.key) == ("deadline_changed", "2025-001")
    assert (moved.label, moved.delta) == ("Register over datasett i staten", None)
    assert [str(getattr(one, "date", None)) for one in (moved.old, moved.new)] == [
        "2025-09-01",
        "2025-12-01",
    ]
    assert (cancelled.kind, cancelled.key) == ("assignment_cancelled", "2025-002")
    assert moved.evidence_old[0].page == moved.evidence_new[0].page == 1


def test_a_renumbering_and_the_old_number_used_again() -> None:
    kjede = LETTERS / "kjede"
    old, new = parse(kjede / "0-tildelingsbrev.pdf"), parse(kjede / "1-tillegg.pdf")
    renumbered, added, money, post = diff(old, new).changes
    assert (renumbered.kind, renumbered.old, renumbered.new) == (
        "assignment_renumbered",
        "2025-003",
        "2025-004",
    )
    assert (added.kind, added.key) == ("assignment_added", "2025-003")
    assert (money.kind, money.key, money.outside) == ("financing_added", "1545/21", True)
    assert (post.kind, post.old, post.new, post.delta) == (
        "budget_row_changed",
        12_000_000,
        13_500_000,
        1_500_000,
    )


def test_a_letter_and_its_correction() -> None:
    old = parse(LETTERS / "helsearkiv-2026-oppdragsdokument.pdf")
    new = parse(LETTERS / "helsearkiv-2026-korrigering.pdf")
    assert all(not change.kind.endswith("_removed") for change in diff(old, new).changes)
    rows = [change for change in diff(old, new).changes if change.kind == "budget_row_changed"]
    assert rows
    assert all(change.delta for change in rows)


def test_a_deadline_outside_is_known_by_the_sentence_around_its_day() -> None:
    due = dated(
        "2026-03-15", text="15. mars 2026", sentence="Årsrapporten sendes innen 15. mars 2026."
    )
    moved = dated(
        "2026-04-01", text="1. april 2026", sentence="Årsrapporten sendes innen 1. april 2026."
    )
    other = dated(
        "2026-06-01", text="1. juni 2026", sentence="Budsjettinnspill sendes innen 1. juni 2026."
    )
    old, new = base(deadlines=(due,)), base(deadlines=(other, moved))
    assert [change.kind for change in diff(old, new).changes] == [
        "deadline_changed",
        "deadline_added",
    ]


def test_two_addenda_in_a_row_each_say_only_what_is_theirs() -> None:
    third = letter(addendum_number=3, assignments=(assignment(number="2026-07"),))
    fourth = letter(addendum_number=4, assignments=(assignment(number="2026-09"),))
    assert kinds(third, fourth) == [("assignment_added", "2026-09")]


def test_the_silence_of_an_addendum_removes_nothing() -> None:
    assert kinds(full_letter(), letter(addendum_number=5)) == []
    assert kinds(base(assignments=(assignment(),)), letter()) == []


def test_what_a_later_base_letter_leaves_out_is_removed() -> None:
    old = base(
        assignments=(assignment(),),
        deadlines=(dated("2026-03-15", label="Årsrapport"),),
        budget_tables=(table(row(10_000_000)),),
    )
    assert kinds(old, base(budget_year=2027)) == [
        ("assignment_removed", "2026-07"),
        ("deadline_removed", "Årsrapport"),
        ("budget_row_removed", "291/21"),
    ]


def test_a_deadline_of_the_calendar_is_known_by_its_label() -> None:
    change = only(
        base(deadlines=(dated("2026-03-15", label="Frist for årsrapport"),)),
        base(deadlines=(dated("2027-03-15", label="Frist for årsrapport:"),)),
    )
    assert (change.kind, change.key) == ("deadline_changed", "Frist for årsrapport:")


def test_order_says_nothing() -> None:
    one, two = (
        assignment(number="2026-01", title="Plan"),
        assignment(number="2026-02", title="Kart"),
    )
    assert kinds(base(assignments=(one, two)), base(assignments=(two, one))) == []


def test_likeness_says_nothing() -> None:
    old = base(assignments=(assignment(number="2026-01"),))
    new = base(assignments=(assignment(number="2026-02"),))
    assert kinds(old, new) == [
        ("assignment_added", "2026-02"),
        ("assignment_removed", "2026-01"),
    ]


KAI = "Tilsynet skal kartlegge kaier som er eldre enn førti år, og foreslå hvilke som rustes opp."


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (("Ny veileder for vei", "Lag den."), ("Ny  veileder for vei:", "Lag den.")),
        (("Klimaregnskap for 2025", KAI), ("Klimaregnskap for 2026", "Før regnskapet.")),
        ((None, KAI), (None, KAI.replace("førti", "femti"))),
        (("Kaier", KAI), ("Gamle kaier", KAI)),
    ],
)
def test_without_numbers_two_years_assignments_are_one_by_title_or_words(
    before: tuple[str | None, str], after: tuple[str | None, str]
) -> None:
    old, new = (
        assignment(number=None, title=title, description=words) for title, words in (before, after)
    )
    found = kinds(base(assignments=(old,)), base(budget_year=2027, assignments=(new,)))
    assert {kind for kind, _ in found} <= {"assignment_changed"}


def test_without_numbers_other_words_in_the_same_place_are_another_assignment() -> None:
    old = assignment(number=None, title=None, description=KAI)
    new = assignment(number=None, title=None, description="Tilsynet skal lage en plan for skilt.")
    assert kinds(base(assignments=(old,)), base(assignments=(new,))) == [
        ("assignment_added", "Tilsynet skal lage en plan for skilt."),
        ("assignment_removed", "Tilsynet skal kartlegge kaier som er eldre enn"),
    ]


def test_each_field_that_differs_is_a_change_of_its_own() -> None:
    old = assignment(description="Lag en plan.", tasks=("Spør.",), responsible="DIG")
    new = assignment(description="Lag et kart.", tasks=("Spør.", "Svar."), responsible="DIG")
    changes = diff(base(assignments=(old,)), base(assignments=(new,))).changes
    assert [(change.field, change.old, change.new) for change in changes] == [
        ("description", "Lag en plan.", "Lag et kart."),
        ("tasks", "Spør.", "Spør.\nSvar."),
    ]


def test_a_base_letter_that_renumbers_is_followed() -> None:
    old = base(assignments=(assignment(number="2026-01"),))
    new = base(
        assignments=(assignment(number="2026-04"),),
        renumberings=(Renumbering(old="2026-01", new="2026-04", evidence=at(1)),),
    )
    assert kinds(old, new) == [("assignment_renumbered", "2026-01")]


def test_money_of_an_assignment_that_changed_has_its_difference() -> None:
    old = assignment(financing=(line(amount=1_000_000, chapter=291, post=21),))
    new = assignment(status="amended", financing=(line(amount=1_500_000, chapter=291, post=21),))
    change = only(base(assignments=(old,)), letter(assignments=(new,)))
    assert (change.kind, change.key, change.delta) == ("financing_changed", "2026-07", 500_000)


def test_a_corrected_grant_changes_the_one_it_corrects() -> None:
    wrong = line(amount=9_500_000, chapter=291, post=21)
    right = line(kind="correction", amount=23_000_000, replaces=9_500_000, chapter=291, post=21)
    changes = diff(base(financing=(wrong,)), letter(financing=(right,))).changes
    assert [(one.kind, one.delta) for one in changes] == [
        ("financing_changed", 13_500_000),
        ("budget_row_changed", 13_500_000),
    ]


def test_a_deadline_whose_earlier_day_is_not_known_has_no_old_one() -> None:
    moved = assignment(title=None, status="amended", deadlines=(dated("2026-10-01"),))
    change = only(letter(addendum_number=3), letter(addendum_number=4, assignments=(moved,)))
    assert (change.kind, change.old) == ("deadline_changed", None)


def test_the_letters_are_named() -> None:
    compared = diff(base(title="Tildelingsbrev"), letter(addendum_number=4, title="Tillegg"))
    assert (compared.old.title, compared.old.kind, compared.old.number) == (
        "Tildelingsbrev",
        "base",
        0,
    )
    assert (compared.new.number, compared.new.year) == (4, 2026)


def test_json_is_read_back_as_it_was() -> None:
    compared = diff(base(), full_letter())
    assert compared.changes
    assert LetterDiff.model_validate_json(compared.model_dump_json()) == compared
