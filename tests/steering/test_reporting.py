"""Reporting requirements: what counts, into which report, when, and in whose words."""

from __future__ import annotations

from datetime import date

import pytest

from set_letters import BASE, read_letter
from tildeling.letter import Letter, ReportingRequirement


def told(body: str, heading: str = "Rapportering") -> list[ReportingRequirement]:
    """What a base letter for 2025 asks to be reported under a heading."""
    return list(letter_with(f"= {heading}\n{body}\n").reporting)


def letter_with(body: str) -> Letter:
    """A base letter for 2025."""
    return read_letter(body, title=BASE, date="20. desember 2024")


@pytest.mark.parametrize(
    ("sentence", "document"),
    [
        ("Tilsynet skal i årsrapporten redegjøre for bruken av midlene.", "annual_report"),
        ("I årsrapporten for 2025 skal tilsynet gjere greie for arbeidet.", "annual_report"),
        ("Det skal rapporteres på bruken av midlene i tertialrapportene.", "tertial_report"),
        ("Status skal omtales i rapporten for andre tertial.", "tertial_report"),
        ("Vi ber om en vurdering av ventetiden i rapporten per 31. august.", "tertial_report"),
        ("Prognosen skal framgå av halvårsrapporten.", "half_year_report"),
        ("Familievernstilsynet skal rapportere kvartalsvis om ventetiden.", "quarterly_report"),
        ("Avvik skal forklares i månedsrapportene.", "monthly_report"),
        ("Tilsynet skal i årleg melding gjere greie for ventetida.", "annual_report"),
        ("Antall læreplasser skal opplyses i årlig melding.", "annual_report"),
        ("Tilsynet skal rapportere tallet på klager i eget skjema.", "separate"),
        ("Familievernstilsynet skal rapportere om lærlingane i eit eige skjema.", "separate"),
    ],
)
def test_a_sentence_that_names_a_report_counts_under_any_heading(
    sentence: str, document: str
) -> None:
    (one,) = told(sentence, "Prioriteringer")
    assert (one.text, one.document) == (sentence, document)


@pytest.mark.parametrize(
    "sentence",
    [
        "Departementet vil følge opp årsrapporten på møtet i april.",
        "Styringsdialogen består av etatsstyringsmøter, årsrapport og tertialrapporter.",
        "Kommunene skal rapportere om bruken i årsrapporten innen 1. juni 2025.",
        "Det skal ikke rapporteres per første tertial.",
        "Årsrapporten skal følge oppsettet i bestemmelsene om økonomistyring.",
        "Resultatene er svakere enn i fjor, jf. årsrapporten for 2023.",
        "Dagsorden sendes ut to uker i forveien.",
        "Rapporteringskravene og fristene er samlet i vedlegg 2.",
        "Rapporteringspunkta og fristane er lista opp i tabell 3.",
    ],
)
def test_what_the_recipient_is_not_told_to_report_is_none(sentence: str) -> None:
    assert told(sentence) == []


def test_of_a_list_the_items_count_and_take_the_report_of_the_sentence_over_it() -> None:
    found = told("I årsrapporten skal tilsynet gjøre rede for:\n- antall saker\n- ventetiden")
    assert [(one.text, one.document) for one in found] == [
        ("antall saker", "annual_report"),
        ("ventetiden", "annual_report"),
    ]


def test_a_report_is_due_on_the_day_that_stands_in_the_letters_own_list() -> None:
    letter = letter_with(
        "= Rapportering\nÅrsrapporten for 2025 skal sendes departementet innen 15. mars 2026.\n"
    )
    (one,) = letter.reporting
    assert one.deadlines == letter.deadlines
    assert [each.date for each in one.deadlines] == [date(2026, 3, 15)]


def test_a_sentence_that_goes_on_about_a_report_takes_its_kind() -> None:
    found = told(
        "Tertialrapportene skal sendes innen 1. juni og 1. oktober 2025. "
        "Rapportene skal omtale risiko på hvert mål."
    )
    assert [one.document for one in found] == ["tertial_report", "tertial_report"]


def test_what_is_handed_in_on_a_day_is_a_document_of_its_own() -> None:
    (one,) = told("En oppdatert prognose sendes departementet innen 1. september 2025.", "Budsjett")
    assert (one.document, len(one.deadlines)) == ("separate", 1)


def test_rows_of_a_calendar_are_reports_and_its_meetings_are_none() -> None:
    found = told(
        "#table(columns: 2, [Dato], [Sak], [15. mars], [Årsrapport for 2024], [9. april], "
        "[Etatsstyringsmøte], [1. juni], [Rapport for 1. tertial], [1. november], "
        "[Innspill til budsjettet for 2027])"
    )
    assert [(one.text, one.document) for one in found] == [
        ("Årsrapport for 2024", "annual_report"),
        ("Rapport for 1. tertial", "tertial_report"),
        ("Innspill til budsjettet for 2027", "separate"),
    ]


def test_a_report_told_in_a_sentence_and_in_the_calendar_is_one() -> None:
    found = told(
        "Årsrapporten for 2025 sendes innen 15. mars 2026.\n\n"
        "#table(columns: 2, [Frist], [Dokument], [1. juni 2025], [Rapport for 1. tertial], "
        "[15. mars 2026], [Årsrapport for 2025])"
    )
    assert [one.text for one in found] == [
        "Årsrapporten for 2025 sendes innen 15. mars 2026.",
        "Rapport for 1. tertial",
    ]


def test_the_delivery_of_an_assignment_is_none_unless_a_report_is_named() -> None:
    letter = letter_with(
        "= Oppdrag\n*Oppdrag 2025-01 Ny ordning*\n\n"
        "Tilsynet skal sende en plan innen 1. september 2025. "
        "Status skal omtales i årsrapporten.\n"
    )
    (one,) = letter.reporting
    assert (one.text, one.assignment) == ("Status skal omtales i årsrapporten.", 0)


def test_the_label_rapportering_over_a_list_makes_each_item_one() -> None:
    found = told(
        "*Rapporteringskrav*\n- Utviklingen i ventetid\n- Tiltak mot lange køer", "Rask hjelp"
    )
    assert [one.text for one in found] == ["Utviklingen i ventetid", "Tiltak mot lange køer"]


def test_items_without_markers_after_a_colon_are_reported_too() -> None:
    found = told(
        "I årsrapporten skal tilsynet redegjøre for:\n\nantall saker,\n\nventetid for familier.\n\n"
        "Møtene holdes i Oslo."
    )
    assert [one.text for one in found] == ["antall saker,", "ventetid for familier."]


def test_a_sentence_that_says_only_when_dates_the_report_before_it() -> None:
    (one,) = told(
        "Tilsynet skal levere en risikovurdering. Fristen er 1. oktober 2025.", "Rapportering"
    )
    assert one.text == "Tilsynet skal levere en risikovurdering."
    assert [each.date for each in one.deadlines] == [date(2025, 10, 1)]


def test_a_calendar_in_lines_is_read_line_by_line() -> None:
    found = told(
        "15\\. mars: Årsrapport for 2024 \\\n23\\. april: Etatsstyringsmøte \\\n"
        "1\\. juni: Rapport for 1. tertial",
        "Kalender for 2025",
    )
    assert [(one.document, [each.date for each in one.deadlines]) for one in found] == [
        ("annual_report", [date(2025, 3, 15)]),
        ("tertial_report", [date(2025, 6, 1)]),
    ]


def test_a_common_requirement_on_all_bodies_is_the_recipients_too() -> None:
    (one,) = told(
        "Statlege verksemder skal gjere greie for arbeidet i årsrapporten.", "Fellesføringar"
    )
    assert one.document == "annual_report"


def test_under_a_goals_heading_a_report_is_of_that_goal() -> None:
    letter = letter_with(
        "= Mål\n== Mål 1: Familier får rask hjelp\n"
        "Tilsynet skal i årsrapporten vurdere ventetiden.\n"
    )
    (one,) = letter.reporting
    assert one.goal is not None
    assert letter.goals[one.goal].title == "Familier får rask hjelp"


def test_a_report_of_a_year_long_past_is_only_pointed_to() -> None:
    assert told("I årsrapporten for 2021 skal det ha stått om ventetiden.", "Ventetid") == []


def test_a_column_of_requirements_gives_one_a_row_with_the_report_beside_it() -> None:
    found = told(
        "#table(columns: 2, [Rapporteringskrav], [Dokument], [Status for oppdragene], "
        "[Tertialrapport], [Bruk av konsulenter], [Årsrapport])"
    )
    assert [(one.text, one.document) for one in found] == [
        ("Status for oppdragene", "tertial_report"),
        ("Bruk av konsulenter", "annual_report"),
    ]


def test_what_a_list_says_is_to_be_delivered_is_handed_over() -> None:
    found = told(
        "Tilsynet skal levere følgende rapporter:\n- årsrapport for 2025 innen 15. mars 2026\n"
        "- risikovurdering"
    )
    assert [one.document for one in found] == ["annual_report", "separate"]


def test_the_label_rapportering_in_an_assignment_needs_no_verb() -> None:
    letter = letter_with(
        "= Oppdrag\n== Kartlegging av ventetid\nTilsynet skal kartlegge ventetiden.\n\n"
        "Rapportering: Foreløpige funn i rapporten for 2. tertial.\n"
    )
    (one,) = letter.reporting
    assert (one.text, one.document) == (
        "Foreløpige funn i rapporten for 2. tertial.",
        "tertial_report",
    )


@pytest.mark.parametrize(
    "sentence",
    [
        "KOMs årsrapporter gir opplysninger om utfordringene på feltet.",
        "Tilsynet skal vurdere behovet for tiltak på bakgrunn av årsrapporten.",
        "Andel foretak som sender årsrapport innen fristen, skal øke.",
        "Tilsynet skal informere kommunene om regelverket innen 1. mars 2025.",
        "Tilsynet skal publisere månedlig statistikk.",
    ],
)
def test_sentences_that_only_speak_of_reports_are_none(sentence: str) -> None:
    assert told(sentence, "Prioriteringer") == []


def test_what_a_report_of_its_own_is_to_hold_goes_into_that_report() -> None:
    found = told(
        "Tilsynet skal sende en rapport om beredskap innen 1. april 2026. "
        "Rapporten skal inneholde:\n- en vurdering av risiko\n- en plan for øvelser"
    )
    assert [one.document for one in found] == ["separate"] * 3


def test_what_is_pointed_to_in_an_attachment_may_still_be_asked_for() -> None:
    sentence = "Målene som er gitt i kapittel 3, skal omtales i årsrapporten."
    assert [one.text for one in told(sentence)] == [sentence]


def test_a_form_in_a_calendar_is_handed_over() -> None:
    found = told(
        "#table(columns: 2, [Rapport], [Frist], [Skjema for nye studier], [1. februar 2026], "
        "[Årlig melding 2025], [15. mars 2026])",
        "Vedlegg 1 Frister",
    )
    assert [(one.text, one.document) for one in found] == [
        ("Skjema for nye studier", "separate"),
        ("Årlig melding 2025", "annual_report"),
    ]


def test_an_attachment_s_number_hides_no_heading_about_reporting() -> None:
    heading = "#heading(numbering: none)[Vedlegg 2 Rapportering i 2025]"
    (one,) = letter_with(f"{heading}\nTilsynet skal gjøre rede for ventetiden.\n").reporting
    assert one.text == "Tilsynet skal gjøre rede for ventetiden."


def test_a_list_under_the_annual_report_s_heading_goes_into_it() -> None:
    found = told(
        "Meldinga skal innehalde:\n- status for måla\n- ei vurdering av risiko", "Årleg melding"
    )
    assert [one.document for one in found] == ["annual_report"] * 2
