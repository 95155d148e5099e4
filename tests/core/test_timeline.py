import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.core.breaths import BOX, LONGER_OUT, ONE_FRAME, SIGH, courses, patterns

from steady.core.breath import Act, Course
from steady.core.timeline import Timeline

moments_s = st.floats(0.0, 600.0)
FAST = LONGER_OUT.scaled(0.5)


@given(courses(), st.lists(moments_s, min_size=1, max_size=20))
def test_a_place_depends_on_the_moment_only_not_on_what_was_asked_before(course, asked_s):
    timeline = Timeline(course)
    for moment_s in asked_s:
        timeline.at(moment_s)

    assert timeline.at(asked_s[0]) == Timeline(course).at(asked_s[0])


@given(courses(), moments_s)
def test_no_frame_jumps_from_breath_to_breath(course, moment_s):
    timeline = Timeline(course)

    assert abs(timeline.fullness(moment_s + 1 / 240) - timeline.fullness(moment_s)) <= ONE_FRAME


@given(courses(), moments_s)
def test_every_moment_is_inside_its_breath(course, moment_s):
    place = Timeline(course).at(moment_s)

    assert place.breath_start_s - 1e-6 <= moment_s < place.breath_end_s + 1e-6


@given(courses())
def test_from_turn_to_turn_every_phase_comes_once_and_in_order(course):
    timeline = Timeline(course)
    turn_s, seen = 0.0, []
    for _ in range(40):
        place = timeline.at(turn_s)
        seen.append((place.breath, place.position.index))
        assert place.position.fraction < 1e-5
        turn_s = timeline.next_turn_s(turn_s)

    wanted = [(breath, index) for breath in range(40) for index in range(len(course.pattern(breath).phases))]
    assert seen == wanted[:40]


@given(courses(), moments_s)
def test_the_next_turn_is_always_later(course, moment_s):
    timeline = Timeline(course)

    assert timeline.next_turn_s(moment_s) > moment_s


@given(courses(), moments_s, patterns())
def test_a_change_leaves_the_breath_under_way_as_it_was(course, now_s, pattern):
    timeline, untouched = Timeline(course), Timeline(course)
    place = timeline.at(now_s)

    timeline.change_at_next_breath(now_s, Course.steady(pattern))

    for way in (0.0, 0.3, 0.99):
        moment_s = place.breath_start_s + way * (place.breath_end_s - place.breath_start_s)
        assert timeline.at(moment_s) == untouched.at(moment_s)
    after = timeline.at(place.breath_end_s + 0.01)
    assert after.breath == place.breath + 1
    assert after.position.phase == pattern.phases[0]


def test_a_change_exactly_at_a_turn_waits_for_the_breath_that_begins_there():
    timeline = Timeline(Course.steady(LONGER_OUT))

    timeline.change_at_next_breath(10.0, Course.steady(FAST))

    assert timeline.at(19.9).breath == 1
    assert timeline.at(20.0).breath_end_s == pytest.approx(25.0)


def test_the_last_of_two_changes_in_one_breath_holds():
    timeline = Timeline(Course.steady(LONGER_OUT))

    timeline.change_at_next_breath(3.0, Course.steady(BOX))
    timeline.change_at_next_breath(4.0, Course.steady(FAST))

    assert timeline.upcoming_pattern(5.0) == FAST
    assert timeline.at(12.0) == (1, FAST.at(2.0), 10.0, 15.0)


@given(courses(), moments_s, st.floats(0.0, 1.0))
def test_a_new_in_breath_starts_where_the_lungs_are(course, now_s, level):
    timeline = Timeline(course)

    timeline.begin_breath(now_s, course, level)

    assert timeline.fullness(now_s) == pytest.approx(level)
    assert timeline.at(now_s).position.phase.act is Act.INHALE
    assert timeline.last_cut_s(now_s + 1.0) == now_s


def test_what_was_breathed_before_a_new_in_breath_stays_as_it_was():
    timeline = Timeline(Course.steady(LONGER_OUT))

    timeline.begin_breath(12.5, Course.steady(BOX), 0.4)

    assert timeline.at(11.0) == Timeline(Course.steady(LONGER_OUT)).at(11.0)
    assert timeline.at(12.6).breath == 1
    assert timeline.next_turn_s(10.5) == 12.5


def test_a_new_in_breath_drops_a_change_that_was_waiting():
    timeline = Timeline(Course.steady(LONGER_OUT))
    timeline.change_at_next_breath(3.0, Course.steady(BOX))

    timeline.begin_breath(5.0, Course.steady(FAST), 0.9)

    assert timeline.upcoming_pattern(6.0) == FAST


def test_new_in_breaths_at_one_and_the_same_moment_leave_the_last():
    timeline = Timeline(Course.steady(LONGER_OUT))

    for level in (0.1, 0.2, 0.3):
        timeline.begin_breath(0.0, Course.steady(SIGH), level)

    assert timeline.fullness(0.0) == pytest.approx(0.3)
    assert timeline.at(SIGH.period_s).breath == 1


# -- where a practice may end ---------------------------------------------------------------------------------------


@given(courses(), moments_s)
def test_the_end_from_any_moment_is_where_a_breath_ends(course, moment_s):
    timeline = Timeline(course)

    end_s = timeline.breath_end_from(moment_s)

    place = timeline.at(end_s)
    assert place.breath_start_s == pytest.approx(end_s, abs=1e-6)
    assert moment_s - 1e-3 <= end_s <= moment_s + course.pattern(place.breath - 1).period_s + 1e-6


def test_a_breath_that_was_cut_short_ends_with_the_one_that_took_its_place():
    timeline = Timeline(Course.steady(LONGER_OUT))
    timeline.begin_breath(62.0, Course.steady(LONGER_OUT), 0.5)
    timeline.begin_breath(65.0, Course.steady(FAST), 0.5)

    assert timeline.breath_end_from(60.5) == pytest.approx(70.0)


def test_a_breath_begun_anew_a_moment_before_the_length_is_breathed_to_its_end():
    timeline = Timeline(Course.steady(LONGER_OUT))
    timeline.begin_breath(59.9995, Course.steady(FAST), 0.5)

    assert timeline.breath_end_from(60.0) == pytest.approx(64.9995)


def test_a_length_that_falls_on_a_turn_ends_there_however_sums_round():
    third = LONGER_OUT.scaled(1 / 3)

    assert Timeline(Course.steady(third)).breath_end_from(60.0) == pytest.approx(60.0)
    assert Timeline(Course.steady(third)).breath_end_from(60.0 - 1e-9) == pytest.approx(60.0)
    assert Timeline(Course.steady(third)).breath_end_from(60.0 + 1e-9) == pytest.approx(60.0)


def test_the_start_of_a_breath_follows_every_change():
    timeline = Timeline(Course.steady(LONGER_OUT))
    timeline.change_at_next_breath(12.0, Course.steady(FAST))

    assert [timeline.start_of_breath(breath) for breath in range(5)] == pytest.approx([0.0, 10.0, 20.0, 25.0, 30.0])


@given(courses(), st.integers(0, 10), st.floats(0.0, 0.99))
def test_what_is_left_goes_on_with_the_breath_that_was_interrupted(course, breath, way):
    timeline = Timeline(course)
    moment_s = course.start_s(breath) + way * course.pattern(breath).period_s

    rest = timeline.rest_of_course(moment_s)

    assert rest.pattern(0) == course.pattern(breath)
    assert rest.pattern(1) == course.pattern(breath + 1)


def test_what_is_left_after_a_change_that_waits_is_the_change():
    timeline = Timeline(Course.steady(LONGER_OUT))
    timeline.change_at_next_breath(3.0, Course.steady(FAST))

    assert timeline.rest_of_course(4.0).pattern(0) == FAST


def test_after_ten_days_a_breath_is_as_exact_as_the_first():
    timeline = Timeline(Course.steady(LONGER_OUT))

    place = timeline.at(864_000.0 + 2.0)

    assert place.breath == 86_400
    assert place.position.fullness == pytest.approx(0.5, abs=1e-9)


@given(courses(), courses(), st.integers(1, 400), st.floats(0.05, 20.0))
def test_frame_after_frame_finds_to_the_last_digit_what_one_look_finds(course, later, frames, changed_s):
    timeline, fresh = Timeline(course), Timeline(course)
    for each in (timeline, fresh):
        each.change_at_next_breath(changed_s, later)

    for frame in range(frames):
        timeline.at(frame * 0.04)
    moment_s = frames * 0.04

    assert timeline.at(moment_s) == fresh.frozen().at(moment_s)


@given(courses(), st.floats(min_value=0.0, max_value=400.0), st.floats(min_value=0.0, max_value=1.0))
def test_how_it_would_go_on_is_how_it_goes_on_and_changes_nothing_before(course, now_s, level):
    timeline, untouched = Timeline(course), Timeline(course)
    ahead = timeline.going_on(now_s, level)
    moments = [now_s + later_s for later_s in (0.0, 0.1, 3.0, 17.0, 90.0)]
    assert [timeline.at(at) for at in moments] == [untouched.at(at) for at in moments]
    assert ahead.changed_s == now_s

    timeline.begin_breath(now_s, timeline.rest_of_course(now_s), level)

    assert [ahead.at(at) for at in moments] == [timeline.at(at) for at in moments]
    assert timeline.changed_s == now_s
