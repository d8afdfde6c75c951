"""What sentences about money say besides their verbs, in both written languages: whose money it is,
what is told of and gives nothing, what is a part, where it comes from.

The tables are data. Each pattern is matched against one sentence, in any case.
"""

from __future__ import annotations

import re

from tildeling.any_case import AnyCase
from tildeling.find.date_words import MONTHS
from tildeling.find.money_words import ROUGHLY
from tildeling.meaning.move_words import COMMITS, DOWN, UP

# A clause goes on over the stop of an abbreviation: "av bevilgningen på 2 mill. kroner stilles".
ON = r"(?:[^.;]|\b(?:mill|mrd|kap|kr|nr|jf|pkt|prop|innst|ca|st|meld)\.)"
# What was granted in another letter, last year or for a purpose over several posts is background.
_AUXILIARY = r"(?:ble|vart|blei|var|er|har|hadde|fikk|fekk|bl\.a\.[ ]er|tidligere|tidlegare)"
_GIVEN = r"(?:tildelt|stilt|bevilget|bevilga|løyvt|løyvd|finansiert|utbetalt|fordelt)"
_CHANGED = r"(?:økt|auka|redusert)"
# "løyvde 2 mill. kroner", "tildelte kr 100 000"
_GAVE = r"\b(?:bevilget|bevilga|løyvde|tildelte|stilte)\b(?=[ ](?:kr|nok|\d))"
PAST = AnyCase(rf"\b{_AUXILIARY}\b(?:[ ]\w+){{0,8}}?[ ](?:{_GIVEN}|{_CHANGED})\b|{_GAVE}")
PAST_IN_ADDENDUM = AnyCase(
    rf"""(?x)
    # "Stortinget reduserte i fjor bevilgningen", "Stortinget økte"
    \bstortinget (?:[ ]\w+){{0,6}}?
        [ ](?:økte|auka|reduserte|kutta|kuttet|styrkte|styrket|heva|hevet)\b
    # "er tidligere tildelt", "fikk i fjor utbetalt"
    | \b{_AUXILIARY}\b (?:[ ]\w+){{0,8}}? [ ]{_GIVEN}\b
    # "ble i revidert budsjett redusert", "var i fjor satt ned"; "er økt" is what this letter does
    | \b(?:ble|vart|blei|var|har|hadde|tidligere|tidlegare)\b (?:[ ]\w+){{0,8}}?
        [ ](?:{_CHANGED}|sett[ ]opp|sett[ ]ned|satt[ ]opp|satt[ ]ned)\b
    | {_GAVE}
    # "er økt med 2 mill. kroner fra saldert budsjett": against another year
    | \ber (?:[ ]\w+){{0,2}} [ ]{_CHANGED}\b (?={ON}*\b(?:fra|frå|sidan|siden)[ ](?:saldert|20\d\d))
    """
)
# "Ved Stortingets behandling av Prop. 117 S ble bevilgningen økt": what this letter tells on,
# unless the words go further back.
DECIDED = AnyCase(
    r"\bstortinget|\bvedta(?:k|tt)\w*|\bvedtok\b|\bvedteke\b|\bbehandling\w*|\bhandsaming\w*|"
    r"\brevidert|\brnb\b|\bnysaldering\w*",
    ("storting", "vedt", "behandling", "handsaming", "revidert", "rnb", "nysaldering"),
)
YEAR = re.compile(r"(?<![\d–-])20\d\d(?![\d–-])")
# What these go back to was given by another letter, and is not given again.
GIVEN_BEFORE = re.compile(
    r"\btid(?:lig|leg)\w*\b(?! enn)|\btillegg(?:et)? nr|\b\w*brev\w*|\bi fjor\b|\bsaldert\b|"
    r"\b(?:allerede|allereie)\b",
    re.IGNORECASE,
)
EARLIER = re.compile(
    r"\btid(?:lig|leg)\w*\b(?! enn)|\btillegg|\bsupplerende|\bsupplerande|\bi fjor\b|"
    r"\bsaldert\b|\btildelingsbrev\w*|\b(?:bevilget|bevilga|løyvd|løyvt|løyvde|tildelt|stilt|"
    r"utbetalt)\b",
    re.IGNORECASE,
)
_RECIPIENT = "direktoratet|tilsynet|instituttet|etaten|verket|senteret|verksemda|virksomheten"
# In an assignment's own text: the money is the recipient's, whatever post it stands on.
FOR_RECIPIENT = re.compile(
    rf"""
    disposisjon | rådighet | rådvelde | tildel
    | \b(?:{_RECIPIENT})[ ]får\b  # "direktoratet får 2 mill. kroner"
    | \bfår[ ](?:{_RECIPIENT})\b  # "til dette får etaten 2 mill. kroner"
    """,
    re.VERBOSE,
)
# "2 mill. kroner til arbeidet over kap. 290, post 21": paid from there, without a verb.
OVER_POST = re.compile(
    r"(?! (?:høyere|høgare|lavere|lågare))[^.;,]{0,60}? (?:over|frå|fra|på|under) (?:kap|post)",
    re.IGNORECASE,
)
COMES_TOO = re.compile(r"\bi tillegg (?:kommer|kjem)(?: det)? $", re.IGNORECASE)
TOLD = re.compile(
    r"""
    \bi[ ]20\d\d[ ](?:tildelt|løyvd|bevilget)  # "er i 2025 tildelt"
    | \b(?:
        hatt
        | foresl\w* | føresl\w* | regjering\w* | prop  # what is proposed, and not yet given
        | ble | vart | blei | var | hadde | fikk | fekk | brukte | kostet | kosta
        | tidlig\w* | tidleg\w* | i[ ]fjor
        | kan | utgjør | utgjer | søk\w* | kommun\w*
    )\b
    """,
    re.IGNORECASE | re.VERBOSE,
)
# Who forvalter, disponerer or beholder money is somebody else, unless it is the recipient.
_BODY = (
    r"(?-i:[A-ZÆØÅ][\w-]*(?:direktoratet|tilsynet|verket|instituttet|etaten|rådet|ombudet|"
    r"senteret)|"
    r"(?:Direktoratet|Senteret|Instituttet|Senter) for [a-zæøå][\w-]+(?: og [\w-]+)?)"
)
HANDLES = re.compile(
    r"(?:^|:\s)(?!(?:I|Til|Av|På|Over|Under|Det|Dette|Den|De|Dei|For|Som|Samtidig|Videre|Vidare)\s)"
    r"(?P<who>[A-ZÆØÅ][^.;:,]{1,70}?)\s+(?:forvalter|forvaltar|disponerer|beholder|beheld|"
    r"mottar|mottek|får)\b",
)
_GETS = "får|tildeles|tildelast|disponerer|mottar|mottek"
# "Videre får Helsedirektoratet 2 mill. kroner", ", mens Helsedirektoratet får 2 mill. kroner"
GIVEN_TO = re.compile(
    rf"\b(?:{_GETS}) (?:(?:også|òg|dessuten|i tillegg) )?"
    rf"(?P<who>{_BODY})(?!\w)(?! og )",
    re.IGNORECASE,
)
OTHER_GETS = re.compile(rf"\b(?:mens|medan|og|samt) (?P<who>{_BODY}) (?:{_GETS})\b", re.IGNORECASE)
# "Helsetilsynet og Helsedirektoratet får henholdsvis 1,5 og 2,5 mill. kroner"
_NAME = rf"(?:{_BODY}|(?-i:[A-ZÆØÅ][\w-]+(?: [a-zæøå][\w-]+)?))"
NAMES = re.compile(rf"{_NAME}(?:, {_NAME})*(?: og | samt ){_NAME}", re.IGNORECASE)
NAMES_PART = re.compile(r", | og | samt ")
# "forvaltes av", "er disponert av", "betales direkte av", "brukes i sin helhet av"
HANDLED_BY = re.compile(
    r"""
    \b(?:
        forvaltes | forvaltast | disponeres | disponerast | brukes | brukast | betales | betalast
        | (?:blir|vert|er)[ ](?:forvalta|forvaltet|disponerte?|brukte?|betalte?)
    )
    (?:[ ](?:
        direkte | hovedsakelig | fullt[ ]ut | i[ ](?:hovedsak|hovudsak|sin[ ]helhet|si[ ]heilheit)
    ))?
    [ ]av[ ] (?P<who>[^.;:,]{2,70})
    """,
    re.IGNORECASE | re.VERBOSE,
)
_COMMITMENT = r"til(?:sagn|segn)"
# A ceiling of what may be done, which is an authorisation (fullmakt) and grants nothing.
AUTHORISES = AnyCase(
    rf"""(?x)
    fullmakt(?![ ]til[ ]å[ ]disponere)
    | \bsamtykke[ ]til[ ]å[ ]overføre\b
    # "overskride bevilgningen", "ut over gitt bevilgning"
    | overskri[dv]
    | \but[ ]?over[ ](?:\w+[ ]){{0,2}}?(?:bevilgning|løyving)
    # "gi tilsagn", "nye tilsagn"; "gir tilsagn om tilskudd på 2 mill. kroner" gives a sum
    | \b(?:gi|gis|gje|gjevast|nye|samla|samlet)[ ](?:\w+[ ]){{0,2}}?{_COMMITMENT}
    | \b(?:gir|gjev)[ ](?:\w+[ ]){{0,2}}?(?!{COMMITS}){_COMMITMENT}
    # "tilsagn om tilskudd"; after "gir" or "herved" it is what this letter gives
    | (?<!gir[ ])(?<!gjev[ ])(?<!dette[ ])(?<!herved[ ])(?<!hermed[ ])
        \b{_COMMITMENT}(?:er|ar)?[ ]om\b
    # "tilsagnsramme", "gammelt ansvar", "forpliktelser"
    | \b{_COMMITMENT}s | \b(?:gammelt|gamalt|gamle)[ ]ansvar | forplikt(?:els|ing)
    # "kan belaste", "har adgang til å belaste"
    | \b(?:kan|adgang[ ]til[ ]å|høve[ ]til[ ]å|anledning[ ]til[ ]å|rett[ ]til[ ]å)[ ]belaste\b
    | leieavtale
    # "kan ved behov omdisponere", "kan omprioriteres"
    | \bkan[ ](?:[\w.,]+[ ]){{0,7}}?(?:omdisponer|omfordel|omprioriter|flytt)(?:e|es|ast)\b
    | \bettergi
    # "foreta nye bestillinger", "kan i tillegg bestille"
    | \bbestillingsfullmakt
    | \b(?:foreta|gjøre|gjere|nye)[ ](?:\w+[ ])?bestilling
    | \bkan[ ](?:\w+[ ]){{0,3}}?bestille\b
    """,
    (
        *("fullmakt", "samtykke", "overskri", "utover", "ut over", "tilsagn", "tilsegn", "ansvar"),
        *("forplikt", "belaste", "leieavtale", "omdisponer", "omfordel", "ettergi"),
        *("bestilling", "bestille", "flytt", "omprioriter"),
    ),
)
# "Følgende beløp gis i form av belastningsfullmakter:" gives the sums of its list.
GIVES_SUMS = re.compile(
    r"\b(?:følgende|følgjande|disse|desse) (?:beløp\w*|summ\w*|midl\w*)(?: \w+){0,4}? "
    r"(?:gis|gjevast|gitt|gjevne|gjeve|stilles|stillast|stilt|stilte|tildel\w*|overfør\w*|"
    r"fordel\w*)",
    re.IGNORECASE,
)
PAYS = AnyCase(r"\b(?:ut|del)?betal\w*", ("betal",))
_PAID = r"\b(?:utbetal\w*|betal\w*[ ]ut)\b"
_MONTH = f"(?:{'|'.join(MONTHS)})"
# "når rapporten er godkjent", "ved prosjektets start", "hvert halvår", "forskuddsvis"
_PAID_WHEN = r"""(?:
    når | etter[ ]at | så[ ]snart | straks
    # "etter godkjenning av regnskapet"
    | etter[ ](?:godkjen|innsend|mottatt|motteke|rapport|søknad|avtale)\w*
    | ved[ ](?:\w+[ ])?(?:
        godkjenning|innsending|oppstart|start|slutt|avslutning|prosjekt\w*|ferdig\w*
    )
    | (?:hver|kvar|hvert|kvart)[ ](?:måned|månad|kvartal|tertial|halvår)
    | (?:for|etter)(?:skudds|skots)vis\w* | månedlig | månadleg | kvartalsvis | halvårl[ie]g
    # "med like store beløp"
    | like[ ](?:store[ ])?(?:beløp|del\w*)
)\b"""
# When and where to money is paid: payments, which a letter has beside what it grants.
PAID_OUT = AnyCase(
    rf"""(?x)
    # "utbetales med 2 mill. kroner 1. mars og 2 mill. kroner når rapporten er godkjent"
    {_PAID} .* \b(?:\d{{1,2}}\.[ ]?{_MONTH}\b|{_PAID_WHEN})
    # "Innen 1. mars blir det utbetalt", "I juli 2026 utbetales"
    | ^(?:den[ ]|innen[ ]|innan[ ]|i[ ])? (?:\d{{1,2}}\.[ ]?)? {_MONTH} (?:[ ]\d{{4}})?[ ]
        (?:(?:blir|vert)[ ](?:det[ ])?)? {_PAID}
    # "Første del av tilskuddet utbetales"
    | ^(?:den[ ])? (?:første|fyrste|andre|tredje|siste|resterende|resterande)[ ]
        (?:del|halvdel|halvpart)\w*\b .* {_PAID}
    | \b(?:del|slutt)utbetaling
    # "1. mars: 2 mill. kroner"
    | ^(?:innen[ ]|pr\.[ ])? \d{{1,2}}\.[ ]?{_MONTH} (?:[ ]\d{{4}})?:
    # "utbetales første gang med 52 mill. kroner i april"
    | {_PAID} [^.;]* \b(?:første[ ]gang|første[ ]gong|fyrste[ ]gong)\b
    # "utbetales med halvparten innen 1. mai"
    | {_PAID} .* \b(?:i|innen|den|per|pr\.)[ ] (?:\d{{1,2}}\.[ ]?)? {_MONTH}\b
    # "kan etter avtale utbetales"
    | \bkan[ ](?:[\w.,]+[ ]){{0,5}}?(?:utbetal\w+|betal\w+[ ]ut)\b
    # "utbetales i to like deler à 2 mill. kroner"
    | {_PAID} [^.;]* [ ]i[ ](?:\w+[ ]){{1,2}}(?:deler|delar|omganger|omgangar)\b
    | \b(?:rate|rater|termin|terminer|avdrag|utbetalingsplan\w*)\b | \bkonto\b
    | \b(?:primo|medio|ultimo)\b
    """,
    (
        *("rate", "termin", "avdrag", "utbetalingsplan", "konto", "primo", "medio", "ultimo"),
        *("betal", *MONTHS),
    ),
)
# What is raised or lowered, and not paid: "Bevilgningen settes ned som følge av lavere avgift i
# tredje termin".
OF_GRANT = re.compile(
    r"\b(?:bevilgning|løyving|tildeling|ramm|post|kap|krav|inntektskrav)(?:en|et|a|er)?\b(?! i )",
    re.IGNORECASE,
)
COMES_LATER = AnyCase(
    r"^(?:dersom|hvis|viss)\b|\bbli foresl(?:ått|ege)\b|\bbevilge\w* på nytt\b|\bløyv\w* på nytt\b|"
    r"\bvil departementet (?:foreslå|komme tilbake)",
    ("bli foresl", "på nytt", "vil departementet", "dersom", "hvis", "viss"),
)
# "Fylkeskommunene tildeles 64 mill. kroner i egne brev": another letter grants it.
IN_OTHER_LETTER = AnyCase(
    r"\bi (?:egne|eget|eigne|eige|særskilte?|særskilde?|separate?) \w*brev\b", ("brev",)
)
# "Samlet er direktoratet tildelt 55 mill. kroner til nettlege": what a purpose comes to.
PURPOSE_TOTAL = AnyCase(
    r"\b(?:samlet|samla|totalt?)\b(?: \w+){0,4}? (?:tildelt|tildeling(?:a|en)? til|"
    r"bevilgning(?:en)? til|løyving(?:a)? til)\b",
    ("samlet", "samla", "total"),
)
GIVES_NOTHING = (PURPOSE_TOTAL, AUTHORISES, COMES_LATER, IN_OTHER_LETTER)
# "Inntil 8 mill. kroner av løyvinga på post 73 kan nyttast under post 21": what may be done.
_USE = r"(?:nytt|benytt|bruk|disponer|overfør|belast)\w*"
MAY_BE_USED = re.compile(
    rf"{ON}{{0,80}}? kan (?:\w+ ){{0,3}}?{_USE} (?:[\w,]+ ){{0,4}}?"
    r"(?:under|på|til|over) (?:kap|post)",
    re.IGNORECASE,
)
MAY_USE = re.compile(rf"\bkan (?:\w+ ){{0,4}}?(?:{_USE} )?(?:inntil )?(?:kr )?$", re.IGNORECASE)
USED_UNDER = re.compile(rf"{ON}{{0,80}}?\b(?:under|på|til) (?:kap|post)", re.IGNORECASE)
# "Av dette er inntil 4 mill. kroner til instrumenter": a ceiling.
CEILING = re.compile(r"\binntil (?:kr\.? )?$", re.IGNORECASE)
# "blir utbetalt slik:": the list is a plan of payments, unless it says to whom.
RECEIVERS = (
    r"\b(?:følgende|følgjande|disse|desse)[ ](?:\w+[ ])?(?:\w*mottak\w*|formål\w*|føremål\w*|"
    r"tiltak\w*|organisasjon\w*|verksemd\w*|virksomhet\w*|prosjekt\w*|institusjon\w*|\w*kommun\w*)"
)
PAYS_OUT = re.compile(
    rf"\b(?:utbetal\w*|betal\w* ut)\b(?! (?:\w+ )?til {RECEIVERS})|\bterminvis\b|"
    r"\bi (?:\w+ )?terminer\b",
    re.IGNORECASE,
)
_EARMARK = r"\b(?:øremerk\w*|reserver\w*|forbehold\w*|satt av|sett av|sette av|avsatt|avsett)\b"
# Singles a purpose out of a sum.
EARMARKS = re.compile(
    rf"{_EARMARK}|\b(?:er|vert|blir) (?:[\w.,]+ ){{0,6}}?"
    r"(?:knytt(?:et|a|e)?|tiltenkte?|bund(?:et|ne|en))\b",
    re.IGNORECASE,
)
# "På post 22 er 48 mill. kroner reservert for", "det er forutsatt at 62 mill. kroner går til".
SET_ASIDE = re.compile(
    rf"{_EARMARK}|"
    r"\b(?:går|gjeng|gå) (?:\w+ ){0,2}?til\b|\bskal (?:gå )?til\b",
    re.IGNORECASE,
)
# What a sum is compared with or counted in: it is no sum of its own.
BESIDE = re.compile(
    r"\b(?:inkludert|inkl\.|medrekna|medregnet|korrigert|korrigeres|utover|"
    r"(?:tilsvarende|tilsvarande)(?!,? med)|lavere|lågare|høyere|høgare)(?!\w)[^.;]{0,40}$",
    re.IGNORECASE,
)
COMPARED = re.compile(
    r"\s+(?:høyere|høgare|lavere|lågare|mer|meir|mindre)\b|"
    r"\s+(?:per|pr\.?)\s+[^\W\d]|\s+(?:i året|i måneden|i månaden|årlig|årleg|månedlig)\b",
    re.IGNORECASE,
)
# "3 mill. kroner til vern og 2 mill. kroner til los, til sammen 5 mill. kroner".
_TOGETHER = r"\b(?:til ?sammen|til ?saman|i alt|totalt|samlet|samla)\b(?: \w+){0,2}"
TOGETHER = re.compile(rf"{_TOGETHER}\s*$", re.IGNORECASE)
# The same over a list, at the end: "på følgende formål, til sammen 68 mill. kroner:"
SAYS_TOGETHER = re.compile(rf"{_TOGETHER} (?:kr )?\d[^:]*:\s*$", re.IGNORECASE)
COUNTER = AnyCase(
    rf"""(?x)
    # "mot en tilsvarende reduksjon", "mot reduksjon på post 21", "mot at kap. 290 settes ned"
    \bmot\s+(?:(?:en|ein|et|eit)\s+)?tilsvar(?:ende|ande)\b
    | \bmot\s+(?:reduksjon|økning|auke)\b
    # "med tilsvarende inndekning", "motsvares av"
    | \bmed\s+(?:tilsvar\w+\s+)?inndekning\b
    | \bmotsvares\s+av\b
    | \bmotpost(?:en)?\b
    | \bmot[ ]at[ ](?:kap|post|bevilgning|løyving)
    # "som dekkes inn ved å redusere kap. 290, post 01", "ved omdisponering fra post 01"
    | \b(?:dekk(?:es|ast|er)|dekt|dekket)[ ]inn\b
    | \bved[ ](?:
        omdisponering | omprioritering | overføring | flytting
        | (?:en[ ]|ein[ ])?(?:tilsvarende[ ]|tilsvarande[ ])?(?:reduksjon|nedsettelse)
        | å[ ](?:redusere|omdisponere|sette[ ]ned|setje[ ]ned)
    )\b
    # "og bevilgningen på post 01 reduseres tilsvarende", "og post 45 økes med samme beløp"
    | \b(?:og|mens|medan)[ ](?:(?:bevilgning|løyving|post)\w*|kap\w*\.?) {ON}{{0,60}}?
        \b(?:reduse|øk|auk|sett)\w* (?:[ ]ned|[ ]opp)?
        [ ](?:tilsvar|med[ ](?:samme|same)[ ](?:beløp|sum))
    """,
    marks=(
        *("mot", "inndek", "dekk", "dekt", "omdisp", "ompri", "overfør", "flytt", "reduks"),
        *("reduse", "nedsett", "sette ned", "setje ned", "tilsvar", "samme", "same"),
    ),
)
# The sentence after a change that names its other side: "Økningen dekkes inn under post 01".
COUNTER_AGAIN = re.compile(
    rf"""
    motpost
    # What was just told: "Økningen", "Beløpet", "Dette", "Samtidig", "Bevilgningen", "Kap."
    | (?:(?:
        økning | auk | endring | reduksjon | beløp | summen | midl | dette | det
        | samtidig | samstundes | bevilgning | løyving | post | kap
        | tilsvarende | tilsvarande | motsvarende
    )\w*\.?)
    {ON}*? \b(?:
        # "dekkes inn under post 01"
        (?:dekk(?:es|ast|er)|dekt|dekket)[ ]inn | inndekning\w* | motpost\w* | motsvares
        # "hentes fra post 21"
        | (?:hentes|hentast|tas|takast|flyttes|flyttast|omdisponeres|omdisponerast)[ ](?:fra|frå)
        # "reduseres med samme beløp"
        | (?:reduse|øk|auk|set)\w*\b {ON}*?
            \b(?:tilsvar|med[ ](?:samme|same|tilsvar\w+)[ ](?:beløp|sum))
    )
    """,
    re.IGNORECASE | re.VERBOSE,
)
FROM_POST = re.compile(r"\b(?:fra|frå)\s+(?:kap|post)", re.IGNORECASE)
# "til disposisjon i 2027": money of another year than the letter's.
OF_YEAR = re.compile(
    r"\b(?:disposisjon|rådighet|rådvelde|tildelt|tildeles|stilles|stilt|bevilget|kroner) "
    r"(?:i|for) (?P<year>20\d\d)\b",
    re.IGNORECASE,
)
IN_YEAR = re.compile(r" (?:i|for) (?P<year>20\d\d)(?![\d–-])")
# "Årlig driftskostnad er 3 mill. kroner, som dekkes av post 01": what something costs. "Post 21
# Spesielle driftsutgifter er vedtatt med" names a post.
COST_IS = re.compile(
    r"\b(?!\w*driftsutgift)\w*(?:kostnad|utgift)\w*\b[^.;]{0,80}\b(?:er|utgjør|utgjer|anslås|anslått|anslåtte|beregnet|"
    r"rekna)\b[^.;]{0,20}$",
    re.IGNORECASE,
)
# "tiltak under 500 000 kroner", "mer enn 2 mill. kroner": a bound on something; "à 2 mill.": each.
BOUND = re.compile(
    r"(?<!\w)[àá]\s(?:kr\.?\s)?$|"
    r"\b(?:over|under|(?:mer|meir|mindre|større|høyere|høgare|lavere|lågare) enn)\s(?:kr\.?\s)?$",
    re.IGNORECASE,
)
# "bevilges 8 mill. kroner ekstra", "får 2 mill. kroner mer", "får 1 mill. kroner mindre"
EXTRA_AFTER = re.compile(
    r"\s+(?:(?P<less>mindre)|ekstra|mer|meir|i tillegg|ytterligere|ytterlegare)\b(?! enn)",
    re.IGNORECASE,
)
VOTES = re.compile(
    r"\b(?:bevilg\w*|løyv\w*|tildel\w*|får|gis|gjevast)\b(?: [\w.,]+){0,8}\s+$", re.IGNORECASE
)
FROM_CHAPTER = re.compile(r"\b(?:fra|frå)\s+kap", re.IGNORECASE)
# "finansieres med 2 mill. kroner fra kap. 281": the chapter is where the sum stands, no other side.
PAID_FROM = re.compile(
    r"\b(?:finansier\w*|dekk\w*|dekt|tildel\w*|belast\w*|still\w*|stilt|utbetal\w*)\b|"
    r"(?<!posten )(?<!løyvinga )(?<!bevilgningen )\b(?:får|gis|gjevast|disponer\w*|mottar|mottek|"
    r"motta)\b",
    re.IGNORECASE,
)
# "overføres 4,2 mill. kroner fra kap. 1422, post 21 til kap. 1423, post 01"; "flyttes" may name one
# side alone, where "overføres" then grants.
TRANSFERS = re.compile(
    r"""
    \b(?:
        (?P<moves>(?:flytt|omdisponer|omprioriter)(?:es|ast|er|ar|e|a|et|te|t)?)
        | (?P<noun>(?:ramme)?overføring(?:en|a)?|flytting(?:en|a)?|omdisponering(?:en|a)?)
        | (?:ramme)?overfør(?:es|ast|er|e|te|t)?
        | tr[ue]kk(?:es|ast|er|jer|et) | trekt | tas | takast | hentes | hentast
    )\b
    """,
    re.IGNORECASE | re.VERBOSE,
)
# What may stand between words that move a sum and the sum.
ABOUT = re.compile(rf"\s+(?:med |på )?(?:{ROUGHLY} |inntil )?(?:kr\.? |NOK )?", re.IGNORECASE)
# What was moved before: in a base letter also what "er flytta".
MOVED_BEFORE = re.compile(
    rf"\b(?P<is>er|ble|vart|blei|har)\b{ON}{{0,60}}?\b(?:flytt(?:a|et)|omdisponerte?|"
    rf"omprioriterte?|"
    r"(?:ramme)?overførte?)\b",
    re.IGNORECASE,
)
# "Samlet stilles det 784 mill. kroner til disposisjon over kap. 290": all of a chapter's posts.
SUMMED = re.compile(
    r"(?:\w+ ){0,3}?(?:samlet|samla|totalt|til ?sammen|til ?saman|i alt)\b", re.IGNORECASE
)
# ", og 2 mill. kroner er samstundes flytte frå post 01 til post 44": a clause of its own.
CLAUSE = re.compile(
    r"[,;] (?:og|mens|medan|men)\s|,? (?:samtidig|samstundes) som\s|;\s", re.IGNORECASE
)
NET = re.compile(r"\bnetto\b", re.IGNORECASE)
TAKEN = re.compile(
    r"\b(?:omdispon|omprior|omfordel|inndr|trekk|tr[ue]kke|tilbakef)\w*", re.IGNORECASE
)
# "til Havnetilsynet, kap. 292, post 01"
_OF_BODY = (
    r"(?:(?-i:[A-ZÆØÅ])[\w-]*(?: (?!(?:til|fra|frå)\b)[\w-]+){0,4}?,? (?:på |under |over |\()?)?"
)
FROM_SIDE = re.compile(rf"\b(?:fra|frå)\s+{_OF_BODY}$", re.IGNORECASE)
# What parts a sum from the post that it stands on: "3 mill. kroner på kap. 290".
ON_POST = re.compile(r"\s*,?\s*\(?(?:(?:på|under|over|i|til|frå|fra|av) (?:denne )?)?")
TO_SIDE = re.compile(rf"\btil\s+{_OF_BODY}$", re.IGNORECASE)
THIS_POST = re.compile(r"\b(?:denne )?posten\b", re.IGNORECASE)
# "Det flyttes 2 mill. kroner hit fra post 01"
TO_HERE = re.compile(r"\bhit\b", re.IGNORECASE)
FROM_HERE = re.compile(r"\b(?:herfra|herifrå|herfrå)\b", re.IGNORECASE)
# "økes fra 1,6 mrd. kroner til 2,0 mrd. kroner": what it was is background.
STEPS_FROM = re.compile(r"\b(?:fra|frå)\s+$", re.IGNORECASE)
STEPS_TO = re.compile(r"\s*,?\s*til\s+", re.IGNORECASE)
STEPS_BY = re.compile(rf"\b(?:med|på)\s+(?:{ROUGHLY} |til ?sammen |til ?saman )?$", re.IGNORECASE)
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
    r"""
    # "Bevilgningen er etter dette på"
    \b(?:er|blir|vert|utgjør|utgjer|kommer|kjem)
        (?:[ ](?:no|nå|då|da|dermed|etter[ ]dette|etter[ ]endringen|etter[ ]endringa))+
        [ ](?:opp[ ])?(?:på[ ]|til[ ])?$
    # "og utgjør dermed"
    | \b(?:og|som)[ ](?:utgjør|utgjer)(?:[ ](?:no|nå|då|da|dermed))?[ ]$
    # "slik at bevilgningen etter endringen er på"
    | \b(?:og|som|slik[ ]at) (?:[ ](?:[\wæøå]+|post[ ]\d+)){0,3}?
        [ ]etter[ ](?:dette|endring\w*) [ ](?:er|blir|vert|utgjør|utgjer) (?:[ ](?:på|til))?[ ]$
    """,
    re.IGNORECASE | re.VERBOSE,
)
# "økes til 36 mill. kroner": what the post comes to, not what it is moved by.
MOVED_TO = re.compile(
    r"(?<!lagt )(?<!lagde )(?<!legges )(?<!leggjast )(?<!leggast )(?<!legges det )"
    rf"(?<!leggjast det )\btil (?:{ROUGHLY} )?$",
    re.IGNORECASE,
)
# A section of a base letter that says what it changes of an earlier one; against another year's
# budget nothing is changed: "Endringer fra 2025".
OF_CHANGES = re.compile(
    r"\bendring(?:er|ar)\b(?!.*\b(?:fra|frå|siden|sidan) (?:\w+ ){0,2}?(?:saldert|fjor\w*|20\d\d))"
    r".*\b(?:fra|frå|i|siden|sidan|etter)\b",
    re.IGNORECASE,
)
# The same money as before: "bevilgningen", "samtidig". Only then is the post before still meant.
SAME_POST = re.compile(
    r"""
    \b(?:
        posten | bevilgningen | løyvinga | beløpet | beløpa | midlene | midlane
        | tilskuddet | tilskotet | samme[ ]post | same[ ]post
        # "ny tildeling", "samlet ramme"
        | (?:ny|samlet|samla|total)[ ](?:tildeling|bevilgning|løyving|ramme)
        | samtidig | vidare | videre
        | rammen | ramma | tildelingen | tildelinga
    )\b
    """,
    re.IGNORECASE | re.VERBOSE,
)
IN_PAIRS = AnyCase(
    r"\b(?:henholdsvis|høvesvis|hhv\.|respektive)(?!\w)",
    marks=("hhv.", "høvesvis", "henholdsvis", "respektive"),
)
# A sum that opens a field is given, without any verb: "Inntil 2 mill. kroner over kap. 1".
OPENS_WITH_SUM = re.compile(
    rf"(?:inntil|{ROUGHLY}|totalt|samlet|samla|det er|over|på)?", re.IGNORECASE
)
# "jf. omtale under post 01" points to a place in the letter and is not what is paid from.
MENTION = re.compile(
    r"\b(?:omtal\w*|se|sjå|nevnt|nemnt|nyttes under|nyttast under)\b[^.;]{0,25}$", re.IGNORECASE
)

_WAS = r"v(?:ært|ore)"
CORRECT_SUM = AnyCase(
    rf"""(?x)
    # "Korrekt beløp skulle vært 2 mill. kroner"
    korrekt\w*\s+(?:\w+\s+){{0,6}}?skulle\s+(?:ha\s+)?v(?:ært|ore|ere|ære)
    # "skulle rettelig ha vært", "skulle egentlig fått"
    | skulle\s+(?:rett(?:elig)?|egentlig|eigentleg)\s+(?:ha\s+)?(?:{_WAS}|fått|blitt)
    # "skulle stått 304,4 mill. kroner"
    | skulle\s+(?:ha\s+)?(?:{_WAS}|stått|stade)\s+(?:på\s+)?(?=(?:kr\.?\s*)?\d)
    """,
    ("skulle",),
)
# "Det skulle stått 304,4 mill. kroner, ikke 340,4 mill. kroner"
AND_NOT = re.compile(r"\s*,? (?:og )?(?:ikke|ikkje) (?:kr\.? )?", re.IGNORECASE)
INSTEAD = re.compile(r"\b(?:i stedet for|istedenfor|i staden for)\b", re.IGNORECASE)
IN_ERROR = AnyCase(
    r"\b(?:feil|feilaktig\w*|inkurie|uhell|mistak)\b(?=.*\b(?:ble|vart|blei)\b)|"
    r"\b(?:ble|vart|blei)\b.*\b(?:feil|feilaktig\w*|inkurie|mistak)\b",
    ("feil", "inkurie", "uhell", "mistak"),
)
# "Riktig beløp skal være 1,98 mill. kroner": a correction right after what was given, else a total.
RIGHT_SUM = re.compile(
    r"\b(?:riktig|rett|korrekt)\w*\s+(?:\w+\s+){0,3}?(?:skal (?:være|vere)|er|var)\b", re.IGNORECASE
)
GRANTED_BEFORE = re.compile(
    r"""
    # "ble i tildelingsbrevet oppgitt", "har tidligere fått tildelt"
    \b(?:ble|vart|blei|fikk|fekk|er|har|var|står|sto|stod)\b .* \b(?:
        tildelt | tildeling | stilt | oppgitt | oppgjeve | oppgjeven | gitt | gjeve | gjeven
        | ført[ ]opp | opplyst | økt | auka | redusert
    )\b
    # "I tildelingsbrevet stod det at 6,2 mill. kroner skulle gå til"
    | (?:brev|tillegg)\w*\b .* \b(?:
        stod | sto | står | går[ ]det[ ]frem | går[ ]det[ ]fram | oppgis | oppga | oppgav
        | opplyste | skrev | skreiv
    )\b
    # "6,2 mill. kroner, som stod i forrige brev"
    | \b(?:stod|sto|står|oppgis)\b .* brev
    """,
    re.IGNORECASE | re.VERBOSE,
)
# In a table's remarks: a fee, a rate, what another year's amount was, are no money of the post's.
NO_PART_OF_ROW = re.compile(
    rf"""
    ^(?:hver|hvert|kvar|kvart)\b  # "Hver kommune får 2 mill. kroner"
    | \b(?:
        takst | sats | satsen | satsane | \w*gebyr\w* | pris | prisen | honorar
        | \w*egenandel\w* | eigendel\w*
    )\b
    # "er økt med", "ble satt ned til"
    | \b(?:er|ble|vart|blei|har)[ ](?:\w+[ ]){{0,2}}?
        (?:{UP}|{DOWN}|satt[ ]ned|sett[ ]ned|satt[ ]opp|sett[ ]opp)\b
    # "fra saldert budsjett", "høyere enn i fjor"
    | \b(?:fra|frå)[ ](?:saldert|20\d\d)
    | \b(?:høyere|høgare|lavere|lågare)[ ]enn\b
    """,
    re.IGNORECASE | re.VERBOSE,
)
