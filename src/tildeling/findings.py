"""How a finding is made of a rule and worded, in bokmål when it is made, in others on request."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from tildeling.chain_rules import CHAIN_RULES
from tildeling.comparison import ChainFinding
from tildeling.finding_rules import RULES
from tildeling.letter import Evidence, Finding, Severity
from tildeling.words import Words, words_in

# Among a finding's values: what is wrong with a page, which a reader of pages says in English.
PROBLEM = "problem"
# Among a finding's values: the title of its letter, where it is told among several letters.
OF_LETTER = "of_letter"


def key_of(chapter: int | None, post: int | None) -> str | None:
    """The key of a finding about a post or chapter: "291/60", "291"; None without a chapter."""
    if chapter is None:
        return None
    return f"{chapter}" if post is None else key_of_post(chapter, post)


def key_of_post(chapter: int | None, post: int | None) -> str:
    """The key of a post: "291/60"."""
    return f"{chapter}/{post}"


def make_finding(
    rule: str,
    severity: Severity,
    key: str | None,
    evidence: Iterable[Evidence],
    **values: str | int,
) -> Finding:
    """The finding of a rule, worded in bokmål; a place named twice is named once.

    >>> make_finding("no_such_day", "error", None, [], date="31. juni").message
    'Datoen «31. juni» finnes ikke.'
    """
    return Finding(
        code=RULES[rule].code,
        severity=severity,
        key=key,
        message=_said(RULES[rule].message, key, values, words_in("nb")),
        rule=rule,
        values={name: str(value) for name, value in values.items()},
        evidence=tuple(dict.fromkeys(evidence)),
    )


def _said(message: str, key: str | None, values: Mapping[str, str | int], words: Words) -> str:
    """The message; what is wrong with a page is said in its language too."""
    told = {name: words.known(str(value)) for name, value in values.items() if name == PROBLEM}
    return words.say(message, key=key, **(dict(values) | told))


def make_chain_finding(
    rule: str,
    severity: Severity,
    key: str | None,
    values: Mapping[str, str],
    *,
    letter: int | None,
    place: int | None = None,
    evidence: Iterable[Evidence] = (),
) -> ChainFinding:
    """The finding that something does not fit between letters, worded in bokmål.

    `letter` is the number of the letter that it is about, `place` its index among those compared.
    """
    code, message = CHAIN_RULES[rule]
    return ChainFinding(
        code=code,
        severity=severity,
        key=key,
        message=words_in("nb").say(message, key=key, **values),
        rule=rule,
        values=dict(values),
        evidence=tuple(dict.fromkeys(evidence)),
        letter=letter,
        place=place,
    )


def message_in(finding: Finding, words: Words) -> str:
    """The finding's message; as it stands where no rule of ours made it.

    >>> finding = make_finding("no_such_day", "error", None, [], date="31. juni")
    >>> message_in(finding, words_in("en"))
    'The date "31. juni" does not exist.'
    """
    return message_of(finding.rule, finding.key, finding.values, finding.message, words)


def message_of(
    rule: str | None, key: str | None, values: Mapping[str, str], message: str, words: Words
) -> str:
    """The same of a finding's fields. What another release made of other values stays as it is.

    >>> message_of("no_such_day", None, {}, "Datoen «31. juni» finnes ikke.", words_in("en"))
    'Datoen «31. juni» finnes ikke.'
    """
    name = rule or ""
    try:
        if name in CHAIN_RULES:
            return words.say(CHAIN_RULES[name][1], key=key, **values)
        if name not in RULES:
            return message
        told = _said(RULES[name].message, key, values, words)
    except KeyError:
        return message
    letter = values.get(OF_LETTER)
    return told if letter is None else f"«{letter}»: {told}"
