"""A site as an LAO has it: short settings, own pages, own theme; what would be unsafe stops with a Thai text."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner
from conftest import MADE_UP_PLANS, Site, get_fixed_environment
from lxml import html
from mkdocs.__main__ import cli as mkdocs
from prongsai.places import STARTER

pytestmark = pytest.mark.slow

SHORT = (STARTER / "mkdocs.yml").read_text(encoding="utf-8")
FORM = 'role="search"'
NAME = 'ศูนย์ข้อมูล </title><i id="x">'
OWN_PAGE = "# การเข้าถึง {#top}\n\nหน้าของเราเอง\n"
WORDS = "# หน้า {#top}\n\nถ้อยคำเฉพาะ\n"


@pytest.fixture
def site(tmp_path: Path) -> Site:
    """Return a site without data."""
    return Site(tmp_path / "lao")


@pytest.fixture(scope="module")
def new_site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """Build a new site whose files are under git, from another folder, as a stranger to Material does."""
    site = Site(tmp_path_factory.mktemp("new") / "lao")
    elsewhere = site.folder.parent / "elsewhere"
    elsewhere.mkdir()
    git(site, "init")
    git(site, "add", ".")
    git(site, "commit", "-m", "x")
    environment = get_fixed_environment()
    environment.pop("NO_MKDOCS_2_WARNING", None)
    result = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "-f", "../lao/mkdocs.yml"],
        cwd=elsewhere,
        env=environment,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert result.returncode == 0, result.stderr
    (site.folder.parent / "log").write_text(result.stderr, encoding="utf-8")
    return site


@pytest.fixture(scope="module")
def own_site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """Build a site with pages, a theme, scripts and a search of its own, and a project called search."""
    site = Site(tmp_path_factory.mktemp("own") / "lao")
    settings = SHORT.replace("[prongsai]", "[prongsai, search: {lang: en}]").partition("\n")[2]
    site.set(f"site_name: {NAME!r}\n{settings}extra_javascript: [assets/own.js]\n")
    write(site, "content/assets/own.js", "")
    write(site, "content/accessibility.md", OWN_PAGE)
    write(site, "theme/partials/footer.html", "<footer>ส่วนท้ายของเรา</footer>")
    write(site, "theme/assets/images/favicon.svg", "<svg xmlns='http://www.w3.org/2000/svg'/>")
    write(site, "content/plain/search.md", WORDS)
    write(site, "content/asking.md", "---\nscripts: [copy]\nsearch_box: false\nin_search: false\n---\n" + WORDS)
    site.add(MADE_UP_PLANS / "huaimai")
    write(site, "plans/huaimai/2566-2570/plan.yml", "years: 2566-2570\n")
    card = 'number: "1"\nname: โครงการค้นหาผู้สูงอายุ\nmission: "1.1"\n'
    write(site, "plans/huaimai/2566-2570/projects/search.yml", card)
    result = site.build()
    assert result.returncode == 0, result.stderr
    return site


def git(site: Site, *arguments: str) -> str:
    """Run git in the site's folder and return what it says."""
    command = ["git", "-c", "user.name=x", "-c", "user.email=x@example.go.th", *arguments]
    return subprocess.run(command, cwd=site.folder, capture_output=True, encoding="utf-8", check=True).stdout


def write(site: Site, path: str, text: str) -> None:
    """Write a file of the site."""
    target = site.folder / path
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(text, encoding="utf-8")


def list_styles(tree: html.HtmlElement) -> list[str]:
    """Return the names of a page's style sheets in their order."""
    return [Path(link.get("href")).name for link in tree.xpath("//link[@rel='stylesheet']")]


def fail(site: Site, *options: str) -> str:
    """Build in this process, expect that it stops, and return what it says; nobody is shown a traceback."""
    result = CliRunner().invoke(mkdocs, ["build", "--strict", "-f", str(site.folder / "mkdocs.yml"), *options])
    assert result.exit_code == 1, result.output
    assert "Traceback" not in result.output
    return result.output


def test_name_of_the_site_stays_a_text(own_site: Site) -> None:
    """Whatever stands in it: in the title, the menu and the foot."""
    for address in ("", "how-to-read", "huaimai"):
        tree = html.document_fromstring(own_site.read(address))
        assert tree.findtext(".//title").endswith(f" - {NAME}")
        assert tree.xpath("//i[@id='x']") == []


def test_new_site_has_its_pages_styles_and_policy(new_site: Site) -> None:
    """Settings of a few lines and an empty folder of data give a whole site that says how to begin."""
    for address in ("", "how-to-read", "accessibility", "rules", "search"):
        tree = html.document_fromstring(new_site.read(address))
        assert tree.get("lang") == "th"
        assert tree.xpath("//meta[@http-equiv='Content-Security-Policy']")
        assert list_styles(tree)[:2] == ["material.css", "prongsai.css"]
    assert (new_site.built / "robots.txt").is_file()
    assert (new_site.built / "assets" / "javascripts" / "search.js").is_file()
    assert list((new_site.built / "assets" / "stylesheets").glob("*.min.css")) == []


def test_nobody_is_advised_to_use_another_program(new_site: Site) -> None:
    """mkdocs-material's advice to build the same settings with its successor, without our plugin, is not shown."""
    assert "Zensical" not in (new_site.folder.parent / "log").read_text(encoding="utf-8")


def test_site_is_built_from_any_folder(new_site: Site) -> None:
    """``mkdocs build -f`` finds data, pages and theme beside the settings, wherever it is called."""
    assert (new_site.built / "index.html").is_file()
    assert list((new_site.folder.parent / "elsewhere").iterdir()) == []


def test_own_page_replaces_the_package_s(own_site: Site) -> None:
    """A page of the same name that somebody wrote stays as it is, on disk and on the site."""
    assert "หน้าของเราเอง" in own_site.read("accessibility")
    assert (own_site.content / "accessibility.md").read_text(encoding="utf-8") == OWN_PAGE


def test_copied_pages_are_kept_out_of_git(new_site: Site) -> None:
    """After a build git sees nothing new in a new site; a page of one's own it sees."""
    assert git(new_site, "status", "--porcelain", "--untracked-files=all") == ""

    write(new_site, "content/about.md", "# เกี่ยวกับเรา\n")
    write(new_site, "content/pictures/map.svg", "<svg/>")
    assert git(new_site, "status", "--porcelain") == "?? content/about.md\n"

    with (new_site.content / ".gitignore").open("a", encoding="utf-8") as file:
        file.write("!/pictures/\n")
    assert "?? content/pictures/\n" in git(new_site, "status", "--porcelain")


def test_own_theme_wins_for_parts_and_files(own_site: Site) -> None:
    """A partial and a picture in ``theme/`` replace ours, without a line in the settings."""
    assert "ส่วนท้ายของเรา" in own_site.read("")
    assert (own_site.built / "assets/images/favicon.svg").read_text(encoding="utf-8").startswith("<svg xmlns='")
    assert b"--md-text-font: Sarabun" in (own_site.built / "assets/stylesheets/prongsai.css").read_bytes()


def test_own_templates_and_pages_are_styled_whole(own_site: Site, site: Site) -> None:
    """mkdocs-material's style sheets are whole where a person's template or page may need them; one's own come last."""
    assert [name.partition(".")[0] for name in list_styles(html.document_fromstring(own_site.read("huaimai")))[:3]] == [
        *("main", "palette", "prongsai")
    ]
    site.set(SHORT + "extra_css: [assets/own.css]\n")
    write(site, "content/assets/own.css", "")
    write(site, "content/about.md", "---\nstyles: [charts]\n---\n# เรา {#top}\n\n<kbd>x</kbd>\n")
    assert site.build().returncode == 0
    about, package = (list_styles(html.document_fromstring(site.read(page))) for page in ("about", "accessibility"))
    assert [name.partition(".")[0] for name in about] == ["main", "palette", "prongsai", "charts", "own"]
    assert package == ["material.css", "prongsai.css", "own.css"]


def test_page_gets_what_its_front_matter_asks_for(own_site: Site) -> None:
    """Scripts, the search box and a place in the search are the page's own matter, whatever its address."""
    plain, asking = own_site.read("plain/search"), own_site.read("asking")
    assert FORM in plain
    assert "search.js" not in plain
    assert "copy.js" not in plain
    assert FORM not in asking
    assert 'src="../assets/javascripts/copy.js"' in asking
    found = (own_site.built / "search.json").read_text(encoding="cp874")
    assert '"plain/search/"' in found
    assert '"asking/"' not in found


def test_project_called_search_is_a_page_like_others(own_site: Site) -> None:
    """A project with the id ``search`` has the search box, is found, and loads no script of the search page."""
    page = own_site.read("huaimai/2566-2570/projects/search")
    assert FORM in page
    assert "search.js" not in page
    assert "2566-2570/projects/search/" in (own_site.built / "huaimai" / "search.json").read_text(encoding="cp874")
    searching = own_site.read("huaimai/search")
    assert "search.js" in searching
    assert 'class="search site-search' not in searching


def test_own_scripts_of_the_settings_are_loaded(own_site: Site) -> None:
    """``extra_javascript`` works for files of the site."""
    assert '<script src="../assets/own.js"></script>' in own_site.read("accessibility")


def test_other_search_changes_nothing(own_site: Site) -> None:
    """MkDocs' search named beside our plugin, as many settings have it, gives the same site without another index."""
    assert not (own_site.built / "search" / "search_index.json").exists()


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


def test_wrong_address_of_the_environment_stops_the_build(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    """SITE_URL is checked as what stands in the file is."""
    monkeypatch.setenv("SITE_URL", "https://clerk:secret@example.go.th/")

    assert "มีชื่อผู้ใช้หรือรหัสผ่าน" in fail(site)


def test_partial_build_stops(site: Site) -> None:
    """``--dirty`` ends with a Thai text."""
    told = fail(site, "--dirty")

    assert "--dirty" in told
    assert "วิธีแก้: สั่งใหม่โดยไม่มี --dirty" in told


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
