"""The words that requirements on an indicator are made of, bokmål beside nynorsk.

Stems stand as patterns where both languages bend a word in many ways: "øke", "økes", "økning",
"auke", "aukast", "auking".
"""

from __future__ import annotations

from tildeling.letter import Comparison, Unit

# What may follow a number, with no more than a space between.
UNITS: dict[Unit, str] = {
    "percentage_points": r"(?:prosent|pst\.?|%)[ -]?poeng|prosenteiningar|pp\b",
    "percent": r"%|p[rs]\.?o?sent\b|pst\b\.?|pct\b\.?",
    "kroner": r"kroner\b|kroner(?=\d)|kr\b\.?|nok\b",
    "days": r"(?:virke|arbeids|kalender|yrke|verke|kvarde|hverdags?)?dag(?:er|ar|a)?\b|døgn\b",
    "weeks": r"(?:arbeids|kalender)?(?:uker?|veker?)\b",
    "months": r"(?:kalender)?måned(?:er)?\b|(?:kalender)?månad(?:er|ar)?\b|mnd\b\.?|md\b\.",
    "years": r"år\b",
    "hours": r"(?:arbeids)?tim(?:e|er|ar)\b",
    "minutes": r"minutt(?:er|ar)?\b|min\b\.?",
    "score": r"poeng\b|(?:i[ ])?(?:gjennomsnitts)?(?:skår|score)\b",
}

SCALES: dict[str, int] = {
    r"mill\b\.?|millionar|millioner|million": 1_000_000,
    r"mrd\b\.?|milliardar|milliarder|milliard": 1_000_000_000,
    r"tusen": 1_000,
}

# What a number may measure that the contract has no unit for.
OTHER_UNITS = (
    r"(?:sek\b|sekund|tonn\b|kg\b|kilo|gram|km\b|km2|km²|mil\b|met(?:er|rar)\b|m2\b|m²|m3\b|m³|kvm\b"
    r"|kvadrat|kubikk|hektar|dekar|daa\b|liter|[kmgt]w\b|[kmgt]wh\b|promille|‰|co2|co₂|grader?\b)"
)

# Right before a number: the result is to be as high as it. For verbose patterns, like the next two.
AT_LEAST = r"""(?:
    minst | minimum | min\. | minimalt
    # "ikke komme under", "ikke ha færre enn"
    | ikk?j?e[ ](?:\w+[ ])?under | ikk?j?e[ ](?:vere|være|bli)[ ]under
    | ikk?j?e[ ](?:\w+[ ])?(?:lavere|lågare|mindre|færre|dårlegare|dårligere|svakere)[ ]enn
    | over | meir[ ]enn | mer[ ]enn | fleire[ ]enn | flere[ ]enn | høyere[ ]enn | høgare[ ]enn
    | større[ ]enn | betre[ ]enn | bedre[ ]enn | oppe[ ]i | opp[ ]til
    # "øke til"
    | auk\w*[ ]til | øk\w*[ ]til | økning[ ]til | auke[ ]til | hev\w*[ ]til | stig\w*[ ]til
    | ≥ | >= | > | ⩾ | =>
)"""

# Right before a number: the result is to be as low as it.
AT_MOST = r"""(?:
    høyst | høgst | maks\.? | maksimum | maksimalt | max\.? | inntil | opptil | opp[ ]mot
    # "ikke ta mer enn", "ikkje overstige"
    | ikk?j?e[ ](?:\w+[ ])?(?:
        over | meir[ ]enn | mer[ ]enn | fleire[ ]enn | flere[ ]enn | høyere[ ]enn | høgare[ ]enn
        | større[ ]enn | lenger[ ]enn | lengre[ ]enn | lengre[ ]tid[ ]enn
        | overstige | overstiger | overskride | overskrid | overstig\w* | etter
      )
    | under | mindre[ ]enn | færre[ ]enn | lavere[ ]enn | lågare[ ]enn
    | kortere[ ]enn | kortare[ ]enn | raskere[ ]enn | raskare[ ]enn
    # "ned til", "redusere til"
    | ned[ ]til | ned[ ]mot | reduser\w*[ ]til | redusert[ ]til
    | senk\w*[ ]til | kutt\w*[ ]til | minsk\w*[ ]til
    | innen | innan | innanfor | innenfor | i[ ]løpet[ ]av | senest | seinast
    | ≤ | <= | < | ⩽ | =<
)"""

# Right before a number: it is the number itself that is to be reached.
ABOUT = r"""(?:
    om[ ]lag | omlag | cirka | ca\b\.? | rundt | omtrent | omkring | kring
    | lik | = | på | er | til | være | vere
)"""

MORE_AFTER = (
    r"(?:eller (?:mer|meir|fler|flere|fleire|høyere|høgare|bedre|betre|over)|og (?:over|oppover)"
    r"|som minimum|minimum|\+)"
)
LESS_AFTER = (
    r"(?:eller (?:mindre|færre|lavere|lågare|kortere|kortare|under|raskere|raskare)|og under"
    r"|som maksimum|maksimum)"
)

# That something goes up, or down; for verbose patterns, as all below.
RISES = r"""(?:
    øk(?:e|es|er|t|te|ende|ning\w*|ast)? | auk(?:e|es|ar|a|ast|ande|ing\w*|en)?
    | opp | oppgang\w* | oppover | stig(?:e|er|ende|ande|ning\w*) | veks(?:t|er|e|ten)? | vokse\w*
    | høyere | høgare | hev(?:e|es) | større | flere | fleire | mer | meir
    | bedre | betre | bedr(?:es|e|ing\w*) | betr(?:ast|e|ing\w*) | forbedr\w+ | forbetr\w+
    | styrk(?:e|es|ast|et|a) | framgang\w* | fremgang\w*
)"""
FALLS = r"""(?:
    reduks\w+ | reduser\w+ | ned | nedgang\w* | nedover\w* | nedad\w* | synk\w+ | søkk\w*
    | fall(?:e|er|ende|ande)? | senk\w+ | færre | lavere | lågare | mindre
    | kortere | kortare | raskere | raskare | mink\w+ | minsk\w+ | kutt\w* | avta\w*
)"""
# That it stays: "opprettholdes", "på minst samme nivå", "som i dag".
KEEPS = r"""(?:
    oppretthold\w* | oppretthald\w* | uendr\w+ | uforandr\w+ | stabil\w*
    # "holde nivået", "haldast ved like"
    | halde\w*[ ](?:nivå\w*|ved) | hold\w*[ ](?:nivå\w*|ved) | haldast | held\w*[ ]ved[ ]lag
    # "holde seg på 2025-nivå", "holdes stabilt"
    | h[ao]ld\w*[ ](?:seg[ ])?på[ ](?:20\d\d|fjoråret|dagens)
    | hold(?:e|es)[ ](?:seg[ ]|på[ ])?(?:stabil\w*|dagens|samme)
    | videreføre\w* | vidareføre\w*
    | (?:på[ ])?(?:minst[ ])?(?:samme|same|dagens|dagen[ ]sitt|likt)[ ]nivå
    | halde[ ]oppe | holde[ ]oppe | som[ ]i[ ]dag
)"""
NOT = r"ikk?j?e(?:[ ]skal|[ ]bør|[ ]må)?(?:[ ]vere|[ ]være|[ ]bli)?"
# "skal ikke øke", "ikke bli høyere"
NOT_MORE = rf"""
    {NOT}[ ](?:
        øk|auk|over|stig|veks|vokse|høy|høg|større|fle[ri]|mer[ ]|meir[ ]|lenge|lengre
    )\w*
"""
# "skal ikke gå ned"
NOT_LESS = rf"""
    {NOT}[ ](?:
        reduser|gå[ ]ned|synk|søkk|fall|svekk|mink|minsk|lav|låg|dårl|mindre|færre|under
    )
"""
AT_LEAST_SAME = r"minst[ ](?:på[ ])?(?:samme|same|like|likt)"
NONE_AT_ALL = r"(?:ingen|inga|ingenting|null)\b"

# What a cell says that holds neither requirement nor result. For a verbose pattern.
NOTHING_SET = r"""(?:
    # "–", "n/a"
    [-–—−.…*/\s]* | n/?a | i/a
    # "ikke målt", "ikkje fastsett for 2026"
    | ikk?j?e[ ](?:
        målt|satt|sett|aktuelt|aktuell|fastsatt|fastsett|målbart|tilgjengelig|tilgjengeleg
        |relevant|angitt|avklart|oppgitt|rapportert|klart?|krav
      )\w*.{0,40}
    # "Ny", "ny indikator"
    | ny(?:tt?)?(?:[ ]parameter|[ ]indikator|[ ]i[ ]20\d\d)?
    | ingen[ ](?:krav|data|tall|tal|måling|måltall|resultatkrav|status|måltal)\w*
    | uten[ ](?:krav|måltall) | utan[ ](?:krav|måltal) | mangler | manglar
    # "fastsettes etter nullpunktsmåling", "under utarbeiding"
    | (?:blir[ ]|vil[ ]bli[ ]|skal[ ])?
      (?:fastsettes|settes|fastsettast|fastset|utarbeides)\b.{0,60}
    | under[ ]utarbeid\w* | kommer(?:[ ]senere)?
    | nullpunkt\w* | se[ ](?:over|under|tekst|omtale)\w*.{0,30} | måles[ ]ikke | ukjent | tbd | x+
)"""

COUNTS = r"(?:tal(?:l|et|let)?(?: på)|antal(?:l|let)?)\b"
SHARES = r"(?:andel(?:en|a)?|del(?:en)?|prosentdel(?:en)?|prosentandel(?:en)?|svarprosent\w*)\b"
SCORES = r"(?:skala|skår|score|tilfreds\w*|fornøyd\w*|nøgd\w*|karakter\w*|omdømme\w*|indeks)"
# What a requirement without a number says, each with what it asks; the first in the words counts,
# of two in one place the first here.
COMPARISONS: tuple[tuple[str, Comparison], ...] = (
    (AT_LEAST_SAME, "at_least"),
    (NOT_MORE, "at_most"),
    (NOT_LESS, "at_least"),
    (rf"\b{KEEPS}", "maintain"),
    (rf"\b{FALLS}\b", "decrease"),
    (rf"\b{RISES}\b", "increase"),
    (r"[↑↗]", "increase"),
    (r"[↓↘]", "decrease"),
    (r"[→↔]", "maintain"),
)
