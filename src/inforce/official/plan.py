"""What an import would change, shown before it changes anything; then the import, whole or not."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from inforce.catalogue import Catalogue, UnknownTreaty
from inforce.official.errors import OfficialError
from inforce.official.model import Imported
from inforce.official.sayings import saying
from inforce.record.adjudicate import adjudicate
from inforce.record.model import Recorded, Statement
from inforce.record.shipped import shipped_statements
from inforce.record.view import AdjudicatedAct
from inforce.terms import SourceKind

if TYPE_CHECKING:
    from inforce.record.store import Added, Store

_NOBODY = "plan"


@dataclass(frozen=True, slots=True)
class Plan:
    """What importing one file would do.

    ``new`` are the statements that the record lacks; ``already`` those that the same source has
    said there before, wherever it said them. ``conflicts`` are the acts of the record, as it
    would be afterwards, on which the new statements and others give different dates: each with
    the date followed, its rivals and the reason. Nothing is overwritten.
    """

    imported: Imported
    new: tuple[Statement, ...]
    already: tuple[Statement, ...]
    conflicts: tuple[AdjudicatedAct, ...]


def plan_import(store: Store | None, catalogue: Catalogue, imported: Imported) -> Plan:
    """What the statements of a file would change in the record of the catalogue and a store.

    Raises StoreError when the store cannot be read.
    """
    recorded = _recorded(store, catalogue, imported.called)
    held = {saying(each.statement) for each in recorded}
    ids = {each.statement.id for each in recorded}
    new: dict[tuple[str, ...], Statement] = {}
    already: list[Statement] = []
    for statement in imported.statements:
        key = saying(statement)
        if key in held or statement.id in ids:
            already.append(statement)
        else:
            new.setdefault(key, statement)
    added = tuple(new.values())
    conflicts = _conflicts(store, catalogue, imported, recorded, added)
    return Plan(imported, added, tuple(already), conflicts)


def apply(store: Store, plans: Iterable[Plan], *, by: str, why: str) -> Added:
    """Add what the plans found to be new, in one transaction: all of it or nothing.

    ``by`` is who imports, where a file does not say who adds its rows; ``why`` on which ground.
    Two imports at once are safe, and the same one again adds nothing. Raises OfficialError
    without a name or a ground, and StoreError when the store cannot be written.
    """
    from inforce.record.store import Addition

    known = list(plans)
    if not why.strip():
        raise OfficialError("import: found no ground, expected why the statements are added")
    kinds: dict[str, SourceKind] = {}
    additions = []
    for plan in known:
        who = plan.imported.by or by
        if not who.strip():
            raise OfficialError(f"{plan.imported.file}: found nobody who imports, expected a name")
        kinds |= dict(plan.imported.kinds)
        if plan.new:
            additions.append(Addition(plan.new, who, why))
    return store.add_all(additions, kinds=kinds)


def _recorded(store: Store | None, catalogue: Catalogue, treaty: str) -> list[Recorded]:
    """Everything that the catalogue and the store hold on a treaty."""
    found: list[Recorded] = []
    with suppress(UnknownTreaty):
        found += shipped_statements(catalogue, treaty)
    if store is not None:
        found += store.statements(treaty=treaty)
    return found


def _conflicts(
    store: Store | None,
    catalogue: Catalogue,
    imported: Imported,
    recorded: list[Recorded],
    new: tuple[Statement, ...],
) -> tuple[AdjudicatedAct, ...]:
    if not new:
        return ()
    touched = {statement.claim.participant for statement in new}
    ids = {statement.id for statement in new}
    now = datetime.now(UTC)
    concerned = [each for each in recorded if each.statement.claim.participant in touched]
    kinds = {
        **dict(imported.kinds),
        **(store.kinds() if store is not None else {}),
        **{source.id: source.kind for source in catalogue.sources()},
    }
    after = adjudicate(
        imported.called,
        [*concerned, *(Recorded(statement, now, _NOBODY, _NOBODY) for statement in new)],
        kinds=kinds,
        decisions=store.decisions(imported.called) if store is not None else (),
    )
    return tuple(act for act in after.acts if act.rivals and ids & _spoken(act))


def _spoken(act: AdjudicatedAct) -> set[str]:
    return {statement.id for statement in (act.followed, *act.support, *act.rivals)}
