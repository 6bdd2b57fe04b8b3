"""What is wrong with a catalogue file, and the errors of the catalogue room."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from inforce.errors import InforceError


@dataclass(frozen=True, slots=True, order=True)
class Fault:
    """One fault: the file, the line in it (None for the file as a whole), and what is wrong.

    ``words`` say what was found and what was expected.
    """

    file: str
    line: int | None
    words: str

    def __str__(self) -> str:
        place = self.file if self.line is None else f"{self.file} line {self.line}"
        return f"{place}: {self.words}"


@dataclass(slots=True)
class Faults:
    """Collects every fault of a reading, so that all are reported together."""

    found: list[Fault] = field(default_factory=list)

    def add(self, file: str, line: int | None, words: str) -> None:
        """Note a fault and go on."""
        self.found.append(Fault(file, line, words))

    def sorted(self) -> tuple[Fault, ...]:
        """The faults by file and line, each once."""
        return tuple(sorted(set(self.found), key=lambda f: (f.file, f.line or 0, f.words)))

    def raise_if_any(self) -> None:
        """Raise CatalogueError with all the faults, if there is one."""
        if self.found:
            raise CatalogueError(self.sorted())


class CatalogueError(InforceError):
    """The catalogue's files cannot be used; ``faults`` holds every fault found."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults = tuple(faults)
        super().__init__("\n".join(map(str, self.faults)))


class UnknownTreaty(InforceError):  # noqa: N818
    """No treaty of the catalogue has that id or name; the message gives the nearest names."""


class UnknownParticipant(InforceError):  # noqa: N818
    """No participant of the catalogue has that id or name; the message gives the nearest names."""


class UnknownTerritory(InforceError):  # noqa: N818
    """No territory of the catalogue has that id or name; the message gives the nearest names."""


class UnknownGroup(InforceError):  # noqa: N818
    """No group of the catalogue has that id or name; the message gives the nearest names."""


class UnknownSource(InforceError):  # noqa: N818
    """No source of the catalogue has that id; the message gives the nearest ids."""
