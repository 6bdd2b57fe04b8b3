"""What can go wrong in reading."""

from __future__ import annotations

from inforce.errors import InforceError


class ReadingError(InforceError):
    """A document cannot be read as asked."""


class UnknownLanguageError(ReadingError):
    """No lexicon for that language."""

    def __init__(self, language: str, known: tuple[str, ...]) -> None:
        super().__init__(
            f"no lexicon for the language {language!r}: one of {', '.join(known)} was expected"
        )
