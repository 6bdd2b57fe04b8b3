"""What the pages of forecasts, scenarios, needs and exposure show: the library's own tables."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from inforce import api
from inforce.documents import Document, DocumentError
from inforce.forecasts import Exposure, Ledger, Needs, Scenario, WhatIf, parse_scenario
from inforce.publishing.inert import one_line
from inforce.publishing.ledger import ledger_tables, reliability_diagram
from inforce.publishing.names import treaty_name
from inforce.publishing.scenarios import exposure_tables, needs_tables, whatif_tables
from inforce.publishing.tables import Table
from inforce.web.asked import Asked
from inforce.web.data.checked import few
from inforce.web.errors import Refused

_MOST_SCENARIOS = 20


@dataclass(frozen=True, slots=True)
class LedgerPage:
    """The forecasts of documents with what became of them; ``diagram`` is SVG of our own."""

    ledger: Ledger
    tables: tuple[Table, ...]
    diagram: str
    problems: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TablesPage:
    """A question's answer as tables; none where nothing was asked."""

    tables: tuple[Table, ...] = ()


def ledger_page(
    documents: Sequence[Document | DocumentError], asked: Asked, view: api.View, *, scale: str = ""
) -> LedgerPage:
    """The page of the documents' forecasts; raises UnknownScale, and Refused for too many."""
    ledger = ledger_of(documents, asked, view, scale=scale)
    made = ledger_tables(ledger.resolved, ledger.scores, ledger.scale, view.catalogue)
    words = ledger.scores.by_word
    diagram = reliability_diagram(words, styled=False) if ledger.scores.n else ""
    bad = tuple(one_line(str(one)) for one in documents if isinstance(one, DocumentError))
    return LedgerPage(ledger, tuple(made), diagram, bad)


def ledger_of(
    documents: Sequence[Document | DocumentError], asked: Asked, view: api.View, *, scale: str = ""
) -> Ledger:
    """The library's ledger of the documents' forecasts, as known on the day asked."""
    good = [one for one in few(documents) if isinstance(one, Document)]
    statements = [told for one in good for told in api.read(one, view=view).statements]
    return api.forecasts(statements, on=asked.on, scale=scale or None, view=view)


def whatif_of(texts: Sequence[str], asked: Asked, view: api.View) -> WhatIf:
    """The library's answer to scenarios in TOML; raises ScenarioError and Refused."""
    if not texts:
        raise Refused(422, "nothing_given", "no scenario was given; one is needed")
    if len(texts) > _MOST_SCENARIOS:
        told = f"found {len(texts)} scenarios, at most {_MOST_SCENARIOS} expected"
        raise Refused(413, "too_many", told)
    return api.whatif(list(_scenarios(texts, view)), on=asked.on, view=view)


def _scenarios(texts: Sequence[str], view: api.View) -> Iterator[Scenario]:
    for number, text in enumerate(texts, 1):
        name = "the scenario" if len(texts) == 1 else f"scenario {number}"
        yield parse_scenario(text, view.catalogue, name=name)


def whatif_page(texts: Sequence[str], asked: Asked, view: api.View) -> TablesPage:
    """What the scenarios change, before and after."""
    return TablesPage(tuple(whatif_tables(whatif_of(texts, asked, view), view.catalogue)))


def needs_page(treaty: str, asked: Asked, view: api.View) -> TablesPage:
    """What a treaty still lacks; nothing where none is asked."""
    if not treaty:
        return TablesPage()
    return TablesPage(tuple(needs_tables(needs_of(treaty, asked, view), view.catalogue)))


def needs_of(treaty: str, asked: Asked, view: api.View) -> Needs:
    """The library's answer for the day."""
    return api.needs(treaty, on=asked.day, view=view)


def exposure_of(
    treaty: str, participant: str, group: str, asked: Asked, view: api.View
) -> tuple[Exposure, ...]:
    """The library's answer; raises Refused (422) unless one of participant and group is given."""
    if bool(participant) == bool(group):
        words = "expected a participant or a group, one of the two"
        raise Refused(422, "not_usable", words)
    return api.exposure(treaty, participant or None, group=group or None, on=asked.day, view=view)


def exposure_page(
    treaty: str, participant: str, group: str, *, asked: Asked, view: api.View
) -> TablesPage:
    """What still binds those who leave a treaty; nothing where none is asked."""
    if not treaty:
        return TablesPage()
    found = exposure_of(treaty, participant, group, asked, view)
    if found:
        return TablesPage(tuple(exposure_tables(found, view.catalogue)))
    called = treaty_name(view.catalogue, treaty)
    words = f"The catalogue names no other treaty on the subject of {called}."
    return TablesPage((Table(called, ("",), (), (words,)),))


def ruled(view: api.View) -> tuple[tuple[str, str], ...]:
    """The treaties that may be asked about, as (id, name), by name."""
    known = view.catalogue
    found = ((one.id, treaty_name(known, one.id)) for one in known.treaties() if one.rules)
    return tuple(sorted(found, key=lambda pair: pair[1]))
