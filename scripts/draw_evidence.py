"""Draws every page of a letter with boxes around what was read from it.

    python scripts/draw_evidence.py FILE.pdf FOLDER

writes FOLDER/NAME-01.png and so on. The colours are those of `tildeling.export.picture`.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from tildeling import parse
from tildeling.export.picture import page_picture


def main() -> None:
    """Reads the letter and writes the pictures."""
    parser = argparse.ArgumentParser(description="Draw what was read from a letter's pages.")
    parser.add_argument("file", type=Path)
    parser.add_argument("folder", type=Path)
    arguments = parser.parse_args()

    letter = parse(arguments.file)
    arguments.folder.mkdir(parents=True, exist_ok=True)
    for page in range(1, (letter.source.pages or 0) + 1):
        picture = page_picture(arguments.file, letter, page)
        picture.save(arguments.folder / f"{arguments.file.stem}-{page:02}.png")


if __name__ == "__main__":
    main()
