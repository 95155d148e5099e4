import os
import stat

import pytest
from tests.unwritable import UNWRITABLE, needs_unwritable

from steady.core.errors import Fault
from steady.store.paths import Paths, make


def mode(path):
    return stat.S_IMODE(path.stat().st_mode)


def test_a_data_folder_given_by_hand_wins_over_the_environment(tmp_path):
    found = Paths.find(str(tmp_path / "hand"), {"STEADY_DATA_DIR": str(tmp_path / "environment")})
    assert found.data_dir == tmp_path / "hand"


def test_the_environment_wins_over_the_usual_place(tmp_path):
    assert Paths.find(None, {"STEADY_DATA_DIR": str(tmp_path)}).data_dir == tmp_path


def test_an_empty_variable_means_the_usual_place(monkeypatch, tmp_path):
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    found = Paths.find("", {"STEADY_DATA_DIR": ""})
    assert found.data_dir.name == "steady"


def test_a_relative_folder_stays_where_it_was_meant_when_we_go_elsewhere(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert Paths.find("here", {}).data_dir == tmp_path / "here"


def test_everything_lives_inside_the_data_folder(paths):
    places = [
        paths.log_file,
        paths.settings_file,
        paths.exercises_dir,
        paths.reports_dir,
        paths.owners_dir,
        paths.import_mark,
    ]
    assert all(place.parent == paths.data_dir for place in places)
    assert len(set(places)) == len(places)


@pytest.mark.parametrize("umask", [0o000, 0o022, 0o277])
def test_folders_are_private_whatever_the_umask(tmp_path, umask):
    paths = Paths(tmp_path / "new" / "data")
    before = os.umask(umask)
    try:
        assert make(paths) is None
    finally:
        os.umask(before)
    assert mode(paths.data_dir) == 0o700
    assert mode(paths.data_dir.parent) == 0o700


def test_a_folder_that_is_there_keeps_its_mode(tmp_path):
    tmp_path.chmod(0o755)
    assert make(Paths(tmp_path)) is None
    assert mode(tmp_path) == 0o755


def test_a_file_in_the_folders_place_is_a_fault_and_no_crash(tmp_path):
    (tmp_path / "file").write_text("mine")
    assert make(Paths(tmp_path / "file")) is Fault.LOG_UNREADABLE
    assert make(Paths(tmp_path / "file" / "data")) is Fault.LOG_UNREADABLE


@needs_unwritable
def test_a_place_where_nobody_may_write_is_a_fault_even_for_root():
    assert make(Paths(UNWRITABLE / "steady")) is Fault.READ_ONLY
