"""One thing said of money in the many words that ministries have for it, in both languages.

Each sentence stands alone in a letter given as plain text.
"""

import pytest

from money_letters import ADDENDUM, BASE, TABLE, parted, read, said

POST = "Kap. 290 Kystdirektoratet\n\nPost 21 Tilskudd, kan nyttes under post 70\n\n"
OF_OTHERS = "Kap. 325 Forskning\n\n"


@pytest.mark.parametrize(
    "text",
    [
        "Over posten kan Kystdirektoratet i år disponere 62,7 mill. kroner til vern.",
        "Kystdirektoratet gis adgang til å bruke 62,7 mill. kroner til vern i 2026.",
        "Direktoratet har til disposisjon 62,7 mill. kroner.",
        "Direktoratet har 62,7 mill. kroner til disposisjon til vern.",
        "Departementet delegerer 62,7 mill. kroner til vern.",
        "Bevilgningen for 2026 er 62,7 mill. kroner, en økning på 0,2 mill. kroner fra 2025.",
        "På posten er det løyvd 62,7 mill. kroner, mot 60 mill. kroner i 2025.",
        "Kap. 290, post 21 har en bevilgning på 62,7 mill. kroner.",
        "Kap. 290, post 21 Tilskudd – 62,7 mill. kroner.",
        "62,7 mill. kroner.",
        "Tildeling 2026: kr 62 700 000",
        "Til disposisjon for direktoratet: 62,7 mill. kroner.",
        "Det tildeles 62,7 mill. kroner i 2026 og 70 mill. kroner i 2027.",
    ],
)
def test_money_is_made_available_in_many_words(text: str) -> None:
    assert said(read(BASE + POST, text).financing) == [("grant", 62_700_000, 290, 21)]


@pytest.mark.parametrize(
    "text",
    [
        "Fra kap. 541, post 22 får direktoratet 4 mill. kroner, hvorav 0,3 mill. til reiser.",
        "Fra kap. 541, post 22 disponerer Kystdirektoratet 4 mill. kroner.",
        "Direktoratet mottar i tillegg 4 mill. kroner fra kap. 541, post 22.",
        "I tillegg kommer 4 mill. kroner fra kap. 541, post 22.",
        "Frå kap. 541 Digitalisering mv., post 22 får direktoratet 4 mill. kroner.",
        "Til dette får Kystdirektoratet og Havnetilsynet henholdsvis 4 og 2,5 mill. kroner fra "
        "kap. 541 Digitalisering mv., post 22.",
        "Kystdirektoratet og Havnetilsynet får henholdsvis 4 og 2,5 mill. kroner fra kap. 541 "
        "Digitalisering m.m., post 22.",
        "Direktoratet får 4 mill. kroner på kap. 541, post 22, mens Havnetilsynet får 1 mill. "
        "kroner.",
        "Kap. 541, post 22: Kystdirektoratet disponerer 4 mill. kroner. Kap. 542, post 21: "
        "Havnetilsynet disponerer 1 mill. kroner. Videre får Havnetilsynet 2 mill. kroner fra "
        "kap. 769, post 21.",
    ],
)
def test_money_from_other_chapters_stands_on_them_and_only_the_recipients_is_read(
    text: str,
) -> None:
    letter = read(BASE, text)
    assert [(*said((x,))[0], x.counter_post) for x in letter.financing if not x.part_of] == [
        ("grant", 4_000_000, 541, 22, None)
    ]


def test_the_recipients_share_of_a_sum_is_a_part_of_it_wherever_the_heading_stands() -> None:
    text = (
        "Dessuten er 3 mill. kroner på kap. 541, post 22 fordelt likt mellom Kystdirektoratet og "
        "Havnetilsynet. Kystdirektoratets del er 1,5 mill. kroner."
    )
    assert parted(read(BASE + POST, text).financing) == [("grant", 1_500_000, 541, 22, 3_000_000)]


def test_each_sum_of_what_is_voted_has_the_post_behind_it() -> None:
    text = (
        "På kap. 290 er det bevilget 302,4 mill. kroner på post 01, 41,2 mill. kroner på post 21 "
        "og 12 mill. kroner på post 45."
    )
    assert said(read(BASE, text).financing) == [
        ("grant", 302_400_000, 290, 1),
        ("grant", 41_200_000, 290, 21),
        ("grant", 12_000_000, 290, 45),
    ]


def test_a_sentence_that_begins_with_a_post_is_followed_by_what_is_voted_there() -> None:
    text = "Post 73 er en overslagsbevilgning. Det er bevilget 51,5 mill. kroner for 2026."
    assert said(read(BASE + OF_OTHERS, text).financing) == [("grant", 51_500_000, 325, 73)]


@pytest.mark.parametrize(
    "text",
    [
        "Som inntekt er det budsjettert med 34 mill. kroner på kap. 3290, post 01.",
        "Det er budsjettert med 34 mill. kroner i gebyrinntekter på kap. 3290, post 01.",
        "Direktoratet skal kreve inn gebyrer for 34 mill. kroner, jf. kap. 3290, post 01.",
        "Direktoratet skal ha inntekter på 34 mill. kroner på kap. 3290, post 01.",
        "Inntektskravet på kap. 3290, post 01 er 34 mill. kroner, en økning på 2 mill. kroner fra "
        "2025.",
    ],
)
def test_what_is_to_be_earned_is_a_total_on_the_post_of_incomes(text: str) -> None:
    assert said(read(BASE, text).financing) == [("total", 34_000_000, 3290, 1)]


@pytest.mark.parametrize(
    "text",
    [
        "Inntekter ut over 5 mill. kroner på kap. 3290, post 01 gir grunnlag for overskridelse.",
        "Det er rammeoverført 2 mill. kroner fra kap. 1500, post 01 til kap. 290, post 01.",
        "Bevilgningen på post 01 er redusert med 4,1 mill. kroner i gevinst fra ABE-reformen.",
        "Kompensasjon for lønnsoppgjøret i 2025 utgjør 8,5 mill. kroner på post 01.",
        "Årlig driftskostnad for systemet er 3 mill. kroner, som dekkes av kap. 290, post 01.",
        "1.2 Tilsagnsfullmakter\n\nKap. 290, post 70 Tilskudd: 45 mill. kroner",
        "Departementet gir fullmakt til å gi tilsagn for inntil følgende beløp:\n\n"
        "Kap. 290, post 70 Tilskudd: 45 mill. kroner",
        "1.2 Regnskap 2025\n\nKap. 290, post 01 Driftsutgifter: 400 mill. kroner",
        "Kap. 290 Kystdirektoratet\n\nPost 70 Tilskudd\n\nSatsene er slik:\n\n"
        "- Melkeku: 3 920 kroner\n- Sau: 900 kroner",
        "Kap. 290 Kystdirektoratet\n\nPost 70 Tilskudd\n\nTilskuddene i 2025 fordelte seg slik:\n\n"
        "- Nord: 4 mill. kroner\n- Sør: 6 mill. kroner",
        "Kap. 290 Kystdirektoratet\n\nPost 70 Tilskudd\n\nDirektoratet mottar 400 søknader om til "
        "sammen 90 mill. kroner.",
        "Avløsertilskuddet kan ikke overstige 65 900 kroner per foretak.",
        "Prisen for utlån er 1 840 kroner per time, og den endres ikke.",
    ],
)
def test_earlier_changes_rates_ceilings_and_accounts_are_no_lines_of_a_base_letter(
    text: str,
) -> None:
    assert read(BASE, text).financing == ()


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Stortinget har økt bevilgningen på kap. 290, post 01 med 4 mill. kroner.", "increase"),
        (
            "Stortinget har gjennom behandlingen av Prop. 117 S (2025–2026) økt bevilgningen på "
            "kap. 290, post 01 med 4 mill. kroner.",
            "increase",
        ),
        (
            "Stortinget auka 19. juni løyvinga på kap. 290, post 01 med 4 mill. kroner.",
            "increase",
        ),
        (
            "Ved Stortingets vedtak 19. juni 2026 er kap. 290, post 01 økt med 4 mill. kroner.",
            "increase",
        ),
        (
            "I tråd med Prop. 118 S settes bevilgningen på kap. 290, post 01 ned med 4 mill. "
            "kroner, fra 302,4 mill. kroner til 298,4 mill. kroner.",
            "decrease",
        ),
        (
            "For at arbeidet skal komme i gang tidligere enn planlagt, har Stortinget økt "
            "bevilgningen på kap. 290, post 01 med 4 mill. kroner.",
            "increase",
        ),
        (
            "Kap. 290, post 01 økes med 4 mill. kroner, slik at posten etter dette er på 306,4 "
            "mill. kroner.",
            "increase",
        ),
        (
            "Departementet trekker tilbake 4 mill. kroner på kap. 290, post 01, som etter dette er "
            "på 298,4 mill. kroner.",
            "decrease",
        ),
        ("Kap. 290, post 01 økes tilsvarende, med 4 mill. kroner.", "increase"),
        ("Tildelingen på 4 mill. kroner på kap. 290, post 01 bortfaller.", "decrease"),
        ("Kap. 290, post 01 er dermed på 4 mill. kroner.", "total"),
        ("Samlet tildeling over kap. 290, post 01 i 2026 er 4 mill. kroner.", "total"),
        ("Løyvinga på kap. 290, post 01 blir med dette 4 mill. kroner.", "total"),
        ("Departementet innvilger 4 mill. kroner over kap. 290, post 01.", "grant"),
        ("Ny ramme på kap. 290, post 01: 4 mill. kroner.", "total"),
        ("Disponibelt beløp på kap. 290, post 01 er etter dette 4 mill. kroner.", "total"),
    ],
)
def test_an_addendum_changes_a_post_in_many_words(text: str, kind: str) -> None:
    assert said(read(ADDENDUM, text).financing) == [(kind, 4_000_000, 290, 1)]


def test_what_was_decided_in_another_year_changes_nothing() -> None:
    text = "Stortinget økte i 2025 bevilgningen på kap. 290, post 01 med 4 mill. kroner."
    assert read(ADDENDUM, text).financing == ()


def test_posts_named_between_the_verb_and_its_passive_go_in_pairs_with_the_sums() -> None:
    text = (
        "På kap. 290 blir post 01 og post 21 auka med høvesvis 3 mill. kroner og 1,2 mill. kroner."
    )
    assert said(read(ADDENDUM, text).financing) == [
        ("increase", 3_000_000, 290, 1),
        ("increase", 1_200_000, 290, 21),
    ]


def test_what_a_wrong_letter_said_is_replaced_and_no_line_of_its_own() -> None:
    text = (
        "I tildelingsbrevet står det at bevilgningen på kap. 290, post 21 er 14,2 mill. kroner. "
        "Det rette beløpet er 41,2 mill. kroner."
    )
    (line,) = read(ADDENDUM, text).financing
    assert (line.kind, line.amount, line.replaces) == ("correction", 41_200_000, 14_200_000)


def test_parts_of_what_is_moved_are_of_the_post_that_gets_it() -> None:
    text = (
        "Departementet flytter 2,5 mill. kroner fra kap. 290, post 70 til kap. 290, post 01. Av "
        "dette går 1,4 mill. kroner til varsling og 1,1 mill. kroner til øvelser."
    )
    assert parted(read(ADDENDUM, text).financing) == [
        ("decrease", 2_500_000, 290, 70, None),
        ("increase", 1_400_000, 290, 1, 2_500_000),
        ("increase", 1_100_000, 290, 1, 2_500_000),
    ]


def test_sums_in_pairs_are_parts_of_the_sum_before_and_not_of_each_other() -> None:
    text = (
        "Det bevilges 12 mill. kroner mer til kap. 290, post 70. Vakten og Losen skal motta "
        "henholdsvis 7,5 og 4,5 mill. kroner av dette til tårnet, som ble skadet av ras i april."
    )
    lines = read(ADDENDUM, text).financing
    assert [(x.amount, x.part_of) for x in lines[1:]] == [
        (7_500_000, 12_000_000),
        (4_500_000, 12_000_000),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Post 77 Vern, kan overføres. Det gis 9,9 mill. kroner, herav 5 mill. kroner til kart og "
        "1,9 mill. kroner til frø, mens 3 mill. kroner er til kvalitet.",
        "Til vern stiller departementet 9,9 mill. kroner til disposisjon på post 77. Av dette skal "
        "5 mill. kroner gå til kommunenes vaktordninger langs kysten, 1,9 mill. kroner til "
        "tiltak der det er vanskelig å få tak i los, og 3 mill. kroner til administrasjon.",
        "Bevilgningen på post 77 inneholder 9,9 mill. kroner til nye tiltak, hvorav\n\n"
        "- 5 mill. kroner gjelder kart,\n- 1,9 mill. kroner gjelder vern, og\n"
        "- 3 mill. kroner gjelder los.",
    ],
)
def test_sums_that_come_to_the_whole_are_its_parts(text: str) -> None:
    lines = read(BASE + OF_OTHERS, text).financing
    assert [(x.amount, x.chapter, x.post) for x in lines if x.part_of == 9_900_000] == [
        (5_000_000, 325, 77),
        (1_900_000, 325, 77),
        (3_000_000, 325, 77),
    ]


def test_what_several_posts_come_to_stands_on_none_of_them() -> None:
    text = (
        "Direktoratet får 3 mill. kroner på kap. 325, post 21 og 2,2 mill. kroner på kap. 326, "
        "post 01, totalt 5,2 mill. kroner."
    )
    assert parted(read(BASE, text).financing) == [
        ("grant", 3_000_000, 325, 21, None),
        ("grant", 2_200_000, 326, 1, None),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Direktoratet disponerer følgende på post 21:\n\n- Kart: 3 mill. kroner\n"
        "- Vern: 2,2 mill. kroner",
        "Følgende beløp stilles til disposisjon på kap. 325, post 21:\n\n"
        "- 3 mill. kroner til kart\n- 2,2 mill. kroner til vern",
        "Post 21 Tilskudd\n\nMidlene skal fordeles til følgende mottakere:\n\n"
        "- Redningsselskapet, 3 mill. kroner\n- Sjømannskirken, 2,2 mill. kroner",
    ],
)
def test_a_list_stands_on_the_post_that_its_sentence_names(text: str) -> None:
    assert said(read(BASE + OF_OTHERS, text).financing) == [
        ("grant", 3_000_000, 325, 21),
        ("grant", 2_200_000, 325, 21),
    ]


def test_a_list_of_what_the_money_is_for_splits_what_the_table_grants() -> None:
    text = "Midlane gjeld:\n\n- overvaking: 6,1 mill. kroner\n- klimateneste: 35,1 mill. kroner"
    assert parted(read(BASE + TABLE + POST, text).financing) == [
        ("grant", 6_100_000, 290, 21, 41_200_000),
        ("grant", 35_100_000, 290, 21, 41_200_000),
    ]


def test_a_sum_moved_to_another_bodys_post_is_taken_from_the_own() -> None:
    text = (
        "Det overføres 2 mill. kroner fra kap. 290, post 01 til Havnetilsynet, kap. 292, post 01."
    )
    (line,) = read(ADDENDUM, text).financing
    assert (line.kind, line.post, line.counter_chapter, line.counter_post) == (
        "decrease",
        1,
        292,
        1,
    )


def test_the_second_of_two_moves_may_leave_out_its_verb() -> None:
    text = "Kap. 290, post 01 blir sett opp med 2 mill. kroner, og post 21 ned med 1 mill. kroner."
    assert said(read(ADDENDUM, text).financing) == [
        ("increase", 2_000_000, 290, 1),
        ("decrease", 1_000_000, 290, 21),
    ]


def test_a_sum_that_should_have_stood_replaces_the_one_that_it_is_not() -> None:
    text = "Det skulle stått 304,4 mill. kroner, ikke 340,4 mill. kroner, på kap. 290, post 01."
    (line,) = read(ADDENDUM, text).financing
    assert (line.kind, line.amount, line.replaces) == ("correction", 304_400_000, 340_400_000)


def test_costs_and_incomes_may_have_posts_of_one_number() -> None:
    table = TABLE.rstrip() + "\n3290  01    Inntekter                                5 000\n\n"
    text = "Direktoratet disponerer 838,5 mill. kroner på post 01."
    assert said(read(BASE + table, text).financing) == [("grant", 838_500_000, 290, 1)]


def test_what_several_posts_hold_goes_to_them_in_pairs() -> None:
    text = (
        "Bevilgningene på kap. 325, post 21 og kap. 326, post 01 er på henholdsvis 5,2 mill. "
        "kroner og 3,1 mill. kroner."
    )
    assert said(read(BASE, text).financing) == [
        ("grant", 5_200_000, 325, 21),
        ("grant", 3_100_000, 326, 1),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Vi gir med dette tilsagn om tilskudd på inntil kr 2 450 000. Tilskuddet gis over "
        "kap. 553, post 61.",
        "Departementet gir tilsegn om 2,45 mill. kroner over kap. 553, post 61.",
    ],
)
def test_what_a_letter_of_grant_commits_itself_to_is_granted(text: str) -> None:
    assert said(read(BASE, text).financing) == [("grant", 2_450_000, 553, 61)]


@pytest.mark.parametrize(
    "text",
    [
        "Direktoratet kan gi tilsagn om tilskudd på 20 mill. kroner under kap. 553, post 61.",
        "Departementet har gitt tilsagn om 5 mill. kroner i 2027.",
        "Nye tilsagn om 12 mill. kroner kan gis under kap. 553, post 61.",
    ],
)
def test_what_the_recipient_may_commit_the_state_to_is_no_grant(text: str) -> None:
    assert said(read(BASE, text).financing) == []


def test_parts_of_an_increase_are_not_parts_of_the_whole_grant() -> None:
    text = (
        "Bevilgningen på kap. 290, post 70 økes fra 18,0 mill. kroner til 21,5 mill. kroner. "
        "Økningen fordeles med henholdsvis 2,0 og 1,5 mill. kroner til universitetet og NORCE."
    )
    assert parted(read(ADDENDUM, text).financing) == [
        ("total", 21_500_000, 290, 70, None),
        ("increase", 2_000_000, 290, 70, 3_500_000),
        ("increase", 1_500_000, 290, 70, 3_500_000),
    ]


def test_a_senders_own_money_stands_on_no_post() -> None:
    text = "I tillegg stiller fylkeskommunen kr 180 000 av egne midler til disposisjon."
    assert said(read(BASE + POST, text).financing) == [("grant", 180_000, None, None)]


def test_a_list_after_the_recipients_share_splits_the_share() -> None:
    text = (
        "Den samla løyvinga på kap. 329, post 78 er 11,6 mill. kroner. Av desse midlane disponerer "
        "Kystdirektoratet 7,4 mill. kroner, medan resten blir fordelt av departementet. Midlane er "
        "fordelte slik:\n\n- 5,1 mill. kroner til prosjekt\n\n- 2,3 mill. kroner til landslaget"
    )
    assert parted(read(BASE, text).financing)[2:] == [
        ("grant", 5_100_000, 329, 78, 7_400_000),
        ("grant", 2_300_000, 329, 78, 7_400_000),
    ]
