"""A letter set in Typst, and the same with something drawn on it or done to its pages."""

from __future__ import annotations

import io
from collections.abc import Callable, Collection
from functools import cache
from typing import Any

import pikepdf
from make import set_letter

import tildeling
from tildeling.letter import Letter
from tildeling.read.page import Reader

WIDTH, HEIGHT = 595.28, 841.89

SOURCE = """#import "/template.typ": *
#show: letter.with(font: "New Computer Modern", size: 11pt, pages: "side")
#set heading(numbering: "1.1")
#letterhead("Havnedepartementet")
#address("Kaidirektoratet", "Postboks 12", "3601 KONGSBERG")
#references-beside("", "25/1180-4", "18. desember 2025")
#title[Tildelingsbrev for 2026 til Kaidirektoratet]
Havnedepartementet viser til Prop. 1 S (2025–2026) og Innst. 13 S (2025–2026). Stortinget vedtok
budsjettet 15. desember 2025, og departementet stiller med dette midlene til disposisjon.
= Oppdrag
#assignment[Oppdrag 2026-01 Kart over kaier]
Kaidirektoratet skal kartlegge tilstanden på alle kaier som er eldre enn 40 år, og foreslå hvilke
som bør rustes opp først. Arbeidet skal skje i samråd med kommunene langs kysten.

Frist: 1. oktober 2026
#assignment[Oppdrag 2026-02 Tilsyn med fortøyninger]
Kaidirektoratet skal føre tilsyn med fortøyningene i de ti største havnene. Det stilles 3,5 mill.
kroner til disposisjon over kap. 1401, post 45.

Frist: 15. mars 2027
= Budsjett
Midlene fordeler seg slik:
#budget-table(("Kap.", "Post", "Betegnelse", "Saldert 2025", "Endring", "Bevilgning 2026"),
  unit: [(i 1 000 kroner)],
  (("1401", "01", "Driftsutgifter", "182 400", "4 100", "186 500"),
   ("1401", "21", "Spesielle driftsutgifter", "14 300", "-800", "13 500"),
   ("1401", "45", "Større utstyrsanskaffelser", "29 000", "2 200", "31 200"),
   ("", "", "Sum", "225 700", "5 500", "231 200"),))
#pagebreak()
= Rapportering
Årsrapporten for 2026 skal sendes departementet innen 15. mars 2027. Virksomheten skal dessuten
rapportere per tertial, første gang innen 1. juni 2026, og andre gang innen 1. oktober 2026.
#signatories([Med hilsen], ("Tordis Nygaard (e.f.)", "ekspedisjonssjef"))
"""


@cache
def plain() -> bytes:
    """The letter as it was sent."""
    return set_letter(SOURCE)


def text(x: float, y: float, size: float, words: str, *, angle: int = 0, grey: float = 0.0) -> str:
    """Operators that print words in Helvetica from x, y on (from the lower left)."""
    turn = {
        0: "1 0 0 1",
        30: ".866 .5 -.5 .866",
        45: ".707 .707 -.707 .707",
        90: "0 1 -1 0",
        180: "-1 0 0 -1",
        270: "0 -1 1 0",
    }
    return f"BT {grey} g /FX {size} Tf {turn[angle]} {x} {y} Tm ({words}) Tj ET "


def box(x: float, y: float, width: float, height: float) -> str:
    """Operators that draw a rectangle's outline."""
    return f"0.8 w {x} {y} {width} {height} re S "


def drawn(
    data: bytes, content: str, *, pages: Collection[int] | None = None, under: bool = False
) -> bytes:
    """The PDF with operators drawn over or under its pages (counted from 0), font /FX."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        font = pdf.make_indirect(
            pikepdf.Dictionary(
                Type=pikepdf.Name.Font,
                Subtype=pikepdf.Name.Type1,
                BaseFont=pikepdf.Name.Helvetica,
                Encoding=pikepdf.Name.WinAnsiEncoding,
            )
        )
        form = pdf.make_stream(content.encode("cp1252"))
        form["/Type"], form["/Subtype"] = pikepdf.Name.XObject, pikepdf.Name.Form
        form["/BBox"] = pikepdf.Array([0, 0, 1000, 1000])
        form["/Resources"] = pikepdf.Dictionary(Font=pikepdf.Dictionary(FX=font))
        for number, page in enumerate(pdf.pages):
            if pages is None or number in pages:
                name = page.add_resource(form, pikepdf.Name.XObject)
                page.contents_add(b"q", prepend=True)
                page.contents_add(b"Q")
                page.contents_add(f"q {name} Do Q".encode(), prepend=under)
        return _saved(pdf)


def changed(data: bytes, change: Callable[[Any], None]) -> bytes:
    """The PDF with something done to each of its pages."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        for page in pdf.pages:
            change(page)
        return _saved(pdf)


def _saved(pdf: pikepdf.Pdf) -> bytes:
    out = io.BytesIO()
    pdf.save(out)
    return out.getvalue()


def facts(data: bytes, reader: Reader | None = None) -> Any:
    """All that a letter says but its places, pages and findings."""
    return _facts(tildeling.parse(data, reader=reader))


def _facts(letter: Letter) -> Any:
    def bare(value: Any) -> Any:
        if isinstance(value, dict):
            left_out = ("source", "evidence", "findings", "page")
            return {key: bare(item) for key, item in value.items() if key not in left_out}
        return [bare(item) for item in value] if isinstance(value, list) else value

    return bare(letter.model_dump(mode="json"))
