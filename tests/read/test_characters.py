"""Characters that are no text, or that are written in two ways, change nothing that is read."""

from __future__ import annotations

import io
import unicodedata

import pikepdf
import pytest
from hypothesis import given
from hypothesis import strategies as st

import tildeling
from pdf_builder import PdfPage, pdf, show
from tildeling.errors import NotAPdfError
from tildeling.letter import Letter
from tildeling.limits import Limits
from tildeling.read.characters import clean_text
from tildeling.read.page import Reader

TEXT = """Tildelingsbrev for 2026 til Helsedirektoratet

1. Økonomi

Direktoratet tildeles kr 45 600 000 på kap. 740, post 01.
Åpne data skal være offisielle. Fristen for rapporten er 1. mars 2026.
"""
BASE = tildeling.parse_text(TEXT)


def said(letter: Letter) -> str:
    """The letter's JSON, apart from the file's sum."""
    return letter.model_copy(
        update={"source": letter.source.model_copy(update={"sha256": ""})}
    ).model_dump_json()


def odd(old: str, new: str) -> str:
    """The text with a piece written in another way."""
    assert old in TEXT
    return TEXT.replace(old, new)


@pytest.mark.parametrize(
    "text",
    [
        odd("600", "6\u200b00"),
        odd("mars", "ma\u200drs"),
        odd("post", "po\u2060st"),
        odd("kap.", "\u200ekap."),
        odd("Tildelingsbrev", "\ufeffTildelingsbrev"),
        odd("rapporten", "rappor\u00adten"),
        odd("600", "6\ufe0f00"),
        odd("offisielle", "o\ufb03sielle"),
        odd("Fristen", "\x07Fristen"),
        odd("Fristen", "Fri\0sten"),
        odd("Fristen", "Fri\x1bsten"),
        odd("45 600", "45\x1f600"),
        odd("45 600", "45\u2028600"),
        TEXT.replace("\n", "\r\n"),
        TEXT.replace("\n", "\r"),
        TEXT.replace("\n", "\x0b"),
        TEXT.replace("\n", "\x85"),
        TEXT.replace("\n", "\u2028"),
        TEXT.replace("\n", "\u2029"),
        unicodedata.normalize("NFD", TEXT),
        odd("Åpne", "\u02daApne"),
        TEXT.translate({48 + digit: 0x660 + digit for digit in range(10)}),
        TEXT.translate({48 + digit: 0xFF10 + digit for digit in range(10)}),
        TEXT.translate({48 + digit: 0x1D7CE + digit for digit in range(10)}),
        odd("1. mars", "\u2488 mars"),
    ],
    ids=ascii,
)
def test_plain_text_is_read_as_if_it_were_clean(text: str) -> None:
    assert said(tildeling.parse_text(text)) == said(BASE)


def test_a_soft_hyphen_in_a_number_is_the_hyphen_that_was_drawn() -> None:
    assert (
        clean_text("Oppdrag 2026\u00ad01, jf. 25/1234\u00ad5") == "Oppdrag 2026-01, jf. 25/1234-5"
    )


def test_a_soft_hyphen_at_a_lines_end_is_kept_for_who_joins_the_lines() -> None:
    assert clean_text("oppføl\u00ad\nging") == "oppføl\u00ad\nging"


@pytest.mark.parametrize("code", [0xD800, 0xDCE5])
def test_half_a_surrogate_pair_is_no_text(code: int) -> None:
    with pytest.raises(NotAPdfError, match=r"its character 7 is half a surrogate pair \(U\+D"):
        tildeling.parse_text(f"Tildel{chr(code)}ingsbrev for 2026 til Helsedirektoratet")


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"])))
def test_a_clean_text_holds_nothing_that_controls_or_has_no_width(text: str) -> None:
    found = {
        unicodedata.category(letter) for letter in clean_text(text) if letter not in "\n\t\f\u00ad"
    }
    assert not found & {"Cc", "Cf", "Cs", "Zl", "Zp"}


@given(st.text(alphabet=[chr(code) for code in [*range(0xA0), 0xAD, 0x200B, 0x2028, 0x301, 0xE5]]))
def test_no_control_character_is_in_what_is_written(odd: str) -> None:
    letter = tildeling.parse_text(TEXT + odd.replace("\ud800", "") + "\n")
    for value in strings(letter.model_dump()):
        assert not any(unicodedata.category(at) == "Cc" and at not in "\n\t" for at in value)


def strings(value: object) -> list[str]:
    """All strings in what a model holds."""
    if isinstance(value, str):
        return [value]
    if isinstance(value, dict):
        return [text for inner in value.values() for text in strings(inner)]
    if isinstance(value, list | tuple):
        return [text for inner in value for text in strings(inner)]
    return []


def mapped(text: str, characters: dict[str, str]) -> bytes:
    """A page whose font says that some of its characters mean others."""
    lines = [
        f"<{ord(drawn):02X}> <{meant.encode('utf-16-be').hex()}>"
        for drawn, meant in characters.items()
    ]
    cmap = (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /Odd def "
        "1 begincodespacerange <00> <FF> endcodespacerange "
        f"{len(lines)} beginbfchar {' '.join(lines)} endbfchar endcmap end end"
    )
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf(PdfPage(show(text, 40, 200))))) as file:
        for font in file.pages[0].resources["/Font"].values():
            font["/ToUnicode"] = file.make_stream(cmap.encode())
        file.save(out)
    return out.getvalue()


@pytest.mark.parametrize(
    ("drawn", "characters", "read"),
    [
        ("V~r ref.", {"~": "a\u030a"}, ["Vår", "ref."]),
        ("1. mars 26", {str(n): chr(0x660 + n) for n in range(10)}, ["1.", "mars", "26"]),
        ("kr 45", {str(n): chr(0x1D7CE + n) for n in range(10)}, ["kr", "45"]),
        ("o~sielt", {"~": "\ufb03"}, ["offisielt"]),
        ("Fris~ten", {"~": "\u200b"}, ["Fristen"]),
    ],
)
def test_a_pdfs_words_are_composed_and_their_digits_ascii(
    reader: Reader, drawn: str, characters: dict[str, str], read: list[str]
) -> None:
    _, (page,) = reader.read(mapped(drawn, characters), Limits())
    assert [word.text for word in page.words] == read


def test_the_name_of_what_made_a_pdf_is_clean(reader: Reader) -> None:
    producer, _ = reader.read(pdf(PdfPage(show("x", 40, 200)), producer="W\x07ord"), Limits())
    assert producer == "Word"
