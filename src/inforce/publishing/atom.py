"""Changes as an Atom feed (RFC 4287), to subscribe to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time

EPOCH = date(1970, 1, 1)


@dataclass(frozen=True, slots=True)
class Item:
    """One change: ``id`` never changes, ``day`` is when it was said or came about."""

    id: str
    title: str
    words: str
    day: date
    url: str


def atom_feed(items: Sequence[Item], *, title: str, address: str, page: str) -> bytes:
    """The feed of these items, newest first; the same items give the same bytes.

    ``address`` is where the feed is found, ``page`` the page that shows the same.
    """
    from feedgen.feed import FeedGenerator

    feed = FeedGenerator()
    feed.id(address)
    feed.title(title)
    feed.author({"name": "inforce"})
    feed.link(href=address, rel="self")
    feed.link(href=page, rel="alternate")
    feed.updated(_moment(max((item.day for item in items), default=EPOCH)))
    for item in items:
        entry = feed.add_entry(order="append")
        entry.id(item.id)
        entry.title(item.title)
        entry.summary(item.words)
        entry.link(href=item.url)
        entry.updated(_moment(item.day))
    made: bytes = feed.atom_str(pretty=True)
    return made


def _moment(day: date) -> datetime:
    return datetime.combine(max(day, date(1, 1, 1)), time(), tzinfo=UTC)
