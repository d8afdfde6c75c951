"""What a post holds, and what is to be earned on it, where no verb gives it.

"Løyvinga på posten er 38,2 mill. kroner", "På posten er det bevilget 27 mill. kroner", "Kravet er
satt til 7,5 mill. kroner". The words are data, bokmål beside nynorsk. Each pattern is matched
against what stands before a sum in its sentence.
"""

from __future__ import annotations

import re

from tildeling.find.money_words import ROUGHLY
from tildeling.meaning.financing_words import ON

_ABOUT = rf"(?:{ROUGHLY}[ ])?"
# What holds money: "bevilgningen", "driftsløyvinga", "rammen", "posten", "post 45".
_HOLDER = (
    r"(?:\w*bevilgning(?:en|ene|a)|\w*løyving(?:a|en|ane)|\w*tildeling(?:en|a)|"
    r"(?:budsjett|drifts|utgifts|tilskudds|tilskots|bevilgnings|løyvings)?ramm(?:en|a)|"
    r"midl(?:ene|ane)|posten|post[ ]\d{1,2}(?:[ ][^.;:\d]{1,60}?(?=[ ]er[ ]vedt))?)"
)
# "kap. 1811, post 70", "post 70"
_POST = r"kap\w*\.?[^.]{0,30}?post[ ]\d{1,2}|post[ ]\d{1,2}"
# Where and for whom: "på posten", "på kap. 1811, post 70", "for 2026", "til direktoratet".
_OF = rf"""(?:
    [ ](?:på|under|over)[ ](?:denne[ ])?(?:posten|{_POST})
    | [ ]og[ ](?:på[ ])?(?:{_POST})
    | [ ](?:for|i)[ ]20\d\d
    | [ ]til[ ][^.;\d]{{1,60}}?
)"""
HOLDS = re.compile(
    rf"""
    # "Bevilgningen på kap. 1811, post 70 for 2026 er fastsatt til"
    \b{_HOLDER} {_OF}{{0,3}} [ ](?:er|utgjør|utgjer|blir|vert) (?:[ ](?:for|i)[ ]20\d\d)?
        (?:[ ](?:fastsatt|fastsett|satt|sett|budsjettert|vedtatt|vedteken))?
        (?:[ ](?:på|til|med))?[ ] (?:henholdsvis[ ]|høvesvis[ ]|hhv\.[ ])? {_ABOUT}$
    # "Post 21 har en bevilgning for 2026 på"
    | \b(?:posten|post[ ]\d{{1,2}}(?:[ ][^.;:\d]{{1,60}}?)?)[ ]har[ ](?:en|ei|ein)
        [ ](?:bevilgning|løyving|ramme)[ ] (?:for[ ]20\d\d[ ])?på[ ]{_ABOUT}$
    # "For 2026 utgjør bevilgningen over kap. 1811, post 70"
    | \b(?:er|utgjør|utgjer|blir|vert)[ ]{_HOLDER} {_OF}{{0,3}}
        (?:[ ](?:fastsatt|fastsett|satt|sett))? (?:[ ](?:på|til))?[ ]{_ABOUT}$
    # "På posten er det budsjettert med"
    | \b(?:det[ ]er|er[ ]det|det[ ]blir|blir[ ]det|det[ ]vert|posten[ ]er)
        [ ]budsjettert[ ]med[ ]{_ABOUT}$
    """,
    re.IGNORECASE | re.VERBOSE,
)
# "På posten er det løyvd", "Stortinget har for 2026 bevilget", "Det er ført opp".
VOTED_HERE = re.compile(
    rf"\b(?:er|har)\b{ON}{{0,70}}?\b(?:bevilget|bevilga|løyvde?|løyvt|ført opp|oppført)\b"
    r"(?: [\w./-]+){0,4}? ?$",
    re.IGNORECASE,
)
# "12,9 mill. kroner er løyvd på post 45", after a sum that begins the sentence.
VOTED_AFTER = re.compile(
    r"\s(?:er|blir|vert)(?: (?:i|for) 20\d\d)? (?:bevilget|bevilga|løyvde?|løyvt|budsjettert|"
    r"ført opp|oppført)\b",
    re.IGNORECASE,
)
# "Bevilgning 2026: 3 mill. kroner", and a sum that stands alone under its post's heading.
LABEL = re.compile(
    r"(?:(?:(?:Budsjett|Bevilgning|Løyving|Tildeling|Ramme|Budsjettramme|Beløp)"
    r"(?: (?:for |i )?20\d\d)?|Til (?:disposisjon|rådvelde|rådighet)(?: for [^.:\d]{1,40})?):)?\s*"
    r"(?:kr\.? )?",
    re.IGNORECASE,
)
# Sections whose sums are no grants: what may be done, how it is paid, what was left or spent.
OF_NO_GRANT = re.compile(
    r"fullmakt|tilsagn|tilsegn|bestilling|utbetal|overfør|regnskap|rekneskap|mindreforbruk|"
    r"orientering|forpliktels",
    re.IGNORECASE,
)
# "Kap. 325, post 21 Kart – 5,2 mill. kroner"
NAME_THEN_SUM = re.compile(r"(?: [^.;:\d]{1,60}?)?\s*[:–—-]\s*(?:kr\.? )?")
VOTED_SUM = re.compile(
    r"\bhar\b[^.;]{0,40}?\bvedt(?:att|eke) (?:en|ei|ein) (?:bevilgning|løyving) på $", re.IGNORECASE
)
# "bevilget 12,9 mill. kroner, og under post 71 29 mill. kroner"
AND_ON_POST = re.compile(r"\s*,?\s*(?:og|samt)\b[^.;:]*", re.IGNORECASE)
# "302,4 mill. kroner på post 01, 41,2 mill. kroner på post 21 og 12 mill. kroner på post 45"
ON_POST = re.compile(r" (?:på|over|under) (?:kap\w*\.? ?\d+,? )?post \d", re.IGNORECASE)
ON_POST_THEN = re.compile(
    r" (?:på|over|under) (?:kap\w*\.? ?\d+,? )?post \d{1,2}[^.;:\d]{0,60}(?:, | og | samt )",
    re.IGNORECASE,
)
# Another time, or what several bodies share: no sum of this letter's own.
OTHER_TIME = re.compile(
    r"""
    \b(?:
        ble | blei | vart | var | hadde | fikk | fekk | tidligere | tidlegare | i[ ]fjor | fjor\w*
        | saldert | foreslått | føreslått | foreslår | føreslår
        # what a post's words allow is no other time: "Kan overføres"
        | kan(?![ ](?:overføres|overførast|nyttes[ ]under|nyttast[ ]under))
        | dersom | hvis | viss | inkludert | inkl
    )\b
    """,
    re.IGNORECASE | re.VERBOSE,
)
# "er i alt 96 mill. kroner", "den samla løyvinga": the post's, of which the recipient has some.
OF_ALL = re.compile(
    r"\b(?:i alt|totalt|til ?sammen|til ?saman) $|"
    rf"\b(?:samlede?|samla|totale?|heile|hele|gjennomsnittlige?) {_HOLDER}",
    re.IGNORECASE,
)
# "og 16,62 mill. kroner av desse blir stilte til rådvelde": the recipient's share.
IS_GIVEN = re.compile(
    r"\b(?:stilles|stillast|stilte?|tildel\w+|disposisjon|rådighet|rådvelde)\b", re.IGNORECASE
)
# "Den forvaltes av Havnetilsynet", after what a post holds.
IT_AGAIN = re.compile(
    r"(?:Tilskudd|Tilskot|Midl|Beløp|Bevilgning|Løyving|Tildeling|Ramm|Summen|Post|Den|Han|Ho|"
    r"De|Dei|Dette|Disse|Desse|Heile|Hele|Pengene|Pengane)\w*\b",
    re.IGNORECASE,
)
THE_REST_IS = re.compile(r"\b(?:resten|det øvrige|det øvrige beløpet) $", re.IGNORECASE)
THE_REST = re.compile(r"\b(?:resten|resterende|resterande|øvrige|øvrig)\b", re.IGNORECASE)
# "Løyvinga på kap. 1811, post 70 er på 6 mill. kroner": in an addendum, what the post comes to.
POST_IS = re.compile(
    rf"""
    # "Budsjettrammen for 2026 er fastsatt til"
    \b(?:budsjett)?ramm(?:en|a) (?:[ ]for[ ]\d{{4}}|[ ]på[ ]posten|[ ]til[ ][^.;]{{1,60}}?)?
        [ ]er[ ](?:fastsatt|fastsett|satt|sett)[ ]til[ ] {_ABOUT}$
    # "Løyvinga på kap. 1811, post 70 er på"
    | \b(?:bevilgningen|løyvinga)[ ]på[ ](?:posten|kap\w*\.?[^.]{{0,30}}?post[ ]\d+)
        (?:[ ]for[ ]\d{{4}})?[ ](?:er|utgjør|utgjer) (?:[ ]på)?[ ] {_ABOUT}$
    """,
    re.IGNORECASE | re.VERBOSE,
)
# "Den samla løyvinga på kap. 558, post 72 er på", for the sentence that tells a part of it.
IS_SUM = re.compile(
    r"\b(?:bevilgning|løyving|tildeling|ramm)(?:en|a)\b[^;]{0,80}\b(?:er|utgjør|utgjer)"
    r"(?: fastsatt| fastsett| satt| sett)?(?: på| til)? $",
    re.IGNORECASE,
)
VOTED = re.compile(r"\b(?:bevilget|bevilga|løyvde?|løyvt|vedtatt|vedteke)\b", re.IGNORECASE)
# "Tilskuddet stilles i sin helhet til disposisjon", after the sentence that says how much it is.
MADE_AVAILABLE = re.compile(
    r"""
    \b(?:still(?:es|ast)|blir[ ]stilt?|vert[ ]stilt?|er[ ]stilt?|disponeres|disponerast)\b
        [^.;]{0,60} \b(?:disposisjon|rådighet|rådvelde|av)\b
    # "Instituttet disponerer begge bevilgningene"
    | \bdisponerer[ ](?:begge|alle|hele|heile)[ ](?:\w+[ ])?
        (?:bevilgning|løyving|beløp|midl|tilskud|tilskot)
    """,
    re.IGNORECASE | re.VERBOSE,
)
# What an income is to come to.
INCOME = re.compile(
    rf"""
    # "Inntektskravet på post 01 er satt til", "Kravet til gebyrinntekter utgjør"
    \b(?:
        \w*inntekt(?:a|en|er|ar|ene|ane|s?krav(?:et|a|ene)?|s?anslag(?:et|a|ene)?)
        | krav(?:et)?[ ](?:om|til)[ ]\w*inntekt\w*
    )\b {ON}{{0,120}}?
        \b(?:
            er | settes | blir | vert | utgjør | utgjer | anslås | anslått | fastsatt | fastsett
            | satt | sett | budsjettert | budsjetterte | budsjetteres | budsjetterast
        )\b [^.;]{{0,30}}$
    # "Det er budsjettert med inntekter fra gebyr på"
    | \b(?:
        budsjettert|budsjetterte|rekna|regnet|lagt[ ]til[ ]grunn|(?:et|eit)[ ]krav|krav
    )[ ](?:med[ ]|om[ ])? (?:\w+[ ])?\w*inntekt(?:er|ar|ene|ane)?\b
        {ON}{{0,80}}? \b(?:på|til)[ ]{_ABOUT}$
    # "et inntektskrav på"
    | \b(?:et|eit|er)[ ]inntektskrav[ ]på[ ]{_ABOUT}$
    """,
    re.IGNORECASE | re.VERBOSE,
)
# "Som inntekt er det budsjettert med", "skal ha inntekter på", "kreve inn gebyrer for": on a post
# of incomes nothing else is meant.
CHARGES = re.compile(
    rf"""
    # "Det er lagt til grunn at gebyrene blir"
    \b(?:lagt|legges|leggjast|legger|legg)[ ]til[ ]grunn\b {ON}{{0,120}}? \s{_ABOUT}$
    # "ventes å utgjøre"
    | \b(?:for)?vent(?:es|ast|et|a)[ ]å[ ](?:bli|utgjøre|utgjere)[ ]{_ABOUT}$
    | \b(?:kreve|krevje|krever|krev)[ ]inn\s+{_ABOUT}$
    # "Kravet er", of "12,3 mill. kroner på post 01"
    | \bkravet[ ](?:er|blir|vert|utgjør|utgjer) (?:[ ](?:på|satt[ ]til|sett[ ]til))?[ ]{_ABOUT}$
    | \b(?:
        (?:budsjettert|budsjetterte|rekna|regnet)[ ]med | ført[ ]opp | oppført
        | krav[ ]om[ ](?:\w+[ ])?\w*inntekt\w*[ ]på
        # "skal ha inntekter på", "kreve inn gebyrer for"
        | (?:ha|få|hente[ ]inn|kreve[ ]inn|krevje[ ]inn)[ ]
            (?:\w+[ ])?\w*(?:inntekt|gebyr|avgift)\w*[ ](?:på|for)
    )[ ]{_ABOUT}$
    """,
    re.IGNORECASE | re.VERBOSE,
)
ABOVE = re.compile(r"\b(?:ut ?over|meir|mer|høyere|høgare)\b", re.IGNORECASE)
# "Direktoratets del er 1,5 mill. kroner", "Direktoratet sin del utgjer"
SHARE_IS = re.compile(
    r"\b(?P<who>[\w-]+?)(?:s| sin) (?:del|andel|part) (?:er|utgjør|utgjer|blir|vert) (?:på )?"
    rf"{_ABOUT}$",
    re.IGNORECASE,
)
# "er 3 mill. kroner på kap. 541, post 22 fordelt likt mellom": the sum that is shared.
SHARED = re.compile(r"\b(?:fordel|del)(?:es|ast|t|te)\b(?: \w+)? (?:mellom|på)\b", re.IGNORECASE)
