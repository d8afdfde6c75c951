"""A letter that was read, with what its text says and nobody claimed."""

from __future__ import annotations

from dataclasses import replace

from tildeling.meaning.letter import Built
from tildeling.verify.steering_changes import steering_changes
from tildeling.verify.unclaimed import Unclaimed


def verified(built: Built) -> Built:
    """The same with a finding for each sum, post and deadline that no item has claimed, and each
    change by an addendum that no item says.
    """
    findings = (
        *built.letter.findings,
        *Unclaimed(built).findings(),
        *steering_changes(built),
    )
    return replace(built, letter=built.letter.model_copy(update={"findings": findings}))
