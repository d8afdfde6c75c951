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

MEASURE = (
    r"(?:styrings(?: )?paramet(?:e?re?|erar|rar|rane|rene|erne|erane|eren|eret)"
    r"|(?:resultat|rapporterings|kvalitets|måle?|styrings|prestasjons|effekt|aktivitets)?-?"
    r"indikator(?:er|ar|ane|ene|en)?|resultatmål(?:a|ene|et)?|prestasjonsmål(?:a|ene|et)?"
    r"|nøkkeltal(?:l|let|lene|a|et)?|måleparamet(?:e?re?|rar|rane|rene|eren))"
)
REQUIREMENT = (
    r"(?:(?:resultat|prestasjons|kvalitets|ytelses)krav(?:et|a|ene)?|måltall(?:et|ene)?"
    r"|måltal(?:et|a)?|ambisjonsnivå(?:et)?|ambisjon(?:en|er|ar)?|målsetting|krav(?:et|a|ene)?"
    r"|resultatmål(?:et)?|målverdi|målnivå)"
)
_OF_YEAR = r"(?:\s(?:i|for|ved utgangen av|innen))?(?:\såret)?\s?(?P<{0}>20\d\d)?"
_KINDS = r"(?:følgende|fylgjande|desse|disse|felles|sentrale|viktigste?|andre|øvrige|kvantitative)"

# A heading or label that says no more than that indicators follow.
MEASURES_ALONE = re.compile(
    rf"\s*(?:(?:[\d.]+\.?|[a-z]\)|del [ivx]+)\s+)?(?:{_KINDS}\s)*{MEASURE}"
    rf"(?:(?:\s?/\s?|\s?,\s|\s(?:og|med|inkludert)\s(?:tilhørende\s|tilhøyrande\s)?)"
    rf"(?:{MEASURE}|{REQUIREMENT}))*"
    r"(?:\s?\(?(?:for|til|knyttet til|knytt til|under|på|i|20\d\d)\b[^.:]{0,120}|\s20\d\d)?\s*:?\s*"
)
# A label that a paragraph swallowed as its last line. In letters as printed.
MEASURES_LAST = re.compile(
    r"(?<=[\w.)])\s(?P<label>(?:Styringsparamet\w+|Resultatindikator\w*|Indikator\w*|Resultatmål\w*"
    r"|Nøkkeltal\w*)(?:\s[^.:]{1,60})?:)\s*$"
)
MEASURES_NAMED = re.compile(rf"(?<!\w){MEASURE}(?!\w)")
# A sentence that leads to them: "Følgende styringsparametere gjelder", "har tre indikatorer".
THESE_MEASURES = re.compile(
    r"\b(?:følgende|fylgjande|følgjande|disse|desse|to|tre|fire|fem|seks|sju|åtte|ni|ti)\s"
    rf"(?:\w+\s){{0,2}}{MEASURE}(?!\w)"
)
# A sentence that leads to indicators that are requirements: "Følgende resultatkrav gjelder:".
THESE_REQUIREMENTS = re.compile(
    r"\b(?:følgende|fylgjande|følgjande|disse|desse)\s(?:\w+\s)?"
    r"(?:resultatkrav(?:ene|a)?|prestasjonskrav(?:ene|a)?|måltall(?:ene)?|måltal(?:a)?)(?!\w)"
)
MEASURES_ARE = re.compile(
    rf"(?<!\w){MEASURE}(?!\w)[^.:]{{0,80}}?\b(?:gjelder|gjeld|er|under|nedenfor|nedanfor|her"
    r"|brukes|nyttast|legges til grunn|fastsatt|fastsett|krav(?:ene)? er)\s?:?\s*$"
)
# A sentence that names one: "Styringsparameteren for målet er andel saker ...".
MEASURE_IS = re.compile(
    r"(?:styringsparamet(?:er|eren|ren|eret)|(?:resultat|rapporterings)?indikator(?:en)?"
    r"|resultatmålet)(?:\s(?:for|til|på)\s[^.:]{1,80}?)?\ser:?\s(?=\S)"
    r"|som\s(?:styringsparameter|(?:resultat)?indikator)(?:\s(?:for|til|under)\s[^.:;]{1,60}?)?"
    r"\s(?:gjelder|gjeld|brukes|nyttes|nyttast)\s(?!at\b)(?=\S)"
)
# A sentence that names one with what it is for: "Målet måles ved indikatoren andel saker ...".
MEASURED_WITH = re.compile(
    r"\b(?:måles|målast|(?:blir|vert) målte?|følges|følgjast|(?:blir|vert) følgd|vurderes|vurderast"
    r"|følger|følgjer)\s(?:[^.:;]{1,40}?\s)?(?:ved|med|gjennom|på)\s"
    r"(?:styringsparamet(?:eren|ren|eret)|(?:resultat)?indikatoren)\s(?:«\s?)?(?!for\b|på\b)(?=\S)"
)
# A sentence that is one: "Som styringsparameter gjeld at minst 70 prosent av ...".
MEASURE_SAID = re.compile(
    r"(?:som\s(?:styringsparameter|(?:resultat)?indikator|resultatmål|resultatkrav|prestasjonskrav"
    r"|måltall?)(?:\s(?:for|til|under)\s[^.:;]{1,60}?)?"
    r"\s(?:gjelder|gjeld|brukes|nyttes|nyttast|er satt|er sett|er fastsatt|er fastsett)"
    r"|(?:styringsparamet(?:eren|ren|eret)|(?:resultat)?indikatoren|resultatmålet|resultatkravet"
    r"|prestasjonskravet)(?:\s(?:for|til|på)\s[^.:;]{1,60}?)?(?:\si\s20\d\d)?\ser"
    r"|det\ser\s(?:satt\s|sett\s)?(?:et|eit)\s(?:resultatkrav|prestasjonskrav|resultatmål|måltall?))"
    r"(?:\sfor\s20\d\d|\si\s20\d\d)?\sat\s(?=\S)"
)
# A heading over what is required.
HEADS_REQUIREMENTS = re.compile(rf"(?<!\w){REQUIREMENT}(?!\w)|(?<!\w){MEASURE}(?!\w)")
# What leads to a requirement in the same sentence: ", med et måltall på høyst 60 dager".
WITH_REQUIREMENT = re.compile(
    rf",?\smed\s(?:(?:et|eit|ein|en)\s)?{REQUIREMENT}\s(?:på|om)(?:\sat)?\s(?=\S)"
)
# Verbs of a sentence that speaks of indicators given elsewhere.
TELLS_OF = re.compile(
    r"rapport|omtal|gjør\w* (?:rede|greie)|gjere greie|redegjør|vurder|avvik|beskriv|resultat\w* på"
)
# Items with figures under "Mål i 2024:", "Mål 2018:" are indicators.
YEAR_GOALS = re.compile(
    r"\s*(?:[\d.]+\s+)?(?:(?:kvantitative\s)?mål|måltall|måltal|resultatmål|resultatkrav)"
    r"\s(?:(?:i|for)\s)?(?:året\s)?(?P<year>20\d\d)(?:\s(?:er|for [^.:]{2,60}))?\s*:?\s*"
)
# A heading or label over the requirements on indicators that stand before.
REQUIREMENTS_ALONE = re.compile(
    rf"\s*(?:{REQUIREMENT}|krav og frister){_OF_YEAR.format('year')}"
    r"(?:\s(?:er|til|for)\b[^.:]{0,60})?\s*:?\s*"
)
# Over a list of its own its items say what is measured and how much of it is required.
RESULTS_REQUIRED = re.compile(
    r"\s*(?:[\d.]+\s+)?(?:resultatkrav|prestasjonskrav|måltall|måltal)"
    r"(?:\s(?:i|for))?(?:\såret)?(?:\s20\d\d)?\s*:?\s*"
)
# What leads to a requirement: "Resultatkrav: ", "Måltall 2021: ", "Kravet er ".
REQUIREMENT_LABEL = re.compile(
    rf"(?:(?<=[.;,:(–])\s?|(?<=[.;,:(–]\s)|^\s*|(?<=\s))(?P<label>(?:{REQUIREMENT}|mål(?:et)?(?=(?:\s(?:for|i)\s20\d\d)?(?:\s?:|\ser\s)))"
    rf"{_OF_YEAR.format('year')}(?P<joint>\s?[:=]\s?|\s?[–—]\s|\s(?:er|settes til|er satt til"
    rf"|er sett til|skal være|skal vere)\s(?:på\s|at\s)?|\s(?=(?:minst|over|under|ikk|høyst|høgst"
    rf"|maks|[≥≤<>\d]))))"
)
# What leads to one indicator: "Styringsparameter 1.2: ". In letters as printed.
MEASURE_LABEL = re.compile(
    r"(?:(?<=[.;:!?])\s|^\s*|(?<=\w)\s(?=[SIRNM]))"
    r"(?P<label>(?:[Nn]ye?\s)?(?:[Ss]tyringsparamet(?:er|erar|re|ere|rar)|(?:[Rr]esultat|[Rr]apporterings"
    r"|[Kk]valitets|[Mm]åle?|[Ss]tyrings)?[Ii]ndikator(?:er|ar)?|[Rr]esultatmål|[Nn]økkeltall?"
    r"|[Mm]åleparamet(?:er|re))"
    r"(?:\s(?:nr\.?\s)?(?P<number>\d+(?:\.\d+)*|[a-zæøå](?=[\s:.)–])|[A-Z]{1,3}\d*(?=[\s:.)–])))?)"
    r"(?:\s?(?P<joint>[:–—.)]|\s-)\s(?=\S)|(?<=\d)\s(?=[A-ZÆØÅ]))"
)

RESULT_COLUMN = re.compile(
    r"\b(?:resultat(?!krav|mål)\w*|res\.|status|faktisk\w*|oppnådd\w*|utgangspunkt\w*|nullpunkt\w*"
    r"|baseline|rapportert\w*|måloppnå\w*|nå-?situasjon\w*|regnskap|historisk\w*|gjennomsnitt)(?!\w)"
)
TARGET_COLUMN = re.compile(
    r"(?<!\w)(?:\w*krav|måltall?|mål(?:setting|verdi|nivå|et)?|ambisjon\w*|resultatmål|forvent\w+|target"
    r"|trend|(?:ønska|ønsket) (?:utvikling|retning)|styringsmål|etterspurt nivå"
    r"|ønsk\w+ (?:nivå|resultat))(?!\w)"
)
MEASURE_COLUMN = re.compile(
    rf"(?:{MEASURE}|parameter|parametrar|parametre|måling|måles ved|målast ved|hva måles"
    r"|hva som måles|kva som blir målt|målepunkt(?:er)?)(?!\w)"
)
GOAL_COLUMN = re.compile(
    r"(?:hoved|del|hovud|bruker|brukar|virksomhets|samfunns|sektor|effekt|resultat|etappe)?-?"
    r"mål(?:et|a|ene|område)?(?: nr\.?)?\b|innsatsområde|satsingsområde|resultatområde"
)
# Heads a column of goals also behind the indicators: "Styringsparameter | Delmål | Krav".
KIND_OF_GOAL = re.compile(
    r"(?:hoved|del|hovud|bruker|brukar|virksomhets|verksemds|samfunns|sektor|effekt|etappe)-?"
    r"mål(?:et)?(?: nr\.?)?"
)
NUMBER_COLUMN = re.compile(r"(?:nr|nummer|#|id|kode|ref|løpenr|no)\b\.?")
UNIT_COLUMN = re.compile(r"(?:måle)?(?:enhet|eining|benevning)\b|måleeining\b")
OTHER_COLUMN = re.compile(
    r"(?:rapporter\w*|prognose\w*|anslag|estimat\w*|avvik\w*|frekvens|kjelde\w*|kilde\w*|datakilde|ansvar\w*|merknad\w*|kommentar\w*|frist"
    r"|målemetode|metode|definisjon|risiko|tiltak|hyppighet|oppdrag"
    r"|forklaring|måletidspunkt|målefrekvens)\b"
)
GOAL_NAMED = re.compile(
    r"(?:(?:hoved|del|hovud|bruker|brukar|virksomhets|verksemds|samfunns|sektor|effekt|etappe"
    r"|resultat)?mål)\s(?:nr\.?\s)?(?!(?:i )?20\d\d)"
    r"(?P<number>\d+(?:\.\d+)*|[A-Za-z]\.?\d*(?:\.\d+)*)(?![\w.])"
)
GOALS_TOGETHER = re.compile(
    r"\b(?:målene|måla|målene samlet|måla under eitt|alle mål\w*|begge mål\w*)\b"
)
GOAL_LABEL = re.compile(
    r"\s*(?:hoved|del|hovud|bruker|brukar|virksomhets|verksemds|samfunns|sektor|effekt|etappe)?mål\b"
)

# How a requirement begins that no label leads to.
STARTS_REQUIREMENT = re.compile(
    r"\s*(?:skal|bør|må|kan|minst|minimum|min\.|ikk?j?e|under|over|høyst|høgst|maks|inntil|[≥≤<>~=]|\d"
    r"|om lag|ca|cirka|rundt|økning|øk|auk|reduk|reduser|nedgang|ned|opp|opprett|halde|hold|uendr"
    r"|stabil|mellom|færre|flere|fleire|lavere|lågare|høyere|høgare|kortere|kortare|innen|innan"
    r"|mindre|mer enn|meir enn|bedre|betre|samme|same|vise|alle\b|ingen\b|null\b|kr\b|100|forbedr"
    r"|forbetr|styrk|fall|synk|stig|videreføre|vidareføre|vekst|positiv|maksimalt|gå\b)"
)
STARTS_WITH_FIGURE = re.compile(
    r"\s*(?:minst|minimum|høyst|høgst|maks(?:imalt)?\.?|inntil|over|under|mer enn|meir enn"
    r"|flere enn|fleire enn|færre enn|ikk?j?e (?:under|over|mer enn|meir enn|færre enn|flere enn)"
    r"|om lag|ca\.?|≥|≤|<|>)?\s?(?:(?:kr\.?\s)?\d|(?:to|tre|fire|fem|seks|sju|syv|åtte|ni|ti|tolv"
    r"|én|éin|ett|eitt)\s)"
)
MUST = re.compile(r"\b(?:skal|bør|må)\b")
# A trend or level that is required in the indicator's own sentence: "skal øke", "skal gå ned".
MUST_MOVE = re.compile(
    r"(?:skal|bør|må)(?:\s(?:ikk?j?e|minst|fortsatt|framleis|også|i 20\d\d|samlet|videre"
    r"|vidare|årlig|gradvis|være|vere|bli|fortsette å|vise))*\s(?:øk(?:e|es)|auk(?:e|ast|es)"
    r"|gå (?:ned|opp)|ned|opp|reduser\w+|synk\w+|stig\w+|fall\w*|minke|minske\w*|oppretthold\w+"
    r"|oppretthalde\w*|hald\w+|holde\w*|bedr(?:es|e)|betr(?:ast|e)|forbedr\w+|forbetr\w+"
    r"|styrk\w+|veks\w+|vokse|uendr\w+|stabil\w*|lavere|lågare|høyere|høgare|kortere|kortare"
    r"|færre|flere|fleire|overstige|overskride|økning|reduksjon|nedgang|minst på|på samme|senkes)\b"
)
MUST_BE = re.compile(
    r"(?:skal|bør|må)"
    r"(?:\s(?:ikk?j?e|minst|i snitt|i gjennomsnitt|samlet|også|i 20\d\d|hvert år))*\s"
    r"(?:være|vere|utgjøre|utgjere|ligge|liggje|nå|nå opp|komme|kome|overstige|overskride|bli"
    r"|gis|avsluttes|behandles|behandlast|svares|svarast|ha|gjennomføres|gjennomførast|besvares"
    r"|avgjøres|avgjerast|ta|vare|løses|sendes|holde|være avgjort)\b"
)
STARTS_MEASURE = re.compile(
    r"\s*(?:andel|delen?\b|antall?|tal(?:l|et)\b|gjennomsnitt|median|saks\w*tid|saksbehandling"
    r"|sakshandsaming|behandlingstid|handsamingstid|svartid|ventetid|oppetid|bruker(?!mål)|brukar(?!mål)|kort"
    r"|rimelig|rett|tid\b|resultat av|kvalitet|omfang|utvikling|etterlevelse|prosent|volum|verdi"
    r"|kostnad|grad av|tilfreds|nivå|årlig|samlet|samla)"
)
# A paragraph after a heading of indicators that speaks of these leads to no list of them.
SPEAKS_OF_OTHER = re.compile(
    r"\b(?:ikk?j?e\s(?:\w+\s)?(?:satt|sett|fastsatt|fastsett|utarbeid\w+|laga|laget|nye|egne|eigne)"
    r"|ingen|oppdrag\w*|oppgave\w*|oppgåve\w*|rapporter\w*|prioriter\w*|tiltak\w*|delmål\w*"
    r"|hovedmål\w*|hovudmål\w*|følgende mål|desse måla)\b|\b(?:skal|må|bør):\s*$"
)
SHARE_OF = re.compile(r"\s*(?:andel|del|delen|antall|talet|tal)\b")
