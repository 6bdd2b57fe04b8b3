"""Proposed rules in a user's own catalogue: added unconfirmed, then confirmed or corrected."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from inforce.clauses.as_catalogue import rules_mapping
from inforce.clauses.errors import ClausesError
from inforce.clauses.model import Part, Proposal

_UNITED_NATIONS = re.compile(r"secretary[\s-]+general\s+of\s+the\s+united\s+nations", re.I)
_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


@dataclass(frozen=True, slots=True)
class Identity:
    """What a treaty's file needs beside its rules; ``source`` is its depositary's source."""

    id: str
    title: str
    number: str = ""
    source: str = ""
    in_force: date | None = None


def yaml_of(value: object) -> str:
    """YAML with the keys in their own order, and every value written out where it stands."""
    import yaml

    class _Plain(yaml.SafeDumper):
        def ignore_aliases(self, data: Any) -> bool:  # noqa: ARG002
            return True

    written: str = yaml.dump(value, Dumper=_Plain, sort_keys=False, allow_unicode=True, width=100)
    return written


def treaty_mapping(proposal: Proposal, identity: Identity, *, on: date) -> dict[str, Any]:
    """The whole file of a treaty with the rules proposed for it.

    Raises ClausesError where the proposal has no rule.
    """
    if proposal.problem:
        raise ClausesError(proposal.problem)
    made: dict[str, Any] = {
        "id": identity.id,
        "title": identity.title,
        "short_name": identity.title,
    }
    if identity.number:
        made["number"] = identity.number
    made |= {
        "depositary": _depositary(proposal),
        "depositary_source": _source(proposal, identity),
        "aliases": {"en": [identity.title]},
    }
    if identity.in_force is not None:
        made["in_force"] = identity.in_force
    made["words"] = f"Rules proposed from {proposal.name} (SHA-256 {proposal.digest[:12]})."
    made["rules"] = rules_mapping(proposal, on=on)
    # Last, because it is required: a file that was cut short is noticed.
    made["sources"] = [made["depositary_source"]]
    return made


def add_proposal(folder: Path, proposal: Proposal, identity: Identity, *, on: date) -> Path:
    """Write the treaty's file into a catalogue's folder, and its source if that is new.

    Raises ClausesError for an id that is no catalogue id, a title that is empty, a file that is
    there already, and a folder that cannot be written.
    """
    if not _ID.fullmatch(identity.id):
        raise ClausesError(
            f"found the id {identity.id!r}, expected lower-case letters, digits and hyphens"
        )
    if not identity.title.strip():
        raise ClausesError(f"found no title for {identity.id}, expected the treaty's")
    path = folder / "treaties" / f"{identity.id}.yaml"
    if path.exists():
        raise ClausesError(f"{path} is there already; expected the id of a treaty that is new")
    made = treaty_mapping(proposal, identity, on=on)
    own = f"{identity.id}-depositary"
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        if made["depositary_source"] == own:
            _add_source(folder / "sources.yaml", own, f"Depositary of {identity.title}")
        path.write_text(yaml_of(made), encoding="utf-8")
    except OSError as error:
        raise ClausesError(f"{path} cannot be written: {error.strerror or error}") from error
    return path


def part_of(name: str) -> Part:
    """The rule of that name. Raises ClausesError with the names that there are."""
    try:
        return Part(name)
    except ValueError:
        names = ", ".join(part.value for part in Part)
        raise ClausesError(f"found the rule {name!r}, expected one of {names}") from None


def confirm(
    path: Path,
    part: Part,
    *,
    by: str,
    on: date,
    corrections: Sequence[str] = (),
    reading: int | None = None,
) -> dict[str, Any]:
    """Confirm a proposed rule of a file, with what a person corrects in it; the rule comes back.

    ``corrections`` are KEY=VALUE pairs with dots between the keys of inner mappings, such as
    ``delay.period=P3M``; an empty value takes a key away. ``reading`` chooses between several,
    from 1 on. Raises ClausesError where there is nothing to confirm or a correction is no pair.
    """
    if not by.strip():
        raise ClausesError("found no name of who confirms, expected one: a confirmation is signed")
    made = _loaded(path)
    rules = made.get("rules")
    rule = rules.get(part.value) if isinstance(rules, dict) else None
    if not isinstance(rule, dict):
        raise ClausesError(f"{path}: found no rule {part.value}, expected one that was proposed")
    rule = _chosen(path, part, rule, reading)
    if "proposed" not in rule:
        raise ClausesError(
            f"{path}: the rule {part.value} is not a proposed one; found nothing to confirm"
        )
    for pair in corrections:
        _correct(rule, pair)
    signed: dict[str, Any] = {}
    for key, value in _signed(rule, on).items():
        signed[key] = value
        if key == "checked":
            signed["checked_by"] = by.strip()
    rules[part.value] = signed  # type: ignore[index]
    path.write_text(yaml_of(made), encoding="utf-8")
    return signed


def _signed(value: Any, on: date) -> Any:
    """The rule with a day of checking wherever it said when it was proposed."""
    if isinstance(value, Mapping):
        return {
            "checked" if key == "proposed" else key: on if key == "proposed" else _signed(one, on)
            for key, one in value.items()
        }
    return [_signed(one, on) for one in value] if isinstance(value, list) else value


def _chosen(path: Path, part: Part, rule: dict[str, Any], reading: int | None) -> dict[str, Any]:
    readings = rule.get("readings")
    if not isinstance(readings, list):
        return rule
    if reading is None or not 1 <= reading <= len(readings):
        raise ClausesError(
            f"{path}: {part.value} has {len(readings)} readings; found {reading or 'none'} chosen, "
            f"expected one from 1 to {len(readings)}"
        )
    chosen: dict[str, Any] = readings[reading - 1]
    return chosen


def _correct(rule: dict[str, Any], pair: str) -> None:
    import yaml

    name, sign, text = pair.partition("=")
    keys = name.strip().split(".")
    if not sign or not all(keys):
        raise ClausesError(f"found {pair!r}, expected a correction such as delay.period=P3M")
    inner = rule
    for key in keys[:-1]:
        inner = inner.setdefault(key, {})
        if not isinstance(inner, dict):
            raise ClausesError(f"found {pair!r}, but {key} is no mapping in the rule")
    if text:
        try:
            inner[keys[-1]] = yaml.safe_load(text)
        except (yaml.YAMLError, RecursionError) as error:
            words = f"found {name.strip()} = {text[:60]!r}, expected a value in YAML"
            raise ClausesError(words) from error
    else:
        inner.pop(keys[-1], None)


def _loaded(path: Path) -> dict[str, Any]:
    import yaml

    try:
        made = yaml.safe_load(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise ClausesError(f"{path} cannot be read: {error.strerror or error}") from error
    except (yaml.YAMLError, UnicodeDecodeError, RecursionError) as error:
        raise ClausesError(f"{path} is not YAML: {error}") from error
    if not isinstance(made, dict):
        raise ClausesError(f"{path}: found no mapping, expected a treaty's file")
    return made


def _add_source(path: Path, source: str, name: str) -> None:
    held = _loaded(path) if path.exists() else {}
    sources = held.get("sources") or []
    if all(one.get("id") != source for one in sources):
        sources.append({"id": source, "name": name, "kind": "depositary"})
    path.write_text(yaml_of({**held, "sources": sources}), encoding="utf-8")


def _depositary(proposal: Proposal) -> str:
    exits = proposal.of(Part.EXIT)
    rule = exits[0].rule if exits else None
    told = getattr(rule, "notice_to", ())
    return told[0] if told else "as the text says"


def _source(proposal: Proposal, identity: Identity) -> str:
    if identity.source:
        return identity.source
    said = " ".join(clause.quote.text for clause in proposal.clauses)
    return "unsg" if _UNITED_NATIONS.search(said) else f"{identity.id}-depositary"
