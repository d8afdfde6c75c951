"""Words that a letter's form is made of, in both written languages, as layout needs them.

Tables, and next to no code: add a word here when a ministry prints another one.
"""

from __future__ import annotations

import re
from typing import Literal

from tildeling.any_case import AnyCase

LabelField = Literal[
    "background", "description", "financing", "deadline", "responsible", "participants"
]

# The day that something is to be there, in one word, as a label or a column's heading has it.
DUE_DAY = (
    r"(?:svar|(?:inn)?leverings|leveranse|ferdigstillings|rapporterings|oversendelses)"
    r"(?:dato|tidspunkt)(?:et)?"
)

# Longer forms first: the first that fits is taken. "Mål" and "Formål" say what is wanted, and so
# belong to the description; so does what is to be reported, whose dates are deadlines like any
# other.
# The labels that part an assignment, by the field they name: each a pattern for all of its words.
#
# To teach the parser a ministry's label, add its words to the field it belongs to.
LABELS: dict[LabelField, tuple[str, ...]] = {
    "background": (
        r"bakgrunn(?:en|a)?(?: (?:for|og formål(?:et)? (?:for|med)) oppdraget)?",
        r"bakgrunn og (?:formål|føremål|mål)",
    ),
    "description": (
        r"(?:nærmere |oppdrags)?beskrivelse(?:n)?(?: av (?:oppdraget|oppgaven|tiltaket))?",
        r"(?:nærare )?(?:omtale|beskriving)(?: av (?:oppdraget|oppgåva|tiltaket))?",
        r"(?:nærare )?skildring(?:a)?(?: av (?:oppdraget|oppgåva|tiltaket))?",
        r"(?:hva|kva) som (?:endres|(?:er|blir|vert) (?:endret|endra|nytt)|presiseres|utgår)",
        r"(?:om|innhold i|innhald i) oppdraget|oppdragstekst(?:en)?|oppdraget|oppgaven|oppgåva",
        r"innhold|innhald",
        r"(?:formål|føremål|mål)(?:et)?(?: (?:med|for) oppdraget)?",
        r"(?:forventet |forventa )?(?:resultat(?:er)?|leverans(?:er?|ar))",
        r"rapportering(?:a|en)?(?: (?:på|om|av) oppdraget)?(?: og leverans(?:e|er|ar|en))?",
        r"leverans(?:e|er|ar|en) og rapportering(?:a|en)?",
        r"presisering(?:a|en)? av oppdraget",
        r"oppfølging(?:a|en)?|gjennomføring(?:a|en)?|organisering(?:a|en)?",
    ),
    "financing": (r"finansiering(?:a|en)?(?: av oppdraget)?",),
    "deadline": (
        r"(?:(?:ny|siste|endel[ie]g|utsatt|utsett|revidert|første|fyrste|tentativ|foreløpig|"
        r"førebels|ønsket|ønskt|absolutt) )?frist(?:en|ar|er)?"
        r"(?: og rapportering(?:a|en)?)?(?: for oppdraget)?",
        r"(?:rapportering|leveranse(?:r|ar)?) og (?:tids)?frist(?:er|ar)?",
        r"(?:del|tids)frist(?:er|ar)?(?: \d)?|leveringsfrist|leveransefrist|svarfrist|tidspunkt|"
        r"rapporteringsfrist|innleveringsfrist|leveringstid|ferdigdato|forfall(?:sdato)?|tidsplan",
        rf"levering(?:en|a)?|{DUE_DAY}|ferdigstilling(?:en|a)?|ferdigstilt",
    ),
    "responsible": (
        r"ansvarl[ie]g (?:fag)?avdeling(?: i (?:\w+|departementet))?",
        r"ansvarl[ie]g i (?:\w+|departementet)|ansvarl[ie]g",
        r"(?:kontakt(?:avdeling|person(?:er|ar)?)?|fagavdeling)(?: i (?:\w+|departementet))?",
    ),
    "participants": (
        r"(?:samarbeidspartn(?:er|ar)(?:e|ar)?|samarbeid(?: med)?|deltak[ea]r(?:e|ar)?|"
        r"involverte(?: (?:aktør(?:er|ar)|virksomheter|verksemder))?)",
    ),
}

_ANY_LABEL = re.compile(
    "|".join(
        (*(form for forms in LABELS.values() for form in forms), "oppdrag|kopi(?: til)?|vedlegg")
    ),
    re.IGNORECASE,
)
_LONGEST_LABEL = 80
_FIELDS = tuple(
    (field, re.compile("|".join(forms), re.IGNORECASE)) for field, forms in LABELS.items()
)
# "Frist for sluttrapport", "Leveringsfrist for utkast til høringsnotat": no clause, no day.
_DUE_FOR = re.compile(
    r"(?:siste |endelig |ny )?(?:tids|leverings|svar|rapporterings)?frist(?:en)? "
    r"(?:for|til|med)"
    r"(?: (?!(?:er|blir|vert|skal|var|settes|kan|må|har)\b)[^\W\d_][^\W\d_-]*){1,6}",
    re.IGNORECASE,
)


def is_label(words: str) -> bool:
    """True for a label that stands alone, as over the field it names.

    >>> is_label("Bakgrunn for oppdraget"), is_label("Frist:"), is_label("Bakgrunnen er kjent.")
    (True, True, False)
    """
    words = words.strip(" :")
    return (
        words[:1].isupper()
        and len(words) < _LONGEST_LABEL
        and _ANY_LABEL.fullmatch(words) is not None
    )


def field_of_label(words: str) -> LabelField | None:
    """The field that a label alone names, which may say what falls due; None for other words.

    >>> field_of_label("Frist for sluttrapport"), field_of_label("Frist for svar er 1. mai")
    ('deadline', None)
    """
    words = words.strip(" :")
    if not words[:1].isupper() or len(words) >= _LONGEST_LABEL:
        return None
    if _DUE_FOR.fullmatch(words) and words.rpartition(" ")[2] not in UNFINISHED:
        return "deadline"
    if words.lower() == "oppdrag":
        return "description"
    return next((field for field, form in _FIELDS if form.fullmatch(words)), None)


# What a heading of the budget part begins with: 'Kap. 291 Bosetting', 'Post 60 Integrering'.
BUDGET_HEADING = re.compile(r"(?:Kap(?:ittel|\.)?\s*\d{3,4}|Post\s*\d{2})\b,?\s+[A-ZÆØÅ]")

# What every title has in it, in both written languages: "Tillegg nr. 4 til tildelingsbrev",
# "Supplerande tildelingsbrev", "Statsbudsjettet 2012 - tildelingsbrev", "Oppdragsdokument",
# "Korrigering av ...", "Statsbudsjettet 2017 - kap. 729 ... - tildeling av bevilgning".
TITLE_WORDS = AnyCase(
    r"""(?x)
    # "Tildelingsbrev", "tildelingbrev"
    tildel[a-zæøå]{0,4}i?ngs?brev
    | tildeling\s+av\s+(?:midl[ae]r|bevilgning|løyving)
    | overføring\s+av\s+(?:bevilgning|løyving)
    | oppdrags(?:dokument|brev) | oppdrag\s+og\s+bestilling
    # Other letters: "Tilskuddsbrev", "Tilsagn om tilskudd", "Iverksettingsbrev"
    | tilskudds?brev | tilskotsbrev | tilsagnsbrev | tilsegnsbrev
    | tilsagn\s+om\s+tilskudd | tilsegn\s+om\s+tilskot
    | iverksettings?brev | iverksetjingsbrev | disponeringsbrev | disponeringsskriv
    | overføringsbrev | orienteringsbrev | belastningsfullmakt | instruks\s+om\s+tildeling
    # Words that tell it only where the line begins with them: "Tillegg nr. 4"
    | tillegg(?<=^.{7})\b
    | revidert(?<=^.{8})\b
    | korrigering(?<=^.{11})\b
    | korreksjon(?<=^.{10})\b
    | endring(?<=^.{7})\b
    | statsbudsjettet
    # "Instruks for Riksarkivet"; no other word that ends so
    | instruks(?<!\w.{8})\s+(?:for|til)\b
    | hov[eu]dinstruks\s+(?:for|til)\b
    | etatsinstruks\s+(?:for|til)\b
    | økonomiinstruks\s+(?:for|til)\b
    """
)

# What ends a sentence, or a clause of one.
SENTENCE_END = re.compile(r"[.:!?;»\"”)]$")

# Words that end no paragraph and no heading: the line below goes on.
UNFINISHED = frozenset(
    """
    og eller av for til med på i om ved fra frå som den det de dei en et ei å mot mellom hos under
    over etter innen innan samt at er skal blir vil kan må jf jf. nr nr. kap kap. post pkt pkt.
    punkt prop. meld. innst. st. mill. mrd. bl.a. f.eks. ca. inkl. evt. ev. § §§ kr kr.
    også der hvor kor når ikke ikkje bør har hadde ble vart blei var denne dette disse desse
    sin sitt sine både enten samme same alle andre annen anna henholdsvis høvesvis
    """.split()  # noqa: SIM905 -- a list of words reads better in running lines
)

# A row's label begins with this word: 'Frist', 'Frist for utbetaling'.
DEADLINE_LABEL = "frist"

# The word for a deadline as a label or a column's heading prints it, in small letters. It stands in
# verbose patterns and in others: its space is `[ ]`.
DEADLINE_WORD = (
    r"(?:(?:ny|endra|endret|revidert)[ ])?"
    r"(?:tids|leverings?|leveranse|rapporterings|svar|del)?frist(?:er|ar)?"
)
# The heading of the column that says when a task is due, all of its words.
DEADLINE_HEAD = re.compile(
    rf"""
    # "Ny frist", "Frist for rapportering"
    {DEADLINE_WORD}(?:[ ]for[ ](?:
        levering | leveranse | rapportering | svar | oppdrag(?:et)? | gjennomføring
        | ferdigstill(?:else|ing) | tilbakemelding | oversendelse | oversending
      ))?
    | dato(?:\s?/\s?frist)? | frist\s?/\s?dato | tidspunkt | levering | {DUE_DAY}
    # "Rapportering og frist"
    | (?:rapportering|leveranse(?:r|ar)?)[ ]og[ ](?:tids)?frist(?:er|ar)?
    """,
    re.IGNORECASE | re.VERBOSE,
)

# The heading of the column that says what a calendar's date is for, all of its words.
CALENDAR_HEAD = re.compile(
    r"sak(?:er)?|aktivitet(?:er|ar)?|møte(?:r|og rapport)?|hva|kva|rapport(?:er|ar)?|"
    r"leveranse(?:r|ar)?|dokument(?: eller møte)?",
    re.IGNORECASE,
)

# The heading of the column that says what a task is, all of its words.
TASK_HEAD = re.compile(
    r"""
    oppdrag(?:et|stittel|ene|a)? | bestilling(?:er|ar)? | tinging(?:er|ar)?
    | tiltak | oppgav(?:e|er) | oppgåv(?:e|er) | aktivitet(?:er|ar)? | leveranse(?:r|ar)? | tittel
    # "Nærmere beskrivelse av oppdraget"
    | (?:(?:nærmere|nærare)[ ])?(?:beskrivelse|beskriving|omtale)(?:[ ]av[ ]oppdraget)?
    """,
    re.IGNORECASE | re.VERBOSE,
)

# What stands before a date that something is due.
DUE_BEFORE = (
    "ved utgangen av|innen utgangen av|innan utgangen av|utgangen av|i løpet av|innen|innan|senest|"
    "seinast|snarest|før|medio|primo|ultimo|slutten av|starten av|begynnelsen av|byrjinga av|"
    "første halvdel av|andre halvdel av|fra|frå|den|per|pr."
)

# What stands in a date's place.
DUE_WITHOUT_DATE = (
    "løpende|løpande|fortløpende|fortløpande|snarest|snarest mulig|snarast|snarast råd|straks|"
    "omgående|avtales|avtales nærmere|etter avtale|blir avtalt|settes i dialog[^.]{0,70}|"
    "blir sett i dialog[^.]{0,70}|fristen settes i dialog[^.]{0,70}|"
    "fristen blir sett i dialog[^.]{0,70}|etter gjennomført høring"
)

MONTHS = (
    "januar|februar|mars|april|mai|juni|juli|august|september|oktober|november|desember|"
    "jan.|feb.|apr.|aug.|sept.|sep.|okt.|nov.|des."
)

SEASONS = "våren|sommeren|sommaren|høsten|hausten|vinteren|vår|sommer|høst|haust|vinter"

PERIODS = "tertial|kvartal|halvår"

ORDINALS = "første|fyrste|andre|tredje|fjerde|1.|2.|3.|4."

# A deadline's label that says no more than that it is one: "Frist", "Ny frist", "Svarfrist:".
_BARE_LABEL = re.compile(
    r"(?:(?:ny|endra|endret|revidert)\s+)?(?:leverings|svar|tids)?"
    r"frist(?:en|er|ar)?(?:\s+og\s+rapportering)?\s*:?",
    re.IGNORECASE,
)


def is_bare_label(label: str) -> bool:
    """Whether a deadline's label says no more than that it is a deadline.

    >>> is_bare_label("Ny frist:"), is_bare_label("Fristar"), is_bare_label("Frist for årsrapport")
    (True, True, False)
    """
    return _BARE_LABEL.fullmatch(label.strip()) is not None


# First words of a table's sum row.
SUM_WORDS = frozenset(("sum", "totalt", "total", "samlet", "samla"))

# Headings of the column that names the posts.
NAME_HEADS = frozenset(
    """
    postnavn postnamn betegnelse nemning benevnelse benevning beskrivelse formål føremål navn namn
    tekst
    """.split()  # noqa: SIM905 -- as above
)

# Words that headings of amount columns begin with; no name of a post does.
AMOUNT_HEADS = ("bevilgning", "bevilling", "løyving", "tildel", "budsjett", "endring", "saldert")

# What stands over the signatures, folded.
GREETINGS = (
    "med hilsen",
    "med vennlig hilsen",
    "med helsing",
    "med venleg helsing",
    "vennlig hilsen",
)
