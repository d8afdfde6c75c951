"""Letters drawn by chance from lists of wordings: every number writes another one."""

from __future__ import annotations

from letters.draft import Form
from letters.drawn import boxes, budgets, calendars, money, task_tables, tasks

DRAWN_FORMS: tuple[Form, ...] = (
    *tasks.FORMS,
    *task_tables.FORMS,
    *calendars.FORMS,
    *boxes.FORMS,
    *money.FORMS,
    *budgets.FORMS,
)
