"""A ledger of forecasts as tables, as JSON and as a reliability diagram."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from inforce.publishing.inert import one_line, shortened
from inforce.publishing.jsonlines import days_edtf, trace_json
from inforce.publishing.names import Namer, participant_name
from inforce.publishing.phrases import days_words, step_words
from inforce.publishing.rendered import drawn
from inforce.publishing.tables import Table
from inforce.publishing.words import count_of, listed

if TYPE_CHECKING:
    from inforce.catalogue.scales import Scale
    from inforce.forecasts import Bounds, Calibration, Entry, Likelihood, Resolution, Scores

Json = dict[str, Any]

OUTCOME = {
    "came_true": "came true",
    "did_not": "did not come true",
    "lower_rung": "a lower step only",
    "open": "open",
    "voided": "void",
    "unresolvable": "not to be resolved",
}
_LEFT, _TOP, _SIDE = 60.0, 30.0, 300.0


def ledger_tables(
    resolved: Sequence[Resolution], found: Scores, scale: Scale, catalogue: Namer
) -> list[Table]:
    """Each forecast with what became of it, then the scores."""
    rows = tuple(_row(one, catalogue) for one in resolved)
    head = ("outcome", "words", "range", "window", "who and what")
    notes = (f"Ranges by {scale.name} ({scale.source}).",)
    tables = [Table(f"{count_of(len(rows), 'forecast')}", head, rows, notes)]
    return [*tables, *_score_tables(found)] if found.n else tables


def _row(one: Resolution, catalogue: Namer) -> tuple[str, ...]:
    entry = one.entry
    who = entry.statement.claim.participant
    name = f"{participant_name(catalogue, who)}: " if who else ""
    reasons = "; ".join(step_words(step, catalogue) for step in one.trace)
    what = f"{name}{shortened(one_line(entry.event), 90)}. {reasons}"
    said = entry.likelihood
    return (OUTCOME[one.outcome.value], one_line(said.words), range_words(said), _window(one), what)


def range_words(said: Likelihood) -> str:
    """The range of a forecast's words, or why there is none."""
    if said.range is None:
        return "unmapped"
    words = f"{100 * said.range.low:g} to {100 * said.range.high:g} %"
    return f"{words}, hedged: {' '.join(said.hedges)}" if said.hedges else words


def _window(one: Resolution) -> str:
    return days_words(one.entry.window.possible) if one.entry.window else "not said"


def _score_tables(found: Scores) -> list[Table]:
    rows = [
        (name, _number(of.best), _number(of.middle), _number(of.worst))
        for name, of in (("Brier", found.brier), ("logarithmic", found.log))
        if of is not None
    ]
    notes = [f"{count_of(found.n, 'forecast')} settled and plainly worded; smaller is better."]
    if found.base_rate is not None and found.no_change is not None:
        notes.append(
            f"Brier of always saying the share that came true: {found.base_rate:.3f}; "
            f"of never expecting anything: {found.no_change:.3f}."
        )
    tables = [
        Table("Scores", ("", "at best", "at the middle", "at worst"), tuple(rows), tuple(notes))
    ]
    for title, group in (("By word", found.by_word), ("By author", found.by_author)):
        tables.append(
            Table(
                title,
                ("", "settled", "came true", "share, 95 %"),
                tuple(_calibration_row(one) for one in group),
            )
        )
    return tables


def _calibration_row(one: Calibration) -> tuple[str, str, str, str]:
    share = f"{100 * one.frequency:.0f} % ({100 * one.low:.0f} to {100 * one.high:.0f})"
    return one_line(one.name), str(one.n), str(one.hits), share


def _number(score: float) -> str:
    return "infinite" if math.isinf(score) else f"{score:.3f}"


def reliability_diagram(words: Iterable[Calibration], *, styled: bool = True) -> str:
    """An SVG picture: for each word its range, and how often it came true with its interval.

    ``styled`` puts its style sheet into it; a page that has these rules leaves it out.
    """
    shown = [one for one in words if one.range is not None]
    marks = []
    for one in shown:
        assert one.range is not None, "only words with a range are shown"
        x1, x2 = _x(one.range.low), _x(one.range.high)
        top, bottom, y = _y(one.high), _y(one.low), _y(one.frequency)
        marks.append((x1, x2, (x1 + x2) / 2, top, bottom, y, one_line(one.name)))
    told = listed(f"{one_line(one.name)}: {one.hits} of {one.n}" for one in shown)
    return drawn(
        "reliability.svg",
        title="How often each word came true",
        words=told or "Nothing is settled yet.",
        box=(_LEFT, _TOP, _LEFT + _SIDE, _TOP + _SIDE),
        size=(_LEFT + _SIDE + 190, _TOP + _SIDE + 50),
        ticks=[(_x(part / 4), _y(part / 4), f"{25 * part} %") for part in range(5)],
        marks=marks,
        styled=styled,
    )


def _x(share: float) -> float:
    return round(_LEFT + _SIDE * share, 1)


def _y(share: float) -> float:
    return round(_TOP + _SIDE * (1 - share), 1)


def resolution_json(one: Resolution) -> Json:
    """One object of ``inforce forecasts --json``: the statement, its range, window and outcome."""
    entry = one.entry
    return {
        **entry.statement.to_json(),
        "author": entry.author,
        "said": entry.said.edtf if entry.said else None,
        "likelihood": _likelihood_json(entry.likelihood),
        "window": entry.window.edtf if entry.window else None,
        "target": _target_json(entry),
        "outcome": one.outcome.value,
        "reached": one.reached.word if one.reached else None,
        "barred": [days_edtf(days) for days in one.barred],
        "on": one.on.edtf,
        "trace": trace_json(one.trace),
    }


def _likelihood_json(said: Likelihood) -> Json:
    return {
        "words": said.words,
        "scale": said.scale,
        "term": said.term,
        "range": [said.range.low, said.range.high] if said.range else None,
        "hedges": list(said.hedges),
    }


def _target_json(entry: Entry) -> Json | None:
    if entry.target is not None:
        return {
            "treaty": entry.target.treaty,
            "participant": entry.target.participant,
            "acts": sorted(act.value for act in entry.target.leads_to),
            "meant": entry.target.meant.word,
        }
    if entry.conduct is not None:
        return {
            "treaty": entry.conduct.treaty,
            "participant": entry.conduct.participant,
            "forbidden_by": entry.conduct.article,
        }
    return None


def scores_json(found: Scores) -> Json:
    """The last object of ``inforce forecasts --json``: the ledger's scores."""
    return {
        "scored": found.n,
        "brier": _bounds_json(found.brier),
        "log": _bounds_json(found.log),
        "base_rate": found.base_rate,
        "no_change": found.no_change,
        "by_word": [_calibration_json(one) for one in found.by_word],
        "by_author": [_calibration_json(one) for one in found.by_author],
        "outcomes": {outcome.value: n for outcome, n in found.outcomes},
    }


def _bounds_json(of: Bounds | None) -> Json | None:
    if of is None:
        return None
    finite = [None if math.isinf(score) else score for score in (of.best, of.middle, of.worst)]
    return dict(zip(("best", "middle", "worst"), finite, strict=True))


def _calibration_json(one: Calibration) -> Json:
    return {
        "name": one.name,
        "n": one.n,
        "hits": one.hits,
        "frequency": one.frequency,
        "interval": [one.low, one.high],
        "range": [one.range.low, one.range.high] if one.range else None,
    }
