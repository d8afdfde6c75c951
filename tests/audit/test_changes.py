"""What the text does to a post, against the table; and sums that the text splits."""

from __future__ import annotations

import pytest

from set_letters import NEW_ONLY, found, read_letter, table

BASE = "Tildelingsbrev for 2025 til Familievernstilsynet"
HDIR = ("Kap. post", "Tidligere tildeling", "Ny tildeling", "Sum tildeling")
POST_21 = (
    "= Budsjett\n#strong[Kap. 842 Familievern]\n\n#strong[Post 21 Spesielle driftsutgifter]\n\n"
)


def row(change: str, new: str) -> str:
    return table(("842", "21", "Spesielle driftsutgifter", "33 900", change, new))


@pytest.mark.parametrize(
    ("text", "change", "new"),
    [
        ("Bevilgningen på posten økes med 2 mill. kroner.", "2 000", "35 900"),
        ("Bevilgningen på posten reduseres med 2 mill. kroner.", "-2 000", "31 900"),
        # Two increases of ten million are one of twenty.
        ("Bevilgningen økes med 10 mill. kroner til kurs.\n\n"
         "Bevilgningen økes med ytterligere 10 mill. kroner til tilsyn.", "20 000", "53 900"),
        ("Bevilgningen økes med 5 mill. kroner.\n\nBevilgningen reduseres med 4 mill. kroner.",
         "1 000", "34 900"),
        # Rounding is no error.
        ("Bevilgningen på posten økes med 1,5 mill. kroner.", "1 529", "35 429"),
        # A sum of sums in the same sentence is not added once more.
        ("Det bevilges 3 mill. kroner til A og 2 mill. kroner til B, til sammen 5 mill. kroner.",
         "5 000", "38 900"),
        ("Bevilgningen økes med 5 mill. kroner, som fordeles slik:\n"
         "- 3 mill. kroner til A\n- 2 mill. kroner til B\n", "5 000", "38 900"),
        # A net change and what it is the sum of.
        ("Bevilgningen økes med netto 2 mill. kroner.\n\n"
         "Bevilgningen økes med 5 mill. kroner til kurs.\n\n"
         "Bevilgningen reduseres med 3 mill. kroner.", "2 000", "35 900"),
    ],
)  # fmt: skip
def test_a_text_that_agrees_with_the_table(text: str, change: str, new: str) -> None:
    assert found(read_letter(f"{POST_21}{text}\n{row(change, new)}")) == []


@pytest.mark.parametrize(
    ("text", "change", "new"),
    [
        ("Bevilgningen på posten økes med 6 mill. kroner.", "9 000", "42 900"),
        ("Bevilgningen på posten reduseres med 2 mill. kroner.", "2 000", "35 900"),
        ("Bevilgningen økes med 10 mill. kroner til kurs.\n\n"
         "Bevilgningen økes med ytterligere 10 mill. kroner til tilsyn.", "10 000", "43 900"),
        ("Bevilgningen på posten økes med 1,6 mill. kroner.", "1 529", "35 429"),
    ],
)  # fmt: skip
def test_a_text_that_does_not(text: str, change: str, new: str) -> None:
    letter = read_letter(f"{POST_21}{text}\n{row(change, new)}")
    assert found(letter, "error") == [("change_not_in_table", "842/21")]


@pytest.mark.parametrize(
    ("previous", "severity"), [("Tidligere bevilgning", "error"), ("Saldert budsjett", "warning")]
)
def test_a_change_is_what_parts_previous_and_new_where_no_column_has_it(
    previous: str, severity: str
) -> None:
    # Since the year's first budget other letters may have changed the post too.
    heads = ("Kap.", "Post", "Betegnelse", previous, "Ny bevilgning")
    text = "Bevilgningen på posten økes med 3 mill. kroner.\n"
    wrong = table(("842", "21", "Spesielle driftsutgifter", "33 900", "35 900"), heads=heads)
    letter = read_letter(POST_21 + text + wrong)
    assert found(letter, severity) == [("change_not_in_table", "842/21")]


TWO_CHANGES = (
    "Kap.", "Post", "Betegnelse", "Saldert budsjett",
    "Tidligere endringer", "Endring i nysaldering", "Ny bevilgning",
)  # fmt: skip


@pytest.mark.parametrize(
    ("text", "findings"),
    [
        ("Bevilgningen reduseres med 1,2 mill. kroner.", []),
        ("Bevilgningen økes med 3 mill. kroner.", []),
        ("Bevilgningen økes med 1,8 mill. kroner.", []),
        ("Bevilgningen økes med 1,2 mill. kroner.", [("change_not_in_table", "842/21")]),
        ("Bevilgningen økes med 4,2 mill. kroner.", [("change_not_in_table", "842/21")]),
    ],
)
def test_a_text_may_tell_one_of_two_columns_of_changes_or_both(
    text: str, findings: list[tuple[str, str]]
) -> None:
    cells = ("842", "21", "Spesielle driftsutgifter", "33 900", "3 000", "-1 200", "35 700")
    letter = read_letter(f"{POST_21}{text}\n{table(cells, heads=TWO_CHANGES)}")
    assert found(letter, "error") == findings


def test_grants_beyond_the_tables_change_are_an_error_and_grants_within_it_a_warning() -> None:
    for granted, severity in (("2,5", "error"), ("1,5", "warning")):
        letter = read_letter(
            "= Nye tildelinger\n#strong[Kap. 842, post 21]\n"
            + table(("842.21", "33 900", "2 000", "35 900"), heads=HDIR)
            + f"Tilsynet tildeles {granted} mill. kroner til opplæring.\n"
        )
        assert found(letter, severity) == [("change_not_in_table", "842/21")]


def test_a_grant_named_in_an_assignment_too_counts_once() -> None:
    assignment = (
        "= Oppdrag\n#assignment[Oppdrag 2025-11 Kurs]\nTilsynet skal lage kurs.\n"
        "#label-bold[Finansiering]\n"
        "Det stilles 2 mill. kroner til disposisjon på kap. 842, post 21."
    )
    text = "Bevilgningen på posten økes med 2 mill. kroner til kurs.\n"
    assert found(read_letter(f"{assignment}\n{POST_21}{text}{row('2 000', '35 900')}")) == []


def test_an_assignment_that_is_granted_more_than_the_budget_part_has_for_it_is_told() -> None:
    for granted, findings in (("2", []), ("1", []), ("3", [("change_not_in_table", "842/21")])):
        letter = read_letter(
            "= Oppdrag\n#assignment[Oppdrag 2025-11 Meklerkurs for familievern]\nLag kurs.\n"
            "#label-bold[Finansiering]\n"
            f"Det stilles {granted} mill. kroner til disposisjon på kap. 842, post 21.\n{POST_21}"
            "Bevilgningen på posten økes med 2 mill. kroner til meklerkurs i familievernet.\n"
        )
        assert found(letter, "info") == findings


def test_a_table_without_changes_has_none_to_compare() -> None:
    text = "Bevilgningen på posten økes med 6 mill. kroner.\n"
    new = table(("842", "21", "Spesielle driftsutgifter", "35 900"), heads=NEW_ONLY)
    assert found(read_letter(POST_21 + text + new)) == []


def test_what_the_text_says_a_post_comes_to() -> None:
    text = (
        "Bevilgningen på posten økes med 2 mill. kroner. "
        "Samlet bevilgning på posten blir etter dette {} mill. kroner.\n"
    )
    letter = read_letter(POST_21 + text.format("35,9") + row("2 000", "35 900"))
    assert found(letter) == []
    letter = read_letter(POST_21 + text.format("36,9") + row("2 000", "35 900"))
    assert found(letter, "error") == [("change_not_in_table", "842/21")]


def base_letter(granted: str) -> list[tuple[str, str | None]]:
    posts = (("01", "Driftsutgifter", "414,2", "414 200"), ("70", "Tilskudd", "20", "20 000"))
    text = "".join(
        f"#strong[Post {post} {name}]\n\nTilsynet tildeles {amount} mill. kroner.\n\n"
        for post, name, amount, _ in posts
    )
    rows = [("842", post, name, amount) for post, name, _, amount in posts]
    rows.append(("842", "21", "Spesielle driftsutgifter", "33 900"))
    first = f"{POST_21}Tilsynet tildeles {granted} mill. kroner.\n\n"
    body = f"{first}{text}{table(*rows, heads=NEW_ONLY)}"
    return found(read_letter(body, title=BASE), "error")


def test_a_base_letter_grants_what_its_table_gives() -> None:
    assert base_letter("33,9") == []
    assert base_letter("35,9") == [("change_not_in_table", "842/21")]


@pytest.mark.parametrize(
    ("whole", "parts", "is_right"),
    [
        ("7,9", ("3,4", "2", "2,5"), True),
        ("7,9", ("3,4", "2", "2,2"), False),
        ("9", ("4", "3", "1"), False),
        ("56,601", ("42,5", "13,7", "0,401"), True),
        # Each of three amounts may have been rounded.
        ("10,0", ("2,1", "3,3", "4,5"), True),
    ],
)
def test_the_items_of_a_list_come_to_the_sum_over_it(
    whole: str, parts: tuple[str, ...], is_right: bool
) -> None:
    items = "".join(f"- {part} mill. kroner til tiltak {at}\n" for at, part in enumerate(parts))
    text = f"Tilsynet tildeles {whole} mill. kroner til følgende tiltak:\n{items}"
    expected = [] if is_right else [("sum_mismatch", "842/21")]
    assert found(read_letter(POST_21 + text), "error") == expected


@pytest.mark.parametrize(
    "text",
    [
        "Det bevilges 3 mill. kroner til A og 2 mill. kroner til B, til sammen 6 mill. kroner.",
        "Midlene fordeles slik:\n- 3 mill. kroner til A\n- 2,2 mill. kroner til B\n\n"
        "Til sammen 5,5 mill. kroner.",
    ],
)
def test_a_stated_sum_that_is_not_that_of_the_amounts_before_it(text: str) -> None:
    assert found(read_letter(f"= Tilskudd\n{text}\n")) == [("sum_mismatch", None)]


def test_what_is_moved_from_another_post_and_told_there_too_counts_once() -> None:
    text = (
        "= Budsjett\n#strong[Kap. 842 Familievern]\n\n#strong[Post 01 Driftsutgifter]\n\n"
        "Bevilgningen settes ned med 17,3 mill. kroner. Av dette skyldes 12 mill. kroner lavere "
        "reiser, mens 5,3 mill. kroner flyttes til post 21.\n\n"
        "#strong[Post 21 Spesielle driftsutgifter]\n\nBevilgningen økes med 9,8 mill. kroner. "
        "5,3 mill. kroner er flyttet fra post 01, og 4,5 mill. kroner er nye midler.\n\n"
    )
    assert found(read_letter(text + row("9 800", "43 700"))) == []
    assert found(read_letter(text + row("15 100", "49 000"))) != []
