"""The words of authorisations (fullmakter, stikkord), bokmål beside nynorsk.

The Storting's decisions and the ministries' letters say them in nearly the same words: "overskride
bevilgningen under kap. 440, post 01 mot tilsvarende merinntekter under kap. 3440, post 02".
"""

from __future__ import annotations

import re

from tildeling.any_case import AnyCase
from tildeling.letter import AuthorisationKind

_BEYOND = r"ut[ ]?over"
_GRANT = r"(?:bevilgning|løyving|budsjettår)"

KEYWORDS: dict[AuthorisationKind, str] = {
    "transferable": r"kan overfør(?:es|ast)",
    "use_under": r"kan (?:også |òg |dessuten )?(?:nytt|benytt|bruk)(?:es|ast) under",
    "estimate": r"overslags(?:bevilgning|løyving)",
}
# What a letter has where it has a keyword (stikkord).
KEYWORD_SIGNS = (*("kan overfør", "overslags", "es under", "ast under"),)
# In small letters.
KEYWORD = re.compile("|".join(f"(?P<{kind}>{words})" for kind, words in KEYWORDS.items()))
# After "kan overføres": to another body, an account or a post, not to another year.
TO_OTHERS = re.compile(
    r"\s+(?:fr[aå] .{1,60}? )?til(?! (?:\d{4}|neste|påfølg|seinare|senere|budsj))"
)
# Between the posts of one list.
BETWEEN_POSTS = re.compile(r"(?:,| og| eller| samt|/|\s)*")
# After "kan nyttes under": posts without the word, "70, 74 og 79".
NUMBERS_UNDER = re.compile(r"\s+(?P<list>\d{2}(?:(?:, | og | eller )\d{2})*)(?![\d.,]*\d)")

# What may be done, by the words for it; the first that fits counts.
KINDS: tuple[tuple[AuthorisationKind, AnyCase], ...] = (
    (
        "additional_revenue",
        AnyCase(r"me[ir]+inntekt", ("merinntekt", "meirinntekt")),
    ),
    (
        "charge",
        AnyCase(
            r"""(?x)
            \bbelaste\b | \bbelastast\b | \bbelastes\b
            | belastningsfullmakt | posteringsfullmakt
            | \bpostere\b | \bposterast?\b
            """,
            ("belast", "poster"),
        ),
    ),
    (
        "lease",
        AnyCase(
            rf"""(?x)
            # "leieavtale", "avtale om leige av"
            lei[eg]+avtal | \bavtal\w+[ ]om[ ]lei[eg]+
            # "avtale om kjøp av tjenester utover budsjettåret"
            | \bavtal\w+[ ]om[ ]kjøp[ ]av[ ](?:\w+[ ]){{1,3}}?{_BEYOND}[ ](?:budsj|\d)
            # "leie av nye lokaler"
            | \blei[eg]+[ ]av[ ](?:\w+[ ])?lokal
            """,
            ("leieavtal", "leigeavtal", "avtale", "avtalar", "leie av", "leige av"),
        ),
    ),
    (
        "commitment",
        AnyCase(
            rf"""(?x)
            \btil(?:sagn|segn) | \bbestill(?:ing|e\b) | \btingingar?\b
            | forplikt(?:els|ing|e\b) | garanti(?:ar|er|fullmakt)
            # "inngå langsiktige avtaler om drift utover gitt bevilgning"
            | \binngå(?:\s\w+){{0,3}}?[ ](?:avtal|kontrakt)\w*.{{0,120}}{_BEYOND}.{{0,30}}{_GRANT}
            """,
            ("tilsagn", "tilsegn", "bestill", "tinging", "forplikt", "garanti", "inngå"),
        ),
    ),
    (
        "net_budgeting",
        AnyCase(
            r"""(?x)
            nettobudsjett | nettofør
            # "netto ved innkjøp", "utgiftsføre tap netto"
            | \bnetto[ ](?:ved|utgifts|før)
            | (?:utgifts|inntekts)før\w*[^.;]{0,60}\bnetto
            """,
            ("netto",),
        ),
    ),
    (
        "staff",
        AnyCase(
            r"""(?x)
            # "opprette to faste stillinger", "trekke inn et embete"
            (?:opprett|omgjør|omgjer|gjere[ ]om|gjøre[ ]om|inndra|trekkj?e[ ]inn)
              [^.;]{0,40}(?:still|embe[td])
            | personalfullmakt
            """,
            ("stilling", "embet", "embed", "personalfullmakt"),
        ),
    ),
    (
        "property",
        AnyCase(
            r"""(?x)
            # "avhende fast eiendom", "bortfeste tomter"
            (?:avhend|selg|\bselj|makeskift|bort[ ]?feste|\bkjøpe?\b|\bsal(?:g)?\b|\bovert[ak])
              [^.;]{0,60}(?:eiendom|eigedom|bygg|tomt|areal|grunn\b)
            | (?:eiendom|eigedom)sfullmakt
            # "eiendommer kan selges"
            | (?:eiendom|eigedom)[^.;]{0,60}(?:avhend|selg|selj|makeskift)
            """,
            ("avhend", "selg", "selj", "makeskift", "feste", "eiendom", "eigedom"),
        ),
    ),
    (
        "reallocate",
        AnyCase(
            r"""(?x)
            \b(?:omdisponer|omfordel|omprioriter)
            # "flytte midler mellom postene", "flyttes fra post 01 til post 21"
            | \bflytt(?:e|es|ast)\b.{0,60}\b(?:mell?om|(?:fra|frå|på)[ ].{0,30}til[ ]post)\b
            """,
            ("omdisponer", "omfordel", "omprioriter", "flytt"),
        ),
    ),
    (
        "overspend",
        AnyCase(r"\boverskri[dv]", ("overskri",)),
    ),
    (
        "other",
        AnyCase(
            r"""(?x)
            \bettergi | \bettergje | \bforlik\b | erstatningsansvar | \baksj[ae]r?\b
            | \bbe?nytte[ ]inntil\b | \bnytte[ ]inntil\b
            """,
            ("ettergi", "ettergj", "forlik", "erstatningsansvar", "aksje", "aksja", "nytte inntil"),
        ),
    ),
)

# What a letter or a block has where it may have one of these.
KIND_SIGNS = ("fullmakt", *dict.fromkeys(sign for _, words in KINDS for sign in words.marks))

# What makes a deed one that may be done.
PERMITS = AnyCase(
    r"""(?x)
    # "kan overskride"; not "kan ikke"
    \bkan[ ](?!ikk?j?e\b) | \bkunne\b
    | fullmakt | \badgang[ ]til\b | \banledning[ ]til\b | \bhøve[ ]til\b | \brett[ ]til\b
    | \bsamtykke\b | \bmyndighe[td]\b | \bmynde\b | \bmyndigheit\b | \bstår[ ]fritt\b
    # "en tilsagnsramme på"
    | \b(?:tilsagns|tilsegns|bestillings|garanti)ramm
    """,
    (
        *("kan ", "kunne", "fullmakt", "adgang", "anledning", "høve", "rett til", "samtykke"),
        *("mynd", "fritt", "ramm"),
    ),
)
FORBIDS = AnyCase(
    r"""(?x)
    # "skal ikke", "kan heller ikkje"
    \b(?:kan|skal|må|får)[ ](?:\w+[ ])?ikk?j?e\b
    | \bikkje[ ]høve\b | \bikke[ ]adgang\b | \bingen[ ]adgang\b
    # "krever departementets samtykke", "må søke om"
    | \bkrever[ ](?:\w+[ ])?(?:samtykke|godkjenning)
    | \bmå[ ]søk | \bmå[ ]be[ ]om\b
    | \bkrev[ ](?:\w+[ ])?samtykke
    """,
    ("ikk", "ingen", "krev", "må "),
)
# "Fullmakten framgår av", "er omtalt", "gjelder bare", "er falt bort"
_ELSEWHERE = r"""(?:
    framgår|fremgår|går[ ]fram | følger[ ]av|følgjer[ ]av | er[ ]omtalt
    | er[ ]gitt[ ]i[ ](?:vedlegg|hovedinstruks|hovudinstruks|instruks)
    | gjelder[ ](?:bare|kun) | gjeld[ ]berre
    | står[ ]i | finn\w+[ ]i
    | vil[ ]bli[ ]gitt | blir[ ]gitt[ ]i[ ]eget
    | opphør | opphøyr | falt[ ]bort | fall[ ]bort
)"""
# Where an authorisation is only mentioned, or has ended.
POINTS = AnyCase(
    rf"""(?x)
    fullmakt\w*[ ](?:[\w.,/]+[ ]){{0,12}}?{_ELSEWHERE}
    # "søker om ny fullmakt"
    | \bsøk\w*[ ]om\b[^.;]*fullmakt
    | kommer[ ]tilbake | kjem[ ]tilbake
    # "Bruken av fullmakten skal rapporteres", "redegjøre for"
    | \brapporter\w*\b | \bredegjør | \bgjør\w*[ ]rede | \bgjere[ ]greie
    """,
    (*("fullmakt", "kommer tilbake", "kjem tilbake", "rapport", "redegjør", "rede", "greie"),),
)
# Says of a body that it keeps its own accounts.
IS_NET = AnyCase(r"\ber (?:ein |en |et |eit )?nettobudsjettert", ("nettobudsjettert",))
# What money that may be moved without the ministry is said with.
WITHOUT_ASKING = AnyCase(
    r"\binntil\b|prosent|\bpst\b|%|\buten\b|\butan\b",
    ("inntil", "prosent", "pst", "%", "uten", "utan"),
)
# The same as the one before: "Tilsvarende fullmakt er gitt under kap. 2421 post 76".
SAME_AS_BEFORE = AnyCase(r"(?:tilsvarende|samme|same|tilsvarande) fullmakt", ("fullmakt",))
# A sentence that permits what the one before it did for another post. In small letters.
LIKEWISE = re.compile(
    r"(?:tilsvarende|tilsvarande|det samme|det same|likeså|samme|same)\s(?:fullmakt\s)?(?:og\s)?"
    r"(?:gjelder|gjeld)\s(?:også\s|òg\s)?(?:for|under|på)\s"
)
# What may be done with more revenue than budgeted.
OF_REVENUE = AnyCase(
    r"overskri|\b(?:nytt|benytt|bruk|disponer)", ("overskri", "nytt", "bruk", "disponer")
)
# Says where something is charged, not that somebody may charge it.
IS_CHARGED = AnyCase(r"\bbelast(?:es|ast)\b|\bposter(?:es|ast)\b", ("belast", "poster"))
# What a commitment that binds later years has beside its word.
BEYOND = AnyCase(
    rf"{_BEYOND}|ramm|inntil|fullmakt|ansvar|overstig",
    ("utover", "ut over", "ramm", "inntil", "fullmakt", "ansvar", "overstig"),
)
# The post that the headings name.
THIS_POST = AnyCase(r"\b(?:denne|den|på|under|belaste) posten\b", ("posten",))
# The same, where money goes from it to a post that is named: that one is the other side.
FROM_THIS_POST = AnyCase(r"\b(?:fra|frå) (?:denne |den )?posten\b", ("posten",))
# How a sentence ends whose list says what may be done.
OPENS = AnyCase(
    r"(?:\bkan\b[^.:;]*|fullmakt(?:er|ar|ene|ane)?[^.;]*|\bå|\badgang til[^.;]*):?\s*$",
    ("kan", "fullmakt", "å", "adgang"),
)
# A heading over authorisations.
HEADS = AnyCase(r"fullmakt", ("fullmakt",))

# Right before a sum that is a ceiling.
CEILING = AnyCase(
    r"""(?x)
    \b(?:
        inntil
        # "en samlet ramme for tilsagn på", "grensen er"
        | (?:ramm|grense)\w*(?:[ ]\w+){0,6}?[ ](?:på|er|til)
        # "ikke overstiger", "ikkje høgare enn"
        | ikk?j?e[ ](?:\w+[ ]){0,3}?(?:overstig\w*|over|høyere[ ]enn|høgare[ ]enn)
        | oppad(?:[ ]begrenset)?[ ]til | begrenset[ ]til | avgrensa[ ]til
        | maksimalt | høyst | høgst
        # "Fullmakten økes fra 10 mill. kroner til"
        | (?:
            auka|aukast|økt|økes|endret|endres|endra|endrast|heva|heves|hevet
            | redusert|reduseres|settes[ ]ned|settes[ ]opp
          )[^;]{0,45}?[ ]til
    )\s*$
    """,
    ("inntil", "ramm", "grens", "ikk", "oppad", "maks", "høy", "høg", "til"),
)
# Right before the sum that a ceiling is changed from.
FROM = re.compile(r"\bfr[aå]\s*(?:kr\.?\s*)?$", re.IGNORECASE)
# Heads the column of ceilings.
AMOUNT_HEAD = AnyCase(
    r"ramm|fullmakt|beløp|sum|inntil", ("ramm", "fullmakt", "beløp", "sum", "inntil")
)
RESPECTIVELY = AnyCase(r"henholdsvis|høvesvis", ("henholdsvis", "høvesvis"))
