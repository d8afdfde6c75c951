"""What an addendum does to an assignment given earlier: which of its fields hold from now on."""

from __future__ import annotations

import re

from tildeling.compare.identity import folded, key_of_label, same_title
from tildeling.compare.items import line_says
from tildeling.compare.naming import core_title
from tildeling.letter import Assignment, Deadline, FinancingLine

# The amended text comes on top of the earlier one, and so do its deadlines: "Følgende delleveranser
# bes levert som en del av det". It must not match a plain new deadline.
_ADDS = re.compile(
    r"\b(?:som (?:en|ein) del av|i tillegg|delleveranse\w*|utover det|"
    r"utvid(?:es|ast|ar|er|a|et)|suppler\w+)\b",
    re.IGNORECASE,
)
# A piece of the pattern below: "endret", "flyttes", "forlenget"
_MOVES = r"(?:endre\w*|endra\w*|flytt\w*|utset\w*|utsatt|forleng\w*)"
# A sentence that only tells that the deadline moves, or which assignment is meant: nothing of it is
# work to do. It must not match a sentence that goes on with what shall be done.
_ANNOUNCES = re.compile(
    rf"""
    # "Departementet endrer med dette fristen for oppdraget"
    (?:(?:departementet|vi)[ ])?{_MOVES}[ ](?:\w+[ ]){{0,3}}(?:frist|oppdrag)\w*(?:[ ].*)?
    # "Ny frist er 1. mai", "Fristen for sluttrapporten utsettes til høsten"
    | (?:ny[ ])?frist(?:en|ene|ane)?[ ](?:.*[ ])?(?:{_MOVES}|settes|er)(?:[ ].*)?
    # "Det vises til tidligere oppdrag om kartlegging"
    | (?:det|vi|departementet)[ ]vis(?:es|ast|er|ar)[ ]til[ ]
      (?:tidligere[ ]|tidlegare[ ])?oppdrag\b.{{0,120}}
    # "Presisering av tidligere gitt oppdrag"
    | presisering[ ]av[ ](?:tidligere|tidlegare)[ ].{{0,60}}
    """,
    re.IGNORECASE | re.VERBOSE,
)
_ON_TOP = ("increase", "decrease", "see_section")
# "Det stilles ytterligere 2 mill. kroner til disposisjon": beside what was given before.
_MORE = re.compile(r"\b(?:ytterl[ie]g\w*|i tillegg|ekstra|utover|ut over)\b", re.IGNORECASE)
_SENTENCE_END = re.compile(r"(?<=[.!?:])\s+(?=[A-ZÆØÅ])|\n+")


def adds_on(amendment: Assignment) -> bool:
    """Whether the letter says that its deadlines and money come on top of those given earlier."""
    words = " ".join((amendment.description or "", *amendment.tasks[:1]))
    return _ADDS.search(words) is not None


def new_wording(amendment: Assignment) -> str | None:
    """The amendment's description without sentences that only announce a changed deadline."""
    sentences = [
        piece for piece in _SENTENCE_END.split(amendment.description or "") if piece.strip()
    ]
    announces = [
        _ANNOUNCES.fullmatch(piece.strip().rstrip(".:")) is not None for piece in sentences
    ]
    return None if all(announces) else amendment.description


def amended(
    earlier: Assignment, amendment: Assignment, deadlines: tuple[Deadline, ...]
) -> Assignment:
    """The assignment in force after an amendment that leaves it with these deadlines.

    New wording stands under the earlier one, tasks likewise, so that nothing asked for is lost. A
    title, money, a department replace what was given for the same thing before, unless the letter
    says that they come on top.
    """
    return earlier.model_copy(
        update={
            "number": earlier.number or amendment.number,
            "number_text": earlier.number_text or amendment.number_text,
            "title": title_in_force(earlier, amendment),
            "background": _joined(earlier.background, amendment.background),
            "description": _joined(earlier.description, new_wording(amendment)),
            "tasks": tuple(dict.fromkeys((*earlier.tasks, *amendment.tasks))),
            "deadlines": deadlines,
            "financing": lines_in_force(
                earlier.financing, amendment.financing, on_top=adds_on(amendment)
            ),
            "participants": tuple(dict.fromkeys((*earlier.participants, *amendment.participants))),
            "responsible": amendment.responsible or earlier.responsible,
            "status": "amended",
            "withheld": amendment.withheld or (earlier.withheld and amendment.title is None),
        }
    )


def title_in_force(earlier: Assignment, amendment: Assignment) -> str | None:
    """The earlier title, unless the letter gives the assignment's number another one.

    A heading without a number only names the assignment: "Oppdraget om sjøkabler – endret frist".
    """
    if earlier.title is None or amendment.title is None:
        return earlier.title or (amendment.title and core_title(amendment.title))
    if amendment.number is None or same_title(core_title(amendment.title), earlier.title):
        return earlier.title
    return amendment.title


def lines_in_force(
    earlier: tuple[FinancingLine, ...], given: tuple[FinancingLine, ...], *, on_top: bool
) -> tuple[FinancingLine, ...]:
    """The money after an amendment: more of it comes on top, anything else takes its place."""
    if not given:
        return earlier
    said = {line_says(line) for line in given}
    is_more = on_top or all(line.kind in _ON_TOP or _MORE.search(line.text) for line in given)
    kept = [line for line in earlier if line_says(line) not in said] if is_more else []
    return (*kept, *given)


def _joined(earlier: str | None, added: str | None) -> str | None:
    """Both texts, without the paragraphs of the later one that stand in the earlier."""
    fresh = fresh_paragraphs(earlier, added)
    return "\n\n".join(filter(None, (earlier, *fresh))) or None


def fresh_paragraphs(earlier: str | None, added: str | None) -> list[str]:
    """The paragraphs, or items of a list, that do not stand in the earlier text."""
    known = {folded(piece) for piece in _pieces(earlier)}
    return [piece for piece in _pieces(added) if folded(piece) not in known]


def _pieces(text: str | None) -> list[str]:
    return [piece for piece in (text or "").split("\n") if piece.strip()]


def is_restated(earlier: Assignment, given: Assignment) -> bool:
    """Whether a letter that gives an assignment's number again means the same assignment.

    One whose title was withheld may get it later.
    """
    if given.status != "new" or earlier.title is None:
        return True
    return same_title(earlier.title, given.title) or (given.title is None and not given.withheld)


def without_started(assignment: Assignment) -> Assignment:
    """The assignment without "påbegynnes snarest" beside a day: a start, and nothing due."""
    if not any(deadline.status == "dated" for deadline in assignment.deadlines):
        return assignment
    due = tuple(
        deadline
        for deadline in assignment.deadlines
        if deadline.status != "immediate" or key_of_label(deadline.label)
    )
    return assignment.model_copy(update={"deadlines": due})
