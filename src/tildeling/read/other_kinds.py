"""What a file is that is no PDF, by its first bytes, and what to do about it.

Whoever has a letter as a Word file is not helped by hearing what a PDF begins with.
"""

from __future__ import annotations

import re

from tildeling.words import to_say

ZIP = (b"PK\x03\x04", b"PK\x05\x06")
# What Office files before 2007 and Outlook's messages begin with.
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"

UNPACK = to_say("an archive: unpack it, and give the PDFs that are in it")
WORD = to_say("a Word document: save it as PDF")
EXCEL = to_say("a spreadsheet: save it as PDF")
SLIDES = to_say("a presentation: save it as PDF")
TEXT = to_say("a document of LibreOffice or another office program: save it as PDF")
WEB = to_say("a web page: print it as PDF, or fetch the file again if this came in its place")
MAIL = to_say("an e-mail: save the PDF that is attached to it")
PICTURE = to_say("a picture: make a PDF of it, which --ocr (in Python ocr=True) then reads")

IN_A_ZIP = (
    (b"word/document", WORD),
    (b"xl/workbook", EXCEL),
    (b"ppt/presentation", SLIDES),
    (b"application/vnd.oasis.opendocument", TEXT),
)
IN_OLE = (("WordDocument", WORD), ("Workbook", EXCEL), ("PowerPoint", SLIDES), ("__substg", MAIL))
BEGINNINGS = (
    (b"{\\rtf", WORD),
    ((b"\x1f\x8b", b"7z\xbc\xaf\x27\x1c", b"Rar!\x1a\x07"), UNPACK),
    ((b"\xff\xd8\xff", b"\x89PNG\r\n", b"GIF8", b"II*\0", b"MM\0*"), PICTURE),
)
PAGE = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--[^>]*>\s*)?<(?:!doctype\s+html|html|head|body)\b",
    re.IGNORECASE,
)
# Bytes at the beginning of a message in which its head is looked for.
HEAD = 4096


def other_kind(data: bytes) -> str | None:
    """What the bytes are, and what to do; None where that is not known.

    >>> other_kind(b"<!DOCTYPE html><title>Tildelingsbrev</title>").split(":")[0]
    'a web page'
    """
    if data.startswith(ZIP):
        return next((kind for name, kind in IN_A_ZIP if name in data), UNPACK)
    if data.startswith(OLE):
        names = ((name.encode("utf-16-le"), kind) for name, kind in IN_OLE)
        return next((kind for name, kind in names if name in data), None)
    for beginning, kind in BEGINNINGS:
        if data.startswith(beginning):
            return kind
    head = data[:HEAD].lower()
    if b"mime-version:" in head:
        return WEB if b"saved by" in head else MAIL  # Browsers write it into pages they save.
    return WEB if PAGE.match(data[:HEAD]) else None
