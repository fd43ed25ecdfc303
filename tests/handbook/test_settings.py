"""The table of settings: every setting, with its real default."""

from __future__ import annotations

import pytest
from prongsai.handbook.settings import ABOUT, list_settings, render_settings
from prongsai.settings.options import ProngsaiConfig


def test_every_setting_is_described() -> None:
    """No setting of the plugin is left undocumented, and none is told that is not there."""
    assert list(ABOUT) == list_settings()


@pytest.mark.parametrize("name", list_settings())
def test_default_is_the_real_one(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """What the handbook calls the default is what the plugin takes where nothing is said."""
    for variable in ("PRONGSAI_PAPERS", "PRONGSAI_CACHE", "PRONGSAI_JOBS", "OFFLINE"):
        monkeypatch.delenv(variable, raising=False)
    config = ProngsaiConfig()
    config.load_dict({})
    config.validate()

    default = "เท่าจำนวนแกนของเครื่อง" if name == "jobs" else str(config[name]).lower()
    assert ABOUT[name].endswith(default)
    assert f"| `{name}` |" in render_settings()
