"""What sentences about money say, in both written languages: the words behind each kind of line.

The tables are data. Each pattern is matched against one sentence, in any case; of several that fit,
the one nearest before a sum decides what the sum does.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Literal

from tildeling.find.patterns import has_any

Move = Literal["grant", "increase", "decrease", "total"]

# Nynorsk makes its passive with "blir" or "vert" and the past with the same form ("auka"), so that
# there the auxiliary is asked for; what has happened before ("økte", "ble tildelt") is background.
_NOW = r"(?:blir|vert|skal|kan|vil(?: bli)?|bli|foreslås|føreslås|foreslått|føreslått)"
_UP = r"(?:auka|økte?|heva|hevet|styrka|styrket|styrkte?|tilførte?|oppjusterte?)"
_DOWN = (
    r"(?:reduserte?|kutta|kuttet|senka|senket|trekte?|trukket|nedjusterte?|nedsatte?|"
    r"tilbakeført|inndratt|inndratte)"
)
# "settes bevilgningen ned": what is moved may stand between.
_BETWEEN = r"(?: \w+){0,3}"

MOVES: dict[Move, tuple[str, ...]] = {
    "increase": (
        r"økes|auk(?:ast|es|ar)|heves|styrkes|styrkast|forhøyes|tilføres|tilførast|oppjusteres|oppjusterast",
        rf"settes{_BETWEEN} opp|set(?:jast|tast){_BETWEEN} opp",
        rf"{_NOW}{_BETWEEN} (?:{_UP}|sett opp|satt opp)",
        r"\bøking(?:en)? på|auke på|økning(?:en)? på|(?:en|ein) (?:økning|auke) (?:på|med)",
        r"(?:bevilges|løyves|løyvast|bevilgast|tildeles|tildelast)(?: \w+){0,2} "
        r"(?:ytterligere|ytterlegare|ekstra)",
    ),
    "decrease": (
        r"reduseres|reduser(?:ast|er)|nedsettes|kuttes|kuttast|"
        r"senkes|nedjusteres|trekkes(?: inn)?|inndras|tilbakeføres|tilbakeførast",
        rf"settes{_BETWEEN} ned|set(?:jast|tast){_BETWEEN} ned",
        rf"{_NOW}{_BETWEEN} (?:{_DOWN}|sett ned|satt ned)",
        r"(?:en|ein) reduksjon (?:på|med)",
    ),
    "grant": (
        r"tildeles|tildel(?:ast|er|ar)|stilles|stillast|stiller|bevilges|bevilgast|løyvast|løyver|bevilger|"
        r"finansieres|finansierast|dekkes|dekkast|avsettes|settes av|set(?:jast|tast) av|"
        r"utbetales|disponerer|(?<!kan )(?:overføres|overførast)|er (?:det )?(?:satt|sett) av",
        rf"{_NOW}(?: [\w.,]+){{0,6}} (?:tildelt|stilt?|stilte|løyvd|løyvt|bevilget|finansiert|"
        rf"dekt|dekket|sett av|satt av|avsett|avsatt|overført)",
        r"(?:får|gis|gjevast)(?: \w+){0,3} (?:tilskudd|tilskot|tildelt)|kan(?: \w+){0,2} disponere|"
        r"disponere(?:s|st)|fullmakt til å disponere",
        # "får Norad 305 mill. kroner", "gis det kr 9 800 000"
        r"(?:får|gis|gjevast|blir gitt|blir gjeve|vert gjeve)"
        r"(?=(?: \w+){0,3} (?:inntil |om lag |ca\. )?(?:kr\.? )?\d)",
        r"(?:belastes|blir belasta?|belastast)",
    ),
    "total": (
        r"(?:samlet|samla|total|totalt?e?|korrekt|riktig|rett|ny|oppdatert|endelig|endeleg|"
        r"revidert) "
        r"(?:bevilgning|løyving|tildeling|ramme|oppdragsramme|budsjettramme|sum|beløp)(?:en|a)?"
        r"(?: på (?:posten|kap\w*\.?[^.]{0,30}?post \d+))?(?: for \d{4})? (?:blir|er|utgjør|"
        r"utgjer|skal være|skal vere|vil være|vert)",
        r"(?:bevilgning|løyving|tildeling|ramm)(?:en|a)?"
        r"(?: på (?:posten|kap\w*\.?[^.]{0,30}?post \d+))? (?:blir|er|utgjør|"
        r"utgjer)(?: då| da)? etter (?:dette|endring\w*)",
        r"(?:endres|endrast|justeres|justerast|blir endra|blir endret|settes|settast) til",
    ),
}
# "er auka med": in an addendum it is this letter that does so, in a base letter last year's change.
DONE: dict[Move, str] = {
    "increase": rf"er(?: \w+){{0,2}} (?:{_UP}|sett opp|satt opp)",
    "decrease": rf"er(?: \w+){{0,2}} (?:{_DOWN}|sett ned|satt ned)",
}


# The letters that the forms begin with: few words need be tried for all of them.
MOVES_BEGIN = "abdefghijklnorstuvø"


def _pattern(moves: Mapping[Move, Sequence[str]]) -> re.Pattern[str]:
    """Any of the forms, in a group that begins with what it does."""
    order: tuple[Move, ...] = ("total", "increase", "decrease", "grant")
    forms = (
        rf"(?P<{move}_{index}>(?:{form})\b)"
        for move in order
        for index, form in enumerate(moves[move])
    )
    return re.compile(rf"\b(?=[{MOVES_BEGIN}])(?:{'|'.join(forms)})", re.IGNORECASE)


MOVE_PATTERN = _pattern(MOVES)
MOVE_IN_ADDENDUM = _pattern(
    {move: (*forms, DONE[move]) if move in DONE else forms for move, forms in MOVES.items()}
)

# What was granted in another letter, last year or for a purpose over several posts is background.
_AUXILIARY = r"(?:ble|vart|blei|var|er|har|hadde|fikk|fekk|bl\.a\. er|tidligere|tidlegare)"
_GIVEN = r"(?:tildelt|stilt|bevilget|bevilga|løyvt|løyvd|finansiert|utbetalt|fordelt)"
_CHANGED = r"(?:økt|auka|redusert)"
PAST = re.compile(
    rf"\b{_AUXILIARY}\b(?: \w+){{0,8}}? (?:{_GIVEN}|{_CHANGED})\b|"
    r"\b(?:bevilget|bevilga|løyvde|tildelte|stilte)\b(?= (?:kr|NOK|\d))",
    re.IGNORECASE,
)
PAST_IN_ADDENDUM = re.compile(
    rf"\b{_AUXILIARY}\b(?: \w+){{0,8}}? {_GIVEN}\b|"
    r"\b(?:ble|vart|blei|var|har|hadde|tidligere|tidlegare)\b"
    rf"(?: \w+){{0,8}}? (?:{_CHANGED}|sett opp|sett ned|satt opp|satt ned)\b|"
    r"\b(?:bevilget|bevilga|løyvde|tildelte|stilte)\b(?= (?:kr|NOK|\d))|"
    rf"\ber(?: \w+){{0,2}} {_CHANGED}\b(?=[^.;]*\b(?:fra|frå|sidan|siden) (?:saldert|20\d\d))",
    re.IGNORECASE,
)
# Who forvalter, disponerer or beholder money is somebody else, unless it is the recipient.
HANDLES = re.compile(
    r"^(?!(?:I|Til|Av|På|Over|Under|Det|Dette|Den|De|Dei|For|Som|Samtidig|Videre|Vidare)\s)"
    r"(?P<who>[A-ZÆØÅ][^.;:,]{1,70}?)\s+(?:forvalter|forvaltar|disponerer|beholder|beheld|"
    r"mottar|mottek|får)\b",
)
HANDLED_BY = re.compile(
    r"\b(?:forvaltes|forvaltast|disponeres|disponerast|brukes|brukast|betales|betalast)"
    r"(?: direkte)? av (?P<who>[^.;:,]{2,70})",
    re.IGNORECASE,
)
# What a letter calls its recipient besides its name.
RECIPIENT = re.compile(
    r"(?:direktoratet|tilsynet|instituttet|etaten|verket|senteret|selskapet|banken|fondet|"
    r"fylkeskommunen|verksemda|virksomheten|styret|embetet|universitetet|høgskolen|rådet)\b",
    re.IGNORECASE,
)
# A ceiling of what may be done, which is an authorisation (fullmakt) and grants nothing.
AUTHORISES = re.compile(
    r"fullmakt(?! til å disponere)|overskri[dv]|\but ?over (?:\w+ ){0,2}?(?:bevilgning|løyving)|"
    r"\b(?:gi|gir|gis|gje|gjev|gjevast|nye|samla|samlet) (?:\w+ ){0,2}?til(?:sagn|segn)|"
    r"\btil(?:sagn|segn)(?:er|ar)? om\b|"
    r"\btil(?:sagn|segn)s|\b(?:gammelt|gamalt|gamle) ansvar|forplikt(?:els|ing)|"
    r"\b(?:kan|adgang til å|høve til å|anledning til å|rett til å) belaste\b|leieavtale|"
    r"\bkan (?:\w+ ){0,4}?(?:omdisponere|omfordele)|\bettergi|"
    r"\bbestillingsfullmakt|\b(?:foreta|gjøre|gjere|nye) (?:\w+ )?bestilling|"
    r"\bkan (?:\w+ ){0,3}?bestille\b",
    re.IGNORECASE,
)
# When and where to money is paid: payments, which a letter has beside what it grants.
PAID_OUT = re.compile(
    r"\b(?:rate|rater|termin|terminer|avdrag|utbetalingsplan\w*)\b|\bkonto\b|"
    r"\b(?:primo|medio|ultimo)\b",
    re.IGNORECASE,
)
COMES_LATER = re.compile(
    r"\bbli foresl(?:ått|ege)\b|\bbevilge\w* på nytt\b|\bløyv\w* på nytt\b|"
    r"\bvil departementet (?:foreslå|komme tilbake)",
    re.IGNORECASE,
)
# "Samlet er direktoratet tildelt 55 mill. kroner til nettlege": what a purpose comes to.
PURPOSE_TOTAL = re.compile(
    r"\b(?:samlet|samla|totalt?)\b(?: \w+){0,4}? (?:tildelt|tildeling(?:a|en)? til|"
    r"bevilgning(?:en)? til|løyving(?:a)? til)\b",
    re.IGNORECASE,
)
# Each with what a text in small letters has where its pattern may be found: few sentences have any.
GIVES_NOTHING: tuple[tuple[tuple[str, ...], re.Pattern[str]], ...] = (
    (("samlet", "samla", "total"), PURPOSE_TOTAL),
    (
        (
            *("fullmakt", "overskri", "utover", "ut over", "tilsagn", "tilsegn", "ansvar"),
            *("forplikt", "belaste", "leieavtale", "omdisponere", "omfordele", "ettergi"),
            *("bestilling", "bestille"),
        ),
        AUTHORISES,
    ),
    (
        ("rate", "termin", "avdrag", "utbetalingsplan", "konto", "primo", "medio", "ultimo"),
        PAID_OUT,
    ),
    (("bli foresl", "på nytt", "vil departementet"), COMES_LATER),
)
# A sum inside another: "hvorav 2 mill. kroner", "av løyvinga er 1,8 mill. kroner sette av".
_WHOLE = (
    r"(?:beløpet|beløpa|summen|bevilgning(?:en|ene|a)?|løyvinga|tildeling(?:en|a)|ramm(?:en|a)|"
    r"midlene|midlane|tilskuddet|tilskotet|økningen|auken|grunnbevilgningen)"
)
_OF_IT = (
    r"(?:av|innenfor|innanfor|innen) (?:dette|denne|disse|desse|"
    rf"(?:hele |heile |den (?:\w+ )?)?{_WHOLE})"
)
# A clause goes on over the stop of an abbreviation: "av bevilgningen på 2 mill. kroner stilles".
_ON = r"(?:[^.;]|\b(?:mill|mrd|kap|kr|nr|jf|pkt)\.)"
PART_BEFORE = re.compile(
    rf"\b(?:hvorav|kvarav|herav|derav|herunder|{_OF_IT})\b{_ON}{{0,120}}$", re.IGNORECASE
)
# "8 mill. kroner er nye midler til vern", after the sentence that says the whole.
PART_OF_BEFORE = re.compile(
    r"\s+(?:er|gjelder|gjeld|går|gjeng|skal gå|dekker|dekkjer|skal dekke|skal dekkje)\b",
    re.IGNORECASE,
)
# "tildeles 11 mill. kroner, fordelt med 7 mill. kroner til A og 4 mill. kroner til B".
SPLIT_UP = re.compile(r"\bfordel(?:t|te)\b(?: på| med| slik| som følger)?[\s:]*$", re.IGNORECASE)
PART_AFTER = re.compile(
    rf"\s+(?:(?P<this>av (?:dette|denne|disse|desse))|{_OF_IT})\b", re.IGNORECASE
)
# "Av bevilgningen på 2 067 mill. kroner disponerer Norad ...": the whole is said right there.
OF_SUM = re.compile(rf"\b(?:av|innenfor|innanfor) (?:den (?:\w+ )?)?{_WHOLE} på $", re.IGNORECASE)
# "Av disse stilles 5 mill. kroner til disposisjon": a grant, of whatever it is a part.
AVAILABLE = re.compile(r"\b(?:still(?:es|ast)|tildel(?:es|ast))\b", re.IGNORECASE)
# "På post 22 er 48 mill. kroner reservert for", "det er forutsatt at 62 mill. kroner går til".
SET_ASIDE = re.compile(
    r"\b(?:øremerk\w*|reserver\w*|forbehold\w*|satt av|sett av|sette av|avsatt|avsett)\b|"
    r"\b(?:skal|går|gjeng|gå) (?:\w+ ){0,2}?(?:gå )?til\b",
    re.IGNORECASE,
)
# What a sum is compared with or counted in: it is no sum of its own.
BESIDE = re.compile(
    r"\b(?:inkludert|inkl\.|medrekna|medregnet|korrigert|korrigeres|utover|tilsvarende|tilsvarande|"
    r"lavere|lågare|høyere|høgare)\b[^.;]{0,40}$",
    re.IGNORECASE,
)
COMPARED = re.compile(
    r"\s+(?:høyere|høgare|lavere|lågare|mer|meir|mindre)\b|"
    r"\s+(?:per|pr\.?)\s+[^\W\d]|\s+(?:i året|i måneden|i månaden|årlig|årleg|månedlig)\b",
    re.IGNORECASE,
)
# "3 mill. kroner til vern og 2 mill. kroner til los, til sammen 5 mill. kroner".
TOGETHER = re.compile(
    r"\b(?:til ?sammen|til ?saman|i alt|totalt|samlet|samla)\b(?: \w+){0,2}\s*$", re.IGNORECASE
)
COUNTER = re.compile(
    r"\bmot\s+(?:(?:en|ein|et|eit)\s+)?tilsvar(?:ende|ande)\b|\bmot\s+(?:reduksjon|økning|auke)\b|"
    r"\bmed\s+(?:tilsvar\w+\s+)?inndekning\b|\bmotsvares\s+av\b",
    re.IGNORECASE,
)
FROM_POST = re.compile(r"\b(?:fra|frå)\s+(?:kap|post)", re.IGNORECASE)
# A part that another letter or year set aside.
TOLD_OF_PART = re.compile(r"\b(?:ble|vart|blei|var|hadde|fikk|fekk)\b", re.IGNORECASE)
FROM_CHAPTER = re.compile(r"\b(?:fra|frå)\s+kap", re.IGNORECASE)
# "finansieres med 2 mill. kroner fra kap. 281": the chapter is where the sum stands, no other side.
PAID_FROM = re.compile(
    r"\b(?:finansier\w*|dekk\w*|dekt|tildel\w*|belast\w*|still\w*|stilt|utbetal\w*)\b",
    re.IGNORECASE,
)
# "overføres 4,2 mill. kroner fra kap. 1422, post 21 til kap. 1423, post 01".
TRANSFER = re.compile(
    r"\b(?:overfør(?:e|es|ast|er)?|flytt(?:e|es|ast|er|ar)?|omdisponer(?:e|es|ast)|"
    r"omprioriter(?:e|es|ast))\b[^;]{0,200}?"
    r"\b(?:fra|frå)\s+(?P<source>kap|post|denne posten)[^;]{0,80}?\btil\s+(?P<target>kap|post)",
    re.IGNORECASE,
)
# "21 mill. kroner flyttes fra kap. 1710, post 47": where to is not said.
MOVED_FROM = re.compile(
    r"\b(?:flyttes|flyttast|omdisponeres|omdisponerast|omprioriteres|omprioriterast)\s+"
    r"(?:fra|frå)\s+(?:kap|post)",
    re.IGNORECASE,
)
# "økes fra 1,6 mrd. kroner til 2,0 mrd. kroner": what it was is background.
STEPS_FROM = re.compile(r"\b(?:fra|frå)\s+$", re.IGNORECASE)
STEPS_TO = re.compile(r"\s*,?\s*til\s+", re.IGNORECASE)
STEPS_BY = re.compile(r"\b(?:med|på)\s+(?:om lag |ca\. |til ?sammen |til ?saman )?$", re.IGNORECASE)
# "går bevilgningen fra kr 1 til kr 2": moved without a verb of its own.
GOES = re.compile(
    r"\b(?:går|gjeng|endres|endrast|justeres|justerast|er endret|er endra)\b", re.IGNORECASE
)
# "mellom 5 og 10 mill. kroner": nobody is told how much.
BETWEEN = re.compile(r"\bmellom\s+(?:kr\.?\s*)?$", re.IGNORECASE)
# What an income is to come to.
INCOME = re.compile(
    r"\b(?:inntekt(?:s?krav(?:et)?|ene|ane|skravet|sanslaget|s?anslag)|inntekter|inntektskravet)\b"
    rf"{_ON}{{0,120}}?\b(?:er|settes|blir|vert|utgjør|utgjer|anslås|anslått|fastsatt|fastsett|satt|"
    r"sett)\b"
    r"[^.;]{0,30}$",
    re.IGNORECASE,
)
CHARGES = re.compile(r"\b(?:kreve|krevje|krever|krev) inn\s+(?:om lag |ca\. )?$", re.IGNORECASE)
# "er no på 24,6 mill. kroner", after what it was raised by.
IS_NOW = re.compile(r"\b(?:er|blir) (?:no|nå|då|da|dermed|etter dette) (?:på )?$", re.IGNORECASE)
# "Av dette" means the sum just said, "av bevilgningen" the post's.
OF_THIS = re.compile(
    r"\b(?:hvorav|kvarav|herav|derav|"
    r"av (?:dette|denne|disse|desse|beløpet|summen|økningen|auken))\b",
    re.IGNORECASE,
)
# A section of a base letter that says what it changes of an earlier one.
OF_CHANGES = re.compile(r"\bendring(?:er|ar)\b.*\b(?:fra|frå|i|siden|sidan|etter)\b", re.IGNORECASE)
# The same money as before: "bevilgningen", "samtidig". Only then is the post before still meant.
SAME_POST = re.compile(
    r"\b(?:posten|bevilgningen|løyvinga|beløpet|beløpa|midlene|midlane|tilskuddet|tilskotet|"
    r"samme post|same post|samtidig|vidare|videre|rammen|ramma|tildelingen|tildelinga)\b",
    re.IGNORECASE,
)
IN_PAIRS = re.compile(r"\b(?:henholdsvis|høvesvis|hhv\.|respektive)\b", re.IGNORECASE)
# "Tilskuddet stilles i sin helhet til disposisjon", after the sentence that says how much it is.
MADE_AVAILABLE = re.compile(
    r"\b(?:still(?:es|ast)|blir stilt?|vert stilt?|er stilt?|disponeres|disponerast)\b[^.;]{0,60}"
    r"\b(?:disposisjon|rådighet|rådvelde|av)\b",
    re.IGNORECASE,
)
VOTED = re.compile(r"\b(?:bevilget|bevilga|løyvde?|løyvt|vedtatt|vedteke)\b", re.IGNORECASE)
# A sum that opens a field is given, without any verb: "Inntil 2 mill. kroner over kap. 1".
OPENS_WITH_SUM = re.compile(
    r"(?:(?:inntil|om lag|ca\.|totalt|samlet|samla|det er)\s+)?(?:kr\.?\s*)?\d", re.IGNORECASE
)
# "jf. omtale under post 01" points to a place in the letter and is not what is paid from.
MENTION = re.compile(
    r"\b(?:omtal\w*|se|sjå|nevnt|nemnt|nyttes under|nyttast under)\b[^.;]{0,25}$", re.IGNORECASE
)

WITHIN_BUDGET = re.compile(
    r"innen(?:for|fore)?\s+(?:\w+\s+){0,3}?(?:(?:budsjett|drifts)?ramm(?:e|er|a|en|ene)\b|budsjett(?:et)?\b)|"
    r"innanfor\s+(?:\w+\s+){0,3}?(?:(?:budsjett|drifts)?ramm(?:e|er|a|ene)\b|budsjett(?:et)?\b)|"
    r"(?:dekkes|dekkast|håndteres|handterast)\s+(?:av|over|innen\w*|innan\w*)\s+(?:\w+\s+){0,2}?(?:egen|eigen|ordinær\w*|eksisterende|eksisterande|gjeldende|gjeldande)\b",
    re.IGNORECASE,
)
OTHER_BUDGET = re.compile(
    r"over\s+(?:(?:budsjettet|rammen|ramma)\s+(?:til|hos)\s+\S+|(?:\S+\s+){0,4}?\S+s\s+(?:eget\s+|eige\s+)?budsjett)|"
    r"(?:dekkes|dekkast|betales|finansieres|finansiert)\s+av\s+(?!bevilgning|løyving|midler|midlar)\S+",
    re.IGNORECASE,
)
IS_PAID = re.compile(
    r"\b(?:dekk|finansier|gjennomfør|løys|håndter|handter|utfør)(?:e|es|ast|er|ar|jast|t|a|ere|erast)?\b|"
    r"\bdekkjast\b|\bdekkes\b|\bfinansierast\b",
    re.IGNORECASE,
)
_PAID_MARKS = ("dekk", "finansier", "gjennomfør", "løys", "håndter", "handter", "utfør")


def says_it_is_paid(text: str) -> bool:
    """True where a text may say whose budget pays for something."""
    return has_any(text.lower(), _PAID_MARKS) and IS_PAID.search(text) is not None


SEE = re.compile(r"\b(?:se|sjå|viser|vises|jf\.?|jfr\.?|omtal\w*|omtale)\b", re.IGNORECASE)

CORRECT_SUM = re.compile(
    r"korrekt\w*\s+(?:\w+\s+){0,6}?skulle\s+(?:ha\s+)?v(?:ært|ore|ere|ære)|skulle\s+(?:rett(?:elig)?|egentlig|eigentleg)\s+(?:ha\s+)?(?:v(?:ært|ore)|fått|blitt)",
    re.IGNORECASE,
)
# "Riktig beløp skal være 1,98 mill. kroner": a correction right after what was given, else a total.
RIGHT_SUM = re.compile(
    r"\b(?:riktig|rett|korrekt)\w*\s+(?:\w+\s+){0,3}?(?:skal (?:være|vere)|er)\b", re.IGNORECASE
)
SPLITS = re.compile(
    r"(?:følgende|følgjande|fordeles|fordelast|fordelt|fordeler seg|disponeres|disponerast|"
    r"slik|som følger|som følgjer)\b[^.]*:\s*$",
    re.IGNORECASE,
)
GRANTED_BEFORE = re.compile(
    r"\b(?:ble|vart|blei|fikk|fekk|er|har)\b.*"
    r"\b(?:tildelt|tildeling|stilt|oppgitt|oppgjeve|oppgjeven)\b",
    re.IGNORECASE,
)
# In a table's remarks: a fee, a rate, what another year's amount was, are no money of the post's.
NO_PART_OF_ROW = re.compile(
    r"\b(?:takst|sats|satsen|satsane|\w*gebyr\w*|pris|prisen|honorar|\w*egenandel\w*|eigendel\w*)\b|"
    r"\b(?:er|ble|vart|blei|har) (?:\w+ ){0,2}?"
    rf"(?:{_UP}|{_DOWN}|satt ned|sett ned|satt opp|sett opp)\b|"
    r"\b(?:fra|frå) (?:saldert|20\d\d)|\b(?:høyere|høgare|lavere|lågare) enn\b",
    re.IGNORECASE,
)
