"""Words of budget tables, bokmål and nynorsk: what heads a column, what names a row."""

from __future__ import annotations

CHAPTER_HEADINGS = ("kap", "kap.", "kapittel", "kap.nr.", "kap. nr.", "kapittelnr.", "kapittel nr.")
# Headings of the columns that say which post a row is about: "Kap./post", "Kap. post".
POST_HEADINGS = ("post", "post.", "postnr.", "post nr.", "postar", "poster")

SUB_POST_HEADINGS = ("underpost", "delpost")

# Headings of columns of codes that are neither chapters nor posts: "13.50".
CATEGORY_HEADINGS = ("programkategori", "programområde", "kategori", "program", "programomr.")

NAME_HEADINGS = (
    "betegnelse",
    "benevnelse",
    "benevning",
    "nemning",
    "navn",
    "namn",
    "postnavn",
    "postnamn",
    "formål",
    "føremål",
    "tekst",
    "tiltak",
    "ordning",
    "beskrivelse",
    "skildring",
)

# Beginnings of what heads remarks and purposes; some head names where no name stands before.
COMMENT_HEADINGS = (
    "anmerkning",
    "begrunnelse",
    "forklaring",
    "føring",
    "grunngiving",
    "grunngjeving",
    "kommentar",
    "merknad",
    "omtale",
    "presisering",
    "stikkord",
    "vilkår",
    "beskrivelse",
    "skildring",
    "formål",
    "føremål",
    "hva midlene skal brukes til",
    "kva midlane skal brukast til",
    "bruk av midl",
    "brukes til",
    "gjelder",
    "gjeld",
    "tekst",
    "tiltak",
)

SUM_WORDS = (
    "delsum",
    "i alt",
    "netto",
    "nettosum",
    "nettoramme",
    "samla",
    "samlet",
    "sum",
    "til saman",
    "til sammen",
    "tilsammen",
    "total",
    "totalsum",
    "totalt",
    "utgifter i alt",
    "inntekter i alt",
)
# What names a sum at the end: "Kap. 291 i alt".
SUM_ENDINGS = ("i alt", "totalt", "til sammen", "tilsammen", "til saman", "samlet", "samla")

# What names a sum that is carried over a page: no row of the budget.
CARRIED_WORDS = (
    "fra forrige side",
    "frå førre side",
    "overført",
    "sum overført",
    "transport",
    "transportert",
    "å overføre",
)

# What begins a row that splits the one above: it stays in that row's name.
PART_WORDS = ("hvorav", "kvarav", "herav", "derav", "av dette", "av desse")

# What begins the label of a row that is subtracted.
SUBTRACTED_WORDS = (
    "fradrag",
    "frådrag",
    "fratrekk",
    "kutt",
    "minus",
    "reduksjon",
    "til fradrag",
    "til frådrag",
    "trekk",
)

# Beginnings of words in tables of what may be done beyond an appropriation, which is no budget.
AUTHORISATION_WORDS = (
    "bestilling",
    "forpliktelse",
    "forplikting",
    "fullmakt",
    "garanti",
    "lånegaranti",
    "låneramm",
    "overskrid",
    "meirinntekt",
    "merinntekt",
    "tilsagn",
    "tilsegn",
    "utlån",
)

# Beginnings of words over a plan of payments, which is no budget.
PAYMENT_WORDS = ("utbetal", "innbetal", "termin", "likviditetsplan")

# Headings of columns whose numbers are no kroner.
COUNTED_HEADINGS = (
    "andel",
    "andre krav",
    "antall",
    "del",
    "indeks",
    "måltall",
    "måltal",
    "pst.",
    "pst",
    "prosent",
    "prosentvis",
    "%",
    "side",
    "stillinger",
    "stillingar",
    "tal på",
    "vekst",
    "årsverk",
)

# The whole headings of columns that number something else than posts.
NUMBER_HEADINGS = (
    "kommunenr",
    "kommunenr.",
    "kommunenummer",
    "løpenr",
    "løpenr.",
    "nr",
    "nr.",
    "nummer",
    "org.nr.",
    "orgnr",
    "prosjektnr.",
    "saksnr.",
    "år",
)

# Columns of money that is neither the grant before nor the one now.
OTHER_WORDS = (
    "forbruk",
    "forslag",
    "framlegg",
    "gul bok",
    "prognose",
    "regnskap",
    "rekneskap",
)

AFTER_CHANGE_WORDS = ("etter endring", "etter endringer", "etter endringar", "etter dette")

# What heads a column whose amounts are taken away, however they are printed.
REDUCTION_WORDS = (
    "avkorting",
    "fradrag",
    "frådrag",
    "fratrekk",
    "innsparing",
    "kutt",
    "mindreutgift",
    "minus",
    "nedgang",
    "nedjustering",
    "nedsettelse",
    "nedsetting",
    "nedtrekk",
    "redusert",
    "reduksjon",
    "trekk",
    "uttrekk",
)

# Beside one of these a reduction is only one of two directions: "Økning/reduksjon".
ADDITION_WORDS = ("auke", "endring", "endringer", "endringar", "tillegg", "økning", "+", "pluss")

CHANGE_WORDS = (
    *REDUCTION_WORDS,
    "auke",
    "budsjettendring",
    "endring",
    "endringar",
    "endringer",
    "justering",
    "korreksjon",
    "korrigering",
    "lønnskompensasjon",
    "lønnsoppgjør",
    "lønsoppgjer",
    "nysaldering",
    "omdisponering",
    "omfordeling",
    "omprioritering",
    "rammeendring",
    "rammeoverføring",
    "rnb",
    "tillegg",
    "økning",
    "+/-",
    "+/–",
)

PREVIOUS_WORDS = (
    "forrige",
    "før endring",
    "førre",
    "gjeldande",
    "gjeldende",
    "hittil",
    "opphaveleg",
    "opphavleg",
    "opprinneleg",
    "opprinnelig",
    "saldert",
    "tidlegare",
    "tidligere",
    "tildelt tidlegare",
    "utgangspunkt",
    "vedtatt budsjett",
    "vedtatt",
    "vedteke",
    "vedteken",
)

# New money: what is added where a column beside it prints the sum, else what the post comes to.
ADDED_WORDS = ("ny tildeling", "nye midler", "nye midlar", "ny løyving", "ny bevilgning")

TOTAL_WORDS = ("sum", "samlet", "samla", "total", "totalt", "disponibel", "disponibelt")

# What heads the column of what the recipient gets, beside one of the whole appropriation.
DISPOSAL_WORDS = ("disponibel", "disponibelt", "til disposisjon", "disponerer", "disponert")

# The budget as the year began: in a base letter without a year it is last year's.
SALDERT_WORDS = ("saldert", "vedtatt budsjett", "vedteke budsjett")

# What Parliament has decided: in a base letter that is the grant.
DECIDED_WORDS = ("vedtak", "vedtatt", "vedteke", "vedteken")

# What heads a column of appropriations, and no column of a table of authorisations.
GRANT_WORDS = (
    "bevilgning",
    "budsjett",
    "disponibelt",
    "inntektskrav",
    "løyving",
    "tildeling",
    "tildelt",
)

NEW_WORDS = (
    *ADDED_WORDS,
    *TOTAL_WORDS,
    "beløp",
    "bevilgning",
    "budsjett",
    "inntektskrav",
    "løyving",
    "nytt",
    "ny",
    "ramme",
    "revidert",
    "tildeling",
    "tildelt",
    "til disposisjon",
)
