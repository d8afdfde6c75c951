"""A letter's reporting requirements (rapporteringskrav)."""

from __future__ import annotations

from collections.abc import Sequence

from tildeling.letter import Goal, ReportingRequirement
from tildeling.steering.letter_body import LetterBody


def read_reporting(body: LetterBody, goals: Sequence[Goal]) -> tuple[ReportingRequirement, ...]:
    """The letter's reporting requirements (rapporteringskrav), in reading order."""
    return ()
