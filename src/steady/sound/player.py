"""Plays on the sound card, from a thread of its own: renders ahead along the plan and writes, block after block.

Nothing of Qt, of a log or of the database is on that thread. Whoever calls only leaves a wish; whatever the card does,
the breathing never waits for it. This is the only file that names the library that speaks to the card.
"""

import subprocess
import sys
import threading
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from steady.core.cues import Mix
from steady.core.errors import Fault
from steady.core.score import Plan
from steady.sound.cards import Card, Cards, Library, NoSound
from steady.sound.wishes import Wishes

if TYPE_CHECKING:
    from steady.sound.renderer import Renderer

BLOCK_S = 0.03
"""How much is rendered and written at a time: the most that leaving quickly waits before it can begin to fade."""
RETRY_S = (0.0, 1.0, 2.0, 4.0, 8.0, 15.0, 30.0)
"""How long a card that failed is left alone before it is tried again, the last one over and over."""

WELL_S = 10.0
"""How long it must have played again for an outage to be over: a card that comes and goes is one outage."""

PROBE = "import sounddevice"
PROBE_S = 20.0


def load_library() -> Library:
    """Import the library. Raises OSError where PortAudio is not installed, or does not survive being looked into.

    WORKAROUND: on Linux PortAudio ends the whole process where ALSA has no configuration. So it is tried in a process
    of its own first, once, which costs this thread a quarter of a second.
    """
    if sys.platform == "linux":
        command = [sys.executable, "-P", "-c", PROBE]
        quiet = subprocess.DEVNULL
        tried = subprocess.run(command, check=False, timeout=PROBE_S, stdin=quiet, stdout=quiet, stderr=quiet)  # noqa: S603 - our own Python, and our own words
        if tried.returncode < 0:
            raise OSError(f"PortAudio ended by signal {-tried.returncode}")
    import sounddevice  # noqa: PLC0415 - 40 ms, and nothing before the first breath

    library: Library = sounddevice
    return library


class CardPlayer:
    """A `CuePlayer` for the sound card. Nothing is imported and no thread started before something is wanted.

    `now_s` reads the clock that plans are in. `tell` is given each fault, from the player's thread.
    """

    def __init__(
        self,
        now_s: Callable[[], float],
        tell: Callable[[Fault], None],
        load: Callable[[], Library] = load_library,
        make_renderer: "Callable[[int], Renderer] | None" = None,
    ) -> None:
        self._now_s = now_s
        self._tell = tell
        self._load = load
        self._make_renderer = make_renderer
        self._wishes = Wishes()
        self._thread: threading.Thread | None = None
        self._cards: Cards | None = None
        self._renderer: Renderer | None = None
        self._failures = 0
        self._played_s = 0.0
        self.ran_dry = 0
        """How many times the card ran out of sound."""
        self.rate_hz, self.latency_s = 0, 0.0
        """What the last card that was opened takes, and what it says of its latency."""

    # -- wishes, from any thread --------------------------------------------------------------------------------

    def play(self, plan: Plan, mix: Mix) -> None:
        """Sound with that plan from the next block on."""
        self._wishes.play(plan, mix)
        self._start()

    def rest(self) -> None:
        """Fade out softly."""
        self._wishes.rest()

    def hush(self) -> None:
        """Be silent at once."""
        self._wishes.hush()

    def duck(self, seconds: float) -> None:
        """Be quieter for so long."""
        self._wishes.duck(self._now_s() + seconds)

    def find_outputs(self, answer: Callable[[Sequence[str]], None]) -> None:
        """Call `answer` with the names of the outputs, from the player's thread."""
        self._wishes.ask(answer)
        self._start()

    def close(self, timeout_s: float) -> bool:
        """Be silent at once and end; wait for that at most so long. Returns whether the thread has ended."""
        self._wishes.close()
        if self._thread is None:
            return True
        self._thread.join(timeout_s)
        return not self._thread.is_alive()

    def _start(self) -> None:
        # A thread that a bug of ours ended does not end sound: the next wish has another.
        if (self._thread is None or not self._thread.is_alive()) and not self._wishes.closing:
            self._thread = threading.Thread(target=self._run, name="sound", daemon=True)
            self._thread.start()

    # -- the player's thread ------------------------------------------------------------------------------------

    def _run(self) -> None:
        while self._wishes.wait():
            try:
                self._serve()
            except NoSound as failure:
                self._give_up_for_now(failure.fault)
        if self._cards is not None:
            self._cards.close()

    def _serve(self) -> None:
        cards = self._known_cards()
        for answer in self._wishes.take_questions():
            answer(cards.names())
        wanted = self._wishes.wanted
        if wanted is not None:
            self._sound(cards, wanted[1].device)

    def _known_cards(self) -> Cards:
        if self._cards is None:
            try:
                self._cards = Cards(self._load())
            except (ImportError, OSError, subprocess.SubprocessError):  # the library, its own parts, or what tries it
                for answer in self._wishes.take_questions():
                    answer(())
                raise NoSound(Fault.SOUND_MISSING) from None
        else:
            try:
                self._cards.look_again()
            except self._cards.error:
                raise NoSound(Fault.SOUND_NO_DEVICE) from None
        return self._cards

    def _sound(self, cards: Cards, device: str) -> None:
        """Sound until nothing more is wanted, or another card is. Raises `NoSound`."""
        card = cards.open(device)
        self.rate_hz, self.latency_s = card.rate_hz, card.latency_s
        try:
            seen = self._write_on(cards, card, device)
            card.close()
        except cards.error:
            card.drop()
            raise NoSound(Fault.SOUND_LOST) from None
        self._wishes.is_done(seen, device)

    def _write_on(self, cards: Cards, card: Card, device: str) -> int:
        """Write until all is silent; return the version of the wishes that it is silent by."""
        from steady.sound.heard import HeardClock  # noqa: PLC0415 - with the first sound

        renderer = self._new_renderer(card.rate_hz)
        seen = self._wishes.follow(renderer, device, seen=None)
        renderer.make_ready()
        clock, count = HeardClock(), round(BLOCK_S * card.rate_hz)
        while True:
            now_s = self._now_s()
            seen = self._wishes.follow(renderer, device, seen)
            renderer.duck(under=now_s < self._wishes.ducked_until_s)
            if renderer.is_silent(now_s):
                return seen
            for answer in self._wishes.take_questions():
                answer(cards.names())
            start_s, takes_s, jumped_s = clock.block(now_s, card.queued_s(), BLOCK_S)
            if jumped_s:
                renderer.jump(jumped_s)
            if card.write(renderer.render(count, start_s, takes_s / count)):
                self.ran_dry += 1
            self._played_s += BLOCK_S
            if self._played_s >= WELL_S:
                self._failures = 0

    def _new_renderer(self, rate_hz: int) -> "Renderer":
        from steady.sound.renderer import Renderer  # noqa: PLC0415 - numpy, with the first sound

        if self._renderer is not None and self._renderer.rate_hz == rate_hz:
            self._renderer = self._renderer.afresh()
        else:
            self._renderer = (self._make_renderer or Renderer)(rate_hz)
        return self._renderer

    def _give_up_for_now(self, fault: Fault) -> None:
        if self._failures == 0:  # one sentence an outage: what comes after the first is the same thing
            self._tell(fault)
        self._wishes.wait_to_retry(RETRY_S[min(self._failures, len(RETRY_S) - 1)])
        self._failures += 1
        self._played_s = 0.0
