"""What a sentence says becomes of the assignment that it stands in, bokmål and nynorsk."""

from __future__ import annotations

import re

from tildeling.any_case import AnyCase
from tildeling.find.patterns import any_of
from tildeling.meaning.amending_words import RESUMES

_IT = (
    r"(?:oppdraget|arbeidet|tiltaket|oppgaven|oppgåva|bestillingen|bestillinga|forsøket|"
    r"\w*prosjektet)"
)
_CARRY_OUT = (
    r"(?:gjennomfør|utfør|fullfør|lever|følg|vidarefør|viderefør|ferdigstill)\w*|"
    r"(?:gå|arbeide?) vid(?:ere|are) med"
)
_NOW = r"(?:(?:nå|no|dermed|derfor|difor|herved|med dette|likevel) )*"
# What a sentence begins with that takes back the assignment which it stands under.
DROPPED = re.compile(
    rf"(?:{_IT}|det|dette)\s+(?:(?!skal\b|må\b|som\b)\S+\s+){{0,12}}?"
    rf"(?:(?:faller|fell|går) {_NOW}(?:bort|ut(?=[.,]|$))|"
    rf"(?:er|blir|vert) {_NOW}(?:falt|falle) bort|"
    rf"(?:er|blir|vert|anses|ansees|reknast|regnes|rekna) {_NOW}(?:som |for )?{_NOW}"
    r"(?:(?:trukket|trekt|avlyst|kansellert|oppheva|opphevet|stanset|stansa|uaktuelt?)(?!\w)|"
    r"(?:avslutta|avsluttet)(?=[.,;]|$))|"
    rf"(?:er|vert) {_NOW}(?:ikke|ikkje) (?:lenger|lengre) (?:aktuel\w*|nødvendig|relevant)|"
    r"(?:avsluttes|avsluttast|stanses|stansast|innstilles|avbrytes|avbrytast|skrinlegges)"
    r"(?=[.,]|$))|"
    rf"{_IT} (?:skal {_NOW}(?:ikke|ikkje)|(?:ikke|ikkje) skal) (?:(?:lenger|lengre) )?"
    rf"(?:{_CARRY_OUT})|"
    r"(?:departementet|vi) (?:trekker|trekkjer|opphever|avlyser|kansellerer|stanser|stansar) "
    rf"{_NOW}(?:tilbake |attende )?{_IT}\b|"
    r"\S+ (?:skal|trenger|treng|behøver|må) (?:derfor |difor )?(?:ikke|ikkje) "
    rf"(?:(?:lenger|lengre) )?(?:å )?(?:{_CARRY_OUT}) "
    rf"(?:{_IT}|rapporten|utredningen|utgreiinga|planen)\b",
    re.IGNORECASE,
)
# Behind a reason: "Etaten overtar, og oppdraget utgår".
THEN_THE_ASSIGNMENT = AnyCase(
    r",? (?:og|men|så|slik at|at|derfor|difor|dermed) (?=oppdraget\b)", (" oppdraget",)
)
_GOES_ON = (
    rf"{RESUMES}|fortsetter|fortset|føres videre|førast vidare|(?:blir|vert) ført? vidare|"
    r"(?:blir|vert) førde? vidare|(?:blir|vert) ført videre|gjelder fortsatt|gjelder fremdeles|"
    r"gjeld framleis|justeres|justerast|justert|suppleres|supplerast|omfatter nå|omfattar no|"
    r"(?:settes|setjast|stilles|stillast|legges|leggjast) (?:i bero|på vent)|"
    r"får (?:et|en|eit|ein) (?:annet|anna|nytt|ny|annan) (?:innhold|innhald|form|retning)"
)
# What a sentence says of the assignment itself: "Oppdraget er videreført fra 2022".
RESUMED = re.compile(
    rf"{_IT}\b(?:\s+(?!skal\b|må\b|bes\b)\S+){{0,20}}?\s+(?:{_GOES_ON})\b|"
    r"(?:oppdraget|arbeidet)\b(?:\s+(?!skal\b|må\b)\S+){0,15}?\s+(?:held|holder)\s+fram\b|"
    r"(?:oppdraget|arbeidet|\w*prosjektet)\b(?:\s+(?!må\b)\S+){0,12}?\s+skal\s+"
    r"(?:halde fram|holde fram|videreføres|vidareførast|fortsette|fortsetje)\b|"
    r"(?:oppdraget|arbeidet|oppgaven|oppgåva)\s+(?:ble|vart|blei)\s+(?:gitt|gjeve)\b|"
    # "Oppdraget fra 2023", "Oppdraget i tildelingsbrevet punkt 3.2": an earlier letter's.
    r"(?:oppdraget|oppgaven|oppgåva|bestillingen|bestillinga) (?:fra|frå|gitt i|i) "
    r"(?:tildelings?brev|supplerende|tillegg|tidligere|tidlegare|fjor|"
    rf"20\d\d(?= (?:om|{_GOES_ON})))|"
    rf"omfanget av {_IT} (?:reduseres|reduserast|utvides|utvidast|endres|endrast)\b",
    re.IGNORECASE,
)
_EARLIER_LETTER = (
    r"(?:(?:(?:som (?:ble|vart|blei) )?(?:gitt|gjeve|gjevne)(?: (?:fra|frå|i|ved|gjennom|den))?|"
    r"fra|frå|i|ved) (?:(?:supplerende|supplerande|tillegg til|det|den) )*"
    r"(?:tildelings?brev(?:et)?|oppdragsbrev(?:et)?|oppdragsdokument(?:et)?|tillegg|fjor|"
    r"fjoråret|(?:tidligere|tidlegare) år|20\d\d|\d{1,2}\. ?\w+ 20\d\d)\b)"
)
_GIVEN_ASSIGNMENT = (
    r"(?:(?:oppdrag(?:et|ene|a)?|bestilling(?:en|a)|oppg[aå]v(?:en|a))\b"
    rf"(?: (?:nr\.? )?[\w–-]+| (?:om|med|på)(?: [\w–-]+){{1,8}}?)? {_EARLIER_LETTER}|"
    r"(?:fjorårets|tidligere|tidlegare)(?: gitte?| gjeve| gjevne)? oppdrag(?:et)?\b)"
)
_TAKE_UP = any_of(
    (
        *("videreføre", "vidareføre", "føre videre", "føre vidare", "fortsette", "fortsetje"),
        *("halde fram", "holde fram", "gå videre", "gå vidare", "arbeide videre", "arbeide vidare"),
        *("forlenge", "forlengje", "fullføre", "ferdigstille", "sluttføre", "avslutte"),
        *("gjøre ferdig", "gjere ferdig", "gjenoppta", "ta opp igjen", "ta opp att"),
    )
)
# What goes on with an assignment given earlier: "videreføre oppdraget fra 2018 om tilsyn".
TAKES_UP_GIVEN = AnyCase(
    rf"(?:^|\b(?:skal|må|bes|om å)\b(?: \S+){{0,4}}? ){_TAKE_UP}\b"
    rf"(?:[^.;]|\b(?:jf|nr|pkt)\.|(?<=\d)\.){{0,160}}?\b{_GIVEN_ASSIGNMENT}|"
    r"\b(?:departementet|vi) (?:viderefører|vidarefører|forlenger|forlengjer|gjentar|gjentek) "
    rf"(?:herved |med dette )?{_GIVEN_ASSIGNMENT}|"
    rf"^{_GIVEN_ASSIGNMENT}\b[^.;]{{0,120}}? (?:gjelder|gjeld) "
    r"(?:også|òg|fortsatt|fremdeles|framleis|vidare|videre)\b",
    ("oppdrag", "bestilling", "oppgav", "oppgåv"),
)
# The same of what it asks for, anywhere in the sentence: "Rapporten får utsettelse".
RESUMED_WITHIN = AnyCase(
    r"\bskulle (?:ha |vært |vore |være |vere )*(?:kommet|kome|komme|levert|sendt|send|ferdig|"
    r"foreligget)\b.*\b(?:nå|no|først|fyrst|leveres|leverast)\b|"
    r"\bsom (?:ble|vart|blei) (?:påbegynt|startet|starta|(?:satt|sett) i gang)\b.*\b"
    r"(?:fullføres|fullførast|ferdigstilles|fortsetter|fortset|avsluttes)\b|"
    r"\bfår (?:\w+ )?(?:utsettelse|utsetjing)\b",
    ("skulle", "påbegynt", "start", "i gang", "utsettelse", "utsetjing"),
)
# An earlier year's: "Oppdraget ble gitt i tildelingsbrevet for 2017 og videreføres".
GIVEN_IN = re.compile(
    r"oppdraget (?:ble|vart|blei|er) (?:gitt|gjeve) i (?:tildelings?brevet|brevet|tillegg\S*)"
    rf"[^.;]*?\b(?P<year>20\d\d)\b[^.;]*?\b(?:{RESUMES})\b",
    re.IGNORECASE,
)
# What was asked for before; it may be no more than the background of another assignment.
GIVEN_EARLIER = AnyCase(
    r"\b(?:ba|bad) (?:departementet|vi|om)\b|\b(?:departementet|vi) (?:ba|bad)\b|"
    r"\b(?:fikk|fekk) (?:\S+ ){0,6}?i oppdrag\b",
    (" ba", "bad ", "i oppdrag"),
)
# What makes of that the same assignment.
GOES_ON_NOW = re.compile(
    r"\b(?:fortsetter|fortset|videreføres|vidareførast|held fram|utsatt frist|utsett frist|"
    r"utsettelse|utsetjing|gjelder fortsatt|gjeld framleis|skal (?:nå|no) også|ferdigstilles|"
    r"fullføres|fullførast|ferdigstillast)\b",
    re.IGNORECASE,
)
# What a sentence says of its deadline, which it had before.
MOVED = re.compile(
    r"(?:(?:ny|revidert|endret|endra|utsatt|utsett) frist\b|fristen\b(?:\s+\S+){0,10}?\s+"
    r"(?:endres|endrast|endra|endret|utsettes|utsetjast|utsettast|utsatt|utsett|forlenges|forlengast|"
    r"forlenga|forlenget|flyttes|flyttast|flytta|flyttet|forskyves|forskjøvet|forskyvd|fremskyndes|"
    r"framskyndes|uendret|uendra|(?:er|blir|vert) (?:fortsatt|fremdeles|framleis|den samme|"
    r"som før))\b)",
    re.IGNORECASE,
)
