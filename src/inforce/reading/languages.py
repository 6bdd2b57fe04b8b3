"""The languages that have a lexicon, each loaded once."""

from __future__ import annotations

from functools import lru_cache
from importlib.resources import files

from inforce.reading.errors import UnknownLanguageError
from inforce.reading.free.words import compile_free
from inforce.reading.lexicon import Lexicon, compile_lexicon


@lru_cache(maxsize=16)
def load_lexicon(language: str) -> Lexicon:
    """The lexicon of that language; UnknownLanguageError where there is none yet."""
    import yaml

    path = files("inforce.catalogue").joinpath("data", "lexicon", f"{language}.yaml")
    if not path.is_file():
        raise UnknownLanguageError(language, languages())
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    data = yaml.load(path.read_text(encoding="utf-8"), Loader=loader)
    return compile_free(data) if data.get("typology") == "free" else compile_lexicon(data)


@lru_cache(maxsize=1)
def languages() -> tuple[str, ...]:
    """The languages that have a lexicon, by code."""
    folder = files("inforce.catalogue").joinpath("data", "lexicon")
    return tuple(sorted(f.name[:-5] for f in folder.iterdir() if f.name.endswith(".yaml")))
