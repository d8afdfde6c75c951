"""Changes as rows for a person."""

from made_letters import letter, line
from tildeling import diff
from tildeling.export.change_rows import outside_money
from tildeling.words import words_in

NB = words_in("nb")

SENTENCE = "Posten økes med 0,3 mill. kroner til kart og 0,5 mill. kroner til brøyting."


def test_a_sentence_with_several_sums_is_one_row_with_all_of_them() -> None:
    lines = tuple(
        line(kind="increase", amount=amount, chapter=291, post=21, text=SENTENCE)
        for amount in (300_000, 500_000)
    )
    changes = diff(letter(kind="base", addendum_number=None), letter(financing=lines)).changes
    (group,) = outside_money(changes, NB)
    (row,) = group.rows
    assert (row.what, row.new) == ("Økning 300\u00a0000 kr; økning 500\u00a0000 kr", SENTENCE)
