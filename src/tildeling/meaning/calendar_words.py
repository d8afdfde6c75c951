"""Words of calendars: over their columns, in their rows, in the heading that they stand under."""

from __future__ import annotations

import re

from tildeling.find.patterns import any_of
from tildeling.forms import DEADLINE_WORD
from tildeling.meaning.documents import DOCUMENTS

# The year of all days in a column: "Dato 2021", "Frist i 2021", "Tidspunkt (2021)".
_OF_YEAR = r"(?:,? (?:(?:i|for) )?(?:19|20)\d\d| \((?:(?:i|for) )?(?:19|20)\d\d\))?"
DUE_COLUMN = re.compile(
    rf"(?:dato\s*/\s*)?{DEADLINE_WORD}(?:\s*/\s*dato)?(?: for [^\W\d]+)?{_OF_YEAR}|"
    r"innen|innan|senest|seinast",
    re.IGNORECASE,
)
TIME_COLUMN = re.compile(
    r"(?:dato|tid(?:spunkt)?|(?:dato|tid|møte)\s?/\s?(?:dato|tid(?:spunkt)?)|"
    rf"tidspunkt for [^\W\d]+|når|leveres|leverast|uke|veke){_OF_YEAR}",
    re.IGNORECASE,
)
MONTH_COLUMN = re.compile(rf"(?:måned|månad){_OF_YEAR}", re.IGNORECASE)
# In the name of a column of days by which nothing is handed in.
OF_OTHER_DAYS = re.compile(
    r"period|betal|rate\b|termin|resultat|status|start|oppstart|vedt|gjeld|løp(?:er|ar|et)?\b|"
    r"utløp|utgår|var(?:er|ar)\b|\bmøte|opprinnel|opphavl|tidlig|tidleg|gamm?[ae]l",
    re.IGNORECASE,
)
DELIVERY_COLUMN = re.compile(
    r"""
    leveranse(?:r|n)? | leveransar | rapport(?:er|ar)? | dokument(?:er)? | produkt(?:er)?
    | innspill | innspel
    | (?:hva|kva)[ ](?:skal|som[ ]skal)[ ](?:leveres|leverast|sendes|sendast)
    """,
    re.IGNORECASE | re.VERBOSE,
)
_MEETING_OR_REPORT = r"(?:møter?|rapport(?:er|ar)?|dokument(?:er)?|leveranser?|leveransar)"
WHAT_COLUMN = re.compile(
    rf"""
    {DELIVERY_COLUMN.pattern}
    | sak(?:er)? | hva | kva | aktivitet(?:er|ar)? | tema | oppgave(?:r)? | oppgåver?
    | milepæl(?:er|ar)? | tiltak | hendelse(?:r)? | hending(?:ar)? | rapportering | beskrivelse
    | innhold | innhald
    # "Møter/leveranser", "Møte eller rapport"
    | {_MEETING_OR_REPORT}\s*(?:/|eller|og)\s*{_MEETING_OR_REPORT}
    """,
    re.IGNORECASE | re.VERBOSE,
)
WHO_COLUMN = re.compile(r"ansvar(?:l[ie]g)?|hvem|kven|ansv\.?", re.IGNORECASE)
OTHER_COLUMN = re.compile(
    r"nr\.?|#|til|mottak[ea]r|merknad(?:er)?|kommentar(?:er)?|henvisning|tilvising|møtedato",
    re.IGNORECASE,
)
MEETING = re.compile(
    r"møte(?:t|r|ne|a)?\b|\bkonferanse|\bseminar|\bsamling\b|dialog(?:en)?\b|samtale[rn]?\b|"
    r"\bfagdag|\bworkshop|besøk\b",
    re.IGNORECASE,
)
HANDED_IN = re.compile(
    rf"""
    {any_of(word for word in DOCUMENTS if word != "plan")} | plan\b
    | innspill | innspel | regnskap | rekneskap | budsjett | forslag | framlegg | fremlegg | utkast
    | melding | søknad | redegjør | svar | bidrag | prognose | underlag | saksliste | sakliste
    | dokument | forklaring | studie\b | statistikk | strategi | tilråding | anmodning | oppmoding
    | tall\b | tal\b
    | lever(?:es|ast) | send(?:es|ast) | oversend | overlever
    | \bavvik | årsmelding
    """,
    re.IGNORECASE | re.VERBOSE,
)
# What a row begins with that the ministry does.
MINISTRY_SENDS = re.compile(
    r"""
    # "Utkast til tildelingsbrev", "Foreløpig statsbudsjett"; not "Tildelingsbrev: innspill"
    (?:
        utkast[ ]til[ ] | endel[ie]g[ ] | foreløpig[ ] | førebels[ ]
        | supplerende[ ] | supplerande[ ]
    )*
    (?:
        tildelings?brev | hovedinstruks | hovudinstruks | statsbudsjett
        | revidert[ ]nasjonalbudsjett | rnb
    )\w*\b
    (?!.*\b(?:innspill|innspel|merknad))
    # "Departementet sender"
    | (?:departementet|regjeringen|regjeringa)\s+(?:sender|legger|legg|gir|gjev)\b
    """,
    re.IGNORECASE | re.VERBOSE,
)
# What the words over a table begin with: "Tabell 3: Frister for 2024".
CAPTION = re.compile(r"(?:tabell|figur|vedlegg) \d+(?:\.\d+)?\s*[.:–-]", re.IGNORECASE)
# Part of a word in a heading that speaks of days; so does the word "plan".
OF_CALENDAR: tuple[str, ...] = (
    "kalender",
    "datoar",
    "datoer",
    "frist",
    "møte",
    "styring",
    "rapporter",
    "leveranse",
    "oppdrag",
    "milepæl",
    "tidspunkt",
    "hjul",
)
YEAR_ROW = re.compile(r"(?:år |kalenderåret )?(?P<year>(?:19|20)\d\d)\s*:?", re.IGNORECASE)
