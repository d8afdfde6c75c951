"""One question after another, each bounded, and asked again where that can help.

tenacity counts the tries and the waits. What ends a try is here: a broken connection, 429, 5xx or
an answer that is not whole passes; a bad address, a certificate, a 404 or an answer without end
does not, and is asked for once.
"""

from __future__ import annotations

import socket
import ssl
import threading
import time
import urllib.request
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from email.utils import parsedate_to_datetime
from typing import Any

import httpx
from tenacity import (
    RetryCallState,
    Retrying,
    retry_if_exception_type,
    stop_after_attempt,
    wait_exponential,
)

from tildeling.fetch.addresses import Addresses, short
from tildeling.fetch.errors import KudosError
from tildeling.limits import Limits
from tildeling.words import Message

# The waits between them double, so that a server that restarts is back before the last.
TRIES = 6
LONGEST_WAIT = 300.0
# Seconds in which a server says nothing at all, after which it is given up.
SILENCE = 60.0

REDIRECTS = 5
# How an answer may be packed. More than one in another could unpack to anything.
ENCODINGS = ("", "identity", "gzip")

# What is the same at the next try, also as the cause of what httpx raises.
STAYS = (
    httpx.InvalidURL,  # of a redirect
    httpx.UnsupportedProtocol,
    httpx.LocalProtocolError,
    ssl.SSLCertVerificationError,
)

# Of the statuses over 500, those that stay.
NEVER = (501, 505)

# Seconds after which somebody is told what is waited for.
WORD_AFTER = 1.0


@dataclass(frozen=True, slots=True)
class AnswerBounds:
    """What one answer may take, whatever it promises."""

    size: int = Limits().max_bytes
    """Bytes of a file: what `convert` would refuse is not fetched."""
    list_size: int = 10_000_000
    """Bytes of a page of the list, unpacked."""
    seconds: float = 600.0
    pages: int = 200
    """Pages of the list: 10,000 documents."""


class PassingError(KudosError):
    """It may be otherwise the next time."""

    def __init__(self, message: str, /, *, wait: float | None = None, **values: object) -> None:
        """`wait` is how many seconds the server asks to wait."""
        super().__init__(message, **values)
        self.wait = wait


class Asking:
    """A client that asks for one thing at a time. Close it."""

    def __init__(
        self,
        addresses: Addresses,
        bounds: AnswerBounds,
        *,
        pause: float,
        first_wait: float,
        say: Callable[[Message], None],
    ) -> None:
        self._addresses = addresses
        self._bounds = bounds
        self._pause = pause
        self._say = say
        self._next = 0.0
        self._longer = wait_exponential(multiplier=first_wait, max=LONGEST_WAIT)
        # One for each proxy, None for none.
        self._clients: dict[str | None, httpx.Client] = {}

    def close(self) -> None:
        """Closes what is open."""
        for client in self._clients.values():
            client.close()

    def answer(
        self,
        url: str,
        wrong: Callable[[bytes], str | None],
        most: int,
        parameters: Mapping[str, str | int] | None = None,
    ) -> bytes:
        """An answer's bytes, asked for until nothing is `wrong` with them, `most` at most.

        Raises `KudosError`.
        """
        retrying = Retrying(
            retry=retry_if_exception_type(PassingError),
            stop=stop_after_attempt(TRIES),
            wait=self._wait,
            before_sleep=self._tell,
            sleep=self._put_off,
            reraise=True,
        )
        return retrying(self._once, url, wrong, most, parameters)

    def _once(
        self,
        url: str,
        wrong: Callable[[bytes], str | None],
        most: int,
        parameters: Mapping[str, str | int] | None,
    ) -> bytes:
        address = self._addresses.checked(url)
        if parameters:
            address = address.copy_merge_params(parameters)
        time.sleep(max(self._next - time.monotonic(), 0.0))
        self._next = time.monotonic() + self._pause
        waiting = Message("waiting for {place}", {"place": short(url)})
        with _Watch(self._bounds.seconds, lambda: self._say(waiting)) as watch:
            try:
                data = self._read(address, most, watch)
            except KudosError as error:
                raise error.at(short(url)) from error
            except (httpx.HTTPError, httpx.InvalidURL, OSError, ValueError) as error:
                if not watch.ended:
                    raise _told(error, short(url)) from error
        if watch.ended:  # A body without a length looks whole then.
            seconds = self._bounds.seconds
            raise KudosError(
                "{place}: not all of it came within {seconds:g} seconds",
                place=short(url),
                seconds=seconds,
            )
        problem = wrong(data)
        if problem is not None:
            raise PassingError("{place}: {problem}", place=short(url), problem=Message(problem))
        return data

    def _read(self, address: httpx.URL, most: int, watch: _Watch) -> bytes:
        """What stands at an address, or where that leads."""
        for _ in range(REDIRECTS + 1):
            with self._opened(address, watch) as response:
                if not response.has_redirect_location:
                    return self._body(response, most)
                address = self._addresses.checked(response.headers["Location"], address)
        raise KudosError("it leads on more than {limit} times", limit=REDIRECTS)

    @contextmanager
    def _opened(self, address: httpx.URL, watch: _Watch) -> Iterator[httpx.Response]:
        """The answer of an address, from the first of its places that can be connected to."""
        proxy = _proxy_for(address)
        client = self._client(proxy)
        if proxy is None:
            response = self._from_a_place(client, address, watch)
        else:
            # Only the proxy knows where a name leads for it.
            with suppress(OSError):
                self._addresses.places(address)
            response = client.send(_request(client, address, address.host, watch), stream=True)
        try:
            yield response
        finally:
            response.close()

    def _from_a_place(
        self, client: httpx.Client, address: httpx.URL, watch: _Watch
    ) -> httpx.Response:
        *others, last = self._addresses.places(address)
        for place in others:
            try:
                return client.send(_request(client, address, place, watch), stream=True)
            except (httpx.ConnectError, httpx.ConnectTimeout):
                continue
        return client.send(_request(client, address, last, watch), stream=True)

    def _client(self, proxy: str | None) -> httpx.Client:
        client = self._clients.get(proxy)
        if client is None:
            client = self._clients[proxy] = httpx.Client(
                proxy=proxy,
                trust_env=False,  # which proxy is asked is known
                verify=httpx.create_ssl_context(),
                timeout=SILENCE,
                # A connection that was kept cannot be ended by its `_Watch`.
                limits=httpx.Limits(max_keepalive_connections=0),
                headers={
                    "User-Agent": "tildeling (reads allocation letters)",
                    "Accept-Encoding": "gzip",
                },
            )
        return client

    def _body(self, response: httpx.Response, most: int) -> bytes:
        encoding = response.headers.get("Content-Encoding", "").strip().lower()
        if encoding not in ENCODINGS:
            raise KudosError(
                "it is packed as {kind}, which nobody asked for", kind=repr(encoding[:40])
            )
        status = response.status_code
        if response.is_success:
            return _bounded(response, most)
        # The API says in words what is wrong with a question (422).
        said = " ".join(_beginning(response, 300).decode("utf-8", "replace").split())
        words = f"{response.reason_phrase} {said}".strip()
        if status in (408, 425, 429) or (status >= 500 and status not in NEVER):
            wait = asked_wait(response.headers.get("Retry-After", ""))
            raise PassingError("status {status} {words}", wait=wait, status=status, words=words)
        raise KudosError("status {status} {words}", status=status, words=words)

    def _wait(self, state: RetryCallState) -> float:
        error = state.outcome.exception() if state.outcome else None
        asked = error.wait if isinstance(error, PassingError) else None
        return self._longer(state) if asked is None else min(asked, LONGEST_WAIT)

    def _tell(self, state: RetryCallState) -> None:
        error = state.outcome.exception() if state.outcome else None
        seconds = state.next_action.sleep if state.next_action else 0.0
        problem = error.said if isinstance(error, KudosError) else error
        self._say(
            Message(
                "{problem}; asked again in {seconds:.0f} s",
                {"problem": problem, "seconds": seconds},
            )
        )

    def _put_off(self, seconds: float) -> None:
        self._next = max(self._next, time.monotonic() + seconds)


def _proxy_for(address: httpx.URL) -> str | None:
    """The proxy that the environment names for an address."""
    if urllib.request.proxy_bypass(address.host):
        return None
    proxies = urllib.request.getproxies()
    proxy = proxies.get(address.scheme) or proxies.get("all")
    return f"http://{proxy}" if proxy and "://" not in proxy else proxy


def _request(client: httpx.Client, address: httpx.URL, place: str, watch: _Watch) -> httpx.Request:
    """Asks one place for what stands at an address, and a certificate for the address's name."""
    return client.build_request(
        "GET",
        address.copy_with(host=place),
        headers={"Host": address.netloc.decode("ascii")},
        extensions={
            "trace": watch.connected,
            "sni_hostname": address.raw_host.decode("ascii"),
        },
    )


class _Watch:
    """Looks at the clock while an answer comes: says that it is waited for, and ends it in time.

    httpx bounds each read, so that a server that sends a byte now and then is never late.
    """

    def __init__(self, seconds: float, say: Callable[[], None]) -> None:
        self._timers = [threading.Timer(WORD_AFTER, say), threading.Timer(seconds, self._end)]
        self._sockets: list[socket.socket] = []
        self.ended = False

    def __enter__(self) -> _Watch:
        for timer in self._timers:
            timer.daemon = True
            timer.start()
        return self

    def __exit__(self, *_: object) -> None:
        for timer in self._timers:
            timer.cancel()

    def connected(self, event: str, info: dict[str, Any]) -> None:
        """Takes note of a connection (httpcore calls it)."""
        if event.endswith(("connect_tcp.complete", "start_tls.complete")):
            self._sockets.append(info["return_value"].get_extra_info("socket"))
            if self.ended:
                self._end()

    def _end(self) -> None:
        self.ended = True
        for one in self._sockets:
            try:
                # Not TLS's own, which takes the connection from under whoever reads it.
                socket.socket.shutdown(one, socket.SHUT_RDWR)
            except OSError:
                continue  # It is closed, or TLS has taken it over.


def _told(error: Exception, url: str) -> KudosError:
    kind = PassingError if _passes(error) else KudosError
    return kind("{place}: {reason}", place=url, reason=f"{type(error).__name__} {error}".strip())


def _passes(error: BaseException) -> bool:
    """True for what a connection does now and then, False for what no other try can mend."""
    if isinstance(error, socket.gaierror):
        return error.errno == socket.EAI_AGAIN
    if not isinstance(error, httpx.TransportError):
        return False
    cause: BaseException | None = error
    while cause is not None:
        if isinstance(cause, STAYS):
            return False
        if isinstance(cause, socket.gaierror) and cause.errno != socket.EAI_AGAIN:
            return False
        cause = cause.__cause__ or cause.__context__
    return True


def _bounded(response: httpx.Response, most: int) -> bytes:
    parts: list[bytes] = []
    size = 0
    for part in response.iter_bytes():
        size += len(part)
        if size > most:
            raise KudosError("it has more than {limit:,} bytes, which is the limit", limit=most)
        parts.append(part)
    return b"".join(parts)


def _beginning(response: httpx.Response, most: int) -> bytes:
    data = b""
    for part in response.iter_bytes():
        data += part
        if len(data) >= most:
            break
    return data[:most]


def asked_wait(value: str) -> float | None:
    """Seconds that a Retry-After asks for, as a number or a time; None if it says nothing.

    >>> asked_wait("7"), asked_wait("soon"), asked_wait("Wed, 21 Oct 2015 07:28:00 GMT")
    (7.0, None, 0.0)
    """
    digits = value.strip()
    if digits.isascii() and digits.isdigit():
        return float(digits)
    try:
        return max(parsedate_to_datetime(value).timestamp() - time.time(), 0.0)
    except (ValueError, TypeError, OverflowError, OSError):
        return None
