"""Pages that are pictures: told without recognition, read with it, and each for itself."""

from __future__ import annotations

import io
import sys
from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path

import pikepdf
import pytest

import tildeling
from pdf_builder import PdfPage, pdf, show
from tildeling import Limits, MissingExtraError, NoTextLayerError, TooLargeError
from tildeling.batch.recognise import processes_for_ocr, see_in_processes
from tildeling.errors import TildelingError
from tildeling.ocr.engines import ReadLine
from tildeling.ocr.pictures import Grey
from tildeling.ocr.reader import OcrReader, Seen

FIXTURES = Path(__file__).parents[1] / "fixtures"
SCAN = FIXTURES / "scans" / "oppdrag-2024-tillegg-2.pdf"
LINES = ("Tillegg nr. 1 til tildelingsbrev for 2026 til Helsedirektoratet", "Frist: 1. mai 2026")
LETTER = FIXTURES / "letters" / "helsearkiv-2026-korrigering.pdf"


class Blind:
    """An engine that sees nothing, and counts what it was shown."""

    name = "blind"

    def __init__(self) -> None:
        self.shown = 0

    def read(self, picture: Grey) -> tuple[ReadLine, ...]:
        self.shown += 1
        return ()

    def read_line(self, line: Grey) -> tuple[str, float]:
        return "", 0.0


def joined(*paths: Path, length: float | None = None) -> bytes:
    """The pages of files as one; the last one so many points long."""
    with pikepdf.new() as whole:
        for path in paths:
            with pikepdf.open(path) as part:
                whole.pages.extend(part.pages)
        if length is not None:
            whole.pages[-1].MediaBox = [0, 0, length / 2, length]
            whole.pages[-1].contents_coalesce()
            drawn = f"q {length / 2} 0 0 {length} 0 0 cm /P Do Q".encode()
            whole.pages[-1].Contents = whole.make_stream(drawn)
        made = io.BytesIO()
        whole.save(made)
    return made.getvalue()


def test_the_error_says_which_pages_are_pictures_and_what_reads_them() -> None:
    with pytest.raises(NoTextLayerError) as raised:
        tildeling.parse(joined(SCAN, SCAN), name="brev.pdf")
    assert str(raised.value) == (
        "brev.pdf has no text: pages 1–2 are pictures. --ocr (in Python ocr=True) reads pictures."
    )


def test_the_error_says_what_to_install_where_the_extra_is_missing(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setitem(sys.modules, "rapidocr", None)
    with pytest.raises(NoTextLayerError) as raised:
        tildeling.parse(SCAN)
    assert "pip install 'tildeling[ocr]'" in raised.value.hint


@pytest.mark.parametrize("isolated", [False, True])
def test_a_missing_extra_is_told_before_the_file_is_looked_at(
    monkeypatch: pytest.MonkeyPatch, isolated: bool
) -> None:
    monkeypatch.setitem(sys.modules, "rapidocr", None)
    with pytest.raises(MissingExtraError, match="rapidocr"):
        tildeling.parse("no such file", ocr=True, isolated=isolated)


def test_recognition_and_a_reader_are_not_both_given() -> None:
    with pytest.raises(ValueError, match="not both"):
        tildeling.parse(SCAN, ocr=True, reader=OcrReader(Blind()))


def test_a_letter_that_is_text_is_the_same_with_and_without_recognition() -> None:
    plain, read = tildeling.parse(LETTER), tildeling.parse(LETTER, ocr=True)
    assert plain.model_dump_json() == read.model_dump_json()


def test_a_picture_among_pages_of_text_is_told_with_what_reads_it() -> None:
    letter = tildeling.parse(joined(LETTER, SCAN))
    (finding,) = (one for one in letter.findings if one.rule == "unread_page")
    assert "ocr=True" in finding.message
    assert [place.page for place in finding.evidence] == [2]


def test_only_pages_that_are_pictures_are_shown_to_the_engine() -> None:
    engine = Blind()
    letter = tildeling.parse(joined(LETTER, SCAN, LETTER), reader=OcrReader(engine))
    assert engine.shown == 1
    assert [one.rule for one in letter.findings if one.rule == "unread_page"] == []


def test_a_file_in_whose_pictures_nothing_can_be_read_has_no_text() -> None:
    with pytest.raises(NoTextLayerError, match="off the pictures of page 1"):
        tildeling.parse(SCAN, reader=OcrReader(Blind()))


def test_a_poster_is_too_large_and_never_drawn() -> None:
    engine = Blind()
    with pytest.raises(TooLargeError, match="page 1: it is 500 cm long"):
        tildeling.parse(joined(SCAN, length=14_173), reader=OcrReader(engine))
    assert engine.shown == 0


def test_a_poster_among_pages_of_text_is_told_and_they_are_read() -> None:
    letter = tildeling.parse(joined(LETTER, SCAN, length=14_173), reader=OcrReader(Blind()))
    (finding,) = (one for one in letter.findings if one.rule == "unread_page")
    assert "it is 500 cm long" in finding.message
    assert letter.budget_tables


def test_a_page_over_its_time_costs_that_page() -> None:
    limits = Limits(max_seconds_per_ocr_page=0.001)
    with pytest.raises(TooLargeError, match=r"page 1: .*within 0\.001 seconds"):
        tildeling.parse(SCAN, ocr=True, limits=limits)
    letter = tildeling.parse(joined(LETTER, SCAN), ocr=True, limits=limits)
    assert [one.rule for one in letter.findings if one.rule == "unread_page"] == ["unread_page"]


def test_a_page_that_crashes_what_reads_it_costs_that_page() -> None:
    class Crashing(Blind):
        def read(self, picture: Grey) -> tuple[ReadLine, ...]:
            raise RuntimeError("the engine fell over")

        def read_line(self, line: Grey) -> tuple[str, float]:
            return "", 0.0

    letter = tildeling.parse(joined(LETTER, SCAN), reader=OcrReader(Crashing()))
    (finding,) = (one for one in letter.findings if one.rule == "unread_page")
    assert "the engine fell over" in finding.message


def test_a_scan_with_a_text_of_its_own_is_read_by_that_where_its_picture_cannot_be() -> None:
    hidden = "".join(show(line, 40, 260 - 14 * at) for at, line in enumerate(LINES))
    own = pdf(PdfPage(f"3 Tr {hidden} q 400 0 0 300 0 0 cm /P Do Q", pictures=["P"]))

    def failing(data: bytes, numbers: Sequence[int]) -> Iterator[tuple[int, Seen]]:
        return ((number, TooLargeError("too long")) for number in numbers)

    letter = tildeling.parse(own, reader=OcrReader(see=failing))
    assert letter.title.startswith(LINES[0])
    assert [one.rule for one in letter.findings if one.rule == "unread_page"] == []


def test_pages_are_put_in_their_order_whichever_is_done_first() -> None:
    asked: list[int] = []

    def backwards(data: bytes, numbers: Sequence[int]) -> Iterator[tuple[int, Seen]]:
        for number in reversed(numbers):
            asked.append(number)
            yield number, TildelingError(f"page number {number}")

    letter = tildeling.parse(joined(LETTER, SCAN, SCAN), reader=OcrReader(see=backwards))
    assert asked == [3, 2]
    told = [one for one in letter.findings if one.rule == "unread_page"]
    assert [f"page number {one.evidence[0].page}" in one.message for one in told] == [True, True]


def test_there_are_no_more_processes_than_the_machine_has_memory_for(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("os.cpu_count", lambda: 64)
    told = {"SC_PHYS_PAGES": 3_000_000, "SC_PAGE_SIZE": 4096}
    monkeypatch.setattr("os.sysconf", told.__getitem__)
    assert processes_for_ocr() == 11
    told["SC_PHYS_PAGES"] = 1000
    assert processes_for_ocr() == 1


def test_a_process_that_may_start_none_reads_the_pages_itself(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    engine = Blind()
    monkeypatch.setattr("tildeling.batch.recognise.may_have_children", lambda: False)
    monkeypatch.setattr("tildeling.ocr.engines.RapidEngine", lambda: engine)
    reader = OcrReader(see=partial(see_in_processes, Limits()))
    tildeling.parse(joined(LETTER, SCAN), reader=reader)
    assert engine.shown == 1
