"""An item of a letter by its key: an assignment's or goal's number, a post, or where it stands."""

from __future__ import annotations

from collections.abc import Iterator

from tildeling.compare.identity import folded, key_of_number
from tildeling.errors import QuestionError
from tildeling.export.items import items_by_place
from tildeling.export.phrases import budget_post, page_numbers, shortened
from tildeling.export.steering_phrases import goal_kind
from tildeling.letter import (
    Assignment,
    Attachment,
    Authorisation,
    BudgetRow,
    Deadline,
    Evidenced,
    FinancingLine,
    Finding,
    Goal,
    Indicator,
    Letter,
    Payment,
    Section,
)
from tildeling.words import Words, to_say, words_in

# What a bare number or post means where it names one of these and something else besides.
FIRST = (Assignment, BudgetRow, Goal)

# Items that an error lists.
LISTED = 12
# Characters of each.
WORDS_LISTED = 60
# Words of a description that are the key of what has neither number nor title.
KEY_WORDS = 8


def item_by_key(letter: Letter, key: str) -> Evidenced:
    """The one item that a key names.

    A key is what JSON and tables have: "2026-17", "291/60", "goals/3". Raises `QuestionError` where
    nothing has it, or several things that stand in different places.
    """
    items, words = dict(items_by_place(letter)), words_in(letter.language)
    if key in items:
        return items[key]
    found = {place: item for place, item in items.items() if _is_called(item, key, words)}
    meant = [place for place, item in found.items() if isinstance(item, FIRST)]
    others = [place for place, item in found.items() if not isinstance(item, Finding)]
    found = {place: found[place] for place in meant or others or found}
    if not found:
        raise QuestionError(
            "Nothing in the letter is called {key}.",
            to_say(
                "Give an assignment's number, a post as 291/60, a goal's number, or a place as"
                " goals/0."
            ),
            key=key,
        )
    if len({item.evidence for item in found.values()}) > 1:
        raise QuestionError(
            "{count} things in the letter are called {key}.",
            to_say("Give one of these instead:\n{places}"),
            count=len(found),
            key=key,
            places="\n".join(_listed(found, words)),
        )
    return next(iter(found.values()))


def _listed(found: dict[str, Evidenced], words: Words) -> Iterator[str]:
    for place, item in list(found.items())[:LISTED]:
        pages = page_numbers({each.page for each in item.evidence if each.page is not None}, words)
        told = " ".join(" ".join(each.text for each in item.evidence).split())
        yield f"  {place}  {shortened(told, WORDS_LISTED)}" + (f" ({pages})" if pages else "")
    if len(found) > LISTED:
        yield "  " + words.counted("and {n} more", "and {n} more", len(found) - LISTED)


def _is_called(item: Evidenced, key: str, words: Words) -> bool:
    return any(
        name == key
        or (folded(name) == folded(key) != "")
        or (isinstance(item, Assignment) and key_of_number(name) == key_of_number(key))
        for name in _names(item, words)
    )


def _names(item: Evidenced, words: Words) -> Iterator[str]:
    """What an item may be called by."""
    match item:
        case Assignment() | Section() | Attachment():
            yield from filter(None, (item.number, item.title))
            if isinstance(item, Assignment) and item.description and not item.title:
                yield " ".join(item.description.split()[:KEY_WORDS])
        case Goal():
            yield from filter(None, (item.number, item.title, goal_kind(item, words)))
        case Indicator():
            yield from filter(None, (item.number, item.text))
        case BudgetRow():
            yield budget_post(item.chapter, item.post, words, item.sub)
            if item.post is None and item.chapter is not None:
                yield str(item.chapter)
        case FinancingLine() | Payment():
            yield budget_post(item.chapter, item.post, words)
        case Authorisation():
            post = budget_post(item.chapter, item.post, words)
            yield from (post, f"{item.kind} {post}")
        case Deadline():
            yield item.label or ""
        case Finding():
            yield item.key or ""
