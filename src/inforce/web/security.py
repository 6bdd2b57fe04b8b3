"""What guards every answer: headers, the size of requests, cross-site writes, rates."""

from __future__ import annotations

import hmac
import json
import secrets

from fastapi import Request
from limits import RateLimitItemPerMinute
from limits.storage import MemoryStorage
from limits.strategies import MovingWindowRateLimiter
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from inforce.web.errors import Refused, error_json

CONTENT_POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self'",
        "connect-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    )
)
HEADERS = {
    "Content-Security-Policy": CONTENT_POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
}
TOKEN = "inforce_token"
"""The cookie that a form's hidden token must repeat."""


class Guard:
    """Puts the headers on every answer, and refuses a request that is too large.

    A request without a length is counted while it comes in; past the limit its reading ends
    with 413 and nothing of it is used.
    """

    def __init__(self, app: ASGIApp, *, max_upload: int, share: bool) -> None:
        self._app, self._most = app, max_upload
        headers = dict(HEADERS)
        if not share:
            headers["Cross-Origin-Resource-Policy"] = "same-origin"
        self._headers = [(name.lower().encode(), text.encode()) for name, text in headers.items()]

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        sent, refused = 0, False

        async def guarded(message: Message) -> None:
            nonlocal refused
            if sent > self._most:
                # Whatever became of the part that was read, the answer is that it is too much.
                if not refused:
                    refused = True
                    await _too_large(with_headers, self._most)
                return
            await with_headers(message)

        async def with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                told = list(message.get("headers", ()))
                there = {name for name, _ in told}
                told += [pair for pair in self._headers if pair[0] not in there]
                message = {**message, "headers": told}
            await send(message)

        async def counted() -> Message:
            nonlocal sent
            message = await receive()
            sent += len(message.get("body", b""))
            return message if sent <= self._most else {"type": "http.disconnect"}

        told = dict(scope["headers"]).get(b"content-length", b"0")
        if not told.isdigit() or int(told) > self._most:
            await _too_large(with_headers, self._most)
            return
        await self._app(scope, counted, guarded)


async def _too_large(send: Send, most: int) -> None:
    message = f"the request has more than {most} bytes"
    body = json.dumps(error_json(413, "too_large", message)).encode()
    headers = [(b"content-type", b"application/json"), (b"connection", b"close")]
    await send({"type": "http.response.start", "status": 413, "headers": headers})
    await send({"type": "http.response.body", "body": body})


def new_token() -> str:
    """A token for a browser's forms."""
    return secrets.token_urlsafe(24)


def check_origin(request: Request) -> None:
    """Refuse a write that another site's page sends (403).

    Browsers say where a request comes from in Sec-Fetch-Site, older ones in Origin; a program
    says neither.
    """
    site = request.headers.get("sec-fetch-site")
    origin = request.headers.get("origin")
    own = f"{request.url.scheme}://{request.headers.get('host', '')}"
    other = site not in ("same-origin", "none") if site else origin not in (None, own)
    if other:
        raise Refused(403, "other_site", "the request was sent by a page of another site")


def check_token(request: Request, given: str) -> None:
    """Refuse a form without the token of this browser (403)."""
    check_origin(request)
    held = request.cookies.get(TOKEN, "")
    if not held or not hmac.compare_digest(held.encode(), given.encode()):
        raise Refused(
            403, "no_token", "the form does not carry this browser's token; load the page again"
        )


class Rates:
    """How often one address may ask for what is costly."""

    def __init__(self, *, checks: int, answers: int, sign_ins: int) -> None:
        self._limiter = MovingWindowRateLimiter(MemoryStorage())
        self._items = {
            "check": RateLimitItemPerMinute(checks),
            "answer": RateLimitItemPerMinute(answers),
            "sign_in": RateLimitItemPerMinute(sign_ins),
        }

    def spend(self, kind: str, request: Request, *, who: str | None = None) -> None:
        """Count one request; raises Refused (429) when the minute's share is used up.

        The share is the address's, or that of ``who``.
        """
        who = who or (request.client.host if request.client else "unknown")
        if not self._limiter.hit(self._items[kind], kind, who):
            raise Refused(
                429, "too_often", "too many requests within a minute; try again", retry_after=60
            )
