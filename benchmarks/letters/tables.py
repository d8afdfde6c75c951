"""Budget tables: where chapter and post stand, rules, units, negatives, sums, page breaks."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass, replace
from itertools import accumulate

from letters.draft import Draft, Form
from letters.elements import Alignment, Cell, Orientation, Paragraph, Ruling, Table, cells
from letters.texts import INTRODUCTION, Said
from letters.truth import Row


@dataclass(frozen=True, slots=True)
class Post:
    """A post with what was given before and its change, in thousands of kroner."""

    chapter: int
    post: int
    name: Said
    before: int
    change: int | None


POSTS = (
    Post(290, 1, Said("Driftsutgifter", "Driftsutgifter"), 325_400, 12_600),
    Post(
        290,
        21,
        Said("Spesielle driftsutgifter, kan overføres", "Spesielle driftsutgifter, kan overførast"),
        48_100,
        -3_400,
    ),
    Post(
        290,
        60,
        Said(
            "Tilskudd til kommuner som tar imot flyktninger etter avtale med staten, "
            "overslagsbevilgning",
            "Tilskot til kommunar som tek imot flyktningar etter avtale med staten, "
            "overslagsløyving",
        ),
        1_872_000,
        None,
    ),
    Post(
        291,
        45,
        Said("Større utstyrsanskaffelser", "Større utstyrsinnkjøp"),
        9_100,
        -1_100,
    ),
    Post(
        291,
        70,
        Said("Tilskudd til frivillige organisasjoner", "Tilskot til frivillige organisasjonar"),
        77_300,
        2_700,
    ),
    Post(291, 71, Said("Tilskudd til tolketjenester", "Tilskot til tolketenester"), 15_000, None),
)
CHAPTERS = {
    290: Said("Introduksjonsprogram", "Introduksjonsprogram"),
    291: Said("Bosetting av flyktninger", "Busetjing av flyktningar"),
}


@dataclass(frozen=True, slots=True)
class Key:
    """How a table names chapter and post: the headings of its first columns and their cells."""

    headings: tuple[str, ...]
    widths: tuple[float, ...]
    printed: Callable[[int, int], tuple[str, ...]]
    # Rows below a chapter's own row print the post alone.
    under_chapter: bool = False


KEYS = (
    Key(("Kap./post",), (22,), lambda chapter, post: (f"{chapter}/{post:02}",)),
    Key(("Kap.post",), (22,), lambda chapter, post: (f"{chapter}.{post:02}",)),
    Key(("Kapittel og post",), (30,), lambda chapter, post: (f"Kap. {chapter} post {post:02}",)),
    Key(("Kap.", "Post"), (14, 12), lambda chapter, post: (str(chapter), f"{post:02}")),
    Key(("Kap", "Post"), (14, 12), lambda chapter, post: (f"0{chapter}", f"{post:02}")),
    Key(("Kap.", "Post"), (14, 12), lambda _, post: ("", f"{post:02}"), under_chapter=True),
    Key(("Post",), (24,), lambda _, post: (f"{post:02}",), under_chapter=True),
    Key(("Kap./post",), (24,), lambda _, post: (f"Post {post:02}",), under_chapter=True),
)
RULINGS: tuple[Ruling, ...] = ("full", "horizontal", "none", "inner", "heading")
NEGATIVES = ("-{}", "−{}", "({})", "- {}", "–{}")
SEPARATORS = ("\u00a0", "\u2009", ".", "\u202f", " ")
UNITS = {
    1000: Said("i 1 000 kroner", "i 1 000 kroner"),
    1: Said("beløp i hele kroner", "beløp i heile kroner"),
    1_000_000: Said("i mill. kroner", "i mill. kroner"),
}


@dataclass(frozen=True, slots=True)
class Design:
    """What a table looks like; `columns` are one (new), two (change, new) or three amounts."""

    key: Key
    ruling: Ruling
    negative: str
    separator: str
    unit: int
    columns: int
    sums: bool
    empty: str
    unit_in_heading: bool
    repeat: bool = True

    def shown(self, thousands: int | None) -> str:
        """The amount as the table prints it."""
        if thousands is None:
            return self.empty
        size = abs(thousands) * 1000
        if self.unit == 1_000_000:
            text = f"{size / self.unit:,.1f}".replace(",", " ").replace(".", ",")
        else:
            text = f"{size // self.unit:,}".replace(",", self.separator)
        return self.negative.format(text) if thousands < 0 else text

    def amounts(self, before: int, change: int | None) -> tuple[int | None, ...]:
        """The printed amounts, in thousands of kroner."""
        return (before, change, before + (change or 0))[3 - self.columns :]


def design(seed: str, number: int) -> Design:
    """A design by chance; keys and rulings go round, so that every one is met."""
    chance = random.Random(f"{seed} {number}")
    return Design(
        key=KEYS[number % len(KEYS)],
        ruling=RULINGS[number % len(RULINGS)],
        negative=chance.choice(NEGATIVES),
        separator=chance.choice(SEPARATORS),
        unit=chance.choice((1000, 1000, 1, 1_000_000)),
        columns=chance.randint(1, 3),
        sums=chance.random() < 0.6,
        empty=chance.choice(("", "-", "–")),
        unit_in_heading=chance.random() < 0.3,
    )


def kroner(amounts: tuple[int | None, ...]) -> tuple[int | None, ...]:
    return tuple(None if amount is None else amount * 1000 for amount in amounts)


def budget_table(draft: Draft, look: Design, times: int = 1) -> None:
    """Adds a table over all posts, `times` over with other chapters, and notes its rows."""
    unit = draft.said(UNITS[look.unit])
    name_heading = draft.say("Betegnelse", "Nemning")
    caption = draft.say("Tabellen viser tildelingen", "Tabellen viser tildelinga")
    if look.unit_in_heading:
        name_heading = f"{name_heading} ({unit})"
    else:
        caption = f"{caption} ({unit})"
    draft.add(Paragraph(f"{caption}:", above=10, sticky=True))
    headings = (draft.say("Saldert budsjett"), "Endring", "Ny tildeling")[3 - look.columns :]
    rows = [cells(*look.key.headings, name_heading, *headings)]
    truth: list[Row] = []
    blank = ("",) * len(look.key.headings)
    chapters = [chapter + 10 * time for time in range(times) for chapter in CHAPTERS]
    before = change = 0
    for chapter in chapters:
        posts = [post for post in POSTS if post.chapter == 290 + chapter % 10]
        if look.key.under_chapter:
            name = draft.said(CHAPTERS[posts[0].chapter])
            label = (f"Kap. {chapter}" if len(blank) == 1 else str(chapter), *blank[1:])
            rows.append(cells(*label, name, *("",) * look.columns, bold=True))
            truth.append(Row("chapter", chapter, None, name, (None,) * look.columns))
        for post in posts:
            amounts = look.amounts(post.before, post.change)
            key, name = look.key.printed(chapter, post.post), draft.said(post.name)
            rows.append(cells(*key, name, *map(look.shown, amounts)))
            truth.append(Row("post", chapter, post.post, name, kroner(amounts)))
            before, change = before + post.before, change + (post.change or 0)
    if look.sums:
        amounts = look.amounts(before, change)
        rows.append(cells(*blank, "Sum", *map(look.shown, amounts), bold=True))
        truth.append(Row("sum", None, None, None, kroner(amounts)))
    amount_width = 28 if look.columns < 3 else 25
    left: list[Alignment] = ["left"] * (len(blank) + 1)
    right: list[Alignment] = ["right"] * look.columns
    name_width = 160 - sum(look.key.widths) - amount_width * look.columns
    draft.add(
        Table(
            (*look.key.widths, name_width, *(amount_width,) * look.columns),
            tuple(rows),
            ruling=look.ruling,
            aligns=(*left, *right),
            repeat=look.repeat,
            scale=0.8 if look.columns == 3 else 0.9,
        )
    )
    draft.truth.tables.append(truth)


def designs(draft: Draft, number: int) -> None:
    """Two tables a letter."""
    draft.letterhead(number, "2024-12-02", addendum=8)
    draft.heading("1.", draft.say("Tildeling av midler", "Tildeling av midlar"))
    draft.sentences(1)
    for place in range(2):
        draft.heading(f"1.{place + 1}", f"{draft.say('Endringer', 'Endringar')} {'AB'[place]}", 2)
        budget_table(draft, design("tables", number * 2 + place))
        draft.sentences(place + 5)
    draft.close(number, section="2.")


def over_pages(draft: Draft, number: int) -> None:
    """With a heading on every page, or on the first alone."""
    draft.letterhead(number + 1, "2024-12-02")
    draft.heading("1.", "Budsjett")
    draft.sentences(*range(1, 7))
    look = replace(design("pages", number), unit=1000, repeat=number % 4 < 2)
    budget_table(draft, look, times=6)
    draft.sentences(3)
    draft.close(number)


def turned(draft: Draft, number: int) -> None:
    """On a page of its own that is turned."""
    draft.letterhead(number + 2, "2024-12-02")
    draft.heading("1.", INTRODUCTION)
    draft.sentences(1, 2)
    draft.add(Orientation(landscape=True))
    draft.heading("2.", "Budsjett")
    budget_table(draft, design("turned", number))
    draft.add(Orientation(landscape=False))
    draft.close(number, section="3.")


def not_budgets(draft: Draft, number: int) -> None:
    """Tables of goals and of staff are no budget tables; the last one is."""
    draft.letterhead(number + 3, "2024-01-15")
    ruling = RULINGS[number % 3]
    draft.heading("1.", draft.say("Mål og parametere", "Mål og parametrar"))
    goals = (
        cells("Styringsparameter", "Resultat 2023", "Ambisjon 2024"),
        cells(draft.say("Saksbehandlingstid (dager)", "Sakshandsamingstid (dagar)"), "112", "90"),
        cells(draft.say("Andel digitale søknader", "Del digitale søknader"), "61", "80"),
    )
    draft.add(Table((90, 35, 35), goals, ruling=ruling))
    draft.heading("2.", "Bemanning")
    staff = (
        cells("Avdeling", "Årsverk 2023", "Årsverk 2024"),
        cells("Tilsyn", "120", "124"),
        cells("Analyse", "31", "33"),
    )
    draft.add(Table((80, 30, 30), staff, ruling=ruling, aligns=("left", "right", "right")))
    draft.heading("3.", "Budsjett")
    budget_table(draft, design("budget", number))
    draft.close(number, section="4.")


def merged_cells(draft: Draft, number: int) -> None:
    """A chapter's cell spans its posts; a heading spans two columns."""
    draft.letterhead(number + 4, "2024-01-15")
    draft.heading("1.", "Budsjett")
    draft.add(
        Paragraph(
            draft.say(
                "Tabellen viser tildelingen (i 1 000 kroner):",
                "Tabellen viser tildelinga (i 1 000 kroner):",
            ),
            above=8,
            sticky=True,
        )
    )
    name = draft.say("Betegnelse", "Nemning")
    rows = [
        (*cells("Kap.", "Post", name), Cell("2024", align="center", colspan=2)),
        cells("", "", "", "Endring", "Ny tildeling"),
    ]
    truth: list[Row] = []
    starts = list(accumulate((3, 3), initial=0))
    for place, post in enumerate(POSTS):
        amounts = (post.change, post.before + (post.change or 0))
        shown = cells(
            f"{post.post:02}",
            draft.said(post.name),
            *(
                f"{amount:,}".replace(",", "\u00a0") if amount is not None else "–"
                for amount in amounts
            ),
        )
        first = (Cell(str(post.chapter), rowspan=3),) if place in starts else ()
        rows.append((*first, *shown))
        truth.append(Row("post", post.chapter, post.post, draft.said(post.name), kroner(amounts)))
    draft.add(
        Table(
            (15, 12, 73, 30, 30),
            tuple(rows),
            heading=2,
            aligns=("left", "left", "left", "right", "right"),
        )
    )
    draft.truth.tables.append(truth)
    draft.close(number, section="2.")


FORMS = (
    Form("tables, all designs", designs, letters=20),
    Form("tables over pages", over_pages, letters=8),
    Form("tables on turned pages", turned, letters=4),
    Form("tables that are no budgets", not_budgets),
    Form("tables with merged cells", merged_cells, letters=4),
)
