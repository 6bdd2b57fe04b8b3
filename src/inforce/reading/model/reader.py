"""The language-model reader: windows of a document asked about, and what the text bears out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from inforce.reading.model.answers import Found, Sifted, sift
from inforce.reading.model.client import Answer, Client
from inforce.reading.model.errors import ModelError, RefusedParameterError, UnusableAnswerError
from inforce.reading.model.prompt import Message, again_message, system_message, user_message
from inforce.reading.model.settings import Settings
from inforce.reading.model.usage import Usage
from inforce.reading.model.windows import Window, windows
from inforce.reading.reader import PassedOver, Reading
from inforce.record.model import Evidence, Statement

if TYPE_CHECKING:
    from inforce.catalogue.catalogue import Catalogue
    from inforce.dates import PartialDate
    from inforce.reading.readable import Readable

_WAYS = 6
"""Three ways of constraining an answer, two parameters that may have to go, and one to spare."""
_ATTEMPTS = 2
"""How often a window is asked about before its answers count as unusable."""


@dataclass(slots=True)
class ModelReader:
    """Reads by asking a language model; every statement's quote is found in the text or dropped.

    ``usage`` adds up over the documents; a reading's ``notes`` tell its own.
    """

    settings: Settings
    catalogue: Catalogue
    usage: Usage = field(default_factory=Usage)
    name: str = "model"
    _client: Client | None = None

    def read(self, document: Readable, *, published: PartialDate | None = None) -> Reading:
        """The statements of a document. Windows that could not be read are passed over.

        Raises ModelError where no window could be read, or where the fault is a lasting one.
        """
        day = document.published or published
        usage, found, passed = Usage(), list[Found](), list[PassedOver]()
        failures: list[ModelError] = []
        asked = 0
        try:
            for window in self._windows(document.text, passed):
                asked += 1
                try:
                    sifted = self._read_window(window, day, usage)
                except ModelError as error:
                    if error.lasting:
                        raise
                    failures.append(error)
                    passed.append(PassedOver(window.start, window.end, str(error)))
                    continue
                found += sifted.found
                usage.dropped.update(sifted.dropped)
            if failures and len(failures) == asked:
                raise failures[0]
            statements = tuple(_statements(found, document, day))
            usage.kept += len(statements)
        finally:
            self.usage += usage
        reason = None if statements else "the model found no statements that the text bears out"
        notes = (f"read by the model {self.settings.model!r}: {usage.words(self.settings.prices)}",)
        return Reading(statements, tuple(passed), reason, notes, ({},) * len(statements))

    def _windows(self, text: str, passed: list[PassedOver]) -> Iterator[Window]:
        """The windows of a text, as many as are asked about; the rest is passed over."""
        settings = self.settings
        for place, window in enumerate(
            windows(text, size=settings.window, overlap=settings.overlap)
        ):
            if place == settings.most_windows:
                why = f"past the first {settings.most_windows} windows of the text"
                passed.append(PassedOver(window.start, len(text), why))
                return
            yield window

    def _read_window(self, window: Window, day: PartialDate | None, usage: Usage) -> Sifted:
        if self._client is None:
            self._client = Client(self.settings)
        question = user_message(window.text, published=day)
        more: list[Message] = []
        why = ""
        for _ in range(_ATTEMPTS):
            try:
                answer = self._ask(self._client, [question, *more], usage)
                return sift(answer.text, window, self.catalogue)
            except UnusableAnswerError as error:
                why = str(error)
                more = [again_message(why)]
        raise ModelError(f"the model's answer could not be used: {why}")

    def _ask(self, client: Client, messages: list[Message], usage: Usage) -> Answer:
        """The answer, asked for in the strictest way that the endpoint does not refuse."""
        for _ in range(_WAYS):
            system = system_message(self.catalogue, with_schema=not client.constrained)
            usage.questions += 1
            try:
                answer = client.ask([system, *messages])
            except RefusedParameterError:
                continue  # the client puts the next question in another way
            usage.tokens_in += answer.tokens_in or 0
            usage.tokens_out += answer.tokens_out or 0
            usage.uncounted += answer.tokens_in is None or answer.tokens_out is None
            return answer
        raise ModelError(f"the model at {self.settings.endpoint} refuses every way of asking")


def _statements(
    found: list[Found], document: Readable, day: PartialDate | None
) -> Iterator[Statement]:
    """The statements in order of place; what two windows both told comes once."""
    told: set[str] = set()
    for one in sorted(found, key=lambda each: (each.start, each.end)):
        statement = Statement(
            one.claimed.claim,
            one.claimed.modality,
            Evidence(
                source=document.outlet or document.name,
                asserted=day,
                document=document.name,
                digest=document.digest,
                quote=document.text[one.start : one.end],
                start=one.start,
                end=one.end,
                attributed_to=one.voices,
            ),
        )
        if statement.id not in told:
            told.add(statement.id)
            yield statement
