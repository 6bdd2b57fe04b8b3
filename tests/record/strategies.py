"""Hypothesis strategies for every kind of claim, value and evidence."""

from __future__ import annotations

from dataclasses import fields
from typing import Any, get_args, get_type_hints

from hypothesis import strategies as st

from inforce.dates import PartialDate, Period
from inforce.record.model import Claim, Evidence, Statement
from inforce.record.values import Value
from inforce.terms import Modality

texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
dates = st.sampled_from(
    [
        "2025-05-08",
        "2025-05",
        "2025",
        "201X",
        "XXXX-05-08",
        "2025-05~",
        "2025-05-08?",
        "2025-21",
        "../2025-06-27",
        "2022-02-24/..",
        "2025-05-12/2025-05-18",
        "XXXX",
    ]
).map(PartialDate.parse)
periods = st.builds(
    Period, st.integers(0, 400), st.sampled_from(["days", "weeks", "months", "years"])
)
numbers = st.floats(allow_nan=False, allow_infinity=False) | st.integers(-(10**6), 10**6)

_OWN: dict[Any, st.SearchStrategy[Any]] = {
    str: texts,
    str | None: st.none() | texts,
    float: numbers,
    float | None: st.none() | numbers,
    PartialDate | None: st.none() | dates,
    Period: periods,
    Period | None: st.none() | periods,
    tuple[str, ...]: st.lists(texts, max_size=3).map(tuple),
}


def built(kind: type[Any], **given: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    """Instances of a dataclass with every field filled, also those that have a default."""
    hints = get_type_hints(kind, localns={"Value": Value})
    parts = {f.name: _of(hints[f.name]) for f in fields(kind) if f.name not in given}
    return st.builds(kind, **parts, **given)


def _of(hint: Any) -> st.SearchStrategy[Any]:
    return _OWN[hint] if hint in _OWN else st.from_type(hint)


values = st.one_of([built(kind) for kind in get_args(Value)])
claims = built(Claim, value=st.none() | values)
statements: st.SearchStrategy[Statement] = st.builds(
    Statement,
    claims,
    st.sampled_from(Modality),
    built(Evidence),
    supersedes=st.none() | texts,
    retracts=st.none() | texts,
)
