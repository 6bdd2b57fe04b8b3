"""Where a text names a participant, a body, a depositary or a treaty."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Protocol

from inforce.reading.plurals import stem

_ALIKE = (
    ("’", "'"),
    ("ʼ", "'"),
    ("‘", "'"),
    ("`", "'"),
    ("‑", "-"),
    ("‐", "-"),
    ("\u00a0", " "),
)
SHORT = 3
"""Letters of an abbreviation that counts only where the text names the body in full."""
ACTORS = frozenset({"participant", "demonym", "capital", "institution", "group"})
"""Kinds of name that stand for participants."""
_CAPITALISED = ACTORS - {"group"}


class Named(Protocol):
    """What the gazetteer needs of a catalogue's name."""

    @property
    def surface(self) -> str: ...  # noqa: D102
    @property
    def kind(self) -> str: ...  # noqa: D102
    @property
    def id(self) -> str: ...  # noqa: D102
    @property
    def cased(self) -> bool: ...  # noqa: D102
    @property
    def role(self) -> str | None: ...  # noqa: D102
    @property
    def doubtful(self) -> bool: ...  # noqa: D102
    @property
    def others(self) -> tuple[str, ...]: ...  # noqa: D102


@dataclass(frozen=True, slots=True)
class Mention:
    """One name in the text: what it is, what it stands for, and where.

    ``doubtful`` and ``others`` are the catalogue's: more often something else, or these ids too.
    """

    kind: str
    id: str
    start: int
    end: int
    role: str | None = None
    doubtful: bool = False
    others: tuple[str, ...] = ()


def folded(text: str) -> str:
    """The text with one form of apostrophe, hyphen and blank; offsets stay."""
    for written, plain in _ALIKE:  # seven searches in C cost less than a look at every character
        text = text.replace(written, plain)
    return text


def lowered(text: str) -> str:
    """Lower case without changing any offset."""
    low = text.lower()
    if len(low) == len(text):
        return low
    return "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


_Row = tuple[str, str, str, bool, str | None, bool, tuple[str, ...]]
"""Surface, kind, id, cased, role, doubtful, others."""


class Gazetteer:
    """All names in one automaton: every overlapping match, whole words, then the longest."""

    def __init__(
        self,
        names: Iterable[Named],
        treaties: Iterable[tuple[str, str]],
        bodies: Iterable[tuple[str, str]] = (),
        *,
        small: bool = False,
    ) -> None:
        from ahocorasick_rs import AhoCorasick, MatchKind

        self._capitalised = _CAPITALISED - {"demonym"} if small else _CAPITALISED
        self.titles: dict[str, list[frozenset[str]]] = {}
        self.sizes: dict[str, int] = {}
        self.short = {alias: treaty for alias, treaty in bodies if _is_short(alias)}
        by_surface: dict[str, list[_Row]] = {}
        for name in names:
            surface = folded(name.surface)
            doubt = (name.doubtful, name.others)
            row: _Row = (surface, name.kind, name.id, name.cased, name.role, *doubt)
            by_surface.setdefault(lowered(surface), []).append(row)
        named: list[tuple[str, str, str | None]] = [(a, treaty, None) for a, treaty in treaties]
        named += [(alias, treaty, "body") for alias, treaty in bodies if not _is_short(alias)]
        for alias, treaty, role in named:
            surface = folded(alias)
            cased = " " not in surface and surface.upper() == surface
            row = (surface, "treaty", treaty, cased, role, False, ())
            by_surface.setdefault(lowered(surface), []).insert(0, row)
            words = frozenset(stem(word) for word in lowered(surface).split())
            self.titles.setdefault(treaty, []).append(words)
        self.surfaces = by_surface
        self._rows: list[Any] = list(by_surface.values())
        self._automaton = AhoCorasick(list(by_surface), matchkind=MatchKind.Standard)

    def find(self, text: str) -> list[Mention]:
        """The names in ``text`` (folded), in order, none inside another."""
        text = text.replace("\n", " ")  # a name may be broken over two lines
        low = lowered(text)
        found: list[tuple[int, int, int]] = []
        for pattern, start, end in self._automaton.find_matches_as_indexes(low, overlapping=True):
            if whole_word(low, start, end):
                found.append((start, -end, pattern))
        found.sort()
        mentions: list[Mention] = []
        free_from = 0
        for start, minus_end, pattern in found:
            if start < free_from:
                continue
            mention = self._accept(text, (start, -minus_end), self._rows[pattern])
            if mention is not None:
                free_from = -minus_end
                mentions.append(mention)
        return [m for m in mentions if m.kind != "none"]

    def _accept(self, text: str, span: tuple[int, int], rows: Any) -> Mention | None:
        start, end = span
        written = text[start:end]
        for surface, kind, name_id, cased, role, doubtful, others in rows:
            if cased and written != surface and not (written.isupper() and len(written) > 3):
                continue
            if kind in self._capitalised and not _capital(written):
                continue
            return Mention(kind, name_id, start, end, role, doubtful, others)
        return None


@dataclass(frozen=True, slots=True)
class Demonym:
    """A form of an adjective or a people's name that only its stem's file gives."""

    surface: str
    id: str
    kind: str = "demonym"
    cased: bool = False
    role: str | None = None
    doubtful: bool = False
    others: tuple[str, ...] = ()


def demonyms(names: Iterable[Named], rules: Mapping[str, Any]) -> list[Named]:
    """The stems of a language's demonyms with all its endings.

    ``rules`` hold the ``endings``; a stem is a demonym that ends in a hyphen ("litauisch-").
    """
    return [
        Demonym(stem.surface[:-1] + ending, stem.id)
        for stem in names
        if stem.kind == "demonym" and stem.surface.endswith("-")
        for ending in rules.get("endings", ("",))
    ]


def _is_short(alias: str) -> bool:
    """Whether an abbreviation is so short that others go by it too."""
    return alias.isupper() and len(alias) <= SHORT


def whole_word(text: str, start: int, end: int) -> bool:
    """Whether no word of the text is cut at either end."""
    before = start == 0 or not (text[start - 1].isalnum() and text[start].isalnum())
    after = end == len(text) or not text[end].isalnum() or not text[end - 1].isalnum()
    return before and after


def _capital(written: str) -> bool:
    return written[0].isupper() or written[1:2].isupper() or not written[0].isalpha()
