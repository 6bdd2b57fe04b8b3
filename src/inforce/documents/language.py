"""Which language a text is in, so that one that is not read is named and not misread."""

from __future__ import annotations

import csv
import re
from collections import Counter
from dataclasses import dataclass
from functools import cache
from pathlib import Path

_PATH = Path(__file__).with_name("languages.csv")
# Characters looked at; more of them change no answer.
_SAMPLE = 3_000
_MIN_LETTERS = 12
# From this many letters on resiliparse's detector was right on every sentence tried.
_LONG = 120
# Its rank above which an answer is a guess, by its own documentation (1200), kept well below.
_SURE = 900
_MIXED = 0.6
_WORD = re.compile(r"[^\W\d_]+")
_CYRILLIC = re.compile(r"[\u0400-\u052f]")
# Letters of other scripts than Latin and Cyrillic.
_FOREIGN = re.compile(r"[\u0370-\u03ff\u0530-\u1dff\u2c00-\uabff\uac00-\ud7ff\uf900-\ufeff]")


@dataclass(frozen=True, slots=True)
class Language:
    """A language as it is told: its name, letters that few others have, its commonest words."""

    code: str
    name: str
    letters: frozenset[str]
    words: frozenset[str]

    @property
    def is_cyrillic(self) -> bool:
        """Whether it is written in Cyrillic."""
        return _CYRILLIC.search("".join(self.words)) is not None


def detect_language(text: str) -> str | None:
    """The ISO 639-1 code of a text's language; None when too short or too mixed to tell.

    Common words and letters decide for the languages of languages.csv; for long texts, and for
    all other languages, the detector of resiliparse does.
    """
    sample = text[:_SAMPLE]
    found = _WORD.findall(sample)
    letters = sum(map(len, found))
    if letters < _MIN_LETTERS:
        return None
    cyrillic, foreign = len(_CYRILLIC.findall(sample)), len(_FOREIGN.findall(sample))
    latin = letters - cyrillic - foreign
    if max(latin, cyrillic) < letters / 2:
        return _detected(sample, letters)
    if min(latin, cyrillic) > letters / 3:
        return None
    return _by_words(sample, found, cyrillic=cyrillic > latin)


def language_name(code: str) -> str:
    """The English name of a language, or "the language xx" where only its code is known."""
    return next((known.name for known in languages() if known.code == code), f"the language {code}")


@cache
def languages() -> tuple[Language, ...]:
    """The languages told apart by their words."""
    with _PATH.open(encoding="utf-8", newline="") as file:
        return tuple(
            Language(
                row["code"], row["name"], frozenset(row["letters"]), frozenset(row["words"].split())
            )
            for row in csv.DictReader(file)
        )


def _by_words(sample: str, found: list[str], *, cyrillic: bool) -> str | None:
    letters = sum(map(len, found))
    detected = _detected(sample, letters)
    evidence = _evidence(found, cyrillic=cyrillic)
    scores = _total(evidence)
    if not scores:
        return detected
    best, score = scores.most_common(1)[0]
    if detected is not None and scores[detected] == score:
        best = detected
    own = sum(count for codes, count in evidence if best in codes)
    rival = max(_total([(c, n) for c, n in evidence if best not in c]).values(), default=0)
    if rival > _MIXED * own:
        return None
    others = max((n for code, n in scores.items() if code != best), default=0)
    if letters < _LONG and score == others and detected != best:
        return None
    if letters >= _LONG and detected not in (best, None) and score < 2 * scores[detected]:
        return best if score > others else None
    return best


def _evidence(found: list[str], *, cyrillic: bool) -> list[tuple[frozenset[str], int]]:
    """The words of a text that some languages call their own, by the word or by a letter in it.

    Each with these languages and how often it stands. Names do not count: a word with a capital
    says where a person is from, not what is written.
    """
    by_word, by_letter = _index(cyrillic)
    counted = Counter(word for word in found if word.islower())
    counted.update(word.lower() for word in found[:1] if not word.islower())
    evidence = []
    for word, count in counted.items():
        codes = by_word.get(word, frozenset())
        if not word.isascii():
            codes = codes.union(*(by_letter.get(letter, ()) for letter in word))
        if codes:
            evidence.append((codes, count))
    return evidence


def _total(evidence: list[tuple[frozenset[str], int]]) -> Counter[str]:
    scores: Counter[str] = Counter()
    for codes, count in evidence:
        for code in codes:
            scores[code] += count
    return scores


@cache
def _index(cyrillic: bool) -> tuple[dict[str, frozenset[str]], dict[str, frozenset[str]]]:
    """The languages of one script by their words and by their letters."""
    by_word: dict[str, set[str]] = {}
    by_letter: dict[str, set[str]] = {}
    for language in languages():
        if language.is_cyrillic is cyrillic:
            for word in language.words:
                by_word.setdefault(word, set()).add(language.code)
            for letter in language.letters:
                by_letter.setdefault(letter, set()).add(language.code)
    return (
        {word: frozenset(codes) for word, codes in by_word.items()},
        {letter: frozenset(codes) for letter, codes in by_letter.items()},
    )


def _detected(sample: str, letters: int) -> str | None:
    from resiliparse.parse.lang import detect_fast

    code, rank = detect_fast(sample)
    return None if code == "unknown" or (letters < _LONG and rank > _SURE) else code
