"""Whatever happened between two builds, the second makes the same site as a build from nothing."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import Site
from mkdocs.exceptions import Abort
from small_site import (
    ROUND,
    add_lao,
    build_site,
    edit_amount,
    make_small_site,
    note_reads,
    place_page,
    share_contact,
    write,
)


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Site:
    """Return a site with two small LAOs on a fixed day."""
    return make_small_site(tmp_path, monkeypatch)


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
    read = note_reads(monkeypatch)

    assert build_site(site) == alone
    assert read == []  # in this process

    for slug in ("bandin", "bannam"):  # all of them, so that none may go on
        write(site.plans / slug / "progress" / "2566-12.yml", ROUND.format(disbursed="มาก"))
    with pytest.raises(Abort):
        build_site(site)
    assert sorted(read) == ["bandin", "bannam"]


@pytest.mark.slow
def test_lao_with_an_error_stays_as_it_was_and_stops_no_other(site: Site, caplog: pytest.LogCaptureFixture) -> None:
    """The exit code tells; the other LAO is as its records are, and mending the error makes the site right."""
    before = build_site(site)
    edit_amount(site)
    write(site.plans / "bannam" / "progress" / "2566-12.yml", ROUND.format(disbursed="มาก"))

    for _ in range(2):
        with pytest.raises(Abort):
            build_site(site)
    built = {path: (site.built / path).read_bytes() for path in before}

    assert all(data == before[path] for path, data in built.items() if path.startswith("bannam/"))
    assert any("19,000" in data.decode() for path, data in built.items() if path.endswith("/index.html"))
    assert "bannam ยังเป็นชุดที่ถูกต้องล่าสุด" in caplog.text
    write(site.plans / "bannam" / "progress" / "2566-12.yml", ROUND.format(disbursed="18,000"))
    assert build_site(site) == build_site(site, has_cache=False)


@pytest.mark.slow
def test_error_of_an_lao_that_was_never_right_stops_all(site: Site) -> None:
    """Nobody publishes a site that lacks an LAO of which there are records."""
    before = build_site(site)
    add_lao(site, "banfai", "บ้านไฟ")
    write(site.plans / "banfai" / "progress" / "2566-12.yml", ROUND.format(disbursed="มาก"))

    with pytest.raises(Abort):
        build_site(site)

    assert {path: (site.built / path).read_bytes() for path in before} == before


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
