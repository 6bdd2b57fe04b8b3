"""Which language a text is in, so that one that is not read is named and not misread."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from functools import cache
from pathlib import Path

_PATH = Path(__file__).with_name("languages.csv")
# Characters looked at; more of them change no answer.
_SAMPLE = 3_000
_MIN_LETTERS = 12
# A language that is not in the table is believed in from this many letters on, up to this rank of
# the detector's: other languages came out at 550 to 635, its errors on shorter texts above 700.
_LONG = 120
_SURE = 650
# A second language with this share of the first one's words makes a text a mixed one; a language
# claims at least this share of all the words of a text in it.
_MIXED = 0.6
_OWN_WORDS = 0.25
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

    The common words and letters of languages.csv decide between its languages; for all others, and
    between equals, the detector of resiliparse does.
    """
    sample = text[:_SAMPLE]
    if sample.isupper():
        sample = sample.lower()
    found = _WORD.findall(sample)
    letters = sum(map(len, found))
    if letters < _MIN_LETTERS:
        return None
    cyrillic = foreign = 0
    if not sample.isascii():
        cyrillic, foreign = len(_CYRILLIC.findall(sample)), len(_FOREIGN.findall(sample))
    latin = letters - cyrillic - foreign
    if max(latin, cyrillic) < letters / 2:
        return _detected(sample)[0]
    if min(latin, cyrillic) > letters / 3:
        return None
    return _by_words(sample, found, cyrillic=cyrillic > latin)


def language_name(code: str) -> str:
    """The English name of a language, or "the language xx" where only its code is known."""
    return next((known.name for known in languages() if known.code == code), f"the language {code}")


@cache
def languages() -> tuple[Language, ...]:
    """The languages told apart by their words."""
    import csv

    with _PATH.open(encoding="utf-8", newline="") as file:
        return tuple(
            Language(
                row["code"], row["name"], frozenset(row["letters"]), frozenset(row["words"].split())
            )
            for row in csv.DictReader(file)
        )


def _by_words(sample: str, found: list[str], *, cyrillic: bool) -> str | None:
    """The language that most words speak for, checked against the detector's answer."""
    letters = sum(map(len, found))
    detected, rank = _detected(sample)
    evidence = _evidence(found, cyrillic=cyrillic)
    ranked = _total(evidence).most_common()
    score = ranked[0][1] if ranked else 0
    few = score < _OWN_WORDS * len(found)
    if not any(language.code == detected for language in languages()):
        believed = letters >= _LONG and rank <= _SURE
        if believed and (not ranked or _share_of_words(found, ranked[0][0]) < _OWN_WORDS):
            return detected
        detected = None
    if not ranked:
        return detected if letters >= _LONG else None
    equals = [code for code, count in ranked if count == score]
    best = detected if detected in equals else equals[0]
    unsure = len(equals) > 1 and detected not in equals
    return None if unsure or (few and score < 2) or _has_rival(evidence, best) else best


def _share_of_words(found: list[str], code: str) -> float:
    """How many of the words of a text are among the commonest of a language."""
    words = next(language.words for language in languages() if language.code == code)
    return sum(word.lower() in words for word in found) / len(found)


def _has_rival(evidence: list[tuple[frozenset[str], int]], best: str) -> bool:
    """Whether another language claims many words that the best one does not: a mixed text."""
    own = sum(count for codes, count in evidence if best in codes)
    rest = _total([(codes, count) for codes, count in evidence if best not in codes])
    return max(rest.values(), default=0) > _MIXED * own


def _evidence(found: list[str], *, cyrillic: bool) -> list[tuple[frozenset[str], int]]:
    """The words of a text that some languages call their own, by the word or by a letter in it.

    Each with these languages and how often it stands. Names do not count: a word with a capital
    says where a person is from, not what is written.
    """
    by_word, by_letter = _index(cyrillic)
    counted = Counter(filter(str.islower, found))
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


def _detected(sample: str) -> tuple[str | None, int]:
    """The detector's answer, if it has one, and its rank: the lower, the surer."""
    from resiliparse.parse.lang import detect_fast

    code, rank = detect_fast(sample)
    return None if code == "unknown" else code, rank
