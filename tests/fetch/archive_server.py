"""A server of this machine that answers as Kudos is documented to, with the faults it is told."""

from __future__ import annotations

import hashlib
import itertools
import json
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit

KNOWN = {
    *("type", "actor_name", "actor_org_number", "published_year_from", "published_year_to"),
    *("concerned_year_from", "concerned_year_to", "page", "per_page"),
}

Fault = Callable[[BaseHTTPRequestHandler], None]


@dataclass
class Archive:
    """What the server has, what it was asked, and what goes wrong next."""

    address: str = ""
    documents: list[dict[str, Any]] = field(default_factory=list)
    files: dict[str, bytes] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)
    times: list[float] = field(default_factory=list)
    at_once: int = 0
    most_at_once: int = 0
    faults: dict[str, list[Fault]] = field(default_factory=dict)

    def add(self, uuid: str, year: int, data: bytes, **changes: Any) -> None:
        """Adds a document with one file."""
        path = f"/files/{uuid}.pdf"
        self.files[path] = data
        file = {
            "url": f"{self.address}{path}",
            "filename": f"{uuid}.pdf",
            "sha256": hashlib.sha256(data).hexdigest(),
            "size": len(data),
            "mimetype": "application/pdf",
            "pages": 1,
            "is_primary": True,
        }
        self.documents.append(
            {
                "uuid": uuid,
                "type": "Tildelingsbrev",
                "title": f"Tildelingsbrev {year}",
                "concerned_year_from": year,
                "publish_date": f"{year}-01-15",
                "owners": [{"name": "Helsedepartementet"}],
                "recipients": [{"name": "Helsedirektoratet", "org_number": "983544622"}],
                "files": [{**file, **changes}],
            }
        )

    def fails(self, path: str, *faults: Fault) -> None:
        """The next requests for a path go wrong so."""
        self.faults.setdefault(path, []).extend(faults)


def status(code: int, **headers: str) -> Fault:
    """Answers with a status and no more."""

    def answer(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(code)
        for name, value in headers.items():
            handler.send_header(name.replace("_", "-"), value)
        handler.send_header("Content-Length", "0")
        handler.end_headers()

    return answer


def body(data: bytes) -> Fault:
    """Answers 200 with these bytes instead."""

    def answer(handler: BaseHTTPRequestHandler) -> None:
        _send(handler, 200, data)

    return answer


def broken_off(handler: BaseHTTPRequestHandler) -> None:
    """Promises more than it sends."""
    handler.send_response(200)
    handler.send_header("Content-Length", "1000")
    handler.end_headers()
    handler.wfile.write(b"%PDF-1.7")
    handler.close_connection = True


def hung_up(handler: BaseHTTPRequestHandler) -> None:
    """Says nothing at all."""
    handler.close_connection = True


def packed(data: bytes, encoding: str) -> Fault:
    """Answers 200 with bytes that are said to be packed so."""

    def answer(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(200)
        handler.send_header("Content-Encoding", encoding)
        handler.send_header("Content-Length", str(len(data)))
        handler.end_headers()
        _pour(handler, [data])

    return answer


def endless(handler: BaseHTTPRequestHandler) -> None:
    """Answers 200 with a body that never ends."""
    handler.send_response(200)
    handler.end_headers()
    _pour(handler, itertools.repeat(b"%PDF-" + b" " * 10_000))


def dripping(first: bytes, late: Callable[[], object]) -> Fault:
    """Sends `first`, then a byte now and then for ever; `late` is called when it has begun."""

    def answer(handler: BaseHTTPRequestHandler) -> None:
        _pour(handler, [first])
        late()
        _pour(handler, _drops())

    return answer


def _drops() -> Iterator[bytes]:
    while True:
        time.sleep(0.02)
        yield b"x"


def _pour(handler: BaseHTTPRequestHandler, parts: Iterable[bytes]) -> None:
    """Sends until there is no more, or nobody listens."""
    handler.close_connection = True
    try:
        for part in parts:
            handler.wfile.write(part)
            handler.wfile.flush()
    except OSError:
        return


def _send(handler: BaseHTTPRequestHandler, code: int, data: bytes) -> None:
    handler.send_response(code)
    handler.send_header("Content-Length", str(len(data)))
    handler.end_headers()
    handler.wfile.write(data)


def serve(archive: Archive) -> ThreadingHTTPServer:
    """Starts the server."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            archive.asked.append(self.path)
            archive.times.append(time.monotonic())
            archive.at_once += 1
            archive.most_at_once = max(archive.most_at_once, archive.at_once)
            try:
                self.answer()
            finally:
                archive.at_once -= 1

        def answer(self) -> None:
            parts = urlsplit(self.path)
            waiting = archive.faults.get(parts.path)
            if waiting:
                waiting.pop(0)(self)
            elif parts.path == "/documents":
                self.list_documents({k: v[0] for k, v in parse_qs(parts.query).items()})
            elif parts.path in archive.files:
                _send(self, 200, archive.files[parts.path])
            else:
                _send(self, 404, b"not found")

        def list_documents(self, asked: dict[str, str]) -> None:
            unknown = set(asked) - KNOWN
            if unknown or int(asked.get("per_page", "10")) > 50:
                _send(self, 422, json.dumps({"allowed": sorted(KNOWN)}).encode())
                return
            found = [doc for doc in archive.documents if _matches(doc, asked)]
            size, page = int(asked.get("per_page", "10")), int(asked.get("page", "1"))
            meta = {
                "current_page": page,
                "last_page": max(-(-len(found) // size), 1),
                "per_page": size,
                "total": len(found),
            }
            data = found[(page - 1) * size : page * size]
            _send(self, 200, json.dumps({"meta": meta, "data": data}).encode())

        def log_message(self, format: str, *args: Any) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    archive.address = f"http://127.0.0.1:{server.server_port}"
    threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}).start()
    return server


def _matches(document: dict[str, Any], asked: dict[str, str]) -> bool:
    recipients = document["recipients"]
    year = document["concerned_year_from"]
    return (
        document["type"] == asked.get("type", document["type"])
        and any(asked.get("actor_name", r["name"]) == r["name"] for r in recipients)
        and any(
            asked.get("actor_org_number", r["org_number"]) == r["org_number"] for r in recipients
        )
        and int(asked.get("concerned_year_from", year)) <= year
        and year <= int(asked.get("concerned_year_to", year))
    )
