"""inforce record: a user's own statements and decisions, laid over the shipped record."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from inforce import api
from inforce.cli import keeping
from inforce.cli.options import EDTF, catalogue_option, json_option, store_option
from inforce.cli.output import print_json, print_lines
from inforce.cli.view import opened, view_options
from inforce.dates import PartialDate
from inforce.errors import InforceError
from inforce.terms import Act, SourceKind

if TYPE_CHECKING:
    from inforce.record.database import Place
    from inforce.record.store import Added, Store

_MADE = "Your statements; the store is made when there is none."
_store_option = store_option(_MADE, required=True)
_act_option = click.option(
    "--act",
    required=True,
    type=click.Choice([act.value for act in Act]),
    metavar="ACT",
    help="What was done: accession, ratification, withdrawal ...",
)
_duty_option = click.option(
    "--duty", default="", help="A duty of the treaty, by its name or article; see `deadlines`."
)
_by_option = click.option("--by", required=True, help="Who adds this or decides it.")
_why_option = click.option("--why", required=True, help="On which ground.")


@click.group()
def record() -> None:
    """Statements and decisions of your own.

    They are only ever added, each with who and why; a correction is a new statement.
    """


@contextmanager
def _writing(store: Place) -> Iterator[Store]:
    from inforce.record.store import Store

    with Store.open(store, create=True) as held:
        yield held


def _print_added(added: Added) -> None:
    for key in added.new:
        click.echo(f"added    {key}")
    for key in added.already:
        click.echo(f"already  {key}")


@record.command()
@click.argument("participant")
@click.argument("treaty")
@_act_option
@click.option("--date", "when", type=EDTF, help="The day of the act.")
@click.option("--asserted", type=EDTF, help="When the source said so; the act's day if left out.")
@click.option("--source", required=True, help="Who says so: a source's id or an own name.")
@click.option(
    "--source-kind",
    type=click.Choice([kind.value for kind in SourceKind]),
    help="What kind of voice a source is that the catalogue does not know.",
)
@click.option("--reference", default="", help="Where in the source: page, number, address.")
@click.option("--note", default="", help="Anything else.")
@_duty_option
@click.option(
    "--until", type=EDTF, help="For an extension: the day to which it moves the deadline."
)
@click.option(
    "--period",
    type=EDTF,
    help="For a duty that comes round: the deadline met, or the calendar year reported on.",
)
@_by_option
@_why_option
@_store_option
@catalogue_option
def add(
    participant: str,
    treaty: str,
    *,
    act: str,
    when: PartialDate | None,
    asserted: PartialDate | None,
    source: str,
    source_kind: str | None,
    reference: str,
    note: str,
    duty: str,
    until: PartialDate | None,
    period: PartialDate | None,
    by: str,
    why: str,
    store: Place,
    catalogue_dir: Path | None,
) -> None:
    """Add by hand that PARTICIPANT did an act under TREATY.

    \b
    inforce record add Lebanon apmbc --act accession --date 2026-03-02 --source unsg
      --by "A. Analyst" --why "read on the depositary's page" --store my.db

    The acts extension, completion, report and non_compliance are about a --duty:

    \b
    inforce record add Angola apmbc --act extension --duty 5 --until 2030-12-31 --source 22msp ...
    """
    from inforce.record.importing import act_by_hand, duty_told, statement_by_hand
    from inforce.record.model import Evidence

    view = api.View.open(catalogue_dir=catalogue_dir)
    evidence = Evidence(source=source, asserted=asserted, reference=reference, note=note)
    what = view.catalogue.treaty(treaty)
    statement = act_by_hand(
        Act(act),
        treaty=what.id,
        participant=view.catalogue.participant(participant).id,
        date=when,
        evidence=evidence,
        duty=duty_told(Act(act), duty, treaty=what, until=until, period=period),
    )
    kind = SourceKind(source_kind) if source_kind else None
    with _writing(store) as held:
        _print_added(statement_by_hand(held, statement, by=by, why=why, kind=kind))


@record.command()
@click.argument("treaty")
@_duty_option
@click.option("--until", type=EDTF, required=True, help="The last day until which it is complete.")
@click.option("--source", required=True, help="Who says so: a source's id or an own name.")
@click.option("--reference", default="", help="Where in the source: page, number, address.")
@click.option("--note", default="", help="What is complete, in words.")
@_by_option
@_why_option
@_store_option
@catalogue_option
def complete(
    treaty: str,
    *,
    duty: str,
    until: PartialDate,
    source: str,
    reference: str,
    note: str,
    by: str,
    why: str,
    store: Place,
    catalogue_dir: Path | None,
) -> None:
    """Add by hand that the list of TREATY's acts, or of those who did a duty, is complete.

    Who is not on a complete list of a duty has not done it, and its deadline is then overdue.

    \b
    inforce record complete apmbc --duty "yearly transparency reports" --until 2026-06-30
      --source "Reports page" --by "A. Analyst" --why "read on that day" --store my.db
    """
    from inforce.record.importing import list_complete, statement_by_hand
    from inforce.record.model import Evidence

    view = api.View.open(catalogue_dir=catalogue_dir)
    statement = list_complete(
        view.catalogue.treaty(treaty),
        until=until,
        evidence=Evidence(source=source, reference=reference, note=note),
        duty=duty,
    )
    with _writing(store) as held:
        _print_added(statement_by_hand(held, statement, by=by, why=why))


@record.command("import")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--by", default="", help="Who adds the rows that name nobody.")
@_why_option
@click.option("--leave-out-bad", is_flag=True, help="Add the good rows though some are bad.")
@_store_option
@catalogue_option
def import_file(
    file: Path,
    *,
    by: str,
    why: str,
    leave_out_bad: bool,
    store: Place,
    catalogue_dir: Path | None,
) -> None:
    """Add the rows of a CSV FILE, all or none.

    Its header is: treaty, participant, act, date, asserted, source, source_kind, reference,
    verified, note, by. For acts on a duty it goes on with: duty, until, period.
    """
    from inforce.record.importing import import_csv

    view = api.View.open(catalogue_dir=catalogue_dir)
    with _writing(store) as held:
        done = import_csv(
            held, file, catalogue=view.catalogue, why=why, by=by, leave_out_bad=leave_out_bad
        )
    for fault in done.faults:
        click.echo(f"inforce: left out: {fault}", err=True)
    click.echo(f"{len(done.added.new)} added, {len(done.added.already)} there already")


@record.command("from-document")
@click.argument("file")
@click.option("--published", type=EDTF, help="When the document was published.")
@_by_option
@_why_option
@_store_option
@catalogue_option
def from_document(
    file: str,
    *,
    published: PartialDate | None,
    by: str,
    why: str,
    store: Place,
    catalogue_dir: Path | None,
) -> None:
    """Add the statements that are read in FILE, vouched for by you."""
    from inforce.documents import load

    view = api.View.open(catalogue_dir=catalogue_dir)
    reading = api.read(load(file, published=published), view=view)
    with _writing(store) as held:
        _print_added(held.add(reading.statements, by=by, why=why))


@record.command("list")
@click.option("--treaty", help="Only those of this treaty.")
@click.option("--participant", help="Only those of this participant.")
@_store_option
@catalogue_option
@json_option
def list_statements(
    *,
    treaty: str | None,
    participant: str | None,
    store: Place,
    catalogue_dir: Path | None,
    as_json: bool,
) -> None:
    """The statements of the store, with who added them, when and why, and the decisions."""
    from inforce.publishing.statements import decision_line, recorded_json, recorded_line
    from inforce.record.store import Store

    view = api.View.open(catalogue_dir=catalogue_dir)
    what = view.catalogue.treaty(treaty).id if treaty else None
    who = view.catalogue.participant(participant).id if participant else None
    with Store.open(store, readonly=True) as held:
        found = list(held.statements(treaty=what, participant=who))
        if as_json:
            print_json(map(recorded_json, found))
            return
        print_lines(map(recorded_line, found))
        print_lines(map(decision_line, held.decisions(what)))


@record.command()
@click.argument("participant")
@click.argument("treaty")
@view_options
@json_option
def show(
    participant: str,
    treaty: str,
    *,
    view: api.View,
    as_json: bool,
) -> None:
    """What the record has of PARTICIPANT under TREATY: the dates followed, why, and the rivals.

    Each statement stands with its id, which is what `record decide` asks for.
    """
    from inforce.publishing.statements import act_json, act_lines

    who = view.catalogue.participant(participant)
    acts = view.record(view.catalogue.treaty(treaty).id).of(who.id)
    if as_json:
        print_json(map(act_json, acts))
    else:
        for act in acts:
            print_lines(act_lines(act))


@record.command()
@click.argument("participant")
@click.argument("treaty")
@_act_option
@click.option("--follow", required=True, help="The id of the statement to follow.")
@_by_option
@_why_option
@_store_option
@catalogue_option
def decide(
    participant: str,
    treaty: str,
    *,
    act: str,
    follow: str,
    by: str,
    why: str,
    store: Place,
    catalogue_dir: Path | None,
) -> None:
    """Decide which of two statements the record follows; see `record show` for their ids."""
    from inforce.record.database import place_of
    from inforce.record.opening import has_store

    there = store if has_store(place_of(store)) else None
    with opened(store=there, catalogue_dir=catalogue_dir) as view:
        what = view.catalogue.treaty(treaty)
        who = view.catalogue.participant(participant)
        acts = [one for one in view.record(what.id).of(who.id) if one.act is Act(act)]
    told = {s.id for one in acts for s in (one.followed, *one.support, *one.rivals)}
    if follow not in told:
        raise InforceError(
            f"no {act} of {who.id} under {what.id} rests on a statement {follow!r}; "
            f"one of these was expected: {', '.join(sorted(told)) or 'there is none'}"
        )
    with _writing(store) as held:
        made = held.decide(
            treaty=what.id, participant=who.id, act=Act(act), follows=follow, by=by, why=why
        )
    click.echo(f"decided  {made.id}")


@record.command()
@click.argument("decision")
@_by_option
@_why_option
@_store_option
def revoke(decision: str, *, by: str, why: str, store: Place) -> None:
    """Take a DECISION back; both stay in the store."""
    from inforce.record.store import Store

    with Store.open(store) as held:
        made = held.revoke(decision, by=by, why=why, on=date.today())
    click.echo(f"revoked  {decision} by {made.id}")


for _command in (keeping.backup, keeping.export, keeping.restore):
    record.add_command(_command)
