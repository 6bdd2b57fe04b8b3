"""The parameters that the API's addresses share, with their words and examples."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, Any

from fastapi import Path, Query, Request
from starlette.responses import JSONResponse

from inforce.web.asked import Asked, address

On = Annotated[
    str | None,
    Query(description="The day, month, year or interval asked about (EDTF); today when left out.",
          examples=["2025-12-27"], max_length=60),
]  # fmt: skip
KnownOn = Annotated[
    str | None,
    Query(description="Only what had been said by the end of this date (EDTF).",
          examples=["2025-12-27"], max_length=60),
]  # fmt: skip
RecordedOn = Annotated[
    str | None,
    Query(description="Only what the store had learned by this day (EDTF).",
          examples=["2026-12-31"], max_length=60),
]  # fmt: skip
Treaty = Annotated[
    str, Query(description="A treaty's id or any name it goes by.", examples=["apmbc"],
               max_length=300),
]  # fmt: skip
TreatyInPath = Annotated[
    str, Path(description="A treaty's id or any name it goes by.", examples=["apmbc"]),
]  # fmt: skip
ParticipantInPath = Annotated[
    str, Path(description="A participant's id, code or name.", examples=["LTU"]),
]  # fmt: skip
GroupInPath = Annotated[
    str, Path(description="A group's id or name.", examples=["EU"]),
]  # fmt: skip
ActInPath = Annotated[
    str, Path(description="What was done, such as accession.", examples=["withdrawal"]),
]  # fmt: skip
DayInPath = Annotated[
    str, Path(description="The day told (EDTF, with _ for /).", examples=["2025-06-27"]),
]  # fmt: skip
Participant = Annotated[
    str, Query(description="A participant's id, code or name.", examples=["LTU"], max_length=300),
]  # fmt: skip
Group = Annotated[
    str | None,
    Query(description="Only the members of this group on the day.", examples=["EU"],
          max_length=300),
]  # fmt: skip
Limit = Annotated[
    int, Query(ge=1, le=1000, description="How many items a page has.", examples=[100]),
]  # fmt: skip
Offset = Annotated[
    int, Query(ge=0, le=10_000_000, description="How many items come before.", examples=[0]),
]  # fmt: skip


def asked_of(on: str | None, known_on: str | None, recorded_on: str | None) -> Asked:
    """The days of a question; raises DateError."""
    given = {"on": on, "known_on": known_on, "recorded_on": recorded_on}
    return Asked.of({key: value for key, value in given.items() if value})


def paged(request: Request, items: Sequence[Any], *, limit: int, offset: int) -> JSONResponse:
    """One page of a list: the items, how many there are, and the address of the next page."""
    after = offset + limit
    query = {k: v for k, v in request.query_params.items() if k not in ("offset", "limit")}
    more = {**query, "limit": str(limit), "offset": str(after)}
    following = address(request.url.path, Asked(), **more)
    return JSONResponse(
        {
            "items": list(items[offset:after]),
            "total": len(items),
            "next": following if after < len(items) else None,
        }
    )
