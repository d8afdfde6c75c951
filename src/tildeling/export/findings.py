"""A letter's findings, and the rules behind them, as plain text for a person."""

from __future__ import annotations

from collections.abc import Iterator

from tildeling.export.phrases import SEVERITIES
from tildeling.export.terminal import printable
from tildeling.finding_rules import RULES
from tildeling.findings import message_in
from tildeling.letter import Evidence, Finding, Letter
from tildeling.words import Words

# Characters of a place that are shown.
QUOTED = 160
# A sum over many rows has as many places; the rest are counted.
MOST_PLACES = 6


def findings_text(letter: Letter, words: Words) -> str:
    """All findings, the gravest first: what is wrong, and the places that say so."""
    if not letter.findings:
        return words.say("Nothing found.") + "\n"
    order = list(SEVERITIES)
    findings = sorted(letter.findings, key=lambda finding: order.index(finding.severity))
    return "\n".join("".join(_finding(finding, words)) for finding in findings)


def finding_line(finding: Finding, words: Words) -> str:
    """How grave it is and what it says: "Advarsel: Sidene har ..."."""
    return f"{words.say(SEVERITIES[finding.severity])}: {message_in(finding, words)}"


def _finding(finding: Finding, words: Words) -> Iterator[str]:
    line = finding_line(finding, words)
    if finding.key and finding.key not in line:
        line = line.replace(":", f" ({finding.key}):", 1)
    yield f"{printable(line)} [{finding.code}]\n"
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
