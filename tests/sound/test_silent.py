import inspect
import threading

from tests.sound.listening import score

from steady.core.cues import Mix
from steady.core.ports import CuePlayer
from steady.sound.player import CardPlayer
from steady.sound.silent import SilentPlayer


def test_a_silent_player_takes_every_wish_and_does_nothing():
    player: CuePlayer = SilentPlayer()
    before, outputs = threading.active_count(), []
    player.play(score(), Mix())
    player.rest()
    player.duck(1.0)
    player.hush()
    player.find_outputs(outputs.extend)
    assert player.close(0.0)
    assert threading.active_count() == before
    assert outputs == []


def test_it_is_a_player_like_the_other_one():
    def calls(kind: type) -> dict[str, list[str]]:
        methods = inspect.getmembers(kind, inspect.isfunction)
        return {name: list(inspect.signature(one).parameters) for name, one in methods if not name.startswith("_")}

    assert calls(SilentPlayer) == calls(CardPlayer)
    assert set(calls(CuePlayer)) == set(calls(SilentPlayer))
