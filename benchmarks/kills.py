"""Two hundred deaths by kill -9 at random moments of writing: nothing that was said to be saved may be lost."""

import argparse
import os

from killing import kill_many
from measure import Finding, environment, fresh_dir, tell


def main() -> None:
    """Kill, and look each time."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kills", type=int, default=200, help="how many")
    parser.add_argument("--seed", type=int, default=1, help="of the moments, and of what is written")
    parser.add_argument("--short", action="store_true", help="twenty: quick, and not to be quoted")
    options = parser.parse_args()
    if os.name != "posix":
        raise SystemExit("This one waits for a pipe in a way that only POSIX systems have.")
    with fresh_dir() as folder:
        found = kill_many(20 if options.short else options.kills, folder / "data", options.seed, environment())
    tell(
        "kills",
        [("killed", found.kills), ("said to be saved", found.said), *(("lost", lost) for lost in found.lost[:20])],
        [
            Finding("lost of what was said to be saved", len(found.lost), 0),
            Finding("logs that SQLite finds unsound", len(found.unsound), 0),
            Finding("said to be saved, each kill", found.said / found.kills, 1.0, at_least=True),
        ],
        kills=found.kills,
        said=found.said,
        seed=options.seed,
    )


if __name__ == "__main__":
    main()
