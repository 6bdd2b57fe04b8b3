"""Typed reading of a mapping: each key asked for once, every fault named with its line."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from enum import StrEnum
from typing import TypeVar

from inforce.catalogue.faults import Faults
from inforce.catalogue.nodes import Node
from inforce.dates import DateError, PartialDate, Period, YearlyWindow

T = TypeVar("T")
E = TypeVar("E", bound=StrEnum)

_YES_NO = {"yes": True, "true": True, "no": False, "false": False}


class Fields:
    """The keys of one mapping of a catalogue file.

    A getter returns its default (or an empty value) after noting a fault, so that reading goes on
    and all faults are reported together; whoever reads must not use the values if a fault was
    noted. ``done`` notes the keys that nobody asked for.
    """

    def __init__(self, node: Node, path: str, *, shown: str, faults: Faults) -> None:
        self.path, self.shown, self.line, self.end = path, shown, node.line, node.end
        self._faults = faults
        self._asked: set[str] = set()
        self._values: dict[str, Node] = {}
        if isinstance(node.value, dict):
            self._values = node.value
        else:
            self.fault(node.line, f"found {node.found}, expected a mapping", key="")

    def fault(self, line: int, words: str, *, key: str) -> None:
        """Note a fault of a key."""
        name = ".".join(part for part in (self.path, key) if part)
        self._faults.add(self.shown, line, f"{name}: {words}" if name else words)

    def line_of(self, key: str) -> int:
        """The line on which a key stands, or the mapping's."""
        return self._values[key].line if key in self._values else self.line

    def has(self, key: str) -> bool:
        """Whether the key is there with a value."""
        return key in self._values and self._values[key].value is not None

    def node(self, key: str, *, required: bool = True, expected: str = "a value") -> Node | None:
        """What stands under a key; None, and a fault if it is required, where nothing does."""
        self._asked.add(key)
        node = self._values.get(key)
        if node is not None and node.value is not None:
            return node
        if required:
            # Where the mapping ends is where a file that was cut short stops.
            line = node.line if node is not None else self.end
            self.fault(line, f"found nothing, expected {expected}", key=key)
        return None

    def parsed(
        self, key: str, parse: Callable[[str], T], *, required: bool, expected: str
    ) -> T | None:
        """A text turned into a value by ``parse``, which raises ValueError or DateError."""
        node = self.node(key, required=required, expected=expected)
        if node is None:
            return None
        if isinstance(node.value, str):
            try:
                return parse(node.value)
            except DateError as error:
                self.fault(node.line, f"{error}", key=key)
                return None
            except ValueError:
                pass
        self.fault(node.line, f"found {node.found}, expected {expected}", key=key)
        return None

    def text(self, key: str, *, required: bool = True) -> str:
        """A text, folded to one line; empty when it is absent."""
        value = self.parsed(key, _folded, required=required, expected="a text")
        return value if value is not None else ""

    def texts(self, key: str, *, required: bool = True) -> tuple[str, ...]:
        """A list of texts."""
        return tuple(
            self._item(key, item, _folded, "a text")
            for item in self.items(key, required=required, expected="a list of texts")
        )

    def day(self, key: str, *, required: bool = True) -> date | None:
        """A single day."""
        return self.parsed(
            key, date.fromisoformat, required=required, expected="a day such as 2025-06-27"
        )

    def partial(self, key: str, *, required: bool = True) -> PartialDate | None:
        """A date in EDTF."""
        expected = "a date such as 2025-06-27 or 2025-06"
        return self.parsed(key, PartialDate.parse, required=required, expected=expected)

    def period(self, key: str, *, required: bool = True) -> Period | None:
        """A period in ISO 8601."""
        return self.parsed(key, Period.parse, required=required, expected="a period such as P6M")

    def day_of_year(self, key: str, *, required: bool = True) -> YearlyWindow | None:
        """A day of each year."""

        def parse(text: str) -> YearlyWindow:
            month, day = text.split("-")
            return YearlyWindow(int(month), int(day))

        expected = "a day of the year such as 06-30"
        return self.parsed(key, parse, required=required, expected=expected)

    def number(self, key: str, *, required: bool = True) -> float | None:
        """A number."""
        return self.parsed(key, float, required=required, expected="a number")

    def whole(self, key: str, *, required: bool = True) -> int | None:
        """A whole number."""
        return self.parsed(key, int, required=required, expected="a whole number")

    def yes(self, key: str) -> bool:
        """Yes or no; yes after a fault."""
        value = self.parsed(key, _yes_or_no, required=True, expected="yes or no")
        return value is not False

    def member(self, key: str, kind: type[E], *, default: E | None = None) -> E | None:
        """One of a vocabulary's words; required when there is no default."""
        value = self.parsed(key, kind, required=default is None, expected=_words_of(kind))
        return default if value is None else value

    def optional_member(self, key: str, kind: type[E]) -> E | None:
        """One of a vocabulary's words, or None where nothing is said."""
        return self.parsed(key, kind, required=False, expected=_words_of(kind))

    def members(self, key: str, kind: type[E], *, required: bool = True) -> tuple[E, ...]:
        """A list of a vocabulary's words."""
        found = [
            self._item(key, item, kind, _words_of(kind))
            for item in self.items(key, required=required, expected="a list of words")
        ]
        return tuple(word for word in found if isinstance(word, kind))

    def items(self, key: str, *, required: bool, expected: str) -> list[Node]:
        """The items of a list; a required list has at least one."""
        node = self.node(key, required=required, expected=expected)
        if node is None:
            return []
        if isinstance(node.value, list) and (node.value or not required):
            return node.value
        self.fault(node.line, f"found {node.found}, expected {expected}", key=key)
        return []

    def mapping(self, key: str, *, required: bool = True) -> Fields | None:
        """The mapping under a key."""
        node = self.node(key, required=required, expected="a mapping")
        return self._inside(node, key) if node is not None else None

    def mappings(self, key: str, *, required: bool = False) -> tuple[Fields, ...]:
        """A list of mappings."""
        nodes = self.items(key, required=required, expected="a list of mappings")
        return tuple(self._inside(node, f"{key}[{n}]") for n, node in enumerate(nodes, 1))

    def pairs(self, key: str, *, required: bool = False) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """A mapping of names to lists of texts, in the order in which it stands."""
        inner = self.mapping(key, required=required)
        if inner is None:
            return ()
        return tuple((name, inner.texts(name)) for name in inner._values)

    def names(self) -> tuple[str, ...]:
        """The keys, in the order in which they stand."""
        return tuple(self._values)

    def empty(self) -> Fields:
        """A mapping without keys in the place of this one."""
        return self._inside(Node({}, self.line, self.end), "")

    def done(self) -> None:
        """Note every key that nobody asked for."""
        known = ", ".join(sorted(self._asked))
        for key, node in self._values.items():
            if key not in self._asked:
                self.fault(node.line, f"found an unknown key, expected one of {known}", key=key)

    def _inside(self, node: Node, key: str) -> Fields:
        path = ".".join(part for part in (self.path, key) if part)
        return Fields(node, path, shown=self.shown, faults=self._faults)

    def _item(self, key: str, item: Node, parse: Callable[[str], T], expected: str) -> T | str:
        if isinstance(item.value, str):
            try:
                return parse(item.value)
            except ValueError:
                pass
        self.fault(item.line, f"found {item.found}, expected {expected}", key=key)
        return ""


def _folded(text: str) -> str:
    return " ".join(text.split())


def _yes_or_no(text: str) -> bool:
    try:
        return _YES_NO[text.lower()]
    except KeyError:
        raise ValueError(text) from None


def _words_of(kind: type[StrEnum]) -> str:
    return "one of " + ", ".join(word.value for word in kind)
