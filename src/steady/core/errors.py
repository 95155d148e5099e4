"""The exceptions of Steady, as a tree.

SteadyError                 anything Steady raises on purpose
├── InputError              what was asked or written is at fault; the message is one sentence for a person
│   ├── ExerciseError       an exercise file is at fault: names the file and the field
│   └── UnknownExercise     there is no exercise with that id
└── MachineError            the machine failed us; carries a Fault, which `texts` turns into a gentle sentence
    └── LogUnavailable      the log cannot be read or written just now

A bug of ours is none of these: it reaches the crash hook as whatever Python raised.
"""

import enum


class Fault(enum.Enum):
    """What a machine can do to us. Each is said once, quietly, or once an outage; the breathing goes on."""

    DISK_FULL = "disk-full"
    READ_ONLY = "read-only"
    LOG_LOCKED = "log-locked"
    LOG_CORRUPT = "log-corrupt"
    LOG_NEWER = "log-newer"
    LOG_UNREADABLE = "log-unreadable"
    LOG_STRANGE = "log-strange"
    IMPORT_CUT_SHORT = "import-cut-short"
    NO_EXERCISES = "no-exercises"
    BAD_EXERCISES = "bad-exercises"
    SETTINGS_UNREADABLE = "settings-unreadable"
    SETTINGS_UNSAVED = "settings-unsaved"
    OUR_BUG = "our-bug"
    FIRST_WINDOW_SILENT = "first-window-silent"
    SOUND_MISSING = "sound-missing"
    SOUND_NO_DEVICE = "sound-no-device"
    SOUND_BUSY = "sound-busy"
    SOUND_LOST = "sound-lost"

    @property
    def comes_again(self) -> bool:
        """Whether it passes and may come again: then each outage is said once, and whoever tells it knows one."""
        return self in (Fault.SOUND_NO_DEVICE, Fault.SOUND_BUSY, Fault.SOUND_LOST)


class SteadyError(Exception):
    """Anything Steady raises on purpose."""


class InputError(SteadyError):
    """What was asked or written is at fault. The message is one sentence for a person."""


class ExerciseError(InputError):
    """An exercise file is at fault."""


class UnknownExercise(InputError):
    """There is no exercise with that id."""


class MachineError(SteadyError):
    """The machine failed us."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(fault.value)
        self.fault = fault


class LogUnavailable(MachineError):
    """The log cannot be read or written just now."""
