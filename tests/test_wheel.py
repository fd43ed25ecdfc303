"""The package as it is installed: everything is in the wheel, and a site made from it is that of the checkout."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from conftest import MADE_UP_PLANS, ROOT, Site, get_fixed_environment, make_once

pytestmark = pytest.mark.slow

SITE_URL = "https://plans.example.go.th/"
FOLDERS = {"generator/prongsai/": "prongsai/", "theme/": "prongsai/theme/", "content/": "prongsai/content/"}
RECORDS = {
    "lao.yml": "type: เทศบาลตำบล\nname: บ้านดิน\nprovince: สมมติ\nsample: ใช่\nseal: files/seal.png\n",
    "2566-2570/plan.yml": "announcement: adopt\nprojects:\n  - {id: p01, number: 1, name: โครงการอบรม, mission: 1.1, budget: 100}\n",
    "papers/adopt.yml": "kind: ประกาศ\ndate: 27 กันยายน 2565\n",
    "progress/2566-12.yml": "projects:\n  - {project: p01, status: done, disbursed: 100, results: อบรมแล้ว, outcomes: รู้}\n",
}
GENERATED = ("content/index.md", "content/.prongsai.json", "content/maesai/index.md", "content/schemas/lao.schema.json")

# Loaded by every Python of the environment before anything else.
NO_NETWORK = """
import socket

def refuse(*_, **__):
    raise OSError("this test allows no network")

socket.getaddrinfo = socket.socket.connect = socket.socket.connect_ex = refuse
"""


def run(*command: str | Path, cwd: Path, **variables: str) -> str:
    """Run a command with nothing in its environment that could reach a package index or the checkout."""
    kept = {name: os.environ[name] for name in ("PATH", "HOME", "LANG", "TMPDIR", "SYSTEMROOT") if name in os.environ}
    result = subprocess.run(
        list(map(str, command)),
        cwd=cwd,
        env={**kept, "PIP_NO_INDEX": "1", "PIP_CONFIG_FILE": os.devnull, "PYTHONUTF8": "1", **variables},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert result.returncode == 0, result.stdout + result.stderr
    return result.stdout


def run_pip(*arguments: str | Path, cwd: Path) -> None:
    """Run pip with what builds the package taken from this environment, and nothing from elsewhere."""
    run(sys.executable, "-m", "pip", *arguments, "--no-deps", "--no-build-isolation", cwd=cwd)


@pytest.fixture(scope="module")
def checkout(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a copy of the checkout in which a site was built, so that generated pages stand beside the others."""
    with make_once(tmp_path_factory, "checkout") as (copy, is_new):
        for name in list_tracked() if is_new else ():
            (copy / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / name, copy / name)
        for name in GENERATED if is_new else ():
            (copy / name).parent.mkdir(parents=True, exist_ok=True)
            (copy / name).write_text('---\ngenerated: "prongsai"\n---\n', encoding="utf-8")
    return copy


def list_tracked() -> list[str]:
    """Return the files of the checkout that git tracks, or would if they were added."""
    command = ["git", "-c", "core.quotepath=off", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    names = subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", check=True).stdout.split("\0")
    return [name for name in names if name and (ROOT / name).is_file()]


@pytest.fixture(scope="module")
def wheel(checkout: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the wheel from the checkout."""
    with make_once(tmp_path_factory, "wheel") as (folder, is_new):
        if is_new:
            run_pip("wheel", "--wheel-dir", folder, checkout, cwd=checkout)
    [built] = folder.glob("*.whl")
    return built


def make_environment(folder: Path, package: Path) -> Path:
    """Return the Python of a new environment with the package, the libraries of this one, and no network."""
    run(sys.executable, "-m", "venv", "--without-pip", folder, cwd=folder.parent)
    python = find_python(folder)
    run_pip("--python", python, "install", package, cwd=folder)
    own = Path(run(python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))", cwd=folder).strip())
    libraries = [path for path in sys.path if path.endswith("-packages")]
    (own / "no_network.py").write_text(NO_NETWORK, encoding="utf-8")
    (own / "zz_libraries.pth").write_text("\n".join(["import no_network", *libraries]), encoding="utf-8")
    return python


def find_python(folder: Path) -> Path:
    """Return the Python of an environment."""
    return folder / ("Scripts" if os.name == "nt" else "bin") / "python"


@pytest.fixture(scope="module")
def python(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the Python of an environment into which the wheel was installed."""
    with make_once(tmp_path_factory, "environment") as (folder, is_new):
        return make_environment(folder, wheel) if is_new else find_python(folder)


def read_archive(path: Path) -> dict[str, bytes]:
    """Return the files of a wheel."""
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def read_folder(folder: Path) -> dict[str, bytes]:
    """Return the files below a folder, those whose names begin with a dot as well."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_wheel_holds_what_a_site_needs_and_nothing_else(wheel: Path) -> None:
    """Code, theme, hand-written pages and everything beside them are in it as git tracks them; no page of an LAO is."""
    files = {name: data for name, data in read_archive(wheel).items() if ".dist-info/" not in name}

    assert files == {
        new + name.removeprefix(old): (ROOT / name).read_bytes()
        for name in list_tracked()
        for old, new in FOLDERS.items()
        if name.startswith(old)
    }
    for name in (
        "theme/mkdocs_theme.yml",
        "theme/assets/fonts/sarabun-400.woff2",
        "content/how-to-read.md",
        "fonts/Sarabun-Regular.ttf",
        "outputs/schemas/plan.schema.json",
        "outputs/pages/templates/lao.md.jinja",
        "outputs/pdf/paper.typ",
        "records/frameworks/2566-2570.yml",
        "starter/mkdocs.yml",
        "starter/content/.gitignore",
        "py.typed",
    ):
        assert f"prongsai/{name}" in files


def test_source_archive_gives_the_same_wheel(checkout: Path, wheel: Path, tmp_path: Path) -> None:
    """Whoever builds from the published source has what the checkout gives."""
    run(sys.executable, "-m", "hatchling", "build", "-t", "sdist", "-d", tmp_path, cwd=checkout)
    [archive] = tmp_path.glob("*.tar.gz")
    run_pip("wheel", "--wheel-dir", tmp_path, archive, cwd=tmp_path)
    [built] = tmp_path.glob("*.whl")

    assert read_archive(built) == read_archive(wheel)


def test_environment_reaches_no_network(python: Path, tmp_path: Path) -> None:
    """The environment of these tests has the installed package, and refuses every connection."""
    place = run(python, "-c", "import prongsai; print(prongsai.__file__)", cwd=tmp_path)
    assert Path(place.strip()).is_relative_to(python.parents[1])

    with pytest.raises(AssertionError, match="this test allows no network"):
        run(python, "-c", "import urllib.request as r; r.urlopen('http://127.0.0.1:9/')", cwd=tmp_path)


def add_records(plans: Path) -> None:
    """Write the records of an LAO with a seal, a plan, a paper and a report."""
    folder = plans / "bandin"
    shutil.copytree(MADE_UP_PLANS / "nongsaeng" / "files", folder / "files")
    for name, text in RECORDS.items():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")


def test_site_of_the_wheel_is_that_of_the_checkout(python: Path, tmp_path: Path) -> None:
    """A folder of data and the package give the same pages, papers and files, byte by byte."""
    starter = run(python, "-c", "from prongsai.places import STARTER; print(STARTER)", cwd=tmp_path).strip()
    lao = tmp_path / "lao"
    shutil.copytree(starter, lao)
    site = Site(tmp_path / "checkout")
    add_records(lao / "plans")
    add_records(site.plans)
    day = get_fixed_environment()["SOURCE_DATE_EPOCH"]

    run(python, "-m", "mkdocs", "build", cwd=lao, SITE_URL=SITE_URL, SOURCE_DATE_EPOCH=day)
    result = site.build(strict=False, papers=True, SITE_URL=SITE_URL)

    assert result.returncode == 0, result.stderr
    built = read_folder(lao / "site")
    assert {"index.html", "sitemap.xml", "bandin/index.html", "how-to-read/index.html"} <= set(built)
    assert {".pdf", ".docx", ".png", ".svg", ".xlsx"} <= {Path(name).suffix for name in built}
    expected = read_folder(site.built)
    assert sorted(built) == sorted(expected)
    assert [name for name in built if built[name] != expected[name]] == []


def test_checkout_can_be_installed_as_it_is(checkout: Path, tmp_path: Path) -> None:
    """An editable install, as pip makes it, finds theme and pages in the checkout, and builds a site."""
    run(sys.executable, "-m", "hatchling", "build", "-t", "wheel:editable", "-d", tmp_path, cwd=checkout)
    [editable] = tmp_path.glob("*.whl")
    python = make_environment(tmp_path / "venv", editable)
    site = Site(tmp_path / "lao")
    theme = run(python, "-c", "import mkdocs.utils; print(mkdocs.utils.get_theme_dir('prongsai'))", cwd=tmp_path)

    run(python, "-m", "mkdocs", "build", "--strict", cwd=site.folder)

    assert Path(theme.strip()) == checkout / "theme"
    assert (site.built / "how-to-read" / "index.html").is_file()
