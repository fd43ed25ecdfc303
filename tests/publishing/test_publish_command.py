"""``prongsai publish`` as it is typed."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from ftp_host import PASSWORD, USER, FtpHost
from prongsai.cli.main import cli
from published import NEW, OLD, read_site, write_site


def publish(*words: str) -> Result:
    """Type the command."""
    return CliRunner().invoke(cli, ["publish", *words])


def test_folder_is_published_twice(tmp_path: Path) -> None:
    """First everything, then what changed, then nothing; a dry run names each file."""
    site, target = write_site(tmp_path / "site", OLD), tmp_path / "web"

    first = publish(str(target), "--site", str(site))
    assert first.exit_code == 0, first.output
    assert "ส่ง 6 ไฟล์ (27 KB) ลบ 0 ไฟล์" in first.output
    assert "เป็นปัจจุบันอยู่แล้ว" in publish(str(target), "--site", str(site)).output

    other = write_site(tmp_path / "other", NEW)
    dry = publish(str(target), "--site", str(other), "--dry-run", "--in-place")
    assert dry.stdout.splitlines() == [
        "ส่ง a/index.html",
        "ส่ง assets/style.css",
        "ส่ง b/c/index.html",
        "ส่ง b/แผน ปี 2566.pdf",
        "ส่ง index.html",
        "ลบ a/withdrawn/index.html",
    ]
    assert "จะส่ง 5 ไฟล์ (160 KB) จะลบ 1 ไฟล์" in dry.stderr
    assert read_site(target) == OLD


@pytest.mark.parametrize(("head", "is_told"), [("", True), ('<link rel="canonical" href="https://x.example/">', False)])
def test_site_without_an_address_is_told(tmp_path: Path, head: str, *, is_told: bool) -> None:
    """Where pages do not know where they stand it is said what they lack, and they are published all the same."""
    page = f'{head}<link rel="stylesheet" href="assets/stylesheets/prongsai.css">'
    site = write_site(tmp_path / "site", {"index.html": page.encode()})

    result = publish(str(tmp_path / "web"), "--site", str(site))

    assert result.exit_code == 0
    assert ("คำเตือน: เว็บไซต์ไม่รู้ที่อยู่ของตนเอง" in result.stderr) is is_told
    assert "SITE_URL" in result.stderr or not is_told


def test_password_comes_from_the_environment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without a terminal and without the variable it is said how to give it; it is told or kept nowhere."""
    site, home = write_site(tmp_path / "site", OLD), tmp_path / "home"
    home.mkdir()
    host = FtpHost(home)
    host.start()
    target = f"ftp://{USER}@127.0.0.1:{host.port}/web"
    monkeypatch.delenv("PRONGSAI_PASSWORD", raising=False)

    without = publish(target, "--site", str(site))
    monkeypatch.setenv("PRONGSAI_PASSWORD", PASSWORD)
    result = publish(target, "--site", str(site))
    host.stop()

    assert "PRONGSAI_PASSWORD" in str(without.exception)
    assert result.exit_code == 0, result.output
    assert "ใช้ ftps:// แทน" in result.stderr
    assert read_site(home / "web") == OLD
    assert not any(PASSWORD.encode() in path.read_bytes() for path in tmp_path.rglob("*") if path.is_file())


def test_lost_line_says_what_to_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A server that is not there is told with the next step, without a traceback."""
    monkeypatch.setenv("PRONGSAI_PASSWORD", PASSWORD)
    site = write_site(tmp_path / "site", OLD)

    result = publish(f"ftps://{USER}@127.0.0.1:9/web", "--site", str(site))

    assert "127.0.0.1:9: เครื่องนี้ไม่มีบริการ FTP" in str(result.exception)
