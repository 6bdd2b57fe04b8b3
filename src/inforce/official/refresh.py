"""A treaty's official data, fetched from the addresses that the catalogue holds."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from inforce.catalogue import Catalogue
from inforce.catalogue.addresses import Address, Register
from inforce.catalogue.model import Treaty
from inforce.dates import PartialDate
from inforce.errors import InforceError
from inforce.official.errors import OfficialError
from inforce.official.fetch import DEFAULT_FETCH, FetchLimits, Question, fetch
from inforce.official.formats import Given, read_data
from inforce.official.model import Imported
from inforce.official.registers import registers

Fetch = Callable[[Question], bytes]
"""What answers a question; :func:`inforce.official.fetch.fetch` by default."""


@dataclass(frozen=True, slots=True)
class Refreshed:
    """What the registers said, and why those that said nothing did not."""

    imported: tuple[Imported, ...]
    problems: tuple[str, ...]


def refresh(
    treaty: str,
    *,
    catalogue: Catalogue,
    limits: FetchLimits = DEFAULT_FETCH,
    get: Fetch | None = None,
) -> Refreshed:
    """Fetch and read what every register of the catalogue holds on a treaty.

    Of a register with several addresses the first that can be read counts; each that cannot is
    named in ``problems`` with what happened, a changed layout with what it lacks. Nothing is
    added to any store. Raises UnknownTreaty, and OfficialError when no register holds the treaty
    or none could be read.
    """
    asked = catalogue.treaty(treaty)
    holding = [
        (register, number)
        for register in registers(catalogue)
        if (number := register.number(asked)) is not None
    ]
    if not holding:
        raise OfficialError(
            f"{asked.id}: the catalogue holds no official address of it; its number in a register "
            "of addresses.yaml was expected"
        )
    ask = get or (lambda question: fetch(question, limits=limits))
    imported: list[Imported] = []
    problems: list[str] = []
    for register, number in holding:
        found = _first_read(register, number, asked, catalogue, ask, problems)
        if found is not None:
            imported.append(found)
    if not imported:
        raise OfficialError("\n".join(problems))
    return Refreshed(tuple(imported), tuple(problems))


def _first_read(
    register: Register,
    number: str,
    treaty: Treaty,
    catalogue: Catalogue,
    ask: Fetch,
    problems: list[str],
) -> Imported | None:
    for address in register.addresses:
        try:
            return _read(register, address, number, treaty, catalogue, ask)
        except InforceError as error:
            problems.append(f"{register.name}: {error}")
    return None


def _read(
    register: Register,
    address: Address,
    number: str,
    treaty: Treaty,
    catalogue: Catalogue,
    ask: Fetch,
) -> Imported:
    url = register.url(address, number)
    data = ask(Question(url, address.query, number))
    today = PartialDate.from_day(datetime.now(UTC).date())
    given = Given(treaty=treaty.id, as_at=today)
    found = read_data(data, address.format, name=url, catalogue=catalogue, given=given)
    if found.treaty != treaty.id:
        raise OfficialError(
            f"{url}: found the list of {found.number or found.called}, expected {treaty.number}"
        )
    return replace(found, file=url)
