"""Plain text is set again as pages of words, so that the rooms after see what a PDF would show."""

from __future__ import annotations

import pytest

import tildeling
from tildeling.page.lines import Line, lines_of
from tildeling.read import plain_headings
from tildeling.read.plain import MARGIN, plain_pages
from tildeling.read.plain_lines import PlainLine

FULL = "Direktoratet skal legge fram et samlet kunnskapsgrunnlag om hvordan kommunene arbeider med"
SHORT = "bosetting av flyktninger."
PARAGRAPHS = "\n".join([FULL, FULL, FULL, SHORT]) + "\n"


def lines(text: str) -> list[Line]:
    """The lines of the text's pages, one page after the other."""
    return [line for page in plain_pages(text) for line in lines_of(page)]


def line_with(text: str, words: str) -> Line:
    return next(line for line in lines(text) if words in line.text)


def test_form_feeds_end_pages() -> None:
    pages = plain_pages("Tillegg nr. 1\n\fSide to\n\f")
    assert [[word.text for word in page.words] for page in pages] == [
        ["Tillegg", "nr.", "1"],
        ["Side", "to"],
    ]


def test_lines_that_count_the_pages_end_them_where_form_feeds_are_lost() -> None:
    text = f"{PARAGRAPHS}Side 1\n{PARAGRAPHS}Side 2\n"
    assert [line.page for line in lines(text) if line.text.startswith("Side")] == [1, 2]


def test_page_numbers_stand_at_the_foot_of_pages_that_are_not_full() -> None:
    text = f"{PARAGRAPHS * 12}Side 1\n\f{PARAGRAPHS}Side 2\n"
    first, second = (line for line in lines(text) if line.text.startswith("Side"))
    assert first.top == second.top


def test_a_full_line_reaches_the_right_edge_and_one_ended_on_purpose_does_not() -> None:
    page = plain_pages(PARAGRAPHS)[0]
    assert line_with(PARAGRAPHS, FULL).x1 == pytest.approx(page.width - MARGIN)
    assert line_with(PARAGRAPHS, SHORT).x1 < page.width / 2


def test_columns_stand_where_their_characters_do() -> None:
    text = PARAGRAPHS + (
        "290/01      Driftsutgifter             291 156 000\n"
        "291/45      Større utstyrsinnkjøp       69 544 000\n"
        "            og vedlikehold\n"
    )
    above, below, wrapped = (line_with(text, words) for words in ("290", "291/45", "og ved"))
    assert above.segments[1].x0 == below.segments[1].x0 == wrapped.x0
    assert above.x1 == below.x1


def test_a_gap_of_two_spaces_parts_columns_where_the_next_line_has_one_too() -> None:
    text = "Deres ref.  Vår ref.\n24/880      24/5102\n"
    assert [len(line.segments) for line in lines(text)] == [2, 2]


def test_a_gap_that_only_stretches_a_line_parts_nothing() -> None:
    text = PARAGRAPHS.replace("skal legge", "skal   legge")
    assert {len(line.segments) for line in lines(text)} == {1}


def test_the_text_of_an_item_stands_under_itself_with_its_marker_before_it() -> None:
    text = f"{PARAGRAPHS}•     Kartlegge omfanget i minst tre kommuner, og gjøre rede for hvordan\n"
    text += "      brukerne er involvert.\n"
    item, wrapped = line_with(text, "Kartlegge"), line_with(text, "brukerne")
    assert item.words[1].x0 == pytest.approx(wrapped.x0, abs=1)
    assert len(item.segments) == 1


def test_blank_lines_between_all_lines_are_none() -> None:
    tops = [line.top for line in lines(PARAGRAPHS)]
    assert [line.top for line in lines(PARAGRAPHS.replace("\n", "\n\n"))] == tops


def test_paragraphs_that_are_one_line_each_stand_apart() -> None:
    text = "\n".join(f"{FULL} {FULL} {FULL} {number}." for number in (1, 2, 3))
    first, second, _ = lines(text)
    assert second.top - first.top > 1.5 * first.size


@pytest.mark.parametrize(
    "heading",
    [
        "4.1. Flere er i arbeid",
        "III Oppdrag i 2025",
        "Bakgrunn",
        "Oppdrag nr. 2020-017 Innføring av ny lov",
        "Kap. 291 Bosetting av flyktninger",
        "Tildeling av midler",
    ],
)
def test_what_looks_like_a_heading_by_its_words_is_bold(heading: str) -> None:
    assert line_with(f"{PARAGRAPHS}{heading}\n{PARAGRAPHS}", heading).bold


@pytest.mark.parametrize(
    "words",
    [
        "1. mars 2025 sendes rapporten",
        "290/01 Driftsutgifter 291 156 000",
        "4 Innledning ............ 12",
        "Departementet viser til brevet.",
    ],
)
def test_other_lines_are_not(words: str) -> None:
    assert not line_with(f"{PARAGRAPHS}{words}\n{PARAGRAPHS}", words).bold


def test_a_heading_that_wraps_is_bold_to_its_end() -> None:
    text = (
        f"{PARAGRAPHS}\n4.2 Ekstraordinært tilskudd til informasjon for\ninnvandrere\n{PARAGRAPHS}"
    )
    assert line_with(text, "innvandrere").bold


def test_all_words_lie_on_their_page() -> None:
    far = " " * 150 + "20. desember 2024\n"
    for page in plain_pages(far + PARAGRAPHS + "x" * 400 + "\n" + "a  b\nc  d\n"):
        for word in page.words:
            assert 0 <= word.x0 < word.x1
            assert 0 <= word.top < word.bottom <= page.height


@pytest.mark.parametrize(
    "heading",
    [
        "Spesielle oppdrag:",
        "Særskilte oppdrag fra LMD i 2017:",
        "Oppdrag som videreføres",
        "Nye oppgåver",
    ],
)
def test_what_stands_over_a_list_of_assignments_is_bold(heading: str) -> None:
    assert line_with(
        f"{PARAGRAPHS}{heading}\n1. Kart. Lag et kart.\n2. Råd. Gi råd.\n", heading
    ).bold


def test_a_sentence_about_assignments_is_not() -> None:
    words = "Det gis ingen særskilte oppdrag på dette området i 2012."
    assert not line_with(f"{PARAGRAPHS}{words}\n{PARAGRAPHS}", words).bold


def test_a_code_and_a_title_over_running_text_are_bold() -> None:
    assert line_with(f"{PARAGRAPHS}\nO7 Politikontakter\n{PARAGRAPHS}", "O7").bold


def test_a_section_over_its_first_heading_is_bold_where_blank_lines_part_them() -> None:
    text = f"{PARAGRAPHS}\n\nEndringer i bevilgninger\n\nKap. 320 Kulturdirektoratet\n{PARAGRAPHS}"
    assert line_with(text, "Endringer").bold


def test_items_that_lost_their_marks_are_not() -> None:
    text = f"{PARAGRAPHS}\n    Flere i arbeid\n    Økt kompetanse\n\n{PARAGRAPHS}"
    assert not line_with(text, "kompetanse").bold


def test_lines_of_a_list_of_contents_are_no_headings() -> None:
    contents = "Innhold\n1 Innledning        2 Budsjett\n1.1 Mål\n\n"
    text = f"{contents}1 Innledning\n{PARAGRAPHS}1.1 Mål\n{PARAGRAPHS}"
    assert [line.bold for line in lines(text) if "Mål" in line.text] == [False, True]


def test_what_reaches_far_to_the_right_makes_no_line_of_text_short() -> None:
    head = f"{' ' * 100}Tildelingsbrev 2020 – Vanndirektoratet\n"
    text = "\f".join([f"{head}{PARAGRAPHS * 3}"] * 4)
    assert line_with(text, FULL).x1 == pytest.approx(plain_pages(text)[0].width - MARGIN)
    far = line_with(text, "2020").x1
    assert far > line_with(text, FULL).x1


def test_a_soft_hyphen_inside_a_line_ends_a_cell() -> None:
    text = "1  Vedlikehold skjer sam\u00ad 31. mars 2017\n   men med Statsbygg.\n"
    assert line_with(text, "31.").segments[-1].text == "31. mars 2017"


def test_assignment_under_background_is_a_label_and_heads_no_others() -> None:
    text = f"{PARAGRAPHS}Bakgrunn\n{PARAGRAPHS}Oppdrag\n{PARAGRAPHS}"
    assert line_with(text, "Bakgrunn").bold
    assert not line_with(text, "Oppdrag").bold


def test_an_item_with_more_space_after_its_mark_stands_under_the_others() -> None:
    items = " a) Kart over alle vannverk.\n b)    Råd om avløp som er kort.\n c) Øvelse.\n"
    text = f"{PARAGRAPHS}\n{items}"
    starts = [line_with(text, mark).x0 for mark in ("a)", "b)", "c)")]
    assert starts == pytest.approx([starts[0]] * 3)


def test_an_item_goes_on_in_small_letters_under_its_words() -> None:
    text = (
        f"{PARAGRAPHS}\n a) Direktoratet skal vurdere om ordningen har virket slik den var ment,\n"
        "    og skal sende vurderingen til departementet i oktober.\n"
    )
    assert line_with(text, "vurdere").x1 == pytest.approx(plain_pages(text)[0].width - MARGIN)


def test_a_heading_may_end_in_an_abbreviation() -> None:
    assert line_with(f"{PARAGRAPHS}\nPost 75 Vederlag m.m.\n{PARAGRAPHS}", "Vederlag").bold


def test_a_page_number_that_lost_its_digits_is_one() -> None:
    text = "\f".join(f"{PARAGRAPHS}Side\n" for _ in range(3))
    assert len({line.top for line in lines(text) if line.text == "Side"}) == 1


def test_many_short_lines_apart_are_read_in_their_turn() -> None:
    text = "\n\n".join(f"Kort linje {'abc'[at % 3]}" for at in range(3000))
    assert len(lines(text)) == 3000


def test_a_text_whose_paragraphs_are_lines_keeps_its_title_and_its_last_line() -> None:
    long = "Bevilgningen på kap. 290, post 01 dekker lønn og drift av direktoratets kontorer. " * 5
    title = "Tillegg nr. 2 til tildelingsbrev for 2026 til Kystdirektoratet"
    last = "Departementet ser fram til et godt samarbeid."
    letter = tildeling.parse_text(f"{title}\n\n1. Budsjett\n\n{long.strip()}\n\n{last}\n")
    assert letter.title == title
    assert last in letter.doc().text


def test_lines_that_go_on_are_looked_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[object] = []

    def counted(above: PlainLine, line: PlainLine) -> bool:
        asked.append(line)
        return goes_on(above, line)

    goes_on = plain_headings._goes_on
    monkeypatch.setattr(plain_headings, "_goes_on", counted)
    plain_pages("a\n" * 1_000)
    assert 0 < len(asked) <= 2 * 1_000
