"""Readers that err at random: annotated facts told back with changes."""

from __future__ import annotations

import random
from typing import Any

_KINDS = ("withdrawal_effective", "ratification", "accession", "membership_count", "other", "money")
_DATES = (None, "2025", "2025-05", "2025-05-08", "2025-06-27", "XXXX-03", "../2025-06-27", "2025~")
_STATES = (None, "LTU", "EST", "LVA", "EUU", "EU", "BALTIC")
_TREATIES = (None, "apmbc", "ccm", "made-up", "another", "APMBC")
_VALUES: tuple[dict[str, Any] | None, ...] = (
    None,
    {},
    {"n": 164, "text": "164"},
    {"period": "P6M", "from": "notification"},
    {"source": "LRT", "via": "the office"},
)
_MODALITIES = ("done", "planned", "hypothetical")


def perturbed(documents: list[dict[str, Any]], seed: int) -> list[dict[str, Any]]:
    """Statements made of the documents' facts: some as they are, some changed, some invented."""
    pick = random.Random(seed)
    told: list[dict[str, Any]] = []
    for document in documents:
        for fact in document["facts"]:
            for _ in range(pick.choice((0, 1, 1, 1, 2))):
                told.append(_changed(_said(document, fact), pick))
        for _ in range(pick.randrange(3)):
            invented = {"kind": "withdrawal_effective", "modality": "done"}
            told.append(_changed(_said(document, invented), pick, often=0.8))
    pick.shuffle(told)
    return told


def _said(document: dict[str, Any], fact: dict[str, Any]) -> dict[str, Any]:
    name = document.get("file", f"{document['id']}.txt")
    claimed = {key: fact.get(key) for key in ("kind", "treaty", "date", "value", "modality")}
    return {"document": f"some/where/{name}", "participant": fact.get("state"), **claimed}


def _changed(said: dict[str, Any], pick: random.Random, often: float = 0.12) -> dict[str, Any]:
    others: tuple[tuple[str, tuple[Any, ...]], ...] = (
        ("kind", _KINDS),
        ("date", _DATES),
        ("participant", _STATES),
        ("treaty", _TREATIES),
        ("value", _VALUES),
        ("modality", _MODALITIES),
    )
    for key, choices in others:
        if pick.random() < often:
            said[key] = pick.choice(choices)
    return said
