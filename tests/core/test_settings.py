import msgspec
import pytest

from steady.core.settings import Form, Look, Motion, Settings


def test_out_of_the_box_nothing_is_chosen_for_the_person():
    settings = Settings()

    assert (settings.form, settings.motion, settings.look) == (Form.AUTO, Motion.SYSTEM, Look.SYSTEM)
    assert settings.length_minutes is settings.length_breaths is None
    assert not settings.length_open
    assert settings.text_percent == 100


def test_only_what_differs_from_the_defaults_is_kept():
    assert msgspec.json.encode(Settings()) == b"{}"
    assert msgspec.json.encode(Settings(letter_keys=False)) == b'{"letter_keys":false}'


def test_settings_come_back_as_they_were_kept():
    settings = Settings(form=Form.WAVE, look=Look.DAWN, length_minutes=2.5, cautions_seen=("box",), region="GB")

    assert msgspec.json.decode(msgspec.json.encode(settings), type=Settings) == settings


def test_a_newer_steadys_settings_can_be_read():
    assert msgspec.json.decode(b'{"aurora": true, "look": "dawn"}', type=Settings) == Settings(look=Look.DAWN)


@pytest.mark.parametrize(
    "line",
    [
        "text_percent = 79",
        "text_percent = 201",
        "length_minutes = 0.4",
        "length_minutes = 121",
        "length_minutes = nan",
        "length_minutes = inf",
        "length_breaths = 0",
        "length_breaths = 1001",
        'form = "spiral"',
        'letter_keys = "yes"',
    ],
)
def test_a_value_out_of_range_is_refused_by_name(line):
    with pytest.raises(msgspec.ValidationError, match=line.split(" =")[0]):
        msgspec.toml.decode(line, type=Settings)


def test_settings_cannot_be_changed_in_place():
    with pytest.raises(AttributeError):
        Settings().text_percent = 120
