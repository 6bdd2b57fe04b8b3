"""What the lists of treaties, participants and groups show."""

from __future__ import annotations

from dataclasses import dataclass

from inforce import api, over_time
from inforce.checking.words import one_day
from inforce.web.asked import Asked, address
from inforce.web.data.common import bound_on


@dataclass(frozen=True, slots=True)
class TreatyRow:
    """A treaty of the catalogue: the parties for which it is settled on the day."""

    id: str
    name: str
    title: str
    parties: int | None
    complete: str
    href: str


@dataclass(frozen=True, slots=True)
class ListPage:
    """A list of things with pages of their own: (id, name, kind, address)."""

    rows: tuple[tuple[str, str, str, str], ...]


@dataclass(frozen=True, slots=True)
class TreatiesPage:
    """Every treaty, those that are only named at the end."""

    rows: tuple[TreatyRow, ...]
    named: tuple[str, ...]


def treaties_list(asked: Asked, view: api.View) -> TreatiesPage:
    """Every treaty with the number of its parties on the day."""
    rows, named = [], []
    for one in sorted(view.catalogue.treaties(), key=lambda t: t.short_name or t.title):
        if one.rules is None:
            named.append(one.title)
            continue
        record, held = view.record(one.id), over_time.history(one.id, view=view)
        rows.append(
            TreatyRow(
                one.id,
                one.short_name or one.title,
                one.title,
                len(bound_on(held, asked.day)) if record.acts else None,
                one_day(record.complete_until) if record.complete_until else "",
                address(f"/treaties/{one.id}", asked),
            )
        )
    return TreatiesPage(tuple(rows), tuple(named))


def participants_list(asked: Asked, view: api.View) -> ListPage:
    """Every participant by name."""
    known = sorted(view.catalogue.participants(), key=lambda one: one.name)
    return ListPage(
        tuple((p.id, p.name, p.kind, address(f"/participants/{p.id}", asked)) for p in known)
    )


def groups_list(asked: Asked, view: api.View) -> ListPage:
    """Every group, with the number of its members on the day."""
    return ListPage(
        tuple(
            (
                g.id,
                g.name,
                str(len(api.members(view.catalogue, g.id, on=asked.day))),
                address(f"/groups/{g.id}", asked),
            )
            for g in view.catalogue.groups()
        )
    )
