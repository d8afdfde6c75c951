"""What was put on a page after the letter was written changes nothing in the letter."""

from __future__ import annotations

import pytest

from marked_letters import HEIGHT, WIDTH, box, changed, drawn, facts, plain, text
from pdf_builder import PdfPage, pdf, show
from tildeling.limits import Limits
from tildeling.page.lines import Line
from tildeling.read.pdfium import PdfiumReader
from tildeling.read.plumber import PlumberReader
from tildeling.read.source import open_document
from tildeling.text.lay_out import gather

STAMPS = {
    "received, over the letterhead": text(430, 800, 10, "MOTTATT 12.03.2027"),
    "received, beside the letterhead": text(400, 752, 12, "MOTTATT 12.03.2027"),
    "received, boxed, four lines": box(390, 690, 150, 70)
    + text(400, 742, 11, "MOTTATT")
    + text(400, 728, 9, "Kaidirektoratet")
    + text(400, 715, 9, "14.01.2027")
    + text(400, 702, 9, "Saksnr. 27/12"),
    "approved, with a name": text(380, 770, 9, "Godkjent 3. mars 2027 OLA NORDMANN"),
    "copy": text(480, 790, 24, "KOPI", grey=0.4),
    "copy, over the text": text(220, 400, 60, "KOPI", grey=0.8),
    "withheld": text(71, 805, 10, "UNNTATT OFFENTLIGHET, jf. offl. § 13"),
    "document number": text(440, 820, 7, "Dok.id 4711"),
    "archive system's head": text(71, 822, 7, "Arkivkode: 123   Journalpost 2027/999-3"),
    "bar code": text(400, 795, 12, "*2027000999*"),
    "bar code's digits": text(400, 775, 9, "202700099912345"),
    "turned stamp in a box": box(470, 300, 40, 130)
    + text(485, 310, 12, "GODKJENT", angle=90)
    + text(500, 310, 9, "12.03.2027", angle=90),
    "slanted stamp": text(350, 600, 20, "EKSPEDERT 12.03.2027", angle=30),
    "stamp upside down": text(300, 830, 9, "ARKIVERT 2027/999", angle=180),
}
MARGINS = {
    "archive number up the left": text(30, 300, 7, "Dokumentet er godkjent, 2027/999", angle=90),
    "archive number down the right": text(570, 600, 8, "Dok.nr. 4711, 12.03.2027", angle=270),
    "two lines up the margin": text(20, 300, 7, "Elektronisk godkjent 12.03.2027", angle=90)
    + text(29, 300, 7, "Frist 1. mai 2029, 500 000 kroner", angle=90),
    "print up the margin, near the text": text(50, 200, 8, "Kopi arkivert 1. mai 2029", angle=90),
    "tick": text(545, 500, 12, "x"),
    "tick at the left": text(48, 430, 11, "v"),
    "initials": text(548, 640, 9, "KHN"),
    "line numbers in the rim": "".join(
        text(28, HEIGHT - 80 - 14 * at, 6, str(at + 1), grey=0.5) for at in range(48)
    ),
    "line numbers near the text, in its size": "".join(
        text(48, HEIGHT - 75 - 16.5 * at, 10, str(at + 1)) for at in range(40)
    ),
    "every fifth line numbered, at the right": "".join(
        text(548, HEIGHT - 120 - 70 * at, 8, str(5 * at + 5)) for at in range(9)
    ),
    "print date at the foot": text(71, 18, 7, "Utskrift 12.03.2027 kl. 14:05 av kni"),
}
WATERMARKS = {
    "draft": text(130, 200, 100, "UTKAST", angle=45, grey=0.85),
    "withheld": text(60, 130, 56, "UNNTATT OFFENTLIGHET", angle=45, grey=0.85),
    "level": text(90, 420, 90, "UTKAST", grey=0.85),
}


@pytest.mark.parametrize("mark", STAMPS)
def test_a_stamp_on_the_first_page_changes_nothing(mark: str) -> None:
    assert facts(drawn(plain(), STAMPS[mark], pages={0})) == facts(plain())


@pytest.mark.parametrize("mark", MARGINS)
def test_a_mark_in_the_margin_of_every_page_changes_nothing(mark: str) -> None:
    assert facts(drawn(plain(), MARGINS[mark])) == facts(plain())


@pytest.mark.parametrize("under", [True, False], ids=["under", "over"])
@pytest.mark.parametrize("mark", WATERMARKS)
def test_a_watermark_changes_nothing(mark: str, under: bool) -> None:
    assert facts(drawn(plain(), WATERMARKS[mark], under=under)) == facts(plain())


def test_the_second_reader_looks_past_marks_too() -> None:
    everything = drawn(plain(), "".join([*MARGINS.values()][:3]) + WATERMARKS["draft"])
    assert facts(everything, PlumberReader()) == facts(plain())


@pytest.mark.parametrize("angle", [90, 180, 270])
def test_a_stamped_letter_shown_sideways_says_the_same(angle: int) -> None:
    stamped = drawn(plain(), STAMPS["copy"] + MARGINS["archive number up the left"])

    def turn(page: object) -> None:
        page.rotate(angle, relative=True)  # type: ignore[attr-defined]

    assert facts(changed(stamped, turn)) == facts(plain())


def test_text_that_runs_into_the_rim_is_no_mark() -> None:
    line = (
        "av en tekst som er satt helt ut til kanten av arket, over og under, helt til siste linje"
    )
    content = "".join(
        show(f"Linje {at} {line}", 30, HEIGHT - 20 - 16 * at, size=11) for at in range(51)
    )
    data = pdf(PdfPage(content, media_box=(0, 0, WIDTH, HEIGHT)))
    found = gather(open_document(data, Limits(), PdfiumReader()))
    assert [part.text.split()[1] for part in found.parts if isinstance(part, Line)] == [
        str(at) for at in range(51)
    ]


def test_a_column_of_initials_is_no_mark() -> None:
    column = "".join(text(548, 600 - 16 * at, 10, "KLD") for at in range(4))
    found = gather(open_document(drawn(plain(), column, pages={0}), Limits(), PdfiumReader()))
    assert sum(line.text.endswith("KLD") for line in found.lines) == 4


@pytest.mark.parametrize("label", ["Kopi", "Gjenpart"])
def test_the_copies_on_a_page_of_their_own_are_no_stamp(label: str) -> None:
    body = "".join(
        show(f"Linje {at} av et brev som er satt i sin vanlige skrift", 71, 700 - 16 * at, size=11)
        for at in range(12)
    )
    names = (label, "Riksrevisjonen", "Mattilsynet", "Statens vegvesen")
    copies = "".join(show(name, 71, HEIGHT - 78 - 13 * at, size=9) for at, name in enumerate(names))
    pages = [PdfPage(content, media_box=(0, 0, WIDTH, HEIGHT)) for content in (body, copies)]
    found = gather(open_document(pdf(*pages), Limits(), PdfiumReader()))
    texts = [part.text for part in found.parts if isinstance(part, Line)]
    assert texts[-4:] == list(names)
