"""What sentences about money say, in both written languages: the words behind each kind of line.

The tables are data. Each pattern is matched against one sentence, in any case; of several that fit,
the one nearest before a sum decides what the sum does.
"""

from __future__ import annotations

import re
from typing import Literal

Move = Literal["grant", "increase", "decrease", "total"]

# Nynorsk makes its passive with "blir" or "vert" and the past with the same form ("auka"), so that
# there the auxiliary is asked for; what has happened before ("økte", "ble tildelt") is background.
_NOW = r"(?:blir|vert|skal|kan|vil(?: bli)?|bli)"

MOVES: dict[Move, tuple[str, ...]] = {
    "increase": (
        r"økes|auk(?:ast|es|ar)|heves|styrkes|styrkast|forhøyes|tilføres|tilførast|oppjusteres|oppjusterast",
        r"settes opp|set(?:jast|tast) opp",
        rf"{_NOW}(?: \w+){{0,2}} (?:auka|økt|heva|styrka|styrkt|tilført|sett opp|satt opp|"
        rf"oppjustert)",
        r"\bøking(?:en)? på|auke på|økning(?:en)? på|(?:en|ein) (?:økning|auke) (?:på|med)",
    ),
    "decrease": (
        r"reduseres|reduser(?:ast|er)|settes ned|set(?:jast|tast) ned|nedsettes|kuttes|kuttast|"
        r"senkes|nedjusteres|trekkes(?: inn)?",
        rf"{_NOW}(?: \w+){{0,2}} (?:redusert|sett ned|satt ned|kutta|kuttet|senka|senket|trekt|"
        rf"trukket|nedjustert)",
        r"(?:en|ein) reduksjon (?:på|med)",
    ),
    "grant": (
        r"tildeles|tildel(?:ast|er)|stilles|stillast|bevilges|bevilgast|løyvast|løyver|bevilger|"
        r"finansieres|finansierast|dekkes|dekkast|avsettes|settes av|set(?:jast|tast) av|"
        r"utbetales|disponerer|overføres|overførast|er (?:det )?(?:satt|sett) av",
        rf"{_NOW}(?: [\w.,]+){{0,6}} (?:tildelt|stilt?|stilte|løyvd|løyvt|bevilget|finansiert|"
        rf"dekt|dekket|sett av|satt av|avsett|avsatt|overført)",
        r"(?:får|gis|gjevast)(?: \w+){0,3} (?:tilskudd|tilskot|tildelt)|kan disponere|"
        r"disponere(?:s|st)",
        r"(?:får|gis|gjevast)(?= (?:inntil |om lag |ca\. )?(?:kr\.? )?\d)",
        r"(?:belastes|blir belasta?|belastast)|(?:gir|gjev) fullmakt til å disponere",
    ),
    "total": (
        r"(?:samlet|samla|total|totalt?e?|korrekt|riktig|rett|ny|oppdatert|endelig|endeleg|"
        r"revidert) "
        r"(?:bevilgning|løyving|tildeling|ramme|oppdragsramme|budsjettramme|sum)(?:en|a)?"
        r"(?: på (?:posten|kap\w*\.?[^.]{0,30}?post \d+))?(?: for \d{4})? (?:blir|er|utgjør|"
        r"utgjer|skal være|skal vere|vil være|vert)",
        r"(?:bevilgning|løyving|tildeling|ramm)(?:en|a)?"
        r"(?: på (?:posten|kap\w*\.?[^.]{0,30}?post \d+))? (?:blir|er|utgjør|"
        r"utgjer)(?: då| da)? etter (?:dette|endring\w*)",
        r"(?:endres|endrast|justeres|justerast|blir endra|blir endret|settes|settast) til",
    ),
}

MOVE_PATTERN = re.compile(
    r"\b(?:"
    + "|".join(
        rf"(?P<{move}_{index}>(?:{form})\b)"
        for move in ("total", "increase", "decrease", "grant")
        for index, form in enumerate(MOVES[move])
    )
    + ")",
    re.IGNORECASE,
)

# What was granted in another letter, last year or for a purpose over several posts is background.
PAST = re.compile(
    r"\b(?:ble|vart|blei|var|er|har|hadde|fikk|fekk|bl\.a\. er|tidligere|tidlegare)\b"
    r"(?: \w+){0,8}? (?:tildelt|stilt|bevilget|bevilga|løyvt|løyvd|finansiert|økt|auka|"
    r"redusert|utbetalt|fordelt)\b",
    re.IGNORECASE,
)
# "Samlet er direktoratet tildelt 55 mill. kroner til nettlege": what a purpose comes to.
PURPOSE_TOTAL = re.compile(
    r"\b(?:samlet|samla|totalt?)\b(?: \w+){0,4}? (?:tildelt|tildeling(?:a|en)? til|"
    r"bevilgning(?:en)? til|løyving(?:a)? til)\b",
    re.IGNORECASE,
)
# A sum inside another: "hvorav 2 mill. kroner", "inkludert minst 5 mill. kroner", "korrigert med".
WITHIN = re.compile(
    r"\b(?:hvorav|herav|derav|av dette|av disse|av desse|inkludert|inkl\.|medrekna|medregnet|"
    r"korrigert|korrigeres|"
    r"av den (?:totale|samlede|samla) (?:tildeling|bevilgning|løyving|ramm)(?:en|a)|"
    r"utover|tilsvarende|tilsvarande|lavere|lågare|høyere|høgare)\b[^.;]{0,40}$",
    re.IGNORECASE,
)
# "3 mill. kroner til vern og 2 mill. kroner til los, til sammen 5 mill. kroner".
TOGETHER = re.compile(
    r"\b(?:til ?sammen|til ?saman|i alt|totalt|samlet|samla)\b(?: \w+){0,2}\s*$", re.IGNORECASE
)
COUNTER = re.compile(
    r"\bmot\s+(?:(?:en|ein|et|eit)\s+)?tilsvar(?:ende|ande)\b|\bmot\s+(?:reduksjon|økning|auke)\b|"
    r"\bmed\s+(?:tilsvar\w+\s+)?inndekning\b|\bmotsvares\s+av\b",
    re.IGNORECASE,
)
FROM_CHAPTER = re.compile(r"\b(?:fra|frå)\s+kap", re.IGNORECASE)
# "finansieres med 2 mill. kroner fra kap. 281": the chapter is where the sum stands, no other side.
PAID_FROM = re.compile(
    r"\b(?:finansier\w*|dekk\w*|dekt|tildel\w*|belast\w*|still\w*|stilt|utbetal\w*)\b",
    re.IGNORECASE,
)
# "overføres 4,2 mill. kroner fra kap. 1422, post 21 til kap. 1423, post 01".
TRANSFER = re.compile(
    r"\b(?:overfør\w*|flytt\w*|omdisponer\w*|omprioriter\w*)\b[^;]{0,200}?"
    r"\b(?:fra|frå)\s+(?P<source>kap|post)[^;]{0,80}?\btil\s+(?P<target>kap|post)",
    re.IGNORECASE,
)
# "økes fra 1,6 mrd. kroner til 2,0 mrd. kroner": what it was is background.
STEPS_FROM = re.compile(r"\b(?:fra|frå)\s+$", re.IGNORECASE)
STEPS_TO = re.compile(r",?\s+til\s+(?=\d|kr)", re.IGNORECASE)
# A sum that opens a field is given, without any verb: "Inntil 2 mill. kroner over kap. 1".
OPENS_WITH_SUM = re.compile(
    r"(?:(?:inntil|om lag|ca\.|totalt|samlet|samla|det er)\s+)?(?:kr\.?\s*)?\d", re.IGNORECASE
)
# "Av disse stilles 5 mill. kroner til disposisjon".
AVAILABLE = re.compile(
    r"\b(?:still(?:es|ast)|blir|vert|tildel(?:es|ast))\b(?=.{0,80}$)", re.IGNORECASE
)
# "jf. omtale under post 01" points to a place in the letter and is not what is paid from.
MENTION = re.compile(r"\b(?:omtale|omtalt|omtala|se|sjå|nevnt|nemnt)\b[^.;]{0,25}$", re.IGNORECASE)

WITHIN_BUDGET = re.compile(
    r"innen(?:for|fore)?\s+(?:\w+\s+){0,3}?(?:(?:budsjett|drifts)?ramm(?:e|er|a|en|ene)\b|budsjett(?:et)?\b)|"
    r"innanfor\s+(?:\w+\s+){0,3}?(?:(?:budsjett|drifts)?ramm(?:e|er|a|ene)\b|budsjett(?:et)?\b)|"
    r"(?:dekkes|dekkast|håndteres|handterast)\s+(?:av|over|innen\w*|innan\w*)\s+(?:\w+\s+){0,2}?(?:egen|eigen|ordinær\w*|eksisterende|eksisterande|gjeldende|gjeldande)\b",
    re.IGNORECASE,
)
OTHER_BUDGET = re.compile(
    r"over\s+(?:(?:budsjettet|rammen|ramma)\s+(?:til|hos)\s+\S+|(?:\S+\s+){0,4}?\S+s\s+(?:eget\s+|eige\s+)?budsjett)|"
    r"(?:dekkes|dekkast|betales|finansieres|finansiert)\s+av\s+(?!bevilgning|løyving|midler|midlar)\S+",
    re.IGNORECASE,
)
SEE = re.compile(r"\b(?:se|sjå|viser|vises|jf\.?|jfr\.?|omtal\w*|omtale)\b", re.IGNORECASE)

CORRECT_SUM = re.compile(
    r"korrekt\w*\s+(?:\w+\s+){0,6}?skulle\s+(?:ha\s+)?v(?:ært|ore|ere|ære)|skulle\s+(?:rett(?:elig)?|egentlig|eigentleg)\s+(?:ha\s+)?(?:v(?:ært|ore)|fått|blitt)",
    re.IGNORECASE,
)
SPLITS = re.compile(
    r"(?:følgende|følgjande|fordeles|fordelast|fordelt|fordeler seg|disponeres|disponerast|"
    r"slik|som følger|som følgjer)\b[^.]*:\s*$",
    re.IGNORECASE,
)
GRANTED_BEFORE = re.compile(
    r"\b(?:ble|vart|blei|fikk|fekk|er|har)\b[^.]*\b(?:tildelt|tildeling|stilt)\b", re.IGNORECASE
)
