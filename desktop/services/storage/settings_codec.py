"""Turns sections of settings into JSON and back, forgiving what a newer or older program wrote."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, is_dataclass, replace
from datetime import date, time
from enum import Enum
from types import UnionType
from typing import TYPE_CHECKING, TypeVar, Union, get_args, get_origin, get_type_hints

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

S = TypeVar("S", bound="DataclassInstance")
T = TypeVar("T")


class UnusableValueError(ValueError):
    """A stored value is not of the field's type."""


def encode_record(record: DataclassInstance) -> dict[str, object]:
    """Return a frozen record as what JSON can hold: enums as their values, sets sorted."""
    return {one.name: _encode(getattr(record, one.name)) for one in fields(record)}


def _encode(value: object) -> object:
    if is_dataclass(value) and not isinstance(value, type):
        return encode_record(value)
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, date | time):
        return value.isoformat()
    if isinstance(value, frozenset):
        return [_encode(one) for one in sorted(value)]
    if isinstance(value, tuple | list):
        return [_encode(one) for one in value]
    return value


def decode(default: S, stored: Mapping[str, object]) -> tuple[S, list[str]]:
    """Return ``default`` with the stored values laid over it, and the fields that were unusable.

    Keys that this program does not know are passed over; missing ones keep the default.
    """
    hints = get_type_hints(type(default))
    section, unusable = default, []
    for name in sorted(hints.keys() & stored.keys()):
        try:
            section = replace(section, **{name: _read(hints[name], stored[name])})
        except ValueError:
            unusable.append(name)
    return section, unusable


def _read(kind: object, value: object) -> object:
    origin, arguments = get_origin(kind), get_args(kind)
    if origin in {Union, UnionType}:
        return None if value is None else _read(_but_none(arguments), value)
    if origin is tuple:
        return tuple(_read(arguments[0], one) for one in _expect(list, value))
    if origin is frozenset:
        return frozenset(_read(arguments[0], one) for one in _expect(list, value))
    if not isinstance(kind, type):
        raise TypeError(f"no way to read {kind}")
    return _read_plain(kind, value)


def _read_plain(kind: type[object], value: object) -> object:
    if issubclass(kind, Enum):
        return kind(value)
    if issubclass(kind, date | time):
        return kind.fromisoformat(_expect(str, value))
    if kind is float and type(value) is int:
        return float(value)
    return _expect(kind, value)


def _but_none(kinds: tuple[object, ...]) -> object:
    (only,) = (kind for kind in kinds if kind is not type(None))
    return only


def _expect(kind: type[T], value: object) -> T:
    # A JSON true is an int to Python; it is none to us.
    if type(value) is not kind:
        raise UnusableValueError(kind.__name__)
    return value
