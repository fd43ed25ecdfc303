"""Questions on a terminal: asked in Thai until the answer can be so; nobody is asked where nobody can answer."""

from __future__ import annotations

import sys

import click
import pytest
from prongsai.cli.asking import ask, check_date, confirm
from prongsai.exceptions import ProngsaiError


@pytest.fixture
def answers(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Sit at a terminal, and give these answers."""
    given: list[str] = []

    def prompt(question: str, default: str | None, type: type[str]) -> str:  # noqa: A002, ARG001 - click's name
        if not given:
            raise click.Abort
        return given.pop(0) or default or ""

    monkeypatch.setattr(click, "prompt", prompt)
    monkeypatch.setattr(sys.stdin, "isatty", lambda: True)
    return given


def test_wrong_answer_is_explained_and_asked_again(answers: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    """The second answer counts."""
    answers += ["31 กันยายน 2566", "30 กันยายน 2566"]

    assert ask(None, "วันที่", "--date", check=check_date) == "30 กันยายน 2566"
    assert "ไม่มีวันนี้ในปฏิทิน" in capsys.readouterr().out


def test_nothing_answered_takes_what_is_suggested(answers: list[str]) -> None:
    """At a terminal only."""
    answers.append("")

    assert ask(None, "วันที่", "--date", suggestion="1 มีนาคม 2567") == "1 มีนาคม 2567"


@pytest.mark.parametrize(("given", "expected"), [(["ใช่"], True), (["Y"], True), ([""], False), (["อืม", "ไม่"], False)])
def test_agreeing_takes_a_word(given: list[str], expected: bool, answers: list[str]) -> None:  # noqa: FBT001 - a case
    """Nothing is agreed to by accident."""
    answers += given

    assert confirm("บันทึกหรือไม่") is expected


def test_leaving_is_no_traceback(answers: list[str]) -> None:
    """Ctrl+C is a sentence."""
    assert answers == []
    with pytest.raises(ProngsaiError, match="ไม่มีอะไรถูกบันทึก"):
        confirm("บันทึกหรือไม่")


@pytest.fixture
def nobody(monkeypatch: pytest.MonkeyPatch) -> None:
    """Run from a script."""
    monkeypatch.setattr(sys.stdin, "isatty", lambda: False)


@pytest.mark.usefixtures("nobody")
def test_nobody_agrees_and_dates_are_not_guessed() -> None:
    """What is suggested to a person is not taken without one; a default is."""
    assert not confirm("บันทึกหรือไม่")
    assert ask(None, "ช่วงปี", "--period", default="2566-2570") == "2566-2570"
    with pytest.raises(ProngsaiError, match="ระบุด้วย --date"):
        ask(None, "วันที่", "--date", suggestion="1 มีนาคม 2567")
