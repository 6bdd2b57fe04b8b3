"""ETags: what an answer follows from, known before it is worked out."""

from __future__ import annotations

import hashlib
from collections.abc import Awaitable, Callable

from fastapi import Request, Response
from starlette.concurrency import run_in_threadpool

from inforce import __version__, api
from inforce.web.serving import serving

_PLAIN = ("/api/v1/", "/treaties", "/participants", "/groups", "/events", "/calendar")
_FRESH = "no-cache"
"""A browser may keep the answer, and asks each time whether it still holds."""


async def answer_with_tag(
    request: Request, call_next: Callable[[Request], Awaitable[Response]]
) -> Response:
    """The answer with its ETag, or 304 where the asker holds it already.

    An answer follows from the address, the facts, the day and this version of the code; so does
    the tag, which takes no working out. Pages differ by the browser's cookie, which holds the
    token of its forms, but show no more of it than they did.
    """
    if request.method != "GET" or not request.url.path.startswith(_PLAIN):
        return await call_next(request)
    tag = await run_in_threadpool(_tag, request)
    if request.headers.get("if-none-match") == tag:
        return Response(status_code=304, headers={"ETag": tag, "Cache-Control": _FRESH})
    answer = await call_next(request)
    if answer.status_code == 200:
        answer.headers.setdefault("ETag", tag)
        answer.headers.setdefault("Cache-Control", _FRESH)
    return answer


def _tag(request: Request) -> str:
    parts = (
        request.url.path,
        request.url.query,
        request.headers.get("hx-request", ""),
        request.headers.get("host", ""),
        serving(request).site.state(),
        api.today().edtf,
        __version__,
    )
    return f'W/"{hashlib.sha256(repr(parts).encode()).hexdigest()[:24]}"'
