"""How names of public bodies end, in bokmål and nynorsk, and bodies that are not the state's.

The state's own are in `state_bodies`; a name that ends like its kind ("Helsedirektoratet",
"Mattilsynet") is found without an entry there.
"""

from __future__ import annotations

MINISTRY_ENDINGS = ("departementet",)
AGENCY_ENDINGS = (
    "direktoratet",
    "tilsynet",
    "instituttet",
    "ombudet",
    "rådet",
    "nemnda",
    "nemnden",
)
# End like a body's name and are none.
NO_BODIES = (
    "Bidragsområdet",
    "Fagdepartementet",
    "Fagdirektoratet",
    "Sektordepartementet",
    "Moderdepartementet",
    "Eigardepartementet",
    "Eierdepartementet",
    "Etatsstyringsdepartementet",
)
# "Området", "Fagområdet": a council's ending inside an area.
NO_ENDINGS = ("området",)

OTHERS = (
    "Arbeidsgiverforeningen Spekter",
    "KS",
    "Norges idrettsforbund",
    "Stortinget",
)
# Endings that make another kind of body than an agency of the ministries.
OTHER_ENDINGS = ("ombudet",)
# Short forms that a sentence may as well begin with, or that mean another thing.
COMMON_WORDS = ("Sikt", "Unit", "Vox", "VOX", "MOD", "FIN")
