"""Whose money pays an assignment whose text names no sum. The letters are given as plain text."""

import pytest

import tildeling
from tildeling.letter import FinancingLine
from tildeling.meaning.payers import is_recipient

BASE = "Tildelingsbrev for 2026 til Kystdirektoratet\n\n"


def in_text(sentence: str) -> list[tuple[object, ...]]:
    """What an assignment's own text says of money."""
    return said(f"Oppdrag 2026-01: Vern\n\nDirektoratet skal lage en plan for vern. {sentence}\n")


def in_field(sentence: str) -> list[tuple[object, ...]]:
    """What the field "Finansiering" says."""
    return said(f"Oppdrag 2026-01: Vern\n\nTekst følger her.\n\nFinansiering: {sentence}\n")


def said(body: str) -> list[tuple[object, ...]]:
    (found,) = tildeling.parse_text(BASE + body).assignments
    return [told(line) for line in found.financing]


def told(line: FinancingLine) -> tuple[object, ...]:
    return line.kind, line.amount, line.chapter, line.post, line.section_reference


@pytest.mark.parametrize(
    "sentence",
    [
        "Oppdraget løses innenfor gjeldende budsjettramme.",
        "Oppdraget skal løses innenfor direktoratets ordinære driftsbudsjett.",
        "Arbeidet skjer innenfor tildelt ramme.",
        "Oppdraget gis innenfor gjeldende rammer.",
        "Arbeidet prioriteres innenfor egne rammer.",
        "Oppdraget er forutsatt løst innenfor rammen.",
        "Arbeidet skal skje innen rammen av tildelte midler.",
        "Arbeidet er innenfor gjeldende budsjettramme.",
        "Det følger ikke midler med oppdraget, som løses innenfor rammen.",
        "Utgiftene dekkes av direktoratets eget budsjett.",
        "Utgiftene dekkes av ordinær driftsbevilgning.",
        "Kostnadene blir dekte innanfor gjeldande ramme.",
        "Oppdraget vert løyst innanfor tildelt budsjett.",
        "Arbeidet skal gjerast innanfor eksisterande økonomiske rammer.",
        "Eventuelle utgifter dekkjer direktoratet over eiga ramme.",
        "Arbeidet må skje innanfor ramma.",
        "Oppdraget løses innenfor de til enhver tid gjeldende budsjettrammer.",
    ],
)
def test_the_recipients_own_budget_pays_in_many_words(sentence: str) -> None:
    assert in_text(sentence) == [("within_budget", None, None, None, None)]


@pytest.mark.parametrize(
    ("sentence", "chapter", "post"),
    [
        ("Oppdraget gjennomføres innenfor rammen på kap. 290, post 01.", 290, 1),
        ("Tiltaket finansieres innenfor tildelingen på kap. 290, post 01.", 290, 1),
        ("Utgiftene blir dekte over kap. 290, post 21.", 290, 21),
    ],
)
def test_the_budget_that_pays_may_be_named(sentence: str, chapter: int, post: int) -> None:
    assert in_text(sentence) == [("within_budget", None, chapter, post, None)]


@pytest.mark.parametrize(
    ("sentence", "chapter", "post"),
    [
        ("Utgiftene betales av Kunnskapsdepartementet over kap. 270, post 21.", 270, 21),
        ("Kostnadene blir dekte av Helsedirektoratet over kap. 770, post 21.", 770, 21),
        ("Kostnadene belastes Kunnskapsdepartementets kap. 270, post 21.", 270, 21),
        ("Arbeidet er finansiert av Nærings- og fiskeridepartementet.", None, None),
        ("Utgiftene dekkes over Barne-, ungdoms- og familiedirektoratets budsjett.", None, None),
        ("Finansieringen skjer over HODs budsjett.", None, None),
        ("Oppdraget blir finansiert over budsjettet til NFD.", None, None),
        ("Kunnskapsdepartementet dekker kostnadene over sitt budsjett.", None, None),
    ],
)
def test_another_bodys_budget_pays_in_many_words(
    sentence: str, chapter: int | None, post: int | None
) -> None:
    assert in_text(sentence) == [("other_budget", None, chapter, post, None)]


@pytest.mark.parametrize(
    "sentence",
    [
        "Reiseutgiftene dekkes av det enkelte departement.",
        "Utgiftene betales av vedkommende departement over eget budsjett.",
        "Kostnadene dekkes over de berørte departementenes budsjetter.",
        "Kostnadene belastes hvert enkelt departement.",
        "Utgiftene blir dekte av kvart departement.",
        "Utgiftene blir dekte av departementa over eigne budsjett.",
    ],
)
def test_another_ministry_pays_that_is_not_named(sentence: str) -> None:
    assert in_text(sentence) == [("other_budget", None, None, None, None)]


@pytest.mark.parametrize(
    ("sentence", "chapter", "section"),
    [
        ("Utgiftene dekkes av økningen på kap. 290, post 21, se punkt 3.", 290, "3"),
        ("Kostnadene blir dekte av auken på kap. 290, post 21, sjå punkt 3.", 290, "3"),
        ("Utgiftene dekkes av økningen under punkt 1.1.", None, "1.1"),
        ("Om finansiering, se punkt 3.", None, "3"),
        ("Midler til oppdraget er omtalt i punkt 4.2.", None, "4.2"),
    ],
)
def test_another_section_may_say_what_pays(
    sentence: str, chapter: int | None, section: str
) -> None:
    ((kind, amount, found, _, reference),) = in_text(sentence)
    assert (kind, amount, found, reference) == ("see_section", None, chapter, section)


@pytest.mark.parametrize(
    "sentence",
    [
        "Planen skal holde seg innenfor rammen for finanspolitikken.",
        "Forslagene skal ligge innenfor rammen av EØS-avtalen.",
        "Kommunene skal kunne løse oppgavene innenfor rammen av helsetjenesteloven.",
        "Temaet dekkes av oversikten som Medietilsynet bestilte i vinter.",
        "Behovet dekkes av norske leverandører.",
        "Temaet dekkes av Helsedirektoratets veileder.",
        "Kostnadene dekkes ikke innenfor gjeldende ramme.",
        "Satsene skal dekke kostnadene, men ikke mer.",
        "Minst ett tiltak skal kunne gjennomføres innenfor gjeldende budsjettrammer.",
        "Planen skal vise hvordan utgiftene dekkes innenfor rammen.",
    ],
)
def test_frames_and_proposals_that_are_no_money_of_the_assignment(sentence: str) -> None:
    assert in_text(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "line"),
    [
        ("Egen ramme.", ("within_budget", None, None, None, None)),
        ("Innenfor tildelingen.", ("within_budget", None, None, None, None)),
        ("Kap. 290, post 21.", ("within_budget", None, 290, 21, None)),
        ("KD, kap. 270, post 21.", ("other_budget", None, 270, 21, None)),
        ("Over statsbudsjettet, kap. 290, post 21.", ("within_budget", None, 290, 21, None)),
        ("Det er avsatt 2 mill. kroner på kap. 290, post 21.", ("grant", 2_000_000, 290, 21, None)),
        ("Dekkes av KD.", ("other_budget", None, None, None, None)),
        ("500 000 kroner.", ("grant", 500_000, None, None, None)),
        ("Kap. 290, post 21: 2 mill. kroner.", ("grant", 2_000_000, 290, 21, None)),
    ],
)
def test_a_field_says_it_without_a_verb(sentence: str, line: tuple[object, ...]) -> None:
    assert in_field(sentence) == [line]


def test_the_budgets_part_may_say_what_a_posts_money_must_cover() -> None:
    letter = tildeling.parse_text(
        f"{BASE}1. Budsjett\n\nKap. 290, post 01\n\n"
        "Utgifter til klagenemnda dekkes innenfor bevilgningen på posten.\n"
    )
    assert [told(line) for line in letter.financing] == [("within_budget", None, 290, 1, None)]


def test_what_may_be_done_where_the_post_pays_is_no_line() -> None:
    letter = tildeling.parse_text(
        f"{BASE}1. Budsjett\n\nKap. 290, post 01\n\nDirektoratet kan inngå leieavtaler når "
        "utgiftene dekkes innenfor uendret bevilgning på posten.\n"
    )
    assert letter.financing == ()


@pytest.mark.parametrize(
    "sentence",
    [
        "Innenfor bevilgningen på kap. 290, post 01 skal direktoratet dekke utgifter til flytting.",
        "Innanfor ramma skal direktoratet dekkje sekretariatet for utvalet.",
        "Av løyvinga må direktoratet òg dekkje leige av lokale.",
    ],
)
def test_the_recipient_may_be_told_what_to_pay_within_its_frame(sentence: str) -> None:
    letter = tildeling.parse_text(f"{BASE}1. Budsjett\n\nKap. 290, post 01\n\n{sentence}\n")
    assert [told(line) for line in letter.financing] == [("within_budget", None, 290, 1, None)]


def test_costs_charged_to_a_body_with_a_name_are_anothers() -> None:
    assert in_field("Oversettelser belastes Direktoratet for byggkvalitet.") == [
        ("other_budget", None, None, None, None)
    ]


def test_a_short_name_is_no_part_of_a_longer_word() -> None:
    assert not is_recipient("Direktoratet for byggkvalitet", {"at", "arbeidstilsynet"})
    assert is_recipient("Arbeidstilsynets", {"at", "arbeidstilsynet"})


@pytest.mark.parametrize(
    "sentence",
    [
        "Midlar til arbeidet er omtalte i punkt 4.3.",
        "Om midler til oppdraget, se punkt 4.3.",
        "Midlene til planen går fram av punkt 4.3.",
        "Oppdraget finansieres som omtalt i punkt 4.3.",
        "Pengene er omtalt under punkt 4.3.",
        "Til arbeidet er det satt av midler, se punkt 4.3.",
        "Sjå punkt 4.3 om midlar til arbeidet.",
        "Jf. punkt 4.3 om finansiering.",
        "Utgiftene dekkes etter punkt 4.3.",
        "Meirutgiftene er det teke høgd for i punkt 4.3.",
    ],
)
def test_the_text_points_in_many_words_to_where_its_money_is(sentence: str) -> None:
    assert in_text(sentence) == [("see_section", None, None, None, "4.3")]


@pytest.mark.parametrize(
    "sentence",
    [
        "Arbeidet er nærmere omtalt i punkt 4.3.",
        "Midlene skal brukes i tråd med punkt 4.3.",
        "Rapportering skjer som omtalt i punkt 4.3.",
        "Deltakerne dekker selv reiseutgiftene.",
    ],
)
def test_what_points_to_no_money_is_no_financing(sentence: str) -> None:
    assert in_text(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "chapter", "post"),
    [
        ("Arbeidet dekkes innenfor post 50.", None, 50),
        ("Tiltaket er finansiert gjennom bevilgningen på kap. 290, post 21.", 290, 21),
        ("Kystdirektoratet må dekke utgiftene selv.", None, None),
        ("Oppdraget medfører ikke økt ressursbehov ut over gjeldende ramme.", None, None),
        ("Kostnadene, anslått til 3 mill. kroner, dekkes innenfor gjeldende ramme.", None, None),
    ],
)
def test_the_recipients_own_budget_pays_in_rarer_words(
    sentence: str, chapter: int | None, post: int | None
) -> None:
    assert in_text(sentence) == [("within_budget", None, chapter, post, None)]


@pytest.mark.parametrize(
    "sentence",
    [
        "Forsvarsdepartementet dekker 850 000 kroner over kap. 1700, post 01.",
        "Forsvarsdepartementet finansierer arbeidet med inntil 850 000 kroner over kap. 1700, post "
        "01.",
        "Utgiftene på 850 000 kroner dekkes av Forsvarsdepartementet over kap. 1700, post 01.",
    ],
)
def test_a_sum_that_another_ministry_covers_is_of_its_budget(sentence: str) -> None:
    assert in_text(sentence) == [("other_budget", 850_000, 1700, 1, None)]
    assert in_field(sentence) == [("other_budget", 850_000, 1700, 1, None)]


@pytest.mark.parametrize(
    ("sentence", "chapter", "post"),
    [
        ("Over kap. 1700, post 01 (Forsvarsdepartementet)", 1700, 1),
        ("Helsedirektoratet, kap. 765, post 21", 765, 21),
        ("Kunnskapsdepartementet", None, None),
    ],
)
def test_a_field_may_only_name_whose_budget_it_is(
    sentence: str, chapter: int | None, post: int | None
) -> None:
    assert in_field(sentence) == [("other_budget", None, chapter, post, None)]


def test_the_sentence_after_a_grant_names_its_post() -> None:
    text = "Det stilles 2 mill. kroner til disposisjon. Midlene belastes kap. 290, post 21."
    assert in_text(text) == [("grant", 2_000_000, 290, 21, None)]
