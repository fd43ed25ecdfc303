"""What many tests need: a site as an LAO has it, the made-up LAOs, a browser."""

from __future__ import annotations

import fcntl
import functools
import http.server
import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings
from playwright.sync_api import Browser, Page, expect, sync_playwright
from prongsai.places import STARTER

if TYPE_CHECKING:
    from printed_papers import PrintedPaper

ROOT = Path(__file__).parents[1]
MADE_UP_PLANS = ROOT / "tests" / "plans"

# A busy machine may take long over one example; what is tested is the result.
settings.register_profile("prongsai", deadline=None)
settings.load_profile("prongsai")
expect.set_options(timeout=30_000)


class Site:
    """A folder as an LAO has it: the settings that the package starts one with, and data; all else is the package's."""

    def __init__(self, folder: Path) -> None:
        """Set up the folder with empty ``plans/``, or take one that is there."""
        self.folder = folder
        self.plans = folder / "plans"
        self.content = folder / "content"
        self.built = folder / "site"
        if not folder.exists():
            shutil.copytree(STARTER, folder)

    def set(self, text: str) -> None:
        """Replace ``mkdocs.yml``."""
        (self.folder / "mkdocs.yml").write_text(text, encoding="utf-8")

    def add(self, *folders: Path) -> None:
        """Copy LAO folders into ``plans/``."""
        for source in folders:
            shutil.copytree(source, self.plans / source.name)

    def build(self, *, strict: bool = True, papers: bool = False, **settings: str) -> subprocess.CompletedProcess[str]:
        """Run ``mkdocs build`` as web staff do.

        ``strict`` makes warnings fail, ``papers`` prints PDF and Word files, ``settings`` are of the environment.
        """
        printing = {"PRONGSAI_PAPERS": "build" if papers else "never"}
        return subprocess.run(
            [sys.executable, "-m", "mkdocs", "build", *(["--strict"] if strict else [])],
            cwd=self.folder,
            env={**get_fixed_environment(), **printing, **settings},
            capture_output=True,
            encoding="utf-8",
            check=False,
        )

    def read(self, address: str) -> str:
        """Return the HTML at an address of the built site; a space that does not break is a space."""
        return (self.built / address / "index.html").read_text(encoding="utf-8").replace("\u00a0", " ")


def get_fixed_environment() -> dict[str, str]:
    """Return the environment on 1 May 2568."""
    return {**os.environ, "SOURCE_DATE_EPOCH": "1746032400"}


# What takes seconds: whole builds, a browser, papers that are printed. ``make quick`` leaves it out.
_SLOW_FIXTURES = frozenset({"browser", "made_up_site", "printed"})


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark slow tests by what they ask for, and keep those together that share something dear."""
    for item in items:
        names = frozenset(getattr(item, "fixturenames", ()))
        if names & _SLOW_FIXTURES:
            item.add_marker(pytest.mark.slow)
        if "printed" in names:
            item.add_marker(pytest.mark.xdist_group("printed"))
        elif _has_own_fixture(item):
            item.add_marker(pytest.mark.xdist_group(item.nodeid.partition("::")[0]))


def _has_own_fixture(item: pytest.Item) -> bool:
    """Tell whether a test's module makes something once for all of its tests."""
    known = getattr(item, "_fixtureinfo", None)
    found = (made for each in known.name2fixturedefs.values() for made in each) if known else ()
    return any(made.scope != "function" and made.baseid == item.nodeid.partition("::")[0] for made in found)


@pytest.fixture(scope="session")
def made_up_site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """Build the site of the made-up LAOs once, whichever of the processes that test needs it first."""
    base = tmp_path_factory.getbasetemp()
    shared = base.parent if "PYTEST_XDIST_WORKER" in os.environ else base
    with (shared / "made-up.lock").open("wb") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        folder, done = shared / "made-up" / "project", shared / "made-up.done"
        site = Site(folder)
        if not done.exists():
            site.add(*sorted(folder for folder in MADE_UP_PLANS.iterdir() if folder.is_dir()))
            result = site.build(papers=True)
            assert result.returncode == 0, result.stderr
            done.touch()
    return site


@pytest.fixture(scope="session")
def printed() -> list[PrintedPaper]:
    """Print every paper of the made-up LAOs once."""
    from printed_papers import print_all  # noqa: PLC0415 - most tests need not wait for what it loads

    return print_all(MADE_UP_PLANS)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Start Chromium; its path is in the variable ``CHROMIUM`` (``make test`` finds it)."""
    path = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")
    assert path, "set CHROMIUM to the path of Chromium or Chrome"
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=path, args=["--no-sandbox", "--disable-gpu"])
        yield started
        started.close()


@pytest.fixture(scope="session")
def serve_folder() -> Iterator[functools.partial[str]]:
    """Return a function that serves a folder over HTTP on this machine and returns its address."""
    servers: list[http.server.ThreadingHTTPServer] = []

    def serve(folder: Path) -> str:
        handler = functools.partial(_QuietHandler, directory=str(folder))
        server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        servers.append(server)
        return f"http://127.0.0.1:{server.server_port}/"

    yield functools.partial(serve)
    for server in servers:
        server.shutdown()
        server.server_close()


@pytest.fixture(scope="session")
def made_up_address(made_up_site: Site, serve_folder: functools.partial[str]) -> str:
    """Serve the site of the made-up LAOs."""
    return serve_folder(made_up_site.built)


@pytest.fixture
def quiet_page(browser: Browser, made_up_address: str) -> Iterator[Page]:
    """Open a tab of a phone; no error, refused script, missing file or request to another host is allowed."""
    context = browser.new_context(viewport={"width": 360, "height": 800})
    page = context.new_page()
    faults: list[str] = []
    page.on("console", lambda message: faults.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on("request", lambda request: None if request.url.startswith(made_up_address) else faults.append(request.url))
    page.on("response", lambda response: faults.append(response.url) if response.status >= 400 else None)
    yield page
    context.close()
    assert faults == []


class _QuietHandler(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Say nothing."""
