"""The command ``prongsai pdf``: what it makes, what it tells, and how it ends."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from conftest import MADE_UP_PLANS
from prongsai.cli.exit_codes import FAILED, PROBLEMS
from prongsai.cli.main import cli, main

pytestmark = pytest.mark.slow

ADOPTION = "nongsaeng/announcements/adopt-2565"
FILES = "nongsaeng/announcements/nongsaeng-paper-adopt-2565"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Work in a project folder with one LAO that has one paper."""
    monkeypatch.chdir(tmp_path)
    source, target = MADE_UP_PLANS / "nongsaeng", tmp_path / "plans" / "nongsaeng"
    (target / "papers").mkdir(parents=True)
    text = "type: องค์การบริหารส่วนตำบล\nname: หนองแสงทอง\nprovince: สมมติ\nsample: ใช่\n"
    (target / "lao.yml").write_text(text, encoding="utf-8")
    shutil.copytree(source / "files", target / "files")
    shutil.copy(source / "papers" / "adopt-2565.yml", target / "papers")
    return tmp_path


def run(*arguments: str) -> Result:
    """Run ``prongsai pdf`` inside this process."""
    return CliRunner().invoke(cli, ["pdf", *arguments])


def test_made_files_are_told(folder: Path) -> None:
    """Each file is named on standard output, how many there are on the other."""
    result = run()

    assert result.exit_code == 0
    assert sorted(result.stdout.split()) == [f"content/{FILES}.docx", f"content/{FILES}.pdf"]
    assert "ทำใหม่ 2 ไฟล์" in result.stderr
    assert (folder / "content" / f"{FILES}.pdf").read_bytes().startswith(b"%PDF")


def test_nothing_to_do_is_told() -> None:
    """A second run names no file."""
    run()

    result = run()

    assert result.stdout == ""
    assert "ทำใหม่ 0 ไฟล์ ที่เหลือเป็นปัจจุบันอยู่แล้ว" in result.stderr


def test_unknown_paper_is_told(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A name that no paper has ends with one sentence and exit code 2, and prints nothing."""
    monkeypatch.setattr("sys.argv", ["prongsai", "pdf", "nongsaeng/2566-2570/"])

    with pytest.raises(SystemExit) as caught:
        main()

    assert caught.value.code == FAILED
    assert "ไม่มีเอกสาร “nongsaeng/2566-2570/”" in capsys.readouterr().err
    assert list((folder / "content").rglob("*.pdf")) == []


def test_bad_data_print_nothing(folder: Path) -> None:
    """With an error in the data the last good files stay."""
    run()
    before = (folder / "content" / f"{FILES}.pdf").read_bytes()
    paper = folder / "plans/nongsaeng/papers/adopt-2565.yml"
    text = paper.read_text(encoding="utf-8")
    paper.write_text(text.replace("30 กันยายน พ.ศ. 2565", "31 กันยายน พ.ศ. 2565"), encoding="utf-8")

    result = run()

    assert result.exit_code == PROBLEMS
    assert "ไม่ได้ทำเอกสารใด เอกสารเดิมยังอยู่ครบ" in result.stderr
    assert (folder / "content" / f"{FILES}.pdf").read_bytes() == before
