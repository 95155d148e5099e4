"""Keys and what they do, and what there is to show."""

import pytest
from tests.terminal.people import a_few_times, a_session, an_exercise

from steady.core.errors import Fault
from steady.core.events import OPEN, Length, Outcome, Stage
from steady.terminal.canvas import WIDEST_LINE
from steady.terminal.guide import OFFER_S, SHORTEST_FRAME_S, Guide
from steady.terminal.whispers import Whispers
from steady.texts.faults import FaultText
from steady.texts.guide import Guide as Said


class Seat:
    """Someone in front of a guide: time passes, keys are pressed."""

    def __init__(self, clock, log, exercise=None, length=OPEN, **options):
        self.clock = clock
        self.whispers = Whispers()
        exercise = exercise or an_exercise()
        self.session = a_session(clock, log, exercise, length)
        self.guide = Guide(self.session, exercise, length, self.whispers, **options)
        self.guide.begin()

    def wait(self, seconds):
        self.clock.advance(seconds)
        self.guide.advance()
        return self.guide.scene()

    def press(self, key):
        self.guide.press(key)
        self.guide.advance()
        return self.guide.scene()

    @property
    def period_s(self):
        return self.session.practice.upcoming_pattern(self.clock.monotonic_s).period_s


@pytest.fixture
def seat(clock, log):
    return Seat(clock, log)


def test_it_says_each_phase_and_shows_how_full_the_lungs_are(seat):
    scene = seat.wait(1.0)
    assert (scene.words, scene.more) == (Said.BREATHE_IN, Said.GENTLE)
    assert scene.level == pytest.approx(0.5)
    assert scene.phase == pytest.approx(0.5)
    scene = seat.wait(1.5)
    assert (scene.words, scene.more) == ("Let it go", "thin and slow")


@pytest.mark.parametrize("key", ["space", "enter"])
def test_space_and_enter_pause_and_go_on_with_an_in_breath(seat, key):
    seat.wait(2.5)
    scene = seat.press(key)
    assert (scene.words, scene.phase) == (Said.PAUSED, None)
    assert seat.session.practice.stage is Stage.PAUSED
    seat.wait(600.0)
    assert seat.press(key).words == Said.BREATHE_IN


@pytest.mark.parametrize(("key", "slower"), [("left", True), ("down", True), ("right", False), ("up", False)])
def test_arrows_change_the_pace_from_the_next_breath(seat, key, slower):
    scene = seat.press(key)
    assert (seat.period_s > 5.0) is slower
    assert scene.more == (Said.SLOWER if slower else Said.FASTER)


def test_the_pace_has_its_limits_and_says_so(seat):
    for _ in range(40):
        scene = seat.press("right")
    assert seat.period_s >= 3.0 - 1e-9
    assert scene.more == Said.FASTEST


def test_stay_here_says_so(seat):
    assert seat.press("s").more == Said.STAYING


def test_four_presses_find_ones_own_pace(seat):
    assert seat.press("u").more == Said.TAP_FIRST
    for key in ("enter", "x", "space"):
        seat.press(key)
        seat.wait(4.0)
    assert "3 of 4" in seat.guide.scene().more
    scene = seat.press("enter")
    assert scene.more == Said.TAP_HEARD
    assert scene.words == Said.BREATHE_IN
    assert seat.session.practice.stage is Stage.BREATHING


def test_an_absurd_rhythm_changes_nothing_and_is_told_kindly(seat):
    seat.press("u")
    for _ in range(4):
        scene = seat.press("enter")
    assert seat.session.practice.stage is Stage.BREATHING
    assert scene.more == Said.TAP_TOO_FAST
    assert seat.period_s == pytest.approx(5.0)


def test_without_a_press_space_pauses_again(seat):
    seat.press("u")
    assert seat.wait(21.0).more == Said.TAP_TOO_FEW
    assert seat.press("space").words == Said.PAUSED


def test_presses_that_stop_change_nothing(seat):
    seat.press("u")
    seat.press("enter")
    assert seat.wait(21.0).more == Said.TAP_TOO_FEW
    assert seat.period_s == pytest.approx(5.0)


@pytest.mark.parametrize("key", ["q", "esc"])
def test_q_and_esc_leave_at_once_even_amid_presses(seat, key):
    seat.press("u")
    seat.press(key)
    assert seat.guide.over


def test_without_letters_only_letters_do_nothing(clock, log):
    seat = Seat(clock, log, letters=False)
    for key in ("u", "s", "q"):
        scene = seat.press(key)
        assert scene.words == Said.BREATHE_IN
    assert not seat.guide.over
    assert not any("Q" in hint or "U:" in hint for hint in scene.hints)
    seat.press("esc")
    assert seat.guide.over


@pytest.mark.parametrize("key", ["x", "other", "é", "tab"])
def test_keys_without_a_meaning_change_nothing(seat, key):
    before = seat.guide.scene()
    assert seat.press(key) == before


@pytest.mark.parametrize("key", ["space", "enter"])
def test_at_its_length_it_says_so_and_offers_more(clock, log, key):
    seat = Seat(clock, log, length=Length(breaths=2))
    scene = seat.wait(10.0)
    assert (scene.words, scene.more) == ("That was 2 breaths.", Said.REACHED_MORE)
    assert scene.hints[0].startswith("Space or Enter: a few more breaths")
    assert scene.status[0] == "Longer out · leave whenever you like"
    assert seat.press(key).words == Said.BREATHE_IN
    assert not seat.guide.over
    assert seat.wait(60.0).status[0] == "Longer out · 1 min · leave whenever you like"
    assert not seat.guide.over


@pytest.mark.parametrize("key", ["x", "left", "q", "esc"])
def test_any_other_key_is_done(clock, log, key):
    seat = Seat(clock, log, length=Length(breaths=2))
    seat.wait(10.0)
    seat.press(key)
    assert seat.guide.over


def test_left_alone_it_ends_by_itself(clock, log):
    seat = Seat(clock, log, length=Length(breaths=2))
    seat.wait(10.0)
    seat.wait(OFFER_S - 0.1)
    assert not seat.guide.over
    assert seat.guide.wait_s(40.0) == pytest.approx(0.1)
    seat.wait(0.1)
    assert seat.guide.over


def test_a_second_offer_waits_as_long_as_the_first(clock, log):
    seat = Seat(clock, log, length=Length(breaths=1))
    seat.wait(5.0)
    seat.wait(OFFER_S - 1.0)
    seat.press("space")
    seat.wait(30.0)
    assert not seat.guide.over


def test_breaths_that_are_done_a_few_times_are_not_offered_again(clock, log):
    seat = Seat(clock, log, a_few_times(), Length(breaths=4))
    scene = seat.wait(20.0)
    assert (scene.words, scene.more) == (Said.REST, Said.REST_MORE)
    assert not any("Space" in hint for hint in scene.hints)
    seat.press("space")
    assert seat.guide.over


def test_a_sleep_of_the_machine_pauses_and_waits_for_a_person(seat):
    seat.wait(1.0)
    seat.clock.sleep(3600.0)
    seat.guide.advance()
    scene = seat.guide.scene()
    assert (scene.words, scene.more) == (Said.PAUSED, Said.ASLEEP_MORE)


def test_a_fault_takes_the_second_line_once_and_only_while_there_are_breaths(seat):
    seat.press("space")
    seat.whispers.tell(Fault.DISK_FULL)
    assert seat.wait(1.0).more == Said.PAUSED_MORE
    assert seat.press("space").more == FaultText.DISK_FULL
    assert seat.wait(11.0).more == Said.GENTLE


def test_the_elapsed_time_can_be_hidden(clock, log):
    assert "0 min" in Seat(clock, log).guide.scene().status[0]
    assert not any("min" in line for line in Seat(clock, log, show_elapsed=False).guide.scene().status)


# -- when there is something new to draw -----------------------------------------------------------------------------


def frames(seat, steps, seconds):
    """Return how many frames a stretch of time takes, and by how much the level moves between them at most."""
    end_s, count, widest, level = seat.clock.monotonic_s + seconds, 0, 0.0, seat.guide.scene().level
    while seat.clock.monotonic_s < end_s - 1e-9:
        wait_s = min(seat.guide.wait_s(steps), end_s - seat.clock.monotonic_s)
        scene = seat.wait(wait_s)
        widest, level, count = max(widest, abs(scene.level - level)), scene.level, count + 1
    return count, widest


def test_at_most_twenty_frames_a_second(seat):
    count, _ = frames(seat, 1000.0, 5.0)
    assert count <= 5.0 / SHORTEST_FRAME_S + 4


def test_few_frames_where_the_shape_has_few_steps_and_none_is_skipped(seat):
    count, widest = frames(seat, 10.0, 5.0)
    assert count <= 2 * (WIDEST_LINE + 2)
    assert widest <= 0.1 + 0.02


def test_a_pause_settles_softly_and_then_stands_still(seat):
    seat.wait(2.0)
    seat.press("space")
    assert seat.guide.wait_s(40.0) == SHORTEST_FRAME_S
    seat.wait(2.0)
    assert seat.guide.wait_s(40.0) == seat.session.wait_s() > SHORTEST_FRAME_S


def test_a_turn_is_never_waited_past(seat):
    for _ in range(200):
        wait_s = seat.guide.wait_s(3.0)
        assert wait_s <= seat.session.wait_s() + 1e-9
        seat.wait(wait_s)


def test_the_row_tells_how_it_went(clock, log):
    seat = Seat(clock, log, length=Length(breaths=2))
    seat.wait(10.0)
    seat.press("space")
    seat.wait(5.0)
    seat.session.end()
    assert (log.last.outcome, log.last.breaths) == (Outcome.COMPLETED, 3)


def test_without_motion_there_is_something_new_to_show_eight_times_a_phase(clock, log):
    seat = Seat(clock, log, still=True)
    assert seat.guide.scene().still
    waits = []
    while seat.session.practice.breaths(clock.monotonic_s) < 1:
        waits.append(seat.guide.wait_s(1000.0))
        seat.wait(waits[-1])
    assert len(waits) == pytest.approx(16, abs=2)
    seat.press("space")
    seat.wait(0.1)
    assert seat.guide.wait_s(1000.0) > 1.0
