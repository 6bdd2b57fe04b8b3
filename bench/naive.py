"""What a user would otherwise put together: dateparser's search for dates, names from pycountry."""

from __future__ import annotations

from functools import cache


@cache
def _names() -> tuple[str, ...]:
    import pycountry

    return tuple(country.name for country in pycountry.countries)


def found(text: str) -> tuple[list[object], list[str]]:
    """The dates and the countries of a text."""
    from dateparser.search import search_dates

    return search_dates(text) or [], [name for name in _names() if name in text]
