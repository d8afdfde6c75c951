"""What a post holds where no verb gives it, whose it is, and how it is shared out."""

import pytest

import tildeling
from tildeling.letter import FinancingLine, Letter

BASE = "Tildelingsbrev for 2026 til Kystdirektoratet\n\n1. Budsjett\n\n"
ADDENDUM = "Tillegg nr. 2 til tildelingsbrev for 2026 til Kystdirektoratet\n\n1. Budsjett\n\n"
POST = "Kap. 290 Kystdirektoratet\n\nPost 21 Tilskudd, kan nyttes under post 70\n\n"


def base(text: str) -> Letter:
    """A base letter about 290/21."""
    return tildeling.parse_text(f"{BASE}{POST}{text}\n")


def addendum(text: str) -> Letter:
    """An addendum, under no heading of a post."""
    return tildeling.parse_text(f"{ADDENDUM}{text}\n")


def assigned(text: str) -> list[tuple[object, ...]]:
    """The lines of an assignment's own text."""
    (found,) = tildeling.parse_text(
        "Tildelingsbrev for 2026 til Kystdirektoratet\n\nOppdrag 2026-01: Vern\n\nDirektoratet "
        f"skal verne kysten. {text}\n"
    ).assignments
    return said(found.financing)


def said(found: tuple[FinancingLine, ...]) -> list[tuple[object, ...]]:
    return [(x.kind, x.amount, x.chapter, x.post, x.part_of) for x in found]


@pytest.mark.parametrize(
    "text",
    [
        "Posten er på 38,2 mill. kroner og dekker lønn og leie.",
        "Bevilgningen er 38,2 mill. kroner.",
        "Løyvinga for 2026 er på 38,2 mill. kroner og skal dekkje drift.",
        "På posten er det løyvd 38,2 mill. kroner.",
        "Det er ført opp 38,2 mill. kroner på posten.",
        "Til vern er det bevilget 38,2 mill. kroner.",
        "Rammen på posten er fastsatt til 38 200 000 kroner.",
        "Stortinget har for 2026 bevilget 38,2 mill. kroner på posten.",
        "Stortinget har vedteke ei løyving på 38,2 mill. kroner på posten.",
        "Løyvinga på post 21 utgjer 38,2 mill. kroner. Det er 1 mill. kroner lågare enn i 2025.",
    ],
)
def test_what_a_base_letter_says_that_a_post_holds_is_granted(text: str) -> None:
    assert said(base(text).financing) == [("grant", 38_200_000, 290, 21, None)]


@pytest.mark.parametrize(
    "text",
    [
        "I 2025 var bevilgningen 38,2 mill. kroner.",
        "Kostnadsrammen er 38,2 mill. kroner.",
        "Lånerammen er fastsatt til 38,2 mill. kroner.",
        "For 2025 er det bevilget 38,2 mill. kroner på posten.",
        "Den samlede bevilgningen på posten er 38,2 mill. kroner.",
        "Løyvinga på posten er i alt 38,2 mill. kroner.",
        "Bevilgningen er 38,2 mill. kroner. Den forvaltes av Havnetilsynet.",
        "Bevilgningen er på 38,2 mill. kroner og forvaltes i hovedsak av Havnetilsynet.",
        "Løyvinga er på 38,2 mill. kroner og blir disponert av fylkeskommunane.",
        "Samla blir det dermed stilt 38,2 mill. kroner til disposisjon over kap. 290.",
    ],
)
def test_another_years_and_another_bodys_money_and_a_chapters_sum_are_told_and_no_line(
    text: str,
) -> None:
    letter = base(text)
    assert letter.financing == ()
    assert any("38 200 000" in finding.message for finding in letter.findings)


def test_the_recipients_share_of_what_another_body_has_is_a_part_of_it() -> None:
    letter = base(
        "Bevilgningen på kap. 226, post 21 er på 1 214 mill. kroner og forvaltes i hovedsak av "
        "Havnetilsynet. Av dette stilles 31,5 mill. kroner til disposisjon for Kystdirektoratet."
    )
    assert said(letter.financing) == [("grant", 31_500_000, 226, 21, 1_214_000_000)]


@pytest.mark.parametrize(
    "text",
    [
        "På posten har Stortinget løyvd 104 mill. kroner, og 16 mill. kroner av desse blir stilte "
        "til rådvelde for verksemda.",
        "På posten er det løyvd 104 mill. kroner. Av desse midlane går 16 mill. kroner til "
        "Kystdirektoratet.",
    ],
)
def test_a_sum_of_which_the_recipient_gets_a_share_is_itself_no_line(text: str) -> None:
    assert said(base(text).financing) == [("grant", 16_000_000, 290, 21, 104_000_000)]


@pytest.mark.parametrize(
    "text",
    [
        "Utgifter til fagleg hjelp i Georgia blir dekte over Utanriksdepartementet sitt budsjett, "
        "kap. 159, post 76.",
        "Kostnader ved godkjenning av utdanninger dekkes over Utenriksdepartementets budsjett, "
        "kap. 159, post 76.",
        "Reiseutgiftene i prosjektet betales av Utenriksdepartementet over kap. 159, post 76.",
        "Lønn til utsendingen belastes Utenriksdepartementet, kap. 159, post 76.",
    ],
)
def test_costs_that_another_budget_pays_are_told_in_the_budget_part(text: str) -> None:
    assert said(base(text).financing) == [("other_budget", None, 159, 76, None)]


def test_a_ministry_may_pay_over_its_own_budget_without_a_post() -> None:
    text = "Utanriksdepartementet dekkjer reiseutgifter til messa over sitt eige budsjett."
    assert said(base(text).financing) == [("other_budget", None, None, None, None)]


def test_costs_of_the_recipients_own_are_paid_by_no_other_budget() -> None:
    assert base("Reiseutgiftene dekkes av Nordisk råd.").financing == ()


SHARES = [("grant", amount, 290, 21, 66_400_000) for amount in (41_200_000, 18_900_000, 6_300_000)]


@pytest.mark.parametrize(
    "shared",
    [
        " Desse blir fordelte med høvesvis 41,2 mill. kroner, 18,9 mill. kroner og 6,3 mill. "
        "kroner til nemndene, Bioforsk og direktoratet sjølv.",
        " Av dette går 41,2 mill. kroner til nemndene, 18,9 mill. kroner til Bioforsk og 6,3 mill. "
        "kroner til direktoratet selv.",
        " Midlene deles mellom nemndene (41,2 mill. kroner), Bioforsk (18,9 mill. kroner) og los "
        "(6,3 mill. kroner).",
    ],
)
def test_a_sentence_shares_out_the_sum_before_it(shared: str) -> None:
    letter = base(f"Det er løyvd 66,4 mill. kroner på posten.{shared}")
    assert said(letter.financing) == [("grant", 66_400_000, 290, 21, None), *SHARES]


def test_parts_that_others_have_are_parts_though_somebody_else_has_the_rest() -> None:
    letter = base(
        "På posten er det løyvd 27 mill. kroner. Av desse midlane går høvesvis 9,8 mill. kroner og "
        "6,35 mill. kroner til rådet og parken, medan resten blir disponert av Statens tilsyn."
    )
    assert said(letter.financing) == [
        ("grant", 27_000_000, 290, 21, None),
        ("grant", 9_800_000, 290, 21, 27_000_000),
        ("grant", 6_350_000, 290, 21, 27_000_000),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Bevilgningen på post 21 økes med 5 mill. kroner: 3 mill. kroner til vern og 2 mill. "
        "kroner til los.",
        "Bevilgningen på post 21 økes med 5 mill. kroner. Av dette disponeres 3 mill. kroner av "
        "Senter for vern, og resten, 2 mill. kroner, av Losvesenet.",
    ],
)
def test_parts_of_an_increase_are_increases(text: str) -> None:
    assert said(addendum(f"Kap. 290 Kystdirektoratet\n\n{text}").financing) == [
        ("increase", 5_000_000, 290, 21, None),
        ("increase", 3_000_000, 290, 21, 5_000_000),
        ("increase", 2_000_000, 290, 21, 5_000_000),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Inntektskravene på post 01 Oppdrag og post 09 Gebyrer er henholdsvis 11,42 mill. kroner "
        "og 3,8 mill. kroner.",
        "Inntektskrava på post 01 Oppdrag og post 09 Gebyr er høvesvis 11,42 mill. kroner og 3,8 "
        "mill. kroner.",
    ],
)
def test_incomes_go_with_their_posts_in_pairs(text: str) -> None:
    letter = tildeling.parse_text(f"{BASE}Kap. 3290 Kystdirektoratet\n\n{text}\n")
    assert said(letter.financing) == [
        ("total", 11_420_000, 3290, 1, None),
        ("total", 3_800_000, 3290, 9, None),
    ]


def test_what_an_income_post_holds_is_a_total() -> None:
    letter = tildeling.parse_text(f"{BASE}Kap. 3290, post 02 er på 5 mill. kroner.\n")
    assert said(letter.financing) == [("total", 5_000_000, 3290, 2, None)]


def test_a_total_says_what_a_post_comes_to_after_an_addendum() -> None:
    letter = addendum(f"{POST}Bevilgningen utgjør dermed 93 mill. kroner.")
    assert said(letter.financing) == [("total", 93_000_000, 290, 21, None)]


@pytest.mark.parametrize(
    "text",
    [
        "For tiltak under 500 000 kroner kan kommunen få hele beløpet dekket.",
        "Bevilgningen er økt med 14,8 mill. kroner fra saldert budsjett 2025, hvorav 9,1 mill. "
        "kroner er kompensasjon for prisvekst.",
    ],
)
def test_bounds_and_changes_from_last_year_are_told_and_no_line(text: str) -> None:
    letter = base(text)
    assert letter.financing == ()
    assert any(finding.code == "unclaimed_amount" for finding in letter.findings)


def test_a_payment_is_no_line() -> None:
    letter = base("Tilskuddene utbetales til kommunene, første gang med 52 mill. kroner i april.")
    assert letter.financing == ()
    assert [payment.amount for payment in letter.payments] == [52_000_000]


def test_of_which_stays_with_the_sum_that_an_assignment_is_paid_with() -> None:
    found = assigned(
        "Arbeidet finansieres med 11 mill. kroner av bevilgningen på kap. 290, post 26, hvorav 4 "
        "mill. kroner skal brukes til registreringer."
    )
    assert found == [("grant", 11_000_000, 290, 26, None)]


def test_parts_after_der_are_parts_where_they_come_to_the_whole() -> None:
    letter = addendum(
        f"{POST}Løyvinga blir auka med 4,6 mill. kroner, der 3 mill. kroner gjeld vern og 1,6 "
        "mill. kroner gjeld los."
    )
    assert said(letter.financing) == [
        ("increase", 4_600_000, 290, 21, None),
        ("increase", 3_000_000, 290, 21, 4_600_000),
        ("increase", 1_600_000, 290, 21, 4_600_000),
    ]


def test_what_is_right_corrects_what_the_letter_said() -> None:
    letter = addendum(
        "I tildelingsbrevet stod det at 6,2 mill. kroner på kap. 1139, post 70 skulle gå til vern. "
        "Rett beløp er 7,2 mill. kroner."
    )
    (line,) = letter.financing
    assert (line.kind, line.amount, line.replaces) == ("correction", 7_200_000, 6_200_000)
    assert (line.chapter, line.post) == (1139, 70)


def test_a_sum_that_several_posts_pay_is_on_none_of_them_and_each_pays_a_part() -> None:
    found = assigned(
        "Til dette stilles 1,1 mill. kroner til disposisjon, 700 000 kroner over kap. 328, post 78 "
        "og 400 000 kroner over kap. 326, post 01."
    )
    assert found == [
        ("grant", 1_100_000, None, None, None),
        ("grant", 700_000, 328, 78, 1_100_000),
        ("grant", 400_000, 326, 1, 1_100_000),
    ]


def test_a_post_before_a_sum_is_none_of_its_digits() -> None:
    letter = addendum(
        "Kap. 1320 Vei\n\nEtter endringene er bevilgningen på post 01 3 912,1 mill. kroner, på "
        "post 22 7 504 mill. kroner og på post 72 880,4 mill. kroner."
    )
    assert said(letter.financing) == [
        ("total", 3_912_100_000, 1320, 1, None),
        ("total", 7_504_000_000, 1320, 22, None),
        ("total", 880_400_000, 1320, 72, None),
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Utgiftene belastes kap. 290, post 21.", [("within_budget", None, 290, 21, None)]),
        ("Det vil bli stilt 2 mill. kroner til disposisjon i 2027.", []),
        (
            "Det stilles 2 mill. kroner til disposisjon i 2026 over kap. 290, post 21.",
            [("grant", 2_000_000, 290, 21, None)],
        ),
    ],
)
def test_an_assignment_is_paid_by_the_letters_year_and_by_what_is_charged(
    text: str, found: list[tuple[object, ...]]
) -> None:
    assert assigned(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "12,9 mill. kroner er bevilget over kapittel 290, post 45.",
        "12,9 mill. kroner er løyvd på kap. 290, post 45.",
        "Midlene til nye kaier er 12,9 mill. kroner, og bevilges over kap. 290, post 45.",
        "For 2026 utgjør bevilgningen på kap. 290, post 45 om lag 12,9 mill. kroner.",
        "Kap. 290, post 45: Det er budsjettert med 12,9 mill. kroner.",
        "Direktoratet har 12,9 mill. kr til disposisjon på kap. 290, post 45.",
    ],
)
def test_what_a_post_holds_is_told_in_many_orders(text: str) -> None:
    letter = tildeling.parse_text(f"{BASE}{text}\n")
    assert [(x.kind, x.amount, x.chapter, x.post) for x in letter.financing] == [
        ("grant", 12_900_000, 290, 45)
    ]


def test_a_sum_after_a_post_and_a_full_stop_begins_a_sentence() -> None:
    text = (
        "Det omdisponeres 4 mill. kroner fra kap. 290, post 01 til kap. 290, post 45. 2,5 mill. "
        "kroner overføres fra kap. 291, post 21 til kap. 291, post 70."
    )
    letter = tildeling.parse_text(f"{ADDENDUM}{text}\n")
    assert [(x.kind, x.amount, x.chapter, x.post) for x in letter.financing] == [
        ("decrease", 4_000_000, 290, 1),
        ("decrease", 2_500_000, 291, 21),
    ]


def test_a_post_of_a_chapter_written_out_is_changed() -> None:
    text = "Som følgje av lågare aktivitet blir kapittel 290, post 45 redusert med 4 mill. kroner."
    letter = tildeling.parse_text(f"{ADDENDUM}{text}\n")
    assert [(x.kind, x.amount, x.chapter, x.post) for x in letter.financing] == [
        ("decrease", 4_000_000, 290, 45)
    ]


ROUGHLY = pytest.mark.parametrize("about", ["om lag", "omlag", "ca.", "cirka", "rundt", "kring"])


@ROUGHLY
def test_what_a_post_holds_may_be_told_roughly(about: str) -> None:
    letter = base(f"Løyvinga på posten er på {about} 38,2 mill. kroner.")
    assert said(letter.financing) == [("grant", 38_200_000, 290, 21, None)]


@ROUGHLY
def test_what_a_post_comes_to_may_be_told_roughly(about: str) -> None:
    letter = addendum(f"Løyvinga på kap. 290, post 21 er på {about} 6 mill. kroner.")
    assert said(letter.financing) == [("total", 6_000_000, 290, 21, None)]


@ROUGHLY
def test_what_is_raised_to_about_a_sum_is_not_raised_by_it(about: str) -> None:
    letter = addendum(f"Bevilgningen på kap. 290, post 21 økes til {about} 6 mill. kroner.")
    assert said(letter.financing) == [("total", 6_000_000, 290, 21, None)]


@ROUGHLY
def test_an_income_may_be_told_roughly(about: str) -> None:
    letter = tildeling.parse_text(
        f"{BASE}Kap. 3290 Kystdirektoratet\n\nPost 01 Gebyr\n\n"
        f"Det er budsjettert med inntekter fra gebyr på {about} 5 mill. kroner.\n"
    )
    assert said(letter.financing) == [("total", 5_000_000, 3290, 1, None)]


@ROUGHLY
def test_parts_may_be_told_roughly(about: str) -> None:
    letter = base(
        f"Bevilgningen er 10 mill. kroner, der {about} 6 mill. kroner går til vern og 4 mill. "
        "kroner til los."
    )
    assert [x.part_of for x in letter.financing] == [None, 10_000_000, 10_000_000]
