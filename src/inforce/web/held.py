"""Values that were worked out, held by what they follow from."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from threading import Lock
from typing import Any, TypeVar

T = TypeVar("T")
_MOST = 1000
"""How many derived values are held: some views of each treaty of the catalogue."""
_only_held: ContextVar[bool] = ContextVar("only_held", default=False)


class NotHeld(Exception):  # noqa: N818
    """A value that would have to be worked out, where only what is held was asked for."""


@contextmanager
def only_held() -> Iterator[None]:
    """Within it nothing is worked out: :class:`NotHeld` is raised instead."""
    before = _only_held.set(True)
    try:
        yield
    finally:
        _only_held.reset(before)


class Held:
    """The last values that were worked out; safe across threads, each worked out by one of them."""

    def __init__(self, most: int = _MOST) -> None:
        self._most = most
        self._values: OrderedDict[tuple[Any, ...], Any] = OrderedDict()
        self._making: dict[tuple[Any, ...], Lock] = {}
        self._lock = Lock()

    def get(self, key: tuple[Any, ...], make: Callable[[], T]) -> T:
        """The value of the key, made where it is not held; the others wait for it meanwhile.

        What is made may itself ask for values that it follows from.
        """
        with self._lock:
            if key in self._values:
                self._values.move_to_end(key)
                found: T = self._values[key]
                return found
            if _only_held.get():
                raise NotHeld
            making = self._making.setdefault(key, Lock())
        with making:
            with self._lock:
                if key in self._values:
                    found = self._values[key]
                    return found
            try:
                made = make()
                with self._lock:
                    self._values[key] = made
                    while len(self._values) > self._most:
                        self._values.popitem(last=False)
            finally:
                with self._lock:
                    self._making.pop(key, None)
        return made
