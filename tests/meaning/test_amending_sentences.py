"""Sentences that change an assignment given in an earlier letter."""

import pytest

from tildeling import Assignment, Letter, parse_text


def letter_with(*paragraphs: str) -> Letter:
    body = "\n\n".join(paragraphs)
    return parse_text(
        "Helse- og omsorgsdepartementet\n\nDato: 1. mars 2024\n\n"
        "Tillegg nr. 2 til tildelingsbrev for 2024 til Helsedirektoratet\n\n"
        f"Vi viser til tildelingsbrevet.\n\n1. Oppdrag\n\n{body}\n\n"
        "Oppdrag 2024-020 Ny portal\n\nDirektoratet skal lage en portal.\n\n"
        "Frist: 1. desember 2024\n"
    )


def others(letter: Letter) -> list[Assignment]:
    """The assignments but the one that every letter here gives."""
    return [each for each in letter.assignments if each.number != "2024-020"]


@pytest.mark.parametrize(
    ("sentence", "day"),
    [
        ("Fristen for oppdrag nr. 2024-005 endres til 26. november 2024.", "2024-11-26"),
        ("Fristen for oppdrag nr. 2024-005 blir endra til 26. november 2024.", "2024-11-26"),
        ("Fristen for oppdrag 2024-005 utsettes til utgangen av november 2024.", "2024-11-30"),
        ("Fristen for oppdrag 2024-005 blir utsett til 1. juni 2024.", "2024-06-01"),
        ("Fristen for oppdrag 2024-005 forlenges til 1. juni 2024.", "2024-06-01"),
        ("Fristen for oppdrag 2024-005 flyttes fra 1. mai til 1. juni 2024.", "2024-06-01"),
        ("Fristen for å levere oppdrag 2024-005 er flyttet til 15. november.", "2024-11-15"),
        ("Departementet utsetter fristen for oppdrag 2024-005 til 1. mai 2024.", "2024-05-01"),
        ("Ny frist for oppdrag 2024-005 er 1. oktober 2024.", "2024-10-01"),
        ("Oppdrag 2024-005 får ny frist 1. oktober 2024.", "2024-10-01"),
        ("Fristen for oppdrag 5 endres til 1. oktober 2024.", "2024-10-01"),
        (
            "Fristen for oppdraget om ny veileder (2024-005) endres til 1. mai 2024, jf. brev av"
            " 3. februar 2024.",
            "2024-05-01",
        ),
        (
            "Vi viser til oppdrag 2024-005. Fristen for oppdraget flyttes til 1. oktober 2024.",
            "2024-10-01",
        ),
    ],
)
def test_a_deadline_that_moves_amends_the_assignment(sentence: str, day: str) -> None:
    letter = letter_with(sentence)
    (given,) = others(letter)
    assert (given.number, given.title, given.description) == ("2024-005", None, None)
    assert given.status == "amended"
    assert [str(each.date) for each in given.deadlines] == [day]
    assert letter.deadlines == ()


@pytest.mark.parametrize(
    ("sentence", "numbers"),
    [
        ("Oppdrag 2024-012 utgår.", ["2024-012"]),
        ("Oppdrag nr. 2024-012 går ut.", ["2024-012"]),
        ("Oppdrag nr. 2024-012 fell bort som følgje av budsjettet.", ["2024-012"]),
        ("Oppdragene 2024-012 og 2024-013 faller bort.", ["2024-012", "2024-013"]),
        ("Oppdraget om ny veileder (2024-012) utgår.", ["2024-012"]),
        ("Oppdrag 2024-012 om tiltak som hindrer svindel utgår.", ["2024-012"]),
        ("Departementet trekker oppdrag 2024-012.", ["2024-012"]),
        ("Følgende oppdrag utgår: 2024-012 og 2024-014.", ["2024-012", "2024-014"]),
        ("Oppdrag 2024-012 skal ikke lenger gjennomføres.", ["2024-012"]),
        ("Det vises til oppdrag 2024-012. Oppdraget utgår.", ["2024-012"]),
    ],
)
def test_an_assignment_that_goes_is_cancelled(sentence: str, numbers: list[str]) -> None:
    given = others(letter_with(sentence))
    assert [(each.number, each.status) for each in given] == [(n, "cancelled") for n in numbers]


@pytest.mark.parametrize(
    "sentence",
    [
        "Oppdrag 2024-012 skal ses i sammenheng med ordningen som utgår.",
        "Fristen for oppdrag 2024-005 ble i tillegg nr. 1 utsatt til 1. mai 2024.",
        "Departementet viser til oppdrag 2024-005, som ble levert 1. mai 2023.",
        "Fristen for høringen endres til 1. mai 2024.",
    ],
)
def test_what_only_speaks_of_an_assignment_changes_none(sentence: str) -> None:
    assert others(letter_with(sentence)) == []


def test_two_deadlines_go_to_two_assignments_in_their_order() -> None:
    given = others(
        letter_with(
            "Departementet flytter fristen for oppdrag 2024-005 og 2024-006 til henholdsvis"
            " 1. mai 2024 og 1. juni 2024."
        )
    )
    assert [(each.number, str(each.deadlines[0].date)) for each in given] == [
        ("2024-005", "2024-05-01"),
        ("2024-006", "2024-06-01"),
    ]


def test_words_around_the_sentence_stay_where_they_were() -> None:
    letter = letter_with(
        "Fristen for oppdrag 2024-005 endres til 1. mai 2024. Direktoratet skal innen 1. juni 2024"
        " sende en plan."
    )
    assert [str(each.date) for each in letter.deadlines] == ["2024-06-01"]


def test_the_evidence_is_the_sentence() -> None:
    sentence = "Fristen for oppdrag 2024-005 endres til 1. mai 2024."
    (given,) = others(letter_with(sentence))
    assert given.evidence[0].text == sentence


def test_what_an_earlier_year_s_letter_gave_goes_on_under_this_year_s_number() -> None:
    text = (
        "Dato: 15. januar 2025\n\nTildelingsbrev for 2025 til Familievernstilsynet\n\n"
        "Oppdrag 2025-1: Vern\n\nBakgrunn: Oppdraget ble gitt i tildelingsbrevet for 2024 og "
        "videreføres.\n\nBeskrivelse: Tilsynet skal fullføre veilederen.\n\n"
        "Oppdrag 2025-2: Tilsyn\n\nBakgrunn: Arbeidet bygger på det som ble gitt i 2024.\n\n"
        "Beskrivelse: Tilsynet skal lage en plan.\n"
    )
    assert [one.status for one in parse_text(text).assignments] == ["amended", "new"]
