"""Money in sentences: what is given, split and moved on posts, and numbers that are no money."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from letters.draft import Draft, Form
from letters.drawn.opening import closed, opened
from letters.elements import Paragraph
from letters.texts import Said
from letters.truth import Money

CHAPTERS = (225, 287, 441, 720, 1301, 1420, 1543)
POSTS = (1, 21, 22, 45, 50, 70, 71)
PURPOSES = (
    Said("arbeid mot radon", "arbeid mot radon"),
    Said("drift av det nye registeret", "drift av det nye registeret"),
    Said("tiltak for frivillige organisasjoner", "tiltak for frivillige organisasjonar"),
    Said("forskning på havmiljø", "forsking på havmiljø"),
    Said("opplæring i kommunene", "opplæring i kommunane"),
    Said("beredskap i distriktene", "beredskap i distrikta"),
    Said("digitale søknader", "digitale søknader"),
)
GIVEN = (
    Said("Det tildeles {sum} på {post}.", "Det blir tildelt {sum} på {post}."),
    Said(
        "Det stilles {sum} til disposisjon over {post}.",
        "Det blir stilt {sum} til disposisjon over {post}.",
    ),
    Said(
        "Direktoratet tildeles {sum} over {post} til {purpose}.",
        "Direktoratet blir tildelt {sum} over {post} til {purpose}.",
    ),
    Said("På {post} er det bevilget {sum}.", "På {post} er det løyvd {sum}."),
    Said(
        "Departementet stiller med dette {sum} til disposisjon på {post}.",
        "Departementet stiller med dette {sum} til disposisjon på {post}.",
    ),
    Said("Direktoratet disponerer {sum} på {post}.", "Direktoratet disponerer {sum} på {post}."),
    Said(
        "Over {post} tildeles {sum} til {purpose}.",
        "Over {post} blir det tildelt {sum} til {purpose}.",
    ),
    Said("Bevilgningen på {post} er {sum}.", "Løyvinga på {post} er {sum}."),
    Said(
        "Det er satt av {sum} til {purpose} på {post}.",
        "Det er sett av {sum} til {purpose} på {post}.",
    ),
    Said(
        "For 2026 er bevilgningen på {post} på {sum}.", "For 2026 er løyvinga på {post} på {sum}."
    ),
    Said("Departementet tildeler {sum} fra {post}.", "Departementet tildeler {sum} frå {post}."),
    Said(
        "Stortinget har bevilget {sum} på {post} til {purpose}.",
        "Stortinget har løyvd {sum} på {post} til {purpose}.",
    ),
    Said("Rammen på {post} er fastsatt til {sum}.", "Ramma på {post} er fastsett til {sum}."),
    Said("{sum} er bevilget over {post}.", "{sum} er løyvd over {post}."),
    Said(
        "Direktoratet gis fullmakt til å disponere {sum} på {post}.",
        "Direktoratet får fullmakt til å disponere {sum} på {post}.",
    ),
    Said(
        "Til {purpose} er det satt av {sum}, jf. {post}.",
        "Til {purpose} er det sett av {sum}, jf. {post}.",
    ),
    Said(
        "Det gis et tilskudd på {sum} over {post} til {purpose}.",
        "Det blir gitt eit tilskot på {sum} over {post} til {purpose}.",
    ),
    Said(
        "Midlene til {purpose} er {sum}, og bevilges over {post}.",
        "Midlane til {purpose} er {sum}, og blir løyvde over {post}.",
    ),
)
UNDER_HEADING = (
    Said("Posten er på {sum}.", "Posten er på {sum}."),
    Said(
        "Det stilles {sum} til disposisjon på posten.",
        "Det blir stilt {sum} til disposisjon på posten.",
    ),
    Said("Bevilgningen er på {sum}.", "Løyvinga er på {sum}."),
    Said("Direktoratet tildeles {sum}.", "Direktoratet blir tildelt {sum}."),
    Said("Det tildeles {sum} til {purpose}.", "Det blir tildelt {sum} til {purpose}."),
    Said("Tildelingen utgjør {sum}.", "Tildelinga utgjer {sum}."),
    Said("Det er bevilget {sum} på posten.", "Det er løyvd {sum} på posten."),
    Said("Rammen for 2026 er {sum}.", "Ramma for 2026 er {sum}."),
    Said(
        "Stortinget har vedtatt en bevilgning på {sum}.",
        "Stortinget har vedteke ei løyving på {sum}.",
    ),
    Said("Posten er for 2026 satt til {sum}.", "Posten er for 2026 sett til {sum}."),
    Said("Det er budsjettert med {sum} på posten.", "Det er budsjettert med {sum} på posten."),
    Said("Direktoratet har {sum} til disposisjon.", "Direktoratet har {sum} til disposisjon."),
    Said("For 2026 er det bevilget {sum}.", "For 2026 er det løyvd {sum}."),
    Said(
        "Posten skal dekke {purpose}. Bevilgningen er {sum}.",
        "Posten skal dekkje {purpose}. Løyvinga er {sum}.",
    ),
)
SPLIT = (
    Said("Av dette er {sum} øremerket {purpose}.", "Av dette er {sum} øyremerkte {purpose}."),
    Said("Herav går {sum} til {purpose}.", "Herav går {sum} til {purpose}."),
    Said(
        "Av bevilgningen skal {sum} nyttes til {purpose}.",
        "Av løyvinga skal {sum} nyttast til {purpose}.",
    ),
    Said(
        "Av beløpet er inntil {sum} satt av til {purpose}.",
        "Av beløpet er inntil {sum} sett av til {purpose}.",
    ),
    Said("{sum} av midlene skal gå til {purpose}.", "{sum} av midlane skal gå til {purpose}."),
    Said(
        "Innenfor rammen skal {sum} brukes til {purpose}.",
        "Innanfor ramma skal {sum} brukast til {purpose}.",
    ),
    Said("{sum} er øremerket {purpose}.", "{sum} er øyremerkte {purpose}."),
    Said("Herunder er {sum} til {purpose}.", "Her er {sum} til {purpose}."),
    Said("I bevilgningen inngår {sum} til {purpose}.", "I løyvinga inngår {sum} til {purpose}."),
    Said(
        "Av disse midlene disponeres {sum} til {purpose}.",
        "Av desse midlane blir {sum} disponerte til {purpose}.",
    ),
)
RAISED = (
    Said("{post} økes med {sum}.", "{post} blir auka med {sum}."),
    Said(
        "Bevilgningen på {post} settes opp med {sum}.",
        "Løyvinga på {post} blir sett opp med {sum}.",
    ),
    Said("{post} styrkes med {sum} til {purpose}.", "{post} blir styrkt med {sum} til {purpose}."),
    Said(
        "Det foreslås å øke bevilgningen på {post} med {sum}.",
        "Det blir føreslått å auke løyvinga på {post} med {sum}.",
    ),
    Said(
        "Direktoratet får en tilleggsbevilgning på {sum} på {post}.",
        "Direktoratet får ei tilleggsløyving på {sum} på {post}.",
    ),
    Said(
        "Bevilgningen på {post} foreslås økt med {sum}.",
        "Løyvinga på {post} blir føreslått auka med {sum}.",
    ),
    Said("{post} tilføres {sum}.", "{post} blir tilført {sum}."),
    Said(
        "Som følge av lønnsoppgjøret økes {post} med {sum}.",
        "Som følgje av lønsoppgjeret blir {post} auka med {sum}.",
    ),
    Said(
        "Det bevilges ytterligere {sum} på {post}.", "Det blir løyvd ytterlegare {sum} på {post}."
    ),
    Said("Økningen på {post} er på {sum}.", "Auken på {post} er på {sum}."),
)
LOWERED = (
    Said("{post} reduseres med {sum}.", "{post} blir redusert med {sum}."),
    Said(
        "Bevilgningen på {post} settes ned med {sum}.",
        "Løyvinga på {post} blir sett ned med {sum}.",
    ),
    Said("Tildelingen på {post} kuttes med {sum}.", "Tildelinga på {post} blir kutta med {sum}."),
    Said(
        "Departementet trekker inn {sum} på {post}.", "Departementet trekkjer inn {sum} på {post}."
    ),
    Said(
        "Bevilgningen på {post} foreslås redusert med {sum}.",
        "Løyvinga på {post} blir føreslått redusert med {sum}.",
    ),
    Said("{post} justeres ned med {sum}.", "{post} blir justert ned med {sum}."),
    Said("Det er gjort et kutt på {sum} på {post}.", "Det er gjort eit kutt på {sum} på {post}."),
    Said("Reduksjonen på {post} er på {sum}.", "Reduksjonen på {post} er på {sum}."),
    Said(
        "Som følge av lavere aktivitet reduseres {post} med {sum}.",
        "Som følgje av lågare aktivitet blir {post} redusert med {sum}.",
    ),
)
# The post that the money leaves is told first, with where it goes; else the one that gets it.
TAKEN = (
    Said(
        "Det flyttes {sum} fra {post} til {other}.", "Det blir flytta {sum} frå {post} til {other}."
    ),
    Said("{sum} overføres fra {post} til {other}.", "{sum} blir overført frå {post} til {other}."),
    Said(
        "Det omdisponeres {sum} fra {post} til {other}.",
        "Det blir omdisponert {sum} frå {post} til {other}.",
    ),
    Said(
        "{post} reduseres med {sum} mot en tilsvarende økning på {other}.",
        "{post} blir redusert med {sum} mot ein tilsvarande auke på {other}.",
    ),
    Said("Fra {post} flyttes {sum} til {other}.", "Frå {post} blir {sum} flytta til {other}."),
)
ADDED = (
    Said(
        "{post} økes med {sum} mot en tilsvarende reduksjon på {other}.",
        "{post} blir auka med {sum} mot ein tilsvarande reduksjon på {other}.",
    ),
    Said(
        "Bevilgningen på {post} settes opp med {sum} mot at {other} settes ned tilsvarende.",
        "Løyvinga på {post} blir sett opp med {sum} mot at {other} blir sett ned tilsvarande.",
    ),
    Said(
        "{post} styrkes med {sum}, som dekkes inn på {other}.",
        "{post} blir styrkt med {sum}, som blir dekt inn på {other}.",
    ),
)
# No money of the letter's: numbers of other kinds, what others get, what was or may be.
NO_MONEY = (
    Said(
        "Spørsmål rettes til Kari Berg på telefon 22 24 90 90.",
        "Spørsmål kan rettast til Kari Berg på telefon 22 24 90 90.",
    ),
    Said(
        "Midlene utbetales til konto 7694 05 12347.",
        "Midlane blir utbetalte til konto 7694 05 12347.",
    ),
    Said(
        "Direktoratets organisasjonsnummer er 974 760 673.",
        "Organisasjonsnummeret til direktoratet er 974 760 673.",
    ),
    Said("Gebyret er 1 250 kroner per søknad.", "Gebyret er 1 250 kroner per søknad."),
    Said(
        "Direktoratet har 1 250 ansatte og behandler 14 500 søknader i året.",
        "Direktoratet har 1 250 tilsette og handsamar 14 500 søknader i året.",
    ),
    Said(
        "I saldert budsjett for 2025 var bevilgningen 87,9 mill. kroner.",
        "I saldert budsjett for 2025 var løyvinga 87,9 mill. kroner.",
    ),
    Said(
        "Prosjektet er beregnet å koste 45 mill. kroner.",
        "Prosjektet er rekna å koste 45 mill. kroner.",
    ),
    Said(
        "Det vises til sak 25/1250 og rundskriv R-110/2025.",
        "Vi viser til sak 25/1250 og rundskriv R-110/2025.",
    ),
    Said(
        "Direktoratet kan inngå avtaler med en øvre ramme på 500 000 kroner.",
        "Direktoratet kan inngå avtalar med ei øvre ramme på 500 000 kroner.",
    ),
    Said("Bevilgningen kan nyttes under post 70.", "Løyvinga kan nyttast under post 70."),
    Said(
        "Utgiftene dekkes innenfor gjeldende budsjettramme.",
        "Utgiftene blir dekte innanfor gjeldande budsjettramme.",
    ),
)


@dataclass(frozen=True, slots=True)
class Sum:
    """A sum as printed and in kroner."""

    shown: str
    kroner: int


def drawn_sum(chance: random.Random, most: int = 400) -> Sum:
    """A sum of whole hundreds of thousands, printed in one of the usual ways."""
    hundreds = chance.randint(3, most * 10)
    kroner = hundreds * 100_000
    millions = f"{hundreds / 10:.1f}".replace(".", ",").removesuffix(",0")
    whole = f"{kroner:,}".replace(",", chance.choice((" ", "\u00a0", ".")))
    shown = chance.choice(
        (
            f"{millions} mill. kroner",
            f"{millions} millioner kroner",
            f"{whole} kroner",
            f"kr {whole}",
            f"{millions} mill. kr",
        )
    )
    return Sum(shown, kroner)


@dataclass(frozen=True, slots=True)
class Place:
    """A chapter and a post, as printed."""

    shown: str
    chapter: int
    post: int


def drawn_place(chance: random.Random, chapter: int | None = None, besides: int = 0) -> Place:
    """A post of a chapter; another than `besides`."""
    chapter = chapter or chance.choice(CHAPTERS)
    post = chance.choice([post for post in POSTS if post != besides])
    form = chance.choice(
        ("kap. {} post {:02}", "kap. {}, post {:02}", "kapittel {}, post {:02}", "kap. {} post {}")
    )
    return Place(form.format(chapter, post), chapter, post)


def told(draft: Draft, chance: random.Random, texts: Sequence[Said], **words: str) -> str:
    """One of the texts, filled in, its first letter large."""
    text = draft.said(chance.choice(texts))
    purpose = draft.said(chance.choice(PURPOSES))
    if draft.language == "nn":
        words = {name: word.replace("millioner", "millionar") for name, word in words.items()}
    text = text.format(**words, purpose=purpose)
    return text[0].upper() + text[1:]


def grants(draft: Draft, chance: random.Random) -> None:
    """A sentence that names the post, maybe one that splits the sum off."""
    for _ in range(chance.randint(2, 4)):
        sum_, place = drawn_sum(chance), drawn_place(chance)
        text = told(draft, chance, GIVEN, sum=sum_.shown, post=place.shown)
        draft.truth.financing.append(Money("grant", sum_.kroner, place.chapter, place.post))
        if chance.random() < 0.4:
            text = f"{text} {split(draft, chance, sum_, place)}"
        draft.add(Paragraph(text, above=9))


def split(draft: Draft, chance: random.Random, whole: Sum, place: Place) -> str:
    """A sentence about a part of a sum, which need not be a line."""
    part = drawn_sum(chance, max(1, whole.kroner // 2_000_000))
    line = Money("grant", part.kroner, place.chapter, place.post, part_of=whole.kroner)
    draft.truth.optional.append(line)
    return told(draft, chance, SPLIT, sum=part.shown)


def headed(draft: Draft, chance: random.Random) -> None:
    """Chapter and post stand in a heading."""
    for _ in range(chance.randint(2, 3)):
        sum_, place = drawn_sum(chance), drawn_place(chance)
        shown = place.shown[0].upper() + place.shown[1:]
        draft.add(
            Paragraph(f"{shown} {draft.say('Driftsutgifter')}", "bold", above=12, sticky=True)
        )
        text = told(draft, chance, UNDER_HEADING, sum=sum_.shown)
        draft.truth.financing.append(Money("grant", sum_.kroner, place.chapter, place.post))
        if chance.random() < 0.4:
            text = f"{text} {split(draft, chance, sum_, place)}"
        draft.add(Paragraph(text, above=6))


def changed(draft: Draft, chance: random.Random) -> None:
    """More and less on posts."""
    for _ in range(chance.randint(2, 5)):
        sum_, place = drawn_sum(chance, 40), drawn_place(chance)
        kind, texts = chance.choice((("increase", RAISED), ("decrease", LOWERED)))
        draft.add(Paragraph(told(draft, chance, texts, sum=sum_.shown, post=place.shown), above=9))
        line = Money("increase", sum_.kroner, place.chapter, place.post)
        if kind == "decrease":
            line = Money("decrease", sum_.kroner, place.chapter, place.post)
        draft.truth.financing.append(line)


def moved(draft: Draft, chance: random.Random) -> None:
    """From one post to another: one line, of the post that is told first."""
    for _ in range(chance.randint(1, 3)):
        sum_, place = drawn_sum(chance, 40), drawn_place(chance)
        other = drawn_place(chance, place.chapter, place.post)
        words = {"sum": sum_.shown, "post": place.shown, "other": other.shown}
        taken = chance.random() < 0.5
        draft.add(Paragraph(told(draft, chance, TAKEN if taken else ADDED, **words), above=9))
        line = Money("increase", sum_.kroner, place.chapter, place.post)
        if taken:
            line = Money("decrease", sum_.kroner, place.chapter, place.post)
        draft.truth.financing.append(line)


def respectively(draft: Draft, chance: random.Random) -> None:
    """Two posts and two sums in one sentence."""
    chapter = chance.choice(CHAPTERS)
    posts = sorted(chance.sample(POSTS, 2))
    numbers = sorted(chance.sample(range(11, 400), 2))
    shown = [f"{number / 10:.1f}".replace(".", ",") for number in numbers]
    text = chance.choice(
        (
            Said(
                "Kap. {} post {:02} og {:02} økes med henholdsvis {} og {} mill. kroner.",
                "Kap. {} post {:02} og {:02} blir auka med høvesvis {} og {} mill. kroner.",
            ),
            Said(
                "På kap. {}, post {:02} og post {:02} tildeles henholdsvis {} mill. kroner og {} "
                "mill. kroner.",
                "På kap. {}, post {:02} og post {:02} blir det tildelt høvesvis {} mill. kroner og "
                "{} mill. kroner.",
            ),
        )
    )
    kind = "increase" if "økes" in text.nb else "grant"
    draft.add(Paragraph(draft.said(text).format(chapter, *posts, *shown), above=9))
    for post, number in zip(posts, numbers, strict=True):
        amount = number * 100_000
        line = Money("increase", amount, chapter, post)
        draft.truth.financing.append(
            line if kind == "increase" else Money("grant", amount, chapter, post)
        )


def recipients(draft: Draft, chance: random.Random) -> None:
    """A sum on a post that a list splits between those who get it."""
    place = drawn_place(chance)
    names = chance.sample(
        ("Norges Kystlag", "Havnerådet", "Stiftelsen Fyr", "Kystmuseet", "Losforbundet"), 3
    )
    parts = [chance.randint(2, 90) * 100_000 for _ in names]
    whole = sum(parts)
    printed = f"{whole:,}".replace(",", " ")
    draft.add(
        Paragraph(
            draft.say(
                f"Det tildeles {printed} kroner på {place.shown}, som fordeles slik:",
                f"Det blir tildelt {printed} kroner på {place.shown}, som blir fordelt slik:",
            ),
            above=9,
        )
    )
    form = chance.choice(("{name}: {sum} kroner", "{sum} kroner til {name}", "{name} – kr {sum}"))
    marker = chance.choice("•–-")
    draft.truth.financing.append(Money("grant", whole, place.chapter, place.post))
    for name, part in zip(names, parts, strict=True):
        text = form.format(name=name, sum=f"{part:,}".replace(",", " "))
        draft.add(Paragraph(text, marker=marker, above=3))
        draft.truth.financing.append(Money("grant", part, place.chapter, place.post, part_of=whole))


def no_money(draft: Draft, chance: random.Random) -> None:
    """Sentences whose numbers are none, and one that gives money."""
    for text in chance.sample([one for one in NO_MONEY if "ramme" not in one.nb], 3):
        draft.add(Paragraph(draft.said(text), above=9))
    grants(draft, chance)


Manner = Callable[[Draft, random.Random], None]


def written_by(manner: Manner, addendum: int | None) -> Callable[[Draft, int], None]:
    """A letter with a budget section in the manner."""

    def write(draft: Draft, number: int) -> None:
        chance = random.Random(f"money {manner.__name__} {number}")
        numbers = opened(draft, chance, addendum=addendum, numbered=True)
        heading = Said("Endringer i budsjettet", "Endringar i budsjettet")
        given = Said("Tildeling av midler", "Tildeling av midlar")
        draft.heading(numbers.next(), heading if addendum else given)
        manner(draft, chance)
        closed(draft, chance, numbers)

    return write


def form(name: str, manner: Manner, addendum: int | None = None) -> Form:
    return Form(name, written_by(manner, addendum), letters=4, drawn=True)


FORMS = (
    form("drawn money, sentences", grants),
    form("drawn money, headings", headed),
    form("drawn money, changes", changed, addendum=2),
    form("drawn money, moves", moved, addendum=3),
    form("drawn money, respectively", respectively, addendum=4),
    form("drawn money, recipients", recipients),
    form("drawn money, other numbers", no_money),
)
