"""What stamps and archive marks say. Bokmål and nynorsk; extend the lists, not the code."""

from __future__ import annotations

import re

_STATES = (
    "mottatt|motteken|mottatt dato|inngått|innkomme[nt]|journalført|registrert|arkivert|skannet|"
    "skanna|ekspedert|sendt|godkjent|godkjend|elektronisk godkjent|elektronisk godkjend|"
    "elektronisk signert|signert elektronisk|avskrift|gjenpart|kopi|rett kopi|original|utkast|"
    "foreløpig|"
    "førebels|ikke offentlig|unntatt offentlighet|unntatt offentligheit|unnteke offentlegheit|"
    "unntatt fra offentlighet|fortrolig|strengt fortrolig|fortruleg|konfidensielt|internt|"
    "til orientering|til intern bruk|haster|hastar|annullert|makulert|besvart|ferdigbehandlet"
)
_NUMBERS = (
    "dok\\.? ?id|dokument-?id|dok\\.? ?nr|dokumentnr|dokumentnummer|ark\\.? ?nr|arkivnr|"
    "arkivnummer|ark\\.? ?kode|arkivkode|arkivdel|j\\.? ?nr|journalnr|journalpost|l\\.? ?nr|løpenr|"
    "løpenummer|"
    "jp\\.? ?id|referanse-?id|versjon|barcode|strekkode"
)
_DAY = r"\d{1,2}\.? ?(?:\d{1,2}\.?|[a-zæøå]{3,9}\.?) ?(?:19|20)?\d\d"
_TIME = r"(?:kl\.? ?)?\d{1,2}[.:]\d\d(?:[.:]\d\d)?"
_CODE = r"[A-ZÆØÅ]{0,6}[\d/.\-]*\d[\d/.\-]*[A-ZÆØÅ]{0,4}"
_WHO = r"(?:av |i |hos )?[A-ZÆØÅ][\w.\-]*(?: [A-ZÆØÅ][\w.\-]*){0,3}"
_LAW = r"(?:jf\.? ?)?(?:offl\.?|offentl(?:eg|ig)[\w]*|offl?\.? ?lova?)\.? ?§+ ?[\w ,.§]+"
_DETAIL = rf"(?:{_DAY}|{_TIME}|{_CODE}|{_LAW}|{_WHO})"

# "MOTTATT 12.03.2027", "UNNTATT OFFENTLIGHET, jf. offl. § 13", "Godkjent 3. mars 2027 OLA
# NORDMANN", "Dok.id 4711". In small letters only with a date or number: "Kopi" may head the
# letter's own list.
STAMP = re.compile(
    rf"\W*(?:(?:{_STATES.upper()})(?:[ ,]+{_DETAIL}){{0,3}}"
    rf"|(?=[^\d]*\d)(?i:{_STATES})(?:[ ,]+{_DETAIL}){{1,3}}"
    rf"|(?i:{_NUMBERS})\.?:? ?{_CODE}(?: {_CODE})?)\W*"
)

# The same alone, in type of another size than the text's.
STATE = re.compile(rf"\W*(?i:{_STATES})\W*")

# Under a stamp: its date, time, number, and who.
STAMP_GOES_ON = re.compile(
    rf"\W*(?:(?i:dato|sign|saksnr|sak|ark|dok|av)\w*[.:]* ?)?{_DETAIL}(?:[ ,]+{_DETAIL}){{0,2}}\W*"
)

# A bar code's text: stars around it, or digits only, more than any date, sum or reference has.
CODE = re.compile(r"\*[\w/-]{4,}\*|\d{10,}")

# A tick, cross or initials beside the text. No "o", no dash: those are bullets.
TICK = re.compile(r"[xXvV✓✔✗✘√!?|]{1,2}|[A-ZÆØÅ]{2,3}")
