"""A name leads where it was looked at, and to no other place that it says a moment later."""

from __future__ import annotations

import socket
import ssl
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from tildeling.fetch.addresses import Addresses
from tildeling.fetch.asking import AnswerBounds, Asking
from tildeling.fetch.errors import KudosError

from .archive_server import Archive, serve, status

NAME = "arkiv.example"
PUBLIC = "93.184.215.14"
ALSO_PUBLIC = "2606:2800:21f:cb07:6820:80da:af6b:8b2c"
PRIVATE = "127.0.0.1"
CERTIFICATE = Path(__file__).parent / "arkiv.example.pem"
"""Made for these tests by openssl, for a name that nobody can have; good until 2126."""

BREV = b"%PDF-1.7 brev"


@dataclass
class Net:
    """A server that stands for every place of the net."""

    archive: Archive
    server: ThreadingHTTPServer
    says: list[list[str]] = field(default_factory=lambda: [[PUBLIC]])
    """Where names lead, at each look-up; the last stays."""
    closed: list[str] = field(default_factory=list)
    """Places that let nobody connect."""
    connected: list[str] = field(default_factory=list)

    @property
    def port(self) -> int:
        return int(self.server.server_port)


@pytest.fixture
def net(monkeypatch: pytest.MonkeyPatch) -> Iterator[Net]:
    archive = Archive()
    server = serve(archive)
    archive.files["/brev.pdf"] = BREV
    made = Net(archive, server)
    look_up, connect = socket.getaddrinfo, socket.create_connection

    def looked_up(host: str, port: Any, *rest: Any, **more: Any) -> Any:
        if not str(host).endswith(".example"):
            return look_up(host, port, *rest, **more)
        says = made.says.pop(0) if len(made.says) > 1 else made.says[0]
        return [answer for place in says for answer in look_up(place, port, *rest, **more)]

    def connected(address: tuple[str, int], *rest: Any, **more: Any) -> socket.socket:
        made.connected.append(address[0])
        if address[0] in made.closed:
            raise ConnectionRefusedError(f"{address[0]} is closed")
        return connect((PRIVATE, made.port), *rest, **more)

    monkeypatch.setattr(socket, "getaddrinfo", looked_up)
    monkeypatch.setattr(socket, "create_connection", connected)
    for name in ("http_proxy", "https_proxy", "all_proxy"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)
    yield made
    server.shutdown()
    server.server_close()


def asked(url: str) -> bytes:
    """What is at an address, asked for as the archive's files are."""
    addresses = Addresses("https://kudos.example", private=False)
    asking = Asking(addresses, AnswerBounds(), pause=0.0, first_wait=0.0, say=lambda _: None)
    try:
        return asking.answer(url, lambda _: None, 1_000_000)
    finally:
        asking.close()


def test_a_name_that_leads_elsewhere_a_moment_later_is_not_followed(net: Net) -> None:
    net.says = [[PUBLIC], [PRIVATE]]
    assert asked(f"http://{NAME}:{net.port}/brev.pdf") == BREV
    assert net.connected == [PUBLIC]


def test_the_server_is_asked_by_its_name(net: Net) -> None:
    names: list[str | None] = []

    def answer(handler: BaseHTTPRequestHandler) -> None:
        names.append(handler.headers["Host"])
        status(404)(handler)

    net.archive.fails("/brev.pdf", answer)
    with pytest.raises(KudosError, match="404"):
        asked(f"http://{NAME}:{net.port}/brev.pdf")
    assert names == [f"{NAME}:{net.port}"]


def test_each_redirect_is_looked_at_anew(net: Net) -> None:
    net.says = [[PUBLIC], [PRIVATE]]
    net.archive.fails("/moved.pdf", status(302, Location="/brev.pdf"))
    with pytest.raises(KudosError, match="private network"):
        asked(f"http://{NAME}:{net.port}/moved.pdf")
    assert net.connected == [PUBLIC]


def test_a_name_of_which_one_place_is_private_is_not_asked(net: Net) -> None:
    net.says = [[PUBLIC, PRIVATE]]
    with pytest.raises(KudosError, match="private network"):
        asked(f"http://{NAME}:{net.port}/brev.pdf")
    assert net.connected == []


def test_where_one_place_is_closed_the_next_is_asked(net: Net) -> None:
    net.says = [[ALSO_PUBLIC, PUBLIC]]
    net.closed = [ALSO_PUBLIC]
    assert asked(f"http://{NAME}:{net.port}/brev.pdf") == BREV
    assert net.connected == [ALSO_PUBLIC, PUBLIC]


@pytest.fixture
def locked(net: Net, monkeypatch: pytest.MonkeyPatch) -> Net:
    """The same with a certificate for its name, which is trusted here."""
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.load_cert_chain(CERTIFICATE)
    net.server.socket = context.wrap_socket(net.server.socket, server_side=True)
    monkeypatch.setenv("SSL_CERT_FILE", str(CERTIFICATE))
    return net


def test_a_certificate_is_asked_for_the_name_and_not_for_the_place(locked: Net) -> None:
    assert asked(f"https://{NAME}:{locked.port}/brev.pdf") == BREV
    assert locked.connected == [PUBLIC]


def test_a_certificate_of_another_name_is_refused_at_once(locked: Net) -> None:
    with pytest.raises(KudosError, match="CERTIFICATE_VERIFY_FAILED"):
        asked(f"https://et.annet.example:{locked.port}/brev.pdf")
    assert locked.connected == [PUBLIC]


def test_behind_a_proxy_the_proxy_looks_up_the_name(
    net: Net, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("http_proxy", f"localhost:{net.port}")
    monkeypatch.delenv("no_proxy", raising=False)
    assert asked(f"http://{NAME}/brev.pdf") == BREV
    assert (net.connected, net.archive.asked) == (["localhost"], [f"http://{NAME}/brev.pdf"])
