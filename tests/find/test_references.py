"""References to documents and places."""

from __future__ import annotations

import pytest

from tildeling.find.references import find_references

Reference = tuple[str, str | None, str | None]

REFERENCES: list[tuple[str, list[Reference]]] = [
    ("Prop. 127 S (2019 – 2020)", [("proposition", "127 S", "2019-2020")]),
    ("Prop.\u00a01\u00a0S (2025–2026)", [("proposition", "1 S", "2025-2026")]),
    ("Prop. 1 S Tillegg 1 (2015–2016)", [("proposition", "1 S Tillegg 1", "2015-2016")]),
    ("lov.Prop. 123 L (2019-2020)", [("proposition", "123 L", "2019-2020")]),
    ("St.prp. nr. 1 (2007-2008)", [("proposition", "1", "2007-2008")]),
    ("Ot.prp. nr. 3", [("proposition", "3", None)]),
    (
        "Prop. 117 S og 127 S (2019–2020)",
        [("proposition", "117 S", "2019-2020"), ("proposition", "127 S", "2019-2020")],
    ),
    ("Innst. 360 S (2019-2020)", [("recommendation", "360 S", "2019-2020")]),
    ("Innst. S. nr. 12 (2007-08)", [("recommendation", "12", "2007-2008")]),
    ("Meld. St. 17 (2017-2018)", [("white_paper", "17", "2017-2018")]),
    ("St.meld. nr. 16 (2006-2007)", [("white_paper", "16", "2006-2007")]),
    ("rundskriv 8/2020", [("circular", "8/2020", None)]),
    ("rundskriv R-2/2025", [("circular", "R-2/2025", None)]),
    ("rundskriv H-6/15", [("circular", "H-6/15", None)]),
    ("rundskriv R – 110 og R-112", [("circular", "R-110", None), ("circular", "R-112", None)]),
    ("jf. R-110", [("circular", "R-110", None)]),
    ("folkehelseloven §§ 4 og 5", [("law", "folkehelseloven §§ 4 og 5", None)]),
    ("arbeidsmiljøloven § 4-3", [("law", "arbeidsmiljøloven § 4-3", None)]),
    (
        "likestillings- og diskrimineringslova § 26",
        [("law", "likestillings- og diskrimineringslova § 26", None)],
    ),
    ("bevilgningsreglementet § 11", [("law", "bevilgningsreglementet § 11", None)]),
    ("introduksjonsloven", [("law", "introduksjonsloven", None)]),
    ("tillegg nr. 3 til tildelingsbrev for 2020", [("letter", "3", None)]),
    ("supplerende tildelingsbrev nr. 1 for 2026", [("letter", "1", None)]),
    ("tillegg til tildelingsbrev nr. 2", [("letter", "2", None)]),
    ("tildelingsbrev til IMDi for 2020", [("letter", "2020", None)]),
    ("brev av 26. november 2025", [("letter", "26. november 2025", None)]),
    ("punkt 5.1.", [("section", "5.1", None)]),
    ("pkt. 5.1 og 5.2", [("section", "5.1", None), ("section", "5.2", None)]),
    ("kapittel 4", [("section", "4", None)]),
]

NO_REFERENCE = [
    "ny integreringslov",
    "etter loven",
    "utredningsinstruksen",
    "kapittel 701",
    "kap. 61 post 01",
    "I tillegg skal tildelingsbrevet omtale det",
    "prosentpunkt 5",
    "perioden 2019-2020",
    "rundskrivet fra 2020",
]


@pytest.mark.parametrize(("text", "references"), REFERENCES)
def test_reads_kind_number_and_session(text: str, references: list[Reference]) -> None:
    found = find_references(f"Det vises til {text}, som gjelder")
    assert [(r.kind, r.number, r.session) for r in found] == references


@pytest.mark.parametrize("text", NO_REFERENCE)
def test_what_points_nowhere_is_left_alone(text: str) -> None:
    assert find_references(text) == []


def test_the_span_is_the_reference_as_printed() -> None:
    text = "jf. Prop. 127 S (2019 – 2020) Endringer i statsbudsjettet"
    assert [r.text for r in find_references(text)] == ["Prop. 127 S (2019 – 2020)"]


def test_a_session_after_the_last_of_several_documents_of_a_kind_is_of_all() -> None:
    found = find_references("behandlet Innst. 5 S og Innst. 11 S (2025–2026), jf. Prop. 1 S.")
    assert [(r.number, r.session) for r in found] == [
        ("5 S", "2025-2026"),
        ("11 S", "2025-2026"),
        ("1 S", None),
    ]


def test_two_white_papers_of_one_session() -> None:
    found = find_references("jf. Meld. St. 5 og 7 (2024–2025) og Prop. 1 S (2025–2026)")
    assert [(one.number, one.session) for one in found] == [
        ("5", "2024-2025"),
        ("7", "2024-2025"),
        ("1 S", "2025-2026"),
    ]


@pytest.mark.parametrize(
    "words",
    [
        "bestemmelsene pkt. 6.3.1",
        "rundskriv R-110 punkt 2",
        "havneloven kapittel 2",
        "lov om offentlige anskaffelser kap. 2",
    ],
)
def test_a_place_in_another_document_is_no_section_of_the_letter(words: str) -> None:
    assert "section" not in [one.kind for one in find_references(f"Etaten skal følge {words}.")]
