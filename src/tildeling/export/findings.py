"""A letter's findings, and the rules behind them, as plain text for a person."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from tildeling.export.terminal import printable
from tildeling.finding_rules import RULES
from tildeling.findings import message_in
from tildeling.letter import Evidence, Finding, Letter, Severity
from tildeling.words import Words, to_count, to_say

SEVERITIES: Mapping[Severity, tuple[str, str]] = {
    "error": to_count("{n} error", "{n} errors"),
    "warning": to_count("{n} warning", "{n} warnings"),
    "info": to_count("{n} note", "{n} notes"),
}
SEVERITY_NAMES: Mapping[Severity, str] = {
    "error": to_say("Error"),
    "warning": to_say("Warning"),
    "info": to_say("Note"),
}
QUOTED = 160
"""Characters of a place that are shown."""
MOST_PLACES = 6
"""A sum over many rows has as many places; the rest are counted."""


def findings_text(letter: Letter, words: Words) -> str:
    """All findings, the gravest first: what is wrong, and the places that say so."""
    if not letter.findings:
        return words.say("Nothing found.") + "\n"
    order = list(SEVERITIES)
    findings = sorted(letter.findings, key=lambda finding: order.index(finding.severity))
    return "\n".join("".join(_finding(finding, words)) for finding in findings)


def _finding(finding: Finding, words: Words) -> Iterator[str]:
    severity = words.say(SEVERITY_NAMES[finding.severity])
    message = message_in(finding, words)
    key = f" ({finding.key})" if finding.key and finding.key not in message else ""
    yield f"{printable(f'{severity}{key}: {message}')} [{finding.code}]\n"
    for evidence in finding.evidence[:MOST_PLACES]:
        yield f"    {_place(evidence, words)}\n"
    more = len(finding.evidence) - MOST_PLACES
    if more > 0:
        yield "    " + words.counted("and {n} more place", "and {n} more places", more) + "\n"


def _place(evidence: Evidence, words: Words) -> str:
    text = printable(evidence.text)
    text = text if len(text) <= QUOTED else f"{text[:QUOTED]}..."
    page = words.say("page {page}: ", page=evidence.page) if evidence.page else ""
    return f"{page}«{text}»"


def rules_text(words: Words) -> str:
    """The table of rules: what must hold, the code of the findings, the rule's own name."""
    return "".join(
        f"{words.say(rule.checks)}\n    {rule.code}, {name}\n" for name, rule in RULES.items()
    )
