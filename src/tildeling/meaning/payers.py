"""Whose money pays: the recipient's own, another body's, or one told of in another section of the
letter. Most sentences that say so name no sum; some say who else pays the sums that they name.

The words are data, bokmål beside nynorsk. Each pattern is matched against one sentence.
"""

from __future__ import annotations

import re
from collections.abc import Set
from dataclasses import dataclass
from typing import Literal

from tildeling.any_case import AnyCase, small_letters

PayerKind = Literal["within_budget", "other_budget", "see_section"]

# What money pays: "Utgiftene", "Kostnadene", "Finansieringen".
_COST = r"(?:utgift|kostnad|finansiering|ressursbruk)\w*"
# What money does: "dekkes", "blir finansiert", "belastes".
_PAY = (
    r"(?:dekk(?:es|ast|e|er|je|jer|jast)?|dekk?(?:t|te|et|a)|finansier(?:es|ast|e|er|t|te)?|"
    r"bekoste(?:s|t)|bekostast|belast(?:es|ast|e|er|et|a)|betal(?:es|ast|er|ar|t|te))"
)
# What is done for it: "løses", "skjer", "gjennomføres".
_DO = (
    r"(?:gjennomfør(?:es|ast|e|er|t|te)?|løs(?:es|ast|er|t|te)|løys(?:ast|er|t|te)|løyst?|"
    r"h[aå]ndter(?:es|ast|e|er|t|te)|utfør(?:es|ast|e|er|t|te)|skje|skjer|gis|gjevast|gitt|gjeve|"
    r"prioriter(?:es|ast|e|er|t|te)|ivaretas|ivaretakast|gjøres|gjerast|gjort|ivareteke|holdes|"
    r"haldast|tas|takast|er(?=[ ](?:innan|innen)))"
)
# What an agency has to spend: "gjeldende budsjettramme", "tildelt bevilgning", "egne midler".
_FRAME = (
    r"(?:(?:budsjett|drifts|drift|ressurs|bevilgnings|løyvings|tildelings)(?:-[ ]og[ ]|-)?\w*?)?"
    r"(?:ramm(?:e|er|a|en|ene|ane)|budsjett(?:et|a|er|ene)?|bevilgning(?:en|er|ene)?|"
    r"løyving(?:a|ar|ane)?|tildeling(?:en|a|er|ar|ene|ane)?|midl(?:er|ene|ar|ane)|"
    r"ressurs(?:er|ene|ar|ane))"
)
_OWN = (
    r"(?:egen|eigen|eiga|eget|eige|egne|eigne|ordinær\w*|eksisterende|eksisterande|gjeldende|"
    r"gjeldande|tildelte?|disponib\w*|tilgjengelig\w*|tilgjengeleg\w*|dagens|vanlig\w*|vanleg\w*|"
    r"sitt|sin|sine)"
)
# A frame of anything but money: "innenfor rammen av EØS-avtalen", "rammene for finanspolitikken".
_OF_OTHER = (
    r"(?![ ](?:av|for|til|i)[ ](?!(?:tildelt|bevilg|løyv|midl|budsjett|post|kap|gjeld|ordinær|"
    r"eksister|det[ ]|den[ ]|de[ ]|dei[ ]|driftsb|år|20\d\d|dette|arbeidet|oppdraget)\w*))"
)
WITHIN = AnyCase(
    rf"""(?x)
    # "innenfor gjeldende budsjettrammer"
    \b(?:innen|innenfor|innafor|innanfor|inna(?:n)?)\s+ (?:[\w-]+\s+){{0,6}}? {_FRAME}\b{_OF_OTHER}
    # "dekkes over eget budsjett", "finansieres av direktoratets midler"
    | \b{_PAY}\s+ (?:\w+\s+)?(?:over|av|på|med|fra|frå)\s+ (?:(?:{_OWN}|\w+s)\s+){{1,3}} {_FRAME}\b
    # "dekkes over driftsbudsjettet", "dekkes av rammen"
    | \b{_PAY}\s+ (?:over|av)\s+
        (?:drift\w*(?:budsjett|bevilgning|løyving|ramm|midl)\w*|ramm(?:en|a))\b
    # "Egne midler" in a field of its own
    | ^{_OWN}[ ]{_FRAME}\b
    """,
)
# "Utgiftene, inntil 1,8 mill. kroner, dekkes innenfor gjeldende ramme på kap. 451, post 01"
PAID_WITHIN = re.compile(
    rf"\b{_PAY}\s+(?:\w+ )?(?:innen|innenfor|innafor|innanfor|innan)\s+"
    rf"(?:[\w-]+\s+){{0,6}}?{_FRAME}\b{_OF_OTHER}",
    re.IGNORECASE,
)
# "Utgiftene blir dekte over kap. 1352, post 21", "av økningen på kap. 290".
_POINTED = r"(?:økning|auke|bevilgning|løyving|tildeling|midl|ramm|beløp)\w*"
FROM_POST = AnyCase(
    rf"""(?x)
    # "dekkes over kap. 1352", "dekkes av økningen på kap. 290"
    \b{_PAY}\s+ (?:over|på|av|fra|frå|med|under|gjennom)\s+
        (?:(?:[\w-]+\s+){{0,3}}? {_POINTED}\s+ (?:over|på|under|i)\s+)? (?:kap|post)
    # "belastes kap. 1352"
    | \bbelast\w*\s+(?:kap|post)
    # "Kap. 1352, post 21" in a field of its own
    | ^(?:over[ ])?(?:kap|post)
    # "løses innenfor post 01"
    | \b(?:{_PAY}|{_DO})\s+ (?:innen|innenfor|innafor|innanfor|innan)\s+ (?:kap|post)
    """,
)
FROM_SECTION = AnyCase(
    rf"\b{_PAY}\s+(?:over|på|av|fra|frå|med|gjennom)\s+(?:[\w-]+\s+){{0,3}}?{_POINTED}",
)
# Which ministry, where it is not named: "vedkommende", "det enkelte", "kvart".
_WHICH = (
    r"(?:det|et|eit|de|dei|hvert|kvart|vedkommende|vedkomande|enkelte?|annet|anna|andre|aktuelle?|"
    r"ansvarlige?|ansvarlege?|berørte?|overordnede?|overordnet|overordna)"
)
_MINISTRY = rf"(?:{_WHICH}[ ])*[a-zæøå-]*departement(?:et|ene|a)?"
# Somebody with a name: not the parliament that votes all money, nor a chapter or a document.
_NAMED = (
    r"(?P<{0}>(?-i:(?!Stortinget|Kap|Post|Prop|Innst|EU\b|EØS)[A-ZÆØÅ](?:[^.;:,]|-,[ ]){{1,60}}?)|"
    rf"{_MINISTRY}|kommun(?:en|ene|ane)|fylkeskommun(?:en|ane|ene))"
)
OTHERS = re.compile(
    rf"""
    # "betales av Kunnskapsdepartementet over kap. 270"
    \b{_PAY}\s+ (?:\w+[ ])?av\s+ {_NAMED.format("by")}
        (?=[.,;]|$|\s+(?:over|på|med|i|og|som|gjennom)\b)
    # "over Kunnskapsdepartementets budsjett", "på Kunnskapsdepartementets kap. 270"
    | \b(?:over|på|innenfor|innanfor|av|belast\w*)\s+ (?:den[ ]|det[ ])? {_NAMED.format("of")}
        (?:s['’]?|[ ]si(?:tt|n|ne)?)\s+ (?:{_OWN}\s+)? (?:{_FRAME}|kap\b|post\b)
    # "over budsjettet til Kunnskapsdepartementet"
    | \b(?:over|på|innenfor|innanfor|av)\s+ {_FRAME}\s+ (?:til|hos)\s+ {_NAMED.format("at")}
        (?=[.,;]|$|\s+(?:over|på|med|i|og)\b)
    # "Kunnskapsdepartementet dekker utgiftene"
    | ^(?P<who>(?-i:
            [A-ZÆØÅ]{{2,}}\w*
            | [A-ZÆØÅ][\w-]*(?:[ ]og[ ][\w-]+)?
                (?:departementet|direktoratet|tilsynet|verket|etaten)
            | Departementet | Kommun(?:en|ene|ane)
        ))
        \s+(?:skal[ ])? (?:dekk(?:er|jer|e|je)|betal(?:er|ar)|finansier(?:er|ar))
        \s+(?:\w+[ ])? (?:\w*?{_COST}|arbeidet|oppdraget|tiltaket)
    # "KD, kap. 270, post 21" in a field of its own
    | ^(?P<first>(?-i:[A-ZÆØÅ]{{2,}}|[A-ZÆØÅ][\w-]*(?:[ ]og[ ][\w-]+)?departementet))
        (?:,|[ ]over|[ ]på)?[ ]kap\.?[ ]?\d
    # "Midlene stilles til disposisjon av Klima- og miljødepartementet"
    | \bmidl(?:ene|ane)\b [^.;]* \b(?:disposisjon|rådighet|rådvelde)[ ]av[ ]{_NAMED.format("from")}
        (?=[.,;]|$|\s+(?:over|på|med|i|og)\b)
    # "Oversettelser belastes Direktoratet for byggkvalitet"
    | \bbelast(?:es|ast|er|ar)\s+ {_NAMED.format("to")} (?=[.,;]|$|\s+(?:over|kap|med|i)\b)
    """,
    re.IGNORECASE | re.VERBOSE,
)
# A text without any of these says nothing of whose money pays.
PAYER_MARKS = (
    "innen", "innan", "dekk", "dekt", "finansier", "betal", "belast", "bekost", "disposisjon",
    "rådighet", "rådvelde", "omtal", "punkt", "pkt", "utover", "ut over",
)  # fmt: skip
# Who pays by name: a ministry, a body of the state, or their short forms.
_LONG_NAME = (
    r"[A-ZÆØÅ][\w-]*(?:(?:-,[ ]|[ ]og[ ]|,[ ])[\w-]+){0,2}?"
    r"(?:departementet|direktoratet|tilsynet|verket|etaten)"
)
_GIVER = rf"(?-i:{_LONG_NAME}|(?!NOK)[A-ZÆØÅ]{{2,7}}D?(?![\w]))"
_OWNER = rf"(?-i:{_LONG_NAME}|(?!EU|FN)[A-ZÆØÅ]{{2,8}})"
# "Forsvarsdepartementet dekker 850 000 kroner", "850 000 kroner dekkes av Forsvarsdepartementet"
PAYS_SUM = re.compile(
    rf"""
    # "Forsvarsdepartementet dekker 850 000 kroner"
    \b(?P<who>{_GIVER})[ ] (?:(?:skal|vil|må)[ ])?
        (?:dekk(?:er|jer|e|je)|betal(?:er|ar|e)|finansier(?:er|e)|bekost(?:er|ar|e))\b
    # "850 000 kroner dekkes av Forsvarsdepartementet"
    | \b{_PAY}\s+ (?:\w+[ ])?av\s+ (?P<by>{_GIVER})(?!\w)
    # "over Helsedepartementets budsjett", "på ASDs budsjett", "over budsjettet til KLD"
    | \b(?:over|på|av|fra|frå|innenfor|innanfor)[ ] (?:
        (?P<of>{_OWNER})(?:s['’]?|[ ]sitt)[ ]budsjett
        | budsjettet[ ](?:til|hos)[ ](?P<at>{_GIVER})
    )(?!\w)
    """,
    re.IGNORECASE | re.VERBOSE,
)
# "Over kap. 1700, post 01 (Forsvarsdepartementet)", "Helsedirektoratet, kap. 765": a field.
OF_NAMED = re.compile(
    rf"^(?P<first>{_GIVER})(?:(?:,| over| på|:)? (?:kap|post)|\.?$)|"
    rf"\((?P<in>{_GIVER})(?:s budsjett)?\)\.?$",
    re.IGNORECASE,
)
# "Direktoratet må dekke utgiftene selv", "Etaten dekker selv kostnadene"
OWN_COST = re.compile(
    rf"\b(?P<who>[\w-]+) (?:(?:må|skal) )?(?:(?:selv|sjølv) )?dekk(?:er|jer|e|je)\b"
    rf"(?:\s+\w+){{0,2}}?\s+\w*{_COST}(?:\s+\w+){{0,4}}",
    re.IGNORECASE,
)
ITSELF = AnyCase(
    r"\b(?:selv|sjølv|sjølve)\b",
    ("selv", "sjølv"),
)
# "ikke medfører økt ressursbehov ut over gjeldende ramme"
NOT_BEYOND = AnyCase(
    rf"\b(?:ikke|ikkje|uten|utan)\b[^.;]{{0,60}}\but ?over\s+(?:{_OWN}\s+)?{_FRAME}\b",
    ("utover", "ut over"),
)
PAYS = AnyCase(rf"\b(?:{_PAY}|{_DO}|finansieringa|finansieringen|disposisjon|rådighet|rådvelde)\b")
# "Temaet dekkes av" covers no cost; "Utgiftene dekkes av", "Oppdraget dekkes av" do.
IS_COST = re.compile(
    rf"\b\w*{_COST}\b|\b(?:finansier|betal|bekost|belast)\w*|\b(?:oppdrag|arbeid|tiltak|prosjekt|"
    rf"lønn|"
    r"løn|honorar|reise)\w*",
    re.IGNORECASE,
)
OF_BODY = re.compile(r"(?:direktoratet|departementet|tilsynet|etaten|verket)s \w|\bplan\b")
# In the budget's part: "Utgifter til klagenemnda dekkes innenfor bevilgningen på posten".
COST_IS_PAID = re.compile(
    rf"(?!når|dersom|hvis)\w*{_COST}\b(?:[^.;]|\b(?:mill|mrd|ca)\.)*\b{_PAY}\s+inn[ae]n",
    re.IGNORECASE,
)
# "Kostnader ved deltakelse dekkes over Utenriksdepartementets budsjett"
COST_OF_OTHERS = re.compile(
    rf"(?!når|dersom|hvis)[^.;,]{{0,40}}?\b\w*(?:{_COST}|lønn|løn|honorar)\b[^.;]*\b{_PAY}\b",
    re.IGNORECASE,
)
# "Innenfor bevilgningen på kap. 904, post 01 skal etaten dekke utgiftene til flytting".
TO_PAY_WITHIN = re.compile(
    rf"""
    (?:innen|innenfor|innafor|innanfor|av)\s+ (?:[\w-]+\s+){{0,3}}? {_FRAME}\b
    (?:[^.;]|\b(?:kap|nr)\.){{0,60}}?
    \b(?:skal|må)[ ](?P<who>[^.;,]{{2,60}}?)[ ]
    (?:(?:også|òg|dessuten|i[ ]tillegg|fortsatt|framleis)[ ])?
    (?:dekk(?:e|je|ja)|finansiere|betale)\b
    """,
    re.IGNORECASE | re.VERBOSE,
)
# What is asked of a proposal is not how the assignment is paid: "tiltak som kan skje innenfor".
OF_PROPOSAL = AnyCase(
    rf"""(?x)
    \b{_PAY}[ ](?:ikke|ikkje)\b  # "dekkes ikke"
    | \b(?:som|skal|må)[ ](?:\w+[ ])?(?:kan|kunne)\b
    | \bforeslå\w* | \bføreslå\w* | \bforslag\w*
    | \b(?:hvordan|korleis|hvorvidt|vurdere[ ]om)\b
    """,
)
SEE = re.compile(r"\b(?:se|sjå|viser|vises|jf\.?|jfr\.?|omtal\w*|omtale)\b", re.IGNORECASE)
# "Om finansiering, se punkt 3": a pointer in an assignment's own text says that it is of money.
_MONEY = rf"(?:{_COST}|(?:midl|bevilgning|løyving|tildeling|beløp|ramm|peng|tilskudd|tilskot)\w*)\b"
_TOLD_IN = (
    r"\b(?:se|sjå|jf|omtal\w*|går[ ]frem|går[ ]fram|framgår|fremgår|"
    r"fremkommer|framkjem|står|spesifisert)\b"
)
OF_MONEY = re.compile(
    rf"""
    # "Om finansiering, se punkt 3"
    (?:når[ ]det[ ]gjelder[ ]|når[ ]det[ ]gjeld[ ]|om[ ]|for[ ]|vedrørende[ ])?
        {_MONEY} [^.;]{{0,60}} {_TOLD_IN}
    # "Se punkt 4.3 om finansieringen"
    | (?:se|sjå|jf\.?|viser[ ]til)[ ](?:[^;]{{0,30}}) \b(?:for|om)\b [^.;]{{0,40}} \b{_MONEY}
    # "Til arbeidet er det satt av midler, se punkt 4.3"
    | [^.;]{{0,40}} \b(?:satt[ ]av|sett[ ]av|avsatt|avsett|bevilget|løyvd|løyvt|stilt)[ ]
        (?:\w+[ ])?midl\w* [^.;]{{0,60}} {_TOLD_IN}
    # "Oppdraget finansieres som omtalt i punkt 4.3"
    | [^.;]{{0,60}} \b{_PAY}[ ](?:som|slik)\b [^.;]{{0,30}} {_TOLD_IN}
    # "Utgiftene dekkes etter punkt 4.3", "Meirutgiftene er det teke høgd for i punkt 4"
    | [^.;]{{0,60}} \b{_PAY}[ ](?:etter|jf\.|i[ ]samsvar[ ]med|i[ ]tråd[ ]med)[ ](?:punkt|pkt|kap)
    | (?:\w*{_COST}|{_MONEY}) [^.;]{{0,40}}
        \b(?:tatt|teke)[ ](?:høyde|høgd|høgde|med|hensyn|omsyn)\b
    """,
    re.IGNORECASE | re.VERBOSE,
)
# What a letter calls its recipient besides its name.
RECIPIENT = re.compile(
    r"""
    (?:
        direktoratet | tilsynet | instituttet | etaten | verket | senteret | selskapet | banken
        | fondet | fylkeskommunen | verksemda | virksomheten | institusjonen | ombudet | ombodet
        | styret | embetet | universitetet | høgskolen | rådet
    )\b
    (?![ ](?:for|mot|om)[ ])  # not "Direktoratet for byggkvalitet"
    """,
    re.IGNORECASE | re.VERBOSE,
)


# Characters of a field that only names a post.
LONGEST_NAME = 80


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence that may say whose money pays, and where it stands."""

    text: str
    agency: Set[str]
    """The recipient's names, in small letters."""
    labelled: bool
    """True under the label "Finansiering", where no verb is asked for."""
    of_assignment: bool
    """True in an assignment's own text."""
    has_post: bool
    has_section: bool
    sender: Set[str] = frozenset()
    """The ministry's names, in small letters."""


def payer(sentence: Sentence) -> PayerKind | None:
    """Whose money pays, or None where the sentence says nothing of that.

    >>> told = {"agency": frozenset(), "labelled": False, "of_assignment": True}
    >>> payer(Sentence("Arbeidet løses innenfor gjeldende ramme.", **told, has_post=False,
    ...                has_section=False))
    'within_budget'
    """
    text = sentence.text
    if not (sentence.labelled or sentence.of_assignment):
        is_own = COST_IS_PAID.match(text) and WITHIN.search(text) and not OF_PROPOSAL.search(text)
        to_pay = TO_PAY_WITHIN.match(text)
        is_told = to_pay is not None and is_recipient(to_pay["who"], sentence.agency)
        if is_own or is_told:
            return "within_budget"
        return "other_budget" if _is_paid_by_others(sentence) else None
    if NOT_BEYOND.search(text) or _pays_itself(sentence):
        return "within_budget"
    if not sentence.labelled and (not PAYS.search(text) or OF_PROPOSAL.search(text)):
        return _pointed_to(sentence)
    if sentence.labelled and (named := OF_NAMED.search(text)) is not None:
        who = named["first"] or named["in"]
        if _is_other(who, sentence):
            return "other_budget"
    if (whose := OTHERS.search(text)) is not None and not _is_of_matter(whose, sentence):
        return "within_budget" if _is_of_recipient(whose, sentence) else "other_budget"
    if sentence.has_section and FROM_SECTION.search(text):
        return "see_section"
    names_post = FROM_POST.search(text) or (sentence.labelled and len(text) <= LONGEST_NAME)
    if WITHIN.search(text) or (sentence.has_post and names_post):
        return "within_budget"
    return _pointed_to(sentence)


def pays_sum(sentence: Sentence) -> bool:
    """True where somebody else with a name pays the sums of a sentence.

    >>> pays_sum(Sentence("Forsvarsdepartementet dekker 850 000 kroner over kap. 1700, post 01.",
    ...          frozenset(), labelled=False, of_assignment=True, has_post=True, has_section=False))
    True
    """
    found = PAYS_SUM.finditer(sentence.text)
    return any(
        _is_other(next(name for name in whose.groups() if name), sentence) for whose in found
    )


def _is_other(who: str, sentence: Sentence) -> bool:
    """True for a name that is neither the recipient's nor the ministry's."""
    return not (is_recipient(who, sentence.agency) or is_recipient(who, sentence.sender))


def _is_of_recipient(whose: re.Match[str], sentence: Sentence) -> bool:
    """True where the one who is said to pay is the recipient."""
    return is_recipient(next(name for name in whose.groups() if name), sentence.agency)


def _pays_itself(sentence: Sentence) -> bool:
    """True for "Direktoratet må dekke utgiftene selv", said of the recipient."""
    if not ITSELF.search(sentence.text) or OF_PROPOSAL.search(sentence.text):
        return False
    cost = OWN_COST.search(sentence.text)
    return cost is not None and is_recipient(cost["who"], sentence.agency)


def _is_paid_by_others(sentence: Sentence) -> bool:
    """True in the budget's part for costs that somebody else with a name pays."""
    # Few sentences name a post or another's budget, and the pattern of who pays is slow.
    small = small_letters(sentence.text)
    if not (sentence.has_post or "budsjett" in small or "departement" in small):
        return False
    # Where no cost begins the sentence, it must begin with who pays.
    is_cost = COST_OF_OTHERS.match(sentence.text) is not None
    whose = (OTHERS.search if is_cost else OTHERS.match)(sentence.text)
    if whose is None or not (is_cost or whose["who"]):
        return False
    if _is_of_matter(whose, sentence) or OF_PROPOSAL.search(sentence.text):
        return False
    is_budget = whose["of"] or whose["at"] or (whose["who"] or "").endswith("departementet")
    if not (sentence.has_post or is_budget):
        return False
    return not _is_of_recipient(whose, sentence)


def _is_of_matter(whose: re.Match[str], sentence: Sentence) -> bool:
    """True where a matter is covered, no cost: "Temaet dekkes av Helsedirektoratets plan"."""
    by = whose["by"]
    if by is None:
        return False
    is_thing = OF_BODY.search(by) is not None
    is_cost = sentence.labelled or IS_COST.search(sentence.text) is not None
    return is_thing or not is_cost


def _pointed_to(sentence: Sentence) -> PayerKind | None:
    """Where another section says it: "Midler til oppdraget er omtalt i punkt 4.2"."""
    if not sentence.has_section:
        return None
    words = SEE.search(sentence.text) if sentence.labelled else OF_MONEY.match(sentence.text)
    return "see_section" if words else None


def is_recipient(who: str, agency: Set[str]) -> bool:
    """True for the recipient's own name, and for what a letter calls it: "direktoratet".

    >>> is_recipient("Kystdirektoratet", {"kystdirektoratet"}), is_recipient("KD", set())
    (True, False)
    """
    name = who.casefold()
    if RECIPIENT.match(name):
        return True
    return any(_holds(name, own) or _holds(own, name) for own in agency)


def _holds(name: str, part: str) -> bool:
    """Whether one name stands in another as a word: "AT" is none of "Direktoratet"."""
    return re.search(rf"\b{re.escape(part)}s?\b", name) is not None
