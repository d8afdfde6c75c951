"""Words of the units that amounts are printed in, bokmål and nynorsk."""

from __future__ import annotations

CURRENCY = ("kroner", "krone", "kr", "kr.", "NOK", "norske kroner")
WHOLE = ("hele", "heile", "heil")

THOUSANDS = ("tusen", "tusener", "tusental")
SHORT_THOUSANDS = ("tkr", "tkr.", "t.kr", "t.kr.", "t kr", "TNOK", "KNOK", "kkr", "kkr.")
MILLIONS = ("mill", "mill.", "mio", "mio.", "million", "millioner", "millionar")
SHORT_MILLIONS = ("MNOK", "mkr", "mkr.", "m.kr", "m.kr.", "millkr")
MILLIARDS = ("mrd", "mrd.", "milliard", "milliarder", "milliardar")

# What a unit is said of: "alle tall i tusen".
UNIT_NOUNS = (
    "beløp",
    "beløpa",
    "beløpene",
    "sum",
    "summar",
    "summer",
    "tal",
    "tala",
    "tall",
    "tallene",
    "talla",
    "verdi",
    "verdiar",
    "verdier",
)

UNIT_VERBS = (
    "er",
    "er gitt",
    "er gjevne",
    "er oppgitt",
    "er oppgjevne",
    "er vist",
    "oppgis",
    "oppgitt",
    "oppgjevne",
    "vises",
    "står",
)

UNIT_LABELS = ("benevning", "benevnelse", "eining", "enhet", "måleenhet", "måleeining", "valuta")
