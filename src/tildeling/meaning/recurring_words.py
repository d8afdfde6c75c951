"""Words by which something is due again and again, in bokmål and nynorsk."""

from __future__ import annotations

import re

from tildeling.any_case import AnyCase
from tildeling.find.patterns import any_of
from tildeling.letter import Recurrence

# The parts of a year in "per halvår" and "en gang i måneden".
EVERY_PART: dict[str, Recurrence] = {
    "halvår": "half_yearly",
    "tertial": "tertially",
    "kvartal": "quarterly",
    "måned": "monthly",
    "månad": "monthly",
}
# Which day of it: "den 15. i", "siste virkedag i", "utgangen av".
_OF_EACH = r"""
    (?:den[ ])?(?:\d{1,2}\.|siste|første|fyrste)[ ](?:(?:virke|yrke|arbeids)?dag(?:en)?[ ])?i[ ]
    | (?:utgangen|slutten)[ ]av[ ]
    | (?:siste|første|fyrste)[ ](?:uka?|uken|veka?)[ ]i[ ]
"""
# What is handed in again and again, without a first date.
EVERY = re.compile(
    rf"""
    (?:(?:senest|seinast|innen|innan|ved)[ ])* (?:{_OF_EACH})?
    (?P<recurrence>
        (?:hver|kvar)[ ](?:tredje[ ])?(?:måned|månad)
        | (?:hvert|kvart)[ ](?:kvartal|tertial|halvår)
        | (?:hver|kvar)[ ](?:14\.[ ]dag|annen[ ]uke|andre[ ]veke|uke|veke)
        | (?:to|tre|fire)[ ](?:ganger|gonger)[ ]i[ ]året
        # "en gang i måneden"
        | (?:en|én|ein|éin)[ ](?:gang|gong)[ ](?:i|per)[ ]{any_of(EVERY_PART)}(?:en|et)?
    )(?!\w)
    """,
    re.IGNORECASE | re.VERBOSE,
)
# The same in one word: "rapportere kvartalsvis".
BY_TURNS = re.compile(
    r"\b(?P<recurrence>(?:kvartals|tertial|månads|måneds)vis|(?:måned|månad|halvår)l[ie]g|"
    rf"(?:per|pr\.) {any_of(EVERY_PART)}(?! ?\d))(?!\w)",
    re.IGNORECASE,
)
# After such a word: "ber om månedlig rapportering på saksbehandlingstid".
TURN_OF_REPORT = re.compile(
    r"\s+(?:\w+\s+)?(?:\w*rapport\w*|status\w*|oversikt|oversyn|orientering(?:er|ar)?|"
    r"oppdatering(?:er|ar)?|tilbakemelding(?:er|ar)?)\b",
    re.IGNORECASE,
)
# How often something is asked for: "hvert kvartal" after it, "kvartalsvise" before it.
_AFTER_IT = r"""(?:
    (?:hver|kvar)[ ](?:tredje[ ])?(?:måned|månad)
    | (?:hvert|kvart)[ ](?:kvartal|tertial|halvår|år)
    | (?:en|én|ein|éin)[ ](?:gang|gong)[ ]i[ ](?:året|måneden|månaden|kvartalet|halvåret)
    | (?:to|tre|fire)[ ](?:ganger|gonger)[ ](?:i[ ]året|årlig|årleg)
)"""
_BEFORE_IT = r"(?:(?:kvartals|tertial|månads|måneds)vise?|(?:måned|månad|halvår|år)l[ie]ge?)"
_ASKED_FOR = r"""(?:
    \w*rapport(?:er|ar|ering)? | status | \w*oversikt(?:er|ar)? | \w*oversyn
    | \w*(?:orientering|oppdatering|tilbakemelding|redegjørelse|utgreiing|melding)(?:er|ar)?
    | \w*prognose[rn]?
    | (?:\w*[ ])?(?:status|kontakt|dialog|oppfølgings|fag)?møt(?:e|er|te)?
)"""
# Who asks: "Departementet ber om å få", "vi ønskjer", "departementet skal ha".
_WANTS = r"""\b(?:
    (?:ber|bed|bes)(?:[ ](?!om\b)[^\s.;:,]+){0,3}?[ ]om(?:[ ]å[ ](?:få|motta))?
    | (?:departementet|vi|me)[ ](?:ønsker|ønskjer)(?:[ ]å[ ](?:få|motta))?
    | (?:departementet|vi|me)[ ](?:vil|skal|må)[ ](?:ha|få|motta)
)"""
# Up to the thing, no word that leads to another: "en vurdering av ordningen med rapport".
_ITS_ADJECTIVES = r"(?:[ ](?!(?:av|med|om|over|på|for|at|å|som|den|de|dei|i)\b)[^\s.;:,]+){0,3}?"
# What a report is about; not "saker som behandles hvert kvartal".
_ABOUT_WHAT = r"""(?:
    [ ](?:om|over|på|for|av|til|fra|frå|i|med)[ ]
    (?:(?!\b(?:som|der|hvor|kor|når|at)\b)[^.;:,]){1,80}?
)?"""
# How often, in a word before what is asked for: "kvartalsvise", "årlig".
ADJECTIVE_OF_TURNS = re.compile(_BEFORE_IT, re.IGNORECASE)
# A meeting that comes again and again: "ber om statusmøter hvert kvartal".
MEETING_ASKED = AnyCase(r"\b\w*møt(?:e|er|te)\b", marks=("møt",))
# A report that is asked for again and again: "ber om en kort status hvert kvartal", "ber om
# årlige rapporter".
ASKED_EVERY = re.compile(
    rf"""
    {_WANTS}{_ITS_ADJECTIVES}[ ]{_ASKED_FOR}{_ABOUT_WHAT}[ ](?P<recurrence>{_AFTER_IT})(?!\w)
    """,
    re.IGNORECASE | re.VERBOSE,
)
ASKED_BY_TURNS = re.compile(
    rf"""
    (?:
        {_WANTS}
        # "Tilsynet skal sende departementet en årlig rapport"
        | \b(?:skal|må)[ ](?:sende|levere|oversende|gi|gje)(?:[ ]\w*departementet)?
          [ ](?:en|ein|ei|et|eit)
    )
    {_ITS_ADJECTIVES}[ ](?P<recurrence>{_BEFORE_IT})(?:[ ]\w+)?[ ]{_ASKED_FOR}(?!\w)
    """,
    re.IGNORECASE | re.VERBOSE,
)
# "Departementet skal holdes orientert om framdriften hver måned", "ber om å bli orientert".
TOLD_EVERY = re.compile(
    rf"""
    (?:
        (?:
            \b(?:ber|bed)[ ]om[ ]å[ ](?:bli|verte)(?:[ ](?:holdt|halde|halden))?
            | \bdepartementet[ ](?:skal|må)[ ](?:holdes|haldast)
            | \b(?:skal|må)[ ](?:holde|halde)[ ]\w*departementet
        )
        [ ](?:orienter|informer|oppdater|underret)\w+
        | \bdepartementet[ ](?:skal|må)[ ](?:orienter|informer)(?:es|ast)
    )
    {_ABOUT_WHAT}[ ](?P<recurrence>{_AFTER_IT})(?!\w)
    """,
    re.IGNORECASE | re.VERBOSE,
)
# The same with how often first: "Hvert kvartal skal tilsynet gi en kort status".
EVERY_FIRST = re.compile(
    rf"(?P<recurrence>{_AFTER_IT})(?=[ ](?:skal|må|bes)[ ](?!departementet\b))",
    re.IGNORECASE | re.VERBOSE,
)
# How an assignment says what is to be done by turns.
REPORTS = re.compile(r"\brapporterer\b", re.IGNORECASE)
