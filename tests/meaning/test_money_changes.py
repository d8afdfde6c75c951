"""What addenda do to a post, in the many words that ministries have for it, in both languages."""

import pytest

from money_letters import ADDENDUM, BASE, TABLE, parted, read, said

CHAPTER = "1.1 Kap. 290 Kystdirektoratet\n\n"
POST = "Kap. 290 Kystdirektoratet, post 01 Driftsutgifter\n\n"


@pytest.mark.parametrize(
    "text",
    [
        "Under post 01 Driftsutgifter trekker Stortinget derfor inn 6,8 mill. kroner.",
        "På denne bakgrunn trekker departementet inn 6,8 mill. kroner fra post 01.",
        "Departementet setter bevilgningen på post 01 ned med 6,8 mill. kroner.",
        "Løyvinga på post 01 går ned med 6,8 mill. kroner.",
        "Rammen på post 01 blir 6,8 mill. kroner lavere enn tidligere meddelt.",
        "Direktoratet får 6,8 mill. kroner mindre på post 01.",
        "Post 01: -6,8 mill. kroner",
        "Post 01: Reduksjon på 6,8 mill. kroner.",
    ],
)
def test_a_post_is_lowered_in_many_words(text: str) -> None:
    assert said(read(ADDENDUM + CHAPTER, text).financing) == [("decrease", 6_800_000, 290, 1)]


@pytest.mark.parametrize(
    "text",
    [
        "Det er på post 01 lagt inn 6,8 mill. kroner i kompensasjon for lønnsoppgjøret.",
        "Bevilgningen på post 01 blir plusset på med 6,8 mill. kroner.",
        "Det legges på 6,8 mill. kroner på post 01 til nye losbåter.",
        "Post 01 utvides med 6,8 mill. kroner til 104 mill. kroner.",
        "Løyvinga på post 01 går opp med 6,8 mill. kroner.",
        "Direktoratet får en merbevilgning på 6,8 mill. kroner på post 01.",
        "Kap. 290, post 01 vert løyvd 6,8 mill. kroner meir enn det som går fram av "
        "tildelingsbrevet.",
        "Som følge av dette økes rammen på post 01 med 6,8 mill. kroner.",
        "Som ein konsekvens av dette blir ramma på post 01 auka med 6,8 mill. kroner.",
        "Post 01: +6,8 mill. kroner",
        "Post 01: Økning 6,8 mill. kroner",
    ],
)
def test_a_post_is_raised_in_many_words(text: str) -> None:
    assert said(read(ADDENDUM + CHAPTER, text).financing) == [("increase", 6_800_000, 290, 1)]


@pytest.mark.parametrize("then", ["etter dette", "dermed", "nå"])
def test_what_the_recipient_then_has_on_a_post_is_its_total(then: str) -> None:
    text = f"Posten økes med 0,9 mill. kroner. Direktoratet disponerer {then} 11,95 mill. kroner."
    assert said(read(ADDENDUM + POST, text).financing) == [
        ("increase", 900_000, 290, 1),
        ("total", 11_950_000, 290, 1),
    ]


def test_two_posts_may_have_been_raised_in_one_sentence() -> None:
    text = (
        "Bevilgningen på kap. 290, post 01 er satt ned med 3,96 mill. kroner. På samme kapittel er "
        "post 21 og post 45 økt med henholdsvis 12,4 mill. kroner og 1,1 mill. kroner."
    )
    assert said(read(ADDENDUM, text).financing) == [
        ("decrease", 3_960_000, 290, 1),
        ("increase", 12_400_000, 290, 21),
        ("increase", 1_100_000, 290, 45),
    ]


def test_a_post_moved_from_one_sum_to_another_stands_after_one_moved_by_a_sum() -> None:
    text = (
        "Inntektskravet på kap. 3290, post 01 er økt med 85 mill. kroner, og kravet på post 03 er "
        "redusert fra 187,4 mill. kroner til 179,2 mill. kroner."
    )
    raised, moved = read(ADDENDUM, text).financing
    assert (raised.kind, raised.amount, raised.post) == ("increase", 85_000_000, 1)
    assert (moved.kind, moved.amount, moved.replaces) == ("total", 179_200_000, 187_400_000)
    assert (moved.chapter, moved.post) == (3290, 3)


def test_a_post_without_a_chapter_is_of_the_one_named_in_the_paragraph_before() -> None:
    table = (
        CHANGES.rstrip()
        + "\n291   21    Annet                       8 000       1 000     9 000\n\n"
    )
    text = (
        "Bevilgningen på kap. 290, post 01 økes med 8,5 mill. kroner.\n\n"
        "Bevilgningen på post 21 settes ned med 6,2 mill. kroner."
    )
    assert said(read(ADDENDUM + table + "1.1 Omtale\n\n", text).financing) == [
        ("increase", 8_500_000, 290, 1),
        ("decrease", 6_200_000, 290, 21),
    ]


def test_of_two_posts_one_may_get_less_and_one_more() -> None:
    text = (
        "Direktoratet får 3 mill. kroner mindre på post 01 og 1 mill. kroner mer på post 21. "
        "Stortinget vedtok å redusere bevilgningen på post 45 med 2 mill. kroner."
    )
    assert said(read(ADDENDUM + CHAPTER, text).financing) == [
        ("decrease", 3_000_000, 290, 1),
        ("increase", 1_000_000, 290, 21),
        ("decrease", 2_000_000, 290, 45),
    ]


def test_money_moved_on_from_a_post_is_taken_from_the_post_of_its_heading() -> None:
    text = "6,8 mill. kroner overføres til kap. 291, post 01 fordi oppgavene flyttes."
    (line,) = read(ADDENDUM + POST, text).financing
    assert (line.kind, line.chapter, line.post) == ("decrease", 290, 1)
    assert (line.counter_chapter, line.counter_post) == (291, 1)


def test_an_increase_that_goes_to_purposes_is_split_in_increases() -> None:
    text = (
        "Bevilgningen økes med 6,3 mill. kroner. Økningen går med 2,8 mill. kroner til vern og "
        "med 3,5 mill. kroner til los."
    )
    assert parted(read(ADDENDUM + POST, text).financing) == [
        ("increase", 6_300_000, 290, 1, None),
        ("increase", 2_800_000, 290, 1, 6_300_000),
        ("increase", 3_500_000, 290, 1, 6_300_000),
    ]


CHANGES = """Tabell 1 Endringer (i 1 000 kroner)

Kap.  Post  Betegnelse                     Før     Endring     Etter
290   01    Driftsutgifter             838 500       8 500   847 000
290   21    Tilskudd                    41 200      -6 200    35 000

"""


def test_a_list_splits_what_a_table_takes_from_a_post() -> None:
    text = (
        "Reduksjonen på kap. 290, post 21 gjelder:\n\n- mottak: 4,2 mill. kroner\n"
        "- omsorg: 2 mill. kroner"
    )
    assert parted(read(ADDENDUM + CHANGES, text).financing) == [
        ("decrease", 4_200_000, 290, 21, 6_200_000),
        ("decrease", 2_000_000, 290, 21, 6_200_000),
    ]


def test_a_sentence_splits_what_a_table_adds_to_a_post() -> None:
    text = "Av økningen på post 01 er 3 mill. kroner til vern og 2 mill. kroner til los."
    assert parted(read(ADDENDUM + CHANGES, text).financing) == [
        ("increase", 3_000_000, 290, 1, 8_500_000),
        ("increase", 2_000_000, 290, 1, 8_500_000),
    ]


def test_a_part_is_what_of_a_reduction_a_purpose_gives() -> None:
    text = "Av reduksjonen på 3 mill. kroner på post 01 gjelder 2 mill. kroner reiser."
    assert parted(read(ADDENDUM + CHAPTER, text).financing) == [
        ("decrease", 2_000_000, 290, 1, 3_000_000)
    ]


def test_what_an_earlier_letter_is_said_to_have_told_is_what_a_correction_replaces() -> None:
    text = (
        "I tillegg nr. 1 ble det opplyst at tildelingen på post 21 var 41,5 mill. kroner. Korrekt "
        "tildeling skulle vært 45,1 mill. kroner."
    )
    (line,) = read(ADDENDUM + CHAPTER, text).financing
    assert (line.kind, line.amount, line.replaces) == ("correction", 45_100_000, 41_500_000)
    assert (line.chapter, line.post) == (290, 21)


def test_what_a_table_grants_a_post_is_split_by_a_sentence_in_pairs() -> None:
    text = (
        "Post 21 gjelder tilskudd. Posten fordeles med henholdsvis 24,1 mill. kroner til vern og "
        "17,1 mill. kroner til los."
    )
    assert parted(read(BASE + TABLE + CHAPTER, text).financing) == [
        ("grant", 24_100_000, 290, 21, 41_200_000),
        ("grant", 17_100_000, 290, 21, 41_200_000),
    ]


def test_the_post_of_a_correction_may_stand_a_sentence_back() -> None:
    text = (
        "Kap. 290, post 21 gir et tillegg på 4,4 mill. kroner. I tillegg nr. 1 oppga vi 11 mill. "
        "kroner på denne posten. Korrekt beløp var 12 mill. kroner."
    )
    _, line = read(ADDENDUM, text).financing
    assert (line.kind, line.amount, line.replaces) == ("correction", 12_000_000, 11_000_000)
    assert (line.chapter, line.post) == (290, 21)


@pytest.mark.parametrize(
    "text",
    [
        "Tilskuddet på posten utbetales i to like deler à 2 mill. kroner.",
        "Reformen gir et uttrekk på 0,5 mill. kroner.",
        "Direktoratet gis samtykke til å overføre 4,1 mill. kroner av ubrukt bevilgning til 2027.",
    ],
)
def test_payments_background_and_consents_give_nothing_and_are_told(text: str) -> None:
    letter = read(BASE + POST, text)
    assert letter.financing == ()
    assert "unclaimed_amount" in {finding.code for finding in letter.findings}


@pytest.mark.parametrize(
    "text",
    [
        "Til ombygging gir departementet 6,8 mill. kroner over kap. 290, post 01.",
        "Til ombygging settes det av 6,8 mill. kroner over kap. 290, post 01.",
        "Den samlede rammen for Kystdirektoratet på kap. 290, post 01 er på 6,8 mill. kroner.",
    ],
)
def test_the_verb_of_a_grant_may_stand_before_who_gives_it(text: str) -> None:
    assert said(read(BASE, text).financing) == [("grant", 6_800_000, 290, 1)]


def test_a_posts_name_may_say_that_it_can_be_carried_over_before_the_sum() -> None:
    text = (
        "Post 21 Spesielle driftsutgifter, som kan overføres, er vedtatt med 133 mill. kroner, og "
        "beløpet stilles i sin helhet til rådighet for direktoratet."
    )
    assert said(read(BASE + CHAPTER, text).financing) == [("grant", 133_000_000, 290, 21)]


def test_of_what_a_post_holds_the_recipients_part_is_read() -> None:
    text = (
        "Bevilgningen på kap. 290, post 21 utgjør til sammen 48 mill. kroner, der 40 mill. kroner "
        "blir stilt til disposisjon for Kystdirektoratet."
    )
    assert parted(read(BASE, text).financing) == [("grant", 40_000_000, 290, 21, 48_000_000)]


def test_incomes_on_two_posts_are_asked_for_in_one_sentence() -> None:
    text = (
        "Kravet er 12,3 mill. kroner på post 01 Gebyrinntekter og 121,5 mill. kroner på post 02 "
        "Oppdragsinntekter."
    )
    chapter = "1.1 Inntektskrav på kap. 3290 Kystdirektoratet\n\n"
    assert said(read(BASE + chapter, text).financing) == [
        ("total", 12_300_000, 3290, 1),
        ("total", 121_500_000, 3290, 2),
    ]
