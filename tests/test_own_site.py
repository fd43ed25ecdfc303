"""A site as an LAO has it: short settings, own pages, own theme; what would be unsafe stops with a Thai text."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import MADE_UP_PLANS, Site, get_fixed_environment
from lxml import html
from prongsai.places import STARTER, THEME

pytestmark = pytest.mark.slow

SHORT = (STARTER / "mkdocs.yml").read_text(encoding="utf-8")
FORM = 'role="search"'


@pytest.fixture
def site(tmp_path: Path) -> Site:
    """Return a site without data."""
    return Site(tmp_path / "lao")


def write(site: Site, path: str, text: str) -> None:
    """Write a file of the site."""
    target = site.folder / path
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(text, encoding="utf-8")


def build(site: Site) -> None:
    """Build, and expect no complaint."""
    result = site.build()
    assert result.returncode == 0, result.stderr


def fail(site: Site) -> str:
    """Build, expect that it stops, and return what it says; nobody is shown a traceback."""
    result = site.build()
    assert result.returncode != 0
    assert "Traceback" not in result.stderr
    return result.stderr


def test_new_site_has_its_pages_styles_and_policy(site: Site) -> None:
    """Settings of a few lines and an empty folder of data give a whole site that says how to begin."""
    build(site)

    for address in ("", "how-to-read", "accessibility", "rules", "search"):
        tree = html.document_fromstring(site.read(address))
        assert tree.get("lang") == "th"
        assert tree.xpath("//meta[@http-equiv='Content-Security-Policy']")
        assert tree.xpath("//link[contains(@href, 'prongsai.css')]")
    assert (site.built / "robots.txt").is_file()
    assert (site.built / "assets" / "javascripts" / "search.js").is_file()


def test_nobody_is_advised_to_use_another_program(site: Site) -> None:
    """mkdocs-material's advice to build the same settings with its successor, without our plugin, is not shown."""
    result = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict"],
        cwd=site.folder,
        env={name: value for name, value in os.environ.items() if name != "NO_MKDOCS_2_WARNING"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )

    assert result.returncode == 0, result.stderr
    assert "Zensical" not in result.stderr


def test_site_is_built_from_any_folder(site: Site, tmp_path: Path) -> None:
    """``mkdocs build -f`` finds data, pages and theme beside the settings, wherever it is called."""
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()

    result = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "-f", "../lao/mkdocs.yml"],
        cwd=elsewhere,
        env=get_fixed_environment(),
        capture_output=True,
        encoding="utf-8",
        check=False,
    )

    assert result.returncode == 0, result.stderr
    assert (site.built / "index.html").is_file()
    assert list(elsewhere.iterdir()) == []


def test_own_page_replaces_the_package_s(site: Site) -> None:
    """A page of the same name that somebody wrote stays as it is, on disk and on the site."""
    own = "# การเข้าถึง {#top}\n\nหน้าของเราเอง\n"
    write(site, "content/accessibility.md", own)

    build(site)

    assert "หน้าของเราเอง" in site.read("accessibility")
    assert (site.content / "accessibility.md").read_text(encoding="utf-8") == own


def test_copied_pages_are_kept_out_of_git(site: Site) -> None:
    """After a build git sees nothing new in a new site; a page of one's own it sees."""

    def git(*arguments: str) -> str:
        command = ["git", "-c", "user.name=x", "-c", "user.email=x@example.go.th", *arguments]
        return subprocess.run(command, cwd=site.folder, capture_output=True, encoding="utf-8", check=True).stdout

    git("init")
    git("add", ".")
    git("commit", "-m", "x")
    build(site)
    assert git("status", "--porcelain", "--untracked-files=all") == ""

    write(site, "content/about.md", "# เกี่ยวกับเรา\n")
    write(site, "content/pictures/map.svg", "<svg/>")
    assert git("status", "--porcelain") == "?? content/about.md\n"

    with (site.content / ".gitignore").open("a", encoding="utf-8") as file:
        file.write("!/pictures/\n")
    assert "?? content/pictures/\n" in git("status", "--porcelain")


def test_own_theme_wins_for_parts_and_files(site: Site) -> None:
    """A partial and a picture in ``theme/`` replace ours, without a line in the settings."""
    write(site, "theme/partials/footer.html", "<footer>ส่วนท้ายของเรา</footer>")
    write(site, "theme/assets/images/favicon.svg", "<svg xmlns='http://www.w3.org/2000/svg'/>")

    build(site)

    assert "ส่วนท้ายของเรา" in site.read("")
    assert (site.built / "assets/images/favicon.svg").read_text(encoding="utf-8").startswith("<svg xmlns='")
    assert (site.built / "assets/stylesheets/prongsai.css").read_bytes() == (
        THEME / "assets/stylesheets/prongsai.css"
    ).read_bytes()


def test_page_gets_what_its_front_matter_asks_for(site: Site) -> None:
    """Scripts, the search box and a place in the search are the page's own matter, whatever its address."""
    words = "# หน้า {#top}\n\nถ้อยคำเฉพาะ\n"
    write(site, "content/plain/search.md", words)
    write(site, "content/asking.md", "---\nscripts: [copy]\nsearch_box: false\nin_search: false\n---\n" + words)

    build(site)

    plain, asking = site.read("plain/search"), site.read("asking")
    assert FORM in plain
    assert "search.js" not in plain
    assert "copy.js" not in plain
    assert FORM not in asking
    assert 'src="../assets/javascripts/copy.js"' in asking
    found = (site.built / "search.json").read_text(encoding="cp874")
    assert '"plain/search/"' in found
    assert '"asking/"' not in found


def test_project_called_search_is_a_page_like_others(site: Site) -> None:
    """A project with the id ``search`` has the search box, is found, and loads no script of the search page."""
    site.add(MADE_UP_PLANS / "huaimai")
    write(site, "plans/huaimai/2566-2570/plan.yml", "years: 2566-2570\n")
    card = 'number: "1"\nname: โครงการค้นหาผู้สูงอายุ\nmission: "1.1"\n'
    write(site, "plans/huaimai/2566-2570/projects/search.yml", card)

    build(site)

    page = site.read("huaimai/2566-2570/projects/search")
    assert FORM in page
    assert "search.js" not in page
    assert "2566-2570/projects/search/" in (site.built / "huaimai" / "search.json").read_text(encoding="cp874")
    searching = site.read("huaimai/search")
    assert "search.js" in searching
    assert 'class="search site-search' not in searching


def test_own_scripts_of_the_settings_are_loaded(site: Site) -> None:
    """``extra_javascript`` works for files of the site."""
    site.set(SHORT + "extra_javascript: [assets/own.js]\n")
    write(site, "content/assets/own.js", "")

    build(site)

    assert '<script src="assets/own.js"></script>' in site.read("")


def test_other_search_changes_nothing(site: Site) -> None:
    """MkDocs' search named beside our plugin, as many settings have it, gives the same site without another index."""
    site.set(SHORT.replace("[prongsai]", "[prongsai, search: {lang: en}]"))

    build(site)

    assert not (site.built / "search" / "search_index.json").exists()


@pytest.mark.parametrize(
    ("settings", "text"),
    [
        (SHORT.replace("theme: prongsai", "theme: material"), "mkdocs.yml:4:1: ข้อผิดพลาด: theme คือ “material”"),
        (SHORT + "use_directory_urls: false\n", "mkdocs.yml:7:1: ข้อผิดพลาด: use_directory_urls: false"),
        (SHORT.replace("plugins: [prongsai]\n", ""), "ไม่มีปลั๊กอิน prongsai"),
        (SHORT + "site_dir: content/site\n", "ทุกไฟล์ในนั้นจะถูกเผยแพร่"),
        (SHORT + "site_dir: plans\n", "MkDocs ลบทุกอย่างในนั้น"),
        (SHORT.replace("[prongsai]", "[{prongsai: {papers: ok}}]"), "ไม่รู้จัก “ok” เขียน build, always หรือ never"),
    ],
    ids=["theme", "addresses", "no plugin", "site in pages", "data in site", "option"],
)
def test_unsafe_settings_stop_the_build(site: Site, settings: str, text: str) -> None:
    """The build ends with a Thai text that tells place and fix, and writes no site."""
    site.set(settings)

    assert text in fail(site)
    assert not site.built.exists()


def test_wrong_address_of_the_environment_stops_the_build(site: Site) -> None:
    """SITE_URL is checked as what stands in the file is."""
    result = site.build(SITE_URL="https://clerk:secret@example.go.th/")

    assert result.returncode != 0
    assert "มีชื่อผู้ใช้หรือรหัสผ่าน" in result.stderr


def test_partial_build_stops(site: Site) -> None:
    """``--dirty`` ends with a Thai text."""
    result = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--dirty"],
        cwd=site.folder,
        env=get_fixed_environment(),
        capture_output=True,
        encoding="utf-8",
        check=False,
    )

    assert result.returncode != 0
    assert "--dirty" in result.stderr
    assert "วิธีแก้: สั่งใหม่โดยไม่มี --dirty" in result.stderr


@pytest.mark.parametrize(
    ("path", "text", "message"),
    [
        ("theme/main.html", '{% extends "base.html" %}', "theme/main.html แทนโครงของทุกหน้า"),
        ("theme/base.html", "<html><head></head></html>", "ไม่มีนโยบายความปลอดภัย"),
        ("content/old.html", "<script>go()</script>", "ไฟล์ old.html จะเป็นหน้าเว็บที่ไม่มีนโยบายความปลอดภัย"),
        ("content/own.md", "---\ntemplate: bare.html\n---\n# x\n", "หน้า own.md ไม่มีนโยบายความปลอดภัย"),
        ("content/own.md", "---\nscripts: [evil]\n---\n# x\n", "own.md: ไม่มีสคริปต์ “evil”"),
    ],
    ids=["frame", "base", "ready-made", "other template", "script"],
)
def test_page_without_policy_stops_the_build(site: Site, path: str, text: str, message: str) -> None:
    """Whichever way a page would lose its policy, or ask for what there is not, the build ends and tells it."""
    write(site, "theme/bare.html", "<html><head></head><body>{{ page.content }}</body></html>")
    write(site, path, text)

    assert message in fail(site)
