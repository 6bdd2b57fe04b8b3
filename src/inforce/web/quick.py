"""Answers given at once where all they follow from is held, and in a thread otherwise."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from functools import wraps
from typing import Any

import orjson
from fastapi import Request, Response
from starlette.concurrency import run_in_threadpool

from inforce.web.held import NotHeld, only_held
from inforce.web.serving import serving


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


def json_answer(value: object, *, media_type: str = "application/json") -> Response:
    """The value as JSON."""
    return Response(orjson.dumps(value), media_type=media_type)
