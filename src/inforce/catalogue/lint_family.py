"""What must hold between a treaty and its protocols: known ids, and enough of them consented to."""

from __future__ import annotations

from inforce.catalogue.faults import Faults
from inforce.catalogue.held import Held
from inforce.catalogue.model import FamilyRule, Treaty
from inforce.catalogue.row_files import Row
from inforce.terms import CONSENTS


def lint_family(row: Row[Treaty], held: Held, faults: Faults) -> None:
    """Note every fault of the rule that ties a treaty to its parent or to its protocols."""
    family = row.value.rules.family if row.value.rules else None
    if family is None:
        return
    path = f"{row.value.id}.rules.family"
    for key, known in (
        ("parent", [family.parent] if family.parent else []),
        ("protocols", list(family.protocols)),
    ):
        for treaty in known:
            if treaty not in held.treaty_by_id or treaty == row.value.id:
                words = f"found {treaty!r}, expected the id of another treaty"
                row.fault(faults, f"{path}.{key}: {words}")
    if family.least is not None:
        _lint_least(row, family, held, faults=faults)


def _lint_least(row: Row[Treaty], family: FamilyRule, held: Held, *, faults: Faults) -> None:
    """Every participant of the treaty has consented to as many protocols as it asks for.

    Of a state that is no more the tables of the protocols say nothing.
    """
    consented = {treaty: _consenting(held, treaty) for treaty in family.protocols}
    for participant in sorted(_consenting(held, row.value.id) - held.dissolved.keys()):
        found = [treaty for treaty, who in consented.items() if participant in who]
        if family.least is not None and len(found) < family.least:
            words = (
                f"found {participant} with consent to {len(found)} protocols, expected "
                f"{family.least} at least by article {family.at.article}"
            )
            row.fault(faults, f"{row.value.id}.rules.family.least: {words}")


def _consenting(held: Held, treaty: str) -> set[str]:
    return {
        participant
        for participant, rows in held.acts_of(treaty).items()
        if any(row.value.act in CONSENTS for row in rows)
    }
