"""Which lines of plain text would be set in bold: headings, told by their words and neighbours."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tildeling.forms import TITLE_WORDS, is_label
from tildeling.read.plain_lines import LEADER, PlainLine

# The title stands among the first lines of the letter.
FIRST_LINES = 60
# A heading without a number is shorter than this share of the usual width.
SHORT = 0.85
# Lines of a list of contents.
LONGEST_CONTENTS = 80
# Characters.
LONGEST_HEADING = 220

# "Oppdrag nr. 2020-017", "TB2018 - 001:", "ID: 2026-01", "Oppdrag 71": what an assignment's heading
# begins with. Not a year or a date by itself.
_ASSIGNMENT = re.compile(
    r"""(?: (?:(?:Oppdrag|Oppgave|Oppgåve)(?:\s+nr\.?)?\s* | ID:?\s* | [A-ZÆØÅ]{2,6}\s?-?)
            (?:[A-ZÆØÅ]{2,6}\s?)? \d{2,4}\s?[-–/.]\s?\d{1,4}\b
        | (?:Oppdrag|Oppgave)\s+(?:nr\.?\s*)?\d{1,3}\b
        | (?:Nytt\s+)?[Oo]ppdrag:\s+[A-ZÆØÅ] )""",
    re.VERBOSE,
)
# "Oppdrag" under "Bakgrunn" is a label of the same assignment, and heads no others.
_BACKGROUND = re.compile(r"Bakgrunn\w*")
_ASSIGNMENT_LABEL = re.compile(r"Oppdrag:?")
# Labels of what stands after the letter.
_AFTER_LETTER = re.compile(r"(?:kopi|vedlegg)\b", re.IGNORECASE)
_CONTENTS = re.compile(r"inn(?:hold|hald)(?:sfortegnelse|sliste)?:?", re.IGNORECASE)
# "O7 Politikontakter": a code of few letters and digits, and a title.
_CODED = re.compile(r"[A-ZÆØÅ]{1,3}\d{1,3}[.:]?\s+[A-ZÆØÅ][a-zæøå]")
# What stands over a list of assignments, which no other line is mistaken for.
_ASSIGNMENTS = re.compile(
    r"""
    (?=[A-ZÆØÅ])
    (?i:
        # "Spesielle oppdrag", "Nye og endrede oppdrag"
        (?:(?:
            nye?|nytt|særskil[dt]e?|spesiel(?:le|t)|andre|anna|annet|øvrige|faste|konkrete|viktige
            |prioriterte|enkelte|årlige|årlege|tidlegare|tidligere|endrede|endra|endrete|utgåtte
            |bortfalte|bortfalne|avsluttede|avslutta|øvrig|eigne|egne
        )(?:[ ]og)?[ ]){0,3}
        # "Presisering av tidligere oppdrag", "Oversikt over oppdrag"
        (?:
            (?:presisering(?:er|ar)?|endring(?:er|ar)?|oversikt|utvidelse|utviding)
            (?:[ ]av|[ ]i|[ ]over)[ ](?:[^\W\d_]+[ ]){0,2}
        )?
        (?:oppdrag(?:ene|a)?|oppgaver|oppgåver|bestillinger|bestillingar|tingingar)
    )
    # "Særskilte oppdrag fra LMD i 2017:", "Oppdrag i 2022", "Oppgåver 2026"
    (?:
        ,?[ ](?:i|for|til|fra|frå|om|på|utenom|utanom|utenfor|utanfor|som|gitt|gitte)[ ]
          [^.,:;]{1,60}
        | [ ]20\d\d
    )?:?
    """,
    re.VERBOSE,
)
# "Kap. 290 Integrerings-", "Post 01 Driftsutgifter", "Kapittel 290, post 01"; with a capital, since
# "kap. 291" also begins wrapped lines.
_BUDGET = re.compile(r"(?:Kap\.?|Kapittel)\s*\d{3,4}\b|Post\s*\d{2}\b")
# "4.1. Flere er i arbeid", "1 Generelt", "A. Innledning": a number and a capital. Not "1. mars",
# not "15.3.2026", not "127 S".
_OUTLINED = re.compile(
    r"""
    (?:\d{1,2}(?:\.\d{1,2}){0,4}\.?|[IVX]{1,5}(?:\.\d{1,2})*\.?|[A-H]\.)\s+[A-ZÆØÅ][^\W\d_]
    # "Del II – Mål", "Kapittel 3: Oppdrag"
    | (?:Del|DEL|Kapittel|KAPITTEL)\s+(?:\d{1,2}|[IVX]{1,5}|[A-H])[.:]?\s+(?:[–—-]\s+)?[A-ZÆØÅ]
    # "1.Generelt"
    | \d{1,2}\.[A-ZÆØÅ][a-zæøå]
    """,
    re.VERBOSE,
)
_ITEM = re.compile(
    r"(?:\(?(?:\d{1,2}|[a-zæøå]|[ivx]{1,4})[.)]|[•▪◦‣●○■□·∙⁃➢➤✓*\uf0a7\uf0b7\uf0d8\uf0fc\uf02d\uf0a8–-])\s"
    # "15. februar 2025" is none.
    r"(?!(?:jan|feb|mars|apr|mai|juni|juli|aug|sep|okt|nov|des|halvår|tertial|kvartal))"
)
# "Vederlagsordninger m.m.": a full stop that ends no sentence.
_SHORTENED = re.compile(r"\b(?:m\.m\.|m\.v\.|mv\.|mm\.|o\.l\.)$")
# What a row of a table ends in.
_AMOUNT = re.compile(r"\d{1,3} \d{3}\)?$|\bkroner$")


def mark_headings(lines: Sequence[PlainLine], right: float) -> None:
    """Marks the lines of headings; `right` is how far full lines reach."""
    at = _contents_end(lines)
    last = ""  # the last heading
    end = 0  # of what goes on from one line to the next: looked for once
    while at < len(lines):
        end = max(end, at + 1)
        while end < len(lines) and _goes_on(lines[end - 1], lines[end]):
            end += 1
        # More lines than this are too long for a heading, whatever follows.
        text = " ".join(line.text for line in lines[at : min(end, at + LONGEST_HEADING)])
        before = lines[at - 1].text if at else ""
        after = lines[end] if end < len(lines) else None
        if lines[at].in_table or (_BACKGROUND.match(last) and _ASSIGNMENT_LABEL.fullmatch(text)):
            at += 1
        elif lines[at].flows and (
            is_label(text)
            or (at < FIRST_LINES and _is_title(text))
            or (_is_numbered(text, before, after) and not _names_chapter(lines[at]))
            or (end == at + 1 and _heads_assignments(lines, at))
            or (end == at + 1 and _stands_alone(lines, at, right))
        ):
            if at and lines[at - 1].heading:
                lines[at].blanks = max(1, lines[at].blanks)
            for line in lines[at:end]:
                line.heading = True
            at, last = end, text
        else:
            at += 1


def _names_chapter(line: PlainLine) -> bool:
    """True for a chapter's row in a table: "Kap. 734 Tilskudd" between rows of posts."""
    return line.between_rows and _BUDGET.match(line.text) is not None


def _contents_end(lines: Sequence[PlainLine]) -> int:
    """Position after the list of contents, whose lines come back as headings; 0 without one."""
    for at, line in enumerate(lines[:FIRST_LINES]):
        if _CONTENTS.fullmatch(line.text) and at + 1 < len(lines):
            first = lines[at + 1].columns[0][1]
            for below in range(at + 2, min(at + LONGEST_CONTENTS, len(lines))):
                if lines[below].text == first:
                    return below
    return 0


def _heads_assignments(lines: Sequence[PlainLine], at: int) -> bool:
    """True for a line that names the assignments under it, and goes on from no line above."""
    line, above = lines[at], lines[at - 1] if at else None
    begins = above is None or line.blanks or above.ends_sentence or not above.full
    return bool(begins) and at + 1 < len(lines) and _ASSIGNMENTS.fullmatch(line.text) is not None


def is_outlined(text: str) -> bool:
    """True for text that begins as a numbered heading does, and ends in no sentence.

    >>> is_outlined("4.1 Nye oppdrag"), is_outlined("1. mars sendes rapporten")
    (True, False)
    """
    return _may_be_heading(text) and _OUTLINED.match(text) is not None


def _goes_on(above: PlainLine, line: PlainLine) -> bool:
    """True where a heading may go on in the line below."""
    if line.blanks or not line.flows or above.ends_sentence or is_label(above.text):
        return False
    if is_label(line.text) or _ITEM.match(line.text) or _OUTLINED.match(line.text):
        return False
    if above.is_unfinished or line.text[0].islower():
        return True
    return not line.text[0].isupper() and above.full


def _may_be_heading(text: str) -> bool:
    return (
        len(text) <= LONGEST_HEADING
        and (not text.endswith((".", ";", ",", "?")) or _SHORTENED.search(text) is not None)
        and LEADER.search(text) is None
        and _AMOUNT.search(text) is None
    )


def _is_title(text: str) -> bool:
    return (
        _may_be_heading(text)
        and not text.endswith(":")
        and _ITEM.match(text) is None
        and TITLE_WORDS.search(text) is not None
    )


def _is_numbered(text: str, before: str, after: PlainLine | None) -> bool:
    """True for text that begins as headings with a number do, and is none of a list's items."""
    if not _may_be_heading(text):
        return False
    if not any(pattern.match(text) for pattern in (_ASSIGNMENT, _BUDGET, _OUTLINED)):
        return False
    if _ITEM.match(text) is None:
        return True
    return not (_counts_on(before, text) or (after is not None and _counts_on(text, after.text)))


def _counts_on(item: str, below: str) -> bool:
    """True for two items of one list: "2. Rask hjelp" under "1. Trygg ferdsel"."""
    if _ITEM.match(item) is None or _ITEM.match(below) is None:
        return False
    first, second = (re.match(r"\(?(\d{1,2})", words) for words in (item, below))
    if first is None or second is None:
        return first is None and second is None
    return int(second[1]) == int(first[1]) + 1


def _stands_alone(lines: Sequence[PlainLine], at: int, right: float) -> bool:
    """A short line in front of running text, of labels, or of another heading."""
    if _is_over_text(lines, at, right):
        return True
    # Blank lines around both: a section's heading over that of its first part.
    line, after = lines[at], lines[at + 1] if at + 1 < len(lines) else None
    return (
        after is not None
        and bool(line.blanks and after.blanks)
        and _is_title_line(line, right)
        and _is_over_text(lines, at + 1, right)
    )


def _is_over_text(lines: Sequence[PlainLine], at: int, right: float) -> bool:
    """A short line in front of running text, of labels, or of what a number or post heads."""
    line = lines[at]
    after = lines[at + 1] if at + 1 < len(lines) else None
    if after is None or not _is_title_line(line, right) or _is_listed(lines, at, right):
        return False
    if _is_running_text(after, right) or _ASSIGNMENT.match(after.text) is not None:
        return True
    if line.blanks and (_wraps(lines, at + 1, right) or _BUDGET.match(after.text) is not None):
        return True
    if after.flows:
        return False
    return is_label(after.columns[0][1]) and _AFTER_LETTER.match(after.text) is None


def _wraps(lines: Sequence[PlainLine], at: int, right: float) -> bool:
    """True for a line of text that goes on in a small letter, however wide it seems to be."""
    line, below = lines[at], lines[at + 1] if at + 1 < len(lines) else None
    return (
        below is not None
        and not below.blanks
        and line.flows
        and line.text[0].isupper()
        and below.text[0].islower()
        and below.indent == line.indent
        and line.width > 0.5 * right
    )


def _is_title_line(line: PlainLine, right: float) -> bool:
    """True for a line that is short and ends as no sentence does."""
    text = line.text
    return (
        line.flows
        and _may_be_heading(text)
        and not text.endswith(":")
        and text[0].isupper()
        and (not any(mark.isdigit() for mark in text) or _CODED.match(text) is not None)
        and _ITEM.match(text) is None
        and line.width < SHORT * right
    )


def _is_listed(lines: Sequence[PlainLine], at: int, right: float) -> bool:
    """True for a short line right under another one, both further in: items without their marks."""
    line, above = lines[at], lines[at - 1] if at else None
    return (
        above is not None
        and not line.blanks
        and 0 < line.indent == above.indent
        and not above.ends_sentence
        and above.width < SHORT * right
    )


def _is_running_text(line: PlainLine, right: float) -> bool:
    full = line.width > SHORT * right or (line.ends_sentence and line.width > 0.5 * right)
    return line.flows and full and line.text[0].isupper() and _ITEM.match(line.text) is None
