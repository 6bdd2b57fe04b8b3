"""Answers with their sources as JSON-LD in PROV-O (W3C Recommendation of 30 April 2013)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from inforce.dates import PartialDate
from inforce.law.model import StatusAnswer, Step
from inforce.publishing.jsonlines import status_json
from inforce.publishing.names import Namer, source_name
from inforce.record.model import Statement
from inforce.record.view import AdjudicatedAct

Json = dict[str, Any]
CONTEXT: Json = {
    "prov": "http://www.w3.org/ns/prov#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "label": "rdfs:label",
    "value": "prov:value",
    "wasDerivedFrom": {"@id": "prov:wasDerivedFrom", "@type": "@id"},
    "wasRevisionOf": {"@id": "prov:wasRevisionOf", "@type": "@id"},
    "wasGeneratedBy": {"@id": "prov:wasGeneratedBy", "@type": "@id"},
    "wasAttributedTo": {"@id": "prov:wasAttributedTo", "@type": "@id"},
    "wasAssociatedWith": {"@id": "prov:wasAssociatedWith", "@type": "@id"},
    "used": {"@id": "prov:used", "@type": "@id"},
    "generatedAtTime": "prov:generatedAtTime",
}


def status_provenance(
    answer: StatusAnswer,
    acts: Iterable[AdjudicatedAct],
    catalogue: Namer,
    *,
    known_on: PartialDate | None = None,
) -> Json:
    """A status, the reckoning that gave it, and the statements that it was reckoned from."""
    limit = f":{known_on}" if known_on else ""
    name = f"urn:inforce:status:{answer.treaty}:{answer.participant}:{answer.on}{limit}"
    told = [one for act in acts for one in (act.followed, *act.support)]
    reckoning = {
        "@id": f"{name}#reckoning",
        "@type": "prov:Activity",
        "label": [_step(step) for step in answer.trace],
        "used": [_urn(one) for one in told],
        "wasAssociatedWith": "urn:inforce",
    }
    entity = {
        "@id": name,
        "@type": "prov:Entity",
        "value": status_json(answer, catalogue, known_on=known_on)["status"],
        "label": f"{answer.participant}, {answer.treaty}, {answer.on}",
        "wasGeneratedBy": reckoning["@id"],
        "wasDerivedFrom": [_urn(one) for one in told],
    }
    agent = {"@id": "urn:inforce", "@type": "prov:SoftwareAgent", "label": catalogue.compiled_on}
    return _graph([entity, reckoning, agent, *_statements(told, catalogue)])


def act_provenance(act: AdjudicatedAct, catalogue: Namer) -> Json:
    """One act with every statement of it: those followed, those that agree, the rivals."""
    every = [act.followed, *act.support, *act.rivals]
    entity = {
        "@id": f"urn:inforce:act:{act.followed.claim.id}",
        "@type": "prov:Entity",
        "label": f"{act.act.value}, {act.participant}, {act.treaty}",
        "value": act.date.edtf if act.date else None,
        "wasDerivedFrom": [_urn(one) for one in every],
    }
    return _graph([entity, *_statements(every, catalogue)])


def _graph(nodes: list[Json]) -> Json:
    return {"@context": CONTEXT, "@graph": nodes}


def _statements(told: Iterable[Statement], catalogue: Namer) -> list[Json]:
    found: dict[str, Json] = {}
    for one in told:
        said = one.evidence
        agent = f"urn:inforce:source:{said.source}"
        node: Json = {
            "@id": _urn(one),
            "@type": "prov:Entity",
            "label": ", ".join(part for part in (said.source, said.reference) if part),
            "value": one.claim.date.edtf if one.claim.date else None,
            "wasAttributedTo": agent,
        }
        if said.asserted is not None and not said.asserted_assumed:
            node["generatedAtTime"] = said.asserted.edtf
        if one.supersedes:
            node["wasRevisionOf"] = f"urn:inforce:statement:{one.supersedes}"
        found[node["@id"]] = node
        name = source_name(catalogue, said.source)
        found[agent] = {"@id": agent, "@type": "prov:Agent", "label": name}
    return list(found.values())


def _urn(statement: Statement) -> str:
    return f"urn:inforce:statement:{statement.id}"


def _step(step: Step) -> str:
    return f"{step.words} [{step.article}]" if step.article else step.words
