"""Words of a letter's end, in bokmål and nynorsk."""

from __future__ import annotations

GREETINGS: tuple[str, ...] = (
    "hilsen",
    "med hilsen",
    "vennlig hilsen",
    "med vennlig hilsen",
    "beste hilsen",
    "med beste hilsen",
    "helsing",
    "med helsing",
    "venleg helsing",
    "vennleg helsing",
    "med venleg helsing",
    "med vennleg helsing",
    "beste helsing",
    "med beste helsing",
    "vennlige hilsener",
    "venlege helsingar",
)
COPY_LABELS: tuple[str, ...] = (
    "kopi",
    "kopi til",
    "kopi sendt",
    "kopi sendt til",
    "kopi sendes",
    "kopi sendes til",
    "kopimottaker",
    "kopimottakere",
    "kopimottakar",
    "kopimottakarar",
    "eksterne kopimottakere",
    "interne kopimottakere",
    "gjenpart",
    "gjenpart til",
    "gjenparter",
    "gjenpartar",
    "likelydende brev til",
    "likelydande brev til",
)
# What ends a list of copy recipients or of those who sign.
OTHER_LABELS: tuple[str, ...] = (
    "vedlegg",
    "uttrykt vedlegg",
    "utrykte vedlegg",
    "postadresse",
    "kontoradresse",
    "besøksadresse",
    "saksbehandler",
    "saksbehandlar",
    "sakshandsamar",
    "adresseliste",
    "mottakere",
    "mottakarar",
)

# How the word for someone's post ends, whatever it begins with: "avdelingsdirektør".
TITLE_ENDINGS: tuple[str, ...] = (
    "direktør",
    "sjef",
    "råd",
    "rådgiver",
    "rådgivar",
    "rådgjevar",
    "konsulent",
    "leder",
    "leiar",
    "minister",
    "statsråd",
    "sekretær",
    "koordinator",
    "controller",
    "saksbehandler",
    "saksbehandlar",
    "sakshandsamar",
    "spesialist",
    "fullmektig",
    "jurist",
    "økonom",
    "analytiker",
    "analytikar",
    "prosjektleder",
    "ansvarlig",
    "ansvarleg",
    "lege",
    "ekspert",
)

# What a title may begin with, before the word for the post.
TITLE_OPENINGS: tuple[str, ...] = (
    "assisterende",
    "assisterande",
    "fungerende",
    "fungerande",
    "konstituert",
    "kst.",
    "fung.",
    "ass.",
)

# Small words inside a person's name.
NAME_PARTICLES: tuple[str, ...] = ("av", "de", "den", "der", "di", "el", "la", "van", "von", "af")
