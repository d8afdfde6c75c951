"""Words that a letter's form is made of, in both written languages, as layout needs them.

Tables, no code: add a word here when a ministry prints another one.
"""

from __future__ import annotations

import re

FIELD_LABELS = frozenset(
    label.strip()
    for label in """
    bakgrunn
    beskrivelse
    beskrivelse av oppdraget
    oppdragsbeskrivelse
    omtale
    omtale av oppdraget
    skildring av oppdraget
    om oppdraget
    oppdrag
    oppdraget
    formål
    føremål
    mål
    finansiering
    frist
    frister
    fristar
    rapportering
    leveranse
    leveransar
    leveranser
    kopi
    kopi til
    vedlegg
    """.strip().split("\n")
)
"""Labels that stand on a line of their own over the field they name; folded."""

BUDGET_HEADING = re.compile(r"(?:Kap(?:ittel|\.)?\s*\d{3,4}|Post\s*\d{2})\b,?\s+[A-ZÆØÅ]")
"""What a heading of the budget part begins with: 'Kap. 291 Bosetting', 'Post 60 Integrering'."""

UNFINISHED = frozenset(
    """
    og eller av for til med på i om ved fra frå som den det de dei en et ei å mot mellom hos under
    over etter innen innan samt at er skal blir vil kan må jf jf. nr nr. kap kap. post pkt pkt.
    punkt prop. meld. innst. st. mill. mrd. bl.a. f.eks. ca. inkl. evt. ev. § §§ kr kr.
    også der hvor kor når ikke ikkje bør har hadde ble vart blei denne dette disse desse sin sitt
    sine både enten samme same alle andre annen anna
    """.split()  # noqa: SIM905 -- a list of words reads better in running lines
)
"""Words that end no paragraph and no heading: the line below goes on."""

DEADLINE_LABEL = "frist"
"""A row's label begins with this word: 'Frist', 'Frist for utbetaling'."""

DUE_BEFORE = (
    "ved utgangen av|innen utgangen av|innan utgangen av|utgangen av|i løpet av|innen|innan|senest|"
    "seinast|snarest|før|medio|primo|ultimo|slutten av|starten av|begynnelsen av|byrjinga av|"
    "første halvdel av|andre halvdel av|fra|frå|den|per|pr."
)
"""What stands before a date that something is due."""

DUE_WITHOUT_DATE = (
    "løpende|løpande|fortløpende|fortløpande|snarest|snarest mulig|snarast|snarast råd|straks|"
    "omgående|avtales|avtales nærmere|etter avtale|blir avtalt|settes i dialog[^.]{0,70}|"
    "blir sett i dialog[^.]{0,70}|fristen settes i dialog[^.]{0,70}|"
    "fristen blir sett i dialog[^.]{0,70}|etter gjennomført høring"
)
"""What stands in a date's place."""

MONTHS = (
    "januar|februar|mars|april|mai|juni|juli|august|september|oktober|november|desember|"
    "jan.|feb.|apr.|aug.|sept.|sep.|okt.|nov.|des."
)

SEASONS = "våren|sommeren|sommaren|høsten|hausten|vinteren|vår|sommer|høst|haust|vinter"

PERIODS = "tertial|kvartal|halvår"

ORDINALS = "første|fyrste|andre|tredje|fjerde|1.|2.|3.|4."

SUM_WORDS = frozenset(("sum", "totalt", "total", "samlet", "samla"))
"""First words of a table's sum row."""

NAME_HEADS = frozenset(
    """
    postnavn postnamn betegnelse nemning benevnelse benevning beskrivelse formål føremål navn namn
    tekst
    """.split()  # noqa: SIM905 -- as above
)
"""Headings of the column that names the posts."""

AMOUNT_HEADS = ("bevilgning", "bevilling", "løyving", "tildel", "budsjett", "endring", "saldert")
"""Words that headings of amount columns begin with; no name of a post does."""

GREETINGS = (
    "med hilsen",
    "med vennlig hilsen",
    "med helsing",
    "med venleg helsing",
    "vennlig hilsen",
)
"""What stands over the signatures, folded."""
