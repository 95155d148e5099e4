"""The system's own packages: which tool installs them, and installing them as root, through sudo, or not at all."""

import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from typing import NamedTuple


class Manager(NamedTuple):
    """A package manager: its name in `Library`, the program to look for, and the words before the packages."""

    name: str
    program: str
    install: tuple[str, ...]

    def command(self, packages: Sequence[str]) -> str:
        """Return the command as a person would type it."""
        return " ".join(("sudo", *self.install, *packages))


MANAGERS = (
    Manager("apt", "apt-get", ("apt-get", "install", "--no-install-recommends")),
    Manager("dnf", "dnf", ("dnf", "install")),
    Manager("pacman", "pacman", ("pacman", "-S", "--needed")),
    Manager("zypper", "zypper", ("zypper", "install")),
)

APT_SETTINGS = ("env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-qq", "-y", "-o", "DPkg::Lock::Timeout=120")


def package_manager() -> Manager | None:
    """Return this system's package manager, or None where it has one we do not know."""
    return next((manager for manager in MANAGERS if shutil.which(manager.program)), None)


def install(manager: Manager, packages: Sequence[str], *, what: str) -> bool:
    """Install them after saying so; where that may not be done from here, say the exact command. True once done."""
    prefix = _as_root()
    if manager.name != "apt" or prefix is None:
        print(f"Missing: {what}. This brings it:\n\n    {manager.command(packages)}\n", file=sys.stderr, flush=True)
        return False
    print(f"Missing: {what}. Installing with apt-get: {' '.join(packages)}", flush=True)
    wanted = [*prefix, *APT_SETTINGS, "install", "--no-install-recommends", *packages]
    if _run(wanted).returncode == 0:
        return True
    _run([*prefix, *APT_SETTINGS, "update"])
    done = _run(wanted)
    if done.returncode != 0:
        print(
            f"{done.stdout.rstrip()}\napt-get could not; by hand it is:\n\n    {manager.command(packages)}\n",
            file=sys.stderr,
        )
    return done.returncode == 0


def _as_root() -> list[str] | None:
    """Return the words that make a command run as root without a question, or None where there are none."""
    if os.geteuid() == 0:
        return []
    if shutil.which("sudo") and _run(["sudo", "-n", "true"]).returncode == 0:
        return ["sudo", "-n"]
    return None


def _run(command: Sequence[str]) -> subprocess.CompletedProcess[str]:
    streams = {"stdin": subprocess.DEVNULL, "stdout": subprocess.PIPE, "stderr": subprocess.STDOUT}
    return subprocess.run(command, check=False, text=True, **streams)
