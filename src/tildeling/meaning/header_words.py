"""Words of letterheads, titles and reference lines, in bokmål and nynorsk.

Forms, not files: a letter with another word is read once the word stands here.
"""

from __future__ import annotations

ADDENDUM_WORDS: tuple[str, ...] = (
    "tillegg",
    "tilleggsbrev",
    "tilleggstildeling",
    "tilleggsløyving",
    "tilleggsbevilgning",
    "supplerende",
    "supplerande",
    "supplement",
    "revidert",
    "oppdatert",
    "korrigering",
    "korrigert",
    "korreksjon",
    "retting",
    "endring",
    "endringer",
    "endringar",
    "endret",
    "endra",
    "justering",
    "justert",
    "presisering",
)
"""What a title says when it changes an earlier letter; each may open a compound or stand alone."""

BASE_WORDS: tuple[str, ...] = (
    "tildelingsbrev",
    "oppdragsdokument",
    "oppdragsbrev",
    "oppdragsskriv",
    "tilskuddsbrev",
    "tilskotsbrev",
    "tilskottsbrev",
    "iverksettingsbrev",
    "iverksettelsesbrev",
    "iverksetjingsbrev",
    "disponeringsskriv",
    "disponeringsbrev",
    "belastningsfullmakt",
    "statsbudsjett",
    "budsjett",
)
"""What a title calls the letter, or the budget it comes from: none of it is an agency's name."""

ORDINALS: dict[str, int] = {
    "første": 1,
    "fyrste": 1,
    "andre": 2,
    "annet": 2,
    "tredje": 3,
    "fjerde": 4,
    "femte": 5,
    "sjette": 6,
    "sjuende": 7,
    "sjuande": 7,
    "syvende": 7,
    "åttende": 8,
    "åttande": 8,
    "niende": 9,
    "niande": 9,
    "tiende": 10,
    "tiande": 10,
}
ROMANS: dict[str, int] = {
    "I": 1,
    "II": 2,
    "III": 3,
    "IV": 4,
    "V": 5,
    "VI": 6,
    "VII": 7,
    "VIII": 8,
    "IX": 9,
    "X": 10,
}

CASE_LABELS: tuple[str, ...] = (
    "vår ref",
    "våre ref",
    "vår referanse",
    "vår saksref",
    "vårt saksnr",
    "saksnr",
    "saksnummer",
    "saks nr",
    "sak nr",
    "saksref",
    "saksreferanse",
    "arkivsak",
    "arkivsaksnr",
    "arkivsaknr",
    "arkivreferanse",
)
DATE_LABELS: tuple[str, ...] = ("dato", "vår dato", "brevdato", "datert")
OTHER_LABELS: tuple[str, ...] = (
    "deres ref",
    "deres referanse",
    "deres saksnr",
    "deres dato",
    "dykkar ref",
    "dykkar referanse",
    "dykkar saksnr",
    "dykkar dato",
    "dykkars ref",
    "dykkars dato",
    "saksbehandler",
    "saksbehandlar",
    "sakshandsamar",
    "saksansvarlig",
    "saksansvarleg",
    "arkivkode",
    "org.nr",
    "org nr",
    "organisasjonsnr",
    "telefon",
    "e-post",
    "unntatt offentlighet",
    "unnateke offentlegheit",
    "u.off",
)
"""Labels whose value is not ours: they end the value before them, and keep their own."""

ADDRESS_WORDS: tuple[str, ...] = ("postboks", "boks", "pb", "p.b", "postuttak", "serviceboks")
"""What the line under a recipient's name begins with."""

SENDER_VERBS: tuple[str, ...] = (
    "viser",
    "syner",
    "tildeler",
    "tildelar",
    "gir",
    "gjev",
    "gjer",
    "gjør",
    "ber",
    "stiller",
    "sender",
    "oversender",
    "oversend",
    "meddeler",
    "meddelar",
    "presiserer",
    "presiserar",
)
"""What a ministry does in its own letter, right after it has named itself."""

NOT_RECIPIENTS: tuple[str, ...] = (
    "statsråden",
    "statssekretæren",
    "unntatt offentlighet",
    "unnateke offentlegheit",
    "ifølge liste",
    "etter liste",
    "ifølgje liste",
    "adressater ifølge liste",
    "kopi",
)
"""What stands on a line of its own in a head and is neither sender nor recipient."""

MINISTRY_ABBREVIATIONS: dict[str, str] = {
    "JD": "justis- og beredskapsdepartementet",
    "KLD": "klima- og miljødepartementet",
    "KUD": "kulturdepartementet",
    "KKD": "kulturdepartementet",
    "FIN": "finansdepartementet",
    "FAD": "fornyings-, administrasjons- og kirkedepartementet",
    "BLD": "barne-, likestillings- og inkluderingsdepartementet",
    "MD": "miljøverndepartementet",
    "SMK": "statsministerens kontor",
}
"""Short forms of ministries that are not the first letters of the name's parts."""

SHORT_FORM_VERBS: tuple[str, ...] = (
    "skal",
    "får",
    "bes",
    "må",
    "har",
    "kan",
    "vil",
    "gis",
    "tildeles",
    "blir",
    "er",
    "sin",
    "sitt",
    "sine",
)
"""What follows a short form that is used as a name: "IMDi skal", "NHN er"."""
