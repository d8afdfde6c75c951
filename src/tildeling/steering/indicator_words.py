"""What letters call an indicator, and the requirement on it; bokmål beside nynorsk.

Patterns are in small letters, for text in small letters.
"""

from __future__ import annotations

import re

# A letter without any of these has no indicators.
SIGNS = (
    "styringsparam",
    "styringspara-",
    "indikator",
    "resultatm",
    "prestasjonsm",
    "nøkkeltal",
    "måltal",
    "måleparam",
    "resultatkrav",
    "prestasjonskrav",
    "ambisjonsniv",
    "mål i 20",
    "mål for 20",
    "mål 20",
    "måla 20",
    "målene 20",
)

# What an indicator is called: "styringsparametere", "resultatindikator", "nøkkeltall".
#
# This and the next are for verbose patterns.
MEASURE = r"""(?:
    styrings[ ]?paramet(?:e?re?|erar|rar|rane|rene|erne|erane|eren|eret)
    | (?:resultat|rapporterings|kvalitets|måle?|styrings|prestasjons|effekt|aktivitets)?-?
      indikator(?:er|ar|ane|ene|en)?
    | resultatmål(?:a|ene|et)? | prestasjonsmål(?:a|ene|et)?
    | nøkkeltal(?:l|let|lene|a|et)?
    | måleparamet(?:e?re?|rar|rane|rene|eren)
)"""
# What is required of it: "resultatkrav", "måltall", "ambisjonsnivå".
REQUIREMENT = r"""(?:
    (?:resultat|prestasjons|kvalitets|ytelses)krav(?:et|a|ene)?
    | måltall(?:et|ene)? | måltal(?:et|a)?
    | ambisjonsnivå(?:et)? | ambisjon(?:en|er|ar)? | målsetting
    | krav(?:et|a|ene)?
    | resultatmål(?:et)? | målverdi | målnivå
)"""
# " for 2026", " ved utgangen av året"
_OF_YEAR = r"(?:\s(?:i|for|ved[ ]utgangen[ ]av|innen))?(?:\såret)?\s?(?P<year>20\d\d)?"
_KINDS = r"(?:følgende|fylgjande|desse|disse|felles|sentrale|viktigste?|andre|øvrige|kvantitative)"

# A heading or label that says no more than that indicators follow.
MEASURES_ALONE = re.compile(
    rf"""
    # "2.1 ", "a) ", "Del II "
    \s*(?:(?:[\d.]+\.?|[a-z]\)|del[ ][ivx]+)\s+)?
    # "Følgende styringsparametere"
    (?:{_KINDS}\s)*{MEASURE}
    # "/ resultatkrav", " og tilhørende måltall"
    (?:
        (?:\s?/\s?|\s?,\s|\s(?:og|med|inkludert)\s(?:tilhørende\s|tilhøyrande\s)?)
        (?:{MEASURE}|{REQUIREMENT})
    )*
    # " (for delmål 1.2)", " knyttet til hovedmål 1", " 2026"
    (?:\s?\(?(?:for|til|knyttet[ ]til|knytt[ ]til|under|på|i|20\d\d)\b[^.:]{{0,120}}|\s20\d\d)?
    \s*:?\s*
    """,
    re.VERBOSE,
)
# A label that a paragraph swallowed as its last line. In letters as printed.
MEASURES_LAST = re.compile(
    r"""
    (?<=[\w.)])\s
    (?P<label>
        (?:Styringsparamet\w+|Resultatindikator\w*|Indikator\w*|Resultatmål\w*|Nøkkeltal\w*)
        (?:\s[^.:]{1,60})?:
    )\s*$
    """,
    re.VERBOSE,
)
MEASURES_NAMED = re.compile(rf"(?<!\w){MEASURE}(?!\w)", re.VERBOSE)
# A sentence that leads to them: "Følgende styringsparametere gjelder", "har tre indikatorer".
THESE_MEASURES = re.compile(
    rf"""
    \b(?:følgende|fylgjande|følgjande|disse|desse|to|tre|fire|fem|seks|sju|åtte|ni|ti)\s
    (?:\w+\s){{0,2}}{MEASURE}(?!\w)
    """,
    re.VERBOSE,
)
# A sentence over goals that says of the lists under these that they are indicators: "Etaten blir
# målt på seks styringsparametere", "Til kvart mål er det fastsett styringsparametrar".
MEASURES_UNDER_GOALS = re.compile(
    rf"""
    {THESE_MEASURES.pattern}
    | \b(?:
        (?:under|til|for|ved|etter)[ ](?:hvert|kvart|hver|kvar)\b
        | (?:under|til)[ ](?:målene|måla|hovedmålene|hovudmåla|delmålene|delmåla)
        | måles | måler | målast | målt | målte | nedenfor | nedanfor | her
    )(?!\w)[^.:;]{{0,80}}?(?<!\w)(?:{MEASURE}|(?:resultat|prestasjons)krav(?:et|a|ene)?)(?!\w)
    | (?<!\w)(?:{MEASURE}|(?:resultat|prestasjons)krav(?:et|a|ene)?)(?!\w)[^.:;]{{0,80}}?\b(?:
        (?:under|til|for|ved)[ ](?:hvert|kvart|hver|kvar)
        | (?:under|til)[ ](?:målene|måla|hovedmålene|hovudmåla|delmålene|delmåla)
        | nedenfor | nedanfor
    )\b
    """,
    re.VERBOSE,
)
# Such a sentence that speaks of none, or of those that stand elsewhere.
NO_MEASURES_UNDER = re.compile(
    r"\b(?:ikk?j?e|ingen|inga|vedlegg\w*|tabell\w*|kapittel|kapitlet|punkt \d|"
    r"tidligere|tidlegare)\b"
)
# In the heading of a section of goals: "Mål og resultatkrav".
RESULTS_NAMED = re.compile(r"\b(?:resultat|prestasjons)krav(?:et|a|ene)?\b|\bmåltall?\b")
# A heading over goals that are pointed to, where a list says something else of them.
OF_OTHER_THAN_GOALS = re.compile(
    r"rapport|\boppdrag|\boppgav|\boppgåv|budsjett|bevilg|løyving|fullmakt|\bøkonomi"
)
# A sentence that leads to indicators that are requirements: "Følgende resultatkrav gjelder:".
THESE_REQUIREMENTS = re.compile(
    r"""
    \b(?:følgende|fylgjande|følgjande|disse|desse)\s(?:\w+\s)?
    (?:resultatkrav(?:ene|a)?|prestasjonskrav(?:ene|a)?|måltall(?:ene)?|måltal(?:a)?)(?!\w)
    """,
    re.VERBOSE,
)
# A sentence that ends in them: "Styringsparametrene for delmålet er:".
MEASURES_ARE = re.compile(
    rf"""
    (?<!\w){MEASURE}(?!\w)[^.:]{{0,80}}?
    \b(?:
        gjelder|gjeld | er | under|nedenfor|nedanfor|her | brukes|nyttast
        | legges[ ]til[ ]grunn | fastsatt|fastsett | krav(?:ene)?[ ]er
    )\s?:?\s*$
    """,
    re.VERBOSE,
)
# A sentence that names one.
MEASURE_IS = re.compile(
    r"""
    # "Styringsparameteren for målet er andel saker ..."
    (?:
        styringsparamet(?:er|eren|ren|eret)
        | (?:resultat|rapporterings)?indikator(?:en)?
        | resultatmålet
      )(?:\s(?:for|til|på)\s[^.:]{1,80}?)?\ser:?\s(?=\S)
    # "Som styringsparameter for målet gjelder andel saker ..."; not "gjelder at"
    | som\s(?:styringsparameter|(?:resultat)?indikator)
      (?:\s(?:for|til|under)\s[^.:;]{1,60}?)?
      \s(?:gjelder|gjeld|brukes|nyttes|nyttast)\s(?!at\b)(?=\S)
    """,
    re.VERBOSE,
)
# A sentence that names one with what it is for: "Målet måles ved indikatoren andel saker ...".
MEASURED_WITH = re.compile(
    r"""
    \b(?:
        måles|målast | (?:blir|vert)[ ]målte? | følges|følgjast | (?:blir|vert)[ ]følgd
        | vurderes|vurderast | følger|følgjer
    )
    \s(?:[^.:;]{1,40}?\s)?(?:ved|med|gjennom|på)\s
    (?:styringsparamet(?:eren|ren|eret)|(?:resultat)?indikatoren)
    # Its name, not "indikatoren for kvalitet"
    \s(?:«\s?)?(?!for\b|på\b)(?=\S)
    """,
    re.VERBOSE,
)
# A sentence that is one.
MEASURE_SAID = re.compile(
    r"""
    (?:
        # "Som styringsparameter for målet gjeld at minst 70 prosent av ..."
        som\s(?:
            styringsparameter | (?:resultat)?indikator
            | resultatmål | resultatkrav | prestasjonskrav | måltall?
        )
        (?:\s(?:for|til|under)\s[^.:;]{1,60}?)?
        \s(?:
            gjelder|gjeld|brukes|nyttes|nyttast
            | er[ ]satt | er[ ]sett | er[ ]fastsatt | er[ ]fastsett
        )
        # "Resultatkravet for 2026 er at ..."
        | (?:
            styringsparamet(?:eren|ren|eret) | (?:resultat)?indikatoren
            | resultatmålet | resultatkravet | prestasjonskravet
        )
        (?:\s(?:for|til|på)\s[^.:;]{1,60}?)?(?:\si\s20\d\d)?\ser
        # "Det er satt et resultatkrav for 2026 at ..."
        | det\ser\s(?:satt\s|sett\s)?(?:et|eit)\s
          (?:resultatkrav|prestasjonskrav|resultatmål|måltall?)
    )
    (?:\sfor\s20\d\d|\si\s20\d\d)?\sat\s(?=\S)
    """,
    re.VERBOSE,
)
# A heading over what is required.
HEADS_REQUIREMENTS = re.compile(rf"(?<!\w){REQUIREMENT}(?!\w) | (?<!\w){MEASURE}(?!\w)", re.VERBOSE)
# What leads to a requirement in the same sentence: ", med et måltall på høyst 60 dager".
WITH_REQUIREMENT = re.compile(
    rf",?\smed\s(?:(?:et|eit|ein|en)\s)?{REQUIREMENT}\s(?:på|om)(?:\sat)?\s(?=\S)", re.VERBOSE
)
# Verbs of a sentence that speaks of indicators given elsewhere.
TELLS_OF = re.compile(
    r"rapport|omtal|gjør\w* (?:rede|greie)|gjere greie|redegjør|vurder|avvik|beskriv|resultat\w* på"
)
# Items with figures under "Mål i 2024:", "Mål 2018:" are indicators.
YEAR_GOALS = re.compile(
    r"""
    \s*(?:[\d.]+\s+)?
    (?:(?:kvantitative\s)?mål|måltall|måltal|resultatmål|resultatkrav)
    \s(?:(?:i|for)\s)?(?:året\s)?(?P<year>20\d\d)
    # "er", "for Kulturrådet"
    (?:\s(?:er|for[ ][^.:]{2,60}))?
    \s*:?\s*
    """,
    re.VERBOSE,
)
# A heading or label over the requirements on indicators that stand before.
REQUIREMENTS_ALONE = re.compile(
    rf"""
    \s*(?:{REQUIREMENT}|krav[ ]og[ ]frister){_OF_YEAR}
    (?:\s(?:er|til|for)\b[^.:]{{0,60}})?\s*:?\s*
    """,
    re.VERBOSE,
)
# Over a list of its own its items say what is measured and how much of it is required.
RESULTS_REQUIRED = re.compile(
    r"\s*(?:[\d.]+\s+)?(?:resultatkrav|prestasjonskrav|måltall|måltal)"
    r"(?:\s(?:i|for))?(?:\såret)?(?:\s20\d\d)?\s*:?\s*"
)
# What leads to a requirement: "Resultatkrav: ", "Måltall 2021: ", "Kravet er ".
REQUIREMENT_LABEL = re.compile(
    rf"""
    (?:(?<=[.;,:(–])\s?|(?<=[.;,:(–]\s)|^\s*|(?<=\s))
    (?P<label>
        (?:
            {REQUIREMENT}
            # "Mål for 2026:", "Målet er"
            | mål(?:et)?(?=(?:\s(?:for|i)\s20\d\d)?(?:\s?:|\ser\s))
        )
        {_OF_YEAR}
        (?P<joint>
            \s?[:=]\s?
            | \s?[–—]\s
            # "er på ", "skal være at "
            | \s(?:er|settes[ ]til|er[ ]satt[ ]til|er[ ]sett[ ]til|skal[ ]være|skal[ ]vere)
              \s(?:på\s|at\s)?
            # Right before the figure: "Krav minst 85 pst."
            | \s(?=(?:minst|over|under|ikk|høyst|høgst|maks|[≥≤<>\d]))
        )
    )
    """,
    re.VERBOSE,
)
# What leads to one indicator: "Styringsparameter 1.2: ". In letters as printed.
MEASURE_LABEL = re.compile(
    r"""
    (?:(?<=[.;:!?])\s|^\s*|(?<=\w)\s(?=[SIRNM]))
    (?P<label>
        (?:[Nn]ye?\s)?
        (?:
            [Ss]tyringsparamet(?:er|erar|re|ere|rar)
            | (?:[Rr]esultat|[Rr]apporterings|[Kk]valitets|[Mm]åle?|[Ss]tyrings)?
              [Ii]ndikator(?:er|ar)?
            | [Rr]esultatmål | [Nn]økkeltall? | [Mm]åleparamet(?:er|re)
        )
        # " 1.2", " nr. 3", " a", " B2"
        (?:\s(?:nr\.?\s)?(?P<number>
            \d+(?:\.\d+)* | [a-zæøå](?=[\s:.)–]) | [A-Z]{1,3}\d*(?=[\s:.)–])
        ))?
    )
    # ": ", " – ", or nothing between a number and a capital
    (?:\s?(?P<joint>[:–—.)]|\s-)\s(?=\S)|(?<=\d)\s(?=[A-ZÆØÅ]))
    """,
    re.VERBOSE,
)

# Heads a column of results: "Resultat 2025", "Status", "Nullpunkt"; not "Resultatkrav".
RESULT_COLUMN = re.compile(
    r"""
    \b(?:
        resultat(?!krav|mål)\w* | res\. | status | faktisk\w* | oppnådd\w* | utgangspunkt\w*
        | nullpunkt\w* | baseline | rapportert\w* | måloppnå\w* | nå-?situasjon\w*
        | regnskap | historisk\w* | gjennomsnitt
    )(?!\w)
    """,
    re.VERBOSE,
)
# Heads a column of what is required: "Resultatkrav", "Ambisjonsnivå", "Ønsket utvikling".
TARGET_COLUMN = re.compile(
    r"""
    (?<!\w)(?:
        \w*krav | måltall? | mål(?:setting|verdi|nivå|et)? | ambisjon\w* | resultatmål
        | forvent\w+ | target | trend
        | (?:ønska|ønsket)[ ](?:utvikling|retning)
        | styringsmål | etterspurt[ ]nivå
        | ønsk\w+[ ](?:nivå|resultat)
    )(?!\w)
    """,
    re.VERBOSE,
)
# Heads the column of indicators.
MEASURE_COLUMN = re.compile(
    rf"""
    (?:
        {MEASURE}
        | parameter | parametrar | parametre | måling
        | måles[ ]ved | målast[ ]ved
        | hva[ ]måles | hva[ ]som[ ]måles | kva[ ]som[ ]blir[ ]målt
        | målepunkt(?:er)?
    )(?!\w)
    """,
    re.VERBOSE,
)
# Heads a column of goals: "Delmål", "Mål nr.", "Innsatsområde".
GOAL_COLUMN = re.compile(
    r"""
    (?:hoved|del|hovud|bruker|brukar|virksomhets|samfunns|sektor|effekt|resultat|etappe)?-?
      mål(?:et|a|ene|område)?(?:[ ]nr\.?)?\b
    | innsatsområde | satsingsområde | resultatområde
    """,
    re.VERBOSE,
)
# Heads a column of goals also behind the indicators: "Styringsparameter | Delmål | Krav".
KIND_OF_GOAL = re.compile(
    r"(?:hoved|del|hovud|bruker|brukar|virksomhets|verksemds|samfunns|sektor|effekt|etappe)-?"
    r"mål(?:et)?(?: nr\.?)?"
)
NUMBER_COLUMN = re.compile(r"(?:nr|nummer|#|id|kode|ref|løpenr|no)\b\.?")
UNIT_COLUMN = re.compile(r"(?:måle)?(?:enhet|eining|benevning)\b|måleeining\b")
# Heads a column of something else about an indicator.
OTHER_COLUMN = re.compile(
    r"""
    (?:
        rapporter\w* | prognose\w* | anslag | estimat\w* | avvik\w* | frekvens
        | kjelde\w* | kilde\w* | datakilde | ansvar\w* | merknad\w* | kommentar\w* | frist
        | målemetode | metode | definisjon | risiko | tiltak | hyppighet | oppdrag
        | forklaring | måletidspunkt | målefrekvens
    )\b
    """,
    re.VERBOSE,
)
# A goal by its number: "delmål 1.2", "mål nr. B"; not "mål 2026".
GOAL_NAMED = re.compile(
    r"""
    (?:
        (?:hoved|del|hovud|bruker|brukar|virksomhets|verksemds|samfunns|sektor|effekt|etappe
        |resultat)?mål
    )
    \s(?:nr\.?\s)?(?!(?:i[ ])?20\d\d)
    (?P<number>\d+(?:\.\d+)*|[A-Za-z]\.?\d*(?:\.\d+)*)(?![\w.])
    """,
    re.VERBOSE,
)
GOALS_TOGETHER = re.compile(
    r"\b(?:målene|måla|målene samlet|måla under eitt|alle mål\w*|begge mål\w*)\b"
)
GOAL_LABEL = re.compile(
    r"\s*(?:hoved|del|hovud|bruker|brukar|virksomhets|verksemds|samfunns|sektor|effekt|etappe)?mål\b"
)

# How a requirement begins that no label leads to.
STARTS_REQUIREMENT = re.compile(
    r"""
    \s*(?:
        skal | bør | må | kan
        # "minst 85 pst.", "≥ 85", "ca. 20"
        | minst | minimum | min\. | ikk?j?e | under | over | høyst | høgst | maks | inntil
        | [≥≤<>~=] | \d | om[ ]lag | ca | cirka | rundt
        # "økning", "nedgang", "oppretthalde nivået", "stabilt"
        | økning | øk | auk | reduk | reduser | nedgang | ned | opp | opprett | halde | hold
        | uendr | stabil | mellom
        | færre | flere | fleire | lavere | lågare | høyere | høgare | kortere | kortare
        | innen | innan | mindre | mer[ ]enn | meir[ ]enn | bedre | betre | samme | same | vise
        | alle\b | ingen\b | null\b | kr\b | 100
        | forbedr | forbetr | styrk | fall | synk | stig | videreføre | vidareføre
        | vekst | positiv | maksimalt | gå\b
    )
    """,
    re.VERBOSE,
)
# How one begins that is a figure: "minst 85", "ikke mer enn kr 200", "ca. tre".
STARTS_WITH_FIGURE = re.compile(
    r"""
    \s*(?:
        minst | minimum | høyst | høgst | maks(?:imalt)?\.? | inntil | over | under
        | mer[ ]enn | meir[ ]enn | flere[ ]enn | fleire[ ]enn | færre[ ]enn
        | ikk?j?e[ ](?:under|over|mer[ ]enn|meir[ ]enn|færre[ ]enn|flere[ ]enn)
        | om[ ]lag | ca\.? | ≥ | ≤ | < | >
    )?
    \s?(?:
        (?:kr\.?\s)?\d
        | (?:to|tre|fire|fem|seks|sju|syv|åtte|ni|ti|tolv|én|éin|ett|eitt)\s
    )
    """,
    re.VERBOSE,
)
MUST = re.compile(r"\b(?:skal|bør|må)\b")
# A trend or level that is required in the indicator's own sentence: "skal øke", "skal gå ned".
MUST_MOVE = re.compile(
    r"""
    (?:skal|bør|må)
    # "fortsatt i 2026 være"
    (?:\s(?:
        ikk?j?e | minst | fortsatt | framleis | også | i[ ]20\d\d | samlet | videre | vidare
        | årlig | gradvis | være | vere | bli | fortsette[ ]å | vise
    ))*
    \s(?:
        øk(?:e|es) | auk(?:e|ast|es) | gå[ ](?:ned|opp) | ned | opp
        | reduser\w+ | synk\w+ | stig\w+ | fall\w* | minke | minske\w*
        | oppretthold\w+ | oppretthalde\w* | hald\w+ | holde\w*
        | bedr(?:es|e) | betr(?:ast|e) | forbedr\w+ | forbetr\w+ | styrk\w+ | veks\w+ | vokse
        | uendr\w+ | stabil\w*
        | lavere | lågare | høyere | høgare | kortere | kortare | færre | flere | fleire
        | overstige | overskride
        | økning | reduksjon | nedgang | minst[ ]på | på[ ]samme | senkes
    )\b
    """,
    re.VERBOSE,
)
# The same of a figure: "skal i snitt være", "skal ikke overstige".
MUST_BE = re.compile(
    r"""
    (?:skal|bør|må)
    (?:\s(?:
        ikk?j?e | minst | i[ ]snitt | i[ ]gjennomsnitt | samlet | også | i[ ]20\d\d | hvert[ ]år
    ))*
    \s(?:
        være | vere | utgjøre | utgjere | ligge | liggje | nå | nå[ ]opp | komme | kome
        | overstige | overskride | bli | gis | avsluttes | behandles | behandlast
        | svares | svarast | ha | gjennomføres | gjennomførast | besvares | avgjøres | avgjerast
        | ta | vare | løses | sendes | holde | være[ ]avgjort
    )\b
    """,
    re.VERBOSE,
)
# How an indicator begins: "Andel saker", "Gjennomsnittlig ventetid", "Brukertilfredshet".
STARTS_MEASURE = re.compile(
    r"""
    \s*(?:
        andel | delen?\b | antall? | tal(?:l|et)\b | gjennomsnitt | median
        | saks\w*tid | saksbehandling | sakshandsaming | behandlingstid | handsamingstid
        | svartid | ventetid | oppetid
        | bruker(?!mål) | brukar(?!mål)
        | kort | rimelig | rett | tid\b | resultat[ ]av | kvalitet | omfang | utvikling
        | etterlevelse | prosent | volum | verdi | kostnad | grad[ ]av | tilfreds | nivå
        | årlig | samlet | samla
    )
    """,
    re.VERBOSE,
)
# A paragraph after a heading of indicators that speaks of these leads to no list of them.
SPEAKS_OF_OTHER = re.compile(
    r"""
    \b(?:
        # "Det er ikke fastsatt styringsparametere"
        ikk?j?e\s(?:\w+\s)?
          (?:satt|sett|fastsatt|fastsett|utarbeid\w+|laga|laget|nye|egne|eigne)
        | ingen | oppdrag\w* | oppgave\w* | oppgåve\w* | rapporter\w* | prioriter\w* | tiltak\w*
        | delmål\w* | hovedmål\w* | hovudmål\w* | følgende[ ]mål | desse[ ]måla
    )\b
    # "Etaten skal:"
    | \b(?:skal|må|bør):\s*$
    """,
    re.VERBOSE,
)
SHARE_OF = re.compile(r"\s*(?:andel|del|delen|antall|talet|tal)\b")
