"""The progress bar on a terminal."""

from __future__ import annotations

from rich.console import Console
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    ProgressColumn,
    Task,
    TextColumn,
    TimeRemainingColumn,
)
from rich.text import Text

from tildeling.batch.telling import pictures_read, rate_told
from tildeling.door import words_here
from tildeling.words import Words


class Bar:
    """Files done of all, rate, time left, failures so far. On stderr, gone when all is done."""

    def __init__(self, total: int) -> None:
        self.words = words = words_here()
        self.progress = Progress(
            TextColumn(words.say("Converting")),
            BarColumn(),
            MofNCompleteColumn(),
            _Rate(words),
            TimeRemainingColumn(),
            TextColumn("{task.fields[failed]}{task.fields[pages]}"),
            console=Console(stderr=True),
            transient=True,
        )
        self.task = self.progress.add_task("convert", total=total, failed=self._failed(0), pages="")

    def step(self, failed: int) -> None:
        """One more is done."""
        self.progress.update(self.task, advance=1, failed=self._failed(failed))

    def pages(self, read: int, known: int) -> None:
        """So many pages were read off their pictures, of so many."""
        self.progress.update(self.task, pages=pictures_read(read, known, self.words))

    def _failed(self, count: int) -> str:
        return self.words.say("{count:,} failed", count=count)

    def __enter__(self) -> Bar:
        self.progress.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.progress.stop()


class _Rate(ProgressColumn):
    """Files a second, over the last half minute."""

    def __init__(self, words: Words) -> None:
        super().__init__()
        self.words = words

    def render(self, task: Task) -> Text:
        speed = task.finished_speed or task.speed
        return Text("" if speed is None else f"{rate_told(speed, self.words)}/s")
