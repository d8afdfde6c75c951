"""A run in words: how far it has come, how it ended, and what to do about what failed."""

from __future__ import annotations

from collections import Counter

from tildeling.batch.manifest import NAME
from tildeling.batch.result import ConversionResult, ErrorCode
from tildeling.errors import hint_of
from tildeling.export.terminal import printable
from tildeling.words import Words, to_say

# Failed files of one kind that are named; the manifest has them all.
NAMED = 5


def pictures_read(read: int, known: int, words: Words) -> str:
    """How many pages were read off their pictures; nothing where there are none.

    >>> from tildeling.words import words_in
    >>> pictures_read(12, 30, words_in("en")), pictures_read(0, 0, words_in("en"))
    (', 12 of 30 pictures of pages read', '')
    """
    if not known:
        return ""
    told = words.say("{read:,} of {known:,} pictures of pages read", read=read, known=known)
    return f", {told}"


def progress_line(done: int, total: int, failed: int, seconds: float, words: Words) -> str:
    """How far it has come.

    >>> from tildeling.words import words_in
    >>> progress_line(1200, 10000, 3, 60.0, words_in("en"))
    '1,200 of 10,000 files, 20.0 a second, 7 min 20 s left, 3 failed'
    """
    rate = done / seconds if seconds else 0.0
    return words.say(
        "{done:,} of {total:,} files, {rate} a second, {left} left, {failed:,} failed",
        done=done,
        total=total,
        rate=rate_told(rate, words),
        left=duration((total - done) / rate, words) if rate else "?",
        failed=failed,
    )


def rate_told(rate: float, words: Words) -> str:
    """Files a second, with one decimal.

    >>> from tildeling.words import words_in
    >>> rate_told(20.04, words_in("nb"))
    '20,0'
    """
    return f"{rate:.1f}" if words.language == "en" else f"{rate:.1f}".replace(".", ",")


def duration(seconds: float, words: Words) -> str:
    """Seconds in words.

    >>> from tildeling.words import words_in
    >>> [duration(seconds, words_in("nb")) for seconds in (42.4, 62.0, 7380.0)]
    ['42 s', '1 min 2 s', '2 t 3 min']
    """
    whole = round(seconds)
    if whole < 60:
        return f"{whole} s"
    if whole < 3600:
        return f"{whole // 60} min {whole % 60} s"
    hours, minutes = divmod(whole // 60, 60)
    return words.say("{hours} h {minutes} min", hours=hours, minutes=minutes)


# What became of files, in the order of the closing table.
STATUSES = {
    "ok": to_say("ok"),
    "partial": to_say("partial"),
    "skipped": to_say("skipped"),
    "failed": to_say("failed"),
}


def table(counts: Counter[tuple[str, str]], seconds: float, words: Words) -> list[str]:
    r"""The lines of the closing table: how many files by status and error.

    >>> from tildeling.words import words_in
    >>> counts = Counter({("ok", ""): 98, ("failed", "encrypted"): 2})
    >>> print("\n".join(table(counts, 4.0, words_in("en"))))
    ok                                      98
    failed   encrypted                       2
    total                                  100   in 4 s
    """
    order = list(STATUSES)
    rows = sorted(counts.items(), key=lambda row: (order.index(row[0][0]), -row[1], row[0][1]))
    lines = [
        f"{words.say(STATUSES[status]):<9}{error:<26}{words.grouped(count):>7}"
        for (status, error), count in rows
    ]
    total, time = words.say("total"), words.say("in {time}", time=duration(seconds, words))
    return [*lines, f"{total:<35}{words.grouped(counts.total()):>7}   {time}"]


def failed(named: list[ConversionResult], count: int, out: str, words: Words) -> list[str]:
    r"""What to do about the files that failed for one reason, and some of them.

    >>> from tildeling.words import words_in
    >>> one = ConversionResult(path="brev/a.pdf", status="failed", error="encrypted")
    >>> print("\n".join(failed([one], 3, "ut", words_in("en"))))
    Save a copy without a password, and give that. [encrypted]
        brev/a.pdf
        2 more: see ut/manifest.jsonl
    """
    lines = [f"{words.say(_hint(named[0]))} [{named[0].error}]"]
    lines += sorted(f"    {printable(result.path)}" for result in named)
    if left := count - len(named):
        more = words.say("{left:,} more: see {out}", left=left, out=f"{printable(out)}/{NAME}")
        lines.append(f"    {more}")
    return lines


def _hint(result: ConversionResult) -> str:
    """What to do about a file that failed, on the command line."""
    assert result.error is not None
    if result.error == "no_text_layer" and not result.ocr:
        return to_say("Run again with --ocr, which reads pages that are pictures.")
    return _HINTS.get(result.error) or hint_of(result.error)


# What `convert` can do about it that no other command can, or what befalls it alone.
_HINTS: dict[ErrorCode, str] = {
    "not_found": to_say("Check the paths, and that you may read the files."),
    "too_large": to_say("If you trust the files, raise --max-pages or --max-bytes, and run again."),
    "timeout": to_say("If you trust the files, give them longer with --timeout, and run again."),
    "crashed": to_say("Run again; if it crashes again, please report it with the file."),
}
