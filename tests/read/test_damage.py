"""Pages that a damaged file shows otherwise than it was written are told."""

from __future__ import annotations

import io
import re
import zlib
from collections.abc import Callable

import pikepdf
import pytest

import tildeling
from marked_letters import plain
from tildeling.errors import TildelingError
from tildeling.findings import message_in
from tildeling.limits import Limits
from tildeling.read.damage import WHICH
from tildeling.read.operators import LONGEST, is_garbled, lacks_operands
from tildeling.read.page import Reader
from tildeling.read.pdfium import PdfiumReader
from tildeling.words import words_in

Change = Callable[[pikepdf.Pdf], None]


def changed(change: Change) -> bytes:
    """The letter of two pages after something happened to its second."""
    with pikepdf.open(io.BytesIO(plain())) as pdf:
        pdf.pages[1].contents_coalesce()
        give_fonts_of_its_own(pdf)
        change(pdf)
        out = io.BytesIO()
        pdf.save(out, compress_streams=False, object_stream_mode=pikepdf.ObjectStreamMode.disable)
        return out.getvalue()


def give_fonts_of_its_own(pdf: pikepdf.Pdf) -> None:
    """Copies the second page's fonts, which the first one shows too."""
    fonts = pikepdf.Dictionary()
    for name, font in pdf.pages[1].resources["/Font"].items():
        own = pikepdf.Dictionary(dict(font.items()))
        own["/ToUnicode"] = pdf.make_stream(font["/ToUnicode"].read_bytes())
        below = pikepdf.Dictionary(dict(font["/DescendantFonts"][0].items()))
        below["/W"] = pikepdf.Array(below["/W"])
        own["/DescendantFonts"] = pikepdf.Array([pdf.make_indirect(below)])
        fonts[name] = pdf.make_indirect(own)
    resources = pikepdf.Dictionary(dict(pdf.pages[1].resources.items()))
    resources["/Font"] = fonts
    pdf.pages[1].obj["/Resources"] = resources


def content(pdf: pikepdf.Pdf) -> pikepdf.Stream:
    """What the second page draws."""
    found = pdf.pages[1].obj["/Contents"]
    assert isinstance(found, pikepdf.Stream)
    return found


def another_sum(stream: pikepdf.Object) -> None:
    """Packs the stream with a sum at its end that is another's."""
    packed = zlib.compress(stream.read_bytes())
    stream.write(packed[:-4] + b"\1\2\3\4", filter=pikepdf.Name.FlateDecode)


def content_differs(pdf: pikepdf.Pdf) -> None:
    another_sum(content(pdf))


def a_word_is_no_operator(pdf: pikepdf.Pdf) -> None:
    content(pdf).write(content(pdf).read_bytes().replace(b"\nET", b"\nEX\x84", 1))


def text_does_not_end(pdf: pikepdf.Pdf) -> None:
    drawn = content(pdf).read_bytes()
    content(pdf).write(drawn[: drawn.rindex(b"ET")])


def a_string_does_not_end(pdf: pikepdf.Pdf) -> None:
    content(pdf).write(content(pdf).read_bytes() + b"\nBT (a Tj ET")


def content_is_no_stream(pdf: pikepdf.Pdf) -> None:
    pdf.pages[1].obj["/Contents"] = pdf.make_indirect(pikepdf.Dictionary(Kind=pikepdf.Name.Gone))


def content_is_packed_in_no_known_way(pdf: pikepdf.Pdf) -> None:
    packed = zlib.compress(content(pdf).read_bytes())
    content(pdf).write(packed, filter=pikepdf.Name("/FlateDec0de"))


def fonts_are_gone(pdf: pikepdf.Pdf) -> None:
    fonts = pdf.pages[1].resources["/Font"]
    for name in list(fonts.keys()):
        fonts[name] = pdf.make_indirect(pikepdf.Array())


def letters_break_off(pdf: pikepdf.Pdf) -> None:
    for font in pdf.pages[1].resources["/Font"].values():
        packed = zlib.compress(font["/ToUnicode"].read_bytes())
        font["/ToUnicode"].write(packed[: len(packed) // 2], filter=pikepdf.Name.FlateDecode)


def letters_differ(pdf: pikepdf.Pdf) -> None:
    for font in pdf.pages[1].resources["/Font"].values():
        another_sum(font["/ToUnicode"])


def letters_are_no_letters(pdf: pikepdf.Pdf) -> None:
    for font in pdf.pages[1].resources["/Font"].values():
        font["/ToUnicode"].write(b"/CIDInit /ProcSet findresource begin")


def letters_are_of_another_script(pdf: pikepdf.Pdf) -> None:
    for font in pdf.pages[1].resources["/Font"].values():
        font["/ToUnicode"].write(font["/ToUnicode"].read_bytes().replace(b"<0065>", b"<9999>"))


def a_letter_is_none(pdf: pikepdf.Pdf) -> None:
    for font in pdf.pages[1].resources["/Font"].values():
        font["/ToUnicode"].write(font["/ToUnicode"].read_bytes().replace(b"<0065>", b"<FFFD>"))


def letters_have_no_width(pdf: pikepdf.Pdf) -> None:
    for font in pdf.pages[1].resources["/Font"].values():
        font["/DescendantFonts"][0]["/W"] = pikepdf.Array()
        font["/DescendantFonts"][0]["/DW"] = 0


def a_width_is_lost(pdf: pikepdf.Pdf) -> None:
    for font in pdf.pages[1].resources["/Font"].values():
        del font["/DescendantFonts"][0]["/W"][4]


DAMAGES = [
    content_differs,
    a_word_is_no_operator,
    text_does_not_end,
    a_string_does_not_end,
    content_is_no_stream,
    content_is_packed_in_no_known_way,
    fonts_are_gone,
    letters_break_off,
    letters_differ,
    letters_are_no_letters,
    letters_are_of_another_script,
    a_letter_is_none,
    letters_have_no_width,
    a_width_is_lost,
]


@pytest.mark.parametrize("damage", DAMAGES, ids=lambda damage: damage.__name__)
def test_a_page_that_may_be_read_wrong_is_told(reader: Reader, damage: Change) -> None:
    _, pages = reader.read(changed(damage), Limits())
    assert pages[1].problem or pages[1].doubt
    assert pages[0].words
    assert pages[0].problem is None


@pytest.mark.parametrize("damage", DAMAGES, ids=lambda damage: damage.__name__)
def test_a_letter_with_such_a_page_has_a_finding_on_it(damage: Change) -> None:
    letter = tildeling.parse(changed(damage))
    found = [one for one in letter.findings if one.rule in ("unread_page", "doubtful_page")]
    assert 2 in [one.evidence[0].page for one in found]
    assert {one.code for one in found} == {"unread"}


def test_what_may_be_read_wrong_is_read_and_told_in_words() -> None:
    whole, damaged = tildeling.parse(plain()), tildeling.parse(changed(content_differs))
    assert damaged.signatories == whole.signatories
    (finding,) = [one for one in damaged.findings if one.rule == "doubtful_page"]
    assert message_in(finding, words_in("en")) == (
        "Page 2 may have been read wrong or in part: its content is not what it was packed from."
    )


def test_a_file_whose_index_is_damaged_is_told_where_its_pages_are_lost() -> None:
    whole = changed(lambda pdf: None)
    pages = re.search(rb"/Kids \[ (\d+) 0 R", whole)
    assert pages
    lost = whole.replace(b"\n%b 0 obj" % pages[1], b"\n%b 0 0bj" % pages[1])
    try:
        letter = tildeling.parse(lost)
    except TildelingError:
        return
    assert {one.rule for one in letter.findings} & {"unread_page", "doubtful_page"}


def test_a_file_whose_index_is_lost_is_read_and_all_its_pages_are_told_at_once() -> None:
    whole = changed(lambda pdf: None)
    letter = tildeling.parse(whole.replace(b"\nxref", b"\nxreg"))
    assert letter.signatories == tildeling.parse(whole).signatories
    (finding,) = [one for one in letter.findings if one.code == "unread"]
    assert [place.page for place in finding.evidence] == [1, 2]
    assert message_in(finding, words_in("en")) == (
        "Page 1\u20132 may have been read wrong or in part: "
        "the file's index is damaged, and its parts had to be looked for."
    )


def test_a_page_that_a_damaged_tree_has_twice_is_told() -> None:
    whole = changed(lambda pdf: None)
    kids = re.search(rb"/Kids \[ (\d+ 0 R) (\d+ 0 R) \]", whole)
    assert kids
    lost = whole.replace(kids[0], b"/Kids [ %b %b ]" % (kids[1], kids[1]))
    _, pages = PdfiumReader().read(lost.replace(b"\nxref", b"\nxreg"), Limits())
    assert all(page.doubt for page in pages)


def test_damaged_text_that_no_page_is_known_to_have_is_told_on_all_pages() -> None:
    def lose(pdf: pikepdf.Pdf) -> None:
        lost = pdf.make_stream(content(pdf).read_bytes())
        another_sum(lost)
        pdf.Root["/Lost"] = lost

    _, pages = PdfiumReader().read(changed(lose), Limits())
    assert [page.doubt for page in pages] == [WHICH, WHICH]
    assert all(page.words for page in pages)


def test_a_whole_letter_saved_in_any_way_is_not_doubted() -> None:
    letter = tildeling.parse(changed(lambda pdf: None))
    assert not [one for one in letter.findings if one.code == "unread"]


@pytest.mark.parametrize(
    "whole",
    [
        b"BT /F1 12 Tf (a \\( b) Tj (c (d (e) f) g) ' ET",
        b"BT 0 Tr/f0 10 Tf[(\\000(\\000\\004\\000))-12.5<0041>]TJ ET\nEMC/Span<</MCID 4>>BDC EMC",
        b"q 10 0 0 10 0 0 cm BI /W 1 /H 1 /BPC 8 /CS /G ID \x84(xyz EI Q",
        b"BX 1 2 newer EX",
        b"% set by hand (\n0 0 m 9 9 l S",
        b"/GS0 gs/Im1 Do 0.5 w[3 2]0 d .5 -.5 m",
        b"BT (a\\\\) Tj (b \\) c) Tj [(d\\\\)-3<4142>] TJ ET",
    ],
)
def test_content_as_programs_write_it_is_not_garbled(whole: bytes) -> None:
    assert not is_garbled(whole)
    assert not lacks_operands(whole)


@pytest.mark.parametrize("end", [b"\nBT (a) Tj ET q", b"\nBT (a Tj ET", b"\n/F1 12"])
def test_content_that_is_too_long_is_looked_at_as_far_as_a_text_ends(end: bytes) -> None:
    text = b"BT /F1 12 Tf (a) Tj\nET\n"
    long = text * (LONGEST // len(text)) + end
    assert not is_garbled(long)
    assert not lacks_operands(long)
    assert is_garbled(b"Qq " + long)
    assert lacks_operands(b"Tj " + long)


def test_content_without_text_that_is_too_long_is_not_looked_at() -> None:
    assert not is_garbled(b"0 0 m 9 9 l S\n" * (LONGEST // 10))


@pytest.mark.parametrize(
    "garbled", [b"BT (a) Tj", b"BT (a) Tx ET", b"BT (a Tj ET", b"q \x9c\x01 Q", b"1 0 0 1 cn"]
)
def test_content_with_words_that_are_no_operators_is_garbled(garbled: bytes) -> None:
    assert is_garbled(garbled)


@pytest.mark.parametrize(
    "lacking", [b"1 0 0 1 0 cm", b"BT Tj ET", b"(a) 5 (b)] TJ", b"(a) TJ", b"5 m", b"/F1 Tf"]
)
def test_an_operator_without_what_it_asks_for_is_seen(lacking: bytes) -> None:
    assert lacks_operands(lacking)
