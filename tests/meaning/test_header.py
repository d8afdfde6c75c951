"""What a letter says of itself: forms of letterheads, reference lines and titles."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

import tildeling
from laid_letters import FIXTURES, Printed, fixture, letter
from tildeling.find.bodies import body_key
from tildeling.letter import Body
from tildeling.meaning.closing import Closing
from tildeling.meaning.header import Header, read_header
from tildeling.meaning.header_title import addendum_number
from tildeling.meaning.reading import Reading


def named(name: str, abbreviation: str | None = None) -> Body:
    """A body with the key that the table of the state's bodies has for its name."""
    return Body(name=name, abbreviation=abbreviation, key=body_key(name))


def header_of(reading: Reading) -> Header:
    """What a letter says of itself."""
    return read_header(reading, Closing(reading))


ADDRESS = ["Postboks 220 Skøyen", "0213 OSLO"]
MINISTRY = "Helse- og omsorgsdepartementet"
REFERENCES = [["Deres ref", "Vår ref", "Dato"], ["", "25/2306-", "27. februar 2026"]]
HEAD: list[Printed] = [MINISTRY, "Helsedirektoratet", *ADDRESS, REFERENCES]


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("Tildelingsbrev for 2026", "base"),
        ("Statsbudsjettet 2026 – tildelingsbrev til Kystverket", "base"),
        ("Oppdragsdokument til Norsk helsenett SF for 2026", "base"),
        ("Oppdragsbrev 2026", "base"),
        ("Tilskotsbrev for 2026", "base"),
        ("Iverksettingsbrev 2026", "base"),
        ("Tillegg nr. 4 til tildelingsbrev", "addendum"),
        ("Tilleggsbrev 2 til oppdragsdokument for 2026", "addendum"),
        ("Supplerande tildelingsbrev for 2026", "addendum"),
        ("Supplerende tildelingsbrev nr. 1 for 2026", "addendum"),
        ("Revidert nasjonalbudsjett 2026 – Språkrådet", "addendum"),
        ("Statsbudsjettet 2026 – korrigert løyving til Språkrådet", "addendum"),
        ("Revidert tildelingsbrev for 2026 til Språkrådet", "base"),
        ("Korrigert tildelingsbrev for 2026", "base"),
        ("Endelig tildelingsbrev for 2026 til Kystverket", "base"),
        ("Tildelingsbrev for 2. halvår 2026", "base"),
        ("Nysaldering 2026 – tildelingsbrev til Kystverket", "addendum"),
        ("Korrigering av oppdragsdokument for 2026", "addendum"),
        ("Endringar i tildelingsbrev for 2026", "addendum"),
    ],
)
def test_the_title_says_what_kind_of_letter_it_is(title: str, kind: str) -> None:
    assert header_of(letter(HEAD, title)).kind == kind


def test_a_title_that_does_not_say_leaves_it_to_the_opening() -> None:
    builds_on = "Vi viser til tildelingsbrev for 2026, samt tillegg til dette."
    assert header_of(letter(HEAD, "Midler til beredskap", [builds_on])).kind == "addendum"
    assert header_of(letter(HEAD, "Midler til beredskap", ["Vi gir her midler."])).kind == "base"


@pytest.mark.parametrize(
    ("title", "number"),
    [
        ("Tillegg nr. 4 til tildelingsbrev til Kystverket", 4),
        ("Tillegg nr 12 til tildelingsbrev 2026", 12),
        ("Tillegg til tildelingsbrev nr. 7", 7),
        ("Supplerende tildelingsbrev nr. 3 – Kystverket", 3),
        ("Supplerende tildelingsbrev 3 for 2020", 3),
        ("Kystverket – tillegg nr. 8 til tildelingsbrev 2019", 8),
        ("Tillegg 2 til tildelingsbrev for 2020", 2),
        ("Tilleggsbrev 5", 5),
        ("Tillegg nr. 2020-4 til tildelingsbrev", 4),
        ("Tillegg II til tildelingsbrev", 2),
        ("Fjerde tillegg til tildelingsbrev", 4),
        ("Sjuande supplerande tildelingsbrev", 7),
        ("2. tillegg til tildelingsbrev", 2),
        ("Tillegg nr. 5 – korrigering av tillegg nr. 4", 5),
        ("Tillegg til tildelingsbrev for 2021", None),
        ("Tillegg til tildelingsbrev 2021", None),
        ("Supplerande tildelingsbrev for 2021", None),
        ("Tillegg til tildelingsbrev av 12. januar 2021", None),
        ("Korrigering av tillegg nr. 3", None),
        ("Revidert tildelingsbrev for 2023 til Jernbanedirektoratet", None),
    ],
)
def test_an_addendum_has_the_number_that_its_title_gives(title: str, number: int | None) -> None:
    assert addendum_number(title) == number


def test_a_base_letter_has_no_number() -> None:
    assert header_of(letter(HEAD, "Tildelingsbrev nr. 1 for 2026")).addendum_number is None


def test_a_title_set_in_two_paragraphs_is_joined() -> None:
    title = ["Statsbudsjettet 2026 –", "tildelingsbrev til Kystverket"]
    assert (
        header_of(letter(HEAD, title)).title
        == "Statsbudsjettet 2026 – tildelingsbrev til Kystverket"
    )
    title = ["Tillegg nr. 2", "til tildelingsbrev for 2026"]
    assert header_of(letter(HEAD, title)).title == "Tillegg nr. 2 til tildelingsbrev for 2026"


@pytest.mark.parametrize(
    "title",
    [
        ["TILDELINGSBREV 2026 TIL NORGES", "GEOLOGISKE UNDERSØKELSE"],
        ["Tildelingsbrev 2026 – Norges vassdrags-", "og energidirektorat"],
        ["Tildelingsbrev 2026 Statens", "vegvesen"],
    ],
)
def test_a_title_is_joined_where_the_body_in_it_runs_on(title: list[str]) -> None:
    assert header_of(letter(HEAD, title)).title == " ".join(title)


def test_a_heading_set_like_the_title_is_not_joined_to_it() -> None:
    assert (
        header_of(letter(HEAD, ["Tildelingsbrev for 2026", "Innledning"])).title
        == "Tildelingsbrev for 2026"
    )


@pytest.mark.parametrize(
    ("title", "body", "year"),
    [
        ("Tillegg nr. 8 til tildelingsbrev 2026", "Vi viser til tildelingsbrev for 2025.", 2026),
        ("Tildelingsbrev", "Departementet viser til Prop. 1 S (2025–2026).", 2026),
        (
            "Tillegg nr. 1 til tildelingsbrev av 13. desember 2025",
            "Vi viser til statsbudsjettet for 2026.",
            2026,
        ),
        (
            "Tillegg nr. 1",
            "Vi viser til tildelingsbrev til IMDi for 2026 av 13. desember 2025.",
            2026,
        ),
        (
            "Tildelingsbrev",
            "Departementet tildeler med dette midlar til Kystverket for 2026.",
            2026,
        ),
        ("Tillegg nr. 1", "Oppdrag TB2026-17 Felles register", 2026),
        ("Tillegg nr. 1", "Departementet gir her et nytt oppdrag.", 2026),
    ],
)
def test_the_budget_year_is_read_from_title_text_numbers_or_date(
    title: str, body: str, year: int
) -> None:
    assert header_of(letter(HEAD, title, [body])).budget_year == year


@pytest.mark.parametrize(("title", "year"), [("Tildelingsbrev", 2026), ("Tillegg nr. 9", 2025)])
def test_a_first_letter_of_december_is_for_the_year_after(title: str, year: int) -> None:
    head: list[Printed] = [MINISTRY, "Helsedirektoratet", *ADDRESS, "Dato: 19. desember 2025"]
    assert header_of(letter(head, title, ["Departementet gir midler."])).budget_year == year


@pytest.mark.parametrize(
    ("letterhead", "name"),
    [
        (["Kunnskapsdepartementet"], "Kunnskapsdepartementet"),
        (["DET KONGELIGE JUSTIS- OG BEREDSKAPSDEPARTEMENT"], "Justis- og beredskapsdepartementet"),
        (["DET KONGELEGE", "KULTURDEPARTEMENT"], "Kulturdepartementet"),
        (
            ["Det kongelige justis- og", "beredskapsdepartement"],
            "Justis- og beredskapsdepartementet",
        ),
        (
            ["DET KONGELIGE BARNE-, LIKESTILLINGS- OG", "INKLUDERINGSDEPARTEMENT"],
            "Barne-, likestillings- og inkluderingsdepartementet",
        ),
        (["Nærings- og fiskeridepartementet"], "Nærings- og fiskeridepartementet"),
        (
            ["FORNYINGS-, ADMINISTRASJONS- OG KIRKEDEPARTEMENTET"],
            "Fornyings-, administrasjons- og kirkedepartementet",
        ),
        (["Statsministerens kontor"], "Statsministerens kontor"),
    ],
)
def test_the_ministry_stands_in_the_letterhead(letterhead: list[str], name: str) -> None:
    head: list[Printed] = [*letterhead, "Helsedirektoratet", *ADDRESS, REFERENCES]
    ministry = header_of(letter(head)).ministry
    assert ministry == named(name=name)


def test_without_a_letterhead_the_ministry_names_itself() -> None:
    body = [
        "Helse- og omsorgsdepartementet og Digitaliserings- og forvaltningsdepartementet tildeler"
    ]
    assert header_of(letter(body=body)).ministry == named(name="Helse- og omsorgsdepartementet")
    body = [
        "Midlene står på Finansdepartementets post.",
        "Kunnskapsdepartementet (KD) viser til møtet.",
    ]
    assert header_of(letter(body=body)).ministry == named(
        name="Kunnskapsdepartementet", abbreviation="KD"
    )


def test_a_letterhead_on_every_page_is_found_among_the_furniture() -> None:
    assert header_of(letter(furniture=["Side 2", "Kunnskapsdepartementet"])).ministry == named(
        name="Kunnskapsdepartementet"
    )


def test_a_ministry_that_another_sentence_is_about_is_not_the_sender() -> None:
    assert (
        header_of(letter(body=["Rapporten sendes Finansdepartementet innen 1. mai."])).ministry
        is None
    )


@pytest.mark.parametrize(
    ("lines", "name"),
    [
        (["Helsedirektoratet"], "Helsedirektoratet"),
        (
            ["Direktoratet for samfunnssikkerhet og", "beredskap"],
            "Direktoratet for samfunnssikkerhet og beredskap",
        ),
        (["Barne-, ungdoms- og", "familiedirektoratet"], "Barne-, ungdoms- og familiedirektoratet"),
        (["Riksantikvaren", "v/ Kari Lie"], "Riksantikvaren"),
        (["Statens vegvesen", "Storgata 12"], "Statens vegvesen"),
    ],
)
def test_the_agency_stands_over_its_address(lines: list[str], name: str) -> None:
    agency = header_of(letter([MINISTRY, *lines, *ADDRESS, REFERENCES])).agency
    assert agency == named(name=name)


def test_a_name_and_its_postbox_may_read_as_one_line() -> None:
    table = [["Fiskeridirektoratet Postboks 185 Sentrum", "Vår ref"], ["5804 BERGEN", "17/6204-3"]]
    agency = header_of(letter([MINISTRY, table])).agency
    assert agency == named(name="Fiskeridirektoratet")


def test_the_address_may_stand_beside_the_references() -> None:
    table = [
        ["Direktoratet for samfunnssikkerhet og", "Deres ref: 19/111"],
        ["beredskap", "Vår ref: 20/5450-24"],
        ["Postboks 2014", "Dato: 28.11.2020"],
        ["3103 TØNSBERG", ""],
    ]
    header = header_of(letter(["DET KONGELIGE JUSTIS- OG BEREDSKAPSDEPARTEMENT", table]))
    assert header.agency == named(name="Direktoratet for samfunnssikkerhet og beredskap")
    assert (header.case_number, header.date) == ("20/5450-24", dt.date(2020, 11, 28))


@pytest.mark.parametrize(
    ("title", "name"),
    [
        (
            "Tillegg nr. 4 til tildelingsbrev til Integrering- og mangfoldsdirektoratet",
            "Integrering- og mangfoldsdirektoratet",
        ),
        ("Supplerende tildelingsbrev nr. 2 – Fiskeridirektoratet", "Fiskeridirektoratet"),
        ("Jernbanedirektoratet – tillegg nr. 8 til tildelingsbrev 2019", "Jernbanedirektoratet"),
        ("Oppdragsdokument til Norsk helsenett SF for 2026", "Norsk helsenett SF"),
        ("Korrigering av oppdragsdokument for Norsk helsenett SF for 2026", "Norsk helsenett SF"),
        ("Supplerende tildelingsbrev nr. 2 Helsedirektoratet", "Helsedirektoratet"),
        (
            "Revidert tildelingsbrev for 2023 til Direktoratet for byggkvalitet",
            "Direktoratet for byggkvalitet",
        ),
        (
            "Statsbudsjettet 2024 – Tildelingsbrev til Barne-, ungdoms- og familiedirektoratet",
            "Barne-, ungdoms- og familiedirektoratet",
        ),
        ("Statens vegvesen: tildelingsbrev 2024", "Statens vegvesen"),
        ("TILDELINGSBREV FOR 2024 TIL HELSEDIREKTORATET", "Helsedirektoratet"),
        (
            "Noregs vassdrags- og energidirektorat - Tildelingsbrev 2021",
            "Noregs vassdrags- og energidirektorat",
        ),
    ],
)
def test_without_an_address_the_title_names_the_agency(title: str, name: str) -> None:
    agency = header_of(letter(title=title)).agency
    assert agency is not None
    assert agency.name == name


def test_a_name_of_two_words_that_a_title_has_whole_has_no_house_beside_it() -> None:
    head = [MINISTRY, "Norsk Designråd", "v/styret", "Hausmanns gate 16", "0182 OSLO"]
    header = header_of(letter(head, title="Tilskuddsbrev til Norsk Designråd"))
    assert header.agency == named(name="Norsk Designråd")


def test_without_both_the_text_names_the_agency() -> None:
    body = ["Vi viser til tildelingsbrev til Folkehelseinstituttet for 2026 av 3. januar 2026."]
    assert header_of(letter(title="Tillegg nr. 1", body=body)).agency == named(
        name="Folkehelseinstituttet"
    )


def test_a_name_alone_in_the_head_is_the_agency_where_the_text_shortens_or_repeats_it() -> None:
    head: list[Printed] = [MINISTRY, "Statsråden", "Statens vegvesen", "Vår ref: 24/1-1"]
    body = ["Vi viser til tildelingsbrev til SVV for 2024 av 12. januar 2024."]
    header = header_of(letter(head, "Tillegg nr. 1", body))
    assert header.agency == named(name="Statens vegvesen", abbreviation="SVV")
    body = ["Statens vegvesen får ett oppdrag."]
    assert header_of(letter(head, "Tillegg nr. 1", body)).agency == named(name="Statens vegvesen")


@pytest.mark.parametrize(
    ("body", "short"),
    [
        ("Vi viser til tildelingsbrev til IMDi for 2020.", "IMDi"),
        ("Integrerings- og mangfoldsdirektoratet (IMDi) får nye oppdrag.", "IMDi"),
        ("IMDi skal lage en veileder. IMDi bes levere den i mai.", "IMDi"),
        ("Direktoratet skal samarbeide med DFØ og UDI.", None),
        ("UDI skal levere data. UDI skal bistå.", None),
        ("Utlendingsdirektoratet (UDI) skal levere data.", None),
    ],
)
def test_the_agency_has_the_short_form_that_the_letter_uses(body: str, short: str | None) -> None:
    title = "Tildelingsbrev for 2020 til Integrerings- og mangfoldsdirektoratet"
    agency = header_of(letter(title=title, body=[body])).agency
    assert agency == named(name="Integrerings- og mangfoldsdirektoratet", abbreviation=short)


@pytest.mark.parametrize(
    ("body", "short"),
    [
        ("Ansvarlig avdeling i HOD: DIG", "HOD"),
        ("Helse- og omsorgsdepartementet (HOD) ber om en plan.", "HOD"),
        ("Se www.hod.dep.no for mer.", None),
        ("Justis- og beredskapsdepartementet (JD) har ansvaret.", None),
    ],
)
def test_the_ministry_has_the_short_form_that_the_letter_uses(body: str, short: str | None) -> None:
    assert header_of(letter(HEAD, body=[body])).ministry == named(name=MINISTRY, abbreviation=short)


def test_a_footer_may_print_the_short_form() -> None:
    header = header_of(letter(HEAD, furniture=["Postboks 8011 Dep HOD Org.nr. 983 887 406"]))
    assert header.ministry == named(name=MINISTRY, abbreviation="HOD")


@pytest.mark.parametrize(
    ("references", "case_number"),
    [
        (REFERENCES, "25/2306"),
        (
            [["Deres ref", "Vår ref", "Dato"], ["24/880", "24/5102-3", "20. desember 2024"]],
            "24/5102-3",
        ),
        (
            [["Dykkar ref", "Vår ref", "Dato"], ["", "202189109-17", "7. februar 2021"]],
            "202189109-17",
        ),
        ([["Deres ref.", "Vår ref. Dato"], ["20/6318-31", "14.12.2021"]], "20/6318-31"),
        ([["Vår ref.: 16/3934", "Dato: 09.03.2016"]], "16/3934"),
        ([["Vår ref.:", "16/3934"], ["Dato:", "09.03.2016"]], "16/3934"),
        ("Dykkar ref.: 23/412 Vår ref.: 23/6650-2 Dato: 21.12.2023", "23/6650-2"),
        ("Deres ref Vår ref Dato 25/2306- 27. februar 2026", "25/2306"),
        ("Deres ref Vår ref Dato 24/880 25/2306- 27. februar 2026", "25/2306"),
        ("Vår referanse: 2024/4093", "2024/4093"),
        ("Saksnr.: 14/495 -", "14/495"),
        ("Saksnummer 2018/2172/", "2018/2172"),
        ("Deres ref.: 23/412", None),
        ("Dykkar ref: 23/412 Dato: 21.12.2023", None),
    ],
)
def test_the_case_number_is_our_reference(references: Printed, case_number: str | None) -> None:
    header = header_of(letter([MINISTRY, "Helsedirektoratet", *ADDRESS, references]))
    assert header.case_number == case_number


def test_labels_and_values_may_stand_in_paragraphs_one_under_the_other() -> None:
    head = [
        MINISTRY,
        "Helsedirektoratet",
        *ADDRESS,
        "Deres ref",
        "Vår ref",
        "25/2306-",
        "Dato",
        "27.02.2026",
    ]
    header = header_of(letter(head))
    assert (header.case_number, header.date) == ("25/2306", dt.date(2026, 2, 27))


@pytest.mark.parametrize(
    "line",
    [
        REFERENCES,
        "27. februar 2026",
        "27.02.2026",
        "27.2.2026",
        "Oslo, 27. februar 2026",
        "Oslo 27. februar 2026",
        "Dato: 27.02.2026",
        "Vår dato: 27. februar 2026",
        [["Vår ref", "Dato"], ["25/2306", "27.02.2026"]],
    ],
)
def test_the_date_is_labelled_or_alone_in_the_head(line: Printed) -> None:
    head: list[Printed] = [MINISTRY, "Helsedirektoratet", *ADDRESS, line]
    assert header_of(letter(head)).date == dt.date(2026, 2, 27)


def test_the_date_may_stand_over_the_greeting() -> None:
    body = ["Direktoratet får midler.", "Oslo, 27. februar 2026", "Med hilsen", "Ola Vik"]
    assert header_of(letter(body=body)).date == dt.date(2026, 2, 27)


@pytest.mark.parametrize(
    "line", ["Deres dato: 3. januar 2026", "Deres brev av 3. januar 2026", "Frist: 3. januar 2026"]
)
def test_another_date_is_not_the_letters(line: str) -> None:
    assert header_of(letter([MINISTRY, "Helsedirektoratet", *ADDRESS, line])).date is None


@pytest.mark.parametrize(
    ("body", "language"),
    [
        (
            "Departementet gir med dette nye oppdrag og endringer i bevilgningen. Ikke flere.",
            "nb",
        ),
        (
            "Departementet gir med dette nye oppdrag og endringar i løyvinga. Det er ikkje fleire.",
            "nn",
        ),
    ],
)
def test_the_letters_language_is_read_from_its_text(body: str, language: str) -> None:
    assert header_of(letter(HEAD, body=[body])).language == language


def test_a_letter_that_says_nothing_of_itself_has_only_a_title() -> None:
    header = header_of(letter(title="Tildelingsbrev", body=["Virksomheten får midler."]))
    assert (header.agency, header.ministry, header.date) == (None, None, None)
    assert (header.case_number, header.budget_year, header.kind) == (None, None, "base")


def test_a_letterhead_set_close_over_the_address_is_no_part_of_the_agencys_name() -> None:
    head: list[Printed] = ["DET KONGELEGE KULTURDEPARTEMENT Språkrådet", *ADDRESS, REFERENCES]
    header = header_of(letter(head))
    assert (header.ministry, header.agency) == (
        named(name="Kulturdepartementet"),
        named(name="Språkrådet"),
    )


def test_the_letterhead_may_stand_under_the_title() -> None:
    body: list[Printed] = [MINISTRY, "Helsedirektoratet", *ADDRESS, REFERENCES, "Innledning"]
    header = header_of(letter(title="Tildelingsbrev for 2026", body=body))
    assert header.agency == named(name="Helsedirektoratet")
    assert (header.case_number, header.date) == ("25/2306", dt.date(2026, 2, 27))


def test_a_table_of_dates_under_the_title_is_no_letterhead() -> None:
    calendar = [["Dato", "Møte"], ["27. februar 2026", "Etatsstyringsmøte"]]
    assert header_of(letter(body=[calendar])).date is None


@pytest.mark.parametrize("name", FIXTURES)
def test_a_fixture_letter_has_the_header_that_a_person_read(name: str) -> None:
    reading, facts = fixture(name)
    header = header_of(reading)
    for field in ("kind", "title", "budget_year", "date", "case_number", "language"):
        assert getattr(header, field) == facts.get(field)
    assert header.addendum_number == facts.get("addendum_number")
    assert header.agency == named(**facts["agency"])
    assert facts.get("ministry") is None or header.ministry == named(**facts["ministry"])


# fmt: off
PIECES = [
    "Vår", "Deres", "ref", "ref.:", "Dato:", "Saksnr.", "25/2306-", "27.", "februar", "2026",
    "31.02.2026", "Oslo,", "Med", "hilsen", "Kopi:", "Kopi", "til", "for", "og", "-", "–",
    "(e.f.)", "Ola", "Vik", "rådgiver", "tildelingsbrev", "Tillegg", "nr.", "99", "II", "DET",
    "KONGELIGE", "departementet", "Kulturdepartementet", "viser", "Postboks", "0213", "(", ")",
    ":", ",", ".", "/", "Barne-,", "(NHN)", "Prop.", "1", "S",
]
# fmt: on
LINES = st.lists(st.sampled_from(PIECES), min_size=1, max_size=8).map(" ".join)
TABLES = st.lists(st.lists(LINES | st.just(""), min_size=2, max_size=2), min_size=1, max_size=3)


@example([], "Vår", [[["Vår", "Vår"], ["", "hilsen"]], "Vår Oslo,"])
@given(st.lists(LINES | TABLES, max_size=5), LINES, st.lists(LINES | TABLES, max_size=8))
def test_no_order_of_words_raises(head: list[Printed], title: str, body: list[Printed]) -> None:
    reading = letter(head, title, body)
    header = header_of(reading)
    assert header.title.startswith(title)
    words = [word.strip(",") for word in reading.text.split()]
    for signatory in Closing(reading).signatories():
        # A name that wraps in its column has the column beside it between its lines.
        rest = iter(words)
        # Nor is a comma at its end any part of it.
        assert all(word.strip(",") in rest for word in signatory.name.split())
        assert signatory.evidence
    assert all(copy.strip() for copy in Closing(reading).copies())


@pytest.mark.parametrize(
    ("named", "year"),
    [
        ("tildelingsbrev 20. desember 2023", 2024),
        ("tildelingsbrevet av 12. januar 2024", 2024),
        ("supplerende tildelingsbrev 14. november 2023", 2025),
    ],
)
def test_an_addendum_is_of_the_year_of_the_letter_that_it_goes_on_from(
    named: str, year: int
) -> None:
    made = tildeling.parse_text(
        "Klima- og miljødepartementet\n\nVår ref: 23/4127-20\nDato: 9. desember 2024\n\n"
        "Supplerende tildelingsbrev nr. 3 til Kystdirektoratet\n\n"
        f"Vi viser til {named}. Tildelingsbrev for 2025 sendes etter at Stortinget har vedtatt det."
        "\n\nBevilgningen på kap. 290, post 21 økes med 2 mill. kroner.\n"
    )
    assert (made.kind, made.budget_year) == ("addendum", year)
