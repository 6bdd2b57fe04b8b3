"""The library's own questions, one function for each verb of the command line."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from inforce.catalogue import Catalogue, load
from inforce.dates import PartialDate, Period

if TYPE_CHECKING:
    import polars

    from inforce.catalogue.model import Delay, Participant, Treaty
    from inforce.checking.audit import Audit, Row
    from inforce.checking.model import Report
    from inforce.clauses import Proposal
    from inforce.clauses import Reading as RuleReading
    from inforce.documents import Document, DocumentError
    from inforce.forecasts import Exposure, Ledger, Needs, Scenario, WhatIf
    from inforce.law.answers import Deadline, PartiesAnswer, RuleLine
    from inforce.law.histories import Ground, History
    from inforce.law.model import StatusAnswer, Timeline
    from inforce.reading import Explanation, Reader, Reading
    from inforce.record.model import Statement
    from inforce.record.store import Store
    from inforce.record.view import TreatyRecord

Day = str | date | PartialDate
"""A day asked about: EDTF text, a date, or a partial date."""


@dataclass(frozen=True, slots=True)
class View:
    """Which record is asked.

    ``known_on`` keeps only what had been said by then, ``recorded_on`` only what the store had
    learned by then; None sets no limit. ``store`` lays a user's own statements over the record
    that comes with the catalogue.
    """

    catalogue: Catalogue
    known_on: PartialDate | None = None
    recorded_on: PartialDate | None = None
    store: Store | None = None

    @classmethod
    def open(
        cls,
        *,
        known_on: Day | None = None,
        recorded_on: Day | None = None,
        store: Store | None = None,
        catalogue_dir: Path | None = None,
    ) -> View:
        """A view with the shipped catalogue, or with a user's files laid over it.

        Raises InforceError for a catalogue with faults and DateError for a day that does not
        exist.
        """
        return cls(load(catalogue_dir), as_day(known_on), as_day(recorded_on), store)

    @property
    def recorded_by(self) -> date | None:
        """The last day of ``recorded_on``; None for no limit."""
        return self.recorded_on.latest if self.recorded_on else None

    def record(self, treaty: str, *, participants: Iterable[str] | None = None) -> TreatyRecord:
        """What the statements known by the view's limits add up to for one treaty."""
        from inforce.record.build import record_of

        return record_of(
            self.catalogue,
            treaty,
            store=self.store,
            known_on=self.known_on,
            recorded_on=self.recorded_by,
            participants=None if participants is None else tuple(participants),
        )

    def status(self, treaty: str, participant: str, *, on: PartialDate) -> StatusAnswer:
        """The status of a participant of that id; see :func:`inforce.law.status`."""
        from inforce.law.status import status as law_status

        return law_status(self.catalogue.treaty(treaty), participant, on, self.record(treaty))

    def parties(
        self, treaty: str, *, on: PartialDate, among: frozenset[str] | None = None
    ) -> PartiesAnswer:
        """Who is bound among these participants; see :func:`inforce.law.parties`."""
        from inforce.law.counts import parties as law_parties

        return law_parties(self.catalogue.treaty(treaty), on, self.record(treaty), among=among)

    def ground(self, treaty: str) -> Ground:
        """What every question about one treaty's record shares; see :func:`inforce.law.history`."""
        from inforce.law.histories import ground as law_ground

        return law_ground(self.catalogue.treaty(treaty), self.record(treaty))

    def history(self, treaty: str) -> History:
        """The history of one treaty's record; see :func:`inforce.law.history`."""
        from inforce.law import history as law_history

        return law_history(self.catalogue.treaty(treaty), self.record(treaty))


def as_day(day: Day | None) -> PartialDate | None:
    """The partial date of an EDTF text or a date; None stays None. Raises DateError."""
    if day is None or isinstance(day, PartialDate):
        return day
    return PartialDate.parse(day) if isinstance(day, str) else PartialDate.from_day(day)


def today() -> PartialDate:
    """The present day in UTC: what a question without a day is about."""
    return PartialDate.from_day(datetime.now(UTC).date())


def status(
    participant: str, treaty: str, *, on: Day | None = None, view: View | None = None
) -> StatusAnswer:
    """A participant's status under a treaty on a day (today when left out), with its trace.

    Raises UnknownParticipant and UnknownTreaty, which name the nearest names.
    """
    view = view or View.open()
    who, what = _named(view, participant, treaty)
    return view.status(what.id, who.id, on=as_day(on) or today())


def timeline(participant: str, treaty: str, *, view: View | None = None) -> Timeline:
    """A participant's whole history under a treaty: statuses, exits and every act."""
    from inforce.law.timeline import timeline as law_timeline

    view = view or View.open()
    who, what = _named(view, participant, treaty)
    return law_timeline(what, who.id, view.record(what.id))


def parties(
    treaty: str, *, on: Day | None = None, group: str | None = None, view: View | None = None
) -> PartiesAnswer:
    """Who is bound on a day, who has consented, and both counts; ``group`` keeps to its members.

    Members of a group are those of the day asked. Raises UnknownTreaty and UnknownGroup.
    """
    view = view or View.open()
    what = view.catalogue.treaty(treaty)
    day = as_day(on) or today()
    among = members(view.catalogue, group, on=day) if group else None
    return view.parties(what.id, on=day, among=among)


def deadlines(
    participant: str | None = None,
    treaty: str | None = None,
    *,
    group: str | None = None,
    on: Day | None = None,
    within: str | Period | None = None,
    past: bool | None = None,
    view: View | None = None,
) -> tuple[Deadline, ...]:
    """The deadlines of obligations on a day (today when left out), each met, open or unknown.

    Without a participant those of all, of ``group`` its members on the day; without a treaty
    those under every treaty with rules. ``within`` (ISO 8601, ``P1Y``) keeps to those that fall
    so long after the day. ``past`` adds those that have passed, as is done without being asked
    where both participant and treaty are named and nothing limits the time. Raises
    UnknownParticipant, UnknownTreaty, UnknownGroup, and DateError for no period.
    """
    from inforce.law.upcoming import agenda

    view = view or View.open()
    known, day = view.catalogue, as_day(on) or today()
    who = None if participant is None else frozenset({known.participant(participant).id})
    if group is not None:
        of_group = members(known, group, on=day)
        who = of_group if who is None else who & of_group
    found = [known.treaty(treaty)] if treaty else [one for one in known.treaties() if one.rules]
    if past is None:
        past = participant is not None and treaty is not None and within is None
    return agenda(
        [(one, view.record(one.id)) for one in found],
        on=day,
        among=who,
        within=Period.parse(within) if isinstance(within, str) else within,
        past=past,
    )


def members(catalogue: Catalogue, group: str, *, on: PartialDate) -> frozenset[str]:
    """The members of a group on a day; one whose day is not known counts where it may hold."""
    from inforce.catalogue.groups import members_on

    certain, possible = members_on(catalogue.group(group), on)
    return frozenset(certain) | frozenset(possible)


def read(document: Document, *, view: View | None = None, reader: Reader | None = None) -> Reading:
    """The statements of a document, each grounded in a verbatim quote; nothing is checked.

    Without a ``reader`` the deterministic one reads.
    """
    from inforce.reading import DeterministicReader

    return (reader or DeterministicReader((view or View.open()).catalogue)).read(document)


def explain(
    document: Document, reading: Reading, *, view: View | None = None
) -> tuple[Explanation, ...]:
    """How each statement of a reading came about, word by word, in the statements' order."""
    from inforce.reading import explain as explain_reading

    view = view or View.open()
    return explain_reading(document, reading, view.catalogue)


def check(
    documents: Sequence[Document | DocumentError],
    *,
    on: Day | None = None,
    view: View | None = None,
    reader: Reader | None = None,
) -> Report:
    """The verdicts on every statement of the documents, and how the documents relate.

    A DocumentError among the documents becomes a problem of the report; the others are checked.
    Without a ``reader`` the deterministic one reads.
    """
    from inforce.checking import check_documents

    view = view or View.open()
    return check_documents(
        documents,
        view.catalogue,
        store=view.store,
        on=as_day(on),
        known_on=view.known_on,
        recorded_on=view.recorded_by,
        reader=reader,
    )


def dossier(report: Report, *, view: View | None = None) -> str:
    """The report as one self-contained HTML page, with the timelines that it speaks of."""
    from inforce.publishing.dossier import dossier as page

    view = view or View.open()
    return page(report, timelines=told_timelines(report, view=view), catalogue=view.catalogue)


def told_timelines(report: Report, *, view: View | None = None) -> list[Timeline]:
    """The timelines of the participants and treaties that a report speaks of."""
    view = view or View.open()
    asked = {
        (claim.participant, claim.treaty)
        for document in report.documents
        for claim in (check.statement.claim for check in document.checks)
        if claim.participant and claim.treaty
    }
    known = {p.id for p in view.catalogue.participants()}
    ruled = {t.id for t in view.catalogue.treaties() if t.rules}
    return [
        timeline(who, what, view=view)
        for who, what in sorted(asked)
        if who in known and what in ruled
    ]


def rules(treaty: str, *, view: View | None = None) -> tuple[Treaty, tuple[RuleLine, ...]]:
    """A treaty and its rules in plain words, each with its article and its last check."""
    from inforce.law import rule_says

    view = view or View.open()
    found = view.catalogue.treaty(treaty)
    return found, tuple(rule_says(found))


def audit(
    rows: Iterable[Row] | str | Path,
    *,
    treaty: str | None = None,
    rows_of: str | None = None,
    rule: Delay | None = None,
    view: View | None = None,
) -> Audit:
    """The rows of a published table beside the treaties' rules, with the likely faults.

    ``rows`` may be the path of a CSV table instead, none of whose rows is then left out.
    ``treaty`` audits by that treaty's rules the rows that name it, or all if the table has but
    one treaty; ``rows_of`` is what the table calls it. Without a treaty or a ``rule`` the rule is
    sought for each treaty. Raises UnknownTreaty, and AuditError where no row is of the treaty or a
    table has rows that cannot be read.
    """
    from inforce.checking.audit import audit as audit_rows
    from inforce.checking.audit import named, read_table, succession_days

    if isinstance(rows, (str, Path)):
        rows = read_table(Path(rows)).rows
    view = view or View.open()
    found = view.catalogue.treaty(treaty) if treaty else None
    return audit_rows(
        named(list(rows), rows_of, found, view.catalogue),
        rule=rule,
        treaty=found,
        successions=succession_days(view.catalogue),
    )


def clauses(document: Document, *, view: View | None = None) -> Proposal:
    """The rules that a treaty's text states, each with its words, for a person to confirm.

    A text without final clauses, or in a language that is not read, comes back with its
    ``problem`` and no rule.
    """
    from inforce.clauses import propose

    view = view or View.open()
    return propose(document.text, name=document.name, catalogue=view.catalogue)


def explained(
    proposal: Proposal, rows: Iterable[Row], *, rows_of: str | None = None, view: View | None = None
) -> tuple[tuple[RuleReading, Audit, Audit], ...]:
    """Each reading of the rule for later participants beside a table of recorded dates.

    With each come the audit by that rule and the audit by the rule that explains most, which no
    rule can beat. Where the text is silent, or has a rule of another kind, nothing comes back.
    Raises AuditError where no row is of the treaty, ClausesError for a table of several treaties
    without ``rows_of``.
    """
    from inforce.catalogue.model import ParticipantForceRule
    from inforce.clauses import Part

    view = view or View.open()
    held = list(rows)
    names = list(dict.fromkeys(row.treaty for row in held))
    if rows_of is None and len(names) > 1:
        from inforce.clauses import ClausesError

        few = ", ".join(repr(name) for name in names[:5])
        raise ClausesError(
            f"the table has rows of {len(names)} treaties ({few} ...); found no name of the one "
            "whose text this is, expected what the table calls it"
        )
    best = audit(held, rows_of=rows_of, view=view)
    return tuple(
        (reading, audit(held, rows_of=rows_of, rule=reading.rule.delay, view=view), best)
        for reading in proposal.of(Part.LATER_PARTICIPANTS)
        if isinstance(reading.rule, ParticipantForceRule) and reading.rule.delay is not None
    )


def panel(
    *,
    unit: str = "year",
    first: Day = "1945",
    last: Day = "2026",
    treaties: Sequence[str] = (),
    participants: Sequence[str] = (),
    out: str | Path | None = None,
    view: View | None = None,
) -> polars.DataFrame | None:
    """Every participant under every treaty by day, month or year, with status and source.

    Without ``treaties`` all that have rules, without ``participants`` all of the catalogue, and
    a partial date gives its first or its last day. With ``out`` the panel is written there, as
    Parquet or CSV, one treaty in memory at a time, and None comes back. Raises PanelError,
    UnknownTreaty and UnknownParticipant.
    """
    from inforce.publishing.panel import Asked, PanelError, Unit, write_panel
    from inforce.publishing.panel import panel as panel_of

    view = view or View.open()
    known = view.catalogue
    units = {one.value: one for one in Unit}
    if unit not in units:
        raise PanelError(f"found {unit!r} as the panel's unit, expected {', '.join(units)}")
    start, end = as_day(first), as_day(last)
    if start is None or end is None or start.earliest is None or end.latest is None:
        raise PanelError(f"found a panel from {first} to {last}, expected two days with a year")
    who = [known.participant(name).id for name in participants]
    found = [known.treaty(name) for name in treaties]
    found = found or [treaty for treaty in known.treaties() if treaty.rules]
    asked = Asked(
        units[unit], start.earliest, end.latest, tuple(who or (p.id for p in known.participants()))
    )
    unique = list({treaty.id: treaty for treaty in found}.values())
    records = {treaty.id: view.record(treaty.id) for treaty in unique}
    if out is None:
        return panel_of(unique, records, asked)
    write_panel(out, unique, records, asked)
    return None


def whatif(
    scenarios: Sequence[str | Path | Scenario],
    *,
    on: Day | None = None,
    view: View | None = None,
) -> WhatIf:
    """What follows from scenarios, laid over the record together: before and after on one day.

    A scenario is the path of a TOML file or a Scenario. ``on`` goes before the scenarios' own day;
    without either it is today. The record stays as it is. Raises ScenarioError for files with
    faults, for scenarios that contradict each other, and for what the record does not admit.
    """
    from inforce.forecasts import Scenario, compose, read_scenario
    from inforce.forecasts import whatif as compare

    view = view or View.open()
    whole = compose(
        one if isinstance(one, Scenario) else read_scenario(one, view.catalogue)
        for one in scenarios
    )
    day = as_day(on) or whole.on or today()
    return compare(whole, view.catalogue, _records(view), on=day)


def forecasts(
    statements: Iterable[Statement],
    *,
    on: Day | None = None,
    scale: str | None = None,
    view: View | None = None,
) -> Ledger:
    """The forecasts among statements, what became of each as known on a day, and the scores.

    ``scale`` is the id of a scale of the catalogue (phia without one). Without ``on`` it is the
    view's ``known_on``, else today. Raises UnknownScale.
    """
    from inforce.catalogue.scales import scale as scale_of
    from inforce.catalogue.subjects import subjects
    from inforce.forecasts import Ledger, entries, resolve, scores

    view = view or View.open()
    day = as_day(on) or view.known_on or today()
    known = replace(view, known_on=view.known_on or day)
    chosen = scale_of(view.catalogue, scale)

    @cache
    def held(treaty: str) -> tuple[Treaty, TreatyRecord]:
        return known.catalogue.treaty(treaty), known.record(treaty)

    ledger = entries(statements, chosen, subjects(view.catalogue))
    resolved = resolve(ledger, held, on=day)
    return Ledger(chosen, day, resolved, scores(resolved))


def needs(treaty: str, *, on: Day | None = None, view: View | None = None) -> Needs:
    """What a treaty still lacks for its entry into force: how many, who, and from which day.

    ``on`` is the day on which the missing instruments are imagined to come. Raises UnknownTreaty.
    """
    from inforce.forecasts import needs as lacking

    view = view or View.open()
    found = view.catalogue.treaty(treaty)
    return lacking(found, view.record(found.id), as_day(on) or today())


def exposure(
    treaty: str,
    participant: str | None = None,
    *,
    group: str | None = None,
    on: Day | None = None,
    view: View | None = None,
) -> tuple[Exposure, ...]:
    """What still binds a participant, or a group's members, once it has left a treaty.

    One entry a participant and subject. Raises UnknownTreaty, UnknownParticipant, UnknownGroup.
    """
    from inforce.forecasts import exposure as remaining

    view = view or View.open()
    day = as_day(on) or today()
    who = sorted(members(view.catalogue, group, on=day)) if group else []
    if participant is not None:
        who.append(view.catalogue.participant(participant).id)
    records = _records(view)
    return tuple(
        entry for one in who for entry in remaining(one, treaty, view.catalogue, records, on=day)
    )


def _records(view: View) -> Callable[[str], TreatyRecord]:
    """The view's records, each built once."""
    return cache(view.record)


def _named(view: View, participant: str, treaty: str) -> tuple[Participant, Treaty]:
    return view.catalogue.participant(participant), view.catalogue.treaty(treaty)
