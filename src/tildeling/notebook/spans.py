r"""A letter's text as a spaCy `Doc`, and the colours in which displaCy shows it.

>>> import tildeling
>>> from spacy import displacy
>>> letter = tildeling.parse_text(
...     "Tillegg nr. 1 til tildelingsbrev for 2026 til Vegtilsynet\n\n"
...     "Det stilles 1 mill. kroner til disposisjon på kap. 291, post 21 i år.\n"
... )
>>> doc = letter.doc()
>>> [(span.text, span.label_) for span in doc.ents][-2:]
[('1 mill. kroner', 'MONEY'), ('kap. 291, post 21', 'POST')]
>>> html = displacy.render(doc, style="ent", options=DISPLACY, jupyter=False)
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Sequence
from typing import Any

from spacy.tokens import Doc
from spacy.util import filter_spans

from tildeling.find.dates import find_dates
from tildeling.find.doc_spans import set_spans
from tildeling.find.doc_tokens import split_tokens
from tildeling.find.pipeline import create_pipeline
from tildeling.letter import Evidence, Evidenced, Letter
from tildeling.limits import Limits
from tildeling.origin import Origin
from tildeling.read.again import check_same, pdf_bytes
from tildeling.read.pdfium import PdfiumReader
from tildeling.read.source import open_document, read_bytes
from tildeling.text.lay_out import lay_out, lay_out_text
from tildeling.text.letter_text import LetterText

# Options for `displacy.render`: the colours of `Letter.show`, paler.
DISPLACY: dict[str, Any] = {
    "colors": {
        "NUMBER": "#b3d1f5",
        "DEADLINE": "#f8c0c0",
        "DATE": "#e3e3e3",
        "MONEY": "#b3e3c9",
        "POST": "#b3e3e3",
        "REFERENCE": "#f2d9a6",
        "BODY": "#d9c7f2",
        "GOAL": "#c9bfe0",
        "INDICATOR": "#b3ddf5",
        "TARGET": "#d6e6ad",
        "REPORTING": "#ebcfc4",
        "AUTHORISATION": "#e8b8d6",
        "PAYMENT": "#b8d6c9",
        "COMMON_REQUIREMENT": "#d6d6e8",
        "ATTACHMENT": "#e8dcc9",
    }
}

# Groups of spans that are a letter's items, and what each span is labelled.
LABELS = {
    "goals": "GOAL",
    "indicators": "INDICATOR",
    "targets": "TARGET",
    "reporting": "REPORTING",
    "authorisations": "AUTHORISATION",
    "payments": "PAYMENT",
    "common_requirements": "COMMON_REQUIREMENT",
    "attachments": "ATTACHMENT",
}


def letter_doc(letter: Letter, origin: Origin, pdf: str | os.PathLike[str] | bytes | None) -> Doc:
    """The letter's text with its spans, as `Letter.doc` gives it."""
    text = _text(letter, origin, pdf)
    doc = create_pipeline(letter.language)(text.text, disable=["tildeling_dates"])
    places = _deadline_places(letter)
    dates = [
        (date, "DEADLINE" if _is_at(text.evidence(date.start, date.end), places) else "DATE")
        for date in find_dates(text.text)
    ]
    doc = set_spans(doc, "dates", dates)
    # Without the letter's items: they are longer than finds, and would leave none of those.
    doc.ents = filter_spans([span for group in doc.spans.values() for span in group])
    return _with_items(doc, letter, text)


def _with_items(doc: Doc, letter: Letter, text: LetterText) -> Doc:
    """The document with the letter's items as spans, one a page; `id_` is an item's position."""
    places = [
        (group, at, *place)
        for group in LABELS
        for at, item in enumerate(_items(letter, group))
        for place in _places(item, text)
    ]
    doc = split_tokens(doc, (edge for *_, start, end in places for edge in (start, end)))
    for group, label in LABELS.items():
        spans = (
            doc.char_span(start, end, label=label, span_id=str(at), alignment_mode="expand")
            for name, at, start, end in places
            if name == group
        )
        doc.spans[group] = [span for span in spans if span is not None]
    return doc


def _items(letter: Letter, group: str) -> Sequence[Evidenced]:
    """The letter's items of a group; targets through all indicators."""
    if group == "targets":
        return [target for one in letter.indicators for target in one.targets]
    items: Sequence[Evidenced] = getattr(letter, group)
    return items


def _places(item: Evidenced, text: LetterText) -> Iterator[tuple[int, int]]:
    """The characters that an item was read from; a letter from JSON has only words to look for."""
    for piece in item.evidence:
        if piece._extent.end:
            yield piece._extent.start, piece._extent.end
            continue
        words = r"\s+".join(map(re.escape, piece.text.split()))
        for found in re.finditer(words, text.text) if words else ():
            if _is_at(text.evidence(*found.span()), [piece]):
                yield found.span()
                break


def _deadline_places(letter: Letter) -> list[Evidence]:
    """Where the letter's deadlines are printed, without their labels."""
    inside = (deadline for assignment in letter.assignments for deadline in assignment.deadlines)
    return [
        place
        for deadline in (*letter.deadlines, *inside)
        for place in deadline.evidence
        if place.text.rstrip(" :") != deadline.label
    ]


def _is_at(seen: Sequence[Evidence], places: Sequence[Evidence]) -> bool:
    """Whether something stands at one of the places."""
    return any(_is_one_place(one, place) for one in seen for place in places)


def _is_one_place(one: Evidence, other: Evidence) -> bool:
    """Whether one stands within the other, by characters or, as a letter from JSON has no others,
    by page, words and box.
    """
    if other._extent.end:
        return other._extent.start < one._extent.end and one._extent.start < other._extent.end
    if one.page != other.page or not (one.text in other.text or other.text in one.text):
        return False
    if one.bbox is None or other.bbox is None:
        return True
    x0, top, x1, bottom = other.bbox
    return x0 < one.bbox[2] and one.bbox[0] < x1 and top < one.bbox[3] and one.bbox[1] < bottom


def _text(letter: Letter, origin: Origin, pdf: str | os.PathLike[str] | bytes | None) -> LetterText:
    """The text as layout makes it: furniture gone, lines joined."""
    if letter.source.text_source != "text":
        data = pdf_bytes(letter.source, origin, pdf)
        return lay_out(open_document(data, Limits(), PdfiumReader())).text
    if pdf is None and origin.text is not None:
        return lay_out_text(origin.text).text
    file = origin.file if pdf is None else pdf
    if file is None:
        raise ValueError("The letter does not know where its text is: give pdf=, a path or bytes.")
    data = read_bytes(file, Limits())[1]
    check_same(letter.source, data)
    return lay_out_text(data.decode("utf-8-sig")).text
