"""Budget posts letter by letter: stated against computed."""

from typing import Any

import pytest

from made_letters import letter, line, row, table
from tildeling.compare.budget import folded_budget
from tildeling.comparison import BudgetStep, ConsolidatedPost
from tildeling.letter import BudgetTable, ColumnRole, Letter

ROLES: tuple[ColumnRole, ...] = ("previous", "change", "new")


def amounts(*values: int | None, **changes: Any) -> BudgetTable:
    """A table of one row: previous, change and new, or the new amount alone."""
    roles = ROLES if len(values) == 3 else ("new",)
    rows = (row(*values, **changes),)
    return table(*rows, columns=tuple(map(str, roles))).model_copy(update={"column_roles": roles})


def base(amount: int = 10_000_000) -> Letter:
    return letter(kind="base", addendum_number=None, budget_tables=(amounts(amount),))


def addendum(number: int = 1, **changes: Any) -> Letter:
    return letter(addendum_number=number, **changes)


def increase(amount: int, **changes: Any) -> Any:
    plain: dict[str, Any] = {"kind": "increase", "chapter": 291, "post": 21}
    return line(amount=amount, **plain | changes)


def posts(*letters: Letter) -> list[ConsolidatedPost]:
    return list(folded_budget(letters).consolidated())


def last_step(*letters: Letter) -> BudgetStep:
    (post,) = posts(*letters)
    return post.history[-1]


def findings(*letters: Letter) -> list[tuple[str, str | None]]:
    return [(one.code, one.key) for one in folded_budget(letters).findings]


def test_the_base_letter_states_and_nothing_is_compared() -> None:
    step = last_step(base())
    assert (step.letter, step.change, step.stated, step.agrees) == (0, None, 10_000_000, None)


def test_a_total_that_follows_from_the_change_agrees() -> None:
    step = last_step(base(), addendum(budget_tables=(amounts(10_000_000, 500_000, 10_500_000),)))
    assert (step.change, step.stated, step.computed) == (500_000, 10_500_000, 10_500_000)
    assert step.agrees is True


def test_a_total_that_does_not_follow_is_told_with_its_difference() -> None:
    letters = base(), addendum(budget_tables=(amounts(11_500_000),), financing=(increase(500_000),))
    (post,) = posts(*letters)
    assert post.history[-1].agrees is False
    assert post.amount == 10_500_000
    (finding,) = folded_budget(letters).findings
    assert (finding.code, finding.key, finding.letter) == ("row_arithmetic", "291/21", 1)
    assert "1 000 000 kr mer enn 10 500 000 kr" in finding.message


def test_without_a_table_the_lines_of_the_text_add_up() -> None:
    step = last_step(
        base(),
        addendum(
            financing=(
                increase(500_000),
                increase(200_000, kind="decrease"),
                increase(100_000, kind="grant"),
            )
        ),
    )
    assert (step.change, step.stated, step.computed, step.agrees) == (
        400_000,
        None,
        10_400_000,
        None,
    )


def test_the_change_of_the_table_goes_before_that_of_the_text() -> None:
    step = last_step(
        base(),
        addendum(
            budget_tables=(amounts(10_000_000, 506_000, 10_506_000),),
            financing=(increase(500_000, text="økes med 0,5 mill. kroner"),),
        ),
    )
    assert (step.change, step.agrees) == (506_000, True)


def test_parts_of_a_sum_are_not_added_to_it() -> None:
    step = last_step(
        base(),
        addendum(
            financing=(
                increase(900_000, kind="grant"),
                increase(600_000, kind="grant", part_of=900_000),
                increase(300_000, kind="grant", part_of=900_000),
            )
        ),
    )
    assert step.change == 900_000


def test_a_correction_changes_by_what_it_differs_from_the_wrong_amount() -> None:
    step = last_step(
        base(), addendum(financing=(increase(23_000_000, kind="correction", replaces=9_500_000),))
    )
    assert step.change == 13_500_000


def test_money_of_an_assignment_is_no_change_of_its_post() -> None:
    from made_letters import assignment

    paid = assignment(financing=(increase(650_000, kind="grant"),))
    assert len(posts(base(), addendum(assignments=(paid,)))[0].history) == 1


def test_the_other_side_of_a_move_counts_where_the_letter_says_nothing_else_of_it() -> None:
    move = increase(500_000, post=1, counter_chapter=291, counter_post=21)
    two = letter(
        kind="base",
        addendum_number=None,
        budget_tables=(amounts(10_000_000), amounts(5_000_000, post=1)),
    )
    first, second = posts(two, addendum(financing=(move,)))
    assert (first.post, first.amount) == (1, 5_500_000)
    assert (second.post, second.amount) == (21, 9_500_000)


def test_the_other_side_of_a_move_makes_no_post_of_another_body() -> None:
    move = increase(500_000, counter_chapter=999, counter_post=70)
    assert [(one.chapter, one.post) for one in posts(base(), addendum(financing=(move,)))] == [
        (291, 21)
    ]


@pytest.mark.parametrize(
    ("words", "stated", "agrees"),
    [
        ("økes med 56,2 mill. kroner", 66_230_000, True),
        ("økes med 56,2 mill. kroner", 66_300_000, False),
        ("økes med 56 200 000 kroner", 66_230_000, False),
    ],
)
def test_amounts_disagree_only_beyond_the_digits_printed(
    words: str, stated: int, agrees: bool
) -> None:
    step = last_step(
        base(),
        addendum(budget_tables=(amounts(stated),), financing=(increase(56_200_000, text=words),)),
    )
    assert step.agrees is agrees


def test_a_previous_amount_that_was_not_in_force_is_told() -> None:
    letters = base(), addendum(budget_tables=(amounts(9_000_000, 500_000, 9_500_000),))
    assert findings(*letters) == [("previous_amount_mismatch", "291/21")]
    (post,) = posts(*letters)
    assert (post.amount, post.history[-1].agrees) == (10_500_000, False)


def test_a_total_the_text_confirms_is_not_compared_with_itself() -> None:
    total = increase(10_500_000, kind="total", text="skal være 10,5 mill. kroner")
    step = last_step(base(), addendum(financing=(increase(500_000), total)))
    assert (step.stated, step.computed, step.agrees) == (None, 10_500_000, None)


def test_a_wrong_total_in_the_text_is_told() -> None:
    total = increase(11_500_000, kind="total", text="skal være 11,5 mill. kroner")
    letters = base(), addendum(financing=(increase(500_000), total))
    assert last_step(*letters).agrees is False
    assert findings(*letters) == [("row_arithmetic", "291/21")]


def test_an_amount_restated_without_a_change_is_in_force_and_asked_about() -> None:
    letters = base(), addendum(budget_tables=(amounts(9_000_000),))
    (post,) = posts(*letters)
    assert (post.amount, post.history[-1].agrees) == (9_000_000, None)
    assert findings(*letters) == [("change_not_in_table", "291/21")]


def test_a_letter_of_correction_may_restate_an_amount() -> None:
    letters = base(), addendum(title="Korrigering", budget_tables=(amounts(9_000_000),))
    assert findings(*letters) == []


def test_a_post_in_two_tables_is_one_post() -> None:
    given = letter(
        kind="base",
        addendum_number=None,
        budget_tables=(amounts(10_000_000), amounts(10_000_000)),
    )
    (post,) = posts(given)
    assert post.amount == 10_000_000


def test_a_wrong_total_that_the_next_letter_starts_from_is_in_force() -> None:
    wrong = addendum(1, budget_tables=(amounts(11_500_000),), financing=(increase(500_000),))
    follows = addendum(2, budget_tables=(amounts(11_500_000, 1_000_000, 12_500_000),))
    (post,) = posts(base(), wrong, follows)
    assert (post.amount, [step.agrees for step in post.history]) == (
        12_500_000,
        [None, False, True],
    )


OVERVIEW: tuple[ColumnRole, ...] = ("previous", "change", "change", "new")


def overview(*values: int | None) -> BudgetTable:
    """A row of "TB 2025 | T1 | T2 | Sum"."""
    made = table(row(*values), columns=("TB 2025", "T1", "T2", "Sum"))
    return made.model_copy(update={"column_roles": OVERVIEW})


@pytest.mark.parametrize(("second", "after"), [(300_000, 10_800_000), (None, 10_500_000)])
def test_an_overview_of_the_year_does_not_change_again_what_letters_before_changed(
    second: int | None, after: int
) -> None:
    letters = (
        base(),
        addendum(budget_tables=(amounts(10_000_000, 500_000, 10_500_000),)),
        addendum(2, budget_tables=(overview(10_000_000, 500_000, second, after),)),
    )
    step = last_step(*letters)
    assert (step.change, step.stated, step.agrees) == (second or 0, after, True)
    assert findings(*letters) == []


def test_changes_in_several_columns_are_added_where_no_letter_before_made_them() -> None:
    letters = base(), addendum(budget_tables=(overview(10_000_000, 500_000, -200_000, 10_300_000),))
    step = last_step(*letters)
    assert (step.change, step.stated, step.agrees) == (300_000, 10_300_000, True)


def test_after_a_missing_letter_the_amounts_of_the_next_one_hold() -> None:
    letters = base(), addendum(3, budget_tables=(amounts(17_000_000, 500_000, 17_500_000),))
    (post,) = posts(*letters)
    assert post.amount == 17_500_000
    (told,) = folded_budget(letters).findings
    assert (told.code, told.severity) == ("previous_amount_mismatch", "warning")


def test_after_a_missing_letter_amounts_that_do_not_add_up_prove_nothing() -> None:
    letters = base(), addendum(3, budget_tables=(amounts(17_000_000, 500_000, 18_500_000),))
    assert posts(*letters)[0].amount == 10_500_000
