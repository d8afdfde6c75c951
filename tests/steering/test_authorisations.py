"""Authorisations (fullmakter, stikkord): kind, posts, other sides, ceilings."""

import pytest

import tildeling
from set_letters import BASE, NEW_ONLY, read_letter, table
from tildeling.letter import Authorisation

ROWS = (
    ("842", "01", "Driftsutgifter, kan nyttes under post 70", "201 400"),
    ("842", "21", "Spesielle driftsutgifter, kan overføres", "33 900"),
    ("842", "70", "Tilskudd, kan overføres, kan nyttes under postene 01 og 21", "12 000"),
    ("842", "72", "Bidrag, overslagsbevilgning", "9 000"),
)
BUDGET = f"= Budsjett\n{table(*ROWS, heads=NEW_ONLY)}\n"

Line = tuple[str, int | None, int | None, int | None, int | None, int | None]


def lines(found: tuple[Authorisation, ...]) -> list[Line]:
    return [
        (one.kind, one.chapter, one.post, one.counter_chapter, one.counter_post, one.amount)
        for one in found
    ]


def told(sentences: str, section: str = "Fullmakter") -> list[Line]:
    """What a section says, in a letter whose rows have no keyword."""
    rows = (("842", "01", "Driftsutgifter", "201 400"), ("842", "70", "Tilskudd", "12 000"))
    budget = f"= Budsjett\n{table(*rows, heads=NEW_ONLY)}\n"
    letter = read_letter(f"{budget}= {section}\n{sentences}\n", title=BASE)
    return lines(letter.authorisations)


def test_each_keyword_of_a_row_is_one_and_use_under_one_for_each_post() -> None:
    letter = read_letter(BUDGET, title=BASE)
    assert lines(letter.authorisations) == [
        ("use_under", 842, 1, 842, 70, None),
        ("transferable", 842, 21, None, None, None),
        ("transferable", 842, 70, None, None, None),
        ("use_under", 842, 70, 842, 1, None),
        ("use_under", 842, 70, 842, 21, None),
        ("estimate", 842, 72, None, None, None),
    ]
    names = [row.name for row in letter.budget_tables[0].rows]
    assert "Spesielle driftsutgifter, kan overføres" in names


def test_a_keyword_of_a_row_is_shown_where_its_words_stand() -> None:
    letter = read_letter(BUDGET, title=BASE)
    for one in letter.authorisations:
        (where,) = one.evidence
        assert where.text == one.text


def test_a_keyword_in_prose_belongs_to_the_post_named_before_it() -> None:
    assert told("Midlane på kap. 553, post 60 kan overførast og kan nyttast under post 62.") == [
        ("transferable", 553, 60, None, None, None),
        ("use_under", 553, 60, 553, 62, None),
    ]


def test_money_that_goes_to_others_is_not_transferable() -> None:
    assert told("Midlene på kap. 842, post 70 kan overføres til kommunene i to omganger.") == []


@pytest.mark.parametrize(
    ("sentence", "line"),
    [
        (
            "Tilsynet kan overskride bevilgningen på kap. 842, post 01 mot tilsvarende "
            "merinntekter på kap. 3842, post 02.",
            ("additional_revenue", 842, 1, 3842, 2, None),
        ),
        (
            "Meirinntekter på kap. 3842, post 07 kan nyttast til å overskride kap. 842, post 01.",
            ("additional_revenue", 842, 1, 3842, 7, None),
        ),
        (
            "Tilsynet kan gi tilsagn om tilskudd under kap. 842, post 70 utover gitt bevilgning, "
            "men slik at samlet ramme for nye tilsagn og gammelt ansvar ikke overstiger "
            "40 mill. kroner.",
            ("commitment", 842, 70, None, None, 40_000_000),
        ),
        (
            "Tilsegnsfullmakta på kap. 842, post 70 er auka frå 12 mill. kroner til "
            "15,5 mill. kroner.",
            ("commitment", 842, 70, None, None, 15_500_000),
        ),
        (
            "Tilsagnsfullmakten på kap. 842, post 70 økes med 2 mill. kroner til 7 mill. kroner.",
            ("commitment", 842, 70, None, None, 7_000_000),
        ),
        (
            "Tilsynet kan bestille materiell ut over bevilgningen på kap. 842, post 45 for inntil "
            "3 mill. kroner.",
            ("commitment", 842, 45, None, None, 3_000_000),
        ),
        (
            "Tilsynet får fullmakt til å belaste kap. 700, post 21 med inntil 650 000 kroner.",
            ("charge", 700, 21, None, None, 650_000),
        ),
        (
            "Tilsynet kan inngå leieavtaler ut over budsjettåret.",
            ("lease", None, None, None, None, None),
        ),
        (
            "Tilsynet kan nettoføre inntekter ved salg av utstyr på kap. 842, post 01 med inntil "
            "5 prosent av bevilgningen.",
            ("net_budgeting", 842, 1, None, None, None),
        ),
        (
            "Inntil 5 prosent av bevilgningen på post 01 kan omdisponeres til post 45.",
            ("reallocate", 842, 1, 842, 45, None),
        ),
        (
            "Innanfor kap. 842 kan tilsynet flytte inntil 5 prosent av løyvinga på post 01 til "
            "post 22 utan å be om samtykke.",
            ("reallocate", 842, 1, 842, 22, None),
        ),
        (
            "Tilsynet kan avhende eiendom som er overtatt ved tvangssalg, for inntil "
            "10 mill. kroner.",
            ("property", None, None, None, None, 10_000_000),
        ),
        (
            "Tilsynet har fullmakt til å opprette og inndra stillinger.",
            ("staff", None, None, None, None, None),
        ),
    ],
)
def test_a_sentence_gives_an_authorisation(sentence: str, line: Line) -> None:
    assert told(sentence) == [line]


@pytest.mark.parametrize(
    "sentence",
    [
        "Midlene på kap. 842, post 21 kan ikke omdisponeres uten departementets samtykke.",
        "Fullmakter som er gitt på permanent basis, framgår av hovedinstruksen.",
        "Utgiftene til møtet skal belastes kap. 842, post 01.",
        "Fullmakten til å belaste kap. 288, post 21 opphørte 31. desember 2024.",
        "Norge skal oppfylle sine internasjonale forpliktelser, og tilsynet kan bidra.",
        "Departementet kommer tilbake til fullmakt på kap. 842, post 70.",
        "Tilsynet skal rapportere om bruken av fullmakten på kap. 842, post 70.",
    ],
)
def test_what_is_forbidden_pointed_to_or_ended_is_none(sentence: str) -> None:
    assert told(sentence) == []


def test_each_post_of_a_pair_has_its_own_other_side() -> None:
    assert told(
        "Tilsynet har fullmakt til å overskride bevilgningen på kap. 842 post 01 mot merinntekter "
        "på kap. 3842 post 01, og på kap. 842 post 21 mot merinntekter på kap. 3842 post 02."
    ) == [
        ("additional_revenue", 842, 1, 3842, 1, None),
        ("additional_revenue", 842, 21, 3842, 2, None),
    ]


def test_a_revenue_from_several_posts_is_a_line_for_each() -> None:
    assert told(
        "Tilsynet kan overskride kap. 842, post 01 mot merinntekter på kap. 3842, postene 01 og 07."
    ) == [
        ("additional_revenue", 842, 1, 3842, 1, None),
        ("additional_revenue", 842, 1, 3842, 7, None),
    ]


def test_items_under_a_sentence_that_opens_them_are_each_one() -> None:
    assert told(
        "Tilsynet får i 2025 fullmakt til å:\n"
        "+ overskride bevilgningen på kap. 842, post 01 mot tilsvarende merinntekter på "
        "kap. 3842, post 01\n"
        "+ inngå avtaler om leie av lokaler ut over budsjettåret\n"
        "+ ettergi krav på inntil 100 000 kroner\n"
    ) == [
        ("additional_revenue", 842, 1, 3842, 1, None),
        ("lease", None, None, None, None, None),
        ("other", None, None, None, None, 100_000),
    ]


def test_the_same_authorisation_for_another_post_is_of_the_kind_before_it() -> None:
    assert told(
        "Tilsynet kan gi tilsagn utover bevilgningen på kap. 842, post 70 med inntil "
        "4 mill. kroner. Tilsvarende fullmakt er gitt under kap. 842, post 72 med en ramme på "
        "2 mill. kroner."
    ) == [
        ("commitment", 842, 70, None, None, 4_000_000),
        ("commitment", 842, 72, None, None, 2_000_000),
    ]


def ruled(heads: tuple[str, ...], *rows: tuple[str, ...]) -> str:
    cells = [f"[{cell}]" for row in (heads, *rows) for cell in row]
    return f"#table(columns: {len(heads)}, {', '.join(cells)})\n"


def test_a_table_of_revenues_has_the_post_and_its_other_side() -> None:
    heads = ("overskride bevilgningen under", "mot tilsvarende merinntekter under")
    rows = (("kap. 842 post 01", "kap. 3842 post 02"), ("kap. 842 post 21", "kap. 3842 post 05"))
    said = "Tilsynet får fullmakt til å overskride bevilgninger:\n\n" + ruled(heads, *rows)
    assert told(said) == [
        ("additional_revenue", 842, 1, 3842, 2, None),
        ("additional_revenue", 842, 21, 3842, 5, None),
    ]


def test_each_row_of_a_table_of_authorisations_says_its_own_kind() -> None:
    heads = ("Nr.", "Fullmakt til å", "Kap. og post", "Motpost eller beløpsgrense")
    rows = (
        (
            "1",
            "overskride bevilgningen mot tilsvarende merinntekter",
            "kap. 842 post 01",
            "kap. 3842 post 02",
        ),
        ("2", "bestille utstyr utover gitt bevilgning", "kap. 842 post 45", "42,5 mill. kroner"),
        (
            "3",
            "nettoføre salgsinntekter ved utskifting av biler",
            "kap. 842 post 01",
            "inntil 5 mill. kroner",
        ),
        (
            "4",
            "omdisponere inntil 5 pst. av driftsbevilgningen",
            "fra kap. 842 post 01",
            "til kap. 842 post 45",
        ),
        ("5", "inngå leieavtaler utover budsjettåret", "kap. 842 post 01", "–"),
    )
    assert told(ruled(heads, *rows)) == [
        ("additional_revenue", 842, 1, 3842, 2, None),
        ("commitment", 842, 45, None, None, 42_500_000),
        ("net_budgeting", 842, 1, None, None, 5_000_000),
        ("reallocate", 842, 1, 842, 45, None),
        ("lease", 842, 1, None, None, None),
    ]


def test_the_ceilings_of_a_table_are_in_its_unit() -> None:
    said = (
        "Tilsynet kan gi tilsagn om tilskudd ut over gitt bevilgning innenfor denne rammen "
        "(mill. kroner):\n\n"
    )
    rows = (("842", "70", "Tilskudd til hjem", "14,5"), ("", "72", "Bidrag", "3,0"))
    assert told(said + ruled(("Kap.", "Post", "Betegnelse", "Samlet ramme"), *rows)) == [
        ("commitment", 842, 70, None, None, 14_500_000),
        ("commitment", 842, 72, None, None, 3_000_000),
    ]


def test_a_ceiling_is_accounted_for() -> None:
    letter = tildeling.parse_text(
        "Tildelingsbrev for 2025 til Familievernstilsynet\n\n1. Fullmakter\n\n"
        "Tilsynet kan gi tilsagn utover bevilgningen på kap. 842, post 70 med inntil "
        "4 mill. kroner.\n"
    )
    assert [one.amount for one in letter.authorisations] == [4_000_000]
    assert "unclaimed_amount" not in {one.code for one in letter.findings}


def test_this_post_is_the_one_named_before_it() -> None:
    sentences = (
        "Vi viser til løyvinga på kap. 842, post 70. Tilsynet kan overskride denne posten mot "
        "meirinntekter på kap. 3842, post 02."
    )
    assert told(sentences) == [("additional_revenue", 842, 70, 3842, 2, None)]


def test_respectively_pairs_posts_with_their_other_sides() -> None:
    sentence = (
        "Tilsynet kan overskride kap. 842, post 01 og post 70 mot tilsvarende merinntekter på "
        "henholdsvis kap. 3842, post 02 og kap. 3842, post 03."
    )
    assert told(sentence) == [
        ("additional_revenue", 842, 1, 3842, 2, None),
        ("additional_revenue", 842, 70, 3842, 3, None),
    ]


@pytest.mark.parametrize("words", ["fra denne posten", "frå posten"])
def test_money_that_goes_from_this_post_is_of_the_heading_s_post(words: str) -> None:
    sentence = f"Tilsynet kan omdisponere inntil 5 prosent {words} til post 70."
    assert told(sentence, "Kap. 842, post 01") == [("reallocate", 842, 1, 842, 70, None)]


@pytest.mark.parametrize(
    "likewise", ["Tilsvarende gjelder for", "Tilsvarande gjeld for", "Det samme gjelder også for"]
)
def test_a_post_for_which_the_same_holds_has_an_authorisation_of_its_own(likewise: str) -> None:
    sentences = (
        "Tilsynet kan overskride kap. 842, post 01 mot tilsvarende merinntekter på kap. 3842, "
        f"post 01. {likewise} kap. 842, post 21 mot merinntekter på kap. 3842, post 02."
    )
    assert told(sentences) == [
        ("additional_revenue", 842, 1, 3842, 1, None),
        ("additional_revenue", 842, 21, 3842, 2, None),
    ]
