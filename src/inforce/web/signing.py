"""Who is signed in: the session's cookie, and what a page that writes asks for."""

from __future__ import annotations

from fastapi import Request, Response

from inforce.web.accounts import Session
from inforce.web.errors import Refused
from inforce.web.kept import utc_now
from inforce.web.security import check_token
from inforce.web.serving import serving
from inforce.web.settings import LOCAL_HOSTS

SESSION = "inforce_session"
"""The cookie of a session; only the pages under ``/review`` are sent it."""
_PATH = "/review"


def editor_of(request: Request) -> Session | None:
    """The editor who asks; None for everybody else."""
    token = request.cookies.get(SESSION, "")
    return serving(request).accounts.session(token, now=utc_now()) if token else None


def signing(request: Request, token: str) -> Session:
    """The editor who sends a form; raises Refused (403) for a stranger's or another site's."""
    check_token(request, token)
    found = editor_of(request)
    if found is None:
        raise Refused(403, "not_signed_in", "only an editor who is signed in may do this")
    return found


def sign_in(request: Request, name: str, password: str) -> str:
    """The token of a new session; Refused (403) for a wrong name or password, 429 for many tries.

    Tries are counted by address and by name, so that many addresses cannot try one name.
    """
    held = serving(request)
    held.rates.spend("sign_in", request)
    held.rates.spend("sign_in", request, who=f"name {name}")
    token = held.accounts.sign_in(name, password, hours=held.settings.session_hours, now=utc_now())
    if token is None:
        raise Refused(403, "wrong_password", "name and password do not belong together")
    return token


def set_session(request: Request, answer: Response, token: str) -> None:
    """Give the browser its session; under a name that is not this machine's over TLS alone."""
    held = serving(request)
    answer.set_cookie(
        SESSION,
        token,
        max_age=held.settings.session_hours * 3600,
        path=_PATH,
        httponly=True,
        samesite="strict",
        secure=(request.url.hostname or "") not in (*LOCAL_HOSTS, "::1"),
    )


def end_session(request: Request, answer: Response) -> None:
    """End the session on both sides."""
    serving(request).accounts.sign_out(request.cookies.get(SESSION, ""))
    answer.delete_cookie(SESSION, path=_PATH)
