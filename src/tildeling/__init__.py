r"""Reads Norwegian allocation letters (tildelingsbrev) into typed objects.

>>> import tildeling
>>> letter = tildeling.parse_text(
...     "Tillegg nr. 1 til tildelingsbrev for 2026 til Helsedirektoratet\n\n"
...     "Oppdrag 2026-01: Ny veileder\n\nFrist: 1. mai 2026\n"
... )
>>> letter.assignments[0].number, letter.assignments[0].deadlines[0].date.isoformat()
('2026-01', '2026-05-01')
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tildeling.archive.answers import Answer
    from tildeling.archive.archive import Archive
    from tildeling.archive.loading import load
    from tildeling.batch.convert import convert
    from tildeling.batch.result import ConversionResult
    from tildeling.compare.consolidate import consolidate
    from tildeling.compare.diff import diff
    from tildeling.comparison import (
        AssignmentStep,
        BudgetStep,
        ChainFinding,
        Change,
        ConsolidatedAssignment,
        ConsolidatedAuthorisation,
        ConsolidatedGoal,
        ConsolidatedIndicator,
        ConsolidatedLetter,
        ConsolidatedPost,
        ConsolidatedReporting,
        ItemStep,
        LetterDiff,
        LetterIdentity,
    )
    from tildeling.errors import (
        DamagedPdfError,
        EncryptedPdfError,
        ExecutorError,
        InputNotFoundError,
        MissingExtraError,
        NotAnAllocationLetterError,
        NotAPdfError,
        NoTextLayerError,
        OutputError,
        OutputWarning,
        QuestionError,
        SchemaVersionError,
        TildelingError,
        TooLargeError,
        UnknownBodyError,
    )
    from tildeling.letter import (
        Assignment,
        Attachment,
        Authorisation,
        Body,
        BudgetRow,
        BudgetTable,
        CommonRequirement,
        Deadline,
        Evidence,
        FinancingLine,
        Finding,
        Goal,
        Indicator,
        Letter,
        Payment,
        Reference,
        Renumbering,
        ReportingRequirement,
        Section,
        Signatory,
        Source,
        Target,
        Within,
        WordDifference,
    )
    from tildeling.limits import Limits
    from tildeling.methods import to_frames
    from tildeling.parsing import parse, parse_text, tables
    from tildeling.table import DocumentTables, Table, TableCell, TableColumn, UnreadPage

    __version__: str

__all__ = [
    "Answer",
    "Archive",
    "Assignment",
    "AssignmentStep",
    "Attachment",
    "Authorisation",
    "Body",
    "BudgetRow",
    "BudgetStep",
    "BudgetTable",
    "ChainFinding",
    "Change",
    "CommonRequirement",
    "ConsolidatedAssignment",
    "ConsolidatedAuthorisation",
    "ConsolidatedGoal",
    "ConsolidatedIndicator",
    "ConsolidatedLetter",
    "ConsolidatedPost",
    "ConsolidatedReporting",
    "ConversionResult",
    "DamagedPdfError",
    "Deadline",
    "DocumentTables",
    "EncryptedPdfError",
    "Evidence",
    "ExecutorError",
    "FinancingLine",
    "Finding",
    "Goal",
    "Indicator",
    "InputNotFoundError",
    "ItemStep",
    "Letter",
    "LetterDiff",
    "LetterIdentity",
    "Limits",
    "MissingExtraError",
    "NoTextLayerError",
    "NotAPdfError",
    "NotAnAllocationLetterError",
    "OutputError",
    "OutputWarning",
    "Payment",
    "QuestionError",
    "Reference",
    "Renumbering",
    "ReportingRequirement",
    "SchemaVersionError",
    "Section",
    "Signatory",
    "Source",
    "Table",
    "TableCell",
    "TableColumn",
    "Target",
    "TildelingError",
    "TooLargeError",
    "UnknownBodyError",
    "UnreadPage",
    "Within",
    "WordDifference",
    "__version__",
    "consolidate",
    "convert",
    "diff",
    "load",
    "parse",
    "parse_text",
    "tables",
    "to_frames",
]

# Where each name lives. It is fetched when it is first asked for, so that `tildeling --help` and a
# wrong path need not wait for the models.
_HOMES = {
    "tildeling.archive.answers": ("Answer",),
    "tildeling.archive.archive": ("Archive",),
    "tildeling.archive.loading": ("load",),
    "tildeling.batch.convert": ("convert",),
    "tildeling.batch.result": ("ConversionResult",),
    "tildeling.compare.consolidate": ("consolidate",),
    "tildeling.compare.diff": ("diff",),
    "tildeling.comparison": (
        "AssignmentStep",
        "BudgetStep",
        "ChainFinding",
        "Change",
        "ConsolidatedAssignment",
        "ConsolidatedAuthorisation",
        "ConsolidatedGoal",
        "ConsolidatedIndicator",
        "ConsolidatedLetter",
        "ConsolidatedPost",
        "ConsolidatedReporting",
        "ItemStep",
        "LetterDiff",
        "LetterIdentity",
    ),
    "tildeling.errors": (
        "DamagedPdfError",
        "EncryptedPdfError",
        "ExecutorError",
        "InputNotFoundError",
        "MissingExtraError",
        "NotAnAllocationLetterError",
        "NotAPdfError",
        "NoTextLayerError",
        "OutputError",
        "OutputWarning",
        "QuestionError",
        "SchemaVersionError",
        "TildelingError",
        "TooLargeError",
        "UnknownBodyError",
    ),
    "tildeling.letter": (
        "Assignment",
        "Attachment",
        "Authorisation",
        "Body",
        "BudgetRow",
        "BudgetTable",
        "CommonRequirement",
        "Deadline",
        "Evidence",
        "FinancingLine",
        "Finding",
        "Goal",
        "Indicator",
        "Letter",
        "Payment",
        "Reference",
        "Renumbering",
        "ReportingRequirement",
        "Section",
        "Signatory",
        "Source",
        "Target",
        "Within",
        "WordDifference",
    ),
    "tildeling.limits": ("Limits",),
    "tildeling.methods": ("to_frames",),
    "tildeling.parsing": ("parse", "parse_text", "tables"),
    "tildeling.table": ("DocumentTables", "Table", "TableCell", "TableColumn", "UnreadPage"),
}
_HOME_OF = {name: home for home, names in _HOMES.items() for name in names}


def __getattr__(name: str) -> object:
    """A public name, from the module it lives in."""
    if name == "__version__":
        value: object = _version()
    elif name in _HOME_OF:
        value = getattr(import_module(_HOME_OF[name]), name)
    else:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    globals()[name] = value
    return value


def _version() -> str:
    # The number stands in pyproject.toml alone; reading it takes longer than importing the package.
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version("tildeling")
    except PackageNotFoundError:
        return "source"  # A tree that is not installed.


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
