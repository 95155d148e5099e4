"""The breath that is there when no file is: whatever happened to the disk, the guide still breathes."""

from steady.core.breath import Act
from steady.core.exercise import Breathing, PaceSpec, PaceStart, PhaseSpec
from steady.texts import say
from steady.texts.store import StoreText


def meet_your_breath() -> Breathing:
    """Return "Meet your breath" without reading anything: from 3 in and 4 out to 4 in and 6 out."""
    return Breathing(
        format=1,
        title=say(StoreText.MEET_TITLE),
        summary=say(StoreText.MEET_SUMMARY),
        group="settle",
        minutes=5,
        phases=(PhaseSpec(Act.INHALE, 4.0, to=1.0), PhaseSpec(Act.EXHALE, 6.0, to=0.0)),
        pace=PaceSpec(PaceStart(3.0, 4.0)),
    )
