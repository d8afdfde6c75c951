"""What belongs to the pages: a postal footer, and not the table over it."""

from __future__ import annotations

import pytest

from made_words import PITCH
from tildeling.page.furniture import find_furniture
from tildeling.page.lines import Line
from tildeling.read.page import Page, Word

HEADS = "Postadresse Kontoradresse Telefon Avdeling Saksbehandler"


def row(texts: str, top: float, size: float) -> Line:
    """A line with each word in a column of its own."""
    words = [
        Word(text, 72.0 + 90.0 * at, top, 72.0 + 90.0 * at + 30.0, top + size, size)
        for at, text in enumerate(texts.split())
    ]
    return Line(1, tuple(words))


def test_a_table_in_small_type_over_a_postal_footer_is_none_of_it() -> None:
    text = [row("Departementet viser til brevet", 100.0 + at * PITCH, 11.0) for at in range(8)]
    table = [row("21 Drift 187 156", 640.0 + at * PITCH, 9.5) for at in range(7)]
    footer = [row(HEADS, 764.0, 7.5), row("0030 Teatergata 22249090 Mat Vik", 774.0, 7.5)]
    lines = [*text, *table, *footer]
    page = Page(1, 595.0, 842.0, tuple(word for line in lines for word in line.words))
    assert find_furniture([(page, lines)], 11.0) == set(footer)


def test_a_number_that_ends_a_cell_at_the_foot_of_a_page_is_no_page_number() -> None:
    text = [row("Departementet viser til brevet", 100.0 + at * PITCH, 11.0) for at in range(8)]
    table = [
        row("62 Fastlønn 418000", 750.0, 9.5),
        Line(1, (Word("71", 162.0, 762.0, 172.0, 771.5, 9.5),)),
    ]
    lines = [*text, *table]
    page = Page(1, 595.0, 842.0, tuple(word for line in lines for word in line.words))
    assert find_furniture([(page, lines)], 11.0) == set()


def test_the_number_of_its_page_is_one_wherever_it_stands() -> None:
    text = [row("Departementet viser til brevet", 100.0 + at * PITCH, 11.0) for at in range(8)]
    lines = [*text, row("62 Fastlønn 418000", 750.0, 9.5), row("1", 762.0, 9.5)]
    page = Page(1, 595.0, 842.0, tuple(word for line in lines for word in line.words))
    assert find_furniture([(page, lines)], 11.0) == {lines[-1]}


def test_a_table_in_small_type_with_a_column_of_departments_is_no_postal_footer() -> None:
    text = [row("Departementet viser til brevet", 100.0 + at * PITCH, 11.0) for at in range(8)]
    table = [
        row("Nr. Oppdrag Avdeling Frist", 700.0, 9.5),
        row("D1 Kaikart AIS Snarest", 714.0, 9.5),
        row("D2 Fyr UHF 1.5.2025", 728.0, 9.5),
    ]
    lines = [*text, *table]
    page = Page(1, 595.0, 842.0, tuple(word for line in lines for word in line.words))
    assert find_furniture([(page, lines)], 11.0) == set()


@pytest.mark.parametrize(
    ("words", "x0", "size", "is_head"),
    [
        ("Tildelingsbrev 2025 – Kystverket", 300.0, 11.0, True),
        ("Supplerande tildelingsbrev nr. 2", 250.0, 9.0, True),
        ("Tildelingsbrev 2025 – Kystverket", 72.0, 11.0, False),
        ("Tildelingsbrev 2025 – Kystverket", 250.0, 14.0, False),
        ("Departementet viser til saken", 250.0, 11.0, False),
        ("slik det står i tildelingsbrevet.", 250.0, 11.0, False),
    ],
)
def test_a_letter_s_name_set_aside_at_the_top_of_its_second_page_is_no_text(
    words: str, x0: float, size: float, is_head: bool
) -> None:
    first = [row("Departementet viser til brevet", 100.0 + at * PITCH, 11.0) for at in range(8)]
    at = [x0 + 8.0 * size * 0.5 * place for place in range(len(words.split()))]
    head = Line(
        2,
        tuple(
            Word(word, left, 60.0, left + 3.5 * size, 60.0 + size, size)
            for word, left in zip(words.split(), at, strict=True)
        ),
    )
    text = [row("Departementet viser til brevet", 100.0 + at * PITCH, 11.0) for at in range(8)]
    pages = [(1, first), (2, [head, *text])]
    found = find_furniture(
        [
            (Page(number, 595.0, 842.0, tuple(w for line in lines for w in line.words)), lines)
            for number, lines in pages
        ],
        11.0,
    )
    assert (head in found) is is_head


def test_a_running_head_that_ends_on_the_number_of_one_of_its_pages_is_one_on_all() -> None:
    pages = []
    for number in (1, 2, 3):
        head = [] if number == 1 else [row("Kystverket tillegg nr. 3", 40.0, 9.0)]
        text = [row(f"Side {number} viser {at}", 100.0 + at * PITCH, 11.0) for at in range(8)]
        lines = [Line(number, tuple(line.words)) for line in (*head, *text)]
        words = tuple(word for line in lines for word in line.words)
        pages.append((Page(number, 595.0, 842.0, words), lines))
    assert {line.page for line in find_furniture(pages, 11.0)} == {2, 3}
