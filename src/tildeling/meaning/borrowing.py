"""Words that give a deadline by another one, "samme dag som årsrapporten", or by an event.

The day that they come to is known once all deadlines of the letter are (`borrowed_days.py`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from tildeling.any_case import small_letters
from tildeling.find.cues import StatusExpression
from tildeling.find.dates import DateExpression
from tildeling.find.patterns import any_of, has_any
from tildeling.letter import Deadline
from tildeling.meaning.documents import DOCUMENTS
from tildeling.meaning.reading import Reading
from tildeling.text.blocks import Span

PERIODS = ("tertial", "kvartal", "halvår")
_HANDED_OVER = (
    *DOCUMENTS,
    *("melding", "regnskap", "rekneskap", "budsjettforslag", "rammeinnspill", "rammeinnspel"),
    *("satsingsforslag", "satsningsforslag", "innspill", "innspel", "prognose", "strategi"),
    "oversyn",
)
# A thing that is handed in, without its ending; also a longer word: "virksomhetsplan".
HANDED_OVER = re.compile(
    rf"(?<!\w)(?P<noun>\w*(?:{any_of(_HANDED_OVER)}))(?:en|et|a|ene|ane|er|ar|e|i|s)?(?!\w)",
    re.IGNORECASE,
)
_DELIVERY = (
    *("levering", "innlevering", "avlevering", "overlevering", "innsending"),
    *("oversendelse", "oversending"),
)
# "den endelige rapporten for 2. tertial", "årsrapporten for 2025"
_OF_THING = rf"""
    (?:(?:den|det|neste|ordinære|årlige|årlege|endelige|endelege|samlede|samla)\s+)*
    (?:(?:[1-4]\.|første|fyrste|andre|tredje|annen|anna)\s?)?
    (?:{any_of(PERIODS)}\s+)? {HANDED_OVER.pattern.replace("?P<noun>", "?:")}
    # "for 2025", "for 2. tertial"
    (?:\s+(?:for\s+|per\s+)?(?:
        (?:19|20)\d\d(?!\d)
        | [1-4](?![\d.])
        | (?:[1-4]\.\s?|første[ ]|fyrste[ ]|andre[ ]|tredje[ ]){any_of(PERIODS)}(?!\w)
    ))?
"""
_THING_DUE = rf"(?:{any_of(_DELIVERY)}\s+av\s+)?(?P<{{name}}>{_OF_THING})"
# What gives a deadline by that of another thing of the letter, or by an event.
BORROWS = re.compile(
    rf"""
    # "samme dag som årsrapporten", "samtidig med etatsstyringsmøtet"
    (?<!\w)(?:
        (?:samme|same)\s+(?:dag|dato|tid|tidspunkt|frist(?:er|ar)?)\s+som(?:\s+(?:for|til|på|ved))?
        | (?:samtidig|samstundes)\s+med
    )\s+(?: {_THING_DUE.format(name="as_thing")} | (?!at\s)[^.:;,()\n]{{2,80}} )
    # "sammen med årsrapporten", "innen fristen for årsrapport", "som for årsrapporten"
    | (?<!\w)(?:
        (?:samtidig|samstundes)\s+som
        | (?:sammen|saman|i\s+lag)\s+med
        | (?:innen|innan|følger|følgjer|som|jf\.?|lik|lik[ ]med|samme|same)\s+
            (?:frist(?:en)?|fristar|frister)\s+(?:for|til|på)
        | som[ ]for
        | ved(?=\s+{any_of(_DELIVERY)}\s+av\s)
    )\s+ {_THING_DUE.format(name="thing")}
    """,
    re.IGNORECASE | re.VERBOSE,
)
BORROWS_MARKS = (
    *("dag som", "dato som", "tid som", "tidspunkt som", "frist som", "frister som", "fristar som"),
    *("samtidig", "samstundes", "sammen med", "saman med", "lag med", "frist for", "fristen for"),
    *("fristen til", "fristen på", "frist til", "frist på", "frister for", "fristar for"),
    *("frister til", "frister på", "fristar til", "fristar på", "som for"),
    *("ved lever", "ved innlever", "ved avlever", "ved overlever", "ved innsend", "ved oversend"),
)


def find_borrowing(text: str) -> re.Match[str] | None:
    """The first words of a text that give a deadline by another one; by an event at its head alone.

    >>> find_borrowing("Leveres sammen med årsrapporten.")["thing"]
    'årsrapporten'
    """
    found = BORROWS.search(text) if has_any(small_letters(text), BORROWS_MARKS) else None
    if found is None or found["as_thing"] or found["thing"]:
        return found
    return found if len(text[: found.start()].split()) <= 1 else None  # "leveres samtidig med"


def without_own_period(dates: list[DateExpression], borrows: re.Match[str]) -> list[DateExpression]:
    """Dates but for the part of a year that a report is of: "rapporten for 2. tertial"."""
    start, end = borrows.span("as_thing" if borrows["as_thing"] else "thing")
    return [date for date in dates if not start <= date.start < end]


def is_told_with_a_day(
    reading: Reading,
    span: Span,
    borrows: re.Match[str],
    others: Iterable[DateExpression | StatusExpression],
) -> bool:
    """True where the sentence itself says the day: "samtidig med årsrapporten, 15. mars"."""
    return any(
        start <= borrows.start() < end and start <= other.start < end
        for start, end in reading.sentences(span)
        for other in others
    )


def borrowing(
    reading: Reading,
    at: int,
    borrows: re.Match[str],
    *,
    label: str | None = None,
    label_spans: Sequence[tuple[int, int]] = (),
) -> Deadline:
    """A deadline that words from `at` on give by another one, whose day is not yet known."""
    start, end = at + borrows.start(), at + borrows.end()
    return Deadline(
        date=None,
        status="dated",
        label=label,
        text=borrows.group(),
        sentence=reading.passage(start),
        evidence=reading.evidence_of([*label_spans, (start, end)]),
    )
