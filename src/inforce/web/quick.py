"""Answers given at once where all they follow from is held, and in a thread otherwise."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from functools import wraps
from typing import Any

import orjson
from fastapi import Request, Response
from starlette.concurrency import run_in_threadpool
from starlette.types import ASGIApp, Receive, Scope, Send

from inforce.errors import InforceError
from inforce.web.held import NotHeld, only_held
from inforce.web.serving import serving

_PLAIN = 60
"""How many characters a value may have that needs no further look; no address allows fewer."""


def at_once(answer: Callable[..., Response]) -> Callable[..., Awaitable[Response]]:
    """The endpoint, answered without a change of thread where nothing has to be worked out.

    Changing threads takes several times as long as such an answer.
    """

    @wraps(answer)
    async def answered(request: Request, **given: Any) -> Response:
        if serving(request).site.is_near:
            try:
                with only_held():
                    return answer(request, **given)
            except NotHeld:
                pass
        return await run_in_threadpool(answer, request, **given)

    return answered


class Lane:
    """Answers one address at once where its query is plain and all that it follows from is held.

    ``answer`` is the address's own function of the request and its parameters; ``needed`` and
    ``known`` are the names of these. FastAPI's reading and checking of parameters takes longer
    than such an answer does, so that only other queries go there, and those that are refused.
    """

    def __init__(
        self,
        app: ASGIApp,
        *,
        path: str,
        answer: Callable[..., Response],
        needed: frozenset[str],
        known: frozenset[str],
    ) -> None:
        self._app, self._path, self._answer = app, path, answer
        self._needed, self._known = needed, known

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] == "http" and scope["path"] == self._path and scope["method"] == "GET":
            found = self._held(Request(scope, receive))
            if found is not None:
                await found(scope, receive, send)
                return
        await self._app(scope, receive, send)

    def _held(self, request: Request) -> Response | None:
        told = request.query_params.multi_items()
        given = dict(told)
        plain = len(given) == len(told) and self._needed <= given.keys() <= self._known
        if not plain or any(not 0 < len(text) <= _PLAIN for text in given.values()):
            return None
        if not serving(request).site.is_near:
            return None
        try:
            with only_held():
                return self._answer(request, **given)
        except (NotHeld, InforceError):
            # What has to be worked out takes a thread; what is wrong is told of by the address.
            return None


def json_answer(value: object, *, media_type: str = "application/json") -> Response:
    """The value as JSON."""
    return Response(orjson.dumps(value), media_type=media_type)
