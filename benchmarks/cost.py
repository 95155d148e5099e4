"""What breathing costs: CPU over whole breaths against the naive orb's, in turn; paints, lateness, pictures, memory."""

import argparse
import statistics

from measure import Finding, ask, tell

CPU_BOUND = 0.5
UNSEEN_BOUND = 0.1
PAINTS_BOUND = 24.0
LATE_BOUND = 0.01
PICTURE_BOUND_MB = 8.0
PSS_BOUND = 1.5


def main() -> None:
    """Measure Steady, the naive orb and the bare window, in turn."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--breaths", type=int, default=3, help="how many whole breaths of each to measure, in a round")
    parser.add_argument("--others", type=int, default=1, help="how many to watch, to minimise and to hide for, each")
    parser.add_argument("--rounds", type=int, default=4, help="how often, in turn: a machine gets quicker and slower")
    parser.add_argument("--short", action="store_true", help="one round of two breaths: quick, and not to be quoted")
    options = parser.parse_args()
    breaths, others, rounds = (2, 1, 1) if options.short else (options.breaths, options.others, options.rounds)

    ours, naive, bare = [], [], []
    for _ in range(rounds):
        ours.append(ask("steady_cost.py", "--breaths", breaths, "--others", others))
        naive.append(ask("naive_orb.py", "--breaths", breaths, "--ring-px", ours[-1]["ring_px"]))
        bare.append(ask("bare_window.py"))

    def middle(name: str) -> float:
        return float(statistics.median(answer[name] for answer in ours))

    naive_share = statistics.median(answer["cpu_share"] for answer in naive)
    cpu, minimised, hidden = (middle(name) for name in ("cpu_share", "minimised_cpu_share", "hidden_cpu_share"))
    memory_mb = {
        (who, kind): statistics.median(answer["memory_kb"][kind] for answer in answers) / 1024
        for who, answers in (("bare", bare), ("Steady", ours))
        for kind in ("pss", "rss")
    }
    pss, rss = (memory_mb["Steady", kind] / max(1.0, memory_mb["bare", kind]) for kind in ("pss", "rss"))
    pictures_mb: dict[str, float] = ours[-1]["picture_mb"]
    rows: list[tuple[object, ...]] = [
        ("", "% of a core", "of naive"),
        (f"naive, {naive[-1]['paints_per_s']:.0f} paints/s", naive_share * 100, ""),
        ("Steady, seen", cpu * 100, cpu / naive_share),
        ("Steady, minimised", minimised * 100, minimised / naive_share),
        ("Steady, hidden", hidden * 100, hidden / naive_share),
        ("", "MB", ""),
        *((f"{who}, {kind.upper()}", megabytes, "") for (who, kind), megabytes in memory_mb.items()),
        *((f"orb's picture at {size}", picture_mb, "") for size, picture_mb in pictures_mb.items()),
    ]
    findings = [
        Finding("CPU seen, of the naive orb's", cpu / naive_share, CPU_BOUND),
        Finding("CPU hidden, of the naive orb's", hidden / naive_share, UNSEEN_BOUND),
        Finding(
            "paints per second while the edge moves fast", middle("fast_paints_per_s"), PAINTS_BOUND, at_least=True
        ),
        Finding("share of frames late by more than 8 ms", middle("frames_late_share"), LATE_BOUND),
        Finding("largest picture kept, MB", max(pictures_mb.values()), PICTURE_BOUND_MB),
    ]
    if all(answer["minimised_is_unseen"] for answer in ours):
        findings.append(Finding("CPU minimised, of the naive orb's", minimised / naive_share, UNSEEN_BOUND))
    else:
        print("  Nothing minimises windows here (no window manager), so that bound is not told.")
    if memory_mb["bare", "pss"]:
        findings.append(Finding("PSS, of a bare window's", pss, PSS_BOUND))
    tell("cost", rows, findings, rounds=rounds, breaths=breaths, rss_ratio=rss, steady=ours, naive=naive, bare=bare)


if __name__ == "__main__":
    main()
