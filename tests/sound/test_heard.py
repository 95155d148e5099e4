import random

import pytest

from steady.sound.heard import FASTEST, JUMP_S, HeardClock

BLOCK_S = 0.02


def run(blocks: int, *, card_is_fast_by: float = 0.0, jitter_s: float = 0.0, clock: HeardClock | None = None):
    """Write so many blocks to a card; return how far each was from when it was truly heard, and how long it took."""
    clock = clock or HeardClock()
    noise = random.Random(1)  # noqa: S311 - jitter, not a secret
    errors, takes = [], []
    for block in range(blocks):
        now_s = 50.0 + block * BLOCK_S / (1.0 + card_is_fast_by)
        start_s, takes_s, _ = clock.block(now_s + noise.uniform(0.0, jitter_s), 0.1, BLOCK_S)
        errors.append(start_s - (now_s + 0.1))
        takes.append(takes_s)
    return errors, takes


def test_a_block_is_heard_after_all_that_is_queued():
    assert HeardClock().block(10.0, 0.2, BLOCK_S)[0] == pytest.approx(10.2)


def test_blocks_follow_each_other_without_a_gap():
    clock, before = HeardClock(), None
    for block in range(200):
        start_s, takes_s, jumped_s = clock.block(5.0 + block * 0.0203, 0.1, BLOCK_S)
        assert jumped_s == 0.0
        if before is not None:
            assert start_s == pytest.approx(before, abs=1e-9)
        before = start_s + takes_s


@pytest.mark.parametrize("fast_by", [-3e-4, 1e-4, 3e-4])
def test_a_card_whose_crystal_is_off_is_followed(fast_by):
    errors, _ = run(15_000, card_is_fast_by=fast_by)
    assert max(map(abs, errors)) < 0.005


def test_jitter_is_not_followed():
    errors, takes = run(3000, jitter_s=0.012)
    assert all(abs(takes_s / BLOCK_S - 1.0) <= FASTEST for takes_s in takes)
    assert max(errors[500:]) - min(errors[500:]) < 0.004


def test_one_late_block_is_no_jump_but_sound_that_stood_still_is():
    clock = HeardClock()
    run(50, clock=clock)
    late = [clock.block(51.0 + late_s, 0.1, BLOCK_S)[2] for late_s in (0.2, 0.02)]
    assert late == [0.0, 0.0]
    jumps = [clock.block(52.0 + block * BLOCK_S, 0.1, BLOCK_S)[2] for block in range(20)]
    assert len([jump for jump in jumps if jump]) == 1
    assert max(jumps) > JUMP_S
