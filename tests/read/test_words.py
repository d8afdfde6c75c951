"""Words as both readers give them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pdf_builder import PdfPage, letter, pdf, show
from tildeling.limits import Limits
from tildeling.read.characters import clean
from tildeling.read.page import Page, Reader, Word
from tildeling.read.words import in_order, once


def page_of(reader: Reader, data: bytes) -> Page:
    _, pages = reader.read(data, Limits())
    assert pages[0].problem is None
    return pages[0]


def texts(words: tuple[Word, ...]) -> list[str]:
    return [word.text for word in words]


def test_words_come_from_the_top_down_and_then_from_the_left(reader: Reader) -> None:
    content = show("under", 40, 200) + show("venstre", 40, 250) + show("over", 90, 250)
    page = page_of(reader, pdf(PdfPage(content)))
    assert texts(page.words) == ["venstre", "over", "under"]


def test_a_word_has_its_box_and_size(reader: Reader) -> None:
    page = page_of(reader, pdf(PdfPage(show("Oppdrag", 40, 200, size=20))))
    (word,) = page.words
    assert word.size == 20
    assert (word.x0, word.bottom) == pytest.approx((40, 104.4), abs=1.5)
    assert word.bottom - word.top == pytest.approx(20, abs=0.1)
    # The advance widths of Helvetica: O 778, p 556 four times with d and a, r 333, g 556.
    assert word.x1 == pytest.approx(40 + 20 * (778 + 556 * 5 + 333) / 1000, abs=1.5)


def test_the_size_counts_the_matrix_that_scales_the_font(reader: Reader) -> None:
    content = "BT /F1 1 Tf 12 0 0 12 40 200 Tm (stor) Tj ET"
    assert page_of(reader, pdf(PdfPage(content))).words[0].size == 12


@pytest.mark.parametrize(
    ("font", "bold", "italic"), [("F1", False, False), ("F2", True, False), ("F3", False, True)]
)
def test_bold_and_italic_are_told_by_the_font(
    reader: Reader, font: str, bold: bool, italic: bool
) -> None:
    (word,) = page_of(reader, pdf(PdfPage(show("Frist", 40, 200, font=font)))).words
    assert (word.bold, word.italic) == (bold, italic)


def test_a_hyphen_at_a_line_end_stays_and_the_rest_is_a_word_of_the_next_line(
    reader: Reader,
) -> None:
    page = page_of(reader, letter("Helse-", "og omsorg"))
    assert texts(page.words) == ["Helse-", "og", "omsorg"]
    assert page.words[1].top > page.words[0].top + 10


def test_a_hyphen_before_a_number_stays(reader: Reader) -> None:
    assert texts(page_of(reader, letter("2019-", "2020")).words) == ["2019-", "2020"]


def test_a_hyphen_marked_as_soft_is_told_from_a_hard_one(reader: Reader) -> None:
    content = (
        "BT /F1 10 Tf 40 200 Td (oppf\xf8lg) Tj "
        "/Span << /ActualText <FEFF00AD> >> BDC (-) Tj EMC 0 -15 Td (ing) Tj ET"
    )
    assert texts(page_of(reader, pdf(PdfPage(content))).words) == ["oppfølg\u00ad", "ing"]


def test_an_unbreakable_space_parts_words(reader: Reader) -> None:
    assert texts(page_of(reader, letter("45\xa0600 kroner")).words) == ["45", "600", "kroner"]


def test_a_gap_without_a_space_parts_numbers(reader: Reader) -> None:
    content = "BT /F1 10 Tf 40 200 Td (54) Tj 13.12 0 Td (563) Tj ET"
    assert texts(page_of(reader, pdf(PdfPage(content))).words) == ["54", "563"]


def test_kerning_does_not_part_a_word(reader: Reader) -> None:
    content = "BT /F1 10 Tf 40 200 Td [(T) 80 (il) -30 (legg)] TJ ET"
    assert texts(page_of(reader, pdf(PdfPage(content))).words) == ["Tillegg"]


def test_a_letterspaced_word_is_one_word(reader: Reader) -> None:
    content = "BT /F1 10 Tf 3 Tc 40 200 Td (TILDELINGSBREV 2026) Tj ET"
    assert texts(page_of(reader, pdf(PdfPage(content))).words)[0] == "TILDELINGSBREV"


def test_dots_that_lead_to_a_page_number_touch_no_word(reader: Reader) -> None:
    content = "BT /F1 10 Tf 40 200 Td (Innledning ) Tj 2 Tc (........) Tj 0 Tc ( 3) Tj ET"
    found = texts(page_of(reader, pdf(PdfPage(content))).words)
    assert (found[0], found[-1]) == ("Innledning", "3")


def test_a_word_of_two_fonts_is_one_word(reader: Reader) -> None:
    content = "BT /F1 10 Tf 40 200 Td (Frist) Tj /F2 10 Tf (en) Tj ET"
    assert texts(page_of(reader, pdf(PdfPage(content))).words) == ["Fristen"]


def test_a_footnote_mark_is_no_digit_of_the_sum_before_it(reader: Reader) -> None:
    content = "BT /F1 10 Tf 40 200 Td (600) Tj /F1 6 Tf 16.68 4 Td (1) Tj ET"
    assert sorted(texts(page_of(reader, pdf(PdfPage(content))).words)) == ["1", "600"]


@pytest.mark.parametrize("shift", [0.0, 0.4])
def test_text_printed_twice_for_bold_is_read_once(reader: Reader, shift: float) -> None:
    content = show("Oppdrag 2020", 40, 200) + show("Oppdrag 2020", 40 + shift, 200)
    assert texts(page_of(reader, pdf(PdfPage(content))).words) == ["Oppdrag", "2020"]


def test_the_same_word_twice_on_a_line_is_two_words(reader: Reader) -> None:
    assert texts(page_of(reader, letter("til til")).words) == ["til", "til"]


def test_a_glyph_without_a_meaning_is_reported(reader: Reader) -> None:
    font = (
        "<< /Type /Font /Subtype /Type0 /BaseFont /Odd /Encoding /Identity-H "
        "/DescendantFonts [<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Odd /DW 600 "
        "/CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> "
        "/FontDescriptor << /Type /FontDescriptor /FontName /Odd /Flags 4 /Ascent 800 "
        "/Descent -200 /FontBBox [0 0 600 800] >> >>] >>"
    )
    content = "BT /F9 10 Tf 40 200 Td <01A301A4> Tj ET"
    page = page_of(reader, pdf(PdfPage(content, fonts={"F9": font})))
    assert texts(page.words) == ["\ufffd\ufffd"]


LANDSCAPE = [
    (0, "1 0 0 1 40 200 Tm", (40, 300 - 200)),
    (90, "0 1 -1 0 200 40 Tm", (40, 200)),
    (180, "-1 0 0 -1 360 100 Tm", (40, 100)),
    (270, "0 -1 1 0 200 260 Tm", (40, 400 - 200)),
]


@pytest.mark.parametrize(("rotate", "matrix", "place"), LANDSCAPE)
def test_a_turned_page_is_measured_as_it_is_seen(
    reader: Reader, rotate: int, matrix: str, place: tuple[float, float]
) -> None:
    content = f"BT /F1 10 Tf {matrix} (Frist: snarest) Tj ET"
    page = page_of(reader, pdf(PdfPage(content, extra=f"/Rotate {rotate}")))
    assert (page.width, page.height) == ((400, 300) if rotate % 180 == 0 else (300, 400))
    assert texts(page.words) == ["Frist:", "snarest"]
    first, second = page.words
    x, baseline = place
    assert first.x0 == pytest.approx(x, abs=1.5)
    assert first.bottom == pytest.approx(baseline + 2.2, abs=0.5)
    assert second.x0 > first.x1
    assert first.bottom - first.top == pytest.approx(10, abs=0.1)


def test_places_count_from_the_crop_box(reader: Reader) -> None:
    page = page_of(
        reader,
        pdf(
            PdfPage(
                show("Frist", 140, 200),
                extra="/CropBox [110 60 390 280]",
                media_box=(100, 50, 400, 300),
            )
        ),
    )
    assert (page.width, page.height) == (280, 220)
    assert page.words[0].x0 == pytest.approx(30, abs=1.5)
    assert page.words[0].bottom == pytest.approx(82.2, abs=0.5)


def test_text_in_a_form_is_read_where_the_form_is_placed(reader: Reader) -> None:
    page = page_of(
        reader,
        pdf(PdfPage("q 2 0 0 2 10 20 cm /X Do Q", forms={"X": show("Stor", 10, 50)})),
    )
    (word,) = page.words
    assert word.size == 20
    assert (word.x0, word.bottom) == pytest.approx((30, 184.4), abs=1.5)


def test_the_producer_is_told(reader: Reader) -> None:
    assert reader.read(letter("Frist"), Limits())[0] == "a test"


CLEANED = [
    ("ﬁnansiering", "finansiering"),
    ("o\ufb03sielt", "offisielt"),
    ("\uf0b7", "\uf0b7"),
    ("opp\u200bdrag", "oppdrag"),
    ("2020\u00ad017", "2020-017"),
    ("a\x00b\x1bc", "abc"),
    ("\ud800x", "\ufffdx"),
    ("m²", "m²"),
    ("½", "½"),
    ("\u202egardppo", "gardppo"),
]


@pytest.mark.parametrize(("raw", "text"), CLEANED)
def test_a_word_is_cleaned_of_what_is_no_text(raw: str, text: str) -> None:
    assert clean(raw) == text


@given(st.text(st.characters(codec=None)))
def test_cleaning_twice_changes_nothing_and_leaves_text_that_can_be_written(raw: str) -> None:
    text = clean(raw)
    assert clean(text) == text
    text.encode("utf-8")
    assert all(
        character.isprintable() or character.isspace() or ord(character) > 127 for character in text
    )


words = st.builds(
    Word,
    st.sampled_from(["til", "og", "kap."]),
    *(st.floats(0, 100) for _ in range(4)),
    st.just(10.0),
)


@given(st.lists(words))
def test_order_does_not_depend_on_the_order_given(given_words: list[Word]) -> None:
    ordered = in_order(given_words)
    assert sorted(ordered, key=repr) == sorted(given_words, key=repr)
    assert [w.text for w in ordered] == [w.text for w in in_order(reversed(ordered))]


@given(st.lists(words))
def test_words_read_once_are_read_once(given_words: list[Word]) -> None:
    kept = once(given_words)
    assert once(kept) == kept


def test_what_is_set_over_the_word_before_it_is_a_word_of_its_own(reader: Reader) -> None:
    # "000" ends at 56.7: the next amount, wider than its cell, begins seven points before that.
    page = page_of(
        reader, pdf(PdfPage(show("000", 40, 200, size=10) + show("2", 50, 200, size=10)))
    )
    assert texts(page.words) == ["000", "2"]


def test_letters_that_kerning_sets_close_are_one_word(reader: Reader) -> None:
    # "V" is 6.7 points wide in Helvetica: "erdi" begins 2.4 points before its end.
    page = page_of(
        reader, pdf(PdfPage(show("V", 40, 200, size=10) + show("erdi", 44.3, 200, size=10)))
    )
    assert texts(page.words) == ["Verdi"]
