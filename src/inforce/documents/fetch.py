"""What stands at an http(s) address, within bounds and from public addresses only."""

from __future__ import annotations

import asyncio
import socket
import zlib
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import TYPE_CHECKING

from inforce.documents.errors import DocumentError
from inforce.documents.limits import Limits
from inforce.documents.public import is_public
from inforce.documents.texts import check_size

if TYPE_CHECKING:
    from httpx import URL, AsyncClient, Response

_PATIENCE = 10.0
_MOST_TRIED = 4
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_ENDINGS = {
    "text/html": ".html",
    "application/xhtml+xml": ".html",
    "text/markdown": ".md",
    "application/jsonl": ".jsonl",
    "application/x-ndjson": ".jsonl",
    "application/ndjson": ".jsonl",
    "message/rfc822": ".eml",
    "multipart/related": ".mhtml",
    "application/x-mimearchive": ".mhtml",
}
_ASKED_FOR = {
    "User-Agent": "inforce (reads documents about treaties)",
    "Accept": "text/html, application/xhtml+xml, application/pdf, application/rss+xml, "
    "application/atom+xml, text/plain, */*;q=0.5",
    # Nothing that could unpack to more than was sent before anyone looks.
    "Accept-Encoding": "identity",
}


def _resolve(host: str, port: int) -> list[str]:
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(entry[4][0]) for entry in found))


@dataclass(frozen=True, slots=True)
class Network:
    """How a host's name resolves to IP addresses, and which of these may be called."""

    resolve: Callable[[str, int], Sequence[str]] = _resolve
    permits: Callable[[str], bool] = is_public


PUBLIC = Network()


@dataclass(frozen=True, slots=True)
class Fetched:
    """A file as it was sent; `ending` tells its kind as a file's name would."""

    data: bytes
    address: str
    ending: str
    charset: str | None


def fetch(address: str, *, limits: Limits, network: Network | None = None) -> Fetched:
    """The file at an address, after its redirects.

    Every host on the way is resolved once, all its addresses are checked, and one of those that
    were checked is called. Proxies, cookies and credentials are not used. Raises DocumentError
    for another scheme, a host that is not public, an answer other than 200, too many redirects,
    and what is too large or too slow.
    """
    with ThreadPoolExecutor(max_workers=1) as aside:
        # A thread of its own, since the caller may run an event loop.
        return aside.submit(asyncio.run, _timed(address, limits, network or PUBLIC)).result()


async def _timed(address: str, limits: Limits, network: Network) -> Fetched:
    from httpx import AsyncClient, HTTPError, InvalidURL

    try:
        async with (
            asyncio.timeout(limits.max_seconds),
            AsyncClient(timeout=_PATIENCE, follow_redirects=False, trust_env=False) as client,
        ):
            return await _follow(client, address, limits, network)
    except TimeoutError:
        problem = f"did not answer in full within {limits.max_seconds:g} s"
    except InvalidURL as error:
        problem = f"is no valid address: {error}"
    except HTTPError as error:
        problem = f"cannot be fetched: {error or type(error).__name__}"
    except (ValueError, OverflowError, ExceptionGroup) as error:
        problem = f"cannot be fetched: {error}"
    raise DocumentError(address, problem)


async def _follow(client: AsyncClient, address: str, limits: Limits, network: Network) -> Fetched:
    from httpx import URL

    url = URL(address)
    for hop in range(limits.max_redirects + 1):
        led = f"redirects to {url.copy_with(userinfo=b'')}, which " if hop else ""
        response = await _ask(client, url, led, address, network)
        try:
            if response.status_code not in _REDIRECTS:
                return await _received(response, url, address, limits)
            target = response.headers.get("location", "")
        finally:
            await response.aclose()
        if not target:
            raise DocumentError(address, "redirects to nowhere; a page was expected")
        url = url.join(target)
    raise DocumentError(
        address, f"redirects more than {limits.max_redirects} times; a page was expected"
    )


async def _ask(client: AsyncClient, url: URL, led: str, address: str, network: Network) -> Response:
    """The answer's head, from one of the host's addresses that were checked."""
    from httpx import ConnectError, ConnectTimeout

    if url.scheme not in ("http", "https") or not url.host:
        raise DocumentError(address, f"{led}is no http or https address; one was expected")
    port = url.port if url.port is not None else 443 if url.scheme == "https" else 80
    if not 0 < port < 65_536:
        raise DocumentError(address, f"{led}has the port {port}; one of 1 to 65535 was expected")
    for tried in (await _addresses(url.host, port, led, address, network))[:_MOST_TRIED]:
        request = client.build_request(
            "GET",
            url.copy_with(host=tried, userinfo=b"", fragment=None),
            headers={**_ASKED_FOR, "Host": url.netloc.decode("ascii")},
            extensions={"sni_hostname": url.raw_host.decode("ascii")},
        )
        try:
            return await client.send(request, stream=True)
        except (ConnectError, ConnectTimeout) as error:
            problem = str(error) or "no answer"
    raise DocumentError(address, f"{led}cannot be reached: {problem}")


async def _addresses(
    host: str, port: int, led: str, address: str, network: Network
) -> Sequence[str]:
    """The host's addresses; a host with one that is not public is not called at all."""
    loop = asyncio.get_running_loop()
    try:
        found = await loop.run_in_executor(None, network.resolve, host, port)
    except (OSError, UnicodeError):
        found = ()
    if not found:
        raise DocumentError(address, f"{led}has a host whose name is not known: {host}")
    for one in found:
        if not network.permits(one):
            raise DocumentError(
                address,
                f"{led}is on a private or reserved network address ({one}); "
                "only public ones are read",
            )
    return found


async def _received(response: Response, url: URL, address: str, limits: Limits) -> Fetched:
    if response.status_code != 200:
        said = f"{response.status_code} {response.reason_phrase}".strip()
        raise DocumentError(address, f"answered {said}; a page was expected")
    claimed = response.headers.get("content-length", "")
    if claimed.isdecimal() and len(claimed) < 20:
        check_size(int(claimed), address, limits)
    data = bytearray()
    async for chunk in response.aiter_raw(65_536):
        data += chunk
        check_size(len(data), address, limits, so_far=True)
    plain = _plain(bytes(data), response.headers.get("content-encoding", ""), address, limits)
    media = response.headers.get("content-type", "").partition(";")[0].strip().lower()
    return Fetched(plain, str(url), url.path + _ENDINGS.get(media, ""), response.charset_encoding)


def _plain(data: bytes, encoding: str, address: str, limits: Limits) -> bytes:
    """The file without the packing of its transfer, which some servers apply unasked."""
    named = [part.strip().lower() for part in encoding.split(",") if part.strip()]
    named = [part for part in named if part != "identity"]
    if not named:
        return data
    if len(named) > 1 or named[0] not in ("gzip", "x-gzip"):
        raise DocumentError(
            address, f"is sent in the encoding {encoding[:60]!r}; none or gzip was expected"
        )
    if not data.startswith(b"\x1f\x8b"):
        # The header lies: the file is sent as it is.
        return data
    stream = zlib.decompressobj(wbits=31)
    try:
        found = stream.decompress(data, limits.max_bytes + 1)
    except zlib.error:
        raise DocumentError(address, "is sent as broken gzip; a whole file was expected") from None
    check_size(len(found), address, limits, so_far=True)
    if not stream.eof:
        raise DocumentError(address, "is sent as gzip that breaks off; a whole file was expected")
    return found
