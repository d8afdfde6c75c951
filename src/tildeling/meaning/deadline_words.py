"""Words by which a date is a deadline or none, in bokmål and nynorsk."""

from __future__ import annotations

import re

from tildeling.any_case import AnyCase
from tildeling.find.date_words import (
    FIRST_TIME,
    LENGTHS_OF_TIME,
    NUMBER_WORDS,
    RECURRENCES,
    STATUS_WORDS,
)
from tildeling.find.patterns import any_of
from tildeling.meaning.amending_words import INNER_STOP
from tildeling.meaning.documents import DOCUMENTS

# ---------------------------------------------------------------------- who is bound

# Bodies that are not the recipient, as a sentence's subject.
OTHERS = (
    *("alle medlemsland", "medlemslandene", "medlemslanda", "medlemsstatene", "medlemsstatane"),
    *("fylkeskommunene", "fylkeskommunane", "kommunene", "kommunane", "kommuner", "kommunar"),
    *("fylkesmennene", "fylkesmennane", "fylkesmannen", "partene", "partane"),
    *("statsforvalterne", "statsforvaltarane", "statsforvalteren", "statsforvaltaren"),
    *("organisasjonene", "organisasjonane", "frivillige organisasjoner", "søkerne", "søkjarane"),
    *("helseforetakene", "helseføretaka", "de regionale helseforetakene"),
    *("dei regionale helseføretaka", "universitetene", "universiteta", "høyskolene", "høgskulane"),
    *("institusjonene", "institusjonane", "virksomhetene", "verksemdene", "tilbyderne"),
    *("tilskuddsmottakerne", "tilskuddsmottakere", "tilskotsmottakarane", "tilskotsmottakarar"),
    *("alle virksomheter", "alle verksemder", "statlige virksomheter", "statlege verksemder"),
    *("mottakerne", "mottakarane", "leverandørene", "leverandørane", "sametinget"),
    *("ekspertutvalget", "ekspertutvalet", "ekspertgruppen", "ekspertgruppa"),
    *("kommisjonen", "eu-kommisjonen", "europakommisjonen", "domstolene", "domstolane"),
)
# What the government or the EU puts forward, as a sentence's subject or what is told of.
OF_GOVERNMENT = r"""(?:
    (?:stortings)?melding(?:en|a)(?:[ ]til[ ]stortinget)?
    | (?:lov)?proposisjon(?:en)? | lovforslag(?:et)? | lovframlegg(?:et)?
    | forordning(?:en|a)? | direktiv(?:et)? | rammedirektiv(?:et)?
    | (?:stats|nasjonal)budsjett(?:et)? | revidert[ ]nasjonalbudsjett
)"""
GOVERNMENT = (
    *("departementet", "regjeringen", "regjeringa", "stortinget", "finansdepartementet"),
    *("riksrevisjonen", "statsråden"),
)
# As a calendar's column of who is to act names them.
MINISTRIES_IN_SHORT = (
    *("AD", "AID", "ASD", "BFD", "BLD", "DFD", "ED", "FAD", "FD", "FIN", "FKD", "HOD", "JD"),
    *("KD", "KDD", "KLD", "KMD", "KRD", "KUD", "LMD", "MD", "NFD", "NHD", "OED", "SD", "SMK", "UD"),
)

_THE_GOVERNMENT = any_of(GOVERNMENT)
# What a ministry does of its own: "vedtok", "vil", "planlegger".
_DOES = r"""
    (?:
        vedtok | vedtar | vedtek | ba | bad | avgir | avgjev | innkaller | innkallar
        | kaller | kallar | vil | har | kommer | kjem | legger | legg | skal | må
        | planlegger | planlegg | sender | sendte | sende | tar | tek | regner | reknar
    )
    # What the ministry is to get, or takes for granted, somebody hands in: "skal ha", "vil få".
    (?! \s+(?:(?:også|òg|derfor|difor)[ ])? (?:
        be | ha | få | til[ ]grunn | satt | sett | bedt | bede | bedd | motta
        | orienteres | orienterast | informeres | informerast | varsles | varslast
        | underrettes | holdes[ ]orientert | haldast[ ]orientert
    )\b (?!.*\bmøte) )  # but it holds meetings: "vil ha møte"
"""
_WE_PLAN = r"""(?:
    (?:tar|tek)[ ]sikte[ ]på | planlegger | planlegg | regner[ ]med | reknar[ ]med
    | kommer[ ]tilbake | kjem[ ]tilbake
    | vil[ ](?!(?:gjerne[ ])?(?:ha|få|se|sjå)\b)  # not "Vi vil gjerne ha"
)"""
# Who does something for pay or on application: "Utleigaren skal gjere lokala klare". A guide
# ("veilederen") that is to be there is a thing.
_AGENT = r"""
    (?!\w*(?:
        direktør|leder|leiar|rektor|veileder|rettleiar|kalender|indikator|motor|faktor
    ))
    [A-ZÆØÅa-zæøå]{3,}
    (?:aren|arane|eren|erne|øren|ørane|ørene|anten|antane|antene|enten|entane|entene)
"""
# The letter that is changed: "tildelingsbrevet", "tillegg".
_EARLIER_LETTER = r"(?:tildelings?brevet|brevet|tillegg)"
# A goal has a day too, and binds nobody: "Målet er at ... innen 2030".
_GOAL = r"(?:mål(?:et|setting(?:en|a)?)?|ambisjon(?:en)?)"
# A sentence whose date binds somebody else, or is a goal of the government's own.
NOT_BINDING = AnyCase(
    rf"""(?x)
    # "Regjeringen planlegger", "Departementet på si side vil"
    ^(?:{_THE_GOVERNMENT})\s+(?:på[ ]si[ ]side\s+)?{_DOES}\b
    | ^vi[ ]{_WE_PLAN}
    # What the ministry sends itself: "Tildelingsbrevet for 2021 sendes før jul".
    | ^(?:det[ ])? (?:endel[ie]ge?[ ]|foreløpige?[ ]|førebelse?[ ]|nye?[ ])*
        (?:tildelings?brev(?:et)?|revidert[ ]nasjonalbudsjett|statsbudsjett(?:et)?)
        (?:[ ](?:for|til|i)[ ]\S+){{0,2}}
        [ ](?:
            sendes | sendast | sendest | blir | vert | vil | kommer | kjem | oversendes
            | publiseres | foreligger | ligg(?:er)?[ ]føre | legges
        )\b
    # What it answers: "Departementet gir tilbakemelding på årsrapporten innen 15. april".
    | ^{_THE_GOVERNMENT}[ ](?:gir|gjev)[ ] (?:\S+[ ]){{0,2}}?
        (?:tilbakemelding(?:er|ar)?|svar|merknad(?:er|ar)?|orientering)\b
    # What is the government's: "Regjeringens lovforslag skal legges fram".
    | ^(?:regjeringens[ ]|regjeringas[ ])? {OF_GOVERNMENT}
        [ ](?:skal|vil|blir|vert|legges|leggjast|er|ventes|forventes|kommer|kjem|må)\b
    # A strategy is the recipient's own where it is not said to be the government's.
    | ^regjering(?:ens|as|en[ ]sin|a[ ]sin)[ ] (?:nye?[ ])? \w*(?:strategi|plan)
        (?:[ ](?:for|om|mot)[ ][^,;:]{{1,60}}?)?
        [ ](?:(?:skal|vil|blir|vert)[ ](?:bli[ ])?|(?:ventes|forventes|ventast)[ ]å[ ]bli[ ])?
        (?:(?:legges|leggjast|lagt)[ ]fr[ae]m|lanser(?:es|ast|t)|presenter(?:es|ast|t))\b
    # What an earlier letter says, told before it is changed: "I brevet går det fram", "Det fremgår
    # av tildelingsbrevet".
    | ^(?:i|av)[ ]{_EARLIER_LETTER}\b [^;:]{{0,120}}?
        \b(?:
            går[ ]det[ ]fr[ae]m | fr[ae]mgår[ ]det | står[ ]det | heter[ ]det | heiter[ ]det
            | er[ ]det[ ](?:satt|sett|oppgitt|oppgjeve)
        )\b
    | ^det[ ](?:går[ ]fr[ae]m|fr[ae]mgår|står)[ ](?:av|i)[ ]{_EARLIER_LETTER}\b
    # "Innen 1. mai kommer departementet"
    | \b(?:vil|kommer|kjem|sender|legger|legg|tar|tek)\s+{_THE_GOVERNMENT}\b
    # "Vi viser til at fristen er 1. mai", where nothing is asked
    | ^(?:det[ ]vis(?:es|ast)[ ]til|vi[ ](?:viser|syner)[ ]til)[ ]at[ ](?!.*\b(?:ber|bes|skal)\b)
    # A goal has a day too, and binds nobody: "Målet er at ... innen 2030".
    | \b{_GOAL}[ ](?:er|skal|om|at)\b
    | \b{_GOAL}[ ]for[ ](?:{_THE_GOVERNMENT}|norge|noreg|staten)[ ]er\b
    # "Alle medlemsstatene", "EUs medlemsland"
    | ^(?:alle[ ])?(?:eu\S*[ ](?:sine[ ])?)? medlems(?:stat(?:er|ar|ene|ane)|land(?:ene|a)?)\b
    | \bi[ ](?:alle[ ])?(?:eus[ ])? medlems(?:stat(?:ene|ane)|land(?:ene|a))\b
    # The Storting asks the government: "Stortinget ber regjeringen legge fram".
    | \b(?:ber|ba|bad|anmod(?:er|ar|et|a))[ ](?:\S+[ ]){{0,6}}?regjering(?:en|a)\b
    """
)
_OTHERS_DO = r"""(?:
    sender | leverer | rapporterer | rapporterar | melder | melde | meld | søker | søkjer
    | gir | gjev | får | oversender | oversendar | fremmer | fremjar | presenterer | legger | legg
)"""
_OTHERS = any_of(OTHERS)
# A sentence whose subject is another body or person, unless the letter is to that one.
OTHER_SUBJECT = re.compile(
    rf"""
    # "Utvalget skal levere"; "utvalet" is a sample, too
    ^(?P<panel>utvalg?et)\s+
        (?:(?:skal|vil|må)\s+)? (?:leverer?|legge?r?|leggje|avgir?|avgjev?|sender?)\b
    # "Kommunene skal", "Organisasjonene i Norden rapporterer"
    | ^(?P<first>{_OTHERS}) (?:\s+(?:i|på|innen|innan|ved|som)(?:\s+\S+){{1,3}}?)?
        \s+(?:skal|må|har|bes|kan|vil|{_OTHERS_DO})\b
    # "Etter avtalen skal partene"
    | ^[^,:;]{{3,60}}\b (?:skal|må|vil|kan)\s+ (?P<after>{_OTHERS})\b
    # "Søkeren må dokumentere"; not what is said of a thing: "skal foreligge"
    | ^(?P<agent>{_AGENT})\s+ (?:skal|må|vil)\s+
        (?!(?:
            \w+(?:es|ast) | være | vere | foreligge | føreligge | ligge | liggje
            | omfatte | beskrive | innehalde | inneholde | gi | gje
        )\b)
    """,
    re.IGNORECASE | re.VERBOSE,
)
# Before a date by which others do something: "det kommunane har meldt innan 1. mars".
DONE_BY_OTHERS = AnyCase(
    rf"""(?x)
    # "det kommunane har meldt"; what is said to, by or of them is not their doing
    (?<=[\w,][ ])
        (?<!\bat[ ])(?<!\bmed[ ])(?<!\btil[ ])(?<!\bav[ ])(?<!\bfor[ ])(?<!\bhos[ ])(?<!\bfra[ ])
        (?<!\bfrå[ ])
        \b{_OTHERS}\s+(?:har|skal|må|kan|vil)\s [^,;:]*$
    # "direktivet, som skal gjennomføres"
    | \b{OF_GOVERNMENT},?\s+som\s+ [^,;:]*$
    # "arbeidsgruppen som leverer"
    | \b(?:arbeidsgruppen|arbeidsgruppa|komiteen|styret|styringsgruppen|styringsgruppa),?\s+som\s+
        (?:leverer|sender|legger|legg|presenterer)\b [^,;:]*$
    # "kommunene, som skal melde"
    | \b{_OTHERS},?\s+som\s+(?:har|skal|må|kan|vil)\s [^,;:]*$
    # "meldingen som regjeringen legger fram"
    | \bsom\s+(?:{_THE_GOVERNMENT}|vi)\s+
        (?:
            tar | tek | vil | planlegger | planlegg | har | skal | kommer | kjem | regner | reknar
            | varslet | varsla | legger | legg
        )\b [^,;:]*$
    """,
    marks=("som", "har", "skal", "må", "kan", "vil"),
)
# What the recipient has to see to, told as if it had happened.
ENSURES = re.compile(
    r"\b(?:sørge for|syte for|sørgje for|sikre|påse|sjå til|se til) at\b", re.IGNORECASE
)
# Between two clauses of a sentence, the second with a subject of its own.
CLAUSE = re.compile(
    r",?\s+(?:og|men|mens|medan)\s+(?=(?:[\w-]+\s+){1,3}?(?:skal|må|vil|bør|ber|bed)\b|"
    r"be[rd] (?:\w+ )?om\b|"
    rf"{any_of(GOVERNMENT)}\s+(?:tar|tek|sender|legger|legg|planlegger|planlegg|kommer|kjem)\b)",
    re.IGNORECASE,
)
# Between a clause and one that says why or when: "slik at den kan tre i kraft 1. juli".
SUBORDINATE = re.compile(
    r",\s+(?:og|men|mens|medan|slik at|når|etter at)\s+|\s+(?:slik at|når)\s+", re.IGNORECASE
)
# A sentence whose date is that of a law, a start of operation or a payment.
NO_DEADLINE = AnyCase(
    r"""(?x)
    # "Loven trer i kraft", "gjelder fra"
    \btrer?[ ]i[ ]kraft\b | \btrådte[ ]i[ ]kraft\b | \btok[ ]til[ ]å[ ]gjelde\b
    | \bgjeld(?:er|e)[ ]fr[aå]\b
    # "skal være i ordinær drift"
    | \b(?:være|vere|er|settes|settast|satt|sett|komme|kome)[ ]i[ ](?:ordinær[ ])?drift\b
    # Rates that the ministry pays; what "skal utbetales til mottakerne" the recipient has to.
    | (?<!skal[ ])
        \b(?:betales[ ]ut|utbetales|utbetalast|(?:blir|vert)[ ](?:utbetalt|betalt[ ]ut))\b
    | \b(?:rater?|ratar?|terminer|terminar)\b
    # "Møtet avholdes"
    | møte(?:t|r|ne|a|ene)?\s+(?:av)?(?:holdes|haldast)\b
    # "Søknadsfristen er", which the recipient may have to announce; "Søknader om tilskudd"
    | \bsøknadsfrist(?:en)?\b(?!.*\b(?:kunngj|lys))
    | ^søknad(?:er|ar)[ ]om[ ](?:tilskudd|tilskot|støtte|stønad|midl[ea]r)\b
    # What another body is to be done with: it is told, and asked of nobody here.
    | \bvil[ ](?:
        foreligge | føreligge | ligge[ ]føre | liggje[ ]føre | være[ ]klar | vere[ ]klar
        | bli[ ]lagt[ ]fr[ae]m | bli[ ](?:sendt|send)[ ]på
    )\b
    # "blir behandlet i Stortinget"
    | \b(?:blir|vert)[ ](?:behandl\w+|handsam\w+|vedt\w+)[ ](?:i|av)[ ](?:stortinget|regjering\w+)
    """,
    marks=(
        *("kraft", "gjeld", "drift", "betal", "rate", "ratar", "termin", "holdes", "haldast"),
        *("søknad", "ligge", "liggje", "klar", "lagt fr", "bli send", "stortinget", "regjering"),
    ),
)
# A date after it says what the sentence is about: "midler som ikke er bundet innen 1. oktober", or
# what it allows.
CONDITION_BEFORE = re.compile(
    r"\b(?:dersom|hvis|viss)\b[^,;:]*$|"
    r"\bsom\s+(?:ikke|ikkje)\b[^,;:]*$|"
    r"\bkan\s+(?:\w+\s+)?(?:nyttes|nyttast|brukes|brukast|benyttes|disponeres|disponerast|"
    r"overføres|overførast)\b[^,;:]*$",
    re.IGNORECASE,
)
# Before whom something is handed in to: "Norsk lydsenter skal levere lister til arkivet".
HANDS_TO = re.compile(
    r"\b(?:skal|må)\s+(?:levere|leverast|leveres|sende|sendast|sendes|oversende|oversendast|oversendes|"
    r"melde|meldast|meldes|rapportere|gi|gje)\s[^.;:]{0,120}?\b(?:til|inn til)\s+(?=\S)",
    re.IGNORECASE,
)
# A body called by its kind, as a sentence's subject: it may be another one than the recipient.
GENERIC = re.compile(
    r"(?P<noun>direktorat|tilsyn|institutt)et\s+(?:skal|må|vil|har)\b", re.IGNORECASE
)

# ---------------------------------------------------------------------- what makes a date due

_HANDS_IN = (
    *("avgis", "avgjevast", "avleveres", "avleverast", "foreligge", "føreligge", "liggje føre"),
    *("ligge føre", "ferdigstilles", "ferdigstillast", "ferdigstille", "levere", "leveres"),
    *("leverast", "leverer", "innleveres", "overleveres", "overleverast", "overlevere"),
    *("legges fram", "legges frem", "leggjast fram", "leggast fram", "legge fram", "legge frem"),
    *("leggje fram", "oversendes", "oversendast", "oversende", "presenteres", "presenterast"),
    *("rapporteres", "rapporterast", "rapportere", "sende", "sendes", "sendast", "senda"),
    *("sende inn", "sendes inn", "sendast inn", "sendes hit", "gis", "gjevast", "melde", "meldes"),
    *("publiseres", "publiserast", "avsluttes", "avsluttast", "fullføres", "fullførast"),
    *("være ferdig", "vere ferdig", "være klar", "vere klar", "være klart", "vere klart"),
    *("være gjennomført", "vere gjennomført", "være levert", "vere levert", "være avsluttet"),
    *("vere avslutta", "være fullført", "vere fullført", "være på plass", "vere på plass"),
    *("være komplett", "vere komplett", "vere komplette", "i hende", "i hendene"),
    *("være i departementet", "vere i departementet", "er ferdig", "ferdigstilt", "ferdigstilte"),
    *("på høring", "på høyring", "kunngjøres", "kunngjerast", "gjøre ferdig", "gjere ferdig"),
    *("blir levert", "vert levert", "blir sendt", "blir send", "vert sendt", "vert send"),
    *("blir lagt fram", "blir lagt frem", "vert lagt fram", "blir lagd fram", "blir overlevert"),
    *("blir oversendt", "blir oversend", "vert oversend", "ha levert", "ha sendt", "ha lagt fram"),
    *("kome fram", "komme fram", "kommet fram", "kommet frem", "kommen fram"),
    *("oppsummeres", "oppsummerast", "oppsummere", "forelegges", "forelegge", "førelegge"),
    *("førelegges", "førelegg", "leggjast føre", "leggast føre", "oppdateres", "oppdaterast"),
)
HANDS_IN = AnyCase(rf"\b{any_of(_HANDS_IN)}\b")
# What is to be told: "gi en vurdering av framdriften to ganger i året", "skal orientere".
TELLS = re.compile(
    r"""
    \b(?:gi|gje|gir|gjev)[ ] (?:\S+[ ]){0,4}? (?:
        tilråding|anbefaling|vurdering|rapport|oversikt|oversyn|orientering|status
        |tilbakemelding|innspill|innspel
    )\w*\b
    | \b(?:skal|må|bes|å)[ ] (?:\S+[ ]){0,3}? (?:
        orientere|informere|underrette|redegjøre|gjøre[ ]rede|gjere[ ]greie
    )\b
    """,
    re.IGNORECASE | re.VERBOSE,
)
# What is to be done before a day.
COMPLETES = re.compile(
    r"""
    \b(?:
        gjennomføre | utarbeide | etablere | avslutte | fullføre | ferdigstille | vurdere | utrede
        | kartlegge | innføre | lansere
        | gjennomføres | utarbeides | etableres | innføres | lanseres | utredes | kartlegges
        | greie[ ]ut | gjere | gjøre | lage | kartleggje
        | gjennomførast | utarbeidast | etablerast | innførast | lanserast | utgreiast
        | kartleggjast
        # "skal være tatt i bruk"
        | (?:være|vere)[ ](?:
            holdt | avholdt | halde | halden | haldne | gjort | utført | utvikl\w+ | etablert
            | innført | koblet | kopla | koplet | lagt[ ]ut | tatt[ ]i[ ]bruk | teke[ ]i[ ]bruk
        )
    )\b
    """,
    re.IGNORECASE | re.VERBOSE,
)
_TO_WHOM = (
    r"(?:\s+(?:til\s+|i\s+)?(?:\w*departementet|oss|hit|riksrevisjonen|[a-zæøå]{2,5})"
    r"(?:\s+i\s+hende)?)?"
)
THING = (
    rf"(?:(?:{any_of(DOCUMENTS)}|utkast|forslag|framlegg|fremlegg|tilråding|innspill|innspel|svar|"
    r"tilbakemelding|oppsummering|utgave|utgåve|versjon|status|orientering|redegjørelse|"
    r"innstilling)(?:en|n|a|et|er|ar|r|ene|ane|ne)?|analysa(?:r|ne))"
)
# Between the days of two that are handed in: "levert 1. april, sluttrapport 1. november".
THEN_ANOTHER = (
    rf"(?:(?:(?:en|ein|ei|et|eit|den|det)\s+)?(?:\w+\s+)?\w*{THING}|(?:en|ein|ei|et|eit|den|det)\s+"
    r"(?:endelig|endeleg|ferdig|fullstendig|andre|neste|siste|sist)e?)\s+"
)
_HANDED_OVER = any_of(_HANDS_IN)
# Up to what is handed in; a day has a stop and ends no sentence: "innen 1. mai et utkast".
_UP_TO = r"(?:[^.;:]|\d\.)"
# A date right after it is due: "leveres 1. november", "sendes departementet i uke 50".
HANDED_BEFORE = AnyCase(
    rf"""(?x)
    # "leveres", "sendes departementet til orientering i", before a day or a week
    \b{_HANDED_OVER}{_TO_WHOM} (?:\s+(?:til|for)\s+[^\W\d]+)?
        (?:\s+(?:henholdsvis|høvesvis|hhv\.|den|i|på|ved|til|omkring|rundt))* \s*$
    # "legge fram et utkast til planen den"
    | \b(?:
        levere|sende|oversende|overlevere|legge[ ]fr[ae]m|leggje[ ]fram|leverer|sender
        |gi|gje|gir|gjev
    )\s {_UP_TO}{{0,80}}? \b\w*{THING}{_TO_WHOM}
        (?:\s+(?:den|ved|til|henholdsvis|høvesvis|hhv\.))* \s+$
    # "Departementet ønsker en rapport"
    | \b(?:ønsker|ønskjer|forventer|venter|ventar|vil[ ]ha|ber[ ]om|bed[ ]om)\s {_UP_TO}{{0,60}}?
        \b\w*{THING}\s+ (?:den\s+|til\s+)?$
    # "få rapporten oversendt"
    | \b(?:få|ha)\s [^.;:]{{1,60}}? \b(?:oversendt|tilsendt|sendt|levert|oversend|tilsend)\s+
        (?:den\s+)?$
    # "leveres sammen med årsrapporten"
    | \b{_HANDED_OVER}\s+(?:sammen|saman)\s+med\s [^.;:,]{{1,60}}? \s+$
    # "fullføre arbeidet i"
    | \b(?:ferdigstille|fullføre|avslutte|sluttføre|gjøre[ ]ferdig|gjere[ ]ferdig)\s
        [^.;:,]{{1,80}} \s(?:i|på|til)\s+$
    # "klar til"
    | \b(?:klar|klare|klart|ferdig|ferdige|på[ ]plass)\s+til\s+$
    # "ber etaten om en oversikt til"
    | \b(?:ber|bed|bes)\b [^.;:]{{0,80}}? \bom\b [^.;:]{{0,60}} \b\w*{THING}\s+til\s+$
    """
)
# Between a loose time and the day that it comes to: "før sommeren, og senest 20. mai".
AND_BY = re.compile(r",?\s+(?:og|men)\s+", re.IGNORECASE)
# What leads from a date to a clause that may hand in another thing.
AND_ANOTHER = re.compile(r"[^.;:]{0,40}?,?\s+(?:og|samt|mens|medan)\s+", re.IGNORECASE)
# What such a clause names, where it does not only say how often the first is done again.
OF_ITS_OWN = re.compile(rf"\b\w*{THING}\b|\bframdrift\w*|\bfremdrift\w*", re.IGNORECASE)
# Before and after a date that is due: "skal i oktober levere".
HANDED_AROUND = (
    re.compile(r"(?:^|\b(?:skal|må|bør)\s+)(?:i\s+|den\s+|på\s+|ved\s+)?$", re.IGNORECASE),
    re.compile(
        r"""
        (?:\s+(?:skal|må|bes|ber|bed)\b [^.;:,]{0,60}?)?
        \s+(?:
            levere | sende | oversende | overlevere | legge[ ]fr[ae]m | leggje[ ]fram | rapportere
            | leverer | sender | leveres | leverast | sendes | sendast
            | legges[ ]fr[ae]m | leggjast[ ]fram | legge[ ]\S+[ ]fr[ae]m
        )\b
        """,
        re.IGNORECASE | re.VERBOSE,
    ),
)
CUE_WORD = re.compile(r"frist\w*|innen|innan|senest|seinast", re.IGNORECASE)
# "Fristen er", "Frist for rapporten settes til", "svarfristen er fortsatt den"
FRIST_BEFORE = AnyCase(
    r"""(?x)
    \b(?:tids|svar|leverings|leveranse|rapporterings|innleverings)?frist\w*
    (?:\s+(?:for|til|med|på)\s [^.;:]{1,120}?)?
    (?:\s+(?:
        # "er fortsatt", "blir uendret,"
        (?:er|blir|vert)
            (?:[ ](?:
                fortsatt|fremdeles|framleis|nå|no|derfor|difor|dermed|uendret,|uendra,
            ))*
        | settes[ ]til | set(?:jast|tast)[ ]til | endres[ ]til | blir[ ]endr(?:a|et)[ ]til
    ))?
    (?:\s+til)? (?:\s+(?:henholdsvis|høvesvis|hhv\.))? \s*:?\s*$
    """,
    marks=("frist",),
)
# A list's item that says what is to be done: "utarbeide en plan".
INFINITIVE = re.compile(
    r"(?:å )?(?!(?:alle|denne|dette|disse|desse|inne|noe|noen|mange|begge|andre|første|ikke)\b)"
    r"(?:\w+e|gi|ta|få|gå|se|sjå)[\s,]",
    re.IGNORECASE,
)
# Between two days that one verb sets: "1. mai for delrapport og 1. juni".
JOINT = re.compile(
    rf"(?:\s+for\s[^,.;:]{{1,60}}?|\s\([^()]{{1,40}}\))?(?:,?\s+(?:og|samt|eller)|,)\s+"
    rf"(?:(?:for\s+)?{THEN_ANOTHER}|(?:for|til)\s+[^\d,.;:]{{3,40}}?\s)?",
    re.IGNORECASE,
)
# Before the first of several: "første gang 15. juli".
FIRST_TIME_BEFORE = re.compile(rf"\b{any_of(FIRST_TIME)}:?\s+(?:den\s+|i\s+)?$", re.IGNORECASE)
# In what is read as one date: "hvert kvartal, første gang 15. juli".
FIRST_TIME_IN = re.compile(rf"\b{any_of(FIRST_TIME)}\b", re.IGNORECASE)
# Before the last of several: "1. mars hvert år, siste gang i 2028".
LAST_TIME_BEFORE = re.compile(
    r"\b(?:siste gang(?:en)?|siste gong(?:en)?|sist)\s+(?:(?:den|i|innen|innan)\s+)?$",
    re.IGNORECASE,
)
# How a year begins until which something is done again and again.
UNTIL_YEAR = re.compile(r"(?:til og med|t\.\s?o\.\s?m\.|ut)\s", re.IGNORECASE)
REPEATS = re.compile(rf"\b(?P<recurrence>{any_of(RECURRENCES)})\b", re.IGNORECASE)
# After the first: "og deretter oppdateres årlig".
REPEATS_AFTER = re.compile(
    rf"\b(?:deretter|dernest|siden|sidan)\b[^.;]{{0,60}}?\b(?P<recurrence>{any_of(RECURRENCES)})\b",
    re.IGNORECASE,
)
# How long the recipient has, counted from the letter: "ber om et svar innen to uker".
SOON = AnyCase(
    rf"""(?x)
    (?:
        # "ber om et svar"
        \b(?:ber|bed|bes|ønsker|ønskjer)\b [^.;:]{{1,80}}? \b\w*{THING}\b [^.;:,]{{0,60}}?
        # "oversendes departementet"
        | \b(?:over)?(?:sendes|sendast|leveres|leverast) (?:[ ](?:til[ ])?\w*departementet)?
    )\s
    (?P<time>
        (?:innen|innan|i[ ]løpet[ ]av|i[ ]laupet[ ]av)\s+
        (?:{any_of(NUMBER_WORDS)}|\d{{1,3}})\s+ {any_of(LENGTHS_OF_TIME)}
    )(?=[.,;]|$)
    """,
    marks=("innen", "innan", "løpet av", "laupet av"),
)
# Whose start a sentence outside the assignments may set: "Arbeidet skal påbegynnes snarest".
STARTS = re.compile(
    r"""
    \b\w*(?:
        # "utarbeider" is no work of its own
        arbeid(?:et|a|ene)?
        | (?:forberedelse|anskaffelse)(?:n|r|ne)?
        | (?:
            prosjekt | oppdrag | tiltak | forsøk | utredning | utgreiing | evaluering
            | kartlegging | planlegging | førebuing | gjennomgang | prosess | anskaffing
            | rekruttering | oppfølging
        )(?:en|et|a|er|ar|ene|ane)?
    )\b
    """,
    re.IGNORECASE | re.VERBOSE,
)
# A whole field that says what has to happen first: "Når prøvene er analyserte".
EVENT = re.compile(
    r"(?:når|så snart|straks|etter at)\s[^.;:\n]{2,100}?\s(?:er|blir|vert|har|foreligger|"
    r"føreligg)(?:\s\w+){0,4}[.\s]*$",
    re.IGNORECASE,
)

# A label that a sentence of running text begins with: "Frist: Fortløpende".
LABEL_FIRST = re.compile(
    r"(?:ny |endelig |endeleg |siste )?(?:tids|leverings|leveranse|rapporterings|svar)?"
    r"frist(?:en|er|ar)?(?: (?:for|til|med) [^.:;]{2,80})?\s*:\s*",
    re.IGNORECASE,
)
# What an item begins with that says when it is due in a word: "Fortløpende: Oppdatere kartet".
STATUS_FIRST = re.compile(rf"{any_of(STATUS_WORDS)}:(?=\s)", re.IGNORECASE)
# A whole field that says how long the work may take: "Innen 14 dager".
LENGTH_OF_TIME = re.compile(
    rf"(?:(?:senest|seinast|innen|innan)\s+){{0,2}}(?:{any_of(NUMBER_WORDS)}|\d{{1,3}})\s+"
    rf"{any_of(LENGTHS_OF_TIME)}[.\s]*",
    re.IGNORECASE,
)

# What is done to a deadline stands in `amending_words`; said of the thing itself, only these are.
THING_MOVES = re.compile(
    rf"""
    # "Oppdraget", "Oppdrag 2026-01", "Leveransen"
    \b(?:
        oppdrag(?:et|[ ](?-i:[A-ZÆØÅ\d])[\w–-]*) | bestilling(?:en|a) | leveransen
        | leveringen | leveringa | rapporten | rapporteringen | rapporteringa
    )(?!\w)
    (?:[^.;:]|{INNER_STOP}){{0,140}}
    \b(?:
        utsettes | utsettast | utsetjast | utset | flyttes | flyttast | flytta
        | forlenges | forlengast | forlengt | forlenga
        | forskyves | forskyvast | skyves | skyvast | skuvast
    )\b
    """,
    re.IGNORECASE | re.VERBOSE,
)
# Before a date: "ved utgangen av året" says how it is to be then, where nothing is handed in.
AT_END = re.compile(r"\bved\s+$", re.IGNORECASE)
FROM_BEFORE = re.compile(r"\b(?:fra|frå)(?:\s+(?:den|utgangen av))?\s*$", re.IGNORECASE)
# What is not fixed yet in "Tidspunkt for levering avtales med departementet".
NOT_AGREED = re.compile(
    r"\b(?:frist(?:en|ene|er|ar|ane)?|leveringstidspunkt(?:et)?|leveransetidspunkt(?:et)?|"
    r"tidspunkt(?:et)? for (?:inn)?(?:lever|rapporter|oversend|overlever|ferdigstill)\w*)\b"
    r"(?![^.;]*\bmøte)",
    re.IGNORECASE,
)
# What a task begins with that says how much of something is to be done, and by when.
ACTS = re.compile(
    r"(?:føre|gjennomføre|utføre) (?:kontroll|tilsyn|revisjon)|kontrollere ", re.IGNORECASE
)
# What an item ends with whose time is agreed on: "tallgrunnlag til byrået, etter avtale".
BY_AGREEMENT = re.compile(r",\s+etter (?:nærmere |nærare )?avtale\b[^.;,]*[.,;]?$", re.IGNORECASE)
# What is to be reached by a day, and not handed in.
TARGET = re.compile(r"\d\s?(?:prosent|pst|%)|\bandel(?:en)?\b", re.IGNORECASE)
# What a service standard counts from: "svar innen fire uker etter mottatt søknad".
SERVICE = re.compile(
    r"søknad(?!sfrist)|\bklage|henvendelse|førespurnad|"
    r"^(?!.*brev).*\b(?:mottatt|motteke|mottak)\b|"
    r"\b(?:andel(?:en)?|delen|pst\.|prosent|prestasjonskrav|resultatkrav)(?!\w)",
    re.IGNORECASE,
)
# Before and after a date that tells of a thing: "Revisjonen som skal komme i mai, endrer ...".
ASIDE = (
    re.compile(
        r"^(?!.*\b(?:ber|bed|bes)\b)[^,;:.]*\bsom\s+(?:skal|vil|blir|vert|kommer|kjem)\b[^,;:.]*$",
        re.IGNORECASE,
    ),
    re.compile(r",\s+\w{3,}(?:er|ar)\b"),
)
# Before what is no task but part of a question: "si noe om hva det vil koste å levere ...", or told
# of others: "vurdere hvilke rederier som kan få månedlig fakturering".
IN_QUESTION = re.compile(
    r"\b(?:hva|kva|hvordan|korleis|hvor mye|kor mykje|hvorvidt|om|hvilke[nt]?|kven|hvem|som) "
    r"(?:\S+ ){0,3}?(?:vil|kan|bør|skal kunne|ville|kunne|får|koster|kostar)\b[^.;:]*$",
    re.IGNORECASE,
)
# Before the period that a report is of: "rapporten avgis for første halvår innen 10. august".
FOR_PERIOD = re.compile(r"\b(?:for|etter)\s+$", re.IGNORECASE)
# Before both ends of it: "delrapport for perioden januar til juni".
FOR_STRETCH = re.compile(
    r"\b(?:for|om|dekke[r]?|dekkje[r]?|omfatte[r]?|gjelder|gjeld) "
    r"(?:hele |heile |hver |kvar )?(?:perioden|tida|tiden|tidsrommet|månedene|månadene|månadane)"
    r"\s*:?\s*(?:(?:fra|frå)(?: og med)?\s+)?$",
    re.IGNORECASE,
)
# A clause that says why: "fordi innspillene ventes først til sommeren".
REASON = re.compile(
    r"(?:\b(?:fordi|ettersom|av di|grunnet at|i påvente av)|,\s+(?:da|siden|sidan))\s"
    r"(?:[^,;]|(?<=\d),(?=\d))*",
    re.IGNORECASE,
)
# What such a clause says where its day is the recipient's after all.
REASON_BINDS = re.compile(
    r"\b(?:skal|må|treng(?:er|s|st)?|behøver|ber|bed|ha|nødvendig|naudsynt|frist\w*)\b",
    re.IGNORECASE,
)
# In prose no deadline: the year is all that the letter speaks of.
AT_END_OF_THIS_YEAR = re.compile(
    r"(?:i løpet av|i laupet av) (?:året|inneværende år|inneverande år|dette året|budsjettåret)",
    re.IGNORECASE,
)
