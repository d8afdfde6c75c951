"""The labels that part an assignment, in both written languages: "Bakgrunn", "Frist",
"Finansiering".

The table is data: to teach the parser a ministry's label, add its words to the field it belongs to.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

LabelField = Literal[
    "background", "description", "financing", "deadline", "responsible", "participants"
]

# Longer forms first: the first that fits is taken. "Mål" and "Formål" say what is wanted, and so
# belong to the description; so does what is to be reported, whose dates are deadlines like any
# other.
LABELS: dict[LabelField, tuple[str, ...]] = {
    "background": (
        r"bakgrunn(?:en|a)?(?: (?:for|og formål(?:et)? (?:for|med)) oppdraget)?",
        r"bakgrunn og (?:formål|føremål|mål)",
    ),
    "description": (
        r"(?:nærmere )?beskrivelse(?:n)?(?: av (?:oppdraget|oppgaven|tiltaket))?",
        r"(?:nærare )?(?:omtale|beskriving)(?: av (?:oppdraget|oppgåva|tiltaket))?",
        r"(?:nærare )?skildring(?:a)?(?: av (?:oppdraget|oppgåva|tiltaket))?",
        r"(?:om|innhold i|innhald i) oppdraget|oppdraget|oppgaven|oppgåva|innhold|innhald",
        r"(?:formål|føremål|mål)(?:et)?(?: (?:med|for) oppdraget)?",
        r"(?:forventet |forventa )?(?:resultat|leveranse)(?:r|ar)?",
        r"rapportering(?:a|en)?(?: (?:på|om|av) oppdraget)?",
        r"oppfølging(?:a|en)?|gjennomføring(?:a|en)?|organisering(?:a|en)?",
    ),
    "financing": (r"finansiering(?:a|en)?(?: av oppdraget)?",),
    "deadline": (
        r"(?:(?:ny|siste|endel[ie]g|utsatt|utsett|revidert) )?frist(?:en|ar|er)?"
        r"(?: og rapportering(?:a|en)?)?(?: for oppdraget)?",
        r"(?:rapportering og )frist(?:er|ar)?",
        r"tidsfrist(?:er|ar)?|leveringsfrist|leveransefrist|svarfrist|tidspunkt|tidsplan",
    ),
    "responsible": (
        r"ansvarl[ie]g (?:fag)?avdeling(?: i (?:\w+|departementet))?",
        r"ansvarl[ie]g i (?:\w+|departementet)",
        r"(?:kontaktavdeling|fagavdeling)(?: i (?:\w+|departementet))?",
    ),
    "participants": (
        r"(?:samarbeidspartn(?:er|ar)(?:e|ar)?|deltak[ea]r(?:e|ar)?|"
        r"involverte(?: (?:aktør(?:er|ar)|virksomheter|verksemder))?)",
    ),
}

_PATTERNS = tuple(
    (field, re.compile(rf"(?:{form})", re.IGNORECASE))
    for field, forms in LABELS.items()
    for form in forms
)
_ANY = re.compile("|".join(form for forms in LABELS.values() for form in forms), re.IGNORECASE)
_FRIST_FOR = re.compile(
    r"(?:siste |endelig |ny )?frist(?:en|ar|er)? (?:for|til|med)\b[^.:;\n]{2,140}", re.IGNORECASE
)
_COLON = re.compile(r"\s*:\s*")


@dataclass(frozen=True, slots=True)
class Label:
    """A label found at the start of some words."""

    field: LabelField
    end: int
    """Where the label's own words end, as an offset into the words."""
    rest: int
    """Where what it labels begins."""
    colon: bool


def match_label(words: str, bold_until: int = 0) -> Label | None:
    """The label that words begin with, or None.

    A label stands alone, or before a colon, or is set apart in bold (the first `bold_until`
    characters).

    >>> match_label("Bakgrunn").field, match_label("Frist: 1. mai 2023").rest
    ('background', 7)
    >>> match_label("Bakgrunnen er sammensatt.") is None
    True
    """
    if not _ANY.match(words):
        return None
    for field, pattern in _PATTERNS:
        match = pattern.match(words)
        if match is None:
            continue
        colon = _COLON.match(words, match.end())
        if colon is not None:
            return Label(field, match.end(), colon.end(), True)
        after = words[match.end() :]
        if not after.strip(" ."):
            return Label(field, match.end(), len(words), False)
        if bold_until and match.end() >= bold_until - 1 and after[0] == " ":
            return Label(field, match.end(), match.end() + 1, False)
    return None


def match_deadline_label(words: str) -> Label | None:
    """A label that says what falls due: "Frist for veiledningsmaterialet:", before its colon or
    alone.

    >>> match_deadline_label("Frist for sluttrapport: 1. mai").end
    22
    """
    match = _FRIST_FOR.match(words)
    if match is None:
        return None
    colon = _COLON.match(words, match.end())
    if colon is not None:
        return Label("deadline", match.end(), colon.end(), True)
    return None
