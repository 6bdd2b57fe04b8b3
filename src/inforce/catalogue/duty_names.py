"""A treaty's duty by its name or article."""

from __future__ import annotations

from inforce.catalogue.lookup import fold
from inforce.catalogue.model import Obligation, Treaty
from inforce.errors import InforceError


class UnknownDuty(InforceError):  # noqa: N818 - named as the catalogue's other lookups are
    """A treaty has no duty of that name."""


def duty_named(treaty: Treaty, name: str) -> Obligation:
    """The duty of that name, or the one whose article alone it is; raises UnknownDuty."""
    duties = treaty.rules.obligations if treaty.rules else ()
    asked = fold(name.removeprefix("article "))
    found = [one for one in duties if fold(one.name) == asked]
    found = found or [one for one in duties if one.at.article and fold(one.at.article) == asked]
    if len(found) == 1:
        return found[0]
    known = ", ".join(f"{one.name} ({one.at.article or 'article not read'})" for one in duties)
    raise UnknownDuty(f"{treaty.id} has no duty {name!r}, expected one of: {known or 'none'}")
