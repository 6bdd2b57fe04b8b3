"""Forecasts, scenarios, what is needed and what still binds, over the API."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Body, Query, Request
from pydantic import BaseModel, ConfigDict, Field
from starlette.responses import JSONResponse

from inforce.documents import DocumentError
from inforce.publishing.ledger import resolution_json, scores_json
from inforce.publishing.scenarios import exposure_json, needs_json, whatif_json
from inforce.web.data.ahead import exposure_of, ledger_of, needs_of, whatif_of
from inforce.web.errors import Refused
from inforce.web.security import check_origin
from inforce.web.serving import serving
from inforce.web.v1 import parameters as ask
from inforce.web.v1.work import Text, texts_given

router = APIRouter(tags=["Looking ahead"])


class Told(BaseModel):
    """Documents with forecasts; ``on`` is the day on which they are settled, as known then."""

    model_config = ConfigDict(
        extra="forbid",
        json_schema_extra={
            "examples": [
                {
                    "documents": [
                        {
                            "text": "Lithuania will probably leave the Ottawa Convention in 2025.",
                            "published": "2025-01-10",
                        }
                    ],
                    "on": "2026-03-01",
                }
            ]
        },
    )
    documents: list[Text] = Field(max_length=100)
    on: str | None = Field(None, max_length=60)
    known_on: str | None = Field(None, max_length=60)
    recorded_on: str | None = Field(None, max_length=60)
    scale: str | None = Field(None, max_length=100, description="phia, icd203, ipcc, kent, ...")


class Supposed(BaseModel):
    """Scenarios in TOML, laid over the record together."""

    model_config = ConfigDict(
        extra="forbid",
        json_schema_extra={
            "examples": [
                {
                    "scenarios": [
                        'name = "Norway leaves"\n[[act]]\nparticipant = "Norway"\n'
                        'treaty = "apmbc"\nact = "withdrawal"\ndate = 2027-01-15\n'
                    ],
                    "on": "2027-12-31",
                }
            ]
        },
    )
    scenarios: list[Annotated[str, Field(max_length=200_000)]] = Field(max_length=20)
    on: str | None = Field(None, max_length=60)
    known_on: str | None = Field(None, max_length=60)
    recorded_on: str | None = Field(None, max_length=60)


@router.post("/forecasts", summary="What documents forecast, what became of it, the scores")
def forecasts(request: Request, given: Annotated[Told, Body()]) -> JSONResponse:
    """As `inforce forecasts --json`; nothing is kept."""
    check_origin(request)
    held = serving(request)
    held.rates.spend("check", request)
    asked = ask.asked_of(given.on, given.known_on, given.recorded_on)
    found = list(texts_given(given.documents))
    if not found:
        raise Refused(422, "nothing_given", "no document was given; one is needed")
    with held.checking(), held.site.view(asked) as view:
        ledger = ledger_of(found, asked, view, scale=given.scale or "")
    bad = [one for one in found if isinstance(one, DocumentError)]
    return JSONResponse(
        {
            "on": ledger.on.edtf,
            "scale": ledger.scale.id,
            "forecasts": list(map(resolution_json, ledger.resolved)),
            "scores": scores_json(ledger.scores),
            "problems": [{"name": one.name, "message": str(one)} for one in bad],
        }
    )


@router.post("/whatif", summary="Scenarios laid over the record: before and after")
def whatif(request: Request, given: Annotated[Supposed, Body()]) -> JSONResponse:
    """As `inforce whatif --json`; the record stays as it is."""
    check_origin(request)
    held = serving(request)
    held.rates.spend("check", request)
    asked = ask.asked_of(given.on, given.known_on, given.recorded_on)
    with held.checking(), held.site.view(asked) as view:
        return JSONResponse(whatif_json(whatif_of(given.scenarios, asked, view), view.catalogue))


@router.get("/needs", summary="What a treaty still lacks for its entry into force")
def needs(
    request: Request,
    treaty: ask.Treaty,
    on: ask.On = None,
    known_on: ask.KnownOn = None,
    recorded_on: ask.RecordedOn = None,
) -> JSONResponse:
    """As `inforce needs --json`."""
    asked = ask.asked_of(on, known_on, recorded_on)
    with serving(request).site.view(asked) as view:
        return JSONResponse(needs_json(needs_of(treaty, asked, view), view.catalogue))


@router.get("/exposure", summary="What still binds a participant or group that leaves a treaty")
def exposure(
    request: Request,
    treaty: ask.Treaty,
    participant: Annotated[str, Query(max_length=300, examples=["LTU"])] = "",
    group: ask.Group = None,
    on: ask.On = None,
    known_on: ask.KnownOn = None,
    recorded_on: ask.RecordedOn = None,
    limit: ask.Limit = 100,
    offset: ask.Offset = 0,
) -> JSONResponse:
    """As `inforce exposure --json`, in pages; one item a participant and subject."""
    held = serving(request)
    held.rates.spend("answer", request)
    asked = ask.asked_of(on, known_on, recorded_on)
    with held.site.view(asked) as view:
        answers = exposure_of(treaty, participant, group or "", asked, view)
        found = [exposure_json(one, view.catalogue) for one in answers]
    return ask.paged(request, found, limit=limit, offset=offset)
