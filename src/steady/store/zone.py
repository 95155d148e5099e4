"""The name of the time zone here, such as "Europe/Paris". Importing what finds it takes a while: worker thread only."""

import logging
import warnings
import zoneinfo
from datetime import datetime

import tzlocal

from steady.store.values import offset_of

# tzlocal speaks to the terminal of its doubts about the system's files. We check its answer ourselves.
logging.getLogger("tzlocal").addHandler(logging.NullHandler())
warnings.filterwarnings("ignore", module="tzlocal")


def zone_name(moment: datetime) -> str:
    """Return the name of the zone here, or the moment's offset where no name agrees with it."""
    for ask in (tzlocal.get_localzone_name, _ask_again):
        try:
            name = ask()
            if name and moment.astimezone(zoneinfo.ZoneInfo(name)).utcoffset() == moment.utcoffset():
                return name
        except (LookupError, ValueError, OSError):
            continue
    return offset_of(moment)


def _ask_again() -> str:
    """Ask after the zone may have changed: people travel with the window open."""
    tzlocal.reload_localzone()
    return tzlocal.get_localzone_name()
