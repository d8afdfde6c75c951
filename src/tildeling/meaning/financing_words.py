"""What sentences about money say, in both written languages: the words behind each kind of line.

The tables are data. Each pattern is matched against one sentence, in any case; of several that fit,
the one nearest before a sum decides what the sum does.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Literal

from tildeling.any_case import AnyCase
from tildeling.find.date_words import MONTHS
from tildeling.find.patterns import tree_of

Move = Literal["grant", "increase", "decrease", "total"]

# Nynorsk makes its passive with "blir" or "vert" and the past with the same form ("auka"), so that
# there the auxiliary is asked for; what has happened before ("økte", "ble tildelt") is background.
_NOW = r"(?:blir|vert|skal|kan|vil(?: bli)?|bli|foreslås|føreslås|foreslått|føreslått)"
_UP = r"(?:auka|økte?|heva|hevet|styrka|styrket|styrkte?|tilførte?|oppjusterte?)"
_DOWN = (
    r"(?:reduserte?|kutta|kuttet|senka|senket|trekte?|trukket|nedjusterte?|nedsatte?|nedsette?|"
    r"tilbakeført|inndratt|inndratte)"
)
# "settes bevilgningen ned": what is moved may stand between.
_BETWEEN = r"(?: \w+){0,3}"
# "Klima- og miljødepartementet", "KLD", "vi": who gives.
_MINISTRY = r"[^\W\d_][\w-]*+(?<=departementet)|(?-i:[A-ZÆØÅ]{1,4}D)"
_SENDER = rf"(?:{_MINISTRY}|vi)"

MOVES: dict[Move, tuple[str, ...]] = {
    "increase": (
        r"økes|auk(?:ast|es|ar)|heves|styrkes|styrkast|forhøyes|tilføres|tilførast|oppjusteres|oppjusterast|"
        r"kompenseres|kompenserast",
        rf"settes{_BETWEEN} opp|set(?:jast|tast){_BETWEEN} opp",
        rf"justeres{_BETWEEN} opp|justerast{_BETWEEN} opp|"
        rf"{_NOW}{_BETWEEN} (?:{_UP}|sette? opp|satte? opp|justerte? opp|justert opp)",
        r"\bøking(?:en)? på|auke på|økning(?:en)? på|(?:en|ein) (?:økning|auke) (?:på|med)",
        rf"(?:bevilges|løyves|løyvast|bevilgast|tildeles|tildelast|"
        rf"{_NOW}(?: \w+){{0,2}} (?:løyvt|løyvd|bevilget|bevilga|tildelt))(?: \w+){{0,2}} "
        r"(?:ytterligere|ytterlegare|ekstra)",
        # "gis en tilleggsbevilgning på", "får en økt bevilgning på", "får tilført"
        r"(?:(?:en|ei|ein) )?(?:tilleggs(?:bevilgning|løyving|tildeling)|"
        r"(?:økt|auka) (?:bevilgning|løyving|tildeling|ramme)) på",
        r"(?:får|blir|vert) (?:\w+ ){0,2}?tilført|(?:et|eit) (?:tillegg|påslag) på",
        # "Departementet øker bevilgningen med", "Rammen utvides med"
        rf"{_SENDER} (?:øker|aukar|styrker|styrkar|hever|hevar)|"
        r"(?:bevilgning|løyving|tildeling|ramm)(?:en|a) (?:utvides|utvidast|blir utvid(?:et|a))",
    ),
    "decrease": (
        r"reduseres|reduser(?:ast|er)|trekkes tilbake|nedsettes|kuttes|kuttast|"
        r"senkes|nedjusteres|trekkes(?: inn)?|inndras|tilbakeføres|tilbakeførast",
        rf"settes{_BETWEEN} ned|set(?:jast|tast){_BETWEEN} ned",
        rf"justeres{_BETWEEN} ned|justerast{_BETWEEN} ned|"
        rf"{_NOW}{_BETWEEN} (?:{_DOWN}|sette? ned|satte? ned|justerte? ned|justert ned)",
        r"(?:en|ein) reduksjon med|(?<!tilsvarende )(?<!tilsvarande )reduksjon(?:en)? på",
        rf"{_NOW}(?: \w+){{0,2}} tr(?:u|e)kk?(?:et|t|te) inn",
        rf"{_SENDER} (?:(?:trekker|trekkjer|trekk) (?:inn|tilbake)|kutter|kuttar|senker|senkar)|"
        r"(?:et|eit) (?:kutt|uttrekk|trekk) på",
    ),
    "grant": (
        r"tildeles|tildel(?:ast|er|ar)|stilles|stillast|stiller|bevilges|bevilgast|løyvast|løyver|bevilger|"
        r"finansieres|finansierast|dekkes|dekkast|avsettes|settes av|set(?:jast|tast) av|"
        r"utbetales|disponerer|(?<!kan )(?:overføres|overførast)|"
        r"er (?:det )?(?:(?:i tillegg|også|òg|dessuten|videre|vidare|samtidig) )?"
        r"(?:satt av|sett av|avsatt|avsett)",
        rf"{_NOW}(?: [\w.,]+){{0,6}} (?:tildelt|stilt?|stilte|løyvd|løyvt|bevilget|finansiert|"
        rf"dekt|dekket|sett av|satt av|avsett|avsatt|overført)",
        r"(?<!kan )(?:får|gis|gjevast)(?: \w+){0,3} (?:tilskudd|tilskot|tildelt)|"
        r"kan(?: \w+){0,2} disponere|disponere(?:s|st)|fullmakt til å disponere",
        # "får Norad 305 mill. kroner", "gis det kr 9 800 000"
        r"(?<!kan )(?:får|gis|gjevast|blir gitt|blir gjeve|vert gjeve)"
        r"(?=(?: \w+){0,3} (?:inntil |om lag |ca\. )?(?:kr\.? )?\d)",
        r"(?:belastes|blir belasta?|belastast)",
        r"departementet (?:vil )?overfør(?:er|e)",
        # "Klima- og miljødepartementet gir 1 120 000 kroner over kap. 1420", "KLD gjev"
        rf"{_SENDER} (?:gir|gjev|yter)"
        r"(?=(?: \w+){0,3} (?:inntil |om lag |ca\. )?(?:kr\.? |NOK )?\d)",
        # "Departementet set av 2 mill. kroner", "Til dette setter vi av kr 500 000"
        rf"{_SENDER} (?:(?:set|setter|setjer) av|avsett?er|avset)|"
        rf"(?:set|setter|setjer) {_SENDER} av",
    ),
    "total": (
        r"(?:samlet|samla|total|totalt?e?|korrekt|riktig|rett|ny|oppdatert|endelig|endeleg|"
        r"revidert) "
        r"(?:bevilgning|løyving|tildeling|ramme|oppdragsramme|budsjettramme|sum|beløp)(?:en|a)?"
        r"(?: på (?:posten|kap\w*\.?[^.]{0,30}?post \d+))?(?: for \d{4})? (?:blir|er|utgjør|"
        r"utgjer|skal være|skal vere|vil være|vert)",
        r"(?:bevilgning|løyving|tildeling|ramm)(?:en|a)?"
        r"(?: på (?:posten|kap\w*\.?[^.]{0,30}?post \d+))? (?:blir|er|utgjør|"
        r"utgjer)(?: då| da)? (?:etter (?:dette|endring\w*)|(?:dermed|då|da|nå|no) (?=\d|kr|på))",
        # "Etter dette er løyvinga på posten", "Samlet tildeling for 2026 på posten blir dermed"
        r"etter (?:dette|endring(?:en|a|ene|ane)) (?:er|blir|utgjør|utgjer|vert) (?:det )?"
        r"(?:ny |samla |samlet )?(?:bevilgning|løyving|tildeling|ramm)(?:en|a)?",
        r"(?:samlet|samla|total) (?:bevilgning|løyving|tildeling|ramme) for \d{4}[^.;]{0,60}? "
        r"(?:blir|er|utgjør|utgjer|vert)",
        r"(?:endres|endrast|justeres|justerast|blir endra|blir endret|settes|settast) til",
    ),
}
# "er auka med": in an addendum it is this letter that does so, in a base letter last year's change.
# "er løyvinga på post 45 Større utstyrsinnkjøp sett ned med": the post's name may be long.
_HAS_BEEN = (
    r"(?:er|ble|vart|blei)(?:(?: \w+){0,4}?|"
    r" (?:bevilgning|løyving|tildeling|ramm)(?:en|a) (?:på|under|over) (?:kap\w*\.? ?\d+,? )?"
    r"post \d+[^.;\d]{0,80}?)"
)
DONE: dict[Move, str] = {
    "increase": rf"{_HAS_BEEN} (?:{_UP}|sett opp|satt opp)|"
    r"(?:(?:er|blir|vert)(?: det)? (?:lagt|lagde)|legges|leggjast|leggast)(?: det)? til(?! grunn)",
    "decrease": rf"{_HAS_BEEN} (?:{_DOWN}|sett ned|satt ned)",
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


# The letters that the forms begin with.
_BEGINNINGS = (
    "auk", "avs", "bel", "bev", "ble", "bli", "dek", "dep", "dis", "ei ", "ein", "eit", "en ",
    "end", "er ", "et ", "ett", "fin", "for", "ful", "får", "før", "gis", "gje", "hev", "inn",
    "jus", "kan", "kom", "kor", "kut", "leg", "løy", "ned", "ny ", "opp", "ove", "ram", "red",
    "ret", "rev", "rik", "sam", "sen", "set", "ska", "sti", "sty", "til", "tot", "tre", "utb",
    "var", "ver", "vi ", "vil", "å a", "å h", "å k", "å r", "å s", "å ø", "øke", "øki", "økn",
    "økt",
)  # fmt: skip
_IN_BOTH_CASES = re.sub(
    r"[^\W\d_]", lambda found: f"[{found[0]}{found[0].upper()}]", tree_of(_BEGINNINGS)
)
MOVES_BEGIN = re.compile(rf"(?-i:{_IN_BOTH_CASES})|{_MINISTRY}", re.IGNORECASE)
"""What any form begins with: few words need be tried for all forms, of which there are forty."""


def _pattern(moves: Mapping[Move, Sequence[str]]) -> re.Pattern[str]:
    """Any of the forms, in a group that begins with what it does."""
    order: tuple[Move, ...] = ("total", "increase", "decrease", "grant")
    forms = (
        rf"(?P<{move}_{index}>(?:{form})\b)"
        for move in order
        for index, form in enumerate(moves[move])
    )
    begin = MOVES_BEGIN.pattern
    return re.compile(rf"\b(?={begin})(?:{'|'.join(forms)})", re.IGNORECASE)


def move_of(found: re.Match[str]) -> Move:
    """What the form that such a pattern found does."""
    return (found.lastgroup or "").split("_")[0]  # type: ignore[return-value]


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
    r"\b(?:blir|vert|skal|bli)(?: det)?\s+(?:om lag |ca\. |inntil )?$", re.IGNORECASE
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

# What was granted in another letter, last year or for a purpose over several posts is background.
_AUXILIARY = r"(?:ble|vart|blei|var|er|har|hadde|fikk|fekk|bl\.a\. er|tidligere|tidlegare)"
_GIVEN = r"(?:tildelt|stilt|bevilget|bevilga|løyvt|løyvd|finansiert|utbetalt|fordelt)"
_CHANGED = r"(?:økt|auka|redusert)"
PAST = AnyCase(
    rf"\b{_AUXILIARY}\b(?: \w+){{0,8}}? (?:{_GIVEN}|{_CHANGED})\b|"
    r"\b(?:bevilget|bevilga|løyvde|tildelte|stilte)\b(?= (?:kr|nok|\d))"
)
PAST_IN_ADDENDUM = AnyCase(
    rf"\b{_AUXILIARY}\b(?: \w+){{0,8}}? {_GIVEN}\b|"
    r"\b(?:ble|vart|blei|var|har|hadde|tidligere|tidlegare)\b"
    rf"(?: \w+){{0,8}}? (?:{_CHANGED}|sett opp|sett ned|satt opp|satt ned)\b|"
    r"\b(?:bevilget|bevilga|løyvde|tildelte|stilte)\b(?= (?:kr|nok|\d))|"
    rf"\ber(?: \w+){{0,2}} {_CHANGED}\b(?=[^.;]*\b(?:fra|frå|sidan|siden) (?:saldert|20\d\d))"
)
# "Ved Stortingets behandling av Prop. 117 S ble bevilgningen økt": what this letter tells on,
# unless the words go further back.
DECIDED = re.compile(
    r"\bStortinget|\bvedta(?:k|tt)\w*|\bvedtok\b|\bvedteke\b|\bbehandling\w*|\bhandsaming\w*|"
    r"\brevidert|\bRNB\b|\bnysaldering\w*",
    re.IGNORECASE,
)
EARLIER = re.compile(
    r"\btidlig\w*|\btidleg\w*|\btillegg|\bsupplerende|\bsupplerande|\bi fjor\b|"
    r"\bsaldert\b|\b20\d\d\b|\btildelingsbrev\w*|\b(?:bevilget|bevilga|løyvd|løyvt|løyvde|tildelt|stilt|utbetalt)\b",
    re.IGNORECASE,
)
# In an assignment's own text: the money is the recipient's, whatever post it stands on.
FOR_RECIPIENT = re.compile(
    r"disposisjon|rådighet|rådvelde|tildel|"
    r"\b(?:direktoratet|tilsynet|instituttet|etaten|verket|senteret|verksemda|virksomheten) får\b|"
    r"\bfår (?:direktoratet|tilsynet|instituttet|etaten|verket|senteret|verksemda|virksomheten)\b"
)
# "2 mill. kroner til arbeidet over kap. 290, post 21": paid from there, without a verb.
OVER_POST = re.compile(
    r"(?! (?:høyere|høgare|lavere|lågare))[^.;,]{0,60}? (?:over|frå|fra|på|under) (?:kap|post)",
    re.IGNORECASE,
)
TOLD = re.compile(
    r"\bi 20\d\d (?:tildelt|løyvd|bevilget)|\b(?:hatt|foresl\w*|føresl\w*|regjering\w*|prop|"
    r"ble|vart|blei|var|hadde|fikk|fekk|brukte|kostet|kosta|tidlig\w*|tidleg\w*|i fjor|kan|"
    r"utgjør|utgjer|søk\w*|kommun\w*)\b",
    re.IGNORECASE,
)
# Who forvalter, disponerer or beholder money is somebody else, unless it is the recipient.
HANDLES = re.compile(
    r"^(?!(?:I|Til|Av|På|Over|Under|Det|Dette|Den|De|Dei|For|Som|Samtidig|Videre|Vidare)\s)"
    r"(?P<who>[A-ZÆØÅ][^.;:,]{1,70}?)\s+(?:forvalter|forvaltar|disponerer|beholder|beheld|"
    r"mottar|mottek|får)\b",
)
HANDLED_BY = re.compile(
    r"\b(?:forvaltes|forvaltast|disponeres|disponerast|brukes|brukast|betales|betalast|"
    r"(?:blir|vert|er) (?:forvalta|forvaltet|disponerte?|brukte?|betalte?))"
    r"(?: (?:direkte|hovedsakelig|fullt ut|i (?:hovedsak|hovudsak|sin helhet|si heilheit)))? av "
    r"(?P<who>[^.;:,]{2,70})",
    re.IGNORECASE,
)
# A ceiling of what may be done, which is an authorisation (fullmakt) and grants nothing.
AUTHORISES = re.compile(
    r"fullmakt(?! til å disponere)|overskri[dv]|\but ?over (?:\w+ ){0,2}?(?:bevilgning|løyving)|"
    r"\b(?:gi|gir|gis|gje|gjev|gjevast|nye|samla|samlet) (?:\w+ ){0,2}?til(?:sagn|segn)|"
    r"\btil(?:sagn|segn)(?:er|ar)? om\b|"
    r"\btil(?:sagn|segn)s|\b(?:gammelt|gamalt|gamle) ansvar|forplikt(?:els|ing)|"
    r"\b(?:kan|adgang til å|høve til å|anledning til å|rett til å) belaste\b|leieavtale|"
    r"\bkan (?:[\w.,]+ ){0,7}?(?:omdisponer|omfordel|omprioriter|flytt)(?:e|es|ast)\b|\bettergi|"
    r"\bbestillingsfullmakt|\b(?:foreta|gjøre|gjere|nye) (?:\w+ )?bestilling|"
    r"\bkan (?:\w+ ){0,3}?bestille\b",
    re.IGNORECASE,
)
# "Følgende beløp gis i form av belastningsfullmakter:" gives the sums of its list.
GIVES_SUMS = re.compile(
    r"\b(?:følgende|følgjande|disse|desse) (?:beløp\w*|summ\w*|midl\w*)(?: \w+){0,4}? "
    r"(?:gis|gjevast|gitt|gjevne|gjeve|stilles|stillast|stilt|stilte|tildel\w*|overfør\w*|fordel\w*)",
    re.IGNORECASE,
)
# When and where to money is paid: payments, which a letter has beside what it grants.
PAID_OUT = re.compile(
    rf"^(?:innen |pr\. )?\d{{1,2}}\. ?(?:{'|'.join(MONTHS)})(?: \d{{4}})?:|"
    # "utbetales første gang med 52 mill. kroner i april"
    r"\b(?:utbetal\w*|betal\w* ut)\b[^.;]*\b(?:første gang|første gong|fyrste gong)\b|"
    r"\b(?:utbetal\w*|betal\w* ut)\b.*\b(?:i|innen|den|per|pr\.) (?:\d{1,2}\. ?)?"
    rf"(?:{'|'.join(MONTHS)})\b|"
    r"\bkan (?:[\w.,]+ ){0,5}?(?:utbetal\w+|betal\w+ ut)\b|"
    r"\b(?:rate|rater|termin|terminer|avdrag|utbetalingsplan\w*)\b|\bkonto\b|"
    r"\b(?:primo|medio|ultimo)\b",
    re.IGNORECASE,
)
# What is raised or lowered, and not paid: "Bevilgningen settes ned som følge av lavere avgift i
# tredje termin".
OF_GRANT = re.compile(
    r"\b(?:bevilgning|løyving|tildeling|ramm|post|kap|krav|inntektskrav)(?:en|et|a|er)?\b(?! i )",
    re.IGNORECASE,
)
COMES_LATER = re.compile(
    r"^(?:Dersom|Hvis|Viss)\b|\bbli foresl(?:ått|ege)\b|\bbevilge\w* på nytt\b|\bløyv\w* på nytt\b|"
    r"\bvil departementet (?:foreslå|komme tilbake)",
    re.IGNORECASE,
)
# "Fylkeskommunene tildeles 64 mill. kroner i egne brev": another letter grants it.
IN_OTHER_LETTER = re.compile(
    r"\bi (?:egne|eget|eigne|eige|særskilte?|særskilde?|separate?) \w*brev\b", re.IGNORECASE
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
            *("forplikt", "belaste", "leieavtale", "omdisponer", "omfordel", "ettergi"),
            *("bestilling", "bestille", "flytt", "omprioriter"),
        ),
        AUTHORISES,
    ),
    (
        (
            *("rate", "termin", "avdrag", "utbetalingsplan", "konto", "primo", "medio", "ultimo"),
            *("første gang", "første gong", "fyrste gong", "betal"),
            *MONTHS,
        ),
        PAID_OUT,
    ),
    (("bli foresl", "på nytt", "vil departementet", "dersom", "hvis", "viss"), COMES_LATER),
    (("brev",), IN_OTHER_LETTER),
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
_ON = r"(?:[^.;]|\b(?:mill|mrd|kap|kr|nr|jf|pkt|prop|innst|ca|st|meld)\.)"
PART_BEFORE = re.compile(
    rf"\b(?:hvorav|kvarav|herav|derav|herunder|{_OF_IT})\b{_ON}{{0,120}}$", re.IGNORECASE
)
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
# "Midlene fordeles med 4 mill. kroner til vern og 3 mill. kroner til los."
DIVIDED = re.compile(
    r"\b(?:fordeles|fordelast|blir fordelte?|vert fordelte?|fordeler seg)"
    r"(?: \w+){0,3}? (?:med|på)(?: (?:henholdsvis|høvesvis|hhv\.))?\s*$|"
    # "Midlene deles mellom vern (4 mill. kroner) og los (3 mill. kroner)"
    r"\b(?:for)?(?:deles|delast|delte?) (?:mellom|på)\b[^.;()]*\($",
    re.IGNORECASE,
)
PART_AFTER = re.compile(
    rf"\s+(?:(?P<this>av (?:dette|denne|disse|desse))|{_OF_IT})\b", re.IGNORECASE
)
# "Av bevilgningen på 2 067 mill. kroner disponerer Norad ...": the whole is said right there.
OF_SUM = re.compile(rf"\b(?:av|innenfor|innanfor) (?:den (?:\w+ )?)?{_WHOLE} på $", re.IGNORECASE)
# "Av disse stilles 5 mill. kroner til disposisjon": a grant, of whatever it is a part.
AVAILABLE = re.compile(
    r"\b(?:still(?:es|ast|er|ar)|tildel(?:es|ast|er|ar)|(?<!kan )disponer(?:er|ar))\b",
    re.IGNORECASE,
)
# "Innenfor rammen" after what the recipient gets of a larger sum: its own share is meant.
OF_SHARE = re.compile(
    r"\b(?:av|innenfor|innanfor|innen) (?:denne |dette )?(?:ramm(?:en|a)|tildeling(?:en|a)|beløpet|"
    r"tilskuddet|tilskotet)\b",
    re.IGNORECASE,
)
# "Tilskuddet er bevilget under kap. 334, post 73": where the sum of the sentence before stands.
MONEY_AGAIN = re.compile(
    r"(?:Tilskudd(?:et|ene)|Tilsko(?:tet|ta)|Midl(?:ene|ane)|Beløp(?:et|ene|a)|Bevilgningen|Løyvinga|"
    r"Tildelinge?[na]|Summen|Pengene|Pengane)\b",
    re.IGNORECASE,
)
# "blir utbetalt slik:": the list is a plan of payments.
PAYS_OUT = re.compile(r"\butbetal\w*|\bterminvis\b|\bi (?:\w+ )?terminer\b", re.IGNORECASE)
_EARMARK = r"\b(?:øremerk\w*|reserver\w*|forbehold\w*|satt av|sett av|sette av|avsatt|avsett)\b"
EARMARKS = re.compile(
    rf"{_EARMARK}|\b(?:er|vert|blir) (?:[\w.,]+ ){{0,6}}?"
    r"(?:knytt(?:et|a|e)?|tiltenkte?|bund(?:et|ne|en))\b",
    re.IGNORECASE,
)
"""Singles a purpose out of a sum."""
# "På post 22 er 48 mill. kroner reservert for", "det er forutsatt at 62 mill. kroner går til".
SET_ASIDE = re.compile(
    rf"{_EARMARK}|"
    r"\b(?:går|gjeng|gå) (?:\w+ ){0,2}?til\b|\bskal (?:gå )?til\b",
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
    r"\bmed\s+(?:tilsvar\w+\s+)?inndekning\b|\bmotsvares\s+av\b|\bmotpost(?:en)?\b|"
    r"\bmot at (?:kap|post|bevilgning|løyving)|"
    # "som dekkes inn ved å redusere kap. 290, post 01", "ved omdisponering fra post 01"
    r"\b(?:dekk(?:es|ast|er)|dekt|dekket) inn\b|\bved (?:omdisponering|omprioritering|overføring|"
    r"flytting|(?:en |ein )?(?:tilsvarende |tilsvarande )?(?:reduksjon|nedsettelse)|"
    r"å (?:redusere|omdisponere|sette ned|setje ned))\b|"
    # "og bevilgningen på post 01 reduseres tilsvarende", "og post 45 økes med samme beløp"
    rf"\b(?:og|mens|medan) (?:(?:bevilgning|løyving|post)\w*|kap\w*\.?){_ON}{{0,60}}?"
    r"\b(?:reduse|øk|auk|sett)\w*(?: ned| opp)? (?:tilsvar|med (?:samme|same) (?:beløp|sum))",
    re.IGNORECASE,
)
# The sentence after a change that names its other side: "Økningen dekkes inn under post 01".
COUNTER_AGAIN = re.compile(
    r"motpost|(?:(?:økning|auk|endring|reduksjon|beløp|summen|midl|dette|det|samtidig|samstundes|"
    r"bevilgning|løyving|post|kap|tilsvarende|tilsvarande|motsvarende)\w*\.?)"
    rf"{_ON}*?\b(?:(?:dekk(?:es|ast|er)|dekt|dekket) inn|inndekning\w*|motpost\w*|motsvares|"
    r"(?:hentes|hentast|tas|takast|flyttes|flyttast|omdisponeres|omdisponerast) (?:fra|frå)|"
    rf"(?:reduse|øk|auk|set)\w*\b{_ON}*?\b"
    r"(?:tilsvar|med (?:samme|same|tilsvar\w+) (?:beløp|sum)))",
    re.IGNORECASE,
)
# "Av dette disponeres 2 mill. kroner av senteret": the part of an increase is one too.
DISPOSED = re.compile(r"\bdisponer(?:es|ast)\b", re.IGNORECASE)
FROM_POST = re.compile(r"\b(?:fra|frå)\s+(?:kap|post)", re.IGNORECASE)
# A part that another letter or year set aside.
# "til disposisjon i 2027": money of another year than the letter's.
OF_YEAR = re.compile(
    r"\b(?:disposisjon|rådighet|rådvelde|tildelt|tildeles|stilles|stilt|bevilget|kroner) "
    r"(?:i|for) (?P<year>20\d\d)\b",
    re.IGNORECASE,
)
# "hvorav 4 mill. kroner": of the sum that stands before it.
OF_WHICH = re.compile(r"\b(?:hvorav|kvarav|herav|derav|herunder)\b", re.IGNORECASE)
# "tiltak under 500 000 kroner", "mer enn 2 mill. kroner": a bound on something.
BOUND = re.compile(
    r"\b(?:over|under|(?:mer|meir|mindre|større|høyere|høgare|lavere|lågare) enn)\s(?:kr\.?\s)?$",
    re.IGNORECASE,
)
# "bevilges 8 mill. kroner ekstra", "får 2 mill. kroner mer"
EXTRA_AFTER = re.compile(
    r"\s+(?:ekstra|mer|meir|i tillegg|ytterligere|ytterlegare)\b(?! enn)", re.IGNORECASE
)
VOTES = re.compile(
    r"\b(?:bevilg\w*|løyv\w*|tildel\w*|får|gis|gjevast)\b(?: \w+){0,4}\s+$", re.IGNORECASE
)
TOLD_OF_PART = re.compile(r"\b(?:ble|vart|blei|var|hadde|fikk|fekk)\b", re.IGNORECASE)
FROM_CHAPTER = re.compile(r"\b(?:fra|frå)\s+kap", re.IGNORECASE)
# "finansieres med 2 mill. kroner fra kap. 281": the chapter is where the sum stands, no other side.
PAID_FROM = re.compile(
    r"\b(?:finansier\w*|dekk\w*|dekt|tildel\w*|belast\w*|still\w*|stilt|utbetal\w*)\b",
    re.IGNORECASE,
)
# "overføres 4,2 mill. kroner fra kap. 1422, post 21 til kap. 1423, post 01"; "flyttes" may name one
# side alone, where "overføres" then grants.
TRANSFERS = re.compile(
    r"\b(?:(?P<moves>(?:flytt|omdisponer|omprioriter)(?:es|ast|er|ar|e|a|et|te|t)?)|"
    r"(?P<noun>(?:ramme)?overføring(?:en|a)?|flytting(?:en|a)?|omdisponering(?:en|a)?)|"
    r"(?:ramme)?overfør(?:es|ast|er|e|te|t)?|tr[ue]kk(?:es|ast|er|jer|et)|trekt|tas|takast|hentes|hentast)\b",
    re.IGNORECASE,
)
# What was moved before: in a base letter also what "er flytta".
MOVED_BEFORE = re.compile(
    rf"\b(?P<is>er|ble|vart|blei|har)\b{_ON}{{0,60}}?\b(?:flytt(?:a|et)|omdisponerte?|omprioriterte?|"
    r"overførte?)\b",
    re.IGNORECASE,
)
# "Samlet stilles det 784 mill. kroner til disposisjon over kap. 290": all of a chapter's posts.
SUMMED = re.compile(
    r"(?:\w+ ){0,3}?(?:samlet|samla|totalt|til ?sammen|til ?saman|i alt)\b", re.IGNORECASE
)
NET = re.compile(r"\bnetto\b", re.IGNORECASE)
TAKEN = re.compile(
    r"\b(?:omdispon|omprior|omfordel|inndr|trekk|tr[ue]kke|tilbakef)\w*", re.IGNORECASE
)
FROM_SIDE = re.compile(r"\b(?:fra|frå)\s+$", re.IGNORECASE)
# What parts a sum from the post that it stands on: "3 mill. kroner på kap. 290".
ON_POST = re.compile(r"\s*,?\s*\(?(?:(?:på|under|over|i|til|frå|fra|av) (?:denne )?)?")
TO_SIDE = re.compile(r"\btil\s+$", re.IGNORECASE)
THIS_POST = re.compile(r"\b(?:denne )?posten\b", re.IGNORECASE)
# "Det flyttes 2 mill. kroner hit fra post 01"
TO_HERE = re.compile(r"\bhit\b", re.IGNORECASE)
FROM_HERE = re.compile(r"\b(?:herfra|herifrå|herfrå)\b", re.IGNORECASE)
# "økes fra 1,6 mrd. kroner til 2,0 mrd. kroner": what it was is background.
STEPS_FROM = re.compile(r"\b(?:fra|frå)\s+$", re.IGNORECASE)
STEPS_TO = re.compile(r"\s*,?\s*til\s+", re.IGNORECASE)
STEPS_BY = re.compile(r"\b(?:med|på)\s+(?:om lag |ca\. |til ?sammen |til ?saman )?$", re.IGNORECASE)
# "går bevilgningen fra kr 1 til kr 2": moved without a verb of its own.
GOES = re.compile(
    r"\b(?:går|gjeng|endres|endrast|justeres|justerast|er endret|er endra)\b", re.IGNORECASE
)
# "rettes fra kr 9 500 000 til kr 23 000 000": what an earlier letter said was wrong.
PUTS_RIGHT = re.compile(
    r"\b(?:rettes|rettast|blir retta|korrigeres|korrigerast|blir korrigert)\b", re.IGNORECASE
)
# "økes med 5 mill. kroner fra saldert budsjett 2025": in a base letter, a change against last year.
FROM_LAST_YEAR = re.compile(
    r"\b(?:fra|frå|sammenlignet med|samanlikna med|i forhold til|i høve til) "
    r"(?:saldert|i fjor|fjoråret|20\d\d)",
    re.IGNORECASE,
)
# "mellom 5 og 10 mill. kroner": nobody is told how much.
BETWEEN = re.compile(r"\bmellom\s+(?:kr\.?\s*)?$", re.IGNORECASE)
# "er no på 24,6 mill. kroner", after what it was raised by.
IS_NOW = re.compile(
    r"\b(?:er|blir|vert|utgjør|utgjer|kommer|kjem)(?: (?:no|nå|då|da|dermed|etter dette|etter "
    r"endringen|etter endringa))+ (?:opp )?(?:på |til )?$|"
    r"\b(?:og|som) (?:utgjør|utgjer)(?: (?:no|nå|då|da|dermed))? $",
    re.IGNORECASE,
)
# "økes til 36 mill. kroner": what the post comes to, not what it is moved by.
MOVED_TO = re.compile(
    r"(?<!lagt )(?<!lagde )(?<!legges )(?<!leggjast )(?<!leggast )(?<!legges det )"
    r"(?<!leggjast det )\btil (?:om lag |ca\. )?$",
    re.IGNORECASE,
)
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
    r"samme post|same post|(?:ny|samlet|samla|total) (?:tildeling|bevilgning|løyving|ramme)|"
    r"samtidig|vidare|videre|rammen|ramma|tildelingen|tildelinga)\b",
    re.IGNORECASE,
)
IN_PAIRS = re.compile(r"\b(?:henholdsvis|høvesvis|hhv\.|respektive)\b", re.IGNORECASE)
# A sum that opens a field is given, without any verb: "Inntil 2 mill. kroner over kap. 1".
OPENS_WITH_SUM = re.compile(
    r"(?:inntil|om lag|ca\.?|totalt|samlet|samla|det er|over|på)?", re.IGNORECASE
)
# "jf. omtale under post 01" points to a place in the letter and is not what is paid from.
MENTION = re.compile(
    r"\b(?:omtal\w*|se|sjå|nevnt|nemnt|nyttes under|nyttast under)\b[^.;]{0,25}$", re.IGNORECASE
)

CORRECT_SUM = re.compile(
    r"korrekt\w*\s+(?:\w+\s+){0,6}?skulle\s+(?:ha\s+)?v(?:ært|ore|ere|ære)|"
    r"skulle\s+(?:rett(?:elig)?|egentlig|eigentleg)\s+(?:ha\s+)?(?:v(?:ært|ore)|fått|blitt)|"
    r"skulle\s+(?:ha\s+)?v(?:ært|ore)\s+(?:på\s+)?(?=(?:kr\.?\s*)?\d)",
    re.IGNORECASE,
)
INSTEAD = re.compile(r"\b(?:i stedet for|istedenfor|i staden for)\b", re.IGNORECASE)
IN_ERROR = re.compile(
    r"\b(?:feil|feilaktig\w*|inkurie|uhell|mistak)\b(?=.*\b(?:ble|vart|blei)\b)|"
    r"\b(?:ble|vart|blei)\b.*\b(?:feil|feilaktig\w*|inkurie|mistak)\b",
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
    r"\b(?:ble|vart|blei|fikk|fekk|er|har|var|står|sto|stod)\b.*"
    r"\b(?:tildelt|tildeling|stilt|oppgitt|oppgjeve|oppgjeven|gitt|gjeve|gjeven|ført opp|"
    r"økt|auka|redusert)\b|"
    # "I tildelingsbrevet stod det at 6,2 mill. kroner skulle gå til"
    r"brev\w*\b.*\b(?:stod|sto|står|går det frem|går det fram|oppgis|oppga)\b|"
    r"\b(?:stod|sto|står|oppgis)\b.*brev",
    re.IGNORECASE,
)
# In a table's remarks: a fee, a rate, what another year's amount was, are no money of the post's.
NO_PART_OF_ROW = re.compile(
    r"^(?:hver|hvert|kvar|kvart)\b|"
    r"\b(?:takst|sats|satsen|satsane|\w*gebyr\w*|pris|prisen|honorar|\w*egenandel\w*|eigendel\w*)\b|"
    r"\b(?:er|ble|vart|blei|har) (?:\w+ ){0,2}?"
    rf"(?:{_UP}|{_DOWN}|satt ned|sett ned|satt opp|sett opp)\b|"
    r"\b(?:fra|frå) (?:saldert|20\d\d)|\b(?:høyere|høgare|lavere|lågare) enn\b",
    re.IGNORECASE,
)
