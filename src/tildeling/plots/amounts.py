"""Money: a letter's budget by post or by chapter, and one post letter by letter."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from typing import Any, Literal

from matplotlib import rc_context
from matplotlib.axes import Axes
from matplotlib.ticker import FuncFormatter, MaxNLocator

from tildeling.compare.consolidate import consolidate
from tildeling.comparison import ConsolidatedLetter, ConsolidatedPost, LetterIdentity
from tildeling.export.chain_rows import after_step
from tildeling.export.change_rows import capital, letter_name
from tildeling.findings import key_of_post
from tildeling.letter import BudgetRow, BudgetTable, Letter
from tildeling.plots.figure import BLUE, RED, STYLE, Plot, heading, sheet, words_for
from tildeling.words import Language, Words

MILLION = 1_000_000

# Bars that fill a printed page; what else there is, is one line more.
MOST_BARS = 28

# Characters of a post's name on the axis.
NAME_WIDTH = 42


def budget(
    letter: Letter,
    *,
    by: Literal["post", "chapter"] = "post",
    language: Language | None = None,
) -> Plot:
    """Bars of what the letter's budget tables give each post, or each chapter in all.

    The amounts are those of the column that holds the new one, else of the last. A post that stands
    in two tables is one post. Of more than a page holds, the largest are drawn, and a last line
    says what the others come to.

    Words are in the letter's language unless another is given. Raises `ValueError` where no table
    has a post with an amount.
    """
    words = words_for([letter], language)
    posts = _posts(letter)
    bars = posts if by == "post" else _chapters(letter, posts, words)
    if not bars:
        raise ValueError("The letter has no budget table with amounts.")
    bars, left = _largest(bars)
    amounts = [amount / MILLION for amount in bars.values()]
    colours = [BLUE if amount >= 0 else RED for amount in amounts]
    if left:
        # In figures alone: beside what a hundred posts come to, no bar would be seen.
        bars[_left_out(len(left), by, words)] = sum(left.values())
        amounts.append(0)
        colours.append(BLUE)
    with rc_context(STYLE):
        figure = sheet(1.25 + 0.34 * len(bars))
        axes = figure.axes[0]
        names = list(bars)
        drawn = axes.barh(names, amounts, color=colours)
        labels = [_millions(bars[name], words) for name in names]
        axes.bar_label(drawn, labels, padding=4, fontsize=9)
        axes.invert_yaxis()
        axes.margins(x=0.12, y=0.5 / len(bars))
        axes.tick_params(length=0)
        axes.xaxis.set_visible(False)
        axes.spines["bottom"].set_visible(False)
        agency = letter.agency.name if letter.agency else ""
        told = ", ".join(filter(None, (agency, words.say("millions of kroner"))))
        heading(axes, _budget_title(letter, by, words), capital(told))
    return figure


def _largest(bars: dict[str, int]) -> tuple[dict[str, int], dict[str, int]]:
    """As many as a page holds, in the letter's order, and the others."""
    if len(bars) <= MOST_BARS + 1:
        return bars, {}
    largest = set(sorted(bars, key=lambda name: -abs(bars[name]))[:MOST_BARS])
    shown = {name: amount for name, amount in bars.items() if name in largest}
    return shown, {name: amount for name, amount in bars.items() if name not in largest}


def _left_out(count: int, by: Literal["post", "chapter"], words: Words) -> str:
    if by == "post":
        return words.counted("and {n} more post", "and {n} more posts, together", count)
    return words.counted("and {n} more chapter", "and {n} more chapters, together", count)


def _budget_title(letter: Letter, by: Literal["post", "chapter"], words: Words) -> str:
    if letter.budget_year is None:
        return words.say("Budget by post") if by == "post" else words.say("Budget by chapter")
    if by == "post":
        return words.say("Budget {year} by post", year=letter.budget_year)
    return words.say("Budget {year} by chapter", year=letter.budget_year)


def _posts(letter: Letter) -> dict[str, int]:
    found: dict[str, int] = {}
    for table in letter.budget_tables:
        for row in table.rows:
            amount = _amount(table, row)
            if row.kind == "post" and amount is not None:
                found[_label(key_of_post(row.chapter, row.post), row.name)] = amount
    return found


def _chapters(letter: Letter, posts: dict[str, int], words: Words) -> dict[str, int]:
    names = {
        str(row.chapter): row.name
        for table in letter.budget_tables
        for row in table.rows
        if row.kind == "chapter"
    }
    sums: dict[str, int] = {}
    for label, amount in posts.items():
        chapter = label.partition("/")[0]
        key = _label(words.say("Ch. {chapter}", chapter=chapter), names.get(chapter))
        sums[key] = sums.get(key, 0) + amount
    return sums


def _label(key: str, name: str | None) -> str:
    label = f"{key}  {name}" if name else key
    return label if len(label) <= NAME_WIDTH else f"{label[: NAME_WIDTH - 1].rstrip()}…"


def _amount(table: BudgetTable, row: BudgetRow) -> int | None:
    """What the post comes to: the new amount, else the last one that is not a change."""
    for wanted in ("new", None, "previous"):
        for role, amount in reversed(list(zip(table.column_roles, row.amounts, strict=False))):
            if role == wanted and amount is not None:
                return amount
    return None


def _millions(amount: int, words: Words) -> str:
    """Millions with one decimal, two where they are small: "1 334,3", "0,25"."""
    digits = 1 if abs(amount) >= MILLION else 2
    return words.number(round(Decimal(amount) / MILLION, digits))


def post(
    letters: Iterable[Letter] | ConsolidatedLetter,
    chapter: int,
    post: int | None = None,
    *,
    language: Language | None = None,
) -> Plot:
    """One post's amount letter by letter, of a year's letters or what they were consolidated to.

    A filled dot is what the letter states; where that is not what the letters before and the change
    come to, a ring shows what they do. Without `post`, the chapter's only one. Raises `LookupError`
    where no letter has the post, or the chapter has several.
    """
    chain = letters if isinstance(letters, ConsolidatedLetter) else consolidate(letters)
    found = _find(chain, chapter, post)
    words = words_for(chain.letters, language)
    steps = [(step, after) for step in found.history if (after := after_step(step)) is not None]
    with rc_context(STYLE):
        figure = sheet(3.6)
        axes = figure.axes[0]
        places = list(range(len(steps)))
        stated = [after / MILLION for _, after in steps]
        axes.plot(places, stated, color=BLUE, linewidth=2, marker="o", markersize=7)
        for place, (step, after) in enumerate(steps):
            told = _millions(after, words)
            if step.change is not None:
                told += f"\n{words.signed(step.change)}"
            doubt = step.computed if step.agrees is False else None
            # The words make room for the ring over them.
            under = doubt is not None and doubt > after
            offset, vertical = ((0, -11), "top") if under else ((0, 11), "bottom")
            at = (place, after / MILLION)
            axes.annotate(told, at, offset, ha="center", va=vertical, **_OFFSET)
            if doubt is not None:
                _ring(axes, place, doubt, words)
        axes.set_xticks(places, [_tick(chain.letters[step.place], words) for step, _ in steps])
        axes.margins(x=0.18, y=0.38)
        axes.grid(axis="y")
        axes.yaxis.set_major_locator(MaxNLocator(5))
        axes.yaxis.set_major_formatter(FuncFormatter(lambda value, _: _axis_number(value, words)))
        axes.tick_params(length=0)
        axes.spines["left"].set_visible(False)
        title = f"{key_of_post(found.chapter, found.post)} {found.name or ''}".strip()
        told = words.say("Millions of kroner after each letter, and the change in kroner")
        heading(axes, title, told)
    return figure


_OFFSET: dict[str, Any] = {"textcoords": "offset points", "fontsize": 9, "linespacing": 1.5}


def _ring(axes: Axes, place: int, computed: int, words: Words) -> None:
    at = (place, computed / MILLION)
    axes.plot(*at, "o", markersize=8, color=RED, markerfacecolor="white", markeredgewidth=2)
    told = words.say("adds up to {amount}", amount=_millions(computed, words))
    axes.annotate(told, at, (9, 0), ha="left", va="center", color=RED, **_OFFSET)


def _find(chain: ConsolidatedLetter, chapter: int, post: int | None) -> ConsolidatedPost:
    found = [one for one in chain.budget if one.chapter == chapter and post in (None, one.post)]
    if len(found) != 1:
        posts = ", ".join(key_of_post(one.chapter, one.post) for one in found or chain.budget)
        raise LookupError(f"One post is to be given, of those in the letters: {posts}")
    return found[0]


def _tick(letter: LetterIdentity, words: Words) -> str:
    return "\n".join(
        (letter_name(letter, words), *((words.date(letter.date),) if letter.date else ()))
    )


def _axis_number(value: float, words: Words) -> str:
    tenths = round(Decimal(value), 1)
    return words.number(int(tenths) if tenths == int(tenths) else tenths)
