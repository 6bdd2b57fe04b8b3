"""The command line: thin verbs that mirror the library, each imported only when it is called."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable

import click

from inforce import __version__
from inforce.errors import InforceError


def _check() -> click.Command:
    from inforce.cli.check import check

    return check


def _read() -> click.Command:
    from inforce.cli.read import read

    return read


def _scan() -> click.Command:
    from inforce.cli.scan import scan

    return scan


def _status() -> click.Command:
    from inforce.cli.status import status

    return status


def _parties() -> click.Command:
    from inforce.cli.parties import parties

    return parties


def _timeline() -> click.Command:
    from inforce.cli.timeline import timeline

    return timeline


def _deadlines() -> click.Command:
    from inforce.cli.deadlines import deadlines

    return deadlines


def _treaty() -> click.Command:
    from inforce.cli.treaty import treaty

    return treaty


def _reservations() -> click.Command:
    from inforce.cli.reservations import reservations

    return reservations


def _catalogue() -> click.Command:
    from inforce.cli.catalogue import catalogue

    return catalogue


def _record() -> click.Command:
    from inforce.cli.record import record

    return record


def _audit() -> click.Command:
    from inforce.cli.audit import audit

    return audit


def _import() -> click.Command:
    from inforce.cli.importing import import_

    return import_


def _refresh() -> click.Command:
    from inforce.cli.importing import refresh

    return refresh


def _panel() -> click.Command:
    from inforce.cli.panel import panel

    return panel


def _forecasts() -> click.Command:
    from inforce.cli.forecasts import forecasts

    return forecasts


def _whatif() -> click.Command:
    from inforce.cli.scenarios import whatif

    return whatif


def _needs() -> click.Command:
    from inforce.cli.scenarios import needs

    return needs


def _exposure() -> click.Command:
    from inforce.cli.scenarios import exposure

    return exposure


def _clauses() -> click.Command:
    from inforce.cli.clauses import clauses

    return clauses


def _serve() -> click.Command:
    from inforce.cli.serve import serve

    return serve


def _editors() -> click.Command:
    from inforce.cli.editors import editors

    return editors


COMMANDS: dict[str, tuple[Callable[[], click.Command], str]] = {
    "check": (_check, "Check reports against the record and the law."),
    "read": (_read, "Read reports and print the statements in them, unchecked."),
    "status": (_status, "A participant's status under a treaty on a day, with the working."),
    "parties": (_parties, "Who is bound by a treaty on a day, and the counts."),
    "timeline": (_timeline, "A participant's whole history under a treaty."),
    "deadlines": (_deadlines, "Which duties fall due when, and whether they were met."),
    "treaty": (_treaty, "A treaty's rules, each with its article."),
    "clauses": (_clauses, "A treaty's rules as its text states them, to be confirmed."),
    "reservations": (_reservations, "Reservations to a treaty, with objections and withdrawals."),
    "scan": (_scan, "Every treaty action that a web crawl or an archive of news reports."),
    "audit": (_audit, "A published table of dates against the treaties' own rules."),
    "panel": (_panel, "Participants, treaties and days as one table, with status and source."),
    "forecasts": (_forecasts, "What was forecast, and what became of it by the record."),
    "whatif": (_whatif, "Hypothetical acts and facts laid over the record, before and after."),
    "needs": (_needs, "What a treaty still lacks for its entry into force, and who."),
    "exposure": (_exposure, "What still binds a participant that leaves a treaty."),
    "serve": (_serve, "The site: check reports, treaties on a map, calendar, API."),
    "editors": (_editors, "Who may decide and state facts on the site."),
    "catalogue": (_catalogue, "What the catalogue holds; its linter."),
    "record": (_record, "Statements of your own: add, list and decide between them."),
    "import": (_import, "Official files of a depositary or register into a store of your own."),
    "refresh": (_refresh, "A treaty's official data from the depositary's own address."),
}


class LateGroup(click.Group):
    """A group whose commands are imported when they are called, so that each starts fast."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        """The verbs, in the order of the manual."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The verb's command, imported now; None for an unknown one."""
        found = COMMANDS.get(cmd_name)
        return found[0]() if found else super().get_command(ctx, cmd_name)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        """The list in ``--help``, written without importing the commands."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, words) for name, (_, words) in COMMANDS.items()])


@click.group(cls=LateGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="inforce")
def cli() -> None:
    """Who is bound by which treaty, on which date, and how do we know?

    Dates are EDTF: 2025-12-27, 2025-12, 2025, 2025-03~, 2025-12-27/2026-01-09.
    Treaties and participants are named by id (apmbc, LTU) or by any name they go by.
    """


def main() -> None:
    """Run the command line; an error is one sentence on standard error and exit code 2."""
    try:
        code = cli.main(standalone_mode=False)
    except click.ClickException as error:
        error.show()
        code = error.exit_code
    except click.Abort:
        click.echo("Stopped.", err=True)
        code = 130
    except InforceError as error:
        click.echo(f"inforce: {error}", err=True)
        code = 2
    except BrokenPipeError:
        # The reader of our output has gone; there is nobody to tell.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        code = 0
    sys.exit(code if isinstance(code, int) else 0)
