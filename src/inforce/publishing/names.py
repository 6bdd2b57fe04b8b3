"""Names of participants, treaties and sources as a reader knows them, from the catalogue."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Protocol

from inforce.catalogue.lookup import with_article
from inforce.errors import InforceError

if TYPE_CHECKING:
    from inforce.catalogue.model import Participant, SourceInfo, Treaty


class Namer(Protocol):
    """What publishing asks of a catalogue."""

    @property
    def compiled_on(self) -> str:
        """Words that say which catalogue it is."""

    def participant(self, name: str) -> Participant:
        """The participant of an id."""

    def treaty(self, name: str) -> Treaty:
        """The treaty of an id."""

    def source(self, source_id: str) -> SourceInfo:
        """The source of an id."""


def participant_name(catalogue: Namer | None, participant: str) -> str:
    """The participant's name; its id where no catalogue knows it."""
    try:
        return catalogue.participant(participant).name if catalogue else participant
    except InforceError:
        return participant


def treaty_name(catalogue: Namer | None, treaty: str) -> str:
    """The treaty's short name; its id where no catalogue knows it."""
    try:
        found = catalogue.treaty(treaty) if catalogue else None
    except InforceError:
        return treaty
    return (found.short_name or found.title) if found else treaty


def in_sentence(catalogue: Namer | None, participant: str) -> str:
    """The participant's name inside a sentence, with its article where English asks for one."""
    return with_article(participant_name(catalogue, participant))


def source_name(catalogue: Namer | None, source: str) -> str:
    """The source's name; the text itself where no catalogue knows it as an id."""
    try:
        return catalogue.source(source).name if catalogue else source
    except InforceError:
        return source


def cited(catalogue: Namer | None, source: str) -> str:
    """A trace's "source id, reference" with the source's name in place of its id."""
    source_id, comma, reference = source.partition(", ")
    return f"{source_name(catalogue, source_id)}{comma}{reference}"


def told_and_cited(catalogue: Namer | None, words: str, source: str | None) -> tuple[str, str]:
    """A step's words and what to cite behind them, each naming the source once at most.

    Where the words name the source themselves, it gets its name there and only the reference is
    left to cite.
    """
    if source is None:
        return words, ""
    source_id, _, reference = source.partition(", ")
    name = source_name(catalogue, source_id)
    # The record tells a source by its id and kind; the name says both.
    told = re.sub(rf"\b{re.escape(source_id)} \([\w ]+\)", lambda _: name, words)
    if source not in words:
        return told, cited(catalogue, source)
    return told.replace(source, name), reference
