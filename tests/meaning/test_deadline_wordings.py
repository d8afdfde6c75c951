"""How letters word that something is due, whom it binds, and what only looks so."""

import datetime as dt

import pytest

import tildeling
from set_letters import BASE, deadlines_told, read_letter


def days(sentence: str) -> list[str]:
    return [str(each.date) for each in deadlines_told(sentence)]


@pytest.mark.parametrize(
    ("sentence", "wanted"),
    [
        ("Tilsynet har frist til 1. september med å levere planen.", ["2025-09-01"]),
        ("Departementet set frist til 1. september 2025.", ["2025-09-01"]),
        ("Tilsynet må ha planen klar til 15. april.", ["2025-04-15"]),
        ("Departementet ber om tilbakemelding til 20. mai.", ["2025-05-20"]),
        ("Ferdigstille arbeidet med rettleiaren til 1. oktober.", ["2025-10-01"]),
        ("Svaret må vere kome fram til departementet før 1. juli.", ["2025-06-30"]),
        ("Tilsynet skal gjere ferdig arbeidet i første halvår 2025.", ["2025-06-30"]),
        ("Tilsynet skal i oktober levere ei samla vurdering.", ["2025-10-31"]),
        ("Tilsynet skal levere analysen torsdag den 20. november.", ["2025-11-20"]),
        (
            "Delrapport blir levert 1. april, sluttrapport 1. november.",
            ["2025-04-01", "2025-11-01"],
        ),
        (
            "Planen leveres senest 1. mars (utkast) og 1. juni (endelig).",
            ["2025-03-01", "2025-06-01"],
        ),
        ("Utkast forelegges departementet i midten av mai.", ["2025-05-15"]),
        ("Oppdraget held fram, ny frist 1. mai 2025.", ["2025-05-01"]),
        ("Leveringsfrist 1. mars 2025", ["2025-03-01"]),
        ("Ferdigstilling: juni 2026", ["2026-06-30"]),
    ],
)
def test_a_day_is_due_in_many_wordings(sentence: str, wanted: list[str]) -> None:
    assert days(sentence) == wanted


@pytest.mark.parametrize(
    "sentence",
    [
        "Departementet må ha rapporten innan 1. juni.",
        "Departementet vil ha rapporten innen 1. juni.",
        "Departementet legger til grunn at rapporten leveres innen 1. juni.",
        "Departementet har bedt om at rapporten sendes innen 1. juni.",
        "Departementet har satt fristen til 1. juni.",
        "Tilsynet skal sørge for at kommunene har fått veiledning innen 1. juni.",
        "Kommunane skal melde innan 1. mai, og tilsynet skal sende ei oversikt innan 1. juni.",
        "Regjeringen vil legge fram en plan innen 1. mai, men tilsynet skal levere innen 1. juni.",
        "Når kommunene har rapportert innen 1. mai, skal tilsynet oppsummere innen 1. juni.",
        "Tilsynet skal innen 1. juni oppsummere det kommunene har meldt innen 1. mai.",
        "Veilederen skal beskrive regelverket og sendes på høring innen 1. juni.",
        "Direktøren skal innen 1. juni sende en plan.",
        "Avtalane med kommunane skal vere inngått seinast 1. juni.",
    ],
)
def test_a_day_counts_where_its_own_clause_binds_the_recipient(sentence: str) -> None:
    assert days(sentence) == ["2025-06-01"]


@pytest.mark.parametrize(
    "sentence",
    [
        "Vi tek sikte på å sende høyringsutkastet innan 1. mai 2025.",
        "Vi planlegger å legge fram en melding innen utgangen av 2025.",
        "Departementet reknar med å sende forslaget innan 1. mai, og vi ber om godt samarbeid.",
        "Forslaget blir behandlet i Stortinget før jul, og tildelingsbrev sendes etter det.",
        "Utleigaren skal gjere dei nye lokala klare innan 1. mai 2025.",
        "Leverandøren skal rette feilene innen 1. mai 2025.",
        "EUs medlemsland skal innføre reglene innen 1. mai 2025.",
        "Alle medlemsstater skal innføre reglene innen 1. mai 2025.",
        "Alle EU sine medlemsland skal innføre reglane innan 1. mai 2025.",
        "Utvalet legg fram innstillinga innan 1. mai 2025.",
        "Utvalet skal avgje innstillinga innan 1. mai 2025.",
        "Regjeringens strategi for vern skal legges fram innen 1. mai 2025.",
        "Regjeringa sin nye handlingsplan skal leggjast fram innan 1. mai 2025.",
    ],
)
def test_what_the_ministry_plans_or_a_third_party_does_is_not_due(sentence: str) -> None:
    assert deadlines_told(sentence) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "Strategien skal legges fram innen 1. mai 2025.",
        "Regjeringens handlingsplan skal følges opp innen 1. mai 2025.",
        "Regjeringens strategi legges til grunn for planen, som skal leveres innen 1. mai 2025.",
    ],
)
def test_a_strategy_may_be_the_recipients_work(sentence: str) -> None:
    assert days(sentence) == ["2025-05-01"]


@pytest.mark.parametrize(
    "sentence",
    [
        "Departementet ber om rapportene 1. mai 2025.",
        "Departementet ber om vurderingane 1. mai 2025.",
        "Departementet ber om analysene 1. mai 2025.",
        "Departementet ber om analysane 1. mai 2025.",
        "Tilsynet tilgjengeleggjer registeret 1. mai 2025.",
    ],
)
def test_a_day_is_due_in_every_form_of_what_is_handed_in(sentence: str) -> None:
    assert days(sentence) == ["2025-05-01"]


def test_a_letter_to_one_of_many_of_a_kind_binds_them_all() -> None:
    text = (
        "Dato: 15. januar 2025\n\nTildelingsbrev for 2025 til Statsforvalteren i Agder\n\n"
        "Oppdrag 2025-01: Vern\n\nStatsforvalterne skal rapportere innen 1. juni.\n"
    )
    (found,) = tildeling.parse_text(text).assignments
    assert [each.date for each in found.deadlines] == [dt.date(2025, 6, 1)]


@pytest.mark.parametrize(
    ("field", "days"),
    [
        ("Frist: Saman med rapporten for 2. tertial", [None]),
        ("Frist: I forkant av etatsstyringsmøtet i juni", []),
    ],
)
def test_the_time_of_a_report_or_meeting_is_no_day_and_told(
    field: str, days: list[dt.date | None]
) -> None:
    body = f"#heading(numbering: none)[2. Oppdrag]\n*Oppdrag 2025-01 Ny ordning*\n\n{field}\n"
    letter = read_letter(body, title=BASE)
    assert [each.date for each in letter.assignments[0].deadlines] == days
    assert "unread" in [each.code for each in letter.findings]


def test_two_days_that_come_every_year_both_do() -> None:
    found = deadlines_told("Frist: 1. mars og 1. september kvart år")
    assert [each.recurrence for each in found] == ["yearly", "yearly"]


def test_what_is_told_again_and_again_is_handed_in() -> None:
    (found,) = deadlines_told("Tilsynet skal gi en vurdering av framdriften to ganger i året.")
    assert (found.date, found.status, found.recurrence) == (None, "ongoing", "half_yearly")


def test_controls_of_a_share_are_due() -> None:
    assert days("føre kontroll med minst 5 prosent av tilskuddene innen 1. oktober") == [
        "2025-10-01"
    ]


def test_a_month_with_a_year_beside_a_day_gives_it_the_year() -> None:
    body = """
#heading(numbering: none)[2. Rapporteringskalender]
#table(columns: 3, [Månad], [Sak], [Frist], [November], [Budsjettforslag], [1. november],
  [Februar 2026], [Årsmelding for 2025], [20. februar])
"""
    letter = read_letter(body, title=BASE, date="20. desember 2024")
    assert [str(each.date) for each in letter.deadlines] == ["2025-11-01", "2026-02-20"]


def test_a_deadline_in_the_heading_is_the_assignments() -> None:
    body = """
#heading(numbering: none)[2. Oppdrag]
#heading(level: 2, numbering: none)[2.1 Felles havnekart (frist 1. mai 2025)]
Tilsynet skal lage et felles kart.
#heading(level: 2, numbering: none)[2.2 Nye fyr]
Tilsynet skal utrede behovet.
"""
    first, second = read_letter(body, title=BASE).assignments
    assert [str(each.date) for each in first.deadlines] == ["2025-05-01"]
    assert second.deadlines == ()


def test_a_row_whose_deadline_cannot_be_read_is_told() -> None:
    body = """
#heading(numbering: none)[2. Oppdrag]
#table(columns: 2, [Oppdrag], [Frist], [Ny losordning], [Ved behov], [Sjøkart], [1. mai 2025])
"""
    letter = read_letter(body, title=BASE)
    assert [len(each.deadlines) for each in letter.assignments] == [0, 1]
    assert [each.message for each in letter.findings if "Ved behov" in each.message]


@pytest.mark.parametrize(
    ("sentences", "wanted"),
    [
        ("Kommunane rapporterer til tilsynet innan 1. februar.", []),
        ("Løyvinga kan nyttast innan 31. desember 2026.", []),
        ("Ubrukte midlar skal betalast tilbake innan 1. februar 2026.", ["2026-02-01"]),
        ("Budsjettinnspel skal vere i departementet 15. november.", ["2025-11-15"]),
        ("Gi departementet ei kort orientering om losane før påske 2025.", ["2025-04-16"]),
    ],
)
def test_what_is_handed_in_and_what_is_allowed(sentences: str, wanted: list[str]) -> None:
    assert days(sentences) == wanted


def test_a_list_under_dates_is_a_calendar() -> None:
    body = """
#heading(numbering: none)[2. Viktige datoar]
- 15. mars: Årsrapport for 2024
- 20. april: Møte med departementet
- 1. juni: rapport for 1. tertial
"""
    letter = read_letter(body, title=BASE, date="20. desember 2024")
    assert [str(each.date) for each in letter.deadlines] == ["2025-03-15", "2025-06-01"]


def test_a_column_may_be_headed_by_the_word_before_a_day() -> None:
    body = """
#heading(numbering: none)[2. Leveransar]
#table(columns: 2, [Leveranse], [Innan], [Årsrapport], [15. mars], [Rapport], [medio november])
"""
    letter = read_letter(body, title=BASE, date="20. desember 2024")
    assert [str(each.date) for each in letter.deadlines] == ["2025-03-15", "2025-11-15"]


@pytest.mark.parametrize(
    ("sentence", "wanted"),
    [
        ("Rapporten skal leveres ved årsslutt.", ["2025-12-31"]),
        ("Planen skal vere klar til nyttår.", ["2025-12-31"]),
        ("Utkastet skal leveres innen 15, oktober 2025.", ["2025-10-15"]),
        ("Utkastet skal leveres innen 15 . oktober 2025.", ["2025-10-15"]),
        (
            "Utkast skal vere hos departementet innan utgangen av mars 2025, og endeleg rapport "
            "2. september 2025.",
            ["2025-03-31", "2025-09-02"],
        ),
    ],
)
def test_a_day_in_rarer_wordings_is_due(sentence: str, wanted: list[str]) -> None:
    assert days(sentence) == wanted


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("Rapporten skal leverast fyrst i september.", "fyrst i september"),
        ("Rapporten skal sendes først i mai.", "først i mai"),
    ],
)
def test_the_first_days_of_a_month_are_due_without_a_day(sentence: str, words: str) -> None:
    (found,) = deadlines_told(sentence)
    assert (found.date, found.status, found.text) == (None, "dated", words)


def test_a_season_to_come_is_due() -> None:
    (found,) = deadlines_told("Rapporten skal leverast til sommaren.")
    assert (found.precision, found.text) == ("season", "sommaren")


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("Frist: innen 14 dager", "innen 14 dager"),
        (
            "Tallene skal sendes innen den 15. i påfølgende måned.",
            "innen den 15. i påfølgende måned",
        ),
    ],
)
def test_a_time_that_runs_from_something_is_conditional(sentence: str, words: str) -> None:
    (found,) = deadlines_told(sentence)
    assert (found.date, found.status, found.text) == (None, "conditional", words)


@pytest.mark.parametrize(
    "sentence",
    ["Frist: 15. januar 2025/2026", "Planen skal sendes innen 15. januar 2025–2026."],
)
def test_a_day_of_one_of_two_years_has_no_date_and_is_told(sentence: str) -> None:
    body = f"#heading(numbering: none)[2. Oppdrag]\n*Oppdrag 2025-01 Ny ordning*\n\n{sentence}\n"
    letter = read_letter(body, title=BASE, date="20. desember 2024")
    (found,) = letter.assignments[0].deadlines
    assert (found.date, found.status) == (None, "dated")
    assert "unread" in [each.code for each in letter.findings]


@pytest.mark.parametrize(
    "sentence",
    [
        "Departementet gir tilbakemelding på årsrapporten innen 15. april 2025.",
        "Partane i arbeidslivet har frist til 1. mars 2025 med å melde inn bransjar.",
        "Norsk lydsenter skal levere listene sine til Familievernstilsynet innen 1. mai 2025.",
        "Talet på saker ved årsslutt skal gå ned.",
    ],
)
def test_what_is_handed_to_the_recipient_or_by_others_is_not_due(sentence: str) -> None:
    assert deadlines_told(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "often"),
    [
        ("Tilsynet skal orientere departementet den siste dagen i hvert kvartal.", "quarterly"),
        ("Tilsynet skal rapportere om framdriften innen utgangen av hvert tertial.", "tertially"),
        ("Tilsynet skal sende tal for køen første veka i kvar månad.", "monthly"),
        ("Tilsynet rapporterer kvartalsvis om restanser.", "quarterly"),
        ("Tilsynet skal orientere departementet månedlig om framdriften.", "monthly"),
        ("Det skal leverast ei oversikt to gonger i året.", "half_yearly"),
        ("Status skal gis departementet hver tredje måned.", "quarterly"),
    ],
)
def test_what_is_told_at_every_turn_is_due_again_and_again(sentence: str, often: str) -> None:
    (found,) = deadlines_told(sentence)
    assert (found.date, found.status, found.recurrence) == (None, "ongoing", often)


def test_the_first_of_several_is_due_and_says_how_often() -> None:
    (found,) = deadlines_told(
        "Tilsynet skal rapportere om risiko kvart kvartal, første gong 20. april."
    )
    assert (str(found.date), found.recurrence) == ("2025-04-20", "quarterly")


def test_the_reason_why_a_deadline_moves_may_lie_in_the_past() -> None:
    (found,) = deadlines_told(
        "Fristen blir endra frå 1. mars til 15. august, då arbeidet vart forseinka."
    )
    assert (str(found.date), found.start) == ("2025-08-15", None)


def test_work_may_be_taken_up_at_once() -> None:
    (found,) = deadlines_told("Arbeidet skal takast til straks og dekkjast innanfor ramma.")
    assert found.status == "immediate"


@pytest.mark.parametrize(
    "sentence",
    [
        "Tilsynet skal levere delrapport og sluttrapport henholdsvis 1. juni og 3. oktober 2025.",
        "Tilsynet skal levere delrapport og sluttrapport 1. juni og 3. oktober 2025 henholdsvis.",
        "Tilsynet skal sende utkast og endeleg plan høvesvis 1. juni og 3. oktober.",
    ],
)
def test_two_days_in_turn_are_due(sentence: str) -> None:
    assert days(sentence) == ["2025-06-01", "2025-10-03"]


@pytest.mark.parametrize(
    ("sentence", "wanted"),
    [
        ("Kartet skal ligge åpent på nettsidene 12. mai 2025.", ["2025-05-12"]),
        ("Rutinen må vere kjend ved alle kontora 12. mai 2025.", ["2025-05-12"]),
        ("Tilsynet skal ha intervjuet alle lederne til 12. mai 2025.", ["2025-05-12"]),
        ("Tilsynet skal ha besøkt alle kontorene før 12. mai 2025.", ["2025-05-11"]),
        ("Opplegget legges i en egen perm og presenteres for oss i uke 20.", ["2025-05-18"]),
        ("Vi imøteser et utkast 12. mai 2025.", ["2025-05-12"]),
        ("Tilsynet melder attende om funna 12. mai.", ["2025-05-12"]),
        ("Leveringstidspunktene er 12. mai og 1. oktober 2025.", ["2025-05-12", "2025-10-01"]),
        ("Tidspunkt for oversending: 12. mai 2025.", ["2025-05-12"]),
        ("Leveransen skjer i to omganger, 12. mai og 1. juni.", ["2025-05-12", "2025-06-01"]),
        ("Det sendes et utkast 12. mai og et endelig 1. juni.", ["2025-05-12", "2025-06-01"]),
        ("Tilsynet får utsettelse til 2. mars 2026.", ["2026-03-02"]),
        ("Tilsynet har til 12. mai 2025 på seg.", ["2025-05-12"]),
        ("I mai 2025 skal tilsynet legge fram en plan.", ["2025-05-31"]),
        ("Skisse til styringsmøtet. Utkast til styringsmøtet 12. mai 2025.", ["2025-05-12"]),
        ("Planen må være klar i god tid før sommeren, og senest 12. mai.", ["2025-05-12"]),
    ],
)
def test_what_is_handed_in_or_reached_makes_a_bare_day_due(
    sentence: str, wanted: list[str]
) -> None:
    assert days(sentence) == wanted


@pytest.mark.parametrize(
    "sentence",
    [
        "Ordningen skal være i drift 12. mai 2025.",
        "Planen skal bygge på det som ble sagt i brev av 12. mai 2025.",
        "Tilsynet skal overta registeret 12. mai 2025.",
        "Planen skal sendes på høring og gjelder fra 12. mai 2025.",
        "Nabotilsynet vil levere sin del i mai 2025.",
        "Datasettet som kontorene leverte i mai, skal brukes.",
        "Utkast skal være klart, men ikke i mai 2025.",
        "Tilsynet skal gi innspill til stortingsmeldingen, som legges fram i mai 2025.",
        "Forordningen skal være gjennomført 12. mai 2025.",
        "Politidirektoratet leverer sin del 12. mai 2025.",
        "Utvalget legger fram sin innstilling 12. mai 2025.",
        "Søknadsfristen skal være 12. mai 2025.",
        "Tilsynet skal bistå kommunene, som skal rapportere innen 12. mai 2025.",
        "Minst 20 registre skal være åpnet ved årets slutt.",
    ],
)
def test_a_bare_day_of_another_matter_or_body_is_not_due(sentence: str) -> None:
    assert days(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "wanted"),
    [
        (
            "Planen sendes primo mai 2025, og deretter gir tilsynet status hver måned.",
            [("2025-05-10", None), ("None", "monthly")],
        ),
        ("Planen sendes 12. mai 2025 og oppdateres deretter årlig.", [("2025-05-12", "yearly")]),
        (
            "Prøven er ferdig innen 12. mai, og funnene sendes ti dager etter at den er avsluttet.",
            [("2025-05-12", None), ("None", None)],
        ),
    ],
)
def test_a_clause_after_a_day_may_hand_in_another_thing_without_one(
    sentence: str, wanted: list[tuple[str, str | None]]
) -> None:
    told = deadlines_told(sentence)
    assert [(str(each.date), each.recurrence) for each in told] == wanted


@pytest.mark.parametrize(
    ("words", "status"),
    [("Fortløpende", "ongoing"), ("løpande", "ongoing"), ("Snarest", "immediate")],
)
def test_a_label_in_running_text_sets_what_has_no_day(words: str, status: str) -> None:
    (deadline,) = deadlines_told(f"Tilsynet skal holde oss orientert. Frist: {words}.")
    assert (deadline.date, deadline.status) == (None, status)


def test_what_was_asked_for_before_is_no_deadline_beside_the_new_one() -> None:
    told = "I tildelingsbrevet ba vi om innspill innen 1. mai. Ny frist er 1. september 2025."
    assert days(told) == ["2025-09-01"]


@pytest.mark.parametrize("still", ["fortsatt", "framleis", "uendret,"])
def test_a_deadline_that_stays_is_one(still: str) -> None:
    assert days(f"Fristen er {still} 1. juni 2025.") == ["2025-06-01"]


@pytest.mark.parametrize(
    "sentence",
    [
        "Heftet skal være ferdig når loven trer i kraft 1. januar 2026, og utkast sendes oss innen "
        "1. oktober 2025.",
        "Forskriften sendes på høring innen 1. oktober 2025 slik at den kan tre i kraft 1. januar.",
    ],
)
def test_a_start_of_operation_in_a_clause_takes_no_other_day_away(sentence: str) -> None:
    assert days(sentence) == ["2025-10-01"]


@pytest.mark.parametrize(
    "sentence",
    [
        "Dersom fristen 1. mai 2025 ikke kan holdes, skal departementet varsles.",
        "Vi vil orienteres hvis planen ikke kan leveres innen 1. mai 2025.",
        "Tilsynet skal sørge for at systemet er i drift innen 1. mai 2025.",
        "Planen skal være klar før budsjettkonferansen i mars.",
    ],
)
def test_a_condition_an_operation_and_a_meeting_set_no_day(sentence: str) -> None:
    assert days(sentence) == []


def test_a_distance_may_count_from_the_letter_itself() -> None:
    (deadline,) = deadlines_told("Svar sendes innen tre uker fra mottak av dette brevet.")
    assert deadline.status == "conditional"


@pytest.mark.parametrize(
    "sentence",
    [
        "Oppdraget fra tildelingsbrevet for 2024 om ny ordning for lokale tiltak i ni kommuner "
        "forlenges til 31. desember 2025.",
        "Oppdrag K3 forlenges til 31. desember 2025.",
        "Oppdrag 24-11 forlengast til 31. desember 2025.",
    ],
)
def test_an_assignment_that_is_prolonged_is_due_at_the_new_day(sentence: str) -> None:
    assert days(sentence) == ["2025-12-31"]


@pytest.mark.parametrize(
    ("sentence", "wanted"),
    [
        ("Kampanjen blir oppsummert i eit notat til HOD 10. desember 2025.", ["2025-12-10"]),
        (
            "Rettleiaren skal publiserast innan utgangen av november 2025, og HOD skal få sjå eit "
            "utkast i veke 38.",
            ["2025-11-30", "2025-09-21"],
        ),
        ("Vi vil gjerne se et utkast 1. september.", ["2025-09-01"]),
        ("Tilsynet skal ved årets slutt rapportere om status.", ["2025-12-31"]),
        ("Tilsynet skal ved utgangen av året gi en status.", ["2025-12-31"]),
        (
            "Det blir venta eit førebels notat i løpet av første kvartal 2025 og eit endeleg "
            "framlegg 2. september 2025.",
            ["2025-03-31", "2025-09-02"],
        ),
        ("Planen leveres til påske.", ["2025-04-16"]),
        ("Planen leveres ved halvårsskiftet.", ["2025-06-30"]),
    ],
)
def test_what_is_told_shown_or_awaited_is_due_on_its_day(sentence: str, wanted: list[str]) -> None:
    assert days(sentence) == wanted


@pytest.mark.parametrize(
    "sentence",
    ["Planen leveres før årsskiftet.", "Planen leveres før nyttår.", "Leveres før årets slutt."],
)
def test_before_the_turn_of_the_year_is_its_last_day(sentence: str) -> None:
    assert days(sentence) == ["2025-12-31"]


@pytest.mark.parametrize(
    "sentence",
    [
        "Tilsynet bes om å oppdatere planen i lys av erfaringene fra øvelsen i mars.",
        "Tilsynet bes om å oppdatere beredskapsplanen etter øvelsen i mars.",
        "Resultatet legges fram i etatsstyringsmøtet i november 2025.",
        "Tilsynet skal sende ut et oppdatert klimasammendrag for mai og juni.",
        "Tilsynet skal rapportere tall for mai og juni.",
        "Tilsynet skal levere en oversikt over saker fra januar til mars.",
        "Ordningen skal ha oppstart 1. mars 2025 og vare i ett år.",
    ],
)
def test_the_month_of_an_event_or_of_what_is_told_is_not_due(sentence: str) -> None:
    assert days(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("Vi ber om en redegjørelse innen to måneder.", "innen to måneder"),
        ("Referat sendes departementet innen to uker.", "innen to uker"),
        (
            "Vi ber om at tilsynet innen tre måneder etter at dette brevet er mottatt, redegjør "
            "for rutinene.",
            "innen tre måneder etter at dette brevet er mottatt",
        ),
    ],
)
def test_a_length_of_time_from_the_letter_is_conditional(sentence: str, words: str) -> None:
    (deadline,) = deadlines_told(sentence)
    assert (deadline.status, deadline.date, deadline.text) == ("conditional", None, words)


def test_a_second_thing_may_be_due_at_a_distance_under_the_same_verb() -> None:
    first, second = deadlines_told(
        "Tilsynet skal levere bidrag om ressurser medio juni, og om miljø senest en måned før "
        "siste møte i gruppen."
    )
    assert (str(first.date), second.status) == ("2025-06-15", "conditional")


@pytest.mark.parametrize(
    ("sentence", "often"),
    [
        ("Departementet ber om månedlig rapportering på saksbehandlingstid.", "monthly"),
        ("Tilsynet skal rapportere hver 14. dag.", None),
        ("Tilsynet skal orientere departementet hver uke.", None),
    ],
)
def test_what_comes_more_often_than_monthly_is_ongoing(sentence: str, often: str | None) -> None:
    (deadline,) = deadlines_told(sentence)
    assert (deadline.status, deadline.recurrence) == ("ongoing", often)


@pytest.mark.parametrize(
    "label",
    [
        *("Frist første utkast", "Frist (utkast)", "Frist – utkast", "Leveringsfrist utkast"),
        *("Delfrist 1", "Delleveranse 1", "Første frist", "Rapporteringsfrist", "Tentativ frist"),
        *("Ferdig", "Ferdigdato", "Når", "Dato", "Forfall", "Svar innen", "Innen"),
    ],
)
def test_a_label_of_a_day_is_no_part_of_the_description(label: str) -> None:
    head = "#heading(numbering: none)[2. Oppdrag]\n*Oppdrag 2025-01 Ny ordning*\n\n"
    body = f"{head}Tilsynet skal lage en plan.\n\n{label}: 1. mai 2025\n"
    letter = read_letter(body, title=BASE, date="20. desember 2024")
    (assignment,) = letter.assignments
    assert assignment.description == "Tilsynet skal lage en plan."
    assert [str(each.date) for each in assignment.deadlines] == ["2025-05-01"]


@pytest.mark.parametrize(
    "sentence",
    [
        "Frist delrapport: 1. mai 2025. Frist sluttrapport: 1. november 2025.",
        "Frist for utkast er 1. mai 2025, for endelig plan 1. november 2025.",
        "Frist for utkast 1. mai 2025 og for endelig plan 1. november 2025.",
        "Utkast: 1. mai 2025. Endelig plan: 1. november 2025.",
        "Frist for innspill til RNB er 1. mai og til nysaldering 1. november.",
    ],
)
def test_two_things_have_each_its_day(sentence: str) -> None:
    assert days(sentence) == ["2025-05-01", "2025-11-01"]


@pytest.mark.parametrize(
    ("sentence", "wanted"),
    [
        (
            "Den ferdige planen skal, etter at partene har fått uttale seg, være sendt "
            "departementet senest fredag i uke 39.",
            ["2025-09-26"],
        ),
        (
            "Departementet tar sikte på å omtale saken i budsjettet, og ber derfor om at "
            "vurderingen foreligger i løpet av mai.",
            ["2025-05-31"],
        ),
        (
            "vurdere, i samråd med NAV, om det bør endres, og gi en tilråding 1. mai.",
            ["2025-05-01"],
        ),
        ("Utkastet kan sendes senere, men ikke etter 30. august.", ["2025-08-30"]),
        ("Innspill leveres som før kjent fredag 10. oktober.", ["2025-10-10"]),
    ],
)
def test_a_day_stands_in_a_sentence_of_several_clauses(sentence: str, wanted: list[str]) -> None:
    assert days(sentence) == wanted


def test_a_distance_stands_beside_a_last_day() -> None:
    by_event, last = sorted(
        deadlines_told(
            "Evalueringen leveres senest to uker etter styrets behandling og uansett før utgangen "
            "av tredje kvartal 2025."
        ),
        key=lambda each: str(each.date),
        reverse=True,
    )
    assert (by_event.status, str(last.date)) == ("conditional", "2025-09-30")


def test_a_conference_in_a_deadline_column_is_none() -> None:
    letter = read_letter(
        "#table(columns: 3, [*Nr.*], [*Oppdrag*], [*Frist*], "
        "[1], [Designkonferanse], [Konferansen holdes 7. november], "
        "[2], [Ny veileder], [1. juni])\n",
        title=BASE,
        date="20. desember 2024",
    )
    assert [str(d.date) for a in letter.assignments for d in a.deadlines] == ["2025-06-01"]


def test_a_clause_about_another_directorate_sets_nothing_for_the_recipient() -> None:
    sentences = (
        "Utdanningsdirektoratet leder arbeidet. Direktoratet skal innen 15. mai sende ut "
        "informasjon, og tilsynet skal levere en plan innen 1. juni."
    )
    assert days(sentences) == ["2025-06-01"]


@pytest.mark.parametrize(
    "sentence",
    [
        "Tilsynet bes oppsummere erfaringene, og vurdere hvem som kan få månedlig fakturering.",
        "Tilsynet skal sende en oversikt over foretak som får kvartalsvis tilsyn.",
        "Tilsynet skal greie ut kva for føretak som bør få tilsyn kvart kvartal.",
    ],
)
def test_what_others_get_again_and_again_is_not_due(sentence: str) -> None:
    assert deadlines_told(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "words", "often"),
    [
        ("Departementet ber om en kort status hvert kvartal.", "hvert kvartal", "quarterly"),
        ("Departementet ber om ein kort status kvart kvartal.", "kvart kvartal", "quarterly"),
        (
            "Departementet ber om en orientering to ganger i året.",
            "to ganger i året",
            "half_yearly",
        ),
        ("Departementet ønsker en oversikt over klagene hver måned.", "hver måned", "monthly"),
        ("Departementet skal ha en kort oppdatering hvert tertial.", "hvert tertial", "tertially"),
        ("Departementet ber om en rapport om arbeidet hvert år.", "hvert år", "yearly"),
        ("Departementet ber om ein årleg rapport om arbeidet.", "årleg", "yearly"),
        ("Tilsynet skal sende departementet en årlig oversikt.", "årlig", "yearly"),
        ("Departementet ber om kvartalsvise rapporter.", "kvartalsvise", "quarterly"),
        ("Departementet ber om et statusmøte hvert halvår.", "hvert halvår", "half_yearly"),
        ("Departementet ber om å bli orientert hvert tertial.", "hvert tertial", "tertially"),
        ("Departementet skal holdes orientert hver måned.", "hver måned", "monthly"),
        ("Hvert kvartal skal tilsynet gi en kort status.", "Hvert kvartal", "quarterly"),
    ],
)
def test_what_the_ministry_asks_for_at_every_turn_is_due(
    sentence: str, words: str, often: str
) -> None:
    (found,) = deadlines_told(f"Tilsynet skal fullføre flyttingen. {sentence}")
    assert (found.text, found.status, found.recurrence) == (words, "ongoing", often)


@pytest.mark.parametrize(
    "sentence",
    [
        "Tilbudet drives hele året.",
        "Departementet ber om at tilsynet gjennomfører kontroller hvert kvartal.",
        "Departementet gir tilsynet en orientering hvert kvartal.",
        "Departementet ber om en vurdering av ordningen med rapport hvert kvartal.",
        "Departementet ber om en oversikt over saker som behandles hvert kvartal.",
        "Departementet ber om statistikk over antall søknader per måned.",
        "Tilsynet skal i den årlige rapporten omtale saken.",
        "Hvert kvartal skal departementet gi tilsynet en kort status.",
    ],
)
def test_what_nobody_is_to_report_at_every_turn_is_not_due(sentence: str) -> None:
    assert deadlines_told(sentence) == []


def test_meetings_that_an_assignment_does_not_ask_for_are_not_due() -> None:
    letter = read_letter(
        "#heading(numbering: none)[6. Møter]\nDepartementet ber om et statusmøte hvert kvartal.\n",
        title=BASE,
        date="20. desember 2024",
    )
    assert letter.deadlines == ()
