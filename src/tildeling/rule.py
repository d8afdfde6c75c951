"""What a rule of findings is: what it looks for, and what it says, in two languages."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from tildeling.letter import FindingCode

MessageLanguage = Literal["nb", "en"]


@dataclass(frozen=True, slots=True)
class Words:
    """The same in bokmål and English."""

    nb: str
    en: str

    def in_language(self, language: MessageLanguage) -> str:
        """The words in one of the two."""
        return self.nb if language == "nb" else self.en


@dataclass(frozen=True, slots=True)
class Rule:
    """What a rule looks for and says; `{names}` in the message stand in a finding's `values`."""

    code: FindingCode
    checks: Words
    message: Words
