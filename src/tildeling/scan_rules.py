"""The rules about what was read off pictures of pages: a part of the table of rules."""

from __future__ import annotations

from tildeling.rule import Rule, Words

SCAN_RULES: dict[str, Rule] = {
    "uncertain_figure": Rule(
        "ocr_uncertain",
        Words(
            "To lesninger av et skannet tall er like, eller en sum bekrefter det",
            "Two readings of a scanned figure are alike, or a sum confirms it",
        ),
        Words(
            "Lest av et bilde, og to lesninger er ulike: {readings}.",
            "Read off a picture, and two readings differ: {readings}.",
        ),
    ),
    "read_once": Rule(
        "ocr_uncertain",
        Words(
            "Et skannet tall er lest to ganger, eller en sum bekrefter det",
            "A scanned figure was read twice, or a sum confirms it",
        ),
        Words(
            "Lest av et bilde bare én gang, og ingen sum bekrefter det: {figures}.",
            "Read off a picture only once, and no sum confirms it: {figures}.",
        ),
    ),
    "text_layer": Rule(
        "ocr_uncertain",
        Words(
            "Teksten på skannede sider er holdt mot bildet av dem",
            "The text of scanned pages was held against their picture",
        ),
        Words(
            "Side {pages} er bilder, og teksten er lest av dem før brevet kom hit. Tallene er lest "
            "bare én gang: tekstgjenkjenning (--ocr) holder dem mot bildet.",
            "Page {pages} are pictures, and their text was read off them before the letter came "
            "here. Figures were read only once: text recognition (--ocr) holds them against the "
            "picture.",
        ),
    ),
    "lost_cell": Rule(
        "ocr_uncertain",
        Words(
            "Ingen celle i en skannet budsjettabell er tom der bildet har skrift",
            "No cell of a scanned budget table is empty where the picture has ink",
        ),
        Words(
            "Raden «{name}» har en tom celle, og bildet har skrift der som ikke er lest.",
            'The row "{name}" has an empty cell, and the picture has ink there that was not read.',
        ),
    ),
    "uncertain_prose": Rule(
        "ocr_uncertain",
        Words(
            "To lesninger av skannede tall i løpende tekst er like",
            "Two readings of scanned figures in running text are alike",
        ),
        Words(
            "{count} tall i løpende tekst er lest av et bilde, og to lesninger er ulike.",
            "{count} figures in running text were read off a picture, and two readings differ.",
        ),
    ),
}
