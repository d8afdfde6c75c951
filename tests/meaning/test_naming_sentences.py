"""Sentences and headings of an addendum that change an assignment without a number."""

import pytest

from set_letters import found, read_letter
from tildeling.letter import Assignment


def only(body: str) -> Assignment:
    (assignment,) = read_letter(body).assignments
    return assignment


@pytest.mark.parametrize(
    ("sentence", "status", "days"),
    [
        (
            "Fristen for oppdraget om felles mottak endres fra 1. mai til 15. september 2025.",
            "amended",
            ["2025-09-15"],
        ),
        (
            "Fristen for oppdraget om felles mottak i punkt 3.1 i tildelingsbrevet blir flytta frå "
            "1. mai til 15. september 2025.",
            "amended",
            ["2025-09-15"],
        ),
        (
            "Oppdraget om rasteplasser i tildelingsbrevet forlenges. Ny frist er 1. mars 2026.",
            "amended",
            [],
        ),
        ("Oppdraget i punkt 3.2 i tildelingsbrevet presiseres.", "amended", []),
        ("Oppdraget om skilt for turister utgår.", "cancelled", []),
        ("Oppdraget om skilt for turistar fell bort.", "cancelled", []),
        ("Departementet trekker oppdraget om skilt for turister.", "cancelled", []),
    ],
)
def test_a_sentence_names_the_assignment_by_what_it_is_about(
    sentence: str, status: str, days: list[str]
) -> None:
    assignment = only(f"= Endringer i oppdrag\n{sentence}")
    assert (assignment.number, assignment.title, assignment.status) == (None, None, status)
    assert [str(one.date) for one in assignment.deadlines][: len(days)] == days
    assert sentence.startswith((assignment.description or "?")[:40])


def test_a_title_in_quotation_marks_is_its_title_and_needs_no_number() -> None:
    letter = read_letter("= Oppdrag\nOppdraget «Skilt for turister» går ut.")
    (assignment,) = letter.assignments
    assert (assignment.title, assignment.status) == ("Skilt for turister", "cancelled")
    assert found(letter) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "Oppdraget om felles mottak ble levert i mai.",
        "Oppdraget om felles mottak vil bli omtalt i neste brev.",
        "Oppdraget om felles mottak skal bidra til at eldre skilt trekkes tilbake.",
        "Departementet er fornøyd med oppdraget om felles mottak.",
    ],
)
def test_a_sentence_that_only_speaks_of_an_assignment_changes_none(sentence: str) -> None:
    assert read_letter(f"= Annet\n{sentence}").assignments == ()


def test_among_numbers_a_cancellation_without_one_is_told() -> None:
    letter = read_letter(
        "= Oppdrag\nOppdraget om skilt for turister utgår.\n"
        "#assignment[Oppdrag 2025-03 Rasteplasser]\nTilsynet skal kartlegge rasteplasser.\n"
    )
    assert [each.number for each in letter.assignments] == ["2025-03"]
    assert found(letter) == [("unread", None)]


def test_a_heading_over_a_changed_deadline_or_that_says_so_is_an_assignment() -> None:
    letter = read_letter(
        "= Endringer i tidligere oppdrag\n"
        "== Felles mottak for kvitteringer – endret frist\n"
        "Fristen flyttes til 15. september 2025.\n"
        "== Ferjekaier i vest\nFristen for sluttrapporten utsettes til 15. desember 2025.\n"
        "== Skilt for turister (utgår)\nArbeidet overtas av Innovasjon Norge.\n"
    )
    assert [(each.section, each.status) for each in letter.assignments] == [
        ("1.1", "amended"),
        ("1.2", "amended"),
        ("1.3", "cancelled"),
    ]
    assert [str(one.date) for each in letter.assignments for one in each.deadlines] == [
        "2025-09-15",
        "2025-12-15",
    ]
    assert letter.deadlines == ()


@pytest.mark.parametrize(
    ("words", "title", "description"),
    [
        (
            "Oppdrag 2025-02 Rasteplasser forlenges. Ny frist er 1. mars 2026.",
            "Rasteplasser",
            "forlenges. Ny frist er 1. mars 2026.",
        ),
        (
            "Oppdrag 2025-02 Rasteplassar blir forlenga. Ny frist er 1. mars 2026.",
            "Rasteplassar",
            "blir forlenga. Ny frist er 1. mars 2026.",
        ),
    ],
)
def test_a_title_ends_where_a_sentence_goes_on_with_what_becomes_of_it(
    words: str, title: str, description: str
) -> None:
    assignment = only(f"= Endringer\n{words}")
    assert (assignment.number, assignment.title, assignment.status) == ("2025-02", title, "amended")
    assert assignment.description == description
    assert [str(one.date) for one in assignment.deadlines] == ["2026-03-01"]


def test_a_title_may_speak_of_a_deadline() -> None:
    assert only("= Oppdrag\nOppdrag 2025-02: Vurdering av fristen for klage").title == (
        "Vurdering av fristen for klage"
    )


def test_sentences_about_several_assignments_change_each_its_own() -> None:
    letter = read_letter(
        "= Endringar\nOppdrag 2025-02: Fristen for rapporten blir utsett til 1. mars 2026. "
        "Oppdrag 2025-01 går ut."
    )
    assert [(each.number, each.status) for each in letter.assignments] == [
        ("2025-02", "amended"),
        ("2025-01", "cancelled"),
    ]
    assert [str(one.date) for one in letter.assignments[0].deadlines] == ["2026-03-01"]


def test_a_moved_deadline_has_no_first_day() -> None:
    (due,) = only("Fristen for oppdrag 2025-01 endres fra 1. mai til 15. september 2025.").deadlines
    assert (due.start, due.text) == (None, "15. september 2025")


@pytest.mark.parametrize(
    ("sentence", "title", "status", "days"),
    [
        (
            "Fristen for skisse i pkt. 3.2 Ny ferjekai blir flytta til 1. juni 2025.",
            "Ny ferjekai",
            "amended",
            ["2025-06-01"],
        ),
        (
            "Fristen for oppdraget i tildelingsbrevet punkt 3.2 Ny ferjekai utsettes til 1. juni "
            "2025.",
            "Ny ferjekai",
            "amended",
            ["2025-06-01"],
        ),
        (
            "Oppdraget i tildelingsbrevet kapittel 3.4 Lys i tunneler utgår.",
            "Lys i tunneler",
            "",
            [],
        ),
        ("Oppdraget under pkt. 3.4 b) Lys i tunnelar går ut.", "Lys i tunnelar", "", []),
    ],
)
def test_a_sentence_names_the_assignment_by_the_place_and_title_of_the_first_letter(
    sentence: str, title: str, status: str, days: list[str]
) -> None:
    assignment = only(f"= Andre saker\n{sentence}")
    assert (assignment.title, assignment.status) == (title, status or "cancelled")
    assert [str(one.date) for one in assignment.deadlines] == days


def test_what_follows_a_cancelled_assignments_title_says_why_it_goes() -> None:
    assignment = only("= Oppdrag\nOppdraget i pkt. 3.4 Lys i tunneler går ut. Kommunen gjør det.")
    assert assignment.description == "Kommunen gjør det."


def test_among_changed_assignments_a_deadline_of_a_thing_is_that_of_its_assignment() -> None:
    letter = read_letter(
        "= Oppdrag som endres eller utgår\n"
        "Fristen for studien av trafikk på fjorden forlenges til 1. mars 2026. Studien skal også "
        "omfatte ferjer."
    )
    (assignment,) = letter.assignments
    assert (assignment.title, assignment.status) == ("studien av trafikk på fjorden", "amended")
    assert [str(one.date) for one in assignment.deadlines] == ["2026-03-01"]


def test_one_taken_back_by_its_matter_is_none_of_the_one_before_it() -> None:
    letter = read_letter(
        "= Oppdrag\n== Endringer i oppdrag fra tildelingsbrevet\n"
        "Når det gjelder kontorene i punkt 3.4, ber departementet om at også Alta tas med. Fristen "
        "flyttes til 15. oktober 2025.\n\n"
        "Oppdraget om regionale ombud i transport, jf. punkt 3.2, utgår.\n"
    )
    found = [(each.status, len(each.deadlines)) for each in letter.assignments]
    assert found == [("amended", 1), ("cancelled", 0)]
