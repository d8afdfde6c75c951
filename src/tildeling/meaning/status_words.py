"""What a sentence says becomes of the assignment that it stands in, bokmål and nynorsk."""

from __future__ import annotations

import re

from tildeling.any_case import AnyCase
from tildeling.find.patterns import any_of
from tildeling.meaning.amending_words import RESUMES

# Pieces of the patterns below, whose spaces are `[ ]`. What an assignment is called by in its text.
_IT = (
    r"(?:oppdraget|arbeidet|tiltaket|oppgaven|oppgåva|bestillingen|bestillinga|forsøket|"
    r"\w*prosjektet)"
)
_CARRY_OUT = (
    r"(?:gjennomfør|utfør|fullfør|lever|følg|vidarefør|viderefør|ferdigstill)\w*|"
    r"(?:gå|arbeide?)[ ]vid(?:ere|are)[ ]med"
)
_NOW = r"(?:(?:nå|no|dermed|derfor|difor|herved|med[ ]dette|likevel)[ ])*"
# "faller herved bort", "er avlyst", "er ikke lenger aktuelt", "stanses"
_GOES_AWAY = rf"""(?:
    (?:faller|fell|går)[ ]{_NOW}(?:bort|ut(?=[.,]|$))
    | (?:er|blir|vert)[ ]{_NOW}(?:falt|falle)[ ]bort
    | (?:er|blir|vert|anses|ansees|reknast|regnes|rekna)[ ]{_NOW}(?:som[ ]|for[ ])?{_NOW}(?:
        (?:
            trukket|trekt|avlyst|kansellert|oppheva|opphevet|stanset|stansa|uaktuel[lt]
        )(?!\w)
        # "avsluttet" ends the clause; not "avsluttet i 2025"
        | (?:avslutta|avsluttet)(?=[.,;]|$)
      )
    | (?:er|vert)[ ]{_NOW}(?:ikke|ikkje)[ ](?:lenger|lengre)[ ]
      (?:aktuel\w*|nødvendig|relevant)
    | (?:avsluttes|avsluttast|stanses|stansast|innstilles|avbrytes|avbrytast|skrinlegges)
      (?=[.,]|$)
)"""
# What a sentence begins with that takes back the assignment which it stands under.
DROPPED = re.compile(
    rf"""
    # "Oppdraget om tilsyn er avlyst"
    (?:{_IT}|det|dette)\s+(?:(?!skal\b|må\b|som\b)\S+\s+){{0,12}}?{_GOES_AWAY}
    # "Oppdraget skal ikke lenger gjennomføres"
    | {_IT}[ ](?:skal[ ]{_NOW}(?:ikke|ikkje)|(?:ikke|ikkje)[ ]skal)[ ]
      (?:(?:lenger|lengre)[ ])?(?:{_CARRY_OUT})
    # "Departementet trekker med dette tilbake oppdraget"
    | (?:departementet|vi)[ ]
      (?:trekker|trekkjer|opphever|avlyser|kansellerer|stanser|stansar)[ ]
      {_NOW}(?:tilbake[ ]|attende[ ])?{_IT}\b
    # "Direktoratet trenger ikke å levere rapporten"
    | \S+[ ](?:skal|trenger|treng|behøver|må)[ ](?:derfor[ ]|difor[ ])?(?:ikke|ikkje)[ ]
      (?:(?:lenger|lengre)[ ])?(?:å[ ])?(?:{_CARRY_OUT})[ ]
      (?:{_IT}|rapporten|utredningen|utgreiinga|planen)\b
    """,
    re.IGNORECASE | re.VERBOSE,
)
# Behind a reason: "Etaten overtar, og oppdraget utgår".
THEN_THE_ASSIGNMENT = AnyCase(
    r",? (?:og|men|så|slik at|at|derfor|difor|dermed) (?=oppdraget\b)", (" oppdraget",)
)
# "videreført", "føres videre", "legges på vent", "får et annet innhold"
_GOES_ON = rf"""
    {RESUMES}
    | fortsetter | fortset | føres[ ]videre | førast[ ]vidare
    | (?:blir|vert)[ ]ført?[ ]vidare | (?:blir|vert)[ ]førde?[ ]vidare
    | (?:blir|vert)[ ]ført[ ]videre
    | gjelder[ ]fortsatt | gjelder[ ]fremdeles | gjeld[ ]framleis
    | justeres | justerast | justert | suppleres | supplerast | omfatter[ ]nå | omfattar[ ]no
    | (?:settes|setjast|stilles|stillast|legges|leggjast)[ ](?:i[ ]bero|på[ ]vent)
    | får[ ](?:et|en|eit|ein)[ ](?:annet|anna|nytt|ny|annan)[ ]
      (?:innhold|innhald|form|retning)
"""
# What a sentence says of the assignment itself.
RESUMED = re.compile(
    rf"""
    # "Oppdraget er videreført fra 2022"
    {_IT}\b(?:\s+(?!skal\b|må\b|bes\b)\S+){{0,20}}?\s+(?:{_GOES_ON})\b
    # "Arbeidet med handlingsplanen held fram"
    | (?:oppdraget|arbeidet)\b(?:\s+(?!skal\b|må\b)\S+){{0,15}}?\s+(?:held|holder)\s+fram\b
    # "Prosjektet skal fortsette"
    | (?:oppdraget|arbeidet|\w*prosjektet)\b(?:\s+(?!må\b)\S+){{0,12}}?\s+skal\s+
      (?:halde[ ]fram|holde[ ]fram|videreføres|vidareførast|fortsette|fortsetje)\b
    # "Oppdraget ble gitt"
    | (?:oppdraget|arbeidet|oppgaven|oppgåva)\s+(?:ble|vart|blei)\s+(?:gitt|gjeve)\b
    # "Oppdraget fra 2023 om tilsyn", "Oppdraget i tildelingsbrevet punkt 3.2": an earlier letter's.
    | (?:oppdraget|oppgaven|oppgåva|bestillingen|bestillinga)[ ](?:fra|frå|gitt[ ]i|i)[ ]
      (?:
        tildelings?brev | supplerende | tillegg | tidligere | tidlegare | fjor
        | 20\d\d(?=[ ](?:om|{_GOES_ON}))
      )
    # "Omfanget av oppdraget utvides"
    | omfanget[ ]av[ ]{_IT}[ ](?:reduseres|reduserast|utvides|utvidast|endres|endrast)\b
    """,
    re.IGNORECASE | re.VERBOSE,
)
# "gitt i supplerende tildelingsbrev", "fra fjoråret", "i tillegg", "fra 1. mars 2025"
_EARLIER_LETTER = r"""(?:
    (?:
        (?:som[ ](?:ble|vart|blei)[ ])?(?:gitt|gjeve|gjevne)(?:[ ](?:fra|frå|i|ved|gjennom|den))?
        | fra|frå|i|ved
    )[ ]
    (?:(?:supplerende|supplerande|tillegg[ ]til|det|den)[ ])*
    (?:
        tildelings?brev(?:et)? | oppdragsbrev(?:et)? | oppdragsdokument(?:et)? | tillegg
        | fjor | fjoråret | (?:tidligere|tidlegare)[ ]år
        | 20\d\d | \d{1,2}\.[ ]?\w+[ ]20\d\d
    )\b
)"""
# "oppdrag 17 fra 2025", "oppdraget om tilsyn gitt i tildelingsbrevet", "fjorårets oppdrag"
_GIVEN_ASSIGNMENT = rf"""(?:
    (?:oppdrag(?:et|ene|a)?|bestilling(?:en|a)|oppg[aå]v(?:en|a))\b
      (?:[ ](?:nr\.?[ ])?[\w–-]+|[ ](?:om|med|på)(?:[ ][\w–-]+){{1,8}}?)?[ ]{_EARLIER_LETTER}
    | (?:fjorårets|tidligere|tidlegare)(?:[ ]gitte?|[ ]gjeve|[ ]gjevne)?[ ]oppdrag(?:et)?\b
)"""
_TAKE_UP = any_of(
    (
        *("videreføre", "vidareføre", "føre videre", "føre vidare", "fortsette", "fortsetje"),
        *("halde fram", "holde fram", "gå videre", "gå vidare", "arbeide videre", "arbeide vidare"),
        *("forlenge", "forlengje", "fullføre", "ferdigstille", "sluttføre", "avslutte"),
        *("gjøre ferdig", "gjere ferdig", "gjenoppta", "ta opp igjen", "ta opp att"),
    )
)
# What goes on with an assignment given earlier.
TAKES_UP_GIVEN = AnyCase(
    rf"""(?x)
    # "Etaten skal videreføre oppdraget fra 2018 om tilsyn"
    (?:^|\b(?:skal|må|bes|om[ ]å)\b(?:[ ]\S+){{0,4}}?[ ]){_TAKE_UP}\b
      (?:[^.;]|\b(?:jf|nr|pkt)\.|(?<=\d)\.){{0,160}}?\b{_GIVEN_ASSIGNMENT}
    # "Vi gjentar med dette oppdraget fra 2018"
    | \b(?:departementet|vi)[ ]
      (?:viderefører|vidarefører|forlenger|forlengjer|gjentar|gjentek)[ ]
      (?:herved[ ]|med[ ]dette[ ])?{_GIVEN_ASSIGNMENT}
    # "Oppdraget fra 2018 om tilsyn gjelder fortsatt"
    | ^{_GIVEN_ASSIGNMENT}\b[^.;]{{0,120}}?[ ](?:gjelder|gjeld)[ ]
      (?:også|òg|fortsatt|fremdeles|framleis|vidare|videre)\b
    """,
    ("oppdrag", "bestilling", "oppgav", "oppgåv"),
)
# The same of what it asks for, anywhere in the sentence.
RESUMED_WITHIN = AnyCase(
    r"""(?x)
    # "Rapporten skulle vært levert i fjor, og leveres nå"
    \bskulle[ ](?:ha[ ]|vært[ ]|vore[ ]|være[ ]|vere[ ])*
      (?:kommet|kome|komme|levert|sendt|send|ferdig|foreligget)\b
      .*\b(?:nå|no|først|fyrst|leveres|leverast)\b
    # "Arbeidet som ble satt i gang i 2025, fullføres"
    | \bsom[ ](?:ble|vart|blei)[ ]
      (?:påbegynt|startet|starta|(?:satt|sett)[ ]i[ ]gang)\b
      .*\b(?:fullføres|fullførast|ferdigstilles|fortsetter|fortset|avsluttes)\b
    # "Rapporten får utsettelse"
    | \bfår[ ](?:\w+[ ])?(?:utsettelse|utsetjing)\b
    """,
    ("skulle", "påbegynt", "start", "i gang", "utsettelse", "utsetjing"),
)
# An earlier year's: "Oppdraget ble gitt i tildelingsbrevet for 2017 og videreføres".
GIVEN_IN = re.compile(
    rf"""
    oppdraget[ ](?:ble|vart|blei|er)[ ](?:gitt|gjeve)[ ]i[ ]
    (?:tildelings?brevet|brevet|tillegg\S*)
    [^.;]*?\b(?P<year>20\d\d)\b[^.;]*?\b(?:{RESUMES})\b
    """,
    re.IGNORECASE | re.VERBOSE,
)
# What was asked for before; it may be no more than the background of another assignment.
GIVEN_EARLIER = AnyCase(
    r"\b(?:ba|bad) (?:departementet|vi|om)\b|\b(?:departementet|vi) (?:ba|bad)\b|"
    r"\b(?:fikk|fekk) (?:\S+ ){0,6}?i oppdrag\b",
    (" ba", "bad ", "i oppdrag"),
)
# What makes of that the same assignment.
GOES_ON_NOW = re.compile(
    r"""
    \b(?:
        fortsetter|fortset | videreføres|vidareførast | held[ ]fram
        | utsatt[ ]frist|utsett[ ]frist | utsettelse|utsetjing
        | gjelder[ ]fortsatt|gjeld[ ]framleis | skal[ ](?:nå|no)[ ]også
        | ferdigstilles | fullføres|fullførast | ferdigstillast
    )\b
    """,
    re.IGNORECASE | re.VERBOSE,
)
# What a sentence says of its deadline, which it had before.
MOVED = re.compile(
    r"""(?:
    # "Ny frist"
    (?:ny|revidert|endret|endra|utsatt|utsett)[ ]frist\b
    # "Fristen for rapporten utsettes", "Fristen er uendret"
    | fristen\b(?:\s+\S+){0,10}?\s+(?:
        endres|endrast|endra|endret | utsettes|utsetjast|utsettast|utsatt|utsett
        | forlenges|forlengast|forlenga|forlenget | flyttes|flyttast|flytta|flyttet
        | forskyves|forskjøvet|forskyvd | fremskyndes|framskyndes | uendret|uendra
        | (?:er|blir|vert)[ ](?:fortsatt|fremdeles|framleis|den[ ]samme|som[ ]før)
      )\b
    )""",
    re.IGNORECASE | re.VERBOSE,
)
