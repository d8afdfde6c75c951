"""Words of letterheads, titles and reference lines, in bokmål and nynorsk.

Forms, not files: a letter with another word is read once the word stands here.
"""

from __future__ import annotations

from tildeling.find.date_words import FIRST_ORDINALS

# What a title says when it changes an earlier letter; each may open a compound or stand alone.
ADDENDUM_WORDS: tuple[str, ...] = (
    "tillegg",
    "tilleggsbrev",
    "tilleggsdokument",
    "tilleggstildeling",
    "tilleggsløyving",
    "tilleggsbevilgning",
    "tilleggsoppdrag",
    "supplerende",
    "supplerande",
    "supplement",
    "korrigering",
    "korreksjon",
    "retting",
    "rettelse",
    "endring",
    "endringer",
    "endringar",
    "justering",
    "justeringer",
    "presisering",
    "nysaldering",
    "nysalderinga",
    "nysalderingen",
    "rnb",
)

# What a title calls a whole letter that is issued again, and so does a changed frame or budget.
REISSUE_WORDS: tuple[str, ...] = (
    "revidert",
    "oppdatert",
    "korrigert",
    "endret",
    "endra",
    "justert",
)

# What a letter that changes an earlier one says is revised: "revidert nasjonalbudsjett".
CHANGED_THINGS: tuple[str, ...] = (
    "nasjonalbudsjett",
    "budsjett",
    "budsjettramme",
    "ramme",
    "rammer",
    "rammar",
    "bevilgning",
    "bevilgninger",
    "løyving",
    "løyvingar",
    "tildeling",
    "oppdrag",
)

# What a title calls the letter.
LETTER_WORDS: tuple[str, ...] = (
    "tildelingsbrev",
    "tildeldelingsbrev",
    "tildellingsbrev",
    "tildelningsbrev",
    "oppdragsdokument",
    "oppdragsbrev",
    "oppdragsskriv",
    "oppdrag og bestilling",
    "tilskuddsbrev",
    "tilskotsbrev",
    "tilskottsbrev",
    "tilsagnsbrev",
    "tilsegnsbrev",
    "iverksettingsbrev",
    "iverksettelsesbrev",
    "iverksetjingsbrev",
    "disponeringsskriv",
    "disponeringsbrev",
    "overføringsbrev",
    "orienteringsbrev",
    "belastningsfullmakt",
    "hovedinstruks",
    "hovudinstruks",
    "etatsinstruks",
    "instruks",
)

# What a title calls the letter, or the budget it comes from: none of it is an agency's name.
BASE_WORDS: tuple[str, ...] = (*LETTER_WORDS, "statsbudsjett", "budsjett")

# What a part of a title begins with that is no recipient: status, matter, amount, sources.
TITLE_MATTERS: tuple[str, ...] = (
    "endelig",
    "endeleg",
    "foreløpig",
    "førebels",
    "utkast",
    "versjon",
    "innhold",
    "innhald",
    "tildeling av",
    "tildeling for",
    "overføring av",
    "forslag til",
    "fullmakt",
    "fullmakter",
    "tilsagn",
    "tilsegn",
    "rammen er",
    "ramma er",
    "budsjettåret",
    "prop",
    "innst",
    "andre halvår",
    "halvår",
    "mål",
    "prosjekt",
    "dekning",
    "midler",
    "midlar",
    "utbetaling",
    "referanse",
)

ORDINALS: dict[str, int] = {**FIRST_ORDINALS, "annet": 2}
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
    "sak/dok.nr",
    "sak/dok nr",
    "sak/dok",
    "saksnr/dok.nr",
    "saksnr./dok.nr",
    "sak-dok.nr",
    "journalnr",
    "referanse",
    "ref",
    "ref.nr",
    "vår sak",
)
DATE_LABELS: tuple[str, ...] = ("dato", "vår dato", "brevdato", "datert", "dab")
# Labels whose value is not ours: they end the value before them, and keep their own.
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
    "saksbebandlar",
    "sakshandsamar",
    "kontaktperson",
    "postadresse",
    "kontoradresse",
    "besøksadresse",
    "besøksadr",
    "returadresse",
    "avdeling",
    "telefaks",
    "sentralbord",
    "org no",
    "org.nummer",
    "organisasjonsnummer",
    "vedlegg",
    "gradering",
    "versjon",
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

# Labels beside the name of whom a letter goes to.
RECIPIENT_LABELS: tuple[str, ...] = ("mottaker", "mottakar", "til", "adressat")

# What stands between a recipient's name and its address, and is no name.
OFFICE_LINES: tuple[str, ...] = (
    "hovedkontoret",
    "hovudkontoret",
    "hovedkontor",
    "sentralt",
    "styret",
    "direktøren",
    "ledelsen",
    "leiinga",
    "postmottak",
    "her",
)

# What the line under a recipient's name begins with.
ADDRESS_WORDS: tuple[str, ...] = ("postboks", "boks", "pb", "p.b", "postuttak", "serviceboks")

# What a ministry does in its own letter, right after it has named itself.
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
    "legger",
    "fastsetter",
    "fastset",
    "fordeler",
    "fordelar",
    "overfører",
    "orienterer",
    "orienterar",
    "informerer",
)

# What stands on a line of its own in a head and is neither sender nor recipient.
NOT_RECIPIENTS: tuple[str, ...] = (
    "statsråden",
    "statssekretæren",
    "unntatt offentlighet",
    "unnateke offentlegheit",
    "ifølge liste",
    "etter liste",
    "ifølgje liste",
    "adressater ifølge liste",
    "adressater i henhold til vedlagt liste",
    "i henhold til liste",
    "i henhold til vedlagt liste",
    "etter vedlagt liste",
    "se vedlagt liste",
    "se liste",
    "likelydende brev",
    "kopi",
)

# What follows a short form that is used as a name: "IMDi skal", "NHN er".
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
