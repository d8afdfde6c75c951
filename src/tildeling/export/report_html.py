"""A letter, a diff or a consolidated letter as one page to mail."""

from __future__ import annotations

from tildeling.comparison import ConsolidatedLetter, LetterDiff
from tildeling.export.html_parts import rendered
from tildeling.export.report_chain import chain_report
from tildeling.export.report_diff import diff_report
from tildeling.export.report_letter import letter_report
from tildeling.letter import Letter
from tildeling.words import Language, words_in


def report_html(
    about: Letter | LetterDiff | ConsolidatedLetter, language: Language | None = None
) -> str:
    """The page. Text from letters is escaped, nothing is fetched and no script runs.

    Without a `language` it is in that of the letter, of several in that of the last.
    """
    if isinstance(about, LetterDiff):
        words = words_in(language or about.new.language)
        report = diff_report(about, words)
    elif isinstance(about, ConsolidatedLetter):
        words = words_in(language or about.letters[-1].language)
        report = chain_report(about, words)
    else:
        words = words_in(language or about.language)
        report = letter_report(about, words)
    return rendered("report.html", words, report=report)
