"""The MkDocs plugin in the live preview: one save, one build; an error keeps the last good page."""

from __future__ import annotations

import queue
import re
import socket
import subprocess
import sys
import threading
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest
from conftest import MADE_UP_PLANS, Site, get_fixed_environment
from playwright.sync_api import Browser

pytestmark = pytest.mark.slow

TIMEOUT = 60.0


class Preview:
    """A running ``mkdocs serve`` whose log can be waited for."""

    def __init__(self, site: Site) -> None:
        """Start it and wait for the first build."""
        self.site = site
        with socket.create_server(("127.0.0.1", 0)) as free:
            port = free.getsockname()[1]
        self.process = subprocess.Popen(
            [sys.executable, "-m", "mkdocs", "serve", "--dev-addr", f"127.0.0.1:{port}"],
            cwd=site.folder,
            env={**get_fixed_environment(), "PYTHONUNBUFFERED": "1", "PYTHONWARNINGS": "default"},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
        )
        self._lines: queue.Queue[str] = queue.Queue()
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()
        self.seen: list[str] = []
        self.address = self.wait_for(r"Serving on (http://\S+)")[1]

    def _read(self) -> None:
        assert self.process.stdout is not None
        for line in self.process.stdout:
            self._lines.put(line)

    def wait_for(self, pattern: str) -> re.Match[str]:
        """Return the first log line from now on that matches."""
        while True:
            line = self._lines.get(timeout=TIMEOUT)
            self.seen.append(line)
            found = re.search(pattern, line)
            if found:
                return found

    def collect_quiet(self, seconds: float) -> list[str]:
        """Return the lines until nothing is logged for some seconds."""
        lines: list[str] = []
        while True:
            try:
                lines.append(self._lines.get(timeout=seconds))
            except queue.Empty:
                return lines

    def stop(self) -> None:
        """End it and read its log to the end."""
        self.process.terminate()
        self.process.wait(timeout=TIMEOUT)
        self._reader.join(timeout=TIMEOUT)
        assert self.process.stdout is not None
        self.process.stdout.close()

    def fetch(self, address: str) -> str:
        """Return a page of the preview."""
        with urllib.request.urlopen(self.address + address, timeout=TIMEOUT) as answer:  # noqa: S310 - our own preview
            return answer.read().decode()


def make_site(folder: Path) -> Site:
    """Return a project with a plan of the made-up LAO and a report."""
    site = Site(folder, has_handbook=False)
    site.add_one_round()
    return site


@pytest.fixture(scope="module")
def preview(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Preview]:
    """Start the preview on a free port; each test leaves the data in order."""
    started = Preview(make_site(tmp_path_factory.mktemp("preview") / "project"))
    yield started
    started.stop()


def replace(path: Path, old: str, new: str) -> None:
    """Save a file with one text replaced, in one step as editors do.

    Writing in place empties the file first; a preview that polls at that moment rightly sees two changes.
    """
    text = path.read_text(encoding="utf-8")
    assert old in text
    written = path.parents[3] / path.name  # outside the folders that are watched
    written.write_text(text.replace(old, new, 1), encoding="utf-8")
    written.replace(path)


def test_one_save_gives_one_build(preview: Preview) -> None:
    """A saved plan file rebuilds the site once, although it changes several generated pages."""
    before = len(preview.seen)

    replace(preview.site.plans / "nongsaeng" / "lao.yml", "name: หนองแสงทอง", "name: หนองแสงใหม่")
    preview.wait_for("Reloading browsers")
    after = preview.collect_quiet(1.5)  # three times what the preview waits from one look at the files to the next

    builds = [line for line in [*preview.seen[before:], *after] if "Building documentation" in line]
    assert len(builds) == 1
    assert "หนองแสงใหม่" in preview.fetch("nongsaeng/")


def test_new_page_of_a_person_is_noticed(preview: Preview) -> None:
    """It needs no other save, and no new start of the preview; it builds the site once."""
    before = len(preview.seen)

    written = preview.site.folder / "first.md"
    written.write_text("# ข่าวแรก\n", encoding="utf-8")
    (preview.site.content / "news").mkdir()
    written.replace(preview.site.content / "news" / "first.md")
    preview.wait_for("Reloading browsers")

    assert "ข่าวแรก" in preview.fetch("news/first/")
    builds = [line for line in [*preview.seen[before:], *preview.collect_quiet(1)] if "Building documentation" in line]
    assert len(builds) == 1


def test_preview_reloads_and_has_no_policy(preview: Preview) -> None:
    """The preview's pages carry the reloading script, which is inline, and so no policy that would refuse it."""
    page = preview.fetch("nongsaeng/")

    assert "livereload(" in page
    assert "Content-Security-Policy" not in page
    assert "assets/colours.css" in page
    assert "--md-primary-fg-color: #7a4b00" in preview.fetch("nongsaeng/assets/colours.css")


def test_error_is_told_and_the_last_good_page_stays(preview: Preview) -> None:
    """A wrong save is told with file and line; the pages stay as they were; the next right save mends it."""
    lao = preview.site.plans / "nongsaeng" / "lao.yml"
    replace(lao, "province:", "provinc:")
    preview.wait_for(r"plans/nongsaeng/lao\.yml:\d+:1: ข้อผิดพลาด: ไม่รู้จักคีย์ “provinc”")
    preview.wait_for("หน้าเดิมยังอยู่ครบ")
    preview.wait_for("Reloading browsers")
    assert "หนองแสง" in preview.fetch("nongsaeng/")

    replace(lao, "provinc:", "province:")
    preview.wait_for("Reloading browsers")

    assert not [line for line in [*preview.seen, *preview.collect_quiet(0.2)] if "Traceback" in line]


def test_build_stops_at_an_error_and_writes_nothing(tmp_path: Path) -> None:
    """``mkdocs build`` with an error ends with its Thai text, without a traceback, and leaves the pages alone."""
    site = Site(tmp_path / "project")
    site.add(MADE_UP_PLANS / "huaimai")
    assert site.build().returncode == 0
    before = {path: path.read_bytes() for path in site.content.rglob("*.md")}
    replace(site.plans / "huaimai" / "lao.yml", "province:", "provinc:")

    result = site.build()

    assert result.returncode != 0
    assert "ไม่รู้จักคีย์ “provinc”" in result.stderr
    assert "Traceback" not in result.stderr
    assert before == {path: path.read_bytes() for path in site.content.rglob("*.md")}


def test_a_saved_page_appears_where_the_reader_was(preview: Preview, browser: Browser) -> None:
    """The open page is loaded anew by itself, and stands as far down as before."""
    plan = preview.site.plans / "nongsaeng" / "2566-2570" / "plan.yml"
    page = browser.new_page(viewport={"width": 360, "height": 640})
    page.goto(preview.address + "nongsaeng/2566-2570/")
    page.evaluate("scrollTo(0, 700)")
    height = page.evaluate("scrollY")
    replace(plan, "หลักธรรมาภิบาล", "หลักธรรมาภิบาลที่ดี")
    page.wait_for_function("document.body.innerText.includes('หลักธรรมาภิบาลที่ดี')", timeout=1000 * TIMEOUT)
    page.wait_for_load_state()
    assert height > 600
    assert page.evaluate("scrollY") == height
    page.close()
    replace(plan, "หลักธรรมาภิบาลที่ดี", "หลักธรรมาภิบาล")
