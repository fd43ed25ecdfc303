"""The folder of the built site: tried before it is emptied, and never left with half a site."""

from __future__ import annotations

import errno
from pathlib import Path

import pytest
from mkdocs.exceptions import Abort
from prongsai.build.site_folder import SiteFolder
from prongsai.exceptions import OutputError
from prongsai.plugin import ProngsaiPlugin

FULL = OSError(errno.ENOSPC, "No space left on device", "site/index.html")


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """Return the folder of a site that was built before."""
    (tmp_path / "site" / "maesai").mkdir(parents=True)
    (tmp_path / "site" / "index.html").write_text("x", encoding="utf-8")
    return tmp_path / "site"


def test_trial_leaves_nothing(site: Path, tmp_path: Path) -> None:
    """A folder that can be written is as it was; one that is not there is made."""
    SiteFolder(site).begin()
    SiteFolder(tmp_path / "new" / "site").begin()

    assert sorted(path.name for path in site.iterdir()) == ["index.html", "maesai"]
    assert list((tmp_path / "new" / "site").iterdir()) == []


def test_file_in_its_place_stays(tmp_path: Path) -> None:
    """What is no folder is told with its place and not touched."""
    (tmp_path / "site").write_text("x", encoding="utf-8")

    with pytest.raises(OutputError, match=r"เขียนเว็บไซต์ลงใน .*site ไม่ได้: มีไฟล์อยู่ในตำแหน่งที่ต้องเป็นโฟลเดอร์"):
        SiteFolder(tmp_path / "site").begin()

    assert (tmp_path / "site").read_text(encoding="utf-8") == "x"


def test_half_a_site_is_removed(site: Path) -> None:
    """A build that breaks off leaves no site that looks whole."""
    folder = SiteFolder(site)
    folder.begin()

    assert folder.explain(FULL) == (f"สร้างเว็บไซต์ไม่เสร็จ: site/index.html: ดิสก์เต็ม ล้าง {site} ซึ่งยังไม่ครบแล้ว แก้แล้วสั่งใหม่")
    assert list(site.iterdir()) == []


@pytest.mark.parametrize("ended", [False, True], ids=["not-begun", "ended"])
def test_whole_site_stays(site: Path, *, ended: bool) -> None:
    """What fails before or after MkDocs writes takes nothing away."""
    folder = SiteFolder(site)
    if ended:
        folder.begin()
        folder.end()

    assert folder.explain(FULL)
    assert (site / "index.html").is_file()


def test_other_faults_are_not_explained(site: Path) -> None:
    """A fault of a program is none of the system."""
    assert SiteFolder(site).explain(KeyError("x")) is None


def test_preview_shows_no_traceback(site: Path) -> None:
    """The live preview prints one for every error but this kind."""
    plugin = ProngsaiPlugin()
    plugin._site = SiteFolder(site)  # noqa: SLF001 - as it is while a build runs

    with pytest.raises(Abort) as raised:
        plugin.on_build_error(error=FULL)

    assert isinstance(raised.value, SystemExit)
