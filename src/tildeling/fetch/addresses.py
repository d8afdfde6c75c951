"""Which addresses are asked: what a list of files or a redirect says is somebody else's word.

A name's places are looked up once, and what is connected to is one of those that were looked at: a
name may lead to another place a moment later (DNS rebinding).
"""

from __future__ import annotations

import ipaddress
import socket

import httpx

from tildeling.fetch.errors import KudosError
from tildeling.words import to_say

HINT = to_say("Give the archive's address with --api, beginning with https://.")


class Addresses:
    """The addresses that may be asked: http and https, and no private network but the archive's."""

    def __init__(self, home: str, *, private: bool) -> None:
        """`home` is the archive's own address; `private` allows any address of a private network.

        Raises `KudosError` where `home` is no address.
        """
        self._private = private
        self._home: httpx.URL | None = None
        try:
            self._home = self.checked(f"{home.rstrip('/')}/")
        except KudosError as error:
            raise error.advising(HINT) from error

    def checked(self, url: str, base: httpx.URL | None = None) -> httpx.URL:
        """The whole address, which may be asked. Raises `KudosError`."""
        base = base or self._home
        try:
            address = base.join(url) if base else httpx.URL(url)
            host = address.host
        except (httpx.InvalidURL, ValueError) as error:
            raise KudosError(
                "{place} is no address: {reason}", place=short(url), reason=error
            ) from error
        if address.scheme not in ("http", "https") or not host or (address.port or 0) > 65535:
            raise KudosError("{place} is no http or https address.", place=short(url))
        return address

    def places(self, address: httpx.URL) -> list[str]:
        """Where an address leads, as numbers, all of which may be asked.

        Raises `KudosError`, and `OSError` where the name leads nowhere.
        """
        port = address.port or (443 if address.scheme == "https" else 80)
        host = address.raw_host.decode("ascii")
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
        places = list(dict.fromkeys(str(place[0]) for *_, place in found))
        if not self._private and not self._is_home(address) and any(map(_is_private, places)):
            raise KudosError(
                "{place} is in a private network: it is asked only with --private.",
                place=short(str(address)),
            )
        return places

    def _is_home(self, address: httpx.URL) -> bool:
        """True for the archive's own server: who names it has asked for it."""
        home = self._home
        return home is None or (
            (address.scheme, address.host, address.port) == (home.scheme, home.host, home.port)
        )


def short(url: str) -> str:
    """As much of an address as fits in a message."""
    return url if len(url) <= 200 else f"{url[:200]}..."


def _is_private(place: str) -> bool:
    return not ipaddress.ip_address(place.partition("%")[0]).is_global
