"""What the reader needs of a document."""

from __future__ import annotations

from typing import Protocol

from inforce.dates import PartialDate


class Readable(Protocol):
    """What the reader needs of a document."""

    @property
    def name(self) -> str: ...  # noqa: D102
    @property
    def text(self) -> str: ...  # noqa: D102
    @property
    def digest(self) -> str: ...  # noqa: D102
    @property
    def published(self) -> PartialDate | None: ...  # noqa: D102
    @property
    def outlet(self) -> str | None: ...  # noqa: D102
    @property
    def language(self) -> str | None: ...  # noqa: D102
