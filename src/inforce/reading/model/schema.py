"""The JSON schema to which a model's answer is held: the exchange form of statements."""

from __future__ import annotations

from typing import Any

from inforce.terms import CountedFrom, CountOf, ExchangeKind, Modality

Schema = dict[str, Any]

MOST_STATEMENTS = 200
"""More than this of one window is no reading but a flood; the rest is dropped and counted."""
KINDS = tuple(kind.value for kind in ExchangeKind if kind is not ExchangeKind.OTHER)
TOWARD = ("withdrawal", "joining")

_TEXT: Schema = {"type": ["string", "null"]}
_NUMBER: Schema = {"type": ["number", "null"]}
_WHOLE: Schema = {"type": ["integer", "null"]}

VALUES: dict[str, dict[str, Schema]] = {
    "membership_count": {
        "n": _WHOLE,
        "text": _TEXT,
        "of": {"type": "string", "enum": [one.value for one in CountOf]},
        "role": {"type": ["string", "null"], "enum": ["threshold", None]},
        "cmp": {"type": "string", "enum": ["=", "~", ">", ">=", "<", "<="]},
    },
    "vote_tally": {
        "for": _WHOLE,
        "against": _WHOLE,
        "abstain": _WHOLE,
        "not_voting": _WHOLE,
        "seats": _WHOLE,
        "threshold": _WHOLE,
    },
    "notice_period": {
        "period": {"type": "string"},
        "from": {"type": "string", "enum": [one.value for one in CountedFrom]},
        "article": _TEXT,
    },
    "money": {"amount": _NUMBER, "currency": _TEXT, "text": _TEXT},
    "casualties": {
        "n": _NUMBER,
        "what": _TEXT,
        "place": _TEXT,
        "ratio": _TEXT,
        "share": _NUMBER,
        "text": _TEXT,
    },
    "forecast": {
        "likelihood": {"type": "string"},
        "event": {"type": "string"},
        "horizon": _TEXT,
        "condition": _TEXT,
    },
    "entry_into_force": {"delay": _TEXT, "threshold": _WHOLE},
    "attribution": {"source": {"type": "string"}, "via": _TEXT},
}
"""The fields of each kind's value; other kinds have none."""


def _object(fields: dict[str, Schema]) -> Schema:
    return {
        "type": "object",
        "properties": fields,
        "required": list(fields),
        "additionalProperties": False,
    }


def answer_schema() -> Schema:
    """The schema of an answer: a list of statements, and nothing beside it."""
    statement = _object(
        {
            "kind": {"type": "string", "enum": list(KINDS)},
            "participant": _TEXT,
            "treaty": _TEXT,
            "date": _TEXT,
            "modality": {"type": "string", "enum": [one.value for one in Modality]},
            "toward": {"type": ["string", "null"], "enum": [*TOWARD, None]},
            "quote": {"type": "string"},
            "attributed_to": {"type": "array", "items": {"type": "string"}},
            "value": {"anyOf": [{"type": "null"}, *map(_object, VALUES.values())]},
        }
    )
    return _object({"statements": {"type": "array", "items": statement}})
