"""The floors under the scores: pinned to a digest of the corpus, and hard to lower."""

from __future__ import annotations

import math
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from eval.agreement import vocabulary
from eval.corpora import ROOT, EvaluationError
from eval.scoring import Counts, Score

FLOORS = ROOT / "floors.toml"
HAIR = 0.005
"""How far under a measured score its floor is set: room for rounding, not for a lost fact."""
MEASURES = ("precision", "recall", "full_recall", "wrong_dates")
CEILINGS = frozenset({"wrong_dates"})
_HEAD = """\
# Floors under the reader's scores on checkable statements; `wrong_dates` and `from_distractors`
# are ceilings. `make eval` holds them. `python -m eval --raise` lifts them to a hair under what is
# measured; to lower one, or to accept a changed corpus, takes `--lower-floors`.
"""


@dataclass(frozen=True, slots=True)
class Floor:
    """The floors of one corpus and scope, ``en`` or ``others``."""

    measures: Mapping[str, float]
    from_distractors: int


@dataclass(frozen=True, slots=True)
class Pin:
    """The floors of a corpus by scope, and the digest of the corpus that they were measured on."""

    digest: str
    scopes: Mapping[str, Floor]


def read_floors(path: Path = FLOORS) -> dict[str, Pin]:
    """The pins by corpus. Raises EvaluationError where the file is not as it is written."""
    try:
        told = tomllib.loads(path.read_text(encoding="utf-8")) if path.exists() else {}
        return {
            corpus: Pin(
                pin["digest"],
                {
                    scope: Floor({m: float(floor[m]) for m in MEASURES}, floor["from_distractors"])
                    for scope, floor in pin.items()
                    if scope != "digest"
                },
            )
            for corpus, pin in told.items()
        }
    except (tomllib.TOMLDecodeError, KeyError, TypeError, ValueError) as error:
        raise EvaluationError(
            f"{path}: {error}: expected a digest and, for each scope, "
            f"{', '.join(MEASURES)} and from_distractors"
        ) from error


def write_floors(pins: Mapping[str, Pin], path: Path = FLOORS) -> None:
    """Write the pins, corpora and scopes by name."""
    lines = [_HEAD]
    for corpus, pin in sorted(pins.items()):
        lines.append(f'[{corpus}]\ndigest = "{pin.digest}"\n')
        for scope, floor in sorted(pin.scopes.items()):
            lines.append(f"[{corpus}.{scope}]")
            lines += [f"{name} = {floor.measures[name]:.3f}" for name in MEASURES]
            lines.append(f"from_distractors = {floor.from_distractors}\n")
    path.write_text("\n".join(lines).rstrip() + "\n", encoding="utf-8")


def scopes(score: Score) -> Iterator[tuple[str, Counts, int]]:
    """The scopes that have floors: their checkable counts, and what was said of distractors."""
    languages = {place.language for place in score.places}
    for name, among in (("en", languages & {"en"}), ("others", languages - {"en"})):
        if among:
            counts = score.pooled(languages=among, kinds=vocabulary().checkable)
            said = score.pooled(languages=among, distractors=True).said
            yield name, counts, said


def measured(score: Score, digest: str) -> Pin:
    """The pin that a score would set: a hair under it."""
    return Pin(digest, {name: _under(counts, said) for name, counts, said in scopes(score)})


def faults(corpus: str, score: Score, digest: str, pin: Pin | None) -> list[str]:
    """What is below its floor, one sentence each; a changed corpus is a fault of its own."""
    if pin is None:
        return [f"{corpus}: no floors are pinned: expected a section in floors.toml"]
    if pin.digest != digest:
        return [
            f"{corpus}: the corpus is not the one that the floors were measured on: found "
            f"{digest[:12]}, expected {pin.digest[:12]}"
        ]
    found: list[str] = []
    scored = {name: (counts, said) for name, counts, said in scopes(score)}
    for scope, floor in pin.scopes.items():
        counts, said = scored.get(scope, (Counts(), 0))
        if not counts.facts:
            found.append(f"{corpus}, {scope}: no facts to score, expected some")
        for name in MEASURES:
            value, bound = getattr(counts, name), floor.measures[name]
            if value > bound if name in CEILINGS else value < bound:
                word = "ceiling" if name in CEILINGS else "floor"
                found.append(f"{corpus}, {scope}: {name} is {value:.3f}, past its {word} {bound}")
        if said > floor.from_distractors:
            found.append(
                f"{corpus}, {scope}: {said} statements from distractors, "
                f"expected at most {floor.from_distractors}"
            )
    return found


def raised(pin: Pin | None, now: Pin) -> Pin:
    """The pin with every floor at the higher of the two. Raises EvaluationError for another
    corpus, whose scores cannot be compared."""
    if pin is None:
        return now
    if pin.digest != now.digest:
        raise EvaluationError(
            f"floors cannot be raised on another corpus: found {now.digest[:12]}, expected "
            f"{pin.digest[:12]}; --lower-floors sets them anew"
        )
    return replace(
        now,
        scopes={
            scope: _better(pin.scopes[scope], floor) if scope in pin.scopes else floor
            for scope, floor in now.scopes.items()
        },
    )


def _under(counts: Counts, said: int) -> Floor:
    """The floors of a score. Where nothing was said, nothing was measured but that it is silent."""
    bounds = {}
    for name in MEASURES:
        value = getattr(counts, name)
        if not counts.said:
            bounds[name] = float(name in CEILINGS)
        elif name in CEILINGS:
            bounds[name] = min(1.0, math.ceil((value + HAIR) * 1000) / 1000)
        else:
            bounds[name] = max(0.0, math.floor((value - HAIR) * 1000) / 1000)
    return Floor(bounds, said)


def _better(old: Floor, new: Floor) -> Floor:
    bounds = {
        name: (min if name in CEILINGS else max)(old.measures[name], new.measures[name])
        for name in MEASURES
    }
    return Floor(bounds, min(old.from_distractors, new.from_distractors))
