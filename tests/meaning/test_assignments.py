"""What an assignment becomes, form by form. The letters are given as plain text."""

import datetime as dt

import pytest

import tildeling
from set_letters import read_letter
from tildeling.letter import Assignment, Letter

HEAD = "Tillegg nr. 2 til tildelingsbrev for 2026 til Kystdirektoratet\n\n"


def letter(body: str) -> Letter:
    return tildeling.parse_text(HEAD + body)


def assignment(body: str) -> Assignment:
    (found,) = letter(body).assignments
    return found


@pytest.mark.parametrize(
    ("heading", "number", "title"),
    [
        ("Oppdrag nr. 2026-017 Styrking av beredskapen", "2026-017", "Styrking av beredskapen"),
        ("Oppdrag 2026-04: Styrking av beredskapen", "2026-04", "Styrking av beredskapen"),
        ("Oppdrag nr. 2026 – 012 Styrking av beredskapen", "2026-012", "Styrking av beredskapen"),
        ("TB2026-17 Styrking av beredskapen", "TB2026-17", "Styrking av beredskapen"),
        ("TB 2026-17 Styrking av beredskapen", "TB2026-17", "Styrking av beredskapen"),
        ("ID: 2026-01 Styrking av beredskapen", "2026-01", "Styrking av beredskapen"),
        ("Oppdrag: Styrking av beredskapen", None, "Styrking av beredskapen"),
    ],
)
def test_a_heading_gives_number_and_title(heading: str, number: str | None, title: str) -> None:
    found = assignment(f"{heading}\n\nDirektoratet skal styrke beredskapen langs kysten.\n")
    assert (found.number, found.title) == (number, title)


def test_labels_part_the_text() -> None:
    found = assignment(
        "Oppdrag 2026-01: Vern\n\nBakgrunn\nKysten er lang.\n\n"
        "Beskrivelse av oppdraget\nDirektoratet skal verne den.\n\n"
        "Finansiering\nOppdraget dekkes innenfor gjeldende rammer.\n\n"
        "Frist: 1. mai 2026\n"
    )
    assert found.background == "Kysten er lang."
    assert found.description == "Direktoratet skal verne den."
    assert [line.kind for line in found.financing] == ["within_budget"]
    assert [deadline.date for deadline in found.deadlines] == [dt.date(2026, 5, 1)]


def test_what_stands_under_the_number_without_a_label_is_the_description() -> None:
    found = assignment("Oppdrag 2026-01: Vern\n\nDirektoratet skal verne kysten.\n")
    assert (found.background, found.description) == (None, "Direktoratet skal verne kysten.")


def test_listed_items_are_tasks_and_not_repeated_in_the_description() -> None:
    found = assignment(
        "Oppdrag 2026-01: Vern\n\nDirektoratet skal:\n\n"
        "• kartlegge behovet i alle kommuner.\n• foreslå tiltak.\n"
    )
    assert found.tasks == ("kartlegge behovet i alle kommuner.", "foreslå tiltak.")
    assert found.description == "Direktoratet skal:"


def test_the_ministrys_own_department_is_responsible() -> None:
    found = assignment(
        "Oppdrag 2026-01: Vern\n\nDirektoratet skal verne kysten.\n\n"
        "Frist: 1. mai 2026 Ansvarlig avdeling i NFD: KYST\n"
    )
    assert found.responsible == "KYST"
    assert [deadline.date for deadline in found.deadlines] == [dt.date(2026, 5, 1)]


def test_a_list_that_names_what_follows_makes_no_second_assignment() -> None:
    found = letter(
        "Nye oppdrag:\n\n• TB2026-17 Vern av kysten\n• TB2026-18 (unntatt offentlighet)\n\n"
        "TB2026-17 Vern av kysten\n\nDirektoratet skal verne kysten.\n\nFrist: 1.5.2026\n"
    )
    assert sorted(each.number or "" for each in found.assignments) == ["TB2026-17", "TB2026-18"]


def test_one_that_stands_in_such_a_list_alone_is_an_assignment() -> None:
    (found,) = letter("Nye oppdrag:\n\n• TB2026-18 (unntatt offentlighet)\n").assignments
    assert (found.number, found.title, found.withheld) == ("TB2026-18", None, True)


@pytest.mark.parametrize(
    ("opening", "status"),
    [
        ("Presisering av tidligere oppdrag: Omfanget avgrenses.", "amended"),
        ("Oppdraget er en presisering av tidligere oppdrag.", "amended"),
        ("Departementet endrer fristen for oppdraget.", "amended"),
        ("Oppdraget utgår.", "cancelled"),
        ("Oppdraget går ut.", "cancelled"),
        ("Direktoratet skal verne kysten.", "new"),
    ],
)
def test_the_first_words_say_what_the_letter_does_with_the_assignment(
    opening: str, status: str
) -> None:
    assert assignment(f"Oppdrag 2026-01: Vern\n\n{opening}\n").status == status


def test_an_assignment_stands_in_the_section_above_it() -> None:
    found = letter(
        "1. Innledning\n\nVi viser til brevet.\n\n2. Oppdrag\n\n2.1 Kysten\n\n"
        "Oppdrag 2026-01: Vern\n\nDirektoratet skal verne kysten.\n\n3. Budsjett\n\nTekst.\n"
    )
    assert [each.section for each in found.assignments] == ["2.1"]
    assert found.assignments[0].description == "Direktoratet skal verne kysten."


def test_others_who_take_part_are_named_once() -> None:
    found = assignment(
        "Oppdrag 2026-01: Vern\n\nDirektoratet skal samarbeide med Helsedirektoratet og "
        "Politidirektoratet. Helsedirektoratet skal involveres tidlig.\n"
    )
    assert found.participants == ("Helsedirektoratet", "Politidirektoratet")


@pytest.mark.parametrize(
    ("sentence", "numbers"),
    [
        (
            "Nummeret på oppdraget om svindel endres fra TB27-05 til TB27-06.",
            ("TB27-05", "TB27-06"),
        ),
        (
            "Nummereringa av oppdraget blir endra frå 2025-011 til 2025-012.",
            ("2025-011", "2025-012"),
        ),
        ("Oppdragsnummer 2025-011 endres til 2025-012.", ("2025-011", "2025-012")),
        ("Oppdrag 2025-011 skal ha nummer 2025-012.", ("2025-011", "2025-012")),
        ("Oppdrag 2025-011 skal ha nr. 2025-012.", ("2025-011", "2025-012")),
        (
            "Oppdraget fekk nummer 2025-011. Rett nummer er 2025-012.",
            ("2025-011", "2025-012"),
        ),
        (
            "I tillegg nr. 2 ble nummer TB27-14 brukt to ganger. Oppdraget om kartlegging av "
            "naust har heretter nummer TB27-19.",
            ("TB27-14", "TB27-19"),
        ),
        ("Oppdrag TB27-14 har fått nytt nummer TB27-19.", ("TB27-14", "TB27-19")),
        ("Oppdrag TB27-14 får frå no av oppdragsnummer TB27-19.", ("TB27-14", "TB27-19")),
    ],
)
def test_a_renumbering_is_read_in_the_ways_it_is_written(
    sentence: str, numbers: tuple[str, str]
) -> None:
    (one,) = read_letter(f"= Oppdrag\n{sentence}").renumberings
    assert (one.old, one.new) == numbers


def test_two_numbers_and_a_deadline_that_moves_are_no_renumbering() -> None:
    words = "Nummeret står i brevet. Fristen for oppdrag 2025-011 endres fra 1. mai til 1. juni."
    assert read_letter(f"= Oppdrag\n{words}").renumberings == ()


def test_two_assignments_with_one_deadline_are_no_renumbering() -> None:
    words = "Nummeret står under. TB27-14 har nå samme frist som oppdrag nummer TB27-19."
    assert read_letter(f"= Oppdrag\n{words}").renumberings == ()


def test_a_renumbering_is_read_with_the_letter_that_gave_the_old_number() -> None:
    (found,) = letter(
        "I tillegg nr. 1 til tildelingsbrev for 2026 ble oppdraget om vern nummerert 2026-012. "
        "Nummereringen av dette oppdraget endres til nr. 2026-016.\n"
    ).renumberings
    assert (found.old, found.new) == ("2026-012", "2026-016")
    assert found.letter == "tillegg nr. 1 til tildelingsbrev for 2026"


@pytest.mark.parametrize("note", ["(unnateke offentlegheit)", "(unntatt offentlighet)"])
def test_a_withheld_one_has_no_title_in_either_language(note: str) -> None:
    found = assignment(f"TB2026-51 {note}\n\nTekst følgjer her.\n")
    assert found.withheld
    assert found.title is None


def test_its_text_is_all_that_stands_under_the_heading_each_item_with_its_marker() -> None:
    found = assignment(
        "Oppdrag 2026-01: Vern\n\nBakgrunn: Kysten er lang.\n\nDirektoratet skal:\n\n"
        "• kartlegge behovet i alle kommuner.\n• foreslå tiltak.\n\nFrist: 1. mai 2026\n"
    )
    assert found.text is not None
    assert found.text.split("\n") == [
        "Bakgrunn: Kysten er lang.",
        "Direktoratet skal:",
        "• kartlegge behovet i alle kommuner.",
        "• foreslå tiltak.",
        "Frist: 1. mai 2026",
    ]


def test_one_without_a_body_has_no_text() -> None:
    (first, _) = letter(
        "Oppdrag 2026-01: Vern\n\nOppdrag 2026-02: Los\n\nDirektoratet skal lose.\n"
    ).assignments
    assert first.text is None


def test_the_rest_of_a_label_in_a_row_of_its_own_is_no_text_of_the_assignment() -> None:
    (found,) = read_letter(
        "= Oppdrag\n*Oppdrag 2026-01 Vern*\n\nDirektoratet skal verne kysten.\n\n"
        "#table(columns: 2, [*Finansiering*], [Finansieres med 2 mill. kroner over kap. 290, "
        "post 21.], [*Frist for å varsle*], [15.5.2026], table.cell(colspan: 2)[kommunene], "
        "[*Frist for plan*], [15.6.2026])\n",
        title="Tildelingsbrev 2026",
    ).assignments
    assert found.description == "Direktoratet skal verne kysten."
    assert [line.kind for line in found.financing] == ["grant"]
    assert [deadline.label for deadline in found.deadlines] == [
        "Frist for å varsle kommunene",
        "Frist for plan",
    ]
