"""The errors of the forecasts room."""

from __future__ import annotations

from collections.abc import Iterable

from inforce.errors import InforceError


class ScenarioError(InforceError):
    """A scenario that cannot be used; ``problems`` holds every one found, a sentence each."""

    def __init__(self, name: str, problems: Iterable[str]) -> None:
        self.name = name
        self.problems = tuple(problems)
        super().__init__("\n".join(f"{name}: {problem}" for problem in self.problems))
