"""In which order the lines of a page are read where text stands beside text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from tildeling.page.lines import Frame, Line
from tildeling.page.side_headings import flows_beside_headings
from tildeling.page.sides import Flow, edges_of
from tildeling.page.two_columns import flows_in_columns
from tildeling.read.page import Page, Ruling

# What is drawn around lines reaches no further beyond them than so many font sizes.
REACH = 1.5


def in_flows(
    pages: Sequence[tuple[Page, Sequence[Line]]], size: float
) -> list[tuple[Page, Sequence[Flow]]]:
    """The lines of each page as the flows that they are read in: one, for nearly all pages."""
    found: list[tuple[Page, Sequence[Flow]]] = []
    margin: float | None = None
    column: Frame | None = None
    for page, lines in pages:
        flows, margin = flows_beside_headings(page, lines, size, margin)
        if margin is None:
            flows, column = flows_in_columns(page, lines, size, column)
        found.append((page, flows))
    return found


def with_pages(page: Page, flows: Sequence[Flow]) -> Iterator[tuple[Flow, Page]]:
    """Each flow with the page as it is seen there: the rulings around its own lines."""
    if len(flows) == 1:
        yield flows[0], page
        return
    for flow in flows:
        yield flow, replace(page, rulings=tuple(_around(flow, page.rulings)))


def _around(flow: Flow, drawn: Sequence[Ruling]) -> Iterator[Ruling]:
    """What is drawn among a flow's lines, or close around them."""
    slack = REACH * flow[0].size
    left, right = edges_of(flow)
    left, right = left - slack, right + slack
    top, bottom = min(line.top for line in flow) - slack, max(line.bottom for line in flow) + slack
    for each in drawn:
        if each.x0 < right and each.x1 > left and each.top < bottom and each.bottom > top:
            yield each
