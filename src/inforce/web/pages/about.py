"""The page about the API: every address with its parameters, and where to subscribe."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from fastapi import APIRouter, Request
from starlette.responses import HTMLResponse, Response

from inforce.web.asked import Asked
from inforce.web.openapi import example_of
from inforce.web.render import rendered

router = APIRouter(include_in_schema=False)


@dataclass(frozen=True, slots=True)
class Endpoint:
    """One address of the API: how to ask it, what for, with which parameters."""

    method: str
    path: str
    summary: str
    words: str
    parameters: tuple[tuple[str, str, str, bool], ...]
    """(name, words, example, needed)."""


@dataclass(frozen=True, slots=True)
class ApiPage:
    """Every address of the API, by what it is for."""

    parts: tuple[tuple[str, tuple[Endpoint, ...]], ...]


def api_page(described: dict[str, Any]) -> ApiPage:
    """The page of an OpenAPI document."""
    parts: dict[str, list[Endpoint]] = {}
    for path, operations in described["paths"].items():
        for method, operation in operations.items():
            tag = operation.get("tags", [""])[0]
            parts.setdefault(tag, []).append(_endpoint(method, path, operation))
    return ApiPage(tuple((tag, tuple(found)) for tag, found in parts.items()))


def _endpoint(method: str, path: str, operation: dict[str, Any]) -> Endpoint:
    parameters = [
        (
            one["name"],
            one.get("description", ""),
            str(example_of(one) or ""),
            bool(one.get("required")),
        )
        for one in operation.get("parameters", ())
    ]
    words = " ".join(operation.get("description", "").split())
    return Endpoint(method.upper(), path, operation.get("summary", ""), words, tuple(parameters))


@router.get("/api")
def api_words(request: Request) -> HTMLResponse:
    """The API in words."""
    page = api_page(request.app.openapi())
    return rendered(request, "api.html", asked=Asked.of(request.query_params), page=page)


@router.get("/favicon.ico")
def icon() -> Response:
    """The site has no icon beside the one that its pages name."""
    return Response(status_code=404)
