"""Words by which a letter marks assignments that have no number, bokmål and nynorsk.

Tables: add a word here where a ministry marks them with another one.
"""

from __future__ import annotations

import re

from tildeling.any_case import AnyCase
from tildeling.find.patterns import any_of, initials_of
from tildeling.meaning.amending_words import GOES, INNER_STOP
from tildeling.meaning.documents import DOCUMENTS

# What stands before tasks or activities that are given for the year: "Særskilte aktiviteter".
SPECIAL_WORDS = (
    *("særskilte", "særskilde", "særlige", "særlege", "spesielle", "prioriterte", "konkrete"),
    *("nye", "andre", "øvrige", "viktige", "enkeltstående", "utvalgte", "faste"),
    *("mindre", "større", "enkelte", "einskilde"),
)

# General words: alone they may name what the body does every year ("Ansvar og oppgaver").
TASK_WORDS = (
    *("oppgaver", "oppgåver", "oppgavene", "oppgåvene", "aktiviteter", "aktivitetar"),
    *("aktivitetene", "aktivitetane", "tiltak", "tiltakene", "tiltaka", "leveranser", "leveransar"),
)

_KINDS = (
    *("utrednings", "utgreiings", "tilleggs", "enkelt", "sær", "spesial", "utviklings", "analyse"),
    *("evaluerings", "kartleggings", "prosjekt"),
)
_ASSIGNMENTS = (
    rf"(?<![\w-])(?:oppdrag(?:et|ene|a)?|{any_of(_KINDS)}oppdrag(?:ene|a)?(?! om\b)|"
    r"bestilling(?:er|ar|ene|ane)?|tinging(?:ar|ane))(?![\w-])"
)
_SPECIAL_TASKS = rf"{any_of(SPECIAL_WORDS)}\s+(?:\w+\s+)?{any_of(TASK_WORDS)}\b"
_TASKS_OF_YEAR = (
    rf"{any_of(TASK_WORDS)}\s+(?:\w+\s+){{0,3}}?(?:i|for)\s+(?:året|20\d\d|\d\. halvår)"
)

# Names assignments: "Særskilte oppdrag i 2017", "Prioriterte oppgaver", "Oppgåver i 2017".
ASSIGNMENTS = AnyCase(rf"{_ASSIGNMENTS}|{_SPECIAL_TASKS}|{_TASKS_OF_YEAR}")

# "Oppdrag utenom mål", "Oppdrag under mål 2": the goal says only where the assignments belong.
_NO_PREPOSITION = "".join(
    rf"(?<!\b{word}[ ])"
    for word in "under utenom utanom over utover til for innen innan innenfor innanfor".split()  # noqa: SIM905
)

# A heading with one of these names assignments among other things, or tells of given ones.
OF_OTHER_THINGS = re.compile(
    rf"""
    rapportering | \bstatus
    # "Oppfølging av vedtak"; not "oppfølging av tidligere oppdrag"
    | oppfølging[ ]av(?!
        [ ](?:tidligere|tidlegare|eksisterende|eksisterande|pågående|pågåande|gitte|gjevne)\b
        (?:[ ]\w+)?[ ]oppdrag
      )
    | avsluttede | avslutta | utførte | fullførte | gjennomførte
    # "Mål og oppdrag"; not "Oppdrag under mål 2"
    | {_NO_PREPOSITION}mål(?:strukturen|[ae]ne|a)?(?![\w-])
    | målstruktur(?!en\b) | styringsparamet | resultatkrav
    | \brolle | organisering | innledning | innleiing | \bansvar | myndighet | mynde
    | om[ ]oppdraget | oppdragsgiv | samfunnsoppdrag
    | budsjett | bevilgning | løyving | finansiering
    | frister | fristar | kalender | oversikt[ ]over | fullmakt | fellesføring
    """,
    re.IGNORECASE | re.VERBOSE,
)

# What a heading names beside assignments: "Oppdrag og administrative føringar".
OF_DEMANDS = re.compile(
    r"""
    \b\w*(?:
        føring|krav|forutsetning|føresetnad|prioritering|vilkår|styringssignal|satsing|hensyn|omsyn
      )(?:er|ar|ene|ane|a|et)?\b
    | \bandre[ ]forhold\b
    """,
    re.IGNORECASE | re.VERBOSE,
)

# What begins a heading that is an assignment's own: "Nytt oppdrag: Underlag for prising".
ONE_ASSIGNMENT = re.compile(
    r"(?:(?P<label>(?:nytt\s+)?oppdrag\s*(?::|[–—-]\s|om\s+å\s+)\s*)|(?:nytt\s+)?oppdrag\s+om\s)"
    r"(?=\S)",
    re.IGNORECASE,
)

# A heading that names no one thing: several requests under it are an assignment each.
TOPIC = re.compile(
    r"""
    (?:(?:andre|øvrige|mindre|diverse|enkelte|nye)[ ])?
    (?:
        utredninger|utgreiingar | evalueringer|evalueringar | kartlegginger|kartleggingar
        | analyser|analysar | undersøkelser|undersøkingar | prosjekter|prosjekt
        | rapporter|rapportar | oppgaver|oppgåver | leveranser|leveransar | tiltak
    )
    # "Utredninger og analyser", "Tiltak for barn og unge"
    (?:[ ](?:og|i|for|på)[ ].{1,40})?
    """,
    re.IGNORECASE | re.VERBOSE,
)

# What a paragraph begins with that is an assignment: "Nytt oppdrag: Etaten skal ...".
LABELLED = r"(?:nytt\s+)?oppdrag\s*:\s+(?=\S)"

IS_LABELLED = re.compile(LABELLED, re.IGNORECASE)

# Where an earlier letter has an assignment, before its title: "Punkt 3.2 Kart: Fristen ...".
PLACE = r"(?:punkt|pkt\.?|kapittel|kap\.?|avsnitt) \d{1,2}(?:\.\d{1,2})*\s*[,:–-]?\s+"

# "Oppdrag under delmål 2", "Særskilte oppdrag knyttet til", "Oppdrag:"
_UNDER_GOAL = r"""
    ^(?:(?:nye|særskil[dt]e|konkrete|prioriterte|andre)[ ])?oppdrag(?:ene|a)?
    (?=
        :
        | [ ](?:
            under|innen(?:for)?|innan(?:for)?|knytte[td]?[ ]til|knytt[ ]til|på|for|i|til
          )\b
    )
"""
# What a sentence speaks of that leads into a list of them.
LEADS_IN = AnyCase(
    rf"""(?x)
    (?<![\w-])(?:
        oppdragene | oppdraga | bestilling(?:er|ar|ene|ane)
        | oppgaver | oppgåver | oppgavene | oppgåvene
        | aktiviteter | aktivitetar | aktivitetene | aktivitetane | tiltakene | tiltaka
        # "følgende oppdrag", "tre nye tiltak"
        | (?:
            følgende|følgjande|disse|desse|flere|fleire|nye|særskilte|særskilde
            |to|tre|fire|fem|seks
          )[ ](?:\w+[ ])?(?:oppdrag|tiltak|tinging(?:ar|ane))
        # "følgende endringer i tidligere gitte oppdrag"
        | (?:følgende|følgjande|disse|desse)[ ](?:endr|presiser|juster)ing(?:er|ar|ene|ane)
          [ ](?:i|av|til|for)[ ][^.:]{{0,60}}?\boppdrag(?:ene|a)?
      )(?![\w-])
    | {_UNDER_GOAL}
    # "Departementet ber Kulturrådet om å gjøre følgende"
    | \b(?:ber|bed)\b(?:[ ]\S+){{1,6}}[ ]om[ ]
      (?:følgende|følgjande|å[ ]gjøre[ ]følgende|å[ ]gjere[ ]følgjande)\b
    """
)

# The goal of the assignments that a line leads into: "Oppdrag knyttet til mål 1:".
GOAL_OF_ASSIGNMENTS = re.compile(
    rf"({_UNDER_GOAL}[^.:]*?)\b(?:hov[eu]d|del)?mål(?:et)?\b(?:[ ]\d+(?:\.\d+)*)?",
    re.IGNORECASE | re.VERBOSE,
)

# A sentence with one of these leads into reports, or tells what the body does anyway.
LEADS_IN_TO_OTHERS = re.compile(
    r"""
    rapporter | \bredegjør | gjer[ae]?[ ]greie
    | \bavslutt | \butført | \bfullført | \banses\b | \binnhold
    | \bfinansier | \bfrist | \bfullmakt
    | \bmål\b | \bmåla\b | \bmålene\b | styringsparamet | faste[ ]oppg
    # Money: "tildeles"; not "tildelingsbrev"
    | mill\. | kroner | \btildel(?!ingsbrev) | \bbevilg | \bfordel
    # "Løpende oppgaver er", "Etaten har følgende ansvar"
    | løpende[ ]oppg(?:ave|åve)r[ ]er
    | \bhar\b.*\bansvar
    """,
    re.IGNORECASE | re.VERBOSE,
)

# A paragraph with one of these, over a list, says what the year's report is to hold: "Årsrapporten
# følger ... Under delen om aktiviteter og resultater ber vi om:".
LEADS_IN_TO_REPORT = re.compile(
    r"\bårs(?:rapport|melding)|\b(?:under|i) (?:den |denne )?del(?:en)? (?:om|for|[IVX]+\b)",
    re.IGNORECASE,
)

# A body is asked in the passive: "blir med dette gitt i oppdrag", "blir bedt om".
_GIVEN = r"""(?:
    (?:får|gis|gjevast|(?:blir|vert)[ ](?:gitt|gjeve|gjeven))
      (?:[ ](?!ikke|ikkje)\w+){0,2}[ ]i[ ]oppdrag
    | (?:blir|vert)[ ](?:bedt|bede|beden|bedne|pålagt|pålagd|oppmoda)
    | pålegges | påleggast | anmodes | oppfordres | oppmodast
)"""

_ASKING = (
    *("skal", "bes", "ber", "bed", "bør", "må", "forventer", "forventes", "ventar", "ønsker"),
    *("ønskjer", "skjer", "held fram", "videreføres", "vidareførast", "forlenges"),
    *("arbeides", "arbeidast", "utarbeides", "utarbeidast"),
)
# What it begins with, first: it is sought in each sentence, and takes two thirds of the time so.
# A verb by which a letter asks for something.
REQUESTS = AnyCase(
    rf"(?x)(?=[{initials_of(_ASKING, 'fgbvpao')}])\b(?:{any_of(_ASKING)}|{_GIVEN})\b"
)

_MORE = r"i[ ]tillegg|videre|vidare|dessuten|dessutan"
# What a sentence begins with that asks for more than the assignment it stands after.
ADDS = re.compile(rf"(?:{_MORE}|ut over dette|utover dette)\b", re.IGNORECASE)

_DOES_FIRST = (
    *("beskrive", "utarbeide", "vurdere", "utrede", "greie ut", "kartlegge", "kartleggje"),
    *("legge fram", "legge frem", "leggje fram", "evaluere", "gjennomføre", "gjennomgå", "lage"),
    *("levere", "sende", "foreslå", "føreslå", "undersøke", "undersøkje", "førebu", "forberede"),
    *("etablere", "utvikle", "følge", "følgje", "oppdatere", "planlegge", "planleggje", "bidra"),
    *("delta", "bistå", "sikre", "sørge", "sørgje", "oppsummere", "analysere", "identifisere"),
    *("revidere", "samordne", "innhente", "redegjøre", "gjøre rede", "gjere greie"),
)
# An outright request.
ASKS = re.compile(
    rf"""
    # "Departementet ber Norec om å ..."
    \b(?:ber|bes|bed|anmoder)\b(?:\s+\S+){{0,8}}?\s+om\b
    # "Direktoratet blir bedt om ..."
    | \b{_GIVEN}\b
    # "gir Norec i oppdrag"
    | \b(?:gir|gjev)\b(?:\s+\S+){{1,6}}?\s+i[ ]oppdrag\b
    # "Vi ber Norec utarbeide"
    | \b(?:departementet|vi|ber|bed)[ ](?:ber|bed|departementet|vi)(?:[ ]\S+){{1,4}}?[ ]
      {any_of(_DOES_FIRST)}\b
    """,
    re.IGNORECASE | re.VERBOSE,
)

# Asks for what was asked before: "Tiden er knapp, og vi ber derfor om at vurderingen sendes".
ASKS_FOR_IT = re.compile(
    # No body's name: "ber òg om at Patentstyret lagar ei oversikt" asks for something new.
    r"\b(?:ber|bed)\b[^.]*?\bom at (?P<it>[a-zæøå]+(?:en|et|a|ene|ane)\b.*)",
    re.DOTALL,
)

# A sentence that gives several: "Departementet gir i tillegg disse nye oppdragene:".
GIVES_MORE = re.compile(
    r"""
    \b(?:gir|gjev|gis|får|ber|bed|har|blir[ ]gitt|vert[ ]gitt)\b[^.:]*?
    \b(?P<what>
        (?:nye|følgende|følgjande|disse|desse|to|tre|fire|fem|seks)\b[^.:]*?
        \b(?:oppdrag(?:ene|a)?|bestilling(?:er|ar))
    )\b
    [^.:]*:$
    """,
    re.IGNORECASE | re.VERBOSE,
)

# What a sentence ends with over a list of what is asked: "Vi ber etaten om å:".
ASKS_FOR_LIST = re.compile(
    rf"""
    \b(?:ber|bed|bes)\b[^.:]*[ ]om(?:[ ]å)?:?$
    # "Departementet gir etaten i oppdrag å:", "Etaten blir bedt om å:"
    | \b(?:gir|gjev)\b[^.:]*[ ]i[ ]oppdrag(?:[ ]å)?:?$
    | \b{_GIVEN}(?:[ ]om)?(?:[ ]å)?:?$
    """,
    re.IGNORECASE | re.VERBOSE,
)

# What a paragraph begins with that asks for something: "Departementet ber videre om at ...".
ASKS_FOR_MORE = re.compile(
    rf"""
    # "Videre ber vi også om"
    (?:(?:{_MORE})[ ])?
    (?:(?:departementet|vi)[ ])?(?:ber|bed)[ ](?:(?:departementet|vi)[ ])?
    (?:(?:{_MORE}|også|òg)[ ])?om\b
    """,
    re.IGNORECASE | re.VERBOSE,
)

_OF_WORK = (
    *DOCUMENTS,
    *("kartlegging", "gjennomgang", "strategi", "forslag", "framlegg", "fremlegg"),
    *("undersøkelse", "undersøking", "opplegg", "veileder", "rettleiar", "modell", "prosjekt"),
    *("arbeid", "oppdrag", "oppgave", "oppgåve", "redegjørelse", "utkast", "tilråding"),
    *("anbefaling", "innstilling", "forberedelse", "førebuing", "beskrivelse", "omtale"),
    *("retningslinje", "statistikk", "oppsummering", "rettleiing", "gjennomføring", "svar"),
)
# "planen", "sluttrapporten": the work that an assignment asks for, as it was spoken of before.
_THE_WORK = rf"""
    (?:\w+(?=\w{{4}}))?{any_of(_OF_WORK)}(?:en|a|et|n|ne|ene|ane)
    # "Planen for slep" names a thing that was not spoken of before.
    (?!\s+(?:med|om|av|for|til|på|fra|frå|i|som|gitt|gjeve)\b)(?!\w)
"""
# "en kort statusrapport", "første utkast": what is due on the way.
_A_STEP = r"""
    (?:en[ ]|ein[ ]|ei[ ]|et[ ]|eit[ ])?
    (?:
        (?:kort|foreløpig|førebels|endelig|endeleg|ferdig|samlet|samla|første|skriftlig)[ ]
    )*
    (?:(?:\w+)?rapport|notat|utkast|oppsummering|status|versjon|opplegg)
"""
_BOUND = r"(?:skal|må|bør|kan|vil|bes)"
# What a paragraph begins with that goes on with the assignment before it.
GOES_ON = re.compile(
    rf"""
    # "Dette skal", "Den"; not "disse to"
    (?:den|han|ho|dette|denne|disse|desse)\b(?![ ](?:to|tre|fire)\b)
    # "Planen skal ...", "Videre bør fristen", "Kostnader"
    | (?:(?:{_MORE}|også)[ ]{_BOUND}[ ])?
      (?:
        {_THE_WORK}
        | (?:frist|resultat|funn|utgift|kostnad|erfaring)(?:en|et|a|ene|ane|er|ar)\b
      )
    # "I planen", "Som en del av utredningen"
    | (?:
        i|til|ved|under | som[ ](?:en[ ]|ein[ ])?del[ ]av | på[ ](?:bakgrunn|grunnlag)[ ]av
        | med[ ]utgangspunkt[ ]i
      )[ ]{_THE_WORK}
    # "Vi ber om at planen", "Det er ønskelig at rapporten"
    | (?:
        (?:departementet|vi)[ ](?:ber|bed)[ ]om
        | det[ ](?:bes|er[ ]ønskelig|er[ ]ønskeleg)(?:[ ]om)?
      )[ ]at[ ]{_THE_WORK}
    # "En foreløpig rapport sendes"
    | {_A_STEP}[ ](?:
        skal|må|bør|sendes|sendast|oversendes|leveres|leverast|legges|leggjast|gis|gjevast
        |ferdigstilles
      )\b
    # "Vi ber også om å få et utkast", "Vi ønsker at etaten gir en kort status"; not "en rapport om"
    | (?:departementet|vi)[ ](?:ønsker|ønskjer|vil[ ]ha|(?:ber|bed)(?:[ ]også|[ ]òg)?[ ]om)[ ]
      (?:
        å[ ]få[ ]
        | at[ ]\w+[ ]
          (?:gir|gjev|sender|leverer|leverar|oversender|legger[ ]fram|legg[ ]fram)[ ]
      )?
      {_A_STEP}
      (?![ ](?:for|om|på|av|over|til)\b(?![ ](?:arbeid|oppdrag|framdrift|fremdrift)))(?!\w)
    """,
    re.IGNORECASE | re.VERBOSE,
)

# What a paragraph begins with that may have been asked for before it: "Heftet skal ...".
NAMES_AGAIN = re.compile(
    r"(?:i |til |ved |på )?(?P<word>(?P<stem>[a-zæøå]{4,}?)(?:ene|ane|en|et|a|ne|n))\s",
    re.IGNORECASE,
)

# What a sentence says that leads into a list of what one assignment is to hold.
TELLS_OF_ONE = re.compile(
    rf"""
    # "Planen skal", "..., og som en del av utredningen bør"
    (?:^|[,;][ ](?:og[ ])?)(?:(?:i|som[ ](?:en[ ]|ein[ ])?del[ ]av)[ ])?{_THE_WORK}[ ]
      (?:skal|må|bør)\b
    # "..., herunder:"
    | \b(?:
        herunder | derunder | deriblant | blant[ ]annet | blant[ ]anna | mellom[ ]anna | m\.a\.
        | inkludert
      )\s*:?$
    # "Utredningen skal svare på:"
    | \b(?:
        omfatte | inneholde | innehalde | ta[ ]for[ ]seg | svare[ ]på | belyse
        | gjøre[ ]rede[ ]for | gjere[ ]greie[ ]for | gi[ ]svar[ ]på | gje[ ]svar[ ]på
        | se[ ]på | sjå[ ]på
      )\s*:?$
    """,
    re.IGNORECASE | re.VERBOSE,
)

# What an item begins with that an assignment is to answer: no assignment of its own.
QUESTION = re.compile(
    r"(?:hvordan|korleis|hvor|kor|hva|kva|hvilk\w+|kven|hvem|hvorvidt|om|i hvilken grad|"
    r"i kva grad|når|hvorfor|kvifor)\s(?!å\b)",
)

# A request in softer words: "Det er ønskelig med et forslag ...".
WISHES = re.compile(
    r"\b(?:ønskelig|ønskeleg|ønskjeleg) (?:med|å)\b|"
    r"\b(?:departementet|vi) vil (?:ha|gjerne ha)\b|"
    r"\bfår (?:derfor |difor )?i oppg(?:ave|åve)\b",
    re.IGNORECASE,
)

# What asks for something where a day is set for it: "Vi forutsetter at ... innen 1. mai".
EXPECTS = re.compile(
    r"\b(?:ønskelig|ønskeleg|ønskjeleg|forutsetter|føreset|legger til grunn|legg til grunn) at\b",
    re.IGNORECASE,
)

# An assignment that comes in a letter of its own: it counts as one.
ANNOUNCES = re.compile(
    r"\boppdrag(?:et|ene|a)?\b.{0,80}\b(?:i|med|ved) (?:eget|eige|egne|eigne|separat) brev",
    re.IGNORECASE,
)

_STANDING_PART = r"""
    rapport | styring | dialog | fullmakt | budsjett | bevilgning | løyving | tildeling
    | innledning | innleiing | møte | frist | kalender | avslutning | fellesføring
    | regnskap | rekneskap | vedlegg | \bkrav | vilkår
"""
# Headings of a letter's standing parts that are no matter of their own, wherever they stand.
STANDING_PART = re.compile(_STANDING_PART, re.IGNORECASE | re.VERBOSE)

# Headings of all its standing parts, in which a request is no assignment.
GENERAL_HEADING = re.compile(
    rf"""
    {_STANDING_PART}
    | ramme | mål\b | prioritering | føring | risiko | sikkerhet | sikkerheit | beredskap
    | internkontroll | utbetaling | revisjon | personal | administra | oppfølging
    | annet | anna | andre[ ]forhold | øvrig | diverse
    | inntekt | utgift | tilskudd | tilskot | krav
    """,
    re.IGNORECASE | re.VERBOSE,
)

# Headings of what every body is told each year: beside assignments they name none.
DEMAND_HEADING = re.compile(
    rf"""
    {GENERAL_HEADING.pattern}
    | tryggleik | miljøle(?:delse|iing) | klima | kommunikasjon | likestilling
    | mangfold | mangfald | lærling | personvern | språk | målbruk | nynorsk | inkludering
    | arbeidslivskriminalitet | universell[ ]utforming | effektivisering | arkiv[ ]og[ ]dokument
    """,
    re.IGNORECASE | re.VERBOSE,
)

# Among assignments a heading of what holds every year, or is asked of no one thing, and is none.
STANDING_HEADING = re.compile(
    r"felles ?føring|\bprioritering(?:er|ar|ene|ane)\b|styringssignal", re.IGNORECASE
)

# A heading that says what happens to an assignment, and not to which.
CHANGE_ALONE = re.compile(
    r"""
    (?:
        # "Utsatt frist"
        (?:ny|nye|endra|endrede?|endret|utsatte?|utsette?|forlenget|forlenga)[ ]frist(?:er|ar)?
        | endring(?:er|ar)?
        | presisering(?:er|ar)?
    )
    # "i oppdraget"
    (?:[ ]i[ ]oppdrag(?:et|a|ene)?)?
    """,
    re.IGNORECASE | re.VERBOSE,
)

# What a letter calls the body that it is to, or another: a sentence may begin with it.
GENERIC_BODIES = frozenset(
    """
    tilsynet direktoratet etaten virksomheten verksemda instituttet senteret rådet ombudet fondet
    stiftelsen stiftinga universitetet høyskolen høgskulen departementet sekretariatet forvaltningen
    forvaltninga statsforvalteren statsforvaltaren fylkesmannen banken politiet nemnda nemnden
    """.split()  # noqa: SIM905 -- a list of words reads better in running lines
)

# Finite verbs that letters print: a phrase with one of them is a sentence, not a title.
FINITE_VERBS = frozenset(
    """
    skal må bør kan vil er var har hadde blir ble vert vart blei bes ber bad ba bed får fikk fekk
    gis gir gjev gav ga viser syner legger legg la settes sett stilles stiller tildeles tildeler
    forutsetter føreset forventer ventar venter utgår utgjeng gjelder gjeld skjer følger følgjer
    kommer kjem ønsker ønskjer trengs trengst dekkes finansieres omfatter inngår foreligger ligger
    ligg bygger byggjer bidrar bidreg deltar deltek leverer sender rapporterer held holder løper
    trer trår disponerer anser mener meiner tar tek går gjør gjer finnes finst står mangler manglar
    trenger treng opplever oppgir sier seier utgjør utgjer varierer etterspør krever krev medfører
    kom oppstod oppsto medførte viste gjorde sluttet trådte spør vokser veks øker aukar synker søkk
    steg stiger foreslår føreslår anbefaler understreker bekrefter erfarer avhenger mister tilbyr
    mottar mottek foregår fungerer gjenstår innebærer inneber påvirker tilsier tilsvarer
    virker verkar rammer råkar bekymrer opplyste meldte pekte foreslo
    vurderer bor bur skyldes skuldast orienterte leverte vedtok fell faller
    """.split()  # noqa: SIM905 -- a list of words reads better in running lines
)

# What a task begins with that is told in the infinitive: "Utarbeide en plan for ...".
INFINITIVES = frozenset(
    """
    ansette anskaffe anslå anvende arbeide arrangere auke avgi avgje avgrense avhjelpe avholde
    avklare avlaste avlegge avsette avslutte avtale avvikle behandle bekjempe bekrefte belyse
    benytte beregne beskrive beskytte bestemme bestille bestå besvare besøke betale bevare bidra
    binde bistå bringe bruke bygge byggje danne dekke dekkje dele delta digitalisere dokumentere
    dra drifte drive drøfte effektivisere endre erstatte etablere ettergå etterprøve etterspørre
    evaluere fange fastlegge fastsette fastslå ferdigstille finansiere finne fjerne flytte
    forankre forbedre forberede forbygge fordele forebygge forelegge forenkle foreslå foreta
    forhandle forklare forlenge formidle forsere forsikre forske forsterke forstå forsyne
    forutse forvalte framlegge framskaffe framstille fremje fremlegge fremme fremsette
    fremskaffe fremstille frigi fullføre fylgje følge følgje føre førebu førebyggje føreslå gi
    gje gjenbruke gjennomføre gjennomgå gjenopprette gjenoppta gjere gjøre godkjenne granske
    greie gripe grunngi gå ha halde handle hemme hente heve hindre hjelpe holde identifisere
    innarbeide innføre inngå innhente innkalle innlede innrette instruere invitere ivareta
    iverksetje iverksette kalle kartlegge kartleggje kjøpe klargjøre klarlegge klarleggje kome
    koordinere kople kreve krevje kunngjøre kutte kvalitetssikre la lage lansere lede legge
    leggje leie lete levere lukke lykkes lyse lære løse løyse medverke medvirke melde merke
    minske modernisere motta motvirke måle møte nedsette nytte nå omarbeide omfordele
    omorganisere omstille opne oppdatere opplyse oppnå opprette opprettholde oppsummere oppsøke
    opptre ordne organisere overføre overta overvåke peke planlegge planleggje prioritere
    produsere prøve publisere påse påvirke rapportere redegjøre redusere registrere reise
    rekruttere reparere rette revidere ruste rydde røkje røkte samarbeide samkjøre samle
    sammenligne sammenlikne sammenstille samordne se sende senke sentralisere setje sette sikre
    sjekke sjå skaffe skape skilje skille skje skrive sluttføre slå spare spre stanse starte
    stenge stille stimulere styrke styrkje stå støtte svare syne synliggjøre søke søkje ta tegne
    telle teste tette tilby tildele tilføre tilpasse tilrettelegge tilrå tilse trappe trekke
    trekkje tydeliggjøre tømme understøtte undersøke undersøkje utarbeida utarbeide utbedre
    utbetale utfase utforme utforske utføre utgi utgreie utlyse utnytte utpeke utrede utveksle
    utvide utvikle utøve varsle vedlikehalde vedlikeholde vedta veilede vektlegge velge velje
    vere verne vidareføre vidareutvikle videreformidle videreføre videreutvikle vise vurdere
    være yte ytre åpne øke øve
    avdekke bemanne dempe dykke forhindre framskynde fremskynde grave igangsetje igangsette
    innsnevre klargjere koble korte likestille likestilla lytte løfte male mobilisere nedlegge
    nedleggje overvake påbegynne påpeke rådføre samhandle sammenfatte skrinlegge spisse takle
    teikne tolke trykke trykkje undervise utsetje utsette utstede vaske vege veie
    """.split()  # noqa: SIM905 -- a list of words reads better in running lines
)

# Says that there are none: "Det gis ingen særskilte oppdrag på dette området".
GIVES_NONE = re.compile(
    r"\b(?:ingen|ikke|ikkje|inga)\b.{0,40}\b(?:oppdrag|bestilling)", re.IGNORECASE
)

# Said of an assignment that is no more to be carried out: "Oppdraget er levert".
IS_DONE = re.compile(
    r"""
    \b(?:oppdraget|arbeidet|det|utredningen|utgreiinga|rapporten|evalueringen|evalueringa)[ ]
    (?:er|ble|vart|blei)[ ](?:nå[ ]|no[ ]|dermed[ ])?
    (?:levert|avslutta|avsluttet|fullført|utført|ferdig(?:stilt)?)\b
    """,
    re.IGNORECASE | re.VERBOSE,
)

# What ends like an infinitive in "-ere" and is none.
NO_INFINITIVES = frozenset(
    """
    arbeidsgivere arbeidsgjevere bedre brukere bønder deltakere eldre eiere enklere etterforskere
    fagarbeidere flere fleire forskere færre høyere høgare innbyggere innvandrere kortere ledere
    lengre lærere mindre nyere pasienter raskere sikrere skarpere statsforvaltere sterkere større
    søkere takere tidligere tryggere tydeligere veiledere videre yngre ytere
    """.split()  # noqa: SIM905 -- a list of words reads better in running lines
)

# What follows an infinitive, and no adjective or noun in "-e".
AFTER_INFINITIVES = frozenset(
    """
    en ei et eit ein den det de dei alle hver kvar hvert kvart sin sitt sine seg ny nye nytt noen
    hvilke kva hva hvordan korleis når hvor kor opp ut fram frem ned inn forslag
    """.split()  # noqa: SIM905 -- a list of words reads better in running lines
)

# What begins a title and ends like an infinitive.
ADJECTIVES = frozenset(
    """
    aktuelle alle andre digitale enkle egne eigne faste felles gode lokale mange nasjonale neste
    nye regionale samiske samlede særskilte statlige viktige økte
    """.split()  # noqa: SIM905 -- a list of words reads better in running lines
)

# A paragraph about an assignment given before, by what it is about: "Oppdraget om X utgår".
TAKES_BACK = re.compile(
    rf"""
    (?:oppdraget|bestillingen|bestillinga)[ ](?:om|med|på)[ ]
    (?:[^.;:]|{INNER_STOP}){{2,200}}? {GOES.pattern}
    """,
    re.IGNORECASE | re.VERBOSE,
)
# A sentence over a table with one of these speaks of assignments given earlier, or of others.
OF_GIVEN = re.compile(
    r"\bavslutt|\butført|\bfullført|\brapporter(?:t|te)\b|\bgjennomført|\bløyving|\bbevilgning|"
    r"\bfullmakt|\bmål\b|\bmåla\b|\bmålene\b|styringsparamet",
    re.IGNORECASE,
)

# Said of all assignments together: "Oppdragene skal løses innenfor rammen".
OF_THEM_ALL = re.compile(
    rf"""
    \b(?:oppdragene|oppdraga|alle[ ]oppdrag|(?:alle[ ])?leveransene|(?:alle[ ])?leveransane)\b
    # What may come later: "Det kan bli aktuelt å gi flere oppdrag", "Nye oppdrag vil bli gitt".
    | ^det[ ](?:kan|vil[ ]kunne)[ ]bli[ ]aktuelt[ ]å[ ]gi[ ](?:flere|fleire|nye)\b
    | ^(?:(?:flere|fleire|nye|andre|ytterligere|ytterlegare)[ ])+oppdrag[ ](?:kan|vil|blir|vert)\b
    # What the heading is over, and what an earlier letter gave: "I dette kapittelet".
    | ^(?:i[ ])?dett?e[ ](?:kapit\w+|avsnitt\w*|punkt\w*)\b
    # How it is reported on them: "Vi ber også om at avvik".
    | ^(?:departementet|vi)[ ](?:ber|bed)(?:[ ](?:{_MORE}|også|òg))?[ ]om[ ]at[ ]
      (?:avvik|rapportering(?:en|a))\b
    # "Oppdrag fra tidligere år"
    | ^oppdrag[ ](?:fra|frå|gitt[ ]i|gjevne[ ]i|gjeve[ ]i)[ ]
      (?:tidligere|tidlegare|tildelingsbrev|20\d\d)
    """,
    re.IGNORECASE | re.VERBOSE,
)

# What a paragraph begins with that speaks of several assignments.
OF_ALL_FIRST = re.compile(r"(?:oppdragene|oppdraga|alle oppdrag(?:ene|a)?)\b", re.IGNORECASE)

# Infinitives that are adjectives too: "Opne data" is a title, "Opne ei ny side" is not.
ALSO_ADJECTIVES = frozenset(("åpne", "opne", "rette", "sikre"))
