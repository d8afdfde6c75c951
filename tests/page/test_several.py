"""Of several letters in one file the first is read, the others are told."""

from __future__ import annotations

import io

import pikepdf
import pytest
from make import set_letter

import tildeling
from facts import LETTERS
from marked_letters import SOURCE, facts, plain

ADDENDUM = LETTERS / "inkludering-2021-tillegg-4.pdf"
NYNORSK = LETTERS / "naturskade-2023-tillegg-2-nn.pdf"


def joined(*files: bytes) -> bytes:
    with pikepdf.Pdf.new() as pdf:
        for data in files:
            with pikepdf.open(io.BytesIO(data)) as part:
                pdf.pages.extend(part.pages)
        out = io.BytesIO()
        pdf.save(out)
        return out.getvalue()


@pytest.mark.parametrize("other", [ADDENDUM, NYNORSK], ids=["without letterhead", "with"])
def test_the_first_of_two_letters_says_what_it_says_alone(other: object) -> None:
    data = joined(plain(), other.read_bytes())  # type: ignore[attr-defined]
    assert facts(data) == facts(plain())


def test_each_other_letter_is_told_with_its_pages() -> None:
    letter = tildeling.parse(joined(plain(), NYNORSK.read_bytes(), plain()))
    told = [found for found in letter.findings if found.code == "several_letters"]
    pages = len(pikepdf.open(NYNORSK).pages)
    assert [found.values["pages"] for found in told] == [
        f"3\u2013{2 + pages}",
        f"{3 + pages}\u2013{4 + pages}",
    ]
    assert [found.severity for found in told] == ["warning", "warning"]
    assert told[0].evidence[0].page == 3
    assert told[1].evidence[0].text == "Tildelingsbrev for 2026 til Kaidirektoratet"


def test_the_same_letter_twice_is_two() -> None:
    letter = tildeling.parse(joined(plain(), plain()))
    assert [found.code for found in letter.findings].count("several_letters") == 1


def test_an_attachment_with_a_title_of_its_own_is_no_letter() -> None:
    attachment = """
#pagebreak()
Vedlegg 1
#title[Tildelingsbrev 2026: fordeling av midler]
Postboks 12, 3601 KONGSBERG. Dato for fordelingen er 1. juli 2026.
"""
    letter = tildeling.parse(set_letter(SOURCE + attachment))
    assert "several_letters" not in [found.code for found in letter.findings]


@pytest.mark.parametrize(
    ("listed", "others"), [("Vedlegg: Tildelingsbrev 2026", 0), ("Vedlegg: Kart over havnene", 1)]
)
def test_the_letter_that_a_cover_letter_attaches_is_a_part_of_it(listed: str, others: int) -> None:
    attached = f"""
Med hilsen

{listed}
#pagebreak()
#text(size: 20pt)[Tildelingsbrev 2026 – Kaidirektoratet]

Departementet gir i dette brevet rammene for direktoratet i året som kommer.
"""
    letter = tildeling.parse(set_letter(SOURCE + attached))
    assert [found.code for found in letter.findings].count("several_letters") == others


def test_the_tables_of_all_letters_in_a_file_are_listed() -> None:
    found = tildeling.tables(joined(plain(), ADDENDUM.read_bytes()))
    assert found[-1].pages == (len(pikepdf.open(io.BytesIO(plain())).pages) + 3,)
