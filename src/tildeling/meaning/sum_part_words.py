"""Words by which a sum is a part of another, or is parted itself, in both written languages.

The tables are data. Each pattern is matched against one sentence, or what stands before or after a
sum in it.
"""

from __future__ import annotations

import re

from tildeling.find.money_words import ROUGHLY
from tildeling.meaning.financing_words import ON, RECEIVERS

# A sum inside another: "hvorav 2 mill. kroner", "av løyvinga er 1,8 mill. kroner sette av".
_WHOLE = (
    r"(?:beløpet|beløpa|summen|bevilgning(?:en|ene|a)?|løyvinga|tildeling(?:en|a)|ramm(?:en|a)|"
    r"midlene|midlane|tilskuddet|tilskotet|økningen|auken|reduksjonen|kuttet|nedsettelsen|"
    r"grunnbevilgningen)"
)
# "Som følge av dette" gives a reason and parts nothing.
_AV = (
    r"(?<!følge )(?<!følgje )(?<!konsekvens )(?<!grunn )(?<!grunnlag )(?<!resultat )(?<!lys )"
    r"(?<!uavhengig )av"
)
# "Av dei går 21 mill. kroner til gjerde"
_THEM = r"dei?(?= (?:går|gjeng|er|blir|vert|skal|still\w*|disponer\w*|inntil|\d))"
_OF_IT = (
    rf"(?:{_AV}|innenfor|innanfor|innen) (?:dette|denne|disse|desse|{_THEM}|"
    rf"(?:hele |heile |den (?:\w+ )?)?{_WHOLE})"
)
# After a sum that a county or a fund adds, and no post of the state's budget holds.
OF_OWN_MONEY = re.compile(
    r"\s*(?:kroner |kr\.? )?av (?:sine |sine eigne |våre )?(?:egne|eigne) (?:midl|pengar|penger)",
    re.IGNORECASE,
)
# "Reduksjonen på post 21 gjelder:", "Av økningen er 2 mill. kroner": of a table's change.
OF_CHANGE = re.compile(
    rf"(?:^|\b(?:{_AV}|innenfor|innanfor) )(?:økningen|auken|reduksjonen|kuttet|nedsettelsen)\b",
    re.IGNORECASE,
)
# ", der 40 mill. kroner blir stilt til disposisjon for direktoratet"
_WHICH = (
    r"hvorav|kvarav|herav|derav|"
    rf"(?<=, )(?:der|hvor|kor)(?= (?:inntil |{ROUGHLY} |minst )?(?:kr\.? )?(?:\d|$))"
)
PART_BEFORE = re.compile(rf"\b(?:{_WHICH}|herunder|{_OF_IT})\b{ON}{{0,300}}$", re.IGNORECASE)
# "8 mill. kroner er nye midler til vern", after the sentence that says the whole.
PART_OF_BEFORE = re.compile(
    r"\s+(?:er|gjelder|gjeld|går|gjeng|skal gå|dekker|dekkjer|skal dekke|skal dekkje)\b",
    re.IGNORECASE,
)
# "tildeles 11 mill. kroner, fordelt med 7 mill. kroner til A og 4 mill. kroner til B".
SPLIT_UP = re.compile(
    r"\b(?:fordel(?:t|te)\b(?: på| med| slik| som følger)?|(?:følgende|følgjande) \w+)[\s:]*$",
    re.IGNORECASE,
)
# Before the first sum of several that something is parted into.
DIVIDED = re.compile(
    rf"""
    # "Midlene fordeles med", of "4 mill. kroner til vern og 3 mill. kroner til los"
    \b(?:fordeles|fordelast|blir[ ]fordelte?|vert[ ]fordelte?|fordeler[ ]seg)
        (?:[ ]\w+){{0,3}}? [ ](?:med|på) (?:[ ](?:henholdsvis|høvesvis|hhv\.))? \s*$
    # "Økningen går med", of "2 mill. kroner til vern og med 3 mill. kroner til los"
    | ^(?:{_WHOLE}|midlene|midlane) (?:[ ]skal)? [ ](?:går|gå|gjeng)[ ](?:\w+[ ])?med\s*$
    # "Midlene deles mellom vern (", of "4 mill. kroner) og los (3 mill. kroner)"
    | \b(?:for)?(?:deles|delast|delte?)[ ](?:mellom|på)\b [^.;()]* \($
    """,
    re.IGNORECASE | re.VERBOSE,
)
PART_AFTER = re.compile(
    rf"\s+(?:(?P<this>av (?:dette|denne|disse|desse|{_THEM}))|{_OF_IT})\b", re.IGNORECASE
)
# "Av bevilgningen på 2 067 mill. kroner disponerer Norad ...": the whole is said right there.
OF_SUM = re.compile(
    rf"\b(?:av|innenfor|innanfor) (?:den (?:\w+ )?)?{_WHOLE}"
    r"(?: (?:på|over|under) (?:posten|(?:kap\w*\.? ?\d+,? )?post \d+))? på $",
    re.IGNORECASE,
)
# "Av disse stilles 5 mill. kroner til disposisjon": a grant, of whatever it is a part.
AVAILABLE = re.compile(
    r"\b(?:still(?:es|ast|er|ar)|tildel(?:es|ast|er|ar)|(?<!kan )disponer(?:er|ar))\b",
    re.IGNORECASE,
)
# "Av bevilgningen på kap. 290, post 21 skal 2 mill. kroner brukes til oppdraget"
USED_FOR = re.compile(r" (?:brukes|brukast|nyttes|nyttast|gå) til\b", re.IGNORECASE)
# "Innenfor rammen" after what the recipient gets of a larger sum: its own share is meant.
OF_SHARE = re.compile(
    r"\b(?:av|innenfor|innanfor|innen) (?:denne |dette )?(?:ramm(?:en|a)|tildeling(?:en|a)|beløpet|"
    r"tilskuddet|tilskotet)\b",
    re.IGNORECASE,
)
# "Av dette disponeres 2 mill. kroner av senteret": the part of an increase is one too.
DISPOSED = re.compile(r"\bdisponer(?:es|ast)\b", re.IGNORECASE)
# "hvorav 4 mill. kroner": of the sum that stands before it.
OF_WHICH = re.compile(rf"\b(?:{_WHICH}|herunder)\b", re.IGNORECASE)
# A part that another letter or year set aside.
TOLD_OF_PART = re.compile(r"(?<!\bsom )\b(?:ble|vart|blei|var|hadde|fikk|fekk)\b", re.IGNORECASE)
# "Av dette" means the sum just said, "av bevilgningen" the post's.
OF_THIS = re.compile(
    rf"\b(?:{_WHICH}|"
    rf"{_AV} (?:dette|denne|disse|desse|{_THEM}|beløpet|summen|økningen|auken))\b",
    re.IGNORECASE,
)
# "37,4 mill. kroner til nye tiltak, hvorav", over a list.
WHICH_AT_END = re.compile(rf"\b(?:{_WHICH}):?\s*$", re.IGNORECASE)
# Characters from the end on in which it is looked for.
LONGEST_WHICH = 12
# "Midlene skal fordeles til følgende mottakere:"
SHARES_MONEY = re.compile(
    rf"{_WHOLE}\b[^.:]{{0,40}}?\b(?:fordeles|fordelast|gå|brukes|brukast|disponeres|disponerast)\b"
    r"[^.:]*:\s*$",
    re.IGNORECASE,
)
SPLITS = re.compile(
    rf"""
    # "Løyvinga skal betalast ut til desse mottakarane:"
    ^{_WHOLE}\b {ON}*? [ ]til[ ]{RECEIVERS} [^.:]*:\s*$
    # "Midlane gjeld:", "Bevilgningen dekker:"
    | ^{_WHOLE}\b (?:[^.:]|\bkap\.){{0,40}}?
        \b(?:
            gjelder | gjeld | går[ ]til | gjeng[ ]til | dekker | dekkjer | omfatter | omfattar
            | består[ ]av | dekke | dekkje
            | brukes[ ]til | brukast[ ]til | nyttes[ ]til | nyttast[ ]til
        )
        (?:[ ]følgende|[ ]følgjande)? [^.:]{{0,20}}:\s*$
    # "Midlene er fordelt slik på de to formålene:"
    | (?:
        følgende | følgjande | fordeles | fordelast | fordelt | fordeler[ ]seg
        | disponeres | disponerast | slik | som[ ]følger | som[ ]følgjer
    )\b {ON}*:\s*$
    """,
    re.IGNORECASE | re.VERBOSE,
)
# What "er fordelt slik:" says holds now, though "ble fordelt slik:" does not.
IS_SPLIT = re.compile(
    r"(?<!\bi fjor )\ber (?:(?:nå|no|i 20\d\d|for 20\d\d|da|dermed) )?(?:fordelte?|delte?|"
    r"delt opp|splitta|splittet|satt av|sette av)\b(?! (?:i fjor|tidl))[^.;:]{0,40}:\s*$",
    re.IGNORECASE,
)
