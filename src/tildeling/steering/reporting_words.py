"""Words by which a letter tells its recipient to report, in bokmål and nynorsk.

All are sought in small letters, on one line with single spaces.
"""

from __future__ import annotations

import re

from tildeling.find.patterns import any_of

# One of them stands in each sentence that names a report; looked for before any pattern.
SIGNS = (
    *("rapport", "årsmelding", "årsberet", "redegjø", "rede for", "greie for"),
    *("tertialmelding", "årlig meld", "årlig\nmeld", "årleg meld", "årleg\nmeld"),
)

# ---------------------------------------------------------------------- what is told

_ENDING = r"(?:e|es|ast|er|ar)?\b"
_SAY = (
    *("omtal", "beskriv", "beskrev", "forklar", "vurder", "kommenter", "dokumenter", "opplys"),
    *("skildr", "orienter", "informer", "varsl", "underrett", "meld", "tilbakemeld", "analyser"),
    *("oppsummer", "begrunn", "grunngi", "grunngje", "tallfest", "talfest", "spesifiser"),
    *("inkluder", "presenter", "belys", "drøft", "kvantifiser", "illustrer", "konkretiser"),
)
_TOLD = (
    *("status", "vurdering", "oversikt", "oversyn", "omtale", "beskjed", "framstilling"),
    *("redegjørelse", "utgreiing", "rapport", "prognose", "orientering", "tilbakemelding"),
    *("kommentar", "opplysning", "opplysninger", "opplysningar", "informasjon", "beskrivelse"),
    *(
        "melding",
        "varsel",
        "omtala",
        "oppsummering",
        "analyse",
        "skildring",
        "statistikk",
        "rapportering",
    ),
)
# Pieces of patterns, whose spaces are `[ ]`: they stand in verbose patterns and in others.
REDE = r"redegj(?:ør|ort|er)|\bgj(?:ør|er|ort)\w*[ ](?:\w+[ ]){0,3}?(?:rede|greie)\b"
# "rapportere", "redegjøre for", "omtales", "bli vurdert"
_REPORTED = rf"""
    \brapporter(?:e|es|ast|er|ar|ing\w*)?\b
    | {REDE}
    | \b(?:{"|".join(_SAY)}){_ENDING}
    | \b(?:bli|være|vere)[ ](?:\w+[ ]){{0,2}}?(?:rapporter|{"|".join(_SAY)})(?:t|te|a)\b
"""
# "synliggjøres", "inneholde", "framgå", "gå fram", "vise"
_MADE_VISIBLE = r"""
    \bsynl[ie]gg?j | \bsynleggj | \binneh[oa]lde?r?\b | \binneheld\b | \bomfatt | \bfr[ae]mgå
    | \b(?:gå[rs]?|kom+er?|kjem)[ ](?:\w+[ ]){0,2}fr[ae]m\b
    | \bfr[ae]mkomm | \boppgi | \boppgje | \bvise[sr]?\b | \bvisast\b
"""
# What goes into a report: "inngår i årsrapporten", "ha med", "er tilstrekkelig med".
_TAKEN_IN = r"""
    \binngår?\b | \bgå[ ]inn[ ]i\b | \bta(?:s|kast)?[ ](?:inn|med)\b | \bha[ ]med\b
    | \btilstrekkelig[ ]med\b
"""
# "si fra", "holde departementet orientert"
_WARNED = r"""
    \bsi(?:er)?[ ](?:klart[ ])?fra\b | \bsei(?:e|er)?[ ]frå\b
    | \bh[oa]ld(?:e|es|ast|er)[ ](?:\w+[ ]){0,3}?(?:orientert|informert|underrettet|oppdatert)\b
"""
# "en vurdering", "statusrapporten", and the same with what is done with it: "gi en vurdering av",
# "oversikt over saker skal gis".
_AN_ACCOUNT = rf"\b\w*{any_of(_TOLD)}(?:en|a|et|er|ar|ene)?\b"
_ACCOUNT_IS_GIVEN = rf"{_AN_ACCOUNT}[^.;:]{{0,80}}?\b(?:gis|gjevast)\b"
_ACCOUNT_GIVEN = (
    r"\b(?:gi|gis|gir|gje|gjev|gjevast|få|legges?|be[rds])[ ][^.;:]{0,60}?"
    rf"{_AN_ACCOUNT}|{_ACCOUNT_IS_GIVEN}"
)
# Reporting, or what a report is to say.
TELLING = re.compile(
    "|".join((_REPORTED, _MADE_VISIBLE, _TAKEN_IN, _WARNED, _ACCOUNT_GIVEN)), re.VERBOSE
)
# Reporting in words that mean nothing else, as is told under a heading of another matter.
REPORTS = re.compile(
    rf"""
    \brapporter(?:e|es|ast|er|ar)\b
    | {REDE}
    | \b(?:inn|tilbake)?meld(?:e|es|ast)\b
    | \b(?:orienter|informer|varsl|underrett)(?:e|es|ast)\b
    # "si klart fra", "seie frå"
    | \bsi(?:er)?[ ](?:klart[ ])?fra\b | \bsei(?:e|er)?[ ]frå\b
    # "holde departementet orientert"
    | \bh[oa]ld(?:e|es|ast|er)[ ](?:\w+[ ]){{0,3}}?(?:orientert|informert)\b
    # "gi departementet en vurdering", "ber direktoratet om en oversikt"
    | \b(?:gi|gis|gir|gje|gjev|gjevast|få|be[rds][ ](?:\w+[ ]){{0,2}}?om)[ ][^.;:]{{0,60}}?
      {_AN_ACCOUNT}
    | {_ACCOUNT_IS_GIVEN}
    """,
    re.VERBOSE,
)
# What is told by a day under a heading of another matter: not what others are informed of.
TO_MINISTRY = re.compile(
    r"departement|\brapporter(?:e|es|ast|er|ar)\b|"
    rf"{REDE}|\b(?:inn|tilbake)?meld(?:e|es|ast)\b|\b(?:gi|gis|gir|gje|gjev|gjevast|få|be[rds])\b"
)
# What a report says, which makes more of a sentence than how it is made.
SAYS = re.compile(
    rf"{REDE}|\bomtal|\bforklar|\bvurder(?:e|es|ast|er)?\b|\binneh[oa]ld|\bbeskriv|\bstatus\b|\bprognose|"
    r"\bdokumenter|\bkommenter|\brapporter\w* (?:om|på|i \w*rapport)"
)
# What a report is to have in it.
HAS = re.compile(r"\b(?:skal|må|bør) (?:\w+ ){0,2}?ha (?:med )?(?:en|ein|ei|et|eit)\b")

_SEND = (
    *("send", "oversend", "innsend", "tilsend", "lever", "overlever", "innlever", "avlever"),
    *("avgi", "avgje"),
)
# Handing over.
HANDED_OVER = re.compile(
    rf"""
    \b(?:{"|".join(_SEND)})(?:e|es|er|ast|s|r|t)?\b
    # "avlegge", "framlegges"
    | \b(?:av|fram|frem|fore|føre)legg(?:e|es|er|jast|ast)\b
    # "være departementet i hende", "foreligge"
    | \bi[ ]hende\b | \bforeligge | \bføreligg
    # "legge rapporten fram", "legge ved", "ligge føre"
    | \blegg(?:e|es|er|je|jast|ast)?[ ](?:\w+[ ]){{0,4}}?(?:fr[ae]m|ved|føre)\b
    | \bligg(?:e|je)[ ]føre\b
    # "være i departementet innen 1. mars"
    | \b(?:være|vere)[ ](?:i|hos)[ ]\w*departementet
    | \bfrist
    # "utarbeide en årlig rapport"
    | \b(?:utarbeide[st]?|utarbeidast|lages?|lagast|skrive[st]?|skrivast)[ ]
      (?:\w+[ ]){{0,4}}?\w*rapport
    """,
    re.VERBOSE,
)
# Handed over to others than the ministry.
TO_OTHERS = re.compile(
    r"\b(?:send|lever|meld|oversend)\w* (?:\w+ ){0,6}?til (?:hver|kvar|alle|den enkelte|dei|de som|"
    r"kommun|\w*mottak|søk|foretak|organisasjon|kunde|bruker|brukar|statsforvalt|fylkes)"
)
THING_OF_ITS_OWN = re.compile(
    r"\b(?:eget|eige|egen|eigen|særskilt|særskild|separat|egne|eigne) (?:\w+ )?"
    r"(?:brev|rapport|notat|oversikt|oversyn|vedlegg|dokument|melding|redegjørelse|\w*skjema)"
)

# ---------------------------------------------------------------------- whether it is told

STRICT = re.compile(
    r"\b(?:skal|må|bes|ber|bed|bør|forventes|forventast|forventer|ventar|ventes|ventast|"
    r"ønsker|ønskjer|ønskes)\b"
)
# That something is told to be done.
DIRECTIVE = re.compile(
    rf"""
    {STRICT.pattern}
    | \b(?:
        forutsetter | føreset | forutsettes | plikter
        # "fristen for", "årsrapportfristen er", "med frist"
        | frist(?:en|ane|ene|er|ar)?[ ](?:for|til|er) | \w*fristen[ ]er | (?:har|med|til)[ ]frist
        # "har ansvar for å", "det er tilstrekkelig å"
        | har[ ]ansvar | tilstrekkelig
        # "krav om", "kreves", "er pliktig til"
        | krav[ ](?:om|til) | krever | krev | kreves | krevst
        | pliktig | forpliktet | plikt[ ]til
        | legger[ ]til[ ]grunn | legg[ ]til[ ]grunn | vil[ ]ha | trenger | treng
      )\b
    # The passive: "rapporteres", "oversendast"
    | \b(?:
        rapporter|omtal|lever|oversend|innlever|avlever|forklar|vurder|kommenter|beskriv
        | dokumenter|presenter|orienter|informer|inkluder|innarbeid|skildr|opplys|send|meld|vis
        | framlegg|synliggjør|redegjør|gjer|avlegg|legg|legg?j|tak|oppgjev|avgjev|gjev
      )(?:es|ast)\b
    | \b(?:redegjøres|synliggjøres|gjøres|gis|avgis|tas|oppgis|skjer)\b
    # "inngår i årsrapporten"
    | \binngår[ ](?:\w+[ ]){{0,2}}?i[ ](?:\w+[ ])?\w*rapport
    """,
    re.VERBOSE,
)
# The same in the present, of the recipient: "NVE rapporterer i årsrapporten".
PRESENT = re.compile(
    r"(?:(?!\w*rapport)\w+ ){1,3}?(?:rapporterer|rapporterar|redegjør|sender|"
    r"leverer|oversender|melder|omtaler|gir|gjev|avlegger|avgir|avgjev|utarbeider|"
    r"gjør rede|gjer greie)\b"
)
# What a dialogue or a report consists of, or builds on: "Styringsdialogen består av".
_IS_PART_OF = r"""
    består[ ](?:av|i)
    | omfatter[ ](?:tildelingsbrev|etatsstyring|årsrapport)
    | er[ ](?:tema|grunnlag\w*|utgangspunkt\w*|basert|eit[ ]grunnlag|et[ ]grunnlag)
"""
# What is done with a report once it is there: "Rapportene vil bli brukt i arbeidet med".
_IS_USED = r"""
    (?:vil|kan)[ ](?:bli[ ])?
      (?:bruke[st]?|brukast|danne|gjennomgås|drøftes|drøftast|diskuteres|behandles|følges[ ]opp)
    | danner[ ]grunnlag
    | bygger[ ]på | byggjer[ ]på
"""
# "skal ikke rapporteres særskilt", "trenger ikke", "ikke nødvendig å"
_NEED_NOT = r"""
    (?:skal|må)[ ](?:det[ ])?(?:ikke|ikkje)[ ](?:\w+[ ])?(?:rapporter|send|lever|omtal)\w*
    | (?:trenger|treng|behøver|behøv)[ ](?:\w+[ ])?ikk?j?e
    | ikk?j?e[ ](?:nødvendig|naudsynt)
"""
# "må ses i sammenheng med"
_IS_READ_WITH = r"(?:skal|må)[ ](?:leses|lesast|ses|sees|sjåast)[ ]i?"
# "Andel rapporter levert i tide skal øke"
_IS_A_TARGET = (
    r"^(?:andel|antall|tal(?:et)?[ ]på)\w*[ ][^.;:]*"
    r"\bskal[ ](?:øke|auke|være|vere|reduser|bli|minst)"
)
_IS_DONE_BY = r"\b(?:send|rapporter|lever)(?:es|ast)[ ](?:ut[ ])?av\b"
# "Rapporteringskravene er samlet i vedlegg 2", without a verb that asks.
_STANDS_ELSEWHERE = r"""
    ^(?!.*\b(?:skal|må|bør|bes|ber|bed)\b)
    [^,;:]*\b(?:er|blir|vert)[ ](?:nærmere[ ]|nærare[ ])?
    (?:
        saml|oppsummer|list|opplist|gjengi|gjengje|angi|spesifiser|gitt|gjev|vist|omtal
        | beskr[ei]v
    )\w*
    [ ](?:opp[ ])?(?:i|på|under)[ ](?:\w+[ ]){0,2}?
    (?:vedlegg|tabell|kapit|kap\.|kalender|punkt|pkt|avsnitt)
"""
# "Det er ikke lenger krav om"
_IS_NO_MORE_ASKED = (
    r"\b(?:er|var|ble|vart|blei)[ ](?:det[ ])?(?:ikke[ ]|ikkje[ ])?(?:lenger[ ]|lengre[ ])?krav\b"
)
# What speaks of reports and asks for none.
NOT_TOLD = re.compile(
    rf"""
    \b(?:{_IS_PART_OF}|{_IS_USED}|{_NEED_NOT}|{_IS_READ_WITH})\b
    | {_IS_A_TARGET}
    | \btil[ ]statsre(?:gn|kne)skapet\b
    # "Det skal legges vekt på"
    | ^det[ ](?:skal|må|bør)[ ](?:legges|leggjast)\b
    | {_IS_DONE_BY}
    | {_STANDS_ELSEWHERE}
    | ^(?:dagsorden|saksliste|sakliste|innkalling|referat)
    | {_IS_NO_MORE_ASKED}
    """,
    re.VERBOSE,
)
# The same, unless it goes on to ask for something.
VIEWS = re.compile(r"\b(?:viser til|vis(?:es|ast) til|syner til)\b")
# What the ministry does itself.
MINISTRY_ACTS = re.compile(
    r"""
    (?:\w*departementet|vi|regjeringen|regjeringa|riksrevisjonen|stortinget)[ ]
    (?:
        vil|skal|kan|har|tar|tek|kommer|kjem|gir|gjev|sender|innkaller|innkallar|kaller|kallar
        | går|følger|følgjer|bruker|brukar|melder|orienterer|oversender|rapporterer|rapporterar
        # "legger fram"; not "legger til grunn"
        | legg(?:er)?(?![ ]til[ ]grunn)
    )\b
    # It asks all the same: "vil ha", "skal informeres", "kan be om"
    (?![ ](?:\w+[ ])?
        (?:ha|be|få|motta|orienteres|orienterast|informeres|varsles|holdes|haldast)\b
    )
    """,
    re.VERBOSE,
)
# What a letter about a grant calls its recipient.
GRANT_RECIPIENTS = frozenset(
    {
        "mottaker",
        "mottakar",
        "mottakeren",
        "tilskuddsmottaker",
        "tilskotsmottakar",
        "tilskottsmottakar",
    }
)
# The subject of a common requirement: the recipient is one of them.
ALL_BODIES = re.compile(
    r"(?:alle |samtlige |samtlege )?(?:statlige |statlege |underliggende |underliggande )?"
    r"(?:virksomhet(?:er|ene)|verksemd(?:er|ene)|etat(?:er|ane|ene))\b"
)
# Before what a report is about: "gjøre rede for, og for om målet er nådd".
WHAT_IS_TOLD = re.compile(
    r"\b(?:om|hvordan|korleis|hvor|kor|hvilke[nt]?|kva|hva)\b|\brede for\b|\bgreie for\b"
)
# How or by which way a report is made.
HOW = re.compile(
    r"""
    # "følge malen", "i tråd med", "bygges opp"
    \bfølg(?:e|er|je|jer|jast|es)\b
    | \bi[ ](?:tråd|samsvar|henhold)[ ]
    | \bbygg(?:es|jast|e)[ ]opp\b
    # "ha seks deler", "delt inn i"
    | \butform | \bstrukturer | \binndel | \bdisposisjon
    | \bha[ ](?:seks|fem|\d)[ ]del | \bdelt[ ]i
    # By which way it comes
    | \bpostmottak | \be-post | \belektronisk | \bfastsatt[ ]skjema | \bmal(?:en)?\b
    # "være kort og konsis", "ikke overstige 40 sider"
    | \b(?:være|vere|haldast|holdes|gjøres|er)[ ](?:kort|kompakt|konsis|lett|balanser|nøktern)
    | \b(?:ikke|ikkje)[ ](?:være|vere)[ ]
    | \b(?:ikke|ikkje)[ ](?:gjenta|overstige|vente)
    | \bkopi\b | \bsider\b | \bsidar\b
    | \bskrives | \bskrivast | \bsigner | \bundertegn
    | \bpubliser | \boffentliggj | \boffentleggj
    # "i Word format"
    | \bi[ ]\w+[ ]format
    # "det skal legges vekt på", "vesentlighet"
    | \bvesentlighet | \b(?:legges|leggjast)[ ](?:\w+[ ])?vekt | \bvektlegg
    """,
    re.VERBOSE,
)
# Of the report that was named before: "Den skal vise", "I del III skal etaten omtale".
REFERS_BACK = re.compile(
    r"^(?:den|de|dei|han|ho|denne|disse|desse|her)\b|\b(?:i|under) del (?:[ivx]+|\d)\b|"
    r"\brapport(?:en|ane|ene)\b(?! (?:for|per|pr|om|etter|fra|frå)\b)"
)
# That a list follows.
CARRIES_ON = re.compile(r"\b(?:følgende|følgjande|disse|desse|nedenfor|nedanfor|under|punkt)")

# ---------------------------------------------------------------------- headings and labels

# What stands before the word: "Krav til årlig rapportering", "Styring, dialog og rapportering".
_BEFORE = r"""(?:
    (?:krav|føringer|føringar)[ ](?:til|om|for)[ ]
    | (?:
        årlig|årleg|løpende|ordinær|særskilt|særskild|særskilte|annen|anna|øvrig|nærmere[ ]om
        | generell|generelle|felles
      )[ ]
    | (?:styring|dialog|mål|oppfølging|kontroll|evaluering|risikostyring|møter),?[ ](?:og[ ])?
)*"""
# A heading whose text says what is to be reported.
REPORTING_HEADING = re.compile(
    rf"""
    {_BEFORE}
    (?:
        # "Resultatrapportering", "Rapporteringskrav", "Rapporteringspunkter"
        \w*rapportering(?:en|a|ar|er)?(?:s?krav\w*|s?punkt\w*|s?plikt\w*|stema\w*)?
        | rapport(?:er|ar|krav|ane|ene)?
        | \w*resultatoppfølging\w*
    )\b
    """,
    re.VERBOSE,
)
# The same with another word first: "Styring, dialog og rapportering".
ALSO_REPORTING = re.compile(
    r"(?: og|,|/) (?:\w+ ){0,2}(?:rapportering(?:a|en)?(?:s?krav)?|resultatrapportering|"
    r"resultatoppfølging|rapportar|rapporter)\b"
)
# A heading under which reporting is told beside meetings.
DIALOGUE_HEADING = re.compile(
    r"(?:\w*styringsdialog\w*|etatsstyring\w*|oppfølging(?:en|a)?|styring og (?:dialog|oppfølging)|"
    r"\w*kalender\w*|dialog\w*)\b(?! av\b)"
)
# One of them stands in each such heading.
HEADING_SIGNS = (
    *("rapport", "dialog", "styring", "oppfølging", "kalender", "årsmelding", "årsberet"),
    *("årlig", "årleg"),
)
# A label over or before what is to be reported.
REPORTING_LABEL = re.compile(
    r"(?:\w*rapportering(?:en|a|skrav|spunkt(?:er)?)?|rapporter(?:es|ast)(?: i)?|"
    r"rapportering(?: og |/)leveranser?|krav (?:til|om) rapportering)(?: til \w+)?\s*(?::|$)\s*"
)
SECTION_NUMBER = re.compile(
    r"(?:(?:del|kap\.?|kapittel|vedlegg) )?(?:\d[\d.]*|[ivx]+|[a-z])[.):]?[\s–:-]+(?=\w)"
)
# What a list item begins with that the page sets too near its words to be a marker.
LIST_MARKER = re.compile(r"(?:(?:[a-zæøå]|\d{1,2})\)|[–•*·o-])\s+")
# What an item ends in that only leads into items of its own.
LEADS_ON = re.compile(r":$|\b(?:av|om|på|for|herunder|inkludert|blant annet|mellom anna)$")
# The heading of a column of what is to be reported.
REQUIREMENTS_HEAD = re.compile(
    r"(?:rapporterings?(?:krav|punkt(?:er|a)?)|krav (?:til|om) rapportering(?:en|a)?|"
    r"(?:hva|kva) (?:som )?(?:det )?skal (?:rapporteres|rapporterast)(?: på| om)?)"
)
# In a row's words, where no day is due: "Virksomhetsrapport 30. april".
REPORT_AS_OF = re.compile(r"rapport (?=(?:30|31)\.)")
# What a row begins with that is a form to hand in: "Skjema for kliniske studiar".
FORM = re.compile(r"(?:\w+ )?\w*skjema(?:et|a)? (?:for|om|med|til)\b")
# A line that says only when: "Rapporteringsfrist: 1. mars".
DUE_LABEL = re.compile(r"(?:rapporterings|svar|leverings|tids)?frist(?:en|er|ar)?\b[^:]{0,12}:")
# What a sentence speaks of that leads into a calendar in lines.
OF_DAYS = re.compile(r"\bfrist|\bdato|\btidspunkt|kalender|\bmøte")
# What a sentence begins with that says only when the report before it is due.
ONLY_WHEN = re.compile(
    r"""
    (?:rapporterings|leverings)?frist(?:en|ene|ane|ar|er)?
    # "for innsending", "for dette"
    (?:[ ]for[ ](?:
        dette
        | rapportering(?:en|a)?
        | inn(?:levering|sending)(?:en|a)?
        | levering(?:en|a)?
        | oversendelse(?:n)?
        | oversending(?:a)?
    ))?
    [ ](?:er|blir|vert|settes|setjast)\b
    """,
    re.VERBOSE,
)
MEETING = re.compile(
    r"møte(?:t|r|ne|a|ene)?\b|\bkonferanse|\bseminar|\bsamling\b|\bsamtale[rn]?\b|\bfagdag"
)
# The six parts that every annual report has.
PART_OF_REPORT = re.compile(
    r"""
    (?:del[ ])?(?:[ivx]+|\d)?[.:)\s–-]*
    (?:
        leders?[ ](?:beretning|beretting|innledning) | leiars?[ ] | leiarens[ ]
        | introduksjon[ ]til[ ](?:virksomheten|verksemda)
        | årets[ ](?:aktiviteter|aktivitetar)
        | styring[ ]og[ ]kontroll
        | vurdering[ ]av[ ](?:fr[ae]mtid|framtid)sutsikt
        | årsregnskap\.?$ | årsrekneskap\.?$
    )
    """,
    re.VERBOSE,
)
