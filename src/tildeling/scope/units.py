"""The unit in force for a table, by what stands around it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from tildeling.find.units import Unit, UnitPhrase, find_units
from tildeling.scope.around import Around
from tildeling.scope.words import (
    CAPTION_NUMBER,
    OF_TEXT,
    OTHERS,
    SECTION_NUMBER,
    SEVERAL,
    TABLES,
    WHOLE_LETTER,
)
from tildeling.text.blocks import Paragraph

_PARTED = re.compile(r"[,–:-]\s*(?:(?:alle\s+)?(?:tal|tall|beløp)\s+i\s+)?$", re.IGNORECASE)

# Where a unit is said, from the nearest to the farthest.
Rank = Literal[
    "cell", "column", "caption", "note", "lead", "before", "section", "heading", "letter"
]


@dataclass(frozen=True, slots=True)
class StatedUnit:
    """A unit with the words that say it."""

    unit: Unit
    rank: Rank
    words: str
    start: int
    """Where the words stand in the letter's text; `end` is `start` for words outside it."""
    end: int


@dataclass(frozen=True, slots=True)
class UnitsDiffer:
    """Units of one rank that differ: none of them is in force."""

    said: tuple[StatedUnit, ...]


InForce = StatedUnit | UnitsDiffer | None


def settled(said: Sequence[StatedUnit]) -> InForce:
    """The unit that all of one rank say."""
    if not said:
        return None
    if len({one.unit for one in said}) == 1:
        return said[0]
    return UnitsDiffer(tuple(said))


def unit_around(around: Around, before: StatedUnit | None = None) -> InForce:
    """The unit of a table by its surroundings; `before` is that of the table it goes on from."""
    for said in _ranks(around, before):
        found = settled(said)
        if found is not None:
            return found
    return None


def _ranks(around: Around, before: StatedUnit | None) -> Iterator[list[StatedUnit]]:
    """What is said at each rank, from the nearest."""
    for caption in around.captions:
        yield _said(around, caption, "caption")
    yield [said for note in around.notes for said in _said(around, note, "note")]
    if around.lead is not None:
        yield _said(around, around.lead, "lead")
    yield [before] if before is not None else []
    for paragraph in around.text_above():
        yield _said(around, paragraph, "section")
    for heading in around.headings():
        yield _said(around, heading, "heading")
    yield [said for p in around.tree.laid.paragraphs() for said in _said(around, p, "letter")]
    yield [said for line in around.tree.laid.furniture for said in _on_every_page(line)]


def _said(around: Around, paragraph: Paragraph, rank: Rank) -> list[StatedUnit]:
    """The units that a paragraph says of the table, in the last sentence that says one."""
    if rank != "caption" and paragraph.start not in around.tree.with_units:
        return []
    text = around.words(paragraph)
    sentences = around.tree.laid.text.found.sentences(paragraph.start, paragraph.end)
    for start, end in reversed(sentences):
        sentence = text[start:end]
        if rank == "section" and not SEVERAL.search(sentence):
            continue
        if rank == "letter" and not _is_of_letter(around, paragraph, sentence):
            continue
        found = [
            _stated(paragraph.start + start, sentence, phrase, rank)
            for phrase in _about(around, sentence) or _ending(sentence, rank)
        ]
        if found:
            return found
    return []


def _is_of_letter(around: Around, paragraph: Paragraph, sentence: str) -> bool:
    """Whether a sentence of another section speaks of all the letter's tables.

    It says so, or it speaks of tables where there is none: "Tala er i tusen kroner i oppstillingane
    som følgjer", in the introduction.
    """
    if WHOLE_LETTER.search(sentence):
        return True
    return bool(TABLES.search(sentence)) and not around.tree.has_table_beside(paragraph)


def _ending(sentence: str, rank: Rank) -> list[UnitPhrase]:
    """The unit that a caption ends with after a comma or dash: "Kap. 1352 Banetilsynet, tkr"."""
    if rank != "caption":
        return []
    return [
        phrase
        for phrase in find_units(sentence, heading=True)
        if not sentence[phrase.end :].strip(" .)") and _PARTED.search(sentence[: phrase.start])
    ]


def _about(around: Around, sentence: str) -> list[UnitPhrase]:
    """The units of a sentence that are about the table: of all, or of it by number.

    "Tabellen i 5.1 er i 1000 kroner, mens øvrige beløp er i hele kroner" says two.
    """
    phrases = find_units(sentence)
    general: list[UnitPhrase] = []
    own: list[UnitPhrase] = []
    others: list[UnitPhrase] = []
    at = 0
    for phrase in phrases:
        clause, at = sentence[at : phrase.core], phrase.end
        named = _numbers(CAPTION_NUMBER, clause)
        sections = _numbers(SECTION_NUMBER, clause)
        if named or sections:
            if around.number in named or any(map(around.is_within, sections)):
                own.append(phrase)
        elif _is_of_text(clause):
            continue
        elif OTHERS.search(clause):
            others.append(phrase)
        else:
            general.append(phrase)
    return own or general or others


def _is_of_text(clause: str) -> bool:
    """Whether the words before a unit say that it is the text's: "medan summane i teksten er i"."""
    words = clause.rpartition(",")[2]
    return OF_TEXT.search(words) is not None and TABLES.search(words) is None


def _numbers(pattern: re.Pattern[str], clause: str) -> set[str]:
    return {match["number"] for match in pattern.finditer(clause) if match["number"]}


def _stated(start: int, sentence: str, phrase: UnitPhrase, rank: Rank) -> StatedUnit:
    """The unit with its words: what stands in brackets alone, else the sentence."""
    words = sentence[phrase.start : phrase.end]
    if words[:1] in "([" or len(sentence) > 2 * len(
        "Alle tall i tabellene er oppgitt i 1 000 kroner."
    ):
        return StatedUnit(phrase.unit, rank, words, start + phrase.start, start + phrase.end)
    return StatedUnit(phrase.unit, rank, sentence.strip(), start, start + len(sentence))


def _on_every_page(line: str) -> list[StatedUnit]:
    """A unit in a running head or foot, which has no place in the letter's text."""
    return [
        StatedUnit(phrase.unit, "letter", line[phrase.start : phrase.end], 0, 0)
        for phrase in find_units(line)
        if SEVERAL.search(line)
    ]
