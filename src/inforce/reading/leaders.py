"""Heads of state and of government named without their office: "Putin signed a law"."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from importlib.resources import files
from typing import Any

from inforce.dates import PartialDate
from inforce.reading.names import Mention

_NEXT = re.compile(r" ([a-z]+)")
_TITLE = re.compile(r"(?:Mr|Ms|Mrs|Sir|Dr|Lord)\.? $")


@dataclass(frozen=True, slots=True)
class Leader:
    """Who goes by a surname: first name, state, office, and when it was held."""

    surname: str
    first: str
    state: str
    role: str
    since: date
    until: date | None = None


@lru_cache(maxsize=1)
def _data() -> dict[str, Any]:
    import yaml

    path = files("inforce.catalogue").joinpath("data", "reading", "leaders.yaml")
    data: dict[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return data


@lru_cache(maxsize=16)
def leaders(language: str = "en") -> dict[str, Leader]:
    """The leaders by surname, as a language writes it; none where no file tells how it does."""
    if language != "en":
        known, spoken = leaders(), _data()["spoken"].get(language, {})
        parted = {surname: full.rpartition(" ") for surname, full in spoken.items()}
        return {
            last: replace(known[surname], surname=last, first=first)
            for surname, (first, _, last) in parted.items()
        }
    return {
        row["surname"]: Leader(
            row["surname"], row["first"], row["state"], row["role"], row["from"], row.get("until")
        )
        for row in _data()["leaders"]
    }


@lru_cache(maxsize=1)
def around() -> frozenset[str]:
    """The nouns before which a surname names those around a leader, and not the leader."""
    return frozenset(_data()["around"])


@lru_cache(maxsize=16)
def _pattern(language: str) -> re.Pattern[str]:
    found = sorted(leaders(language), key=len, reverse=True)
    names = "|".join(re.escape(name) for name in found)
    return re.compile(rf"\b(?:{names})\b")


def leaders_in(
    mentions: list[Mention], text: str, published: PartialDate | None, language: str = "en"
) -> list[Mention]:
    """The mentions, and beside them the leaders who held their office by the day of publication.

    A first name before the surname must be the leader's own; without a date of publication a
    text must give the full name once.
    """
    found: list[Mention] = []
    known = leaders(language)
    if not known:
        return mentions
    starts = [m.start for m in mentions]
    latest = published.latest if published is not None else None
    for match in _pattern(language).finditer(text):
        leader = known[match.group()]
        if latest is not None and leader.since > latest:
            continue
        at = bisect_right(starts, match.start()) - 1
        if at >= 0 and mentions[at].end > match.start():
            continue
        following = _NEXT.match(text, match.end())
        if following is not None and following.group(1) in around():
            continue
        full = f"{leader.first} {leader.surname}"
        start = match.start() - len(leader.first) - 1
        own = start >= 0 and text[start : match.end()] == full
        before = text[max(0, match.start() - 24) : match.start()]
        if not own and ((latest is None and full not in text) or _other_name(before)):
            continue
        begin = start if own else match.start()
        found.append(Mention("institution", leader.state, begin, match.end(), leader.role))
    return sorted([*mentions, *found], key=lambda m: m.start) if found else mentions


def _other_name(before: str) -> bool:
    """Whether another first name stands before a surname: "Melania Trump"."""
    if not before.endswith(" ") or _TITLE.search(before):
        return False
    word = re.search(r"([^\W\d_][\w'-]*) $", before)
    if word is None or not word.group(1)[0].isupper():
        return False
    sentence_start = re.search(r"(?:^|[.!?:\n]\s*)[^\W\d_][\w'-]* $", before)
    office = word.group(1).lower() in _OFFICES
    return not (sentence_start or office)


_OFFICES = frozenset(
    {"president", "minister", "premier", "chancellor", "leader", "when", "as", "after", "and"}
)
