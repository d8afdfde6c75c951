"""What sentences about money become. The letters are given as plain text."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

import tildeling
from set_letters import read_letter
from tildeling.letter import FinancingLine
from tildeling.meaning.move_words import CHANGE_IS, DONE, IS_GIVEN, MOVES, MOVES_BEGIN, PROPOSED

HEAD = "Tillegg nr. 2 til tildelingsbrev for 2026 til Kystdirektoratet\n\n"
BUDGET = "Kap. 290 Kystdirektoratet\n\nPost 21 Spesielle driftsutgifter\n\n"


def lines(sentence: str) -> list[FinancingLine]:
    """The letter's own lines, in a budget section about 290/21."""
    return list(tildeling.parse_text(f"{HEAD}1. Budsjett\n\n{BUDGET}{sentence}\n").financing)


def assigned(sentence: str) -> list[FinancingLine]:
    """The lines of an assignment's financing field."""
    body = f"Oppdrag 2026-01: Vern\n\nTekst følger her.\n\nFinansiering: {sentence}\n"
    (found,) = tildeling.parse_text(HEAD + body).assignments
    return list(found.financing)


@pytest.mark.parametrize(
    ("sentence", "kind", "amount"),
    [
        ("Bevilgningen på posten økes med 2,4 mill. kroner.", "increase", 2_400_000),
        ("Bevilgningen reduseres med 500 000 kroner.", "decrease", 500_000),
        ("Bevilgningen på posten settes ned med kr 1 000 000.", "decrease", 1_000_000),
        ("Løyvinga på posten blir auka med 3 millionar kroner.", "increase", 3_000_000),
        ("Løyvinga blir sett ned med 1.000.000 kroner.", "decrease", 1_000_000),
        ("Direktoratet tildeles 20 mill. kroner.", "grant", 20_000_000),
        ("På posten stilles 430,185 mill. kroner til disposisjon.", "grant", 430_185_000),
        ("Det blir stilt kr 23 382 000 til disposisjon på posten.", "grant", 23_382_000),
        ("Samlet bevilgning på posten blir etter dette 57,8 mill. kroner.", "total", 57_800_000),
        ("Korrekt tildeling på posten skal være 186,6 mill. kroner.", "total", 186_600_000),
    ],
)
def test_a_sentence_says_what_happens_to_the_posts_money(
    sentence: str, kind: str, amount: int
) -> None:
    (line,) = lines(sentence)
    assert (line.kind, line.amount, line.chapter, line.post) == (kind, amount, 290, 21)


def test_a_move_names_its_other_side() -> None:
    (line,) = lines(
        "Bevilgningen økes med 2 mill. kroner mot en tilsvarende reduksjon under kap. 291, post 62."
    )
    assert (line.kind, line.chapter, line.post) == ("increase", 290, 21)
    assert (line.counter_chapter, line.counter_post) == (291, 62)


def test_several_sums_in_one_sentence_are_one_line_each() -> None:
    found = lines("Tildelingen økes med 0,5 mill. kroner til vern, og 4,176 mill. kroner til los.")
    assert [line.amount for line in found] == [500_000, 4_176_000]
    assert {line.text for line in found} == {found[0].text}


def test_a_list_splits_the_sum_over_it() -> None:
    whole, *parts = lines(
        "Direktoratet tildeles 1,8 mill. kroner til følgende tiltak:\n\n"
        "• 0,3 mill. kroner til vern\n• 1,5 mill. kroner til los"
    )
    assert (whole.amount, whole.part_of) == (1_800_000, None)
    assert [(part.amount, part.part_of) for part in parts] == [
        (300_000, 1_800_000),
        (1_500_000, 1_800_000),
    ]
    assert {(part.chapter, part.post) for part in parts} == {(290, 21)}


def test_sums_that_the_sentence_adds_up_are_parts_of_what_they_come_to() -> None:
    first, second, whole = lines(
        "Direktoratet tildeles 3 mill. kroner til vern og 2 mill. kroner til los, "
        "til sammen 5 mill. kroner."
    )
    assert [(line.amount, line.part_of) for line in (first, second)] == [
        (3_000_000, 5_000_000),
        (2_000_000, 5_000_000),
    ]
    assert (whole.amount, whole.part_of) == (5_000_000, None)


def test_a_correction_replaces_what_was_wrong() -> None:
    (line,) = lines(
        "Direktoratet ble ved en inkurie tildelt 9,5 mill. kroner. "
        "Korrekt tildeling skulle vært 23 mill. kroner."
    )
    assert (line.kind, line.amount, line.replaces) == ("correction", 23_000_000, 9_500_000)


@pytest.mark.parametrize(
    "sentence",
    [
        "I saldert budsjett for 2025 var bevilgningen på posten 94 mill. kroner.",
        "Tilskuddet økte med 28 mill. kroner fra 2024 til 2025.",
        "Stortinget har bevilget 25 millioner kroner til formålet.",
        "Samlet er direktoratet tildelt 55 mill. kroner til los.",
        "Av den totale tildelingen er 5 mill. kroner øremerket los.",
        "Beløpet er korrigert med 6,7 mill. kroner.",
    ],
)
def test_money_named_as_background_is_no_line(sentence: str) -> None:
    assert lines(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "kind", "section"),
    [
        ("Oppdraget gjennomføres innenfor gjeldende budsjettrammer.", "within_budget", None),
        ("Utgiftene skal dekkjast innanfor gjeldande rammer.", "within_budget", None),
        ("Oppdraget finansieres over KMDs budsjett.", "other_budget", None),
        ("Oppdraget blir finansiert over budsjettet til NFD.", "other_budget", None),
        ("Viser til pkt. 5.1. i dette brevet.", "see_section", "5.1"),
        ("Sjå pkt. 6.1 i dette brevet for omtale av finansieringa.", "see_section", "6.1"),
    ],
)
def test_an_assignment_may_be_paid_for_without_a_sum(
    sentence: str, kind: str, section: str | None
) -> None:
    (line,) = assigned(sentence)
    assert (line.kind, line.amount, line.section_reference) == (kind, None, section)


@pytest.mark.parametrize(
    "post",
    [
        "kap. 291, post 60",
        "kap. 0291 post 60",
        "kapittel 291 post 60",
        "kap./post 291/60",
        "post 60 på kap. 291",
    ],
)
def test_a_grant_names_its_post_in_every_notation(post: str) -> None:
    (line,) = assigned(f"Oppdraget finansieres med 250 mill. kroner over {post}.")
    assert (line.kind, line.amount, line.chapter, line.post) == ("grant", 250_000_000, 291, 60)


def test_a_pointer_after_a_grant_is_the_grants_own() -> None:
    (line,) = assigned(
        "Det stilles 1 mill. kroner til disposisjon på kap. 291, post 21. Se også punkt 5.1."
    )
    assert (line.kind, line.amount, line.section_reference) == ("grant", 1_000_000, "5.1")


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        (
            "Det overføres 4,2 mill. kroner fra kap. 1422, post 21 til kap. 1423, post 01.",
            [("decrease", 4_200_000, 1422, 21, 1423, 1)],
        ),
        (
            "Kap. 290, post 01 reduseres med 0,8 mill. kroner, mens kap. 290, post 21 økes med 0,6 "
            "mill. kroner.",
            [("decrease", 800_000, 290, 1, None, None), ("increase", 600_000, 290, 21, None, None)],
        ),
        (
            "Tildelingen på kap. 1431, post 72 utgjør etter endringen 45 300 000 kroner.",
            [("total", 45_300_000, 1431, 72, None, None)],
        ),
        ("Av den samlede tildelingen er 5 mill. kroner øremerket tiltak i nord.", []),
    ],
)
def test_moves_and_clauses_keep_their_posts(sentence: str, found: list[tuple[object, ...]]) -> None:
    assert [
        (x.kind, x.amount, x.chapter, x.post, x.counter_chapter, x.counter_post)
        for x in lines(sentence)
    ] == found


@pytest.mark.parametrize(
    ("sentence", "amount"),
    [
        ("2 mill. kroner over kap. 281, post 21.", 2_000_000),
        ("kr. 1.500.000,- over kap. 281, post 21.", 1_500_000),
        ("Oppdraget finansieres med 250 000 kroner fra kap. 281, post 21.", 250_000),
        ("Det er satt av 900 tusen kroner på kap. 281, post 21.", 900_000),
        ("Prosjektet finansieres med 2 MNOK over kap. 281, post 21.", 2_000_000),
        ("Av disse stilles 5 mill. kroner til disposisjon over kap. 281, post 21.", 5_000_000),
        ("Det tildeles 1200 000 kroner over kap. 281, post 21.", 1_200_000),
    ],
)
def test_a_field_may_name_a_sum_in_many_ways(sentence: str, amount: int) -> None:
    (line,) = assigned(sentence)
    assert (line.kind, line.amount, line.chapter, line.post) == ("grant", amount, 281, 21)
    assert line.counter_chapter is None


BASE = "Tildelingsbrev for 2026 til Kystdirektoratet\n\n"


def base_lines(body: str) -> list[FinancingLine]:
    """The lines of a base letter's budget section about 290/21."""
    return list(tildeling.parse_text(f"{BASE}1. Budsjett\n\n{BUDGET}{body}\n").financing)


def said(found: list[FinancingLine]) -> list[tuple[object, ...]]:
    return [(x.kind, x.amount, x.chapter, x.post, x.part_of) for x in found]


@pytest.mark.parametrize(
    ("sentence", "kind", "amount", "replaces"),
    [
        ("Bevilgningen foreslås redusert med kr 1 842 000.", "decrease", 1_842_000, None),
        ("Samtidig føreslås løyvinga auka med 900 000 kroner.", "increase", 900_000, None),
        ("Løyvinga på posten er auka med 9,75 mill. kroner.", "increase", 9_750_000, None),
        ("Overslaget er satt ned med 3 mill. kroner.", "decrease", 3_000_000, None),
        ("Derfor settes bevilgningen ned med 1,5 mill. kroner.", "decrease", 1_500_000, None),
        ("Ubrukte midler, 2,3 mill. kroner, trekkes inn.", "decrease", 2_300_000, None),
        ("Det bevilges ytterligere 7 mill. kroner til los.", "increase", 7_000_000, None),
        (
            "Bevilgningen økes med 3 mill. kroner, fra 12 mill. kroner til 15 mill. kroner.",
            "increase",
            3_000_000,
            None,
        ),
        (
            "Bevilgningen reduseres med 1,5 mill. kroner til 13 mill. kroner.",
            "decrease",
            1_500_000,
            None,
        ),
        ("Bevilgningen økes fra 12 til 15 mill. kroner.", "total", 15_000_000, 12_000_000),
        (
            "Samlet går bevilgningen fra kr 236 914 000 til kr 235 972 000.",
            "total",
            235_972_000,
            236_914_000,
        ),
        ("Direktoratet får 3 mill. kroner til los.", "grant", 3_000_000, None),
        ("Til los gis det kr 9 800 000 i år.", "grant", 9_800_000, None),
        ("Departementet stiller 4 mill. kroner til disposisjon.", "grant", 4_000_000, None),
        ("Det stilles 250 000 til disposisjon for los.", "grant", 250_000, None),
    ],
)
def test_an_addendum_says_its_changes_in_many_ways(
    sentence: str, kind: str, amount: int, replaces: int | None
) -> None:
    (line,) = lines(sentence)
    assert (line.kind, line.amount, line.replaces) == (kind, amount, replaces)
    assert (line.chapter, line.post) == (290, 21)


@pytest.mark.parametrize(
    "sentence",
    [
        "Bevilgningen på posten er redusert med 1,2 mill. kroner.",
        "Bevilgningen er økt med 24,3 mill. kroner til lønns- og prisvekst.",
        "Rammen er 2,6 mill. kroner høyere enn i saldert budsjett 2025.",
        "Bevilgningen økes med 5 mill. kroner fra saldert budsjett 2025.",
        "I forhold til 2025 reduseres bevilgningen med 5 mill. kroner.",
    ],
)
def test_in_a_base_letter_what_has_been_changed_is_last_years(sentence: str) -> None:
    assert base_lines(sentence) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "Direktoratet får fullmakt til å belaste kap. 702, post 21 med inntil 650 000 kroner.",
        "Direktoratet kan gi tilsagn om tilskudd for inntil 40 mill. kroner ut over bevilgningen.",
        "Det kan omdisponeres inntil 10 mill. kroner mellom formålene.",
        "Første rate, kr 1 110 000, utbetales når skjemaet er mottatt.",
        "Av beløpet vil 10 mill. kroner bli foreslått bevilget på nytt neste år.",
        "De øvrige 142,5 mill. kroner disponeres av ambassadene.",
        "Det stilles mellom 5 og 10 mill. kroner til disposisjon.",
        "Det stilles 5–10 mill. kroner til disposisjon.",
        "Det kan gis tilskudd på inntil 5 mill. kroner.",
    ],
)
def test_ceilings_payments_ranges_and_what_others_have_are_no_lines(sentence: str) -> None:
    assert base_lines(sentence) == []


def test_a_range_is_told_as_unread() -> None:
    letter = tildeling.parse_text(
        f"{BASE}1. Budsjett\n\n{BUDGET}Det stilles mellom 5 og 10 mill. kroner til disposisjon.\n"
    )
    told = [(one.code, one.key) for one in letter.findings if one.severity == "warning"]
    assert told == [("unread", "290/21")]


@pytest.mark.parametrize(
    "sentence",
    [
        "Av dette er 2 mill. kroner øremerket los.",
        "Av beløpet går 2 mill. kroner til los.",
        "2 mill. kroner av dette skal gå til los.",
        "2 mill. kroner er nye midler til los.",
    ],
)
def test_a_sentence_may_single_out_a_part_of_the_sum_before_it(sentence: str) -> None:
    whole, part = lines(f"Bevilgningen økes med 12 mill. kroner. {sentence}")
    assert (whole.amount, whole.part_of) == (12_000_000, None)
    assert (part.amount, part.part_of, part.chapter, part.post) == (2_000_000, 12_000_000, 290, 21)


def test_what_the_recipient_gets_of_a_larger_sum_is_a_part_of_it() -> None:
    (line,) = base_lines(
        "Av bevilgningen på 420 mill. kroner stilles 15,25 mill. kroner til disposisjon for "
        "Kystdirektoratet."
    )
    assert said([line]) == [("grant", 15_250_000, 290, 21, 420_000_000)]


@pytest.mark.parametrize("respectively", ["henholdsvis", "hhv.", "høvesvis"])
def test_sums_and_posts_go_in_pairs(respectively: str) -> None:
    found = assigned(
        f"Det stilles 12,5 og 3,4 mill. kroner til disposisjon på {respectively} kap. 1401, post "
        "01 og kap. 1401, post 21."
    )
    assert said(found) == [
        ("grant", 12_500_000, 1401, 1, None),
        ("grant", 3_400_000, 1401, 21, None),
    ]


def test_sums_after_fordelt_are_parts_where_they_come_to_the_first() -> None:
    found = base_lines(
        "Det tildeles 11 mill. kroner, fordelt med 7 mill. kroner til vern og 4 mill. kroner til "
        "los."
    )
    assert [(line.amount, line.part_of) for line in found] == [
        (11_000_000, None),
        (7_000_000, 11_000_000),
        (4_000_000, 11_000_000),
    ]


def test_a_sum_without_a_verb_is_given_where_a_list_splits_it() -> None:
    found = base_lines(
        "Midlene på posten, 6 mill. kroner, skal fordeles slik:\n\n"
        "• 4 mill. kroner til vern\n• 2 mill. kroner til los"
    )
    assert [(line.kind, line.amount, line.part_of) for line in found] == [
        ("grant", 6_000_000, None),
        ("grant", 4_000_000, 6_000_000),
        ("grant", 2_000_000, 6_000_000),
    ]


def test_items_of_a_list_have_other_sides_of_their_own() -> None:
    _, first, second = lines(
        "Løyvinga blir auka med 3,9 mill. kroner til desse formåla:\n\n"
        "• 2,4 mill. kroner til oppdrag, mot tilsvarande meirinntekter på kap. 4420, post 01\n"
        "• 1,5 mill. kroner til vern, overført frå kap. 1400, post 21"
    )
    assert (first.kind, first.counter_chapter, first.counter_post) == ("increase", 4420, 1)
    assert (second.part_of, second.counter_chapter, second.counter_post) == (3_900_000, 1400, 21)


def test_items_of_a_list_of_authorisations_grant_nothing() -> None:
    assert (
        base_lines(
            "Direktoratet får fullmakt til å:\n\n"
            "• benytte inntil 2,5 mill. kroner av bevilgningen til flytting\n"
            "• tildele inntil 3 mill. kroner i støtte"
        )
        == []
    )


def test_the_chapter_of_a_post_may_be_said_earlier_in_the_sentence() -> None:
    letter = tildeling.parse_text(
        f"{BASE}1. Budsjett\n\nUnder kap. 141 stilles følgende til disposisjon: På post 01 gis det "
        "kr 251 480 000. Inntektene under kap. 3141, post 05 er anslått til kr 280 000.\n"
    )
    assert said(list(letter.financing)) == [
        ("grant", 251_480_000, 141, 1, None),
        ("total", 280_000, 3141, 5, None),
    ]


def test_a_paragraph_may_begin_with_its_post() -> None:
    letter = tildeling.parse_text(
        f"{BASE}1. Budsjett\n\n{BUDGET}Kap. 291, post 45 Utstyr. Det stilles 3 mill. kroner til "
        "disposisjon.\n"
    )
    assert said(list(letter.financing)) == [("grant", 3_000_000, 291, 45, None)]


def test_what_was_voted_is_granted_where_the_next_sentence_makes_it_available() -> None:
    (line,) = base_lines(
        "Stortinget bevilget 97,4 mill. kroner på kap. 1840, post 70. Tilskuddet stilles i sin "
        "helhet til disposisjon for Kystdirektoratet."
    )
    assert said([line]) == [("grant", 97_400_000, 1840, 70, None)]


def test_the_right_amount_after_what_was_given_is_a_correction() -> None:
    (line,) = lines(
        "I tillegg nr. 1 ble det på kap. 733, post 79 tildelt 0,98 mill. kroner til los. "
        "Riktig beløp skal være 1,98 mill. kroner."
    )
    assert (line.kind, line.amount, line.replaces) == ("correction", 1_980_000, 980_000)
    assert (line.chapter, line.post) == (733, 79)


def test_an_assignments_text_may_say_whose_budget_pays() -> None:
    (found,) = tildeling.parse_text(
        f"{HEAD}Oppdrag 2026-01: Vern\n\nDirektoratet skal verne kysten. Arbeidet dekkes innenfor "
        "gjeldende ramme på kap. 290, post 01.\n"
    ).assignments
    (line,) = found.financing
    assert (line.kind, line.chapter, line.post) == ("within_budget", 290, 1)


TABLE = (
    "#table(columns: 4, [*Kap./post*], [*Betegnelse*], [*Beløp (1 000 kr)*], [*Merknad*], "
    "[290/01], [Driftsutgifter], [20 000], "
    "[Herav 3 mill. kroner til vern og 500 000 kroner til los.], "
    "[290/21], [Tiltak], [9 000], [Gebyret er 1 172 kroner. Midlene skal dekke 14 500 timer.])\n"
)
"""A budget table with remarks."""


def test_a_sum_in_a_tables_remark_is_a_part_of_the_rows_amount() -> None:
    letter = read_letter(f"= Budsjett\n{TABLE}", title="Tildelingsbrev 2025")
    assert said(list(letter.financing)) == [
        ("grant", 3_000_000, 290, 1, 20_000_000),
        ("grant", 500_000, 290, 1, 20_000_000),
    ]
    # The fee is told, the bare number is none.
    (told,) = [one for one in letter.findings if one.code == "unclaimed_amount"]
    assert (told.severity, told.key, told.values["amounts"]) == ("info", "290/21", "1 172")


@pytest.mark.parametrize(
    "sentence",
    [
        "Det er forutsatt at 2 mill. kroner på kap. 290, post 01 går til vern.",
    ],
)
def test_what_is_set_aside_of_a_post_is_a_part_of_what_its_table_grants(sentence: str) -> None:
    letter = read_letter(f"= Budsjett\n{TABLE}{sentence}\n", title="Tildelingsbrev 2025")
    assert said(list(letter.financing))[2:] == [("grant", 2_000_000, 290, 1, 20_000_000)]


@pytest.mark.parametrize(
    "sentence",
    [
        "Av bevilgningen på post 01 er 2 mill. kroner satt av til vern.",
        "På post 01 er 2 mill. kroner reservert for vern.",
        "Av bevilgningen på post 01 er 2 mill. kroner øremerket vern.",
    ],
)
def test_a_purpose_that_prose_singles_out_is_no_line_and_told(sentence: str) -> None:
    letter = read_letter(f"= Budsjett\n{TABLE}{sentence}\n", title="Tildelingsbrev 2025")
    assert said(list(letter.financing))[2:] == []
    assert any(
        "2 000 000" in one.message for one in letter.findings if one.code == "unclaimed_amount"
    )


def test_verbs_posts_and_sums_go_in_pairs() -> None:
    found = lines(
        "Bevilgningene reduseres på post 45 og økes på post 70 med henholdsvis 2 og 8 mill. kroner."
    )
    assert said(found) == [
        ("decrease", 2_000_000, 290, 45, None),
        ("increase", 8_000_000, 290, 70, None),
    ]


def test_sums_in_pairs_go_to_the_posts_of_the_heading_over_them() -> None:
    letter = tildeling.parse_text(
        f"{HEAD}1. Budsjett\n\nKap. 1429, post 21 og 22\n\n"
        "Løyvingane blir reduserte med høvesvis 3,4 mill. kroner og 4 mill. kroner.\n"
    )
    assert said(list(letter.financing)) == [
        ("decrease", 3_400_000, 1429, 21, None),
        ("decrease", 4_000_000, 1429, 22, None),
    ]


@pytest.mark.parametrize(
    ("sentence", "counter"),
    [
        ("21 mill. kroner flyttes fra kap. 290, post 21.", (None, None)),
        (
            "Departementet flyttar 1,4 mill. kroner frå denne posten til kap. 1301, post 22.",
            (1301, 22),
        ),
        (
            "Det foreslås å flytte 2,7 mill. kroner fra kap. 290, post 21 til kap. 762, post 22.",
            (762, 22),
        ),
    ],
)
def test_money_moved_away_is_a_decrease(
    sentence: str, counter: tuple[int | None, int | None]
) -> None:
    (line,) = lines(sentence)
    assert (line.kind, line.chapter, line.post) == ("decrease", 290, 21)
    assert (line.counter_chapter, line.counter_post) == counter


def test_the_second_of_two_parts_is_none_of_the_first() -> None:
    letter = read_letter(
        f"= Budsjett\n{TABLE}Av bevilgningen på post 01 går 6 mill. kroner til vern og 2 mill. "
        "kroner til los.\n",
        title="Tildelingsbrev 2025",
    )
    assert [(x.amount, x.part_of) for x in letter.financing][2:] == [
        (6_000_000, 20_000_000),
        (2_000_000, 20_000_000),
    ]


def test_another_body_that_gets_money_is_not_the_recipient() -> None:
    assert base_lines("Havnetilsynet får 4 mill. kroner til dette over eget budsjett.") == []


def test_what_a_base_letter_changes_of_an_earlier_one_is_a_change() -> None:
    letter = tildeling.parse_text(
        f"{BASE}1. Endringer fra det foreløpige brevet\n\n"
        "Bevilgningen på kap. 290, post 21 er økt fra 90 850 000 kroner til 96 850 000 kroner.\n"
    )
    (line,) = letter.financing
    assert (line.kind, line.amount, line.replaces) == ("total", 96_850_000, 90_850_000)


def test_parts_of_what_was_corrected_are_granted() -> None:
    whole, *parts = base_lines(
        "I fjor ble bevilgningen ved en feil oppgitt til 10 mill. kroner. Korrekt tildeling "
        "skulle vært 11 mill. kroner. Bevilgningen fordeles slik:\n\n"
        "• 6 mill. kroner til vern\n• 5 mill. kroner til los"
    )
    assert (whole.kind, whole.amount, whole.replaces) == ("correction", 11_000_000, 10_000_000)
    assert [(x.kind, x.amount, x.part_of) for x in parts] == [
        ("grant", 6_000_000, 11_000_000),
        ("grant", 5_000_000, 11_000_000),
    ]


CHANGES = [table.values() for table in (DONE, PROPOSED, CHANGE_IS)]
TABLES = (*MOVES.values(), *CHANGES, (IS_GIVEN,))


@given(
    st.sampled_from([form for forms in TABLES for form in forms]).flatmap(
        lambda form: st.from_regex(re.compile(form), fullmatch=True)
    )
)
def test_every_word_that_moves_money_begins_with_letters_it_is_looked_for_by(words: str) -> None:
    assert MOVES_BEGIN.match(words)


def grants(sentence: str) -> list[tuple[object, ...]]:
    """The lines of an assignment's own text."""
    (found,) = tildeling.parse_text(
        f"{BASE}Oppdrag 2026-01: Vern\n\nDirektoratet skal verne kysten. {sentence}\n"
    ).assignments
    return said(list(found.financing))


@pytest.mark.parametrize(
    "sentence",
    [
        "Det er avsatt inntil 2 mill. kroner over kap. 290, post 21.",
        "Det er løyvd 2 mill. kroner til arbeidet over kap. 290, post 21.",
        "Oppdraget har en ramme på 2 mill. kroner over kap. 290, post 21.",
        "Departementet stiller 2 mill. kroner til rådvelde over kap. 290, post 21.",
        "Oppdraget finansieres med 2 mill. kroner på kap. 290, post 21.",
    ],
)
def test_an_assignments_text_grants_money_in_many_words(sentence: str) -> None:
    assert grants(sentence) == [("grant", 2_000_000, 290, 21, None)]


@pytest.mark.parametrize(
    "sentence",
    [
        "Kommunene får 20 mill. kroner i tilskudd over kap. 560, post 60.",
        "Arbeidet kostet 1,5 mill. kroner over kap. 290, post 21 i fjor.",
        "Skadene er anslått til 40 mill. kroner.",
        "Prosjektet har hatt en ramme på 2 mill. kroner over kap. 290, post 21.",
        "Regjeringen foreslo å bevilge 2 mill. kroner over kap. 290, post 21 til dette.",
    ],
)
def test_what_others_get_and_what_something_costs_is_no_grant(sentence: str) -> None:
    assert grants(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "kind", "amount"),
    [
        ("Det foreslås å øke bevilgningen med 2 mill. kroner.", "increase", 2_000_000),
        ("Stortinget vedtok å redusere løyvinga med 2 mill. kroner.", "decrease", 2_000_000),
        ("I revidert budsjett ble løyvinga auka med 2 mill. kroner.", "increase", 2_000_000),
        ("Det blir løyvt ytterlegare 1 150 000 kroner til los.", "increase", 1_150_000),
        ("Det gis en tilleggsbevilgning på 2 mill. kroner.", "increase", 2_000_000),
        ("Løyvinga blir difor sette ned med 2 mill. kroner.", "decrease", 2_000_000),
        ("Samtidig blir 2,5 mill. kroner som ikkje er brukte, trekte inn.", "decrease", 2_500_000),
        ("Bevilgningen reduseres til 36,35 mill. kroner.", "total", 36_350_000),
        ("Etter dette er løyvinga på posten 24,6 mill. kroner.", "total", 24_600_000),
        (
            "Bevilgningen nedsettes med 2 mill. kroner og utgjør etter dette 20 mill. kroner.",
            "decrease",
            2_000_000,
        ),
    ],
)
def test_an_addendums_changes_are_read_with_what_they_come_to(
    sentence: str, kind: str, amount: int
) -> None:
    assert said(lines(sentence)) == [(kind, amount, 290, 21, None)]


def test_what_an_earlier_letter_changed_is_background() -> None:
    assert lines("I supplerende tildelingsbrev nr. 1 ble posten økt med 3,75 mill. kroner.") == []


@pytest.mark.parametrize(
    "sentence",
    [
        "2 mill. kroner flyttes til kap. 291, post 74 fra kap. 290, post 21.",
        "Frå kap. 290, post 21 blir det flytta 2 mill. kroner til kap. 291, post 74.",
        "Til kap. 291, post 74 overføres 2 mill. kroner fra kap. 290, post 21.",
        "2 mill. kroner flyttes til kap. 291, post 74.",
    ],
)
def test_a_move_between_posts_reads_in_any_order(sentence: str) -> None:
    (line,) = lines(sentence)
    assert said([line]) == [("decrease", 2_000_000, 290, 21, None)]
    assert (line.counter_chapter, line.counter_post) == (291, 74)


def test_what_is_moved_to_the_post_in_force_is_an_increase() -> None:
    (line,) = lines("2 mill. kroner flyttes til denne posten fra kap. 291, post 74.")
    assert said([line]) == [("increase", 2_000_000, 290, 21, None)]
    assert (line.counter_chapter, line.counter_post) == (291, 74)


@pytest.mark.parametrize(
    "sentence",
    [
        "Tildelingen var oppgitt til 9,5 mill. kroner. Det korrekte beløpet er 23 mill. kroner.",
        "I brevet var det ein feil: 9,5 mill. kroner skulle ha vore 23 mill. kroner.",
        "Ved en feil ble det tildelt 9,5 mill. kroner i stedet for 23 mill. kroner.",
        "Beløpet på posten rettes fra 9,5 mill. kroner til 23 mill. kroner.",
    ],
)
def test_a_correction_is_written_in_many_ways(sentence: str) -> None:
    (line,) = lines(sentence)
    assert (line.kind, line.amount, line.replaces) == ("correction", 23_000_000, 9_500_000)
    assert (line.chapter, line.post) == (290, 21)


@pytest.mark.parametrize(
    "split",
    [
        " Midlene fordeles med 4 mill. kroner til vern og 3 mill. kroner til los.",
        " Midlene fordeles slik:\n\nVern: 4 mill. kroner\n\nLos: 3 mill. kroner",
    ],
)
def test_a_sum_is_split_without_bullets(split: str) -> None:
    assert said(base_lines(f"Det tildeles 7 mill. kroner.{split}")) == [
        ("grant", 7_000_000, 290, 21, None),
        ("grant", 4_000_000, 290, 21, 7_000_000),
        ("grant", 3_000_000, 290, 21, 7_000_000),
    ]


def test_the_list_under_a_sentence_of_payments_splits_nothing() -> None:
    found = base_lines(
        "Bevilgningen på posten er 33 mill. kroner. Den utbetales slik:\n\n"
        "• 1. februar: 16,5 mill. kroner\n• 1. august: 16,5 mill. kroner"
    )
    assert said(found) == [("grant", 33_000_000, 290, 21, None)]


def test_a_payment_in_a_list_claims_its_sum() -> None:
    letter = tildeling.parse_text(
        f"{BASE}1. Budsjett\n\n{BUDGET}Bevilgningen utbetales slik:\n\n"
        "• 1. februar: 16,5 mill. kroner\n• 1. august: 16,5 mill. kroner\n"
    )
    assert [payment.amount for payment in letter.payments] == [16_500_000, 16_500_000]
    assert not [one for one in letter.findings if one.code == "unclaimed_amount"]


def test_the_post_may_stand_in_the_sentence_after_the_grant() -> None:
    letter = tildeling.parse_text(
        f"{BASE}1. Tilskudd\n\nDepartementet tildeler med dette kr 3 100 000 til direktoratet. "
        "Tilskuddet er bevilget under kap. 334, post 73.\n"
    )
    assert said(list(letter.financing)) == [("grant", 3_100_000, 334, 73, None)]


def test_what_is_set_aside_inside_the_recipients_share_is_no_line() -> None:
    found = base_lines(
        "Den samlede bevilgningen er på 400 mill. kroner. Av disse midlene går 40 mill. kroner til "
        "Kystdirektoratet. Innenfor rammen er det satt av 2 mill. kroner til administrasjon."
    )
    assert said(found)[-1:] == [("grant", 40_000_000, 290, 21, 400_000_000)]


def test_money_moved_away_may_go_to_several_posts() -> None:
    found = lines(
        "21 mill. kroner flyttes fra kap. 290, post 21. Av dette går 8 mill. kroner til kap. 290, "
        "post 01 og 13 mill. kroner til kap. 291, post 51."
    )
    assert said(found) == [
        ("decrease", 21_000_000, 290, 21, None),
        ("increase", 8_000_000, 290, 1, None),
        ("increase", 13_000_000, 291, 51, None),
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "Det er budsjettert med inntekter på 7,5 mill. kroner under kap. 3290, post 02.",
        "Gebyrinntektene på kap. 3290, post 02 er budsjetterte til 7,5 mill. kroner.",
        "Kravet til inntekter på kap. 3290, post 02 er satt til 7,5 mill. kroner.",
    ],
)
def test_an_income_is_the_total_of_its_post(sentence: str) -> None:
    assert said(base_lines(sentence)) == [("total", 7_500_000, 3290, 2, None)]


def test_a_post_under_its_table_has_the_tables_chapter() -> None:
    letter = read_letter(
        f"= Budsjett\n{TABLE}*Post 21 Tiltak*\n\nBevilgningen økes med 2 mill. kroner.\n",
        title="Tillegg nr. 1 til tildelingsbrev 2025",
    )
    assert said(list(letter.financing))[-1] == ("increase", 2_000_000, 290, 21, None)


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        (
            "Bevilgningen på kap. 291, post 45 økes med 2 mill. kroner og bevilgningen på post 70 "
            "reduseres tilsvarende.",
            ("increase", 2_000_000, 291, 45, None),
        ),
        (
            "Midlene på 2 mill. kroner trekkes tilbake fra kap. 291, post 45.",
            ("decrease", 2_000_000, 291, 45, None),
        ),
        (
            "Endringen er en reduksjon på 2 mill. kroner på kap. 291, post 45.",
            ("decrease", 2_000_000, 291, 45, None),
        ),
        (
            "Løyvinga på kap. 291, post 45 er føreslått nedsett med 2 mill. kroner.",
            ("decrease", 2_000_000, 291, 45, None),
        ),
        (
            "Bevilgningen økes fra 5 mill. kroner med 2 mill. kroner til 7 mill. kroner.",
            ("increase", 2_000_000, 290, 21, None),
        ),
    ],
)
def test_a_change_is_of_the_post_that_its_own_clause_names(
    sentence: str, found: tuple[object, ...]
) -> None:
    assert said(lines(sentence)) == [found]


def test_the_recipients_frame_is_granted_in_a_base_letter_and_a_total_in_an_addendum() -> None:
    sentence = "Ramma til direktoratet er fastsett til 7,40 mill. kroner."
    assert said(base_lines(sentence)) == [("grant", 7_400_000, 290, 21, None)]
    assert said(lines(sentence)) == [("total", 7_400_000, 290, 21, None)]


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        (
            "Direktoratet disponerer i tillegg 5 mill. kroner av bevilgningen på kap. 440, post 01 "
            "etter avtale med Politidirektoratet.",
            ("grant", 5_000_000, 440, 1, None),
        ),
        (
            "Klima- og miljødepartementet gir kr 1 120 000 over kap. 1420, post 21 til kalking.",
            ("grant", 1_120_000, 1420, 21, None),
        ),
        (
            "KLD gjev direktoratet 3,4 mill. kroner over kap. 1420, post 21.",
            ("grant", 3_400_000, 1420, 21, None),
        ),
        (
            "Departementet gir NOK 250 000 over kap. 854, post 21.",
            ("grant", 250_000, 854, 21, None),
        ),
    ],
)
def test_what_a_ministry_gives_and_the_recipient_disposes_of_is_granted(
    sentence: str, found: tuple[object, ...]
) -> None:
    assert said(base_lines(sentence)) == [found]


def test_what_an_outcome_gives_is_granted_by_nobody() -> None:
    assert base_lines("Salget gir 3 mill. kroner i merinntekter på kap. 290, post 21.") == []


def test_sums_given_as_authorisations_to_charge_are_granted() -> None:
    found = base_lines(
        "Følgende beløp gis i form av belastningsfullmakter:\n\n"
        "• Kunnskapsdepartementet gir 3,4 mill. kroner over kap. 270, post 50 til vern.\n"
        "• Klima- og miljødepartementet gir 250 000 kroner over kap. 1420, post 21."
    )
    assert said(found) == [
        ("grant", 3_400_000, 270, 50, None),
        ("grant", 250_000, 1420, 21, None),
    ]


@pytest.mark.parametrize(
    "verb", ["er tildelte høvesvis", "er bevilget henholdsvis", "er bevilget hhv."]
)
def test_posts_that_are_given_sums_in_pairs_have_them_this_year(verb: str) -> None:
    found = base_lines(
        f"Kap. 860, post 51 og kap. 862, post 79 {verb} 12,3 mill. kroner og 0,76 mill. kroner."
    )
    assert said(found) == [
        ("grant", 12_300_000, 860, 51, None),
        ("grant", 760_000, 862, 79, None),
    ]


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("Auka på kap. 290, post 21 er på 9,6 mill. kroner og gjeld flom.", "increase"),
        ("Økningen på posten utgjør 9,6 mill. kroner.", "increase"),
        ("Reduksjonen på posten er på 9,6 mill. kroner.", "decrease"),
        ("På posten er det lagt til 9,6 mill. kroner til vern.", "increase"),
        (
            "Bevilgningen settes ned med 9,6 mill. kroner som følge av lavere arbeidsgiveravgift i "
            "tredje termin.",
            "decrease",
        ),
        ("Løyvinga på posten blir auka med 9,6 mill. kroner frå medio juni.", "increase"),
    ],
)
def test_an_addendum_says_in_many_words_what_it_changes(sentence: str, kind: str) -> None:
    assert said(lines(sentence)) == [(kind, 9_600_000, 290, 21, None)]


def test_a_payment_in_terms_is_no_change() -> None:
    assert lines("Tilskuddet utbetales med 2 mill. kroner i tredje termin.") == []


def test_a_source_named_after_a_sum_alone_is_its_own_post() -> None:
    (line,) = assigned("1,2 mill. kroner fra kap. 290 post 01.")
    assert said([line]) == [("grant", 1_200_000, 290, 1, None)]
    assert line.counter_chapter is None


def test_an_assignments_own_grant_is_no_part_of_what_the_table_grants() -> None:
    letter = read_letter(
        f"= Budsjett\n{TABLE}\n= Oppdrag\n== Oppdrag 2025-01: Vern\n"
        "Direktoratet skal lage en plan. "
        "Arbeidet dekkes med inntil 2 mill. kroner av midlene på kap. 290, post 01.\n",
        title="Tildelingsbrev 2025",
    )
    (assignment,) = letter.assignments
    assert said(list(assignment.financing)) == [("grant", 2_000_000, 290, 1, None)]


@pytest.mark.parametrize(
    "sentence",
    [
        "Av bevilgningen på post 01 er 2 mill. kroner knyttet til kontoret i Bodø.",
        "Av løyvinga på post 01 er 2 mill. kroner knytte til kontoret i Bodø.",
        "Av bevilgningen på post 01 er 2 mill. kroner tiltenkt kontoret i Bodø.",
    ],
)
def test_what_a_part_is_tied_to_is_singled_out_and_no_line(sentence: str) -> None:
    letter = read_letter(f"= Budsjett\n{TABLE}{sentence}\n", title="Tildelingsbrev 2025")
    assert said(list(letter.financing))[2:] == []


def test_a_decrease_may_stand_after_the_posts_long_name() -> None:
    (line,) = lines(
        "Samstundes er løyvinga på post 45 Større utstyrsinnkjøp og vedlikehald, kan overførast, "
        "sett ned med 1,5 mill. kroner, frå 9,5 mill. kroner til 8 mill. kroner."
    )
    assert (line.kind, line.amount, line.chapter, line.post) == ("decrease", 1_500_000, 290, 45)


@pytest.mark.parametrize(
    "sentence",
    [
        "Departementet set av 2 millionar kroner til kampanjen innanfor kap. 290, post 21.",
        "Til dette setter vi av kr 2 000 000 på kap. 290, post 21.",
        "Kystdepartementet avsetter 2 mill. kroner på posten til kampanjen.",
    ],
)
def test_what_the_ministry_sets_aside_is_granted(sentence: str) -> None:
    (line,) = lines(sentence)
    assert (line.kind, line.amount, line.chapter, line.post) == ("grant", 2_000_000, 290, 21)


@pytest.mark.parametrize(
    "sentence",
    [
        "Kommunene tildeles 64 mill. kroner over kap. 290 post 71 i egne brev.",
        "Stiftinga får 64 mill. kroner på kap. 290, post 71 i eige tilskotsbrev.",
        "Til museene stilles 64 mill. kroner til disposisjon i særskilte brev.",
    ],
)
def test_what_other_letters_grant_is_told_and_no_line(sentence: str) -> None:
    letter = tildeling.parse_text(f"{HEAD}1. Budsjett\n\n{BUDGET}{sentence}\n")
    assert letter.financing == ()
    assert any("64 000 000" in finding.message for finding in letter.findings)


def test_all_that_was_voted_is_granted_where_the_recipient_has_all_of_it() -> None:
    voted = (
        "Under kap. 290, post 70 Kontingent er det bevilget 12,9 mill. kroner, og under post 71 "
        "Samarbeid 29,125 mill. kroner."
    )
    found = lines(f"{voted} Kystdirektoratet disponerer begge bevilgningene.")
    assert [(line.chapter, line.post, line.amount) for line in found] == [
        (290, 70, 12_900_000),
        (290, 71, 29_125_000),
    ]
    assert lines(f"{voted} Havforskningsinstituttet disponerer begge bevilgningene.") == []


def test_the_last_word_of_a_ministrys_name_is_enough_to_say_who_gives() -> None:
    (line,) = grants(
        "Barne-, likestillings- og inkluderingsdepartementet gir NOK 250 000 over kap. 854, "
        "post 21 til tilsynet."
    )
    assert 250_000 in line


def test_an_assignment_over_two_years_is_given_the_money_of_both() -> None:
    letter = read_letter(
        """= Oppdrag
== Oppdrag 2025-01 Kartlegging
Tilsynet skal kartlegge behovet. Det stilles 2 mill. kroner i 2025 og 3 mill. kroner i 2026 til
disposisjon på kap. 842, post 21.
"""
    )
    (assignment,) = letter.assignments
    assert [(line.amount, line.post) for line in assignment.financing] == [
        (2_000_000, 21),
        (3_000_000, 21),
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "Departementet gir Norsk Kystlag et tilskudd på 8 400 000 kroner over kap. 291, post 71.",
        "Vi gir med dette Norsk Kystlag eit tilskot på 8,4 mill. kroner over kap. 291, post 71.",
    ],
)
def test_a_grant_may_name_its_recipient_between_giving_and_sum(sentence: str) -> None:
    assert said(base_lines(sentence)) == [("grant", 8_400_000, 291, 71, None)]


def test_what_the_recipient_gives_others_is_no_grant_of_the_letters() -> None:
    assert base_lines("Kystlaget gir lagene et tilskudd på 20 000 kroner hver.") == []


@pytest.mark.parametrize(("last", "part_of"), [("950 000", 8_400_000), ("900 000", None)])
def test_items_that_come_to_a_grant_before_them_are_its_parts(
    last: str, part_of: int | None
) -> None:
    found = base_lines(
        "Departementet gir Norsk Kystlag et tilskudd på 8 400 000 kroner over kap. 291, "
        "post 71.\n\nTilskuddet skal brukes slik:\n\n"
        "– 5 100 000 kroner til drift av sekretariatet,\n\n"
        "– 2 350 000 kroner til opplæring,\n\n"
        f"– {last} kroner til veiledning på nett.\n"
    )
    assert [(line.amount, line.part_of) for line in found[:3]] == [
        (8_400_000, None),
        (5_100_000, part_of),
        (2_350_000, part_of),
    ]
    assert found[3].part_of == part_of
