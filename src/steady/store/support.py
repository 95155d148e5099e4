"""Reads who can be reached. Whatever is wrong with the files, there is always someone to turn to."""

from pathlib import Path

import msgspec

from steady.core.support import LAST_RESORT, Region, in_order
from steady.store.files import TooLarge, read_small

LIMIT_BYTES = 100_000


def load_support(assets: Path | None) -> tuple[Region, ...]:
    """Return the regions of `assets/support/*.toml`, in the order to show them; never raises, never comes back empty.

    A file that is missing or bad is made up for by the few numbers kept in code: `Region.is_last_resort` tells.
    """
    read = {region.code: region for path in _files(assets) if (region := _region(path)) is not None}
    kept = (region for region in LAST_RESORT if region.code not in read)
    return in_order((*read.values(), *kept))


def _files(assets: Path | None) -> list[Path]:
    if assets is None:
        return []
    try:
        return sorted((assets / "support").glob("*.toml"))
    except OSError:
        return []


def _region(path: Path) -> Region | None:
    """Return the region in that file, or None where the file can't be used."""
    try:
        return msgspec.toml.decode(read_small(path, LIMIT_BYTES), type=Region)
    except (OSError, TooLarge, UnicodeDecodeError, msgspec.DecodeError, RecursionError):
        return None
