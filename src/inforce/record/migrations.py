"""How a store of an earlier schema becomes one of this: a step for each version."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from inforce.record import rows, serial
from inforce.record.database import Database, Row
from inforce.record.schema import TABLES, VERSION


def _list_done_acts(database: Database) -> None:
    """From 1 to 2: the table of acts by the day by which they were done."""
    database.make(TABLES["done"])
    database.insert("done", done_acts(database))
    database.guard("done")


def done_acts(database: Database) -> Iterator[Row]:
    """The rows of the table ``done``, from the statements. Raises SerialError."""
    asked = "SELECT body, known_by, recorded_on FROM statement"
    for body, known_by, recorded_on in database.stream(asked):
        statement = serial.from_text(body)
        row = rows.done_row(statement, known_by=known_by, recorded_on=recorded_on)
        if row is not None:
            yield row


STEPS: Mapping[int, Callable[[Database], None]] = {1: _list_done_acts}
"""By version, what brings a store from that version to the next."""


def migrate(database: Database) -> None:
    """Bring the store to this schema in one transaction, unless another process just did.

    Raises StoreError for a version without a step, and SerialError for a statement that
    cannot be read; the store is then as it was.
    """
    with database.transaction():
        version = database.version() or VERSION
        while version < VERSION:
            STEPS[version](database)
            version += 1
            database.set_version(version)
