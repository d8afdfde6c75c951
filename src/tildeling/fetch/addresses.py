"""Which addresses are asked: what a list of files or a redirect says is somebody else's word."""

from __future__ import annotations

import ipaddress
import socket

import httpx

from tildeling.fetch.errors import KudosError

HINT = "Give the archive's address with --api, beginning with https://."


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
            raise KudosError(error.message, HINT) from error

    def checked(self, url: str, base: httpx.URL | None = None) -> httpx.URL:
        """The whole address, which may be asked. Raises `KudosError`."""
        base = base or self._home
        try:
            address = base.join(url) if base else httpx.URL(url)
            host = address.host
        except (httpx.InvalidURL, ValueError) as error:
            raise KudosError(f"{short(url)} is no address: {error}") from error
        if address.scheme not in ("http", "https") or not host or (address.port or 0) > 65535:
            raise KudosError(f"{short(url)} is no http or https address.")
        if not self._private and not self._is_home(address) and _is_private(host):
            raise KudosError(
                f"{short(str(address))} is in a private network: it is asked only with --private."
            )
        return address

    def _is_home(self, address: httpx.URL) -> bool:
        """True for the archive's own server: who names it has asked for it."""
        home = self._home
        return home is None or (
            (address.scheme, address.host, address.port) == (home.scheme, home.host, home.port)
        )


def short(url: str) -> str:
    """As much of an address as fits in a message."""
    return url if len(url) <= 200 else f"{url[:200]}..."


def _is_private(host: str) -> bool:
    try:
        found = socket.getaddrinfo(host, None, type=socket.SOCK_STREAM)
    except (OSError, ValueError):
        return False  # Asking will say what is wrong; behind a proxy only that knows the names.
    addresses = (ipaddress.ip_address(str(place[0]).partition("%")[0]) for *_, place in found)
    return any(not address.is_global for address in addresses)
