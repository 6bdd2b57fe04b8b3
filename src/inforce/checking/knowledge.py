"""What a check rests on: the catalogue, the records and the law, asked once and remembered."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from inforce.catalogue import Catalogue
from inforce.catalogue.lookup import fold, with_article
from inforce.catalogue.model import DelayKind, Group, RuleState, SourceInfo, Treaty
from inforce.checking import words
from inforce.dates import DayInterval, DaySet, PartialDate
from inforce.dates.civil import ONE_DAY
from inforce.errors import InforceError
from inforce.law import CountRange, PartiesAnswer, Timeline, parties, timeline
from inforce.law.reckon import reckon
from inforce.record.view import TreatyRecord
from inforce.terms import CONSENTS, EXIT_NOTICES, Act

_SIGNING = frozenset({Act.SIGNATURE, Act.DEFINITIVE_SIGNATURE})
_LISTED = (
    CONSENTS
    | EXIT_NOTICES
    | {Act.EXIT_EFFECT, Act.EXPULSION}
    | {Act.ENTRY_INTO_FORCE_FOR_PARTICIPANT}
)
"""What a complete list of parties tells, besides signatures."""
RecordOf = Callable[[str], TreatyRecord | None]


class Knowledge:
    """The catalogue, the record of each treaty, and what the law makes of them.

    ``record_of`` gives a treaty's record by id, or None where there is none. Answers are kept,
    for the documents of one run ask the same questions over and over.
    """

    def __init__(self, catalogue: Catalogue, record_of: RecordOf) -> None:
        self.catalogue = catalogue
        self._record_of = record_of
        self._records: dict[str, TreatyRecord | None] = {}
        self._timelines: dict[tuple[str, str], Timeline] = {}
        self._parties: dict[tuple[str, str], PartiesAnswer] = {}
        self._series: dict[str, tuple[tuple[DayInterval, CountRange], ...]] = {}
        self._days: dict[str, DaySet] = {}
        self._treaties = {treaty.id: treaty for treaty in catalogue.treaties()}
        self._participants = {p.id: p for p in catalogue.participants()}
        self._names = {p.id: p.name for p in self._participants.values()}
        self._groups = {group.id: group for group in catalogue.groups()}
        self._sources = {source.id: source for source in catalogue.sources()}
        self._source_names = {
            fold(name): source
            for source in self._sources.values()
            for name in (source.id, source.name, *source.aliases)
        }
        self._hosts = {host: source for source in self._sources.values() for host in source.domains}
        self._known_names = {fold(name) for name in self._names.values()}
        self._known_names |= {fold(g) for x in self._groups.values() for g in (x.id, x.name)}

    def treaty(self, treaty_id: str | None) -> Treaty | None:
        """The treaty of this id, if the catalogue has it."""
        return self._treaties.get(treaty_id or "")

    def record(self, treaty_id: str) -> TreatyRecord | None:
        """The treaty's record; None for a treaty of which the catalogue holds no acts."""
        if treaty_id not in self._records:
            known = treaty_id in self._treaties
            self._records[treaty_id] = self._record_of(treaty_id) if known else None
        return self._records[treaty_id]

    def timeline(self, treaty: Treaty, participant: str) -> Timeline:
        """Everything between the participant and the treaty."""
        key = (treaty.id, participant)
        if key not in self._timelines:
            self._timelines[key] = timeline(treaty, participant, self._needed(treaty))
        return self._timelines[key]

    def parties(self, treaty: Treaty, *, on: PartialDate) -> PartiesAnswer:
        """Who is bound and who has consented on a day."""
        key = (treaty.id, on.edtf)
        if key not in self._parties:
            self._parties[key] = parties(treaty, on, self._needed(treaty))
        return self._parties[key]

    def remembered(
        self, key: str, ask: Callable[[], tuple[tuple[DayInterval, CountRange], ...]]
    ) -> tuple[tuple[DayInterval, CountRange], ...]:
        """A count over all days, asked once."""
        if key not in self._series:
            self._series[key] = ask()
        return self._series[key]

    def remembered_days(self, key: str, ask: Callable[[], DaySet]) -> DaySet:
        """A set of days, asked once."""
        if key not in self._days:
            self._days[key] = ask()
        return self._days[key]

    def known_until(self, treaty: Treaty) -> date | None:
        """The last day until which the treaty's record is complete, as known."""
        record = self.record(treaty.id)
        if record is None or record.complete_until is None:
            return None
        known = record.known_on.latest if record.known_on else None
        return min(known, record.complete_until) if known else record.complete_until

    def bound_until(self, treaty: Treaty) -> date | None:
        """The last day on which no act past the record's end can have changed who is bound.

        An instrument or a notice takes effect only after the period of the treaty's rule, so who
        is bound is settled for that long past the end of the record. Successions apart.
        """
        until, rules = self.known_until(treaty), treaty.rules
        if until is None or rules is None:
            return until
        day, ends = until + ONE_DAY, []
        for rule in (rules.later_participants, rules.exit):
            if rule.at.state is not RuleState.STATED or rule.delay is None:
                return until
            if rule.delay.kind is DelayKind.TERM:
                return until
            ends.append(reckon(rule.delay, day).day)
        return max(until, min(ends) - ONE_DAY)

    def settles(self, treaty: Treaty, day: PartialDate | None) -> bool:
        """Whether who is bound on that day is settled by the record and the rules."""
        until = self.bound_until(treaty)
        return bool(day and day.latest and until and day.latest <= until)

    def reach_words(self, treaty: Treaty, day: PartialDate | None) -> str:
        """For a day past the record's end: why the answer stands all the same."""
        until = self.known_until(treaty)
        if until is None or self.covered(treaty, day) or not self.settles(treaty, day):
            return ""
        return (
            f" (the record ends on {words.one_day(until)}; by the treaty's rules no later act "
            "could have changed this by then)"
        )

    def _needed(self, treaty: Treaty) -> TreatyRecord:
        record = self.record(treaty.id)
        if record is None:
            raise InforceError(f"{treaty.id}: no record was found, one was expected")
        return record

    def covered(self, treaty: Treaty, day: PartialDate | date | None) -> bool:
        """Whether the record is complete over that day, so that absence proves something."""
        last = day.latest if isinstance(day, PartialDate) else day
        until = self.known_until(treaty)
        return last is not None and until is not None and last <= until

    def lists(self, treaty: Treaty, act: Act) -> bool:
        """Whether the treaty's list, where it is complete, tells every such act.

        Consents and exits it does. Signatures only where nobody ratified by its end whose
        signature it lacks: ratification follows signature (VCLT article 14). Suspensions,
        reservations, declarations and the like no list of parties tells.
        """
        if act not in (Act.SIGNATURE, Act.DEFINITIVE_SIGNATURE):
            return act in _LISTED
        record = self.record(treaty.id)
        acts = record.acts if record else ()
        until = self.known_until(treaty)
        signed = {a.participant for a in acts if a.act in _SIGNING}
        ratified = {
            a.participant
            for a in acts
            if a.act is Act.RATIFICATION
            and not (until and a.date and a.date.latest and a.date.latest > until)
        }
        return bool(signed) and ratified <= signed

    def name(self, participant: str | None) -> str:
        """The name of a participant or group, for a sentence."""
        if participant is None:
            return "the treaty"
        group = self._groups.get(participant)
        return group.name if group else with_article(self._names.get(participant, participant))

    def is_participant(self, participant: str) -> bool:
        """Whether the catalogue knows the participant."""
        return participant in self._names

    def is_organisation(self, participant: str) -> bool:
        """Whether it is an organisation, such as the European Union, and no state."""
        found = self._participants.get(participant)
        return found is not None and found.kind == "organisation"

    def ended(self, participant: str) -> date | None:
        """The first day on which a former state was no more; None for one that exists."""
        found = self._participants.get(participant)
        return found.existed_until if found else None

    def successors(self, participant: str) -> tuple[str, ...]:
        """The states that came after it."""
        found = self._participants.values()
        return tuple(p.id for p in found if any(was == participant for was, _ in p.predecessors))

    def group(self, group_id: str | None) -> Group | None:
        """The group of this id."""
        return self._groups.get(group_id or "")

    def members(self, group: Group, *, on: PartialDate | None) -> tuple[str, ...]:
        """The members of a group that surely belonged to it on a day; without a day, all ever."""
        return tuple(
            sorted(
                {
                    m.participant
                    for m in group.members
                    if on is None or _belongs(m.since, m.until, on)
                }
            )
        )

    def source(self, source_id: str) -> SourceInfo | None:
        """The source of this id."""
        return self._sources.get(source_id)

    def source_named(self, name: str) -> SourceInfo | None:
        """The source of a name, alias or address, or of one that stands in it as whole words.

        The longest wins: "state broadcaster LRT" names LRT.
        """
        folded = fold(name)
        if folded in self._source_names:
            return self._source_names[folded]
        if "." in folded and " " not in folded:
            return self._source_at(folded)
        spaced = f" {folded.replace(',', ' ')} "
        inside = [known for known in self._source_names if f" {known} " in spaced]
        return self._source_names[max(inside, key=len)] if inside else None

    def _source_at(self, address: str) -> SourceInfo | None:
        """The source of a host or an address: that of the host itself or of one above it."""
        host = address.partition("://")[2] or address
        labels = host.partition("/")[0].partition(":")[0].split(".")
        above = (".".join(labels[place:]) for place in range(len(labels) - 1))
        return next((self._hosts[name] for name in above if name in self._hosts), None)

    def is_name(self, name: str) -> bool:
        """Whether a participant or a group bears the name."""
        folded = fold(name)
        return folded in self._known_names

    def source_name(self, source_id: str) -> str:
        """The name of a source, or the id itself where the catalogue has none."""
        source = self._sources.get(source_id)
        return source.name if source else source_id

    def short(self, treaty_id: str | None) -> str:
        """The treaty's short name with its article: "the Ottawa Convention"."""
        treaty = self.treaty(treaty_id)
        if treaty is None:
            return f"the treaty {treaty_id!r}" if treaty_id else "the treaty"
        return words.the_treaty(treaty.short_name)


def _belongs(since: PartialDate | None, until: PartialDate | None, on: PartialDate) -> bool:
    first, last = on.earliest, on.latest
    began = since.latest if since else None
    ended = until.earliest if until else None
    return (began is None or first is None or began <= first) and (
        ended is None or last is None or last < ended
    )
