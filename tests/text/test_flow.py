"""Where a paragraph ends and the next begins."""

from made_words import PITCH, SIZE, line, lines, words
from set_letters import read_letter
from tildeling.page.lines import Line, lines_of
from tildeling.read.page import Page
from tildeling.text.flow import Area, paragraphs_of

WIDTH = 40 * 6.0
AREA = Area(72.0, 72.0 + WIDTH, PITCH, SIZE)


def texts(found: list[Line]) -> list[str]:
    return [" ".join(each.text for each in raw.lines) for raw in paragraphs_of(found, AREA)]


def test_a_line_without_room_for_the_next_word_goes_on() -> None:
    block = lines("Direktoratet skal levere en rapport om\nutviklingen i sektoren.")
    assert len(texts(block)) == 1


def test_a_line_that_ends_early_ends_its_paragraph() -> None:
    block = lines("Bevilgningen økes.\nMidlene kan nyttes til dette.")
    assert texts(block) == ["Bevilgningen økes.", "Midlene kan nyttes til dette."]


def test_words_kept_together_by_hard_spaces_are_no_new_paragraph() -> None:
    block = lines("Bevilgningen økes under kap.\n0291 post 21 fra nyttår av, slik at det går.")
    assert len(texts(block)) == 1


def test_space_between_lines_parts_paragraphs() -> None:
    block = [
        line("Direktoratet skal levere en rapport nå og", 0),
        line("en til året etter det som nå er kommet.", 2),
    ]
    assert len(texts(block)) == 2


def test_a_label_stands_alone_even_under_a_full_line() -> None:
    block = lines("Oppdrag 2026-01: Utredning av digitalen\nBakgrunn", bold=True)
    assert texts(block) == ["Oppdrag 2026-01: Utredning av digitalen", "Bakgrunn"]


def test_a_run_in_label_begins_a_paragraph_after_a_full_line() -> None:
    block = lines("Dette skal gjøres i tråd med instruksen.\nFinansiering: Innenfor rammen.")
    assert len(texts(block)) == 2


def test_bold_type_that_begins_or_ends_parts_paragraphs() -> None:
    block = [
        line("Utredning av nasjonale tiltak for alle de", 0, bold=True),
        line("som bor i landet og har behov for det nå", 1),
    ]
    assert len(texts(block)) == 2


def test_a_bold_title_after_a_plain_number_begins_an_item_under_a_full_line() -> None:
    full = line("Senest da skal direktoratet legge planen.", 0)
    number, title = words("3.", top=100.0 + PITCH), words("Øvelse", 90.0, 100.0 + PITCH, bold=True)
    found = paragraphs_of([full, Line(1, (*number, *title))], AREA)
    assert [(raw.marker, raw.lines[0].text) for raw in found] == [
        (None, "Senest da skal direktoratet legge planen."),
        ("3.", "Øvelse"),
    ]


def test_a_list_s_first_letter_begins_an_item_where_it_had_room_on_the_line_above() -> None:
    over = line("Direktoratet skal i arbeidet særlig", 0)
    found = paragraphs_of([over, *lines("\na.   kontrollere\nb.   avklare")], AREA)
    assert [raw.marker for raw in found] == [None, "a.", "b."]


def test_a_title_in_bold_begins_a_paragraph_under_one_that_has_one() -> None:
    first = Line(1, (*words("Kart.", bold=True), *words("Direktoratet skal tegne kart.", 108.0)))
    top = 100.0 + PITCH
    second = Line(1, (*words("Skiltopplegg.", 72.0, top, bold=True), *words("Lag", 156.0, top)))
    assert len(texts([first, second])) == 2


def test_bullets_and_numbers_begin_items_and_stay_out_of_them() -> None:
    block = lines("• kartlegge behovet\n• foreslå tiltak\n1. måle virkningen\n2) rapportere")
    found = paragraphs_of(block, AREA)
    assert [raw.marker for raw in found] == ["•", "•", "1.", "2)"]
    assert [raw.lines[0].text for raw in found][:2] == ["kartlegge behovet", "foreslå tiltak"]


def test_a_date_at_a_lines_beginning_is_no_item() -> None:
    block = lines("Direktoratet skal levere en rapport innen\n1. mars 2026 til departementet.")
    assert len(texts(block)) == 1


def test_an_item_goes_on_in_a_hanging_line() -> None:
    block = [
        line("• kartlegge behovet for tiltak i alle de", 0),
        line("kommunene i landet", 1, x0=84.0),
        line("Arbeidet skal være ferdig i god tid før", 2),
    ]
    assert len(texts(block)) == 2


def test_the_last_item_of_a_hanging_list_ends_where_the_text_goes_back() -> None:
    block = [
        line("• kartlegge behovet for tiltak i alle de", 0),
        line("kommunene i landet", 1, x0=84.0),
        line("• legge frem forslag til tiltak i hele", 2),
        line("Departementet ber om at arbeidet skjer i", 3),
    ]
    assert [raw.lines[0].text for raw in paragraphs_of(block, AREA)] == [
        "kartlegge behovet for tiltak i alle de",
        "legge frem forslag til tiltak i hele",
        "Departementet ber om at arbeidet skjer i",
    ]


def test_lines_of_a_table_of_contents_stand_alone() -> None:
    block = lines(
        "1 Innledning .......................... 2\n2 Mål ................................. 3"
    )
    assert len(texts(block)) == 2


def test_a_word_cut_by_a_hyphen_goes_on_whatever_room_there_was() -> None:
    block = lines("Kommunehelsetjenesteloven, e-\nlæring og samordning.")
    assert len(texts(block)) == 1


def test_lines_set_flush_right_are_apart() -> None:
    block = [
        line("11.01.2024", 0, x0=72.0 + WIDTH - 60.0),
        line("Saksnr. 24/1311", 1, x0=72.0 + WIDTH - 90.0),
        line("Sjøfartsdirektoratet", 2),
    ]
    assert texts(block) == ["11.01.2024", "Saksnr. 24/1311", "Sjøfartsdirektoratet"]


def test_a_lists_first_number_begins_an_item_under_a_full_line() -> None:
    block = lines(
        "Etatene skal bygge på felles standarder.\na)    Kartlegge dagens praksis.\n"
        "b)    Foreslå tiltak."
    )
    assert len(texts(block)) == 3


def test_a_hyphen_set_apart_at_a_lines_end_belongs_to_its_word() -> None:
    cut = words("virk", 72.0)
    hyphen = words("-", cut[-1].x1 + 1.2)
    page = Page(1, 595.0, 842.0, (*cut, *hyphen), ())
    assert [each.text for each in lines_of(page)] == ["virk-"]


def test_a_longer_label_stands_alone_too() -> None:
    block = lines("Oppdrag 2026-01: Utredning av digitalen\nBakgrunn for oppdraget", bold=True)
    assert texts(block)[-1] == "Bakgrunn for oppdraget"


def test_a_dash_after_a_colon_begins_a_list_under_a_full_line() -> None:
    block = lines("Det tildeles 7,9 mill. kr til tiltakene:\n- 0,3 mill. kroner til en konferanse")
    assert len(texts(block)) == 2


def test_a_word_cut_by_a_page_break_goes_on() -> None:
    block = [line("I brevet er Direktora\u00ad", 40), line("tet gitt i oppdrag.", 0, page=2)]
    assert len(texts(block)) == 1


def test_lines_of_an_address_set_close_are_no_measure_of_running_text() -> None:
    letter = read_letter(
        "#block[#set par(leading: 0.2em, spacing: 0.2em)\nPostboks 40\n\n3901 PORSGRUNN\n\n"
        "Saksbehandler\n\nKari Berg\n\nTelefon\n\n22 24 90 90]\n= Oppdrag\n"
        "*Oppdrag 2025-01 Kaier*\n\nTilsynet skal telle alle kaier langs kysten og i alle de store "
        "fjordene, og sende listen innen 1. november.\n"
    )
    (assignment,) = letter.assignments
    assert [str(each.date) for each in assignment.deadlines] == ["2025-11-01"]
