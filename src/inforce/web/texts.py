"""Every text of the site, in one catalogue a language, by key."""

from __future__ import annotations

import tomllib
from functools import lru_cache
from pathlib import Path
from typing import Any

from inforce.errors import InforceError

_FOLDER = Path(__file__).parent / "texts"


class TextError(InforceError):
    """A text of the site that no catalogue of texts has."""


class Texts:
    """The texts of one language; call it with a key such as ``treaty.rules``."""

    def __init__(self, language: str, texts: dict[str, str]) -> None:
        self.language, self._texts = language, texts

    @property
    def keys(self) -> frozenset[str]:
        """Every key."""
        return frozenset(self._texts)

    def __call__(self, key: str, **values: Any) -> str:
        """The text of a key with the values put in; raises TextError for an unknown key."""
        found = self._texts.get(key)
        if found is None:
            raise TextError(
                f"the texts of {self.language} have no {key!r}; a known key was expected"
            )
        return found.format(**values) if values else found


@lru_cache
def texts(language: str = "en") -> Texts:
    """The texts of a language, read from ``texts/<language>.toml``."""
    with (_FOLDER / f"{language}.toml").open("rb") as file:
        found = tomllib.load(file)
    flat = {f"{part}.{key}": text for part, held in found.items() for key, text in held.items()}
    return Texts(language, flat)
