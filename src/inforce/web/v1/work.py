"""Checking over the API, search, and what takes effect."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Body, Query, Request
from pydantic import BaseModel, ConfigDict, Field
from starlette.responses import JSONResponse

from inforce.checking import report_to_json
from inforce.documents import Document, DocumentError, load_text
from inforce.publishing.claim_review import claim_reviews
from inforce.web.data.checked import report_of
from inforce.web.data.coming import Filter, datable
from inforce.web.data.common import effect_line
from inforce.web.data.search import search_page
from inforce.web.errors import Refused
from inforce.web.pages.check import fetched
from inforce.web.security import check_origin
from inforce.web.serving import serving
from inforce.web.v1 import parameters as ask

router = APIRouter(tags=["Work"])


class Text(BaseModel):
    """A text to check."""

    model_config = ConfigDict(extra="forbid")
    text: str = Field(max_length=5_000_000)
    name: str = Field("the text given", max_length=1000)
    published: str | None = Field(None, max_length=60, description="Day of publication, EDTF.")


class ToCheck(BaseModel):
    """What to check: texts, or one web address; as known on a day."""

    model_config = ConfigDict(
        extra="forbid",
        json_schema_extra={
            "examples": [
                {
                    "documents": [
                        {
                            "text": "Lithuania withdrew from the Ottawa Convention on 8 May 2025.",
                            "name": "a report",
                            "published": "2025-05-09",
                        }
                    ]
                }
            ]
        },
    )
    documents: list[Text] = Field(default_factory=list, max_length=100)
    address: str | None = Field(None, max_length=2000)
    on: str | None = Field(None, max_length=60)
    known_on: str | None = Field(None, max_length=60)
    recorded_on: str | None = Field(None, max_length=60)


@router.post("/check", summary="The verdicts on texts, sentence by sentence; nothing is kept")
def check(
    request: Request,
    given: Annotated[ToCheck, Body()],
    form: Annotated[
        Literal["statements", "claimreview"], Query(description="The vocabulary of the answer.")
    ] = "statements",
) -> JSONResponse:
    """As `inforce check --json`: one item a statement, and the inputs that could not be used."""
    check_origin(request)
    held = serving(request)
    held.rates.spend("check", request)
    asked = ask.asked_of(given.on, given.known_on, given.recorded_on)
    found: list[Document | DocumentError] = list(texts_given(given.documents))
    if given.address:
        found += fetched(given.address, published=None, held=held)
    if not found:
        raise Refused(422, "nothing_given", "no text or address was given; one is needed")
    with held.checking(), held.site.view(asked) as view:
        report = report_of(found, asked, view)
    if form == "claimreview":
        return JSONResponse(claim_reviews(report), media_type="application/ld+json")
    problems = [{"name": one.name, "message": one.message} for one in report.problems]
    return JSONResponse(
        {
            "statements": list(report_to_json(report)),
            "problems": problems,
            "catalogue": report.catalogue,
        }
    )


def texts_given(given: list[Text]) -> Iterator[Document | DocumentError]:
    """The texts as documents, or what is wrong with each."""
    for one in given:
        try:
            yield load_text(one.text, name=one.name, published=one.published)
        except DocumentError as error:
            yield error


@router.get("/effects", summary="What takes effect, from a day on")
def effects(
    request: Request,
    on: ask.On = None,
    treaty: Annotated[str | None, Query(max_length=300, examples=["apmbc"])] = None,
    participant: Annotated[str | None, Query(max_length=300, examples=["LTU"])] = None,
    group: ask.Group = None,
    known_on: ask.KnownOn = None,
    recorded_on: ask.RecordedOn = None,
    limit: ask.Limit = 100,
    offset: ask.Offset = 0,
) -> JSONResponse:
    """Entries into force and exits, tentative where a condition is open; the calendar as JSON."""
    asked = ask.asked_of(on, known_on, recorded_on)
    with serving(request).site.view(asked) as view:
        which = Filter(treaty, participant, group).named(view)
        found = [
            _plain(asdict(effect_line(one, view, asked)))
            for one in datable(which, view, first=asked.day.earliest)
        ]
    return ask.paged(request, found, limit=limit, offset=offset)


def _plain(line: dict[str, Any]) -> dict[str, Any]:
    steps = [{"words": one["words"], "article": one["article"]} for one in line.pop("steps")]
    return {**line, "steps": steps}


@router.get("/search", summary="Treaties, participants, groups and statements by words")
def search(
    request: Request,
    q: Annotated[str, Query(max_length=300, examples=["Lithuania withdrawal"])],
    on: ask.On = None,
    known_on: ask.KnownOn = None,
    recorded_on: ask.RecordedOn = None,
    offset: ask.Offset = 0,
) -> JSONResponse:
    """Everything that holds all of the words; statements come in pages."""
    held = serving(request)
    held.rates.spend("answer", request)
    asked = ask.asked_of(on, known_on, recorded_on)
    with held.site.view(asked) as view:
        return JSONResponse(asdict(search_page(q, asked, view, offset=offset)))
