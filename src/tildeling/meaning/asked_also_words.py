"""Words by which a paragraph asks for something beside the assignments that it stands after."""

from __future__ import annotations

import re

from tildeling.find.patterns import any_of
from tildeling.meaning.deadline_words import MINISTRIES_IN_SHORT

_ALSO = any_of(
    (
        *("også", "òg", "videre", "vidare", "dessuten", "dessutan", "elles", "ellers", "i tillegg"),
        *("samtidig", "samstundes", "likeeins", "likeså", "for øvrig", "forøvrig"),
        *("ut over dette", "utover dette", "i tillegg til dette", "til slutt", "til sist"),
        *("avslutningsvis", "endelig", "endeleg"),
    )
)
# What is told between two commas: "ber, etter råd frå Kystverket, om at".
_ASIDE = r"(?:[^,.]{1,80}, )?"
_MINISTRY = rf"(?:vi|(?:\S+ og )?\S*departementet|(?-i:{any_of(MINISTRIES_IN_SHORT)}))"
_BEGS = r"(?:ber|bed|ønsker|ønskjer|anmoder|oppmodar)"
_GIVEN = (
    rf"(?:bes|anmodes|oppmodast|oppfordres|pålegges|påleggast|(?:får|gis) (?:{_ALSO} )?i oppdrag|"
    rf"(?:blir|vert) (?:{_ALSO} )?(?:bedt|bede|beden|gitt i oppdrag|gjeve i oppdrag))"
)
_WHO = r"(?:[^\s,.:]+ ){1,6}?"

# What a paragraph begins with that asks for something: "Vi ber også om at ...".
ASKS = re.compile(
    rf"(?:{_ALSO},? (?:{_BEGS}|vil be) {_MINISTRY}|"
    rf"{_MINISTRY}(?:, {_ASIDE}| )(?:{_BEGS}|vil (?:{_ALSO} )?be)|"
    rf"(?:{_ALSO} bes det|det bes))(?:, {_ASIDE}| )(?:{_ALSO}(?:, {_ASIDE}| ))?"
    r"(?:om )?(?:at )?(?P<asked>.+)",
    re.IGNORECASE | re.DOTALL,
)

# The same in the passive: "I tillegg bes tilsynet om å ...", "Tilsynet bes også ...".
IS_ASKED = re.compile(
    rf"(?:{_ALSO} {_GIVEN} (?P<asked>.+)|(?P<who>{_WHO}){_GIVEN}\b)", re.IGNORECASE | re.DOTALL
)

# That it is asked beside something else; in the first words of the request.
ALSO = re.compile(rf"\b{_ALSO}\b", re.IGNORECASE)

# A request that names what is to be made, and not who makes it: "om en oversikt over ...".
FOR_A_THING = re.compile(
    r"(?:å få (?:oversendt |tilsendt )?)?(?:en|ei|et|eit)\b(?! (?:kort )?status\b)", re.IGNORECASE
)

_WORK = (
    *("evalueres", "evaluerast", "gjennomgås", "gjennomgåast", "kartlegges", "kartleggjast"),
    *("utredes", "greies ut", "greiast ut", "vurderes", "vurderast", "oppdateres", "oppdaterast"),
    *("revideres", "reviderast", "etableres", "etablerast", "utarbeides", "utarbeidast", "lages"),
    *("gjennomføres", "gjennomførast", "undersøkes", "undersøkjast", "utvikles", "utviklast"),
    *("evaluert", "gjennomgått", "kartlagt", "utredet", "vurdert", "oppdatert", "revidert"),
    *("greidd ut", "vurdert", "oppdatert", "undersøkt", "lagd", "laga", "utarbeidd"),
)
# A request for what is to be done with a thing: "at reglene for lanterner gjennomgås".
FOR_ITS_WORK = re.compile(
    r"(?:det|[a-zæøå]\w+(?:en|et|a|ene|ane))\b(?: [^\s,.]+){0,8}? "
    rf"(?:(?:blir|vert) )?{any_of(_WORK)}\b"
)

# What is to be told in a report of the year: no assignment.
OF_REPORTS = re.compile(
    r"\b(?:rapporter(?:er|ar|e|es|ast)|omtale[rs]?|gjør rede|gjer greie|redegjør)\b"
    r".*\b(?:års|tertial|halvårs|kvartals)?(?:rapport|melding)",
    re.IGNORECASE | re.DOTALL,
)

# What a paragraph begins with that is about an assignment given before, by its name.
OF_GIVEN_BEFORE = re.compile(
    r"(?:(?:oppdraget|bestillingen|bestillinga|oppgaven|oppgåva) (?:om|med|på|fra|frå|i|«)|"
    r"(?:fristen|tidsfristen) (?:for|på) oppdraget)",
    re.IGNORECASE,
)
