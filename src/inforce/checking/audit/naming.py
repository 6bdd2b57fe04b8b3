"""What the catalogue knows of a table's names: which treaty is meant, and who succeeded whom."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from functools import cache

from inforce.catalogue import Catalogue
from inforce.catalogue.faults import Fault
from inforce.catalogue.model import Treaty
from inforce.checking.audit.model import Row
from inforce.checking.audit.table import AuditError
from inforce.errors import InforceError


def named(
    rows: Sequence[Row], name: str | None, treaty: Treaty | None, catalogue: Catalogue
) -> Sequence[Row]:
    """The rows of the name, or of the treaty under any name that the catalogue knows.

    A table of one treaty needs no name. Raises AuditError where no row is left.
    """
    names = list(dict.fromkeys(row.treaty for row in rows))
    if name is not None:
        wanted = {name}
    elif treaty is None or len(names) == 1:
        return rows
    else:
        wanted = {one for one in names if _is(one, treaty, catalogue)}
    kept = [row for row in rows if row.treaty in wanted]
    if not kept:
        sought = repr(name) if name is not None else f"a name of {treaty.id if treaty else ''}"
        few = ", ".join(repr(one) for one in names[:5]) or "no row"
        words = f"found no row of {sought}, but {few}; expected the name that the table gives it"
        raise AuditError([Fault("the table", None, words)])
    return kept


def _is(name: str, treaty: Treaty, catalogue: Catalogue) -> bool:
    try:
        return catalogue.treaty(name).id == treaty.id
    except InforceError:
        return False


def succession_days(catalogue: Catalogue) -> Callable[[str], frozenset[date]]:
    """A participant's days of succession and independence, and those of its predecessors."""

    @cache
    def days(name: str) -> frozenset[date]:
        try:
            found = catalogue.participant(name)
        except InforceError:
            return frozenset()
        own = {day for _, day in found.predecessors}
        if found.existed_from is not None:
            own.add(found.existed_from)
        before = (days(predecessor) for predecessor, _ in found.predecessors)
        return frozenset(own).union(*before)

    return days
