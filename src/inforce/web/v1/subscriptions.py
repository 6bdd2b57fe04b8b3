"""Feeds of changes and calendars of effects, to subscribe to."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Query, Request, Response

from inforce import api
from inforce.publishing.atom import atom_feed
from inforce.publishing.icalendar_file import calendar_file
from inforce.web.asked import Asked, address
from inforce.web.data.coming import Filter, calendar_entries
from inforce.web.data.news import news
from inforce.web.render import base_url
from inforce.web.serving import serving
from inforce.web.texts import texts

router = APIRouter(tags=["Subscriptions"])
_Name = Annotated[str | None, Query(max_length=300)]
_ATOM: dict[int | str, dict[str, Any]] = {200: {"content": {"application/atom+xml": {}}}}
_CALENDAR: dict[int | str, dict[str, Any]] = {200: {"content": {"text/calendar": {}}}}


@router.get("/calendar.ics", response_class=Response, responses=_CALENDAR)
def calendar(
    request: Request, treaty: _Name = None, participant: _Name = None, group: _Name = None
) -> Response:
    """Effects from a year before today on: tentative where a condition is open, cancelled where
    a notice was taken back."""
    asked = Asked.of(request.query_params)
    which = Filter(treaty or None, participant or None, group or None)
    with serving(request).site.view(asked) as view:
        entries = calendar_entries(which, asked, view, base=base_url(request))
        name = _title(which, view)
    return Response(calendar_file(entries, name=name), media_type="text/calendar; charset=utf-8")


@router.get("/treaties/{treaty}/feed.atom", response_class=Response, responses=_ATOM)
def treaty_feed(request: Request, treaty: str) -> Response:
    """Changes under a treaty, newest first."""
    return _feed(request, Filter(treaty=treaty), f"/treaties/{treaty}")


@router.get("/participants/{participant}/feed.atom", response_class=Response, responses=_ATOM)
def participant_feed(request: Request, participant: str) -> Response:
    """What a participant does under any treaty, newest first."""
    return _feed(request, Filter(participant=participant), f"/participants/{participant}")


@router.get("/groups/{group}/feed.atom", response_class=Response, responses=_ATOM)
def group_feed(request: Request, group: str) -> Response:
    """What the members of a group do under any treaty, newest first."""
    return _feed(request, Filter(group=group), f"/groups/{group}")


def _feed(request: Request, which: Filter, page: str) -> Response:
    asked = Asked.of(request.query_params)
    base = base_url(request)
    with serving(request).site.view(asked) as view:
        which = which.named(view)
        items = news(which, asked, view, base=base)
        title = _title(which, view)
    made = atom_feed(
        items,
        title=title,
        address=f"{base}{address(request.url.path, asked)}",
        page=f"{base}{address(page, asked)}",
    )
    return Response(made, media_type="application/atom+xml; charset=utf-8")


def _title(which: Filter, view: api.View) -> str:
    known, named = view.catalogue, which.named(view)
    parts = [known.treaty(named.treaty).short_name] if named.treaty else []
    parts += [known.participant(named.participant).name] if named.participant else []
    parts += [known.group(named.group).name] if named.group else []
    return ": ".join([texts()("site.name"), ", ".join(parts) or texts()("calendar.all")])
