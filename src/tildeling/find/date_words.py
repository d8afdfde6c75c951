"""Words of dates and deadlines, in bokmål and nynorsk. A phrase is written with single spaces."""

from __future__ import annotations

from typing import Literal

from tildeling.letter import DeadlineStatus, Precision, Recurrence

Qualifier = Literal["by", "end_of", "during", "early", "mid", "before", "as_of", "from", "vague"]
Movable = Literal["easter", "whitsun"]

MONTHS: dict[str, int] = {
    "januar": 1,
    "februar": 2,
    "mars": 3,
    "april": 4,
    "mai": 5,
    "juni": 6,
    "juli": 7,
    "august": 8,
    "september": 9,
    "oktober": 10,
    "november": 11,
    "desember": 12,
}
# Beside a day or a year only: "des" and "mar" are words of other things too.
MONTH_ABBREVIATIONS: dict[str, int] = {
    "jan": 1,
    "feb": 2,
    "febr": 2,
    "mar": 3,
    "apr": 4,
    "jun": 6,
    "jul": 7,
    "aug": 8,
    "sep": 9,
    "sept": 9,
    "okt": 10,
    "nov": 11,
    "des": 12,
}
WEEKDAYS: dict[str, int] = {
    "mandag": 0,
    "måndag": 0,
    "tirsdag": 1,
    "tysdag": 1,
    "onsdag": 2,
    "torsdag": 3,
    "fredag": 4,
    "lørdag": 5,
    "laurdag": 5,
    "søndag": 6,
    "sundag": 6,
}
# As they count letters, parts of a year and days alike.
FIRST_ORDINALS: dict[str, int] = {
    "første": 1,
    "fyrste": 1,
    "andre": 2,
    "tredje": 3,
    "fjerde": 4,
    "femte": 5,
    "sjette": 6,
    "sjuende": 7,
    "sjuande": 7,
    "syvende": 7,
    "åttende": 8,
    "åttande": 8,
    "niende": 9,
    "niande": 9,
    "tiende": 10,
    "tiande": 10,
}
# Of a part of a year, of which there are four at most.
ORDINALS: dict[str, int] = {
    **{word: number for word, number in FIRST_ORDINALS.items() if number <= 4},
    "annet": 2,
    "anna": 2,
    "annen": 2,
}
# "tjueandre", and as it was said before 1951, "toogtyvende"; also in words apart, where "tyvende"
# alone would be another day.
_ONES = ("en", "to", "tre", "fire", "fem", "seks", "syv", "åtte", "ni")
_COMPOUND_ORDINALS: dict[str, int] = {
    **{
        f"{tens}{space}{word}": number + ones
        for tens, number, last in (("tjue", 20, 9), ("tjuge", 20, 9), ("tretti", 30, 1))
        for word, ones in FIRST_ORDINALS.items()
        for space in ("", " ")
        if ones <= last
    },
    **{
        f"{word}{space}og{space}{tens}": number + ones
        for tens, number, last in (("tyvende", 20, 9), ("tredevte", 30, 1))
        for ones, word in enumerate(_ONES, start=1)
        for space in ("", " ")
        if ones <= last
    },
}
# Before the name of a month: "senest tiende juni", "den fyrste mai".
DAY_ORDINALS: dict[str, int] = {
    **FIRST_ORDINALS,
    "annen": 2,
    "ellevte": 11,
    "tolvte": 12,
    "trettende": 13,
    "trettande": 13,
    "fjortende": 14,
    "fjortande": 14,
    "femtende": 15,
    "femtande": 15,
    "sekstende": 16,
    "sekstande": 16,
    "syttende": 17,
    "syttande": 17,
    "attende": 18,
    "attande": 18,
    "nittende": 19,
    "nittande": 19,
    "tjuende": 20,
    "tjuande": 20,
    "tyvende": 20,
    "tjugande": 20,
    "tjueannen": 22,
    "trettiende": 30,
    "trettiande": 30,
    "tredevte": 30,
    **_COMPOUND_ORDINALS,
}
# Parts of a year that are counted: what they are, and how many a year has.
YEAR_PARTS: dict[str, tuple[Precision, int]] = {
    "kvartal": ("quarter", 4),
    "kvartalet": ("quarter", 4),
    "tertial": ("tertial", 3),
    "tertialet": ("tertial", 3),
    "halvår": ("half_year", 2),
    "halvåret": ("half_year", 2),
    "halvdel av": ("half_year", 2),
}
# 1 spring, 2 summer, 3 autumn, 4 winter. "vår" alone is "our": without the article only before a
# year.
SEASONS_DEFINITE: dict[str, int] = {
    "våren": 1,
    "vårhalvåret": 1,
    "sommeren": 2,
    "sommaren": 2,
    "høsten": 3,
    "hausten": 3,
    "høsthalvåret": 3,
    "vinteren": 4,
}
SEASONS_INDEFINITE: dict[str, int] = {
    "vår": 1,
    "sommer": 2,
    "sommar": 2,
    "høst": 3,
    "haust": 3,
    "vinter": 4,
}
CHRISTMAS_EVE = 24
# Days with a name, after a qualifier only ("innen jul"): month and day.
NAMED_DAYS: dict[str, tuple[int, int]] = {
    "jul": (12, CHRISTMAS_EVE),
    "jula": (12, CHRISTMAS_EVE),
    "julen": (12, CHRISTMAS_EVE),
    "nyttår": (12, 31),
    "årsskiftet": (12, 31),
    "årsskifte": (12, 31),
    "årsslutt": (12, 31),
    "årsslutten": (12, 31),
    "halvårsskiftet": (6, 30),
    "halvårsskifte": (6, 30),
    "årets slutt": (12, 31),
    "årets utgang": (12, 31),
    "årets utløp": (12, 31),
}
# Days that move with the year: the Wednesday before Maundy Thursday, and Whit Sunday.
MOVABLE_DAYS: dict[str, Movable] = {
    "påske": "easter",
    "påska": "easter",
    "påsken": "easter",
    "pinse": "whitsun",
    "pinsa": "whitsun",
    "pinsen": "whitsun",
}
# Between two months: "månedsskiftet mai/juni".
MONTH_TURNS = ("månedsskiftet", "månedsskifte", "månadsskiftet", "månadsskifte")
# Which week or weekday of a month; the last is 0.
WHICH_OF_MONTH: dict[str, int] = {
    "første": 1,
    "fyrste": 1,
    "andre": 2,
    "tredje": 3,
    "fjerde": 4,
    "siste": 0,
}
# Times that no calendar gives a last day: after a qualifier only ("før sommerferien").
LOOSE_TIMES = (
    "sommerferien",
    "sommarferien",
    "sommerferie",
    "sommarferie",
    "fellesferien",
    "høstferien",
    "haustferien",
    "vinterferien",
    "juleferien",
)
# The year at hand, after a qualifier only ("i løpet av året").
THIS_YEAR = (
    "året",
    "inneværende år",
    "inneverande år",
    "budsjettåret",
    "kalenderåret",
    "dette året",
)
# After a day or a month: the year after the one that is meant otherwise.
NEXT_YEAR = ("neste år", "påfølgende år", "påfølgjande år", "året etter", "etterfølgende år")

QUALIFIERS: dict[str, Qualifier] = {
    "innen": "by",
    "innan": "by",
    "inna": "by",
    "senest": "by",
    "seinast": "by",
    "ikke senere enn": "by",
    "ikkje seinare enn": "by",
    "ikke etter": "by",
    "ikkje etter": "by",
    "til og med": "by",
    "t.o.m.": "by",
    "tom.": "by",
    "utgangen av": "end_of",
    "utgongen av": "end_of",
    "utløpet av": "end_of",
    "ultimo": "end_of",
    "i løpet av": "during",
    "i laupet av": "during",
    "primo": "early",
    "medio": "mid",
    "midten av": "mid",
    "midt i": "mid",
    # Near a period's first or last day, and no day itself.
    "begynnelsen av": "vague",
    "byrjinga av": "vague",
    "starten av": "vague",
    "tidlig": "vague",
    "tidleg": "vague",
    "tidlig i": "vague",
    "tidlig på": "vague",
    "tidleg i": "vague",
    "tidleg på": "vague",
    "først i": "vague",
    "fyrst i": "vague",
    "først på": "vague",
    "fyrst på": "vague",
    "sist i": "vague",
    "slutten av": "vague",
    "sent i": "vague",
    "sent på": "vague",
    "seint i": "vague",
    "seint på": "vague",
    "rundt": "vague",
    "omkring": "vague",
    "kring": "vague",
    "i god tid før": "vague",
    "like før": "vague",
    "rett før": "vague",
    "før": "before",
    "per": "as_of",
    "pr.": "as_of",
    "pr": "as_of",
    "fra": "from",
    "frå": "from",
    "fra og med": "from",
    "frå og med": "from",
    "f.o.m.": "from",
    "etter": "from",
}
# Small words between qualifiers and date that change nothing: "ved utgangen av", "innen den 1.
# mai".
FILLERS = ("ved", "den", "mot")
# Between qualifier and date: "senest i uke 20".
FILLERS_AFTER = (*FILLERS, "i")
# What announces that a date is a deadline, without being part of its words.
LABEL_CUES = (
    "frist",
    "fristen",
    "frister",
    "fristar",
    "leveringsfrist",
    "rapporteringsfrist",
    "søknadsfrist",
    "svarfrist",
    "tidsfrist",
)

RECURRENCES: dict[str, Recurrence] = {
    "årlig": "yearly",
    "årleg": "yearly",
    "hvert år": "yearly",
    "kvart år": "yearly",
    "en gang i året": "yearly",
    "én gang i året": "yearly",
    "ein gong i året": "yearly",
    "halvårlig": "half_yearly",
    "halvårleg": "half_yearly",
    "hvert halvår": "half_yearly",
    "kvart halvår": "half_yearly",
    "to ganger i året": "half_yearly",
    "to ganger årlig": "half_yearly",
    "to gonger i året": "half_yearly",
    "tertialvis": "tertially",
    "hvert tertial": "tertially",
    "kvart tertial": "tertially",
    "kvartalsvis": "quarterly",
    "hvert kvartal": "quarterly",
    "kvart kvartal": "quarterly",
    "hver tredje måned": "quarterly",
    "kvar tredje månad": "quarterly",
    "månedlig": "monthly",
    "månedsvis": "monthly",
    "månadleg": "monthly",
    "månadsvis": "monthly",
    "hver måned": "monthly",
    "kvar månad": "monthly",
}
# "1. mars 2026, deretter årlig".
THEN = (
    "deretter",
    "og deretter",
    "så",
    "og så",
    "og",
    "dernest",
    "siden",
    "sidan",
    "med oppdatering",
)

# "halvårlig, første gang 1. juli 2026".
FIRST_TIME = (
    "første gang",
    "første gangen",
    "fyrste gong",
    "fyrste gongen",
    "første gong",
    "første gongen",
)

STATUS_WORDS: dict[str, DeadlineStatus] = {
    "snarest": "immediate",
    "snarest mulig": "immediate",
    "snarast": "immediate",
    "snarast mogleg": "immediate",
    "snarast mogeleg": "immediate",
    "snarast råd": "immediate",
    "straks": "immediate",
    "omgående": "immediate",
    "omgåande": "immediate",
    "umiddelbart": "immediate",
    "så snart som mulig": "immediate",
    "så snart som mogleg": "immediate",
    "så snart det lar seg gjøre": "immediate",
    "så snart som råd": "immediate",
    "så snart råd er": "immediate",
    "så fort som mulig": "immediate",
    "så fort som mogleg": "immediate",
    "så raskt som mulig": "immediate",
    "så raskt som mogleg": "immediate",
    "med en gang": "immediate",
    "med ein gong": "immediate",
    "fortløpende": "ongoing",
    "fortløpande": "ongoing",
    "løpende": "ongoing",
    "løpande": "ongoing",
    "kontinuerlig": "ongoing",
    "kontinuerleg": "ongoing",
    "avtales": "to_be_agreed",
    "avtales nærmere": "to_be_agreed",
    "avtalast": "to_be_agreed",
    "avtalast nærare": "to_be_agreed",
    "blir avtalt": "to_be_agreed",
    "blir avtalt nærmere": "to_be_agreed",
    "blir avtalt nærare": "to_be_agreed",
    "avtalt nærmere": "to_be_agreed",
    "avtalt nærare": "to_be_agreed",
    "vert avtalt": "to_be_agreed",
    "vert avtalt nærare": "to_be_agreed",
    "etter avtale": "to_be_agreed",
    "etter nærmere avtale": "to_be_agreed",
    "etter nærare avtale": "to_be_agreed",
    "settes i dialog": "to_be_agreed",
    "blir satt i dialog": "to_be_agreed",
    "blir sett i dialog": "to_be_agreed",
    "vert sett i dialog": "to_be_agreed",
    "fastsettes i dialog": "to_be_agreed",
    "fastsettes etter dialog": "to_be_agreed",
    "fastsettes nærmere": "to_be_agreed",
    "fastsettes senere": "to_be_agreed",
    "blir fastsett i dialog": "to_be_agreed",
    "blir fastsett etter dialog": "to_be_agreed",
    "avklares i dialog": "to_be_agreed",
    "avklares nærmere": "to_be_agreed",
    "avklares senere": "to_be_agreed",
    "blir avklart i dialog": "to_be_agreed",
    "blir avklart nærare": "to_be_agreed",
    "avklarast i dialog": "to_be_agreed",
    "tas opp i styringsdialogen": "to_be_agreed",
    "blir tatt opp i styringsdialogen": "to_be_agreed",
    "blir teken opp i styringsdialogen": "to_be_agreed",
    "etter dialog": "to_be_agreed",
    "i dialog": "to_be_agreed",
}
# "når utredningen foreligger".
IS_THERE = ("foreligger", "føreligg", "ligger føre", "ligg føre", "ligger klar", "ligg klar")
# "senest fire uker etter", "ti dagar før".
NUMBER_WORDS = (
    *("en", "én", "ett", "ein", "ei", "eitt", "to", "tre", "fire", "fem", "seks", "sju", "syv"),
    *("åtte", "ni", "ti", "elleve", "tolv", "fjorten", "femten", "tjue", "tretti", "seksti"),
)
LENGTHS_OF_TIME = (
    *("dag", "dager", "dagar", "virkedager", "virkedagar", "arbeidsdager", "arbeidsdagar"),
    *("uke", "uker", "veke", "veker", "vekes"),
    *("måned", "måneder", "månad", "månader"),
)
# "etter gjennomført høring": what has to be over first.
DONE_BEFORE_NOUN = (
    "gjennomført",
    "avsluttet",
    "avslutta",
    "fullført",
    "endt",
    "behandlet",
    "behandla",
    "ferdig",
    "ferdigstilt",
)
# "når saken er behandlet i Stortinget", "etter at loven er vedtatt".
DONE_AFTER_SUBJECT = (
    *DONE_BEFORE_NOUN,
    "vedtatt",
    "vedteke",
    "vedtatte",
    "vedtekne",
    "godkjent",
    "avklart",
    "mottatt",
    "motteke",
    "klar",
    "på plass",
    "trådt i kraft",
    "tredd i kraft",
    "lagt fram",
    "lagt frem",
)
