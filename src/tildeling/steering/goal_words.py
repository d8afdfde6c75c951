"""Words that goals are told by, in bokmål and nynorsk; the patterns are for small letters."""

from __future__ import annotations

import re

from tildeling.find.number_words import ONES, TEENS

# What stands before "mål", and its rank: a goal stands under one of a smaller rank.
#
# "resultatmål" is an indicator, and "formål" what money is for.
KINDS: dict[str, int] = {
    "samfunns": 0,
    "hoved": 2,
    "hovud": 2,
    "sektor": 2,
    "": 3,
    "utviklings": 3,
    "styrings": 3,
    "virksomhets": 3,
    "verksemds": 3,
    "bruker": 3,
    "brukar": 3,
    "effekt": 3,
    "tjeneste": 3,
    "teneste": 3,
    "etappe": 4,
    "del": 5,
    "under": 5,
}
FORMS: tuple[str, ...] = ("", "et", "ene", "a")
# The rank of a goal that is called the overriding one: "Overordnet mål".
MAIN = 1
# From this rank on a goal stands under another, also where that is not printed.
HAS_PARENT = 4

# Pieces of patterns. They stand in verbose patterns and in others: a space in one is `[ ]`.
_ADJECTIVE = (
    r"(?:overordn(?:et|ede?|a)|øvergripande|overgripende|langsiktige?|strategiske?|nasjonale?|"
    r"faglege?|faglige?|felles|sentrale?|viktigste|særskil[td]e?|spesifikke|konkrete|"
    r"virksomhetsspesifikke|verksemdsspesifikke|helsepolitiske|miljøpolitiske|kulturpolitiske|"
    r"transportpolitiske|hoved|\d{4}-)"
)
_KIND = "(?:" + "|".join(kind for kind in KINDS if kind) + ")?"
# The word with the adjectives before it.
GOAL = rf"(?:{_ADJECTIVE}[ ])*{_KIND}mål(?:et|ene|a)?"
_SECTION = r"(?:\d{1,2}(?:\.\d{1,2})*[.)]?[ ])?"
# " 2.1", " nr. 3", " 1b", " A1", " A", " IV"
_NUMBER = r"""(?:
    [ ]?(?:nr\.?[ ]?)?
    (?P<number>
        \d{1,2}(?:\.\d{1,2})*[a-h]?(?!\w)
        | [a-h]\.?\d{1,2}(?:\.\d{1,2})*(?!\d)
        | [a-h](?!\w)
        | [ivx]{1,4}(?!\w)
    )
)"""
# "Mål 1: ", "2.1 Hovedmål A: ", "Delmål 1.2 – ", "Hovedmål for selskapet: ", "Mål 3 ".
LABEL = re.compile(
    rf"""
    (?:(?P<before>\d{{1,2}}(?:\.\d{{1,2}})*)[.)]?[ ])?
    (?P<words>{GOAL})
    (?:
        # With a number: "1: ", "1.2 – ", "3 "
        {_NUMBER}(?:[ ]?[:.)–—-](?=[ ]|$)|[ ]?:|$|[ ](?=\S))
        # Without: " for selskapet:", ":", " – "
        | (?:[ ](?:for|med|i)[ ][^.:;\t\n]{{2,80}}?)?[ ]?(?::|[ ][–—-][ ]|$)
    )\s*
    """,
    re.VERBOSE,
)
# A number that a list item or line has besides its marker: "A.1 ", "A. ".
INNER_NUMBER = re.compile(r"([a-z]\.?\d{1,2}(?:\.\d{1,2})*|\d{1,2}(?:\.\d{1,2})+|[a-z])[.)]? +")
MEASURE = (
    r"(?:styringsparamet(?:er|re|erar)?|resultatindikator|rapporteringsindikator|indikator|"
    r"resultatkrav|prestasjonskrav|resultatmål|måltall?|måltal|ambisjon|krav)"
)
# Indicators or requirements follow: "Styringsparametere:", "Resultatkrav 2024".
MEASURED = re.compile(rf"\b{MEASURE}\w*\b[^.:]{{0,40}}(?::|$)|^{MEASURE}")
# A paragraph that ends with what leads to indicators: "... i driften. Styringsparametre:".
MEASURED_LAST = re.compile(rf"(?:^|[.:;] ){MEASURE}\w*(?: [^.:]{{1,60}})?:$")
# What a table's column of indicators or figures is called.
MEASURE_HEADING = re.compile(rf"{MEASURE}|nøkkeltal|måleparamet|kpi|resultat|rapportering")
# What a table's column of goals is called.
COLUMN = re.compile(rf"{GOAL}(?: (?:for|i|innen|innenfor|innanfor|på) [^,:;\d]{{2,60}})?")
# A goal's number in a table's cell: "1. ".
CELL_NUMBER = re.compile(r"(\d{1,2}(?:\.\d{1,2})*|[a-z]\.?\d{1,2}|[a-z])[.):]? +")
# How a line of a contents list ends.
LEADERS = re.compile(r"(?:[.…·_] ?){4,}\d{0,3}$")
NEXT_LABEL = re.compile(rf"(?<= ){MEASURE}\w*(?: [^.:]{{0,30}})?:")
# "minst", "færre enn": what stands before a figure that is to be reached.
_BOUND = r"""(?:
    minst|minimum|min\. | høyst|høgst|maks\w* | under|over|inntil|innen|innan
    | ca\.?|om[ ]lag|mellom | ikke|ikkje
    | færre[ ]enn|fleire[ ]enn|flere[ ]enn|mer[ ]enn|meir[ ]enn
)"""
# A goal's words that are a figure to be reached.
FIGURE = re.compile(
    rf"""(?:
    # "skal være minst 85 pst.", "Færre enn 20"
    (?:skal[ ]være[ ]|skal[ ]vere[ ])?{_BOUND}(?!\w)[^\d]{{0,12}}\d
    # "≥ 85", "20"
    | [≥≤<>+–-]?[ ]?\d
    # "skal økes", "skal gå ned"
    | skal[ ](?:øk|auk|redus|oppretth|gå)\w*
    # "Økning fra 2020", "Stabilt i perioden", "Redusert sammenlignet med"
    | (?:øk|auk|redus|oppretthold|oppretthald|stabil|uendr)\w*(?:[ ]|$)(?:$|fra|frå|i|til|sam)
    )""",
    re.VERBOSE,
)
# What follows a goal's name where it is only pointed to.
POINTER = re.compile(
    rf"(?:se|sjå|jf\.?|jamfør|og|eller|til|{MEASURE}\w*|tabell|prioriteringer|prioriteringar)\b"
)

# A heading that names goals and nothing else: "Mål for 2026", "Langsiktige mål".
PURE_HEADING = re.compile(
    rf"""
    {_SECTION}
    # "Del II: ", "IV. "
    (?:del[ ][ivx]+[.:]?[ ]?[–—-]?[ ]?|[ivx]+\.?[ ])?
    (?:\w+(?:e|t|a|spesifikke)[ ]){{0,2}}{GOAL}
    (?:[ ](?:for|i|innen|innenfor|innanfor|på|til)[ ][^,:;….]{{2,70}})?:?
    """,
    re.VERBOSE,
)
NOT_PURE = re.compile(
    rf"regjering|storting|{MEASURE}|priorit|oppdrag|oppgav|oppgåv|rapport|tiltak|budsjett|"
    r"møte|prosjekt|strategi"
)
GOALS_HEADING = re.compile(rf"(?<!\w){GOAL}(?!\w)")
NOT_GOALS_HEADING = re.compile(r"regjering|storting|rapport|oppnå|resultat\w* (?:og|mot|på)|risiko")

# How many goals a sentence tells of, in words.
COUNTS = {word: count for word, count in {**ONES, **TEENS}.items() if 2 <= count <= 10}
_COUNT = rf"(?:{'|'.join(COUNTS)}|(?<![\d.])[2-9])"
# What leads into a list of goals: "For 2018 er følgende mål fastsatt:", "Delmål:".
INTRODUCES = re.compile(
    rf"""
    # "følgende mål", "tre overordnede delmål"
    \b(?:følgende|følgjande|disse|desse|dei|{_COUNT})(?:[ ]\w+(?:e|t|a|spesifikke))?[ ]
      (?:\w+[ ])?{GOAL}(?!\w)
    # "Målene for etaten er:", "Hovedmål for perioden gjelder følgende:"
    | (?<!\w){GOAL}(?!\w)[^.:]{{0,90}}[ ](?:er|gjelder|gjeld)
      (?:[ ](?:disse|desse|følgende|følgjande|som[ ]følger|som[ ]følgjer|å|at))?:
    # "2.1 Delmål for 2026"
    | ^{_SECTION}{GOAL}(?:[ ](?:for|i|innen|innenfor|innanfor|på)[ ][^.:;]{{2,70}})?:?$
    """,
    re.VERBOSE,
)
# With one of these a sentence leads into something else than goals.
INTRODUCES_OTHER = re.compile(
    rf"""
    {MEASURE}
    | rapport | redegj | gjøre[ ]rede | gjere[ ]greie | vurder | risiko
    | tiltak | oppgav | oppgåv | oppdrag | priorit | regjeringens | regjeringas
    # "For å nå målene skal etaten:"
    | for[ ]å[ ](?:nå|bidra|medverke|støtte|understøtte)[^:]*mål\w*
      [^:]*\b(?:skal|må|bør|vil|ber)\b
    """,
    re.VERBOSE,
)
# "Kulturrådet skal medverke til at:", which leads into goals under a heading of goals.
LEADS_ON = re.compile(
    r"skal(?: \w+){0,3} (?:bidra|medverke|medvirke|arbeide|arbeid|sikre|sørge|syte)"
    r"(?: \w+){0,2}(?: til| for| mot)?(?: at| å)?:$|\ber(?: at| å)?:$"
)
# How many goals a letter has: "tre mål for direktoratet".
COUNTED = re.compile(rf"\b({'|'.join(COUNTS)})(?: \w+)? {GOAL}(?!\w)")
# "For Nkom er dette delt i tre:", after a goal: the list that follows is of its parts.
DIVIDES = re.compile(
    r"\b(?:delt|delast|deles|deler seg|brutt ned|brote ned|støttes|støttast|konkretiser\w*|"
    r"operasjonaliser\w*)\b[^.]*:$"
)
# The same without a colon, before a list: "følgende mål for 2025.".
TOLD = re.compile(rf"\b(?:følgende|følgjande)(?: \w+)? {GOAL}(?!\w)[^.:]*\.$")
UNDER_MAIN = re.compile(r"\b(?:under|bidra til|medverke til|til) (?:det |dette )?hov[eu]dmål")

# A main goal that is something, and not to do something: "Hovedmålet for X er et trygt ...".
SAYS_WHAT = re.compile(
    rf"""
    (?:det[ ])?(?P<a>(?:{_ADJECTIVE}[ ])*hov[eu]dmålet)
    (?P<of>(?:[ ](?:for|med)[ ][^.:;]{{2,80}}?))
    (?:[ ]i[ ]\d{{4}})?[ ]er[ ]
    (?=(?:
        en|ei|et|eit|ein | god|gode|godt | trygg|trygge|trygt | økt|auka
        | flere|fleire|færre | bedre|betre | redusert | effektiv|effektive | høy|høg
    )[ ])
    """,
    re.VERBOSE,
)
# Which of several goals a sentence says: "Det første delmålet", "Eit anna mål".
_PLACE = r"""
    (?P<place>(?:
        det[ ](?:
            (?:aller[ ])?(?:første|fyrste|andre|tredje|fjerde|femte|sjette|sjuende|siste|neste
            |eine|ene)
        )[ ]
        | (?:et|eit)(?:[ ](?:annet|anna|første|andre|tredje|fjerde|siste))?[ ]
    ))
"""
# A sentence that says a goal.
SAYS = re.compile(
    rf"""
    # "Målet for X er å ...", "Det første delmålet er at ...", "Post 60: Mål 2 er også å ..."
    (?:(?:kap\.?[ ]?\d{{3,4}},?[ ]?)?post[ ]\d\d(?:[^.:;]{{0,60}})?:[ ])?
      (?:{_PLACE}|(?:det[ ]|dei[ ]))?
      (?P<a>{GOAL})(?:[ ](?:nr\.?[ ]?)?(?P<number>\d))?
      (?P<of>(?:[ ](?:for|med|til|i|innenfor|innanfor|på)[ ][^.:;]{{2,120}}?)?)
      [ ]er(?:[ ](?:fortsatt|framleis|difor|derfor|også|òg|i[ ]\d{{4}}))?,?[ ](?:å|at)[ ]
    # "For X er hovedmålet at ..."
    | (?P<for>(?:for|innenfor|innanfor|på)[ ][^.:;]{{2,100}}?)[ ]er[ ](?:det[ ])?
      (?P<b>{GOAL})(?:[ ][^.:;]{{2,60}}?)?[ ](?:å|at)[ ]
    # "Kulturrådets mål i 2026 er å ...", "Rådet sitt mål er å ..."
    | (?P<whose>[^.,:;]{{2,80}}?(?:s|[ ]sitt|’s))[ ]
      (?P<c>{GOAL})(?:[ ](?:for|i)[ ][^.:;]{{2,60}}?)?[ ]er[ ](?:å|at)[ ]
    """,
    re.VERBOSE,
)
# Whose aim is not that of the recipient's work, grant or field.
NOT_OURS = re.compile(
    r"""
    # A piece of work
    prosjekt | møte | strategi | plan(?:en)?\b | reform | pilot | oppdrag | utredning | utgreiing
    | kartlegg | evaluering | undersøk | kampanje | samling | konferanse | kurs | forsøk
    # Other bodies, and what they set
    | regjering | storting | avtale | loven | lova\b | forskrift
    | rapport | dialog | samarbeid | gjennomgang | høring | høyring | meldingen | meldinga
    | utprøving | anskaffelse | systemet | løsningen | løysinga | endring | tiltak | program
    | dugnad | ekspertgruppe | satsing
    | \bstaten | \bnorges | \bnoregs | \bnoreg\b | \beus?\b | \bfns?\b
    | \bdette\b
    """,
    re.VERBOSE,
)
# Under these headings an aim is that of what stands there.
OTHER_SECTIONS = re.compile(
    r"oppdrag|rapport|oppgav|oppgåv|tiltak|prosjekt|fellesføring|felles føring"
)
# A number that is no year.
FIGURES = re.compile(r"(?<![\d.])(?!20\d\d\b)\d")
GRANT = re.compile(
    r"tilskudd|tilskot|ordning|bevilgning|løyving|virksomhet|verksemd|tilsyn|forvaltning|politikk"
)
# A verb that makes a heading a whole sentence.
FINITE = re.compile(
    r"""
    \b(?:
        skal|er|har|får|blir|kan|vert|bidrar|bidreg|når|gir|gjev|gir|tar|tek|bruker|brukar
        | opplever|opplev|møter|deltar|deltek|arbeider|arbeidar|kjenner|kjenner|sikrer|sikrar
        | finner|finn|veit|vet|ivaretar|ivaretek|utnytter|utnyttar|velger|vel|bor|bur
        | fungerer|fungerar
    )\b
    """,
    re.VERBOSE,
)
