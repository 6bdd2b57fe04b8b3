"""The words of one language, compiled from its data file for the reader."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

Words = tuple[str, ...]
Phrases = Sequence[tuple[Words, Any]]


AUXILIARIES = ("yet_to", "be", "have", "do", "will", "would", "may")
MARKERS = (
    "relative_possessive",
    "relative",
    "relative_place",
    "condition",
    "condition_time",
    "time",
    "reason",
)
"""Classes of words that open a subordinate clause, in the order in which they are tried."""
HINGES = frozenset({*MARKERS, "complementiser", "coordinate"})
POINTERS = frozenset(
    {"articles", "this", "pronouns_both", "pronouns_many", "pronouns_one", "persons"}
)


@dataclass(frozen=True, slots=True)
class Word:
    """What one surface can be: a verb form, a noun, a role, and its grammar classes.

    ``verb`` and ``noun`` hold (concept, form) and concept; forms are base, third, past,
    participle and gerund, several joined where one surface serves as both.
    """

    verb: str | None = None
    forms: frozenset[str] = frozenset()
    noun: str | None = None
    nouns: frozenset[str] = frozenset()
    role: str | None = None
    classes: frozenset[str] = frozenset()
    function: bool = False
    """Whether it is a grammar word: an article, a preposition, an auxiliary ..."""
    auxiliary: str | None = field(init=False, compare=False)
    """The auxiliary that it is."""
    opens_verb: bool = field(init=False, compare=False)
    """Whether a verb group can begin with it."""
    hinge: bool = field(init=False, compare=False)
    """Whether a clause can begin with it."""
    points: bool = field(init=False, compare=False)
    """Whether it is an article or a pronoun, which can stand for somebody."""

    def __post_init__(self) -> None:
        classes = self.classes
        auxiliary = next((name for name in AUXILIARIES if name in classes), None)
        object.__setattr__(self, "auxiliary", auxiliary)
        opens = bool(auxiliary or self.verb or "to" in classes)
        object.__setattr__(self, "opens_verb", opens)
        object.__setattr__(self, "hinge", not HINGES.isdisjoint(classes))
        object.__setattr__(self, "points", not POINTERS.isdisjoint(classes))

    def merged(self, other: Word) -> Word:
        """Both readings of one surface; the first verb and noun named win."""
        return Word(
            self.verb or other.verb,
            self.forms | (other.forms if self.verb in (None, other.verb) else frozenset()),
            self.noun or other.noun,
            self.nouns | other.nouns,
            self.role or other.role,
            self.classes | other.classes,
            self.function or other.function,
        )


EMPTY = Word()
"""The reading of every word that no lexicon lists; known by identity."""


class Stems(Mapping[str, Word]):
    """Words by surface, and beside them those known by their stem, whatever their ending."""

    def __init__(self, single: Mapping[str, Word], stems: Mapping[str, Word]) -> None:
        self._single, self._stems = single, stems
        self._longest = max(map(len, stems))
        self._shortest = min(map(len, stems))

    def __getitem__(self, surface: str) -> Word:
        word = self._single.get(surface)
        if word is not None:
            return word
        for length in range(min(len(surface), self._longest), self._shortest - 1, -1):
            word = self._stems.get(surface[:length])
            if word is not None:
                return word
        raise KeyError(surface)

    def __iter__(self) -> Iterator[str]:
        return iter({**self._stems, **self._single})

    def __len__(self) -> int:
        return len({**self._stems, **self._single})


Token = tuple[int, int, str, str, Word, bool, frozenset[str] | None]
"""Start, end, lower case, kind of item, reading, whether it has a capital, and the next words
with which it begins a date, a number, a period or an entry of several words (None: never)."""
Surface = tuple[Token, ...]
"""The tokens of a run without blanks, with offsets in the run."""


@dataclass(frozen=True, slots=True)
class Lexicon:
    """A language's words by surface, and the tables for dates and numbers."""

    language: str
    single: Mapping[str, Word]
    several: Mapping[str, tuple[tuple[Words, Word], ...]]
    """First word -> (all words, reading) of the entries of several words, longest first."""
    always: frozenset[str]
    """Words that are, or may begin, a date or a number whatever comes next."""
    begins: Mapping[str, frozenset[str]]
    """First word -> the next words of relative dates, periods and entries of several words."""
    dated: frozenset[str]
    """Words with which a date begins."""
    numbered: frozenset[str]
    """Words with which a number or a period begins."""
    data: Mapping[str, Any] = field(repr=False, compare=False)
    surfaces: dict[str, Surface] = field(default_factory=dict, repr=False, compare=False)
    """The surfaces looked up so far; it changes no answer, only its price."""

    def longest(self, words: list[str], at: int) -> tuple[int, Word | None]:
        """The longest entry that begins at ``words[at]``: how many words it takes, its reading."""
        first = words[at]
        for phrase, reading in self.several.get(first, ()):
            if tuple(words[at : at + len(phrase)]) == phrase:
                return len(phrase), reading
        return 1, self.single.get(first)


def compile_lexicon(data: Mapping[str, Any]) -> Lexicon:
    """Tables by surface from the data of a language whose word order tells who acts."""
    return compile_tables(data, _readings(data))


def compile_tables(
    data: Mapping[str, Any],
    entries: Iterable[tuple[str, Word]],
    split: Callable[[str], list[str]] | None = None,
) -> Lexicon:
    """Tables from surfaces with their readings; an asterisk stands for any ending of one word.

    ``split`` cuts an entry, or a relative date, into words as the tokenizer does.
    """
    split = split or split_words
    readings: dict[str, Word] = {}
    for surface, word in entries:
        known = readings.get(surface)
        readings[surface] = known.merged(word) if known else word
    several: dict[str, list[tuple[Words, Word]]] = {}
    single: dict[str, Word] = {}
    stems: dict[str, Word] = {}
    for surface, word in readings.items():
        words = tuple(split(surface.removesuffix("*")))
        if surface.endswith("*") and len(words) == 1:
            stems[words[0]] = word
        elif len(words) == 1:
            single[words[0]] = word
        else:
            several.setdefault(words[0], []).append((words, word))
    ordered = {
        first: tuple(sorted(entries, key=lambda entry: -len(entry[0])))
        for first, entries in several.items()
    }
    dates, numbers = _dates(data["dates"], split), data["numbers"]
    dated = frozenset({*dates["months"], *dates["weekdays"], *dates["starts"]})
    spans = numbers.get("periods", {})
    numbered = frozenset({*numbers["words"], *numbers["ordinals"], *numbers["one_words"], *spans})
    alone = {
        first for first, phrases in dates["starts"].items() if min(len(p) for p, _ in phrases) < 2
    }
    always = frozenset(
        {*dates["months"], *dates["weekdays"], *numbers["words"], *numbers["ordinals"], *spans}
    )
    begins = _begins(ordered, dates["starts"], numbers)
    tables = {**data, "dates": dates}
    language = str(data["language"])
    words_by_surface: Mapping[str, Word] = Stems(single, stems) if stems else single
    return Lexicon(
        language, words_by_surface, ordered, always | alone, begins, dated, numbered, tables
    )


def _begins(
    several: Mapping[str, Phrases], starts: Mapping[str, Phrases], numbers: Mapping[str, Any]
) -> dict[str, frozenset[str]]:
    """First word -> second words of every phrase, and the units after "a"."""
    seconds: dict[str, set[str]] = {}
    for table in (several, starts):
        for first, phrases in table.items():
            seconds.setdefault(first, set()).update(words[1] for words, _ in phrases if words[1:])
    for word in numbers["one_words"]:
        seconds.setdefault(word, set()).update({"-", *numbers["units"]})
    return {first: frozenset(words) for first, words in seconds.items()}


def _dates(tables: Mapping[str, Any], split: Callable[[str], list[str]]) -> dict[str, Any]:
    """The date tables with the relations by their first word, longest first."""
    starts: dict[str, list[tuple[Words, str]]] = {}
    for relation, phrases in tables["relative"].items():
        for phrase in phrases:
            words = tuple(split(phrase))
            starts.setdefault(words[0], []).append((words, relation))
    for entries in starts.values():
        entries.sort(key=lambda entry: -len(entry[0]))
    return {**tables, "starts": starts}


def split_words(surface: str) -> list[str]:
    """An entry's words as the tokenizer cuts them: a possessive ending stands apart."""
    words: list[str] = []
    for word in surface.lower().split():
        if word.endswith("'s") and len(word) > 2:
            words += [word[:-2], "'s"]
        else:
            words.append(word)
    return words


def _readings(data: Mapping[str, Any]) -> Iterator[tuple[str, Word]]:
    irregular = data.get("irregular", {})
    suffixes = data.get("suffixes", {})
    for concept, bases in data["verbs"].items():
        for base in bases:
            for surface, form in _conjugated(base, irregular, suffixes):
                yield surface, Word(verb=concept, forms=frozenset({form}))
    for concept, nouns in data["nouns"].items():
        for noun in nouns:
            yield noun, Word(noun=concept, nouns=frozenset({concept}))
    for role, nouns in data["roles"].items():
        if isinstance(nouns, list):
            for noun in nouns:
                yield noun, Word(role=role)
    for section in ("grammar", "standing", "sets", "speech", "figures"):
        for name, words in data.get(section, {}).items():
            for word in words:
                yield str(word), Word(classes=frozenset({name}), function=section == "grammar")


def _conjugated(
    base: str, irregular: Mapping[str, list[str]], suffixes: Mapping[str, Any]
) -> Iterable[tuple[str, str]]:
    """The forms of a verb, of which the first word bends."""
    first, _, rest = base.partition(" ")
    tail = f" {rest}" if rest else ""
    if first in irregular:
        past, participle, gerund, third = irregular[first]
    else:
        past, gerund, third = _regular(first, suffixes)
        participle = past
    yield first + tail, "base"
    forms = {"third": third, "past": past, "participle": participle, "gerund": gerund}
    for form, spellings in forms.items():
        for spelling in spellings.split("/"):
            yield spelling + tail, form


def _doubles(base: str, vowels: str) -> bool:
    """Whether one vowel stands before one last consonant, and nowhere else: "stop", "plan"."""
    if len(base) < 3 or base[-1] in vowels + "wxy" or base[-2] not in vowels or base[-3] in vowels:
        return False
    return sum(letter in vowels for letter in base) == 1


def _regular(base: str, suffixes: Mapping[str, Any]) -> tuple[str, str, str]:
    """Past, -ing form and third person by the spelling rules in the data."""
    past, gerund, third = suffixes["past"], suffixes["gerund"], suffixes["third"]
    vowels, sibilants = suffixes["vowels"], tuple(suffixes["sibilants"])
    if base.endswith("e"):
        return base + past[1:], base[:-1] + gerund, base + third
    if base.endswith("y") and base[-2] not in vowels:
        return f"{base[:-1]}i{past}", base + gerund, f"{base[:-1]}ie{third}"
    stem = base + base[-1] if _doubles(base, vowels) else base
    return stem + past, stem + gerund, base + ("e" if base.endswith(sibilants) else "") + third
