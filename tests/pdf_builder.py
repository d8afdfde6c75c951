"""PDFs written byte by byte, so that a test says exactly what is in the file."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

HELVETICA = "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"
BOLD = "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold /Encoding /WinAnsiEncoding >>"
OBLIQUE = (
    "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Oblique /Encoding /WinAnsiEncoding >>"
)


@dataclass(frozen=True)
class PdfPage:
    """One page: its content stream, and what its dictionary says besides.

    Fonts are /F1 (Helvetica), /F2 (bold) and /F3 (oblique). `forms` are form XObjects by name:
    their content streams, in a box as big as the page; `states` may name one as `@X`. `pictures`
    names grey one-pixel images, `resources` adds to what the page's content can name.
    """

    content: str
    extra: str = ""
    media_box: tuple[float, float, float, float] = (0, 0, 400, 300)
    forms: Mapping[str, str] = field(default_factory=dict)
    pictures: Sequence[str] = ()
    fonts: Mapping[str, str] = field(default_factory=dict)
    states: str = ""
    resources: str = ""


class _Objects:
    def __init__(self) -> None:
        self.bodies: list[bytes] = []

    def add(self, body: str) -> int:
        self.bodies.append(body.encode("latin-1"))
        return len(self.bodies)

    def add_stream(self, entries: str, content: bytes) -> int:
        head = f"<< {entries} /Length {len(content)} >>\nstream\n".encode("latin-1")
        self.bodies.append(head + content + b"\nendstream")
        return len(self.bodies)

    def written(self, trailer: str) -> bytes:
        data = b"%PDF-1.7\n"
        offsets = []
        for number, body in enumerate(self.bodies, 1):
            offsets.append(len(data))
            data += f"{number} 0 obj\n".encode() + body + b"\nendobj\n"
        start = len(data)
        data += f"xref\n0 {len(offsets) + 1}\n0000000000 65535 f \n".encode()
        data += b"".join(f"{offset:010} 00000 n \n".encode() for offset in offsets)
        trailer = f"trailer\n<< /Size {len(offsets) + 1} {trailer} >>\nstartxref\n{start}\n%%EOF\n"
        return data + trailer.encode("latin-1")


def pdf(*pages: PdfPage, trailer: str = "", producer: str = "a test") -> bytes:
    """A PDF file of these pages.

    Objects 1 and 2 are the catalogue and the page tree. `trailer` is added to the trailer, and may
    hold an /Encrypt entry.
    """
    objects = _Objects()
    catalogue = objects.add("<< /Type /Catalog /Pages 2 0 R >>")
    objects.add("")
    info = objects.add(f"<< /Producer ({producer}) >>")
    numbers = [_add_page(objects, page) for page in pages]
    kids = " ".join(f"{number} 0 R" for number in numbers)
    objects.bodies[1] = f"<< /Type /Pages /Kids [{kids}] /Count {len(numbers)} >>".encode()
    return objects.written(f"/Root {catalogue} 0 R /Info {info} 0 R {trailer}")


def _add_page(objects: _Objects, page: PdfPage) -> int:
    box = " ".join(str(side) for side in page.media_box)
    fonts = {"F1": HELVETICA, "F2": BOLD, "F3": OBLIQUE, **page.fonts}
    font_entries = " ".join(f"/{name} {objects.add(body)} 0 R" for name, body in fonts.items())
    drawn = {
        name: objects.add_stream(
            f"/Type /XObject /Subtype /Form /BBox [{box}] "
            f"/Resources << /Font << {font_entries} >> >>",
            content.encode("latin-1"),
        )
        for name, content in page.forms.items()
    }
    for name in page.pictures:
        drawn[name] = objects.add_stream(
            "/Type /XObject /Subtype /Image /Width 1 /Height 1 /BitsPerComponent 8 "
            "/ColorSpace /DeviceGray",
            b"\xdd",
        )
    resources = f"/Font << {font_entries} >> /XObject << " + " ".join(
        f"/{name} {number} 0 R" for name, number in drawn.items()
    )
    states = page.states
    for name in page.forms:
        states = states.replace(f"@{name}", f"{drawn[name]} 0 R")
    content = objects.add_stream("", page.content.encode("latin-1"))
    return objects.add(
        f"<< /Type /Page /Parent 2 0 R /MediaBox [{box}] /Contents {content} 0 R "
        f"/Resources << {resources} >> /ExtGState << {states} >> {page.resources} >> "
        f"{page.extra} >>"
    )


def show(text: str, x: float, y: float, *, size: float = 10, font: str = "F1") -> str:
    """Operators that print one line of text with its baseline's left end at x, y."""
    escaped = text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
    return f"BT /{font} {size} Tf {x} {y} Td ({escaped}) Tj ET\n"


def letter(*lines: str, **keywords: str) -> bytes:
    """A one-page PDF of these lines in Helvetica, 15 points apart."""
    content = "".join(show(line, 40, 270 - 15 * row) for row, line in enumerate(lines))
    return pdf(PdfPage(content), **keywords)
