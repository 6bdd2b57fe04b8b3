"""What a running server has at hand, found from a request."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from threading import BoundedSemaphore
from typing import TYPE_CHECKING

from fastapi import Request

from inforce.web.accounts import Accounts
from inforce.web.errors import Refused
from inforce.web.kept import Shelf
from inforce.web.security import Rates
from inforce.web.settings import Settings
from inforce.web.site import Site

if TYPE_CHECKING:
    from inforce.documents.fetch import Network

_AT_ONCE = 2
_PATIENCE = 30.0


@dataclass(frozen=True, slots=True)
class Serving:
    """The site, its settings, kept reports, rates and editors; ``network`` fetches addresses."""

    settings: Settings
    site: Site
    shelf: Shelf
    rates: Rates
    accounts: Accounts
    network: Network | None = None
    _checks: BoundedSemaphore = field(default_factory=lambda: BoundedSemaphore(_AT_ONCE))

    @contextmanager
    def checking(self) -> Iterator[None]:
        """One of the few checks that run at once, so that the other pages stay quick.

        Raises Refused (503) when its turn does not come within half a minute.
        """
        if not self._checks.acquire(timeout=_PATIENCE):
            raise Refused(503, "busy", "too many checks are running; try again", retry_after=10)
        try:
            yield
        finally:
            self._checks.release()


def serving(request: Request) -> Serving:
    """The server's own things."""
    found: Serving = request.app.state.serving
    return found
