"""Assignments given earlier that a paragraph's sentences name by title, number or first letter."""

import pytest

from set_letters import BASE, read_letter
from tildeling.letter import Assignment, Letter

CHANGES = "= Endringer i oppdrag\n{}\n"
AMONG_OTHERS = (
    "= Oppdrag\n*Lekeplasser*\n\nTilsynet skal lage en plan for lekeplasser. Frist: 1. mai 2025\n\n"
    "*Gatelys*\n\nTilsynet skal kartlegge gatelys innen 1. juni 2025.\n\n{}\n"
)


def in_base(text: str) -> Letter:
    return read_letter(AMONG_OTHERS.format(text), title=BASE, date="20. desember 2024")


def told(given: Assignment) -> tuple[str | None, str | None, str, list[str]]:
    return given.number, given.title, given.status, [str(one.date) for one in given.deadlines]


@pytest.mark.parametrize(
    ("text", "number", "title", "status", "days"),
    [
        (
            "Oppdraget «Nye skilt» i punkt 3.1 utvides til også å gjelde ferjekaier; fristen "
            "flyttes "
            "til 1. mars 2026.",
            None,
            "Nye skilt",
            "amended",
            ["2026-03-01"],
        ),
        (
            "Oppdraget «Nye skilt», som ble gitt i supplerende tildelingsbrev nr. 2, avgrenses.",
            None,
            "Nye skilt",
            "amended",
            [],
        ),
        (
            "Som drøftet i etatsstyringsmøtet endres fristen for utkastet i oppdraget «Nye "
            "skilt» i "
            "punkt 3.2 fra 10. desember 2025 til 1. mars 2026.",
            None,
            "Nye skilt",
            "amended",
            ["2026-03-01"],
        ),
        (
            "Departementet viser videre til oppdraget «Nye skilt» i punkt 3.3. Aksjonen skal være "
            "ferdig innen utgangen av november 2025, og fristen for oppsummeringen utsettes fra "
            "20. desember 2025 til 31. januar 2026.",
            None,
            "Nye skilt",
            "amended",
            ["2025-11-30", "2026-01-31"],
        ),
        (
            "I oppdraget «Nye skilt», som vart gjeve i tildelingsbrevet punkt 4.2, blir "
            "fristen for "
            "utkast, som var 1. mai 2025, flytta til 1. november 2025.",
            None,
            "Nye skilt",
            "amended",
            ["2025-11-01"],
        ),
        (
            "Som varsla skal tilsynet ikkje levere nokon eigen delrapport i oppdraget «Nye skilt», "
            "men ta funna inn i hovudrapporten, som dermed får frist 31. mars 2026 i staden for "
            "1. februar 2026.",
            None,
            "Nye skilt",
            "amended",
            ["2026-03-31"],
        ),
        (
            "Oppdraget «Nye skilt» i tildelingsbrevet for 2024 fell bort, sidan kommunane "
            "gjer det.",
            None,
            "Nye skilt",
            "cancelled",
            [],
        ),
        ("Vidare går oppdraget «Nye skilt» ut.", None, "Nye skilt", "cancelled", []),
        (
            "Departementet har besluttet å trekke tilbake oppdraget «Nye skilt».",
            None,
            "Nye skilt",
            "cancelled",
            [],
        ),
        (
            "Oppdrag 7 i tildelingsbrevet, «Nye skilt», går ut, ettersom kommunane gjer det.",
            "7",
            "Nye skilt",
            "cancelled",
            [],
        ),
        (
            "Oppdrag 9, «Nye skilt», blir endra slik at rapporten berre skal femne om riksvegar; "
            "fristen, som er 15. desember 2025, står ved lag.",
            "9",
            "Nye skilt",
            "amended",
            [],
        ),
        (
            "Oppdraget om å utrede gebyrer, gitt i tildelingsbrevet for 2023, utgår. Departementet "
            "vil selv følge opp spørsmålet.",
            None,
            None,
            "cancelled",
            [],
        ),
        (
            "Oppdraget om kartlegging av skilt, som etter tildelingsbrevet for 2024 skulle leveres "
            "1. februar, forlenges til 1. oktober 2025, og den skal også ta med kaier.",
            None,
            None,
            "amended",
            ["2025-10-01"],
        ),
        (
            "I tildelingsbrevet for 2024 ble tilsynet bedt om å utrede nye skilt. Fristen "
            "for dette "
            "forlenges til 1. oktober 2025.",
            None,
            None,
            "amended",
            ["2025-10-01"],
        ),
        (
            "I tillegg nr. 2 til tildelingsbrevet for 2024 fekk tilsynet i oppdrag å lage ein "
            "rettleiar. Fristen, som var sett til 1. mars 2025, blir flytta til 15. "
            "september 2025.",
            None,
            None,
            "amended",
            ["2025-09-15"],
        ),
    ],
)
def test_sentences_name_an_assignment_among_others_and_under_a_heading_of_changes(
    text: str, number: str | None, title: str | None, status: str, days: list[str]
) -> None:
    (given,) = read_letter(CHANGES.format(text)).assignments
    *others, last = in_base(text).assignments
    assert [told(given), told(last)] == [(number, title, status, days)] * 2
    assert {given.description, last.description} == {text}
    assert [each.title for each in others] == ["Lekeplasser", "Gatelys"]
    assert [len(each.deadlines) for each in others] == [1, 1]


def test_each_of_several_in_one_paragraph_has_its_own_sentences_and_days() -> None:
    letter = read_letter(
        CHANGES.format(
            "Oppdraget «Nye skilt» utgår. Oppdraget «Rasteplasser» forlenges til 1. november 2025. "
            "Rapporten skal også omfatte kaier. Fristen for oppdraget «Lys» flyttes til 1. oktober "
            "2025, mens oppdraget «Rekkverk» utvides."
        )
    )
    assert [told(each)[1:] for each in letter.assignments] == [
        ("Nye skilt", "cancelled", []),
        ("Rasteplasser", "amended", ["2025-11-01"]),
        ("Lys", "amended", ["2025-10-01"]),
        ("Rekkverk", "amended", []),
    ]
    assert [each.description for each in letter.assignments][1:] == [
        "Oppdraget «Rasteplasser» forlenges til 1. november 2025. Rapporten skal også "
        "omfatte kaier.",
        "Fristen for oppdraget «Lys» flyttes til 1. oktober 2025",
        "oppdraget «Rekkverk» utvides.",
    ]
    assert letter.deadlines == ()


def test_several_titles_may_go_together() -> None:
    letter = read_letter(CHANGES.format("Oppdraga «Nye skilt» og «Rasteplassar» går ut."))
    assert [told(each)[1:3] for each in letter.assignments] == [
        ("Nye skilt", "cancelled"),
        ("Rasteplassar", "cancelled"),
    ]


def test_a_request_after_a_change_is_no_part_of_it() -> None:
    letter = in_base(
        "Fristen for oppdraget «Nye skilt» forlenges til 1. november 2025. Departementet ber også "
        "om en kort redegjørelse innen 1. oktober 2025."
    )
    assert [told(each)[1:] for each in letter.assignments[2:]] == [
        ("Nye skilt", "amended", ["2025-11-01"]),
        (None, "new", ["2025-10-01"]),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Rapporten fra oppdraget «Nye skilt» ble oversendt 3. mars 2025.",
        "Departementet viser til oppdraget «Nye skilt». Vi er fornøyd med rapporten.",
        "I tildelingsbrevet for 2024 ble tilsynet bedt om å lage en mal. Malen ble levert i fjor.",
        "Regjeringen utvider ordningen som oppdraget «Nye skilt» bygger på.",
        "Arbeidet skal ses i sammenheng med oppdraget «Nye skilt» i tildelingsbrevet for 2024.",
    ],
)
def test_what_is_only_told_of_one_changes_none(text: str) -> None:
    assert [each.title for each in in_base(text).assignments] == ["Lekeplasser", "Gatelys"]


def test_what_stands_under_its_own_title_is_said_of_that() -> None:
    letter = read_letter(
        "= Oppdrag\n*Nye skilt*\n\nI tildelingsbrevet for 2024 ble tilsynet bedt om å "
        "utrede skilt. "
        "Fristen forlenges til 1. november 2025.\n\n*Gatelys*\n\nTilsynet skal kartlegge "
        "gatelys.\n",
        title=BASE,
        date="20. desember 2024",
    )
    assert [told(each)[1:] for each in letter.assignments] == [
        ("Nye skilt", "amended", ["2025-11-01"]),
        ("Gatelys", "new", []),
    ]
