"""Words of payments (utbetalinger) in bokmål and nynorsk."""

from __future__ import annotations

import re
from fractions import Fraction

from tildeling.any_case import AnyCase

# What a passage in small letters has in it that speaks of payments.
MARKS = ("utbetal", "betales ut", "betalast ut", "betalt ut", "betalte ut", "betale ut")
OTHER_MARKS = ("overfør", "betales", "betalast", "betalt", "betalte", "forf")
# Words that are said of much else too, and those that tell that payments are meant.
PART_MARKS = ("rate", "rata", "termin", "omgang", "utbetal", "konto", "del", "prosent", "pst", "%")
# The fewest words of which one stands wherever any of the marks does.
SIGNS = ("betal", "overfør", "forf")

# Pieces of the patterns below. They stand in verbose patterns too: a space in one is `[ ]`.
_IS_PAID_OUT = r"(?:utbetales|utbetalast|betales[ ]ut|betalast[ ]ut)"
_PAID = r"(?:utbetalt|utbetalte|utbetala|betalt[ ]ut|betalte[ ]ut)"
_MONEY_GOES = r"(?:overføres|overførast|betales|betalast|forfaller|forfell)"

# What the ministry pays: in the passive, or by itself.
PAYS = AnyCase(
    rf"""(?x)
    # "Midlene utbetales i mars"; not "kan utbetales"
    (?<!kan[ ])(?<!må[ ])(?<!skal[ ])\b{_IS_PAID_OUT}\b
    # "blir i sin helhet utbetalt", "ventes utbetalt"
    | \b(?:blir|vert|bli|verte|planlegges|planleggast|ventes|ventast)
      (?:[ ]\w+){{0,3}}?[ ]{_PAID}\b
    # "Utbetaling av første termin skjer i mars"
    | \butbetaling(?:en|a|er|ene|ane|ar)?\b(?:[ ]\w+){{0,6}}?[ ]
      (?:skjer|skje|gjøres|gjerast|blir[ ]gjort|vert[ ]gjort|finner[ ]sted|finn[ ]stad|foretas)\b
    # "Departementet vil utbetale", "vi betaler ut"
    | \b(?:departementet|vi)[ ](?:vil[ ]|kjem[ ]til[ ]å[ ]|kommer[ ]til[ ]å[ ])?
      (?:utbetaler?|utbetalar?|betaler?[ ]ut|betalar?[ ]ut)\b
    | \butbetalings(?:dato|tidspunkt|termin)\w*\b
    # "Det tas sikte på å utbetale"
    | \b(?:tas|tatt|tek|tar|ta)[ ]sikte[ ]på[ ]å[ ](?:utbetale|betale[ ]ut)\b
    # "Utbetalingsplan for 2026:"
    | ^(?:utbetaling(?:en|a|er|ar|splan)?|terminer|terminar)(?:[ ]\w+){{0,4}}:
    """
)

# What somebody has to pay: the ministry where instalments are named, else the recipient.
SHALL_PAY = AnyCase(rf"\bskal[ ](?:\w+[ ]){{0,3}}?{_IS_PAID_OUT}\b", ("skal",))

# The same in words that are said of much else too: instalments or an account tell which.
GOES = AnyCase(
    rf"(?<!kan )(?<!må )\b{_MONEY_GOES}\b"
    r"|\b(?:blir|vert|bli|verte)(?: \w+){0,3}? (?:overført|overførte|overførde|betalt|betalte)\b"
    r"|\b(?:departementet|vi) (?:vil )?(?:overfører?|overførar?)\b"
)

# That money comes in parts, or where it is paid to.
IN_PARTS = AnyCase(
    r"""(?x)
    \b(?:
        # "i fire rater", "i to terminer", "i én omgang"
        rate|raten|rater|ratar|ratene|ratane
        | termin|terminen|terminer|terminar|terminene|terminane
        | omgang|omganger|omgangar | avdrag | delutbetaling\w* | utbetalingsplan\w*
        # "halvparten", "en tolvdel", "25 prosent"
        | halvpart\w*|halvdel\w*|tolvdel\w*|tolvtedel\w*|fjerdedel\w*|tredjedel\w*|femdel\w*
        | prosent|pst
        | konto|kontoen
        | kvartalsvis|terminvis
        | (?:like|store|to|tre|fire)[ ](?:deler|delar)
    )\b
    | %
    """
)

# Claw-back, money that the recipient pays in, benefits and fees.
NOT_PAID = AnyCase(
    r"""(?x)
    \btilbakebetal | \btilbakefør
    # "kan kreves helt eller delvis tilbake"
    | \b(?:kreve|krevje|krevjast|kreves|betales|betalast)\b.{0,40}\btilbake\b
    # "innbetales til statskassen"
    | \binnbetal | \bstatskassen?\b(?![ ]?\))
    # "vil ikke bli utbetalt"
    | \b(?:ikke|ikkje)(?:[ ]\w+){0,2}[ ](?:utbetal|overfør|betal)
    | \b(?:
        lønn|løn|pensjon|trygd|stønad|sykepenge|sjukepenge|dagpenge
        | erstatning|gebyr|bot|bøter|faktura
      )\w*\b
    """
)

# What is paid: money of the state, and no thing that others pay for.
MONEY = AnyCase(
    r"""(?x)
    \b(?:
        midl\w* | beløp\w* | \w*tilskudd\w* | \w*tilskot\w* | ramm(?:e|en|a)
        | \w*bevilgning\w* | \w*løyving\w* | \w*tildeling\w*
        | summen | pengene | pengane | \w*støtt(?:e|en|a) | kontingent\w*
        | au?k(?:en|inga) | økning(?:en|a)  # "økningen på 2 mill. kroner"
        | post(?:en)? | rest(?:en|beløp\w*) | rate\w* | termin\w* | halvpart\w*
        | kr | kroner | bidrag\w* | oppgjør\w*
    )\b
    """
)

# A sentence's end that leads to a list or a table.
OPENS_PLAN = AnyCase(
    r":\s*$|\b(?:slik|som følger|som følgjer|følgende|følgjande|under|nedenfor|nedanfor|denne"
    r"|tabell\w*)\b[^.]*\.?\s*$"
)

# What a heading or a caption has over payments.
HEADS_PLAN = AnyCase(
    r"\butbetal|\bbetaling av\b|\bterminbeløp|\bterminplan|\bbetalingsplan", ("betal", "termin")
)

# What money is paid on; a date in it is that of something else.
CONDITION = AnyCase(
    r"""(?x)
    \b(?:
        når | dersom | etter[ ]at | forutsatt | føresett
        | under[ ]forutsetning | under[ ]føresetnad
        | så[ ]snart | såframt | såfremt | hvis | viss
        | med[ ]forbehold | med[ ]atterhald
        | etter[ ]mottatt | etter[ ]motteken  # "etter mottatt regnskap"
        | ved[ ](?:aksept|signering|oppstart|inngåelse|inngåing|kontrakt\w*|avtale\w*)
    )\b
    """
)

# Before a sum paid on a condition: "1 mill. kroner 1. mars og 1 mill. kroner når ...".
ON_CONDITION = re.compile(
    r"\bog\s+(?=(?:kr\.?\s)?\d[\d\s.,]*(?:mill(?:\.|ionar|ioner)?\s)?(?:kroner\s|kr\.?\s)?"
    r"(?:når|dersom|etter\sat|så\ssnart|ved\s(?:aksept|signering|oppstart))\b)",
    re.IGNORECASE,
)

# Money that is paid as it is asked for, and perhaps not at all.
ON_REQUEST = AnyCase(
    r"\b(?:etter|på|mot|ved|grunnlag av) (?:\w+ ){0,2}(?:søknad|søknader|søknadar|anmodning"
    r"|oppmoding|førespurnad|forespørsel|refusjon\w*|faktura|regning|rekning|refusjonskrav)\b"
)

# What heads a sum of instalments, in a row or a column.
AGGREGATE = AnyCase(
    r"\b(?:sum|totalt?|i alt|til sammen|til saman|tilsammen|samlet|samla|akkumulert)\b"
)

# What heads a column of shares.
SHARES_HEAD = AnyCase(r"\b(?:prosent|andel|pst|del av)\b|%")

# What heads the column of a plan's sums.
AMOUNT_HEAD = AnyCase(r"\b(?:beløp|kroner|kr|utbetal\w*|sum|rate|terminbeløp)\b")

# What a row, a list item or a sentence begins with that is one instalment of several.
INSTALMENT = AnyCase(
    r"""(?x)
    ^(?:den[ ])?
    # "1.", "Første", "Sluttutbetaling", "Resten"
    (?:
        \d{1,2}\. | første|fyrste|andre|annen|tredje|fjerde|femte|sjette | siste
        | sluttutbetaling | resten|resterende|resterande
    )
    # "og siste", "halvpart", "termin"
    (?:[ ](?:
        og[ ]siste | halvpart\w* | rate\w* | termin\w* | del\w* | utbetaling\w* | avdrag | omgang\w*
    ))?
    (?=[\s:,–-]|$)
    """
)

_PARTS = (
    r"(?:rater|ratar|terminer|terminar|deler|delar|omganger|omgangar|avdrag|utbetalinger"
    r"|utbetalingar|beløp|halvdeler|halvdelar|del)"
)
# That all instalments are the same.
EQUAL = AnyCase(
    rf"\b(?:like|lik) (?:store |stor )?(?:\w+ )?{_PARTS}\b"
    r"|\blike (?:månedlige|månadlege|kvartalsvise)\b|\blike stor(?:e|t)?\b|\btolv(?:te)?del"
)

# What stands before the sum of each of them: "i fire like store rater på kr 42 008 000".
EACH = AnyCase(rf"\b(?:à|á|hver på|kvar på|på hver|med|{_PARTS} (?:på|a)) (?:kr\.? ?)?$")

# What stands before the sum that is parted: "tilskuddet på kr 10 000 000 utbetales".
OF_WHOLE = AnyCase(
    r"\b(?:på|av|av (?:de|dei)|til sammen|til saman|i alt|totalt|samlet|samla) (?:kr\.? ?)?$"
)

# That all is paid in one.
AT_ONCE = AnyCase(
    r"\b(?:samlet|samla|under ett|under eitt|i sin helhet|i sin heilskap|engangsbeløp"
    r"|eingongsbeløp|i (?:én|en|ein|éin|ei) (?:rate|termin|omgang|utbetaling))\b"
)

# How many instalments there are.
COUNT = AnyCase(
    rf"\bi (?P<count>to|tre|fire|fem|seks|ti|tolv|\d{{1,2}}) (?:\w+ ){{0,3}}?{_PARTS}\b"
)

# A share of a sum.
SHARE = AnyCase(
    r"""(?x)
    # "25 prosent", "33,3 pst."
    (?P<percent>\d{1,3}(?:,\d{1,2})?)[ ]?(?:prosent|pst|%)
    # "den andre halvparten"
    | \b(?P<half>
        (?:den[ ]andre[ ]|den[ ]første[ ]|første[ ]|andre[ ])?(?:halvpart\w*|halvdel\w*)
      )\b
    # "tre fjerdedeler"
    | \b(?P<of>en|ein|éin|én|to|tre|fire)[ ]
      (?P<part>tredel|tredjedel|fjerdedel|femdel|femtedel|tolvdel|tolvtedel)\w*
    # "resten", "resterende midler"; not "resterende 200 000"
    | \b(?P<rest>resten|restbeløpet|(?:resterende|resterande)(?![ ]\d))\b
    """
)

PARTS: dict[str, int] = {
    "tredel": 3,
    "tredjedel": 3,
    "fjerdedel": 4,
    "femdel": 5,
    "femtedel": 5,
    "tolvdel": 12,
    "tolvtedel": 12,
}
HALF = Fraction(1, 2)

TWELFTHS = AnyCase(r"\btolv(?:te)?del|\btolv like\b|\b1/12\b")
QUARTERLY = AnyCase(
    r"\b(?:(?:hvert|kvart|pr\.|per) kvartal"
    rf"|kvartalsvise? (?:like )?(?:store )?{_PARTS})\b"
)
# Not "like etter at rapporten er levert".
QUARTERS = AnyCase(rf"\bfjerdedel|\bfire like\b|\blike (?:stor|mye\b|mykje\b|{_PARTS}\b)")
# Every month or quarter, with the part of the sum that goes with it.
VAGUE_IN_QUARTER = AnyCase(
    r"\b(?:begynnelsen|starten|byrjinga|primo|medio|første \w*dag) (?:av|i)? ?"
)

# The share that is paid each time: "med 25 prosent hver gang".
EVERY_SHARE = AnyCase(
    r"(?P<percent>\d{1,3}(?:,\d{1,2})?) ?(?:prosent|pst\.?|%),? (?:hver|kvar)(?: gang| gong)?\b"
)

# Where a clause ends before the next, which has a verb of its own.
NEXT_CLAUSE = AnyCase(
    r"(?:,|;|\bog\b|\bmens\b|\bmedan\b)(?:,| og)? (?=(?:den |de |dei |det |i |for |\d|kr\b"
    r"|halvpart|første|andre|tredje|fjerde|siste|rest))"
)

DAY_OF_MONTHS = re.compile(
    r"\b(?P<day>\d{1,2})\. i (?:månedene|månadene|månadane) (?P<months>[^.;:()]+)", re.IGNORECASE
)
# One day in several months: "den 15. i månedene februar, mai og august".
JOINS_MONTHS = re.compile(r",? (?:og )?|,(?: og)? ")

DAY_OF_MONTH = re.compile(r"\bden (?P<day>\d{1,2})\. (?:i )?(?:hver|kvar) (?:måned|månad)", re.I)

# What before a period makes it what the money is for: "tilskuddet for 1. halvår".
OF_PERIOD = AnyCase(r"\b(?:for|gjelder|gjeld|etter|fra|frå|til og med)\s*$")

# What before a date makes it that of a document.
OF_DOCUMENT = AnyCase(r"\b(?:av|datert|dagsett|brev|vedtak|søknad|rapport\w*)\s*$")
# What before "per 1. februar" makes it the day that a sum is paid on.
AS_OF = AnyCase(r"(?:kr|kroner|mill\.|\d|rate\w*|termin\w*|og|,)\s*$")

# An aside that says how a sum came about.
ASIDE = AnyCase(r"\((?:justert|jf|korrigert|fratrukket|etter)\b[^)]*\)?")

# Who pays is another: "utbetales av direktoratet".
PAID_BY_OTHERS = AnyCase(
    r"\b(?:utbetal(?:es|ast|t|te)|betal\w+ ut)(?: \w+){0,3} av "
    r"(?!departementet|tilskudd|tilskot|midl|beløp|stat|ramm|bevilg|løyv)"
)
