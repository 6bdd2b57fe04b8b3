"""Scenarios written as TOML, with every fault of a file reported together."""

from __future__ import annotations

import os
import tomllib
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

from inforce.catalogue import Catalogue, UnknownGroup, UnknownParticipant, UnknownTreaty
from inforce.dates import DateError, PartialDate
from inforce.forecasts.errors import ScenarioError
from inforce.forecasts.scenario import (
    SUPPOSABLE,
    Scenario,
    SupposedAct,
    SupposedFact,
    TakenAway,
    contradictions,
)
from inforce.terms import EXIT_NOTICES, Act

_TOP = {"name", "on", "groups", "act", "fact", "without"}
_KEYS = {
    "act": ({"participant", "treaty", "act", "date"}, {"about"}),
    "fact": ({"participant", "fact", "holds", "since"}, {"until"}),
    "without": ({"participant", "treaty", "act"}, {"date"}),
}


def read_scenario(path: str | os.PathLike[str], catalogue: Catalogue) -> Scenario:
    """The scenario of a TOML file.

    Raises ScenarioError, which names the file and every fault in it.
    """
    file = Path(path)
    try:
        text = file.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        why = error.strerror if isinstance(error, OSError) else "it is not UTF-8 text"
        words = f"cannot be read ({why}), expected a scenario in TOML"
        raise ScenarioError(str(path), [words]) from None
    if not text.strip():
        words = "is empty, expected a scenario with [[act]], [[fact]] or [[without]]"
        raise ScenarioError(str(path), [words])
    return parse_scenario(text, catalogue, name=str(path))


def parse_scenario(text: str, catalogue: Catalogue, *, name: str = "scenario") -> Scenario:
    """The scenario of TOML text; ``name`` is what messages call it.

    Raises ScenarioError with every fault: TOML that is broken, keys that are unknown or missing,
    names that the catalogue lacks, days that are no single day, suppositions that exclude each
    other.
    """
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise ScenarioError(name, [f"is no TOML: {error}"]) from None
    except RecursionError:
        words = "nests its values too deeply to be read, expected a scenario"
        raise ScenarioError(name, [words]) from None
    reading = _Reading(catalogue)
    found = reading.scenario(data, name)
    problems = [*reading.problems, *contradictions(found)]
    if problems:
        raise ScenarioError(name, problems)
    return found


class _Reading:
    """One reading of a scenario; ``problems`` gathers what is wrong with it."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        self.problems: list[str] = []

    def scenario(self, data: Mapping[str, Any], name: str) -> Scenario:
        for key in sorted(set(data) - _TOP):
            self._say(f"found the key {key!r}, expected one of {', '.join(sorted(_TOP))}")
        on = self._day(data["on"], "on") if "on" in data else None
        groups = data.get("groups", [])
        if not isinstance(groups, list):
            self._say(f"found {groups!r} as groups, expected a list of names")
            groups = []
        return Scenario(
            str(data.get("name", name)),
            frozenset(filter(None, (self._act(row, at) for row, at in self._rows(data, "act")))),
            frozenset(filter(None, (self._fact(row, at) for row, at in self._rows(data, "fact")))),
            frozenset(
                filter(None, (self._gone(row, at) for row, at in self._rows(data, "without")))
            ),
            on,
            tuple(filter(None, (self._group(group) for group in groups))),
        )

    def _say(self, problem: str) -> None:
        self.problems.append(problem)

    def _rows(self, data: Mapping[str, Any], table: str) -> list[tuple[Mapping[str, Any], str]]:
        """The well-formed rows of a table, each with its place as messages name it."""
        rows = data.get(table, [])
        if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
            self._say(f"found {table!r} in another form, expected tables headed [[{table}]]")
            return []
        needed, further = _KEYS[table]
        sound = []
        for number, row in enumerate(rows, start=1):
            place = f"[[{table}]] {number}"
            missing = sorted(needed - set(row))
            strange = sorted(set(row) - needed - further)
            if missing:
                self._say(f"{place} lacks {', '.join(missing)}")
            if strange:
                expected = ", ".join(sorted(needed | further))
                self._say(f"{place}: found {', '.join(strange)}, expected {expected}")
            if not missing and not strange:
                sound.append((row, place))
        return sound

    def _act(self, row: Mapping[str, Any], place: str) -> SupposedAct | None:
        who, what = self._participant(row, place), self._treaty(row, place)
        act, day = self._term(row["act"], place), self._day(row["date"], place)
        if act is not None and act not in SUPPOSABLE:
            expected = ", ".join(sorted(one.value for one in SUPPOSABLE))
            self._say(f"{place}: found the act {act.value!r}, expected one of {expected}")
            act = None
        about = self._term(row["about"], place) if "about" in row else None
        if act is Act.REVOCATION and "about" not in row:
            about = self._exit_word(what)
        if act is not Act.REVOCATION and about is not None:
            self._say(f"{place}: found 'about' beside {row['act']!r}, expected it of a revocation")
        if who is None or what is None or act is None or day is None:
            return None
        return SupposedAct(what, who, act, day, about)

    def _exit_word(self, treaty: str | None) -> Act:
        """The treaty's own word for leaving: what a bare revocation takes back."""
        rules = self._catalogue.treaty(treaty).rules if treaty else None
        word = rules.exit.word if rules else Act.WITHDRAWAL
        return word if word in EXIT_NOTICES else Act.WITHDRAWAL

    def _fact(self, row: Mapping[str, Any], place: str) -> SupposedFact | None:
        who, since = self._participant(row, place), self._day(row["since"], place)
        until = self._day(row["until"], place) if "until" in row else None
        known = sorted({condition.fact for condition in self._conditions()})
        if row["fact"] not in known:
            self._say(
                f"{place}: found the fact {row['fact']!r}, expected one of {', '.join(known)}"
            )
            return None
        if not isinstance(row["holds"], bool):
            self._say(f"{place}: found holds = {row['holds']!r}, expected true or false")
            return None
        if since and until and until.edtf < since.edtf:
            self._say(f"{place} ends on {until}, before it begins on {since}")
            return None
        if who is None or since is None or ("until" in row and until is None):
            return None
        return SupposedFact(who, row["fact"], row["holds"], since, until)

    def _conditions(self) -> list[Any]:
        ruled = (treaty.rules for treaty in self._catalogue.treaties() if treaty.rules)
        return [one for rules in ruled for one in rules.exit.conditions]

    def _gone(self, row: Mapping[str, Any], place: str) -> TakenAway | None:
        who, what = self._participant(row, place), self._treaty(row, place)
        act = self._term(row["act"], place)
        day = self._day(row["date"], place) if "date" in row else None
        if who is None or what is None or act is None or ("date" in row and day is None):
            return None
        return TakenAway(what, who, act, day)

    def _participant(self, row: Mapping[str, Any], place: str) -> str | None:
        try:
            return self._catalogue.participant(str(row["participant"])).id
        except UnknownParticipant as error:
            self._say(f"{place}: {error}")
            return None

    def _treaty(self, row: Mapping[str, Any], place: str) -> str | None:
        try:
            found = self._catalogue.treaty(str(row["treaty"]))
        except UnknownTreaty as error:
            self._say(f"{place}: {error}")
            return None
        if found.rules is None:
            self._say(
                f"{place}: the rules of {found.id} are not read, expected a treaty with rules"
            )
            return None
        return found.id

    def _group(self, name: Any) -> str | None:
        try:
            return self._catalogue.group(str(name)).id
        except UnknownGroup as error:
            self._say(str(error))
            return None

    def _term(self, word: Any, place: str) -> Act | None:
        try:
            return Act(word)
        except ValueError:
            expected = ", ".join(sorted(act.value for act in Act))
            self._say(f"{place}: found the act {word!r}, expected one of {expected}")
            return None

    def _day(self, given: Any, place: str) -> PartialDate | None:
        """A single day, as EDTF text or as TOML's own date."""
        try:
            found = (
                PartialDate.from_day(given)
                if type(given) is date
                else PartialDate.parse(str(given))
            )
        except DateError as error:
            self._say(f"{place}: {error}")
            return None
        if found.earliest is None or found.earliest != found.latest:
            self._say(f"{place}: found {found} as a day, expected one day such as 2027-03-01")
            return None
        return found
