"""Comparisons with one of everything, and with text that tries to break out."""

from __future__ import annotations

from pathlib import Path

from made_letters import (
    assignment,
    authorisation,
    dated,
    full_letter,
    indicator,
    letter,
    line,
    reporting,
    row,
    table,
    target,
)
from steering_letters import addendum, first_year, second_year
from tildeling import ConsolidatedLetter, LetterDiff, consolidate, diff, parse
from tildeling.letter import Goal, Letter, Source

LETTERS = Path(__file__).parents[1] / "fixtures" / "letters"

HOSTILE = "<script>alert('x')</script> [red]rødt[/red] \x1b[31mrødt\x07 \"&amp; | `*kursiv*` \u202e"
"""Markup of HTML, rich and Markdown, control characters, and a reversed order of writing."""


def chain() -> ConsolidatedLetter:
    """The fixture chain, with everything that can happen in it."""
    return consolidate(parse(path) for path in sorted((LETTERS / "kjede").glob("*.pdf")))


def step(number: int) -> LetterDiff:
    """What the fixture's addendum of a number changes against the base letter."""
    kjede = LETTERS / "kjede"
    return diff(parse(kjede / "0-tildelingsbrev.pdf"), parse(kjede / f"{number}-tillegg.pdf"))


def hostile_letters() -> tuple[Letter, Letter]:
    """A base letter and an addendum in which each text that is shown is hostile."""
    source = Source(
        name=f"{HOSTILE}.pdf", sha256="1" * 64, pages=1, producer=None, text_source="pdf"
    )
    old = letter(
        kind="base",
        addendum_number=None,
        title=HOSTILE,
        source=source,
        assignments=(
            assignment(title=HOSTILE, description=f"Før. {HOSTILE}", tasks=(HOSTILE,)),
            assignment(number="2026-08", title=HOSTILE, description=HOSTILE),
        ),
        budget_tables=(table(row(1_000_000, name=HOSTILE)),),
        goals=(Goal(number=HOSTILE, title=HOSTILE),),
        indicators=(indicator(number=HOSTILE, text=HOSTILE),),
        reporting=(reporting(text=HOSTILE),),
        authorisations=(authorisation(kind="other", text=HOSTILE, amount=1),),
    )
    new = letter(
        title=HOSTILE,
        assignments=(
            assignment(
                status="amended",
                title=None,
                description=f"Nå. {HOSTILE} Mer.",
                deadlines=(dated("2026-06-01", label=HOSTILE),),
                financing=(line(kind="see_section", section_reference=HOSTILE, text=HOSTILE),),
            ),
            assignment(number="2026-08", title=None, status="cancelled", description=HOSTILE),
            assignment(number="2026-09", title=f"Ny {HOSTILE}", description=HOSTILE),
        ),
        deadlines=(dated("2026-06-01", label=HOSTILE),),
        financing=(line(amount=1, chapter=291, post=21, text=HOSTILE),),
        budget_tables=(table(row(2_000_000, name=HOSTILE)),),
        goals=(Goal(number="2", title=HOSTILE), Goal(number="3", title=f"Nytt {HOSTILE}")),
        indicators=(indicator(text=HOSTILE, targets=(target(text=HOSTILE, value=None),)),),
        reporting=(reporting(text=f"Nå {HOSTILE}"),),
        authorisations=(authorisation(kind="other", text=HOSTILE, amount=2),),
    )
    return old, new


def two_years() -> LetterDiff:
    """Two base letters in a row, with goals, indicators, reporting and authorisations."""
    return diff(first_year(), second_year())


def steered() -> ConsolidatedLetter:
    """A base letter with these, and an addendum that changes some."""
    return consolidate((first_year(), addendum()))


def everything() -> LetterDiff:
    """Changes of each kind that the made letters can show."""
    return diff(letter(kind="base", addendum_number=None), full_letter())
