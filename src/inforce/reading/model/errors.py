"""What can go wrong between us and a language model."""

from __future__ import annotations

from inforce.reading.errors import ReadingError


class ModelError(ReadingError):
    """A language model that cannot be asked, or whose answer cannot be used.

    ``lasting``: the next document would meet the same fault, so there is no use in going on.
    """

    def __init__(self, message: str, *, lasting: bool = False) -> None:
        super().__init__(message)
        self.lasting = lasting


class UnusableAnswerError(ModelError):
    """An answer that is not what was asked for; the same question may be answered better."""


class RefusedParameterError(ModelError):
    """An endpoint that does not take a parameter, which is then put in another way."""
