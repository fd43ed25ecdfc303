"""A site with two small LAOs, and what people do to it between two builds."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest
from conftest import Site
from mkdocs.commands.build import build
from mkdocs.config import load_config
from prongsai.load.assemble import load_lao

PLAN = """years: 2566-2570
projects:
  - id: p01
    number: 1
    name: {name}
    mission: "1.1"
    budget: {budget}
"""
LAO = "type: เทศบาลตำบล\nname: {name}\nprovince: เชียงราย\nsample: true\n{more}"
NAMES = {"bandin": "บ้านดิน", "bannam": "บ้านน้ำ"}
PHONE = "contacts:\n  phone: 0 5300 0000\n"  # of the second
ROUND = "as_of: 2566-10-06\nprojects:\n  - project: p01\n    status: done\n    disbursed: {disbursed}\n"


def set_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """Build on a fixed day in this process, without papers."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1746032400")
    monkeypatch.setenv("PRONGSAI_PAPERS", "never")
    monkeypatch.setenv("PRONGSAI_JOBS", "1")
    monkeypatch.setenv("SITE_URL", "https://www.example.go.th/")


def make_small_site(folder: Path) -> Site:
    """Return a site with two small LAOs, without the handbook."""
    site = Site(folder, has_handbook=False)
    for slug, name in NAMES.items():
        add_lao(site, slug, name, PHONE if slug == "bannam" else "")
    return site


def begin_site(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Site:
    """Return a site with two small LAOs, of which nothing is built."""
    set_environment(monkeypatch)
    return make_small_site(folder / "begun" / "lao")


def copy_built_site(factory: pytest.TempPathFactory, folder: Path, monkeypatch: pytest.MonkeyPatch) -> Site:
    """Return such a site that was built, which is done once for all tests, moved with its cache to a folder of its own."""
    set_environment(monkeypatch)
    built = factory.getbasetemp() / "kept" / "lao"
    if not built.exists():
        build_site(make_small_site(built))
    shutil.copytree(built, folder / "built" / "lao")
    return Site(folder / "built" / "lao")


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
    try:
        build(config)
    except SystemExit as ended:  # without a code it says that the site is right as it stands
        if ended.code:
            raise
    return read_site(Site(folder))


def change_in_turn(site: Site, changes: Iterable[Callable[[Site], None]]) -> None:
    """Make changes; after each, the site is another, with the bytes of one that never knew the state before."""
    before = read_site(site)
    for change in changes:
        change(site)

        after = build_site(site)

        assert after != before, change.__name__
        assert after == build_site(site, has_cache=False), change.__name__
        before = after


def read_site(site: Site) -> dict[str, bytes]:
    """Return every file of a built site by its path."""
    files = (path for path in site.built.rglob("*") if path.is_file())
    return {path.relative_to(site.built).as_posix(): path.read_bytes() for path in files}


def note_reads(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return the list to which this process adds every LAO whose records it reads."""
    read: list[str] = []

    def load(folder: Path, **options: str) -> object:
        read.append(folder.name)
        return load_lao(folder, **options)

    monkeypatch.setattr("prongsai.build.checked.load_lao", load)
    return read


def edit_amount(site: Site) -> None:
    """Change one record."""
    write(site.plans / "bandin" / "progress" / "2566-12.yml", ROUND.format(disbursed="19,000"))


def place_page(site: Site, slug: str) -> None:
    """Write a page by hand beside those of an LAO."""
    write(site.content / slug / "history.md", "# ประวัติ\n\n[ภาพรวม](index.md)\n")


def share_contact(site: Site) -> None:
    """Give an LAO the telephone of another, which is told at that one, which nobody touched."""
    write(site.plans / "bandin" / "lao.yml", LAO.format(name=NAMES["bandin"], more=PHONE))
