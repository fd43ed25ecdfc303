"""What is typed wrongly behind ``prongsai`` is told in Thai."""

from __future__ import annotations

import pytest
from prongsai.cli.main import main


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("chek", "ไม่มีคำสั่ง “chek” น่าจะเป็น check"),
        ("check --laoo x", "ไม่มีตัวเลือก “--laoo” น่าจะเป็น --lao"),
        ("check --lao", "ตัวเลือก “--lao” ใช้ผิด"),
        ("check --format word", "ค่าของ --format ใช้ไม่ได้ เลือกได้จาก"),
        ("import a.txt --lao x --round 2567-13", "ค่าของ --round ใช้ไม่ได้ “2567-13”"),
        ("shards --runners สอง", "ค่าของ --runners ใช้ไม่ได้ ต้องเป็นจำนวนเต็มตั้งแต่ 1 ไม่เกิน 256\n"),
        ("check more", "มีคำที่เกินมา “more”"),
    ],
    ids=["command", "option", "no-value", "choice", "value", "number", "more"],
)
def test_faults_of_typing(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, typed: str, told: str
) -> None:
    """One Thai sentence, the way to the help, exit code 2."""
    monkeypatch.setattr("sys.argv", ["prongsai", *typed.split()])
    monkeypatch.setattr("os.dup2", lambda *_: None)  # the end of a process, whose streams pytest still needs

    with pytest.raises(SystemExit) as ended:
        main()

    output = capsys.readouterr().err
    assert ended.value.code == 2
    assert f"ทำงานต่อไม่ได้: {told}" in output
    assert "--help" in output


@pytest.mark.parametrize(
    ("typed", "code"), [("--help", 0), ("check --help", 0), ("", 2)], ids=["all", "one", "nothing"]
)
def test_help(monkeypatch: pytest.MonkeyPatch, typed: str, code: int) -> None:
    """The help is shown where it is asked for, and where nothing is typed."""
    monkeypatch.setattr("sys.argv", ["prongsai", *typed.split()])

    try:
        main()
        ended: object = 0
    except SystemExit as error:
        ended = error.code

    assert ended == code
