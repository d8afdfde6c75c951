"""Verbs that grant, add and take money, in both written languages.

The tables are data. Each pattern is matched against one sentence, in any case; of several that fit,
the one nearest before a sum decides what the sum does.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Literal

from tildeling.find.money_words import ROUGHLY
from tildeling.find.patterns import any_of

Move = Literal["grant", "increase", "decrease", "total"]

# Nynorsk makes its passive with "blir" or "vert" and the past with the same form ("auka"), so that
# there the auxiliary is asked for; what has happened before ("økte", "ble tildelt") is background.
_NOW = r"(?:blir|vert|skal|kan|vil(?: bli)?|bli|foreslås|føreslås|foreslått|føreslått)"
UP = r"(?:auka|økte?|heva|hevet|styrka|styrket|styrkte?|tilførte?|oppjusterte?)"
DOWN = (
    r"(?:reduserte?|kutta|kuttet|senka|senket|trekte?|trukket|nedjusterte?|nedsatte?|nedsette?|"
    r"tilbakeført|inndratt|inndratte)"
)
# "settes bevilgningen ned", "settes bevilgningen på kap. 290, post 01 ned", "blir post 01 og post
# 21 auka": what is moved may stand between.
_BETWEEN = (
    r"(?:(?: \w+){0,3}|(?: (?:bevilgning|løyving|tildeling|ramm)\w*)?(?: (?:på|under|over))?"
    r"(?: kap(?:ittel|\.)? ?\d+,?)? "
    r"post(?:en|ane|ene)? \d+(?:(?:,| og) (?:post )?\d+)*)"
)
# "inntil 2 mill. kroner": what a verb of giving must have before it.
_SUM = (
    rf"(?:(?:inntil|{ROUGHLY}|henholdsvis|høvesvis)[ ])?"
    r"(?:(?:kr\.?|NOK)[ ]\d|\d[\d ,.]*(?:og[ ]\d[\d ,.]*)?(?:mill|mrd|kr))"
)
# What a letter of grant gives, and no authorisation: "tilsagn om tilskudd på inntil 2 mill.".
COMMITS = (
    r"til(?:sagn|segn)[ ]om[ ](?:(?:et[ ]|eit[ ])?(?:tilskudd|tilskot|støtte)[ ]på[ ])?"
    rf"(?={_SUM})"
)
# "Klima- og miljødepartementet", "KLD", "vi": who gives.
_MINISTRY = r"[^\W\d_][\w-]*+(?<=departementet)|(?-i:[A-ZÆØÅ]{1,4}D)"
_SENDER = rf"(?:{_MINISTRY}|vi)"
_GIVER = rf"(?:{_SENDER}|Stortinget)"

# "posten", "post 21 og post 45", "kap. 290, post 01 og kap. 291, post 21", "postene 21 og 45"
_POST = r"(?:kap\w*\.? ?\d+,? )?post(?:ene|ane)? \d+(?: [^.;:\d]{1,60}?)?"
_POSTS = (
    rf"(?:posten|(?:disse |desse |begge )?post(?:ene|ane)|kap\w*\.?[^.]{{0,30}}?post \d+|"
    rf"{_POST}(?:(?:,| og) (?:{_POST}|\d+)){{0,3}}(?: på kap\w*\.? ?\d+)?)"
)

MOVES: dict[Move, tuple[str, ...]] = {
    "increase": (
        r"økes|auk(?:ast|es|ar)|heves|styrkes|styrkast|forhøyes|tilføres|tilførast|oppjusteres|"
        r"oppjusterast|"
        r"kompenseres|kompenserast|utvides(?= med)|utvidast(?= med)|"
        # "blir plusset på med", "Det legges på 7 mill. kroner"
        rf"pluss(?:et|a|es|ast) på|(?:legges|leggjast|leggast|lagt) på(?= {_SUM})",
        rf"settes{_BETWEEN} opp|set(?:jast|tast){_BETWEEN} opp",
        rf"justeres{_BETWEEN} opp|justerast{_BETWEEN} opp|"
        rf"{_NOW}{_BETWEEN} (?:{UP}|sette? opp|satte? opp|justerte? opp|justert opp)",
        r"\bøking(?:en)? på|auke på|økning(?:en)? på|(?:en|ein) (?:økning|auke) (?:på|med)",
        rf"(?:bevilges|løyves|løyvast|bevilgast|tildeles|tildelast|"
        rf"{_NOW}(?: \w+){{0,2}} (?:løyvt|løyvd|bevilget|bevilga|tildelt))(?: \w+){{0,2}} "
        r"(?:ytterligere|ytterlegare|ekstra)",
        # "gis en tilleggsbevilgning på", "får en økt bevilgning på", "får tilført"
        r"(?:(?:en|ei|ein) )?(?:(?:tilleggs|mer|meir)(?:bevilgning|løyving|tildeling)|"
        r"(?:økt|auka) (?:bevilgning|løyving|tildeling|ramme)) på",
        rf"(?<=\d )opp(?= med {_SUM})|(?:går|gjeng)(?: \w+)?? opp(?= med {_SUM})|"
        r"(?:får|blir|vert) (?:\w+ ){0,2}?tilført|"
        r"(?:et|eit) (?:tillegg|påslag) på",
        # "Departementet øker bevilgningen med", "Rammen utvides med"
        rf"{_SENDER} (?:øker|aukar|styrker|styrkar|hever|hevar)|"
        rf"(?:øker|aukar|styrker|styrkar|hever|hevar) {_GIVER}|"
        rf"(?:setter|set|setjer) {_GIVER}{_BETWEEN} opp|"
        r"(?:bevilgning|løyving|tildeling|ramm)(?:en|a) (?:utvides|utvidast|blir utvid(?:et|a))|"
        r"blir utvid(?:et|a)(?= med)",
    ),
    "decrease": (
        r"reduseres|reduser(?:ast|er)|trekkes tilbake|nedsettes|kuttes|kuttast|"
        r"senkes|nedjusteres|trekkes(?: inn)?|inndras|tilbakeføres|tilbakeførast",
        rf"settes{_BETWEEN} ned|set(?:jast|tast){_BETWEEN} ned",
        rf"justeres{_BETWEEN} ned|justerast{_BETWEEN} ned|"
        rf"{_NOW}{_BETWEEN} (?:{DOWN}|sette? ned|satte? ned|justerte? ned|justert ned)",
        rf"(?<=\d )ned(?= med {_SUM})|(?:går|gjeng)(?: \w+)?? ned(?= med {_SUM})|"
        r"(?:en|ein) reduksjon med|(?<!tilsvarende )(?<!tilsvarande )reduksjon(?:en)? på",
        rf"{_NOW}(?: \w+){{0,2}} tr(?:u|e)kk?(?:et|t|te) inn",
        rf"{_SENDER} (?:(?:trekker|trekkjer|trekk) (?:inn|tilbake)|kutter|kuttar|senker|senkar)|"
        rf"(?:trekker|trekkjer|trekk) {_GIVER}(?: \w+){{0,2}} (?:inn|tilbake)|"
        rf"(?:kutter|kuttar|senker|senkar) {_GIVER}|"
        rf"(?:setter|set|setjer) {_GIVER}{_BETWEEN} ned|"
        r"(?:et|eit) (?:kutt|uttrekk|trekk) på",
    ),
    "grant": (
        r"tildeles|tildel(?:ast|er|ar)|stilles|stillast|stiller|bevilges|bevilgast|løyvast|"
        r"løyver|bevilger|"
        r"finansieres|finansierast|dekkes|dekkast|avsettes|set(?:tes|jast|tast)(?: \w+){0,2}? av|"
        r"utbetales|disponerer|(?<!kan )(?:overføres|overførast)|"
        r"er (?:det )?(?:(?:i tillegg|også|òg|dessuten|videre|vidare|samtidig) )?"
        r"(?:satt av|sett av|avsatt|avsett)",
        rf"{_NOW}(?: [\w.,]+){{0,6}} (?:tildelt|stilt?|stilte|løyvd|løyvt|bevilget|finansiert|"
        rf"dekt|dekket|sett av|satt av|avsett|avsatt|overført)",
        r"(?<!kan )(?:får|gis|gjevast)(?: \w+){0,3} (?:tilskudd|tilskot|tildelt)|"
        r"(?:kan|får|skal|vil)(?: \w+){0,5}? disponere|disponere(?:s|st)|fullmakt til å disponere|"
        r"(?:gis|gir|gjev|får|gjevast|blir gitt|blir gjeve) (?:\w+ )?(?:adgang|anledning|høve) "
        rf"til å (?:bruke|nytte|disponere)(?= {_SUM})|"
        rf"(?:mottar|mottek|vil motta)(?=(?: \w+){{0,3}} {_SUM})|"
        r"delegerer|deleger(?:es|ast)|(?:får|blir|vert) delegert|innvilg(?:er|ar|es|ast)|"
        rf"gir (?:et|eit) (?:tilskudd|tilskot) på(?= {_SUM})",
        # "Departementet gir Norges Pårørendelag et tilskudd på 8 400 000 kroner"
        rf"{_SENDER} (?:gir|gjev)(?: [\w-]+){{1,8}}? (?:et|eit) (?:\w+ )?(?:tilskudd|tilskot) på"
        rf"(?= {_SUM})",
        # "Direktoratet har 4 mill. kroner til disposisjon", "har til disposisjon 4 mill. kroner"
        r"(?:har|kan bruke)(?: \w+){0,2}?(?= (?:kr\.? )?\d[\d ,.]*(?: (?:mill|mrd)\w*\.?)?"
        r"(?: kroner| kr\.?)? "
        r"til (?:disposisjon|rådighet|rådvelde))|"
        rf"har(?: \w+){{0,2}}? til (?:disposisjon|rådighet|rådvelde)(?= {_SUM})",
        # "får Norad 305 mill. kroner", "gis det kr 9 800 000"
        r"(?<!kan )(?:får|gis|gjevast|blir gitt|blir gjeve|vert gjeve)"
        rf"(?=(?: \w+){{0,5}} (?:inntil |{ROUGHLY} )?(?:kr\.? )?\d)",
        r"(?:belastes|blir belasta?|belastast)",
        r"departementet (?:vil )?overfør(?:er|e)",
        # "Klima- og miljødepartementet gir 1 120 000 kroner over kap. 1420", "KLD gjev"
        rf"(?:{_SENDER} (?:gir|gjev|yter)|(?:gir|gjev|yter) {_SENDER})"
        rf"(?=(?: \w+){{0,3}} (?:inntil |{ROUGHLY} )?(?:kr\.? |NOK )?\d)",
        # "Vi gir med dette tilsagn om tilskudd på inntil kr 2 450 000"
        rf"(?:{_SENDER} (?:gir|gjev)(?: (?:med dette|herved|hermed))?|"
        rf"(?:gir|gjev) (?:{_SENDER}|med dette|herved|hermed)) {COMMITS}",
        # "Departementet set av 2 mill. kroner", "Til dette setter vi av kr 500 000"
        rf"{_SENDER} (?:(?:set|setter|setjer) av|avsett?er|avset)|"
        rf"(?:set|setter|setjer) {_SENDER} av",
    ),
    "total": (
        rf"(?:samlet|samla|total|totalt?e?|korrekt|riktig|rett|ny|oppdatert|endelig|endeleg|"
        r"revidert|korrigert|disponibelt|disponibel) "
        r"(?:bevilgning|løyving|tildeling|ramme|oppdragsramme|budsjettramme|sum|beløp)(?:en|a)?"
        rf"(?: (?:på|over|under) {_POSTS})?(?: (?:for|i) \d{{4}})? "
        r"(?:blir|er|utgjør|utgjer|skal være|skal vere|vil være|vert)",
        rf"samlede (?:bevilgning|løyving|tildeling)(?:en|a)? (?:på|over|under) {_POSTS} "
        r"(?:blir|er|utgjør|utgjer|vert) (?:dermed|etter (?:dette|endring\w*))",
        r"(?:bevilgning|løyving|tildeling|ramm)(?:en|a)?"
        r"(?: på (?:posten|kap\w*\.?[^.]{0,30}?post \d+))? (?:blir|er|utgjør|"
        r"utgjer)(?: då| da)? (?:(?:etter|med) (?:dette|endring\w*)|"
        r"(?:dermed|då|da|nå|no) (?=\d|kr|på))",
        # "Etter dette er løyvinga på posten", "Samlet tildeling for 2026 på posten blir dermed"
        r"etter (?:dette|endring(?:en|a|ene|ane)) (?:er|blir|utgjør|utgjer|vert) (?:det )?"
        r"(?:ny |samla |samlet )?(?:bevilgning|løyving|tildeling|ramm)(?:en|a)?",
        r"(?:samlet|samla|total) (?:bevilgning|løyving|tildeling|ramme) for \d{4}[^.;]{0,60}? "
        r"(?:blir|er|utgjør|utgjer|vert)",
        r"(?:endres|endrast|justeres|justerast|blir endra|blir endret|settes|settast) til",
        # "Direktoratet disponerer etter dette 11,95 mill. kroner på posten"
        r"(?:disponerer|har) (?:dermed|etter dette|nå|no|då|da)(?: til disposisjon)?"
        rf"(?= {_SUM})",
        # "Kap. 290, post 01 er dermed på", "Ny ramme på kap. 290, post 01:"
        r"post(?:en)?(?: \d+)? (?:er|blir|vert|utgjør|utgjer) (?:dermed|etter dette|nå|no|då|da)"
        r"(?: på)?(?= (?:kr\.? )?\d)",
        r"ny (?:bevilgning|løyving|tildeling|ramme) (?:på|for) (?:posten|"
        r"kap\w*\.?[^.]{0,30}?post \d+)"
        r"(?=: ?(?:kr\.? )?\d)",
    ),
}
# "er auka med": in an addendum it is this letter that does so, in a base letter last year's change.
# "er løyvinga på post 45 Større utstyrsinnkjøp sett ned med": the post's name may be long.
_HAS_BEEN = (
    r"(?:er|ble|vart|blei)(?:(?: \w+){0,4}?| kap\.? ?\d+,? post \d+|"
    r" post(?:ane|ene)? \d+(?:(?:,| og) (?:post )?\d+)*|"
    r" (?:bevilgning|løyving|tildeling|ramm)(?:en|a) (?:på|under|over) (?:kap\w*\.? ?\d+,? )?"
    r"post \d+[^.;\d]{0,80}?)"
)
# "Stortinget har gjennom behandlingen av Prop. 117 S økt bevilgningen", "Stortinget auka løyvinga"
_DECIDED = r"Stortinget(?: [\w.()–-]+){0,9}?"
# "Departementet har stilt 0,85 mill. kroner til rådighet": what this letter gives.
_ALSO = r"(?: (?:nå|no|også|òg|i tillegg|med dette|dessuten|videre|vidare|samtidig))?"
_HAS_GIVEN = (
    rf"(?:(?P<who>{_SENDER}) har|har (?P<by>{_SENDER})){_ALSO} "
    r"(?:tildelt|stilt|innvilg(?:et|a)|satt av|sett av|avsatt|avsett)"
)
GIVES_NOW = re.compile(rf"\b(?:{_HAS_GIVEN})\b", re.IGNORECASE)
DONE: dict[Move, str] = {
    "increase": rf"{_HAS_BEEN} (?:{UP}|sett opp|satt opp)|{_DECIDED} (?:{UP}|sett opp|satt opp)|"
    r"(?:(?:er|blir|vert)(?: det)? (?:lagt|lagde)|legges|leggjast|leggast)(?: det)? til(?! grunn)|"
    rf"lagt inn(?= {_SUM})",
    "decrease": rf"{_HAS_BEEN} (?:{DOWN}|sett ned|satt ned)|{_DECIDED} (?:{DOWN}|sett ned|satt "
    "ned)|"
    r"bortfaller|bortfell|faller bort|fell bort",
    "grant": re.sub(r"\?P<\w+>", "?:", _HAS_GIVEN),
}
# "Det foreslås å øke bevilgningen med": what is moved is said, so that no task is meant.
_MOVED = (
    r"(?: \w+){0,2}? (?:bevilgning|løyving|tildeling|post|ramm|tilskud|tilskot|anslag|inntekt|krav|"
    r"kap)\w*"
)
PROPOSED: dict[Move, str] = {
    "increase": rf"å (?:øke|auke|heve|styrke|sette opp|setje opp){_MOVED}|"
    rf"å (?:sette|setje){_MOVED} opp",
    "decrease": rf"å (?:redusere|kutte|senke|sette ned|setje ned){_MOVED}|"
    rf"å (?:sette|setje){_MOVED} ned",
}


# The letters that the forms begin with: so many that few other words have them.
_BEGINNINGS = (
    "auk", "avset", "belast", "bev", "ble", "bli", "bortf", "dekk", "deleg", "departementet",
    "dispon", "ei ", "ein ", "eit ", "en ", "end", "er ", "et ", "etter d", "etter e", "faller b",
    "fell b", "finans", "fores", "forh", "fullm", "får", "føres", "gir ", "gis", "gjeng", "gjev",
    "går", "har", "hev", "inndra", "innvilg", "juster", "kan", "kompens", "korre", "korrig", "kutt",
    "lagt", "legg", "løyv", "meirb", "meirl", "meirt", "merb", "merl", "mert", "mott", "ned m",
    "nedg", "nedj", "neds", "ny ", "opp m", "oppda", "oppj", "overføra", "overføre", "pluss",
    "ramm", "redu", "rett ", "revid", "rikti", "saml", "senk", "set", "skal", "still", "stort",
    "styrk", "tilb", "tild", "tilf", "till", "total", "trekk", "utbet", "utvid", "vart", "vert",
    "vi ", "vil", "yter", "å a", "å h", "å k", "å r", "å s", "å ø", "øke", "øki", "økn", "økt",
)  # fmt: skip
_IN_BOTH_CASES = re.sub(
    r"[^\W\d_]", lambda found: f"[{found[0]}{found[0].upper()}]", any_of(_BEGINNINGS)
)
# What any form begins with: few words need be tried for all forms, of which there are forty.
MOVES_BEGIN = re.compile(
    # Most posts that are named are no sentence's subject: "post 01 er dermed".
    rf"(?-i:{_IN_BOTH_CASES})|post(?:en)?(?: \d+)? [ebvu]|(?:{_MINISTRY})(?!\w)",
    re.IGNORECASE,
)


def _pattern(moves: Mapping[Move, Sequence[str]]) -> re.Pattern[str]:
    """Any of the forms, in a group that begins with what it does."""
    order: tuple[Move, ...] = ("total", "increase", "decrease", "grant")
    forms = (
        rf"(?P<{move}_{index}>(?:{form})(?:\b|(?<=\.)(?!\w)))"
        for move in order
        for index, form in enumerate(moves[move])
    )
    begin = MOVES_BEGIN.pattern
    return re.compile(rf"\b(?={begin})(?:{'|'.join(forms)})", re.IGNORECASE)


def move_of(found: re.Match[str]) -> Move:
    """What the form that such a pattern found does."""
    return (found.lastgroup or "").split("_")[0]  # type: ignore[return-value]


# "blir 4 mill. kroner lavere enn tidligere meddelt", "8 mill. kroner meir enn i tildelingsbrevet":
# in a letter that adds, what comes after the sum moves it.
_THAN_BEFORE = (
    r" enn (?:(?:det|den|dei|de) som|tid(?:lig|leg)ere|tid(?:lig|leg)are|tid(?:lig|leg)|"
    r"i (?:tildelingsbrev|tillegg|supplerande|supplerende)|oppr?innelig|opphavleg|oppgitt|meddelt)"
)
THAN_BEFORE: dict[Move, re.Pattern[str]] = {
    "increase": re.compile(rf" (?:høyere|høgare|mer|meir){_THAN_BEFORE}", re.IGNORECASE),
    "decrease": re.compile(rf" (?:lavere|lågare|mindre){_THAN_BEFORE}", re.IGNORECASE),
}
# "Reduksjon: 3 mill. kroner", "+3 mill. kroner" under a post: what an addendum does without a verb.
CHANGE_LABEL: dict[Move, re.Pattern[str]] = {
    "increase": re.compile(
        r"(?:(?:økning|auke|styrking|styrkning|tillegg)(?: på)?|endring)?:?(?P<sign> ?\+ ?)? ?"
        r"(?:kr\.? )?",
        re.IGNORECASE,
    ),
    "decrease": re.compile(
        r"(?:(?:reduksjon|kutt|nedgang|nedsettelse|trekk|uttrekk)(?: på)?|endring)?:?"
        r"(?P<sign> ?[−–-] ?)? ?(?:kr\.? )?",
        re.IGNORECASE,
    ),
}
# "gir et uttrekk på 2 mill. kroner": in a base letter, told of the budget that it grants.
TOLD_CHANGE = re.compile(r"(?:et|eit) (?:kutt|uttrekk|trekk|påslag|tillegg) på", re.IGNORECASE)

# "Auka på post 21 er på 9,6 mill. kroner": said of a change that a table of the letter shows.
_OF_POST = (
    r"(?:av|på|i|under) (?:posten|bevilgningen|løyvinga|ramm(?:en|a)|"
    r"(?:kap\w*\.? ?\d+,? )?post \d+)"
)
CHANGE_IS: dict[Move, str] = {
    "increase": rf"(?:økning(?:en)?|øking(?:en|a)|auk(?:en|a|inga|ingen)) {_OF_POST} "
    r"(?:er|utgjør|utgjer|blir|vert)",
    "decrease": rf"(?:reduksjon(?:en)?|nedgang(?:en)?|kutt(?:et)?) {_OF_POST} "
    r"(?:er|utgjør|utgjer|blir|vert)",
}
# "Kap. 860, post 51 og kap. 862, post 79 er tildelte høvesvis 12,3 og 0,76 mill.": the year's own.
IS_GIVEN = r"er (?:tildelte?|bevilget|bevilga|løyvde?) (?:henholdsvis|høvesvis|hhv\.)"
MOVE_PATTERN = _pattern({**MOVES, "grant": (*MOVES["grant"], IS_GIVEN)})
MOVE_IN_ADDENDUM = _pattern(
    {
        move: (*forms, *(more[move] for more in (DONE, PROPOSED, CHANGE_IS) if move in more))
        for move, forms in MOVES.items()
    }
)
# "blir 2,5 mill. kroner som ikke er brukt, trukket inn": the verb stands around the sum.
AROUND_BEFORE = re.compile(
    rf"\b(?:blir|vert|skal|bli)(?: det)?\s+(?:{ROUGHLY} |inntil )?$", re.IGNORECASE
)
AROUND: dict[Move, re.Pattern[str]] = {
    "decrease": re.compile(
        r"[^.;]{0,90}?\b(?:tr(?:u|e)kk?(?:et|t|te)(?: inn)?|inndratt|inndregne|tilbakeført\w*)\b",
        re.IGNORECASE,
    ),
    "increase": re.compile(r"[^.;]{0,90}?\b(?:tilførte?|lagt? til|lagde til)\b", re.IGNORECASE),
    "grant": re.compile(
        r"[^.;]{0,90}?\b(?:stilte?|tildelte?|løyvde?|løyvt|bevilg(?:et|a|de)|overførte?|"
        r"sette? av|satt av|avsett|avsatt)\b",
        re.IGNORECASE,
    ),
}
