"""Finding an entry by a name typed by a person, and the nearest names when there is none."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

_WITH_ARTICLE = re.compile(
    r"United (?:Kingdom|States|Arab)|.*\b(?:Republic|Islands|Union|See|Comoros|Federation)\b"
    r"|(?:Bahamas|Gambia|Maldives|Netherlands|Philippines)\b"
)


def fold(name: str) -> str:
    """A name without case, quotes, spare blanks, or the article before it."""
    folded = unicodedata.normalize("NFKC", name).casefold()
    for quote in "’ʼ`´":
        folded = folded.replace(quote, "'")
    return " ".join(folded.strip(" '\"“”„«».").split()).removeprefix("the ")


def closest(name: str, names: Iterable[str], *, most: int = 3) -> list[str]:
    """The names most like ``name``, the nearest first; none when nothing is near."""
    from difflib import get_close_matches

    by_fold = {fold(known): known for known in names}
    close = get_close_matches(fold(name), list(by_fold), n=most, cutoff=0.5)
    return [by_fold[folded] for folded in close]


def nearest(names: Iterable[str]) -> str:
    """Words that end a message: ``; the nearest are a, b and c``, or nothing without a name."""
    found = list(dict.fromkeys(names))
    if not found:
        return ""
    if len(found) == 1:
        return f"; the nearest is {found[0]}"
    return f"; the nearest are {', '.join(found[:-1])} and {found[-1]}"


def with_article(name: str) -> str:
    """The name as it stands inside a sentence: "the Netherlands", "Lithuania"."""
    return f"the {name}" if _WITH_ARTICLE.match(name) else name
