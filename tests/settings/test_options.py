"""The plugin's own settings, from ``mkdocs.yml`` and from the environment."""

from __future__ import annotations

import pytest
from prongsai.settings.options import ProngsaiConfig


def read(**given: object) -> tuple[ProngsaiConfig, list[str]]:
    """Return the settings and what is wrong with them."""
    config = ProngsaiConfig()
    config.load_dict(given)
    errors, _ = config.validate()
    return config, [str(error) for _, error in errors]


@pytest.fixture(autouse=True)
def quiet_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let no variable of whoever runs the tests tell anything."""
    monkeypatch.delenv("PRONGSAI_PAPERS", raising=False)
    monkeypatch.delenv("PRONGSAI_CARDS", raising=False)
    monkeypatch.delenv("OFFLINE", raising=False)


def test_no_setting_is_needed() -> None:
    """Plans lie in ``plans``, papers are made by a build, pages have pictures for previews, the site is for a server."""
    config, errors = read()

    assert errors == []
    assert (config.plans, config.papers, config.cards, config.offline) == ("plans", "build", "all", False)


def test_environment_tells_what_the_file_leaves_open(monkeypatch: pytest.MonkeyPatch) -> None:
    """The variables set papers, pictures for previews and the copy for a folder."""
    monkeypatch.setenv("PRONGSAI_PAPERS", "never")
    monkeypatch.setenv("PRONGSAI_CARDS", "reports")
    monkeypatch.setenv("OFFLINE", "TRUE")

    config, _ = read()

    assert (config.papers, config.cards, config.offline) == ("never", "reports", True)


def test_file_wins_over_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """What ``mkdocs.yml`` says holds, false as well."""
    monkeypatch.setenv("PRONGSAI_PAPERS", "never")
    monkeypatch.setenv("OFFLINE", "true")

    config, _ = read(papers="always", offline=False)

    assert (config.papers, config.offline) == ("always", False)


@pytest.mark.parametrize(
    ("given", "error"),
    [
        ({"papers": "sometimes"}, "ไม่รู้จัก “sometimes” เขียน build, always หรือ never"),
        ({"cards": True}, "ไม่รู้จัก “True” เขียน all, reports หรือ never"),
        ({"offline": "maybe"}, "ไม่รู้จัก “maybe” เขียน true หรือ false"),
        ({"plans": ["plans"]}, "ไม่ใช่ชื่อโฟลเดอร์"),
        ({"plans": " "}, "ไม่ใช่ชื่อโฟลเดอร์"),
        ({"synonyms": "รถขยะ"}, "เขียนเป็นรายการ บรรทัดละกลุ่ม"),
        ({"synonyms": [["รถขยะ"]]}, "ไม่ใช่กลุ่มคำ เขียนตั้งแต่ 2 คำ"),
        ({"synonyms": [["รถขยะ", 7]]}, "“7” ในกลุ่ม"),
        ({"synonyms": [["รถขยะ", "ก."]]}, "“ก.” ในกลุ่ม"),
    ],
    ids=["papers", "cards", "offline", "list", "blank", "no-list", "one-word", "number", "short-word"],
)
def test_wrong_value_is_told_in_thai(given: dict[str, object], error: str) -> None:
    """The value found and those that may be written are told."""
    _, errors = read(**given)

    assert [error in text for text in errors] == [True]


def test_wrong_variable_is_told_by_name(monkeypatch: pytest.MonkeyPatch) -> None:
    """A value from the environment is told with its variable."""
    monkeypatch.setenv("PRONGSAI_PAPERS", "no")

    _, errors = read()

    assert "ตัวแปร PRONGSAI_PAPERS" in errors[0]
