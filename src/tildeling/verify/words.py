"""Words that tell how grave it is that nobody claimed a sum, in both written languages."""

from __future__ import annotations

import re

from tildeling.any_case import AnyCase

# The title of a section about money.
BUDGET_TITLE = re.compile(
    r"bevilgning|budsjett|tildeling|løyving|økonomisk\w* ramm|midler|midlar|ramme", re.IGNORECASE
)

# What was, what something costs, how an amount differs from another year's.
TOLD_OF = AnyCase(
    r"""(?x)
    \b(?:ble|blei|vart|var|hadde|brukte|kom|kostet|kosta|fikk|fekk|mottok|utbetalte)\b
    | \b(?:høyere|høgare|lavere|lågare|mer|meir|mindre)[ ]enn\b
    # "økt fra 2025", "sammenlignet med saldert budsjett"
    | \b(?:fra|frå|i[ ]forhold[ ]til|sammenlignet[ ]med|samanlikna[ ]med)[ ]
      (?:saldert|vedtatt|20\d\d)
    | \b(?:koster|kostar|anslås|anslått|anslås[ ]til|forventes|ventes|estimert)\b
    """
)

# Words before a sum that make it a bound on something else.
LIMIT = re.compile(
    r"\b(?:over|under|inntil|minst|minimum|maksimalt|høyst|mer enn|meir enn|mindre enn)\s"
    r"(?:kr\.?\s)?$|^[^.]{0,3}\b(?:per|pr\.?)\b",
    re.IGNORECASE,
)

# A row of a calendar with no deadline in it, under a column headed "Frist" too.
MEETING = re.compile(r"møte(?:t|r|ne|a)?\b|\bkonferanse|\bseminar|\bsamling\b", re.IGNORECASE)

# What before a date makes it a document's: "instruksen av 1. januar 2017".
OF_DOCUMENT = re.compile(r"\b(?:av|datert|dagsett)\s$", re.IGNORECASE)
