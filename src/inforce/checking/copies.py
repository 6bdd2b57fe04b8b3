"""Documents that are near-copies: one text, cut or touched up, in several papers.

The method is that of Broder, "On the resemblance and containment of documents" (1997): texts as
sets of shingles, MinHash sketches in bands to find candidates among many, and for each candidate
the containment of the shorter in the longer, counted exactly. rensa makes the sketches: it is
without dependencies and imported in a millisecond, where datasketch needs SciPy and most of one
second.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import combinations

from inforce.checking.links import linked

SHINGLE = 5
"""Words to a shingle: long enough that names and set phrases alone do not make texts alike."""
CONTAINED = 0.4
"""From this share of the shorter text's shingles on, it is a copy. A wire story stays above it with
a word changed in every sentence; two reporters' accounts of one event share a sixth at most."""
LEAST = 20
"""Shingles below which a text is too short to tell a copy from a set phrase."""
_MOST_WORDS = 20_000
_ALL_PAIRS = 32
"""Up to this many documents every pair is compared; among more, candidates are found first."""
_SKETCH, _BANDS, _SEED = 256, 128, 1
"""Two rows to a band: a pair that shares a fifth of its shingles is found 99.5 times in 100."""
_WORD = re.compile(r"\w+")


def near_copies(texts: Sequence[str]) -> tuple[tuple[int, ...], ...]:
    """The places of texts that are near-copies of each other, in groups of two and more.

    Copies of a copy are in one group. A text of fewer than ``LEAST`` shingles is in none.
    """
    if len(texts) < 2:
        return ()
    shingles = [_shingles(text) for text in texts]
    groups = linked(
        range(len(texts)),
        _candidates(shingles),
        lambda pair: _copy(shingles[pair[0]], shingles[pair[1]]),
    )
    return tuple(group for group in groups if len(group) > 1)


def containment(one: str, other: str) -> float:
    """The share of the shorter text's shingles that the longer one holds; 0 without any."""
    return _contained(_shingles(one), _shingles(other))


def _shingles(text: str) -> frozenset[tuple[str, ...]]:
    words = _WORD.findall(text.casefold())[:_MOST_WORDS]
    if len(words) <= SHINGLE:
        return frozenset([tuple(words)]) if words else frozenset()
    return frozenset(tuple(words[at : at + SHINGLE]) for at in range(len(words) - SHINGLE + 1))


def _copy(one: frozenset[tuple[str, ...]], other: frozenset[tuple[str, ...]]) -> bool:
    return min(len(one), len(other)) >= LEAST and _contained(one, other) >= CONTAINED


def _contained(one: frozenset[tuple[str, ...]], other: frozenset[tuple[str, ...]]) -> float:
    shorter = min(len(one), len(other))
    return len(one & other) / shorter if shorter else 0.0


def _candidates(shingles: list[frozenset[tuple[str, ...]]]) -> Iterator[tuple[int, int]]:
    """Pairs that may be copies: all of few texts, of many those whose sketches share a band."""
    if len(shingles) <= _ALL_PAIRS:
        yield from combinations(range(len(shingles)), 2)
        return
    from rensa import RMinHash, RMinHashLSH

    index = RMinHashLSH(threshold=CONTAINED, num_perm=_SKETCH, num_bands=_BANDS)
    for place, held in enumerate(shingles):
        if not held:
            continue
        sketch = RMinHash(num_perm=_SKETCH, seed=_SEED)
        sketch.update(sorted(" ".join(shingle) for shingle in held))
        yield from ((earlier, place) for earlier in index.query(sketch))
        index.insert(place, sketch)
