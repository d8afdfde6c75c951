"""Who signed, who gets a copy, and where a letter ends: forms, in both written languages."""

from __future__ import annotations

import pytest

from laid_letters import FIXTURES, Heading, Printed, fixture, letter
from tildeling.meaning.closing import Closing

SIGNED = "Dokumentet er elektronisk signert og har derfor ikke håndskrevne signaturer"
PROSE = "Departementet ser fram til et godt samarbeid."


def signed(*body: Printed) -> list[tuple[str, str | None]]:
    return [(one.name, one.title) for one in Closing(letter(body=[PROSE, *body])).signatories()]


@pytest.mark.parametrize(
    "greeting",
    [
        "Med hilsen",
        "Med hilsen,",
        "Med vennlig hilsen",
        "Med vennlig hilsen,",
        "Vennlig hilsen",
        "Med helsing",
        "Med venleg helsing,",
        "Med vennleg helsing",
        "Med beste helsing",
        "MED HILSEN",
    ],
)
def test_a_greeting_begins_the_closing(greeting: str) -> None:
    reading = letter(body=[PROSE, greeting, "Kari Lunde", "rådgiver"])
    assert Closing(reading).first_block == 2


def test_a_letter_without_greeting_closes_where_it_says_how_it_is_signed() -> None:
    reading = letter(body=[PROSE, "Kap. 291, post 21", SIGNED, "Kopi:", "Riksrevisjonen"])
    assert Closing(reading).first_block == 3


def test_a_letter_without_any_closing_has_none() -> None:
    reading = letter(body=[PROSE, "Direktoratet skal sende kopi til Riksrevisjonen."])
    assert Closing(reading).first_block is None
    assert Closing(reading).signatories() == ()
    assert Closing(reading).copies() == ()


def test_a_greeting_inside_a_sentence_closes_nothing() -> None:
    reading = letter(body=["Med hilsen fra statsråden følger en rapport om saken.", PROSE])
    assert Closing(reading).first_block is None


def test_two_sign_side_by_side() -> None:
    names = [["Toril Nygård (e.f.)", "Ingrid Strand"], ["seniorrådgiver", "førstekonsulent"]]
    assert signed("Med hilsen", names) == [
        ("Toril Nygård (e.f.)", "seniorrådgiver"),
        ("Ingrid Strand", "førstekonsulent"),
    ]


def test_three_sign_side_by_side() -> None:
    names = [["Ola Vik", "Per Moe", "Kari Lie"], ["statsråd", "ekspedisjonssjef", "rådgiver"]]
    assert signed("Med hilsen", names) == [
        ("Ola Vik", "statsråd"),
        ("Per Moe", "ekspedisjonssjef"),
        ("Kari Lie", "rådgiver"),
    ]


def test_a_greeting_may_stand_in_the_table_of_names() -> None:
    names = [["Med helsing", ""], ["Gro Moe", "Hilde Strand"], ["underdirektør", "fagdirektør"]]
    assert signed(names) == [("Gro Moe", "underdirektør"), ("Hilde Strand", "fagdirektør")]


def test_names_stand_one_under_the_other() -> None:
    assert signed("Med hilsen", "Ola Vik (e.f.)", "avdelingsdirektør", "Kari Lie", "rådgiver") == [
        ("Ola Vik (e.f.)", "avdelingsdirektør"),
        ("Kari Lie", "rådgiver"),
    ]


def test_a_title_missing_is_none() -> None:
    assert signed("Med hilsen", "Jan Vestre", "Kopi: Riksrevisjonen") == [("Jan Vestre", None)]
    assert signed("Med hilsen", "Ola Vik (e.f.)", "Kari Lie", "rådgiver") == [
        ("Ola Vik (e.f.)", None),
        ("Kari Lie", "rådgiver"),
    ]


def test_a_title_may_stand_on_the_line_of_the_name() -> None:
    assert signed("Med hilsen", "Vibeke Helene Riekeles avdelingsdirektør") == [
        ("Vibeke Helene Riekeles", "avdelingsdirektør")
    ]
    assert signed("Med hilsen", "Kari von der Lippe, fungerende ekspedisjonssjef") == [
        ("Kari von der Lippe", "fungerende ekspedisjonssjef")
    ]


def test_a_title_with_a_capital_is_no_name() -> None:
    assert signed("Med hilsen", "Kari Lie", "Assisterende departementsråd") == [
        ("Kari Lie", "Assisterende departementsråd")
    ]
    assert signed("Med hilsen", "Ola Vik", "Statsråd") == [("Ola Vik", "Statsråd")]


def test_what_wraps_in_its_column_is_joined() -> None:
    names = [
        ["Toril Melander", "Erffan Parandian"],
        ["Stene (e.f.)", ""],
        ["fungerende", "førstekonsulent"],
        ["avdelingsdirektør", ""],
    ]
    assert signed("Med hilsen", names) == [
        ("Toril Melander Stene (e.f.)", "fungerende avdelingsdirektør"),
        ("Erffan Parandian", "førstekonsulent"),
    ]


def test_two_names_on_one_line_of_plain_text_take_the_titles_under_them() -> None:
    assert signed("Med hilsen", "Ola Vik (e.f.) Kari Lie", "avdelingsdirektør", "rådgiver") == [
        ("Ola Vik (e.f.)", "avdelingsdirektør"),
        ("Kari Lie", "rådgiver"),
    ]
    assert signed("Med hilsen", "Ola Vik (e.f.) Kari Lie", "avdelingsdirektør rådgiver") == [
        ("Ola Vik (e.f.)", "avdelingsdirektør"),
        ("Kari Lie", "rådgiver"),
    ]


def test_titles_in_a_table_of_their_own_belong_to_the_names_over_them() -> None:
    assert signed("Med hilsen", [["Ola Vik", "Kari Lie"]], [["rådgiver", "underdirektør"]]) == [
        ("Ola Vik", "rådgiver"),
        ("Kari Lie", "underdirektør"),
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        SIGNED,
        f"{SIGNED}.",
        "Dokumentet er elektronisk signert og har derfor ikkje handskrivne signaturar.",
        "Brevet er godkjent elektronisk og sendes uten signatur.",
        "Dette dokumentet er elektronisk godkjent.",
    ],
)
def test_the_sentence_on_signing_is_neither_name_nor_title_nor_copy(sentence: str) -> None:
    body = ["Med hilsen", "Ola Vik", "rådgiver", sentence, "Kopi", "Riksrevisjonen"]
    assert signed(*body) == [("Ola Vik", "rådgiver")]
    assert Closing(letter(body=[PROSE, *body])).copies() == ("Riksrevisjonen",)


def test_a_signatory_says_where_name_and_title_stand() -> None:
    (one,) = Closing(letter(body=[PROSE, "Med hilsen", "Ola Vik", "rådgiver"])).signatories()
    assert [evidence.text for evidence in one.evidence] == ["Ola Vik", "rådgiver"]


@pytest.mark.parametrize(
    "label",
    [
        "Kopi",
        "Kopi:",
        "Kopi til:",
        "Kopi sendt til",
        "Kopimottakere",
        "Kopimottakarar:",
        "Gjenpart",
        "GJENPART:",
    ],
)
def test_copies_stand_one_a_line_under_their_label(label: str) -> None:
    reading = letter(
        body=[PROSE, "Med hilsen", "Ola Vik", label, "Riksrevisjonen", "Statens vegvesen"]
    )
    assert Closing(reading).copies() == ("Riksrevisjonen", "Statens vegvesen")


@pytest.mark.parametrize(
    ("line", "copies"),
    [
        ("Kopi: Riksrevisjonen", ("Riksrevisjonen",)),
        ("Kopi Riksrevisjonen", ("Riksrevisjonen",)),
        (
            "Kopi til: Riksrevisjonen, Finansdepartementet",
            ("Riksrevisjonen", "Finansdepartementet"),
        ),
        ("Kopi: Riksrevisjonen og Statens vegvesen", ("Riksrevisjonen", "Statens vegvesen")),
        (
            "Kopi: Barne-, ungdoms- og familiedirektoratet",
            ("Barne-, ungdoms- og familiedirektoratet",),
        ),
        (
            "Kopi: Riksrevisjonen · Medietilsynet · Kulturtanken",
            ("Riksrevisjonen", "Medietilsynet", "Kulturtanken"),
        ),
        (
            "Kopi: Norad, Direktoratet for forvaltning og IKT",
            ("Norad", "Direktoratet for forvaltning og IKT"),
        ),
        (
            "Kopi til: Direktoratet for byggkvalitet og Husbanken.",
            ("Direktoratet for byggkvalitet", "Husbanken"),
        ),
        (
            "Gjenpart: Kulturdepartementet, Avdeling for film, Norsk filminstitutt",
            ("Kulturdepartementet, Avdeling for film", "Norsk filminstitutt"),
        ),
    ],
)
def test_copies_stand_in_a_row_after_their_label(line: str, copies: tuple[str, ...]) -> None:
    assert Closing(letter(body=[PROSE, "Med hilsen", "Ola Vik", line])).copies() == copies


@pytest.mark.parametrize("council", ["Norges forskningsråd", "Nasjonalt kunnskapsråd"])
def test_a_council_among_the_copies_is_no_title_of_the_body_over_it(council: str) -> None:
    body = [PROSE, "Med hilsen", "Ola Vik", "Kopi:", "Riksrevisjonen", "Miljødirektoratet", council]
    copies = ("Riksrevisjonen", "Miljødirektoratet", council)
    assert Closing(letter(body=body)).copies() == copies


def test_a_recipient_that_wraps_is_one() -> None:
    body = [PROSE, "Med hilsen", "Kopi:", "Direktoratet for samfunnssikkerhet og", "beredskap"]
    assert Closing(letter(body=body)).copies() == (
        "Direktoratet for samfunnssikkerhet og beredskap",
    )


def test_enclosures_and_addresses_are_no_copies() -> None:
    body = ["Med hilsen", "Ola Vik", "Vedlegg: Fullmakter", "Kopi:"]
    body += ["Riksrevisjonen", "Postboks 8130 Dep", "0032 OSLO", "Vedlegg", "Skjema"]
    assert Closing(letter(body=[PROSE, *body])).copies() == ("Riksrevisjonen",)


def test_copies_in_columns_are_read_across() -> None:
    reading = letter(body=[PROSE, "Med hilsen", [["Kopi:", "Riksrevisjonen"], ["", "Mattilsynet"]]])
    assert Closing(reading).copies() == ("Riksrevisjonen", "Mattilsynet")


def test_names_one_under_the_other_take_the_titles_that_follow_in_their_order() -> None:
    assert signed("Med hilsen", "Ola Vik", "Kari Lie", "rådgiver", "avdelingsdirektør") == [
        ("Ola Vik", "rådgiver"),
        ("Kari Lie", "avdelingsdirektør"),
    ]


def test_whoever_stands_under_the_copies_in_text_taken_by_columns_has_signed() -> None:
    body = ["Med hilsen", "Ola Vik", "rådgiver", "Kopi", "Mattilsynet", "Kari Lie", "fagdirektør"]
    assert signed(*body) == [("Ola Vik", "rådgiver"), ("Kari Lie", "fagdirektør")]
    assert Closing(letter(body=[PROSE, *body])).copies() == ("Mattilsynet",)


def test_a_greeting_at_a_paragraphs_end_leaves_the_paragraph_outside_the_closing() -> None:
    reading = letter(body=["Oppdraget følges opp i mai. Med hilsen", "Ola Vik", "rådgiver"])
    assert Closing(reading).first_block == 2
    assert [one.name for one in Closing(reading).signatories()] == ["Ola Vik"]


def test_a_greeting_may_have_the_name_on_its_line() -> None:
    assert signed("Med hilsen Ola Vik, rådgiver") == [("Ola Vik", "rådgiver")]


def copied(*body: Printed) -> tuple[str, ...]:
    return Closing(letter(body=[PROSE, "Med hilsen", "Ola Vik", *body])).copies()


@pytest.mark.parametrize("mark", ["Side 11", "Side 2 av 4", "(2)", "– 3 – 3", "4/4"])
def test_page_numbers_among_the_copies_are_none(mark: str) -> None:
    assert copied("Kopi:", "Riksrevisjonen", mark, "Norad") == ("Riksrevisjonen", "Norad")


def test_the_running_head_of_a_later_page_ends_the_copies() -> None:
    body = ["Kopi til:", "Riksrevisjonen", "Tildelingsbrev 2026 – Norad", "Årsrapport"]
    assert copied(*body) == ("Riksrevisjonen",)


@pytest.mark.parametrize(
    "footer",
    [
        [
            ["Postboks 8004 Dep", "Akersgata 59", "22 24 90 90"],
            ["0030 Oslo", "Org.nr. 932 384 469"],
        ],
        [["Akersg. 59", "postmottak@kud.dep.no"]],
    ],
)
def test_the_postal_footer_of_the_last_page_is_no_recipient(footer: Printed) -> None:
    assert copied("Kopi: Riksrevisjonen, Norad", footer) == ("Riksrevisjonen", "Norad")


def test_two_recipients_set_close_are_two() -> None:
    rows = [["Kopi:", "Riksrevisjonen Statens helsetilsyn"]]
    assert copied(rows) == ("Riksrevisjonen", "Statens helsetilsyn")


def test_by_authority_may_stand_without_brackets() -> None:
    names = [["Gro Moe e.f.", "Per Moe"], ["underdirektør", "fagdirektør"]]
    assert signed("Med hilsen", names) == [
        ("Gro Moe e.f.", "underdirektør"),
        ("Per Moe", "fagdirektør"),
    ]
    assert signed("Med hilsen", "Etter fullmakt", "Gro Moe", "underdirektør") == [
        ("Gro Moe", "underdirektør")
    ]


def test_a_name_run_together_with_the_title_over_it_is_one_of_its_own() -> None:
    body = ["Med hilsen", "Ola Vik (e.f.)", "ekspedisjonssjef Kari Lie", "avdelingsdirektør"]
    assert signed(*body) == [
        ("Ola Vik (e.f.)", "ekspedisjonssjef"),
        ("Kari Lie", "avdelingsdirektør"),
    ]


def test_an_attachment_without_a_look_of_its_own_ends_the_closing() -> None:
    body = [
        "Med hilsen",
        "Ola Vik",
        "Kopi:",
        "Norad",
        "Vedlegg 1 – Kalender",
        "Møte Leder Ansvarlig",
    ]
    assert signed(*body) == [("Ola Vik", None)]


def test_who_is_named_in_an_attachment_has_not_signed() -> None:
    calendar = [["Måned", "Møte", "Ansvarlig"], ["Mars", "Etatsstyringsmøte", "Avdelingsleder"]]
    body = ["Med hilsen", "Ola Vik", "Kopi:", "Norad", Heading("Vedlegg 1: Styringskalender")]
    assert signed(*body, calendar) == [("Ola Vik", None)]
    assert Closing(letter(body=[PROSE, *body, calendar])).copies() == ("Norad",)


COVER: list[Printed] = ["Vedlagt følger brevet.", "Med helsing", "Ola Vik", "rådgjevar"]
COVER += ["Vedlegg: Tildelingsbrev 2026", "Kopi til:", "Riksrevisjonen"]
COVERED: list[Printed] = [Heading("1 Innleiing"), PROSE, Heading("2 Mål"), PROSE]


@pytest.mark.parametrize("title", [[], [Heading("Tildelingsbrev 2026 – Norad")]])
def test_the_letter_under_a_signed_cover_letter_is_read(title: list[Printed]) -> None:
    reading = letter(body=[*COVER, *title, *COVERED, Heading("3 Rapportering"), PROSE])
    closing = Closing(reading)
    words = [reading.words(block) for block in closing.body]
    assert words[:3] == ["Tildelingsbrev for 2026", "Vedlagt følger brevet.", "1 Innleiing"]
    assert len(words) == 8
    assert closing.copies() == ("Riksrevisjonen",)
    assert [(one.name, one.title) for one in closing.signatories()] == [("Ola Vik", "rådgjevar")]


def test_the_letter_under_a_cover_letter_may_be_signed_as_well() -> None:
    reading = letter(body=[*COVER, *COVERED, Heading("3 Frist"), "Med helsing", "Gro Moe"])
    assert reading.words(Closing(reading).body[-1]) == "3 Frist"


def test_an_attachment_with_sections_is_no_letter_under_a_cover() -> None:
    attached = [Heading("Vedlegg 1: Retningslinjer"), *COVERED, Heading("3 Krav"), PROSE]
    assert len(Closing(letter(body=[PROSE, "Med hilsen", "Ola Vik", *attached])).body) == 2
    headed = [Heading("1 Innledning"), PROSE, "Med hilsen", "Ola Vik", *COVERED, Heading("3 A")]
    assert len(Closing(letter(body=headed)).body) == 3


@pytest.mark.parametrize("name", FIXTURES)
def test_a_fixture_letter_is_signed_and_copied_as_a_person_read(name: str) -> None:
    reading, facts = fixture(name)
    signatories = [(one.name, one.title) for one in Closing(reading).signatories()]
    assert signatories == [(one["name"], one.get("title")) for one in facts["signatories"]]
    assert Closing(reading).copies() == tuple(facts["copies"])


LONG = " ".join([PROSE] * 4)


@pytest.mark.parametrize(
    "day",
    ["Oslo, 16. januar 2026", "Oslo, den 16. januar 2026", "Oslo 16.01.2026", "Mo i Rana"],
)
@pytest.mark.parametrize("attached", [[], [Heading("Vedlegg 1 Rapportering"), *["Punkt"] * 30]])
def test_a_letter_may_be_signed_under_its_place_and_day(day: str, attached: list[Printed]) -> None:
    body: list[Printed] = [LONG, PROSE, day, "Gro Moe", "helse- og omsorgsminister"]
    body += ["Kopi: Riksrevisjonen, Norad", *attached]
    closing = Closing(letter(body=body))
    signatories = [(one.name, one.title) for one in closing.signatories()]
    assert signatories == [("Gro Moe", "helse- og omsorgsminister")]
    assert closing.copies() == ("Riksrevisjonen", "Norad")
    assert closing.first_block in (3, 4)


def test_a_day_over_a_name_needs_no_copies_to_close_a_letter() -> None:
    body: list[Printed] = [LONG, "Bergen, 3. mars 2026", "Gro Moe", "statsråd"]
    assert [(one.name, one.title) for one in Closing(letter(body=body)).signatories()] == [
        ("Gro Moe", "statsråd")
    ]


def test_the_day_and_the_receiver_over_a_letters_text_sign_nothing() -> None:
    body: list[Printed] = ["Oslo, 16. januar 2026", "Gro Moe", "direktør", LONG, PROSE]
    assert Closing(letter(body=body)).signatories() == ()
