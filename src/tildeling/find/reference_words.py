"""Words of references, in bokmål and nynorsk."""

from __future__ import annotations

# Documents of Parliament: how each is printed before its number. A full stop may lack its gap.
PROPOSITIONS = (
    "Prop.",
    "Prop",
    "Proposisjon",
    "St.prp. nr.",
    "St. prp. nr.",
    "Ot.prp. nr.",
    "Ot. prp. nr.",
)
RECOMMENDATIONS = (
    "Innst.",
    "Innst",
    "Innstilling",
    "Innst. S. nr.",
    "Innst. O. nr.",
    "Budsjett-innst. S. nr.",
    "Budsjett-innst. nr.",
)
WHITE_PAPERS = (
    "Meld. St.",
    "Meld.St.",
    "Meld St.",
    "Melding til Stortinget",
    "St.meld. nr.",
    "St. meld. nr.",
)

CIRCULARS = (
    "rundskriv",
    "rundskrivet",
    "rundskriva",
    "rundskrivene",
    "rundskriv nr.",
    "rundskriv nr",
)

# What a law's short name ends in; of the second list the name counts before a paragraph sign only.
LAW_ENDINGS = ("loven", "lova")
RULE_ENDINGS = (
    "forskriften",
    "forskrifta",
    "forskrift",
    "reglementet",
    "instruksen",
    "lov",
)
# End like a law and are none.
NO_LAWS = frozenset({"forlova", "trulova"})

# Letters to an agency: the year's first, and those that follow it.
BASE_LETTERS = (
    "tildelingsbrev",
    "tildelingsbrevet",
    "oppdragsdokument",
    "oppdragsdokumentet",
    "oppdragsbrev",
    "oppdragsbrevet",
    "tilskuddsbrev",
    "tilskuddsbrevet",
    "tilskotsbrev",
    "tilskotsbrevet",
    "iverksettingsbrev",
    "iverksettingsbrevet",
)
ADDENDA = (
    "tillegg",
    "tillegget",
    "tilleggsbrev",
    "supplerende",
    "supplerande",
    "revidert",
)
OTHER_LETTERS = ("brev", "brevet", "svarbrev", "svarbrevet", "e-post", "bestilling", "notat")

SECTIONS = ("punkt", "punktet", "punkta", "punktene", "pkt.", "pkt", "avsnitt", "delkapittel")
# Of a letter's own outline where the number is small, of the budget where it has three digits.
CHAPTERS = ("kapittel", "kap.", "kap")
