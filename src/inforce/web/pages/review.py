"""Review: what is told with several dates, and what editors decide and state; reading is open."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Annotated

from fastapi import APIRouter, Form, Request
from starlette.responses import HTMLResponse, RedirectResponse

from inforce import api
from inforce.dates import PartialDate
from inforce.record.fact_values import Condition
from inforce.record.stating import state_fact, take_back
from inforce.record.store import Store
from inforce.record.view import AdjudicatedAct
from inforce.terms import Act
from inforce.web.asked import Asked
from inforce.web.data.event import event_page
from inforce.web.data.review import act_decisions, facts_asked, review_page, signature
from inforce.web.errors import Refused
from inforce.web.render import rendered
from inforce.web.security import check_token
from inforce.web.serving import serving
from inforce.web.signing import editor_of, end_session, set_session, sign_in, signing

router = APIRouter(include_in_schema=False, prefix="/review")
_FRESH = {"Cache-Control": "no-store"}
_Text = Annotated[str, Form(max_length=2000)]
_Name = Annotated[str, Form(max_length=300)]


@router.get("")
def review(request: Request, treaty: str = "") -> HTMLResponse:
    """What is told with several dates, the decisions, the facts stated."""
    asked = Asked.of(request.query_params)
    held = serving(request)
    with held.site.view(asked) as view:
        page = review_page(asked, view, treaty=treaty)
    return rendered(
        request,
        "review.html",
        asked=asked,
        page=page,
        editor=editor_of(request),
        writable=held.settings.store is not None,
        headers=_FRESH,
    )


@router.get("/acts/{treaty}/{participant}/{act}/{day}")
def review_act(request: Request, treaty: str, participant: str, act: str, day: str) -> HTMLResponse:
    """One act: every statement of it, which is followed, and what was decided."""
    asked = Asked.of(request.query_params)
    held = serving(request)
    with held.site.view(asked) as view:
        page = event_page(treaty, participant, act, day, asked=asked, view=view)
        decisions = act_decisions(page.acts, view)
    return rendered(
        request,
        "review_act.html",
        asked=asked,
        page=page,
        decisions=decisions,
        editor=editor_of(request),
        writable=held.settings.store is not None,
        headers=_FRESH,
    )


@router.get("/sign-in")
def sign_in_page(request: Request) -> HTMLResponse:
    """The form."""
    asked = Asked()
    return rendered(request, "sign_in.html", asked=asked, editor=editor_of(request), headers=_FRESH)


@router.post("/sign-in")
def sign_in_now(
    request: Request, name: _Name, password: _Text, token: _Text = ""
) -> RedirectResponse:
    """Begin a session."""
    check_token(request, token)
    answer = _back("/review")
    set_session(request, answer, sign_in(request, name, password))
    return answer


@router.post("/sign-out")
def sign_out(request: Request, token: _Text = "") -> RedirectResponse:
    """End the session."""
    signing(request, token)
    answer = _back("/review")
    end_session(request, answer)
    return answer


@router.post("/decide")
def decide(
    request: Request,
    treaty: _Name,
    participant: _Name,
    act: _Name,
    follows: _Name,
    why: _Text,
    token: _Text = "",
) -> RedirectResponse:
    """Follow one of the statements of an act, from now on."""
    editor = signing(request, token)
    held = serving(request)
    with held.site.view(Asked()) as view:
        what = view.catalogue.treaty(treaty).id
        who = view.catalogue.participant(participant).id if participant else ""
        told = [one for one in view.record(what).of(who) if _holds(one, follows)]
        if not told or act not in {one.act.value for one in told}:
            raise Refused(
                422, "no_such_statement", f"no {act} of {participant} rests on {follows!r}"
            )
    with _writing(request) as store:
        store.decide(
            treaty=what,
            participant=who,
            act=Act(act),
            follows=follows,
            by=signature(editor.name),
            why=why,
        )
    return _back("/review")


def _holds(act: AdjudicatedAct, statement: str) -> bool:
    return any(one.id == statement for one in (act.followed, *act.support, *act.rivals))


@router.post("/revoke")
def revoke(request: Request, decision: _Name, why: _Text, token: _Text = "") -> RedirectResponse:
    """Take a decision back."""
    editor = signing(request, token)
    with _writing(request) as store:
        store.revoke(decision, by=signature(editor.name), why=why)
    return _back("/review")


@router.post("/facts")
def fact(
    request: Request,
    participant: _Name,
    name: Annotated[str, Form(alias="fact", max_length=100)],
    holds: _Name,
    why: _Text,
    since: _Name = "",
    until: _Name = "",
    treaty: _Name = "",
    rests_on: _Text = "",
    token: _Text = "",
) -> RedirectResponse:
    """State that a fact of the world obtains, or does not, from a day to a day."""
    editor = signing(request, token)
    with serving(request).site.view(Asked()) as view:
        who = view.catalogue.participant(participant).id
        what = view.catalogue.treaty(treaty).id if treaty else None
        known = facts_asked(view)
    if name not in known or holds not in ("yes", "no"):
        told = ", ".join(known)
        raise Refused(422, "no_such_fact", f"found {name}: {holds}, expected yes or no of {told}")
    period = _period(since, until)
    with _writing(request) as store:
        state_fact(
            store,
            Condition(name, holds == "yes", period),
            participant=who,
            treaty=what,
            by=signature(editor.name),
            why=why,
            rests_on=rests_on.strip(),
        )
    return _back("/review")


def _period(since: str, until: str) -> PartialDate | None:
    first, last = (api.as_day(day.strip() or None) for day in (since, until))
    if first is None and last is None:
        raise Refused(422, "no_days", "found no day of the fact, expected its first or its last")
    if first and last and first.earliest and last.latest and last.latest < first.earliest:
        raise Refused(422, "no_days", f"found {since} to {until}, expected days in their order")
    return PartialDate.between(first, last)


@router.post("/facts/take-back")
def fact_back(
    request: Request, fact: _Name, why: _Text, treaty: _Name = "", token: _Text = ""
) -> RedirectResponse:
    """Take a stated fact back."""
    editor = signing(request, token)
    with _writing(request) as store:
        take_back(store, fact, treaty=treaty or None, by=signature(editor.name), why=why)
    return _back("/review")


@contextmanager
def _writing(request: Request) -> Iterator[Store]:
    """The store, open for writing; raises Refused (403) where the server has none."""
    place = serving(request).settings.store
    if place is None:
        raise Refused(403, "no_store", "this server has no store to write to; start it with one")
    with Store.open(place, create=True) as store:
        yield store


def _back(path: str) -> RedirectResponse:
    return RedirectResponse(path, status_code=303, headers=_FRESH)
