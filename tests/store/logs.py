"""Logs as a property test needs them: made of few ids and few times, so that they meet in all ways."""

import contextlib
import json
from datetime import UTC, datetime, timedelta

import msgspec
from hypothesis import strategies as st

from steady.core.events import Outcome
from steady.core.record import Felt, Kind, Ratings
from steady.core.remembered import CountedKind
from steady.store.beside import in_memory
from steady.store.contents import contents_of
from steady.store.log_file import (
    CheckinRow,
    DeletedRow,
    EarlierRow,
    EntryRow,
    LogFile,
    MomentRow,
    SessionRow,
)
from steady.store.union import Joining
from steady.store.values import rfc3339

FIRST = datetime(2026, 11, 22, 21, 7, tzinfo=UTC)

moments = st.integers(0, 3).map(lambda minutes: FIRST + timedelta(minutes=minutes))
zones = st.sampled_from(["Europe/Paris", "+01:00"])
words = st.none() | st.sampled_from(["they wrote", "no reply", "é ø \N{WAVING HAND SIGN}"])
tags = st.lists(st.sampled_from(["no-reply", "the party"]), max_size=2).map(tuple)
said = st.fixed_dictionaries({"when": words, "fact": words})


def ids(kind):
    return st.integers(1, 3).map(lambda number: f"{kind}-{number}")


def _built(struct, /, **fields):
    return st.fixed_dictionaries({"app_version": st.just("0.1.0"), "tz": zones, "edited_at": moments, **fields}).map(
        lambda given: struct(**given)
    )


sessions = _built(
    SessionRow,
    id=ids("practice"),
    started_at=st.just(FIRST),
    day=st.just(FIRST.date()),
    exercise=st.sampled_from(["hum", "one that nobody knows"]),
    kind=st.sampled_from(Kind),
    practised_s=st.sampled_from([0.0, 61.25]),
    ended_at=st.none() | moments,
    outcome=st.none() | st.sampled_from(Outcome),
    note=words,
    ratings=st.builds(Ratings, before=st.none() | st.integers(0, 10), after=st.none() | st.integers(0, 10)),
    felt=st.none() | st.sampled_from(Felt),
    use_again=st.none() | st.booleans(),
    triggers=tags,
    pulled_to=tags,
)
earlier = st.tuples(said, moments).map(lambda each: EarlierRow(**each[0], edited_at=each[1]))
entries = st.tuples(
    said,
    st.fixed_dictionaries(
        {
            "id": ids("entry"),
            "written_at": st.just(FIRST),
            "day": st.just(FIRST.date()),
            "tz": zones,
            "edited_at": moments,
            "app_version": st.just("0.1.0"),
            "triggers": tags,
            "earlier": st.lists(earlier, max_size=2).map(tuple),
        }
    ),
).map(lambda each: EntryRow(**each[0], **each[1]))
checkins = _built(
    CheckinRow,
    id=st.just("week-2026-11-16"),
    week=st.just(datetime(2026, 11, 16, tzinfo=UTC).date()),
    answered_at=moments,
    day=st.just(FIRST.date()),
    answers=st.tuples(*[st.sampled_from([0, 4, "none", None])] * 6),
)
counted = _built(MomentRow, id=ids("moment"), at=moments, day=st.just(FIRST.date()), kind=st.sampled_from(CountedKind))
deleted = st.builds(DeletedRow, id=ids("practice") | ids("entry") | ids("moment"), deleted_at=moments)


def _some(rows):
    return st.lists(rows, max_size=4).map(tuple)


log_files = st.builds(
    LogFile,
    format=st.just("steady-log"),
    version=st.just(1),
    sessions=_some(sessions),
    journal=_some(entries),
    checkins=_some(checkins),
    moments=_some(counted),
    deleted=st.lists(deleted, max_size=2).map(tuple),
)


def joined(*files):
    """Return what a new log holds after these came in, one after the other."""
    with contextlib.closing(in_memory(None)) as connection:
        for file in files:
            Joining(file).go_on(connection, lambda: False)
        return contents_of(connection)


def as_file(contents):
    """Return what was exported as it is read by an import."""
    whole = {"format": "steady-log", "version": 1, "exported_at": rfc3339(FIRST), "app_version": "0.1.0"}
    return msgspec.json.decode(json.dumps(whole | contents._asdict()), type=LogFile)
