"""Is it a letter? Signs for and against: what it calls itself, who speaks, how it is set."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from tildeling.errors import NotAnAllocationLetterError
from tildeling.find.patterns import GAP, any_of, has_any
from tildeling.findings import make_finding
from tildeling.forms import TITLE_WORDS
from tildeling.letter import Finding
from tildeling.meaning.closing import Closing
from tildeling.meaning.header import Header
from tildeling.meaning.header_words import ADDRESS_WORDS, SENDER_VERBS
from tildeling.meaning.letter_sign_words import NEWS_VERBS, OTHER_DOCUMENTS, TOLD_FROM_OUTSIDE
from tildeling.meaning.reading import Reading
from tildeling.text.blocks import Block, Paragraph, Span
from tildeling.words import Message

# Characters in which a letter says that it is one, and another document what it is.
OPENING = 4000
# A paragraph longer than this, in characters, is none of the lines that name a document.
RUNNING_TEXT = 160
# Blocks from the first on among which a document names itself.
NAMING_BLOCKS = 12
# Signs of a letter that make a document with a sign against it worth reading.
ENOUGH = 2

_KINDS = tuple(OTHER_DOCUMENTS)
_DOCUMENT = re.compile(
    # No department's field: "Avdeling for strategi".
    r"(?<![\w-])(?<!\bfor )(?<!\bav )(?<!\bog )(?<!\bmed )(?<!\btil )(?:"
    + "|".join(f"(?P<d{at}>{any_of(OTHER_DOCUMENTS[kind])})" for at, kind in enumerate(_KINDS))
    + r")(?!\w)",
    re.IGNORECASE,
)
_NEWS = re.compile(
    rf"(?<!\w)(?:tildelings|oppdrags|tilskudds|tilskots)brev(?:et|ene|a|ena)(?!\w)[^\n]{{0,80}}?"
    rf"(?<!\w){any_of(NEWS_VERBS)}(?!\w)"
    rf"|(?<!\w)(?:har|får|fikk|fekk|sender|mottok){GAP}(?:\w+{GAP}){{0,2}}tildelingsbrev",
    re.IGNORECASE,
)
_OUTSIDE = re.compile(rf"(?<!\w){any_of(TOLD_FROM_OUTSIDE)}", re.IGNORECASE)
# "Departementet viser til", "Vi syner til", "Med dette tildeler".
_ACTS = re.compile(
    rf"(?:departementet|direktoratet|(?<!\w)(?:vi|jeg|eg)){GAP}(?:{any_of(SENDER_VERBS)})(?!\w)"
    rf"|(?<!\w)(?:det{GAP}vises|fastsatt{GAP}av|fastsett{GAP}av|med{GAP}dette|herved|hermed|til{GAP}disposisjon|til{GAP}rådighet"
    rf"|til{GAP}rådvelde)(?!\w)",
    re.IGNORECASE,
)
_ADDRESS = re.compile(rf"(?<!\w){any_of(ADDRESS_WORDS)}\.?{GAP}\d|\d{{4}}{GAP}[A-ZÆØÅ]{{2}}")
_PART = re.compile(rf"{GAP}[-\u2013\u2014]{GAP}|:{GAP}")
_AND_LETTER = re.compile(r"\b(?:og|med)\s*$")
_ATTACHED = re.compile(r"(?:trykt )?vedlegg", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Sign:
    """What speaks against a letter: what it would be, and the words that say so."""

    document: str
    span: Span


def must_be_a_letter(reading: Reading) -> None:
    """Raises `NotAnAllocationLetterError` where nothing says that it is one."""
    text = reading.text
    signs = (
        reading.has_title,
        TITLE_WORDS.search(text[:OPENING]) is not None,
        re.search(r"departement", text, re.IGNORECASE) is not None,
        re.search(r"\boppdrag\b|\bkap\.?\s*\d|\bpost\s+\d|tildeling", text, re.I) is not None,
    )
    if sum(signs) < ENOUGH or not any(signs[:2]):
        raise NotAnAllocationLetterError(
            "Nothing in the text says that it is an allocation letter or an addendum to one."
        )


def doubts(reading: Reading, header: Header, closing: Closing) -> Iterator[Finding]:
    """One finding where a sign speaks against a letter and others for it, or where none does.

    Raises `NotAnAllocationLetterError` where next to nothing speaks for it.
    """
    sign = _against(reading)
    signs = _signs_of_a_letter(reading, header, closing)
    if sign is None:
        if not any(signs):
            title = reading.evidence(reading.blocks[0].start, reading.blocks[0].end)
            yield make_finding("only_a_title", "warning", None, title, words=header.title)
        return
    words = reading.words(sign.span)
    if sum(signs) < ENOUGH:
        raise NotAnAllocationLetterError(
            'It seems to be {document} and no allocation letter: "{words}".',
            document=Message(sign.document),
            words=words,
        )
    evidence = reading.evidence(sign.span.start, sign.span.end)
    yield make_finding("no_letter", "warning", None, evidence, words=words)


def _against(reading: Reading) -> Sign | None:
    for block in _naming(reading):
        words = reading.words(block)
        titled = TITLE_WORDS.search(words)
        found = _DOCUMENT.search(words)
        # "Tildelingsbrev 2024 – strategi" and "Strategi for ... – oppdragsbrev" are letters,
        # "Innspill til tildelingsbrev" is none; "Mandat og tildelingsbrev" is one.
        if found and (titled is None or _speaks_of(words[found.start() : titled.start()])):
            kind = next(kind for at, kind in enumerate(_KINDS) if found[f"d{at}"])
            return Sign(kind, block)
        if _NEWS.search(words) and _is_first(reading, block):
            return Sign("news", block)
    small = reading.laid.text.found.small[:OPENING]
    if not has_any(" ".join(small.split()), TOLD_FROM_OUTSIDE):
        return None
    outside = _OUTSIDE.search(reading.text[:OPENING])
    return Sign("a document about one", Span(*outside.span())) if outside else None


def _speaks_of(words: str) -> bool:
    """True for the words from a document's kind to a letter's, where the letter is its matter."""
    return bool(words) and _PART.search(words) is None and _AND_LETTER.search(words) is None


def _naming(reading: Reading) -> Iterator[Block]:
    """The lines that name a document: the first ones, to the letter's title or running text."""
    head = reading.laid.head
    title = reading.blocks[:1] if reading.has_title else ()
    first = (*head, *title) if title else (*head, *reading.blocks)
    for block in first[:NAMING_BLOCKS]:
        if not isinstance(block, Paragraph) or _ATTACHED.match(reading.words(block)):
            continue
        if block.end - block.start > RUNNING_TEXT:
            return
        yield block


def _is_first(reading: Reading, block: Block) -> bool:
    return block.start == next(iter((*reading.laid.head, *reading.blocks))).start


def _signs_of_a_letter(reading: Reading, header: Header, closing: Closing) -> Iterator[bool]:
    """For each thing that letters have, and other documents mostly not, whether it is there."""
    yield header.refers and header.case_number is not None
    head = "\n".join(reading.words(block) for block in reading.laid.head)
    yield header.agency is not None and _ADDRESS.search(head) is not None
    yield _ACTS.search(reading.text[:OPENING]) is not None
    yield closing.first_block is not None and bool(closing.signatories())
