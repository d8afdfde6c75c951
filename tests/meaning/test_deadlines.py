"""What a deadline is, and what is none. The letters are given as plain text."""

import datetime as dt

import pytest

import tildeling
from set_letters import deadlines_told, read_letter
from tildeling.letter import Deadline

HEAD = "Dato: 15. januar 2026\n\nTildelingsbrev for 2026 til Kystdirektoratet\n\n"
OPENING = "Oppdrag 2026-01: Vern\n\n"


def deadlines(body: str) -> list[Deadline]:
    (found,) = tildeling.parse_text(HEAD + OPENING + body).assignments
    return list(found.deadlines)


@pytest.mark.parametrize(
    ("field", "date", "start", "precision"),
    [
        ("1. mai 2026", (2026, 5, 1), None, "day"),
        ("Innen 31.12.2026", (2026, 12, 31), None, "day"),
        ("innen utgangen av oktober 2026", (2026, 10, 31), None, "month"),
        ("i løpet av 2026", (2026, 12, 31), (2026, 1, 1), "year"),
        ("2. tertial 2026", (2026, 8, 31), (2026, 5, 1), "tertial"),
        ("1. halvår 2026", (2026, 6, 30), (2026, 1, 1), "half_year"),
        ("tredje kvartal 2026", (2026, 9, 30), (2026, 7, 1), "quarter"),
        ("høsten 2026", (2026, 12, 31), (2026, 8, 1), "season"),
        ("medio mars 2026", (2026, 3, 15), None, "day"),
        ("primo mars 2026", (2026, 3, 10), None, "day"),
        ("ultimo mars 2026", (2026, 3, 31), None, "month"),
    ],
)
def test_a_labelled_field_gives_the_last_day_and_the_period(
    field: str,
    date: tuple[int, int, int],
    start: tuple[int, int, int] | None,
    precision: str,
) -> None:
    (found,) = deadlines(f"Direktoratet skal verne kysten.\n\nFrist: {field}\n")
    assert found.date == dt.date(*date)
    assert found.start == (dt.date(*start) if start else None)
    assert found.precision == precision
    assert (found.status, found.label, found.year_inferred) == ("dated", None, False)


@pytest.mark.parametrize(
    ("field", "status"),
    [
        ("Snarest", "immediate"),
        ("Straks", "immediate"),
        ("Fortløpende", "ongoing"),
        ("Løpende", "ongoing"),
        ("Avtales nærmere", "to_be_agreed"),
        ("Settes i dialog med departementet", "to_be_agreed"),
        ("Etter gjennomført høring", "conditional"),
        ("Når prøvene er analyserte", "conditional"),
        ("Så snart avtalen er underskrevet", "conditional"),
    ],
)
def test_a_field_without_a_date_says_what_kind_of_deadline_it_is(field: str, status: str) -> None:
    (found,) = deadlines(f"Direktoratet skal verne kysten.\n\nFrist: {field}\n")
    assert (found.date, found.status) == (None, status)


def test_two_days_in_one_field_are_two_deadlines() -> None:
    found = deadlines("Tekst.\n\nFrist: 15. mars og 15. september 2026\n")
    assert [each.date for each in found] == [dt.date(2026, 3, 15), dt.date(2026, 9, 15)]


def test_a_year_that_is_not_printed_is_the_budget_year() -> None:
    (found,) = deadlines("Tekst.\n\nFrist: 1. april\n")
    assert (found.date, found.year_inferred) == (dt.date(2026, 4, 1), True)


def test_or_the_next_one_where_that_day_lies_before_the_letter() -> None:
    (found,) = deadlines("Tekst.\n\nFrist: 10. januar\n")
    assert (found.date, found.year_inferred) == (dt.date(2027, 1, 10), True)


def test_what_comes_back_says_how_often() -> None:
    (found,) = deadlines("Tekst.\n\nFrist: 1. mai 2026, deretter årlig\n")
    assert (found.date, found.recurrence) == (dt.date(2026, 5, 1), "yearly")


def test_a_day_that_the_calendar_lacks_has_no_date() -> None:
    (found,) = deadlines("Tekst.\n\nFrist: 31.06.2026\n")
    assert (found.date, found.status, found.text) == (None, "dated", "31.06.2026")


def test_the_label_says_what_falls_due() -> None:
    (found,) = deadlines("Tekst.\n\nFrist for veilederen: 1. mai 2026\n")
    assert found.label == "Frist for veilederen"


@pytest.mark.parametrize(
    "sentence",
    [
        "Rapporten skal oversendes departementet innen 1. mai 2026.",
        "Direktoratet bes levere en rapport senest 1. mai 2026.",
        "Fristen for rapporten er 1. mai 2026.",
        "Rapporten leveres 1. mai 2026.",
        "Rapporten sendes departementet 1. mai 2026.",
        "Rapporten skal vere departementet i hende 1. mai 2026.",
        "Utredningen skal foreligge 1. mai 2026.",
        "Utgreiinga skal vere ferdig 1. mai 2026.",
        "Departementet ber direktoratet om å gjennomføre øvinga før 2. mai 2026.",
        "Tilskuddet skal utbetales til mottakerne senest 1. mai 2026.",
        "Midler som ikke er bundet ved årets slutt, skal meldes innen 1. mai 2026.",
        "Direktoratet skal levere en rapport 1. mai 2026.",
        "Utarbeide en plan for kysten i løpet av perioden fram til og med 1. mai 2026.",
        "Direktoratet skal telle fyrene og gi en samlet status til departementet 1. mai 2026.",
        "Etaten skal sende ei liste over fyr som ikkje har fått lys, innan 1. mai 2026.",
        "Planen skal vere klar for trykking den fyrste mai 2026.",
    ],
)
def test_prose_that_binds_the_recipient_sets_a_deadline(sentence: str) -> None:
    (found,) = deadlines(f"{sentence}\n")
    assert (found.date, found.label) == (dt.date(2026, 5, 1), None)


@pytest.mark.parametrize(
    "sentence",
    [
        "Loven trådte i kraft 1. januar 2026.",
        "Departementet mottok utredningen 8. mai 2025.",
        "Det vises til brev av 26. november 2025.",
        "Departementet vil sende forslaget på høring innen 1. mai 2026.",
        "Målet er at alle skal være bosatt innen utgangen av 2026.",
        "Kommunene skal rapportere innen 1. mars 2026.",
        "Direktoratet skal holde departementet løpende orientert.",
        "Den nye modellen skal være operativ fra mars 2027.",
        "Innen 1. mai 2026 vil departementet sende en oversikt.",
        "Innan 1. mai 2026 skal kommunane melde frå.",
        "Organisasjonene skal rapportere om bruken innen 1. mai 2026.",
        "Riksrevisjonen avgir sin beretning innen 1. mai 2026.",
        "Stortinget vedtok at ordningen skal avvikles innen 1. mai 2026.",
        "Søknader om tilskudd skal være sendt innen 1. mai 2026.",
        "Etatsstyringsmøte avholdes innen 1. mai 2026.",
        "Direktoratet skal vurdere hvilke felt som kan bli nedstengt før 2030.",
        "Evalueringen vil foreligge innen 1. mai 2026.",
        "Innen utgangen av 2026 skal 80 prosent av sakene være behandlet.",
        "Løsningen skal være i drift innen 1. mai 2026.",
        "Midlene utbetales i to rater innen 1. mai 2026.",
        "Midler som ikke er bundet innen 1. mai 2026, skal meldes tilbake.",
        "Etaten skal ha minst 40 lærlinger ved utgangen av året.",
        "Direktoratet skal gjennomføre en øvelse i løpet av året.",
        "Rapporten skal omtale status per 31. august 2026.",
        "Kalenderen dekker 2026 og begynnelsen av 2027.",
        "Forsvarsdepartementet vil innen 1. mai 2026 ha klarlagt sine behov.",
        "Tildelingsbrevet for 2027 sendes før jul.",
        "Endeleg tildelingsbrev blir sendt innan 1. mai 2026.",
        "Et mål for regjeringen er at hele sektoren innen 2030 skal dele data.",
        "I tildelingsbrevet pkt. 4.1 står det at planen skal leveres innen 1. mai 2026.",
        "Det vises til at Sjøtilsynet lager en egen oversikt. Den skal være ferdig innen "
        "1. mai 2026.",
    ],
)
def test_a_date_that_binds_nobody_here_is_no_deadline(sentence: str) -> None:
    assert deadlines(f"{sentence}\n") == []


def test_the_background_sets_no_deadline() -> None:
    body = "Bakgrunn\nRapporten skulle leveres innen 1. mai 2025.\n\nBeskrivelse\nTekst følger.\n"
    assert deadlines(body) == []


def test_work_that_is_to_start_at_once_is_immediate() -> None:
    (found,) = deadlines("Arbeidet ledes av direktoratet og påbegynnes snarest.\n")
    assert (found.status, found.text) == ("immediate", "snarest")


def test_one_date_in_prose_and_label_is_one_deadline_with_both_as_evidence() -> None:
    (found,) = deadlines(
        "Rapporten skal leveres innen 1. mai 2026.\n\nFrist for rapporten: 1. mai 2026\n"
    )
    assert found.label == "Frist for rapporten"
    assert len(found.evidence) > 1


def test_deadlines_outside_assignments_belong_to_the_letter() -> None:
    found = tildeling.parse_text(
        HEAD + "1. Rapportering\n\nÅrsrapporten skal sendes departementet innen 15. mars 2027.\n"
    )
    assert [each.date for each in found.deadlines] == [dt.date(2027, 3, 15)]


@pytest.mark.parametrize(
    ("field", "date", "recurrence"),
    [
        ("2026", dt.date(2026, 12, 31), None),
        ("Ved årsskiftet 2026/2027", dt.date(2026, 12, 31), None),
        ("Innen 1. mai 2026, deretter rapporteres det årlig", dt.date(2026, 5, 1), "yearly"),
    ],
)
def test_rarer_fields(field: str, date: dt.date, recurrence: str | None) -> None:
    (found,) = deadlines(f"Tekst om saken.\n\nFrist: {field}\n")
    assert (found.date, found.recurrence) == (date, recurrence)


@pytest.mark.parametrize(
    "sentence",
    [
        "Direktoratet mottok rapporten 3. mars 2025, og den ble behandlet innen fristen 1. april "
        "2025.",
        "Det er et mål at ventetiden er halvert innen 2030.",
        "EU-forordningen skal gjennomføres i alle medlemsstatene innen 26. mars 2028.",
        "Stortinget ba i vedtak 14. juni 2025 regjeringen om å legge frem en sak innen utgangen av "
        "2027.",
    ],
)
def test_what_has_happened_and_what_binds_others_is_none(sentence: str) -> None:
    assert deadlines(f"Kunnskapen er mangelfull. {sentence}\n") == []


def test_a_new_deadline_is_a_label_too() -> None:
    (found,) = deadlines("Tekst om saken.\n\nNy frist: 1. oktober 2026\n")
    assert found.date == dt.date(2026, 10, 1)


@pytest.mark.parametrize(
    ("body", "sentence"),
    [
        (
            "Direktoratet har god tid. Planen skal leveres innen 1. mai 2026. Den er kort.",
            "Planen skal leveres innen 1. mai 2026.",
        ),
        ("Direktoratet skal verne kysten.\n\nFrist: 1. mai 2026", "Frist: 1. mai 2026"),
        (
            "Direktoratet skal:\n\n• kartlegge kysten. Frist 1. mai 2026\n• verne den.",
            "kartlegge kysten. Frist 1. mai 2026",
        ),
    ],
)
def test_a_deadline_keeps_the_sentence_or_list_item_that_says_what_falls_due(
    body: str, sentence: str
) -> None:
    (found,) = deadlines(f"{body}\n")
    assert found.sentence == sentence


def test_a_calendars_deadline_keeps_its_row() -> None:
    letter = read_letter(
        "= Rapportering\n"
        "#table(columns: 2, [*Frist*], [*Leveranse*], [15. mars 2025], [Årsrapport for 2024])\n"
    )
    (found,) = letter.deadlines
    assert found.sentence == "15. mars 2025 Årsrapport for 2024"


def test_a_deadline_that_moves_is_the_new_day_alone() -> None:
    for words in (
        "Fristen endres fra 1. mars til 15. juni 2026.",
        "Fristen for delrapporten utsettes fra 1. mars 2026 til 15. juni 2026.",
        "Fristen blir flytta frå utgangen av mars til 15. juni 2026.",
        "Fristen er forlengd til 15. juni 2026.",
        "Oppdraget forlenges til 15. juni 2026.",
    ):
        (found,) = deadlines(f"Arbeidet tar lengre tid. {words}\n")
        assert (found.date, found.start, found.text) == (
            dt.date(2026, 6, 15),
            None,
            "15. juni 2026",
        )


def test_a_field_may_say_from_which_day_it_moves() -> None:
    (found,) = deadlines("Tekst om saken.\n\nFrist: Endres fra 1. mars til 15. juni 2026\n")
    assert (found.date, found.start) == (dt.date(2026, 6, 15), None)


def test_a_day_without_a_year_that_a_deadline_moves_to_comes_after_the_old_one() -> None:
    (found,) = deadlines("Fristen blir flytta frå 31. desember 2026 til 1. mars.\n")
    assert (found.date, found.year_inferred) == (dt.date(2027, 3, 1), True)


@pytest.mark.parametrize(
    ("field", "expected"),
    [
        (
            "Foreløpige tall: 15. mai 2026 Sluttrapport: 1. desember 2026",
            [("Foreløpige tall", "2026-05-15"), ("Sluttrapport", "2026-12-01")],
        ),
        (
            "15. mai 2026 for delrapport og 1. desember 2026 for samlet tilråding",
            [(None, "2026-05-15"), (None, "2026-12-01")],
        ),
        ("Skisse: 31. juni 2026", [("Skisse", "None")]),
        ("10.02", [(None, "2026-02-10")]),
        ("1. mai/1. november 2026", [(None, "2026-05-01"), (None, "2026-11-01")]),
        ("Senest 1. mai 2026, jf. brev av 3. mars 2025", [(None, "2026-05-01")]),
        ("X. februar 2026", []),
    ],
)
def test_a_field_has_as_many_deadlines_as_days_each_with_its_own_label(
    field: str, expected: list[tuple[str | None, str]]
) -> None:
    found = deadlines(f"Tekst om saken.\n\nFrist: {field}\n")
    assert [(each.label, str(each.date)) for each in found] == expected


def test_rows_under_a_label_say_what_falls_due_when() -> None:
    letter = read_letter(
        "= Oppdrag\n*Oppdrag 2025-01: Fugl*\n\nDirektoratet skal telle fugl.\n\n*Frister*\n"
        "#table(columns: 2, [Foreløpig tall:], [1. juni 2025], [Rapport:], [1. desember 2025])\n"
    )
    (assignment,) = letter.assignments
    assert [(each.label, str(each.date)) for each in assignment.deadlines] == [
        ("Foreløpig tall", "2025-06-01"),
        ("Rapport", "2025-12-01"),
    ]


@pytest.mark.parametrize(
    ("sentence", "text"),
    [
        (
            "Frist: Tilråding seks uker etter at høringsfristen er ute",
            "seks uker etter at høringsfristen er ute",
        ),
        (
            "Svaret skal vere i hende seinast to veker etter høyringsfristen.",
            "seinast to veker etter høyringsfristen",
        ),
        (
            "Saksdokumenta skal vere i departementet seinast ti dagar før møta.",
            "seinast ti dagar før møta",
        ),
    ],
)
def test_so_long_before_or_after_an_event_is_conditional(sentence: str, text: str) -> None:
    (found,) = deadlines(f"Direktoratet har god tid.\n\n{sentence}\n")
    assert (found.status, found.text) == ("conditional", text)


def test_a_service_standard_is_no_deadline() -> None:
    body = "Søkerne skal få svar senest fire uker etter at søknaden er mottatt.\n"
    assert deadlines(body) == []


@pytest.mark.parametrize(
    ("sentence", "date", "recurrence"),
    [
        ("Status rapporteres månedlig, første gang 10. februar 2026.", "2026-02-10", "monthly"),
        ("Rapport skal gis hvert halvår, første gang 15. juli 2026.", "2026-07-15", "half_yearly"),
        (
            "Rettleiinga skal vere på nett innan 1. september 2026, og deretter bli oppdatert "
            "årleg.",
            "2026-09-01",
            "yearly",
        ),
        ("Prognosen sendes senest den 20. i hver måned.", "None", "monthly"),
        ("Sende oversikt over søknader hvert kvartal.", "None", "quarterly"),
    ],
)
def test_what_is_handed_in_again_and_again_says_how_often(
    sentence: str, date: str, recurrence: str
) -> None:
    (found,) = deadlines(f"Direktoratet har god tid. {sentence}\n")
    assert (str(found.date), found.recurrence) == (date, recurrence)
    assert found.status == ("ongoing" if found.date is None else "dated")


def test_ongoing_work_with_a_first_delivery_has_both() -> None:
    found = deadlines(
        "Tekst om saken.\n\nFrist: Fortløpende. Første rapport 6. august 2026, deretter månedlig\n"
    )
    assert [(each.status, each.recurrence) for each in found] == [
        ("ongoing", None),
        ("dated", "monthly"),
    ]


def test_at_once_and_by_a_day_is_one_deadline() -> None:
    (found,) = deadlines("Tekst om saken.\n\nFrist: Snarest, og senest 1. juli 2026\n")
    assert (found.status, found.date) == ("dated", dt.date(2026, 7, 1))


def test_a_delivery_whose_day_is_not_fixed_is_to_be_agreed() -> None:
    (found,) = deadlines("Tidspunkt for levering avtales med departementet.\n")
    assert found.status == "to_be_agreed"
    assert deadlines("Det skal holdes en øvelse. Tidspunktet avtales med departementet.\n") == []


def test_respectively_gives_each_thing_its_own_day() -> None:
    found = deadlines("Rapportene skal sendes henholdsvis 1. juni og 3. oktober 2026.\n")
    assert [str(each.date) for each in found] == ["2026-06-01", "2026-10-03"]


@pytest.mark.parametrize(
    "field",
    [
        "begynnelsen av mai",
        "tidlig høst 2026",
        "første uke i mai",
        "første halvdel av mai",
        "før sommerferien",
    ],
)
def test_a_time_without_a_last_day_has_no_date_and_a_finding(field: str) -> None:
    letter = tildeling.parse_text(f"{HEAD}{OPENING}Tekst om saken.\n\nFrist: {field}\n")
    (found,) = letter.assignments[0].deadlines
    assert (found.date, found.status) == (None, "dated")
    assert "unread" in [finding.code for finding in letter.findings]


@pytest.mark.parametrize("field", ["Ikke fastsatt", "Se omtale over"])
def test_words_on_a_labels_line_that_say_no_time_are_told(field: str) -> None:
    letter = tildeling.parse_text(f"{HEAD}{OPENING}Tekst om saken.\n\nFrist: {field}\n")
    assert letter.assignments[0].deadlines == ()
    assert "unread" in [finding.code for finding in letter.findings]


def test_a_labelled_deadline_outside_assignments_that_cannot_be_read_is_told() -> None:
    letter = tildeling.parse_text(f"{HEAD}1. Rapportering\n\nFrist: ved fullmåne\n")
    assert letter.deadlines == ()
    assert [finding.code for finding in letter.findings].count("unread") == 1


@pytest.mark.parametrize(
    ("sentence", "inferred"),
    [
        ("Planen sendes innen 1. mai.", True),
        ("Rapport for første halvår 2026 sendes innen 1. oktober.", False),
        ("Planen sendes innen 1. mai 2026. Rapporten sendes innen 1. oktober.", True),
    ],
)
def test_a_year_printed_before_in_the_sentence_is_not_inferred(
    sentence: str, inferred: bool
) -> None:
    assert deadlines(f"{sentence}\n")[-1].year_inferred is inferred


def test_a_short_form_of_the_recipients_name_binds_it() -> None:
    letter = tildeling.parse_text(
        "Dato: 15. januar 2026\n\nTildelingsbrev for 2026 til Statens helsetilsyn\n\n"
        "1. Rapportering\n\nHelsetilsynet skal sende rapport innen 1. mai 2026.\n\n"
        "Mattilsynet skal sende rapport innen 1. juni 2026.\n"
    )
    assert [str(each.date) for each in letter.deadlines] == ["2026-05-01"]


def test_a_year_far_off_is_a_goal_s() -> None:
    assert deadlines("Utslippene skal være halvert innen 2030.\n") == []
    (next_year,) = deadlines("Etaten skal levere planen innen utgangen av 2027.\n")
    assert next_year.date == dt.date(2027, 12, 31)


def test_a_report_is_that_of_others_only_where_they_were_said_to_make_one() -> None:
    after = "Rapporten skal foreligge 2. juli 2025."
    (due,) = deadlines_told(f"Kommunene skal ta ordningen i bruk fra 1. januar 2028. {after}")
    assert str(due.date) == "2025-07-02"
    assert not deadlines_told(f"Utvalget skal levere en rapport til kommunene. {after}")


@pytest.mark.parametrize(
    "label",
    ["Svartidspunkt", "Leveransetidspunkt", "Ferdigstillingsdato", "Innleveringsdato", "Svardato"],
)
def test_a_label_that_says_when_it_is_to_be_there_is_a_deadlines(label: str) -> None:
    (found,) = deadlines_told(f"Tilsynet skal lage ein rettleiar.\n\n{label}: 15. november 2025")
    assert found.date == dt.date(2025, 11, 15)
