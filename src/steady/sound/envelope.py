"""How loud, from moment to moment: the lung curve and the acts of the breath as arrays.

Pure: numbers in, arrays out. Everything that changes a loudness goes through `eased`, whose slope is 0 at both ends.
"""

import math
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from steady.core.breath import Act
from steady.core.score import Plan, Stretch

Floats = NDArray[np.floating[Any]]
"""Numbers of any precision, shape (n,): moments, frequencies, shares."""
Mono = NDArray[np.float32]
"""Samples of one channel, shape (n,), from -1 to 1; or factors, one a sample."""
Stereo = NDArray[np.float32]
"""Samples, shape (n, 2), left and right, from -1 to 1."""

ACT_BLEND_S = 0.3
"""How long one act takes to become the next, to the ear; at most half of the new phase."""
BEGIN_S = 0.4
"""How long a plan takes to be there once it begins."""
END_S = 1.2
"""How long it takes to be gone once it ends."""
ACTS = (Act.INHALE, Act.HOLD, Act.EXHALE)


def eased(progress: Floats) -> Mono:
    """Return half a cosine from 0 to 1 over progress 0 to 1, flat outside: `core.breath.ease` for arrays."""
    turned = np.cos(np.clip(progress, 0.0, 1.0) * math.pi)
    return np.asarray((1.0 - turned) * 0.5, np.float32)


class Curve(NamedTuple):
    """A plan over some samples, the first at `start_s` on the clock and `step_s` apart. Arrays have shape (n,).

    `level`: fullness, 0 to 1. `weights`: how much each act of `ACTS` is heard, 0 to 1, together 1. `presence`: 0 before
    the plan begins and after it ends. `stretches`: those that are under way here, in order; none after the end.
    """

    start_s: float
    step_s: float
    level: Mono
    weights: tuple[Mono, Mono, Mono]
    presence: Mono
    stretches: tuple[Stretch, ...]

    @property
    def count(self) -> int:  # type: ignore[override]  # samples: nobody counts values in this tuple
        """How many samples it covers."""
        return len(self.level)

    @property
    def times_s(self) -> Floats:
        """When each sample is heard, in seconds of the clock."""
        return self.start_s + np.arange(len(self.level)) * self.step_s


def curve(plan: Plan, start_s: float, step_s: float, count: int) -> Curve:
    """Return the plan over `count` samples, the first at `start_s` on the clock and `step_s` apart."""
    level = np.zeros(count, np.float32)
    weights = np.zeros((len(ACTS), count), np.float32)
    stretches: list[Stretch] = []
    at = 0
    while at < count:
        now_s = start_s + at * step_s
        stretch, until = _under_way(plan, now_s, start_s + count * step_s)
        upto = min(count, max(at + 1, math.ceil((until - start_s) / step_s)))
        if stretch is not None:
            if now_s < stretch.end_s:
                stretches.append(stretch)
            times_s = start_s + np.arange(at, upto) * step_s - stretch.start_s
            span_s = max(stretch.end_s - stretch.start_s, step_s)
            rise = eased(times_s / span_s)
            level[at:upto] = stretch.from_level + (stretch.to_level - stretch.from_level) * rise
            _weigh(weights[:, at:upto], plan, stretch, times_s)
        at = upto
    presence = _presence(plan, start_s, step_s, count)
    acts = (weights[0], weights[1], weights[2])
    return Curve(start_s, step_s, level, acts, presence, tuple(stretches))


def _under_way(plan: Plan, now_s: float, end_s: float) -> tuple[Stretch | None, float]:
    """Return the stretch at `now_s` and how far it reaches; after the plan's end the last one goes on being there."""
    stretch = plan.stretch(now_s)
    if stretch is not None:
        return stretch, stretch.end_s
    if plan.ends_s is not None and now_s >= plan.ends_s:
        return plan.stretch(plan.ends_s - 1e-3), end_s
    return None, end_s if plan.begins_s is None else min(end_s, plan.begins_s)


def _weigh(weights: NDArray[np.float32], plan: Plan, stretch: Stretch, times_s: Floats) -> None:
    """Let the act before become this one, from its first moment on."""
    blend_s = min(ACT_BLEND_S, (stretch.end_s - stretch.start_s) / 2)
    now = ACTS.index(stretch.act)
    earlier = plan.stretch(stretch.start_s - 1e-3) if times_s[0] < blend_s else None
    if earlier is None or earlier.act is stretch.act:
        weights[now] = 1.0
        return
    share = eased(times_s / blend_s)
    weights[now] = share
    weights[ACTS.index(earlier.act)] = 1.0 - share


def _presence(plan: Plan, start_s: float, step_s: float, count: int) -> Mono:
    end_s = start_s + count * step_s
    begins_s, ends_s = plan.begins_s, plan.ends_s
    presence = np.ones(count, np.float32)
    if begins_s is not None and start_s < begins_s + BEGIN_S:
        presence *= eased((start_s - begins_s + np.arange(count) * step_s) / BEGIN_S)
    if ends_s is not None and end_s > ends_s:
        presence *= 1.0 - eased((start_s - ends_s + np.arange(count) * step_s) / END_S)
    return presence
