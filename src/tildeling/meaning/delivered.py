"""Bare dates that something is handed in, done or reached by: "skal foreligge på nett 20. mai".

No word says of such a date that it is a deadline: the verb of its clause does.
"""

from __future__ import annotations

import re
from functools import lru_cache

from tildeling.find.date_words import MONTHS
from tildeling.find.dates import DateExpression
from tildeling.find.patterns import any_of
from tildeling.meaning.deadline_words import AT_END, HANDS_IN, TELLS, THING
from tildeling.meaning.due_clauses import REACH, words_before
from tildeling.meaning.title_phrase import has_finite_verb, is_title

_DELIVERING = r"""
    (?:
        (?:over|inn|av|til)?lever | (?:inn|over|til|av)?send | (?:tilbake|inn)?meld | presenter
        | publiser | lanser | ferdigstill | fullfør | sluttfør | avslutt | besvar | rapporter
        | oppdater | fr[ae]mlegg | forelegg | førelegg
    )(?:e|er|ar|es|ast)
    | (?:evaluer|etabler)(?:es|ast)
    | (?:kunngj|offentliggj|offentleggj|tilgjengeliggj|tilgjengeleggj)(?:ør|øre|øres|er|ere|erast)
    # "legge planen fram", "legges ut"
    | (?:legge?s?|leggje|leggj?ast|legg(?:er)?)[ ](?:\S+[ ]){0,6}?(?:fr[ae]m|føre|ut)
    | gjøres?[ ]ferdig | gjere[ ]ferdig | gjøres[ ]tilgjengelig | gjerast[ ]tilgjengeleg
"""
_HANDED_IN = r"""(?:
    \w*levert | \w*sendt? | \w*meldt? | lagt | lagd | gitt | gjeve | gjort | presentert | publisert
    | lansert | \w*ferdig\w* | klare? | klart | fullført | sluttført | avslutta | avsluttet
    | oppdatert | evaluert | oppsummerte? | rapportert | vurdert | utarbeid(?:et|a|d) | utredet
    | kartlagt | dokumentert | forelagt | førelagt | fr[ae]mlagt
)"""
_REACHED = r"""
    (?:være|vere|foreligge|føreligge|ligge|liggje|bli|stå|finnes|finnast|ha|få|motta)
    # Not "være satt i drift", "være åpent til": a law's day, or an office's.
    (?!
        [ ](?:(?:satt|sett|teken|tatt|kommet|komen)[ ])?i[ ](?:\w+[ ])?(?:drift|kraft)
        | [ ]gjeldende | [ ]gjeldande | [ ](?:ope?nt?|åpent?)[ ]til | [ ]utbetalt? | [ ]oppstart\b
    )
"""
# What is to be handed in, done or reached: a bare date in the same clause is its last day.
DELIVERS = re.compile(
    rf"""
    # "leveres 1. mai"; not "kan levere", "har levert"
    (?<!\bvil[ ])(?<!\bkan[ ])(?<!\bhar[ ])(?<!\bikke[ ])(?<!\bikkje[ ]) \b(?:{_DELIVERING})\b
    # A state that is to be reached: "skal foreligge på nett 20. mai", "skal ha evaluert den til".
    | \b(?:skal|må|bør)\b (?:[ ](?!ikke\b|ikkje\b)\S+){{0,6}}? [ ]{_REACHED}\b
    # "forventes å bli levert", "bes om å få den oversendt"
    | \b(?:blir|vert|bes|forventes|forventast|ventes|ventast|ønskes|ønskjer|ønsker)
        (?:[ ]\S+){{0,4}}? [ ]{_HANDED_IN}\b
    # "gir tilbakemelding", "melder tilbake"
    | \b(?:melder|svarer|svarar|gir|gjev)[ ]
        (?:tilbake|attende|svar|tilbakemelding|innspill|innspel|status|departementet)\b
    | \bgis\b | \bgjevast\b
    # "Vi imøteser planen 1. mai", "Det forventes en plan", "ber om å få"
    | \b(?:
        imøteses | imøteser | ventar | venter | forventer | ser[ ]fr[ae]m[ ](?:til|mot)
        | ser[ ]for[ ]seg | vil[ ]ha | vil[ ]gjerne[ ](?:ha|få|se|sjå)
        | det[ ](?:forventes|forventast|ventes|ventast|(?:blir|vert)[ ](?:ventet|venta|forventa))
            (?=[ ](?:en|ein|ei|et|eit|at|\w*{THING})\b)
        | må[ ]få | ønsker | ønskjer | (?:ber|bed|bes)[ ](?:\w+[ ])?om[ ](?:å[ ]få|å[ ]motta|at)
    )\b
    """,
    re.IGNORECASE | re.VERBOSE,
)
# The same as a noun, where no verb follows that tells of it.
_DELIVERY_WORD = re.compile(
    r"\b(?:(?:over|inn|av)?lever(?:ing(?:en|a)?|anse(?:n|ne|r)?)(?: skjer| er| blir| vert)?|"
    r"milepæl(?:er|ar|en|ane|ene)?)\b",
    re.IGNORECASE,
)
# Between such a verb and a date that is not its own: "sendes slik det ble bedt om i brev av".
_APART = re.compile(
    rf"""
    # "som skal omtale"; "som vanlig" parts nothing
    \bsom\b(?!\s+(?:før|vanlig|vanleg|tidligere|tidlegare|avtalt|normalt|planlagt)\b)
    | \b(?:der|når|hvis|dersom|viss|fordi|mens|medan|slik[ ]at)\b | ; | [^\d]\.\s
    # "rapporten for", "brev datert", "vedtaket"
    | \b(?:
        av|fra|frå|datert|dagsett|per|pr\.|for|etter|mellom|gjeldende|gjeldande|siden|sidan
        |brev(?:et)?|vedtak(?:et)?|\w*valget|\w*valet|gjelder|gjeld
    )\s+(?:den\s+)?$
    # "leveres ikke i"
    | \b(?:ikke|ikkje|stedet[ ]for|staden[ ]for|framfor)\s+(?:i\s+|den\s+|på\s+)?$
    # "erfaringene fra øvelsen i", "tall for mai og": the day of another matter.
    | \b(?:fra|frå|etter|under)\s+ (?:(?!den\b)[^\W\d]+\s+)?
        [^\W\d]{{3,}}(?:en|et|a|ene|ane)\s+ (?:i|den)\s+$
    | \b(?:for|fra|frå|mellom)\s+{any_of(MONTHS)}\s+(?:og|til)\s+$
    # "på møtet i"
    | \b(?:i|på)\s+\w*(?:møtet?|konferansen|seminaret|samlingen|samlinga)\s+(?:i|til)\s+$
    """,
    re.IGNORECASE | re.VERBOSE,
)
# Before a date: "Leveringstidspunktene er", "Leveranse", "Tidspunkt for levering:".
_DELIVERY = re.compile(
    r"""
    \b(?:
        # "leveringstidspunktet"
        (?:leverings|leveranse|innleverings|overleverings)(?:tidspunkt|dato|tid|datoe)
            (?:et|en|ene|a|ne|r|ane)?
        # "tidspunktet for oversendelse"
        | (?:tidspunkt|dato|tid)(?:et|ene|en|a)?[ ]for[ ](?:
            \w*levering|\w*leveranse|oversendelse|oversending|innsending|ferdigstill\w+|publisering
        )(?:en|a)?
        # "første leveranse", "milepæler"
        | (?:(?:første|fyrste|andre|neste|tredje|siste)[ ])?
            (?:over|inn)?lever(?:ing(?:en|a)?|anse(?:n|r|ne)?)
        | milepæl(?:er|ar|en|ane|ene)?
    )
    # "er", "er satt til"
    (?:\s+(?:
        er | blir | vert | skjer | (?:er[ ]|blir[ ]|vert[ ])?(?:satt|sett|fastsatt|fastsett)[ ]til
        | settes[ ]til | setjast[ ]til
    ))?
    \s*:?\s*(?:(?:den|i|til)\s+)?$
    """,
    re.IGNORECASE | re.VERBOSE,
)
# What a sentence without a verb has before its date: "Utkast til styringsmøtet 5. mai".
_FRAGMENT = re.compile(
    rf"(?:(?:en|ein|et|eit|første|fyrste|foreløpig|førebels|endelig|endeleg|ferdig|samlet|samla|"
    rf"kort|skriftlig|skriftleg) )*\w*{THING}\b(?: [^.;:]{{1,60}})?:?\s$",
    re.IGNORECASE,
)
# Before the day to which somebody is given time.
_GETS_UNTIL = re.compile(
    r"\b(?:utsettelse|utsetjing|forlengelse|forlenging|frist(?:forlengelse|utsettelse))"
    r"(?:\s+[^.;:]{0,40}?)?\s+(?:fram |frem )?til\s+(?:den\s+)?$|"
    r"\b(?:får|gis|har)\s+(?:fram |frem )?til\s+(?:den\s+)?$",
    re.IGNORECASE,
)
_REST_OF_CLAUSE = re.compile(rf"[^,.;]{{0,{REACH}}}")


def is_delivered(sentence: str, date: DateExpression) -> bool:
    """True where what a clause hands in, does or brings about ends in a bare date."""
    if date.precision == "year":
        return False
    lead = words_before(sentence, date.start)
    rest = _REST_OF_CLAUSE.match(sentence, date.end)
    told = rest is not None and has_finite_verb(rest.group())
    if (_DELIVERY.search(lead) and not told) or _GETS_UNTIL.search(lead):
        return True
    first = date.start - len(lead)
    verbs = _verbs_before(sentence, date.start)
    if not told:
        verbs += [first + match.end() for match in _DELIVERY_WORD.finditer(lead)]
    if not verbs:
        return first == 0 and _FRAGMENT.match(lead) is not None and is_title(sentence.rstrip(". "))
    if AT_END.search(lead):
        return HANDS_IN.search(sentence) is not None or TELLS.search(sentence) is not None
    between = sentence[max(verbs) : date.start]
    return len(between) <= REACH and _APART.search(between) is None and not has_finite_verb(between)


def _verbs_before(sentence: str, at: int) -> list[int]:
    """Where each verb ends by which a date after it is handed in; they are sought once a sentence.

    What reaches over the date is sought anew before it: "skal levere 1. mai, og være ferdig".
    """
    ends: list[int] = []
    for start, end in _delivering(sentence):
        if end <= at:
            ends.append(end)
        elif start < at:
            ends.extend(match.end() for match in DELIVERS.finditer(sentence, start, at))
    return ends


@lru_cache(maxsize=8)
def _delivering(sentence: str) -> tuple[tuple[int, int], ...]:
    return tuple(match.span() for match in DELIVERS.finditer(sentence))
