"""A letter that was built, with what else it says."""

from __future__ import annotations

from dataclasses import replace

from tildeling.meaning.letter import Built
from tildeling.steering.attachments import read_attachments
from tildeling.steering.authorisations import read_authorisations
from tildeling.steering.common_requirements import read_common_requirements
from tildeling.steering.goals import read_goals
from tildeling.steering.indicators import read_indicators
from tildeling.steering.letter_body import LetterBody
from tildeling.steering.payments import read_payments
from tildeling.steering.reporting import read_reporting


def steered(built: Built) -> Built:
    """The same with goals, indicators, reporting, authorisations, payments and the rest."""
    body = LetterBody(built)
    goals = read_goals(body)
    letter = built.letter.model_copy(
        update={
            "goals": goals,
            "indicators": read_indicators(body, goals),
            "reporting": read_reporting(body, goals),
            "authorisations": read_authorisations(body),
            "payments": read_payments(body),
            "common_requirements": read_common_requirements(body),
            "attachments": read_attachments(body),
        }
    )
    return replace(built, letter=letter)
