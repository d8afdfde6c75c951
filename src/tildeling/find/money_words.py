"""Words of money, in bokmål and nynorsk."""

from __future__ import annotations

# How many kroner one of each is.
SCALES: dict[str, int] = {
    "tusen": 1_000,
    "mill": 1_000_000,
    "mill.": 1_000_000,
    "mnok": 1_000_000,
    "tkr": 1_000,
    "kkr": 1_000,
    "tnok": 1_000,
    "mio": 1_000_000,
    "mio.": 1_000_000,
    "million": 1_000_000,
    "millioner": 1_000_000,
    "millionar": 1_000_000,
    "mrd": 1_000_000_000,
    "mrd.": 1_000_000_000,
    "milliard": 1_000_000_000,
    "milliarder": 1_000_000_000,
    "milliardar": 1_000_000_000,
}

# Currency words; "kr." before the number keeps its full stop, after it the stop ends the sentence.
CURRENCY_AFTER = ("kroner", "krone", "kr", "NOK", "norske kroner")
CURRENCY_BEFORE = ("kroner", "kr", "kr.", "NOK")

# "5 mill. innbyggere" counts people, not kroner.
COUNTED_NOUNS = (
    "arbeidsforhold",
    "barn",
    "besøk",
    "besøkende",
    "brev",
    "bruker",
    "brukere",
    "brukarar",
    "danske kroner",
    "doser",
    "dosar",
    "dekar",
    "dollar",
    "eksemplarer",
    "enheter",
    "eur",
    "euro",
    "fisk",
    "folk",
    "fritidsboliger",
    "henvendelser",
    "hektar",
    "husholdninger",
    "husstander",
    "individer",
    "innbyggere",
    "innbyggarar",
    "innbyggjarar",
    "kilo",
    "kilometer",
    "km",
    "konsultasjoner",
    "kubikkmeter",
    "kvadratmeter",
    "kWh",
    "laks",
    "liter",
    "medlemmer",
    "medlemer",
    "mennesker",
    "menneske",
    "nedlastinger",
    "nordmenn",
    "oppslag",
    "passasjerer",
    "passasjerar",
    "personar",
    "personer",
    "pund",
    "reiser",
    "reisende",
    "resepter",
    "saker",
    "Sm3",
    "standardkubikkmeter",
    "stk",
    "svenske kroner",
    "søk",
    "timar",
    "timer",
    "tonn",
    "transaksjoner",
    "treff",
    "usd",
    "visninger",
)

# Scale words that also stand before the number: "MNOK 3,5", "tkr 500".
SCALES_BEFORE = ("mnok", "tnok", "tkr", "kkr", "mill. kr", "mill. kroner")

# A grouped number without a currency is a sum before one of these: "250 000 til disposisjon".
GIVEN = ("til disposisjon", "til rådighet", "til rådvelde", "til rådvelda")

# Before a sum that is not exact, as a pattern that may stand in a verbose one: "om lag 2 mill.".
ROUGHLY = r"(?:om[ ]lag|omlag|ca\.?|cirka|rundt|kring|omkring|omtrent)"

# "flere hundre tusen kroner" says no number.
VAGUE = ("flere", "fleire", "noen", "nokre", "nokon", "mange", "par")

# Sums that go in pairs with what they are for.
IN_PAIRS = ("henholdsvis", "høvesvis", "hhv.", "respektive")

# What introduces several sums that share one unit: "mellom 5 og 7 mill. kroner".
SHARED_UNIT_CUES = (
    "mellom",
    "på",
    "med",
    "fra",
    "frå",
    "henholdsvis",
    "høvesvis",
    "tildeles",
    "tildelast",
    "stilles",
    "stillast",
    "bevilges",
    "gis",
    "gis det",
    "får",
    "om lag",
    "ca.",
    "ca",
    "cirka",
    "inntil",
    "minst",
    "kr",
    "kr.",
    "NOK",
)

# The number after one of these is no part of an amount: "post 21 500 000 kroner" is 500 000.
NUMBERED_THINGS = ("kap", "kap.", "kapittel", "post", "nr", "nr.", "punkt", "pkt", "pkt.")
# The number after one of these is no part of an amount that follows it either: "vedlegg 2, 6 mill."
NUMBERED_BESIDES = (
    *("postene", "postane", "kapitlene", "kapitla", "post.", "nummer", "uke", "veke", "side", "s."),
    *("vedlegg", "tabell", "figur", "mål", "delmål", "oppdrag", "tillegg", "artikkel", "art."),
    *("kl.", "klokken", "klokka"),
)
