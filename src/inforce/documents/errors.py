"""The error of the documents room."""

from __future__ import annotations

from inforce.errors import InforceError


class DocumentError(InforceError):
    """A document that cannot be read as given: its `name`, and the `problem` in a few words.

    The message is "name: problem", where the problem says what was found and what was expected.
    """

    def __init__(self, name: str, problem: str) -> None:
        super().__init__(f"{name}: {problem}")
        self.name = name
        self.problem = problem

    def __reduce__(self) -> tuple[type[DocumentError], tuple[str, str]]:
        return type(self), (self.name, self.problem)
