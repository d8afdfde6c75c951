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
from tildeling.export.comparison_heads import language_of
from tildeling.export.html_parts import rendered
from tildeling.export.table_html import shown_table
from tildeling.export.word_diff import word_diff
from tildeling.find.language import written_language
from tildeling.findings import message_in
from tildeling.letter import Letter, Within
from tildeling.table import Table
from tildeling.words import Words, words_in

# Fields that hold kroner.
MONEY = ("amount", "part_of", "replaces", "amounts", "delta", "change", "stated", "computed")

# The space inside a sum, not that before a year ("1. juni 2026").
BETWEEN_THOUSANDS = re.compile(r"(?<=\d) (?=\d{3}(?!\d))")


def card(shown: BaseModel) -> str:
    """The card of any of the typed objects, in the language of the letter.

    A part of a letter does not know its letter: it is told in the language of its own words.
    """
    if isinstance(shown, Letter):
        return _card("letter", words_in(shown.language), letter=shown)
    if isinstance(shown, LetterDiff):
        return _diff_card(shown, words_in(language_of(shown)))
    if isinstance(shown, ConsolidatedLetter):
        return _chain_card(shown, words_in(language_of(shown)))
    words = words_in(written_language(" ".join(_strings(shown.model_dump()))))
    if isinstance(shown, Table):
        return _card("table", words, table=shown_table(shown, words))
    fields = list(_fields(shown, words))
    return _card("part", words, kind=type(shown).__name__, part=shown, fields=fields)


def _strings(value: object) -> Iterator[str]:
    """All that is text in what a typed object holds."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for one in value.values():
            yield from _strings(one)
    elif isinstance(value, list | tuple):
        for one in value:
            yield from _strings(one)


def _card(template: str, words: Words, **values: Any) -> str:
    return rendered(
        f"card_{template}.html",
        words,
        phrases=phrases,
        steer=steering_phrases,
        unbroken=unbroken,
        message_in=message_in,
        **values,
    )


def unbroken(words: str) -> str:
    r"""The words with sums that no line break parts.

    >>> unbroken("Posten er 36 900 000 kroner.")
    'Posten er 36\xa0900\xa0000 kroner.'
    """
    return BETWEEN_THOUSANDS.sub("\N{NO-BREAK SPACE}", words)


def _diff_card(diff: LetterDiff, words: Words) -> str:
    changes = diff.changes
    return _card(
        "diff",
        words,
        diff=diff,
        counts=change_rows.counted(changes, words),
        nothing=words.say(change_rows.NOTHING_CHANGED),
        sections=change_parts.parts_of(changes, words),
        budget=change_rows.post_rows(changes, words),
        word_diff=word_diff,
    )


def _chain_card(chain: ConsolidatedLetter, words: Words) -> str:
    return _card(
        "chain",
        words,
        chain=chain,
        sections=(
            (words.say("Assignments in force"), list(chain_rows.in_force(chain, cancelled=False))),
            (words.say("Cancelled assignments"), list(chain_rows.in_force(chain, cancelled=True))),
        ),
        parts_in_force=chain_parts.parts_in_force(chain, words),
        where_given=chain_parts.where_given,
        letter_name=change_rows.letter_name,
        heading_of=chain_rows.heading_of,
        deadlines_of=chain_rows.deadlines_of,
        steps_of=chain_rows.steps_of,
        after_step=chain_rows.after_step,
        off_in=chain_rows.off_in,
        word_diff=word_diff,
    )


def _fields(shown: BaseModel, words: Words) -> Iterator[tuple[str, str]]:
    """The names and values of all fields that say something."""
    # Where it was read comes last, though the models inherit it as their first field.
    for name in sorted(type(shown).model_fields, key="evidence".__eq__):
        value = getattr(shown, name)
        if value in (None, (), ""):
            continue
        if name == "evidence":
            yield name, phrases.pages(value, words) or words.say("plain text")
        elif isinstance(value, tuple):
            yield name, ", ".join(_value(name, one, words) for one in value)
        else:
            yield name, _value(name, value, words)


def _value(name: str, value: object, words: Words) -> str:
    if name in MONEY and isinstance(value, int):
        return words.number(value)
    if isinstance(value, Within):
        return steering_phrases.counted(value.value, value.unit, words)
    return "" if value is None else str(value)
