"""Sentences of end notes, without what the notes quote from communications."""

from __future__ import annotations

import re

_QUOTED = re.compile(r"“[^”]*(?:”|$)|\"[^\"\n]{40,}\"?", re.S)
_GIVEN = re.compile(
    r"follow|hereinafter|communicat|object|declar|statement|reserv|note|letter|text|reads?\b", re.I
)
_DEPOSITARY = re.compile(
    r"(?:Subsequently|Thereafter|Later|Further|Upon|On \d|By a |In an? |The (?:Secretary-General|"
    r"instrument|notification|Government of [A-Z][\w ]+ (?:notified|informed|deposited)))"
)
_SHORT = re.compile(
    r"\b(No|Nos|vol|p|pp|art|para|paras|St|ch|Doc|cf|i\.e|e\.g|Ser|C|N)\.(?=\s|[A-Z0-9])"
)
_END = re.compile(r"(?<=[.;])[)\]”\"]*\s+(?=[A-ZÀ-Þ“\"(\[])|\n+")
_HELD = "\u2024"


def without_quotes(text: str) -> str:
    """A note in the depositary's own words, without the communications that it gives.

    A line that announces a text is followed by that text, until a line in which the depositary
    speaks again.
    """
    kept, given = [], False
    for line in text.split("\n"):
        if not given or _DEPOSITARY.match(line):
            kept.append(line)
            given = line.endswith(":") and _GIVEN.search(line) is not None
    return _QUOTED.sub(" ", "\n".join(kept))


def sentences_of(text: str) -> tuple[str, ...]:
    """The sentences of a text; a point behind an abbreviation or in a number ends none."""
    held = _SHORT.sub(lambda m: m[1].replace(".", _HELD) + _HELD, text)
    parts = (part.replace(_HELD, ".").strip() for part in _END.split(held))
    return tuple(part for part in parts if part and "\t" not in part)
