"""References to other documents and places, and assignments that get a new number."""

from __future__ import annotations

import re

from tildeling.find.numbers import AssignmentNumber, find_assignment_numbers
from tildeling.find.patterns import has_any
from tildeling.find.references import ReferenceSpan, find_references
from tildeling.letter import Reference, Renumbering
from tildeling.meaning.reading import Reading
from tildeling.text.blocks import Paragraph

# "omnummerert", "nytt nummer", "skal ha oppdragsnummer", "får derfor nr."
_RENUMBERS = re.compile(
    r"""
    \b(?:
        omnummer\w* | renummer\w* | nummerering\w*
        | (?:nytt|nye|riktig|rett)[ ]nummer | nummeret | (?:oppdrags|løpe)nummer(?:et)?
        | (?:skal|skulle)[ ](?:\w+[ ]){0,2}(?:nummer|nr\.?)
        | (?:har|får)[ ](?:\w+[ ]){1,3}(?:nummer|nr\.?)
    )(?!\w)
    """,
    re.IGNORECASE | re.VERBOSE,
)
_MARKS = ("nummer", "nr")
_CHANGE = re.compile(
    r"\b(?:endr(?:es|ast|er|ar|et|a)|får|gis|byttes|rettes|rettast|omnummerer\w*|"
    r"renummerer\w*|blir|skal|skulle|riktig|rett)\b",
    re.IGNORECASE,
)

# Ends what stands between the numbers of a sentence that says what an assignment is called now.
_HAS_NOW = re.compile(
    r"\b(?:har|får)(?: (?:heretter|nå|no|fått|nytt|(?:fra|frå) (?:nå|no)(?: av)?)){1,2}"
    r" (?:oppdrags)?(?:nummer|nr\.?)\s*$",
    re.IGNORECASE,
)

_FROM = re.compile(r"\b(?:fra|frå)(?: oppdrag)?(?: (?:nr\.?|nummer))?\s*$", re.IGNORECASE)
_TO = re.compile(r"\s*til(?: oppdrag)?(?: (?:nr\.?|nummer))?\s*", re.IGNORECASE)


def read_references(reading: Reading) -> tuple[Reference, ...]:
    """Each reference once, in the order of its first mention, with every place it is mentioned.

    The title names the letter itself, and points to nothing.
    """
    found: dict[tuple[str, str | None, str | None], list[ReferenceSpan]] = {}
    begin = reading.blocks[0].end if reading.has_title else 0
    for span in find_references(reading.text):
        if span.start < begin:
            continue
        found.setdefault((span.kind, span.number, span.session), []).append(span)
    return tuple(
        Reference(
            kind=spans[0].kind,
            number=spans[0].number,
            session=spans[0].session,
            text=" ".join(reading.text[spans[0].start : spans[0].end].split()),
            evidence=reading.evidence_of((span.start, span.end) for span in spans),
        )
        for spans in found.values()
    )


def read_renumberings(reading: Reading) -> tuple[Renumbering, ...]:
    """Sentences such as "nummerert 2020-012. Nummereringen endres til 2020-016"."""
    found: list[Renumbering] = []
    if not has_any(reading.laid.text.found.small, _MARKS):
        return ()
    for block in reading.blocks:
        if not isinstance(block, Paragraph):
            continue
        text = reading.words(block)
        if has_any(reading.small(block), _MARKS) and _RENUMBERS.search(text):
            found.extend(_in_paragraph(reading, block, text))
    return tuple(found)


def _in_paragraph(reading: Reading, block: Paragraph, text: str) -> list[Renumbering]:
    numbers = [number for number in find_assignment_numbers(text) if not number.is_bare]
    found: list[Renumbering] = []
    at = 0
    while at + 1 < len(numbers):
        old, new = numbers[at], numbers[at + 1]
        between = text[old.end : new.start]
        says = (_CHANGE.search(between) and _says_to(between)) or _HAS_NOW.search(between)
        if says or _is_from_to(text, old, new):
            found.append(
                Renumbering(
                    old=old.canonical,
                    new=new.canonical,
                    letter=_letter_before(text, old),
                    evidence=reading.evidence(block.start, block.end),
                )
            )
            at += 2
        else:
            at += 1
    return found


def _is_from_to(text: str, old: AssignmentNumber, new: AssignmentNumber) -> bool:
    """True for "Nummeret på oppdraget endres fra TB27-05 til TB27-06"."""
    before = re.split(r"(?<=[.!?])\s+(?=[A-ZÆØÅ])", text[: old.start])[-1]
    return (
        _FROM.search(before) is not None
        and _RENUMBERS.search(before) is not None
        and _CHANGE.search(before) is not None
        and _TO.fullmatch(text[old.end : new.start]) is not None
    )


def _says_to(between: str) -> bool:
    return (
        re.search(r"\b(?:til|nummer|nr\.?|nummer er)\W*$", between.rstrip(), re.IGNORECASE)
        is not None
    )


def _letter_before(text: str, number: AssignmentNumber) -> str | None:
    """The letter in which the old number was given."""
    letters = [span for span in find_references(text[: number.start]) if span.kind == "letter"]
    return text[letters[-1].start : letters[-1].end] if letters else None
