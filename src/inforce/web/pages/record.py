"""The pages of the record: treaties, participants, groups, events, the calendar, search."""

from __future__ import annotations

from dataclasses import dataclass

from fastapi import APIRouter, Request, Response
from markupsafe import Markup
from starlette.responses import HTMLResponse

from inforce.web.asked import Asked, address
from inforce.web.data.coming import Filter, calendar_page
from inforce.web.data.event import event_page
from inforce.web.data.group import group_page
from inforce.web.data.listing import groups_list, participants_list, treaties_list
from inforce.web.data.members import changes_page, members_page
from inforce.web.data.participant import participant_page
from inforce.web.data.search import search_page
from inforce.web.data.treaty import TreatyPage, treaty_page
from inforce.web.quick import at_once
from inforce.web.render import drawn, rendered
from inforce.web.serving import serving
from inforce.web.site import once

router = APIRouter(include_in_schema=False)


@router.get("/treaties")
def treaties(request: Request) -> HTMLResponse:
    """Every treaty with its parties on the day."""
    asked = Asked.of(request.query_params)
    with serving(request).site.view(asked) as view:
        page = treaties_list(asked, view)
    return rendered(request, "treaties.html", asked=asked, page=page)


@router.get("/treaties/{treaty}")
@at_once
def treaty(request: Request, treaty: str, counting: str = "in_force") -> Response:
    """A treaty: map, counts over time, exits, rules, sources."""
    asked = Asked.of(request.query_params)
    with serving(request).site.view(asked) as view:
        page = treaty_page(treaty, asked, view, counting=counting)
        still = once(view, "still", lambda: _still(page), treaty=page.treaty.id)
    return rendered(request, "treaty.html", asked=asked, page=page, still=still)


@dataclass(frozen=True, slots=True)
class _Still:
    """What follows from a treaty's record alone, whichever day is asked: drawn once."""

    chart: Markup
    about: Markup


def _still(page: TreatyPage) -> _Still:
    return _Still(drawn("treaty_chart.html", page=page), drawn("treaty_about.html", page=page))


@router.get("/treaties/{treaty}/members")
def members(request: Request, treaty: str) -> HTMLResponse:
    """Every participant of a treaty's record on the day."""
    asked = Asked.of(request.query_params)
    with serving(request).site.view(asked) as view:
        page = members_page(treaty, asked, view)
    return rendered(request, "members.html", asked=asked, page=page)


@router.get("/treaties/{treaty}/changes")
def changes(request: Request, treaty: str) -> HTMLResponse:
    """Every change under a treaty, and both counts as tables."""
    asked = Asked.of(request.query_params)
    with serving(request).site.view(asked) as view:
        page = changes_page(treaty, asked, view)
    return rendered(request, "changes.html", asked=asked, page=page)


@router.get("/participants")
def participants(request: Request) -> HTMLResponse:
    """Every participant."""
    asked = Asked.of(request.query_params)
    with serving(request).site.view(asked) as view:
        page = participants_list(asked, view)
    return rendered(request, "participants.html", asked=asked, page=page)


@router.get("/participants/{participant}")
def participant(request: Request, participant: str) -> HTMLResponse:
    """A participant: its treaties over time, its deadlines."""
    asked = Asked.of(request.query_params)
    with serving(request).site.view(asked) as view:
        page = participant_page(participant, asked, view)
    return rendered(request, "participant.html", asked=asked, page=page)


@router.get("/groups")
def groups(request: Request) -> HTMLResponse:
    """Every group."""
    asked = Asked.of(request.query_params)
    with serving(request).site.view(asked) as view:
        page = groups_list(asked, view)
    return rendered(request, "groups.html", asked=asked, page=page)


@router.get("/groups/{group}")
def group(request: Request, group: str, word: str = "all") -> HTMLResponse:
    """A group: when all of its members were parties to what."""
    asked = Asked.of(request.query_params)
    with serving(request).site.view(asked) as view:
        page = group_page(group, asked, view, word=word)
    return rendered(request, "group.html", asked=asked, page=page)


@router.get("/events/{treaty}/{participant}/{act}/{day}")
def event(request: Request, treaty: str, participant: str, act: str, day: str) -> HTMLResponse:
    """One act, and all that was said of it."""
    asked = Asked.of(request.query_params)
    with serving(request).site.view(asked) as view:
        page = event_page(treaty, participant, act, day, asked=asked, view=view)
    return rendered(request, "event.html", asked=asked, page=page)


@router.get("/calendar")
def calendar(
    request: Request, treaty: str = "", participant: str = "", group: str = ""
) -> HTMLResponse:
    """What takes effect next."""
    asked = Asked.of(request.query_params)
    which = Filter(treaty or None, participant or None, group or None)
    with serving(request).site.view(asked) as view:
        page = calendar_page(which, asked, view)
    return rendered(request, "calendar.html", asked=asked, page=page)


@router.get("/search")
def search(request: Request, q: str = "") -> Response:
    """Treaties, participants, groups and statements that hold the words."""
    held = serving(request)
    held.rates.spend("answer", request)
    asked = Asked.of(request.query_params)
    with held.site.view(asked) as view:
        page = search_page(q, asked, view)
    part = request.headers.get("hx-request") == "true"
    more = address("/api/v1/search", asked, q=page.words)
    template = "found.html" if part else "search.html"
    return rendered(request, template, asked=asked, page=page, more=more)
