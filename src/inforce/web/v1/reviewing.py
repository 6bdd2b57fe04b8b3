"""What is told with several dates, and what was decided, over the API; both for reading only."""

from __future__ import annotations

from dataclasses import asdict
from typing import Annotated

from fastapi import APIRouter, Query, Request
from starlette.responses import JSONResponse

from inforce.web.data.review import decision_lines, review_page
from inforce.web.serving import serving
from inforce.web.v1 import parameters as ask

router = APIRouter(tags=["Review"])
_Treaty = Annotated[
    str, Query(description="Only those under this treaty.", examples=["apmbc"], max_length=300)
]


@router.get("/conflicts", summary="Acts told with several dates, the contested ones first")
def conflicts(
    request: Request,
    treaty: _Treaty = "",
    known_on: ask.KnownOn = None,
    recorded_on: ask.RecordedOn = None,
    limit: ask.Limit = 100,
    offset: ask.Offset = 0,
) -> JSONResponse:
    """Each act with the days told, the one followed, why, and whether it is contested."""
    asked = ask.asked_of(None, known_on, recorded_on)
    with serving(request).site.view(asked) as view:
        page = review_page(asked, view, treaty=treaty)
    found = [
        {
            "treaty": one.line.treaty,
            "participant": one.line.participant or None,
            "act": one.line.words,
            "followed": one.line.day,
            "told": list(one.told),
            "why": one.why,
            "contested": one.line.contested,
            "event": one.line.href,
        }
        for one in (*page.contested, *page.settled)
    ]
    return ask.paged(request, found, limit=limit, offset=offset)


@router.get("/decisions", summary="What editors decided between dates, and what they took back")
def decisions(
    request: Request,
    treaty: _Treaty = "",
    known_on: ask.KnownOn = None,
    recorded_on: ask.RecordedOn = None,
    limit: ask.Limit = 100,
    offset: ask.Offset = 0,
) -> JSONResponse:
    """Each decision with who, when and why, the newest first."""
    asked = ask.asked_of(None, known_on, recorded_on)
    with serving(request).site.view(asked) as view:
        named = view.catalogue.treaty(treaty).id if treaty else None
        found = [asdict(one) for one in decision_lines(view, treaty=named)]
    return ask.paged(request, found, limit=limit, offset=offset)
