"""Effects and deadlines as an iCalendar file (RFC 5545), to subscribe to."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta


@dataclass(frozen=True, slots=True)
class Entry:
    """One day in a calendar.

    ``uid`` stays the same while the day or the state changes, and ``sequence`` grows with each
    change; ``state`` is ``confirmed``, ``tentative`` or ``cancelled``; ``changed`` is the day on
    which what is said of it last changed.
    """

    uid: str
    day: date
    title: str
    words: str
    state: str = "confirmed"
    sequence: int = 0
    changed: date | None = None
    url: str = ""
    category: str = ""


def calendar_file(entries: Iterable[Entry], *, name: str) -> bytes:
    """The calendar: the same entries give the same bytes, whenever they are asked for."""
    from icalendar import Calendar, Event

    calendar = Calendar()
    calendar.add("prodid", "-//inforce//treaty calendar//EN")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", name)
    for entry in entries:
        event = Event()
        event.add("uid", f"{entry.uid}@inforce")
        event.add("dtstamp", datetime.combine(entry.changed or entry.day, time(), tzinfo=UTC))
        event.add("dtstart", entry.day)
        event.add("dtend", entry.day + timedelta(days=1))
        event.add("summary", entry.title)
        event.add("description", entry.words)
        event.add("status", entry.state.upper())
        event.add("sequence", entry.sequence)
        event.add("transp", "TRANSPARENT")
        if entry.category:
            event.add("categories", [entry.category])
        if entry.url:
            event.add("url", entry.url)
        calendar.add_component(event)
    made: bytes = calendar.to_ical()
    return made
