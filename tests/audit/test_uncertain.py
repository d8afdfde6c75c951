"""Figures read off pictures are told where nothing makes them sure. The pictures are made up: what
a second reading has is said of words of letters that were born as text."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

import pytest

import tildeling
from laid_letters import LETTERS
from set_letters import BASE, NEW_ONLY, read_letter, table
from tildeling.letter import Finding, Letter
from tildeling.limits import Limits
from tildeling.read.page import Page, Word
from tildeling.read.pdfium import PdfiumReader


@dataclass
class Scanner:
    """Reads PDFs as if their pages were pictures."""

    others: Mapping[str, str] = field(default_factory=dict)
    """What a second reading has instead of words."""
    read_twice: bool = True
    pages: frozenset[int] | None = None
    lost: str = ""
    """A word whose ink is there and that was not read."""

    def read(self, data: bytes, limits: Limits) -> tuple[str | None, tuple[Page, ...]]:
        producer, pages = PdfiumReader().read(data, limits)
        return producer, tuple(
            self._scanned(page) if self.pages is None or page.number in self.pages else page
            for page in pages
        )

    def _scanned(self, page: Page) -> Page:
        words = tuple(self._doubted(word) for word in page.words if word.text != self.lost)
        unread = tuple(word[1:5] for word in page.words if word.text == self.lost)
        return replace(page, words=words, ocr=True, read_twice=self.read_twice, unread=unread)

    def _doubted(self, word: Word) -> Word:
        return word._replace(doubt=self.others.get(word.text))


TABLE = table(
    ("841", "21", "Spesielle driftsutgifter", "33 917", "2 000", "35 917"),
    ("", "70", "Tilskudd", "219 650", "5 500", "225 150"),
)
PLAIN = table(
    ("841", "21", "Spesielle driftsutgifter", "35 917"),
    ("", "70", "Tilskudd", "225 150"),
    heads=NEW_ONLY,
)


def told(letter: Letter) -> list[tuple[str, str, str | None]]:
    return [
        (finding.severity, finding.values.get("readings", ""), finding.key)
        for finding in letter.findings
        if finding.code == "ocr_uncertain"
    ]


def uncertain(letter: Letter) -> list[Finding]:
    return [finding for finding in letter.findings if finding.code == "ocr_uncertain"]


def test_an_amount_that_two_readings_give_differently_is_told_with_its_post() -> None:
    letter = read_letter(PLAIN, title=BASE, reader=Scanner({"917": "911"}))
    assert told(letter) == [("warning", "«35 917» / «35 911»", "841/21")]
    (row,) = [row for row in letter.budget_tables[0].rows if row.post == 21]
    (place,) = uncertain(letter)[0].evidence
    (whole,) = row.evidence
    assert place.text == "35 917"
    assert place.bbox is not None
    assert whole.bbox is not None
    assert whole.bbox[0] <= place.bbox[0]
    assert place.bbox[2] <= whole.bbox[2]


def test_a_row_that_adds_up_makes_its_amounts_sure() -> None:
    assert told(read_letter(TABLE, reader=Scanner({"917": "911", "5": "6"}))) == []


def test_a_total_of_its_rows_makes_them_sure() -> None:
    rows = (
        ("841", "21", "Spesielle driftsutgifter", "35 917"),
        ("", "70", "Tilskudd", "225 150"),
        ("", "", "Sum", "261 067"),
    )
    summed = table(*rows, heads=NEW_ONLY)
    assert told(read_letter(summed, title=BASE, reader=Scanner({"917": "911"}))) == []


def test_an_amount_that_text_and_table_give_for_a_post_is_sure() -> None:
    said = "Det stilles 35 917 000 kroner til disposisjon på kap. 841, post 21.\n"
    one = Scanner({"35": "36"})
    alone = read_letter(f"{said}\n", title=BASE, reader=one)
    assert told(alone) == [("warning", "«35 917 000» / «36 917 000»", "841/21")]
    plain = PLAIN.replace("35 917", "35917")
    assert told(read_letter(f"{plain}\n{said}\n", title=BASE, reader=one)) == []


def test_a_post_is_told_unless_it_stands_elsewhere_and_the_other_does_not() -> None:
    named = "Det stilles 5 mill. kroner til disposisjon på kap. 841, post 21.\n"
    again = "Midlene på kap. 841, post 21 kan nyttes til drift.\n"
    missed = read_letter(named + again, title=BASE, reader=Scanner({"21.": ""}))
    assert told(missed) == []
    once = read_letter(named, title=BASE, reader=Scanner({"21.": "27."}))
    assert told(once) == [("warning", "«21» / «27»", "841/21")]
    assert told(read_letter(named + again, title=BASE, reader=Scanner({"21.": "27."}))) == []


def test_a_deadline_is_told_with_its_assignment() -> None:
    body = "#heading(numbering: none)[2. Oppdrag]\n*Oppdrag 2025-01 Ny ordning*\n\n"
    body += "Direktoratet skal sende en plan innen 15. mars 2025.\n"
    letter = read_letter(body, title=BASE, date="20. desember 2024", reader=Scanner({"15.": "16."}))
    assert told(letter) == [("warning", "«15» / «16»", "2025-01")]


def test_the_head_of_a_letter_is_told() -> None:
    letter = read_letter(
        PLAIN, title=BASE, reader=Scanner({"16.": "18.", "24/3003-21": "24/3008-21"})
    )
    assert told(letter) == [
        ("warning", "«16» / «18»", "2025-06-16"),
        ("warning", "«24/3003-21» / «24/3008-21»", "24/3003-21"),
    ]


def test_figures_of_running_text_are_counted_once() -> None:
    body = "Rundt 340 personer deltok i 28 møter.\n"
    letter = read_letter(body, title=BASE, reader=Scanner({"340": "840", "28": "23"}))
    assert [(severity, key) for severity, _, key in told(letter)] == [("info", None)]


def test_a_unit_that_is_in_doubt_is_told_with_all_its_table() -> None:
    body = f"Tabellen viser bevilgningen i mill. kroner.\n\n{PLAIN}"
    body = (
        body.replace("(i 1 000 kroner)", "").replace("35 917", "35,9").replace("225 150", "225,1")
    )
    letter = read_letter(body, title=BASE, reader=Scanner({"mill.": "mrd."}))
    assert [key for _, _, key in told(letter)] == [None]
    assert letter.budget_tables[0].evidence[0] in uncertain(letter)[0].evidence


@pytest.mark.parametrize(
    ("pages", "source", "ocr_pages"),
    [(None, "ocr", (1, 2, 3, 4)), (frozenset({2, 3}), "mixed", (2, 3)), (frozenset(), "pdf", ())],
)
def test_the_source_says_which_pages_are_pictures(
    pages: frozenset[int] | None, source: str, ocr_pages: tuple[int, ...]
) -> None:
    reader = Scanner(pages=pages)
    letter = tildeling.parse(LETTERS / "kyst-2025-tildelingsbrev.pdf", reader=reader)
    assert (letter.source.text_source, letter.source.ocr_pages) == (source, ocr_pages)
    written = letter.model_dump_json()
    assert ('"ocr_pages"' in written) == bool(ocr_pages)
    assert Letter.model_validate_json(written) == letter


def test_figures_of_a_scan_that_has_its_own_text_are_sure_by_sums_alone() -> None:
    once = Scanner(read_twice=False)
    summed, plain = (read_letter(body, title=BASE, reader=once) for body in (TABLE, PLAIN))
    keys = {finding.key for finding in uncertain(plain) if finding.rule == "read_once"}
    assert {"841/21", "841/70"} <= keys
    assert [f.values["pages"] for f in uncertain(plain) if f.rule == "text_layer"] == ["1"]
    assert [f.values["figures"] for f in uncertain(plain) if f.key == "841/21"] == [
        "«21», «35 917»"
    ]
    (amounts,) = [f.values["figures"] for f in uncertain(summed) if f.key == "841/21"]
    assert amounts == "«21»"


def test_ink_that_was_not_read_in_an_empty_cell_is_told_with_the_row() -> None:
    rows = (
        ("841", "21", "Spesielle driftsutgifter", "33 917", "2000", "35 917"),
        ("", "70", "Tilskudd", "219 650", "5 500", "225 150"),
        ("", "71", "Andre tilskudd", "9 000", "", "9 000"),
    )
    (lost,) = uncertain(read_letter(table(*rows), reader=Scanner(lost="2000")))
    assert (lost.rule, lost.severity, lost.key) == ("lost_cell", "warning", "841/21")
    assert uncertain(read_letter(table(*rows), reader=Scanner())) == []
    # Elsewhere on the page, or in a row that has all its cells, ink may be anything.
    assert uncertain(read_letter(table(*rows), reader=Scanner(lost="16."))) == []
