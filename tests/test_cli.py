"""The command line: its commands, its exit codes, and one gentle sentence where something is at fault."""

import json
import os
import shlex
import subprocess
import sys

import pytest

from steady import __version__, app, cli, cli_breathe, cli_library
from steady.cli import AT_FAULT, DONE, OUR_BUG, USAGE, Arguments, main
from steady.cli_arguments import parse
from steady.core.exercise import Breathing
from steady.store.paths import Paths
from steady.texts import say
from steady.texts.command import Command

PATIENCE_S = 20.0


@pytest.fixture
def paths():
    return Paths.find(None, os.environ)


def said(capsys):
    captured = capsys.readouterr()
    assert "Traceback" not in captured.err
    return captured.out, captured.err


# -- arguments --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("argv", [[], ["start", "box"]])
def test_the_plain_forms_mean_the_same_as_the_grammar_says(argv):
    fields = [name for name in vars(Arguments) if not name.startswith("_")]
    quick, grammar = cli._parse(argv), parse(argv)
    assert [getattr(quick, name) for name in fields] == [getattr(grammar, name) for name in fields]


@pytest.mark.parametrize("argv", [["--data-dir", "D", "list"], ["list", "--data-dir", "D"]])
def test_the_data_folder_can_be_named_on_either_side_of_the_command(argv):
    assert parse(argv).data_dir == "D"


@pytest.mark.parametrize(
    "argv",
    [
        ["nonsense"],
        ["start"],
        ["export"],
        ["--nonsense"],
        ["breathe", "--min", "3"],
        ["breathe", "--minutes", "3", "--breaths", "3"],
        ["breathe", "--minutes", "3", "--open"],
        *(["breathe", "--minutes", wrong] for wrong in ("0", "0.04", "601", "nan", "inf", "-1", "two", "")),
        *(["breathe", "--breaths", wrong] for wrong in ("0", "-1", "1.5", "10001", "two")),
    ],
)
def test_what_cannot_be_understood_is_usage_in_one_sentence(argv, capsys):
    assert main(argv) == USAGE
    out, err = said(capsys)
    assert out == ""
    assert err.startswith("usage: steady")
    assert len([line for line in err.splitlines() if line.startswith("steady")]) == 1


@pytest.mark.parametrize(
    "argv",
    [
        ["--data-dir="],
        ["--data-dir", ""],
        ["--data-dir", " ", "start", "box"],
        ["list", "--data-dir="],
        ["breathe", "--data-dir", "", "--breaths", "1"],
    ],
)
def test_an_empty_data_folder_is_refused_rather_than_guessed(argv, paths, capsys):
    assert main(argv) == USAGE
    out, err = said(capsys)
    assert out == ""
    assert say(Command.BAD_FOLDER) in err.splitlines()[-1]
    assert not paths.data_dir.exists()


@pytest.mark.parametrize("minutes", [0.05, 1.0, 600.0])
def test_lengths_within_their_limits_are_taken(minutes):
    assert parse(["breathe", "--minutes", str(minutes)]).minutes == minutes


def test_a_sound_is_one_of_the_voices_and_beds(capsys):
    asked = parse(["breathe", "--sound", "tide", "--bed", "rain"])
    assert (asked.sound, asked.bed) == ("tide", "rain")
    assert parse(["breathe"]).sound is None
    with pytest.raises(SystemExit):
        parse(["breathe", "--sound", "trumpet"])


def test_it_says_which_version_it_is(capsys):
    assert main(["--version"]) == DONE
    assert said(capsys) == (f"steady {__version__}\n", "")


@pytest.mark.parametrize("argv", [["--help"], ["breathe", "--help"], ["list", "-h"]])
def test_help_is_help_and_no_fault(argv, capsys):
    assert main(argv) == DONE
    assert said(capsys)[0].startswith("usage: steady")


# -- the library and the log ------------------------------------------------------------------------------------------


def test_the_list_names_every_exercise(capsys):
    assert main(["list"]) == DONE
    out, err = said(capsys)
    assert err == ""
    lines = [line.split() for line in out.splitlines()]
    assert lines[0] == ["meet-your-breath", "5", "min", "Meet", "your", "breath"]
    assert "box" in [line[0] for line in lines]


def test_the_list_says_how_long_as_the_menu_does(capsys):
    main(["list"])
    lines = [" ".join(line.split()) for line in said(capsys)[0].splitlines()]
    assert "one-to-three-sighs 3 breaths One to three sighs" in lines
    assert "4-7-8-gentle 4 breaths 4-7-8, gentle" in lines
    assert "five-senses 3 min Five senses" in lines
    main(["list", "--json"])
    minutes = {each["id"]: each["minutes"] for each in json.loads(said(capsys)[0])}
    assert minutes["one-to-three-sighs"] == 1


def test_the_list_as_json_has_what_scripts_rely_on(capsys):
    assert main(["list", "--json"]) == DONE
    listed = json.loads(said(capsys)[0])
    box = next(each for each in listed if each["id"] == "box")
    assert {"id": "box", "kind": "breathing", "title": "Box", "minutes": 4, "source": "bundled"}.items() <= box.items()


def test_a_bad_file_is_named_and_stops_nothing(paths, capsys):
    paths.exercises_dir.mkdir(parents=True)
    (paths.exercises_dir / "broken.toml").write_text("kind =")
    assert main(["list"]) == DONE
    out, err = said(capsys)
    assert "meet-your-breath" in out
    assert "broken.toml" in err


def test_an_export_of_nothing_is_a_whole_file(tmp_path, capsys):
    target = tmp_path / "log.json"
    assert main(["export", str(target)]) == DONE
    assert json.loads(target.read_text())["sessions"] == []
    assert said(capsys) == ("", f"The log is empty so far. {target} is written all the same.\n")


def test_an_export_to_a_strange_name_is_refused_in_one_sentence(tmp_path, capsys):
    assert main(["export", str(tmp_path / "log.txt")]) == AT_FAULT
    assert len(said(capsys)[1].splitlines()) == 1


# -- ids --------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("command", ["start", "breathe"])
@pytest.mark.parametrize(
    ("wrong", "nearest"), [("boxes", "box"), ("Longer out", "longer-out"), ("meet-your-breth", "meet-your-breath")]
)
def test_an_unknown_id_is_at_fault_and_the_nearest_is_named(command, wrong, nearest, capsys):
    assert main([command, wrong]) == AT_FAULT
    assert said(capsys)[1] == f"There is no exercise called {wrong}. Did you mean {nearest}?\n"


@pytest.mark.parametrize("wrong", ["zzzzzzzz", "nonsense", "../../etc/passwd", "\x1b[31m", "x" * 500])
def test_an_id_like_nothing_else_is_at_fault_too_and_safe_to_print(wrong, capsys):
    assert main(["breathe", wrong]) == AT_FAULT
    err = said(capsys)[1]
    assert len(err.splitlines()) == 1
    assert err.strip().isprintable()
    assert "Did you mean" not in err


def test_a_grounding_exercise_is_pointed_to_its_window(capsys):
    assert main(["breathe", "five-senses"]) == AT_FAULT
    assert "steady start five-senses" in said(capsys)[1]


# -- our bugs ---------------------------------------------------------------------------------------------------------


def test_a_bug_of_ours_is_one_gentle_sentence_and_a_report(paths, monkeypatch, capsys):
    def burst(_):
        raise ZeroDivisionError("a private word")

    monkeypatch.setattr(cli_library, "list_all", burst)
    assert main(["list"]) == OUR_BUG
    out, err = said(capsys)
    report = next(paths.reports_dir.glob("*.txt"))
    assert (out, err) == ("", say(Command.BUG, path=report) + "\n")
    assert "ZeroDivisionError" in report.read_text()
    assert "private" not in report.read_text()


def test_a_bug_that_cannot_be_noted_is_told_all_the_same(tmp_path, monkeypatch, capsys):
    nowhere = tmp_path / "file"
    nowhere.write_text("")
    monkeypatch.setattr(cli_library, "list_all", lambda _: 1 / 0)
    assert main(["list", "--data-dir", str(nowhere)]) == OUR_BUG
    assert said(capsys)[1] == say(Command.BUG_UNSAVED) + "\n"


BUG_IN_A_THREAD = """
import sys, threading
from steady import cli_breathe
from steady.cli import main

def burst():
    raise ZeroDivisionError("a private word")

start = cli_breathe.LogWorker.start

def start_with_a_bug(self):
    start(self)
    thread = threading.Thread(target=burst)
    thread.start()
    thread.join()

cli_breathe.LogWorker.start = start_with_a_bug
sys.exit(main(["breathe", "--breaths", "1", "quick"]))
"""


def write_quick(paths):
    """Write an exercise of three seconds."""
    paths.exercises_dir.mkdir(parents=True)
    phases = '[{ do = "in", seconds = 1.5, to = 1.0 }, { do = "out", seconds = 1.5, to = 0.0 }]'
    (paths.exercises_dir / "quick.toml").write_text(
        'format = 1\nkind = "breathing"\ntitle = "Quick"\nsummary = "Three seconds."\ngroup = "settle"\nminutes = 1\n'
        f"phases = {phases}\n"
    )


def test_a_bug_in_a_thread_is_noted_and_the_breathing_goes_on(paths):
    write_quick(paths)
    done = subprocess.run(
        [sys.executable, "-c", BUG_IN_A_THREAD], capture_output=True, text=True, timeout=PATIENCE_S, check=False
    )
    assert (done.returncode, done.stdout) == (OUR_BUG, "in 1.5\nout 1.5\n")
    assert done.stderr == "Something in Steady went wrong, not with you. A note of it stays on this computer.\n"
    assert "ZeroDivisionError" in next(paths.reports_dir.glob("*.txt")).read_text()


# -- readers that leave -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("argv", [["list"], ["list", "--json"], ["--help"], ["--version"]])
def test_a_reader_that_leaves_is_no_fault(argv):
    # Standard output is a pipe whose reading end is closed before anything is written.
    read_end, write_end = os.pipe()
    os.close(read_end)
    done = subprocess.run(
        [sys.executable, "-m", "steady", *argv],
        stdout=write_end,
        stderr=subprocess.PIPE,
        text=True,
        timeout=PATIENCE_S,
        check=False,
    )
    os.close(write_end)
    assert (done.returncode, done.stderr) == (DONE, "")


@pytest.mark.skipif(sys.platform == "win32", reason="needs a shell that closes streams")
@pytest.mark.parametrize(
    ("argv", "code"),
    [("breathe --breaths 1 quick", DONE), ("list", DONE), ("start no-such", AT_FAULT), ("no-such-command", USAGE)],
)
def test_without_any_streams_a_command_does_what_it_would_with_them(argv, code, paths):
    write_quick(paths)
    command = f"exec {shlex.quote(sys.executable)} -m steady {argv} <&- >&- 2>&-"
    assert subprocess.run(["/bin/sh", "-c", command], timeout=PATIENCE_S, check=False).returncode == code
    assert not paths.reports_dir.exists()


def test_ctrl_c_in_a_short_command_is_no_traceback(monkeypatch, capsys):
    def interrupt(_):
        raise KeyboardInterrupt

    monkeypatch.setattr(cli_library, "list_all", interrupt)
    assert main(["list"]) == cli.INTERRUPTED
    assert said(capsys) == ("", "")


# -- the window, or the terminal in its place -------------------------------------------------------------------------


@pytest.fixture
def breathed(monkeypatch):
    """Stands in for the breathing itself, keeps what it was asked for, and says why it is no window."""
    asked = []

    def breathe(arguments, no_window=""):
        asked.append(arguments)
        sys.stderr.write(f"{no_window}\n" if no_window else "")
        return DONE

    monkeypatch.setattr(cli_breathe, "breathe", breathe)
    return asked


@pytest.fixture
def opened(monkeypatch):
    """Stands in for the app, and keeps what it was given."""
    given = []

    def run(paths, **rest):
        given.append((paths, rest))
        return DONE

    monkeypatch.setattr(app, "run", run)
    return given


def name_no_display(monkeypatch, **others):
    for variable in ("DISPLAY", "WAYLAND_DISPLAY", "WAYLAND_SOCKET", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(variable, raising=False)
    for variable, value in others.items():
        monkeypatch.setenv(variable, value)


def test_the_window_is_asked_for_with_what_it_needs(opened, breathed, paths):
    assert main(["start", "box"]) == DONE
    assert breathed == []
    [(found, rest)] = opened
    assert found == paths
    assert (rest["start_id"], rest["milestones"]) == ("box", None)
    assert not rest["instance"].first_is_silent


def test_a_measured_start_has_milestones_and_hands_over_to_nobody(opened, tmp_path):
    assert main(["--time-startup"]) == DONE
    [(_, rest)] = opened
    assert json.loads(rest["milestones"].line())["command_ms"] > 0
    assert rest["instance"].doorbell is None


def test_whoever_asks_for_the_terminal_gets_it_without_a_word(opened, breathed, capsys):
    assert main(["--terminal"]) == DONE
    assert (len(breathed), opened) == (1, [])
    assert said(capsys) == ("", "")


linux = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="displays are named on Linux")


@linux
@pytest.mark.parametrize(
    ("environ", "sentence"),
    [
        ({}, say(Command.NO_DISPLAY)),
        ({"DISPLAY": ":4711"}, say(Command.DISPLAY_REFUSES, name=":4711")),
    ],
)
def test_without_a_display_it_says_so_in_one_line_and_breathes(
    opened, breathed, monkeypatch, capsys, environ, sentence
):
    name_no_display(monkeypatch, **environ)
    assert main([]) == DONE
    assert (len(breathed), opened) == (1, [])
    assert said(capsys) == ("", sentence + "\n")


@linux
def test_missing_libraries_are_named_with_the_command_that_brings_them(opened, breathed, monkeypatch, capsys, tmp_path):
    from steady import display, display_libraries

    lost = ("libxcb-cursor.so.0",)
    monkeypatch.setattr(display, "missing", lambda use: lost)
    (tmp_path / "bin").mkdir()
    (tmp_path / "bin" / "apt").touch(mode=0o755)
    monkeypatch.setenv("PATH", str(tmp_path / "bin"))
    assert main([]) == DONE
    assert (len(breathed), opened) == (1, [])
    _, err = said(capsys)
    assert len(err.splitlines()) == 1
    assert "libxcb-cursor.so.0" in err
    assert display_libraries.remedy(lost, os.environ, as_root=os.geteuid() == 0) in err
    assert "apt install libxcb-cursor0" in err


@linux
def test_a_library_that_only_qt_knows_of_is_named_too(breathed, monkeypatch, capsys):
    def fail(*_, **__):
        raise ImportError("libnew.so.9: cannot open shared object file: No such file or directory")

    monkeypatch.setattr(app, "run", fail)
    assert main([]) == DONE
    assert len(breathed) == 1
    assert "libnew.so.9" in said(capsys)[1]


def test_any_other_failed_import_is_our_bug(breathed, monkeypatch, capsys):
    def fail(*_, **__):
        raise ImportError("cannot import name 'x' from 'steady'")

    monkeypatch.setattr(app, "run", fail)
    assert main([]) == OUR_BUG
    assert breathed == []


@linux
def test_an_exercise_that_needs_the_window_says_so_in_one_line_where_none_can_open(monkeypatch, capsys):
    name_no_display(monkeypatch)
    assert main(["start", "five-senses"]) == AT_FAULT
    assert said(capsys) == ("", "There is no display here. Five senses needs a window.\n")


@pytest.mark.parametrize("command", [["breathe", "five-senses"], ["--terminal", "start", "five-senses"]])
def test_what_is_no_breath_says_where_it_opens_to_whoever_wants_to_breathe_it_here(command, capsys):
    assert main(command) == AT_FAULT
    told = "Five senses is not a breathing exercise. It opens in the window: steady start five-senses\n"
    assert said(capsys) == ("", told)


@linux
def test_an_exercise_that_is_not_there_is_not_said_to_be_breathed(monkeypatch, capsys):
    name_no_display(monkeypatch)
    assert main(["start", "nonsense"]) == AT_FAULT
    assert "breathes in the terminal" not in said(capsys)[1]


@linux
def test_where_it_breathes_in_place_of_a_window_one_line_says_both(monkeypatch, capsys):
    name_no_display(monkeypatch)
    monkeypatch.setattr(cli_breathe, "breathe_here", lambda *_: True)
    assert main([]) == DONE
    assert said(capsys) == ("", "There is no display here. So this breathes in the terminal.\n")


# -- exercises at fault -----------------------------------------------------------------------------------------------


def test_without_its_exercises_it_still_breathes(monkeypatch, paths):
    from steady.core.errors import Fault

    told = []

    class Whispers:
        def tell(self, fault):
            told.append(fault)

    monkeypatch.setattr(cli_library, "exercises_dir", lambda: None)
    exercise_id, exercise = cli_breathe._exercise(parse(["breathe"]), paths, Whispers())
    assert exercise_id == "meet-your-breath"
    assert isinstance(exercise, Breathing)
    assert told == [Fault.NO_EXERCISES]


# -- logs that are taken out and brought in ---------------------------------------------------------------------------


@pytest.mark.parametrize("command", ["export", "import", "backup", "restore"])
def test_a_command_for_the_log_needs_a_file(command, capsys):
    assert main([command]) == USAGE
    assert "FILE" in said(capsys)[1]


def test_a_log_goes_out_comes_in_is_copied_and_goes_back(tmp_path, capsys):
    out, copy = tmp_path / "mine.json", tmp_path / "mine.db"
    for argv, sentence in (
        (["export", str(out)], "The log is empty so far."),
        (["import", str(out)], "All of that was here already."),
        (["backup", str(copy)], "A whole copy is in"),
        (["restore", str(copy)], "The log is as it was in that copy."),
    ):
        assert main(argv) == DONE
        printed, err = said(capsys)
        assert printed == ""
        assert err.startswith(sentence)
        assert len(err.splitlines()) == 1


@pytest.mark.parametrize(
    ("command", "content"),
    [("import", "they never wrote back"), ("import", '{"format": "steady-log", "version": 9}'), ("restore", "no log")],
)
def test_a_file_that_is_none_of_ours_is_told_in_a_sentence_and_makes_no_log(command, content, tmp_path, paths, capsys):
    (tmp_path / "theirs").write_text(content)
    assert main([command, str(tmp_path / "theirs")]) == AT_FAULT
    printed, err = said(capsys)
    assert printed == ""
    assert len(err.splitlines()) == 1
    assert "Nothing has changed" in err
    assert "they never" not in err
    assert not paths.log_file.exists() or command == "restore"
