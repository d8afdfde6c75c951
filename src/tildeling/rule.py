"""What a rule of findings is: what it looks for, and what it says."""

from __future__ import annotations

from dataclasses import dataclass

from tildeling.letter import FindingCode


@dataclass(frozen=True, slots=True)
class Rule:
    """What a rule looks for and says; `{names}` in the message stand in a finding's `values`.

    Both are messages of the room `words`.
    """

    code: FindingCode
    checks: str
    message: str
