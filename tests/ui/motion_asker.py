"""Asks whether motion is to be reduced and prints each answer as a line, until the standard input ends.

In a process of its own: Qt connects to one session bus per process, once and for all.
"""

import sys

from PySide6.QtCore import QCoreApplication, QSocketNotifier

from steady.ui.motion import ask_reduced_motion


def main() -> None:
    """Ask, and print `asked` once the question is out."""
    application = QCoreApplication([])
    ask_reduced_motion(lambda reduced: print("reduced" if reduced else "full", flush=True), application)  # noqa: T201
    print("asked", "PySide6.QtDBus" in sys.modules, flush=True)  # noqa: T201 - whoever started it reads this
    notifier = QSocketNotifier(sys.stdin.fileno(), QSocketNotifier.Type.Read, application)
    notifier.activated.connect(application.quit)
    application.exec()


if __name__ == "__main__":
    main()
