"""What a scan says only as long as its picture is measured just so is told. The pictures are made
up: what each further reading has is said of words of letters that were born as text."""

from __future__ import annotations

from dataclasses import dataclass, replace

from set_letters import BASE, NEW_ONLY, read_letter, table
from tildeling.letter import Finding, Letter
from tildeling.limits import Limits
from tildeling.read.page import Page
from tildeling.read.pdfium import PdfiumReader

PLAIN = table(
    ("841", "21", "Spesielle driftsutgifter", "35 917"),
    ("", "70", "Tilskudd", "225 150"),
    heads=NEW_ONLY,
)
ASSIGNMENTS = """#heading(numbering: none)[2. Oppdrag]

*Oppdrag 2025-01 Ny ordning*

Tilsynet skal lage en veileder. Frist: 1. oktober 2025.

*Oppdrag 2025-02 Samlokalisering*

Tilsynet skal vurdere flere kontorer. Frist: 3. november 2025.
"""


@dataclass
class Shaker:
    """Reads PDFs as if their pages were pictures, measured again without some of their words."""

    lost: tuple[str, ...]
    """For each further reading a word that it has not."""

    def read(self, data: bytes, limits: Limits) -> tuple[str | None, tuple[Page, ...]]:
        producer, pages = PdfiumReader().read(data, limits)
        return producer, tuple(self._scanned(page) for page in pages)

    def _scanned(self, page: Page) -> Page:
        words = (tuple(word for word in page.words if word.text != lost) for lost in self.lost)
        return replace(page, ocr=True, read_twice=True, shaken=tuple(words))


def unsteady(letter: Letter) -> list[Finding]:
    return [finding for finding in letter.findings if finding.rule == "unsteady_item"]


def test_a_letter_that_says_the_same_however_it_is_measured_is_steady() -> None:
    assert unsteady(read_letter(PLAIN, title=BASE, reader=Shaker(("", "Tilskudd")))) == []


def test_a_row_that_another_reading_has_otherwise_is_told_with_its_post() -> None:
    letter = read_letter(PLAIN, title=BASE, reader=Shaker(("", "917")))
    (finding,) = unsteady(letter)
    (row,) = [row for row in letter.budget_tables[0].rows if row.post == 21]
    assert (finding.code, finding.severity, finding.key) == ("ocr_uncertain", "warning", "841/21")
    assert finding.evidence == row.evidence


def test_an_assignment_that_another_reading_joins_to_the_one_before_is_told_with_its_day() -> None:
    letter = read_letter(ASSIGNMENTS, title=BASE, reader=Shaker(("", "2025-02")))
    (finding,) = unsteady(letter)
    assert finding.key == "2025-02"
    assert "2025-02: 3. november 2025" in finding.values["items"]


def test_what_the_first_reading_says_is_taken() -> None:
    letter = read_letter(PLAIN, title=BASE, reader=Shaker(("150", "150")))
    (row,) = [row for row in letter.budget_tables[0].rows if row.post == 70]
    assert row.amounts == (225_150_000,)
    assert [finding.key for finding in unsteady(letter)] == ["841/70"]


def test_other_readings_that_are_no_letter_say_nothing() -> None:
    class Emptied(Shaker):
        def _scanned(self, page: Page) -> Page:
            return replace(super()._scanned(page), shaken=(page.words[-2:],))

    letter = read_letter(PLAIN, title=BASE, reader=Emptied(()))
    assert unsteady(letter) == []
    assert len(letter.budget_tables[0].rows) >= 2
