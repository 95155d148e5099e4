import pytest

from steady.core.errors import (
    ExerciseError,
    Fault,
    InputError,
    LogUnavailable,
    MachineError,
    SteadyError,
    UnknownExercise,
)


@pytest.mark.parametrize("error", [ExerciseError, UnknownExercise])
def test_what_was_written_or_asked_wrongly_is_no_fault_of_the_machine(error):
    assert issubclass(error, InputError)
    assert not issubclass(error, MachineError)


@pytest.mark.parametrize("fault", Fault)
def test_a_fault_of_the_machine_is_carried_as_its_name_not_as_a_message(fault):
    error = LogUnavailable(fault)

    assert error.fault is fault
    assert str(error) == fault.value


def test_one_name_catches_everything_steady_raises_on_purpose():
    for error in (InputError("This exercise is not here."), MachineError(Fault.DISK_FULL)):
        assert isinstance(error, SteadyError)
