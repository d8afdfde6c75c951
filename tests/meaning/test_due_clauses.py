"""Dates in clauses: which of them are due from the recipient, and how often."""

from __future__ import annotations

import pytest

from set_letters import BASE, deadlines_told, read_letter


@pytest.mark.parametrize(
    ("sentence", "wanted"),
    [
        ("Departementet ønsker en oversikt 15. juni.", ["2025-06-15"]),
        ("Vi ber om å få analysen oversendt 15. april 2025.", ["2025-04-15"]),
        ("Talla skal sendast saman med forklaringa til rekneskapen 18. mai 2025.", ["2025-05-18"]),
        ("Tilsynet orienterer oss i god tid, og ikke senere enn 14. juni 2025.", ["2025-06-14"]),
        ("Tilsynet lager en liste. Ferdig i løpet av mai 2025.", ["2025-05-31"]),
        ("Ett kurs i hvert fylke må være avholdt før påske.", ["2025-04-16"]),
        ("Leveringen skyves fra utgangen av mai til 15. juni 2025.", ["2025-06-15"]),
        (
            "Løsningen må være i drift i 2026, og departementet skal orienteres om framdriften "
            "medio november.",
            ["2025-11-15"],
        ),
        (
            "Øvelsen flyttes til november, og fristen for planen utsettes fra 24. april til "
            "22. mai 2025.",
            ["2025-05-22"],
        ),
        ("Rapport avgis for første halvår innen 10. august.", ["2025-08-10"]),
    ],
)
def test_a_day_is_due_by_its_own_clause(sentence: str, wanted: list[str]) -> None:
    assert [str(each.date) for each in deadlines_told(sentence)] == wanted


@pytest.mark.parametrize(
    "sentence",
    [
        "Tilsynet må kjenne meldingen som regjeringen tar sikte på å legge fram i første halvår.",
        "Statistikken som skal publiseres høsten 2025, endrer flere tall som brukes i arbeidet.",
        "Planen skal si noe om hva det vil koste tilbyderne å levere tall hver måned.",
        "Forslagene leveres sammen med tertialrapporten for 2. tertial.",
    ],
)
def test_what_others_do_or_a_question_names_is_not_due(sentence: str) -> None:
    assert deadlines_told(sentence) == []


def test_before_christmas_is_no_day_and_told() -> None:
    letter = read_letter(
        "#heading(numbering: none)[2. Oppdrag]\n*Oppdrag 2025-01 Ny ordning*\n\n"
        "Erfaringene oppsummeres i et notat før jul.\n",
        title=BASE,
        date="20. desember 2024",
    )
    (due,) = letter.assignments[0].deadlines
    assert (due.date, due.status) == (None, "dated")
    assert [each.code for each in letter.findings if each.severity == "warning"] == ["unread"]


def test_what_is_brought_up_to_date_again_and_again_has_no_end() -> None:
    first, again = deadlines_told("Notatet sendes innen 24. april 2025. Det oppdateres hver måned.")
    assert (str(first.date), first.recurrence) == ("2025-04-24", None)
    assert (again.date, again.status, again.recurrence) == (None, "ongoing", "monthly")


def test_the_text_says_how_often_where_the_deadline_is_the_first() -> None:
    (due,) = deadlines_told(
        "Frist: Første gang 15. august 2025", before="Lage halvårlig statistikk over klager.\n\n"
    )
    assert (str(due.date), due.recurrence) == ("2025-08-15", "half_yearly")


def test_so_long_beforehand_is_conditional() -> None:
    (due,) = deadlines_told("Underlag til møtet sendes senest to uker i forveien.")
    assert (due.status, due.text) == ("conditional", "senest to uker i forveien")


def test_words_over_a_table_of_deadlines_set_none() -> None:
    letter = read_letter(
        "#heading(numbering: none)[4. Rapportering]\n"
        "Tabell 3: Frister for 2025 og begynnelsen av 2026\n\n"
        "#table(columns: 2, [*Frist*], [*Dokument*], [15. mars 2025], [Årsrapport])\n",
        title=BASE,
        date="20. desember 2024",
    )
    assert [str(each.date) for each in letter.deadlines] == ["2025-03-15"]


@pytest.mark.parametrize(
    ("sentence", "often"),
    [
        ("Tilsynet skal rapportere om bruken per halvår.", "half_yearly"),
        ("Status meldes én gang i måneden.", "monthly"),
        ("Oversyn vert send ein gong i månaden.", "monthly"),
        ("Rapport gis pr. tertial.", "tertially"),
    ],
)
def test_what_is_due_for_each_part_of_a_year_is_due_again_and_again(
    sentence: str, often: str
) -> None:
    (due,) = deadlines_told(sentence)
    assert (due.date, due.status, due.recurrence) == (None, "ongoing", often)


@pytest.mark.parametrize(
    "reason",
    [
        "fordi innspillet fra Barneombudet ventes først til sommeren",
        "da høringen ikke ventes ferdig før i mai",
        "ettersom utvalet legg fram innstillinga innan 1. september",
        "sidan lova ikkje trer i kraft før utgangen av året",
        "i påvente av statistikken som skal publiseres høsten 2025",
    ],
)
def test_the_days_of_a_reason_are_not_due(reason: str) -> None:
    found = deadlines_told(f"Fristen for oppdraget forlenges til 31. oktober 2025, {reason}.")
    assert [str(each.date) for each in found] == ["2025-10-31"]


def test_a_reason_may_name_a_day_that_binds_the_recipient() -> None:
    found = deadlines_told(
        "Fordi planen er forsinket, skal den leveres innen 1. mai 2025. "
        "Utkastet haster, fordi det må foreligge innen 1. mars 2025."
    )
    assert [str(each.date) for each in found] == ["2025-05-01", "2025-03-01"]


@pytest.mark.parametrize(
    "period",
    [
        "for perioden januar til juni",
        "for tida frå januar til juni",
        "for 1. januar–30. juni",
        "for januar til juni",
        "som dekker perioden 1. januar til 30. juni 2025",
        "for perioden 1. januar 2025 – 30. juni 2025",
        "for månedene mai–august",
    ],
)
def test_the_time_that_is_reported_on_is_no_deadline(period: str) -> None:
    assert deadlines_told(f"Tilsynet skal levere en delrapport {period}.") == []
    (found,) = deadlines_told(
        f"Tilsynet skal levere en delrapport {period}, innen 1. oktober 2025."
    )
    assert str(found.date) == "2025-10-01"


def outside(sentence: str) -> list[str]:
    letter = read_letter(f"= Føringer\n{sentence}\n", title=BASE, date="20. desember 2024")
    return [each.status for each in letter.deadlines]


@pytest.mark.parametrize(
    "sentence",
    [
        "Hjelpen skal settes i gang så raskt som mulig etter henvisning.",
        "Behandlinga skal starte straks når familien har søkt.",
        "Hjelpen skal starte snarest.",
    ],
)
def test_how_work_is_always_begun_is_no_deadline(sentence: str) -> None:
    assert outside(sentence) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "Arbeidet skal påbegynnes snarest.",
        "Tilsynet skal starte utgreiinga straks.",
        "Tilsynet skal straks starte anskaffelse av et nytt arkiv.",
        "Forberedelse av flyttingen skal starte umiddelbart.",
        "Forberedelser til flyttingen skal starte umiddelbart.",
        "Førebuingar til flyttinga skal starte straks.",
    ],
)
def test_the_start_of_a_work_of_its_own_is_at_once(sentence: str) -> None:
    assert outside(sentence) == ["immediate"]


def test_a_year_earlier_in_the_sentence_is_printed() -> None:
    found = deadlines_told(
        "Evalueringen leveres innen 15. oktober 2025, og et notat skal foreligge senest 1. mars."
    )
    assert [(str(each.date), each.year_inferred) for each in found] == [
        ("2025-10-15", False),
        ("2025-03-01", False),
    ]
    (found_,) = deadlines_told("Loven ble endret 1. mai 2025. Notatet leveres senest 1. juni.")
    assert found_.year_inferred
