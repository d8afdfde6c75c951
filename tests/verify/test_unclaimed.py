"""What no item claims is told. The letters are given as plain text, or set where tables matter."""

from pathlib import Path

import pytest

import tildeling
from conservation import account, text_of
from laid_letters import FIXTURES, LETTERS
from set_letters import BASE, read_letter
from tildeling.letter import Finding, Letter

HEAD = "Tildelingsbrev for 2026 til Kystdirektoratet\n\n"
BUDGET = "1. Budsjett\n\nKap. 290 Kystdirektoratet\n\nPost 21 Spesielle driftsutgifter\n\n"
RULES = ("unclaimed_amount", "unread_post", "unread_date")


def unclaimed(letter: Letter) -> list[Finding]:
    return [finding for finding in letter.findings if finding.rule in RULES]


def told(body: str, head: str = BUDGET) -> list[tuple[str, str, str | None]]:
    """Code, severity and key of what is told of a letter's body."""
    letter = tildeling.parse_text(f"{HEAD}{head}{body}\n")
    return [(found.code, found.severity, found.key) for found in unclaimed(letter)]


@pytest.mark.parametrize("name", FIXTURES)
def test_nothing_that_a_letter_says_of_money_posts_and_deadlines_is_silent(name: str) -> None:
    pdf = Path(LETTERS / f"{name}.pdf")
    found = account(text_of(pdf), tildeling.parse(pdf).model_dump(mode="json"))
    assert found.silent == []
    assert sum(found.counts.values()) > 0


@pytest.mark.parametrize(
    "sentence",
    [
        "I 2025 ble det brukt 3,4 mill. kroner på posten.",
        "Rammen er 2 mill. kroner høyere enn i 2025.",
        "Støtten til den enkelte er inntil 95 000 kroner i året.",
        "Konsulentene koster om lag 5 mill. kroner i året.",
    ],
)
def test_a_sum_that_gives_nothing_is_told_for_information(sentence: str) -> None:
    assert told(sentence) == [("unclaimed_amount", "info", "290/21")]


def test_a_ceiling_is_claimed_by_its_authorisation() -> None:
    assert told("Direktoratet kan gi tilsagn om tilskudd for inntil 40 mill. kroner.") == []


def test_a_sum_that_looks_like_money_given_is_a_warning() -> None:
    found = told("• Til Havbyen kommune går det ut 4 mill. kroner.")
    assert ("unclaimed_amount", "warning", "290/21") in found


def test_what_stands_in_the_sentence_of_a_line_is_claimed() -> None:
    sentence = "Bevilgningen økes med 2 mill. kroner, det samme som de 2,0 mill. kroner i fjor."
    assert told(sentence) == []


def test_each_sum_of_a_sentence_is_told_in_one_finding() -> None:
    letter = tildeling.parse_text(f"{HEAD}I 2024 var rammen 3 mill. kroner, i 2025 kr 4 000 000.\n")
    (found,) = unclaimed(letter)
    assert found.values["amounts"] == "3 000 000, 4 000 000"


def test_a_chapter_and_post_that_nothing_was_read_of_are_told_together() -> None:
    assert told("Ordningen videreføres.") == [("unread", "info", "290/21")]


def test_a_post_that_nothing_was_read_of_is_told_once() -> None:
    body = (
        "Bevilgningen økes med 2 mill. kroner.\n\n"
        "Utgiftene på kap. 291, post 45 er uendret.\n\nKap. 291, post 45 er stor."
    )
    assert told(body) == [("unread", "info", "291/45")]


def test_payments_claim_their_sums() -> None:
    letter = read_letter(
        "= Utbetaling\n"
        "#table(columns: 2, [*Termin*], [*Beløp (kroner)*], [Februar], [1 200 000], "
        "[Juni], [1 300 000])\n"
    )
    assert [payment.amount for payment in letter.payments] == [1_200_000, 1_300_000]
    assert unclaimed(letter) == []


def test_a_table_of_sums_that_is_no_budget_is_told_as_a_whole() -> None:
    letter = read_letter(
        "= Leie\n"
        "#table(columns: 2, [*Bygg*], [*Beløp (kroner)*], [Tollboden], [1 200 000], "
        "[Festningen], [1 300 000])\n"
    )
    (found,) = unclaimed(letter)
    assert (found.code, found.severity) == ("unclaimed_amount", "info")
    assert found.values["amounts"] == "1 200 000, 1 300 000"


def test_kr_in_a_cell_of_its_own_belongs_to_the_number_beside_it() -> None:
    letter = read_letter(
        "= Utbetaling\n"
        "#table(columns: 3, stroke: none, column-gutter: 1cm, [primo juni], [kr], [12 160 000], "
        "[primo oktober], [kr], [12 580 000])\n"
    )
    assert [payment.amount for payment in letter.payments] == [12_160_000, 12_580_000]
    assert unclaimed(letter) == []


def test_a_name_in_a_budget_row_claims_nothing() -> None:
    letter = read_letter(
        "#table(columns: 3, [*Kap./post*], [*Betegnelse*], [*Beløp (1 000 kr)*], "
        "[290/01], [Driftsutgifter], [20 000], "
        "[290/30], [Prosjekter under 500 mill. kroner], [9 000])\n"
    )
    (found,) = unclaimed(letter)
    assert (found.code, found.severity, found.key) == ("unclaimed_amount", "info", "290/30")


@pytest.mark.parametrize(
    ("body", "severity"),
    [
        ("Kommunene skal melde seg innen fristen 1. mai 2026.", "warning"),
        ("Instruksen med frister av 1. januar 2025 gjelder.", "info"),
        ("Fristen var 1. mai 2025.", "info"),
    ],
)
def test_a_date_after_the_word_frist_that_is_no_deadline_is_told(body: str, severity: str) -> None:
    assert ("unread", severity, None) in told(body, head="")


def test_a_calendar_that_could_not_be_read_is_one_warning_and_its_meetings_are_a_note() -> None:
    letter = read_letter(
        "= Kalender\n"
        "#table(columns: 3, [*Til*], [*Måned*], [*Dato/frist 2025*], "
        "[Årsrapport], [Mars], [15. mars], [Etatsstyringsmøte], [April], [17. april])\n"
    )
    found = {finding.severity: finding.values["dates"] for finding in unclaimed(letter)}
    assert found == {"warning": "15. mars", "info": "17. april"}


def test_a_calendars_months_and_what_the_ministry_does_are_no_unread_deadlines() -> None:
    letter = read_letter(
        "= Kalender\n"
        "#table(columns: 4, [*Måned*], [*Sak*], [*Ansvarlig*], [*Frist*], "
        "[Mars], [Årsrapport], [Direktoratet], [15. mars 2025], "
        "[November], [Utkast til tildelingsbrev], [KLD], [uke 46])\n"
    )
    assert [str(one.date) for one in letter.deadlines] == ["2025-03-15"]
    found = {finding.severity: finding.values["dates"] for finding in unclaimed(letter)}
    assert found == {"info": "uke 46"}


@pytest.mark.parametrize(
    "body",
    [
        "Telefon 22 24 90 90, org.nr. 972 417 807, konto 7694 05 04321.",
        "Se lov 21. juni 2019 nr. 31 § 5 og Prop. 1 S (2025–2026), sak 25/2306.",
        "Tabellen viser tildelingen (i 1 000 kroner).",
        "1 000 kr",
    ],
)
def test_numbers_that_are_no_money_are_not_told(body: str) -> None:
    assert told(body, head="") == []


def test_messages_are_in_bokmal_and_english() -> None:
    from tildeling.findings import message_in
    from tildeling.words import words_in

    letter = tildeling.parse_text(f"{HEAD}I 2024 var rammen 3 mill. kroner.\n")
    (found,) = unclaimed(letter)
    assert "3 000 000 kroner er nevnt" in message_in(found, words_in("nb"))
    assert "3 000 000 kroner are named" in message_in(found, words_in("en"))


def test_a_table_right_under_a_heading_of_deadlines_is_accounted_for() -> None:
    letter = read_letter(
        "= Frister i 2025\n"
        "#table(columns: 2, stroke: none, column-gutter: 2cm, [15.03.2025], [Årsrapport], "
        "[01.06.2025], [Tertialrapport])\n"
    )
    claimed = [deadline.text for deadline in letter.deadlines]
    told = [one.values["dates"] for one in letter.findings if one.rule == "unread_date"]
    assert claimed or told == ["15.03.2025, 01.06.2025"]


def test_a_post_named_in_a_row_is_one_of_the_rows_own_chapter() -> None:
    letter = read_letter(
        "= Budsjett\n== Kap. 290 Kystdirektoratet\n"
        "#table(columns: 3, [*Kap./post*], [*Betegnelse*], [*Beløp (1 000 kr)*], "
        "[290/01], [Driftsutgifter], [20 000], "
        "[291/30], [Fyr, se omtale av post 45], [9 000])\n"
    )
    assert [found.key for found in unclaimed(letter)] == ["291/45"]


def test_a_date_parted_from_its_label_by_the_text_beside_it_is_a_warning() -> None:
    body = "Frist\n\nDirektoratet lager en veileder for fyr.\n\n15. november 2026"
    found = [one for one in told(body, head="") if one[0] == "unread"]
    assert found == [("unread", "warning", None)]


def test_a_date_in_the_sentence_after_the_word_is_told_for_information() -> None:
    body = "Fristen for rapporten står fast. I møtet 23. februar 2026 var det enighet om det."
    assert told(body, head="") == [("unread", "info", None)]


def test_a_sum_with_a_remark_behind_it_is_no_part_of_the_row_above() -> None:
    letter = read_letter(
        "= Utbetaling\n"
        "#table(columns: 3, stroke: none, inset: 2pt, column-gutter: 1cm, "
        "[innen mars med], [kr], [2 160 000], "
        "[innen juni med], [kr], [1 740 000 (trukket for lån per 31.12.2025)], "
        "[innen oktober med], [kr], [2 580 000])\n"
    )
    amounts = [payment.amount for payment in letter.payments]
    assert amounts == [2_160_000, 1_740_000, 2_580_000]
    assert unclaimed(letter) == []


def test_a_million_alone_in_a_cell_is_a_sum_and_a_thousand_over_a_column_its_unit() -> None:
    letter = read_letter(
        "= Tilskudd\n"
        "#table(columns: 2, [*Mottaker*], [*1 000 kr*], [Havbyen], [4 500])\n\n"
        "#table(columns: 2, [*Mottaker*], [*Tilskudd*], [Fjordbyen], [1 000 000 kr], "
        "[Fjellbyen], [2 500 000 kr])\n"
    )
    amounts = {found.values["amounts"] for found in unclaimed(letter)}
    assert amounts == {"4 500 000", "1 000 000, 2 500 000"}


def test_old_deadlines_beside_the_new_ones_are_told_by_no_warning() -> None:
    letter = read_letter(
        "= Oppdrag\nDepartementet forlenger fristene for to av oppdragene:\n"
        "#text-table((20mm, 1fr, 35mm, 35mm),"
        ' ("Punkt", "Oppdrag", "Opprinnelig frist", "Ny frist"),'
        ' "4.1", "Felles mottak for kvitteringer", "1. mars 2025", "15. september 2025",'
        ' "4.2", "Konsept for nytt system", "2. juni 2025", "1. desember 2025")\n'
    )
    assert [str(one.date) for each in letter.assignments for one in each.deadlines] == [
        "2025-09-15",
        "2025-12-01",
    ]
    assert [f.message for f in letter.findings if f.severity == "warning"] == []


@pytest.mark.parametrize(
    ("sentence", "dates"),
    [
        ("Riksadvokaten skal innen 1. juni 2025 gi sitt syn på forslaget.", ["innen 1. juni 2025"]),
        ("Etaten skal lage en plan. Den sendes innen 1. juni 2025.", []),
        ("Etaten skal lage en plan. Loven trer i kraft 1. juni 2025.", []),
        ("Etaten skal følge opp instruksen av 1. juni 2025.", []),
        ("Etaten skal lage en plan, slik den skulle til 1. juni 2020.", []),
    ],
)
def test_a_day_to_come_in_a_request_is_told_where_it_is_no_deadline(
    sentence: str, dates: list[str]
) -> None:
    letter = read_letter(
        f"#heading(numbering: none)[2. Oppdrag]\n*Oppdrag 2025-01 Ny ordning*\n\n{sentence}\n",
        title=BASE,
        date="20. desember 2024",
    )
    found = [one for one in letter.findings if one.rule == "unread_day"]
    assert [one.values["dates"] for one in found] == dates
    assert {one.severity for one in found} <= {"info"}


@pytest.mark.parametrize(
    "text",
    ["Det tildeles kr 45 600 0\ufffd0 i 2026.", "Det tildeles 4\ufffd,5 mill. kroner i 2026."],
)
def test_a_number_with_a_sign_that_is_no_character_is_told_and_not_read(text: str) -> None:
    letter = tildeling.parse_text(f"{HEAD}{text}\n")
    assert letter.financing == ()
    assert ("unread", "warning") in [(each.code, each.severity) for each in letter.findings]


@pytest.mark.parametrize(
    "text",
    [
        "På kap. 740, post 01 tildeles kr 45 6-00 000 til drift.",
        "På kap. 740, post 01 tildeles kr 45 6 00 000 til drift.",
        "På kap. 740, post 01 tildeles 12, 6 mill. kroner til drift.",
        "På kap. 740, post 01 tildeles i alt for 2026 45\n\n600 000 kroner til drift.",
    ],
)
def test_a_torn_number_is_told_and_not_read(text: str) -> None:
    letter = tildeling.parse_text(f"{HEAD}{text}\n")
    assert letter.financing == ()
    assert "unread_number" in [each.rule for each in letter.findings]


@pytest.mark.parametrize("cut", ["kr 45\n600 000", "kr 45 600\n000", "kr\n45 600 000"])
def test_a_number_over_two_lines_of_a_paragraph_is_one(cut: str) -> None:
    letter = tildeling.parse_text(f"{HEAD}På kap. 740, post 01 tildeles {cut} til drift.\n")
    assert [each.amount for each in letter.financing] == [45_600_000]
    assert "unread_number" not in [each.rule for each in letter.findings]


def test_a_bullet_that_is_no_character_is_no_digit() -> None:
    letter = tildeling.parse_text(f"{HEAD}\ufffd Det tildeles 45 mill. kroner i 2026.\n")
    assert [each.amount for each in letter.financing] == [45_000_000]
