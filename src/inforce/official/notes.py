"""End notes and the depositary notifications that they cite."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from inforce.dates import DateError, PartialDate
from inforce.official.model import Notification
from inforce.official.printed_dates import PRINTED, printed_date

_NUMBER = re.compile(
    r"(?:\bC\.?\s*([NL])\.?\s*(\d{1,4})\s*[./]\s*(\d{4})(?!\d)|"
    r"\b(\d{1,4})\.(\d{4})(?=\.TREATIES))"
    r"(?:\s*\.\s*(TREATIES(?:\s*[-–‐‑]\s*[\w.\-/]*|\.[IVXLC\d][\w.\-/]*)?))?"
    rf"(?:[\s,()]*(?:reissued(?: on)?|of|dated|on)?\s*({PRINTED}))?",
    re.I,
)


def notifications_in(text: str, place: str) -> Iterator[tuple[re.Match[str], Notification]]:
    """Every depositary notification that a text cites by its number, with the day beside it.

    C.N. numbers a notification; C.L. did so before 1957.

    ``place`` says where the text stands, such as ``end note 4``.
    """
    for match in _NUMBER.finditer(text):
        kind, number, year = match[1] or "N", match[2] or match[4], match[3] or match[5]
        suffix = re.sub(r"[–‐‑]", "-", re.sub(r"\s+", "", match[6] or "")).rstrip(".-")
        cited = f"C.{kind}.{number}.{year}" + (f".{suffix}" if suffix else "")
        yield match, Notification(cited, _day(match[7]), place)


def notifications_of(texts: Iterable[tuple[str, str]]) -> tuple[Notification, ...]:
    """The notifications that (place, text) pairs cite, each once a place."""
    found = (n for place, text in texts for _, n in notifications_in(text, place))
    return tuple(dict.fromkeys(found))


def _day(text: str | None) -> PartialDate | None:
    try:
        return printed_date(text) if text else None
    except DateError:
        return None
