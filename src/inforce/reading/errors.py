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


class LexiconEntryError(ReadingError):
    """An entry of a lexicon that is no text."""

    def __init__(self, entry: object) -> None:
        super().__init__(
            f"a lexicon's entry: found {entry!r}, expected a word or phrase; "
            "words such as no, on and y stand in quotes in YAML"
        )
