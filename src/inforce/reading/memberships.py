"""Bodies whose membership is a treaty's: leaving the one is leaving the other."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from importlib.resources import files

from inforce.reading.names import Mention


@lru_cache(maxsize=1)
def _table() -> tuple[dict[str, str], dict[str, str]]:
    import yaml

    path = files("inforce.catalogue").joinpath("data", "reading", "organisations.yaml")
    data = yaml.safe_load(path.read_text(encoding="utf-8"))
    return data["membership"], data["short"]


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
    short = {**_initials(mentions, text), **short}
    for abbreviation, treaty in short.items():
        if treaty in named and abbreviation in text:
            found += [
                Mention(
                    "treaty",
                    treaty,
                    m.start(),
                    m.end(),
                    "body" if abbreviation in standing else None,
                )
                for m in re.finditer(rf"\b{abbreviation}\b", text)
                if m.start() not in taken
            ]
    return sorted(found, key=lambda m: m.start)
