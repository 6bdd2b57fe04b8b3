"""The one shape of every refusal, and the status that each of the library's errors has."""

from __future__ import annotations

from typing import Any

from inforce.catalogue import CatalogueError, UnknownGroup, UnknownParticipant, UnknownTreaty
from inforce.errors import InforceError


class Refused(InforceError):  # noqa: N818
    """A request that is not answered: its HTTP status, a word for programs, a sentence."""

    def __init__(
        self, status: int, code: str, message: str, *, retry_after: int | None = None
    ) -> None:
        super().__init__(message)
        self.status, self.code, self.retry_after = status, code, retry_after


def status_of(error: Exception) -> tuple[int, str]:
    """The HTTP status and the word for programs of an error."""
    if isinstance(error, Refused):
        return error.status, error.code
    if isinstance(error, (UnknownTreaty, UnknownParticipant, UnknownGroup)):
        return 404, "unknown_name"
    if isinstance(error, CatalogueError):
        return 503, "catalogue"
    return 422, "not_usable"


def error_json(status: int, code: str, message: str) -> dict[str, Any]:
    """The object of every error of the API."""
    return {"error": {"status": status, "code": code, "message": message}}
