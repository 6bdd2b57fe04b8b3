"""Templates filled in: everything that is shown goes through Jinja2's escaping."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache, partial
from pathlib import Path
from typing import Any

from fastapi import Request
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from jinja2.ext import Extension
from markupsafe import Markup, escape
from starlette.responses import HTMLResponse

from inforce import __version__
from inforce.publishing.told import short_name
from inforce.web.asked import Asked, address
from inforce.web.security import TOKEN, new_token
from inforce.web.static_files import asset_url
from inforce.web.texts import texts

_TEMPLATES = Path(__file__).parent / "templates"
_PLAIN = re.compile(r"""\{\{ t\("([a-z_.]+)"\) \}\}""")
_DOSSIER = Path(__file__).parents[1] / "publishing" / "templates"
NAV = (
    ("/", "nav.check"),
    ("/treaties", "nav.treaties"),
    ("/participants", "nav.participants"),
    ("/groups", "nav.groups"),
    ("/calendar", "nav.calendar"),
    ("/forecasts", "nav.forecasts"),
    ("/whatif", "nav.whatif"),
    ("/review", "nav.review"),
    ("/api", "nav.api"),
)


class Told(Extension):
    """Puts the texts that need no value into a template as it is read, not at each answer."""

    def preprocess(self, source: str, name: str | None, filename: str | None = None) -> str:
        """The template's source with its plain texts filled in, escaped."""
        _ = name, filename
        return _PLAIN.sub(lambda found: str(escape(texts()(found[1]))), source)


@lru_cache(maxsize=1)
def environment() -> Environment:
    """The templates with the names that each of them may use."""
    made = Environment(
        loader=FileSystemLoader([_TEMPLATES, _DOSSIER]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        extensions=[Told],
        auto_reload=False,
    )
    made.globals |= {"t": texts(), "asset": asset_url, "nav": NAV, "version": __version__}
    made.filters["short_name"] = short_name
    return made


def rendered(
    request: Request,
    template: str,
    *,
    asked: Asked,
    status: int = 200,
    headers: Mapping[str, str] | None = None,
    **shown: Any,
) -> HTMLResponse:
    """A page; ``shown`` are the values of its template. Links keep the days asked."""
    token = request.cookies.get(TOKEN) or new_token()
    body = (
        environment()
        .get_template(template)
        .render(
            asked=asked,
            href=partial(address, asked=asked),
            here=request.url.path,
            kept_query=[
                (k, v)
                for k, v in request.query_params.multi_items()
                if k not in ("on", "known_on", "recorded_on")
            ],
            fixed=address(request.url.path, asked.fixed, **_others(request)),
            base=base_url(request),
            token=token,
            **shown,
        )
    )
    answer = HTMLResponse(body, status_code=status, headers=dict(headers or {}))
    if TOKEN not in request.cookies:
        answer.set_cookie(TOKEN, token, httponly=True, samesite="strict", path="/")
    return answer


def drawn(template: str, **shown: Any) -> Markup:
    """A part of a page that is the same for whoever asks on whichever day."""
    return Markup(environment().get_template(template).render(**shown))


def base_url(request: Request) -> str:
    """The site's own address, as the browser named it, without a slash at the end."""
    return f"{request.url.scheme}://{request.url.netloc}"


def _others(request: Request) -> dict[str, str]:
    days = ("on", "known_on", "recorded_on", "asked")
    return {k: v for k, v in request.query_params.items() if k not in days}
