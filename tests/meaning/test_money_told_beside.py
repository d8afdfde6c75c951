"""Money that stands beside other money in a letter: what only may be used, what others pay, what is
moved in one clause of a sentence, and what adds up to a sum said elsewhere.

Each sentence stands alone in a letter given as plain text.
"""

import pytest

from money_letters import ADDENDUM, BASE, TABLE, parted, read, said

TASK = "2. Oppdrag\n\nOppdrag 2026-01: Evaluering av vern\n\nDirektoratet skal levere en rapport. "


def of_task(text: str) -> list[tuple[object, ...]]:
    """The lines of an assignment whose text ends with the sentences."""
    (task,) = read(BASE, TASK + text).assignments
    return said(task.financing)


@pytest.mark.parametrize(
    "text",
    [
        "Inntil 8 mill. kroner av bevilgningen på post 21 kan nyttes under post 01 i 2026.",
        "Inntil 8 mill. kroner av løyvinga på post 21 kan nyttast under post 01.",
        "Av bevilgningen på post 21 kan inntil 8 mill. kroner benyttes under post 01.",
        "Av løyvinga på post 21 kan direktoratet nytte inntil 8 mill. kroner under post 01.",
    ],
)
def test_what_may_be_used_under_another_post_is_no_grant(text: str) -> None:
    assert not read(BASE + TABLE, text).financing


def test_money_of_a_post_that_goes_to_somebody_is_a_part_of_it() -> None:
    letter = read(BASE + TABLE, "Av bevilgningen på post 21 går 8 mill. kroner til Kystrådet.")
    assert parted(letter.financing) == [("grant", 8_000_000, 290, 21, 41_200_000)]


@pytest.mark.parametrize(
    ("heading", "text"),
    [
        ("1.1 Endringer fra 2025", "er økt med 6,2 mill. kroner fra saldert budsjett 2025."),
        ("1.1 Endringar frå saldert budsjett 2025", "er auka med 6,2 mill. kroner."),
        ("1.1 Endringer siden i fjor", "er redusert med 6,2 mill. kroner siden 2025."),
    ],
)
def test_a_change_against_last_year_is_none_whatever_its_heading_says(
    heading: str, text: str
) -> None:
    letter = read(f"{BASE}{heading}\n\n", f"Bevilgningen på kap. 290, post 01 {text}")
    assert not letter.financing


@pytest.mark.parametrize(
    "text",
    [
        "Utgiftene, inntil 1,8 mill. kroner, dekkes innenfor gjeldende ramme på kap. 290, post 01.",
        "Inntil 1,8 mill. kroner blir dekt innanfor ramma på kap. 290, post 01.",
        "Kostnadene på inntil 1,8 mill. kroner dekkes innenfor rammen på kap. 290, post 01.",
    ],
)
def test_a_cost_that_the_frame_pays_is_no_grant(text: str) -> None:
    assert of_task(text) == [("within_budget", None, 290, 1)]


def test_a_grant_stays_one_where_the_frame_pays_the_rest() -> None:
    text = "Det stilles 1,8 mill. kroner til disposisjon over kap. 290, post 21, mens øvrige "
    assert of_task(text + "utgifter dekkes innenfor rammen på post 01.") == [
        ("grant", 1_800_000, 290, 21)
    ]


@pytest.mark.parametrize(
    ("text", "post"),
    [
        (
            "Det stilles 1,2 mill. kroner til disposisjon over kap. 600 på ASDs budsjett.",
            (600, None),
        ),
        ("Det gis 1,2 mill. kroner over Helse- og omsorgsdepartementets budsjett.", (None, None)),
        (
            "Oppdraget finansieres med 1,2 mill. kroner over kap. 600, post 21 på budsjettet til "
            "Arbeids- og inkluderingsdepartementet.",
            (600, 21),
        ),
    ],
)
def test_a_sum_over_another_bodys_budget_says_so(text: str, post: tuple[object, ...]) -> None:
    assert of_task(text) == [("other_budget", 1_200_000, *post)]


@pytest.mark.parametrize(
    "text",
    [
        "Det gis 1,2 mill. kroner over kap. 290, post 21 på departementets budsjett.",
        "Det gis 1,2 mill. kroner over kap. 290, post 21 på Kystdirektoratets budsjett.",
    ],
)
def test_the_budget_of_the_ministry_or_the_recipient_is_nobody_elses(text: str) -> None:
    assert of_task(text) == [("grant", 1_200_000, 290, 21)]


@pytest.mark.parametrize(
    "text",
    [
        "Departementet har stilt 0,85 mill. kroner til rådighet for direktoratet over kap. 290, "
        "post 21.",
        "Vi har satt av 0,85 mill. kroner over kap. 290, post 21.",
        "Departementet har også innvilget 0,85 mill. kroner over kap. 290, post 21.",
    ],
)
def test_what_an_addendum_says_has_been_given_is_given_by_it(text: str) -> None:
    assert said(read(ADDENDUM, text).financing) == [("grant", 850_000, 290, 21)]


def test_what_another_ministry_has_given_the_recipient_by_name_is_given() -> None:
    own = "Klima- og miljødepartementet\n\n" + ADDENDUM
    text = "Fiskeridepartementet har stilt 0,85 mill. kroner på kap. 290, post 21 til rådighet for "
    assert said(read(own, text + "Kystdirektoratet.").financing) == [("grant", 850_000, 290, 21)]
    assert not read(own, text + "Havnetilsynet.").financing


@pytest.mark.parametrize(
    "text",
    [
        "Departementet har tidligere stilt 0,85 mill. kroner til rådighet over kap. 290, post 21.",
        "I brev 3. mars har departementet stilt 0,85 mill. kroner til rådighet over kap. 290.",
        "Departementet har i 2025 tildelt 0,85 mill. kroner over kap. 290, post 21.",
        "Det ble stilt 0,85 mill. kroner til disposisjon over kap. 290, post 21 i fjor.",
        "Direktoratet har stilt 0,85 mill. kroner til rådighet for kommunene.",
        "Forsvarsdepartementet har satt av 0,85 mill. kroner til programmet i 2028.",
    ],
)
def test_what_was_given_before_or_by_others_is_not_given_again(text: str) -> None:
    assert not read(ADDENDUM, text).financing


@pytest.mark.parametrize(
    "text",
    [
        "Bevilgningen på kap. 290, post 01 økes med 8 mill. kroner, og 2 mill. kroner flyttes fra "
        "post 45 til post 21.",
        "Løyvinga på kap. 290, post 01 er auka med 8 mill. kroner, samstundes som det blir flytta "
        "2 mill. kroner frå post 45 til post 21.",
        "2 mill. kroner overføres fra kap. 290, post 45 til post 21, mens bevilgningen på kap. "
        "290, post 01 økes med 8 mill. kroner.",
    ],
)
def test_a_move_in_one_clause_leaves_the_change_of_the_other_alone(text: str) -> None:
    found = {
        (x.kind, x.amount, x.post, x.counter_chapter, x.counter_post)
        for x in read(ADDENDUM, text).financing
    }
    assert found == {
        ("increase", 8_000_000, 1, None, None),
        ("decrease", 2_000_000, 45, 290, 21),
    }


def test_money_from_a_named_bodys_budget_is_not_taken_from_the_post_that_gets_it() -> None:
    text = "Det overføres 1,2 mill. kroner fra Havdepartementets budsjett til kap. 290, post 01."
    assert all(x.kind != "decrease" for x in read(ADDENDUM, text).financing)


@pytest.mark.parametrize(
    "text",
    [
        "Samlet tildeling på post 21 og post 45 på kap. 290 utgjør etter dette henholdsvis 19,2 "
        "mill. kroner og 43,8 mill. kroner.",
        "Samla løyving på kap. 290, post 21 og post 45 er etter dette høvesvis 19,2 og 43,8 mill. "
        "kroner.",
    ],
)
def test_what_two_posts_come_to_is_said_of_each(text: str) -> None:
    assert said(read(ADDENDUM, text).financing) == [
        ("total", 19_200_000, 290, 21),
        ("total", 43_800_000, 290, 45),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Kystdirektoratet får i tillegg disponere henholdsvis 2,4 mill. kroner og 1,1 mill. kroner "
        "over kap. 325, post 01 og post 21.",
        "Institusjonen får disponere høvesvis 2,4 og 1,1 mill. kroner på kap. 325, post 01 og post "
        "21.",
        "Vi gir Kystdirektoratet adgang til å disponere henholdsvis 2,4 og 1,1 mill. kroner på "
        "kap. 325, post 01 og post 21.",
    ],
)
def test_what_the_recipient_gets_to_dispose_of_is_granted(text: str) -> None:
    assert said(read(BASE, text).financing) == [
        ("grant", 2_400_000, 325, 1),
        ("grant", 1_100_000, 325, 21),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Det blir lagt til grunn at etaten har inntekter på 21,7 mill. kroner under kap. 3290, "
        "post 01.",
        "På kap. 3290, post 01 er det lagt til grunn gebyrinntekter på 21,7 mill. kroner.",
        "Departementet legger til grunn at direktoratet får inn 21,7 mill. kroner på kap. 3290, "
        "post 01.",
        "Inntektene på kap. 3290, post 01 ventes å bli 21,7 mill. kroner.",
    ],
)
def test_an_income_that_is_counted_on_is_a_total(text: str) -> None:
    assert said(read(BASE, text).financing) == [("total", 21_700_000, 3290, 1)]


def test_what_is_counted_on_for_a_post_of_costs_gives_nothing() -> None:
    text = "Det er lagt til grunn at kostnadene blir 21,7 mill. kroner på kap. 290, post 01."
    assert not read(BASE, text).financing


@pytest.mark.parametrize("them", ["Av dei går", "Av disse går", "Av de går"])
def test_of_them_means_the_sum_just_said(them: str) -> None:
    text = f"Det stilles 36 mill. kroner til disposisjon på kap. 290, post 47. {them} 21 mill. "
    assert parted(read(BASE, text + "kroner til gjerder.").financing) == [
        ("grant", 36_000_000, 290, 47, None),
        ("grant", 21_000_000, 290, 47, 36_000_000),
    ]


@pytest.mark.parametrize(
    "lead",
    [
        "Løyvinga på kap. 290, post 21 skal betalast ut til desse mottakarane:",
        "Bevilgningen på kap. 290, post 21 utbetales til følgende organisasjoner:",
        "Av bevilgningen på post 01 er 7 mill. kroner øremerket drift. Bevilgningen på kap. 290, "
        "post 21 skal utbetales til disse mottakerne:",
    ],
)
def test_a_list_of_who_is_paid_splits_its_post(lead: str) -> None:
    text = f"{lead}\n\n• 5,2 mill. kroner til Foreningen Kyst\n\n• 3 mill. kroner til Losen"
    assert parted(read(BASE + TABLE, text).financing)[-2:] == [
        ("grant", 5_200_000, 290, 21, 41_200_000),
        ("grant", 3_000_000, 290, 21, 41_200_000),
    ]


def test_a_list_of_when_is_paid_splits_nothing() -> None:
    text = "Bevilgningen på kap. 290, post 21 utbetales slik:\n\n• 20 mill. kroner 1. februar"
    assert not read(BASE + TABLE, text).financing


@pytest.mark.parametrize(
    "text",
    [
        "Post 21. Foreningen Kyst tildeles 31,2 mill. kroner. Losen tildeles 10 mill. kroner.",
        "Post 21. Det gis 31,2 mill. kroner til Foreningen Kyst og 10 mill. kroner til Losen.",
    ],
)
def test_grants_that_come_to_the_tables_amount_are_parts_of_it(text: str) -> None:
    assert parted(read(BASE + TABLE, text).financing) == [
        ("grant", 31_200_000, 290, 21, 41_200_000),
        ("grant", 10_000_000, 290, 21, 41_200_000),
    ]


def test_a_sum_that_is_said_again_over_its_list_is_one_grant() -> None:
    text = (
        "Det stilles 5 mill. kroner til disposisjon på kap. 290, post 72.\n\nTilskuddet fordeles "
        "på disse formålene, til sammen 5 mill. kroner:\n\n• 3 mill. kroner til Bodø\n\n"
        "• 2 mill. kroner til Vadsø"
    )
    assert parted(read(BASE, text).financing) == [
        ("grant", 5_000_000, 290, 72, None),
        ("grant", 3_000_000, 290, 72, 5_000_000),
        ("grant", 2_000_000, 290, 72, 5_000_000),
    ]


def test_the_same_sum_on_another_post_is_another_grant() -> None:
    text = (
        "Det stilles 5 mill. kroner til disposisjon på kap. 290, post 72.\n\nPå kap. 291, post 70 "
        "stilles følgende til disposisjon, til sammen 5 mill. kroner:\n\n• 3 mill. kroner til Bodø"
    )
    assert parted(read(BASE, text).financing) == [
        ("grant", 5_000_000, 290, 72, None),
        ("grant", 5_000_000, 291, 70, None),
        ("grant", 3_000_000, 291, 70, 5_000_000),
    ]


def test_of_what_several_get_together_only_the_recipients_share_is_read() -> None:
    text = (
        "Havnetilsynet og Kystdirektoratet får til sammen 3 mill. kroner over kap. 900, post 73, "
        "fordelt med henholdsvis 1,2 og 1,8 mill. kroner."
    )
    assert parted(read(BASE, text).financing) == [("grant", 1_800_000, 900, 73, 3_000_000)]


@pytest.mark.parametrize(
    ("who", "found"),
    [
        ("Kystdirektoratet", [("grant", 3_500_000, 1840, 50, 5_000_000)]),
        ("Norges geologiske undersøkelse", []),
    ],
)
def test_the_share_of_what_several_get_may_stand_in_the_next_sentence(
    who: str, found: list[tuple[object, ...]]
) -> None:
    text = (
        "Departementet gir Kystdirektoratet og Norges geologiske undersøkelse til sammen 5 mill. "
        f"kroner over kap. 1840, post 50. Av dette disponeres 3,5 mill. kroner av {who}."
    )
    assert parted(read(BASE, text).financing) == found


def test_a_part_of_the_sum_that_an_order_names_is_its_own() -> None:
    text = "Av den samla løyvinga på kap. 325, post 21 på 41 mill. kroner går 12 mill. kroner til "
    assert parted(read(BASE, text + "Kystdirektoratet.").financing) == [
        ("grant", 12_000_000, 325, 21, 41_000_000)
    ]


def test_a_ceiling_in_an_assignments_grant_is_no_grant() -> None:
    text = "Det stilles 30 mill. kroner til disposisjon over kap. 290, post 21. Av dette er inntil "
    assert of_task(text + "4 mill. kroner til instrumenter.") == [("grant", 30_000_000, 290, 21)]
