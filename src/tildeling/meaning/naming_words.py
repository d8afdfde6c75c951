"""How a sentence names an assignment given earlier and says what becomes of it."""

from __future__ import annotations

import re

from tildeling.find.patterns import MAYBE_SPACED_DASH, any_of
from tildeling.meaning.amending_words import CHANGED_BEFORE, GOES_ALONE, INNER_STOP, MOVES

_OF_KIND = r"(?:oppdraget|bestillingen|bestillinga)"
OPENING_QUOTES = '«"“„'
_TITLE = r"[«\"“„](?P<title>[^«»\"“”„]{3,150})[»\"”“]"
# An assignment named by its title in quotation marks.
QUOTED = re.compile(
    rf"""
    # "oppdraget «Skilt»", "Oppdrag 4 («Skilt»)"
    \b(?:
        {_OF_KIND}
        | oppdrag(?:et)?\s+(?:nr\.?\s*|nummer\s+)?
          (?:[A-ZÆØÅ]{{0,6}}[ ]?20\d\d{MAYBE_SPACED_DASH}\d{{1,3}}|\d{{1,3}}(?!\d))
    )
    # "oppdrag 7 i tildelingsbrevet, «Skilt»"
    (?:,|\s+(?:i|fra|frå|under|om)\s(?:[^«»".;:]|{INNER_STOP}){{1,60}}?,?)?
    \s+\(?{_TITLE}\)?
    """,
    re.IGNORECASE | re.VERBOSE,
)
# Before the titles of several: "Oppdraga «Nye skilt» og «Rasteplassar» går ut".
QUOTED_SEVERAL = re.compile(
    rf"\boppdrag(?:ene|a)\s+(?={_TITLE.replace('?P<title>', '?:')}(?:,| og)\s+[«\"“„])",
    re.IGNORECASE,
)
NEXT_TITLE = re.compile(rf"(?:,|,?\s+og)?\s*{_TITLE}")
# Between two clauses, each about an assignment of its own.
NEXT_NAMED = re.compile(
    r"(?:,?\s+(?:og|men|mens|medan)|;)\s+(?=(?:fristen (?:for|i) |vidare |videre )?oppdrag)",
    re.IGNORECASE,
)
# What the first of them ends with.
JOINED = re.compile(r"(?:,?\s+(?:og|men|mens|medan)|;)\s+$", re.IGNORECASE)
# Before a name, with the space: "Departementet forlenger herved fristen for "
_WE_CHANGE = r"""
    (?:departementet|vi)[ ]
    (?:
        presiserer|presiserar|endrer|endrar|forlenger|forlengjer|utvider|utvidar
        |trekker|trekkjer
    )
    (?:[ ]tilbake|[ ]attende)?(?:[ ]herved)?(?:[ ]at)?(?:[ ]fristen[ ]for)?[ ]
"""
# One named by what it is about or where it was given.
BY_SUBJECT = re.compile(
    r"""
    # "oppdraget fra 2025 om tilsyn"
    \boppdraget\s+(?:(?:fra|frå)\s+(?:20\d\d|i[ ]fjor)\s+)?(?:om|med)\b
    # "oppdraget under punkt 3"
    | \boppdraget\s+(?:i|under)\s+(?:punkt|pkt\.?|kapittel|avsnitt)[ ]?\d
    # "oppdraget i tildelingsbrevet"
    | \boppdraget\s+(?:i|fra|frå)\s+(?:tildelings?brev|tilskots?brev|tilskuddsbrev)
    """,
    re.IGNORECASE | re.VERBOSE,
)
# All that stands before a name without quotation marks in a sentence that changes it.
BEFORE_NAME = re.compile(
    rf"""(?:
    # Nothing; or "Ny frist for "
    | (?:ny[ ]|endra[ ]|endret[ ])?frist(?:en)?\b[^.;:]{{0,60}}?\b(?:for|i|på)[ ]
    | {_WE_CHANGE}
    # "For oppdraget om tilsyn er ny frist 1. mai"
    | (?:i|for)[ ](?=oppdraget[ ][^.;:]{{0,120}}frist)
    )""",
    re.IGNORECASE | re.VERBOSE,
)
# Where it was given: it is not the one that the text around the sentence is about.
EARLIER_LETTER = re.compile(
    r"""
    \b(?:
        (?:tildelings?|tilskots?|tilskudds|tilleggs)brev\w*
        | tillegg(?:et)?[ ](?:nr\.?[ ]?\d|til)
        | supplerende
        | oppdraget[ ](?:fra|frå)[ ]20\d\d
        | brev[ ]av
        | i[ ]fjor
    )
    """,
    re.IGNORECASE | re.VERBOSE,
)
_LETTER_OR_YEAR = r"""(?:
    (?:supplerende[ ])?(?:tildelings?|tilskots?|tilskudds|tilleggs)brev\w*
    | tillegg\w*[ ] | brev[ ]av[ ] | fjor[ ] | 20\d\d[ ]
)"""
# What an earlier letter asked for.
WAS_ASKED = re.compile(
    rf"""
    (?=[^;:]*\b{_LETTER_OR_YEAR})
    (?:
        # "I tildelingsbrevet for 2020 ble etaten bedt om å ..."
        [^;:]{{0,160}}?\b(?:ble|vart|blei)\b[^;:]{{1,200}}?\b(?:bedt|bedd|bede|bedne)[ ]om\b
        # "I 2020 fikk etaten i oppdrag å ..."
        | [^;:]{{0,160}}?\b(?:fikk|fekk|har)\b[^;:]{{1,200}}?\bi[ ]oppdrag\b
        # "Etaten er i tildelingsbrevet for 2020 bedt om å ..."
        | [^;:]{{0,160}}?\b(?:er|har)\b[^;:]{{1,200}}?\b(?:bedt|bedd|bede|bedne)[ ]om\b
        # "I brev av 1. mars ba vi direktoratet om å ..."
        | [^;:]{{0,160}}?\b(?:departementet|vi)[ ](?:ba|bad)\b[^;:]{{0,200}}?\bom\b
        | [^;:]{{0,160}}?\b(?:ba|bad)[ ](?:departementet|vi)\b[^;:]{{0,120}}?\bom\b
    )
    """,
    re.IGNORECASE | re.VERBOSE,
)
# A label before it: "Presisering av tidligere oppdrag: I tildelingsbrevet for 2020 ...".
KIND_OF_CHANGE = re.compile(
    r"""
    (?:
        presisering(?:er|ar)? | endring(?:er|ar)? | utsettelse | utsetjing
        | forlengelse | forlenging | oppfølging | vidareføring | videreføring
    )
    [ ](?:av|i|på)[ ][^.:;]{0,40}oppdrag[^.:;]{0,30}:\s+
    """,
    re.IGNORECASE | re.VERBOSE,
)
_MOVES_OR_GOES = rf"(?:{any_of(MOVES)}|{GOES_ALONE}|går|faller|fell|blir|vert|er|trekkes|trekkjast)"
# An assignment named by its place and title: "Oppdraget i pkt. 4.3 Autonome fartøy går ut".
PLACED = re.compile(
    rf"""
    # "Ny frist for rapporten ", "Vi presiserer oppdraget "
    (?:
        (?:ny[ ]|endra[ ]|endret[ ])?frist(?:en|ane|ene)?[ ]for[ ][^.;:«»]{{2,80}}?
        | {_WE_CHANGE}(?:oppdraget)?
        | oppdraget
        | oppdrag
    )
    # "i tildelingsbrevet for 2025, punkt 4.3 a), "
    \s*(?:i|under|frå|fra)\s+
    (?:tildelings?brevet(?:[ ]for[ ]\d{{4}})?,?\s+)?
    (?:punkt|pkt\.?|kapittel|kap\.?|avsnitt)\s+\d{{1,2}}(?:\.\d{{1,2}})*(?:\s?[a-z]\))?[,:]?\s+
    # The title begins with a capital, and ends before a verb
    [«"]?(?P<title>(?-i:[A-ZÆØÅ])[^.;:«»]{{2,100}}?)[»"]?,?
    (?=\s{_MOVES_OR_GOES}\b)
    """,
    re.IGNORECASE | re.VERBOSE,
)
# Among assignments, one named by what is due: "Fristen for studien av gebyrer forlenges til".
DEADLINE_OF = re.compile(
    rf"""
    (?:ny[ ]|endra[ ]|endret[ ])?frist(?:en)?[ ]for[ ]
    # Reports and the like have deadlines too
    (?!
        oppdrag | bestilling
        | [\w ]*(?:
            rapport|rekneskap|regnskap|innspill|innspel|søknad|årsmelding|prognose
          )
    )
    (?P<title>[^.,;:«»\d]{{5,100}}?)(?=\s(?:{any_of(MOVES)}|blir|vert|er)\b)
    """,
    re.IGNORECASE | re.VERBOSE,
)
# What a sentence begins with that is about others than the one before it.
OF_THE_REST = re.compile(
    r"""(?:
    øvrige? | andre | resten | alle[ ]andre | for[ ]øvrig | elles | ellers
    | i[ ]tillegg | videre | vidare | samtidig
    # "Vi ber også"
    | (?:departementet|vi)[ ](?:ber|bed)[ ](?:også|òg|videre|vidare|dessuten|i[ ]tillegg)
    )\b""",
    re.IGNORECASE | re.VERBOSE,
)
# A verb that changes what an assignment is to hold.
CHANGED = re.compile(
    rf"""
    \b(?:
        presiser(?:es|ast|er|ar) | utvid(?:es|ast|er|ar) | forleng(?:es|ast|er|jer)
        | endr(?:es|ast|er|ar)
        | strykes | strykast | stryk | erstattes | erstattast
        | (?:videre|vidare)før(?:es|ast) | føres[ ]videre | førast[ ]vidare
        | held[ ]fram | holder[ ]fram | reduseres | reduserast
        # "legges på vent"
        | (?:stilles|stillast|settes|setjast|legges|leggjast)[ ](?:i[ ]bero|på[ ]vent)
        # "får ny ordlyd", "får utsettelse", "får utsatt frist"
        | får[ ](?:ny|nytt|følgende|følgjande)[ ](?:ordlyd|tekst)
        | får[ ](?:\w+[ ])?(?:utsettelse|utsetjing)
        | får[ ](?:\w+[ ])?
          (?:(?:ny|utsatt|utsett|endret|endra|forlenget|forlenga)[ ])?frist
        | suppler(?:es|ast) | avgrens(?:es|ast) | juster(?:es|ast) | gjenoppt(?:as|akast)
        # "er herved utvidet"
        | (?:er|blir|vert)[ ](?:herved[ ]|no[ ]|nå[ ])?{CHANGED_BEFORE}
    )\b
    """,
    re.IGNORECASE | re.VERBOSE,
)
# The same of what it asks for: "Utredningen skal også omfatte droner".
WIDENED = re.compile(r"\bskal\s+(?:nå |no )?(?:også|òg|i tillegg|bare|berre|kun)\b", re.IGNORECASE)
# Part of it goes: "skal direktoratet ikkje levere nokon eigen delrapport".
PART_DROPPED = re.compile(
    r"\bskal\b[^,;:]{1,40}?\b(?:ikke|ikkje)\b (?:(?:lenger|lengre) )?"
    r"(?:levere|lage|utarbeide|gjennomføre|sende)\b",
    re.IGNORECASE,
)
# Between a new day and the old one.
IN_PLACE_OF = re.compile(r"\b(?:i stedet for|istedenfor|i staden for|istaden for)\b", re.IGNORECASE)
# Right before a name that is not what goes: "fristen for oppdraget «Nye skilt» går ut".
NO_SUBJECT = re.compile(
    r"\b(?:for|i|av|til|med|om|på|under|fra|frå|etter)\s*$|\bfrist\w*\b[^,;]*$", re.IGNORECASE
)
# Right before a name that is spoken of: "ordningen som oppdraget «Nye skilt» bygger på".
IN_RELATIVE = re.compile(r"\b(?:som|der|når|enn)\s*$", re.IGNORECASE)
# Right before the name of what goes: "Videre utgår oppdraget ...", "Vi trekker oppdraget ...".
GOES_BEFORE = re.compile(
    rf"""
    (?:^|\s)
    (?:
        # The whole verb: "utgår", "trekker", "skal derfor ikke lenger gjennomføre"
        (?P<whole>
            {GOES_ALONE}
            | trekker|trekkjer|trekkes|trekkjast|trekke|trekkje|trukket|trekt
            | opphever|opphevar|oppheve | avlyser|avlyse | kansellerer|kansellere | annullerer
            | skal\s+(?:\w+\s+){{0,3}}?(?:ikke|ikkje)\s+(?:lenger\s+|lengre\s+)?
              (?:gjennomføre|utføre|videreføre|vidareføre|fullføre)
        )
        # Its first word, of "går oppdraget ut"
        | går | faller | fell | blir | vert
    )
    (?:\s+(?:
        departementet|vi | tilbake|attende | herved|derfor|difor|dermed | no|nå | også|òg
        | med[ ]dette
    ))*
    \s*$
    """,
    re.IGNORECASE | re.VERBOSE,
)
# The rest of such a verb behind the name: "Vidare går oppdraget «Nye skilt» ut".
GOES_AFTER = re.compile(
    r"[^;:]{0,80}?\s(?:ut|bort|trekt|trukket|avlyst|annullert|oppheva|opphevet)(?=[.,;]|$|\stilbake)",
    re.IGNORECASE,
)
# In a clause: "er kommet til at oppdraget ikke skal gjennomføres".
NOT_DONE = re.compile(
    r"\b(?:ikke|ikkje) skal (?:(?:lenger|lengre) )?(?:gjennomføres|gjennomførast|utføres|utførast|"
    r"videreføres|vidareførast)\b",
    re.IGNORECASE,
)
