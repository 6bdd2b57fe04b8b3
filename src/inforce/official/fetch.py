"""Fetching from an official address: with time and size limits, and nowhere else than public."""

from __future__ import annotations

import ipaddress
import socket
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

from inforce.documents.limits import in_words
from inforce.official.errors import OfficialError

if TYPE_CHECKING:
    import httpx

_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_SCHEMES = ("http", "https")


@dataclass(frozen=True, slots=True)
class FetchLimits:
    """Seconds to connect, between two pieces and in all; bytes; redirects."""

    connect: float = 10.0
    read: float = 30.0
    total: float = 120.0
    max_bytes: int = 20_000_000
    redirects: int = 5


DEFAULT_FETCH = FetchLimits()


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked of an address: a GET, or a GraphQL query for a treaty by its number."""

    address: str
    query: str = ""
    number: str = ""


def fetch(question: Question, *, limits: FetchLimits = DEFAULT_FETCH) -> bytes:
    """The content at an address that the catalogue holds.

    Redirects are followed within that address's own origin and to public http and https hosts,
    never into a private network. Raises OfficialError, which names the address and what
    happened, for anything but a whole answer within the limits.
    """
    from importlib.metadata import version

    import httpx

    timeout = httpx.Timeout(limits.read, connect=limits.connect)
    headers = {"User-Agent": f"inforce/{version('inforce')}"}
    try:
        with httpx.Client(timeout=timeout, headers=headers, follow_redirects=False) as client:
            return _followed(client, question, limits)
    except httpx.TimeoutException:
        raise OfficialError(
            f"{question.address}: no answer in time, expected one within {limits.read:g} seconds"
        ) from None
    except (httpx.HTTPError, httpx.InvalidURL) as error:
        reason = str(error) or type(error).__name__
        raise OfficialError(f"{question.address}: cannot be fetched ({reason})") from None


def _followed(client: httpx.Client, question: Question, limits: FetchLimits) -> bytes:
    import httpx

    first = url = httpx.URL(question.address)
    until = time.monotonic() + limits.total
    if url.scheme not in _SCHEMES:
        raise OfficialError(f"{url}: found an address of {url.scheme}, expected http or https")
    for _ in range(limits.redirects + 1):
        with client.stream(*_request(question, url), json=_body(question)) as answer:
            if answer.status_code not in _REDIRECTS:
                return _content(answer, question.address, limits, until)
            url = url.join(answer.headers.get("Location", ""))
        if not _same_origin(url, first):
            _check_public(url, question.address)
    raise OfficialError(
        f"{question.address}: found more than {limits.redirects} redirects, expected fewer"
    )


def _request(question: Question, url: httpx.URL) -> tuple[str, httpx.URL]:
    return ("POST" if question.query else "GET"), url


def _body(question: Question) -> object:
    if not question.query:
        return None
    asked = {"id": None, "short_name": question.number, "type": "GET_TREATY"}
    return {"query": question.query, "variables": {"input": asked}}


def _content(answer: httpx.Response, address: str, limits: FetchLimits, until: float) -> bytes:
    if answer.status_code != 200:
        raise OfficialError(
            f"{address}: the server answered {answer.status_code} {answer.reason_phrase}, "
            "expected 200"
        )
    pieces, size = [], 0
    for piece in answer.iter_bytes():
        size += len(piece)
        if size > limits.max_bytes:
            most = in_words(limits.max_bytes)
            raise OfficialError(f"{address}: sends more than {most}, expected at most that")
        if time.monotonic() > until:
            raise OfficialError(
                f"{address}: no whole answer in time, expected one within {limits.total:g} seconds"
            )
        pieces.append(piece)
    return b"".join(pieces)


def _same_origin(url: httpx.URL, other: httpx.URL) -> bool:
    return (url.scheme, url.host, url.port) == (other.scheme, other.host, other.port)


def _check_public(url: httpx.URL, address: str) -> None:
    """Refuse a redirect to anything but a public host that speaks http or https."""
    if url.scheme not in _SCHEMES or not url.host:
        raise OfficialError(f"{address}: redirects to {url}, expected an http or https address")
    try:
        found = socket.getaddrinfo(url.host, url.port or 443, type=socket.SOCK_STREAM)
    except OSError:
        raise OfficialError(f"{address}: redirects to {url.host}, which has no address") from None
    for *_, place in found:
        if not ipaddress.ip_address(str(place[0]).partition("%")[0]).is_global:
            raise OfficialError(
                f"{address}: redirects to {url.host}, which is not a public host; "
                "the redirect was not followed"
            )
