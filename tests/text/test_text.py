"""One text, one map: spans lead back to the words they were read from."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from made_words import line, words
from tildeling.page.lines import Line
from tildeling.read.page import Word
from tildeling.text.letter_text import LetterText, hyphenated_words


def written(first: str, second: str, known: tuple[str, ...] = ()) -> str:
    text = LetterText(known)
    text.add_line(line(first))
    text.continue_line(line(second))
    return text.text


@pytest.mark.parametrize(
    ("first", "second", "joined"),
    [
        ("skal levere", "en rapport", "skal levere en rapport"),
        ("god oppfølg-", "ing av saken", "god oppfølging av saken"),
        ("både e-", "læring og kurs", "både e-læring og kurs"),
        ("helse-", "og omsorgstjenesten", "helse- og omsorgstjenesten"),
        ("under covid-19-", "pandemien", "under covid-19-pandemien"),
        ("bedre IKT-", "sikkerhet", "bedre IKT-sikkerhet"),
        ("Sør-", "Norge", "Sør-Norge"),
        ("over kap./", "post 290/01", "over kap./post 290/01"),
        ("Prop. 1 S (2012–", "2013)", "Prop. 1 S (2012–2013)"),
        ("tiltak –", "utvikling", "tiltak – utvikling"),
        ("god oppfølg\u00ad", "ing av saken", "god oppfølging av saken"),
        ("e-læringsplattfor\u00ad", "men og løsningene", "e-læringsplattformen og løsningene"),
        ("gjeldende plattfor-", "men og løsningene", "gjeldende plattformen og løsningene"),
    ],
)
def test_a_line_goes_on_in_the_next_as_its_last_word_says(
    first: str, second: str, joined: str
) -> None:
    assert written(first, second) == joined


def test_a_hyphen_stays_where_the_letter_writes_the_word_with_one_elsewhere() -> None:
    known = hyphenated_words([line("brukere av sms-løsningen.")])
    assert written("med sms-", "løsningen", tuple(known)) == "med sms-løsningen"


def test_evidence_is_one_box_a_page_around_the_words_of_the_span() -> None:
    text = LetterText()
    text.add_line(Line(1, tuple(words("Frist: 1.", x0=72.0, top=700.0))))
    text.continue_line(Line(2, tuple(words("mai 2026", x0=72.0, top=90.0))))
    start = text.text.index("1.")
    first, second = text.evidence(start, text.length)
    assert (first.page, first.text, first.bbox) == (1, "1.", (114.0, 700.0, 126.0, 711.0))
    assert (second.page, second.text, second.bbox) == (2, "mai 2026", (72.0, 90.0, 120.0, 101.0))


def test_evidence_of_plain_text_has_neither_page_nor_box() -> None:
    text = LetterText(plain=True)
    text.add_line(line("Frist: 1. mai"))
    (evidence,) = text.evidence(0, 5)
    assert (evidence.page, evidence.bbox, evidence.text) == (None, None, "Frist")


@given(st.lists(st.text("abcæøå123.", min_size=1, max_size=8), min_size=1, max_size=30))
def test_each_word_leads_back_to_itself(pieces: list[str]) -> None:
    text = LetterText()
    for at, piece in enumerate(pieces):
        text.separate("\n")
        word = Word(piece, 1.0 * at, 0.0, at + 1.0, 10.0, 10.0)
        start, end = text.add_line(Line(at + 1, (word,)))
        assert text.text[start:end] == piece
        (evidence,) = text.evidence(start, end)
        assert (evidence.text, evidence.bbox) == (piece, word[1:5])
        assert text.page(start) == at + 1


def test_the_end_of_so_many_words_is_where_the_last_of_them_ends() -> None:
    text = LetterText()
    start, _ = text.add_line(line("Frist 1. mai"))
    assert text.text[start : text.end_of_words(start, 2)] == "Frist 1."
    assert text.end_of_words(start, 0) == start
