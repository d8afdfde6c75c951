"""The labels that part an assignment, in both written languages: "Bakgrunn", "Frist",
"Finansiering". Their table is `tildeling.forms.LABELS`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from tildeling.forms import DUE_BEFORE, LABELS, MONTHS, LabelField, field_of_label

_PATTERNS = tuple(
    (field, re.compile(rf"(?:{form})", re.IGNORECASE))
    for field, forms in LABELS.items()
    for form in forms
)
_ANY = re.compile("|".join(form for forms in LABELS.values() for form in forms), re.IGNORECASE)
# What a day begins with: "innen utgangen av mars", "1.", "uke 4".
_DAY = (
    rf"(?:(?:{DUE_BEFORE.replace(' ', '[ ]')})[ ])*"
    rf"(?:\d{{1,2}}\.|uke[ ]\d|veke[ ]\d|(?:{MONTHS})\b)"
)
# "Leveringsfrist", with what falls due.
_FRIST_FOR = re.compile(
    rf"""
    (?:siste[ ]|endelig[ ]|ny[ ])?
    (?:tids|leverings|svar|rapporterings)?frist(?:en|ene|ane|ar|er)?
    (?:
        # "Frist for sluttrapport"
        [ ](?:for|til|med)\b[^.:;\n]{{2,140}}
        # "Frist første utkast:", "Frist (utkast):", "Frist KLD:"; no sentence.
        | (?:,[ ]|[ ][(–-][ ]?|[ ])
          (?!(?:er|blir|vert|var|ble|vart|settes|set|som|gjelder|gjeld)\b)
          [^.:;\n]{{2,50}}(?=:\s*(?:{_DAY}|$))
    )
    """,
    re.IGNORECASE | re.VERBOSE,
)
# A word that is a label only before a colon and a day: "Når: 1. mai".
_DAY_FOR = re.compile(
    rf"(?:ferdig|når|dato|svar innen|svar innan|innen|innan|delleveranse \d)(?=:\s*{_DAY})",
    re.IGNORECASE,
)
_OWN_WORD = re.compile(r"(?P<word>oppdrag|oppgave|oppgåve)(?:\s*:\s*|\s*$)", re.IGNORECASE)
# Characters; behind a label there is a colon, or the words end, or they are bold so far.
LONGEST_LABEL = 120
_COLON = re.compile(r"\s*:\s*")


@dataclass(frozen=True, slots=True)
class Label:
    """A label found at the start of some words."""

    field: LabelField
    end: int
    """Where the label's own words end, as an offset into the words."""
    rest: int
    """Where what it labels begins."""


def match_label(words: str, bold_until: int = 0) -> Label | None:
    """The label that words begin with, or None.

    A label stands alone, or before a colon, or is set apart in bold (the first `bold_until`
    characters).

    >>> match_label("Bakgrunn").field, match_label("Frist: 1. mai 2023").rest
    ('background', 7)
    >>> match_label("Bakgrunnen er sammensatt.") is None
    True
    """
    is_short = len(words) <= LONGEST_LABEL
    if not (is_short or bold_until or ":" in words[:LONGEST_LABEL]) or not _ANY.match(words):
        return None
    for field, pattern in _PATTERNS:
        match = pattern.match(words)
        if match is None:
            continue
        colon = _COLON.match(words, match.end())
        if colon is not None:
            return Label(field, match.end(), colon.end())
        after = words[match.end() :]
        if not after.strip(" ."):
            return Label(field, match.end(), len(words))
        if bold_until and match.end() >= bold_until - 1 and after[0] == " ":
            return Label(field, match.end(), match.end() + 1)
    return None


def match_deadline_label(words: str) -> Label | None:
    """A label that says what falls due: "Frist for veiledningsmaterialet:", before its colon or
    alone.

    >>> match_deadline_label("Frist for sluttrapport: 1. mai").end
    22
    >>> match_deadline_label("Frist for sluttrapport").end
    22
    """
    match = _FRIST_FOR.match(words) or _DAY_FOR.match(words)
    if match is None:
        return None
    colon = _COLON.match(words, match.end())
    if colon is not None:
        return Label("deadline", match.end(), colon.end())
    if field_of_label(words) == "deadline":
        return Label("deadline", match.end(), len(words))
    return None


def own_label(words: str, bold_until: int = 0) -> Label | None:
    """The word "Oppdrag" as the label of what is asked, inside an assignment alone.

    >>> own_label("Oppdrag: Lage kart.").rest, own_label("Oppdraget er nytt.") is None
    (9, True)
    """
    match = _OWN_WORD.match(words) or (
        _OWN_WORD.fullmatch(words[:bold_until].rstrip()) if bold_until else None
    )
    if match is None:
        return None
    rest = max(match.end(), bold_until)
    return Label(
        "description", match.end("word"), rest + len(words[rest:]) - len(words[rest:].lstrip())
    )


def any_label(words: str, bold_until: int = 0) -> Label | None:
    """The label that words begin with: one that says what falls due, or any other."""
    return match_deadline_label(words) or match_label(words, bold_until)
