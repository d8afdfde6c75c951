"""Which deadlines fall when a later letter gives new ones."""

import datetime as dt
from typing import Any

import pytest

from made_letters import dated
from tildeling.compare.moved_deadlines import Moved, moved
from tildeling.letter import Deadline

BOTH = "Delrapport leveres innen 1. juni 2026, og sluttrapport innen 1. november 2026."
REPORTS = (
    dated("2026-06-01", text="innen 1. juni 2026", sentence=BOTH),
    dated("2026-11-01", text="innen 1. november 2026", sentence=BOTH),
)
LABELLED = (
    dated("2026-06-01", label="Delrapport"),
    dated("2026-11-01", label="Frist for sluttrapport"),
)


def by(
    sentence: str | None,
    day: str,
    earlier: tuple[Deadline, ...] = REPORTS,
    since: str = "2026-03-01",
    **changes: Any,
) -> Moved:
    given = dated(day, sentence=sentence, **changes)
    return moved(earlier, (given,), on_top=False, since=dt.date.fromisoformat(since))


def days(after: Moved) -> list[str]:
    return [str(one.date) for one in after.in_force]


@pytest.mark.parametrize(
    ("sentence", "day", "left"),
    [
        (
            "Fristen endres fra 1. juni til 15. september 2026.",
            "2026-09-15",
            ["2026-09-15", "2026-11-01"],
        ),
        (
            "Fristen blir flytta frå 1. november 2026 til 15. januar 2027.",
            "2027-01-15",
            ["2026-06-01", "2027-01-15"],
        ),
        (
            "Ny frist er 15. september 2026 i stedet for 1. juni.",
            "2026-09-15",
            ["2026-09-15", "2026-11-01"],
        ),
        (
            "Fristen for sluttrapporten utsettes til 1. desember 2026.",
            "2026-12-01",
            ["2026-06-01", "2026-12-01"],
        ),
        (
            "Fristen for delrapporten er no 15. august 2026.",
            "2026-08-15",
            ["2026-08-15", "2026-11-01"],
        ),
        (
            "Kaier 1. november 2026 15. desember 2026",
            "2026-12-15",
            ["2026-06-01", "2026-12-15"],
        ),
    ],
)
@pytest.mark.parametrize("earlier", [REPORTS, LABELLED])
def test_only_the_deadline_that_is_moved_falls(
    sentence: str, day: str, left: list[str], earlier: tuple[Deadline, ...]
) -> None:
    after = by(sentence, day, earlier)
    assert days(after) == left
    assert after.in_doubt == ()
    (pair,) = after.pairs
    assert pair.old is not None


def test_a_moved_deadline_keeps_the_label_of_the_one_it_moves() -> None:
    after = by("Fristen for sluttrapporten flyttes til 1. desember 2026.", "2026-12-01", LABELLED)
    assert [one.label for one in after.in_force] == ["Delrapport", "Frist for sluttrapport"]


@pytest.mark.parametrize(
    "sentence",
    ["Fristen forlenges til 1. mai 2027.", "Ny frist: 1. mai 2027", "1. mai 2027", None],
)
def test_the_only_deadline_moves_without_being_named(sentence: str | None) -> None:
    assert days(by(sentence, "2027-05-01", REPORTS[:1])) == ["2027-05-01"]


def test_what_a_clarification_asks_for_besides_replaces_nothing() -> None:
    after = by("Fordelingen skal være avsluttet innen 30. november 2026.", "2026-11-30")
    assert days(after) == ["2026-06-01", "2026-11-01", "2026-11-30"]
    assert [pair.old for pair in after.pairs] == [None]


def test_the_same_sentence_with_another_day_moves_the_day() -> None:
    earlier = (
        dated(
            "2026-10-01", text="1. oktober", sentence="Forslaget skal sendes oss innen 1. oktober."
        ),
    )
    after = by(
        "Forslaget skal sendes oss innen 1. desember.", "2026-12-01", earlier, text="1. desember"
    )
    assert days(after) == ["2026-12-01"]


def test_a_deadline_that_is_over_is_not_moved() -> None:
    after = by("Fristen forlenges til 1. mai 2027.", "2027-05-01", since="2026-09-01")
    assert days(after) == ["2026-06-01", "2027-05-01"]


def test_where_the_letter_does_not_say_which_of_two_moves_it_is_in_doubt() -> None:
    after = by("Fristen forlenges til 1. mai 2027.", "2027-05-01")
    assert days(after) == ["2027-05-01"]
    assert len(after.in_doubt) == 1


def test_a_deadline_given_again_changes_nothing() -> None:
    assert by(BOTH, "2026-11-01", text="innen 1. november 2026").pairs == ()


def test_a_deadline_that_moves_falls_also_where_the_letter_adds_something() -> None:
    given = dated("2026-12-01", sentence="Fristen forlenges til 1. desember 2026.")
    only = (dated("2026-06-01", sentence="Planen leveres innen 1. juni 2026."),)
    assert days(moved(only, (given,), on_top=True)) == ["2026-12-01"]
    asked = dated("2026-12-01", sentence="En delleveranse sendes innen 1. desember 2026.")
    assert days(moved(only, (asked,), on_top=True)) == ["2026-06-01", "2026-12-01"]


def test_the_sentence_before_may_name_the_day_that_moves() -> None:
    given = dated("2026-07-01", sentence="Etter ønske er fristen satt til 1. juli 2026.")
    words = f"Det går fram at delrapporten leveres innen 1. juni. {given.sentence}"
    after = moved(LABELLED, (given,), on_top=False, since=dt.date(2026, 3, 1), words=words)
    assert days(after) == ["2026-07-01", "2026-11-01"]
    assert after.in_doubt == ()


@pytest.mark.parametrize(
    "sentence",
    [
        "Kartet Prøven utvides slik at vinteren kommer med, og den skal vises. 1. desember 2026",
        "Vi godtar dette, og den nye fristen er 1. desember 2026.",
    ],
)
def test_a_new_deadline_beside_what_is_added_takes_the_place_of_the_only_one(
    sentence: str,
) -> None:
    given = dated("2026-12-01", text="1. desember 2026", sentence=sentence)
    only = (dated("2026-06-01", sentence="Kart Lage kart. Medio juni", text="Medio juni"),)
    assert days(moved(only, (given,), on_top=True)) == ["2026-12-01"]
