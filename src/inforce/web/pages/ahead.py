"""The pages that look ahead: forecasts, scenarios, what is needed, what still binds."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, File, Form, Request, UploadFile
from markupsafe import Markup
from starlette.responses import HTMLResponse

from inforce.catalogue.scales import scales
from inforce.web.asked import Asked
from inforce.web.data.ahead import (
    LedgerPage,
    exposure_page,
    ledger_page,
    needs_page,
    ruled,
    whatif_page,
)
from inforce.web.errors import Refused
from inforce.web.pages.check import given_documents
from inforce.web.render import rendered
from inforce.web.security import check_origin
from inforce.web.serving import serving

router = APIRouter(include_in_schema=False)
_FRESH = {"Cache-Control": "no-store"}
_Day = Annotated[str, Form(max_length=60)]
EXAMPLE = """\
name = "Norway leaves"
on = 2027-12-31
groups = ["NATO", "EU"]

[[act]]
participant = "Norway"
treaty = "apmbc"
act = "withdrawal"
date = 2027-01-15
"""
"""The scenario that stands in the empty form."""


@router.get("/forecasts")
def forecasts_form(request: Request) -> HTMLResponse:
    """The empty form."""
    return _forecasts(request, Asked.of(request.query_params))


@router.post("/forecasts")
def forecasts(
    request: Request,
    text: Annotated[str, Form()] = "",
    files: Annotated[list[UploadFile] | None, File()] = None,
    published: _Day = "",
    on: _Day = "",
    known_on: _Day = "",
    scale: Annotated[str, Form(max_length=100)] = "",
) -> HTMLResponse:
    """The forecasts of what was given, with outcomes and scores; nothing is kept."""
    check_origin(request)
    held = serving(request)
    held.rates.spend("check", request)
    asked = Asked.of({"on": on, "known_on": known_on})
    day = Asked.of({"on": published}).on
    found = list(given_documents(text, files or [], "", published=day, held=held))
    if not found:
        raise Refused(422, "nothing_given", "no text or file was given; one is needed")
    with held.checking(), held.site.view(asked) as view:
        page = ledger_page(found, asked, view, scale=scale)
    return _forecasts(request, asked, page=page, scale=scale)


def _forecasts(
    request: Request, asked: Asked, *, page: LedgerPage | None = None, scale: str = ""
) -> HTMLResponse:
    return rendered(
        request,
        "forecasts.html",
        asked=asked,
        page=page,
        scales=scales(serving(request).site.catalogue),
        scale=scale,
        # The picture is the library's own, in which all that is shown was escaped.
        diagram=Markup(page.diagram if page else ""),
        headers=_FRESH,
    )


@router.get("/whatif")
def whatif_form(request: Request) -> HTMLResponse:
    """The form with an example."""
    asked = Asked.of(request.query_params)
    return rendered(request, "whatif.html", asked=asked, page=None, text=EXAMPLE, headers=_FRESH)


@router.post("/whatif")
def whatif(
    request: Request,
    text: Annotated[str, Form(max_length=200_000)] = "",
    files: Annotated[list[UploadFile] | None, File()] = None,
    on: _Day = "",
    known_on: _Day = "",
) -> HTMLResponse:
    """Before and after; the record stays as it is and nothing is kept."""
    check_origin(request)
    held = serving(request)
    held.rates.spend("check", request)
    asked = Asked.of({"on": on, "known_on": known_on})
    sent = [one.file.read() for one in files or [] if one.filename]
    texts = [text] if text.strip() else []
    try:
        texts += [one.decode("utf-8") for one in sent]
    except UnicodeDecodeError as error:
        raise Refused(422, "not_usable", "a file is no UTF-8 text; TOML was expected") from error
    with held.checking(), held.site.view(asked) as view:
        page = whatif_page(texts, asked, view)
    return rendered(request, "whatif.html", asked=asked, page=page, text=text, headers=_FRESH)


@router.get("/needs")
def needs(request: Request, treaty: str = "") -> HTMLResponse:
    """What a treaty still lacks for its entry into force."""
    asked = Asked.of(request.query_params)
    with serving(request).site.view(asked) as view:
        page = needs_page(treaty, asked, view)
        names = ruled(view)
    return rendered(request, "needs.html", asked=asked, page=page, treaties=names, treaty=treaty)


@router.get("/exposure")
def exposure(
    request: Request, treaty: str = "", participant: str = "", group: str = ""
) -> HTMLResponse:
    """What still binds those who leave a treaty."""
    held = serving(request)
    held.rates.spend("answer", request)
    asked = Asked.of(request.query_params)
    with held.site.view(asked) as view:
        page = exposure_page(treaty, participant.strip(), group, asked=asked, view=view)
        names = ruled(view)
        groups = tuple((one.id, one.name) for one in view.catalogue.groups())
    return rendered(
        request,
        "exposure.html",
        asked=asked,
        page=page,
        treaties=names,
        groups=groups,
        treaty=treaty,
        participant=participant,
        group=group,
    )
