"""The facts and rules: treaties, participants, groups, acts and sources, and how they are found."""

from inforce.catalogue.catalogue import Catalogue, load
from inforce.catalogue.faults import (
    CatalogueError,
    Fault,
    UnknownGroup,
    UnknownParticipant,
    UnknownSource,
    UnknownTerritory,
    UnknownTreaty,
)

__all__ = [
    "Catalogue",
    "CatalogueError",
    "Fault",
    "UnknownGroup",
    "UnknownParticipant",
    "UnknownSource",
    "UnknownTerritory",
    "UnknownTreaty",
    "load",
]
