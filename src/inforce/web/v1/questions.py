"""Status, parties, history, treaties, participants, groups, events: the library's answers."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any, Literal

from fastapi import APIRouter, Request
from starlette.responses import JSONResponse, Response

from inforce import api
from inforce.publishing.jsonlines import (
    parties_json,
    status_json,
    timeline_json,
    treaty_json,
)
from inforce.publishing.provenance import act_provenance, status_provenance
from inforce.publishing.statements import act_json
from inforce.record.view import AdjudicatedAct
from inforce.web.asked import Asked
from inforce.web.data.event import event_page
from inforce.web.data.group import group_page
from inforce.web.data.participant import participant_page
from inforce.web.data.treaty import history_json
from inforce.web.quick import json_answer
from inforce.web.serving import serving
from inforce.web.v1 import parameters as ask

router = APIRouter(tags=["Questions"])
LINKED = "application/ld+json"
_linked: dict[int | str, dict[str, Any]] = {200: {"content": {LINKED: {}}}}


@router.get("/status", summary="A participant's status under a treaty on a day, with its trace")
def status(
    request: Request,
    participant: ask.Participant,
    treaty: ask.Treaty,
    on: ask.On = None,
    known_on: ask.KnownOn = None,
    recorded_on: ask.RecordedOn = None,
) -> Response:
    """As `inforce status --json`."""
    asked = ask.asked_of(on, known_on, recorded_on)
    with serving(request).site.view(asked) as view:
        answer = api.status(participant, treaty, on=asked.day, view=view)
        return json_answer(status_json(answer, view.catalogue, known_on=asked.known_on))


@router.get("/status.jsonld", summary="The same with its sources, in PROV-O", responses=_linked)
def status_sources(
    request: Request,
    participant: ask.Participant,
    treaty: ask.Treaty,
    on: ask.On = None,
    known_on: ask.KnownOn = None,
    recorded_on: ask.RecordedOn = None,
) -> Response:
    """The answer, the reckoning that gave it, and each statement that it rests on."""
    asked = ask.asked_of(on, known_on, recorded_on)
    with serving(request).site.view(asked) as view:
        answer = api.status(participant, treaty, on=asked.day, view=view)
        acts = view.record(answer.treaty).of(answer.participant)
        found = status_provenance(answer, acts, view.catalogue, known_on=asked.known_on)
        return JSONResponse(found, media_type=LINKED)


@router.get("/parties", summary="Who is bound by a treaty on a day, and both counts")
def parties(
    request: Request,
    treaty: ask.Treaty,
    on: ask.On = None,
    group: ask.Group = None,
    known_on: ask.KnownOn = None,
    recorded_on: ask.RecordedOn = None,
) -> JSONResponse:
    """As `inforce parties --json`."""
    asked = ask.asked_of(on, known_on, recorded_on)
    with serving(request).site.view(asked) as view:
        answer = api.parties(treaty, on=asked.day, group=group, view=view)
        found = parties_json(answer, view.catalogue, known_on=asked.known_on, group=group)
        return JSONResponse(found)


@router.get("/timeline", summary="A participant's whole history under a treaty")
def timeline(
    request: Request,
    participant: ask.Participant,
    treaty: ask.Treaty,
    known_on: ask.KnownOn = None,
    recorded_on: ask.RecordedOn = None,
) -> JSONResponse:
    """As `inforce timeline --json`."""
    asked = ask.asked_of(None, known_on, recorded_on)
    with serving(request).site.view(asked) as view:
        answer = api.timeline(participant, treaty, view=view)
        return JSONResponse(timeline_json(answer, view.catalogue, known_on=asked.known_on))


@router.get("/treaties", summary="Every treaty of the catalogue")
def treaties(request: Request, limit: ask.Limit = 100, offset: ask.Offset = 0) -> JSONResponse:
    """Identity and dates; the rules stand at each treaty's own address."""
    with serving(request).site.view(Asked()) as view:
        found = [_brief(treaty_json(one, ())) for one in view.catalogue.treaties()]
    return ask.paged(request, found, limit=limit, offset=offset)


def _brief(treaty: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in treaty.items() if key not in ("rules", "aliases")}


@router.get("/treaties/{treaty}", summary="A treaty's identity, and its rules with articles")
def treaty(request: Request, treaty: ask.TreatyInPath) -> JSONResponse:
    """As `inforce treaty --json`."""
    with serving(request).site.view(Asked()) as view:
        found, rules = api.rules(treaty, view=view)
        return JSONResponse(treaty_json(found, rules))


@router.get("/treaties/{treaty}/history", summary="Every status and both counts over time")
def history(
    request: Request,
    treaty: ask.TreatyInPath,
    known_on: ask.KnownOn = None,
    recorded_on: ask.RecordedOn = None,
) -> JSONResponse:
    """Each participant's statuses by the day they begin, and each count as [day, low, high]."""
    asked = ask.asked_of(None, known_on, recorded_on)
    with serving(request).site.view(asked) as view:
        return JSONResponse(history_json(treaty, view))


@router.get("/treaties/{treaty}/acts", summary="Every act of a treaty's record, with its rivals")
def acts(
    request: Request,
    treaty: ask.TreatyInPath,
    known_on: ask.KnownOn = None,
    recorded_on: ask.RecordedOn = None,
    limit: ask.Limit = 100,
    offset: ask.Offset = 0,
) -> JSONResponse:
    """As `inforce record show --json`, for all participants, in order of date."""
    asked = ask.asked_of(None, known_on, recorded_on)
    with serving(request).site.view(asked) as view:
        record = view.record(view.catalogue.treaty(treaty).id)
        found = record.acts[offset : offset + limit]
        shown: list[Any] = [None] * len(record.acts)
        shown[offset : offset + limit] = [_act(one) for one in found]
    return ask.paged(request, shown, limit=limit, offset=offset)


def _act(act: AdjudicatedAct) -> dict[str, Any]:
    return {"participant": act.participant or None, "treaty": act.treaty, **act_json(act)}


@router.get("/participants", summary="Every participant of the catalogue")
def participants(request: Request, limit: ask.Limit = 100, offset: ask.Offset = 0) -> JSONResponse:
    """Ids, names, kinds."""
    with serving(request).site.view(Asked()) as view:
        found = [{"id": p.id, "name": p.name, "kind": p.kind, "alpha2": p.alpha2}
                 for p in view.catalogue.participants()]  # fmt: skip
    return ask.paged(request, found, limit=limit, offset=offset)


@router.get("/participants/{participant}", summary="A participant's treaties and deadlines")
def participant(
    request: Request,
    participant: ask.ParticipantInPath,
    on: ask.On = None,
    known_on: ask.KnownOn = None,
    recorded_on: ask.RecordedOn = None,
) -> JSONResponse:
    """Its status under each treaty on the day, its deadlines, its groups."""
    asked = ask.asked_of(on, known_on, recorded_on)
    with serving(request).site.view(asked) as view:
        page = participant_page(participant, asked, view)
        answers = [
            status_json(one.answer, view.catalogue, known_on=asked.known_on) for one in page.lanes
        ]
    return JSONResponse(
        {
            "participant": page.participant.id,
            "name": page.participant.name,
            "on": asked.day.edtf,
            "groups": [group for group, _ in page.groups],
            "treaties": [
                {key: one[key] for key in ("treaty", "treaty_name", "status", "party")}
                for one in answers
            ],
            "deadlines": [
                {k: v for k, v in asdict(one).items() if k != "steps"} for one in page.deadlines
            ],
        }
    )


@router.get("/groups", summary="Every group of the catalogue")
def groups(request: Request, limit: ask.Limit = 100, offset: ask.Offset = 0) -> JSONResponse:
    """Ids and names."""
    with serving(request).site.view(Asked()) as view:
        found = [{"id": one.id, "name": one.name} for one in view.catalogue.groups()]
    return ask.paged(request, found, limit=limit, offset=offset)


@router.get("/groups/{group}", summary="A group's members, and when all of them were parties")
def group(
    request: Request,
    group: ask.GroupInPath,
    word: Literal["all", "most", "none"] = "all",
    on: ask.On = None,
    known_on: ask.KnownOn = None,
    recorded_on: ask.RecordedOn = None,
) -> JSONResponse:
    """For each treaty the stretches of days on which that many of the members are parties."""
    asked = ask.asked_of(on, known_on, recorded_on)
    with serving(request).site.view(asked) as view:
        page = group_page(group, asked, view, word=word)
    return JSONResponse(
        {
            "group": page.group.id,
            "name": page.group.name,
            "on": asked.day.edtf,
            "members": [one.id for one in page.members if one.now],
            "word": page.word,
            "treaties": [
                {
                    "treaty": one.treaty,
                    "parties": one.parties,
                    "members": one.of,
                    "complete": one.complete,
                    "days": [f"{a or '..'}/{b or '..'}" for a, b in one.stretches],
                }
                for one in page.treaties
            ],
        }
    )


@router.get(
    "/events/{treaty}/{participant}/{act}/{day}", summary="One act, and all that was said of it"
)
def event(
    request: Request,
    treaty: ask.TreatyInPath,
    participant: ask.ParticipantInPath,
    act: ask.ActInPath,
    day: ask.DayInPath,
    known_on: ask.KnownOn = None,
    recorded_on: ask.RecordedOn = None,
) -> JSONResponse:
    """The date followed and why, and each statement: who, when, where. PROV-O beside it."""
    asked = ask.asked_of(None, known_on, recorded_on)
    with serving(request).site.view(asked) as view:
        page = event_page(treaty, participant, act, day, asked=asked, view=view)
        return JSONResponse(
            {
                "acts": [_act(one) for one in page.acts],
                "provenance": [act_provenance(one, view.catalogue) for one in page.acts],
            }
        )
