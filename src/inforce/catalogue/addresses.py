"""Where the official data of treaties is published: the registers, and each treaty's number there.

``addresses.yaml`` holds them; a user's own file of that name is laid over the shipped one.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from inforce.catalogue.codec import Json, encode
from inforce.catalogue.facts import laid_over
from inforce.catalogue.faults import Faults
from inforce.catalogue.fields import Fields
from inforce.catalogue.layers import DataFile
from inforce.catalogue.model import Treaty
from inforce.catalogue.row_files import Row
from inforce.catalogue.sections import Section, Snapshot
from inforce.catalogue.yaml_files import read_yaml

FILES = ("addresses.yaml",)
_ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}


@dataclass(frozen=True, slots=True)
class Address:
    """An address with a place for the treaty's number, and the format of what it sends.

    ``{number}`` stands for the number without the collection's name, ``{chapter}`` for its first
    part, ``{chapter_number}`` for that part in Arabic numerals and ``{volume}`` for the volume of
    a collection in two. ``query`` is a GraphQL query to be sent, with the number as a variable.
    """

    format: str
    template: str
    query: str = ""


@dataclass(frozen=True, slots=True)
class Register:
    """A register that publishes who is bound by which treaty.

    ``source`` is the catalogue's source. ``collections`` are the names that begin the numbers of
    the treaties it holds (``MTDSG``); ``treaties`` are (treaty id, number there) pairs for a
    register with numbers of its own. ``second_volume_from`` is the chapter with which the second
    volume begins. ``depositaries`` are (source, names) pairs for a register that says with which
    depositary an instrument was deposited.
    """

    id: str
    name: str
    source: str
    addresses: tuple[Address, ...]
    collections: tuple[str, ...] = ()
    treaties: tuple[tuple[str, str], ...] = ()
    second_volume_from: int | None = None
    depositaries: tuple[tuple[str, tuple[str, ...]], ...] = ()

    def number(self, treaty: Treaty) -> str | None:
        """The treaty's number in this register; None where it does not hold the treaty."""
        own = dict(self.treaties).get(treaty.id)
        if own is not None:
            return own
        collection, _, number = treaty.number.partition(" ")
        return number if collection in self.collections and number else None

    def url(self, address: Address, number: str) -> str:
        """The address of a treaty with that number."""
        chapter = number.partition("-")[0]
        count = _arabic(chapter)
        second = self.second_volume_from is not None and count >= self.second_volume_from
        return (
            address.template.replace("{number}", number)
            .replace("{chapter_number}", str(count))
            .replace("{chapter}", chapter)
            .replace("{volume}", "II" if second else "I")
        )


def _arabic(roman: str) -> int:
    """The value of a Roman numeral; 0 for what is none."""
    digits = [_ROMAN.get(letter, 0) for letter in roman]
    if not all(digits):
        return 0
    after = [*digits[1:], 0]
    return sum(-d if d < n else d for d, n in zip(digits, after, strict=True))


def _read(file: DataFile, raw: bytes, faults: Faults) -> list[Row[Register]]:
    root = read_yaml(raw, shown=file.shown, faults=faults)
    if root is None:
        return []
    fields = Fields(root, "", shown=file.shown, faults=faults)
    found = []
    for inner in fields.mappings("registers", required=True):
        found.append(Row(_register(inner), file.shown, inner.line))
    fields.done()
    return found


def _register(fields: Fields) -> Register:
    numbers = fields.mapping("treaties", required=False)
    register = Register(
        id=fields.text("id"),
        name=fields.text("name"),
        source=fields.text("source"),
        addresses=tuple(map(_address, fields.mappings("addresses", required=True))),
        collections=fields.texts("collections", required=False),
        treaties=() if numbers is None else tuple((k, numbers.text(k)) for k in numbers.names()),
        second_volume_from=fields.whole("second_volume_from", required=False),
        depositaries=fields.pairs("depositaries"),
    )
    fields.done()
    return register


def _address(fields: Fields) -> Address:
    address = Address(
        fields.text("format"), fields.text("address"), fields.text("query", required=False)
    )
    fields.done()
    return address


def _shards(snapshot: Snapshot, faults: Faults) -> Mapping[str, Json]:
    rows = laid_over(snapshot, FILES, _read, faults=faults, key=lambda each: (each.id,))
    return {"addresses": [encode(row.value) for row in rows]}


SECTIONS = (Section("addresses", FILES, _shards),)
