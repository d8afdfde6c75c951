"""For any two letters, the changes applied to the old keys give the new keys."""

from collections.abc import Callable
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from made_letters import assignment, at, dated, letter, line, row, table
from tildeling import Letter, diff
from tildeling.compare.identity import key_of_assignment, key_of_label, key_of_number
from tildeling.comparison import Change
from tildeling.letter import Assignment, Deadline, Renumbering

NUMBERS = st.integers(1, 6).map(lambda number: f"2026-{number:03}")
DAYS = st.integers(1, 28).map(lambda day: f"2026-06-{day:02}")
LABELS = st.sampled_from([None, "Frist for utkast", "Frist for rapport"])
TITLES = {f"2026-{number:03}": f"Oppdrag nummer {number} om noe" for number in range(1, 7)}


def deadlines() -> st.SearchStrategy[tuple[Deadline, ...]]:
    one = st.builds(lambda day, label: dated(day, label=label), DAYS, LABELS)
    return st.lists(one, max_size=3, unique_by=lambda each: each.label).map(tuple)


def assignments(statuses: list[str]) -> st.SearchStrategy[tuple[Assignment, ...]]:
    one = st.builds(
        lambda number, due, status, amount: assignment(
            number=number,
            title=TITLES[number],
            deadlines=due,
            status=status,
            financing=(line(amount=amount * 1000, chapter=291, post=21),) if amount else (),
        ),
        NUMBERS,
        deadlines(),
        st.sampled_from(statuses),
        st.integers(0, 3),
    )
    return st.lists(one, max_size=5, unique_by=lambda each: each.number).map(tuple)


def posts() -> st.SearchStrategy[Any]:
    one = st.tuples(st.integers(1, 4), st.integers(1, 5))
    return st.lists(one, max_size=4, unique_by=lambda each: each[0]).map(
        lambda amounts: (
            (table(*(row(kroner * 1_000_000, post=post) for post, kroner in amounts)),)
            if amounts
            else ()
        )
    )


BASES = st.builds(
    lambda given, due, tables: letter(
        kind="base",
        addendum_number=None,
        assignments=given,
        deadlines=due,
        budget_tables=tables,
    ),
    assignments(["new"]),
    deadlines(),
    posts(),
)


@st.composite
def addenda(draw: Callable[[st.SearchStrategy[Any]], Any]) -> Letter:
    """An addendum that gives, amends and cancels, and may give one assignment a fresh number."""
    renumberings: tuple[Renumbering, ...] = ()
    old = draw(st.none() | NUMBERS)
    if old is not None:
        renumberings = (Renumbering(old=old, new="2026-099", evidence=at(1)),)
    given = draw(assignments(["new", "amended", "cancelled"]))
    return letter(
        assignments=tuple(each for each in given if each.number != old),
        renumberings=renumberings,
        deadlines=draw(deadlines()),
        budget_tables=draw(posts()),
    )


def keys(one: Letter) -> set[str]:
    """All that a letter gives, by what it is known by."""
    found = {key_of_assignment(each) for each in one.assignments if each.status != "cancelled"}
    found |= {f"due {key_of_label(each.label) or each.date}" for each in one.deadlines}
    found |= {f"{each.chapter}/{each.post}" for given in one.budget_tables for each in given.rows}
    return found


def key(change: Change) -> str:
    one = change.old if change.new is None else change.new
    if change.outside and isinstance(one, Deadline):
        return f"due {key_of_label(one.label) or one.date}"
    if change.kind.startswith("assignment"):
        return key_of_number(change.key or "")
    return change.key or ""


def applied(before: set[str], changes: tuple[Change, ...]) -> set[str]:
    """The keys after the changes; inside an assignment nothing is a key of its own."""
    after = set(before)
    for change in changes:
        if change.kind == "assignment_renumbered":
            if key_of_number(str(change.old)) in after:
                after.remove(key_of_number(str(change.old)))
                after.add(key_of_number(str(change.new)))
        elif change.kind.startswith(("assignment", "budget_row")) or change.outside:
            if change.kind.endswith("_added"):
                assert key(change) not in after
                after.add(key(change))
            elif change.kind.endswith(("_removed", "_cancelled")):
                after.discard(key(change))
    return after


@given(BASES, BASES)
def test_between_two_base_letters_they_give_the_new_keys(old: Letter, new: Letter) -> None:
    assert applied(keys(old), diff(old, new).changes) == keys(new)


@given(BASES, addenda())
def test_after_an_addendum_they_give_what_both_give(old: Letter, new: Letter) -> None:
    cancelled = {key_of_assignment(each) for each in new.assignments if each.status == "cancelled"}
    amended = {key_of_assignment(each) for each in new.assignments if each.status == "amended"}
    gone = {key_of_number(each.old) for each in new.renumberings} & keys(old)
    fresh = {key_of_number(each.new) for each in new.renumberings if gone}
    expected = (keys(old) - gone - cancelled) | (keys(new) - (amended - keys(old))) | fresh
    assert applied(keys(old), diff(old, new).changes) == expected


@given(BASES | addenda())
def test_a_letter_changes_nothing_against_itself(one: Letter) -> None:
    assert diff(one, one).changes == ()


@given(BASES, BASES)
def test_the_differences_of_posts_add_up(old: Letter, new: Letter) -> None:
    def total(one: Letter) -> int:
        rows = [each for given in one.budget_tables for each in given.rows]
        return sum(each.amounts[0] or 0 for each in rows)

    deltas = [change.delta or 0 for change in diff(old, new).changes if "budget" in change.kind]
    assert total(old) + sum(deltas) == total(new)
