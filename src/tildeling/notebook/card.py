"""Cards: what a notebook shows of a letter, its parts, a diff, a consolidated letter.

A card is a fragment of HTML with its own style, that takes the page's colours, light or dark. Text
from letters is escaped by the template engine; no script runs and nothing is fetched.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from pydantic import BaseModel

from tildeling.comparison import ConsolidatedLetter, LetterDiff
from tildeling.export import (
    chain_parts,
    chain_rows,
    change_parts,
    change_rows,
    phrases,
    steering_phrases,
)
from tildeling.export.html_parts import rendered
from tildeling.export.table_html import shown_table
from tildeling.export.word_diff import word_diff
from tildeling.find.kroner import kroner, signed_kroner
from tildeling.letter import Letter, Within
from tildeling.table import Table

MONEY = ("amount", "part_of", "replaces", "amounts", "delta", "change", "stated", "computed")
"""Fields that hold kroner."""

BETWEEN_THOUSANDS = re.compile(r"(?<=\d) (?=\d{3}(?!\d))")
"""The space inside a sum, not that before a year ("1. juni 2026")."""


def card(shown: BaseModel) -> str:
    """The card of any of the typed objects."""
    if isinstance(shown, Letter):
        return _card("letter", letter=shown)
    if isinstance(shown, LetterDiff):
        return _diff_card(shown)
    if isinstance(shown, ConsolidatedLetter):
        return _chain_card(shown)
    if isinstance(shown, Table):
        return _card("table", table=shown_table(shown))
    fields = list(_fields(shown))
    return _card("part", kind=type(shown).__name__, part=shown, fields=fields)


def _card(template: str, **values: Any) -> str:
    return rendered(
        f"card_{template}.html", say=phrases, steer=steering_phrases, unbroken=unbroken, **values
    )


def unbroken(words: str) -> str:
    r"""The words with sums that no line break parts.

    >>> unbroken("Posten er 36 900 000 kroner.")
    'Posten er 36\xa0900\xa0000 kroner.'
    """
    return BETWEEN_THOUSANDS.sub("\N{NO-BREAK SPACE}", words)


def _diff_card(diff: LetterDiff) -> str:
    changes = diff.changes
    return _card(
        "diff",
        diff=diff,
        counts=change_rows.counted(changes),
        nothing=change_rows.NOTHING_CHANGED,
        sections=change_parts.parts_of(changes),
        budget=change_rows.post_rows(changes),
        word_diff=word_diff,
    )


def _chain_card(chain: ConsolidatedLetter) -> str:
    return _card(
        "chain",
        chain=chain,
        sections=(
            ("Gjeldende oppdrag", list(chain_rows.in_force(chain, cancelled=False))),
            ("Oppdrag som utgår", list(chain_rows.in_force(chain, cancelled=True))),
        ),
        parts_in_force=chain_parts.parts_in_force(chain),
        where_given=chain_parts.where_given,
        letter_name=change_rows.letter_name,
        heading_of=chain_rows.heading_of,
        deadlines_of=chain_rows.deadlines_of,
        steps_of=chain_rows.steps_of,
        after_step=chain_rows.after_step,
        off_in=chain_rows.off_in,
        signed_kroner=signed_kroner,
        word_diff=word_diff,
    )


def _fields(shown: BaseModel) -> Iterator[tuple[str, str]]:
    """The names and values of all fields that say something."""
    # Where it was read comes last, though the models inherit it as their first field.
    for name in sorted(type(shown).model_fields, key="evidence".__eq__):
        value = getattr(shown, name)
        if value in (None, (), ""):
            continue
        if name == "evidence":
            yield name, phrases.pages(value) or "ren tekst"
        elif isinstance(value, tuple):
            yield name, ", ".join(_value(name, one) for one in value)
        else:
            yield name, _value(name, value)


def _value(name: str, value: object) -> str:
    if name in MONEY and isinstance(value, int):
        return kroner(value)
    if isinstance(value, Within):
        return steering_phrases.counted(value.value, value.unit)
    return "" if value is None else str(value)
