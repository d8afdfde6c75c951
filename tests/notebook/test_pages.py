"""Pages with boxes, annotated copies, and what happens where the PDF is not at hand."""

from __future__ import annotations

import hashlib
import io
import pickle
import re
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from PIL.Image import Image
from spacy.tokens import Doc

import tildeling
from made_letters import at, full_letter, letter, line
from pdf_builder import PdfPage, pdf
from tildeling.export.picture import COLOURS
from tildeling.letter import Evidence, Finding, Letter, Source
from tildeling.notebook.annotate import annotated
from tildeling.notebook.pages import GAP, LEGEND, shown_place
from tildeling.notebook.spans import LABELS
from tildeling.words import words_in

NB = words_in("nb")

LETTERS = Path(__file__).parents[1] / "fixtures" / "letters"
ADDENDUM = LETTERS / "inkludering-2021-tillegg-4.pdf"
SQUARE = 100
"""Dots of one colour that make it more than the edge of a letter."""
TEXT = "Tillegg nr. 1 til tildelingsbrev for 2026 til Vegtilsynet\n\nDet gis 1 mill. kroner.\n"


@pytest.fixture(scope="module")
def addendum() -> Letter:
    return tildeling.parse(ADDENDUM)


def has_colour(picture: Image, kind: str) -> bool:
    """True if the legend has the kind's square."""
    strip = picture.crop((0, picture.height - LEGEND, picture.width, picture.height))
    counted = {colour: count for count, colour in strip.getcolors(1 << 20) or ()}
    return counted.get(COLOURS[kind], 0) >= SQUARE


def test_a_page_is_shown_with_all_that_was_read_from_it(addendum: Letter) -> None:
    picture = addendum.show(2)
    assert {kind for kind in COLOURS if has_colour(picture, kind)} == {
        "section",
        "assignment",
        "authorisation",
        "deadline",
        "financing",
        "reference",
    }


def test_an_assignment_is_shown_on_all_its_pages_with_its_parts_alone(addendum: Letter) -> None:
    one, both = addendum.show(1), addendum.show(of=addendum.assignments[2])
    assert both.width > 2 * one.width
    assert {kind for kind in COLOURS if has_colour(both, kind)} == {
        "assignment",
        "deadline",
        "financing",
    }


@pytest.mark.parametrize("kind", ["deadline", "financing", "budget_row", "reference"])
def test_any_item_is_shown_in_the_colour_of_its_kind(addendum: Letter, kind: str) -> None:
    item = {
        "deadline": addendum.assignments[2].deadlines[0],
        "financing": addendum.financing[0],
        "budget_row": addendum.budget_tables[0].rows[1],
        "reference": addendum.references[0],
    }[kind]
    assert has_colour(addendum.show(of=item), kind)


def test_a_page_that_is_not_there(addendum: Letter) -> None:
    with pytest.raises(IndexError, match="no page 4"):
        addendum.show(4)


def test_an_item_without_a_place_cannot_be_shown(addendum: Letter) -> None:
    nowhere = addendum.financing[0].model_copy(update={"evidence": at(None)})
    with pytest.raises(ValueError, match="no page"):
        addendum.show(of=nowhere)


def test_a_letter_from_json_asks_for_its_pdf(addendum: Letter) -> None:
    loaded = Letter.model_validate_json(addendum.model_dump_json())
    with pytest.raises(ValueError, match="give pdf="):
        loaded.show(1)
    assert loaded.show(1, pdf=ADDENDUM).size == addendum.show(1).size
    assert loaded.show(1, pdf=ADDENDUM.read_bytes()).size == addendum.show(1).size


def test_another_pdf_is_refused(addendum: Letter) -> None:
    with pytest.raises(ValueError, match="not the file that the letter was read from"):
        addendum.show(1, pdf=LETTERS / "skjult-2024-tillegg-1.pdf")


def test_plain_text_has_no_pages() -> None:
    with pytest.raises(ValueError, match="plain text"):
        tildeling.parse_text(TEXT).show()


def test_where_a_letter_came_from_is_no_part_of_what_it_says(addendum: Letter) -> None:
    loaded = Letter.model_validate_json(addendum.model_dump_json())
    assert loaded == addendum
    assert str(ADDENDUM.parent) not in addendum.model_dump_json()
    assert pickle.loads(pickle.dumps(addendum)).show(1).size == addendum.show(1).size


def highlights_in(pdf_file: bytes) -> list[str]:
    """What the note of each highlight says, page by page."""
    with pikepdf.open(io.BytesIO(pdf_file)) as document:
        return [
            str(one["/Contents"]) for page in document.pages for one in page.obj.get("/Annots", [])
        ]


def notes_in(pdf_file: bytes) -> list[str]:
    """The notes of all highlights, without their numbers."""
    lines = (line for note in highlights_in(pdf_file) for line in note.split("\n"))
    return [re.sub(r"^\d+\. ", "", line) for line in lines]


def test_an_annotated_copy_has_a_note_for_each_item(addendum: Letter, tmp_path: Path) -> None:
    before = hashlib.sha256(ADDENDUM.read_bytes()).hexdigest()
    out = addendum.annotate(tmp_path / "out.pdf")
    notes = notes_in(out.read_bytes())
    assert "Oppdrag 2021-015 Kartlegging av frivillig språktrening" in notes
    assert "Frist for veiledningsmateriellet: 01.08.2021" in notes
    assert "Finansiering: 671/21 +2\u00a0400\u00a0000 økning" in notes
    assert "Nytt oppdragsnummer: 2021-009 → 2021-013" in notes
    assert any(
        one.startswith("670/1 Driftsutgifter: 261\u00a0340\u00a0000, 3\u00a0100\u00a0000,")
        for one in notes
    )
    assert hashlib.sha256(ADDENDUM.read_bytes()).hexdigest() == before


def test_what_a_letter_says_beside_assignments_has_notes_too() -> None:
    data = pdf(*[PdfPage("")] * 16)
    notes = notes_in(annotated(data, full_letter(), NB))
    for told in (
        "Mål 1: Sikker veg for alle",
        "Styringsparameter a: Andel søknader avgjort innen fristen",
        "resultat 81,5 prosent (2025)",
        "Krav: minst 85 prosent innen 4 uker (2026)",
        "Rapportering: årsrapport",
        "Fullmakt: 291/1 overskride mot merinntekter, mot 3291/2",
        "Utbetaling: 15.04.2026, 12\u00a0500\u00a0000 kr, 291/70",
        "Fellesføring: Lærlinger",
        "Vedlegg 1: Styringskalender",
    ):
        assert told in notes


def test_an_indicator_is_shown_with_its_targets() -> None:
    data = pdf(*[PdfPage("")] * 16)
    source = full_letter().source.model_copy(update={"sha256": hashlib.sha256(data).hexdigest()})
    made = full_letter().model_copy(update={"source": source})
    picture = made.show(of=made.indicators[0], pdf=data)
    assert {kind for kind in COLOURS if has_colour(picture, kind)} == {"indicator", "target"}


def test_an_annotated_copy_reads_as_the_same_letter(addendum: Letter, tmp_path: Path) -> None:
    copy = tildeling.parse(addendum.annotate(tmp_path / "out.pdf"))
    same = {"source": addendum.source, "findings": addendum.findings}
    assert copy.model_copy(update=same) == addendum


def amounts_of_a_sentence(data: bytes) -> Letter:
    """Six sums that were read from one sentence, and a finding about it."""
    box = Evidence(page=1, bbox=(100, 50, 200, 90), text="Posten økes med ...")
    lines = tuple(
        line(kind="increase", amount=amount * 100_000, evidence=(box,)) for amount in range(1, 7)
    )
    finding = Finding(
        code="sum_mismatch", severity="error", key=None, message="Feil sum.", evidence=(box,)
    )
    source = boxed(data).source
    return letter(source=source, financing=lines, findings=(finding,))


def test_six_sums_of_a_sentence_are_one_highlight_with_six_numbered_notes() -> None:
    data = pdf(PdfPage(""))
    sums, finding = highlights_in(annotated(data, amounts_of_a_sentence(data), NB))
    assert [note.partition(".")[0] for note in sums.split("\n")] == list("123456")
    assert finding == "7. Feil: Feil sum."


def test_words_are_as_legible_under_six_notes_as_under_one() -> None:
    data = pdf(PdfPage(""))
    six = amounts_of_a_sentence(data)
    one = six.model_copy(update={"financing": six.financing[:1]})
    shades = [
        pypdfium2.PdfDocument(annotated(data, each, NB))[0]
        .render(scale=1)
        .to_pil()
        .convert("RGB")
        .getpixel((150, 70))
        for each in (one, six)
    ]
    assert shades[0] == shades[1]


def test_the_numbers_of_notes_follow_the_page_downwards_and_on_to_the_next() -> None:
    boxes = ((1, 300.0), (1, 100.0), (2, 50.0))
    references = tuple(
        tildeling.Reference(
            kind="law",
            number=None,
            text=f"lov {page} {top:.0f}",
            evidence=(Evidence(page=page, bbox=(100, top, 200, top + 12), text="lov"),),
        )
        for page, top in boxes
    )
    notes = highlights_in(
        annotated(pdf(PdfPage(""), PdfPage("")), letter(references=references), NB)
    )
    assert sorted(notes) == [
        "1. Henvisning: lov 1 100",
        "2. Henvisning: lov 1 300",
        "3. Henvisning: lov 2 50",
    ]


def test_notes_are_in_the_letters_language_or_the_one_asked_for() -> None:
    data = pdf(PdfPage(""))
    nynorsk = boxed(data).model_copy(update={"language": "nn"})
    assert notes_in(annotated(data, nynorsk, words_in("nn"))) == ["Tilvising: loven"]
    assert notes_in(annotated(data, nynorsk, words_in("en"))) == ["Reference: loven"]


def test_the_place_of_an_item_is_cut_out_of_each_page_that_it_stands_on() -> None:
    data = pdf(PdfPage(""), PdfPage(""))
    boxes = [Evidence(page=page, bbox=(100, 50, 200, 90), text="") for page in (1, 2)]
    one = tildeling.Reference(kind="law", number=None, text="", evidence=tuple(boxes[:1]))
    both = one.model_copy(update={"evidence": tuple(boxes)})
    dots = 110 / 72
    picture = shown_place(data, one)
    assert picture.size == pytest.approx((160 * dots, 100 * dots), abs=1)
    assert shown_place(data, both).height == 2 * picture.height + GAP


def test_what_has_no_place_is_not_shown() -> None:
    nowhere = tildeling.Reference(kind="law", number=None, text="", evidence=at(None))
    with pytest.raises(ValueError, match="no place"):
        shown_place(pdf(PdfPage("")), nowhere)


def test_the_same_letter_gives_the_same_copy(addendum: Letter) -> None:
    data = ADDENDUM.read_bytes()
    assert annotated(data, addendum, NB) == annotated(data, addendum, NB)


def test_the_letter_itself_is_not_written_over(addendum: Letter, tmp_path: Path) -> None:
    copy = tmp_path / "letter.pdf"
    copy.write_bytes(ADDENDUM.read_bytes())
    with pytest.raises(ValueError, match="the letter itself"):
        addendum.annotate(copy)


def boxed(data: bytes) -> Letter:
    evidence = Evidence(page=1, bbox=(100, 50, 200, 90), text="Oppdrag")
    source = Source(
        name="a.pdf",
        sha256=hashlib.sha256(data).hexdigest(),
        pages=1,
        producer=None,
        text_source="pdf",
    )
    reference = tildeling.Reference(kind="law", number=None, text="loven", evidence=(evidence,))
    return letter(source=source, references=(reference,))


@pytest.mark.parametrize("rotation", [0, 90, 180, 270])
@pytest.mark.parametrize("crop", ["", "/CropBox [40 20 390 280]"])
def test_a_highlight_lies_where_the_words_stand(rotation: int, crop: str) -> None:
    data = pdf(PdfPage("", extra=f"/Rotate {rotation} {crop}"))
    page = pypdfium2.PdfDocument(annotated(data, boxed(data), NB))[0]
    picture = page.render(scale=1).to_pil().convert("RGB")
    # The number beside it is grey.
    inked = [
        (x, y)
        for x in range(picture.width)
        for y in range(picture.height)
        if len(set(picture.getpixel((x, y)))) > 1
    ]
    left, top = (min(place[side] for place in inked) for side in (0, 1))
    right, bottom = (max(place[side] for place in inked) for side in (0, 1))
    assert (left, top, right + 1, bottom + 1) == pytest.approx((100, 50, 200, 90), abs=1)


def test_notes_that_were_there_stay() -> None:
    note = "/Annots [<< /Type /Annot /Subtype /Text /Rect [0 0 9 9] /Contents (mine) >>]"
    data = pdf(PdfPage("", extra=note))
    assert notes_in(annotated(data, boxed(data), NB)) == ["mine", "Henvisning: loven"]


def test_a_document_has_the_letters_spans(addendum: Letter) -> None:
    doc = addendum.doc()
    found = {(span.text, span.label_) for span in doc.ents}
    assert ("2,4 mill. kroner", "MONEY") in found
    assert ("2021-014", "NUMBER") in found
    found_by_grammar = {"money", "dates", "posts", "references", "numbers", "bodies"}
    assert set(doc.spans) == found_by_grammar | set(LABELS)


GOALS = """Tildelingsbrev for 2026 til Vegtilsynet

1. Mål

Mål 1: Trygg ferdsel på alle veger

Mål 2: Veger som er åpne hele året

2. Rapportering

Trygg ferdsel på alle veger er viktig.
"""


def test_a_document_has_the_letters_goals_where_they_stand(tmp_path: Path) -> None:
    path = tmp_path / "letter.txt"
    path.write_text(GOALS, encoding="utf-8")
    parsed = tildeling.parse(path)
    loaded = Letter.model_validate_json(parsed.model_dump_json())
    for one in (parsed, loaded):
        doc = one.doc(pdf=path)
        spans = doc.spans["goals"]
        assert [(span.text, span.label_, one.goals[int(span.id_)].title) for span in spans] == [
            (title, "GOAL", title)
            for title in ("Trygg ferdsel på alle veger", "Veger som er åpne hele året")
        ]
        assert spans[0].start_char < GOALS.index("2. Rapportering")


def test_the_letters_items_hide_no_finds_among_the_entities(tmp_path: Path) -> None:
    doc = tildeling.parse_text(TEXT).doc()
    (money,) = doc.spans["money"]
    asked = (
        full_letter()
        .payments[0]
        .model_copy(
            update={"evidence": (Evidence(page=None, bbox=None, text="Det gis 1 mill. kroner."),)}
        )
    )
    made = tildeling.parse_text(TEXT).model_copy(update={"payments": (asked,)})
    doc = made.doc(pdf=TEXT.encode())
    assert [span.text for span in doc.spans["payments"]] == ["Det gis 1 mill. kroner."]
    assert money.text in [entity.text for entity in doc.ents]


def test_a_document_of_plain_text() -> None:
    parsed = tildeling.parse_text(TEXT)
    doc = parsed.doc()
    assert [span.text for span in doc.spans["money"]] == ["1 mill. kroner"]
    loaded = Letter.model_validate_json(parsed.model_dump_json())
    with pytest.raises(ValueError, match="give pdf="):
        loaded.doc()
    assert loaded.doc(pdf=TEXT.encode()).text == doc.text


def test_a_letters_document_can_be_stored(addendum: Letter) -> None:
    doc = addendum.doc()
    read = Doc(doc.vocab).from_bytes(doc.to_bytes())
    assert [(span.text, span.label_) for span in read.ents] == [
        (span.text, span.label_) for span in doc.ents
    ]
    assert read.spans["money"][0]._.tildeling == doc.spans["money"][0]._.tildeling


def test_the_deadlines_of_a_letters_document_are_the_letters(addendum: Letter) -> None:
    loaded = Letter.model_validate_json(addendum.model_dump_json())
    for one in (addendum, loaded):
        doc = one.doc(pdf=ADDENDUM)
        assert [(span.text, span.label_) for span in doc.spans["dates"]] == [
            ("18. desember 2020", "DATE"),
            ("12. november 2020", "DATE"),
            ("31. august 2021", "DEADLINE"),
            ("våren 2021", "DATE"),
            ("4. juni 2021", "DATE"),
            ("1.8.2021", "DATE"),
            ("senest innen utgangen av oktober 2021", "DEADLINE"),
            ("24.6.2021", "DEADLINE"),
            ("1.8.2021", "DEADLINE"),
            ("31.10.2021", "DEADLINE"),
            ("Innen 31.12.2021", "DEADLINE"),
        ]


def test_a_document_of_a_text_file(tmp_path: Path) -> None:
    path = tmp_path / "letter.txt"
    path.write_text(TEXT, encoding="utf-8")
    assert tildeling.parse(path).doc().text == tildeling.parse_text(TEXT).doc().text
