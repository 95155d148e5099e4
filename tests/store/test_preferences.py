import json
import os
import stat
import sys
import threading

import msgspec
import pytest
from tests.unwritable import UNWRITABLE, needs_unwritable

from steady.core.errors import Fault
from steady.core.settings import Form, Look, Settings
from steady.store.preferences import FilePreferences

PATIENCE_S = 20.0


@pytest.fixture
def path(folder):
    return folder / "settings.json"


def kept(path):
    return json.loads(path.read_text(encoding="utf-8"))


def test_without_a_file_all_is_as_usual_and_nothing_is_written(path, faults):
    preferences = FilePreferences(path, faults)
    assert preferences.settings == Settings()
    assert preferences.flush(PATIENCE_S)
    assert list(path.parent.iterdir()) == []
    assert faults == []


def test_a_change_holds_at_once_and_at_the_next_start(path, faults):
    preferences = FilePreferences(path, faults)
    assert preferences.change(form=Form.WAVE, text_percent=150).form is Form.WAVE
    assert preferences.settings.text_percent == 150
    assert preferences.flush(PATIENCE_S)
    assert FilePreferences(path, faults).settings == Settings(form=Form.WAVE, text_percent=150)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert faults == []


def test_changing_nothing_writes_nothing(path, faults):
    preferences = FilePreferences(path, faults)
    preferences.change(form=Form.AUTO)
    preferences.flush(PATIENCE_S)
    assert not path.exists()


def test_a_setting_put_back_to_usual_leaves_the_file(path, faults):
    path.write_text('{"look": "dawn", "letter_keys": false}')
    preferences = FilePreferences(path, faults)
    preferences.change(look=Look.SYSTEM)
    preferences.flush(PATIENCE_S)
    assert kept(path) == {"letter_keys": False}


def test_names_from_a_newer_steady_are_kept(path, faults):
    path.write_text('{"weather": {"mild": [1, 2]}, "look": "dusk"}')
    preferences = FilePreferences(path, faults)
    preferences.change(look=Look.DAWN)
    preferences.flush(PATIENCE_S)
    assert kept(path) == {"weather": {"mild": [1, 2]}, "look": "dawn"}
    assert faults == []


def test_two_windows_keep_each_other_s_changes(path, faults):
    one, other = FilePreferences(path, faults), FilePreferences(path, faults)
    one.change(look=Look.DAWN)
    one.flush(PATIENCE_S)
    other.change(form=Form.STILL)
    other.flush(PATIENCE_S)
    assert kept(path) == {"look": "dawn", "form": "still"}


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"{",
        b"[]",
        b"\xff\xfe{\x00}\x00",
        b"\0\0\0",
        b'{"text_percent": 900}',
        b'{"look": "neon"}',
        b'{"cautions_seen": 4}',
        b"[" * 100_000,
        b'{"weather": ' + b"[" * 100_000,
        b"#" * (1 << 20) + b"#",
    ],
    ids=range(11),
)
def test_a_bad_file_is_put_aside_whole_and_all_is_as_usual(path, faults, data):
    path.write_bytes(data)
    preferences = FilePreferences(path, faults)
    assert preferences.settings == Settings()
    assert faults == [Fault.SETTINGS_UNREADABLE]
    (aside,) = path.parent.iterdir()
    assert aside.name.startswith("settings-corrupt-20")
    assert aside.read_bytes() == data
    preferences.change(look=Look.DAWN)
    assert preferences.flush(PATIENCE_S)
    assert kept(path) == {"look": "dawn"}


def test_a_file_broken_by_hand_meanwhile_is_put_aside_and_not_overwritten(path, faults):
    preferences = FilePreferences(path, faults)
    path.write_text("{ half written by hand")
    preferences.change(look=Look.DAWN)
    assert preferences.flush(PATIENCE_S)
    assert kept(path) == {"look": "dawn"}
    (aside,) = path.parent.glob("settings-corrupt-*")
    assert aside.read_text() == "{ half written by hand"


def test_a_byte_order_mark_is_welcome(path, faults):
    path.write_bytes(b'\xef\xbb\xbf{"look": "dawn"}')
    assert FilePreferences(path, faults).settings.look is Look.DAWN


def test_a_disk_that_fails_is_told_once_and_the_change_holds(tmp_path, faults):
    blocker = tmp_path / "blocker"
    blocker.write_text("a file where the folder should be")
    preferences = FilePreferences(blocker / "settings.json", faults)
    preferences.change(look=Look.DAWN)
    assert not preferences.flush(PATIENCE_S)
    preferences.change(form=Form.STILL)
    assert not preferences.flush(PATIENCE_S)
    assert preferences.settings == Settings(look=Look.DAWN, form=Form.STILL)
    assert faults == [Fault.SETTINGS_UNSAVED]
    blocker.unlink()
    assert preferences.flush(PATIENCE_S)
    assert kept(blocker / "settings.json") == {"look": "dawn", "form": "still"}


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no pipes among files")
def test_what_is_no_file_is_neither_waited_for_nor_overwritten(path, faults):
    os.mkfifo(path)
    preferences = FilePreferences(path, faults)
    preferences.change(look=Look.DAWN)
    assert not preferences.flush(PATIENCE_S)
    assert faults == [Fault.SETTINGS_UNREADABLE, Fault.SETTINGS_UNSAVED]
    assert path.is_fifo()


@needs_unwritable
def test_where_nobody_may_write_the_change_still_holds(faults):
    preferences = FilePreferences(UNWRITABLE / "steady" / "settings.json", faults)
    preferences.change(look=Look.DAWN)
    assert not preferences.flush(PATIENCE_S)
    assert preferences.settings.look is Look.DAWN
    assert faults == [Fault.SETTINGS_UNSAVED]


def test_changes_from_several_threads_are_all_kept(path, faults):
    preferences = FilePreferences(path, faults)
    changes = [{"look": Look.DAWN}, {"form": Form.WAVE}, {"letter_keys": False}, {"region": "UK"}]
    threads = [threading.Thread(target=preferences.change, kwargs=change) for change in changes]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert preferences.flush(PATIENCE_S)
    assert kept(path) == {"look": "dawn", "form": "wave", "letter_keys": False, "region": "UK"}


@pytest.mark.parametrize("change", [{"text_percent": 900}, {"look": "neon"}])
def test_a_value_that_is_none_is_refused_and_changes_nothing(path, faults, change):
    preferences = FilePreferences(path, faults)
    with pytest.raises(msgspec.ValidationError):
        preferences.change(**change)
    assert preferences.settings == Settings()


def test_a_name_that_is_none_is_refused(path, faults):
    with pytest.raises(TypeError):
        FilePreferences(path, faults).change(wether="mild")
