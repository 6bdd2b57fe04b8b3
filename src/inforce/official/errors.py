"""The errors of the official room."""

from __future__ import annotations

from collections.abc import Iterable

from inforce.errors import InforceError


class OfficialError(InforceError):
    """An official file or address that cannot be used; the message names it and the fault."""


class LayoutChanged(OfficialError):  # noqa: N818 - it says what happened to the file
    """A file that lacks what its format has always had; ``missed`` names every such part."""

    def __init__(self, name: str, missed: Iterable[str], *, kind: str) -> None:
        self.name = name
        self.missed = tuple(missed)
        super().__init__(
            f"{name}: the layout is not that of {kind}: {'; '.join(self.missed)}; "
            "nothing was imported"
        )


class Unavailable(OfficialError):  # noqa: N818 - it says how the server is
    """A notice of maintenance that came in the place of the data."""

    def __init__(self, name: str, *, kind: str) -> None:
        super().__init__(
            f"{name}: found a notice that the service is unavailable, expected {kind}; "
            "try again later"
        )
