"""The site as one application: pages, API, feeds, with their guards."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from threading import Thread
from typing import TYPE_CHECKING

from fastapi import FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.middleware.cors import CORSMiddleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.responses import JSONResponse

from inforce import __version__
from inforce.errors import InforceError
from inforce.web import static_files
from inforce.web.accounts import Accounts
from inforce.web.asked import Asked
from inforce.web.errors import Refused, error_json, status_of
from inforce.web.kept import Shelf
from inforce.web.openapi import WORDS, described
from inforce.web.pages import about, ahead, check, record, review
from inforce.web.quick import Lane
from inforce.web.render import rendered
from inforce.web.security import Guard, Rates
from inforce.web.serving import Serving
from inforce.web.settings import Settings
from inforce.web.site import Site
from inforce.web.tags import Tags
from inforce.web.v1 import foresight, questions, reviewing, subscriptions, tables, work
from inforce.web.warm import warm

if TYPE_CHECKING:
    from inforce.documents.fetch import Network

API = "/api/v1"
_MACHINE = (".ics", ".atom")


def create_app(settings: Settings | None = None, *, network: Network | None = None) -> FastAPI:
    """The site of these settings; ``network`` says how addresses given to it are fetched.

    Raises CatalogueError and StoreError for facts that cannot be read, ShelfError and AccountError
    for files of kept reports and of accounts that are something else.
    """
    settings = settings or Settings()
    site = Site(settings)

    @asynccontextmanager
    async def life(_: FastAPI) -> AsyncIterator[None]:
        Thread(target=warm, args=(site,), daemon=True).start()
        yield

    app = FastAPI(
        title="inforce",
        version=__version__,
        description=WORDS,
        openapi_url=f"{API}/openapi.json",
        docs_url=None,
        redoc_url=None,
        lifespan=life,
    )
    shelf, accounts = Shelf(settings.reports, days=settings.keep_days), Accounts(settings.editors)
    shelf.check()
    accounts.names()
    app.state.serving = Serving(
        settings,
        site,
        shelf,
        Rates(
            checks=settings.checks_a_minute,
            answers=settings.answers_a_minute,
            sign_ins=settings.sign_ins_a_minute,
        ),
        accounts,
        network,
    )
    # Routes are tried in this order; the record's pages are asked for most.
    app.include_router(record.router)
    for part in (questions, work, foresight, reviewing, tables):
        app.include_router(part.router, prefix=API)
    for other in (subscriptions, static_files, check, ahead, review, about):
        app.include_router(other.router)
    _guarded(app, settings)
    routers = tuple(one.router for one in (questions, work, foresight, reviewing, tables))
    app.openapi = lambda: described(app, routers, prefix=API)  # type: ignore[method-assign]
    return app


def _guarded(app: FastAPI, settings: Settings) -> None:
    """The guards, from the innermost to the outermost."""

    app.add_middleware(
        Lane,
        path=f"{API}/status",
        answer=questions.status,
        needed=frozenset({"participant", "treaty"}),
        known=frozenset({"participant", "treaty", "on", "known_on", "recorded_on"}),
    )
    app.add_middleware(Tags, site=app.state.serving.site)
    app.add_exception_handler(InforceError, _refuse)
    app.add_exception_handler(RequestValidationError, _refuse)
    app.add_exception_handler(HTTPException, _refuse)
    app.add_exception_handler(Exception, _refuse)
    app.add_middleware(GZipMiddleware, minimum_size=1000, compresslevel=6)
    if settings.origins:
        app.add_middleware(
            CORSMiddleware,
            allow_origins=list(settings.origins),
            allow_methods=["GET", "POST"],
            allow_headers=["Content-Type", "If-None-Match"],
            expose_headers=["ETag"],
        )
    app.add_middleware(TrustedHostMiddleware, allowed_hosts=_hosts(settings), www_redirect=False)
    app.add_middleware(Guard, max_upload=settings.max_upload, share=bool(settings.origins))


def _hosts(settings: Settings) -> list[str]:
    """The host names without their ports, as the middleware compares them."""
    return [host.lower() for host in settings.hosts]


def _refuse(request: Request, error: Exception) -> Response:
    """The one answer to everything that goes wrong: JSON for programs, a page for people."""
    status, code, message = _told(error)
    headers = {}
    if isinstance(error, Refused) and error.retry_after:
        headers["Retry-After"] = str(error.retry_after)
    if isinstance(error, HTTPException) and error.headers:
        headers.update(error.headers)
    path = request.url.path
    if path.startswith("/api/v1") or path.endswith(_MACHINE):
        return JSONResponse(error_json(status, code, message), status, headers)
    template = "refusal.html" if request.headers.get("hx-request") == "true" else "refused.html"
    if template == "refusal.html":
        # htmx puts only answers that went well into the page.
        status = 200
    return rendered(
        request, template, asked=Asked(), status=status, headers=headers, code=code, message=message
    )


def _told(error: Exception) -> tuple[int, str, str]:
    if isinstance(error, InforceError):
        return (*status_of(error), str(error))
    if isinstance(error, RequestValidationError):
        faults = [f"{'.'.join(str(p) for p in one['loc'])}: {one['msg']}" for one in error.errors()]
        return 422, "not_usable", "; ".join(faults)
    if isinstance(error, HTTPException):
        return error.status_code, "http", str(error.detail)
    return 500, "fault", "the server met a fault of its own; its log says more"
