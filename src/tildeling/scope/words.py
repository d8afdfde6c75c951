"""Words that tell what a heading, caption or sentence is about, bokmål and nynorsk."""

from __future__ import annotations

import re

from tildeling.find.patterns import WORD_END, WORD_START, any_of

EXPENDITURE_WORDS = (
    "driftsutgifter og tilskudd",
    "tildelte midler",
    "utgifter",
    "utgiftene",
    "utgiftskapitler",
    "utgiftskapittel",
    "utgiftsposter",
    "utgiftspostar",
    "utgiftsside",
    "utgiftssiden",
)
# What heads the two sides of a budget.
REVENUE_WORDS = (
    "inntekter",
    "inntektene",
    "inntektskapitler",
    "inntektskapittel",
    "inntektskrav",
    "inntektskrava",
    "inntektskravene",
    "inntektskravet",
    "inntektsposter",
    "inntektspostar",
    "inntektsside",
    "inntektssiden",
)

# Beginnings of words that speak of money given: beside one of these income is not all.
GRANTING_WORDS = ("bevilgning", "løyving", "tildeling", "tilskudd", "tilskot")

# What a sentence speaks of that holds for several tables.
TABLE_WORDS = (
    *("tabellane", "tabellene", "tabeller", "tabellar"),
    *("budsjettabellane", "budsjettabellene"),
    *("oppstillingane", "oppstillingene", "oppstillinger", "oppstillingar"),
    *("oversiktane", "oversiktene", "oversikter", "oversikta"),
)

# What a sentence speaks of that holds for more than the one table under it.
SEVERAL_WORDS = (
    "alle",
    "beløp",
    "beløpa",
    "beløpene",
    "bevilgninger",
    "bevilgningene",
    "kapitla",
    "kapitlene",
    "kapittel",
    "løyvingar",
    "løyvingane",
    "postane",
    "postar",
    "postene",
    "poster",
    "rammene",
    "rammer",
    "rammane",
    "rammar",
    "summane",
    "summene",
    "summer",
    "tal",
    "tala",
    "tall",
    "talla",
    "tallene",
    *TABLE_WORDS,
)

# What a sentence says that tells who gets parts of a sum; "fordel" alone is an advantage.
DIVIDING_WORDS = (
    *("fordeles", "fordelast", "fordeler seg", "fordelt", "fordelte"),
    *("fordeling", "fordelingen", "fordelinga"),
)

# Words that may stand around a unit in a line that says nothing else.
UNIT_FILLERS = frozenset(
    (
        *("alle", "alt", "er", "i", "og", "over", "under", "vist", "vises", "står"),
        *("beløp", "beløpa", "beløpene", "summer", "tal", "tala", "tall", "tallene", "talla"),
        *("gitt", "gjevne", "oppgis", "oppgitt", "oppgjevne"),
        *("tabell", "tabellen", "tabellene", "tabellane"),
    )
)

# What a sentence says that speaks of the whole letter.
LETTER_WORDS = (
    "brevet",
    "i dette brevet",
    "tildelingsbrevet",
    "dokumentet",
    "oppdragsdokumentet",
    "gjennomgående",
    "dersom ikke annet",
    "dersom ikkje anna",
    "hvis ikke annet",
    "om ikkje anna",
    "når ikke annet",
    "når ikkje anna",
    "så lenge ikke annet",
    "med mindre annet",
    "med mindre det",
    "der ikke annet",
    "der det ikke",
)

# A unit for what no other words of the sentence name: "mens øvrige beløp er i hele kroner".
OTHER_WORDS = ("øvrige", "andre", "resten", "resterende", "ellers", "elles")

# Where amounts stand that are in no table: "medan summane i teksten er i heile kroner".
TEXT_WORDS = ("teksten", "brødteksten", "løpende tekst", "løpande tekst", "omtalen", "omtalene")

# What numbers a table: "Tabell 5.1"; "table" for documents that are no Norwegian letters.
CAPTION_WORDS = ("tabell", "tab.", "oversikt", "figur", "skjema", "table")

SECTION_WORDS = ("punkt", "pkt", "pkt.", "kapittel", "avsnitt", "avsnittet", "del", "i")

SPENDS = re.compile(rf"{WORD_START}{any_of((*EXPENDITURE_WORDS, *GRANTING_WORDS))}", re.IGNORECASE)
EARNS = re.compile(rf"{WORD_START}{any_of(REVENUE_WORDS)}{WORD_END}", re.IGNORECASE)
# A heading that says nothing but the side: "Utgifter:", "Inntektskrav 2026", "Sum utgifter".
_SIDE_TAIL = r"(?:\s+(?:for|i)?\s*(?:19|20)\d\d|\s+kap(?:ittel|\.)?\s*\d{3,4})?\s*:?"
ONLY_EXPENDITURE = re.compile(rf"{any_of(EXPENDITURE_WORDS)}{_SIDE_TAIL}", re.IGNORECASE)
ONLY_REVENUE = re.compile(rf"{any_of(REVENUE_WORDS)}{_SIDE_TAIL}", re.IGNORECASE)
SEVERAL = re.compile(rf"{WORD_START}{any_of(SEVERAL_WORDS)}{WORD_END}", re.IGNORECASE)
WHOLE_LETTER = re.compile(rf"{WORD_START}{any_of(LETTER_WORDS)}{WORD_END}", re.IGNORECASE)
DIVIDES = re.compile(rf"{WORD_START}{any_of(DIVIDING_WORDS)}{WORD_END}", re.IGNORECASE)
TABLES = re.compile(rf"{WORD_START}{any_of(TABLE_WORDS)}{WORD_END}", re.IGNORECASE)
OF_TEXT = re.compile(rf"{WORD_START}{any_of(TEXT_WORDS)}{WORD_END}", re.IGNORECASE)
OTHERS = re.compile(rf"{WORD_START}{any_of(OTHER_WORDS)}{WORD_END}", re.IGNORECASE)
APPENDIX = re.compile(
    r"(?:vedlegg|tillegg|del)(?:\s+nr\.?)?\s+(?:\d{1,2}|[IVX]{1,4}|[A-H])(?!\w)", re.IGNORECASE
)
CAPTION_NUMBER = re.compile(
    rf"{WORD_START}{any_of(CAPTION_WORDS)}(?:en)?{WORD_END}\s*(?:nr\.?\s*)?"
    r"(?P<number>\d{1,2}(?:\.\d{1,2}){0,2}|[A-H](?!\w))?",
    re.IGNORECASE,
)
SECTION_NUMBER = re.compile(
    rf"{WORD_START}{any_of(SECTION_WORDS)}\s+(?P<number>\d{{1,2}}(?:\.\d{{1,2}}){{0,3}})(?![\d\s]*\d)"
    r"(?!\s*(?:000|mill|mrd|tusen|kr))",
    re.IGNORECASE,
)
# "1)", "¹", "*", "a)", "Note:", "Merknad:" begin a note under a table.
NOTE_MARK = re.compile(
    r"(?:\*{1,3}|[¹²³⁴⁵⁶⁷⁸⁹†‡]|\(?\d{1,2}\)|\(?[a-h]\)|note\b|merk(?:nad)?\b|kilde|kjelde)",
    re.IGNORECASE,
)
# "Tabell 1 (forts.)", "Tabell 1 forts. fra forrige side".
CONTINUED = re.compile(
    r"\b(?:forts|fortsettelse|fortset|fortsatt|framhald|(?:fra|frå) (?:forrige|førre) side)\b",
    re.IGNORECASE,
)
# "Tilskuddet er bevilget under kap. 334, post 73": the money of the sentence before.
MONEY_AGAIN = re.compile(
    r"(?:Tilskudd(?:et|ene)|Tilsko(?:tet|ta)|Midl(?:ene|ane)|Beløp(?:et|ene|a)|Bevilgningen|"
    r"Løyvinga|Tildelinge?[na]|Summen|Pengene|Pengane)\b",
    re.IGNORECASE,
)
