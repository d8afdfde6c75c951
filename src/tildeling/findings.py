"""How a finding is made of a rule and worded, in bokmål when it is made, in others on request."""

from __future__ import annotations

from collections.abc import Iterable

from tildeling.finding_rules import RULES
from tildeling.letter import Evidence, Finding, Severity
from tildeling.words import Words, words_in


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
        message=words_in("nb").say(RULES[rule].message, key=key, **values),
        rule=rule,
        values={name: str(value) for name, value in values.items()},
        evidence=tuple(dict.fromkeys(evidence)),
    )


def message_in(finding: Finding, words: Words) -> str:
    """The finding's message; as it stands where no rule of ours made it.

    >>> finding = make_finding("no_such_day", "error", None, [], date="31. juni")
    >>> message_in(finding, words_in("en"))
    'The date "31. juni" does not exist.'
    """
    rule = RULES.get(finding.rule or "")
    if rule is None:
        return finding.message
    return words.say(rule.message, key=finding.key, **finding.values)
