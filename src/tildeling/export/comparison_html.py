"""A diff or a consolidated letter as one self-contained HTML file."""

from __future__ import annotations

from tildeling.comparison import ConsolidatedLetter, LetterDiff
from tildeling.export.chain_html import chain_html
from tildeling.export.diff_html import diff_html


def comparison_html(comparison: LetterDiff | ConsolidatedLetter) -> str:
    """The page: text from the letters is escaped, nothing is fetched and no script runs."""
    if isinstance(comparison, LetterDiff):
        return diff_html(comparison)
    return chain_html(comparison)
