"""Reads what stands in the log row by row: one that holds what Steady never writes costs that row and no other."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date, datetime
from typing import Any, TypeVar

import msgspec

from steady.store.values import YEARS

T = TypeVar("T")
STRANGE = (ValueError, TypeError, RecursionError, msgspec.MsgspecError)
"""What is raised for a value that Steady never writes."""


def each_readable(
    rows: Iterable[Sequence[Any]], make: Callable[..., T], left_out: Callable[[Sequence[Any]], None]
) -> Iterator[T]:
    """Yield what `make` makes of the values of each row; a row that it cannot read is told to `left_out`."""
    for row in rows:
        try:
            made = make(*row)
        except STRANGE:
            left_out(row)
        else:
            yield made


def as_text(data: bytes) -> str:
    """Return the text of a column; a byte that is no text must not cost all that was asked for."""
    return data.decode("utf-8", "replace")


def moment(text: object) -> datetime:
    """Return a time as the log has it. Raises ValueError or TypeError where it is none that anybody lived."""
    found = datetime.fromisoformat(_text(text))
    if found.tzinfo is None or found.year not in YEARS:
        raise ValueError
    return found


def moment_or_none(text: object) -> datetime | None:
    """Return a time as the log has it, where there is one. Raises as `moment` does."""
    return None if text is None else moment(text)


def day(text: object) -> date:
    """Return a day as the log has it. Raises ValueError or TypeError where it is none that anybody lived."""
    found = date.fromisoformat(_text(text))
    if found.year not in YEARS:
        raise ValueError
    return found


def decoded(text: object, as_type: Any) -> Any:
    """Return what a JSON column holds. Raises MsgspecError or TypeError."""
    return msgspec.json.decode(_text(text), type=as_type)


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError
    return value
