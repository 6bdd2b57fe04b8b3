"""Who is bound by which treaty, on which date, and how do we know?

The public names are those of ``__all__``; each is imported when it is first used, so that
importing inforce costs nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from inforce.errors import InforceError

if TYPE_CHECKING:
    from inforce.api import (
        View,
        audit,
        check,
        deadlines,
        dossier,
        panel,
        parties,
        read,
        rules,
        status,
        timeline,
    )
    from inforce.dates import PartialDate
    from inforce.documents import load

__version__ = "0.1.0"

__all__ = [
    "InforceError",
    "PartialDate",
    "View",
    "audit",
    "check",
    "deadlines",
    "dossier",
    "load",
    "panel",
    "parties",
    "read",
    "rules",
    "status",
    "timeline",
]

_HOMES = {"PartialDate": "inforce.dates", "load": "inforce.documents"}


def __getattr__(name: str) -> Any:
    if name not in __all__:
        raise AttributeError(f"module 'inforce' has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(_HOMES.get(name, "inforce.api")), name)
