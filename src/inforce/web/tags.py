"""ETags: what an answer follows from, known before it is worked out."""

from __future__ import annotations

import hashlib
from contextlib import suppress

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import Headers
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from inforce import __version__
from inforce.errors import InforceError
from inforce.web.asked import today
from inforce.web.site import Site

_PLAIN = ("/api/v1/", "/treaties", "/participants", "/groups", "/events", "/calendar")
_FRESH = "no-cache"
"""A browser may keep the answer, and asks each time whether it still holds."""


class Tags:
    """Puts an ETag on every answer, or gives 304 where the asker holds it already.

    An answer follows from the address, the facts, the day and this version of the code; so does
    the tag, which takes no working out. Pages differ by the browser's cookie, which holds the
    token of its forms, but show no more of it than they did.
    """

    def __init__(self, app: ASGIApp, *, site: Site) -> None:
        self._app, self._site = app, site

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        plain = scope["type"] == "http" and scope["method"] == "GET"
        if not plain or not scope["path"].startswith(_PLAIN):
            await self._app(scope, receive, send)
            return
        tag = ""
        # Facts that cannot be read are told of by the page.
        with suppress(InforceError):
            tag = await self._tag(scope)
        if tag and Headers(scope=scope).get("if-none-match") == tag:
            headers = [(b"etag", tag.encode()), (b"cache-control", _FRESH.encode())]
            await send({"type": "http.response.start", "status": 304, "headers": headers})
            await send({"type": "http.response.body", "body": b""})
            return

        async def tagged(message: Message) -> None:
            if tag and message["type"] == "http.response.start" and message["status"] == 200:
                told = list(message.get("headers", ()))
                there = {name for name, _ in told}
                own = ((b"etag", tag.encode()), (b"cache-control", _FRESH.encode()))
                told += [pair for pair in own if pair[0] not in there]
                message = {**message, "headers": told}
            await send(message)

        await self._app(scope, receive, tagged)

    async def _tag(self, scope: Scope) -> str:
        near = self._site.is_near
        state = self._site.state() if near else await run_in_threadpool(self._site.state)
        told = Headers(scope=scope)
        parts = (
            scope["path"],
            scope["query_string"],
            told.get("hx-request", ""),
            told.get("host", ""),
            state,
            today().edtf,
            __version__,
        )
        return f'W/"{hashlib.sha256(repr(parts).encode()).hexdigest()[:24]}"'
