"""A letter's findings, and the rules behind them, as plain text for a person."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from tildeling.export.terminal import printable
from tildeling.finding_rules import RULES
from tildeling.findings import message_in
from tildeling.letter import Evidence, Finding, Letter, Severity
from tildeling.rule import MessageLanguage, Words

SEVERITIES: Mapping[Severity, Words] = {
    "error": Words("feil", "error"),
    "warning": Words("advarsel", "warning"),
    "info": Words("merknad", "note"),
}
NONE_FOUND = Words("Ingen funn.", "Nothing found.")
PAGE = Words("side", "page")
QUOTED = 160
"""Characters of a place that are shown."""
MOST_PLACES = 6
"""A sum over many rows has as many places; the rest are counted."""


def findings_text(letter: Letter, language: MessageLanguage) -> str:
    """All findings, the gravest first: what is wrong, and the places that say so."""
    if not letter.findings:
        return f"{NONE_FOUND.in_language(language)}\n"
    order = list(SEVERITIES)
    findings = sorted(letter.findings, key=lambda finding: order.index(finding.severity))
    return "\n".join("".join(_finding(finding, language)) for finding in findings)


def _finding(finding: Finding, language: MessageLanguage) -> Iterator[str]:
    severity = SEVERITIES[finding.severity].in_language(language)
    key = f" {finding.key}" if finding.key else ""
    yield f"{printable(f'{severity}: {finding.code}{key}')}\n"
    yield f"  {printable(message_in(finding, language))}\n"
    for evidence in finding.evidence[:MOST_PLACES]:
        yield f"    {_place(evidence, language)}\n"
    if len(finding.evidence) > MOST_PLACES:
        yield f"    ... +{len(finding.evidence) - MOST_PLACES}\n"


def _place(evidence: Evidence, language: MessageLanguage) -> str:
    words = printable(evidence.text)
    words = words if len(words) <= QUOTED else f"{words[:QUOTED]}..."
    page = f"{PAGE.in_language(language)} {evidence.page}: " if evidence.page else ""
    return f"{page}«{words}»"


def rules_text(language: MessageLanguage) -> str:
    """The table of rules: the code of their findings, their name, and what must hold."""
    codes = max(len(rule.code) for rule in RULES.values())
    names = max(len(name) for name in RULES)
    return "".join(
        f"{rule.code:<{codes}}  {name:<{names}}  {rule.checks.in_language(language)}\n"
        for name, rule in RULES.items()
    )
