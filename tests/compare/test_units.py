"""Tables whose unit nothing prints: what was in force shows it, or they are left out and told."""

from __future__ import annotations

import tildeling
from made_letters import letter, line, row
from tildeling.letter import BudgetRow, BudgetTable, Source, UnitBasis


def table(
    *rows: BudgetRow,
    unit: int = 1000,
    basis: UnitBasis = "stated",
    roles: tuple[str | None, ...] = ("new",),
) -> BudgetTable:
    return BudgetTable(
        title="Tildeling",
        unit=unit,  # type: ignore[arg-type]
        unit_basis=basis,
        columns=tuple(role or "" for role in roles),
        column_roles=roles,  # type: ignore[arg-type]
        rows=rows,
    )


BASE = letter(
    source=Source(name="b.pdf", sha256="b" * 64, pages=9, producer=None, text_source="pdf"),
    kind="base",
    addendum_number=None,
    title="Tildelingsbrev for 2026 til Vegtilsynet",
    budget_tables=(table(row(186_500_000), row(13_500_000, post=45)),),
)
THREE = ("previous", "change", "new")


def addendum(*rows: BudgetRow, **changes: object) -> tildeling.Letter:
    one = table(*rows, unit=1, basis="assumed", roles=THREE)
    return letter(
        addendum_number=1,
        title="Tillegg nr. 1 til tildelingsbrev for 2026 til Vegtilsynet",
        **{"budget_tables": (one,)} | changes,
    )


def test_an_addendums_unit_follows_from_the_base() -> None:
    new = addendum(row(186_500, 500, 187_000), row(13_500, -500, 13_000, post=45))
    chain = tildeling.consolidate([BASE, new])
    assert [(post.post, post.amount) for post in chain.budget] == [
        (21, 187_000_000),
        (45, 13_000_000),
    ]
    assert [finding.code for finding in chain.findings] == []


def test_a_change_in_the_text_and_the_base_show_the_unit_together() -> None:
    one = table(row(187_000), unit=1, basis="assumed")
    new = addendum(
        budget_tables=(one,),
        financing=(line(kind="increase", amount=500_000, chapter=291, post=21),),
    )
    chain = tildeling.consolidate([BASE, new])
    assert [post.amount for post in chain.budget if post.post == 21] == [187_000_000]
    assert chain.findings == ()


def test_amounts_of_an_unknown_unit_are_left_out_and_told() -> None:
    new = addendum(row(99_999, 500, 100_499))
    chain = tildeling.consolidate([BASE, new])
    assert [post.amount for post in chain.budget] == [186_500_000, 13_500_000]
    (told,) = chain.findings
    assert (told.code, told.severity, told.key, told.letter) == (
        "unit_doubt",
        "warning",
        "291/21",
        1,
    )


def test_a_diff_leaves_them_out_and_says_so() -> None:
    diff = tildeling.diff(BASE, addendum(row(99_999, 500, 100_499)))
    assert diff.changes == ()
    assert [(told.code, told.key, told.place) for told in diff.findings] == [
        ("unit_doubt", "291/21", 1)
    ]


def test_a_diff_shows_the_unit_that_follows_from_the_old_letter() -> None:
    diff = tildeling.diff(BASE, addendum(row(186_500, 500, 187_000)))
    assert [(change.key, change.old, change.new) for change in diff.changes] == [
        ("291/21", 186_500_000, 187_000_000)
    ]
    assert diff.findings == ()


def test_two_base_letters_are_compared_without_what_nobody_knows() -> None:
    other = BASE.model_copy(
        update={
            "budget_year": 2027,
            "title": "Tildelingsbrev for 2027 til Vegtilsynet",
            "budget_tables": (table(row(99_999), unit=1, basis="assumed"),),
        }
    )
    diff = tildeling.diff(BASE, other)
    assert [(c.kind, c.key) for c in diff.changes] == [("budget_row_removed", "291/45")]
    assert [told.code for told in diff.findings] == ["unit_doubt"]


def test_a_post_that_a_table_splits_is_what_its_parts_come_to() -> None:
    parts = table(row(100_000_000), row(86_500_000))
    base = BASE.model_copy(update={"budget_tables": (parts,)})
    assert [post.amount for post in tildeling.consolidate([base]).budget] == [186_500_000]


def test_sub_posts_are_no_post_of_their_own() -> None:
    whole = table(row(9_000_000), row(5_000_000, sub="1"), row(4_000_000, sub="2"))
    base = BASE.model_copy(update={"budget_tables": (whole,)})
    assert [post.amount for post in tildeling.consolidate([base]).budget] == [9_000_000]
    subs = table(row(5_000_000, sub="1"), row(4_000_000, sub="2"))
    base = BASE.model_copy(update={"budget_tables": (subs,)})
    assert [post.amount for post in tildeling.consolidate([base]).budget] == [9_000_000]


def test_a_table_of_millions_is_held_to_its_decimals() -> None:
    millions = table(row(186_500_000), row(13_525_000, post=45), unit=1_000_000)
    base = BASE.model_copy(update={"budget_tables": (millions,)})
    new = letter(
        addendum_number=1,
        title="Tillegg nr. 1 til tildelingsbrev for 2026 til Vegtilsynet",
        budget_tables=(table(row(186_900_000, 500_000, 187_400_000), unit=1_000_000, roles=THREE),),
    )
    codes = [told.code for told in tildeling.consolidate([base, new]).findings]
    assert codes == ["previous_amount_mismatch"]
