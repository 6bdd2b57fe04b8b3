"""Tables to download, as CSV and Parquet."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Annotated, Literal

from fastapi import APIRouter, Query, Request
from starlette.responses import Response

from inforce import api
from inforce.web.errors import Refused
from inforce.web.serving import serving
from inforce.web.v1 import parameters as ask

router = APIRouter(tags=["Tables"])
_MOST_ROWS = 4_000_000
"""How many rows of a panel one request may ask for; more is for the command line."""


@router.get(
    "/panel.{ending}",
    summary="Participants, treaties and days as one table",
    response_class=Response,
    responses={200: {"content": {"text/csv": {}, "application/vnd.apache.parquet": {}}}},
)
def panel(
    request: Request,
    ending: Literal["csv", "parquet"],
    treaty: Annotated[list[str], Query(max_length=100, examples=[["apmbc"]])],
    unit: Literal["year", "month", "day"] = "year",
    first: Annotated[str, Query(max_length=20, examples=["2020"])] = "1945",
    last: Annotated[str, Query(max_length=20, examples=["2026"])] = "2026",
    participant: Annotated[list[str] | None, Query(max_length=400, examples=[["LTU"]])] = None,
    known_on: ask.KnownOn = None,
    recorded_on: ask.RecordedOn = None,
) -> Response:
    """As `inforce panel`."""
    held = serving(request)
    held.rates.spend("check", request)
    asked = ask.asked_of(None, known_on, recorded_on)
    with held.checking(), held.site.view(asked) as view:
        _refuse_large(view, treaty, participant or [], unit=unit, days=(first, last))
        with tempfile.TemporaryDirectory() as folder:
            out = Path(folder) / f"panel.{ending}"
            api.panel(
                unit=unit,
                first=first,
                last=last,
                treaties=treaty,
                participants=participant or (),
                out=out,
                view=view,
            )
            data = out.read_bytes()
    kind = "text/csv; charset=utf-8" if ending == "csv" else "application/vnd.apache.parquet"
    name = {"Content-Disposition": f'attachment; filename="inforce-panel.{ending}"'}
    return Response(data, media_type=kind, headers=name)


def _refuse_large(
    view: api.View,
    treaties: list[str],
    participants: list[str],
    *,
    unit: str,
    days: tuple[str, str],
) -> None:
    start, end = (api.as_day(day) for day in days)
    if start is None or end is None or start.earliest is None or end.latest is None:
        raise Refused(422, "no_days", f"found {days[0]} to {days[1]}, expected days with a year")
    each = max((end.latest - start.earliest).days, 0) / {"year": 365, "month": 30, "day": 1}[unit]
    rows = each * len(treaties) * (len(participants) or len(view.catalogue.participants()))
    if rows > _MOST_ROWS:
        raise Refused(
            413, "too_large", f"found about {int(rows)} rows, at most {_MOST_ROWS} expected"
        )


@router.get(
    "/treaties/{treaty}/parties.{ending}",
    summary="Every participant's status on a day, as a table",
    response_class=Response,
    responses={200: {"content": {"text/csv": {}, "application/vnd.apache.parquet": {}}}},
)
def parties_table(
    request: Request,
    treaty: ask.TreatyInPath,
    ending: Literal["csv", "parquet"],
    on: ask.On = None,
    known_on: ask.KnownOn = None,
    recorded_on: ask.RecordedOn = None,
) -> Response:
    """One row a participant of the record: status, and the days behind it."""
    from inforce.publishing.status_table import status_table

    held = serving(request)
    held.rates.spend("answer", request)
    asked = ask.asked_of(on, known_on, recorded_on)
    with held.site.view(asked) as view:
        found = view.catalogue.treaty(treaty)
        data = status_table(found, view.record(found.id), asked.day, view.catalogue, ending=ending)
    kind = "text/csv; charset=utf-8" if ending == "csv" else "application/vnd.apache.parquet"
    name = {"Content-Disposition": f'attachment; filename="{found.id}-{asked.day.edtf}.{ending}"'}
    return Response(data, media_type=kind, headers=name)
