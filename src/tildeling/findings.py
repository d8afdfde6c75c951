"""How a finding is made of a rule and worded, in bokmål when it is made, in English on request."""

from __future__ import annotations

from collections.abc import Iterable

from tildeling.finding_rules import RULES
from tildeling.letter import Evidence, Finding, Severity
from tildeling.rule import MessageLanguage


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
    words = {name: str(value) for name, value in values.items()}
    return Finding(
        code=RULES[rule].code,
        severity=severity,
        key=key,
        message=RULES[rule].message.nb.format(key=key, **words),
        rule=rule,
        values=words,
        evidence=tuple(dict.fromkeys(evidence)),
    )


def message_in(finding: Finding, language: MessageLanguage) -> str:
    """The finding's message; as it stands where no rule of ours made it.

    >>> finding = make_finding("no_such_day", "error", None, [], date="31. juni")
    >>> message_in(finding, "en")
    'The date "31. juni" does not exist.'
    """
    rule = RULES.get(finding.rule or "")
    if rule is None:
        return finding.message
    return rule.message.in_language(language).format(key=finding.key, **finding.values)
