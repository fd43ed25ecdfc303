"""What many tests need: a site as an LAO has it, the made-up LAOs, a browser."""

from __future__ import annotations

import fcntl
import functools
import gc
import http.server
import os
import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from axe_playwright_python.sync_playwright import Axe
from compiled_templates import keep_compiled_templates
from hypothesis import settings
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright
from prongsai.places import STARTER
from runner import Ended, run_commands

if TYPE_CHECKING:
    from printed_papers import PrintedPaper

ROOT = Path(__file__).parents[1]
# Lets axe judge the contrast of the first only of texts that look alike, on grounds that do. What has a place of its own
# may lie over any ground; what axe passes over (hidden, switched off) stands for no other.
MARK_LOOKS = r"""place => {
  const GROUND = ["backgroundColor", "backgroundImage", "opacity", "filter", "mixBlendMode", "clipPath"];
  const BARE = "rgba(0, 0, 0, 0),none,1,none,normal,none";
  const PASSED_OVER = "[aria-hidden=true], [aria-disabled=true], :disabled, label, option";
  const isText = part => part.nodeType === Node.TEXT_NODE && /[\p{L}\p{N}]/u.test(part.data) && part.data.trim().length > 1;
  const seen = new Set();
  let grounds = 0;
  const mark = (element, ground) => {
    const style = getComputedStyle(element), own = GROUND.map(name => style[name]).join();
    if (own !== BARE) ground += `/${own}`;
    if (["absolute", "fixed"].includes(style.position)) ground += `/${grounds++}`;
    const look = [ground, element.localName, style.color, style.fontSize, style.fontWeight, style.textShadow].join();
    const isLook = element.closest(place) && [...element.childNodes].some(isText);
    const isJudged = isLook && element.checkVisibility({ visibilityProperty: true }) && !element.closest(PASSED_OVER);
    element.toggleAttribute("data-look", isLook && !(isJudged && seen.has(look)));
    if (isJudged) seen.add(look);
    for (const child of element.children) mark(child, ground);
  };
  mark(document.documentElement, "");
  axe.configure({ rules: [{ id: "color-contrast", selector: "[data-look], input, select, textarea" }] });
}"""
RUN_AXE = """([place, options]) => axe.run(place, options)
  .then(found => found.violations.map(fault => `${fault.id}: ${fault.nodes[0].html}`))"""
FIXED_DAY = {"SOURCE_DATE_EPOCH": "1746032400"}  # 1 May 2568
MADE_UP_PLANS = ROOT / "tests" / "plans"
# Records of the made-up LAO that tell of one round: what a test does not look at takes time in every build.
ONE_ROUND = (
    "lao.yml",
    "2566-2570/**/*.yml",
    "progress/2566-12.yml",
    "papers/[ao]*.yml",
    "papers/*-2566-12.yml",
    "files/**/*.*",
)

# A busy machine may take long over one example; what is tested is the result.
settings.register_profile("prongsai", deadline=None)
settings.load_profile("prongsai")
expect.set_options(timeout=30_000)
keep_compiled_templates()


class Site:
    """A folder as an LAO has it: the settings that the package starts one with, and data; all else is the package's."""

    def __init__(self, folder: Path, *, has_handbook: bool = True) -> None:
        """Set up the folder with empty ``plans/``, or take one that is there; the handbook tells nothing of the data."""
        self.folder = folder
        self.plans = folder / "plans"
        self.content = folder / "content"
        self.built = folder / "site"
        if not folder.exists():
            shutil.copytree(STARTER, folder)
            if not has_handbook:
                with (folder / "mkdocs.yml").open("a", encoding="utf-8") as settings:
                    settings.write("exclude_docs: /handbook/\n")

    def set(self, text: str) -> None:
        """Replace ``mkdocs.yml``."""
        (self.folder / "mkdocs.yml").write_text(text, encoding="utf-8")

    def add(self, *folders: Path) -> None:
        """Copy LAO folders into ``plans/``."""
        for source in folders:
            shutil.copytree(source, self.plans / source.name)

    def add_one_round(self, slug: str = "nongsaeng") -> Path:
        """Copy what the made-up LAO tells of one round, and return its folder."""
        source, target = MADE_UP_PLANS / "nongsaeng", self.plans / slug
        for path in (path for pattern in ONE_ROUND for path in source.glob(pattern)):
            copy = target / path.relative_to(source)
            copy.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(path, copy)
        return target

    def build(self, *, strict: bool = True, papers: bool = False, **settings: str) -> Ended:
        """Run ``mkdocs build`` as web staff do.

        ``strict`` makes warnings fail, ``papers`` prints PDF and Word files, ``settings`` are of the environment.
        """
        environment = {**FIXED_DAY, "PRONGSAI_PAPERS": "build" if papers else "never", "PRONGSAI_JOBS": "1"}
        command = ["mkdocs", "build", *(["--strict"] if strict else [])]
        [ended] = run_commands(self.folder, [command], environment | settings)
        return ended

    def take_papers(self, built: Site) -> None:
        """Begin with papers and charts of a built site: those whose words change are made anew, as is all else."""
        for path in built.content.rglob("*"):
            if path.suffix in {".pdf", ".docx", ".png", ".svg"} or path.name == ".prongsai.json":
                target = self.content / path.relative_to(built.content)
                target.parent.mkdir(parents=True, exist_ok=True)
                shutil.copy(path, target)

    def read(self, address: str) -> str:
        """Return the HTML at an address of the built site; a space that does not break is a space."""
        return (self.built / address / "index.html").read_text(encoding="utf-8").replace("\u00a0", " ")


def get_fixed_environment() -> dict[str, str]:
    """Return the environment on 1 May 2568."""
    return {**os.environ, **FIXED_DAY}


# What takes seconds: whole builds, a browser, papers that are printed. ``make quick`` leaves it out.
_SLOW_FIXTURES = frozenset({"browser", "made_up_site", "printed"})


# Files of tests go to the processes in the order of their tests: what takes longest begins first.
_LONGEST = ("test_browser.py", "test_same_site.py", "test_surroundings.py", "test_wheel.py")


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark slow tests by what they ask for, and bring the files that have some to the front."""
    for item in items:
        if _SLOW_FIXTURES & frozenset(getattr(item, "fixturenames", ())):
            item.add_marker(pytest.mark.slow)
    slow = {item.path for item in items if item.get_closest_marker("slow")}
    items.sort(key=lambda item: (item.path.name not in _LONGEST, item.path not in slow))


def pytest_configure() -> None:
    """Look for no garbage while the tests are loaded."""
    gc.disable()


def pytest_collection_finish() -> None:
    """Look for garbage seldom, and not in what was loaded: to pass over it again and again took a tenth of the time."""
    gc.enable()
    gc.freeze()
    gc.set_threshold(50_000, 20, 20)


@contextmanager
def make_once(factory: pytest.TempPathFactory, name: str) -> Iterator[tuple[Path, bool]]:
    """Give a folder that all processes of a run share, and whether it must be filled; meanwhile the others wait."""
    base = factory.getbasetemp()
    shared = base.parent if "PYTEST_XDIST_WORKER" in os.environ else base
    folder, done = shared / name, shared / f"{name}.done"
    with (shared / f"{name}.lock").open("wb") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield folder, not done.exists()
        done.touch()


@pytest.fixture(scope="session")
def made_up_site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """Build the site of the made-up LAOs once, whichever of the processes that test needs it first."""
    with make_once(tmp_path_factory, "made-up") as (folder, is_new):
        site = Site(folder / "project")
        if is_new:
            site.add(*sorted(folder for folder in MADE_UP_PLANS.iterdir() if folder.is_dir()))
            result = site.build(papers=True)
            assert result.returncode == 0, result.stderr
    return site


@pytest.fixture(scope="session")
def printed(tmp_path_factory: pytest.TempPathFactory) -> list[PrintedPaper]:
    """Print every paper of the made-up LAOs once."""
    from printed_papers import PrintedPaper, list_plan_documents, print_documents  # noqa: PLC0415 - few tests need them

    documents = list(list_plan_documents(MADE_UP_PLANS))
    with make_once(tmp_path_factory, "printed") as (folder, is_new):
        paths = [folder / f"{number}.pdf" for number in range(len(documents))]
        if is_new:
            folder.mkdir()
            for path, paper in zip(paths, print_documents(documents), strict=True):
                path.write_bytes(paper.unfinished)
    return [PrintedPaper(document, path.read_bytes()) for document, path in zip(documents, paths, strict=True)]


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


class Tab:
    """A tab of the browser that tests use one after the other: a new one takes it five times as long as a page does.

    Attributes:
        page: The page in it.
        messages: What the console was told, and errors of scripts.
        errors: Those of scripts alone.
        faults: Those of them that are errors, and addresses that were answered with one.
        addresses: What was asked for.
    """

    def __init__(self, context: BrowserContext) -> None:
        """Open it."""
        self.page = context.new_page()
        self.messages: list[str] = []
        self.errors: list[str] = []
        self.faults: list[str] = []
        self.addresses: list[str] = []
        self.page.on("console", lambda told: self._note(told.text, is_fault=told.type == "error"))
        self.page.on("pageerror", lambda error: self.errors.append(str(error)))
        self.page.on("pageerror", lambda error: self._note(str(error), is_fault=True))
        self.page.on("request", lambda request: self.addresses.append(request.url))
        self.page.on("response", lambda answer: self.faults.append(answer.url) if answer.status >= 400 else None)

    def _note(self, text: str, *, is_fault: bool) -> None:
        self.messages.append(text)
        if is_fault:
            self.faults.append(text)

    def clear(self, width: int = 360, height: int = 800, **looks: str) -> Tab:
        """Leave the page and what it kept, forget what was told, and look as a light phone does or as is said."""
        if self.page.url.startswith("http"):
            self.page.evaluate("localStorage.clear(), sessionStorage.clear()")
        if self.page.url != "about:blank":
            self.page.goto("about:blank")
        self.page.unroute_all()
        self.page.set_viewport_size({"width": width, "height": height})
        usual = {"media": "screen", "color_scheme": "light", "reduced_motion": "no-preference"}
        self.page.emulate_media(**{**usual, **looks})  # type: ignore[arg-type]
        for noted in (self.messages, self.errors, self.faults, self.addresses):
            noted.clear()
        return self

    def open(self, address: str) -> Page:
        """Return a page that was loaded with all that belongs to it."""
        self.page.goto(address, wait_until="load")
        return self.page

    def list_elsewhere(self, address: str) -> list[str]:
        """Return what was asked for at other places than those that begin so."""
        return [asked for asked in self.addresses if not asked.startswith((address, "about:"))]


def find_faults(page: Page, *rules: str, within: str = "html") -> list[str]:
    """Return what axe, or some of its rules, finds wrong on a page or a part of it, each with the first such element.

    Whether colours can be told apart, which takes it most of its time, is asked of the first of those that look alike.
    """
    options = {"resultTypes": ["violations"], "preload": False, **({"runOnly": list(rules)} if rules else {})}
    if page.evaluate("typeof axe === 'undefined'"):
        page.evaluate(Axe().axe_script)
    page.evaluate(MARK_LOOKS, within)
    return page.evaluate(RUN_AXE, [within, options])


@pytest.fixture(scope="session")
def kept_tab(browser: Browser) -> Tab:
    """Open the tab that tests take turns with."""
    return Tab(browser.new_context())


@pytest.fixture(scope="session")
def kept_plain_tab(browser: Browser) -> Tab:
    """Open one that runs no script."""
    return Tab(browser.new_context(java_script_enabled=False))


@pytest.fixture
def tab(kept_tab: Tab) -> Tab:
    """Hand over the tab as that of a phone, as if it were new but for the files that it need not fetch again."""
    return kept_tab.clear()


@pytest.fixture
def plain_tab(kept_plain_tab: Tab) -> Tab:
    """Hand over a tab that runs no script."""
    return kept_plain_tab.clear()


@pytest.fixture
def quiet_page(tab: Tab, made_up_address: str) -> Iterator[Page]:
    """Open a tab of a phone; no error, refused script, missing file or request to another host is allowed."""
    yield tab.page
    assert tab.faults == tab.list_elsewhere(made_up_address) == []


class _QuietHandler(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Say nothing."""

    def end_headers(self) -> None:
        """Let the browser keep what pages load, as servers of offices do: no folder changes while it is served."""
        if not self.path.partition("?")[0].endswith(("/", ".html")):
            self.send_header("Cache-Control", "max-age=600")
        super().end_headers()
