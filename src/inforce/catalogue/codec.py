"""Catalogue values to JSON and back: a frozen dataclass becomes the list of its fields' values."""

from __future__ import annotations

import types
from collections.abc import Callable
from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum
from functools import cache
from typing import Any, Union, get_args, get_origin, get_type_hints

from inforce.dates import PartialDate, Period

Json = Any
"""What ``json`` reads and writes."""

Decoder = Callable[[Json], Any]


def encode(value: object) -> Json:
    """The JSON form of a value of the model, or of a tuple, list or mapping of them."""
    if isinstance(value, Enum):
        return value.value
    if value is None or isinstance(value, (str, int, float)):
        return value
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, PartialDate):
        return value.edtf
    if isinstance(value, Period):
        return value.iso
    if isinstance(value, (tuple, list)):
        return [encode(item) for item in value]
    if isinstance(value, dict):
        return {key: encode(item) for key, item in value.items()}
    if is_dataclass(value):
        return [encode(getattr(value, field.name)) for field in fields(value)]
    raise TypeError(f"{type(value).__name__} has no JSON form in the catalogue")


@cache
def decoder(kind: Any) -> Decoder:
    """What turns the JSON form back into a value of that type."""
    if kind in (str, int, bool, Any):
        return _same
    if kind is float:
        return float
    if kind is date:
        return date.fromisoformat
    if kind in (PartialDate, Period):
        return cache(kind.parse)
    if get_origin(kind) is tuple:
        return _tuple(get_args(kind))
    if get_origin(kind) in (Union, types.UnionType):
        return _optional(get_args(kind))
    if isinstance(kind, type) and issubclass(kind, Enum):
        return kind
    if is_dataclass(kind):
        return _dataclass(kind)
    raise TypeError(f"{kind} has no JSON form in the catalogue")


def _same(value: Json) -> Any:
    return value


def _tuple(kinds: tuple[Any, ...]) -> Decoder:
    if len(kinds) == 2 and kinds[1] is Ellipsis:
        item = decoder(kinds[0])
        return lambda value: tuple(map(item, value))
    items = [decoder(kind) for kind in kinds]
    return lambda value: tuple(read(part) for read, part in zip(items, value, strict=True))


def _optional(kinds: tuple[Any, ...]) -> Decoder:
    (kind,) = (kind for kind in kinds if kind is not types.NoneType)
    read = decoder(kind)
    return _same if read is _same else lambda value: None if value is None else read(value)


def _dataclass(kind: Any) -> Decoder:
    hints = get_type_hints(kind)
    readers = [decoder(hints[field.name]) for field in fields(kind)]
    # Texts and numbers are taken as they are, and an absent value needs no reader either.
    needed = [(place, read) for place, read in enumerate(readers) if read is not _same]

    def read(value: Json) -> Any:
        values = list(value)
        for place, convert in needed:
            part = values[place]
            if part is not None:
                values[place] = convert(part)
        return kind(*values)

    return read
