"""What a second start costs: handing over to the window that is open, against a Python that does nothing.

And what it costs where the first Steady hangs: 300 ms, after which a window opens anyway.
"""

import argparse
import os
import signal
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from measure import Finding, ask_command, environment, fresh_dir, in_turn, spread, tell
from steady.handover import find_address

BOUND = 5.0
HANG_MS = 300.0
HANG_SLACK_MS = 50.0
"""How much later than asked a busy machine may wake a process; the wait itself is Steady's."""
PATIENCE_S = 60.0

NOTHING = [sys.executable, "-c", "pass"]
AS_INSTALLED = "import sys; from steady.cli import main; sys.exit(main())"
"""What pip writes into the `steady` command."""
ASK_ONLY = """
import os, sys, time
from steady import handover
started_s = time.monotonic()
found = handover.enter(sys.argv[1], os.environ)
waited_ms = (time.monotonic() - started_s) * 1000.0
found.close()
print('{"waited_ms": %f, "opens_anyway": %s}' % (waited_ms, str(found.first_is_silent).lower()))
"""


def plain_start() -> list[str]:
    """Return the command of a plain start, as an installed Steady is started."""
    script = Path(sys.executable).with_name("steady")
    return [sys.executable, str(script)] if script.is_file() else [sys.executable, "-c", AS_INSTALLED]


def wall_ms(command: list[str], env: Mapping[str, str]) -> float:
    """Run a command that must end well and return how long it took."""
    started_s = time.perf_counter()
    subprocess.run(command, check=True, env=env, stdout=subprocess.DEVNULL)
    return (time.perf_counter() - started_s) * 1000.0


@contextmanager
def first_steady(folder: Path, env: Mapping[str, str]) -> Iterator[subprocess.Popen[bytes]]:
    """Have a window open on that folder, and answering."""
    address = find_address(str(folder), env)
    if address is None:
        raise SystemExit("There is no safe place for a socket here, so there is no handover.")
    first = subprocess.Popen(plain_start(), env=env, stderr=subprocess.DEVNULL)
    try:
        deadline_s = time.monotonic() + PATIENCE_S
        while not Path(address.socket).exists() or not _answers(folder, env):
            if first.poll() is not None or time.monotonic() > deadline_s:
                raise SystemExit("The first window did not open.")
            time.sleep(0.1)
        yield first
    finally:
        first.send_signal(signal.SIGCONT)
        first.terminate()
        first.wait(PATIENCE_S)


def _answers(folder: Path, env: Mapping[str, str]) -> bool:
    answer = ask_command([sys.executable, "-c", ASK_ONLY, str(folder)], env)
    return not answer["opens_anyway"]


def main() -> None:
    """Measure, in pairs."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pairs", type=int, default=25, help="how many starts of each")
    parser.add_argument("--short", action="store_true", help="five pairs: quick, and not to be quoted")
    options = parser.parse_args()
    pairs = 5 if options.short else options.pairs
    if os.name != "posix":
        raise SystemExit("This one stops and wakes processes by signals, which only POSIX systems have.")

    with fresh_dir() as folder:
        env = {**environment(), "STEADY_DATA_DIR": str(folder)}
        command = plain_start()
        with first_steady(folder, env) as first:
            nothing_ms, second_ms = in_turn(pairs, lambda: wall_ms(NOTHING, env), lambda: wall_ms(command, env))
            first.send_signal(signal.SIGSTOP)
            hung = [ask_command([sys.executable, "-c", ASK_ONLY, str(folder)], env) for _ in range(max(3, pairs // 5))]

    hung_ms = statistics.median(answer["waited_ms"] for answer in hung)
    opens = sum(answer["opens_anyway"] for answer in hung) / len(hung)
    ratio = statistics.median(second_ms) / statistics.median(nothing_ms)
    tell(
        "handover",
        [
            ("", "ms", "middle half"),
            ("python -c pass", statistics.median(nothing_ms), spread(nothing_ms)),
            ("second start", statistics.median(second_ms), spread(second_ms)),
            ("waits for a first one that hangs", hung_ms, ""),
        ],
        [
            Finding("second start, of `python -c pass`", ratio, BOUND),
            Finding("wait for a first one that hangs, ms", hung_ms, HANG_MS + HANG_SLACK_MS),
            Finding("share of those that open a window anyway", opens, 1.0, at_least=True),
        ],
        pairs=pairs,
        nothing_ms=nothing_ms,
        second_ms=second_ms,
    )


if __name__ == "__main__":
    main()
