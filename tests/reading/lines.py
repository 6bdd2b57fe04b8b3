"""Statements as the lines in which the tables of sentences name them."""

from __future__ import annotations

from importlib.resources import files
from typing import Any

from inforce.reading import Reading

CHECKABLE = {
    "parliament_vote",
    "law_signed",
    "announced_intention",
    "signature",
    "ratification",
    "accession",
    "acceptance_approval",
    "succession",
    "withdrawal_notified",
    "withdrawal_effective",
    "entry_into_force",
    "entry_into_force_for_state",
    "suspension",
    "reversal_of_withdrawal",
    "membership_count",
    "non_party",
    "vote_tally",
    "notice_period",
}


def lines(reading: Reading) -> list[str]:
    """The checkable statements, each as: kind participant treaty date modality [figure]."""
    exchanged = [statement.to_json() for statement in reading.statements]
    return sorted({_line(one) for one in exchanged if one["kind"] in CHECKABLE})


def _line(one: dict[str, Any]) -> str:
    named = [one["participant"] or "-", one["treaty"] or "-", one["date"] or "-", one["modality"]]
    return " ".join([one["kind"], *named, *_figure(one["kind"], one["value"] or {})])


def _figure(kind: str, value: dict[str, Any]) -> list[str]:
    if kind == "membership_count":
        return [str(value.get("n") or value.get("text"))]
    if kind == "vote_tally" and "threshold" in value:
        return [f"{value['threshold']} needed"]
    if kind == "vote_tally":
        return ["/".join(str(value.get(side, "-")) for side in ("for", "against", "abstain"))]
    if kind == "notice_period":
        return [str(value["period"]), str(value["from"])]
    return []


def lexicon_text(language: str) -> str:
    """The language's lexicon as it is shipped."""
    path = files("inforce.catalogue").joinpath("data", "lexicon", f"{language}.yaml")
    return path.read_text(encoding="utf-8")
