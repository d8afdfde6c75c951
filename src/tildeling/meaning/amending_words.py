"""How one sentence says that a deadline moves or an assignment goes, bokmål and nynorsk."""

from __future__ import annotations

import re

from tildeling.find.date_words import MONTHS
from tildeling.find.patterns import DASH, any_of

# What is done to a deadline, in the present: "ble utsatt" tells what an earlier letter did.
MOVES = (
    "endrast",
    "endrer",
    "endrar",
    "endres",
    "endra",
    "endret",
    "flyttast",
    "flytter",
    "flyttar",
    "flyttes",
    "flytta",
    "flyttet",
    "forlengast",
    "forlenger",
    "forlengjer",
    "forlenges",
    "forlenga",
    "forlenget",
    "forlengd",
    "forlengt",
    "framskunda",
    "skyves",
    "skyvast",
    "skuva",
    "skuvast",
    "skjøve",
    "skjøvet",
    "forskyves",
    "forskyv",
    "forskyver",
    "forskyvast",
    "framskyndes",
    "fremskyndes",
    "framskynda",
    "fremskyndet",
    "framskundast",
    "framskyves",
    "fremskyves",
    "framskyvast",
    "framskuva",
    "fremskjøvet",
    "justeres",
    "justerast",
    "justert",
    "settes",
    "setjast",
    "settast",
    "sett",
    "satt",
    "utsetjast",
    "utsettast",
    "utsetter",
    "utset",
    "utsettes",
    "utsett",
    "utsatt",
    "utvides",
    "utvidast",
    "utvidet",
    "utvida",
    "rettes",
    "rettast",
    "korrigeres",
    "korrigerast",
    "ny frist",
    "nye frister",
    "nye fristar",
    "revidert frist",
    "utsatt frist",
    "utsett frist",
    "forlenget frist",
    "forlenga frist",
)
MOVE = re.compile(rf"\b{any_of(MOVES)}\b", re.IGNORECASE)
DEADLINE_WORD = re.compile(
    r"\b(?:leverings|svar|rapporterings)?frist(?:en|ene|ane|er|ar)?\b", re.IGNORECASE
)
# "Fristen ble i tillegg nr. 2 endret": a thing of the past, told as background.
TOLD = re.compile(r"\b(?:ble|vart|blei|hadde|tidligere|tidlegare)\b", re.IGNORECASE)

# A full stop in "punkt 3.1" or "1. mars", where no sentence ends.
INNER_STOP = r"(?<=\d)\.(?=\d|\s[a-zæøå])|(?<=\bpkt)\.|(?<=\bnr)\.|(?<=\bjf)\."
# What a clause tells of a thing, or why: "fristen, som ble satt til 1. mai, flyttes".
ASIDE = re.compile(
    rf"(?<=,)\s+som\s(?:[^,;.]|{INNER_STOP})*,|\b(?:fordi|ettersom|sidan|siden|da)\s[^,;]*",
    re.IGNORECASE,
)
# "Fristen, som er 15. desember, står ved lag": no new one.
STANDING_ASIDE = re.compile(
    r"(?<=frist|isten),\s+som\s+er\s+[^,;]{4,60}(?=,\s+(?:står ved lag|står fast|blir stående|"
    r"blir ståande|er uendret|er uendra|gjelder fortsatt|gjeld framleis|endres ikke|"
    r"blir ikkje endra)\b)",
    re.IGNORECASE,
)


# What is done to an assignment that is not to be carried out any more.
_OUT = r"(?:(?:herved|dermed|med[ ]dette)[ ])?"
_UNDONE = (
    "annullert",
    "avlyst",
    "kansellert",
    "oppheva",
    "opphevet",
    "trekt",
    "trekte",
    "trukket",
    "trukne",
)
_GOES = (
    "annullerast",
    "annulleres",
    "avlysast",
    "avlyses",
    "bortfaller",
    "bortfell",
    "kansellerast",
    "kanselleres",
    "opphevast",
    "oppheves",
    "strykast",
    "strykes",
    "trekkes",
    "trekkjast",
    "utgjeng",
    "utgår",
)
GOES_ALONE = any_of(_GOES)
# Said of an assignment alone: a heading that names a law may say "oppheves".
_LAPSES = (
    *("utgår", "utgjeng", "bortfaller", "bortfell", "faller bort", "fell bort"),
    *("trekkes", "trekkjast", "avlyses", "avlysast"),
)
# "Etterslepet går ut over sikkerheten", "Arbeidet går ut 2025": neither is taken back.
_RUNS_OUT = rf"går[ ]ut(?![ ](?:over|på|fra|frå|\d{{4}}|året|perioden|{any_of(MONTHS)})\b)"
# "Lokale ledere trekkes inn i arbeidet" takes nothing back.
_LAPSE = (
    rf"(?:(?:{any_of(_LAPSES)}|{_RUNS_OUT})(?:[ ]tilbake)?"
    r"(?![ ](?:inn|fram|frem|opp|på|med)\b))"
)
# In an assignment's heading or row: it is cancelled.
LAPSES = re.compile(rf"\b(?:{_LAPSE}|utgått|avlyst?)\b", re.IGNORECASE)
# Before a verb in a clause of its own: "bygg der etterslepet går ut", "avtaler som utgår".
IN_CLAUSE = re.compile(
    r"\b(?:som|der|når|at|fordi|hvis|dersom|hvor|kor)\b(?P<next>(?:\s+\S+){0,2}\s*$)?",
    re.IGNORECASE,
)
# A verb right after an assignment's title, and its full stop: "Papirkart utgår.".
LAPSES_THEN = re.compile(rf"\s{_LAPSE}(?:\.\s*|$)", re.IGNORECASE)
# What a sentence begins with that cancels the assignment which it stands under.
LAPSES_FIRST = re.compile(
    r"(?:oppdraget|det|dette|arbeidet)\s+(?:(?!skal\b|må\b|som\b)\S+\s+){0,12}?"
    rf"(?:{_LAPSE}|er trukket|blir trekt)|"
    rf"{_LAPSE}\b",
    re.IGNORECASE,
)
# What is said of an assignment given earlier that goes on or is changed.
RESUMES = (
    r"videreført|videreføres|vidareført|vidareførast|ført[ ]vidare|forlenget|forlenges|forlenga|"
    r"forlengt|forlengast|utvidet|utvides|utvida|utvidast|presisert|presiseres|presiserast|endret|"
    r"endres|endra|endrast|gjenopptatt|gjenopptas|gjenopptakast|utsatt|utsettes|utsett|"
    r"(?:gitt|gjeve|gjevne)[ ]i[ ](?!eget|eige|eigne|egne|eit[ ]eige|et[ ]eget)|"
    r"gitt[ ]ved|gitt[ ]første[ ]gang|oppdatert|oppdateres|gjentatt|gjentas"
)
# A verb right after an assignment's title: "Farlige stoffer i havner gjenopptas.".
RESUMES_FIRST = re.compile(
    r"""
    \s(?P<verb>
        (?:(?:er|blir|vert)[ ])?
        (?:
            videreføres | videreført | vidareførast | vidareført | forlenges | forlenget
            | forlengast | forlenga | forlengt | gjenopptas | gjenopptatt
            | utsettes | utsatt | utsetjast | utsett | held[ ]fram | holder[ ]fram
            | presiseres | presiserast | utvides | utvidast | endres | endrast
        )\b
    )
    """,
    re.IGNORECASE | re.VERBOSE,
)
_DONE = (
    "gjennomførast",
    "gjennomføres",
    "leverast",
    "leveres",
    "utførast",
    "utføres",
)
GOES = re.compile(
    rf"""
    \b(?:
        {any_of(_GOES)}
        | går[ ]{_OUT}ut | (?:faller|fell|fallar)[ ]{_OUT}bort
        # "er herved opphevet"
        | (?:er|blir|vert)[ ]{_OUT}{any_of(_UNDONE)}
        # "skal ikke lenger gjennomføres", "er ikke lenger aktuelt"
        | skal[ ]{_OUT}(?:ikke|ikkje)[ ](?:(?:lenger|lengre)[ ])?{any_of(_DONE)}
        | (?:er|vert)[ ]{_OUT}(?:ikke|ikkje)[ ](?:lenger|lengre)[ ]aktuel\w*
        # "anses som avsluttet"; "avsluttes" must end the clause
        | (?:anses|ansees|reknast|regnes)[ ]{_OUT}som[ ]avslutt\w*
        | (?:avsluttes|avsluttast|stanses|stansast|innstilles|avbrytes|avbrytast|skrinlegges)
            (?=[.,;]|$)
    )\b
    """,
    re.IGNORECASE | re.VERBOSE,
)
_WITHDRAWS = (
    "(?:departementet|vi) (?:trekker|trekkjer|kansellerer|avlyser|opphever|opphevar|annullerer)"
)
WITHDRAWS = re.compile(rf"{_WITHDRAWS}\b", re.IGNORECASE)
# Only an assignment itself goes: not its deadline, a part of it, or what it pays.
SUBJECT = re.compile(
    rf"(?:{_WITHDRAWS} (?:(?:herved|tilbake|med dette) )?)?(?:følgende |følgjande |disse |desse )?"
    r"oppdrag(?:et|ene|a)?\b",
    re.IGNORECASE,
)
# The verb first: "Videre utgår oppdrag TB2021-17 og TB2021-18".
INVERTED = re.compile(
    rf"(?:videre|vidare|dessuten|dessutan|i tillegg|samtidig|samstundes|herved|dermed|også)\s+"
    rf"{any_of(_GOES)}\s+(?:også |òg |herved )?(?:følgende |følgjande )?oppdrag(?:et|ene|a)?\b",
    re.IGNORECASE,
)
# Between number and verb: a title may stand there and hold any word, another verb may not.
NAMES = re.compile(r"\s*[:(«–,-]|\s+om\b", re.IGNORECASE)
GOES_ON = re.compile(
    r"\b(?:skal|må|bes|som|ses|sjåast|har|kan|vil|får|at|der|når)\b", re.IGNORECASE
)
# What leads to the new day: "endres til", "ny frist er", "Ny frist for oppdrag 2026-01:".
TO = re.compile(
    r"(?:\b(?:til|er|blir|vert)\s*:?|:|\b(?:ny|endra|endret|utsett|utsatt|utvida|utvidet|"
    r"forlenga|forlenget|revidert) "
    r"frist(?: den)?)\s*$",
    re.IGNORECASE,
)
EACH = re.compile(r"\b(?:henholdsvis|respektive|hhv\.?|høvesvis)(?!\w)", re.IGNORECASE)
# "Oppdraget om ny veileder (2024-005)": a span of years has four digits after its dash.
IN_BRACKETS = re.compile(
    rf"\boppdrag(?:et)?\b[^()]{{1,200}}\((?:nr\.? )?"
    rf"(?P<number>[A-ZÆØÅ]{{0,6}} ?20\d\d{DASH}\d{{1,3}})\)",
    re.IGNORECASE,
)
# A sentence that only points to an assignment, which the next one speaks of.
POINTS = re.compile(
    r"(?:det |vi |departementet )?(?:vis(?:es|ast|er|ar)|syn(?:er|es)|referer(?:er|es)) "
    r"(?:(?:videre|vidare|også|òg|dessuten|dessutan|for øvrig|elles) )?til\b",
    re.IGNORECASE,
)
THE_ASSIGNMENT = re.compile(r"\b(?:oppdraget|dette)\b", re.IGNORECASE)
# A sentence over assignments that says what becomes of them: "Følgende oppdrag endres:".
CHANGES_FOLLOWING = re.compile(
    rf"""
    # "Følgende oppdrag endres:"
    (?:følgende|følgjande|disse|desse)[ ](?:oppdrag(?:ene|a)?|bestilling(?:er|ar|ene|ane))\b
        [^.:]*? \b(?:
            {RESUMES} | {_LAPSE}
            | (?:skal[ ]|blir[ ]|vert[ ]|er[ ])?(?:endr|presiser|forleng|utvid|utset)\w+
        )[^.:]*:$
    # "Departementet gjør følgende endringer i oppdrag:"
    | [^.:]* \b(?:følgende|følgjande|disse|desse)[ ](?:endr|presiser|juster)ing\w*[ ]
        [^.:]* \boppdrag [^.:]*:$
    """,
    re.IGNORECASE | re.VERBOSE,
)
# What a sentence begins with that speaks of the assignment named in the line over it.
THE_ASSIGNMENT_FIRST = re.compile(
    r"(?:(?:leverings)?fristen|oppdraget|arbeidet|ny frist)\b", re.IGNORECASE
)
# In a heading of assignments: what stands under it changes them.
OF_CHANGES = re.compile(
    r"\bendr|utgå|går ut|presiser|utsatt|utsett|forleng|flytt|frist|juster|revider", re.IGNORECASE
)
CHANGED_BEFORE = (
    r"(?:endra|endret|forlenga|forlenget|forlengt|presisert|utvida|utvidet|gjenopptatt|avgrensa|"
    r"avgrenset|videreført|vidareført|ført[ ]videre|ført[ ]vidare|redusert)"
)
# What a heading says beside an assignment's title: "Felles mottak – endret frist".
CHANGED_IN_HEADING = re.compile(
    rf"(?:\s[–—-]\s|\()\s*(?:{CHANGED_BEFORE}|presisering|{any_of(_LAPSES)}|utgått|"
    r"(?:ny|endra|endret|utsatt|utsett|forlenga|forlenget) frist)\b[^()]*\)?$",
    re.IGNORECASE,
)
_DEADLINE_MOVES = r"(?:(?:ny|endra|endret) frist|(?:leverings)?fristen)\b"
_IS_CHANGED = rf"(?:(?:forleng|utvid|presiser)(?:es|ast)|(?:er|blir|vert) {CHANGED_BEFORE})\b"
# What stands after a number where a sentence changes its assignment: "Rasteplasser forlenges.".
CHANGES_NAMED = re.compile(
    rf"(?P<title>(?={_DEADLINE_MOVES})|[^.:]{{1,120}}?(?=\s+{_IS_CHANGED}))\s*(?P<change>.*)",
    re.IGNORECASE | re.DOTALL,
)
