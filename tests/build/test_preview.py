"""The preview goes on whatever happens to the files that it watches."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest
from conftest import Site
from mkdocs.config import load_config
from mkdocs.exceptions import Abort, ConfigurationError
from mkdocs.livereload import LiveReloadServer
from prongsai.build import preview
from prongsai.places import THEME
from watchdog.events import FileSystemEvent, FileSystemEventHandler

_PATIENCE = 10  # seconds


def make_server(site: Site, builder: object = None) -> LiveReloadServer:
    """Return MkDocs' server for a site, as it is when plugins are asked."""
    config = load_config(config_file=str(site.folder / "mkdocs.yml"))
    server = LiveReloadServer(builder, "127.0.0.1", 0, str(site.built))  # type: ignore[arg-type]
    for path in (config.docs_dir, config.config_file_path, *config.theme.dirs):
        server.watch(path)
    preview.watch(server, config, site.plans)
    return server


def test_what_mkdocs_was_asked_to_watch_is_watched(tmp_path: Path) -> None:
    """``--watch-theme`` is told before our own way of looking takes the place of MkDocs'."""
    server = make_server(Site(tmp_path / "lao"))

    watched = {emitter.watch.raw_path for emitter in server.observer.emitters}
    server.server_close()
    assert {str(THEME), str(tmp_path / "lao" / "plans"), str(tmp_path / "lao" / "mkdocs.yml")} <= watched


def test_folder_that_is_gone_for_a_while_is_watched_again(tmp_path: Path) -> None:
    """A folder is renamed and named back; both is noticed, and what is saved later too."""
    site = Site(tmp_path / "lao")
    server = make_server(site)
    seen: list[str] = []
    noticed = threading.Event()

    class Note(FileSystemEventHandler):
        def on_any_event(self, event: FileSystemEvent) -> None:
            if not event.is_directory:
                seen.append(Path(str(event.src_path)).name)
                noticed.set()

    server.observer.schedule(Note(), str(site.plans), recursive=True)
    server.observer.start()
    try:
        (site.plans / "a.yml").write_text("a", encoding="utf-8")
        assert noticed.wait(_PATIENCE)
        noticed.clear()
        site.plans.rename(tmp_path / "aside")
        assert noticed.wait(_PATIENCE)  # everything in it is gone
        (tmp_path / "aside").rename(site.plans)
        while "b.yml" not in seen:
            noticed.clear()
            (site.plans / "b.yml").write_text("b", encoding="utf-8")
            assert noticed.wait(_PATIENCE)
    finally:
        server.observer.stop()
        server.server_close()


@pytest.mark.parametrize(
    ("error", "told"),
    [(SystemExit(), ""), (Abort("หยุด"), "หยุด"), (ConfigurationError("line 8"), "อ่าน mkdocs.yml ไม่ได้: line 8\nวิธีแก้")],
    ids=["nothing-changed", "stopped", "settings"],
)
def test_no_build_ends_the_preview(tmp_path: Path, error: BaseException, told: str) -> None:
    """MkDocs goes on after what it is told by ``Abort``; it would end, or show a traceback, at others."""

    def fail() -> None:
        raise error

    server = make_server(Site(tmp_path / "lao"), fail)
    server.server_close()
    ended = None
    try:
        server.builder()
    except Abort as abort:
        ended = abort
    assert str(ended or "").startswith(told)
    assert bool(ended) == bool(told)
