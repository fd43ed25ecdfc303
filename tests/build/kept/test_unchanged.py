"""What did not change is neither read nor built, and what is wrong with it is told all the same."""

from __future__ import annotations

import logging
from pathlib import Path
from typing import Any

import pytest
from conftest import Site
from mkdocs.commands.build import _build_page, build
from mkdocs.config import load_config
from mkdocs.structure.pages import Page
from prongsai.addresses import page_address
from prongsai.build.kept import CACHE
from prongsai.build.kept.cache import Cache
from small_site import begin_site, build_site, copy_built_site, edit_amount, note_reads, place_page, share_contact


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Site:
    """Return a site of which nothing is built."""
    return begin_site(tmp_path, monkeypatch)


@pytest.fixture
def built_site(tmp_path_factory: pytest.TempPathFactory, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Site:
    """Return a site that was built."""
    return copy_built_site(tmp_path_factory, tmp_path, monkeypatch)


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


@pytest.mark.slow
def test_unchanged_lao_is_neither_read_nor_built(built_site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    """With one record changed, only its LAO is read, and of its pages only those that tell of it are built."""
    edit_amount(built_site)
    read = note_reads(monkeypatch)
    built = []

    def note(page: Page, *rest: Any, **options: Any) -> None:
        built.append(page.file.src_uri)
        _build_page(page, *rest, **options)

    monkeypatch.setattr("mkdocs.commands.build._build_page", note)

    build_site(built_site)

    assert read == ["bandin"]
    ours = {path for path in built if path.partition("/")[0] in {"bandin", "bannam"}}
    assert {"bandin/index.md", "bandin/2566-2570/projects/p01.md"} < ours
    assert not ours & {"bandin/contact/index.md", "bandin/plans/index.md", "bannam/index.md"}


@pytest.mark.slow
def test_cleared_cache_lets_all_be_built_anew(built_site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is remembered, neither LAOs nor the whole site."""
    Cache(built_site.folder / CACHE).clear()
    read = note_reads(monkeypatch)

    build_site(built_site)

    assert read == ["bandin", "bannam"]


@pytest.mark.slow
def test_unchanged_site_stays_as_it_is(built_site: Site) -> None:
    """Where nothing changed, MkDocs is stopped before it empties the site's folder."""
    build_site(built_site)
    before = {path: path.stat() for path in built_site.built.rglob("*")}
    config = load_config(config_file=str(built_site.folder / "mkdocs.yml"))
    config.plugins.on_startup(command="build", dirty=False)

    with pytest.raises(SystemExit) as ended:
        build(config)

    assert not ended.value.code
    assert {path: path.stat() for path in built_site.built.rglob("*")} == before


@pytest.mark.slow
def test_change_while_a_build_runs_is_seen_by_the_next(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    """A build that read records and pages before they were changed does not pass for one of what they are now."""

    def change(path: str) -> str:
        edit_amount(site)
        place_page(site, "bannam")
        return page_address(path)

    with monkeypatch.context() as patch:
        patch.setattr("prongsai.build.run.page_address", change)
        build_site(site)

    assert build_site(site) == build_site(site, has_cache=False)
