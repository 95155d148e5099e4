"""What each make target needs, and getting it in order."""

import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import environment
import libraries
from environment import Environment, SetupFailed
from steady.display_libraries import Use

FOLDER = Path(__file__).resolve().parents[2]
MAIN = Environment(FOLDER, ".venv")
CORE = Environment(FOLDER, ".venv-core")
INTERRUPTED = 130


class Target(NamedTuple):
    """What a make target needs: an environment, optional extras of ours in it, and libraries of the system."""

    environment: Environment
    extras: frozenset[str] = frozenset()
    draws: bool = False


TARGETS = {
    "run": Target(MAIN, draws=True),
    "bench": Target(MAIN, frozenset({"test"}), draws=True),
    "test": Target(MAIN, frozenset({"test"}), draws=True),
    "check": Target(MAIN, frozenset({"test", "check"})),
    "core": Target(CORE),
}


def prepare(arguments: Sequence[str]) -> int:
    """Set up for the one target that is named; return the exit code."""
    if len(arguments) != 1 or arguments[0] not in TARGETS:
        print(f"usage: python3 packaging/setup {'|'.join(TARGETS)}", file=sys.stderr)
        return 2
    name = arguments[0]
    target = TARGETS[name]
    try:
        if target.environment is CORE:
            environment.ensure_core(CORE)
        else:
            environment.ensure(MAIN, target.extras)
        if target.draws and sys.platform == "linux":
            libraries.ensure(_uses(name))
    except SetupFailed as failure:
        print(failure, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("Stopped. What is missing is set up the next time.", file=sys.stderr)
        return INTERRUPTED
    return 0


def _uses(name: str) -> list[Use]:
    """Return what libraries will be loaded for. Tests draw in memory; without a screen nothing is drawn at all."""
    shown = {Use.X11: "DISPLAY", Use.WAYLAND: "WAYLAND_DISPLAY"}
    screens = [use for use, variable in shown.items() if os.environ.get(variable)]
    if name == "run":
        return [*screens, Use.SOUND]
    return [Use.DRAW] if name == "test" else [Use.DRAW, *screens, Use.SOUND]
