"""`steady new`: a file to start from, the person's own, never over another."""

import os
import stat
import sys

import pytest

from steady.cli import AT_FAULT, DONE, USAGE, main
from steady.store.paths import Paths
from tests.unwritable import UNWRITABLE, needs_unwritable

KINDS = ("breathing", "grounding", "script")


@pytest.fixture
def own():
    return Paths.find(None, os.environ).exercises_dir


@pytest.mark.parametrize("kind", KINDS)
def test_a_new_file_is_well_as_it_is_and_in_the_list(own, capsys, kind):
    assert main(["new", kind, "my-own-way"]) == DONE
    assert capsys.readouterr().out == f"{own / 'my-own-way.toml'}\n"
    assert main(["check", str(own)]) == DONE
    main(["list"])
    assert "My own way" in capsys.readouterr().out


@pytest.mark.skipif(sys.platform == "win32", reason="modes are POSIX's")
def test_it_is_for_this_person_only(own):
    main(["new", "script", "mine"])
    assert stat.S_IMODE((own / "mine.toml").stat().st_mode) == 0o600
    assert stat.S_IMODE(own.stat().st_mode) == 0o700


@pytest.mark.parametrize("words", ["my words", ""])
def test_it_is_never_written_over_another(own, capsys, words):
    own.mkdir(parents=True)
    (own / "mine.toml").write_text(words)
    assert main(["new", "script", "mine"]) == AT_FAULT
    assert (own / "mine.toml").read_text() == words
    assert capsys.readouterr().err == f"{own / 'mine.toml'} is there already, and is left as it is.\n"


def test_it_says_where_it_takes_the_place_of_one_of_ours(capsys):
    assert main(["new", "breathing", "box"]) == DONE
    assert "takes the place of the exercise of that name" in capsys.readouterr().err


@pytest.mark.parametrize("name", ["../mine", "/etc/mine", "", "a.b", "-x!", "a\x1bb", "x" * 65])
def test_a_name_never_leads_out_of_the_folder(own, capsys, name):
    assert main(["new", "script", "--", name]) == AT_FAULT
    assert not own.exists()
    assert capsys.readouterr().err.rstrip("\n").isprintable()


def test_another_kind_is_usage(own):
    assert main(["new", "dance", "mine"]) == USAGE
    assert not own.exists()


@needs_unwritable
def test_where_nothing_can_be_written_that_is_said_in_a_sentence(capsys):
    assert main(["new", "script", "mine", "--data-dir", str(UNWRITABLE / "steady")]) == AT_FAULT
    path = UNWRITABLE / "steady" / "exercises" / "mine.toml"
    assert capsys.readouterr().err == f"{path}: this file can't be written here.\n"


def test_a_title_in_letters_of_the_world_is_kept(own, capsys):
    assert main(["new", "script", "für-mich"]) == DONE
    main(["list"])
    assert "Für mich" in capsys.readouterr().out
