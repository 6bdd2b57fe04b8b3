"""Statements as JSON text for the store, and back, with nothing lost on the way."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import fields
from enum import Enum
from functools import lru_cache
from typing import Any, get_args

from inforce.dates import PartialDate, Period
from inforce.errors import InforceError
from inforce.record.model import Claim, Evidence, Statement
from inforce.record.values import Value
from inforce.terms import Act, ClaimKind, CountedFrom, CountOf, Modality, Standing


class SerialError(InforceError):
    """A text that is not a statement as :func:`to_text` writes it."""


# Few days are told of by many statements.
_day = lru_cache(maxsize=4096)(PartialDate.parse)

_VALUES: dict[str, type[Any]] = {kind.__name__: kind for kind in get_args(Value)}

_VALUE_FIELDS: Mapping[tuple[str, str], Callable[[Any], Any]] = {
    ("Count", "of"): CountOf,
    ("PeriodRule", "period"): Period.parse,
    ("PeriodRule", "counted_from"): CountedFrom,
    ("ForceRule", "delay"): Period.parse,
    ("Order", "others"): tuple,
    ("Scope", "terms"): tuple,
    ("Condition", "period"): _day,
    ("Duty", "until"): _day,
    ("Duty", "period"): _day,
    ("Territorial", "territories"): tuple,
    ("Territorial", "named"): tuple,
    ("Territorial", "effect"): _day,
    ("UnilateralStatement", "articles"): tuple,
    ("UnilateralStatement", "about"): tuple,
}


def to_text(statement: Statement) -> str:
    """The statement as one line of JSON, without what is at its default.

    Raises SerialError for a number that JSON cannot hold (not-a-number, infinity).
    """
    named = _plain(statement)
    try:
        return json.dumps(named, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    except ValueError as error:
        raise SerialError(
            f"statement {statement.id} holds a number without a value: a finite one was expected"
        ) from error


def from_text(text: str) -> Statement:
    """The statement that :func:`to_text` wrote. Raises SerialError for anything else."""
    try:
        named = json.loads(text)
        return Statement(
            claim=Claim(**_fields(named["claim"], _CLAIM)),
            modality=Modality(named["modality"]),
            evidence=Evidence(**_fields(named["evidence"], _EVIDENCE)),
            supersedes=named.get("supersedes"),
            retracts=named.get("retracts"),
        )
    except (ValueError, TypeError, KeyError, AttributeError, InforceError) as error:
        raise SerialError(
            f"{text[:60]!r} cannot be read as a statement ({error}): "
            "JSON with a claim, a modality and an evidence was expected"
        ) from error


def _plain(thing: object) -> Any:
    if isinstance(thing, Enum):
        return thing.value
    if isinstance(thing, PartialDate):
        return thing.edtf
    if isinstance(thing, Period):
        return thing.iso
    if isinstance(thing, tuple):
        return [_plain(part) for part in thing]
    if thing is None or isinstance(thing, (bool, int, float, str)):
        return thing
    parts = {f.name: (getattr(thing, f.name), f.default) for f in fields(thing)}  # type: ignore[arg-type]
    named = {name: _plain(part) for name, (part, default) in parts.items() if part != default}
    return {"is": type(thing).__name__, **named} if type(thing).__name__ in _VALUES else named


def _fields(
    given: Mapping[str, Any], readers: Mapping[str, Callable[[Any], Any]]
) -> dict[str, Any]:
    return {name: readers[name](part) if name in readers else part for name, part in given.items()}


def _value(given: Mapping[str, Any]) -> Any:
    kind = given["is"]
    rest = {name: part for name, part in given.items() if name != "is"}
    readers = {name: read for (of, name), read in _VALUE_FIELDS.items() if of == kind}
    # A field without a default may be None, and is then no text to be read.
    told = {name: part for name, part in rest.items() if part is not None}
    return _VALUES[kind](**{**rest, **_fields(told, readers)})


# How a field's JSON becomes its value, by field name; other fields are their JSON.
_CLAIM: Mapping[str, Callable[[Any], Any]] = {
    "kind": ClaimKind,
    "date": _day,
    "act": Act,
    "standing": Standing,
    "about": Act,
    "value": _value,
}
_EVIDENCE: Mapping[str, Callable[[Any], Any]] = {
    "asserted": _day,
    "attributed_to": tuple,
}
