"""Everything that the catalogue is compiled from: imported only when something is compiled."""

from __future__ import annotations

from inforce.catalogue import addresses, facts, people, places, scales, subjects
from inforce.catalogue.sections import Section


def sections() -> tuple[Section, ...]:
    """Every section; a new one is added here."""
    return (
        *facts.SECTIONS,
        *people.SECTIONS,
        *places.SECTIONS,
        *addresses.SECTIONS,
        *subjects.SECTIONS,
        *scales.SECTIONS,
    )
