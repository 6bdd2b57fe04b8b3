"""Bodies whose membership is a treaty's: leaving the one is leaving the other."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from importlib.resources import files
from typing import Any

from inforce.reading.names import Mention


@lru_cache(maxsize=1)
def _data() -> dict[str, Any]:
    import yaml

    path = files("inforce.catalogue").joinpath("data", "reading", "organisations.yaml")
    data: dict[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return data


def _table() -> tuple[dict[str, str], dict[str, str]]:
    return _data()["membership"], _data()["short"]


def known_bare() -> tuple[str, ...]:
    """The abbreviations that after an article need no other support, with it: "the ICC"."""
    return tuple(f"{article} {name}" for name in _data()["bare"] for article in ("the", "The"))


def _bare(text: str) -> dict[str, str]:
    """The abbreviations that a text uses so, unless it speaks of another that goes by them."""
    low = ""
    found: dict[str, str] = {}
    for name, told in _data()["bare"].items():
        if f"the {name}" not in text and f"The {name}" not in text:
            continue
        low = low or text.lower()
        if not any(word in low for word in told["against"]):
            found[name] = told["treaty"]
    return found


def bodies(also: Mapping[str, str]) -> frozenset[str]:
    """The names by which such bodies are mentioned."""
    return frozenset({*also, *_table()[0]})


def _initials(mentions: list[Mention], text: str) -> dict[str, str]:
    """The abbreviations of the titles that a text gives in full: ECT, ATT."""
    found: dict[str, str] = {}
    for mention in mentions:
        if mention.kind == "treaty":
            words = text[mention.start : mention.end].split()
            letters = "".join(word[0] for word in words if word[0].isupper())
            if len(letters) > 2:
                found[letters] = mention.id
    return found


def memberships(mentions: list[Mention], text: str, also: Mapping[str, str]) -> list[Mention]:
    """The mentions, with such bodies, and their abbreviations, as mentions of the treaty.

    ``also``: further abbreviations with their treaties, which only the body's name supports.
    """
    standing, short = _table()
    standing, short = {**also, **standing}, {**also, **short}
    named = {m.id for m in mentions if m.kind == "treaty"}
    named |= {standing[m.id] for m in mentions if m.kind == "organisation" and m.id in standing}
    found = [
        Mention("treaty", standing[m.id], m.start, m.end, "body")
        if m.kind == "organisation" and m.id in standing
        else m
        for m in mentions
    ]
    taken = {m.start for m in found}
    bare = _bare(text)
    short = {**_initials(mentions, text), **short, **bare}
    for abbreviation, treaty in short.items():
        if (treaty in named or abbreviation in bare) and abbreviation in text:
            found += [
                Mention(
                    "treaty",
                    treaty,
                    m.start(),
                    m.end(),
                    "body" if abbreviation in standing or abbreviation in bare else None,
                )
                for m in re.finditer(rf"\b{abbreviation}\b", text)
                if m.start() not in taken
            ]
    return sorted(found, key=lambda m: m.start)
