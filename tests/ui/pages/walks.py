"""Walks to show on pages, on a clock and a log that a test holds in its hands."""

from collections.abc import Mapping, Sequence

from tests.clock import ManualClock
from tests.memory_log import MemoryLog
from tests.ui.fitting import faults, settle, show_active

from steady.core.events import Event
from steady.core.record import Kind, SessionRecord
from steady.core.settings import PauseKept, Settings
from steady.core.steps import Box, Facts, Name, Say, Step
from steady.core.walk import Walk
from steady.core.walk_session import WalkSession
from steady.store.last_resort import meet_your_breath
from steady.ui.pages.ground import GroundPage
from steady.ui.pages.steps import StepsPage
from steady.ui.shell import Shell
from steady.ui.steps.part import StepServices
from steady.ui.theme import DUSK

SENSES: Sequence[Step] = (
    Name(say="Three things you can see.", more=("Any three.",), count=3, sense="see", hint="press Space for each one"),
    Name(say="Two things you can hear.", count=2, sense="hear"),
    Say(say="Here you are, in this place.", more=("However many you found, it was the right number.",)),
)
BOXES = (
    Box("fact", "What is a fact?", "such as: I wrote at 6:10. No answer yet."),
    Box("story", "What does the story say?"),
    Box("else", "What else could it be?", "a long meeting, a flat battery, a need for quiet"),
    Box("unknown", "What is not known yet?", "write, or leave it empty"),
)
GUARD = "If the fact is that someone threatens, controls or hurts you, that is not a story."
THOUGHTS: Sequence[Step] = (
    Say(say="No word yet. And it hurts.", more=("You care, and you are waiting. That is hard.",) * 4),
    Facts(say="A late reply is a fact. Fear adds a story.", more=("Leave any box empty.",), boxes=BOXES, guard=GUARD),
    Say(say="One small thing, just for now."),
)


class Led:
    """A walk's session with the clock and the log it runs on."""

    def __init__(self, steps: Sequence[Step], kind: Kind) -> None:
        self.clock = ManualClock()
        self.log = MemoryLog()
        record = SessionRecord("1", self.clock.now(), "an-exercise", kind)
        self.session = WalkSession(Walk(steps), self.clock, self.log, record)
        self.walk = self.session.walk
        self.pause: PauseKept | None = None
        self.copied: list[str] = []
        self.turns: list[Event] = []

    def sound(self, *wanted: object) -> None:
        """Take what a step wants to sound, as a switch that is off does."""
        self.sounded = wanted

    def keep_pause(self, pause: PauseKept | None) -> None:
        """Keep a pause, as settings do."""
        self.pause = pause


def services(led: Led, *, settings: Settings | None = None, titles: Mapping[str, str] | None = None) -> StepServices:
    """Return what steps need from outside: the walk's own clock, and the breath that is always there."""
    return StepServices(
        "an-exercise",
        settings or Settings(),
        lambda: led.clock.read().monotonic_s,
        led.clock.now,
        lambda _id: meet_your_breath(),
        (titles or {}).get,
        kept_pause=lambda: led.pause,
        keep_pause=led.keep_pause,
        copy=led.copied.append,
        sound=led.sound,
        cue=led.turns.append,
    )


def in_window(qtbot, page, look):
    """Show a page in the real window, as a person finds it."""
    shell = Shell(look)
    qtbot.addWidget(shell, before_close_func=lambda _shell: page.leave())
    shell.show_page(page)
    show_active(qtbot, shell)
    page.enter()
    settle()
    return shell


def faults_on_the_way(qtbot, page: StepsPage, size_px: tuple[int, int]) -> list[str]:
    """Walk through a page that stands in a window of that size; return what is cut or too small at any step."""
    qtbot.addWidget(page)
    page.resize(*size_px)
    page.show()
    found = []
    for at in range(page.walk.count):
        settle()
        assert (page.width(), page.height()) == size_px
        found += [f"step {at}: {fault}" for fault in faults(page)]
        if not page.foot.geometry().contains(page.main.mapTo(page, page.main.rect().center())):
            found.append(f"step {at}: the way on is out of the foot")
        page.go_on()
    return found


def page_of(
    qtbot,
    *steps: Step,
    page_class: type[StepsPage] = GroundPage,
    settings: Settings | None = None,
    titles: Mapping[str, str] | None = None,
    ways_out: Sequence[str] = (),
):
    """Return a walk through these steps, its page, and the window that shows it."""
    led = Led(steps, Kind.GROUNDING)
    given = services(led, settings=settings, titles=titles)
    page = page_class(DUSK, "An exercise", "an-exercise", led.session, given, ways_out=ways_out)
    return led, page, in_window(qtbot, page, DUSK)
