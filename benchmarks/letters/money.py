"""Money in running text: grants, increases, decreases, totals, corrections, parts of sums."""

from __future__ import annotations

from dataclasses import dataclass

from letters.draft import Draft, Form
from letters.elements import Paragraph
from letters.texts import REPORTING
from letters.truth import Money, due

# What stands between the thousands: no-break space, point, thin space, narrow no-break space.
SEPARATORS = ("\u00a0", ".", "\u2009", "\u202f")


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence in both languages and its financing; `~` stands for the thousands' separator."""

    nb: str
    nn: str
    money: tuple[Money, ...] = ()


LINES = (
    Line(
        "Kap. 1400, post 01 økes med 3,5 mill. kroner.",
        "Kap. 1400, post 01 blir auka med 3,5 mill. kroner.",
        (Money("increase", 3_500_000, 1400, 1),),
    ),
    Line(
        "Bevilgningen på kap. 1400 post 21 reduseres med 1~200~000 kroner.",
        "Løyvinga på kap. 1400 post 21 blir redusert med 1~200~000 kroner.",
        (Money("decrease", 1_200_000, 1400, 21),),
    ),
    Line(
        "Kap. 1420, post 21 økes med 5 mill. kroner mot en tilsvarende reduksjon under kap. 1420, "
        "post 70.",
        "Kap. 1420, post 21 blir auka med 5 mill. kroner mot ein tilsvarande reduksjon under kap. "
        "1420, post 70.",
        (Money("increase", 5_000_000, 1420, 21),),
    ),
    Line(
        "Direktoratet tildeles inntil kr 2~000~000 på kap. 1411, post 70.",
        "Direktoratet blir tildelt inntil kr 2~000~000 på kap. 1411, post 70.",
        (Money("grant", 2_000_000, 1411, 70),),
    ),
    Line(
        "Det bevilges 1,25 milliarder kroner på kap. 1428, post 50.",
        "Det blir løyvd 1,25 milliardar kroner på kap. 1428, post 50.",
        (Money("grant", 1_250_000_000, 1428, 50),),
    ),
    Line(
        "Ved en feil ble direktoratet tildelt 9,5 mill. kroner på kap. 1430, post 21. Korrekt "
        "tildeling skulle vært 23 mill. kroner.",
        "Ved ein feil vart direktoratet tildelt 9,5 mill. kroner på kap. 1430, post 21. Korrekt "
        "tildeling skulle ha vore 23 mill. kroner.",
        (Money("correction", 23_000_000, 1430, 21),),
    ),
    Line(
        "Samlet tildeling på kap. 1400, post 01 er etter dette 186,6 mill. kroner.",
        "Samla tildeling på kap. 1400, post 01 er etter dette 186,6 mill. kroner.",
        (Money("total", 186_600_000, 1400, 1),),
    ),
    Line(
        "Tildelingen på kap. 1431, post 72 utgjør etter endringen 45~300~000 kroner.",
        "Tildelinga på kap. 1431, post 72 utgjer etter endringa 45~300~000 kroner.",
        (Money("total", 45_300_000, 1431, 72),),
    ),
    Line(
        "Det tildeles 3 mill. kroner over kap. 1432, post 50 og 1,5 mill. kroner over kap. 1432, "
        "post 51.",
        "Det blir tildelt 3 mill. kroner over kap. 1432, post 50 og 1,5 mill. kroner over kap. "
        "1432, post 51.",
        (Money("grant", 3_000_000, 1432, 50), Money("grant", 1_500_000, 1432, 51)),
    ),
    Line(
        "Kap. 1433, post 01 reduseres med 0,8 mill. kroner, mens kap. 1433, post 21 økes med 0,6 "
        "mill. kroner.",
        "Kap. 1433, post 01 blir redusert med 0,8 mill. kroner, medan kap. 1433, post 21 blir auka "
        "med 0,6 mill. kroner.",
        (Money("decrease", 800_000, 1433, 1), Money("increase", 600_000, 1433, 21)),
    ),
    Line(
        "I saldert budsjett for 2023 var bevilgningen på posten 87,9 mill. kroner.",
        "I saldert budsjett for 2023 var løyvinga på posten 87,9 mill. kroner.",
    ),
    Line(
        "Av den totale tildelingen er 5 mill. kroner øremerket tiltak i nord.",
        "Av den samla tildelinga er 5 mill. kroner øyremerkte tiltak i nord.",
    ),
    Line(
        "Regjeringen har samlet foreslått 55 mill. kroner til nettbasert opplæring.",
        "Regjeringa har samla føreslått 55 mill. kroner til nettbasert opplæring.",
    ),
    Line(
        "Omdisponeringen innebærer en reduksjon på 2,1 mill. kroner på kap. 1434, post 21.",
        "Omdisponeringa inneber ein reduksjon på 2,1 mill. kroner på kap. 1434, post 21.",
        (Money("decrease", 2_100_000, 1434, 21),),
    ),
    Line(
        "Det tildeles med dette 1,5 mill. kr på kap. 1410, post 21.",
        "Det blir med dette tildelt 1,5 mill. kr på kap. 1410, post 21.",
        (Money("grant", 1_500_000, 1410, 21),),
    ),
    Line(
        "Direktoratet får tildelt NOK 2~000~000 over kap. 1410, post 22.",
        "Direktoratet får tildelt NOK 2~000~000 over kap. 1410, post 22.",
        (Money("grant", 2_000_000, 1410, 22),),
    ),
    Line(
        "På kap. 1410, post 23 stilles det 750~000 kroner til disposisjon.",
        "På kap. 1410, post 23 blir det stilt 750~000 kroner til disposisjon.",
        (Money("grant", 750_000, 1410, 23),),
    ),
    Line(
        "Kap. 1412, post 01 styrkes med 14,6 mill. kroner som følge av økt lønnskompensasjon.",
        "Kap. 1412, post 01 blir styrkt med 14,6 mill. kroner som følgje av auka lønskompensasjon.",
        (Money("increase", 14_600_000, 1412, 1),),
    ),
    Line(
        "Kap. 1414, post 50 nedjusteres med 400~000 kroner.",
        "Kap. 1414, post 50 blir nedjustert med 400~000 kroner.",
        (Money("decrease", 400_000, 1414, 50),),
    ),
    Line(
        "Tilskuddet over kap. 1415, post 70 økes med ti millioner kroner.",
        "Tilskotet over kap. 1415, post 70 blir auka med ti millionar kroner.",
        (Money("increase", 10_000_000, 1415, 70),),
    ),
    Line(
        "Kap. 1416, post 21, 22 og 23 omtales i eget brev.",
        "Kap. 1416, post 21, 22 og 23 blir omtala i eige brev.",
    ),
    Line(
        "Korrekt tildeling på kap. 1417, post 21 skal være 186,6 mill. kroner.",
        "Korrekt tildeling på kap. 1417, post 21 skal vere 186,6 mill. kroner.",
        (Money("total", 186_600_000, 1417, 21),),
    ),
)
FIELDS = (
    Line(
        "Det stilles 3 mill. kroner til disposisjon på kap. 281, post 45. Se også punkt 2.1.",
        "Det blir stilt 3 mill. kroner til disposisjon på kap. 281, post 45. Sjå også punkt 2.1.",
        (Money("grant", 3_000_000, 281, 45),),
    ),
    Line(
        "Oppdraget finansieres over Helse- og omsorgsdepartementets budsjett.",
        "Oppdraget blir finansiert over budsjettet til Helse- og omsorgsdepartementet.",
        (Money("other_budget"),),
    ),
    Line(
        "Viser til pkt. 2.1 i dette brevet.",
        "Viser til pkt. 2.1 i dette brevet.",
        (Money("see_section"),),
    ),
    Line(
        "Det tildeles 1 mill. kroner over kap. 281, post 01 og inntil kr 400~000 over kap. 285, "
        "post 53. Øvrige kostnader dekkes innenfor gjeldende rammer.",
        "Det blir tildelt 1 mill. kroner over kap. 281, post 01 og inntil kr 400~000 over kap. "
        "285, post 53. Andre kostnader blir dekte innanfor gjeldande rammer.",
        (
            Money("grant", 1_000_000, 281, 1),
            Money("grant", 400_000, 285, 53),
            Money("within_budget"),
        ),
    ),
    Line(
        "Oppdraget finansieres med 250~000 kroner fra kap. 281.21.",
        "Oppdraget blir finansiert med 250~000 kroner frå kap. 281.21.",
        (Money("grant", 250_000, 281, 21),),
    ),
    Line(
        "kr. 1.500.000,- over kap. 281/45",
        "kr. 1.500.000,- over kap. 281/45",
        (Money("grant", 1_500_000, 281, 45),),
    ),
    Line(
        "Prosjektet finansieres med 2 MNOK over kap. 281 post 21 (KD).",
        "Prosjektet blir finansiert med 2 MNOK over kap. 281 post 21 (KD).",
        (Money("grant", 2_000_000, 281, 21),),
    ),
    Line(
        "Det er satt av 900 tusen kroner på kap. 281, post 21.",
        "Det er sett av 900 tusen kroner på kap. 281, post 21.",
        (Money("grant", 900_000, 281, 21),),
    ),
)


def sentences(draft: Draft, number: int) -> None:
    """Half of the sentences, each half in both languages."""
    changes(draft, number)
    for line in LINES[number // 2 % 2 :: 2]:
        shown = draft.say(line.nb, line.nn).replace("~", SEPARATORS[number % 4])
        draft.add(Paragraph(shown, above=7))
        draft.truth.financing += line.money
    draft.close(number, section="2.")


def changes(draft: Draft, number: int) -> None:
    draft.letterhead(number, "2024-06-21", addendum=6)
    draft.heading("1.", draft.say("Endringer i budsjettet", "Endringar i budsjettet"))
    draft.paragraph(
        draft.say(
            "Stortinget har vedtatt følgende endringer i bevilgningene for 2024:",
            "Stortinget har vedteke følgjande endringar i løyvingane for 2024:",
        )
    )


def lists(draft: Draft, number: int) -> None:
    """Sums split in lists, and chapters and posts as headings over what is said of them."""
    changes(draft, number + 1)
    marker = "-•–"[number % 3]
    financing = draft.truth.financing
    draft.paragraph(
        draft.say(
            "Det tildeles 7,9 mill. kroner på kap. 711, post 21 til følgende tiltak:",
            "Det blir tildelt 7,9 mill. kroner på kap. 711, post 21 til følgjande tiltak:",
        )
    )
    items = (
        draft.say(
            "0,3 mill. kroner til en nasjonal konferanse",
            "0,3 mill. kroner til ein nasjonal konferanse",
        ),
        draft.say(
            "2,6 mill. kroner til opplæring i kommunene",
            "2,6 mill. kroner til opplæring i kommunane",
        ),
        draft.say(
            "5,0 mill. kroner til utvikling av nye tjenester",
            "5,0 mill. kroner til utvikling av nye tenester",
        ),
    )
    draft.items(items, marker * 3)
    financing.append(Money("grant", 7_900_000, 711, 21))
    for amount in (300_000, 2_600_000, 5_000_000):
        financing.append(Money("grant", amount, 711, 21, part_of=7_900_000))

    over(draft, "Kap. 714 Folkehelse", "Post 21 Spesielle driftsutgifter")
    draft.paragraph(
        draft.say(
            "Posten økes med 12 mill. kroner, fordelt slik:",
            "Posten blir auka med 12 mill. kroner, fordelt slik:",
        )
    )
    items = (
        "Systematisk arbeid mot radon: 7 mill. kroner",
        "Informasjonstiltak: 5 mill. kroner",
        "",
    )
    draft.items(items[:2], marker * 2)
    financing.append(Money("increase", 12_000_000, 714, 21))
    for amount in (7_000_000, 5_000_000):
        financing.append(Money("increase", amount, 714, 21, part_of=12_000_000))

    over(draft, draft.say("Post 70 Tilskudd til frivillige", "Post 70 Tilskot til frivillige"))
    draft.paragraph(
        draft.say(
            "Det stilles kr 44 500 000 til disposisjon på posten.",
            "Det blir stilt kr 44 500 000 til disposisjon på posten.",
        )
    )
    draft.paragraph(
        draft.say(
            "Posten reduseres med kr 1 500 000,-.", "Posten blir redusert med kr 1 500 000,-."
        )
    )
    financing.append(Money("grant", 44_500_000, 714, 70))
    financing.append(Money("decrease", 1_500_000, 714, 70))

    over(draft, "Kap. 717 Legemiddeltiltak", "Post 01 Driftsutgifter")
    draft.paragraph(
        draft.say(
            "Posten økes med 6,4 mill. kroner mot tilsvarende reduksjon på kap. 714, post 21.",
            "Posten blir auka med 6,4 mill. kroner mot tilsvarande reduksjon på kap. 714, post 21.",
        )
    )
    financing.append(Money("increase", 6_400_000, 717, 1))
    draft.close(number, section="2.")


def over(draft: Draft, *headings: str) -> None:
    """Bold lines that name the chapter and the post of what follows."""
    draft.add(*(Paragraph(text, "bold", above=10, sticky=True) for text in headings))


def fields(draft: Draft, number: int) -> None:
    """The financing field of an assignment."""
    draft.letterhead(number + 2, "2025-05-15", addendum=2)
    draft.heading("1.", "Oppdrag")
    for place, line in enumerate(FIELDS):
        key, title = f"KD2025-{place + 1:03}", draft.title(place)
        task = draft.assignment(key, title, f"{key} {title}")
        task.description = draft.sentences(place)
        shown = draft.say(line.nb, line.nn).replace("~", SEPARATORS[number % 4])
        if place % 2:
            draft.paragraph(f"Finansiering: {shown}")
        else:
            draft.label("Finansiering")
            draft.paragraph(shown)
        task.financing = list(line.money)
    draft.heading("2.", "Tildeling")
    draft.heading("2.1", "Budsjettramme", 2)
    draft.sentences(4)
    draft.heading("3.", REPORTING)
    draft.paragraph(
        draft.say(
            "Årsrapporten skal sendes departementet innen 15. mars 2026.",
            "Årsrapporten skal sendast departementet innan 15. mars 2026.",
        )
    )
    draft.truth.deadlines = [due("2026-03-15")]
    draft.close(number)


FORMS = (
    Form("money in sentences", sentences, letters=8),
    Form("money in lists, under posts", lists),
    Form("financing fields", fields),
)
