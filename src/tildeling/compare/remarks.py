"""What a reader of a diff has to know besides the changes.

Whether the two letters go together, what did not fit when one was laid upon the other, and where
the new letter contradicts itself in what the diff shows.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from tildeling.compare.chain import both, stranger_to, warning_about
from tildeling.compare.identity import key_of_number, letter_number
from tildeling.comparison import ChainFinding, Change
from tildeling.findings import OF_LETTER, key_of_post
from tildeling.letter import Evidence, Letter

# Index of the new letter, the old one being 0.
NEW = 1
# Kinds whose keys no finding has: goal 2.1 is not section 2.1.
NAMED_OTHERWISE = ("goal_", "indicator_", "target_", "reporting_", "authorisation_")


def of_the_pair(old: Letter, new: Letter) -> Iterator[ChainFinding]:
    """That the letters are for different bodies, in the wrong order, or that others lie between."""
    follows = "addendum" in (old.kind, new.kind)
    differs = stranger_to(new, old, same_year=follows)
    if differs is not None:
        yield warning_about(f"compared_with_other_{differs}", new, both(new, old), NEW)
        return
    reversed_ = _comes_before(old, new)
    if reversed_ is not None:
        yield reversed_
        return
    if between := _between(old, new):
        yield warning_about("letters_between", new, {"numbers": ", ".join(map(str, between))}, NEW)


def _comes_before(old: Letter, new: Letter) -> ChainFinding | None:
    """That the new letter came before the old one, and what shows it; or None."""
    told: dict[str, object] = {"other": old.title}
    years = (old.budget_year, new.budget_year)
    if old.budget_year and new.budget_year and new.budget_year < old.budget_year:
        return warning_about(
            "year_before", new, told | {"year": years[1], "other_year": years[0]}, NEW
        )
    if old.date and new.date and new.date < old.date:
        day, other_day = f"{new.date:%d.%m.%Y}", f"{old.date:%d.%m.%Y}"
        days = {"day": day, "other_day": other_day}
        return warning_about("day_before", new, told | days, NEW)
    if None not in years and years[0] != years[1]:
        return None
    if old.kind == "addendum" and new.kind == "base":
        return warning_about("base_after", new, told, NEW)
    first, last = letter_number(old), letter_number(new)
    if first is not None and last is not None and last < first:
        numbers = {"number": last, "other_number": first}
        return warning_about("number_before", new, told | numbers, NEW)
    return None


def _between(old: Letter, new: Letter) -> Sequence[int]:
    """The numbers of the addenda that come between two letters of one chain."""
    first, last = letter_number(old), letter_number(new)
    return () if first is None or last is None else range(first + 1, last)


def of_the_new_letter(
    old: Letter, new: Letter, changes: Sequence[Change], told: Iterable[ChainFinding]
) -> Iterator[ChainFinding]:
    """What did not fit when it was laid upon the old one, and its own findings, of what is shown.

    Where letters between the two are left out, amounts may not fit for that alone.
    """
    of_fold = [one for one in told if one.place == NEW and one.code != "unit_doubt"]
    lacks_some = bool(_between(old, new))
    for one in of_fold:
        yield one.model_copy(update={"severity": "warning"}) if lacks_some else one
    known = {(one.code, one.key) for one in of_fold}
    keys, places = _shown(new, changes)
    for finding in new.findings:
        if finding.severity == "info" or finding.code == "unit_doubt":
            continue
        is_named = finding.key is not None and key_of_number(finding.key) in keys
        is_shown = is_named or _touches(finding.evidence, places)
        if not is_shown or (finding.code, finding.key) in known:
            continue
        message = f"«{new.title}»: {finding.message}"
        fields = finding.model_dump() | {
            "message": message,
            "evidence": finding.evidence,
            "values": finding.values | {OF_LETTER: new.title},
        }
        yield ChainFinding(**fields, letter=letter_number(new), place=NEW)


def _shown(new: Letter, changes: Sequence[Change]) -> tuple[set[str], list[Evidence]]:
    """The keys of the changes, and where in the new letter they stand.

    Of a budget table that has a post of theirs all rows count: its sums are made of that post.
    """
    keys = {
        key_of_number(change.key)
        for change in changes
        if change.key is not None and not change.kind.startswith(NAMED_OTHERWISE)
    }
    places = [place for change in changes for place in change.evidence_new]
    for table in new.budget_tables:
        if any(key_of_number(key_of_post(row.chapter, row.post)) in keys for row in table.rows):
            places += [place for row in table.rows for place in row.evidence]
    return keys, places


def _touches(evidence: Sequence[Evidence], places: Sequence[Evidence]) -> bool:
    return any(_overlap(one, place) for one in evidence for place in places)


def _overlap(one: Evidence, other: Evidence) -> bool:
    """Whether two places have words in common; of plain text, whether one has the other's."""
    if one.bbox is None or other.bbox is None:
        return one.page == other.page and (one.text in other.text or other.text in one.text)
    (left, top, right, bottom), (x0, y0, x1, y1) = one.bbox, other.bbox
    return one.page == other.page and left < x1 and x0 < right and top < y1 and y0 < bottom
