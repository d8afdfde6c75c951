"""A post under one chapter in one place and under another elsewhere."""

from __future__ import annotations

import pytest

from set_letters import NEW_ONLY, found, read_letter, table

LIST = (
    "= Endringer i tildelinger\n- Kap. 714, post 21\n- Kap. 760, post 21\n- Kap. 760, post 70\n\n"
)
HDIR = ("Kap. post", "Tidligere tildeling", "Ny tildeling", "Sum tildeling")


def headed(chapter: int, post: int, text: str) -> str:
    return f"\n#strong[Kap. {chapter}, post {post}]\n\n{text}\n"


def named(chapter: int, post: str, name: str, text: str) -> str:
    heading = f"#strong[Kap. {chapter} Barn og familie]\n\n#strong[Post {post} {name}]\n\n"
    return f"= Budsjett\n{heading}{text}\n"


def test_a_table_that_has_the_texts_post_under_another_chapter() -> None:
    text = named(842, "45", "Større utstyrsanskaffelser", "Bevilgningen økes med 9 mill. kroner.")
    rows = table(
        ("843", "45", "Større utstyrsanskaffelser og vedlikehold", "60 544", "9 000", "69 544"),
        ("842", "01", "Driftsutgifter", "1 000", "0", "1 000"),
    )
    letter = read_letter(text + rows)
    assert found(letter, "error") == [("chapter_mismatch", "843/45")]
    words = [evidence.text for evidence in letter.findings[0].evidence]
    assert words[0].startswith("843 45 Større")
    assert "Kap. 842 Barn og familie" in words
    assert "Post 45 Større utstyrsanskaffelser" in words


def test_posts_of_one_number_under_two_chapters_are_two_where_the_table_has_both() -> None:
    text = named(842, "01", "Driftsutgifter", "Bevilgningen økes med 9 mill. kroner.")
    rows = table(
        ("842", "01", "Driftsutgifter", "60 544", "9 000", "69 544"),
        ("843", "01", "Driftsutgifter", "1 000", "0", "1 000"),
    )
    assert found(read_letter(text + rows)) == []


def test_a_sum_granted_under_another_chapter_is_another_post_whatever_its_name() -> None:
    text = named(843, "01", "Driftsutgifter", "Tilsynet tildeles 9,8 mill. kroner over posten.")
    rows = table(("842", "01", "Driftsutgifter", "158 210"), heads=NEW_ONLY)
    assert found(read_letter(rows + text), "error") == []


def test_a_sum_beyond_what_was_granted_is_on_a_post_of_the_table() -> None:
    text = named(
        843, "45", "Større utstyrsinnkjøp", "Det stilles ytterligere 9 mill. kroner til rådighet."
    )
    rows = table(("842", "45", "Større utstyrsinnkjøp", "69 544"), heads=NEW_ONLY)
    assert found(read_letter(rows + text), "error") == [("chapter_mismatch", "842/45")]


def test_a_move_to_another_chapter_is_no_wrong_heading() -> None:
    words = "Departementet flytter 1,4 mill. kroner fra denne posten til kap. 842, post 21."
    rows = table(("843", "21", "Spesielle driftsutgifter", "16 325"), heads=NEW_ONLY)
    letter = read_letter(f"= Budsjett\n{rows}{headed(843, 21, words)}")
    assert [code for code, _ in found(letter)] == []


def test_a_heading_right_over_a_table_of_another_chapter() -> None:
    rows = table(("842.21", "33 900", "2 000", "35 900"), heads=HDIR)
    heading = "= Nye tildelinger\n#strong[Kap. 843, post 21]\n"
    letter = read_letter(f"{heading}{rows}Tilsynet tildeles 2,0 mill. kroner til opplæring.\n")
    assert found(letter, "error") == [("chapter_mismatch", "842/21")]


GRANTED = "Tilsynet tildeles 5 mill. kroner."
ELSEWHERE = headed(760, 21, "Tilsynet tildeles 2 mill. kroner.") + headed(
    760, 70, "Tildelingen på posten økes med 1 mill. kroner."
)


@pytest.mark.parametrize(
    ("first", "findings"),
    [
        (headed(714, 21, GRANTED), []),
        # The heading has a slip.
        (headed(741, 21, GRANTED), [("chapter_mismatch", "714/21")]),
        # The heading is another post's; its text says which.
        (headed(760, 21, "Det vises til tildeling av 5 mill. kroner over kap. 714, post 21."),
         [("chapter_mismatch", "714/21")]),
        (headed(760, 21, "Tilsynet tildeles 5 mill. kroner over kap. 714, post 21."),
         [("chapter_mismatch", "714/21")]),
        # Another post beside the heading's own.
        (headed(714, 21, f"{GRANTED} Det gis også 3 mill. kroner over kap. 701, post 21."), []),
    ],
)  # fmt: skip
def test_headings_against_the_list_over_the_letter(
    first: str, findings: list[tuple[str, str]]
) -> None:
    assert found(read_letter(LIST + first + ELSEWHERE), "error") == findings


def test_a_post_that_only_the_list_has() -> None:
    letter = read_letter(LIST + headed(714, 21, GRANTED) + headed(760, 21, GRANTED))
    assert found(letter) == [("dangling_reference", "760/70")]


def assignment_paid_from(post: str) -> list[tuple[str, str | None]]:
    budget = named(
        842, "21", "Spesielle utgifter", "Bevilgningen økes med 2,3 mill. kroner til meklerkurset."
    )
    return found(
        read_letter(
            "= Oppdrag\n#assignment[Oppdrag 2025-11 Kurs for meklere]\nTilsynet skal lage kurs.\n"
            "#label-bold[Finansiering]\n"
            f"Det stilles 2,3 mill. kroner til disposisjon på {post}.\n{budget}"
        )
    )


def test_an_assignment_paid_from_a_chapter_that_the_budget_part_has_not() -> None:
    assert assignment_paid_from("kap. 842, post 21") == []
    assert assignment_paid_from("kap. 843, post 21") == [("chapter_mismatch", "843/21")]


def test_an_assignment_may_be_paid_from_a_post_that_the_budget_part_says_nothing_of() -> None:
    assert assignment_paid_from("kap. 843, post 70") == []


def test_an_assignment_is_not_paid_from_what_another_post_loses() -> None:
    budget = named(
        842, "21", "Spesielle utgifter", "Bevilgningen på posten reduseres med 1,5 mill. kroner."
    )
    letter = read_letter(
        "= Oppdrag\n#assignment[Oppdrag 2025-11 Kurs for meklere]\nTilsynet skal lage kurs.\n"
        "#label-bold[Finansiering]\n"
        f"Det stilles 2 mill. kroner til disposisjon på kap. 843, post 21.\n{budget}"
    )
    assert found(letter, "error") == []


def move(counter: int) -> list[tuple[str, str | None]]:
    first = named(
        842, "21", "Spesielle utgifter",
        f"Bevilgningen på posten økes med 2 mill. kroner mot en tilsvarende reduksjon under kap. "
        f"{counter}, post 70.",
    )  # fmt: skip
    second = (
        "\n#strong[Kap. 843 Barnevern]\n\n#strong[Post 70 Tilskudd]\n\n"
        "Bevilgningen på posten reduseres med 2 mill. kroner mot en tilsvarende økning under "
        "kap. 842, post 21.\n"
    )
    return found(read_letter(first + second), "error")


def test_both_sides_of_a_move_name_each_other() -> None:
    assert move(843) == []
    assert move(844) == [("chapter_mismatch", "844/70")]


def test_a_name_that_a_post_has_under_every_chapter_tells_of_no_slip() -> None:
    text = named(843, "01", "Driftsutgifter", "Det gis 3 mill. kroner til tilsynet.")
    rows = table(
        ("842", "01", "Driftsutgifter", "60 544", "9 000", "69 544"),
        ("842", "21", "Spesielle driftsutgifter", "1 000", "0", "1 000"),
    )
    assert "chapter_mismatch" not in [code for code, _ in found(read_letter(text + rows))]
