"""The front page: text, files or an address in; every sentence with its verdict out."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated
from urllib.parse import parse_qs, urlencode

from fastapi import APIRouter, File, Form, Request, Response, UploadFile
from starlette.responses import HTMLResponse, RedirectResponse

from inforce.dates import PartialDate
from inforce.documents import Document, DocumentError, load_all, load_text
from inforce.web import drafts
from inforce.web.asked import Asked
from inforce.web.data.checked import CheckedPage, checked_page, form_of, report_of
from inforce.web.errors import Refused
from inforce.web.kept import utc_now
from inforce.web.render import base_url, rendered
from inforce.web.security import check_origin, check_token
from inforce.web.serving import Serving, serving

router = APIRouter(include_in_schema=False)


@router.get("/")
def front(request: Request) -> HTMLResponse:
    """The empty form."""
    return rendered(request, "check.html", asked=Asked.of(request.query_params), page=None)


@router.post("/check")
def check(
    request: Request,
    text: Annotated[str, Form()] = "",
    files: Annotated[list[UploadFile] | None, File()] = None,
    from_address: Annotated[str, Form(alias="address")] = "",
    published: Annotated[str, Form()] = "",
    known_on: Annotated[str, Form()] = "",
) -> HTMLResponse:
    """The verdicts on what was given; nothing of it is kept."""
    check_origin(request)
    held = serving(request)
    held.rates.spend("check", request)
    asked = Asked.of({"known_on": known_on})
    day = PartialDate.parse(published.strip()) if published.strip() else None
    found = list(given_documents(text, files or [], from_address.strip(), published=day, held=held))
    if not found:
        raise Refused(422, "nothing_given", "no text, file or address was given; one is needed")
    with held.checking(), held.site.view(asked) as view:
        page = checked_page(found, asked, view)
    return _page(request, page, asked)


def _page(request: Request, page: CheckedPage, asked: Asked) -> HTMLResponse:
    part = request.headers.get("hx-request") == "true"
    documents = [one.document for one in page.report.documents]
    return rendered(
        request,
        "checked.html" if part else "check.html",
        asked=asked,
        page=page,
        draft=drafts.to_text(documents),
        keep_days=serving(request).settings.keep_days,
        kept=None,
        headers={"Cache-Control": "no-store"},
    )


def given_documents(
    text: str,
    files: list[UploadFile],
    from_address: str,
    *,
    published: PartialDate | None,
    held: Serving,
) -> Iterator[Document | DocumentError]:
    """Every document of the text, the files and the address, or what is wrong with it."""
    if text.strip():
        try:
            yield load_text(text, name="the text given", published=published)
        except DocumentError as error:
            yield error
    for file in files:
        data = file.file.read()
        if data or file.filename:
            yield from load_all(data, name=file.filename or "a file", published=published)
    if from_address:
        yield from fetched(from_address, published=published, held=held)


def fetched(
    from_address: str, *, published: PartialDate | None, held: Serving
) -> Iterator[Document | DocumentError]:
    """The documents at a public web address; what is no such address is refused by name."""
    if not held.settings.fetch:
        raise Refused(403, "no_fetching", "this server fetches no addresses")
    if not from_address.lower().startswith(("http://", "https://")):
        # A path would be read from the server's own disk.
        yield DocumentError(from_address, "is no web address; http:// or https:// was expected")
        return
    yield from load_all(from_address, published=published, network=held.network)


@router.post("/check/download/{form}")
def download(
    request: Request,
    form: str,
    draft: Annotated[str, Form()],
    known_on: Annotated[str, Form()] = "",
) -> Response:
    """The report on the documents sent along, in one of the forms."""
    check_origin(request)
    held = serving(request)
    held.rates.spend("check", request)
    wanted = form_of(form)
    asked = Asked.of({"known_on": known_on})
    with held.checking(), held.site.view(asked) as view:
        body = wanted.write(report_of(drafts.from_text(draft), asked, view), view)
    return _file(body, f"inforce-report.{wanted.ending}", wanted.kind)


def _file(body: str, name: str, kind: str) -> Response:
    headers = {
        "Content-Disposition": f'attachment; filename="{name}"',
        "Cache-Control": "no-store",
    }
    return Response(body, media_type=kind, headers=headers)


@router.post("/check/keep")
def keep(
    request: Request,
    draft: Annotated[str, Form()],
    token: Annotated[str, Form()] = "",
    known_on: Annotated[str, Form()] = "",
) -> RedirectResponse:
    """Keep the documents sent along under an address of their own, until their end."""
    check_token(request, token)
    held = serving(request)
    held.rates.spend("check", request)
    documents = drafts.to_text(drafts.from_text(draft))
    query = urlencode(Asked.of({"known_on": known_on}).fixed.query)
    kept = held.shelf.keep(
        documents=documents, query=query, catalogue=held.site.catalogue.digest, now=utc_now()
    )
    answer = RedirectResponse(f"/kept/{kept.token}", status_code=303)
    answer.set_cookie(
        "inforce_key",
        kept.key,
        httponly=True,
        samesite="strict",
        path=f"/kept/{kept.token}",
        max_age=held.settings.keep_days * 86_400,
    )
    return answer


@router.get("/kept/{token}")
def kept_page(request: Request, token: str) -> HTMLResponse:
    """A kept report, checked again for the days it was asked for."""
    held = serving(request)
    held.rates.spend("check", request)
    kept = held.shelf.find(token, now=utc_now())
    asked = _asked(kept.query)
    with held.checking(), held.site.view(asked) as view:
        page = checked_page(drafts.from_text(kept.documents), asked, view)
    key = request.cookies.get("inforce_key", "")
    return rendered(
        request,
        "check.html",
        asked=asked,
        page=page,
        draft=kept.documents,
        keep_days=held.settings.keep_days,
        kept=kept,
        may_delete=held.shelf.holds_key(token, key),
        address=f"{base_url(request)}/kept/{token}",
        same_facts=kept.catalogue == held.site.catalogue.digest,
        headers={"Cache-Control": "no-store", "X-Robots-Tag": "noindex"},
    )


def _asked(query: str) -> Asked:
    return Asked.of({key: values[0] for key, values in parse_qs(query).items()})


@router.get("/kept/{token}/{form}")
def kept_file(request: Request, token: str, form: str) -> Response:
    """A kept report in one of the forms."""
    held = serving(request)
    held.rates.spend("check", request)
    wanted = form_of(form)
    kept = held.shelf.find(token, now=utc_now())
    asked = _asked(kept.query)
    with held.checking(), held.site.view(asked) as view:
        body = wanted.write(report_of(drafts.from_text(kept.documents), asked, view), view)
    return _file(body, f"inforce-report.{wanted.ending}", wanted.kind)


@router.post("/kept/{token}/delete")
def delete(
    request: Request, token: str, form_token: Annotated[str, Form(alias="token")] = ""
) -> RedirectResponse:
    """Delete a kept report; only the browser that asked to keep it holds its key."""
    check_token(request, form_token)
    serving(request).shelf.delete(token, request.cookies.get("inforce_key", ""))
    answer = RedirectResponse("/?deleted=1", status_code=303)
    answer.delete_cookie("inforce_key", path=f"/kept/{token}")
    return answer
