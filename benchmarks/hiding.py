"""Small letters with words that nobody sees, or that look hidden and are seen, one way each.

A `Way` is a page's content, in which WORDS stands for an assignment with a sum and a deadline, and
the objects that it needs. Objects name each other by `@name`; files are written byte by byte.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from math import cos, sin, tan

LEFT, BOTTOM, RIGHT, TOP = 66, 372, 540, 440
"""Around WORDS."""

BEFORE = [
    (770, "Helsedirektoratet"),
    (756, "Postboks 220 Skoyen, 0213 Oslo"),
    (720, "Deres ref.        V\345r ref. 26/4711-3        Dato 12. mars 2026"),
    (680, "Tildelingsbrev for 2026 til Helsedirektoratet - tillegg nr. 3"),
    (660, "Helse- og omsorgsdepartementet viser til Prop. 1 S (2025-2026) og gir nye oppdrag."),
    (630, "1 Nye oppdrag"),
    (612, "TB2026-71 Utredning av helseregister"),
    (594, "Det stilles 2,4 mill. kroner til disposisjon over kap. 740, post 21."),
    (580, "Frist: 1. september 2026"),
]
AFTER = [
    (342, "TB2026-72 Kartlegging av fastlegeordningen"),
    (324, "Helsedirektoratet skal kartlegge ordningen innenfor gjeldende budsjettramme."),
    (310, "Frist: 1. oktober 2026"),
    (240, "Med hilsen"),
    (200, "Kari Nordmann (e.f.)"),
    (186, "ekspedisjonssjef"),
]
LINES = [
    (429, "TB2026-99 Hemmelig oppdrag"),
    (411, "Det stilles 99 mill. kroner til disposisjon over kap. 740, post 22."),
    (397, "Frist: 1. desember 2026"),
]
HEADING = re.compile(r"TB2026|1 Nye|Tildelingsbrev")


@dataclass(frozen=True)
class Way:
    """One way of hiding words, or of showing them oddly."""

    content: str
    resources: str = ""
    """Entries of the page's resources besides its fonts."""
    objects: Mapping[str, str | tuple[str, str]] = field(default_factory=dict)
    """Bodies of objects by name; a stream is its dictionary's entries and its content."""
    page: str = ""
    """Entries of the page's dictionary."""
    catalogue: str = ""
    """Entries of the catalogue."""
    first: str = ""
    """What is painted before everything else."""


def line(text: str, y: float, font: str = "/F1 10 Tf", x: float = 72) -> str:
    """Operators that print one line."""
    escaped = text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
    return f"BT {font} {x} {y} Td ({escaped}) Tj ET\n"


def words(font: str | None = None) -> str:
    """Operators that print WORDS."""
    return lines(LINES, font)


def lines(those: Iterable[tuple[float, str]], font: str | None = None) -> str:
    """Operators that print lines; headings are bold unless a font is told."""
    return "".join(
        line(text, y, font or ("/F2 10 Tf" if HEADING.match(text) else "/F1 10 Tf"))
        for y, text in those
    )


def written(way: Way) -> bytes:
    """The letter as a file."""
    content = way.first + lines(BEFORE)
    content += "q\n" + way.content.replace("WORDS", words()) + "\nQ\n"
    content += "0 g " + lines(AFTER)
    fonts = "/F1 @helvetica /F2 @bold" + (" /T3 @type3" if "type3" in way.objects else "")
    head = "<< /Type /Font /Subtype /Type1 /Encoding /WinAnsiEncoding /BaseFont"
    bodies: dict[str, str | tuple[str, str]] = {
        "root": f"<< /Type /Catalog /Pages @pages {way.catalogue} >>",
        "pages": "<< /Type /Pages /Kids [@page] /Count 1 >>",
        "page": "<< /Type /Page /Parent @pages /MediaBox [0 0 595 842] /Contents @content "
        f"/Resources << /Font << {fonts} >> {way.resources} >> {way.page} >>",
        "content": ("", content),
        "helvetica": f"{head} /Helvetica >>",
        "bold": f"{head} /Helvetica-Bold >>",
        **way.objects,
    }
    return _file(bodies)


def _file(bodies: Mapping[str, str | tuple[str, str]]) -> bytes:
    numbers = {name: at for at, name in enumerate(bodies, 1)}

    def named(text: str) -> str:
        return re.sub(r"@(\w+)", lambda found: f"{numbers[found[1]]} 0 R", text)

    data = b"%PDF-1.7\n"
    offsets = []
    for name, body in bodies.items():
        offsets.append(len(data))
        if isinstance(body, tuple):
            entries, content = body
            whole = f"<< {named(entries)} /Length {len(content)} >>\nstream\n{content}\nendstream"
        else:
            whole = named(body)
        data += f"{numbers[name]} 0 obj\n{whole}\nendobj\n".encode("latin-1")
    start = len(data)
    data += f"xref\n0 {len(offsets) + 1}\n0000000000 65535 f \n".encode()
    data += b"".join(f"{offset:010} 00000 n \n".encode() for offset in offsets)
    end = f"trailer << /Size {len(offsets) + 1} /Root {numbers['root']} 0 R >>\n"
    return data + f"{end}startxref\n{start}\n%%EOF\n".encode()


# What may lie over words.
BOX = f"{LEFT} {BOTTOM} {RIGHT - LEFT} {TOP - BOTTOM} re"
OVER = f"q {RIGHT - LEFT} 0 0 {TOP - BOTTOM} {LEFT} {BOTTOM} cm"
"""Makes the unit square, in which pictures stand, the place of WORDS."""
RECT = f"/Rect [{LEFT} {BOTTOM} {RIGHT} {TOP}]"
QUADS = f"/QuadPoints [{LEFT} {TOP} {RIGHT} {TOP} {LEFT} {BOTTOM} {RIGHT} {BOTTOM}]"
FORM = (
    "/Type /XObject /Subtype /Form /BBox [0 0 595 842] "
    "/Resources << /Font << /F1 @helvetica /F2 @bold >> "
)
PICTURE = "/Type /XObject /Subtype /Image /BitsPerComponent 8 /ColorSpace /DeviceGray"


def picture(width: int, height: int, shades: str, more: str = "") -> tuple[str, str]:
    """A grey picture of these dots."""
    return f"{PICTURE} /Width {width} /Height {height} {more}", shades


def noise(count: int, low: int, high: int) -> str:
    """Dots of many shades, always the same ones."""
    shades, state = [], 1
    for _ in range(count):
        state = (state * 1103515245 + 12345) % 2**31
        shades.append(chr(low + (state >> 16) % (high - low)))
    return "".join(shades)


def form(content: str, more: str = "", resources: str = "") -> tuple[str, str]:
    """A form as large as the page."""
    return f"{FORM} {resources} >> {more}", content.replace("WORDS", words())


def _layer(settings: str, content: str, how: str = "@layer", more: str = "") -> Way:
    return Way(
        content,
        f"/Properties << /L {how} >> /XObject << /X @x /P @p >>",
        {
            "layer": f"<< /Type /OCG /Name (Skjult) {more} >>",
            "other": "<< /Type /OCG /Name (Vist) >>",
            "x": form("WORDS", f"/OC {how}"),
            "p": picture(1, 1, "\xff", f"/OC {how}"),
        },
        catalogue=f"/OCProperties << /OCGs [@layer @other] /D << {settings} >> >>",
    )


OFF = "/OFF [@layer]"
MARKED = "/OC /L BDC WORDS EMC"
SHADED = "<< /ShadingType 2 /ColorSpace /DeviceGray /Coords [66 0 540 0] /Extend [true true] "
WHITE_SHADE = SHADED + "/Function << /FunctionType 2 /Domain [0 1] /C0 [1] /C1 [1] /N 1 >> >>"
GREY_SHADE = SHADED + "/Function << /FunctionType 2 /Domain [0 1] /C0 [.9] /C1 [.3] /N 1 >> >>"
DARK_SHADE = SHADED + "/Function << /FunctionType 2 /Domain [0 1] /C0 [.3] /C1 [0] /N 1 >> >>"
TILE = (
    "/PatternType 1 /PaintType 1 /TilingType 1 /BBox [0 0 4 4] /XStep 4 /YStep 4 /Resources << >>"
)


def _note(kind: str, more: str = "", content: str | None = None, flags: int = 4) -> Way:
    """An annotation over WORDS; with `content` as its appearance."""
    drawn = "" if content is None else "/AP << /N @x >>"
    return Way(
        "WORDS",
        objects={
            "note": f"<< /Type /Annot /Subtype /{kind} {RECT} /F {flags} {more} {drawn} >>",
            "x": (
                f"{FORM} >> /BBox [{LEFT} {BOTTOM} {RIGHT} {TOP}]".replace(
                    "/BBox [0 0 595 842]", ""
                ),
                content or "",
            ),
        },
        page="/Annots [@note]",
    )


def _state(entries: str, content: str = "/G gs WORDS", **objects: str | tuple[str, str]) -> Way:
    return Way(
        content,
        f"/ExtGState << /G << {entries} >> /N << /BM /Normal /SMask /None /ca 1 >> >> "
        "/XObject << /X @x >>",
        {"x": form("WORDS"), **objects},
    )


ON_WHITE = f"1 g {BOX} f 0 g /G gs WORDS"
"""Without a ground of its own, a page is nothing to blend with."""
GROUP = "/Group << /S /Transparency /CS /DeviceGray >>"
BLACK_MASK = form("0 g 0 0 595 842 re f", GROUP)
WHITE_MASK = form("1 g 0 0 595 842 re f", GROUP)
EMPTY_MASK = form("", GROUP)


def _painted(content: str, resources: str = "", **objects: str | tuple[str, str]) -> Way:
    return Way("WORDS " + content, resources, objects)


def _strips(across: bool) -> str:
    if across:
        return "1 g " + "".join(f"{LEFT} {y} 474 4 re f " for y in range(BOTTOM, TOP, 4))
    return "1 g " + "".join(f"{x} {BOTTOM} 6 68 re f " for x in range(LEFT, RIGHT, 6))


ROUND = (
    f"{LEFT} {BOTTOM + 8} m {LEFT} {TOP - 8} l {LEFT} {TOP} {LEFT} {TOP} {LEFT + 8} {TOP} c "
    f"{RIGHT - 8} {TOP} l {RIGHT} {TOP} {RIGHT} {TOP} {RIGHT} {TOP - 8} c {RIGHT} {BOTTOM + 8} l "
    f"{RIGHT} {BOTTOM} {RIGHT} {BOTTOM} {RIGHT - 8} {BOTTOM} c {LEFT + 8} {BOTTOM} l "
    f"{LEFT} {BOTTOM} {LEFT} {BOTTOM} {LEFT} {BOTTOM + 8} c h f "
)
SQUARES = "".join(
    f"{x} {y} 64 24 re f " for y in range(BOTTOM, TOP, 20) for x in range(LEFT, RIGHT, 60)
)


def _spelt(given: str, drawn: str | None = None, content: str | None = None) -> Way:
    """Words given for others that are drawn: the file's, the seen ones being a harmless line."""
    drawn = drawn or "Det stilles ingen midler til disposisjon."
    return Way(
        line("TB2026-99 Utredning", 425)
        + (content or f"/Span << /ActualText ({given}) >> BDC {line(drawn, 411)} EMC "),
        f"/Properties << /A << /ActualText ({given}) >> >> /XObject << /X @x >>",
        {"x": form(line(drawn, 411))},
    )


LIE = "Det stilles 99 mill. kroner til disposisjon over kap. 740, post 22."
GLYPH = "600 0 0 0 500 700 d1 0 0 500 700 re f"


def type3(em: float, matrix: float, glyph: str | None) -> dict[str, str | tuple[str, str]]:
    """A font whose letters are drawn by content, so many of its units an em; None: as Helvetica."""
    scale = em / 1000
    codes = range(32, 246)
    procs = {}
    for code in codes:
        drawn = glyph
        if drawn is None:
            octal = f"\\{code:03o}"
            drawn = f"{600 * scale} 0 0 {-250 * scale} {800 * scale} {900 * scale} d1 "
            drawn += f"BT /F1 {1000 * scale} Tf 0 0 Td ({octal}) Tj ET"
        procs[f"g{code}"] = ("", drawn)
    named = " ".join(f"/g{code}" for code in codes)
    width = 600 * scale
    widths = " ".join(str(width) for _ in codes)
    unicode = "".join(f"<{code:02X}> <{code:04X}>\n" for code in codes)
    cmap = (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /X def "
        "/CMapType 2 def 1 begincodespacerange <00> <FF> endcodespacerange\n"
    )
    parts = [unicode.splitlines(keepends=True)[at : at + 100] for at in range(0, len(codes), 100)]
    for part in parts:
        cmap += f"{len(part)} beginbfchar\n{''.join(part)}endbfchar\n"
    cmap += "endcmap CMapName currentdict /CMap defineresource pop end end"
    return {
        "type3": f"<< /Type /Font /Subtype /Type3 /FontBBox [0 {-250 * scale} {800 * scale} "
        f"{900 * scale}] /FontMatrix [{matrix} 0 0 {matrix} 0 0] /FirstChar 32 /LastChar 245 "
        f"/Widths [{widths}] /CharProcs << {' '.join(f'/{n} @{n}' for n in procs)} >> "
        f"/Encoding << /Type /Encoding /Differences [32 {named}] >> /ToUnicode @cmap "
        "/Resources << /Font << /F1 @helvetica >> >> >>",
        "cmap": ("", cmap),
        **procs,
    }


def _type3(matrix: float, size: float, glyph: str | None = None) -> Way:
    return Way(words(f"/T3 {size:g} Tf"), objects=type3(10 / (matrix * size), matrix, glyph))


def _moved(matrix: str, size: float = 10) -> str:
    return "".join(f"BT /F1 {size} Tf {matrix} 72 {y} Tm ({text}) Tj ET " for y, text in LINES)


def _skewed(degrees: float) -> str:
    turn = degrees * 3.14159265 / 180
    return (
        f"{cos(turn):.5f} {sin(turn):.5f} {-sin(turn):.5f} {cos(turn):.5f} "
        f"{420 * tan(turn):.3f} {-72 * tan(turn):.3f} cm WORDS"
    )


HIDDEN: dict[str, Way] = {
    # Layers
    "layer off, marked content": _layer(OFF, MARKED),
    "layer off, a form": _layer(OFF, "/X Do"),
    "layer off by base state": _layer("/BaseState /OFF /ON [@other]", MARKED),
    "layer off by view usage": _layer(
        "/AS [<< /Event /View /Category [/View] /OCGs [@layer] >>]",
        MARKED,
        more="/Usage << /View << /ViewState /OFF >> >>",
    ),
    "membership: any on": _layer(OFF, MARKED, "<< /Type /OCMD /OCGs [@layer] /P /AnyOn >>"),
    "membership: all off, one is on": _layer(
        "", MARKED, "<< /Type /OCMD /OCGs [@layer] /P /AllOff >>"
    ),
    "membership: an expression": _layer("", MARKED, "<< /Type /OCMD /VE [/Not @layer] >>"),
    "layer off around one that is on": _layer(OFF, "/OC /L BDC /Span BMC WORDS EMC EMC"),
    "layer off in a form": Way(
        "/X Do",
        "/XObject << /X @x >>",
        {
            "layer": "<< /Type /OCG /Name (Skjult) >>",
            "x": form(MARKED, "", "/Properties << /L @layer >>"),
        },
        catalogue="/OCProperties << /OCGs [@layer] /D << /OFF [@layer] >> >>",
    ),
    "two layers on one spot, one off": _layer(
        OFF,
        MARKED + " /OC /M BDC " + line("Dette er et utkast til lesning.", 411) + " EMC",
        "@layer /M @other",
    ),
    # Pictures
    "under a picture": _painted(f"{OVER} /P Do Q", "/XObject << /P @p >>", p=picture(1, 1, "\xff")),
    "under an inline picture": _painted(f"{OVER} BI /W 1 /H 1 /BPC 8 /CS /G ID \xff EI Q"),
    "under a picture of a photo": _painted(
        f"{OVER} /P Do Q", "/XObject << /P @p >>", p=picture(120, 20, noise(2400, 0, 255))
    ),
    "under a picture of writing": _painted(
        f"{OVER} /P Do Q",
        "/XObject << /P @p >>",
        p=picture(95, 14, "".join("\0" if n % 3 else "\xff" for n in range(95 * 14))),
    ),
    "under tiles of pictures": _painted(
        "".join(
            f"q 60 0 0 24 {x} {y} cm /P Do Q "
            for x in range(LEFT, RIGHT, 60)
            for y in range(BOTTOM, TOP, 24)
        ),
        "/XObject << /P @p >>",
        p=picture(1, 1, "\xff"),
    ),
    "under a stencil": _painted(
        f"1 g {OVER} /P Do Q",
        "/XObject << /P @p >>",
        p=(
            "/Type /XObject /Subtype /Image /Width 8 /Height 1 /ImageMask true /BitsPerComponent 1",
            "\0",
        ),
    ),
    "under a picture with a mask": _painted(
        f"{OVER} /P Do Q",
        "/XObject << /P @p >>",
        p=picture(1, 1, "\xff", "/SMask @m"),
        m=picture(1, 1, "\xff"),
    ),
    "white on a white picture": Way(
        f"{OVER} /P Do Q 1 g WORDS", "/XObject << /P @p >>", {"p": picture(1, 1, "\xff")}
    ),
    "black on a black picture": Way(
        f"{OVER} /P Do Q 0 g WORDS", "/XObject << /P @p >>", {"p": picture(1, 1, "\0")}
    ),
    # Shadings and patterns
    "under a shading": _painted(f"q {BOX} W n /S sh Q", f"/Shading << /S {WHITE_SHADE} >>"),
    "under a grey shading": _painted(f"q {BOX} W n /S sh Q", f"/Shading << /S {GREY_SHADE} >>"),
    "under a shading pattern": _painted(
        f"/Pattern cs /S scn {BOX} f",
        f"/Pattern << /S << /PatternType 2 /Shading {WHITE_SHADE} >> >>",
    ),
    "under a tiling pattern": _painted(
        f"/Pattern cs /S scn {BOX} f", "/Pattern << /S @t >>", t=(TILE, "1 g 0 0 4 4 re f")
    ),
    "white on a white shading": Way(
        f"q {BOX} W n /S sh Q 1 g WORDS", f"/Shading << /S {WHITE_SHADE} >>"
    ),
    "set in a white pattern": Way(
        "/Pattern cs /S scn WORDS", "/Pattern << /S @t >>", {"t": (TILE, "1 g 0 0 4 4 re f")}
    ),
    "set in an empty pattern": Way(
        "/Pattern cs /S scn WORDS", "/Pattern << /S @t >>", {"t": (TILE, "")}
    ),
    "set in a white shading": Way(
        "/Pattern cs /S scn WORDS",
        f"/Pattern << /S << /PatternType 2 /Shading {WHITE_SHADE} >> >>",
    ),
    # White that is not one rectangle
    "under strips": _painted(_strips(True)),
    "under upright strips": _painted(_strips(False)),
    "under a rounded box": _painted("1 g " + ROUND),
    "under a black rounded box": _painted("0 g " + ROUND),
    "under several squares": _painted("1 g " + SQUARES),
    "under squares of one path": _painted("1 g " + SQUARES.replace(" f ", " ") + " f"),
    "under a polygon": _painted("1 g 60 360 m 300 345 l 560 360 l 560 460 l 60 460 l h f"),
    "under a thousand strips": _painted(
        "1 g "
        + "".join(
            f"{x} {y / 2} 158 .5 re f "
            for x in (LEFT, 224, 382)
            for y in range(2 * BOTTOM, 2 * TOP)
        )
        + " .9 g "
        + "".join(f"{x} 100 .1 1 re f " for x in range(600))
    ),
    "under a turned box": _painted("1 g q .999 .04 -.04 .999 20 -14 cm 0 340 700 120 re f Q"),
    "under a box in a form": _painted(
        "/X Do", "/XObject << /X @x >>", x=form(f"1 g {BOX} f", GROUP)
    ),
    "under a thick line": _painted("1 G 80 w 60 405 m 560 405 l S"),
    "under thick lines": _painted(
        "1 G 15 w " + " ".join(f"60 {y} m 560 {y} l S" for y in (376, 388, 400, 412, 424, 436))
    ),
    "under thin lines, close": _painted(
        "1 G 3 w " + " ".join(f"60 {y / 2} m 560 {y / 2} l S" for y in range(744, 880, 5))
    ),
    "under a thick frame": _painted("1 G 90 w 100 380 400 50 re S"),
    "under white letters": _painted(
        "1 g BT /F2 220 Tf 30 330 Td (\227\227\227) Tj ET "
        + "".join(
            f"BT /F2 60 Tf 20 {y} Td (\227\227\227\227\227\227\227\227\227\227) Tj ET "
            for y in range(360, 430, 4)
        )
    ),
    # Annotations
    "under a redaction": _note("Redact", "/IC [0 0 0]", f"0 g {BOX} f"),
    "under a square": _note("Square", "/C [1 1 1] /IC [1 1 1]"),
    "under a square with a look": _note("Square", "", f"1 g {BOX} f"),
    "under a circle": _note("Circle", "", "1 g 0 300 595 300 re f"),
    "under a stamp": _note("Stamp", "", f".2 g {BOX} f"),
    "under ink": _note("Ink", "/InkList [[60 405 560 405]]", "1 G 90 w 0 405 m 595 405 l S"),
    "under a line": _note("Line", "/L [60 405 560 405]", "1 G 90 w 0 405 m 595 405 l S"),
    "under a polygon note": _note("Polygon", "", f"1 g {BOX} f"),
    "under a free text box": _note("FreeText", "/Contents (se eget brev)", f"1 g {BOX} f"),
    "under a highlight that is solid": _note("Highlight", QUADS, f"1 g {BOX} f"),
    "under a form field": _note("Widget", "/FT /Tx /T (felt)", f"1 g {BOX} f"),
    "under a watermark": _note("Watermark", "", f"1 g {BOX} f"),
    "under a caret": _note("Caret", "", f"1 g {BOX} f"),
    "under an attachment's icon": _note("FileAttachment", "", f"1 g {BOX} f"),
    # Transparency
    "masked by brightness": _state("/SMask << /S /Luminosity /G @m >>", m=BLACK_MASK),
    "masked by opacity": _state("/SMask << /S /Alpha /G @m >>", m=EMPTY_MASK),
    "a form that is masked": _state(
        "/SMask << /S /Luminosity /G @m >>", "/G gs /X Do", m=BLACK_MASK, x=form("WORDS", GROUP)
    ),
    "mode screen": _state("/BM /Screen", ON_WHITE),
    "mode lighten": _state("/BM /Lighten", ON_WHITE),
    "mode difference": _state("/BM /Difference", ON_WHITE),
    "mode colour dodge": _state("/BM [/ColorDodge /Normal]", ON_WHITE),
    "no opacity": _state("/ca 0"),
    "nearly no opacity": _state("/ca .02"),
    "outlines without opacity": _state("/CA 0", "/G gs 1 Tr WORDS"),
    "a form without opacity": _state("/ca 0", "/G gs /X Do"),
    "a group without opacity": _state("/ca 0", "/G gs /X Do", x=form("WORDS", GROUP)),
    "a white box by multiply, off": _state("/BM /Normal", f"WORDS /G gs 1 g {BOX} f"),
    # Size, width, place
    "squeezed to a hundredth": Way("1 Tz WORDS"),
    "squeezed to nothing": Way("0.01 Tz WORDS"),
    "squeezed by the matrix": Way(_moved("0.02 0 0 1")),
    "flattened": Way(_moved("1 0 0 0.01")),
    "too small": Way(words("/F1 0.4 Tf")),
    "too small in a form": Way(
        "q .03 0 0 .03 60 400 cm /X Do Q", "/XObject << /X @x >>", {"x": form("WORDS")}
    ),
    "off the page": Way("1 0 0 1 0 600 cm WORDS"),
    "outside the crop box": Way("1 0 0 1 600 0 cm WORDS", page="/CropBox [0 0 595 842]"),
    # Clipping
    "clipped away": Way("0 0 10 10 re W n WORDS"),
    "clipped by two boxes": Way("0 0 595 300 re W n 0 500 595 300 re W n WORDS"),
    "clipped by an L": Way("0 0 m 595 0 l 595 20 l 20 20 l 20 842 l 0 842 l h W n WORDS"),
    "clipped by letters": Way("BT /F1 10 Tf 7 Tr 20 20 Td (x) Tj ET 0 Tr WORDS"),
    "out of the form's box": Way(
        "/X Do",
        "/XObject << /X @x >>",
        {"x": (FORM.replace("[0 0 595 842]", "[0 0 595 100]") + " >>", words())},
    ),
    # Colour and painting
    "white on white": Way("1 g WORDS"),
    "white of four inks": Way("0 0 0 0 k WORDS"),
    "white of a spot ink": Way(
        "/Z cs 0 scn WORDS",
        "/ColorSpace << /Z [/Separation /Spot /DeviceCMYK << /FunctionType 2 /Domain [0 1] "
        "/C0 [0 0 0 0] /C1 [0 1 1 0] /N 1 >>] >>",
    ),
    "white outlines": Way("1 G 1 Tr WORDS"),
    "filled and outlined white": Way("1 g 1 G 2 Tr WORDS"),
    "blue on blue": Way(f"0 0 1 rg {BOX} f WORDS"),
    "not painted": Way("3 Tr WORDS"),
    "for clipping only": Way("q 7 Tr WORDS Q"),
    "letters that draw nothing": _type3(0.001, 10, "600 0 0 0 0 0 d1"),
    "letters that draw white": _type3(0.001, 10, "600 0 d0 1 g 0 0 500 700 re f"),
    # Words given for others that are drawn
    "given words": _spelt(LIE),
    "given words, by name": _spelt(LIE, content=f"/Span /A BDC {line('Ingen midler.', 411)} EMC "),
    "given words for a form": _spelt(LIE, content="/Span /A BDC /X Do EMC "),
    "given words for a space": _spelt(LIE, " "),
    "given words, one for one": _spelt(
        "",
        content=line("Det stilles 2 mill. kroner til disposisjon over kap. 740, post 22.", 411)
        + "BT /F1 10 Tf 72 397 Td (Frist: 1. ) Tj /Span << /ActualText (desember) >> BDC (mars) Tj "
        "EMC ( 2026) Tj ET",
    ),
    "given words, a short one": _spelt(
        "",
        content="BT /F1 10 Tf 72 397 Td (Frist: 1. ) Tj /Span << /ActualText (juli) >> BDC "
        "(mars) Tj EMC ( 2026) Tj ET",
    ),
    "given words, a figure": _spelt(
        "",
        content="BT /F1 10 Tf 72 411 Td (Det stilles ) Tj /Span << /ActualText (99) >> BDC (2) "
        "Tj EMC ( mill. kroner til disposisjon over kap. 740, post 22.) Tj ET",
    ),
}
"""Words that nobody sees."""

FILL_DARK = "<< /PatternType 2 /Shading " + DARK_SHADE + " >>"

VISIBLE: dict[str, Way] = {
    "plain": Way("WORDS"),
    "on a grey cell": Way(f".8 g {BOX} f 0 g WORDS"),
    "white on a dark cell": Way(f"0 0 .4 rg {BOX} f 1 g WORDS"),
    "white on a dark picture": Way(
        f"{OVER} /P Do Q 1 g WORDS", "/XObject << /P @p >>", {"p": picture(1, 1, "\x20")}
    ),
    "white on a dark shading pattern": Way(
        f"/Pattern cs /S scn {BOX} f 1 g WORDS", f"/Pattern << /S {FILL_DARK} >>"
    ),
    "white on a cell of two halves": Way(
        f"0 0 .4 rg {LEFT} 372 50 68 re f 116 372 424 68 re f 1 g WORDS"
    ),
    "white by mode difference": _state("/BM /Difference", f"1 g {BOX} f /G gs 1 g WORDS"),
    "on many thin cells": Way(
        ".9 g " + "".join(f"{x} {BOTTOM} 1 68 re f " for x in range(LEFT, RIGHT)) + "0 g WORDS"
    ),
    "on a picture as large as the page": Way(
        "WORDS",
        "/XObject << /P @p >>",
        {"p": picture(20, 20, noise(400, 235, 255))},
        first="q 595 0 0 842 0 0 cm /P Do Q ",
    ),
    "layer on": _layer("", MARKED),
    "under a hidden layer's box": _layer(OFF, f"WORDS /OC /L BDC 1 g {BOX} f EMC"),
    "under a hidden layer's picture": _layer(OFF, f"WORDS {OVER} /P Do Q"),
    "under a yellow that is seen through": _state("/ca .4", f"WORDS /G gs 1 1 0 rg {BOX} f"),
    "under a multiplied yellow": _state(
        "/BM /Multiply", f"1 g {BOX} f 0 g WORDS /G gs 1 1 0 rg {BOX} f"
    ),
    "under a highlight": _note("Highlight", QUADS + " /C [1 1 0]"),
    "under an underline": _note("Underline", QUADS + " /C [1 0 0]"),
    "under a link": _note("Link", "/Border [0 0 1]"),
    "under a square's frame": _note("Square", "/C [1 0 0]"),
    "under a stamp's frame": _note("Stamp", "", f"1 0 0 RG 3 w {BOX} S"),
    "under a hidden note": _note("Square", "/IC [1 1 1]", f"1 g {BOX} f", flags=2),
    "under a note not to be viewed": _note("Square", "/IC [1 1 1]", f"1 g {BOX} f", flags=32),
    "under a sticky note": _note("Text", "/Contents (husk)"),
    "struck through": Way("WORDS 1 w 70 414 m 400 414 l S"),
    "in a frame drawn later": Way(f"WORDS 6 w {BOX} S"),
    "under a picture that is seen through": _painted(
        f"{OVER} /P Do Q",
        "/XObject << /P @p >>",
        p=picture(1, 1, "\x40", "/SMask @m"),
        m=picture(1, 1, "\x20"),
    ),
    "masked, and shown": _state("/SMask << /S /Luminosity /G @m >>", m=WHITE_MASK),
    "a form masked, and shown": _state(
        "/SMask << /S /Luminosity /G @m >>", "/G gs /X Do", m=WHITE_MASK, x=form("WORDS", GROUP)
    ),
    "mode multiply": _state("/BM /Multiply"),
    "half opacity": _state("/ca .5"),
    "a group at half opacity": _state("/ca .5", "/G gs /X Do", x=form("WORDS", GROUP)),
    "within its clip": Way("50 360 500 100 re W n WORDS"),
    "within a round clip": Way(f"{ROUND.replace(' f ', ' W n ')} WORDS"),
    "outlined": Way("0 G 1 Tr .3 w WORDS"),
    "white, outlined black": Way("1 g 0 G 2 Tr .3 w WORDS"),
    "with a white shadow": Way("1 g WORDS 0 g WORDS"),
    "twice, for bold": Way("WORDS 1 0 0 1 .3 0 cm WORDS"),
    "set in a dark shading": Way("/Pattern cs /S scn WORDS", f"/Pattern << /S {FILL_DARK} >>"),
    "set in a dark pattern": Way(
        "/Pattern cs /S scn WORDS", "/Pattern << /S @t >>", {"t": (TILE, "0 0 .5 rg 0 0 4 4 re f")}
    ),
    "Type 3, as PostScript drivers": _type3(1, 0.12),
    "Type 3, as PCL drivers": _type3(0.01, 1.1),
    "Type 3, as dvips": _type3(0.0123, 0.813),
    "Type 3, as pdfTeX": _type3(0.001, 9.9626),
    "Type 3, size 1": Way(
        "".join(f"q 10 0 0 10 72 {y} cm BT /T3 1 Tf 0 0 Td ({text}) Tj ET Q " for y, text in LINES),
        objects=type3(1000, 0.001, None),
    ),
    "Type 3, a large unit": _type3(10, 0.001),
    "Type 3, as screens": _type3(1, 1),
    **{f"spaced by {gap:g} points": Way(f"{gap} Tc WORDS") for gap in (1, 1.5, 2, 3)},
    **{f"skew by {turn:g} degrees": Way(_skewed(turn)) for turn in (0.5, 1, 2, -1, -2)},
    "narrow": Way("60 Tz WORDS"),
    "small": Way(words("/F1 6 Tf")),
    "light grey": Way(".7 g WORDS"),
    "a ligature spelt out": Way(
        "WORDS /Span << /ActualText (fi) >> BDC " + line("fi", 450) + " EMC "
    ),
    "a soft hyphen spelt out": Way(
        "WORDS "
        + line("opp", 464)
        + " /Span << /ActualText <FEFF00AD> >> BDC "
        + line("-", 464, x=90)
        + "EMC "
        + line("drag", 450)
    ),
}
"""Words that are seen."""

FIELDS: dict[str, Way] = {
    "a form field": _note(
        "Widget",
        "/FT /Tx /T (felt) /V (Det stilles 88 mill. kroner)",
        line("Det stilles 88 mill. kroner", 411),
    ),
    "a free text": _note(
        "FreeText",
        "/Contents (Det stilles 88 mill. kroner) /DA (/F1 10 Tf)",
        line("Det stilles 88 mill. kroner", 411),
    ),
    "a stamp with words": _note("Stamp", "", line("Det stilles 88 mill. kroner", 411)),
}
"""Words of annotations that are seen: told, if they are not read."""
