"""Budget posts letter by letter: what each letter states against what those before it give."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from tildeling.compare.identity import letter_number
from tildeling.compare.posts import Amount, Post, Statement, added, statements
from tildeling.compare.units import left_out, with_units
from tildeling.comparison import BudgetStep, ChainFinding, ConsolidatedPost
from tildeling.find.kroner import kroner
from tildeling.findings import key_of_post, make_chain_finding
from tildeling.letter import Letter, Severity


@dataclass(slots=True)
class PostLedger:
    """One post: its steps so far, and the amount in force."""

    chapter: int
    post: int
    name: str | None = None
    amount: Amount | None = None
    stated: Amount | None = None
    """What the last letter with a total says; other than `amount` where the two disagree."""
    steps: list[BudgetStep] = field(default_factory=list)

    @property
    def known(self) -> list[Amount]:
        """What it comes to so far, as computed and as the last total says."""
        return [amount for amount in (self.amount, self.stated) if amount is not None]


@dataclass(slots=True)
class BudgetLedger:
    """All posts of a chain of letters, folded one letter at a time."""

    posts: dict[Post, PostLedger] = field(default_factory=dict)
    has_base: bool = False
    number: int | None = None
    """Of the last letter that has one."""
    follows_gap: bool = False
    """True while a letter is entered before which another is missing."""
    findings: list[ChainFinding] = field(default_factory=list)

    def fold(self, letter: Letter, place: int) -> list[tuple[PostLedger, Amount | None]]:
        """Enters what a letter says; gives each post it speaks of with the amount before it."""
        touched: list[tuple[PostLedger, Amount | None]] = []
        letter = with_units(letter, self.known())
        number = letter_number(letter)
        self.follows_gap = (
            self.number is not None and number is not None and number > self.number + 1
        )
        self.findings.extend(left_out(letter, place))
        for post, statement in sorted(statements(letter).items()):
            known = self.posts.get(post)
            if (known is None and statement.only_counter) or not (
                statement.says_something or statement.previous
            ):
                continue
            ledger = known or self.posts.setdefault(post, PostLedger(*post))
            before = ledger.amount
            ledger.name = ledger.name or statement.name
            _Fold(self, letter, place, ledger, statement).enter()
            touched.append((ledger, before))
        self.has_base = self.has_base or letter.kind == "base"
        self.number = self.number if number is None else number
        return touched

    def known(self) -> dict[Post, list[Amount]]:
        """What each post comes to so far."""
        return {post: ledger.known for post, ledger in self.posts.items()}

    def consolidated(self) -> Iterator[ConsolidatedPost]:
        """The posts as they stand, by chapter and post."""
        for _, ledger in sorted(self.posts.items()):
            if ledger.steps:
                yield ConsolidatedPost(
                    chapter=ledger.chapter,
                    post=ledger.post,
                    name=ledger.name,
                    amount=ledger.amount.kroner if ledger.amount else None,
                    history=tuple(ledger.steps),
                )


@dataclass(frozen=True, slots=True)
class _Fold:
    """One letter's statement on its way into one post."""

    ledger: BudgetLedger
    letter: Letter
    place: int
    post: PostLedger
    said: Statement

    def enter(self) -> None:
        if self.letter.kind == "base":
            self._first()
            return
        self._leave_out_earlier()
        self._check_previous()
        if self.said.change is not None:
            self._changed(self.said.change)
        elif (stated := self.said.stated or self.said.total) is not None:
            self._restated(stated)

    def _first(self) -> None:
        """A base letter: there is nothing before it to compare with."""
        stated = self.said.stated or self.said.total
        amount = stated or self.said.change or self.said.previous
        self._step(None, stated, amount, None)
        self.post.amount, self.post.stated = amount, stated

    def _leave_out_earlier(self) -> None:
        """Counts what letters before did as theirs: "TB 2020 | T1 | T2 | T3 | Sum" has all."""
        said, known = self.said, self.post.known
        if said.previous is None or not said.changes:
            return
        for earlier in range(len(said.changes) + 1):
            start = said.previous.plus(added(said.changes[:earlier]))
            if any(start.agrees_with(amount) for amount in known):
                said.previous, said.change = start, added(said.changes[earlier:])
                return

    def _changed(self, change: Amount) -> None:
        computed = self._computed(change)
        stated = self.said.stated or self._total_beside(computed)
        agrees = None if stated is None or computed is None else stated.agrees_with(computed)
        self._step(change, stated, computed, agrees)
        if agrees is False and stated and computed and not self._follows_from_previous(stated):
            self._tell_wrong_total(change, stated, computed)
        # A total that agrees is printed at least as exactly as what was computed.
        self.post.amount = stated if agrees or computed is None else computed
        self.post.stated = stated

    def _follows_from_previous(self, stated: Amount) -> bool:
        """Whether the letter's own amounts add up: then the one it starts from is what is wrong."""
        previous, change = self.said.previous, self.said.change
        return bool(previous and change and stated.agrees_with(previous.plus(change)))

    def _starts_anew(self) -> bool:
        """True where a letter before this one is missing, and its own amounts add up: what it
        starts from is what the missing one left.
        """
        stated = self.said.stated
        is_chain = self.ledger.has_base and self.ledger.follows_gap
        return is_chain and stated is not None and self._follows_from_previous(stated)

    def _total_beside(self, computed: Amount | None) -> Amount | None:
        """A total in the text, unless it only repeats what the changes give."""
        total = self.said.total
        return None if total and computed and total.agrees_with(computed) else total

    def _computed(self, change: Amount) -> Amount | None:
        """The amount before plus the change; where a total was in doubt, from the one that fits."""
        starts = [] if self._starts_anew() else self.post.known
        if not starts and self.ledger.has_base and not self._starts_anew():
            starts = [start for start in (self.said.previous, Amount(0)) if start is not None]
        elif not starts and self.said.previous is not None:
            starts = [self.said.previous]
        ends = [start.plus(change) for start in starts]
        stated = self.said.stated or self.said.total
        fitting = (end for end in ends if stated and stated.agrees_with(end))
        return next(fitting, ends[0] if ends else None)

    def _restated(self, stated: Amount) -> None:
        """The letter says what the post comes to, and of no change."""
        before = self.post.amount
        self._step(None, stated, None, None)
        is_correction = self.said.corrects or "korrig" in self.letter.title.casefold()
        if before is not None and not stated.agrees_with(before) and not is_correction:
            self._tell(
                f"restated_{_more_or_less(stated, before)}",
                "warning",
                stated=_kr(stated),
                off=_off(stated, before),
                before=_kr(before),
            )
        self.post.amount = self.post.stated = stated

    def _check_previous(self) -> None:
        previous, known = self.said.previous, self.post.known
        if previous is None or not known or any(previous.agrees_with(amount) for amount in known):
            return
        self._tell(
            f"previous_{_more_or_less(previous, known[0])}",
            "warning" if self.ledger.follows_gap else "error",
            previous=_kr(previous),
            off=_off(previous, known[0]),
            known=_kr(known[0]),
        )

    def _tell_wrong_total(self, change: Amount, stated: Amount, computed: Amount) -> None:
        before = Amount(computed.kroner - change.kroner)
        self._tell(
            f"total_{_more_or_less(stated, computed)}",
            "error",
            stated=_kr(stated),
            off=_off(stated, computed),
            computed=_kr(computed),
            before=_kr(before),
            sign="+" if change.kroner >= 0 else "−",
            change=_kr(Amount(abs(change.kroner))),
        )

    def _step(
        self,
        change: Amount | None,
        stated: Amount | None,
        computed: Amount | None,
        agrees: bool | None,
    ) -> None:
        self.post.steps.append(
            BudgetStep(
                letter=letter_number(self.letter),
                place=self.place,
                change=change.kroner if change else None,
                stated=stated.kroner if stated else None,
                computed=computed.kroner if computed else None,
                agrees=agrees,
                evidence=tuple(dict.fromkeys(self.said.evidence)),
            )
        )

    def _tell(self, rule: str, severity: Severity, **values: str) -> None:
        key = key_of_post(self.post.chapter, self.post.post)
        self.ledger.findings.append(
            make_chain_finding(
                rule,
                severity,
                key,
                values | {"title": self.letter.title},
                letter=letter_number(self.letter),
                place=self.place,
                evidence=self.said.evidence,
            )
        )


def _kr(amount: Amount) -> str:
    return kroner(amount.kroner)


def _off(amount: Amount, right: Amount) -> str:
    """How far one amount is from another."""
    return kroner(abs(amount.kroner - right.kroner))


def _more_or_less(amount: Amount, right: Amount) -> str:
    return "more" if amount.kroner > right.kroner else "less"


def folded_budget(letters: Sequence[Letter]) -> BudgetLedger:
    """The posts after all letters, which stand in order."""
    ledger = BudgetLedger()
    for place, letter in enumerate(letters):
        ledger.fold(letter, place)
    return ledger
