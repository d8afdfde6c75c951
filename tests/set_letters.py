"""Small letters set as PDF for one rule each, and read again."""

from __future__ import annotations

from collections.abc import Sequence

from make import set_letter

import tildeling
from tildeling.letter import Deadline, Letter
from tildeling.read.page import Reader

HEADS = ("Kap.", "Post", "Betegnelse", "Tidligere bevilgning", "Endring", "Ny bevilgning")
ADDENDUM = "Tillegg nr. 3 til tildelingsbrev for 2025 til Familievernstilsynet"
BASE = "Tildelingsbrev for 2025 til Familievernstilsynet"
NEW_ONLY = ("Kap.", "Post", "Betegnelse", "Bevilgning 2025")


def table(
    *rows: Sequence[str], heads: Sequence[str] = HEADS, unit: str = "(i 1 000 kroner)"
) -> str:
    """A budget table in Typst; each row as its cells."""

    def cells(row: Sequence[str]) -> str:
        return "(" + ", ".join(f'"{cell}"' for cell in row) + ",)"

    lines = ", ".join(map(cells, rows))
    return f"#budget-table({cells(heads)}, unit: [{unit}], ({lines},))\n"


def read_letter(
    body: str,
    *,
    title: str | None = None,
    date: str = "16. juni 2025",
    numbering: str = '"1.1"',
    reader: Reader | None = None,
) -> Letter:
    """The letter with a body in Typst, set and parsed; an addendum without another title."""
    source = f"""#import "/template.typ": *
#show: letter.with(font: "New Computer Modern", size: 11pt, pages: "side")
#set heading(numbering: {numbering})
#letterhead("Barne- og familiedepartementet")
#address("Familievernstilsynet", "Postboks 40", "3901 PORSGRUNN")
#references-beside("", "24/3003-21", "{date}")
#title[{title or ADDENDUM}]
{body}
#signatories([Med hilsen], ("Tone Rustad (e.f.)", "avdelingsdirektør"))
"""
    return tildeling.parse(set_letter(source), reader=reader)


def deadlines_told(sentences: str, before: str = "") -> list[Deadline]:
    """What some sentences set in the one assignment of a letter for 2025, after other blocks."""
    head = "#heading(numbering: none)[2. Oppdrag]\n*Oppdrag 2025-01 Ny ordning*\n\n"
    letter = read_letter(f"{head}{before}{sentences}\n", title=BASE, date="20. desember 2024")
    (assignment,) = letter.assignments
    return list(assignment.deadlines)


def found(letter: Letter, *severities: str) -> list[tuple[str, str | None]]:
    """Code and key of each finding, those of some severities only."""
    wanted = severities or ("error", "warning")
    return [(f.code, f.key) for f in letter.findings if f.severity in wanted]
