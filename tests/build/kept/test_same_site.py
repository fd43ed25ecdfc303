"""Whatever happened between two builds, the second makes the same site as a build from nothing."""

from __future__ import annotations

import logging
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import Site
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.exceptions import Abort

PLAN = """years: 2566-2570
projects:
  - id: p01
    number: 1
    name: {name}
    mission: "1.1"
    budget: {budget}
"""
LAO = "type: เทศบาลตำบล\nname: {name}\nprovince: เชียงราย\nsample: true\n{more}"
ROUND = "as_of: 2566-10-06\nprojects:\n  - project: p01\n    status: done\n    disbursed: {disbursed}\n"


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Site:
    """Return a site with two small LAOs on a fixed day, without papers."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1746032400")
    monkeypatch.setenv("PRONGSAI_PAPERS", "never")
    monkeypatch.setenv("PRONGSAI_JOBS", "1")
    monkeypatch.setenv("SITE_URL", "https://www.example.go.th/")
    site = Site(tmp_path / "lao")
    add_lao(site, "bandin", "บ้านดิน")
    add_lao(site, "bannam", "บ้านน้ำ")
    return site


def add_lao(site: Site, slug: str, name: str, more: str = "") -> None:
    """Write the records of a small LAO."""
    write(site.plans / slug / "lao.yml", LAO.format(name=name, more=more))
    write(site.plans / slug / "2566-2570" / "plan.yml", PLAN.format(name="อบรมคุณธรรมพนักงาน", budget="20,000"))
    write(site.plans / slug / "progress" / "2566-12.yml", ROUND.format(disbursed="18,495"))


def write(path: Path, text: str) -> None:
    """Write a file."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def build_site(site: Site, *, has_cache: bool = True) -> dict[str, bytes]:
    """Build, and return every file of the site by its path; without a cache from nothing, in a folder beside it."""
    folder = site.folder
    if not has_cache:
        folder = site.folder.with_name("fresh")
        shutil.rmtree(folder, ignore_errors=True)
        shutil.copytree(site.folder, folder, ignore=shutil.ignore_patterns(".cache", "site"))
    config = load_config(config_file=str(folder / "mkdocs.yml"))
    config.plugins["prongsai"].config["cache"] = has_cache
    config.plugins.on_startup(command="build", dirty=False)
    build(config)
    built = folder / "site"
    return {path.relative_to(built).as_posix(): path.read_bytes() for path in built.rglob("*") if path.is_file()}


def edit_amount(site: Site) -> None:
    """Change one record."""
    write(site.plans / "bandin" / "progress" / "2566-12.yml", ROUND.format(disbursed="19,000"))


def touch(site: Site) -> None:
    """Write a file anew as it was."""
    path = site.plans / "bandin" / "lao.yml"
    path.write_bytes(path.read_bytes())


def remove_lao(site: Site) -> None:
    """Take an LAO away."""
    shutil.rmtree(site.plans / "bannam")


def rename_site(site: Site) -> None:
    """Change a setting."""
    settings = site.folder / "mkdocs.yml"
    write(settings, settings.read_text(encoding="utf-8").replace("site_name: ", "site_name: ใหม่ "))


def add_own_style(site: Site) -> None:
    """Change a part of the theme."""
    write(site.folder / "theme" / "partials" / "logo.html", "<b>ตรา</b>")


def place_page(site: Site) -> None:
    """Write a page by hand beside those of an LAO."""
    write(site.content / "bandin" / "history.md", "# ประวัติ\n\n[ภาพรวม](index.md)\n")


def place_file(site: Site) -> None:
    """Put a file beside the pages of an LAO."""
    write(site.content / "bandin" / "note.txt", "บันทึก")


def lose_content(site: Site) -> None:
    """Remove all generated pages, as a fresh checkout has none."""
    shutil.rmtree(site.content)
    site.content.mkdir()


def damage_page(site: Site) -> None:
    """Change a kept page."""
    for page in kept(site, "bandin/**/site/**/index.html"):
        page.write_bytes(page.read_bytes().replace("บาท".encode(), "ตัง".encode()))


def damage_entries(site: Site) -> None:
    """Cut off what is kept of the LAOs."""
    for entry in kept(site, "*/*/entry.json"):
        entry.write_bytes(entry.read_bytes()[:-40])


def edit_entries(site: Site) -> None:
    """Put in another LAO's entry."""
    [mine], [other] = kept(site, "bandin/*/entry.json"), kept(site, "bannam/*/entry.json")
    mine.write_bytes(other.read_bytes())


def lose_page(site: Site) -> None:
    """Remove a kept page."""
    for page in kept(site, "bandin/**/site/**/index.html"):
        page.unlink()


def damage_memory(site: Site) -> None:
    """Change the remembered keys of files, and a record with its size and time kept."""
    [memory] = kept(site, "files.json")
    memory.write_text(memory.read_text(encoding="ascii").replace("a", "b"), encoding="ascii")


def damage_built_site(site: Site) -> None:
    """Write into a file of the built site, which may be one with a kept file."""
    for page in (site.built / "bandin").rglob("index.html"):
        with page.open("ab") as file:
            file.write(b"<script>alert(1)</script>")


def share_contact(site: Site) -> None:
    """Give an LAO the telephone of another, which is told at one that nobody touched."""
    for slug, name in (("bandin", "บ้านดิน"), ("bannam", "บ้านน้ำ")):
        write(site.plans / slug / "lao.yml", LAO.format(name=name, more="contacts:\n  phone: 0 5300 0000\n"))


def kept(site: Site, pattern: str) -> list[Path]:
    """Return kept files."""
    found = sorted((site.folder / ".cache" / "prongsai").glob(pattern))
    assert found
    return found


CHANGES: list[Callable[[Site], None]] = [
    edit_amount, remove_lao, rename_site, add_own_style, place_page, place_file, share_contact,
]  # fmt: skip
HARMLESS: list[Callable[[Site], None]] = [
    touch, lose_content, damage_page, damage_entries, edit_entries, lose_page, damage_memory, damage_built_site,
]  # fmt: skip


@pytest.mark.slow
@pytest.mark.parametrize("change", CHANGES, ids=[change.__name__ for change in CHANGES])
def test_change_gives_the_site_of_a_build_from_nothing(site: Site, change: Callable[[Site], None]) -> None:
    """Built, changed and built again, the site has the bytes of one that never knew the state before."""
    before = build_site(site)

    change(site)

    after = build_site(site)
    assert after != before
    assert after == build_site(site, has_cache=False)


@pytest.mark.slow
def test_processes_side_by_side_make_the_same_site(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    """Two processes build what one does; an LAO with an error is told by the process that asked for it."""
    alone = build_site(site)
    shutil.rmtree(site.folder / ".cache")
    shutil.rmtree(site.content)
    site.content.mkdir()
    monkeypatch.setenv("PRONGSAI_JOBS", "2")
    read: list[str] = []
    monkeypatch.setattr("prongsai.build.checked.load_lao", _note(read, "prongsai.load.assemble"))

    assert build_site(site) == alone
    assert read == []  # in this process

    for slug in ("bandin", "bannam"):
        write(site.plans / slug / "progress" / "2566-12.yml", ROUND.format(disbursed="มาก"))
    with pytest.raises(Abort):
        build_site(site)
    assert sorted(read) == ["bandin", "bannam"]


@pytest.mark.slow
def test_damage_is_noticed(site: Site) -> None:
    """Whatever of the cache, the pages or the built site is lost or damaged, the next build makes the same site."""
    before = build_site(site)
    for change in HARMLESS:
        change(site)

        assert build_site(site) == before, change.__name__


@pytest.mark.slow
def test_undone_change_gives_back_site_and_content(site: Site) -> None:
    """Undone, a change leaves no trace in the site nor in the generated pages."""
    before = build_site(site)
    record = site.plans / "bandin" / "progress" / "2566-12.yml"
    old = record.read_bytes()
    edit_amount(site)
    build_site(site)

    record.write_bytes(old)

    assert build_site(site) == before
    pages = [page.read_text(encoding="utf-8") for page in (site.content / "bandin" / "reports").rglob("*.md")]
    assert any("18,495" in page for page in pages)
    assert not any("19,000" in page for page in pages)


@pytest.mark.slow
def test_warnings_of_an_unchanged_lao_are_told_again(site: Site, caplog: pytest.LogCaptureFixture) -> None:
    """What was wrong and still is, is told by every build, so that --strict stops each of them."""
    share_contact(site)
    told = []
    for _ in range(2):
        caplog.clear()
        with caplog.at_level(logging.WARNING):
            build_site(site)
        told.append([record.message for record in caplog.records if "other-lao-contact" in record.message])

    assert told[0] == told[1]
    assert len(told[0]) == 1


def git(folder: Path, *arguments: str) -> str:
    """Run git as an office would."""
    who = ("-c", "user.name=office", "-c", "user.email=office@example.go.th", "-c", "protocol.file.allow=always")
    command = ["git", *who, *arguments]
    return subprocess.run(command, cwd=folder, capture_output=True, encoding="utf-8", check=True).stdout.strip()


def commit_plans(site: Site) -> None:
    """Begin a repository, and change a record in it."""
    git(site.folder, "init", "-q", "-b", "main")
    write(site.folder / ".gitignore", "site/\n.cache/\ncontent/\n")
    git(site.folder, "add", "-A")
    git(site.folder, "commit", "-qm", "begin")


def commit_on_branch(site: Site) -> None:
    """Change a record on a branch of its own, while another LAO's changes on the published one."""
    git(site.folder, "checkout", "-qb", "edit")
    edit_amount(site)
    git(site.folder, "commit", "-qam", "edit")


def merge_branch(site: Site) -> None:
    """Merge the branch: the records stay as they are, their history is that of the published branch."""
    git(site.folder, "checkout", "-q", "main")
    git(site.folder, "merge", "-q", "--no-ff", "-m", "merge", "edit")


def amend_merge(site: Site) -> None:
    """Give the merge a reason."""
    git(site.folder, "commit", "-q", "--amend", "-m", "merge\n\nเหตุผล: นับใบสำคัญใหม่")


def clone_shallow(site: Site) -> None:
    """Go on with a repository that knows the last commit only."""
    write(site.plans / "bandin" / "progress" / "2566-12.yml", ROUND.format(disbursed="19,500"))
    git(site.folder, "commit", "-qam", "edit again")
    clone = site.folder.with_name("clone")
    git(site.folder.parent, "clone", "-q", "--depth=1", site.folder.as_uri(), str(clone))
    (site.folder / ".git").rename(site.folder.with_name("whole"))
    (clone / ".git").rename(site.folder / ".git")
    git(site.folder, "remote", "set-url", "origin", site.folder.with_name("whole").as_uri())


def deepen(site: Site) -> None:
    """Let the repository know one more commit, and not all."""
    git(site.folder, "fetch", "-q", "--deepen=1")


def unshallow(site: Site) -> None:
    """Let the repository know all."""
    git(site.folder, "fetch", "-q", "--unshallow")


GIT: list[Callable[[Site], None]] = [
    commit_plans, commit_on_branch, merge_branch, amend_merge, clone_shallow, deepen, unshallow,
]  # fmt: skip


@pytest.mark.slow
@pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")
def test_what_happens_to_the_history_is_seen(site: Site) -> None:
    """Also where no record changes: after each of these, the site has the bytes of one built from nothing."""
    before = build_site(site)
    for change in GIT:
        change(site)

        after = build_site(site)

        assert after != before, change.__name__
        assert after == build_site(site, has_cache=False), change.__name__
        before = after


@pytest.mark.slow
def test_unchanged_lao_is_neither_read_nor_built(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    """With one record changed, only its LAO is read, and only its pages are rendered."""
    build_site(site)
    edit_amount(site)
    read = []
    monkeypatch.setattr("prongsai.build.checked.load_lao", _note(read, "prongsai.load.assemble"))

    build_site(site)

    assert read == ["bandin"]


def _note(read: list[str], module: str) -> Callable[..., object]:
    """Return the function that reads an LAO, noting which."""
    from importlib import import_module  # noqa: PLC0415

    load = import_module(module).load_lao

    def noting(folder: Path, **options: str) -> object:
        read.append(folder.name)
        return load(folder, **options)

    return noting
