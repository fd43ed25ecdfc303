"""Whatever goes wrong, the command tells it in Thai and ends with exit code 2."""

from __future__ import annotations

import sys
from unittest.mock import Mock

import pytest
from prongsai.cli.exit_codes import FAILED
from prongsai.cli.main import cli, main


@pytest.fixture
def fail(monkeypatch: pytest.MonkeyPatch) -> Mock:
    """Return what the command raises when it runs, to be set."""
    fail = Mock()
    monkeypatch.setattr(cli, "invoke", fail)
    monkeypatch.setattr(sys, "argv", ["prongsai", "check"])
    return fail


@pytest.mark.parametrize(
    ("fault", "told"),
    [
        (OSError(28, "No space left on device", "content/a.md"), "content/a.md: ดิสก์เต็ม\n"),
        (OSError(30, "Read-only file system"), "เขียนผลลัพธ์ไม่ได้: ดิสก์นี้อ่านได้อย่างเดียว\n"),
        (KeyError("x"), "โปรแกรมผิดพลาดเอง (KeyError: 'x')\nโปรดแจ้งผู้ดูแลโปรแกรม "),
    ],
    ids=["full", "read-only", "fault-of-ours"],
)
def test_failure_is_one_sentence(fail: Mock, capsys: pytest.CaptureFixture[str], fault: Exception, told: str) -> None:
    """No traceback, and nothing on standard output."""
    fail.side_effect = fault

    with pytest.raises(SystemExit) as ended:
        main()

    captured = capsys.readouterr()
    assert (ended.value.code, captured.out) == (FAILED, "")
    assert captured.err.startswith(f"ทำงานต่อไม่ได้: {told}")
    assert "Traceback" not in captured.err


def test_fault_of_ours_shows_its_place_when_asked(fail: Mock, monkeypatch: pytest.MonkeyPatch) -> None:
    """Who mends the program needs the traceback."""
    fail.side_effect = KeyError("x")
    monkeypatch.setenv("PRONGSAI_TRACEBACK", "1")

    with pytest.raises(KeyError):
        main()
