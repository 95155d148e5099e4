"""The format of an export: what is written keeps to the schema that is documented, and the schema is fresh."""

import json
from datetime import UTC, date, datetime
from pathlib import Path

import jsonschema
import pytest
from hypothesis import given, settings
from tests.store.logs import joined, log_files

from steady.cli import DONE, main
from steady.core.events import Outcome
from steady.core.record import Draft, Felt, Ratings
from steady.core.remembered import Checkin, Counted, CountedKind, JournalEntry, Words
from steady.store.log import SqliteLog
from steady.store.log_file import log_schema
from steady.store.memories import delete_entry, keep_checkin, keep_counted, keep_entry
from steady.store.paths import Paths
from steady.store.transfer import export

DOCS = Path(__file__).parents[2] / "docs"
AT = datetime(2026, 11, 22, 23, 30, tzinfo=UTC)


@pytest.fixture(scope="module")
def validator():
    jsonschema.Draft202012Validator.check_schema(log_schema())
    return jsonschema.Draft202012Validator(log_schema())


@pytest.fixture
def exported(folder, record, now):
    """Return an export with something of each kind, from a real log."""
    paths = Paths(folder)
    log = SqliteLog.open(paths.log_file, "0a", now=now)
    log.put(record())
    log.put(
        record(
            outcome=Outcome.STOPPED,
            ended_at=AT,
            note="quieter",
            ratings=Ratings(before=7, after=4),
            felt=Felt.EASIER,
            use_again=False,
            triggers=("no-reply", "the party"),
        ),
        "Europe/Paris",
    )
    entry = JournalEntry("entry-1", AT, AT.date(), Words(happened="at night", fact="no reply"), ("no-reply",))
    keep_entry(log, entry)
    keep_entry(log, JournalEntry("entry-1", AT, AT.date(), Words(need="sleep")))
    keep_entry(log, JournalEntry("entry-2", AT, AT.date()))
    keep_entry(log, JournalEntry("entry-3", AT, AT.date()))
    log.connection.execute("UPDATE journal SET day = 'some day', did = x'ff' WHERE id = 'entry-3'")
    delete_entry(log, "entry-2")
    keep_checkin(log, Checkin(date(2026, 11, 16), AT, AT.date(), (0, 4, "none", None, 2, 1)))
    keep_counted(log, Counted("moment-1", AT, AT.date(), CountedKind.PAUSED))
    log.keep_draft(Draft("no-reply-yet", "story", "half a thou"))
    log.close()
    export(paths, folder / "mine.json", now=now)
    return json.loads((folder / "mine.json").read_text(encoding="utf-8"))


def test_a_real_export_keeps_to_the_schema(validator, exported):
    assert all(exported.values())
    validator.validate(exported)


def test_an_export_says_all_that_an_entry_says_and_said(exported):
    (entry,) = exported["journal"]
    assert entry["need"] == "sleep"
    assert entry["when"] is None
    (earlier,) = entry["earlier"]
    assert (earlier["when"], earlier["fact"], earlier["need"]) == ("at night", "no reply", None)
    assert [gone["id"] for gone in exported["deleted"]] == ["entry-2"]
    assert exported["checkins"][0]["answers"] == [0, 4, "none", None, 2, 1]
    assert [(moment["kind"], moment["session_id"]) for moment in exported["moments"]] == [("paused", None)]


@settings(max_examples=30, deadline=None)
@given(log_files)
def test_whatever_is_in_a_log_its_export_keeps_to_the_schema(validator, file):
    whole = {"format": "steady-log", "version": 1} | joined(file)._asdict()
    validator.validate(json.loads(json.dumps(whole)))


def test_the_schema_tells_a_bad_file_from_a_good_one(validator, exported):
    for part, field, bad in (
        ("sessions", "kind", "other"),
        ("sessions", "practised_s", -1),
        ("checkins", "answers", [1, 2]),
        ("moments", "kind", "bought"),
    ):
        whole = json.loads(json.dumps(exported))
        whole[part][0][field] = bad
        assert not validator.is_valid(whole), field


def test_the_schema_in_the_docs_is_what_the_command_prints(capsys):
    assert main(["schema", "log"]) == DONE
    assert (DOCS / "data-format.schema.json").read_text(encoding="utf-8") == capsys.readouterr().out


def test_the_docs_name_every_field():
    text = (DOCS / "data-format.md").read_text(encoding="utf-8")
    fields = {name for part in log_schema()["$defs"].values() for name in part.get("properties", ())}
    assert sorted(name for name in fields if f"`{name}`" not in text) == []
