"""The API's description, with answers of the library itself as its examples."""

from __future__ import annotations

import inspect
import json
from collections.abc import Callable
from typing import Any

from fastapi import APIRouter, FastAPI, Request
from fastapi.routing import APIRoute

ERROR = {
    "type": "object",
    "required": ["error"],
    "properties": {
        "error": {
            "type": "object",
            "required": ["status", "code", "message"],
            "properties": {
                "status": {"type": "integer", "examples": [404]},
                "code": {"type": "string", "examples": ["unknown_name"]},
                "message": {"type": "string", "examples": ["no treaty is called 'ottowa'"]},
            },
        }
    },
}
WORDS = (
    "Who is bound by which treaty, on which date, and how do we know? Every answer is the "
    "library's own. Dates are EDTF. `on` is the day asked about, `known_on` limits what had been "
    "said, `recorded_on` what the store had learned; with all three an address gives the same "
    "answer again. Lists come in pages (`limit`, `offset`; `next` is the address of the next "
    "page). Answers carry an ETag. Every error has the same shape. The client for Python is the "
    "library itself: `import inforce`."
)
_REFUSALS = (
    ("404", "Nothing bears that name, or nothing was done then"),
    ("413", "More than one request may ask for"),
    ("422", "A value that cannot be used, with the reason"),
    ("429", "Too many requests within a minute"),
)
_SHOWN = 2
"""How many items of a list an example shows."""


def described(app: FastAPI, routers: tuple[APIRouter, ...], *, prefix: str) -> dict[str, Any]:
    """The OpenAPI document, made once."""
    if app.openapi_schema:
        return app.openapi_schema
    made = FastAPI.openapi(app)
    schemas = made.setdefault("components", {}).setdefault("schemas", {})
    schemas["Error"] = ERROR
    schemas.pop("HTTPValidationError", None)
    schemas.pop("ValidationError", None)
    content = {"application/json": {"schema": {"$ref": "#/components/schemas/Error"}}}
    for path in made["paths"].values():
        for operation in path.values():
            for status, words in _REFUSALS:
                operation["responses"][status] = {"description": words, "content": content}
    for router in routers:
        for route in router.routes:
            if isinstance(route, APIRoute) and "GET" in (route.methods or ()):
                _exemplify(app, made["paths"][f"{prefix}{route.path}"]["get"], route)
    return made


def _exemplify(app: FastAPI, operation: dict[str, Any], route: APIRoute) -> None:
    """Put the answer to the operation's own examples beside it, where that is JSON."""
    content = operation["responses"]["200"].get("content", {})
    kind = next((one for one in content if one.endswith("json")), None)
    if kind is None:
        return
    given = {
        one["name"]: example
        for one in operation.get("parameters", ())
        if (one.get("required") or one["name"] == "participant")
        and (example := example_of(one)) is not None
    }
    endpoint: Callable[..., Any] = inspect.unwrap(route.endpoint)
    answer = endpoint(_request(app, route.path), **given)
    content[kind]["example"] = _short(json.loads(answer.body))


def example_of(parameter: dict[str, Any]) -> Any:
    """The first example of a parameter; None without one."""
    found = parameter.get("examples") or parameter.get("schema", {}).get("examples")
    return found[0] if isinstance(found, list) and found else None


def _request(app: FastAPI, path: str) -> Request:
    """A request of nobody's, for an example."""
    scope = {
        "type": "http",
        "app": app,
        "method": "GET",
        "path": path,
        "scheme": "http",
        "server": ("localhost", 80),
        "query_string": b"",
        "headers": [],
        "client": ("example", 0),
    }
    return Request(scope)


def _short(value: Any) -> Any:
    """The value with long lists cut."""
    if isinstance(value, dict):
        return {key: _short(one) for key, one in list(value.items())[:40]}
    return [_short(one) for one in value[:_SHOWN]] if isinstance(value, list) else value
