"""Where the data folder is, on each system; platformdirs is asked for a second opinion."""

import os
import sys
from pathlib import Path

import pytest
from platformdirs import unix

from steady.places import data_folder
from steady.store.paths import Paths
from tests.source import imports_of


def test_what_is_asked_for_wins_over_the_environment_and_that_over_the_usual_place(tmp_path):
    environ = {"STEADY_DATA_DIR": str(tmp_path / "environment"), "XDG_DATA_HOME": str(tmp_path / "share")}
    assert data_folder(str(tmp_path / "hand"), environ) == str(tmp_path / "hand")
    assert data_folder(None, environ) == str(tmp_path / "environment")
    del environ["STEADY_DATA_DIR"]
    assert data_folder("", environ, "linux") == str(tmp_path / "share" / "steady")


@pytest.mark.parametrize("share", ["", " ", None])
def test_on_linux_without_a_folder_of_its_own_data_is_in_the_usual_one(share):
    environ = {} if share is None else {"XDG_DATA_HOME": share}
    assert data_folder(None, environ, "linux") == str(Path("~/.local/share/steady").expanduser())


def test_on_a_mac_it_is_with_what_applications_keep():
    assert data_folder(None, {}, "darwin") == str(Path("~/Library/Application Support/steady").expanduser())


@pytest.mark.parametrize(("local", "start"), [("/C/me/local", "/C/me/local"), ("", "~/AppData/Local")])
def test_on_windows_it_stays_on_this_machine(local, start):
    assert data_folder(None, {"LOCALAPPDATA": local}, "win32") == str(Path(start).expanduser() / "steady")


@pytest.mark.skipif(sys.platform in {"win32", "darwin"}, reason="what XDG says is said elsewhere than there")
@pytest.mark.parametrize("share", [None, "/somewhere", ""])
def test_platformdirs_thinks_so_too(monkeypatch, share):
    for variable in ("STEADY_DATA_DIR", "XDG_DATA_HOME"):
        monkeypatch.delenv(variable, raising=False)
    if share is not None:
        monkeypatch.setenv("XDG_DATA_HOME", share)
    assert data_folder(None, os.environ) == unix.Unix("steady", appauthor=False).user_data_dir


@pytest.mark.parametrize("explicit", [None, "here", "~/mine", "/there/../there"])
def test_the_store_looks_there(explicit, monkeypatch, tmp_path):
    monkeypatch.setenv("STEADY_DATA_DIR", str(tmp_path))
    assert str(Paths.find(explicit, os.environ).data_dir) == data_folder(explicit, os.environ)


def test_finding_it_takes_the_standard_library_only():
    assert imports_of("steady.places")
    assert not [found for found in imports_of("steady.places") if found.imported.partition(".")[0] == "steady"]
