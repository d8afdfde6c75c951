"""Rows of a scanned table that have an empty cell where the page has ink."""

from __future__ import annotations

from collections.abc import Iterator

from tildeling.audit.case import Case, post_key
from tildeling.findings import make_finding
from tildeling.letter import BudgetRow, BudgetTable, Evidence, Finding
from tildeling.read.view import Box


def lost_cell(case: Case) -> Iterator[Finding]:
    """One finding a row: an amount or a post may have been left out in reading its picture."""
    unread = case.reading.laid.unread_ink
    for table in case.letter.budget_tables if unread else ():
        for row in table.rows:
            if not _lacks_something(row):
                continue
            places = [
                Evidence(page=place.page, bbox=box, text="")
                for place in row.evidence
                for page, boxes in unread
                if page == place.page
                for box in boxes
                if _stands_in(box, place, table)
            ]
            if places:
                key = None if row.chapter is None else str(row.chapter)
                if row.chapter is not None and row.post is not None:
                    key = post_key((row.chapter, row.post))
                name = row.name or key or ""
                yield make_finding("lost_cell", "warning", key, [*row.evidence, *places], name=name)


def _lacks_something(row: BudgetRow) -> bool:
    """True for a row without its post, or with a cell that is empty."""
    return row.kind == "chapter" or None in row.amounts


def _stands_in(box: Box, place: Evidence, table: BudgetTable) -> bool:
    """True for ink at a row's height, inside its table."""
    areas = [each.bbox for each in table.evidence if each.page == place.page and each.bbox]
    if place.bbox is None or not areas:
        return False
    middle = (box[1] + box[3]) / 2
    return place.bbox[1] <= middle <= place.bbox[3] and any(
        left <= (box[0] + box[2]) / 2 <= right for left, _, right, _ in areas
    )
