"""What an addendum changes of goals, indicators, requirements and authorisations given before.

"Styringsparameteren «Svartid» utgår" gives no item of its own, so that a chain that is put together
goes on with the old one. What cannot be carried on is told.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tildeling.any_case import AnyCase
from tildeling.findings import make_finding
from tildeling.letter import Finding, Letter
from tildeling.meaning.letter import Built
from tildeling.text.blocks import Paragraph, Span, Table, paragraphs_of
from tildeling.text.spans_around import SpansAround

# What may be changed: "Styringsparameteren", "Resultatkravet", "Delmål 1.2", "Fullmakten".
_WHAT = r"""(?:
    styringsparamet(?:er|ere|rar|eren|ren|eret|rene|rane)
    | (?:resultat)?indikator(?:en|ene|ane)?
    | (?:resultat|prestasjons|rapporterings)krav(?:et|a|ene)? | krav(?:et|ene|a)?[ ]til
    | (?:mål|nøkkel)tal(?:l|let|lene|et|a)?
    | (?:hoved|hovud|del|bruker|brukar|virksomhets)mål(?:et)?
    | mål[ ]\d+(?:\.\d+)*
    | fullmakt(?:en|ene|a|ane)?
)"""
# What becomes of it: "utgår", "endres", "får nytt innhold", "settes opp".
_CHANGES = r"""(?:
    utgår | går[ ]ut | fall(?:er)?[ ]bort | fell[ ]bort | bortfaller | bortfell
    | oppheve[ts] | opphevast
    | endre[ts] | endra | endrast | erstatte[ts] | erstatta | erstattast
    | justere[ts] | justert | justerast
    | senke[ts] | senka | heve[ts] | heva | øke[ts] | økt | auka | aukast
    | redusere[ts] | redusert | reduserast | utvide[ts] | utvida
    | strykes | strykast | strøket | trekke[ts] | trukket | presiseres | presisert
    | får[ ](?:ny|nytt|følgende) | (?:tas|takast|tatt)[ ]ut | settes[ ](?:ned|opp) | skal[ ]lyde
)"""
_BETWEEN = r"(?:[^.:;]|\.(?=\d)|(?<=kap)\.|(?<=pkt)\.|(?<=nr)\.){0,120}?"
# A sentence that changes one of them: "Resultatkravet for svartid senkes til 45 dager".
CHANGED = AnyCase(rf"(?x)(?<!\w){_WHAT}(?!\w){_BETWEEN}(?<!\w){_CHANGES}(?!\w)")

# Says that nothing is changed, or that it may be, or was.
NOT_NOW = re.compile(
    r"\b(?:ikke|ikkje|ingen|inga|kan|vil|dersom|hvis|uendret|uendra|hvordan|korleis|ble|vart|blei)\b",
    re.IGNORECASE,
)

# Characters of a sentence that a message quotes.
SHOWN = 160


def steering_changes(built: Built) -> Iterator[Finding]:
    """A finding for each sentence of an addendum that changes an item and is none itself."""
    if built.letter.kind != "addendum" or not CHANGED.search(built.reading.text):
        return
    read = SpansAround(_read(built.letter))
    for sentence in _sentences(built):
        words = built.reading.words(sentence)
        if CHANGED.search(words) is None or NOT_NOW.search(words):
            continue
        if any(True for _ in read.around(sentence.start, sentence.start + 1)):
            continue
        evidence = built.reading.evidence(sentence.start, sentence.end)
        shown = built.reading.line(sentence)[:SHOWN]
        yield make_finding("unread_change", "warning", None, evidence, words=shown)


def _sentences(built: Built) -> Iterator[Span]:
    for block in built.reading.blocks:
        parts = [block] if isinstance(block, Paragraph) else _in_cells(block)
        for part in parts:
            for start, end in built.reading.sentences(part):
                yield Span(part.start + start, part.start + end)


def _in_cells(table: Table) -> list[Paragraph]:
    return [part for row in table.rows for cell in row.cells for part in paragraphs_of(cell)]


def _read(letter: Letter) -> Iterator[Span]:
    """The words of items that hold what they say: nothing of these is lost."""
    items = (
        *(*letter.goals, *letter.indicators, *letter.reporting, *letter.authorisations),
        *(*letter.payments, *letter.assignments),
        *(target for indicator in letter.indicators for target in indicator.targets),
    )
    for item in items:
        for evidence in item.evidence:
            extent = evidence._extent
            yield Span(extent.start, extent.end)
