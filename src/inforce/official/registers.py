"""The registers of the catalogue, as this room asks for them."""

from __future__ import annotations

from inforce.catalogue import Catalogue
from inforce.catalogue.addresses import Register
from inforce.catalogue.codec import decoder


def registers(catalogue: Catalogue) -> tuple[Register, ...]:
    """Every register of the catalogue, in the order of its file."""
    read = decoder(Register)
    return tuple(map(read, catalogue.shard("addresses") or ()))


def register(catalogue: Catalogue, register_id: str) -> Register | None:
    """The register of an id; None for an unknown one."""
    return next((each for each in registers(catalogue) if each.id == register_id), None)
