"""Whatever happened between two builds, the second makes the same site as a build from nothing."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import Site
from mkdocs.exceptions import Abort
from small_site import (
    ROUND,
    add_lao,
    begin_site,
    build_site,
    change_in_turn,
    copy_built_site,
    edit_amount,
    note_reads,
    place_page,
    read_site,
    share_contact,
    write,
)


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Site:
    """Return a site of which nothing is built."""
    return begin_site(tmp_path, monkeypatch)


@pytest.fixture
def built_site(tmp_path_factory: pytest.TempPathFactory, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Site:
    """Return a site that was built."""
    return copy_built_site(tmp_path_factory, tmp_path, monkeypatch)


def touch(site: Site) -> None:
    """Write a file anew as it was."""
    path = site.plans / "bandin" / "lao.yml"
    path.write_bytes(path.read_bytes())


def place_page_and_remove_other(site: Site) -> None:
    """Write a page by hand beside those of an LAO, and take the other LAO away."""
    place_page(site, "bandin")
    shutil.rmtree(site.plans / "bannam")


def edit_unseen_and_place_file(site: Site) -> None:
    """Change a record of an LAO, its size and time kept as those of files out of an archive; put a file to the other."""
    path = site.plans / "bandin" / "progress" / "2566-12.yml"
    times = path.stat()
    path.write_bytes(path.read_bytes().replace(b"18,495", b"18,496"))
    os.utime(path, ns=(times.st_atime_ns, times.st_mtime_ns))
    write(site.content / "bannam" / "note.txt", "บันทึก")


def rename_site(site: Site) -> None:
    """Change a setting."""
    settings = site.folder / "mkdocs.yml"
    write(settings, settings.read_text(encoding="utf-8").replace("site_name: ", "site_name: ใหม่ "))


def add_own_style(site: Site) -> None:
    """Change a part of the theme."""
    write(site.folder / "theme" / "partials" / "logo.html", "<b>ตรา</b>")


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


def damage_built_page_unseen(site: Site) -> None:
    """Change a page of the built site whose size and time of modification stay."""
    page = site.built / "index.html"
    times = page.stat()
    page.write_bytes(page.read_bytes().replace(b"</html>", b"</htmx>"))
    os.utime(page, ns=(times.st_atime_ns, times.st_mtime_ns))


def kept(site: Site, pattern: str) -> list[Path]:
    """Return kept files."""
    found = sorted((site.folder / ".cache" / "prongsai").glob(pattern))
    assert found
    return found


# What happens to one LAO is seen whatever happens to another: such changes share a build.
CHANGES: list[Callable[[Site], None]] = [
    edit_unseen_and_place_file, rename_site, add_own_style, share_contact, place_page_and_remove_other,
]  # fmt: skip
HARMLESS: list[Callable[[Site], None]] = [
    touch, lose_content, damage_page, damage_entries, edit_entries, lose_page, damage_memory, damage_built_site,
    damage_built_page_unseen,
]  # fmt: skip


@pytest.mark.slow
def test_change_gives_the_site_of_a_build_from_nothing(built_site: Site) -> None:
    """After each change in turn, the site has the bytes of one that never knew the state before."""
    change_in_turn(built_site, CHANGES)


@pytest.mark.slow
@pytest.mark.parametrize(("jobs", "most_here"), [("2", 10), ("1", 1)], ids=["two jobs", "one job, many LAOs"])
def test_processes_of_their_own_make_the_same_site(
    site: Site, built_site: Site, monkeypatch: pytest.MonkeyPatch, jobs: str, most_here: int
) -> None:
    """Other processes build what one does; an LAO with an error is told by the process that asked for it."""
    monkeypatch.setattr("prongsai.build.run.MOST_HERE", most_here)
    alone = read_site(built_site)
    monkeypatch.setenv("PRONGSAI_JOBS", jobs)
    read = note_reads(monkeypatch)

    assert build_site(site) == alone
    assert read == []  # in this process

    for slug in ("bandin", "bannam"):  # all of them, so that none may go on
        write(site.plans / slug / "progress" / "2566-12.yml", ROUND.format(disbursed="มาก"))
    with pytest.raises(Abort):
        build_site(site)
    assert sorted(read) == ["bandin", "bannam"]


@pytest.mark.slow
def test_lao_with_an_error_stays_as_it_was_and_stops_no_other(
    built_site: Site, caplog: pytest.LogCaptureFixture
) -> None:
    """The exit code tells; the other LAO is as its records are, and mending the error makes the site right."""
    before = read_site(built_site)
    edit_amount(built_site)
    write(built_site.plans / "bannam" / "progress" / "2566-12.yml", ROUND.format(disbursed="มาก"))

    for _ in range(2):
        with pytest.raises(Abort):
            build_site(built_site)
    built = {path: (built_site.built / path).read_bytes() for path in before}

    assert all(data == before[path] for path, data in built.items() if path.startswith("bannam/"))
    assert any("19,000" in data.decode() for path, data in built.items() if path.endswith("/index.html"))
    assert "bannam ยังเป็นชุดที่ถูกต้องล่าสุด" in caplog.text
    write(built_site.plans / "bannam" / "progress" / "2566-12.yml", ROUND.format(disbursed="18,000"))
    assert build_site(built_site) == build_site(built_site, has_cache=False)


@pytest.mark.slow
def test_error_of_an_lao_that_was_never_right_stops_all(built_site: Site) -> None:
    """Nobody publishes a site that lacks an LAO of which there are records."""
    before = read_site(built_site)
    add_lao(built_site, "banfai", "บ้านไฟ")
    write(built_site.plans / "banfai" / "progress" / "2566-12.yml", ROUND.format(disbursed="มาก"))

    with pytest.raises(Abort):
        build_site(built_site)

    assert {path: (built_site.built / path).read_bytes() for path in before} == before


@pytest.mark.slow
def test_damage_is_noticed(built_site: Site) -> None:
    """Whatever of the cache, the pages or the built site is lost or damaged, the next build makes the same site."""
    before = read_site(built_site)
    for change in HARMLESS:
        change(built_site)

        assert build_site(built_site) == before, change.__name__


@pytest.mark.slow
def test_undone_change_gives_back_site_and_content(built_site: Site) -> None:
    """Undone, a change leaves no trace in the site nor in the generated pages."""
    before = read_site(built_site)
    record = built_site.plans / "bandin" / "progress" / "2566-12.yml"
    old = record.read_bytes()
    edit_amount(built_site)
    build_site(built_site)

    record.write_bytes(old)

    assert build_site(built_site) == before
    pages = [page.read_text(encoding="utf-8") for page in (built_site.content / "bandin" / "reports").rglob("*.md")]
    assert any("18,495" in page for page in pages)
    assert not any("19,000" in page for page in pages)
