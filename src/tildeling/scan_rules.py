"""The rules about what was read off pictures of pages: a part of the table of rules."""

from __future__ import annotations

from tildeling.rule import Rule
from tildeling.words import to_say

SCAN_RULES: dict[str, Rule] = {
    "uncertain_figure": Rule(
        "ocr_uncertain",
        to_say("Two readings of a scanned figure are alike, or a sum confirms it"),
        to_say("Read off a picture, and two readings differ: {readings}."),
    ),
    "read_once": Rule(
        "ocr_uncertain",
        to_say("A scanned figure was read twice, or a sum confirms it"),
        to_say("Read off a picture only once, and no sum confirms it: {figures}."),
    ),
    "text_layer": Rule(
        "ocr_uncertain",
        to_say("The text of scanned pages was held against their picture"),
        to_say(
            "Page {pages} are pictures, and their text was read off them before the letter came "
            "here. Figures were read only once: text recognition (--ocr) holds them against the "
            "picture."
        ),
    ),
    "lost_cell": Rule(
        "ocr_uncertain",
        to_say("No cell of a scanned budget table is empty where the picture has ink"),
        to_say(
            'The row "{name}" has an empty cell, and the picture has ink there that was not read.'
        ),
    ),
    "unsteady_item": Rule(
        "ocr_uncertain",
        to_say("A scanned letter says the same if its picture is measured a little otherwise"),
        to_say(
            "Read off a picture, and if it is measured a little otherwise this is read otherwise: "
            "{items}."
        ),
    ),
    "uncertain_prose": Rule(
        "ocr_uncertain",
        to_say("Two readings of scanned figures in running text are alike"),
        to_say("{count} figures in running text were read off a picture, and two readings differ."),
    ),
}
