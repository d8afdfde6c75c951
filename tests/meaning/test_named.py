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


def test_a_label_before_it_is_of_no_assignment() -> None:
    *others, last = in_base(
        "Presisering av tidligere oppdrag: I tildelingsbrevet for 2024 ble tilsynet bedt om å "
        "utrede kaier. Fristen forlenges til 1. april 2025."
    ).assignments
    assert (last.status, (last.description or "")[:18]) == ("amended", "I tildelingsbrevet")
    assert "Presisering" not in "".join(each.description or "" for each in others)


def test_the_next_paragraph_may_go_on_about_it() -> None:
    letter = read_letter(
        "= Andre saker\nOppdraget «Nye skilt» i punkt 3.1 blir utvida.\n\nFristen blir flytta til "
        "1. oktober 2025.\n\nVi ventar òg svar på brevet vårt innan 1. november 2025.\n"
    )
    assert [told(each)[3] for each in letter.assignments] == [["2025-10-01"]]
    assert [str(one.date) for one in letter.deadlines] == ["2025-11-01"]


def test_the_next_paragraph_may_name_another() -> None:
    letter = read_letter(
        CHANGES.format(
            "Oppdraget om ny brannstasjon, jf. tildelingsbrevet punkt 4.3, blir endra. Fristen "
            "blir flytta til 31. januar 2026.\n\nOppdraget om leige av felt går ut."
        )
    )
    assert [told(each)[2:] for each in letter.assignments] == [
        ("amended", ["2026-01-31"]),
        ("cancelled", []),
    ]


@pytest.mark.parametrize(
    "lead",
    [
        "Departementet gjør følgende endringer i tidligere gitte oppdrag:",
        "Departementet gjer desse endringane i oppdrag gjevne tidlegare:",
        "Følgende oppdrag endres eller utgår:",
    ],
)
def test_a_sentence_may_lead_into_a_list_of_changes(lead: str) -> None:
    letter = read_letter(
        f"= Andre saker\n{lead}\n- Oppdraget «Nye skilt» i punkt 3.1 utgår.\n"
        "- Lys i tunneler: Fristen flyttes til 1. oktober 2025.\n"
    )
    assert [told(each)[1:] for each in letter.assignments] == [
        ("Nye skilt", "cancelled", []),
        ("Lys i tunneler", "amended", ["2025-10-01"]),
    ]


def test_numbers_that_go_together_and_after_a_named_one_are_each_an_assignment() -> None:
    letter = read_letter(
        CHANGES.format(
            "Oppdrag 7 og 9 i tildelingsbrevet går ut. Oppdrag 3, «Lys», utvides. Fristen for "
            "oppdrag 4 blir flytta til 1. oktober 2025.\n\nOppdrag 5 og 6 går ut."
        )
    )
    assert [(each.number, each.status) for each in letter.assignments] == [
        ("7", "cancelled"),
        ("9", "cancelled"),
        ("3", "amended"),
        ("4", "amended"),
        ("5", "cancelled"),
        ("6", "cancelled"),
    ]
    assert told(letter.assignments[3])[3] == ["2025-10-01"]


def test_what_a_sentence_of_a_change_begins_with_is_no_title() -> None:
    letter = read_letter(
        CHANGES.format(
            "*Lys*\n\nSom varslet i styringsmøtet forlenges fristen til 1. oktober 2025.\n\n"
            "*Rasteplasser*\n\nEtter ønske fra tilsynet utvides oppdraget.\n"
        )
    )
    assert [each.title for each in letter.assignments] == ["Lys", "Rasteplasser"]
    letter = read_letter(
        CHANGES.format(
            "Nye skilt – Fristen flyttes til 1. oktober 2025.\n\nRasteplasser – Oppdraget utgår."
        )
    )
    assert [told(each)[1:] for each in letter.assignments] == [
        ("Nye skilt", "amended", ["2025-10-01"]),
        ("Rasteplasser", "cancelled", []),
    ]
