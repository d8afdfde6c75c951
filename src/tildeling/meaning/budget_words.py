"""Words of budget tables, bokmål and nynorsk: what heads a column, what names a row."""

from __future__ import annotations

CHAPTER_HEADINGS = ("kap", "kap.", "kapittel", "kap.nr.", "kapittelnr.")
POST_HEADINGS = ("post", "postnr.", "postar", "poster")
"""Headings of the columns that say which post a row is about: "Kap./post", "Kap. post"."""

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
)

SUM_WORDS = (
    "delsum",
    "i alt",
    "sum",
    "samlet",
    "samla",
    "til sammen",
    "til saman",
    "tilsammen",
    "total",
    "totalsum",
    "totalt",
    "utgifter i alt",
)

PART_WORDS = ("hvorav", "kvarav", "herav", "derav", "av dette", "av desse")
"""What begins a row that splits the one above: it stays in that row's name."""

AUTHORISATION_WORDS = (
    "fullmakt",
    "overskrid",
    "meirinntekt",
    "merinntekt",
    "tilsagn",
    "forpliktelse",
    "forplikting",
)
"""Beginnings of words in tables of what may be done beyond an appropriation, which is no budget."""

COUNTED_HEADINGS = (
    "andel",
    "andre krav",
    "antall",
    "del",
    "måltall",
    "måltal",
    "pst.",
    "pst",
    "prosent",
    "%",
    "side",
    "tal på",
    "årsverk",
)
"""Headings of columns whose numbers are no kroner."""

OTHER_WORDS = (
    "forbruk",
    "forslag",
    "framlegg",
    "gul bok",
    "prognose",
    "regnskap",
    "rekneskap",
)
"""Columns of money that is neither the grant before nor the one now."""

AFTER_CHANGE_WORDS = ("etter endring", "etter endringer", "etter endringar", "etter dette")

CHANGE_WORDS = (
    "auke",
    "endring",
    "endringar",
    "endringer",
    "justering",
    "omdisponering",
    "reduksjon",
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
    "vedtatt budsjett",
    "vedtatt",
    "vedteke",
    "vedteken",
)

ADDED_WORDS = ("ny tildeling", "nye midler", "nye midlar", "ny løyving", "ny bevilgning")
"""New money: what is added where a column beside it prints the sum, else what the post comes to."""

TOTAL_WORDS = ("sum", "samlet", "samla", "total", "totalt", "disponibel", "disponibelt")

GRANT_WORDS = (
    "bevilgning",
    "budsjett",
    "disponibelt",
    "løyving",
    "tildeling",
    "tildelt",
)
"""What heads a column of appropriations, and no column of a table of authorisations."""

NEW_WORDS = (
    *ADDED_WORDS,
    *TOTAL_WORDS,
    "beløp",
    "bevilgning",
    "budsjett",
    "løyving",
    "nytt",
    "ny",
    "ramme",
    "revidert",
    "tildeling",
    "tildelt",
)
