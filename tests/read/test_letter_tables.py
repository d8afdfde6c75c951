"""Tables that give a font other letters than it has: a digit that is another makes a wrong sum."""

from __future__ import annotations

import io

import pikepdf
import pytest

from pdf_builder import letter
from tildeling.limits import Limits
from tildeling.read.damage import LETTERS
from tildeling.read.letter_tables import contradicts_itself
from tildeling.read.page import Page, Reader


def table(*entries: str) -> str:
    """A table of letters, of codes that follow each other (three numbers) and single ones (two)."""
    parts = []
    for entry in entries:
        kind = "bfrange" if entry.count("<") == 3 else "bfchar"
        parts.append(f"1 begin{kind}\n{entry}\nend{kind}\n")
    return f"begincmap\n{''.join(parts)}endcmap"


def page_of(reader: Reader, said: str) -> Page:
    """A page whose font has this table."""
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(letter("3 200 000 kroner til skred"))) as pdf:
        font = pdf.pages[0].resources["/Font"]["/F1"]
        font["/ToUnicode"] = pdf.make_indirect(
            pdf.make_stream(said.encode()) if said else pikepdf.Array()
        )
        pdf.save(out)
    return reader.read(out.getvalue(), Limits())[1][0]


ASCII = "<20> <7E> <0020>"
WORD = ("<0003> <0012> <0020>", "<0024> <005D> <0041>")
"""ASCII without its digits, by the numbers of its glyphs in most fonts of Windows."""


@pytest.mark.parametrize(
    "said",
    [
        table("<20> <7E> <0020>", "<33> <0038>"),
        table("<20> <2F> <0020>", "<30> <39> <0031>", "<3A> <7E> <003A>"),
        table("<20> <31> <0020>", "<32> <0035>", "<33> <7E> <0033>"),
        "BT (not a table) Tj ET",
        "",
    ],
    ids=["a digit", "all digits", "a digit between", "no table", "no stream"],
)
def test_a_page_whose_font_has_other_digits_by_its_table_is_doubted(
    reader: Reader, said: str
) -> None:
    assert page_of(reader, said).doubt == LETTERS


def test_a_page_with_a_whole_table_is_not_doubted(reader: Reader) -> None:
    page = page_of(reader, table(ASCII))
    assert page.doubt is None
    assert [word.text for word in page.words][:3] == ["3", "200", "000"]


@pytest.mark.parametrize(
    "digits",
    [
        ("<0013> <001C> <0031>",),
        ("<0013> <0015> <0030>", "<0016> <0039>", "<0017> <001C> <0034>"),
        ("<0013> <001C> <0030>", "<0014> <0037>"),
    ],
)
def test_a_digit_out_of_its_row_is_seen(digits: tuple[str, ...]) -> None:
    assert contradicts_itself(table(*WORD, *digits).encode())


@pytest.mark.parametrize(
    "entries",
    [
        (*WORD, "<0013> <001C> <0030>"),
        (*WORD, "<0013> <001C> <0030>", "<0091> <0031>", "<0092> <0032>"),
        (*WORD, "<03EC> <03F5> <0030>"),
        ("<01> <0032>", "<02> <0030>", "<03> <09> <0031>", "<0A> <24> <0061>"),
        ("<20> <40> <0020>", "<41> <5A> <0061>", "<61> <7A> <0061>"),
        ("<0013> <001C> <0031>",),
    ],
    ids=[
        "in a row",
        "with raised digits",
        "digits of their own",
        "numbered as they come",
        "small capitals",
        "nothing to compare with",
    ],
)
def test_tables_as_programs_write_them_are_taken_at_their_word(entries: tuple[str, ...]) -> None:
    assert not contradicts_itself(table(*entries).encode())
